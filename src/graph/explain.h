/* explain.h - the places that say an edge in, words on what made it out.
 *
 * SPDX-License-Identifier: MIT
 */
#ifndef T2G_GRAPH_EXPLAIN_H
#define T2G_GRAPH_EXPLAIN_H

#include "graph/composition.h"
#include "graph/record.h"

/* What found the place that says it best: "title"; "" when nothing did. */
const char *t2g_explain_rule(const t2g_edge_record *edge);

/* Every place in the order of reading, with a bar between: "a.txt:120-245 title 0.93|a.txt:300-377 said
 * 0.61": the bytes of the source, what found it, and how sure it is.  False when memory is out. */
bool t2g_explain_places(t2g_composition *c, const t2g_edge_record *edge);

/* The same for a reader who sees the best place already: "; by the rule title, 0.93; also in
 * a.txt:300-377 by the rule said, 0.61".
 * Of many places the first few.  False when memory is out. */
bool t2g_explain_in_words(t2g_composition *c, const t2g_edge_record *edge);

#endif
