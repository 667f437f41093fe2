/* clue.h - what speaks for or against a relation between two entities, as numbers.
 *
 * Clues of a place: the words and labels between, before and behind the two
 * items, the path between them in the tree, the offices that stand beside them.
 * Clues of the rules: which of them claim the pair.  Clues of a pair: how often the
 * two are named, what roles the source bears, whether the article is about the target.  Each is hashed,
 * so that no list of clues has to be kept (Weinberger et al. 2009, "Feature
 * Hashing for Large Scale Multitask Learning").  The kinds of clue follow Zhou et
 * al. 2005, "Exploring Various Knowledge in Relation Extraction".
 *
 * SPDX-License-Identifier: MIT
 */
#ifndef T2G_NLP_CLUE_H
#define T2G_NLP_CLUE_H

#include "nlp/judge/pair.h"

enum { T2G_CLUES_MOST = 160 };

/* Clues of one place, or of a pair as a whole. */
typedef struct t2g_clues {
    uint32_t at[T2G_CLUES_MOST]; /* hashes */
    uint32_t len;
} t2g_clues;

typedef struct t2g_clue_finder {
    const t2g_ground *ground;
    uint32_t *item;           /* [tokens] the item that covers it, or T2G_NONE           */
    uint32_t *title;          /* by entity: hash of a role that stands beside it, or 0   */
    uint8_t *held;            /* by entity: a bit for each kind of role it bears          */
    uint32_t *heads, *belongs; /* by entity: claims as source; of head_of, of member_of  */
    uint32_t *headed;         /* by entity: claims of head_of as target                  */
    uint32_t home;            /* the country most named, or T2G_NONE                     */
    uint32_t main;            /* the organisation most named, or T2G_NONE                */
} t2g_clue_finder;

/* False when memory is out. */
bool t2g_clue_finder_init(t2g_clue_finder *finder, t2g_arena *arena, const t2g_ground *ground);

/* Clues of a place; none of one that is only claimed. */
void t2g_clues_of_place(const t2g_clue_finder *finder, const t2g_place *place, t2g_clues *clues);

/* What the rules claim of the pair, and of each end with somebody else. */
void t2g_clues_of_rules(const t2g_clue_finder *finder, const t2g_pairs *pairs, const t2g_pair *pair, t2g_clues *clues);

/* What the two are in the whole article. */
void t2g_clues_of_pair(const t2g_clue_finder *finder, const t2g_pairs *pairs, const t2g_pair *pair, t2g_clues *clues);

#endif
