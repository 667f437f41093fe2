/* SPDX-License-Identifier: MIT */
#include "model/viterbi.h"

#include <stdbool.h>
#include <string.h>

static bool ends_a_span(uint8_t label)
{
    return label == T2G_OUTSIDE || t2g_bilou_place(label) >= T2G_LAST;
}

/* The best label after which a new span, or none, may follow. */
static uint8_t best_end(const int64_t *best, uint32_t labels)
{
    uint8_t end = T2G_OUTSIDE;
    for (uint32_t y = 1; y < labels; y++)
        if (ends_a_span((uint8_t)y) && best[y] > best[end]) end = (uint8_t)y;
    return end;
}

/* best[t][y] = scores[t][y] + max over x that may stand before y of best[t-1][x];
 * back[t][y] is that x.  Scores have 32 bits, so 64 hold any sentence. */
void t2g_viterbi_spans(const int32_t *scores, size_t stride, uint32_t len, uint32_t kinds, uint8_t *back,
                       uint8_t *labels)
{
    const int64_t never = INT64_MIN / 2;
    const uint32_t Y = 1 + kinds * T2G_PLACES;
    int64_t before[T2G_BILOU_MOST], best[T2G_BILOU_MOST];
    if (len == 0) return;
    for (uint32_t y = 1; y < Y; y++) before[y] = never;
    before[T2G_OUTSIDE] = 0;
    for (uint32_t t = 0; t < len; t++, scores += stride, back += T2G_BILOU_MOST) {
        uint8_t end = best_end(before, Y);
        best[T2G_OUTSIDE] = before[end] + scores[T2G_OUTSIDE];
        back[T2G_OUTSIDE] = end;
        for (uint32_t begin = 1; begin < Y; begin += T2G_PLACES) {
            uint32_t inside = begin + T2G_INSIDE, last = begin + T2G_LAST, unit = begin + T2G_UNIT;
            uint8_t open = (uint8_t)(before[begin] >= before[inside] ? begin : inside);
            best[begin] = before[end] + scores[begin];
            best[inside] = before[open] + scores[inside];
            best[last] = before[open] + scores[last];
            best[unit] = before[end] + scores[unit];
            back[begin] = back[unit] = end;
            back[inside] = back[last] = open;
        }
        memcpy(before, best, Y * sizeof *best);
    }
    uint8_t y = best_end(before, Y);
    for (uint32_t t = len; t-- > 0;) {
        back -= T2G_BILOU_MOST;
        labels[t] = y;
        y = back[y];
    }
}
