/* matching.h - the nodes of all documents in, pairs of them that are one out.
 *
 * What the documents only say together: a last name in one piece of a source is the
 * full name of another; a short form that one document explains is the name by
 * which another goes.  A form that several bear matches none, and what a user
 * told apart is not matched.  O(forms of all nodes).
 *
 * SPDX-License-Identifier: MIT
 */
#ifndef T2G_GRAPH_MATCHING_H
#define T2G_GRAPH_MATCHING_H

#include "base/arena.h"
#include "graph/record.h"

/* A node that is to be joined to another, both by key.  No winner loses in another match. */
typedef struct t2g_match {
    uint32_t loser, winner;
} t2g_match;

typedef struct t2g_matches {
    t2g_match *at; /* [len] in the arena */
    size_t len;
} t2g_matches;

/* Has a name more than one word? */
bool t2g_name_has_space(t2g_slice name);

/* Persons of one source; may hold one of them more than once.  same: what a user said, or NULL.  False when
 * memory is out. */
bool t2g_matches_by_last_name(t2g_matches *matches, t2g_arena *arena, const t2g_same *same, Agnode_t *const *people,
                              size_t len);

/* All nodes of the graph. */
bool t2g_matches_by_short_name(t2g_matches *matches, t2g_arena *arena, const t2g_same *same, Agraph_t *graph);

#endif
