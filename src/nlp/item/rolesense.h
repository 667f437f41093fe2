/* rolesense.h - what the words around a role noun say of its rank, beyond what the list says.
 *
 * SPDX-License-Identifier: MIT
 */
#ifndef T2G_NLP_ROLESENSE_H
#define T2G_NLP_ROLESENSE_H

#include "nlp/item/item.h"

/* "operational director", "Africa director": heads a part only.  i: the item of the role noun, in a sentence that begins
 * at item begin. */
bool t2g_role_heads_field(const t2g_layers *layers, const t2g_row *row, uint32_t begin, uint32_t i);

/* "candidate for the Senate": no seat yet; but "for the Labour Party" is its own. */
bool t2g_role_seeks_seat(const t2g_layers *layers, const t2g_row *row, uint32_t i, uint32_t end);

/* A nominee is one already; what he is nominated for is another thing.  role: tokens. */
bool t2g_role_is_seeker(const t2g_layers *layers, t2g_span role);

#endif
