/* why.h - an answer in, lines of text out: what a person and awk can read.
 *
 * One line each, the fields with a tab between; the first says what it is:
 *
 *     edge   TAIL  RELATION  HEAD  CONFIDENCE  STATUS  ROLE  SINCE  UNTIL
 *     place  SOURCE  BEGIN  END  CONFIDENCE  STATUS  ROLE  RULE  SENTENCE
 *     none   NAME  NAME
 *     doubt  TAIL  RELATION  HEAD  CHANCE  SOURCE  BEGIN  END  RULE  SENTENCE
 *     both   SOURCE  BEGIN  END  SENTENCE
 *
 * STATUS is the kind where the relation is reported_by; a field that does not apply
 * is empty.  Names are those of the nodes in DOT; control characters are U+FFFD.
 *
 * SPDX-License-Identifier: MIT
 */
#ifndef T2G_OUTPUT_WHY_H
#define T2G_OUTPUT_WHY_H

#include <stdio.h>

#include "graph/answer.h"

/* Write and flush.  T2G_IO when the stream takes not all of it. */
t2g_result t2g_why_write(const t2g_answer *answer, FILE *out, t2g_error *error);

#endif
