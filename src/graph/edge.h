/* edge.h - what each document says of an edge in, what the graph says of it out.
 *
 * Documents say the same edge with another status, other dates, another confidence.
 * All is gathered, and settled when the last was read, so that their order does not
 * matter.  O(documents that say it).
 *
 * SPDX-License-Identifier: MIT
 */
#ifndef T2G_GRAPH_EDGE_H
#define T2G_GRAPH_EDGE_H

#include "graph/record.h"

/* Add what a document says, which must live as long as the edge. */
void t2g_edge_gather(t2g_edge_record *edge, t2g_edge_record *said);

/* Add all that was said of another edge, which is then not to be used. */
void t2g_edge_join(t2g_edge_record *edge, t2g_edge_record *other);

/* The surest document speaks, of equals the more explicit; those that say the same status lend it
 * the dates that it lacks.  Places are counted and chained.  May be done again when more is said. */
void t2g_edge_settle(t2g_edge_record *edge);

#endif
