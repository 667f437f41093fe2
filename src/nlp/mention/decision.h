/* decision.h - the names of a document while they are decided on, and what is asked of its tokens.
 *
 * SPDX-License-Identifier: MIT
 */
#ifndef T2G_NLP_DECISION_H
#define T2G_NLP_DECISION_H

#include "nlp/mention/mention.h"

enum { T2G_NO_NAME = T2G_MENTION_KINDS };

/* A name that is being decided on. */
typedef struct t2g_verdict {
    uint32_t begin, end; /* tokens                                                        */
    uint32_t entry;      /* of the lexicon, or T2G_NONE                                   */
    uint8_t kind;        /* t2g_mention_kind, or T2G_NO_NAME                              */
} t2g_verdict;

typedef struct t2g_decision {
    const t2g_tokens *tokens;
    const t2g_sentences *sentences;
    const t2g_phrases *phrases;
    t2g_verdict *at; /* [len] in order, disjoint                                          */
    uint32_t len;
    uint8_t sport; /* t2g_sport_of the document                                           */
} t2g_decision;

/* The id of a token's lower-cased form. */
uint32_t t2g_fold_at(const t2g_decision *d, uint32_t token);

/* Is the token this form?  Behind the text nothing is. */
bool t2g_form_is(const t2g_decision *d, uint32_t token, const char *form);

/* Is it one of these words, as it stands or lower-cased?  words ends with NULL. */
bool t2g_form_is_any(const t2g_decision *d, uint32_t token, const char *const *words);
bool t2g_fold_is_any(const t2g_decision *d, uint32_t token, const char *const *words);

/* No space before it. */
bool t2g_is_glued(const t2g_decision *d, uint32_t token);

bool t2g_is_capital(const t2g_decision *d, uint32_t token);

/* No list knows a phrase that begins at the token. */
bool t2g_is_unlisted(const t2g_decision *d, uint32_t token);

/* The country, or its adjective or people, that begins at a token; its capital is none.  Or NULL. */
const t2g_phrase *t2g_country_at(const t2g_decision *d, uint32_t token);

/* T2G_NAT or T2G_CTY. */
uint8_t t2g_state_kind(const t2g_phrase *country);

/* Is it one of the two? */
bool t2g_is_state(uint8_t kind);

/* The token that bears the name: a person's last name, the last word of others. */
uint32_t t2g_name_head(const t2g_decision *d, uint32_t begin, uint32_t end, uint8_t kind);

#endif
