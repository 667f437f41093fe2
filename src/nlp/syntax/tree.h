/* tree.h - tags in, a dependency tree over each sentence out.
 *
 * A greedy arc-hybrid parser (nlp/syntax/transition.h) over the network's vectors,
 * trained with a dynamic oracle (Goldberg & Nivre 2013, "Training
 * Deterministic Parsers with Non-Deterministic Oracles"), so that it has seen
 * what its own mistakes look like.  One root a sentence, no cycles, whatever
 * the model says.  O(tokens).
 *
 * SPDX-License-Identifier: MIT
 */
#ifndef T2G_NLP_TREE_H
#define T2G_NLP_TREE_H

#include "nlp/syntax/tag.h"
#include "nlp/syntax/transition.h"

typedef struct t2g_trees {
    uint32_t *head;    /* [tokens->len] a token of the same sentence, or T2G_NONE: the root's child */
    uint8_t *relation; /* [tokens->len] t2g_deprel to the head                                    */
} t2g_trees;

t2g_result t2g_trees_build(t2g_trees *trees, t2g_arena *arena, const t2g_network *network,
                           const t2g_sentences *sentences, const t2g_tags *tags, t2g_error *error);

const char *t2g_deprel_name(t2g_deprel relation); /* "nsubj:pass" */

/* Without its subtype: T2G_DEP_NSUBJ of T2G_DEP_NSUBJ_PASS. */
t2g_deprel t2g_deprel_universal(t2g_deprel relation);

/* One line a token: "number head relation form", an empty line after each sentence. */
void t2g_trees_dump(const t2g_trees *trees, const t2g_tokens *tokens, const t2g_sentences *sentences, FILE *out);

#endif
