#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Words in, a token a line and an empty line after each sentence; out: word TAB times small TAB times with a capital.

Capitals of a sentence's first word, or behind a colon or a quote, say nothing and are not counted; nor is a word seen
but once. Words are lower-cased. The trainer of names (names.c) reads it.
"""
import collections
import sys

OPENING = {'"', '“', "'", '‘', '-', '—', '–'}
OPENS_ANEW = {':', '"', '“'}

small, capital = collections.Counter(), collections.Counter()
opening = True
for line in open(0, encoding='utf-8', errors='replace'):
    word = line.rstrip('\n')
    if not word or word in OPENS_ANEW:
        opening = True
    elif word[0].isalpha():
        if word[0].islower(): small[word.lower()] += 1
        elif not opening: capital[word.lower()] += 1
        opening = False
    elif word not in OPENING:
        opening = False
for word in sorted(set(small) | set(capital)):
    if small[word] + capital[word] >= 2:
        sys.stdout.write(f'{word}\t{small[word]}\t{capital[word]}\n')
