/* namekind.h - what a name names: what the model said, put right by the lists and by the words beside it.
 *
 * A country is a country wherever its name stands by itself; what has an office is an
 * organisation; a capital that acts is its state.
 *
 * SPDX-License-Identifier: MIT
 */
#ifndef T2G_NLP_NAMEKIND_H
#define T2G_NLP_NAMEKIND_H

#include "nlp/mention/decision.h"

/* One name of the model, its bounds put right too (namebound.h). */
t2g_verdict t2g_name_decide(const t2g_decision *d, const t2g_name *name);

/* What the model did not see at all at token i, before its next name at limit: countries, sites, parties by their
 * adjective.  T2G_NO_NAME over the words that are passed. */
t2g_verdict t2g_name_find_missed(const t2g_decision *d, uint32_t i, uint32_t limit);

#endif
