/* edges.h - the edges of the graph of some texts, as lines that can be compared.
 *
 * SPDX-License-Identifier: MIT
 */
#ifndef TESTS_METAMORPHIC_EDGES_H
#define TESTS_METAMORPHIC_EDGES_H

#include "text2gv.h"

/* Lines "tail|relation|head|status|kind|since|until", by the names that are drawn, sorted. */
typedef struct edges {
    char **at; /* [len] */
    size_t len;
} edges;

/* One graph of count texts, called 1, 2 and so on. */
edges edges_of(const t2g_model *model, const char *const *texts, size_t count);

/* Those whose line holds none of the count words. */
edges edges_without(const edges *all, const char *const *words, size_t count);

void edges_free(edges *e);

/* Letters of ASCII small, and sorted anew. */
void edges_fold(edges *e);

/* How many lines only one of the two has; each is printed as a comment of TAP if loud. */
size_t edges_differ(const edges *before, const edges *after, const char *what, bool loud);

/* For qsort. */
int edges_by_line(const void *left, const void *right);

/* malloc, or the end of the test. */
void *need(size_t size);

#endif
