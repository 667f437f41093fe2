/* phrase.h - tokens and lexicon in, every phrase of the lexicon that stands in the text out.
 *
 * One pass over the trie from each token; the rooms after it ask "what begins
 * here?" and never search again.  O(tokens * longest phrase).
 *
 * SPDX-License-Identifier: MIT
 */
#ifndef T2G_NLP_PHRASE_H
#define T2G_NLP_PHRASE_H

#include "nlp/lexicon/lexicon.h"
#include "nlp/token/token.h"

typedef struct t2g_phrase {
    uint32_t begin, end; /* tokens                                                        */
    uint32_t entry;      /* of the lexicon                                                */
    uint8_t list, key;   /* of that entry                                                 */
} t2g_phrase;

typedef struct t2g_phrases {
    t2g_phrase *at;  /* [len] by begin, then the longest first, then by entry             */
    uint32_t len;
    uint32_t *first; /* [tokens->len + 1] those that begin at token i: first[i] .. first[i + 1] */
} t2g_phrases;

t2g_result t2g_phrases_build(t2g_phrases *phrases, t2g_arena *arena, const t2g_lexicon *lexicon,
                             const t2g_tokens *tokens, t2g_error *error);

/* The longest phrase of a list that begins at a token, or NULL. */
const t2g_phrase *t2g_phrases_longest(const t2g_phrases *phrases, uint32_t token, t2g_lex_list list);

#endif
