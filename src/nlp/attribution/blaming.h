/* blaming.h - verbs that speak of their object: "S accused E", "S called E a liar", "S quoted E".
 *
 * SPDX-License-Identifier: MIT
 */
#ifndef T2G_NLP_BLAMING_H
#define T2G_NLP_BLAMING_H

#include "nlp/attribution/reading.h"

/* The verb at item v, which who says: claims its objects. */
void t2g_blaming_read(t2g_reading *r, uint32_t v, const t2g_source *who, t2g_rule rule);

#endif
