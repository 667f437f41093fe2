/* ending.h - nouns that end all of somebody's offices: "the death of X", "after X's resignation", "the late X".
 *
 * What verbs end is in the list "patterns" (keyword ends).  O(items).
 *
 * SPDX-License-Identifier: MIT
 */
#ifndef T2G_NLP_ENDING_H
#define T2G_NLP_ENDING_H

#include "nlp/item/item.h"

/* Sets ended, by entity, for the persons whose end is told. */
void t2g_endings_find(const t2g_layers *layers, const t2g_row *row, bool *ended);

#endif
