#!/bin/sh
# The command line: every option, several files, standard input, what is printed where, and the
# exit status.  What the disk and the pipe may do to it is in tests/failure/front_door.sh.
#
# SPDX-License-Identifier: MIT
set -u
n=0
result() { n=$((n + 1)); if [ "$1" -eq 0 ]; then echo "ok $n - $2"; else echo "not ok $n - $2"; fi; }
# status WANTED WHAT ARGUMENT...: the program ends so, and says something on standard error unless 0.
status() {
    wanted=$1 what=$2
    shift 2
    "$T2G" "$@" >"$TMP/out" 2>"$TMP/err" </dev/null
    got=$?
    [ $got -eq "$wanted" ] && { [ $got -eq 0 ] || grep -q '^text2gv: ' "$TMP/err"; }
    result $? "$what"
}
says() { grep -qF -e "$2" "$TMP/$1"; result $? "... and says '$2'"; }

cat >"$TMP/one.txt" <<'END'
Ingrid Dahl, head of Norvik Bank, visited Chile on Monday.
END
cat >"$TMP/two.txt" <<'END'
Ingrid Dahl, head of Norvik Bank, told the Financial Times that Peru was next.
END

status 0 '-? is help' '-?'
says out 'usage: text2gv'
status 0 '-? among others is help' -v --legend '-v?'
status 0 '--help is help' --help
[ ! -s "$TMP/err" ]
result $? '... on standard output alone'
status 0 '-V is the version' -V
says out 'text2gv '

status 2 'an unknown letter is wrong usage' -x
says err '-x is no option'
status 2 'an unknown word is wrong usage' --foo
says err '--foo'
status 2 'an option without its value is wrong usage' -o
says err '-o wants a value'
status 2 'a word without its value is wrong usage' --dump
says err '--dump wants a value'
status 2 'a value where none belongs is wrong usage' --legend=yes
status 2 'an unknown format is wrong usage' -Tsvg "$TMP/one.txt"
says err "found 'svg', wanted dot"
status 2 'an unknown stage is wrong usage' --dump=graph
says err 'wanted one of text, token'
for threads in 0 -1 x 2x 257 ''; do status 2 "-j '$threads' is wrong usage" -j "$threads"; done
for p in 2 -0.1 x 0.5x nan ''; do status 2 "--min-confidence='$p' is wrong usage" "--min-confidence=$p"; done

status 0 'a file gives a graph' "$TMP/one.txt"
says out 'digraph text2gv {'
says out 'Ingrid Dahl'
status 0 'short options joined' "-gnews" -Tdot -j2 "$TMP/one.txt"
says out 'digraph news {'
status 0 'short options apart, behind the file' "$TMP/one.txt" -g 'my "news"\'
says out 'digraph "my \"news\"\\" {'
"$T2G" -- "$TMP/one.txt" | cmp -s - "$TMP/out"
[ $? -eq 1 ]
result $? '-- ends the options'

"$T2G" "$TMP/one.txt" "$TMP/two.txt" >"$TMP/both" 2>"$TMP/err"
[ "$(gvpr 'N [name == "Ingrid Dahl"] { print($.mentions); }' "$TMP/both")" = 2 ]
result $? 'two files make one graph, in which a full name is one person'
"$T2G" "$TMP/one.txt" "$TMP/none.txt" "$TMP/two.txt" >"$TMP/out" 2>"$TMP/err"
[ $? -eq 1 ] && cmp -s "$TMP/out" "$TMP/both"
result $? 'a missing file is named, the others are still read'
says err "$TMP/none.txt: cannot be opened: No such file or directory"
"$T2G" "$TMP/none.txt" >"$TMP/out" 2>"$TMP/err"
[ $? -eq 1 ] && [ ! -s "$TMP/out" ]
result $? 'where nothing can be read nothing is written'
status 1 'a folder is no text' "$TMP"
says err 'Is a directory'

"$T2G" <"$TMP/one.txt" >"$TMP/out" 2>"$TMP/err" && "$T2G" - <"$TMP/one.txt" | cmp -s - "$TMP/out"
result $? 'no file, or -, is standard input'
: >"$TMP/empty"
status 0 'an empty file is an empty graph' "$TMP/empty"
! grep -q 'type=' "$TMP/out"
result $? '... without nodes'
printf 'Mara\000' >"$TMP/binary"
status 1 'a file with a NUL is no text' "$TMP/binary"
says err 'is not text: byte 4 is NUL'

