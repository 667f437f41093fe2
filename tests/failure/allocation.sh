#!/bin/sh
# Memory that runs out anywhere is reported and leaks nothing: see allocation.c.
#
# SPDX-License-Identifier: MIT
exec "$B/tests/failure/allocation" data/demo.txt
