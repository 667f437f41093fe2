#!/bin/sh
# dist.sh - pack the sources, then prove that the package is whole.
#
# usage: dist.sh BUILD NAME
#
# Makes BUILD/NAME.tar.gz: sorted, owned by nobody, dated by the last commit (or, outside
# git, by the header that bears the version), so that the same sources give the same bytes.
# It is unpacked and `make check` is run inside.
#
# SPDX-License-Identifier: MIT
set -eu
build=$1 name=$2
mkdir -p "$build"
if [ -d .git ]; then
    git ls-files >"$build/dist.files"
    time=@$(git log -1 --format=%ct)
else
    find . -type f ! -path "./$build/*" ! -path './build/*' | sed 's,^\./,,' >"$build/dist.files"
    time=@$(stat -c %Y src/text2gv.h)
fi
LC_ALL=C sort -o "$build/dist.files" "$build/dist.files"
tar --create --owner=0 --group=0 --numeric-owner --mode=u+rw,go+r-w --mtime="$time" --format=ustar \
    --transform="s,^,$name/," --files-from="$build/dist.files" | gzip -9n >"$build/$name.tar.gz"
rm -rf "$build/dist" && mkdir "$build/dist"
tar -xzf "$build/$name.tar.gz" -C "$build/dist"
(cd "$build/dist/$name" && make --no-print-directory B=build check)
rm -rf "$build/dist" "$build/dist.files"
echo "$build/$name.tar.gz: $(sha256sum <"$build/$name.tar.gz" | cut -c 1-16)"
