/* noderoll.h - the nodes of all documents by the keys of their entities, and which were joined to which.
 *
 * SPDX-License-Identifier: MIT
 */
#ifndef T2G_GRAPH_NODEROLL_H
#define T2G_GRAPH_NODEROLL_H

#include <cgraph.h>

#include "base/intern.h"

typedef struct t2g_node_roll {
    t2g_arena *arena;
    t2g_intern keys;  /* nodekey.h                                                       */
    Agnode_t **node;  /* [cap] a key's node, or NULL                                     */
    uint32_t *joined; /* [cap] the key of the node that it was joined to, or T2G_NONE    */
    uint32_t cap;
} t2g_node_roll;

/* The arena outlives the roll.  False when memory is out. */
bool t2g_node_roll_init(t2g_node_roll *roll, t2g_arena *arena);

/* The id of a key, a new one without a node at first sight; T2G_NONE when memory is out. */
uint32_t t2g_node_roll_enter(t2g_node_roll *roll, t2g_slice key);

bool t2g_node_roll_has(const t2g_node_roll *roll, t2g_slice key);

/* From here on the loser's key leads to the winner's node. */
void t2g_node_roll_join(t2g_node_roll *roll, uint32_t loser, uint32_t winner);

/* [keys.len] the node of each key, whatever it was joined to, in the arena; NULL when memory is out. */
Agnode_t **t2g_node_roll_final(const t2g_node_roll *roll);

#endif
