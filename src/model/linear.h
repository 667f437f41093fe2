/* linear.h - a log-linear model over hashed features: scores, and what they mean as probabilities.
 *
 * A feature is a 32-bit hash, whose upper bits choose a row; a row has one weight
 * for each output.  Outputs that exclude each other, and "none of them" with score
 * 0, share a softmax (Berger et al. 1996, "A Maximum Entropy Approach to Natural
 * Language Processing").  Integers only: exp is a table of the model file, and so
 * is the calibration, which tells how often a probability came true in
 * cross-validation.  O(features).
 *
 * SPDX-License-Identifier: MIT
 */
#ifndef T2G_MODEL_LINEAR_H
#define T2G_MODEL_LINEAR_H

#include "model/modelfile.h"

enum {
    T2G_LINEAR_OUTPUTS = 4,
    T2G_LINEAR_ROWS = 1 << 16,
    T2G_LINEAR_NAT = 64,     /* what one nat is in a score                              */
    T2G_LINEAR_EXPS = 1024,  /* entries of the table of exp(-i / T2G_LINEAR_NAT)         */
    T2G_LINEAR_EXP_ONE = 1 << 16,
    T2G_LINEAR_BINS = 21     /* points of a calibration, at 0, 50, ... 1000 per mille     */
};

typedef struct t2g_linear {
    const int16_t *weights;      /* [T2G_LINEAR_ROWS][T2G_LINEAR_OUTPUTS]               */
    const uint32_t *exps;        /* [T2G_LINEAR_EXPS] times T2G_LINEAR_EXP_ONE           */
    const uint32_t *calibration; /* [questions][T2G_LINEAR_BINS] per mille, not falling  */
    const uint32_t *cut;         /* [questions] per mille                               */
    uint32_t questions;
} t2g_linear;

/* Finds and checks the arrays "facts.w", "facts.exp", "facts.true" and "facts.cut"; the last two have a row, and a column,
 * a question. */
t2g_result t2g_linear_open(t2g_linear *linear, const t2g_modelfile *file, uint32_t questions, t2g_error *error);

/* Adds to the score of each output what the features weigh. */
void t2g_linear_add(const t2g_linear *linear, const uint32_t *features, uint32_t len, int32_t score[T2G_LINEAR_OUTPUTS]);

/* Per mille, of two outputs that exclude each other and of neither being so. */
void t2g_linear_softmax(const t2g_linear *linear, const int32_t score[2], uint32_t chance[2]);

/* Is a chance, per mille, high enough for yes? */
bool t2g_linear_believes(const t2g_linear *linear, uint32_t question, uint32_t chance);

/* Per mille: how often that chance came true. */
uint32_t t2g_linear_calibrate(const t2g_linear *linear, uint32_t question, uint32_t chance);

#endif
