/* wordbook.h - a word in, what raw text has taught of it out: the company it keeps, and its usual case.
 *
 * Words that stand in like contexts share a cluster (k-means over the vectors
 * of train/vectors.c), at three grains, so that a model that was taught few
 * names knows what kind of word an unknown one is.  A word is found by a hash
 * of its lower-cased spelling with digits as 0.
 *
 * Section of the model file:
 *     words.table  U32 [slots, a power of two][2]  key, facts; facts 0: empty
 *
 * SPDX-License-Identifier: MIT
 */
#ifndef T2G_MODEL_WORDBOOK_H
#define T2G_MODEL_WORDBOOK_H

#include "base/slice.h"
#include "model/modelfile.h"

enum {
    T2G_GRAINS = 3,
    T2G_COARSE_BITS = 7,  /* clusters + 1, as 0 is a word without one                      */
    T2G_MIDDLE_BITS = 9,
    T2G_FINE_BITS = 11,
    T2G_HABIT_BITS = 4    /* 0 unknown, 1 to 6 of few witnesses, 7 to 12 of many: from always small to always capital */
};

typedef struct t2g_wordfacts {
    uint16_t cluster[T2G_GRAINS]; /* coarse, middle, fine; 0: none                         */
    uint8_t habit;
} t2g_wordfacts;

typedef struct t2g_wordbook {
    const uint32_t *table; /* [slots][2]                                                   */
    uint32_t slots;
} t2g_wordbook;

/* Take the section of a file that must outlive the book; deep as in t2g_crf_open.  T2G_FORMAT. */
t2g_result t2g_wordbook_open(t2g_wordbook *book, const t2g_modelfile *file, bool deep, t2g_error *error);

/* The key of a lower-cased word. */
uint64_t t2g_wordbook_key(t2g_slice fold);

t2g_wordfacts t2g_wordbook_find(const t2g_wordbook *book, uint64_t key);

/* Facts as the table has them, never 0: for the trainer. */
uint32_t t2g_wordfacts_pack(t2g_wordfacts facts);

#endif
