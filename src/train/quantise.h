/* quantise.h - the learner's floating point to the bytes of a model file.
 *
 * All scales are powers of two: activations are sixteenths, streams 256ths, the
 * parser's sums 32nds (finer steps cut them off at 13 or 7, which cost half a
 * point and two of labelled attachment); each column of weights gets the largest
 * scale at which it fits in -127..127 (a head's columns one in common, since
 * they are compared).
 *
 * SPDX-License-Identifier: MIT
 */
#ifndef T2G_TRAIN_QUANTISE_H
#define T2G_TRAIN_QUANTISE_H

#include "train/learner.h"

typedef struct t2g_image {
    unsigned char *bytes; /* [size] a model file, the caller's to free() */
    size_t size;
} t2g_image;

t2g_image t2g_quantise(const t2g_learner *l, const t2g_vocabulary *vocabulary);

#endif
