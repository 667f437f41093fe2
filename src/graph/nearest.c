/* SPDX-License-Identifier: MIT */
#include "graph/nearest.h"

enum {
    LONGEST = 64,   /* bytes of a name that are compared                          */
    STROKE = 2,     /* what a stroke costs; half where a word is shared           */
    WRONG_SHARE = 3 /* a name more than one byte in so many of which is wrong is another */
};

static uint32_t least(uint32_t a, uint32_t b, uint32_t c)
{
    uint32_t smaller = a < b ? a : b;
    return smaller < c ? smaller : c;
}

/* row[j] is the distance of a[0, i) and b[0, j). */
static uint32_t distance(t2g_slice a, t2g_slice b)
{
    uint32_t row[LONGEST + 1];
    for (uint32_t j = 0; j <= b.size; j++) row[j] = j;
    for (uint32_t i = 1; i <= a.size; i++) {
        uint32_t corner = row[0];
        row[0] = i;
        for (uint32_t j = 1; j <= b.size; j++) {
            uint32_t above = row[j];
            row[j] = least(above + 1, row[j - 1] + 1, corner + (a.bytes[i - 1] != b.bytes[j - 1]));
            corner = above;
        }
    }
    return row[b.size];
}

/* The word that begins at a place. */
static t2g_slice word_at(t2g_slice name, uint32_t begin)
{
    uint32_t end = begin;
    while (end < name.size && name.bytes[end] != ' ') end++;
    return (t2g_slice){name.bytes + begin, end - begin};
}

/* "bell" and "ada bell", not "of" and "bank of norway". */
static bool share_a_word(t2g_slice a, t2g_slice b)
{
    enum { SHORTEST = 3 };
    for (uint32_t i = 0; i < a.size; i += word_at(a, i).size + 1) {
        t2g_slice word = word_at(a, i);
        for (uint32_t j = 0; word.size >= SHORTEST && j < b.size; j += word_at(b, j).size + 1)
            if (t2g_slice_equal(word, word_at(b, j)) && !t2g_slice_is(word, "the")) return true;
    }
    return false;
}

static t2g_slice cut(t2g_slice name)
{
    return (t2g_slice){name.bytes, name.size < LONGEST ? name.size : LONGEST};
}

/* Make room for the nearer among the few, and forget what falls behind. */
static void insert(t2g_nearest *n, uint32_t who, uint32_t far)
{
    uint32_t at = 0, gap = n->len;
    while (at < n->len && n->far[at] <= far) at++;
    for (uint32_t i = 0; i < n->len; i++)
        if (n->who[i] == who) gap = i;
    if (gap < at || at == T2G_NEAREST) return; /* known as nearer, or not near enough */
    if (gap == n->len && n->len < T2G_NEAREST) n->len++;
    if (gap == T2G_NEAREST) gap--;
    for (; gap > at; gap--) {
        n->who[gap] = n->who[gap - 1];
        n->far[gap] = n->far[gap - 1];
    }
    n->who[at] = who;
    n->far[at] = far;
}

void t2g_nearest_try(t2g_nearest *nearest, uint32_t who, t2g_slice name)
{
    t2g_slice a = cut(nearest->wanted), b = cut(name);
    uint32_t strokes = distance(a, b), longer = a.size > b.size ? a.size : b.size;
    bool shared = share_a_word(a, b);
    if (!shared && strokes * WRONG_SHARE > longer) return;
    insert(nearest, who, shared ? strokes : strokes * STROKE);
}
