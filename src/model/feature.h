/* feature.h - a word's bytes in, the rows of the embedding tables out.
 *
 * A word is the sum of what is seen of it (Bojanowski et al. 2017, "Enriching
 * Word Vectors with Subword Information"): a vector of its own when it is
 * frequent, and hashed vectors (Weinberger et al. 2009, "Feature Hashing for
 * Large Scale Multitask Learning") of its beginnings, endings and outline.
 * Letters are lower-cased and digits become 0 first; what case tells is told by
 * the outline alone, so that a headline keeps its words.
 *
 * SPDX-License-Identifier: MIT
 */
#ifndef T2G_MODEL_FEATURE_H
#define T2G_MODEL_FEATURE_H

#include "base/slice.h"

enum {
    T2G_FEATURE_PARTS = 9,      /* the whole, 1-3 first bytes, 1-4 last bytes, the outline */
    T2G_FEATURE_BUCKETS = 32768 /* rows that the parts are hashed to                       */
};

typedef struct t2g_features {
    uint32_t word;                    /* hash of the spelling, the key of its own row  */
    uint32_t part[T2G_FEATURE_PARTS]; /* rows, each < T2G_FEATURE_BUCKETS              */
} t2g_features;

t2g_features t2g_features_of(t2g_slice form);

/* The key of a word: t2g_features_of(form).word. */
uint32_t t2g_feature_word(t2g_slice form);

#endif
