/* casing.h - tokens in, what their capital letters tell out.
 *
 * A capital says "name" in the middle of a sentence; at its beginning, in a
 * headline or in CAPITALS it says little, and the rest of the document is asked:
 * was the word seen in lower case, was it seen with a capital where capitals count?
 * (Mikheev 2002, "Periods, Capitalized Words, etc.", Computational Linguistics
 * 28(3), the document-centred approach.)  O(tokens).
 *
 * SPDX-License-Identifier: MIT
 */
#ifndef T2G_NLP_CASING_H
#define T2G_NLP_CASING_H

#include "nlp/phrase.h"
#include "nlp/sentence.h"

typedef enum t2g_case_hint {
    T2G_CASE_LOW,     /* no capital, or one that says nothing                     */
    T2G_CASE_UNSURE,  /* a capital where every word has one, and no witness       */
    T2G_CASE_CAPITAL  /* a capital that says name                                 */
} t2g_case_hint;

typedef struct t2g_casing {
    uint8_t *hint;  /* [tokens->len] t2g_case_hint                                */
    uint8_t *low;   /* [forms] by fold: how often in lower case, at most 255      */
    uint8_t *high;  /* [forms] by fold: how often with a capital that counts      */
    uint8_t *common; /* [forms] by fold: bool, a common word of English           */
    uint8_t *flat;  /* [sentences->len] bool: a headline, its capitals say little */
} t2g_casing;

/* Everything lives in the arena; false when memory is out. */
bool t2g_casing_build(t2g_casing *casing, t2g_arena *arena, const t2g_tokens *tokens,
                      const t2g_sentences *sentences, const t2g_phrases *phrases);

#endif
