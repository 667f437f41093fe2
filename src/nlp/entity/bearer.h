/* bearer.h - role nouns beside names in, who bears a role out.
 *
 * "Prime Minister X", "X, the finance minister", "X is the chairman": X bears the role
 * until somebody else does.  A role of one word ("the minister") is that of any title
 * that ends so; one of several ("the finance minister") only its own.  O(1) a name.
 *
 * SPDX-License-Identifier: MIT
 */
#ifndef T2G_NLP_BEARER_H
#define T2G_NLP_BEARER_H

#include "nlp/mention/mention.h"

typedef struct t2g_bearers {
    const t2g_tokens *tokens;
    const t2g_phrases *phrases;
    const t2g_mentions *mentions;
    uint32_t *of_noun;  /* [forms] by the fold of a role's last word: a mention, or T2G_NONE */
    t2g_intern titles;  /* pairs: folds of the first and last word of a role of several    */
    uint32_t *of_title; /* [mentions->len + 1] a mention                                   */
} t2g_bearers;

/* False when memory is out. */
bool t2g_bearers_init(t2g_bearers *bearers, t2g_arena *arena, const t2g_tokens *tokens, const t2g_phrases *phrases,
                      const t2g_mentions *mentions);

/* A person is named: see whether a role stands beside.  False when memory is out. */
bool t2g_bearers_note(t2g_bearers *bearers, uint32_t mention);

/* The mention of who bears a role, or T2G_NONE. */
uint32_t t2g_bearers_find(const t2g_bearers *bearers, const t2g_phrase *role);

#endif
