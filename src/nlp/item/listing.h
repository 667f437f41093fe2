/* listing.h - names side by side: "X and Y", "X, Y and Z".
 *
 * SPDX-License-Identifier: MIT
 */
#ifndef T2G_NLP_LISTING_H
#define T2G_NLP_LISTING_H

#include "nlp/item/item.h"

enum { T2G_LIST_LONGEST = 12 }; /* names; longer lists are cut */

/* The name behind that at item i in a list that "and" closes before item end, of the same type; or T2G_NONE. */
uint32_t t2g_list_next(const t2g_layers *layers, const t2g_row *row, uint32_t i, uint32_t end);

/* The name before that at item i, of the same type, joined to it by a comma or "and"; or T2G_NONE. */
uint32_t t2g_list_before(const t2g_layers *layers, const t2g_row *row, uint32_t i, uint32_t begin);

#endif
