/* nearest.h - a name that nobody bears in, the names that it may be meant for out.
 *
 * Near is what few strokes of the keyboard make of it (Levenshtein 1966, "Binary Codes
 * Capable of Correcting Deletions, Insertions, and Reversals"), and what shares a word
 * with it.  O(names * length * length), lengths over 64 bytes cut.
 *
 * SPDX-License-Identifier: MIT
 */
#ifndef T2G_GRAPH_NEAREST_H
#define T2G_GRAPH_NEAREST_H

#include "base/slice.h"

enum { T2G_NEAREST = 3 };

/* The nearest so far, the nearest first. */
typedef struct t2g_nearest {
    t2g_slice wanted;           /* folded                          */
    uint32_t who[T2G_NEAREST];  /* [len] as the caller counts them */
    uint32_t far[T2G_NEAREST];
    uint32_t len;
} t2g_nearest;

/* Look at a name (folded) of somebody; who is the same may have several. */
void t2g_nearest_try(t2g_nearest *nearest, uint32_t who, t2g_slice name);

#endif