refuses() { # WHAT MESSAGE: standard input is refused
    cat >"$TMP/foreign"
    status 1 "$1 is refused" "$TMP/foreign"
    says err "text2gv: $TMP/foreign: is $2, wanted plain text"
    [ ! -s "$TMP/out" ]
    result $? '... and gives no graph'
}
printf '%%PDF-1.4\n1 0 obj\n' | refuses PDF 'a PDF document'
printf '\n<!DOCTYPE HTML>\n<p>Ingrid Dahl, head of Norvik Bank.</p>\n' | refuses HTML 'an HTML page'
printf '\357\273\277<html lang="en">\n' | refuses 'HTML behind a mark' 'an HTML page'
printf '<?xml version="1.0"?>\n<rss/>\n' | refuses XML 'an XML document'
printf '{\\rtf1 Ingrid Dahl}\n' | refuses RTF 'an RTF document'
printf 'PK\003\004\024\000' | refuses 'a docx' 'a ZIP archive, as office documents are'
printf '<p>The head of Norvik Bank, Ingrid Dahl, likes PDF and <html>.\n' >"$TMP/angle.txt"
status 0 'a text that names them is text' "$TMP/angle.txt"

status 0 '-v counts' -v "$TMP/one.txt" "$TMP/two.txt"
says err "text2gv: read 2 sources, $(cat "$TMP/one.txt" "$TMP/two.txt" | wc -c) bytes, 0 repaired"
grep -qE '^text2gv: [0-9]+ nodes [0-9]+ edges$' "$TMP/err"
result $? '... nodes and edges'

# Who is the same as whom, as the user says.
printf '# names\nsame\tIngrid Dahl\tAda Brandt\n' >"$TMP/names"
echo 'Ada Brandt, a chairwoman of Baltic Relay, left.' >"$TMP/three.txt"
status 0 '--same joins across files' --same="$TMP/names" "$TMP/one.txt" "$TMP/three.txt"
[ "$(gvpr 'N [type == "person"] { print($.name, " ", $.aliases); }' "$TMP/out")" = 'Ingrid Dahl Ada Brandt' ]
result $? '... into one node'
printf 'apart\tIngrid Dahl\n' >"$TMP/names"
"$T2G" --same "$TMP/names" "$TMP/one.txt" "$TMP/two.txt" >"$TMP/out"
[ "$(gvpr 'N [type == "person"] { print($.name); }' "$TMP/out")" = "$(printf 'Ingrid Dahl\nIngrid Dahl (person)')" ]
result $? '--same keeps the bearers of one name apart'
printf 'same\tA\n\nsmae\tA\tB\n' | sed 1d >"$TMP/names"
status 1 'a line of --same that cannot be read ends the run' --same="$TMP/names" "$TMP/one.txt"
says err "$TMP/names: line 2: found 'smae', wanted same or apart"
status 1 'a missing file of --same ends the run' --same="$TMP/none.txt" "$TMP/one.txt"
says err "$TMP/none.txt: cannot be opened"

"$T2G" --legend "$TMP/one.txt" >"$TMP/out"
[ "$(gvpr 'N [type != ""] { print($.name); }' "$TMP/out")" = "$("$T2G" "$TMP/one.txt" | gvpr 'N { print($.name); }')" ]
result $? 'the legend adds nothing that has a type'
"$T2G" --min-confidence=1 "$TMP/one.txt" | gvpr 'E [confidence < 1] { print($.confidence); }' >"$TMP/out"
[ ! -s "$TMP/out" ]
result $? '--min-confidence leaves out what is less sure'

# --why: every place of an edge, over several files; names as the aliases have them.
cat >"$TMP/three.txt" <<'END'
Ingrid Dahl is the head of Norvik Bank. Jon Aske met her in Chile.

