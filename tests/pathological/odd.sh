#!/bin/sh
# Odd inputs through the front door: what is text gives a graph and exit 0, what is none is
# refused with a message and exit 1, and nothing takes the program down.
#
# SPDX-License-Identifier: MIT
set -u
say() { if [ "$1" -eq 0 ]; then echo "ok - $2"; else echo "not ok - $2"; sed 's/^/# /' "$TMP/err"; fi; }
repeat() { # COUNT STRING
    awk -v n="$1" -v s="$2" 'BEGIN { for (i = 0; i < n; i++) printf "%s", s }'
}
taken() { # WHAT: standard input gives DOT that dot can read
    timeout 60 "$T2G" >"$TMP/out" 2>"$TMP/err" && nop "$TMP/out" >/dev/null 2>>"$TMP/err" && [ ! -s "$TMP/err" ]
    say $? "$1"
}
refused() { # WHAT: exit 1, a message, nothing on standard output that looks like a graph's half
    timeout 60 "$T2G" >"$TMP/out" 2>"$TMP/err"
    [ $? -eq 1 ] && grep -q '^text2gv: ' "$TMP/err" && { [ ! -s "$TMP/out" ] || nop "$TMP/out" >/dev/null; }
    say $? "$1"
}

printf '' | taken 'nothing'
printf 'A' | taken 'one byte'
printf '\n' | taken 'an empty line'
printf '\357\273\277' | taken 'a byte order mark alone'
printf '\377\376' | taken 'a byte order mark of UTF-16 alone'
printf '\377\376O\000l\000e\000' | taken 'UTF-16, little end first'
printf '\376\377\000O\000l\000e\000' | taken 'UTF-16, odd number of bytes'
printf 'Ole Dahl\r\nleft.\r\n' | taken 'CR LF'
printf 'Caf\351 Union was founded in Oslo, and Ole Dahl, head of it, paid.\n' | taken 'a byte of Latin-1'
repeat 100000 '"' | taken '100,000 open quotes'
repeat 100000 '(' | taken '100,000 open brackets'
repeat 50000 'word ' | taken 'a sentence of 50,000 words'
repeat 1048576 'x' | taken '1 MB without a space'
repeat 200000 'Volta ' | taken '1 MB of one name'
repeat 90000 'Ole Dahl, head of ' | taken '1.5 MB of one phrase'
repeat 3000000 ' ' | taken '3 MB of spaces'
repeat 3000000 '
' | taken '3 MB of line feeds'

printf '\000' | refused 'a NUL'
printf 'Ole Dahl \000 left the company.\n' | refused 'a NUL in a text'
head -c 100000 "$T2G" | refused 'a program'
head -c 100000 /dev/zero | refused '100,000 NULs'
repeat 10000 "$(printf '\377')" | refused 'bytes that are no UTF-8'
repeat 10000 "$(printf '\001a')" | refused 'control characters'
printf '\037\213\010\000\000\000\000\000\000\003\113\317\317\007\000' | refused 'a compressed file'
