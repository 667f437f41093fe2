#!/bin/sh
# Twice the input costs about twice the time: see linear.c.
#
# SPDX-License-Identifier: MIT
exec "$B/tests/pathological/linear"
