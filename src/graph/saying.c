/* SPDX-License-Identifier: MIT */
#include "graph/saying.h"

#include <stdlib.h>

static int compare(uint64_t a, uint64_t b)
{
    return (a > b) - (a < b);
}

/* Complete: one place says an edge once. */
static int by_reading(const void *left, const void *right)
{
    const t2g_saying *a = *(const t2g_saying *const *)left, *b = *(const t2g_saying *const *)right;
    int order = compare(a->turn, b->turn);
    if (!order) order = compare(a->begin, b->begin);
    if (!order) order = compare(a->end, b->end);
    if (!order) order = compare(b->confidence, a->confidence);
    return order ? order : compare(a->rule, b->rule);
}

const t2g_saying **t2g_sayings_sort(t2g_arena *arena, const t2g_saying *first, size_t *len)
{
    *len = 0;
    for (const t2g_saying *s = first; s; s = s->next) ++*len;
    const t2g_saying **sorted = t2g_arena_alloc(arena, *len, sizeof *sorted);
    if (!sorted) return NULL;
    size_t i = 0;
    for (const t2g_saying *s = first; s; s = s->next) sorted[i++] = s;
    qsort(sorted, *len, sizeof *sorted, by_reading);
    return sorted;
}