Dahl is the former head of Norvik Bank, said Jon Aske.
END
lines() { awk -F '\t' -v what="$1" '$1 == what' "$TMP/out" | wc -l; }
status 0 '--why prints an edge and its places' --why 'Ingrid Dahl' 'Norvik Bank' "$TMP/one.txt" "$TMP/three.txt"
[ "$(head -n 1 "$TMP/out" | cut -f 1-4)" = "$(printf 'edge\tIngrid Dahl\thead_of\tNorvik Bank')" ] && [ "$(lines place)" -ge 2 ]
result $? '... the edge first, then the places'
awk -F '\t' '$1 == "place" { print $3, $4, $2, $9 }' "$TMP/out" >"$TMP/places"
while read -r begin end file sentence; do
    [ "$(tail -c +$((begin + 1)) "$file" | head -c $((end - begin)))" = "$sentence" ] || echo "$begin" >>"$TMP/wrong"
done <"$TMP/places"
[ -s "$TMP/places" ] && [ ! -e "$TMP/wrong" ]
result $? '... whose bytes are those of the file'
cp "$TMP/out" "$TMP/why"
status 0 'names by alias, in any case, options anywhere' "$TMP/one.txt" --why 'the NORVIK bank' dahl -j2 "$TMP/three.txt"
cmp -s "$TMP/out" "$TMP/why"
result $? '... give the same answer'
"$T2G" -o "$TMP/answer" --why=dahl 'norvik bank' "$TMP/one.txt" "$TMP/three.txt" && cmp -s "$TMP/answer" "$TMP/why"
result $? '... and -o takes it'
status 0 'no edge is an answer' --why 'Jon Aske' Chile "$TMP/three.txt"
[ "$(lines none)" = 1 ] && [ "$(lines edge)" = 0 ] && grep -q 'Jon Aske met her in Chile' "$TMP/out"
result $? '... with the sentence that names both'
status 0 'an edge below --min-confidence is a doubt' --why 'ingrid dahl' 'norvik bank' --min-confidence=1 "$TMP/one.txt"
[ "$(lines none)" = 1 ] && [ "$(lines doubt)" -ge 1 ]
result $? '... that is told'
status 1 'a name that is no node is an error' --why 'Ingrid Dohl' 'Norvik Bank' "$TMP/one.txt"
says err "text2gv: --why: 'Ingrid Dohl' is no node of the graph; the nearest: 'Ingrid Dahl'"
[ ! -s "$TMP/out" ]
result $? '... and nothing is printed'
status 1 'a name like no other is an error' --why 'Zzyzx' 'Norvik Bank' "$TMP/one.txt"
says err 'none has a name like it'
status 1 'two names of one node are an error' --why 'Dahl' 'Ingrid Dahl' "$TMP/three.txt"
says err 'are the same node'
status 2 '--why with one name is wrong usage' --why 'Ingrid Dahl'
says err '--why wants two names'
status 2 '--why and --dump are wrong usage' --why a b --dump=fact "$TMP/one.txt"

# --explain: the same graph, with two more attributes on every edge.
"$T2G" --explain "$TMP/one.txt" "$TMP/three.txt" >"$TMP/explained"
gvpr 'E { print($.tail.name, "|", $.relation, "|", $.head.name, "|", $.confidence, "|", $.begin); }' "$TMP/explained" >"$TMP/edges"
"$T2G" "$TMP/one.txt" "$TMP/three.txt" | tee "$TMP/plain" |
    gvpr 'E { print($.tail.name, "|", $.relation, "|", $.head.name, "|", $.confidence, "|", $.begin); }' | cmp -s - "$TMP/edges"
result $? '--explain changes no edge'
! grep -qE 'rule=|places=' "$TMP/plain"
result $? 'without it no edge has a rule'
[ -z "$(gvpr 'E [rule == "" || places == ""] { print($.relation); }' "$TMP/explained")" ]
result $? 'every edge has a rule and places'
nop "$TMP/explained" | gvpr 'E [relation == "head_of"] { print($.places); }' >"$TMP/out"
awk -F '\t' '$1 == "place" { printf "%s%s:%s-%s %s %s", bar, $2, $3, $4, $8, $5; bar = "|" } END { print "" }' "$TMP/why" | cmp -s - "$TMP/out"
result $? 'the places of --explain, read back, are those of --why'
status 0 '--explain and --legend' --explain --legend "$TMP/one.txt"
dot -Tsvg "$TMP/out" >"$TMP/svg" 2>"$TMP/err" && [ ! -s "$TMP/err" ] && grep -qE 'by (the rule|learned)' "$TMP/svg"
result $? '... are drawn, with the rule in the tooltip'

