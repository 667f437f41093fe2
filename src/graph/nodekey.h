/* nodekey.h - an entity in, the key by which the same one is found in another document out.
 *
 * SPDX-License-Identifier: MIT
 */
#ifndef T2G_GRAPH_NODEKEY_H
#define T2G_GRAPH_NODEKEY_H

#include "base/arena.h"
#include "nlp/entity/entity.h"

/* Where an entity was met. */
typedef struct t2g_node_place {
    uint32_t source; /* number of the source                                       */
    uint32_t home;   /* what the document is about, an id of strings, or T2G_NONE  */
} t2g_node_place;

/* A letter for the kind of agreement, then the name or code.  A person's single name is told apart by the source
 * too, a name that every state has by what the document is about.  What a user said comes first.  name is squeezed,
 * fold the same folded; the key is in the arena, without bytes when memory is out. */
t2g_slice t2g_node_key(t2g_arena *arena, const t2g_entity *entity, t2g_slice name, t2g_slice fold, t2g_node_place place);

#endif
