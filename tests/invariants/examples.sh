#!/bin/sh
# What must hold of every text holds of every example: those of the specification, the
# articles in data/, and the fuzzer's corpus.
#
# SPDX-License-Identifier: MIT
set -u
mkdir "$TMP/spec"
for file in tests/spec/*.md; do
    [ -f "$file" ] && "$B/tests/spec/run_spec" -x "$TMP/spec" "$T2G" "$file"
done
find "$TMP/spec" tests/fuzz/corpus data -maxdepth 1 -type f ! -name '*.md' ! -name '*.model' | LC_ALL=C sort >"$TMP/files"
xargs "$B/tests/invariants/examples" <"$TMP/files"
