#!/bin/sh
# run.sh - run test programs, show what fails, count.
#
# usage: run.sh LOGS COMMAND ...
#
# Each COMMAND is one string for sh, run from the top directory.  It prints TAP
# (cmocka: CMOCKA_MESSAGE_OUTPUT=TAP) or nothing; without TAP its exit status is
# its one case.  All output goes to LOGS/NAME.log, NAME being its last word's
# file name.  Ends with "N passed, N failed"; exit status 1 when one failed.
#
# SPDX-License-Identifier: MIT
set -u
logs=$1
shift
mkdir -p "$logs" && logs=$(cd "$logs" && pwd) || exit 1
CMOCKA_MESSAGE_OUTPUT=TAP
LC_ALL=C
export CMOCKA_MESSAGE_OUTPUT LC_ALL
passed=0 failed=0 programs=0

for command in "$@"; do
    name=$(basename "${command%% -- *}" | sed 's/^.* //; s/\.sh$//')
    programs=$((programs + 1))
    TMP=$logs/$name.tmp
    export TMP
    rm -rf "$TMP" && mkdir -p "$TMP"
    sh -c "$command" >"$logs/$name.log" 2>&1 </dev/null
    status=$?
    good=$(grep -c '^[[:space:]]*ok' "$logs/$name.log")
    bad=$(grep -c '^[[:space:]]*not ok' "$logs/$name.log")
    # A program that dies, or fails without saying where, is a failure of its own.
    if [ $status -ne 0 ] && [ "$bad" -eq 0 ]; then bad=1; fi
    if [ $((good + bad)) -eq 0 ]; then good=1; fi
    passed=$((passed + good)) failed=$((failed + bad))
    if [ "$bad" -eq 0 ]; then
        printf 'PASS  %-28s %5d\n' "$name" "$good"
        rm -rf "$TMP"
    else
        printf 'FAIL  %-28s %5d failed (status %d): %s\n' "$name" "$bad" "$status" "$logs/$name.log"
        grep -v '^[[:space:]]*ok' "$logs/$name.log" | head -n "${LINES_SHOWN:-60}"
    fi
done

echo "$programs programs"
echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]
