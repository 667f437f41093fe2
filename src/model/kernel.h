/* kernel.h - the arithmetic of the network: integer matrix products, the same on every CPU.
 *
 * Activations are 0..127 in a byte, weights -127..127, sums 32 bits.  Two
 * products of that size fit in 16 bits with sign (2 * 127 * 127 < 32768), so
 * that AVX2's vpmaddubsw cannot saturate, and the portable, the AVX2 and the
 * AVX-512 VNNI path give the same sums.  Where most of the work is, weights are
 * narrow, -32..31, so that eight products fit, which spares AVX2 most of the
 * widening.  Scales are powers of two: what follows a product is a shift.
 *
 * SPDX-License-Identifier: MIT
 */
#ifndef T2G_MODEL_KERNEL_H
#define T2G_MODEL_KERNEL_H

#include <stddef.h>
#include <stdint.h>

enum {
    T2G_TILE = 16,        /* rows and columns that are computed at a time                     */
    T2G_ACTIVE_MOST = 127, /* greatest activation                                             */
    T2G_NARROW_MOST = 31   /* greatest weight that is narrow; the least is -32                 */
};

typedef struct t2g_matrix {
    const int8_t *weights; /* [out / 16][in / 4][16][4]: what one step of a dot product reads
                              lies together                                                  */
    const int32_t *bias;   /* [out]                                                          */
    const uint8_t *shift;  /* [out] 1..24, from a sum's scale to that of a stream            */
    uint32_t in;           /* a multiple of 4, of 16 where the weights are narrow            */
    uint32_t out;          /* a multiple of 16                                               */
} t2g_matrix;

/* A way to compute.  Rows lie stride bytes apart (less than m->in where they
 * overlap: a convolution); len is rounded up to a multiple of T2G_TILE, and rows
 * and results need room for that. */
typedef struct t2g_kernel {
    const char *name;

    /* sums[i] = bias + rows[i] * weights */
    void (*score)(const t2g_matrix *m, const uint8_t *rows, size_t stride, uint32_t len, int32_t *sums);

    /* stream[i] += (bias + rows[i] * weights) / 2^shift, rounded, within -limit..limit; the weights are narrow */
    void (*add)(const t2g_matrix *m, const uint8_t *rows, size_t stride, uint32_t len, int32_t limit,
                int16_t *stream);

    /* active[i] = stream[i] / 2^shift, rounded, within 0..127 */
    void (*activate)(const int16_t *stream, size_t len, uint32_t shift, uint8_t *active);

    /* active = the sum of vectors [len][width] / 2^shift, rounded, within 0..127; width is a
     * multiple of 16, and the sum must fit in 16 bits */
    void (*gather)(const int16_t *const *vectors, uint32_t len, uint32_t width, uint32_t shift, uint8_t *active);
} t2g_kernel;

/* The kernels this CPU can run, the quickest first; NULL behind the last. */
const t2g_kernel *t2g_kernel_at(uint32_t index);

#endif
