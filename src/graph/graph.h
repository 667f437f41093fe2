/* graph.h - entities and facts of many documents in, one Agraph_t out.
 *
 * The graph is libcgraph's own; what is known of a node or an edge is a record
 * bound to it (record.h).  Documents are added one after the other, and the same
 * entity in two of them is one node:
 *
 *     country       by its code, else by its name
 *     organisation  by its name; an acronym or short form joins the one organisation that
 *                   another document calls by its full name and so.  What every state
 *                   has, "Foreign Ministry", only where both documents name the same
 *                   country most often
 *     person        by a full name, of two words or more, or by a shorter full name that
 *                   the other document gives, too; a last name alone only within one
 *                   source, and where it fits one person alone
 *
 * What a user said of names (nlp/entity/same.h) comes before all that.
 * Names are compared without regard to case and white space.  Nodes have no ids
 * yet: readable ones depend on all the documents (picture.h).  libcgraph is not
 * thread-safe: one graph, one thread at a time, in the whole program; and where
 * it gets no memory itself it cannot say so.  O(entities + facts) a document.
 *
 * SPDX-License-Identifier: MIT
 */
#ifndef T2G_GRAPH_GRAPH_H
#define T2G_GRAPH_GRAPH_H

#include <cgraph.h>

#include "graph/answer.h"
#include "graph/picture.h"
#include "nlp/fact/fact.h"

typedef struct t2g_graph t2g_graph;

t2g_result t2g_graph_init(t2g_graph **graph, const char *name, t2g_error *error);

/* Keep also what no edge tells (witness.h), for t2g_graph_ask; before the first document. */
void t2g_graph_listen(t2g_graph *graph);

/* Add one document's entities and facts.  source names the file, offset is where
 * the text's bytes begin in it: over 0, the document is another piece of the
 * source before.  Everything kept is copied. */
t2g_result t2g_graph_add(t2g_graph *graph, const char *source, uint64_t offset, const t2g_text *text,
                         const t2g_tokens *tokens, const t2g_sentences *sentences, const t2g_mentions *mentions,
                         const t2g_entities *entities, const t2g_facts *facts, t2g_error *error);

/* Join what only all documents together can (last names of the last source,
 * acronyms) and draw the graph, which the caller closes (agclose).  After the last
 * document. */
t2g_result t2g_graph_draw(t2g_graph *graph, const t2g_picture_options *options, Agraph_t **drawn, t2g_error *error);

/* All that is known of two nodes, called by their names; min_confidence per mille as in
 * the picture.  The answer lives in the graph.  After the last document; T2G_FORMAT when a
 * name is nobody's. */
t2g_result t2g_graph_ask(t2g_graph *graph, const char *a, const char *b, uint16_t min_confidence, t2g_answer *answer,
                         t2g_error *error);

/* Nodes and edges drawn last, the legend's left out. */
void t2g_graph_count(const t2g_graph *graph, size_t *nodes, size_t *edges);

void t2g_graph_free(t2g_graph *graph);

#endif
