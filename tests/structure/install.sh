#!/bin/sh
# What is installed is whole: a program is built against it by pkg-config alone, shared and
# static, and runs; uninstall takes everything away again.
#
# SPDX-License-Identifier: MIT
set -u
n=0
result() { n=$((n + 1)); if [ "$1" -eq 0 ]; then echo "ok $n - $2"; else echo "not ok $n - $2"; fi; }
root=$TMP/root prefix=/opt/text2gv
install() { ${MAKE:-make} -s B="$B" DESTDIR="$root" PREFIX=$prefix CC="$CC" CFLAGS="$CFLAGS" LDFLAGS="$LDFLAGS" CPPFLAGS="$CPPFLAGS" "$@"; }

install install
result $? 'make install'
"$root$prefix/bin/text2gv" data/demo.txt | grep -q '^digraph text2gv'
result $? 'the installed program runs'
[ -s "$root$prefix/share/man/man1/text2gv.1" ]
result $? 'the man page is there'

# The program of the public header's first page.
{
    echo '#include <text2gv.h>'
    echo '#include <string.h>'
    echo 'int main(void) {'
    echo '    const char *text = "Anna Berg, head of Volta, left.";'
    sed -n '/^ \*     t2g_model \*model;/,/^ \*$/s/^ \*     //p' src/text2gv.h
    echo '}'
} >"$TMP/ten_lines.c"
PKG_CONFIG_PATH=$root$prefix/lib/pkgconfig
export PKG_CONFIG_PATH
flags() { $PKG_CONFIG --define-variable=prefix="$root$prefix" "$@" text2gv; }
# The flags are words.
# shellcheck disable=SC2046,SC2086
$CC $CFLAGS -o "$TMP/shared" "$TMP/ten_lines.c" $LDFLAGS $(flags --cflags --libs) &&
    LD_LIBRARY_PATH=$root$prefix/lib "$TMP/shared" | grep -q '^digraph text2gv'
result $? 'the ten lines of the header, with the shared library'
rm "$root$prefix"/lib/libtext2gv.so*
# shellcheck disable=SC2046,SC2086
$CC $CFLAGS -o "$TMP/static" "$TMP/ten_lines.c" $LDFLAGS $(flags --cflags --libs --static) &&
    "$TMP/static" | grep -q '^digraph text2gv'
result $? 'the ten lines of the header, with the archive'
[ "$($PKG_CONFIG --modversion text2gv)" = "$(sed -n 's/^#define T2G_VERSION "\(.*\)"/\1/p' src/text2gv.h)" ]
result $? 'pkg-config knows the version'

install uninstall
[ -z "$(find "$root" ! -type d)" ]
result $? 'uninstall leaves nothing'
echo "1..$n"
