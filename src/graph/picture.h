/* picture.h - the merged graph in, the graph that is written out.
 *
 * A second Agraph_t, because readable ids depend on all documents and libcgraph
 * orders its dictionaries by id: a node cannot be renamed under its edges.  Each
 * node and edge gets the plain attributes that gvpr can test (text2gv.1,
 * ATTRIBUTES) beside the ones that draw.  O(n log n).
 *
 * SPDX-License-Identifier: MIT
 */
#ifndef T2G_GRAPH_PICTURE_H
#define T2G_GRAPH_PICTURE_H

#include <cgraph.h>
#include <stdbool.h>

#include "base/error.h"

typedef struct t2g_picture_options {
    const char *generator;   /* the program and its version                     */
    uint16_t min_confidence; /* per mille: edges below it are left out          */
    bool legend;
    bool explain;            /* say beside every edge what made it              */
} t2g_picture_options;

typedef struct t2g_picture {
    Agraph_t *cgraph;    /* the caller's to close (agclose)                     */
    size_t nodes, edges; /* the legend's left out                               */
} t2g_picture;

/* Draw a graph whose nodes and edges bear records (record.h). */
t2g_result t2g_picture_build(t2g_picture *picture, Agraph_t *graph, const t2g_picture_options *options,
                             t2g_error *error);

#endif
