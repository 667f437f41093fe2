#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Gather the corpora that know names into one training set of one shape.

usage: names_data.py [-t PROGRAM] [-c COUNTRIES] CORPORA OUT

CORPORA is the folder that data/README.md describes, with gold/ beside it; OUT gets CoNLL-U files, a file a source.
PROGRAM (build/text2gv) makes the tokens and sentences; COUNTRIES is data/lexicon/countries.tsv.

MISC holds `NER=` and a label in IOB2 over eight kinds: PER ORG CTY (a country's name) NAT (its adjective or people)
LOC (another place) EVT (event) WRK (work) MSC (the rest). A corpus does not say everything: where it leaves a choice
the label is a list, `NER=O/LOC/EVT/WRK/MSC`: the token is outside every name or inside one of a listed kind, with
bounds unknown. Training sums over what is left open; a token without `NER=` is open altogether.

What each source says, and what it leaves open:
  ewt       PER ORG LOC are sure; LOC that is a country is CTY, a demonym is NAT; another proper noun may be the name of
            what it did not annotate, also of a body where it stands with a word of bodies (Commission, Party).
  gum       organisations, places, events with a proper noun as head; persons and other proper nouns are open.
  wikinews  persons, organisations, countries of the whole article, projected onto its text, the longest name first;
            other capitalised words may be anything but these.
  redocred  persons, organisations, places; the rest is open.
  crossner  politicians, persons, parties, organisations, countries, locations, elections, events: sure.
The Groningen Meaning Bank's silver labels are left out: even at a weight of one fifth they cost three points of ORG.
The articles of wikinews that are held out (number ending in 0 or 5) go to wikinews-heldout.conllu, gold/dev to
gold-dev.conllu: both are for measuring alone.
"""
import sys, os, re, json, glob, getopt, subprocess

ANY = 'O/PER/ORG/CTY/NAT/LOC/EVT/WRK/MSC'
REST = 'O/LOC/EVT/WRK/MSC'              # what the gold graphs do not annotate
INNER = {'of', 'the', 'and', 'for', 'de', 'da', 'du', 'des', 'la', 'le', 'del', 'di', 'in', 'on', 'to', 'a', 'an',
         'al', 'el', 'bin', 'ibn', 'van', 'von', 'der', 'den', '-', '–', '&', "'s", '’s', ',', '.', "'", '/'}
OPEN_EWT = 'O/ORG/EVT/WRK/MSC/NAT'
PARTY = {'Democrat', 'Democrats', 'Democratic', 'Republican', 'Republicans', 'GOP', 'Labour', 'Tory', 'Tories', 'Conservative',
         'Conservatives', 'Liberal', 'Liberals', 'Socialist', 'Socialists', 'Communist', 'Communists', 'Greens'}
BODIES = {'EU', 'European Union', 'UN', 'U.N.', 'United Nations', 'White House', 'Pentagon', 'Kremlin', 'Congress', 'Senate'}
TITLES = {'mr.', 'mr', 'mrs.', 'mrs', 'ms.', 'ms', 'dr.', 'dr', 'sir', 'president', 'prime', 'minister', 'senator', 'sen.',
          'chancellor', 'king', 'queen', 'prince', 'princess', 'pope', 'general', 'gen.', 'secretary', 'state', 'foreign',
          'defense', 'defence', 'governor', 'gov.', 'vice', 'representative', 'rep.', 'congressman', 'judge', 'justice',
          'ambassador', 'colonel', 'col.', 'captain', 'capt.', 'lieutenant', 'lt.', 'major', 'sergeant', 'professor',
          'prof.', 'chairman', 'director', 'leader', 'interior', 'finance', 'premier', 'opposition', 'former', 'late',
          'spokesman', 'spokeswoman', 'envoy', 'commander', 'chief', 'attorney', 'lord', 'lady', 'saint', 'mayor',
          '-', 'deputy', 'admiral', 'reverend', 'rev.', 'father', 'archbishop', 'cardinal', 'bishop', 'emir', 'sheikh',
          'justices', 'house', 'speaker', 'economy', 'energy', 'information', 'security', 'national', 'adviser', 'advisor'}
class Countries:
    """Names, and adjectives and peoples, of the program's own list."""
    def __init__(self, path):
        self.names, self.nats, self.either = set(), set(), set()
        for line in open(path, encoding='utf-8'):
            f = line.rstrip('\n').split('\t')
            if line[0] == '#' or len(f) < 2: continue
            if f[1] == 'name': self.names.add(f[0])
            elif f[1] in ('demonym', 'people'): self.nats.add(f[0])
            elif f[1] == 'ambiguous': self.either.add(f[0])
        self.either -= self.names | self.nats

STRAIGHT = str.maketrans('‘’“”', '\'\'""')

def tokenise(text, program):
    """-> sentences of (form, begin, end), offsets in characters; the program's tokens, so that training sees what running will.
    The program's offsets count its repaired text: each token is found again in ours, after the one before."""
    def dump(stage):
        run = subprocess.run([program, '--dump=' + stage], input=text.encode(), capture_output=True, check=True)
        return [line for line in run.stdout.decode('utf-8', 'replace').split('\n') if line]
    ends = [int(re.match(r'\d+-(\d+):', line).group(1)) for line in dump('sentence') if re.match(r'\d+-\d+: ', line)]
    plain, out, k, at = text.translate(STRAIGHT), [[]], 0, 0
    for line in dump('token'):
        f = line.split(' ', 4)
        m = re.match(r'(\d+)-\d+$', f[0])
        if not m or len(f) < 5: continue
        while k < len(ends) and int(m.group(1)) >= ends[k]:
            k += 1
            if out[-1]: out.append([])
        found = plain.find(f[4].translate(STRAIGHT), at)
        if found < 0: continue
        at = found + len(f[4])
        out[-1].append((f[4], found, at))
    return [s for s in out if s]

def write_sentence(out, tokens, text=None):
    """tokens: (form, upos, space after, label)"""
    for i, (form, upos, space, label) in enumerate(tokens):
        misc = [] if space else ['SpaceAfter=No']
        if label: misc.append('NER=' + label)
        out.write(f"{i + 1}\t{form}\t_\t{upos}\t_\t_\t_\t_\t_\t{'|'.join(misc) or '_'}\n")
    out.write('\n')

def capital(form): return form[:1].isupper()

def iob(labels, b, e, kind):
    if '/' in kind:
        for i in range(b, e): labels[i] = kind
    else:
        for i in range(b, e): labels[i] = ('B-' if i == b else 'I-') + kind

# ---- UD with Universal NER's tags ---------------------------------------------------------------------------------------

def read_conllu(path):
    """-> documents of sentences of (form, upos, space after, misc)"""
    docs, sent = [[]], []
    for line in open(path, encoding='utf-8'):
        line = line.rstrip('\n')
        if line.startswith('# newdoc'): docs.append([])
        elif not line:
            if sent: docs[-1].append(sent)
            sent = []
        elif line[0] != '#':
            f = line.split('\t')
            # the Penn tag knows "United" in "United States" as a proper noun, the universal one need not
            if f[0].isdigit(): sent.append((f[1], 'PROPN' if f[4].startswith('NNP') else f[3], 'SpaceAfter=No' not in f[9], f[9]))
    return [d for d in docs if d]

def spans(labels):
    out, start = [], None
    for i, l in enumerate(labels + ['O']):
        if start is not None and l[:2] != 'I-': out.append((start, i, labels[start][2:])); start = None
        if l[:2] == 'B-' or (l[:2] == 'I-' and start is None): start = i
    return out

def words_of_bodies(folder):
    """Words that stand in three or more organisations' names of the training articles, such as Commission."""
    seen = {}
    for path in sorted(glob.glob(os.path.join(folder, '*[!05].json'))):
        for e in json.load(open(path, encoding='utf-8'))['entities']:
            if e['type'] == 'organisation':
                for w in {w for n in e['names'] for w in n.split() if capital(w)}: seen[w] = seen.get(w, 0) + 1
    return {w for w, n in seen.items() if n >= 3}

def from_ewt(path, out, countries, bodies):
    for n, doc in enumerate(read_conllu(path)):
        out.write(f'# newdoc id = ewt-{n}\n')
        for sent in doc:
            m = [re.search(r'NER=([^|]+)', t[3]) for t in sent]
            if not any(m): write_sentence(out, [(f, u, s, None) for f, u, s, _ in sent]); continue
            old = [x.group(1) if x else 'O' for x in m]
            new = ['O'] * len(sent)
            for b, e, kind in spans(old):
                name = ' '.join(t[0] for t in sent[b:e])
                if kind == 'LOC' and (name in countries.names or re.sub('^[Tt]he ', '', name) in countries.names): kind = 'CTY'
                if kind == 'LOC' and name in countries.nats: kind = 'NAT'
                if kind == 'LOC' and name in countries.either: kind = 'CTY/NAT/LOC'
                if name in BODIES: kind = 'ORG'
                iob(new, b, e, kind)
            for i, (form, upos, _, _) in enumerate(sent):
                if new[i] != 'O': continue
                if form in countries.nats: new[i] = 'B-NAT'
                elif form in PARTY: new[i] = 'O/ORG/MSC'
                elif upos == 'PROPN' or (capital(form) and i > 0 and upos in ('NOUN', 'ADJ')): new[i] = 'O/EVT/WRK/MSC/NAT'
            # its annotators left out many bodies that are no company: a run with such a word is open to ORG
            b = 0
            while b < len(sent):
                e = b
                while e < len(sent) and ('/' in new[e] or (new[e] == 'O' and e > b and sent[e][0] in ('of', 'for', 'the', 'and', '&', '-'))): e += 1
                if any(sent[i][0] in bodies for i in range(b, e)):
                    for i in range(b, e):
                        if '/' in new[i]: new[i] = OPEN_EWT
                        elif e - i > 1: new[i] = 'O/ORG'
                b = max(e, b + 1)
            write_sentence(out, [(f, u, s, l) for (f, u, s, _), l in zip(sent, new)])

# ---- GUM ----------------------------------------------------------------------------------------------------------------

# Its persons begin with titles, and are roles, peoples and families too: sure, they cost precision elsewhere.
GUM = {'person': 'O/PER/NAT/MSC', 'organization': 'ORG', 'place': 'LOC', 'event': 'EVT', 'object': 'WRK/MSC', 'abstract': 'WRK/MSC'}

def gum_entities(sent):
    """-> (begin, end, type, [head token]) of one sentence"""
    out, stack = [], []
    for i, t in enumerate(sent):
        m = re.search(r'Entity=([^|]*)', t[3])
        if not m: continue
        for opening, closing_id in re.findall(r'\(([^()]+)|([^()]*)\)', m.group(1)):
            if opening:
                f = opening.split('-')
                stack.append((f[0], i, f))
            else:
                if closing_id:
                    for k in range(len(stack) - 1, -1, -1):
                        if stack[k][0] == closing_id: x = stack.pop(k); break
                    else: continue
                else:
                    if not stack: continue
                    x = stack.pop()
                f = x[2]
                heads = [x[1] + int(h) - 1 for h in f[5].split(',') if h.isdigit()] if len(f) > 5 else []
                out.append((x[1], i + 1, f[1] if len(f) > 1 else '', heads))
    return out

def from_gum(path, out, countries):
    for n, doc in enumerate(read_conllu(path)):
        out.write(f'# newdoc id = gum-{n}\n')
        for sent in doc:
            labels = [None] * len(sent)
            proper = [t[1] == 'PROPN' for t in sent]
            for b, e, type_, heads in sorted(gum_entities(sent), key=lambda x: x[0] - x[1]):
                heads = [h for h in heads if b <= h < e]
                if type_ not in GUM or not heads or not all(proper[h] or sent[h][0].lower() in INNER for h in heads) or not proper[heads[0]]: continue
                lo = hi = heads[0]
                while hi + 1 < e and (proper[hi + 1] or (hi + 2 < e and sent[hi + 1][0].lower() in ('of', '-', '&', 'the', 'for') and proper[hi + 2])
                                      or (hi + 3 < e and sent[hi + 1][0] == 'of' and sent[hi + 2][0] == 'the' and proper[hi + 3])): hi += 1
                while lo - 1 >= b and (proper[lo - 1] or (lo - 2 >= b and sent[lo - 1][0].lower() in ('of', '-', '&') and proper[lo - 2])): lo -= 1
                if type_ == 'person':
                    lo = max([lo] + [i + 1 for i in range(lo, hi) if sent[i][0].lower() in TITLES])
                while lo < hi and sent[lo][0].lower() in ('the', '-'): lo += 1
                if any(labels[lo:hi + 1]): continue
                name, kind = ' '.join(t[0] for t in sent[lo:hi + 1]), GUM[type_]
                if kind in ('LOC', 'ORG') and name in countries.names: kind = 'CTY'
                if name in countries.nats: kind = 'NAT'
                if kind == 'LOC' and name in countries.either: kind = 'CTY/NAT/LOC'
                iob(labels, lo, hi + 1, kind)
            for i, (form, upos, _, _) in enumerate(sent):
                if labels[i]: continue
                if form in countries.nats: labels[i] = 'B-NAT'
                elif upos == 'PROPN': labels[i] = ANY
                elif capital(form) and i > 0 and upos in ('NOUN', 'ADJ'): labels[i] = REST
                else: labels[i] = 'O'
            write_sentence(out, [(f, u, s, l) for (f, u, s, _), l in zip(sent, labels)])

# ---- gold graphs --------------------------------------------------------------------------------------------------------

def forms_of(gold, countries):
    """surface form -> set of labels it may bear in this article"""
    forms = {}
    for e in gold['entities']:
        for name in e['names']:
            words = name.split()
            if e['type'] == 'country':
                while len(words) > 1 and words[-1].islower(): words.pop()
                if words[0].lower() == 'the': words = words[1:]
                name = ' '.join(words)
                kind = 'NAT' if name in countries.nats else 'CTY'
                if name in countries.either: kind = 'CTY/NAT'
            else: kind = 'PER' if e['type'] == 'person' else 'ORG'
            if not name: continue
            # an optional node's bounds stand, its being a name at all does not
            forms.setdefault(name, set()).add(kind + '?' if e.get('optional') else kind)
    return forms

def from_graph(json_path, text_path, out, program, common, countries):
    gold = json.load(open(json_path, encoding='utf-8'))
    text = open(text_path, encoding='utf-8').read()
    forms = forms_of(gold, countries)
    sents = tokenise(text, program)
    starts = {b: (s, i) for s, sent in enumerate(sents) for i, (_, b, _) in enumerate(sent)}
    ends = {e: (s, i) for s, sent in enumerate(sents) for i, (_, _, e) in enumerate(sent)}
    labels = [[None] * len(s) for s in sents]
    for name in sorted(forms, key=lambda n: (-len(n), n)):
        pattern = r'\s+'.join(re.escape(w) for w in name.split())
        for m in re.finditer(pattern, text):
            e = m.end()
            if m.start() not in starts: continue
            if e not in ends:
                # "Corp" listed, "Corp." in the text
                if e + 1 in ends and text[e] == '.': e += 1
                else: continue
            (s, b), (s2, last) = starts[m.start()], ends[e]
            if s != s2 or any(labels[s][b:last + 1]): continue
            kinds = forms[name]
            sent, low = sents[s], labels[s]
            after = sent[last + 1][0] if last + 1 < len(sent) else ''
            # a name inside a longer capitalised one that the gold does not list may be anything ("Clinton" in "Clinton Foundation")
            longer = kinds & {'PER', 'PER?'} and capital(after) and not low[last + 1] and after.lower() not in common
            longer_country = kinds & {'CTY', 'CTY?'} and capital(after) and low[last + 1] is None and after.lower() not in TITLES
            if len(kinds) == 1 and not set('?/') & set(next(iter(kinds))) and not longer and not longer_country: iob(low, b, last + 1, next(iter(kinds)))
            else:
                open_ = {l for k in kinds for l in k.rstrip('?').split('/')}
                if any(k.endswith('?') for k in kinds): open_ |= {'O', 'ORG', 'LOC', 'EVT', 'WRK', 'MSC'}
                if longer: open_ |= {'ORG', 'LOC', 'EVT', 'WRK', 'MSC', 'O'}
                if longer_country: open_ |= {'ORG', 'EVT', 'MSC', 'WRK'}
                if name in ('Washington', 'London', 'Beijing', 'Moscow', 'Tehran', 'Paris', 'Berlin', 'Ottawa', 'Canberra'): open_.add('LOC')
                iob(low, b, last + 1, '/'.join(k for k in ANY.split('/') if k in open_))
    out.write(f"# newdoc id = {gold['doc']}\n")
    for sent, low in zip(sents, labels):
        n = len(sent)
        def opens(i): return 0 <= i < n and low[i] is None and capital(sent[i][0])
        unsure = [opens(i) and not (sent[i][0].lower() in common and (i == 0 or sent[i][0] == 'I')) for i in range(n)]
        new = list(low)
        for i, (form, b, e) in enumerate(sent):
            if low[i]: continue
            inner = form.lower() in INNER
            if unsure[i]: new[i] = REST
            elif inner and i and i + 1 < n and unsure[i + 1] and (unsure[i - 1] or new[i - 1] == REST): new[i] = REST
            elif form[0].isdigit() and (i and unsure[i - 1] or i + 1 < n and unsure[i + 1]): new[i] = REST
            else: new[i] = 'O'
        write_sentence(out, [(f, '_', e < len(text) and text[e:e + 1].isspace(), l) for (f, b, e), l in zip(sent, new)])

# ---- columns ------------------------------------------------------------------------------------------------------------

def read_columns(path):
    sent = []
    for line in open(path, encoding='utf-8'):
        f = line.rstrip('\n').split('\t')
        if len(f) > 1: sent.append((f[0], f[-1]))
        elif sent: yield sent; sent = []
    if sent: yield sent

def realigned(batch, program):
    """sentences of (form, label) -> the same words in the program's tokens: (form, space after, source index)"""
    text, where = [], []
    for sent in batch:
        line = ' '.join(f for f, _ in sent)
        text.append(line)
    whole = '\n\n'.join(text)
    tokens = [t for s in tokenise(whole, program) for t in s]
    base, k = 0, 0
    for sent, line in zip(batch, text):
        bounds, p = [], base
        for f, _ in sent: bounds.append((p, p + len(f))); p += len(f) + 1
        end, row, j = base + len(line), [], 0
        while k < len(tokens) and tokens[k][1] < end:
            form, b, e = tokens[k]
            while j + 1 < len(bounds) and bounds[j][1] <= b: j += 1
            row.append((form, whole[e:e + 1].isspace() or e == end, j)); k += 1
        yield sent, row
        base = end + 2

CROSSNER = {'politician': 'PER', 'person': 'PER', 'organisation': 'ORG', 'politicalparty': 'ORG', 'country': 'CTY', 'location': 'LOC',
            'election': 'EVT', 'event': 'EVT', 'misc': 'WRK/MSC/EVT'}

def from_columns(path, out, program, kinds, countries):
    batch = [s for s in read_columns(path)]
    out.write('# newdoc id = %s\n' % os.path.basename(path))
    for sent, row in realigned(batch, program):
        labels = ['O'] * len(sent)
        for b, e, kind in spans([l for _, l in sent]):
            kind = kinds.get(kind, 'O')
            if kind == 'O': continue
            while e - b > 1 and sent[b][0].lower() == 'the': b += 1
            name = ' '.join(f for f, _ in sent[b:e])
            if kind in ('LOC', 'CTY', 'ORG') and name in countries.names: kind = 'CTY'
            elif name in countries.nats: kind = 'NAT'
            elif kind in ('LOC', 'CTY') and name in countries.either: kind = 'CTY/NAT/LOC'
            iob(labels, b, e, kind)
        new, done = [], set()
        for form, space, j in row:
            l = labels[j]
            if l[:2] == 'B-' and j in done: l = 'I-' + l[2:]
            done.add(j)
            if form in PARTY and l[2:] not in ('ORG', 'EVT'): l = 'O/ORG/MSC'
            if l == 'O' and form in countries.nats: l = 'B-NAT'
            new.append((form, '_', space, l))
        if new: write_sentence(out, new)

def from_redocred(path, out, program, countries):
    kinds = {'PER': 'PER', 'ORG': 'ORG', 'LOC': 'LOC', 'MISC': 'EVT/WRK/MSC'}
    for n, doc in enumerate(json.load(open(path, encoding='utf-8'))):
        labels = [['O'] * len(s) for s in doc['sents']]
        for v in doc['vertexSet']:
            for m in v:
                (b, e), row, words = m['pos'], labels[m['sent_id']], doc['sents'][m['sent_id']]
                if m['type'] not in kinds or any(l != 'O' for l in row[b:e]): continue
                while e - b > 1 and words[b].lower() == 'the': b += 1
                name, kind = ' '.join(words[b:e]), kinds[m['type']]
                if name in countries.nats: kind = 'NAT'
                elif kind == 'LOC' and name in countries.names: kind = 'CTY'
                elif kind == 'LOC' and name in countries.either: kind = 'CTY/NAT/LOC'
                elif name in BODIES: kind = 'ORG'
                elif name in PARTY: kind = 'O/ORG/MSC'
                iob(row, b, e, kind)
        out.write(f'# newdoc id = redocred-{n}\n')
        for (sent, row), low in zip(realigned([[(w, '') for w in s] for s in doc['sents']], program), labels):
            new, done = [], set()
            for form, space, j in row:
                l = low[j]
                if l[:2] == 'B-' and j in done: l = 'I-' + l[2:]
                done.add(j)
                if l == 'O' and form in countries.nats: l = 'O/MSC/NAT/ORG/WRK/EVT'
                elif l == 'O' and form in PARTY: l = 'O/ORG/MSC'
                elif l == 'O' and capital(form) and new: l = 'O/EVT/WRK/MSC/NAT/ORG'
                new.append((form, '_', space, l))
            if new: write_sentence(out, new)

def main():
    opts, args = getopt.getopt(sys.argv[1:], 't:c:h')
    o = dict(opts)
    if '-h' in o or len(args) != 2: print(__doc__); return 2
    corpora, dest = args
    program = o.get('-t', 'build/text2gv')
    countries = Countries(o.get('-c', 'data/lexicon/countries.tsv'))
    gold = os.path.join(corpora, '..', 'gold')
    common = set()          # lower-cased words that EWT also writes small
    for line in open(os.path.join(corpora, 'ud/ewt-train.conllu'), encoding='utf-8'):
        f = line.split('\t')
        if len(f) > 3 and f[1].islower() and f[3] not in ('PROPN', 'X'): common.add(f[1])
    bodies = words_of_bodies(os.path.join(gold, 'wikinews/gold'))
    os.makedirs(dest, exist_ok=True)
    def to(name): return open(os.path.join(dest, name + '.conllu'), 'w', encoding='utf-8')
    for part in ('train', 'dev'):
        with to('ewt-' + part) as out: from_ewt(os.path.join(corpora, f'ud/ewt-{part}.conllu'), out, countries, bodies)
        with to('gum-' + part) as out: from_gum(os.path.join(corpora, f'ud/gum-{part}.conllu'), out, countries)
    for name, folder, wanted in (('wikinews', 'wikinews', r'[^05]$'), ('wikinews-heldout', 'wikinews', r'[05]$'), ('gold-dev', 'dev', '')):
        with to(name) as out:
            for path in sorted(glob.glob(os.path.join(gold, folder, 'gold', '*.json'))):
                doc = os.path.basename(path)[:-5]
                if re.search(wanted, doc): from_graph(path, os.path.join(gold, folder, 'docs', doc + '.txt'), out, program, common, countries)
    with to('crossner') as out:
        for part in ('train', 'dev'): from_columns(os.path.join(corpora, f'ner/crossner-politics-{part}.tsv'), out, program, CROSSNER, countries)
    with to('redocred') as out: from_redocred(os.path.join(corpora, 'relations/redocred-dev.json'), out, program, countries)
    return 0

if __name__ == '__main__': sys.exit(main())
