#!/bin/sh
# Stairs only downwards: main, text2gv > output > graph > nlp > model > base, and input beside
# nlp (input > base).  No ring among the headers.
#
# SPDX-License-Identifier: MIT
set -u
grep -n '^#include "' src/*.[ch] src/base/*.[ch] src/model/*.[ch] src/nlp/*/*.[ch] src/input/*.[ch] \
    src/graph/*.[ch] src/output/*.[ch] 2>/dev/null | awk -F: '
BEGIN {
    split("base model nlp graph output", floors, " ")
    for (i in floors) rank[floors[i]] = i + 0
    rank["input"] = rank["nlp"]; rank["top"] = 9
}
{
    floor = $1; sub(/^src\//, "", floor); if (!sub(/\/.*/, "", floor)) floor = "top"
    target = $3; gsub(/^#include "|".*/, "", target); whole = target
    if (!sub(/\/.*/, "", target)) target = "top"
    if (!(target in rank)) wrong = wrong "\n# " $1 ":" $2 ": " whole " names no floor"
    else if (rank[target] > rank[floor]) wrong = wrong "\n# " $1 ":" $2 ": " whole " goes upwards"
    else if (rank[target] == rank[floor] && target != floor)
        wrong = wrong "\n# " $1 ":" $2 ": " whole " goes sideways"
}
END {
    if (NR == 0) wrong = "\n# no include was found"
    print (wrong == "" ? "ok" : "not ok") " 1 - includes go down the floors only" wrong
}'

grep '^#include "' src/*.h src/*/*.h src/nlp/*/*.h | sed 's,^src/\([^:]*\):#include "\([^"]*\)".*,\1 \2,' | tsort >/dev/null
case $? in 0) echo 'ok 2 - no header includes itself in a ring' ;; *) echo 'not ok 2 - headers include each other in a ring' ;; esac

# libcgraph is seen in graph/ and output/ only, and through their headers in the corridor.
seen=$(grep -l '<cgraph.h>\|<gvc.h>' src/*.[ch] src/*/*.[ch] src/nlp/*/*.[ch] | grep -v '^src/graph/\|^src/output/')
if [ -z "$seen" ]; then echo 'ok 3 - libcgraph is seen in graph/ and output/ only'
else echo "not ok 3 - libcgraph is seen in graph/ and output/ only"; echo "# $seen"; fi

# The library never prints, exits, asks the clock, the locale or the environment.
said=$(grep -nE '(^|[^a-z_])(printf|puts|putchar|perror|exit|abort|setlocale|time|clock|getenv|isalpha|isupper|isspace|isdigit|tolower|toupper|strtod|atof)\(' \
    src/text2gv.c src/base/*.c src/model/*.c src/nlp/*/*.c src/input/*.c src/graph/*.c src/output/*.c 2>/dev/null |
    grep -vE '^[^:]*:[0-9]+: ?\*|/\*')
if [ -z "$said" ]; then echo 'ok 4 - the library does not print, exit or read clock, locale or environment'
else echo 'not ok 4 - the library does not print, exit or read clock, locale or environment'; echo "$said" | sed 's/^/# /'; fi
echo '1..4'
