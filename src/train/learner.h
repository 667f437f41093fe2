/* learner.h - the network of model/network.h in floating point, forwards and backwards.
 *
 * A batch is laid out as the program lays it out: one empty row before, between
 * and behind sentences.  All sizes are here; a model file carries its own.
 *
 * SPDX-License-Identifier: MIT
 */
#ifndef T2G_TRAIN_LEARNER_H
#define T2G_TRAIN_LEARNER_H

#include "train/corpus.h"
#include "train/tensor.h"

enum {
    T2G_WORD_WIDTH = 96,
    T2G_PART_WIDTH = 64,
    T2G_INPUT_WIDTH = T2G_WORD_WIDTH + T2G_PART_WIDTH,
    T2G_WIDTH = 192,
    T2G_LAYERS = 5, /* convolutions, the first included: a word sees five on each side */
    T2G_WINDOW = 3,
    T2G_HIDDEN = 128,
    T2G_TAG_COLUMNS = 32,
    T2G_NAME_COLUMNS = 48,
    T2G_ACTION_COLUMNS = (T2G_ACTIONS + 15) / 16 * 16,
    T2G_SLOT_COLUMNS = T2G_SLOTS * T2G_HIDDEN,
    T2G_ROWS_MOST = 6144, /* of a batch                                                     */
    T2G_STEPS_MOST = 2 * T2G_ROWS_MOST,
    T2G_BATCH_MOST = 1024 /* sentences                                                      */
};

/* The greatest activation: 127 sixteenths, as in the bytes of the program; and of the
 * parser's hidden rows, which are sums of many and want more room: 127 quarters. */
#define T2G_ACTIVE_CLIP (127.0f / 16)
#define T2G_HIDDEN_CLIP (127.0f / 4)

typedef struct t2g_learner {
    t2g_random random;
    t2g_parameter words, parts;
    t2g_parameter conv[T2G_LAYERS], conv_bias[T2G_LAYERS];
    t2g_parameter tag, tag_bias, name, name_bias;
    t2g_parameter slots, missing, labels, hidden_bias, actions, actions_bias;
    t2g_parameter *encoder[2 + 2 * T2G_LAYERS]; /* what reading raw text teaches             */
    t2g_parameter *all[2 + 2 * T2G_LAYERS + 10];

    /* The batch. */
    uint32_t rows;
    t2g_word word[T2G_ROWS_MOST];
    bool is_gap[T2G_ROWS_MOST];
    float *input, *input_mask;                                  /* [rows][T2G_INPUT_WIDTH]     */
    float *stream[T2G_LAYERS], *active[T2G_LAYERS], *mask[T2G_LAYERS]; /* [rows][T2G_WIDTH]        */
    float *vectors;                                             /* the last of active          */
    float *vectors_gradient;                                    /* [rows][T2G_WIDTH]           */
    float *d_stream, *d_active, *d_input, *transposed;          /* scratch                     */
    struct steps *steps;                                        /* the parser's, in oracle.c   */
} t2g_learner;

/* How much of what is seen is hidden in training (Srivastava et al. 2014, "Dropout"). */
typedef struct t2g_dropout {
    float active, input; /* of single numbers                                              */
    float word;          /* of frequent words' own rows, so that unknown ones are learned  */
} t2g_dropout;

void t2g_learner_init(t2g_learner *l, uint32_t word_rows, uint64_t seed);

/* Begin a batch; put sentences into it, each telling its first row. */
void t2g_learner_begin(t2g_learner *l);
uint32_t t2g_learner_put(t2g_learner *l, const t2g_word *words, uint32_t len, float word_dropout);

/* Fill l->vectors; with dropout, or without (NULL). */
void t2g_learner_encode(t2g_learner *l, const t2g_dropout *dropout);

/* From l->vectors_gradient to the gradients of the encoder's parameters. */
void t2g_learner_encode_back(t2g_learner *l, const t2g_dropout *dropout);

/* scores[rows][columns] = bias + vectors * weights, and back; d_scores must be 0 in gaps. */
void t2g_learner_head(const t2g_learner *l, const t2g_parameter *weights, const t2g_parameter *bias, float *scores);
void t2g_learner_head_back(t2g_learner *l, t2g_parameter *weights, t2g_parameter *bias, const float *d_scores);

/* Scores of len labels to the gradient of -log of the probability of the set of
 * labels in right, times weight; columns behind len become 0.  Returns the loss. */
double t2g_softmax_loss(float *scores, uint32_t len, uint32_t columns, uint64_t right, float weight);

/* The parser's part: the trees of sentences at the given rows.  Adds to the gradients,
 * times weight; explore: how often the model's own choice is followed. */
double t2g_learner_parse(t2g_learner *l, const t2g_example *const *sentences, const uint32_t *first_rows,
                         uint32_t len, float weight, float explore);

#endif
