/* viterbi.h - the best sequence of BILOU labels.
 *
 * Viterbi (1967) over the scores of single words, where the labels alone say
 * what may follow what: a span of a kind Begins, goes on Inside and ends Last,
 * or is one Unit; between spans is Outside (Ratinov & Roth 2009, "Design
 * Challenges and Misconceptions in Named Entity Recognition").  Ties go to the
 * lowest label.  O(len * kinds).
 *
 * SPDX-License-Identifier: MIT
 */
#ifndef T2G_MODEL_VITERBI_H
#define T2G_MODEL_VITERBI_H

#include <stddef.h>
#include <stdint.h>

/* Label 0 is outside, 1 + 4 * kind + place is a place in a span of a kind. */
typedef enum t2g_bilou { T2G_BEGIN, T2G_INSIDE, T2G_LAST, T2G_UNIT, T2G_PLACES } t2g_bilou;

enum { T2G_OUTSIDE = 0, T2G_KINDS_MOST = 16, T2G_BILOU_MOST = 1 + T2G_KINDS_MOST * T2G_PLACES };

static inline uint8_t t2g_bilou_label(uint32_t kind, t2g_bilou place)
{
    return (uint8_t)(1 + kind * T2G_PLACES + place);
}

static inline t2g_bilou t2g_bilou_place(uint8_t label) { return (t2g_bilou)((label - 1) % T2G_PLACES); }
static inline uint32_t t2g_bilou_kind(uint8_t label) { return (label - 1u) / T2G_PLACES; }

/* scores: [len] rows of 1 + 4 * kinds, stride apart; back: scratch for len *
 * T2G_BILOU_MOST bytes; labels: [len] the answer. */
void t2g_viterbi_spans(const int32_t *scores, size_t stride, uint32_t len, uint32_t kinds, uint8_t *back,
                       uint8_t *labels);

#endif
