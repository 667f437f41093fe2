#!/bin/sh
# Stairs only downwards: main, text2gv > output > graph > nlp > model > base, and input beside
# nlp (input > base); inside nlp along the walk.  No ring among the headers.
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

# The rooms of nlp/ in the order of the walk: each knows those before it.
grep -n '^#include "nlp/' src/nlp/*/*.[ch] | awk -F: '
BEGIN {
    rooms = split("lexicon text token list mention syntax entity item fact attribution judge", room, " ")
    for (i = 1; i <= rooms; i++) rank[room[i]] = i
}
{
    from = $1; sub(/^src\/nlp\//, "", from); sub(/\/.*/, "", from)
    to = $3; gsub(/^#include "nlp\/|".*/, "", to); whole = to; sub(/\/.*/, "", to)
    if (!(from in rank)) wrong = wrong "\n# " $1 ": a room that is not in the order"
    else if (!(to in rank) || rank[to] > rank[from]) wrong = wrong "\n# " $1 ":" $2 ": " whole " goes upwards"
}
END {
    if (NR == 0) wrong = "\n# no include was found"
    print (wrong == "" ? "ok" : "not ok") " 3 - includes of the rooms of nlp/ go back along the walk only" wrong
}'

# libcgraph is seen in graph/ and output/ only, and through their headers in the corridor.
seen=$(grep -l '<cgraph.h>\|<gvc.h>' src/*.[ch] src/*/*.[ch] src/nlp/*/*.[ch] | grep -v '^src/graph/\|^src/output/')
if [ -z "$seen" ]; then echo 'ok 4 - libcgraph is seen in graph/ and output/ only'
else echo "not ok 4 - libcgraph is seen in graph/ and output/ only"; echo "# $seen"; fi

# The library never prints, exits, asks the clock, the locale or the environment.
said=$(grep -nE '(^|[^a-z_])(printf|puts|putchar|perror|exit|abort|setlocale|time|clock|getenv|isalpha|isupper|isspace|isdigit|tolower|toupper|strtod|atof)\(' \
    src/text2gv.c src/base/*.c src/model/*.c src/nlp/*/*.c src/input/*.c src/graph/*.c src/output/*.c 2>/dev/null |
    grep -vE '^[^:]*:[0-9]+: ?\*|/\*')
if [ -z "$said" ]; then echo 'ok 5 - the library does not print, exit or read clock, locale or environment'
else echo 'not ok 5 - the library does not print, exit or read clock, locale or environment'; echo "$said" | sed 's/^/# /'; fi
echo '1..5'
