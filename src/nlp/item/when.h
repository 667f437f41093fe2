/* when.h - dates in words to ISO 8601: "since May 2005" to 2005-05.
 *
 * SPDX-License-Identifier: MIT
 */
#ifndef T2G_NLP_WHEN_H
#define T2G_NLP_WHEN_H

#include "nlp/token/token.h"

typedef struct t2g_when {
    char since[11], until[11]; /* as precise as the text, "" when not said */
} t2g_when;

/* The date that begins at token i: "2004", "May 2005", "12 May 2005", "May 12,
 * 2005".  Writes it and returns its end, or i when there is none.  A date
 * without a year is none: the clock is never read. */
uint32_t t2g_date_parse(const t2g_tokens *tokens, uint32_t i, uint32_t end, char iso[11]);

/* "since D", "until D", "from D to D", "between D and D", "(D-D)" in tokens
 * [begin, end); a plain "in D" or "on D" gives *on. */
t2g_when t2g_when_find(const t2g_tokens *tokens, uint32_t begin, uint32_t end, char on[11]);

#endif
