/* scene.h - one sentence as the finders of attributions see it: its items and its tree side by side.
 *
 * Items tell who is named and which words are verbs of saying, the tree tells
 * what depends on what.  A token leads to the item that covers it, an item to the
 * token of it that the rest of it depends on.
 *
 * SPDX-License-Identifier: MIT
 */
#ifndef T2G_NLP_SCENE_H
#define T2G_NLP_SCENE_H

#include "nlp/item/offices.h"

typedef struct t2g_scene {
    const t2g_layers *layers;
    const t2g_row *row;
    const t2g_offices *offices;
    const uint8_t *nature;         /* by entity                                          */
    uint32_t *item;                /* [tokens] the item that covers it, or T2G_NONE       */
    bool *quoted;                  /* [items] does it stand between quotation marks?      */
    uint32_t *dependent;           /* [tokens] its first dependent, or T2G_NONE           */
    uint32_t *next;                /* [tokens] the next dependent of its head, or T2G_NONE */
    uint32_t sentence, begin, end; /* the sentence and its items                          */
    const uint32_t *body_of, *state_of; /* by entity: the organisation, the country a person speaks for, or T2G_NONE */
    uint32_t speaker;              /* whose words are read, or T2G_NONE                   */
    uint32_t last;                 /* who spoke last, not long ago, or T2G_NONE          */
    uint32_t other;                /* the person spoken of last who is not the speaker, or T2G_NONE */
    uint32_t recent[3][2];         /* by type: the entities named last, or T2G_NONE       */
    uint32_t recent_sentence;      /* where a person was named last                       */
    uint32_t actor;                /* the person the sentence before was about, or T2G_NONE */
    uint32_t last_sentence;        /* where the last speaker spoke                        */
    uint32_t hero;                 /* the person named most, or T2G_NONE                 */
    uint32_t reporter;             /* whose report "the report" is here, or T2G_NONE      */
} t2g_scene;

/* False when memory is out.  O(tokens). */
bool t2g_scene_init(t2g_scene *scene, t2g_arena *arena, const t2g_layers *layers, const t2g_row *row,
                    const t2g_offices *offices, const uint8_t *nature);

/* The item at i is read: notes whom it names. */
void t2g_scene_note(t2g_scene *scene, uint32_t i);

void t2g_scene_enter(t2g_scene *scene, uint32_t sentence);

/* The first dependent of a token with this relation or a subtype of it, or T2G_NONE. */
uint32_t t2g_scene_dependent(const t2g_scene *scene, uint32_t token, t2g_deprel relation);

/* The relation of a token to its head, without its subtype. */
t2g_deprel t2g_scene_relation(const t2g_scene *scene, uint32_t token);

/* The token of an item that its other tokens depend on. */
uint32_t t2g_scene_token(const t2g_scene *scene, uint32_t item);

/* Is item i of the sentence this word, as lower-cased? */
bool t2g_scene_is(const t2g_scene *scene, uint32_t i, const char *fold);

/* Is the token one of these words?  The list ends with NULL. */
bool t2g_scene_is_word(const t2g_scene *scene, uint32_t token, const char *const *words);

/* Is item i of the sentence an entity, and one that reports? */
bool t2g_scene_is_entity(const t2g_scene *scene, uint32_t i);
bool t2g_scene_is_outlet(const t2g_scene *scene, uint32_t i);

#endif
