/* pair.h - who might be related: pairs of entities and the places that name both.
 *
 * A place is two items of one sentence, each an entity or a reference to one.  What
 * a rule claims is a pair too, even when its ends stand in different sentences.
 * Each item is paired with those that follow it closely, so that a sentence of
 * a thousand names stays cheap.  O(items * window).
 *
 * SPDX-License-Identifier: MIT
 */
#ifndef T2G_NLP_PAIR_H
#define T2G_NLP_PAIR_H

#include "nlp/fact/ground.h"

enum {
    T2G_PAIR_WINDOW = 10, /* entities that an item is paired with, in each direction     */
    T2G_PAIR_CHIEFS = 3,  /* most named countries and organisations that any office may be of */
    T2G_PAIR_PLACES = 8   /* places of a pair that are looked at: the first              */
};

typedef struct t2g_place {
    uint32_t source, target; /* entities                                                 */
    uint32_t sentence;
    uint32_t a, b;           /* items that mean source and target; b T2G_NONE: it is named elsewhere; both: only claimed */
} t2g_place;

typedef struct t2g_pair {
    uint32_t source, target;
    t2g_span places;
    t2g_span claims;         /* of sorted                                                */
} t2g_pair;

typedef struct t2g_pairs {
    t2g_pair *at;            /* [len] by source, then target                             */
    t2g_place *places;       /* by pair, then in order of the text                       */
    uint32_t *sorted;        /* claims by source, target, then as found                  */
    uint32_t len, places_len;
} t2g_pairs;

/* False when memory is out. */
bool t2g_pairs_build(t2g_pairs *pairs, t2g_arena *arena, const t2g_ground *ground);

#endif
