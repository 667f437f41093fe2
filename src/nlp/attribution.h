/* attribution.h - who says what about whom: claims of reported_by.
 *
 * Three steps a sentence: who speaks (subject of a verb of saying, "said X",
 * "according to X"), what is said (behind the verb, before it, or the quote), and
 * who that is about (the subject of what is said).  A speaker goes on through
 * the quotes that follow.  After Pareti 2015 ("Attribution: a computational
 * approach"): source, cue, content.  O(items).
 *
 * SPDX-License-Identifier: MIT
 */
#ifndef T2G_NLP_ATTRIBUTION_H
#define T2G_NLP_ATTRIBUTION_H

#include "nlp/claim.h"
#include "nlp/office.h"

/* nature is by entity.  Reads the claims found so far: who belongs to an outlet
 * is a journalist, whose words are a report. */
void t2g_attributions_find(const t2g_layers *layers, const t2g_row *row, const t2g_offices *offices,
                           uint8_t *nature, t2g_claims *claims);

#endif
