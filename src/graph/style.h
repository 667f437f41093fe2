/* style.h - what a node and an edge look like, by what they mean.
 *
 * A node's shape and fill say its type; an edge's colour, width and line say its
 * relation, and a second word on it how it differs from what is current.  No two
 * meanings differ by colour alone.  The colours are Okabe and Ito's ("Color
 * Universal Design", 2008), which the colour-blind tell apart, the fills
 * lightened for black letters, the lines darkened for small letters on white.
 *
 * SPDX-License-Identifier: MIT
 */
#ifndef T2G_GRAPH_STYLE_H
#define T2G_GRAPH_STYLE_H

#include <cgraph.h>

#include "nlp/fact/fact.h"

enum {
    T2G_STYLE_MAP = 200,   /* more nodes are no longer drawn in ranks, but as a map (sfdp)    */
    T2G_STYLE_COLUMN = 10  /* more nodes without edges no longer fit in a column: packed      */
};

/* The attributes that draw, as declared on one picture. */
typedef struct t2g_style_sheet {
    Agsym_t *shape, *fill, *outline, *font_size, *height;           /* of nodes */
    Agsym_t *color, *font_color, *width, *line, *arrow, *word, *weight; /* of edges */
} t2g_style_sheet;

/* Declare how everything in the picture looks, which is to have so many nodes. */
t2g_style_sheet t2g_style_declare(Agraph_t *picture, size_t nodes);

void t2g_style_node(const t2g_style_sheet *sheet, Agnode_t *node, t2g_entity_type type);

/* A node without edges: named in the text, but beside the point of the picture. */
void t2g_style_alone(const t2g_style_sheet *sheet, Agnode_t *node);

/* To be called when all is drawn: so many nodes are alone. */
void t2g_style_pack(Agraph_t *picture, size_t alone);

/* Of reported_by the status is T2G_STATUS_CURRENT. */
void t2g_style_edge(const t2g_style_sheet *sheet, Agedge_t *edge, t2g_relation relation, t2g_status status);

/* The words on an edge: "head of", "member of", "reported by". */
const char *t2g_style_label(t2g_relation relation);

#endif
