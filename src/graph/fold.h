/* fold.h - a name in, the form by which names are compared out.
 *
 * Unicode case folding and composition (utf8proc), and straight apostrophes:
 * "O’BRIEN" and "O'Brien" agree.
 *
 * SPDX-License-Identifier: MIT
 */
#ifndef T2G_GRAPH_FOLD_H
#define T2G_GRAPH_FOLD_H

#include "base/arena.h"
#include "base/slice.h"

/* The folded name, in the arena; bytes is NULL when memory is out. */
t2g_slice t2g_fold(t2g_arena *arena, t2g_slice name);

#endif
