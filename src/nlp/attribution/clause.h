/* clause.h - whom a clause is about: the entities at its subject.
 *
 * By the tree where it has an answer; by position, the first noun phrase that no
 * preposition leads to, where it has none.
 *
 * SPDX-License-Identifier: MIT
 */
#ifndef T2G_NLP_CLAUSE_H
#define T2G_NLP_CLAUSE_H

#include "nlp/attribution/nounphrase.h"

enum { T2G_TOPICS = 8 }; /* the most that are kept of one clause */

/* How a clause hangs in what is said. */
typedef enum t2g_depth {
    T2G_DEPTH_MAIN,
    T2G_DEPTH_BESIDE,    /* coordinated, or loosely joined     */
    T2G_DEPTH_SAID,      /* object of a verb                   */
    T2G_DEPTH_ADVERBIAL, /* when, because, while               */
    T2G_DEPTH_RELATIVE,  /* of a noun: who, that               */
    T2G_DEPTH_OTHER,
    T2G_DEPTH_OWNER      /* only owns the subject              */
} t2g_depth;

/* What a clause and those coordinated with it are about. */
typedef struct t2g_topics {
    uint32_t entity[T2G_TOPICS];
    uint32_t item[T2G_TOPICS]; /* what names them or refers to them */
    uint8_t guessed[T2G_TOPICS]; /* t2g_antecedent: not 0 where it is only likely that the item means the entity */
    uint8_t depth[T2G_TOPICS];   /* of a subject further inside: t2g_depth                */
    uint32_t len;
} t2g_topics;

/* The token that is the subject of a predicate, its own or the one it shares
 * ("X came and went", "X, coming late, said"); for "who" what it stands for; or T2G_NONE. */
uint32_t t2g_clause_subject(const t2g_scene *scene, uint32_t predicate);

/* Adds whom the clause of the predicate is about.  Looked through are "we believe that", "it
 * is clear that"; nothing is added for a condition. */
void t2g_clause_topics(const t2g_scene *scene, uint32_t predicate, t2g_topics *topics);

/* "if X ...", "whether X ...": not said to be so. */
bool t2g_clause_is_condition(const t2g_scene *scene, uint32_t predicate);

/* "S said that ..., and T said", ", S reported": with this verb the text goes on, not S, unless in a quote. */
bool t2g_clause_says_anew(const t2g_scene *scene, uint32_t token);

/* Adds the noun phrase with this head and those coordinated with it; says whether any was somebody. */
bool t2g_topics_add_noun(const t2g_scene *scene, uint32_t noun, t2g_topics *topics);

/* Adds the entity of an item, which may be T2G_NONE. */
void t2g_topics_add(const t2g_scene *scene, uint32_t item, t2g_topics *topics);

bool t2g_topics_have(const t2g_topics *topics, uint32_t entity);

/* The item of the entity that is the subject of items [begin, end) by its position, or T2G_NONE. */
uint32_t t2g_clause_first(const t2g_scene *scene, uint32_t begin, uint32_t end);

#endif