for stage in text token sentence mention entity fact conllu; do
    "$T2G" --dump=$stage "$TMP/one.txt" >"$TMP/out" && "$T2G" --dump=$stage "$TMP/two.txt" >>"$TMP/out" &&
        "$T2G" -j2 --dump=$stage "$TMP/one.txt" "$TMP/two.txt" | cmp -s - "$TMP/out"
    result $? "--dump=$stage prints the files in their order"
done

# Output: whole, in its place, with the mode of the umask.
(umask 027 && "$T2G" -o "$TMP/new.gv" "$TMP/one.txt")
[ "$(stat -c %a "$TMP/new.gv")" = 640 ] && "$T2G" "$TMP/one.txt" | cmp -s - "$TMP/new.gv"
result $? '-o writes the same bytes, with the mode of the umask'
[ "$("$T2G" -o /dev/stdout "$TMP/one.txt" | head -n 1)" = 'digraph text2gv {' ] && [ -L /dev/stdout ]
result $? '-o /dev/stdout is written directly'
"$T2G" -o "$TMP/new.gv" "$TMP/none.txt" 2>"$TMP/err"
"$T2G" "$TMP/one.txt" | cmp -s - "$TMP/new.gv"
result $? 'where nothing can be read -o leaves the old file'
mkfifo "$TMP/slow"
"$T2G" -o "$TMP/new.gv" "$TMP/slow" 2>"$TMP/err" &
exec 3>"$TMP/slow"
while ! ls "$TMP"/new.gv.* >/dev/null 2>&1; do sleep 0.05; done
kill -TERM $!
wait $! 2>/dev/null
exec 3>&-
! ls "$TMP"/new.gv.* >/dev/null 2>&1
result $? 'a signal leaves nothing half-written'

# Long files come in pieces; the bytes that the edges name are those of the file.
awk 'BEGIN { for (i = 0; i < 40000; i++) printf "The weather was fine, and nothing was said on day %d.\n\n", i }' >"$TMP/long.txt"
cat "$TMP/one.txt" >>"$TMP/long.txt"
"$T2G" -v "$TMP/long.txt" 2>"$TMP/err" >"$TMP/out"
says err "read 1 source, $(wc -c <"$TMP/long.txt") bytes"
"$T2G" -j3 "$TMP/long.txt" | cmp -s - "$TMP/out"
result $? 'pieces on three threads give the same bytes'
gvpr 'E { print($.begin, " ", $.end, " ", $.evidence); }' "$TMP/out" >"$TMP/edges"
while read -r begin end evidence; do
    [ "$(tail -c +$((begin + 1)) "$TMP/long.txt" | head -c $((end - begin)))" = "$evidence" ] || echo "$begin" >>"$TMP/wrong"
done <"$TMP/edges"
[ ! -e "$TMP/wrong" ]
result $? 'begin and end count from the begin of a long file'
for stage in text token sentence mention; do
    "$T2G" --dump=$stage "$TMP/long.txt" | sed 's/^ *\([A-Z]* \)*//' | tail -n 1 >"$TMP/out"
    begin=$(sed 's/-.*//' "$TMP/out") end=$(sed 's/^[0-9]*-\([0-9]*\).*/\1/' "$TMP/out")
    grep -qF "$(tail -c +$((begin + 1)) "$TMP/long.txt" | head -c $((end - begin)))" "$TMP/out"
    result $? "... and so do the offsets of --dump=$stage"
done
printf 'Anna Berg left.\r\n\r\nBerg, 61, came.\r\n' >"$TMP/crlf.txt"
"$T2G" --dump=token "$TMP/crlf.txt" | grep -q '^19-23 WORD .* Berg$'
result $? 'offsets of tokens are those of the file, whose line ends may be two bytes'
if command -v iconv >/dev/null; then
    "$T2G" --dump=token "$TMP/one.txt" | sed 's/^[0-9-]* //' >"$TMP/out"
    { printf '\377\376' && iconv -t UTF-16LE "$TMP/one.txt"; } | "$T2G" --dump=token | sed 's/^[0-9-]* //' | cmp -s - "$TMP/out"
    result $? 'UTF-16 with a byte order mark is read like UTF-8'
fi
echo "1..$n"
