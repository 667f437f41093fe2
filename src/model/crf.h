/* crf.h - features of words in, the best spans out: a linear-chain conditional random field.
 *
 * Lafferty, McCallum & Pereira 2001, "Conditional Random Fields".  A feature
 * is a number of 64 bits; what it says for each label is a row of whole
 * numbers, of which only those that are not 0 are kept, one beside the other,
 * so that a feature costs one look into a hash table and one into the rows.
 * What is in no row says nothing.  A label follows a label for a number of its
 * own; labels are BILOU (model/viterbi.h).
 *
 * Sections of the model file:
 *     crf.table    U32 [slots, a power of two][2]  key, begin * 64 + length of its row; length 0: empty
 *     crf.rows     U8  [weights][2]                label, weight + 128
 *     crf.follow   I32 [labels][labels]            from, to
 *
 * SPDX-License-Identifier: MIT
 */
#ifndef T2G_MODEL_CRF_H
#define T2G_MODEL_CRF_H

#include "model/modelfile.h"
#include "model/viterbi.h"

enum {
    T2G_CRF_LABELS_MOST = 1 + 8 * T2G_PLACES, /* eight kinds                              */
    T2G_CRF_ROW_BITS = 6,                     /* of a row's length                        */
    T2G_CRF_ZERO = 128                        /* the byte of a weight that is 0           */
};

typedef struct t2g_crf {
    const uint32_t *table;  /* [slots][2]                                                 */
    const uint8_t *rows;    /* [weights][2]                                               */
    const int32_t *follow;  /* [labels][labels]                                           */
    uint32_t slots, weights, labels;
} t2g_crf;

/* Take the arrays of a file that must outlive the crf.  deep: check every row
 * of the table too, as a file of unknown origin needs.  T2G_FORMAT. */
t2g_result t2g_crf_open(t2g_crf *crf, const t2g_modelfile *file, bool deep, t2g_error *error);

/* Add to scores[labels] what the features say. */
void t2g_crf_score(const t2g_crf *crf, const uint64_t *features, uint32_t len, int32_t *scores);

/* The best labels of a stretch between two words that are outside of every
 * name.  scores: [len] rows, T2G_CRF_LABELS_MOST apart; back: scratch of that
 * many bytes; labels: [len].  Ties go to the lowest label.  O(len * kinds^2). */
void t2g_crf_decode(const t2g_crf *crf, const int32_t *scores, uint32_t len, uint8_t *back, uint8_t *labels);

/* May label y stand behind label x? */
bool t2g_crf_may_follow(uint8_t x, uint8_t y);

/* The last step of every feature's hash: all bits depend on all bits. */
static inline uint64_t t2g_crf_mix(uint64_t hash)
{
    hash ^= hash >> 32;
    hash *= 0xD6E8FEB86659FD93u;
    hash ^= hash >> 32;
    hash *= 0xD6E8FEB86659FD93u;
    return hash ^ hash >> 32;
}

#endif
