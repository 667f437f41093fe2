/* naming.h - nodes in, readable and unique ids out.
 *
 * People write gvpr and styles by hand on ids, so an id is the canonical name;
 * where entities share it, the one named most often keeps it, the others get
 * " (type)" appended, and a number where that is taken too: "Ford",
 * "Ford (organisation)", "Ford (person)", "Ford (person 2)".  O(n log n).
 *
 * SPDX-License-Identifier: MIT
 */
#ifndef T2G_GRAPH_NAMING_H
#define T2G_GRAPH_NAMING_H

#include <cgraph.h>

#include "base/arena.h"

/* The ids of all nodes, escaped, in the order of agfstnode and agnxtnode, in
 * the arena; NULL when memory is out. */
char **t2g_naming_build(t2g_arena *arena, Agraph_t *graph);

#endif
