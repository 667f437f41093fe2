/* saying.h - a sentence that says something of two nodes, and what was read from it.
 *
 * SPDX-License-Identifier: MIT
 */
#ifndef T2G_GRAPH_SAYING_H
#define T2G_GRAPH_SAYING_H

#include "base/arena.h"
#include "base/slice.h"

/* One of a list in no order; the strings live in the arena of the t2g_graph, plain. */
typedef struct t2g_saying {
    struct t2g_saying *next;
    t2g_slice source, sentence;
    uint64_t begin, end;       /* bytes of the source                                */
    uint32_t turn;             /* of the source: 1 for the first that was read       */
    uint16_t rule, confidence; /* as in t2g_proof                                    */
    uint8_t status, kind;      /* as in t2g_proof                                    */
    t2g_slice role;
} t2g_saying;

/* The sayings of a list in the order of reading, in the arena; NULL when memory is out. */
const t2g_saying **t2g_sayings_sort(t2g_arena *arena, const t2g_saying *first, size_t *len);

#endif
