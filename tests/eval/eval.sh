#!/bin/sh
# eval.sh - how right the graph is: every set in one table, compared with floors.tsv, and what is right at each
# confidence.
#
# usage: eval.sh BUILD [CORPORA]
#
# CORPORA is a folder with eval/score_graph.py and eval/score_conllu.py (Python 3), gold/SET/docs and
# gold/SET/gold, and corpora/ud/*-dev.conllu.  They are not part of this project; without
# them nothing is measured, and that is said and no failure.
#
# SPDX-License-Identifier: MIT
set -u
build=$1 corpora=${2:-}
program=$build/text2gv
work=$build/eval
if [ -z "$corpora" ] || [ ! -f "$corpora/eval/score_graph.py" ]; then
    echo "eval: SKIPPED, nothing was measured: ${corpora:-CORPORA} has no eval/score_graph.py (make eval CORPORA=DIR)"
    exit 0
fi
if ! command -v python3 >/dev/null; then
    echo 'eval: SKIPPED, nothing was measured: the scorers need python3'
    exit 0
fi
rm -rf "$work" && mkdir -p "$work"
failed=0

graphs() { # NAME FOLDER [REGEX]: rows "NAME TAB row TAB P TAB R TAB F1 TAB interval"
    [ -d "$corpora/gold/$2/docs" ] || { echo "eval: $1: SKIPPED, no $corpora/gold/$2" >&2; return; }
    if ! python3 "$corpora/eval/score_graph.py" -f "${3:-.}" "$corpora/gold/$2" "$program" >"$work/$1.txt" 2>"$work/$1.err"; then
        echo "eval: $1: the scorer or the program failed: $work/$1.err" >&2
        failed=1
    fi
    # The row's name has 22 columns and may hold spaces.
    awk -v set="$1" 'length($0) > 22 {
        name = substr($0, 1, 22); sub(/ +$/, "", name); n = split(substr($0, 23), f, " ")
        if (name == "" || name !~ /^[a-z]/) next
        if (n >= 6) printf "%s\t%s\t%s\t%s\t%s\t%s\n", set, name, f[1], f[2], f[3], (n > 8 ? f[7] " " f[8] " " f[9] : "")
        else if (f[2] == "of") printf "%s\t%s\t\t\t%s\tof %s\n", set, name, f[1], f[3]
    }' "$work/$1.txt"
}

treebank() { # NAME: the raw text of corpora/ud/NAME.conllu through --dump=conllu
    gold=$corpora/corpora/ud/$1.conllu
    [ -f "$gold" ] || { echo "eval: $1: SKIPPED, no $gold" >&2; return; }
    python3 "$corpora/eval/score_conllu.py" --text "$gold" >"$work/$1.text"
    if ! "$program" --dump=conllu "$work/$1.text" >"$work/$1.conllu" 2>"$work/$1.err" ||
        ! python3 "$corpora/eval/score_conllu.py" "$gold" "$work/$1.conllu" >"$work/$1.txt" 2>>"$work/$1.err"; then
        echo "eval: $1: the scorer or the program failed: $work/$1.err, $work/$1.txt" >&2
        failed=1
    fi
    awk -v set="$1" 'length($0) > 10 {
        name = substr($0, 1, 10); sub(/ +$/, "", name)
        if (name != "" && split(substr($0, 11), f, " ") == 3) printf "%s\t%s\t%s\t%s\t%s\t\n", set, name, f[1], f[2], f[3]
    }' "$work/$1.txt"
}

{
    graphs seed seed
    graphs dev dev
    graphs held-out wikinews '[05]$'
    graphs dwie dwie
    treebank ewt-dev
    treebank gum-dev
} >"$work/figures.tsv"

awk -F '\t' '
FNR == NR { if ($0 !~ /^#/ && NF >= 3) { floor[$1, $2] = $3; floors++ } next }
$1 != last { printf "%s%-10s %-24s %7s %7s %7s %8s\n", last == "" ? "" : "\n", $1, "", "P", "R", "F1", "floor"; last = $1 }
{
    key = $1 SUBSEP $2; under = (key in floor) && $5 + 0 < floor[key] + 0; seen[key] = 1
    printf "%-10s %-24s %7s %7s %7s %8s%s  %s\n", "", $2, $3, $4, $5, (key in floor) ? floor[key] : "", under ? " UNDER" : "", $6
    if (under) low++
}
END {
    for (key in floor) if (!(key in seen)) absent++
    printf "\n%d floors, %d under them, %d not measured\n", floors, low, absent
    exit low > 0
}' tests/eval/floors.tsv "$work/figures.tsv" || failed=1

echo
python3 tests/eval/confidence.py "$corpora" "$program" || failed=1
exit $failed
