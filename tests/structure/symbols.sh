#!/bin/sh
# A static library has no walls but names: every symbol bears the prefix; the shared library shows
# the public header's functions and nothing else; no variable can be written.
#
# SPDX-License-Identifier: MIT
set -u
names() { sed -n 's/^[a-z].*[ *]\(t2g_[a-z_]*\)(.*/\1/p' src/text2gv.h | LC_ALL=C sort; }
say() { if [ -z "$2" ]; then echo "ok $1 - $3"; else echo "not ok $1 - $3"; echo "$2" | sed 's/^/# /'; fi; }

# The sanitizers add symbols of their own (__odr_asan.NAME).
say 1 "$(nm -g --defined-only "$B/libtext2gv.a" | awk 'NF == 3 && $3 !~ /^(t2g_|__odr_asan|__asan)/ { print $3 }')" \
    'every symbol of the static library bears the prefix t2g_'
nm -D --defined-only "$B/libtext2gv.so.0" | awk '{ print $3 }' | grep -v '^__\|^_init\|^_fini' | LC_ALL=C sort >"$TMP/shown"
names >"$TMP/public"
say 2 "$(diff "$TMP/public" "$TMP/shown")" 'the shared library shows what the public header declares'
# Constants full of addresses lie in .data.rel.ro, which is read-only once the program runs.
say 3 "$(nm -f sysv "$B/libtext2gv.a" | awk -F '[| ]+' '$NF ~ /^\.t?(data|bss)/ && $NF !~ /^\.data\.rel\.ro/ && $1 !~ /asan|ubsan|^\.L|__unnamed|^\*/ { print $1, $NF }')" \
    'no variable of the library can be written to'
echo '1..3'
