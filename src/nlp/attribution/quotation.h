/* quotation.h - whose words a quote is that runs over several sentences, is signed, or follows a label.
 *
 * What is said before the speaker is named waits for him; a quote in which nobody speaks is his
 * who began it, or the last speaker's.
 *
 * SPDX-License-Identifier: MIT
 */
#ifndef T2G_NLP_QUOTATION_H
#define T2G_NLP_QUOTATION_H

#include "nlp/attribution/reading.h"

enum { T2G_READING_FAR = 3 }; /* sentences that a speaker lasts */

/* The quotes of the sentence, when its verbs have been read. */
void t2g_quotation_read(t2g_reading *r);

/* A paragraph ends: what waits has no speaker. */
void t2g_quotation_end(t2g_reading *r);

#endif
