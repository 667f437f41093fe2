#!/bin/sh
# setup.sh - make sure that what a build, a demo or a test run needs is installed.
#
# usage: setup.sh demo | check | fuzz
#
# Looks first (no root, no network, a fraction of a second) and asks apt only for what
# is missing.  On a system without apt it names what is missing and gives up.
#
# SPDX-License-Identifier: MIT
set -u
purpose=${1:-check}
cc=${CC:-gcc}
pkg_config=${PKG_CONFIG:-pkg-config}
missing=

need() { # PACKAGE COMMAND...: the package is missing when the command fails
    package=$1
    shift
    "$@" >/dev/null 2>&1 || missing="$missing $package"
}
has_font() { fc-list : family | grep -qi 'liberation sans'; }
has_libc() { echo '#include <stdio.h>' | "$cc" -E -; }
has_libfuzzer() { echo 'int LLVMFuzzerTestOneInput(void) { return 0; }' | clang -fsanitize=fuzzer -x c - -o /dev/null; }

need gcc command -v "$cc"
need libc6-dev has_libc
need pkg-config command -v "$pkg_config"
need libgraphviz-dev "$pkg_config" --exists libcgraph
need libutf8proc-dev "$pkg_config" --exists libutf8proc
need graphviz command -v dot
need fonts-liberation2 has_font
[ "$purpose" = demo ] || need libcmocka-dev "$pkg_config" --exists cmocka
[ "$purpose" = fuzz ] && need 'clang libclang-rt-dev' has_libfuzzer

[ -z "$missing" ] && exit 0
if ! command -v apt-get >/dev/null; then
    echo "setup: please install (Debian's names):$missing" >&2
    exit 1
fi
root=
if [ "$(id -u)" -ne 0 ]; then
    if ! command -v sudo >/dev/null; then
        echo "setup: as root, please run: apt-get install$missing" >&2
        exit 1
    fi
    root=sudo
fi
echo "setup: installing with apt-get:$missing"

$root apt-get update -qq || echo 'setup: the package lists could not be renewed; trying the old ones' >&2
# Word splitting is wanted: one word a package.
# shellcheck disable=SC2086
if ! $root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $missing >/dev/null; then
    echo "setup: apt-get could not install:$missing" >&2
    exit 1
fi
