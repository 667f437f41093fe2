/* mention.h - tokens in, named spans out: who and what the text calls by name.
 *
 * SPDX-License-Identifier: MIT
 */
#ifndef T2G_NLP_MENTION_H
#define T2G_NLP_MENTION_H

#include "nlp/mention/name.h"

typedef enum t2g_mention_kind {
    T2G_PER,
    T2G_ORG,
    T2G_CTY, /* a country by its name                                    */
    T2G_NAT, /* a country by its adjective or people                     */
    T2G_LOC, /* another place; the rest is kept only to keep it apart    */
    T2G_EVT,
    T2G_WRK,
    T2G_MSC,
    T2G_MENTION_KINDS
} t2g_mention_kind;

typedef struct t2g_mention {
    uint32_t begin, end; /* tokens of the name: no title, no 's, no leading "the"        */
    uint32_t head;       /* the token that bears the name: last of a person's, ...       */
    uint32_t entry;      /* lexicon entry that names it, or T2G_NONE                     */
    uint32_t outer;      /* the mention that holds this one ("China" in "China Daily"), or T2G_NONE */
    uint8_t kind;        /* t2g_mention_kind                                             */
} t2g_mention;

typedef struct t2g_mentions {
    t2g_mention *at; /* [len] by begin, the longer first; disjoint but for outer        */
    uint32_t len;
    uint32_t *of; /* [tokens->len] the innermost mention of each token, or T2G_NONE    */
} t2g_mentions;

t2g_result t2g_mentions_build(t2g_mentions *mentions, t2g_arena *arena, const t2g_lexicon *lexicon,
                              const t2g_text *text, const t2g_tokens *tokens, const t2g_sentences *sentences,
                              const t2g_phrases *phrases, const t2g_names *names, t2g_error *error);

const char *t2g_mention_kind_name(t2g_mention_kind kind); /* "PER", "ORG", ... */

/* One line a mention: "source-begin source-end KIND the name". */
void t2g_mentions_dump(const t2g_mentions *mentions, const t2g_text *text, const t2g_tokens *tokens, FILE *out);

#endif
