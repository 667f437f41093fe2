/* entity.h - mentions in, entities out: who is the same as whom (coreference).
 *
 * SPDX-License-Identifier: MIT
 */
#ifndef T2G_NLP_ENTITY_H
#define T2G_NLP_ENTITY_H

#include "nlp/entity/same.h"
#include "nlp/mention/mention.h"
#include "nlp/syntax/tree.h"

typedef enum t2g_entity_type { T2G_PERSON, T2G_ORGANISATION, T2G_COUNTRY } t2g_entity_type;

typedef struct t2g_entity {
    uint8_t type;     /* t2g_entity_type                                                */
    uint8_t gender;   /* of a person: t2g_gender (coreference.h)                        */
    t2g_slice name;   /* canonical: the fullest form of the text; a country's English name */
    t2g_slice code;   /* country: its ISO code, else size 0                             */
    uint32_t first;   /* its first mention                                              */
    uint32_t mentions; /* how many of them                                               */
    bool local;       /* an organisation whose name is one that every state has: "Foreign Ministry" */
    uint32_t same;    /* number of its group in the user's file, 0: in none             */
    bool own;         /* the user's file says that each source has its own              */
} t2g_entity;

/* A span that means an entity without naming it: "he", "the company", "its". */
typedef struct t2g_reference {
    uint32_t begin, end; /* tokens                                                        */
    uint32_t entity;
    uint32_t through;    /* the mention it was resolved to                                */
} t2g_reference;

typedef struct t2g_entities {
    t2g_entity *at; /* [len] in order of their first mention                             */
    uint32_t len;
    uint32_t *of_mention; /* [mentions->len] entity or T2G_NONE (places, events ...)      */
    t2g_reference *references; /* [references_len] by begin, disjoint                     */
    uint32_t references_len;
    const t2g_same *same; /* what a user said, or NULL; must outlive the entities and their graph */
} t2g_entities;

/* same: what a user said of some names, or NULL. */
t2g_result t2g_entities_build(t2g_entities *entities, t2g_arena *arena, const t2g_lexicon *lexicon, const t2g_same *same,
                              const t2g_text *text, const t2g_tokens *tokens, const t2g_sentences *sentences,
                              const t2g_trees *trees, const t2g_phrases *phrases, const t2g_mentions *mentions,
                              t2g_error *error);

/* The one of a type that is named most, of equals the first; T2G_NONE where there is none. */
uint32_t t2g_entities_named_most(const t2g_entities *entities, t2g_entity_type type);

const char *t2g_entity_type_name(t2g_entity_type type); /* "person", ... */

/* A line an entity: "TYPE name [code]", then indented its mentions and references. */
void t2g_entities_dump(const t2g_entities *entities, const t2g_text *text, const t2g_tokens *tokens,
                       const t2g_mentions *mentions, FILE *out);

#endif
