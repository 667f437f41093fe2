/* escape.h - a string of the text in, a string that survives Graphviz out.
 *
 * libcgraph's writer escapes quotes and nothing else, its readers and drawers
 * understand backslashes and entities, and each kind of attribute another set
 * (measured on 2.42).  So every string goes through here, by what it will be:
 *
 *     data      role, evidence, source ...        \ as \\
 *     id        of a node or the graph            the same, % in front as U+FF05,
 *                                                 & of what looks like &nbsp; as U+FF06
 *     label     label of a node or an edge        \ as \\, & as &amp;
 *     tooltip   tooltip, edgetooltip ...          \ as U+FF3C, & as &amp;
 *
 * libcgraph keeps ids that begin with % for itself, and dot copies what looks like
 * an entity from an id into the SVG, which a browser may then refuse.  Doubling
 * does not work in tooltips, and a lone backslash at the end of any
 * string makes DOT that cannot be read.  Everywhere runs of white space become
 * one space, C0 controls and bytes that are no UTF-8 become U+FFFD (one such byte
 * and dot reads the whole graph as Latin-1).  O(size).
 *
 * SPDX-License-Identifier: MIT
 */
#ifndef T2G_GRAPH_ESCAPE_H
#define T2G_GRAPH_ESCAPE_H

#include "base/arena.h"
#include "base/slice.h"

typedef enum t2g_escape_kind { T2G_ESCAPE_DATA, T2G_ESCAPE_ID, T2G_ESCAPE_LABEL, T2G_ESCAPE_TOOLTIP } t2g_escape_kind;

/* The escaped text with a NUL behind it, in the arena; NULL when memory is out. */
char *t2g_escape(t2g_arena *arena, t2g_slice text, t2g_escape_kind kind);

/* The text with each run of white space as one space, none at either end: what
 * names and evidence are compared by.  The text itself where it is so already,
 * else a copy in the arena; bytes is NULL when memory is out. */
t2g_slice t2g_squeeze(t2g_arena *arena, t2g_slice text);

#endif
