/* corpus.h - CoNLL-U in, sentences that the trainers can learn from out.
 *
 * A treebank gives tags and trees; a corpus of names gives `NER=` in MISC, IOB2
 * over the kinds of nlp/syntax/tagset.def, where a list leaves a choice
 * (`NER=O/LOC/EVT`: outside, or anywhere in a name of a listed kind).  What a
 * corpus says of a token's name is thus a set of labels: one bit each.
 *
 * SPDX-License-Identifier: MIT
 */
#ifndef T2G_TRAIN_CORPUS_H
#define T2G_TRAIN_CORPUS_H

#include "model/feature.h"
#include "nlp/syntax/tag.h"
#include "nlp/syntax/transition.h"

/* The same sentence in other clothes: headlines and messages must be read too. */
typedef enum t2g_clothes { T2G_PLAIN, T2G_LOWERED, T2G_CAPITALS, T2G_HEADLINE, T2G_CLOTHES } t2g_clothes;

enum { T2G_ROW_UNKNOWN, T2G_ROW_MASK, T2G_ROW_WORDS }; /* rows of the table of words */

typedef struct t2g_word {
    uint32_t row;                     /* in the table of words                           */
    uint32_t part[T2G_FEATURE_PARTS]; /* T2G_NONE: left out                              */
} t2g_word;

typedef struct t2g_example {
    uint32_t len;
    t2g_slice *form;             /* [len]                                                */
    t2g_word *word[T2G_CLOTHES]; /* [len]                                                */
    uint8_t *pos;                /* [len], when has_tree                                 */
    uint32_t *head;              /* [len], T2G_NONE: the root                            */
    uint8_t *relation;           /* [len]                                                */
    uint64_t *names;             /* [len] labels that may be right, when has_names       */
    bool has_tree, has_names;
} t2g_example;

typedef struct t2g_corpus {
    t2g_example *at;
    size_t len, cap;
    size_t words;
} t2g_corpus;

/* The frequent words: key of the spelling to row. */
typedef struct t2g_vocabulary {
    uint32_t *keys; /* [len] ascending                                                   */
    uint32_t *rows; /* [len]                                                             */
    uint32_t len;
    uint32_t rows_len; /* rows of the table of words                                     */
} t2g_vocabulary;

/* A word a line, most frequent first, what follows a blank is ignored; the
 * first gets row T2G_ROW_WORDS.  A word whose key another one has is left out. */
t2g_result t2g_vocabulary_read(t2g_vocabulary *vocabulary, const char *path, t2g_error *error);

t2g_word t2g_word_of(const t2g_vocabulary *vocabulary, t2g_slice form);

/* Append a file's sentences.  What the file does not say stays unset. */
t2g_result t2g_corpus_read(t2g_corpus *corpus, const t2g_vocabulary *vocabulary, const char *path, t2g_error *error);

/* The names of the same sentences from another file, where the words are the same. */
t2g_result t2g_corpus_names(t2g_corpus *corpus, const t2g_corpus *names, t2g_error *error);

#endif
