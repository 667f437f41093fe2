#!/bin/sh
# Streams that break are reported, and short reads lose nothing: see stream.c.
#
# SPDX-License-Identifier: MIT
exec "$B/tests/failure/stream"
