/* network.h - the network's arrays in the model file, found and checked; a word's vector in context.
 *
 * One encoder feeds all heads (Collobert et al. 2011, "Natural Language
 * Processing (Almost) from Scratch"; spaCy's "embed, encode, attend, predict").
 * A word is embedded by its features; convolutions of window 3 with residual
 * connections (He et al. 2016, "Identity Mappings in Deep Residual Networks":
 * activation before weights) then look at its neighbours, further in each layer:
 *
 *     z[0] = conv(embedding)          a[l] = min(max(z[l], 0), 127)
 *     z[l+1] = z[l] + conv(a[l])      vector = a[layers]
 *
 * Heads: parts of speech and names are a product of the vector each; the parser
 * sums products of the vectors in its slots (Chen & Manning 2014, "A Fast and
 * Accurate Dependency Parser using Neural Networks"), which are computed once a
 * word and slot, not once a step.  No English here, only numbers.
 *
 * SPDX-License-Identifier: MIT
 */
#ifndef T2G_MODEL_NETWORK_H
#define T2G_MODEL_NETWORK_H

#include "base/slice.h"
#include "model/kernel.h"
#include "model/modelfile.h"

enum {
    T2G_LAYERS_MOST = 8, /* convolutions, the first included                        */
    T2G_INPUT_ZERO = 64, /* the byte of an embedding that means 0                   */
    T2G_STREAM_LIMIT = 32000
};

typedef struct t2g_network {
    const t2g_kernel *kernel; /* may be replaced by another of t2g_kernel_at        */
    uint32_t word_width, part_width;
    uint32_t input; /* word_width + part_width                                      */
    uint32_t width; /* of a vector                                                  */
    uint32_t layers; /* convolutions                                                */
    uint32_t words;
    const uint32_t *word_keys; /* [words] ascending                                 */
    const int8_t *word_rows;   /* [words + 1][word_width] -64..63; the last: of unknown words */
    const int8_t *part_rows;   /* [T2G_FEATURE_BUCKETS][part_width]                 */
    t2g_matrix conv[T2G_LAYERS_MOST];
    const uint8_t *steps; /* [layers + 1] shift of each activation; the last: the parser's */

    t2g_matrix tag, name;     /* heads                                              */
    t2g_matrix slots;         /* [slots * hidden] columns                           */
    t2g_matrix actions;       /* from hidden                                        */
    const int16_t *missing;   /* [slots][hidden] the product of an empty slot       */
    const int16_t *labels;    /* [label_rows][hidden] of what is not a word         */
    uint32_t hidden, label_rows;
    uint32_t name_unit;       /* what one nat is in the scores of name              */
} t2g_network;

/* What the rooms above expect of a model; it is refused when it was made for others. */
typedef struct t2g_network_wants {
    uint32_t tags, names; /* columns of the heads that are used                     */
    uint32_t slots, actions, label_rows;
    uint32_t tagset;      /* hash of all names of tags and labels                   */
} t2g_network_wants;

t2g_result t2g_network_open(t2g_network *network, const t2g_modelfile *file, const t2g_network_wants *wants,
                            t2g_error *error);

/* The embedding of one word, [network->input]. */
void t2g_network_embed(const t2g_network *network, t2g_slice form, uint8_t *embedding);

/* Room for t2g_network_encode: bytes for a batch of len rows. */
size_t t2g_network_scratch(const t2g_network *network, uint32_t len);

/* Rows of embeddings in, rows of vectors out.  Row i is at inputs + i * input;
 * before the first, behind the last and between two sentences stands one row
 * of T2G_INPUT_ZERO (is_gap[i]), whose vector is 0.  inputs needs room for
 * len + T2G_TILE + 2 rows, vectors for len + T2G_TILE. */
void t2g_network_encode(const t2g_network *network, const uint8_t *inputs, const uint8_t *is_gap, uint32_t len,
                        void *scratch, uint8_t *vectors);

#endif
