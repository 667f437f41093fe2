#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Leave out of raw text what is kept for measuring.

usage: unseen.py SET... < ARTICLES > ARTICLES

ARTICLES are texts, each under a line "# title".  One that shares a sentence with docs/*.txt of a SET is left out.
"""
import glob, os, re, sys

LEAST = 50 # letters that make a sentence one of a kind

def sentences(line):
    for sentence in re.split(r'(?<=[.!?]) ', line.strip()):
        letters = re.sub(r'\W', '', sentence)
        if len(letters) > LEAST: yield letters[:LEAST]

def main():
    if len(sys.argv) < 2: sys.exit(__doc__)
    seen = {s for folder in sys.argv[1:] for path in glob.glob(os.path.join(folder, 'docs', '*.txt'))
            for line in open(path, encoding='utf-8') for s in sentences(line)}
    article = []
    def flush():
        if not any(s in seen for line in article for s in sentences(line)): sys.stdout.writelines(article)
        article.clear()
    for line in sys.stdin:
        if line.startswith('# '): flush()
        article.append(line)
    flush()

if __name__ == '__main__': main()
