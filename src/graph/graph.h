/* graph.h - entities and facts of many documents in, one Agraph_t out.
 *
 * The graph is libcgraph's own: each node and edge bears a record (agbindrec)
 * with what is known so far.  Documents are added one after the other; the same
 * entity in two of them is one node when type and country code, or type and a
 * full name, agree; inside one source also by a shorter name that fits one
 * entity alone.  Node ids are readable, so they are given by the last step,
 * which also writes the attributes.  libcgraph is not thread-safe: one graph, one
 * thread at a time, in the whole program.
 *
 * SPDX-License-Identifier: MIT
 */
#ifndef T2G_GRAPH_GRAPH_H
#define T2G_GRAPH_GRAPH_H

#include <cgraph.h>

#include "nlp/fact.h"

typedef struct t2g_graph t2g_graph;

t2g_result t2g_graph_init(t2g_graph **graph, const char *name, t2g_error *error);

/* Add one document's entities and facts.  source names the file, offset is where
 * the text's bytes begin in it.  Everything kept is copied. */
t2g_result t2g_graph_add(t2g_graph *graph, const char *source, uint64_t offset, const t2g_text *text,
                         const t2g_tokens *tokens, const t2g_sentences *sentences, const t2g_mentions *mentions,
                         const t2g_entities *entities, const t2g_facts *facts, t2g_error *error);

/* Drop edges below min_confidence (per mille), name the nodes, write all
 * attributes.  Call once, after the last document. */
t2g_result t2g_graph_finish(t2g_graph *graph, uint16_t min_confidence, t2g_error *error);

/* The finished graph; owned by graph. */
Agraph_t *t2g_graph_cgraph(t2g_graph *graph);

void t2g_graph_free(t2g_graph *graph);

#endif
