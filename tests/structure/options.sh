#!/bin/sh
# --help and the man page name the same options, and both name all stages of --dump; the man page
# names every rule; the version stands in text2gv.h alone.
#
# SPDX-License-Identifier: MIT
set -u
options() { grep -oE '(^|[^a-zA-Z0-9-])--?[a-zA-Z?][a-z-]*' | sed 's/^[^-]*//' | LC_ALL=C sort -u; }
"$T2G" --help | options >"$TMP/help"
# roff: \- is a minus, \fB and \fR change the font; only the OPTIONS section lists them all.
sed -n '/^\.SH OPTIONS/,/^\.SH/p' src/text2gv.1 | sed 's/\\-/-/g; s/\\f[A-Z]/ /g' | grep '^\.\(B\|BR\|BI\|IP\|TP\|OP\)' | options >"$TMP/man"
if [ -s "$TMP/help" ] && diff "$TMP/help" "$TMP/man" >"$TMP/diff"; then echo 'ok 1 - --help and the man page name the same options'
else echo 'not ok 1 - --help (<) and the man page (>) name the same options'; sed 's/^/# /' "$TMP/diff"; fi

missing=
for stage in $(sed -n 's/.*stage_names\[.*{\(.*\)};.*/\1/p' src/text2gv.c | tr -d '",'); do
    "$T2G" --help | grep -qw "$stage" || missing="$missing --help:$stage"
    grep -qw "$stage" src/text2gv.1 || missing="$missing man:$stage"
done
if [ -z "$missing" ]; then echo 'ok 2 - --help and the man page name every stage'
else echo "not ok 2 - not named:$missing"; fi

missing=
for rule in $(sed -n 's/^RULE([A-Z_]*, "\([a-z-]*\)".*/\1/p' src/nlp/fact/rules.def); do
    sed 's/\\-/-/g' src/text2gv.1 | grep -q "fB$rule\\\\fP" || missing="$missing $rule"
done
if [ -z "$missing" ]; then echo 'ok 3 - the man page names every rule'
else echo "not ok 3 - the man page does not name the rules$missing"; fi

version=$(sed -n 's/^#define T2G_VERSION "\(.*\)"/\1/p' src/text2gv.h)
"$T2G" -V 2>&1 | grep -qF "$version"
case $? in 0) echo 'ok 4 - -V prints the version of text2gv.h' ;; *) echo 'not ok 4 - -V prints the version of text2gv.h' ;; esac
others=$(grep -rlF "\"$version\"" src --include='*.[ch]' --include='*.in' | grep -v '^src/text2gv.h$')
if [ -z "$others" ]; then echo 'ok 5 - the version is written once'
else echo "not ok 5 - the version is written in $others too"; fi
echo '1..5'
