/* airing.h - outlets in which somebody appears, speaks or writes without a verb of saying: "appeared on S", "an article in S".
 *
 * SPDX-License-Identifier: MIT
 */
#ifndef T2G_NLP_AIRING_H
#define T2G_NLP_AIRING_H

#include "nlp/attribution/clause.h"

/* Adds who appears in the outlet at item i, the subjects of the clause it hangs on.  Returns how it hangs there,
 * a clue for the judge, or 0 when it is no place to appear in.  The speaker of the scene should be nobody. */
uint32_t t2g_airing_at(const t2g_scene *scene, uint32_t i, t2g_topics *topics);

#endif
