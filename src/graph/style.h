/* style.h - what a node and an edge look like, by what they mean.
 *
 * A node's shape and fill say its type; an edge's colour, width and line say its
 * relation, and a word at its tail how it differs from what is current.  No two
 * meanings differ by colour alone.  The colours are Okabe and Ito's ("Color
 * Universal Design", 2008), which the colour-blind tell apart, the fills
 * lightened for black letters, the lines darkened for small letters on white.
 *
 * SPDX-License-Identifier: MIT
 */
#ifndef T2G_GRAPH_STYLE_H
#define T2G_GRAPH_STYLE_H

#include <cgraph.h>

#include "nlp/fact.h"

/* More nodes than this are no longer drawn in ranks, but as a map (sfdp). */
enum { T2G_STYLE_MAP = 250 };

/* The attributes that draw, as declared on one picture. */
typedef struct t2g_style_sheet {
    Agsym_t *shape, *fill, *line;
    Agsym_t *color, *font, *width, *dash, *head, *word, *weight;
} t2g_style_sheet;

/* Declare how everything in the picture looks, which is to have so many nodes. */
t2g_style_sheet t2g_style_declare(Agraph_t *picture, size_t nodes);

void t2g_style_node(const t2g_style_sheet *sheet, Agnode_t *node, t2g_entity_type type);

/* status speaks for head_of and member_of, kind for reported_by. */
void t2g_style_edge(const t2g_style_sheet *sheet, Agedge_t *edge, t2g_relation relation, t2g_status status,
                    t2g_report_kind kind);

/* The words on an edge: "head of", "member of", "reported by". */
const char *t2g_style_label(t2g_relation relation);

#endif
