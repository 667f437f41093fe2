#!/bin/sh
# Every header compiles alone, as C11 and, where it is public, as C++ too; every .c that has a
# header includes it first.
#
# SPDX-License-Identifier: MIT
set -u
n=0
result() { n=$((n + 1)); if [ "$1" -eq 0 ]; then echo "ok $n - $2"; else echo "not ok $n - $2"; fi; }
flags="-std=c11 -D_POSIX_C_SOURCE=200809L -Isrc -Wall -Wextra -Werror $($PKG_CONFIG --cflags libcgraph libutf8proc)"

for header in src/*.h src/*/*.h src/nlp/*/*.h; do
    # The flags are words.
    # shellcheck disable=SC2086
    echo "#include \"${header#src/}\"" | $CC $flags -fsyntax-only -x c - 
    result $? "$header compiles alone"
done

for source in src/*.c src/*/*.c src/nlp/*/*.c; do
    header=${source%.c}.h
    [ -f "$header" ] || continue
    first=$(grep -m1 '^#include' "$source")
    [ "$first" = "#include \"${header#src/}\"" ]
    result $? "$source includes its own header first"
done

# What a user gets: one file, without the rest of the tree.
mkdir -p "$TMP/include"
${MAKE:-make} -s B="$B" "$B/include/text2gv.h" && cp "$B/include/text2gv.h" "$TMP/include"
echo '#include <text2gv.h>' | $CC -std=c11 -I"$TMP/include" -fsyntax-only -x c -
result $? 'the installed header is one file'
if command -v g++ >/dev/null; then
    echo '#include <text2gv.h>' | g++ -I"$TMP/include" -fsyntax-only -x c++ -
    result $? 'the installed header is C++ too'
fi
echo "1..$n"
