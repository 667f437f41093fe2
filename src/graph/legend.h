/* legend.h - a small box that says what shapes, colours and lines mean.
 *
 * Its nodes and edges are drawn by the same style sheet as the others.  They bear
 * no type and no relation, so that gvpr can tell them from what the text says,
 * and their ids hold two spaces in a row, which no id of an entity does.
 *
 * SPDX-License-Identifier: MIT
 */
#ifndef T2G_GRAPH_LEGEND_H
#define T2G_GRAPH_LEGEND_H

#include "graph/style.h"

void t2g_legend_draw(Agraph_t *picture, const t2g_style_sheet *sheet);

#endif
