#!/bin/sh
# bench.sh - one table: speed on one thread, memory, start-up, and the machine's yardsticks.
#
# usage: bench.sh BUILD [CORPORA]
#
# Without CORPORA the articles are data/*.txt and the fuzzer's seeds, put together anew some
# thousand times; with it, those of its gold/wikinews, gold/dwie and gold/dev.  `wc -w` and `grep -c`
# read the same text in the same run: the figures of two machines compare by them.
#
# SPDX-License-Identifier: MIT
set -eu
build=$1 corpora=${2:-}
work=$build/bench.tmp
rm -rf "$work" && mkdir -p "$work/articles"

# Each article is the demo's paragraphs turned round by one more, so that no two are alike in order.
own_articles() {
    awk -v folder="$work/articles" -v copies=3000 '
    BEGIN { RS = "" }
    { paragraph[n++] = $0 }
    END {
        for (i = 0; i < copies; i++) {
            file = folder "/" i ".txt"
            for (j = 0; j < n; j++) printf "%s\n\n", paragraph[(i * 7 + j * (1 + i % 3)) % n] > file
            close(file)
        }
    }' data/*.txt
}

if [ -n "$corpora" ]; then
    what="articles of $corpora"
    find "$corpora/gold/wikinews/docs" "$corpora/gold/dwie/docs" "$corpora/gold/dev/docs" -name '*.txt' >"$work/list"
else
    what='own articles'
    own_articles
    find "$work/articles" -name '*.txt' >"$work/list"
fi
LC_ALL=C sort -o "$work/list" "$work/list"
xargs cat <"$work/list" >"$work/all"

# The best of five runs: what the machine does besides is noise.
i=0
while [ $i -lt 5 ]; do
    xargs "$build/tests/bench/bench" <"$work/list"
    i=$((i + 1))
done | sort -n -k4 | head -n 1 >"$work/walk"
"$build/tests/bench/startup" 5 wc -w "$work/all" >"$work/wc"
"$build/tests/bench/startup" 5 grep -c said "$work/all" >"$work/grep"
head -c 3000 data/demo.txt >"$work/article.txt"
"$build/tests/bench/startup" 50 "$build/text2gv" "$work/article.txt" >"$work/start"
# One long file through the front door: memory must not grow with it.
"$build/tests/bench/startup" 1 "$build/text2gv" "$work/all" >"$work/long" || echo '0 0' >"$work/long"

awk -v what="$what" '
FILENAME ~ /walk$/ { count = $1; bytes = $2; words = $3; seconds = $4; base = $5; peak = $6 }
FILENAME ~ /wc$/ { wc = $3 }
FILENAME ~ /grep$/ { grep = $3 }
FILENAME ~ /start$/ { start = $1; small = $2 }
FILENAME ~ /long$/ { long_ms = $1; long_kb = $2 }
function row(name, s) {
    if (s < 0.001) s = 0.001
    printf "%-34s %12.0f %9.1f\n", name, words / s, bytes / s / 1e6
}
END {
    printf "%d %s, %d words, %.1f MB\n\n", count, what, words, bytes / 1e6
    printf "%-34s %12s %9s\n", "", "words/s", "MB/s"
    row("text2gv, text to DOT, one thread", seconds)
    row("wc -w", wc)
    row("grep -c", grep)
    printf "\n%-34s %12.1f ms   (median of 50, wall clock)\n", "start to finish, 3 KB article", start
    printf "%-34s %12.1f MB\n", "memory, 3 KB article", small / 1024
    printf "%-34s %12.1f MB   (%.1f MB of it the files themselves)\n", "memory, all articles, one graph", peak / 1024, bytes / 1048576
    printf "%-34s %12.1f MB\n", "memory, one file of all of them", long_kb / 1024
}' "$work/walk" "$work/wc" "$work/grep" "$work/start" "$work/long"
rm -rf "$work"
