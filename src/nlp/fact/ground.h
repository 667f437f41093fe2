/* ground.h - what a decision on facts stands on: items, offices, and what the rules claim.
 *
 * SPDX-License-Identifier: MIT
 */
#ifndef T2G_NLP_GROUND_H
#define T2G_NLP_GROUND_H

#include "nlp/fact/claim.h"
#include "nlp/item/offices.h"

typedef struct t2g_ground {
    const t2g_layers *layers;
    t2g_row row;
    t2g_offices offices;
    t2g_claims claims;
    uint8_t *nature; /* by entity: T2G_NATURE_... */
} t2g_ground;

/* Items, offices and their owners, and no claim yet; the layers must outlive the ground.  False when memory is out. */
bool t2g_ground_open(t2g_ground *ground, t2g_arena *arena, const t2g_layers *layers);

/* Claim what the patterns of the lists say, and what names hold of each other.  claims.failed when memory is out. */
void t2g_patterns_find(t2g_ground *ground);

#endif
