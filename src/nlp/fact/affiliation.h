/* affiliation.h - letters of parties behind names: "Sen. Ann Ash (R-Fla.)", "Bob Birch, D-Ohio,".
 *
 * SPDX-License-Identifier: MIT
 */
#ifndef T2G_NLP_AFFILIATION_H
#define T2G_NLP_AFFILIATION_H

#include "nlp/fact/ground.h"

/* Claims that the person before such a letter belongs to the party, where the text names it.  O(items + mentions). */
void t2g_affiliations_find(t2g_ground *ground);

#endif
