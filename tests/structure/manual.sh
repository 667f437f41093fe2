#!/bin/sh
# The examples of the man page and of README.md's "Use it" run as printed, in a folder with an
# article; the article that README.md begins with has the edges of its table.
#
# SPDX-License-Identifier: MIT
set -u
n=0
readme=$PWD/README.md
cp data/demo.txt "$TMP/article.txt" && cp data/demo.txt "$TMP/news.txt"
# roff: \e is a backslash, \- a minus; the commands stand between .RS and .RE.
sed -n '/^\.SH EXAMPLES/,/^\.SH "*EXIT/p' src/text2gv.1 | sed -n '/^\.RS/,/^\.RE/p' | grep -v '^\.' |
    sed 's/\\-/-/g; s/\\e/\\/g' >"$TMP/commands"
sed -n '/^## Use it/,/^## /s/^    //p' "$readme" >>"$TMP/commands"
PATH=$B:$PATH
export PATH
cd "$TMP" || exit 1
while IFS= read -r command; do
    n=$((n + 1))
    # Every command of a pipe must succeed, which only its standard error can tell sh.
    if sh -c "$command" >out 2>err </dev/null && ! grep -q '^text2gv: .*: \|rror' err; then
        printf 'ok %d - %s\n' "$n" "$command"
    else
        printf 'not ok %d - %s\n' "$n" "$command"
        sed 's/^/# /' err
    fi
done <commands

sed -n '/^    \$ cat article.txt/,/^    \$ text2gv/p' "$readme" | sed '1d;$d;s/^    //' >first.txt
sed -n '1,/^Every edge/s/^| \([A-Z].*\) | \([a-z ]*\).* | \(.*\) |$/\1|\2|\3/p' "$readme" | sed 's/ |/|/' | LC_ALL=C sort >wanted
text2gv first.txt | gvpr 'E { print($.tail.name, "|", $.label, "|", $.head.name); }' | LC_ALL=C sort >found
n=$((n + 1))
if [ -s wanted ] && diff wanted found >differences; then echo "ok $n - the first article of README.md has the edges of its table"
else echo "not ok $n - the first article of README.md has other edges"; sed 's/^/# /' differences; fi
echo "1..$n"
