/* regime.h - heads of state by their governments: "Nordmann's government", "the regime of X", "Norway under X".
 *
 * SPDX-License-Identifier: MIT
 */
#ifndef T2G_NLP_REGIME_H
#define T2G_NLP_REGIME_H

#include "nlp/fact/ground.h"
#include "nlp/fact/homeland.h"

/* Claims that the person heads the state that the government is of, beside it or by the text.  O(items). */
void t2g_regimes_find(t2g_ground *ground, const t2g_homelands *homelands);

#endif
