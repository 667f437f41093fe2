#!/bin/sh
# The trainer: the same corpus gives the same bytes twice, is learned, and a broken one leaves the old
# model.  Skipped where `make train-tools` was not run.
#
# SPDX-License-Identifier: MIT
set -u
train=$B/text2gv-train
if [ ! -x "$train" ]; then
    echo "ok 1 - the trainers are not built # SKIP make train-tools"
    echo "1..1"
    exit 0
fi
n=0
result() { n=$((n + 1)); if [ "$1" -eq 0 ]; then echo "ok $n - $2"; else echo "not ok $n - $2"; fi; }

mkdir -p "$TMP/ud" "$TMP/names"
# word TAB tag TAB head TAB relation TAB name, as CoNLL-U, forty times
awk 'BEGIN { FS = OFS = "\t" }
     { sentence[NR] = $0 }
     END { for (i = 0; i < 40; i++) { k = 0
               for (j = 1; j <= NR; j++) { $0 = sentence[j]
                   if (NF < 5) { print; k = 0 } else print ++k, $1, "_", $2, "_", "_", $3, $4, "_", "NER=" $5 } } }' \
    >"$TMP/ud/ewt-train.conllu" <<'END'
# newpar
# text = Ingrid Dahl heads Norvik Bank.
Ingrid	PROPN	3	nsubj	B-PER
Dahl	PROPN	1	flat	I-PER
heads	VERB	0	root	O
Norvik	PROPN	5	compound	B-ORG
Bank	PROPN	3	obj	I-ORG
.	PUNCT	3	punct	O

# text = Peru waits.
Peru	PROPN	2	nsubj	B-CTY
waits	VERB	0	root	O
.	PUNCT	2	punct	O

END
for file in ud/gum-train ud/ewt-dev ud/gum-dev names/ewt-train names/gum-train names/ewt-dev names/gum-dev \
            names/wikinews names/crossner names/redocred names/gold-dev names/wikinews-heldout; do
    cp "$TMP/ud/ewt-train.conllu" "$TMP/$file.conllu"
done
printf 'heads 3\nwaits 2\n. 9\n' >"$TMP/vocabulary"

# A trainer runs once and leaves its memory to the system.
learn() { ASAN_OPTIONS=detect_leaks=0 "$train" -v "$TMP/vocabulary" -n "$TMP/names" -p 30 -o "$1" "$TMP" >"$TMP/log" 2>&1; }

learn "$TMP/one.model"; result $? 'a tiny corpus is learned'
learn "$TMP/two.model"; result $? 'and learned again'
cmp -s "$TMP/one.model" "$TMP/two.model"; result $? 'to the same bytes'
tr '\r' '\n' <"$TMP/log" | grep 'ewt .* las' | tail -n 1 | grep -q 'upos 100.00 uas 100.00 las 100.00'
result $? 'and by heart'
cp "$TMP/one.model" "$TMP/old.model"
rm "$TMP/names/redocred.conllu"
learn "$TMP/one.model"; [ $? -eq 1 ]; result $? 'a corpus that is missing is a failure'
grep -q 'redocred' "$TMP/log"; result $? 'that names it'
cmp -s "$TMP/one.model" "$TMP/old.model"; result $? 'and leaves the old model'

ends() { ASAN_OPTIONS=detect_leaks=0 "$B/text2gv-sentences" -o "$1" "$TMP" >"$TMP/log" 2>&1; }
ends "$TMP/ends.model" && ends "$TMP/ends-too.model"; result $? 'the ends of sentences are learned twice'
cmp -s "$TMP/ends.model" "$TMP/ends-too.model"; result $? 'to the same bytes'
tail -n 1 "$TMP/log" | grep -q 'gum-dev P 100.00 R 100.00'; result $? 'and by heart'
rm "$TMP/ud/gum-dev.conllu"
ends "$TMP/ends.model"; [ $? -eq 1 ] && cmp -s "$TMP/ends.model" "$TMP/ends-too.model"
result $? 'a treebank that is missing is a failure and leaves the old model'
# Clue 65536 says "heads", 131072 "belongs", 196608 nothing: rows are the upper halves.
awk 'BEGIN { for (i = 0; i < 60; i++) { print "D a" i " 0 0 0 0"; print "P 1 0 200 65536 ; 1245184 ; 196608"
                                       print "P 2 0 020 131072 ; 1245184 ; 196608"; print "P 0 0 000 ; 1245184 ; 196608" } }' >"$TMP/table"
facts() { ASAN_OPTIONS=detect_leaks=0 "$B/text2gv-facts" -r "$TMP/report" -c "$TMP/table" "$1" "$TMP/table" 2>"$TMP/log"; }
facts "$TMP/facts.model" && facts "$TMP/facts-too.model"; result $? 'the facts are learned twice'
cmp -s "$TMP/facts.model" "$TMP/facts-too.model"; result $? 'to the same bytes'
grep -q '^head_of  *F1 100.0' "$TMP/report" && grep -q '^member_of  *F1 100.0' "$TMP/report"; result $? 'and by heart'

# Twelve articles, in which the president serves the state that is named last before her; a10 is held out.
mkdir -p "$TMP/states/docs" "$TMP/states/gold"
for i in 1 2 3 4 6 7 8 9 11 12 13 10; do
    printf 'Peru waits. Norway closed two ports on Monday. President Ingrid Dahl said that nothing would change.\n' >"$TMP/states/docs/a$i.txt"
    printf '{"doc": "a%s", "entities": [{"id": "p", "type": "person", "canonical": "Ingrid Dahl", "names": ["Ingrid Dahl"]},
        {"id": "n", "type": "country", "canonical": "Norway", "names": ["Norway"]}],
        "facts": [{"src": "p", "rel": "head_of", "dst": "n"}]}\n' "$i" >"$TMP/states/gold/a$i.json"
done
states() { ASAN_OPTIONS=detect_leaks=0 python3 src/train/homeland.py "$B/text2gv-homelands" "$1" >"$2" 2>"$TMP/log"; }
if command -v python3 >/dev/null; then
    states "$TMP/states" "$TMP/weights" && states "$TMP/states" "$TMP/weights-too"; result $? 'the states of offices are learned twice'
    cmp -s "$TMP/weights" "$TMP/weights-too"; result $? 'to the same bytes'
    grep -q '^learned  *head 11 of 11, other 0 of 0' "$TMP/weights" && grep -q '^held out  *head 1 of 1,' "$TMP/weights"
    result $? 'and by heart'
    grep -q '^    TRAIT(LAST, [1-9][0-9]*, 0)' "$TMP/weights"; result $? 'by what stands beside the office'
    states "$TMP/names" "$TMP/weights-too"; [ $? -eq 1 ] && grep -q 'no articles' "$TMP/log"; result $? 'no articles are a failure'
fi
echo "1..$n"
