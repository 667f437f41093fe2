#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""What --min-confidence buys: precision and recall of edges when those under it are left out.

usage: confidence.py [-t P,P...] CORPORA TEXT2GV [OPTION...]

CORPORA holds eval/score_graph.py and gold/SET (tests/eval/eval.sh). The program runs once an article; a row of the
table is a set and a least confidence, and the last column how many of the edges within a tenth above it are right.
"""
import getopt, glob, json, os, re, subprocess, sys
from concurrent.futures import ThreadPoolExecutor

SETS = (('held-out', 'wikinews', '[05]$'), ('dev', 'dev', ''), ('dwie', 'dwie', ''))
RELATIONS = ('head_of', 'member_of', 'reported_by')


def read_graphs(scorer, folder, pick, command):
    def read(path):
        gold = json.load(open(path))
        doc = os.path.join(folder, 'docs', gold['doc'] + '.txt')
        return gold, *scorer.read_dot(subprocess.run(command + [doc], capture_output=True, check=True).stdout)
    paths = [p for p in sorted(glob.glob(os.path.join(folder, 'gold', '*.json'))) if re.search(pick, os.path.basename(p)[:-5])]
    with ThreadPoolExecutor(2) as pool: return list(pool.map(read, paths))


def count(scorer, graphs, low, high=2.0):
    tally = scorer.Tally()
    for gold, nodes, edges in graphs:
        scorer.score_doc(gold, nodes, [e for e in edges if low <= float(e[5]) < high], tally, [])
    return [sum(tally[r, what] for r in RELATIONS) for what in ('tp', 'fp', 'fn')]


def main():
    options, args = getopt.getopt(sys.argv[1:], 't:')
    if len(args) < 2: sys.exit(__doc__)
    corpora, command = args[0], args[1:]
    sys.path.insert(0, os.path.join(corpora, 'eval'))
    import score_graph as scorer
    marks = [float(p) for p in dict(options).get('-t', '0,0.3,0.4,0.5,0.6,0.7,0.8,0.9').split(',')]
    print(f"{'edges':12}{'from':>6}{'P':>8}{'R':>8}{'F1':>8}   right within 0.1")
    for name, folder, pick in SETS:
        folder = os.path.join(corpora, 'gold', folder)
        if not os.path.isdir(folder): continue
        graphs = read_graphs(scorer, folder, pick, command)
        for mark in marks:
            right, wrong, missed = count(scorer, graphs, mark)
            near, far, _ = count(scorer, graphs, mark, mark + 0.0999)
            p, r = right / max(1, right + wrong), right / max(1, right + missed)
            print(f"{name:12}{mark:6.2f}{100 * p:8.1f}{100 * r:8.1f}{200 * p * r / max(1e-9, p + r):8.1f}   {near} of {near + far}")


if __name__ == '__main__':
    main()
