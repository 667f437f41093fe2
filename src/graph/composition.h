/* composition.h - text that is put together of several parts, in an arena.
 *
 * SPDX-License-Identifier: MIT
 */
#ifndef T2G_GRAPH_COMPOSITION_H
#define T2G_GRAPH_COMPOSITION_H

#include "base/arena.h"
#include "base/slice.h"

/* Begins as {.arena = ...}. */
typedef struct t2g_composition {
    t2g_arena *arena;
    char *bytes; /* NULL before the first part, and when memory was out */
    uint32_t size, cap;
} t2g_composition;

void t2g_compose(t2g_composition *c, t2g_slice part);
void t2g_compose_words(t2g_composition *c, const char *words);

/* Of a printf format; not longer than 64 bytes. */
#if defined __GNUC__
__attribute__((format(printf, 2, 3)))
#endif
void t2g_compose_format(t2g_composition *c, const char *format, ...);

/* As an item of a list whose items have a bar between them: a bar inside becomes a broken one. */
void t2g_compose_item(t2g_composition *c, t2g_slice part);

/* All of it; bytes is NULL when memory was out. */
t2g_slice t2g_composed(const t2g_composition *c);

#endif
