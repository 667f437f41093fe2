#!/bin/sh
# The program's own failures: full disk, closed pipe, broken reads.  Each has a message that
# begins with the program's name, an exit status that tells, and leaves nothing half-written.
#
# SPDX-License-Identifier: MIT
set -u
n=0
result() { n=$((n + 1)); if [ "$1" -eq 0 ]; then echo "ok $n - $2"; else echo "not ok $n - $2"; fi; }
fails() { # STATUS WHAT: status 1 and a message on standard error
    [ "$1" -eq 1 ] && grep -q '^text2gv: ' "$TMP/err"
    result $? "$2"
    [ "$1" -eq 1 ] || sed "s/^/# status $1: /" "$TMP/err"
}

if [ -w /dev/full ]; then
    "$T2G" data/demo.txt >/dev/full 2>"$TMP/err"
    fails $? 'a full disk behind standard output'
    "$T2G" -o /dev/full data/demo.txt 2>"$TMP/err"
    fails $? 'a full disk behind -o'
    "$T2G" --dump=token data/demo.txt >/dev/full 2>"$TMP/err"
    fails $? 'a full disk behind --dump'
    "$T2G" --help >/dev/full 2>"$TMP/err"
    fails $? 'a full disk behind --help'
fi

# Writes to a pipe without a reader: the fifo's only reader goes before the program writes.
mkfifo "$TMP/pipe"
(exec 3<"$TMP/pipe") &
(
    exec >"$TMP/pipe"
    wait
    sleep 0.1
    "$T2G" data/demo.txt 2>"$TMP/err"
    echo $? >"$TMP/status"
)
wait
fails "$(cat "$TMP/status")" 'a closed pipe behind standard output'

if [ -r /proc/self/mem ]; then
    "$T2G" /proc/self/mem >"$TMP/out" 2>"$TMP/err"
    fails $? 'a file that cannot be read'
    grep -q '/proc/self/mem' "$TMP/err"
    result $? 'the message names the file'
fi
"$T2G" "$TMP" >"$TMP/out" 2>"$TMP/err"
fails $? 'a folder'
"$T2G" <"$TMP" >"$TMP/out" 2>"$TMP/err"
fails $? 'a folder as standard input'
"$T2G" "$TMP/none" data/demo.txt >"$TMP/out" 2>"$TMP/err"
fails $? 'a file that is not there'
grep -q '^digraph' "$TMP/out"
result $? 'the other files are still read'
"$T2G" <&- >"$TMP/out" 2>"$TMP/err"
fails $? 'a closed standard input'
"$T2G" data/demo.txt >&- 2>"$TMP/err"
fails $? 'a closed standard output'

# A file-size limit is a disk that fills up in the middle of -o.
echo before >"$TMP/graph.gv"
(
    ulimit -f 1
    trap '' XFSZ
    "$T2G" -o "$TMP/graph.gv" data/demo.txt data/demo.txt 2>"$TMP/err"
    echo $? >"$TMP/status"
)
fails "$(cat "$TMP/status")" 'a disk that fills up behind -o'
[ "$(cat "$TMP/graph.gv")" = before ]
result $? 'the old file is left as it was'
[ "$(find "$TMP" -name '*graph.gv*' | wc -l)" -eq 1 ]
result $? 'nothing half-written is left beside it'

# Bytes that come slowly, a few at a time.
i=0
while [ $i -lt 40 ]; do
    dd if=data/demo.txt bs=61 skip=$i count=1 2>/dev/null
    i=$((i + 1))
done | "$T2G" >"$TMP/slow.gv"
dd if=data/demo.txt bs=61 count=40 2>/dev/null | "$T2G" | cmp -s - "$TMP/slow.gv"
result $? 'short reads lose nothing'
echo "1..$n"
