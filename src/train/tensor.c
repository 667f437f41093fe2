/* SPDX-License-Identifier: MIT */
#include "train/tensor.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

uint64_t t2g_random_next(t2g_random *random)
{
    uint64_t x = random->state;
    x ^= x << 13;
    x ^= x >> 7;
    x ^= x << 17;
    random->state = x;
    return x * 2685821657736338717u;
}

float t2g_random_unit(t2g_random *random)
{
    return (float)(t2g_random_next(random) >> 40) * (1.0f / 16777216);
}

float t2g_random_normal(t2g_random *random)
{
    float sum = 0;
    for (int i = 0; i < 12; i++) sum += t2g_random_unit(random);
    return sum - 6;
}

void *t2g_floats(size_t count, size_t size)
{
    size_t bytes = (count * size + 127) / 64 * 64;
    void *memory = aligned_alloc(64, bytes);
    if (!memory) {
        fprintf(stderr, "train: out of memory\n");
        exit(1);
    }
    return memset(memory, 0, bytes);
}

/* The product is made of tiles of 8 rows by up to 48 columns, whose sums stay in
 * registers while k runs; k is cut so that the tile's part of b stays in the
 * first-level cache. */

enum { LANES = 16, TILE_ROWS = 8, TILE_COLUMNS = 48, DEPTH = 192 };

typedef float lanes __attribute__((vector_size(64), aligned(4), may_alias));

#define DEFINE_TILE(name, ROWS, VECTORS)                                                                         \
    static void name(size_t k, const float *a, size_t row, size_t column, const float *b, size_t ldb, float *c,  \
                     size_t ldc)                                                                                 \
    {                                                                                                            \
        lanes sum[ROWS][VECTORS];                                                                                \
        for (int i = 0; i < ROWS; i++)                                                                           \
            for (int j = 0; j < VECTORS; j++) sum[i][j] = *(lanes *)(c + i * ldc + j * LANES);                    \
        for (size_t d = 0; d < k; d++) {                                                                         \
            lanes from[VECTORS];                                                                                 \
            for (int j = 0; j < VECTORS; j++) from[j] = *(const lanes *)(b + d * ldb + j * LANES);                \
            _Pragma("GCC unroll 8") for (int i = 0; i < ROWS; i++)                                               \
            {                                                                                                    \
                float x = a[i * row + d * column];                                                               \
                for (int j = 0; j < VECTORS; j++) sum[i][j] += x * from[j];                                      \
            }                                                                                                    \
        }                                                                                                        \
        for (int i = 0; i < ROWS; i++)                                                                           \
            for (int j = 0; j < VECTORS; j++) *(lanes *)(c + i * ldc + j * LANES) = sum[i][j];                    \
    }

DEFINE_TILE(tile_8_3, 8, 3)
DEFINE_TILE(tile_8_2, 8, 2)
DEFINE_TILE(tile_8_1, 8, 1)
DEFINE_TILE(tile_1_3, 1, 3)
DEFINE_TILE(tile_1_2, 1, 2)
DEFINE_TILE(tile_1_1, 1, 1)

typedef void tile(size_t, const float *, size_t, size_t, const float *, size_t, float *, size_t);

static tile *const tiles[2][3] = {{tile_1_1, tile_1_2, tile_1_3}, {tile_8_1, tile_8_2, tile_8_3}};

void t2g_product(size_t m, size_t n, size_t k, const float *a, size_t row, size_t column, const float *b, size_t ldb,
                 float *c, size_t ldc)
{
    for (size_t depth = 0; depth < k; depth += DEPTH) {
        size_t part = k - depth < DEPTH ? k - depth : DEPTH;
        for (size_t at = 0, width; at < n; at += width) {
            width = n - at < TILE_COLUMNS ? n - at : TILE_COLUMNS;
            size_t height;
            for (size_t i = 0; i < m; i += height) {
                height = m - i < TILE_ROWS ? 1 : TILE_ROWS;
                tiles[height > 1][width / LANES - 1](part, a + i * row + depth * column, row, column,
                                                     b + depth * ldb + at, ldb, c + i * ldc + at, ldc);
            }
        }
    }
}

