/* namefeature.h - a word as it was seen in, the numbers of its features out.
 *
 * Each template has a number of its own; a feature is the hash of that number
 * and of what it found, by which a model finds its weights.
 *
 * SPDX-License-Identifier: MIT
 */
#ifndef T2G_NLP_NAMEFEATURE_H
#define T2G_NLP_NAMEFEATURE_H

#include "nlp/mention/namesight.h"

enum { T2G_NAME_FEATURES = 256 }; /* of one token, at most                                */

/* The features of a token; returns how many. */
uint32_t t2g_namefeatures(const t2g_namesight *sight, uint32_t token, uint64_t features[T2G_NAME_FEATURES]);

#endif
