/* saying.h - verbs of saying: who says it, of whom, and whom it is told.
 *
 * SPDX-License-Identifier: MIT
 */
#ifndef T2G_NLP_SAYING_H
#define T2G_NLP_SAYING_H

#include "nlp/attribution/reading.h"

/* The verb at item v, if it is one of saying, reporting or blaming and somebody says it. */
void t2g_saying_read(t2g_reading *r, uint32_t v);

#endif