void t2g_transpose(const float *a, size_t rows, size_t cols, float *transposed)
{
    for (size_t i = 0; i < rows; i++)
        for (size_t j = 0; j < cols; j++) transposed[j * rows + i] = a[i * cols + j];
}

void t2g_parameter_init(t2g_parameter *p, const char *name, size_t rows, size_t cols, float deviation, bool sparse,
                        t2g_random *random)
{
    size_t count = rows * cols;
    *p = (t2g_parameter){.name = name, .rows = rows, .cols = cols, .sparse = sparse};
    p->weight = t2g_floats(count, sizeof(float));
    p->gradient = t2g_floats(count, sizeof(float));
    p->mean = t2g_floats(count, sizeof(float));
    p->square = t2g_floats(count, sizeof(float));
    if (deviation > 0)
        for (size_t i = 0; i < count; i++) p->weight[i] = deviation * t2g_random_normal(random);
    if (sparse) {
        p->touched = t2g_floats(rows, sizeof *p->touched);
        p->is_touched = t2g_floats(rows, 1);
    }
}

float *t2g_parameter_touch(t2g_parameter *p, size_t row)
{
    if (!p->is_touched[row]) {
        p->is_touched[row] = 1;
        p->touched[p->touched_len++] = (uint32_t)row;
    }
    return p->gradient + row * p->cols;
}

static float squared_length(const float *x, size_t len)
{
    float sum = 0;
    for (size_t i = 0; i < len; i++) sum += x[i] * x[i];
    return sum;
}

static const float decay_mean = 0.9f, decay_square = 0.99f, longest_gradient = 5;

static void step_row(t2g_parameter *p, size_t begin, size_t len, float rate, float scale)
{
    float *weight = p->weight + begin, *g = p->gradient + begin, *mean = p->mean + begin, *square = p->square + begin;
    for (size_t i = 0; i < len; i++) {
        float x = g[i] * scale;
        mean[i] = decay_mean * mean[i] + (1 - decay_mean) * x;
        square[i] = decay_square * square[i] + (1 - decay_square) * x * x;
        weight[i] -= rate * mean[i] / (sqrtf(square[i]) + 1e-8f);
        g[i] = 0;
    }
}

void t2g_adam(t2g_parameter *const *all, size_t len, float rate, uint64_t step)
{
    double sum = 0;
    for (size_t k = 0; k < len; k++) {
        t2g_parameter *p = all[k];
        if (!p->sparse) sum += squared_length(p->gradient, p->rows * p->cols);
        for (size_t i = 0; i < p->touched_len; i++) sum += squared_length(p->gradient + p->touched[i] * p->cols, p->cols);
    }
    float length = (float)sqrt(sum), scale = length > longest_gradient ? longest_gradient / length : 1;
    rate *= sqrtf(1 - powf(decay_square, (float)step)) / (1 - powf(decay_mean, (float)step));
    for (size_t k = 0; k < len; k++) {
        t2g_parameter *p = all[k];
        if (!p->sparse) step_row(p, 0, p->rows * p->cols, rate, scale);
        for (size_t i = 0; i < p->touched_len; i++) {
            step_row(p, p->touched[i] * p->cols, p->cols, rate, scale);
            p->is_touched[p->touched[i]] = 0;
        }
        p->touched_len = 0;
    }
}

bool t2g_parameters_write(t2g_parameter *const *all, size_t len, FILE *out)
{
    for (size_t k = 0; k < len; k++) {
        uint32_t shape[2] = {(uint32_t)all[k]->rows, (uint32_t)all[k]->cols};
        size_t count = all[k]->rows * all[k]->cols;
        if (fwrite(shape, sizeof shape, 1, out) != 1 || fwrite(all[k]->weight, sizeof(float), count, out) != count)
            return false;
    }
    return true;
}

bool t2g_parameters_read(t2g_parameter *const *all, size_t len, FILE *in)
{
    for (size_t k = 0; k < len; k++) {
        uint32_t shape[2];
        size_t count = all[k]->rows * all[k]->cols;
        if (fread(shape, sizeof shape, 1, in) != 1 || shape[0] != all[k]->rows || shape[1] != all[k]->cols ||
            fread(all[k]->weight, sizeof(float), count, in) != count)
            return false;
    }
    return true;
}
