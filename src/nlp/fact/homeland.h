/* homeland.h - which state an office is of when none stands beside it: "President Nordmann said".
 *
 * Everything in a text that points to a state is a witness: its name, its adjective, its cities, its
 * institutions.  Each state that the text names is a candidate; what its witnesses are, how many, and where
 * they stand from the office, is weighed by weights learned from news (conditional logit, McFadden 1974:
 * each candidate against the others and against "none").  O(tokens + offices * states).
 *
 * SPDX-License-Identifier: MIT
 */
#ifndef T2G_NLP_HOMELAND_H
#define T2G_NLP_HOMELAND_H

#include "nlp/item/offices.h"

/* How many states of a document are candidates: the first; more make the answer a guess, and the work quadratic. */
enum { T2G_HOMELAND_STATES = 64, T2G_HOMELAND_TITLES = 64 };

/* One place that points to a state. */
typedef struct t2g_witness {
    uint32_t token;
    uint8_t state; /* index of homelands->state                                         */
    uint8_t kind;  /* t2g_witness_kind                                                  */
} t2g_witness;

typedef enum t2g_witness_kind { T2G_WITNESS_NAME, T2G_WITNESS_ADJECTIVE, T2G_WITNESS_PLACE, T2G_WITNESS_INSTITUTION } t2g_witness_kind;

/* "Chinese President Hu Jintao": this state's president is known. */
typedef struct t2g_taken {
    uint32_t holder; /* entity                                                           */
    uint32_t role;   /* form id of the role's last word                                  */
    uint8_t state;
} t2g_taken;

typedef struct t2g_homelands {
    const t2g_layers *layers;
    const t2g_row *row;
    const t2g_offices *offices;
    uint32_t state[T2G_HOMELAND_STATES]; /* entities, the first of them                   */
    uint32_t count[T2G_HOMELAND_STATES]; /* witnesses                                     */
    uint32_t owned[T2G_HOMELAND_STATES]; /* offices that it stands beside                 */
    uint8_t kinds[T2G_HOMELAND_STATES];  /* a bit for each kind of witness                */
    bool early[T2G_HOMELAND_STATES];     /* in the first two sentences                    */
    uint32_t states;
    t2g_witness *witness; /* [witnesses] by token                                         */
    uint32_t witnesses;
    t2g_taken taken[T2G_HOMELAND_TITLES];
    uint32_t takens;
} t2g_homelands;

/* False when memory is out. */
bool t2g_homelands_build(t2g_homelands *homelands, t2g_arena *arena, const t2g_layers *layers, const t2g_row *row,
                         const t2g_offices *offices);

/* The state (an entity) with an ISO code, or T2G_NONE. */
uint32_t t2g_homeland_coded(const t2g_homelands *homelands, t2g_slice code);

/* The state (an entity) that the holder (an entity) of an office of a group most likely serves, or T2G_NONE;
 * *lead: how far it is before the next, in hundredths of a nat. */
uint32_t t2g_homeland_find(const t2g_homelands *homelands, const t2g_office_group *group, const t2g_office *office, uint32_t holder,
                           int32_t *lead);

#endif
