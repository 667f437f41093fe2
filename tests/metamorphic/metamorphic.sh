#!/bin/sh
# What changes no fact changes no edge: over the examples of facts and attributions, the articles
# beside this script and data/demo.txt.  To see which edges tip: metamorphic -v FILE ...
#
# SPDX-License-Identifier: MIT
set -u
mkdir "$TMP/spec"
for room in fact attribution; do "$B/tests/spec/run_spec" -x "$TMP/spec" "$T2G" tests/spec/$room.md; done
find "$TMP/spec" tests/metamorphic/articles data/demo.txt -type f | LC_ALL=C sort >"$TMP/files"
xargs "$B/tests/metamorphic/metamorphic" <"$TMP/files"
