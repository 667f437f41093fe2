/* attribute.h - libcgraph's string attributes, for strings that are const.
 *
 * libcgraph takes char * and copies; the casts that say so stand here alone.
 * Attributes are declared once on the root, with what holds where none is set,
 * and set by their symbol, which costs no search.
 *
 * SPDX-License-Identifier: MIT
 */
#ifndef T2G_GRAPH_ATTRIBUTE_H
#define T2G_GRAPH_ATTRIBUTE_H

#include <cgraph.h>
#include <string.h>

/* Declare an attribute of AGRAPH, AGNODE or AGEDGE on a root graph. */
static inline Agsym_t *t2g_attribute_declare(Agraph_t *root, int kind, const char *name, const char *value)
{
    return agattr(root, kind, (char *)name, (char *)value);
}

/* An attribute that was declared. */
static inline Agsym_t *t2g_attribute_find(void *object, const char *name)
{
    return agattrsym(object, (char *)name);
}

/* Set an attribute of a graph, node or edge, once, to an escaped string.  What
 * holds anyway is not set: it would cost a search among all strings. */
static inline void t2g_attribute_set(void *object, Agsym_t *symbol, const char *value)
{
    if (strcmp(symbol->defval, value) != 0) agxset(object, symbol, (char *)value);
}

#endif
