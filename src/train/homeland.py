#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Learn which state an office is of when none stands beside it: the weights of nlp/fact/homeland.c.

usage: homeland.py [-k TRAIT,...] HOMELANDS SET [EXAM...] > WEIGHTS

A SET holds docs/NAME.txt and gold/NAME.json; HOMELANDS (text2gv-homelands) reads the articles.  Articles of the first
SET whose name ends in 0 or 5 are held out.  -k leaves these traits what they weigh now.

Two conditional logits (McFadden 1974), for heads of state and for all others: each candidate against the others and
against "none", which scores 0, with a Gaussian prior of precision PRIOR, by Newton's method.  Printed are how many
offices find their state, in fifths of the articles that were left out, in all that were learned, in the held-out ones
and in each EXAM, and how many by the weights of now; then the table of hundredths of a nat, for nlp/fact/homeland.c.
"""
import getopt, glob, json, math, os, subprocess, sys
from concurrent.futures import ThreadPoolExecutor
sys.dont_write_bytecode = True # nothing is made beside the sources
from facts_data import gold_of

PRIOR, STEPS, FOLDS, ROWS = 3, 30, 5, ('head', 'other')

def label(program, path):
    """The traits (name, weights of now), and the offices (article, row, traits of each candidate, the right one or None)."""
    gold = json.load(open(path))
    article = os.path.join(os.path.dirname(path), '..', 'docs', gold['doc'] + '.txt')
    names, offices = [], []
    serves = {(f['src'], f['dst']) for f in gold['facts'] if f['rel'] != 'reported_by'}
    for line in subprocess.run([program, article], stdout=subprocess.PIPE, check=True).stdout.decode().split('\n')[:-1]:
        kind, *fields = line.split('\t')
        if kind == 'T':
            names.append((fields[0], (int(fields[1]), int(fields[2]))))
            continue
        row, states = int(fields[0]), fields[2::2]
        holder, *homes = gold_of([('person', [fields[1]])] + [('country', [s]) for s in states], gold)
        if not holder or holder['type'] != 'person': continue
        right = [i for i, s in enumerate(homes) if s and s['type'] == 'country' and (holder['id'], s['id']) in serves]
        offices.append((gold['doc'], row, [list(map(int, t.split())) for t in fields[3::2]], right[-1] if right else None))
    return names, offices

def read(program, set_):
    with ThreadPoolExecutor(2) as pool:
        found = list(pool.map(lambda g: label(program, g), sorted(glob.glob(os.path.join(set_, 'gold', '*.json')))))
    if not found: sys.exit(f'homeland.py: {set_}: no articles')
    return found[0][0], [o for _, offices in found for o in offices]

def solve(a, b):
    """x of a x = b, a symmetric and positive definite: elimination without a pivot."""
    a, n = [row + [y] for row, y in zip(a, b)], len(b)
    for k in range(n):
        for i in range(k + 1, n):
            f = a[i][k] / a[k][k]
            if f: a[i] = [x - f * y for x, y in zip(a[i], a[k])]
    x = [0.0] * n
    for k in reversed(range(n)): x[k] = (a[k][n] - sum(a[k][j] * x[j] for j in range(k + 1, n))) / a[k][k]
    return x

def scores(weights, states): return [sum(w * t for w, t in zip(weights, traits)) for traits in states]

def shares(score):
    """The chance of each candidate, and minus the logarithm of that of none."""
    top = max([0.0] + score)
    powers = [math.exp(s - top) for s in score]
    whole = sum(powers) + math.exp(-top)
    return [p / whole for p in powers], top + math.log(whole)

def loss(weights, offices):
    total = PRIOR / 2 * sum(w * w for w in weights)
    for _, _, states, right in offices:
        score = scores(weights, states)
        total += shares(score)[1] - (score[right] if right is not None else 0)
    return total

def step(weights, free, offices):
    """Newton's step for the free weights: the gradient over the curvature."""
    slope = [PRIOR * weights[i] for i in free]
    curve = [[float(PRIOR * (i == j)) for j in free] for i in free]
    for _, _, states, right in offices:
        chance, _ = shares(scores(weights, states))
        rows = [[traits[i] for i in free] for traits in states]
        mean = [sum(p * r[i] for p, r in zip(chance, rows)) for i in range(len(free))]
        for i, m in enumerate(mean): slope[i] += m - (rows[right][i] if right is not None else 0)
        for c, r in zip(chance + [-1], rows + [mean]):
            seen = [i for i, x in enumerate(r) if x]
            for i in seen:
                for j in seen: curve[i][j] += c * r[i] * r[j]
    return solve(curve, slope)

def learn(offices, start, free):
    """The weights with the least loss, in whole hundredths; a step that overshoots is halved."""
    weights, now = start, loss(start, offices)
    for _ in range(STEPS):
        by, size, then = step(weights, free, offices), 1.0, now
        while size > 1e-6 and then >= now:
            moved = weights[:]
            for i, d in zip(free, by): moved[i] -= size * d
            then, size = loss(moved, offices), size / 2
        if now - then < 1e-9: break
        weights, now = moved, then
    return [round(100 * w) for w in weights]

def right_of(offices, row, weights):
    n = 0
    for _, _, states, right in (o for o in offices if o[1] == row):
        score = scores(weights, states)
        best = max(range(len(score)), key=score.__getitem__)
        n += (best if score[best] > 0 else None) == right
    return n

def report(name, right, offices):
    print(f'{name:12} ' + ', '.join(f'{row} {right[r]} of {sum(o[1] == r for o in offices)}' for r, row in enumerate(ROWS)))

def examine(offices, starts, free):
    """How many find their state by weights learned without their fifth of the articles."""
    fold = {article: k % FOLDS for k, article in enumerate(sorted({o[0] for o in offices}))}
    right = [0] * len(ROWS)
    for k in range(FOLDS):
        for row, start in enumerate(starts):
            weights = learn([o for o in offices if o[1] == row and fold[o[0]] != k], start, free)
            right[row] += right_of([o for o in offices if fold[o[0]] == k], row, weights)
    return right

def main():
    options, args = getopt.getopt(sys.argv[1:], 'k:')
    if len(args) < 2: sys.exit(__doc__)
    kept = dict(options).get('-k', '').split(',')
    traits, offices = read(args[0], args[1])
    held, offices = [o for o in offices if o[0][-1] in '05'], [o for o in offices if o[0][-1] not in '05']
    free = [i for i, (name, _) in enumerate(traits) if name not in kept]
    now = [[weights[row] for _, weights in traits] for row in range(len(ROWS))]
    starts = [[w / 100 if name in kept else 0.0 for w, (name, _) in zip(weights, traits)] for weights in now]
    learned = [learn([o for o in offices if o[1] == row], start, free) for row, start in enumerate(starts)]
    report('left out', examine(offices, starts, free), offices)
    exams = [(os.path.basename(e), read(args[0], e)[1]) for e in args[2:]]
    for name, exam in [('learned', offices), ('held out', held)] + exams:
        report(name, [right_of(exam, row, w) for row, w in enumerate(learned)], exam)
        report('    now', [right_of(exam, row, w) for row, w in enumerate(now)], exam)
    for (name, _), head, other in zip(traits, *learned): print(f'    TRAIT({name}, {head}, {other})')

if __name__ == '__main__': main()
