#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Say which pairs of entities are facts: gold graphs and the clues of text2gv-clues, for text2gv-facts.

usage: facts_data.py [-a] [-m EVEN,ODD] CLUES SET > TABLE

SET holds docs/NAME.txt and gold/NAME.json.  Articles whose name ends in 0 or 5 are held out, -a takes
them too.  -m reads articles of even and of odd number with these models of names, which have not seen them,
so that names are no better than in new articles.

A table has a line an article, "D name missed...": the facts of each answer (head, member, report, statement)
that no pair stands for; and a line a pair, "P heads reported support clues ; clues ...", where the answers
are 0 none, 1 and 2 (head, member; report, statement) or -1, not to be learned: the gold calls the fact optional.
"""
import collections, getopt, glob, json, os, re, subprocess, sys
from concurrent.futures import ThreadPoolExecutor

ANSWERS = (('head_of', None), ('member_of', None)), (('reported_by', 'report'), ('reported_by', 'statement'))

def norm(name):
    name = re.sub(r'\s+', ' ', name.replace('’', "'").strip()).casefold()
    return re.sub(r'^the ', '', re.sub(r"'s$", '', name)).replace('.', '').strip(' ,;:"\'')

def read_clues(program, path, names):
    entities, pairs = [], []
    command = [program, '-m', names[int(path[-5]) % 2], path] if names else [program, path]
    for line in subprocess.run(command, capture_output=True, check=True).stdout.decode().splitlines():
        kind, *fields = line.split('\t')
        if kind == 'E': entities.append((fields[0], fields[1:]))
        else: pairs.append((int(fields[0]), int(fields[1]), fields[2] + ' ' + fields[3]))
    return entities, pairs

def gold_of(entities, gold):
    """The gold entity of each entity, or None: by any name, of the same type if there is one."""
    by_name = collections.defaultdict(list)
    for e in gold['entities']:
        for n in sorted({norm(x) for x in e['names'] + [e['canonical']]}): by_name[n].append(e)
    def find(type_, names):
        for want in (type_, None):
            for n in names:
                for e in by_name.get(norm(n), ()):
                    if want in (None, e['type']): return e
        return None
    return [find(t, names) for t, names in entities]

def label(program, path, names):
    gold = json.load(open(path))
    entities, pairs = read_clues(program, os.path.join(os.path.dirname(path), '..', 'docs', gold['doc'] + '.txt'), names)
    where, at = gold_of(entities, gold), {e['id']: e for e in gold['entities']}
    facts = {(f['src'], f['rel'], f['dst']): f for f in gold['facts']}
    vague = {k for k, f in facts.items() if any(x.get('optional') for x in (f, at[f['src']], at[f['dst']]))}
    found, lines = set(), []
    for source, target, clues in pairs:
        x, y = where[source], where[target]
        if x and y and x['id'] == y['id']: continue
        def answer(kinds):
            if (x and x.get('optional')) or (y and y.get('optional')): return -1
            if not x or not y: return 0
            keys = [(x['id'], rel, y['id']) for rel, _ in kinds]
            if any(k in found for k in keys): return -1
            for number, ((rel, kind), key) in enumerate(zip(kinds, keys), 1):
                if key in facts and key not in vague and kind in (None, facts[key].get('kind')):
                    found.add(key)
                    return number
            return -1 if any(k in vague for k in keys) else 0
        heads, reported = map(answer, ANSWERS)
        # States in alliances and agencies of states are left to the rules.
        types = entities[source][0], entities[target][0]
        if types[1] == 'person' or (types[1] == 'country' and types[0] != 'person'): heads = -1
        lines.append(f'P {heads} {reported} {clues}')
    missed = [sum(k[1] == rel and kind in (None, f.get('kind')) and k not in vague and k not in found for k, f in facts.items())
              for kinds in ANSWERS for rel, kind in kinds]
    return '\n'.join([f"D {gold['doc']} " + ' '.join(map(str, missed))] + lines)

def main():
    options, args = getopt.getopt(sys.argv[1:], 'am:')
    options = dict(options)
    if len(args) != 2: sys.exit(__doc__)
    golds = sorted(glob.glob(os.path.join(args[1], 'gold', '*.json')))
    if '-a' not in options: golds = [g for g in golds if g[-6] not in '05']
    names = options['-m'].split(',') if '-m' in options else None
    with ThreadPoolExecutor(2) as pool:
        for table in pool.map(lambda g: label(args[0], g, names), golds): print(table)

if __name__ == '__main__': main()
