/* chain.h - sequences of features and sets of right labels in, the weights of a conditional random field out.
 *
 * The gradient of the marginal likelihood: log Z over the label sequences that
 * may be right, less log Z over all (Tsuboi et al. 2008, "Training Conditional
 * Random Fields Using Incomplete Annotations", equation 3), each by forward
 * and backward sums (Lafferty et al. 2001); steps by AdaGrad (Duchi et al.
 * 2011); a share of the features hidden at each step; the weights of the second
 * half of the passes are averaged, and so are several runs.
 *
 * SPDX-License-Identifier: MIT
 */
#ifndef T2G_TRAIN_CHAIN_H
#define T2G_TRAIN_CHAIN_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

typedef struct t2g_sequence {
    uint32_t **features; /* [len] rows of weights, in any order; the order is changed      */
    uint16_t *counts;    /* [len]                                                          */
    const uint64_t *may; /* [len] labels that may be right: a bit each                     */
    uint32_t len;
    float share;         /* of the passes that see it                                      */
} t2g_sequence;

typedef struct t2g_chain {
    uint32_t labels, stride; /* stride: labels, rounded up to a multiple of 4              */
    uint32_t features;
    float *weight;           /* [features][stride]                                         */
    float *follow;           /* [labels][labels]                                           */
} t2g_chain;

typedef struct t2g_chain_settings {
    uint32_t passes, runs, seed;
    float rate, decay, hidden;
} t2g_chain_settings;

/* false when memory is out. */
bool t2g_chain_init(t2g_chain *chain, uint32_t labels, uint32_t features);
void t2g_chain_free(t2g_chain *chain);

/* Learn from all sequences; progress goes to standard error.  false when memory is out. */
bool t2g_chain_learn(t2g_chain *chain, t2g_sequence *sequences, size_t len, const t2g_chain_settings *settings);

#endif
