/* tensor.h - the floating point of the trainers: matrix products, parameters, Adam.
 *
 * Everything is computed in one thread and in a fixed order, so that the same
 * corpora give the same weights.  Matrices are row by row.
 *
 * SPDX-License-Identifier: MIT
 */
#ifndef T2G_TRAIN_TENSOR_H
#define T2G_TRAIN_TENSOR_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

/* xorshift64* (Vigna 2016); never 0. */
typedef struct t2g_random {
    uint64_t state;
} t2g_random;

uint64_t t2g_random_next(t2g_random *random);
float t2g_random_unit(t2g_random *random);   /* [0, 1)                                  */
float t2g_random_normal(t2g_random *random); /* mean 0, deviation 1, by twelve uniforms */

/* Zeroed memory at a multiple of 64 bytes; ends the program when there is none. */
void *t2g_floats(size_t count, size_t size);

/* c[m][n] += a[m][k] * b[k][n], n a multiple of 16.  a[i][j] is a[i * row + j * column],
 * so that a transposed or overlapping matrix needs no copy. */
void t2g_product(size_t m, size_t n, size_t k, const float *a, size_t row, size_t column, const float *b, size_t ldb,
                 float *c, size_t ldc);

void t2g_transpose(const float *a, size_t rows, size_t cols, float *transposed);

typedef struct t2g_parameter {
    const char *name;
    size_t rows, cols;
    float *weight, *gradient, *mean, *square; /* [rows][cols]                            */
    bool sparse;                              /* few rows have a gradient in a batch     */
    uint32_t *touched;                        /* sparse: [rows] those rows               */
    size_t touched_len;
    unsigned char *is_touched; /* sparse: [rows]                                         */
} t2g_parameter;

void t2g_parameter_init(t2g_parameter *p, const char *name, size_t rows, size_t cols, float deviation, bool sparse,
                        t2g_random *random);

/* The gradient of a row, which now counts as touched. */
float *t2g_parameter_touch(t2g_parameter *p, size_t row);

/* One step of Adam (Kingma & Ba 2015) for all parameters; gradients are scaled
 * down to a common length of at most 5 first (Pascanu et al. 2013), and cleared. */
void t2g_adam(t2g_parameter *const *all, size_t len, float rate, uint64_t step);

/* Weights to a file and back: 4 bytes rows, 4 bytes cols, floats, one after the
 * other.  False when a shape differs or the file ends. */
bool t2g_parameters_write(t2g_parameter *const *all, size_t len, FILE *out);
bool t2g_parameters_read(t2g_parameter *const *all, size_t len, FILE *in);

#endif
