/* tenure.h - somebody holds an office: which edges that makes.
 *
 * The grammar has been read; here stands what README.md, "What the graph says",
 * means: a chairman heads, a spokesman belongs, a minister belongs to the
 * country and heads the ministry of his field.
 *
 * SPDX-License-Identifier: MIT
 */
#ifndef T2G_NLP_TENURE_H
#define T2G_NLP_TENURE_H

#include "nlp/fact/claim.h"
#include "nlp/fact/homeland.h"
#include "nlp/item/when.h"

/* How many ministries of a document are looked at for a minister of their field;
 * more make the answer a guess, and the work quadratic. */
enum { T2G_TENURE_LOOKS = 64 };

typedef struct t2g_tenures {
    const t2g_layers *layers;
    const t2g_row *row;
    const t2g_offices *offices;
    const uint8_t *nature; /* by entity                                              */
    t2g_homelands homelands;
    uint32_t ministry[T2G_TENURE_LOOKS]; /* entities, the first of them                */
    uint32_t ministries;
    uint32_t house[T2G_TENURE_LOOKS]; /* parliaments and other bodies of a state           */
    uint32_t houses;
    t2g_claims *claims;
} t2g_tenures;

/* False when memory is out. */
bool t2g_tenures_init(t2g_tenures *tenures, t2g_arena *arena, const t2g_layers *layers, const t2g_row *row, const t2g_offices *offices,
                      const uint8_t *nature, t2g_claims *claims);

/* Claim what follows from holder (an entity) holding the offices of a group.
 * status other than current overrides the office's own; when may be empty. */
void t2g_tenure_claim(const t2g_tenures *tenures, uint32_t holder, const t2g_office_group *group, t2g_rule rule,
                      t2g_status status, const t2g_when *when);

#endif
