#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""How often each rule of the fact room is right, for the table in src/nlp/fact/rules.def.

usage: rule_precision.py [-f REGEX] SET TEXT2GV

SET is a folder with docs/NAME.txt and gold/NAME.json; REGEX picks the articles. The facts are read from
`text2gv --dump=fact`. A fact counts as right when both ends bear a name of the gold entities and the gold has it,
as wrong when it has not or when an end is no node of the gold; what the gold marks optional is left out.
"""
import collections, getopt, glob, json, os, re, subprocess, sys

LINE = re.compile(r'^(.*) -(head_of|member_of|reported_by)-> (.*?) \[[^\]]*\] ([a-z-]+)(?: x\d+)?: ')


def norm(name):
    return re.sub(r"^the |'s$|[.]", '', name.replace('’', "'").casefold()).strip()


def judge(gold, facts, tally):
    entity = {norm(n): e for e in gold['entities'] for n in e['names'] + [e['canonical']]}
    known = {(f['rel'], f['src'], f['dst']): f for f in gold['facts']}
    for line in facts.splitlines():
        m = LINE.match(line)
        if not m: continue
        source, relation, target, rule = m.groups()
        s, t = entity.get(norm(source)), entity.get(norm(target))
        fact = known.get((relation, s and s['id'], t and t['id']))
        if any(x and x.get('optional') for x in (s, t, fact)): continue
        tally[rule, 'right' if fact else 'wrong'] += 1


def main():
    options, (folder, program) = getopt.getopt(sys.argv[1:], 'f:')
    pick = re.compile(dict(options).get('-f', ''))
    tally = collections.Counter()
    for path in sorted(glob.glob(os.path.join(folder, 'gold', '*.json'))):
        name = os.path.basename(path)[:-5]
        if not pick.search(name): continue
        doc = os.path.join(folder, 'docs', name + '.txt')
        dump = subprocess.run([program, '--dump=fact', doc], capture_output=True, text=True, check=True).stdout
        judge(json.load(open(path)), dump, tally)
    for rule in sorted({r for r, _ in tally}):
        right, wrong = tally[rule, 'right'], tally[rule, 'wrong']
        print(f'{rule:20}{right:6} right{wrong:6} wrong  {1000 * (right + 1) // (right + wrong + 2):5} per mille')


if __name__ == '__main__':
    main()
