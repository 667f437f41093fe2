/* namelesson.h - CoNLL-U in, documents with the names that may be right out.
 *
 * `NER=` in MISC holds IOB2 over the mention kinds, or a list (`O/LOC/EVT`)
 * where the corpus leaves a choice, or is absent where it says nothing: a
 * token has a set of labels, one bit each (names_data.py tells more).
 *
 * SPDX-License-Identifier: MIT
 */
#ifndef T2G_TRAIN_NAMELESSON_H
#define T2G_TRAIN_NAMELESSON_H

#include "nlp/list/phrase.h"
#include "nlp/token/sentence.h"

/* The same document in other clothes: headlines and messages must be read too. */
typedef enum t2g_dress { T2G_DRESS_PLAIN, T2G_DRESS_SMALL, T2G_DRESS_CAPITALS, T2G_DRESS_HEADLINE, T2G_DRESSES } t2g_dress;

typedef struct t2g_namelesson {
    t2g_tokens tokens;
    t2g_sentences sentences;
    t2g_phrases phrases;
    uint64_t *may; /* [tokens.len] labels that may be right                               */
} t2g_namelesson;

typedef struct t2g_namelessons {
    t2g_namelesson *at; /* [len]                                                          */
    size_t len, cap;
} t2g_namelessons;

/* Append the documents of a file ("# newdoc"), in the given dress; every_sentence: each sentence is a document;
 * step: only one document of so many.  T2G_IO, T2G_FORMAT, T2G_NOMEM. */
t2g_result t2g_namelessons_read(t2g_namelessons *lessons, t2g_arena *arena, const t2g_lexicon *lexicon,
                                const char *path, bool every_sentence, t2g_dress dress, uint32_t step,
                                t2g_error *error);

#endif
