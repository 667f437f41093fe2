/* succession.h - offices handed on: "his predecessor X", "her French counterpart X", "X succeeded Y".
 *
 * Such words name no office; the one meant is that of the person they start from.  So they are read when
 * every office has been claimed, and the claims are copied.  O(items + successions * claims).
 *
 * SPDX-License-Identifier: MIT
 */
#ifndef T2G_NLP_SUCCESSION_H
#define T2G_NLP_SUCCESSION_H

#include "nlp/fact/ground.h"

/* How many of a document are read; a text with more is a list, and the work stays linear. */
enum { T2G_SUCCESSIONS = 64 };

void t2g_successions_find(t2g_ground *ground);

#endif
