/* item.h - a text as a row of items: names, references, role nouns, verb groups, words.
 *
 * What the fact room reads instead of single tokens: a name, a role of three
 * words, "has never been" or a comma is one item each, so that a short pattern
 * covers many sentences.  A row of the whole document is built once; sentences
 * are ranges of it.  O(tokens).
 *
 * SPDX-License-Identifier: MIT
 */
#ifndef T2G_NLP_ITEM_H
#define T2G_NLP_ITEM_H

#include "model/renown.h"
#include "nlp/entity/entity.h"
#include "nlp/syntax/tree.h"
#include "nlp/item/wordclass.h"

/* The layers below, gathered so that the files of the fact room can pass them on in one. */
typedef struct t2g_layers {
    const t2g_lexicon *lexicon;
    const t2g_text *text;
    const t2g_tokens *tokens;
    const t2g_sentences *sentences;
    const t2g_tags *tags;
    const t2g_trees *trees;
    const t2g_phrases *phrases;
    const t2g_mentions *mentions;
    const t2g_entities *entities;
    const t2g_renown *renown; /* who serves which state; may be NULL                     */
} t2g_layers;

typedef enum t2g_item_kind {
    T2G_ITEM_WORD,
    T2G_ITEM_PUNCT,
    T2G_ITEM_NAME,      /* of what is no node: a city, an event                     */
    T2G_ITEM_ENTITY,    /* a mention, or a reference, of an entity                  */
    T2G_ITEM_ROLE,      /* a phrase of the list "roles"                             */
    T2G_ITEM_STATUS,    /* a phrase of the list "status"                            */
    T2G_ITEM_VERB       /* a verb group: auxiliaries, adverbs, a verb of the list   */
} t2g_item_kind;

enum {
    T2G_ITEM_REFERENCE = 1,  /* entity: does not name it                             */
    T2G_ITEM_DEMONYM = 2,    /* entity: a country by its adjective                   */
    T2G_ITEM_GENITIVE = 4,   /* entity: 's stands behind, or it is "his", "its"      */
    T2G_ITEM_NEGATED = 8,    /* verb                                                 */
    T2G_ITEM_MODAL = 16,     /* verb: may, would ...: not said to be so              */
    T2G_ITEM_FUTURE = 32,    /* verb: will                                           */
    T2G_ITEM_PASSIVE = 64,   /* verb: a form of be and a participle                  */
    T2G_ITEM_PAST = 128,     /* verb                                                 */
    T2G_ITEM_COPULA = 256,   /* verb: the group is a form of be alone                */
    T2G_ITEM_BARE = 512,     /* verb: an infinitive, an -ing form or a participle alone */
    T2G_ITEM_SKIPPED = 1024, /* patterns look through it: determiners, adverbs, quotes */
    T2G_ITEM_QUOTE = 2048,   /* punct: a double quotation mark                       */
    T2G_ITEM_OPENS = 4096,   /* punct: (                                             */
    T2G_ITEM_CLOSES = 8192   /* punct: )                                             */
};

typedef struct t2g_item {
    uint32_t begin, end; /* tokens                                                       */
    uint32_t entity;     /* of an entity item, else T2G_NONE                             */
    uint32_t mention;    /* of a name, or of an entity that is no reference, else T2G_NONE */
    uint32_t entry;      /* of the lexicon, for role, status and verb; else T2G_NONE      */
    uint32_t office;     /* index of the office that begins here, or T2G_NONE (office.h)  */
    uint16_t classes;    /* of a word: T2G_CLASS_...                                     */
    uint16_t flags;      /* T2G_ITEM_...                                                 */
    uint8_t kind;        /* t2g_item_kind                                                */
    uint8_t key;         /* of entry, else T2G_KEY_NONE                                  */
    uint8_t type;        /* of entity: t2g_entity_type                                   */
} t2g_item;

typedef struct t2g_row {
    t2g_item *at;    /* [len]                                                            */
    uint32_t len;
    uint32_t *first; /* [sentences->len + 1] items of sentence s: first[s] .. first[s + 1] */
} t2g_row;

/* False when memory is out.  Furniture gives empty sentences. */
bool t2g_row_build(t2g_row *row, t2g_arena *arena, const t2g_layers *layers);

/* Is the item this word, as lower-cased? */
bool t2g_item_is(const t2g_layers *layers, const t2g_item *item, const char *fold);

#endif
