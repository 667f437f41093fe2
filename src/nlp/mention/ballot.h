/* ballot.h - what the document's mentions of one name say together of its kind.
 *
 * SPDX-License-Identifier: MIT
 */
#ifndef T2G_NLP_BALLOT_H
#define T2G_NLP_BALLOT_H

#include "nlp/mention/decision.h"

/* A name of two words or more that is a person here and an organisation there, and somewhere has an office, is
 * an organisation everywhere.  False when memory is out. */
bool t2g_ballot_vote(t2g_decision *d, t2g_arena *scratch);

#endif
