/* salience.h - what has been spoken of so far in, whom a pronoun means out.
 *
 * After Lappin and Leass (1994), "An Algorithm for Pronominal Anaphora
 * Resolution": every mention adds to the salience of its entity by what it is in
 * its clause, subject most; with each sentence all salience is halved; a pronoun
 * takes the most salient entity that agrees with it and is not told apart by
 * the clause ("X met him": not X).  O(1) a mention or pronoun.
 *
 * SPDX-License-Identifier: MIT
 */
#ifndef T2G_NLP_SALIENCE_H
#define T2G_NLP_SALIENCE_H

#include "nlp/entity/entity.h"
#include "nlp/syntax/tree.h"

enum { T2G_SALIENT_MOST = 24 }; /* entities that are remembered                        */

/* The last place where an entity was spoken of. */
typedef struct t2g_spoken {
    uint32_t entity, mention;
    uint32_t sentence;
    uint32_t clause;  /* the token its noun depends on, T2G_NONE: on none                */
    uint32_t salience; /* at that sentence                                               */
    bool subject;
} t2g_spoken;

typedef struct t2g_salience {
    const t2g_trees *trees;
    t2g_spoken at[T2G_SALIENT_MOST]; /* [len] the entity spoken of last comes first      */
    uint32_t len;
} t2g_salience;

/* An entity is spoken of by the tokens [begin, end), by name or by a pronoun for a mention. */
void t2g_salience_note(t2g_salience *s, uint32_t entity, uint32_t mention, uint32_t begin, uint32_t end,
                       uint32_t sentence);

/* Can an entity be meant, by its type and gender? */
typedef bool t2g_agreement(const void *context, uint32_t entity);

enum {
    T2G_ONLY_CLEAR = 1,   /* none where another entity comes near, or from far back      */
    T2G_ONLY_SUBJECT = 2, /* of a clause                                                 */
    T2G_ANY_ARGUMENT = 4  /* "himself", "his": may mean another argument of its verb     */
};

/* The entity that a pronoun means, or NULL. */
const t2g_spoken *t2g_salience_find(const t2g_salience *s, uint32_t pronoun, uint32_t sentence, unsigned flags,
                                    t2g_agreement *agrees, const void *context);

#endif
