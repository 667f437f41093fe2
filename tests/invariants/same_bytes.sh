#!/bin/sh
# The same input gives the same bytes: twice, on one thread and on several, whatever the locale.
#
# SPDX-License-Identifier: MIT
set -u
n=0
result() { n=$((n + 1)); if [ "$1" -eq 0 ]; then echo "ok $n - $2"; else echo "not ok $n - $2"; fi; }
mkdir "$TMP/in"
for file in data/*.txt tests/fuzz/corpus/*; do # those that are text
    "$T2G" "$file" >"$TMP/out" 2>&1 && cp "$file" "$TMP/in"
done
for i in 1 2 3 4 5 6 7 8; do cat data/*.txt >"$TMP/in/more-$i.txt"; done
"$T2G" -j1 "$TMP"/in/* >"$TMP/one.gv"
result $? 'several files on one thread'
"$T2G" "$TMP"/in/* | cmp -s "$TMP/one.gv" -
result $? 'the same bytes at a second run'
for j in 2 3 4; do
    "$T2G" -j$j "$TMP"/in/* | cmp -s "$TMP/one.gv" -
    result $? "the same bytes from $j threads"
done
LC_ALL=C.UTF-8 TZ=Asia/Kathmandu "$T2G" "$TMP"/in/* | cmp -s "$TMP/one.gv" -
result $? 'the same bytes in another locale and time zone'
echo "1..$n"
