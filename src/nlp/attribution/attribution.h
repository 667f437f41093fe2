/* attribution.h - who says what about whom: claims of reported_by.
 *
 * Three steps a cue: who speaks (source.h), what is said and whom it is about
 * (content.h, clause.h), and whom it is told (hearer.h).  Each asks the tree first
 * and, where the tree has no answer, the order of the items.  A speaker goes on
 * through the quotes that follow.  After Pareti 2015 ("Attribution: a
 * computational approach"): source, cue, content.  O(items + tokens).
 *
 * SPDX-License-Identifier: MIT
 */
#ifndef T2G_NLP_ATTRIBUTION_H
#define T2G_NLP_ATTRIBUTION_H

#include "nlp/fact/claim.h"
#include "nlp/item/offices.h"

/* nature is by entity.  Reads the claims found so far: who belongs to an outlet
 * is a journalist, whose words are a report.  False when memory is out. */
bool t2g_attributions_find(const t2g_layers *layers, const t2g_row *row, const t2g_offices *offices,
                           uint8_t *nature, t2g_claims *claims);

#endif
