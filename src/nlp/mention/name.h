/* name.h - tokens in, names as a learned model sees them out: spans and what they name.
 *
 * A conditional random field over the words that may be in a name; all others
 * are outside.  The encoder of the tag room has an opinion of its own, which
 * counts for less (a product of experts: Hinton 2002): what it sees in a whole
 * sentence and the features do not adds half a point of organisations.  What
 * the lexicon knows for certain, and names inside names, are the mention room's
 * affair.  O(tokens).
 *
 * SPDX-License-Identifier: MIT
 */
#ifndef T2G_NLP_NAME_H
#define T2G_NLP_NAME_H

#include "model/crf.h"
#include "nlp/mention/namesight.h"

typedef struct t2g_namer {
    t2g_crf crf;
    t2g_wordbook words;
} t2g_namer;

typedef struct t2g_name {
    uint32_t begin, end; /* tokens                                                        */
    uint8_t kind;        /* t2g_mention_kind                                              */
} t2g_name;

typedef struct t2g_names {
    t2g_name *at; /* [len] in order, disjoint, each inside a sentence                     */
    uint32_t len;
} t2g_names;

/* Take the sections of a model file, which must outlive the namer; deep as in t2g_crf_open.  T2G_FORMAT. */
t2g_result t2g_namer_open(t2g_namer *namer, const t2g_modelfile *file, bool deep, t2g_error *error);

/* naming: [tokens->len][labels] a second opinion, the network's: how far each label is behind the best, in 32nds of
 * a nat, 0 or less; NULL: there is none. */
t2g_result t2g_names_build(t2g_names *names, t2g_arena *arena, const t2g_namer *namer, const t2g_tokens *tokens,
                           const t2g_sentences *sentences, const t2g_phrases *phrases, const int8_t *naming,
                           t2g_error *error);

#endif
