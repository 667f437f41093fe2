/* owner.h - offices that name no owner take one that was named before: "Agency chief X", "coach Y".
 *
 * A noun beside the role ("agency", "club") or the role itself (a striker's is a club)
 * tells what kind of organisation it must be (orgkind.h); the one of that kind that was
 * named last is meant, as a reader would take it.  O(items).
 *
 * SPDX-License-Identifier: MIT
 */
#ifndef T2G_NLP_OWNER_H
#define T2G_NLP_OWNER_H

#include "nlp/item/offices.h"

/* Adds owners, marked by T2G_OFFICE_LENT.  False when memory is out. */
bool t2g_owners_lend(t2g_arena *arena, const t2g_layers *layers, const t2g_row *row, t2g_offices *offices);

#endif
