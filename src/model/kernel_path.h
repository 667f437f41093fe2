/* kernel_path.h - the loops of kernel.c, compiled once for each kind of CPU.
 *
 * Included several times: PATH names the functions, TARGET says which
 * instructions the compiler may use, and PATH(tile), defined before, is the
 * only part written by hand for each.
 *
 * SPDX-License-Identifier: MIT
 */

TARGET static void PATH(score)(const t2g_matrix *m, const uint8_t *rows, size_t stride, uint32_t len,
                               int32_t *sums)
{
    int32_t tile[T2G_TILE][T2G_TILE];
    for (uint32_t column = 0; column < m->out; column += T2G_TILE) {
        const int8_t *weights = m->weights + (size_t)column * m->in;
        for (uint32_t row = 0; row < len; row += T2G_TILE) {
            PATH(tile)(weights, rows + row * stride, stride, m->in, tile);
            for (uint32_t r = 0; r < T2G_TILE; r++) {
                int32_t *to = sums + (size_t)(row + r) * m->out + column;
                for (uint32_t c = 0; c < T2G_TILE; c++) to[c] = tile[r][c] + m->bias[column + c];
            }
        }
    }
}

TARGET static void PATH(add)(const t2g_matrix *m, const uint8_t *rows, size_t stride, uint32_t len,
                             int32_t limit, int16_t *stream)
{
    int32_t tile[T2G_TILE][T2G_TILE], bias[T2G_TILE], shift[T2G_TILE];
    for (uint32_t column = 0; column < m->out; column += T2G_TILE) {
        const int8_t *weights = m->weights + (size_t)column * m->in;
        for (uint32_t c = 0; c < T2G_TILE; c++) {
            shift[c] = m->shift[column + c];
            bias[c] = m->bias[column + c] + (1 << (shift[c] - 1));
        }
        for (uint32_t row = 0; row < len; row += T2G_TILE) {
            PATH(tile)(weights, rows + row * stride, stride, m->in, tile);
            for (uint32_t r = 0; r < T2G_TILE; r++) {
                int16_t *to = stream + (size_t)(row + r) * m->out + column;
                for (uint32_t c = 0; c < T2G_TILE; c++) {
                    int32_t sum = to[c] + ((tile[r][c] + bias[c]) >> shift[c]);
                    sum = sum > limit ? limit : sum;
                    to[c] = (int16_t)(sum < -limit ? -limit : sum);
                }
            }
        }
    }
}

TARGET static void PATH(activate)(const int16_t *stream, size_t len, uint32_t shift, uint8_t *active)
{
    const int32_t half = 1 << (shift - 1);
    for (size_t i = 0; i < len; i++) {
        int32_t x = (stream[i] + half) >> shift;
        x = x > T2G_ACTIVE_MOST ? T2G_ACTIVE_MOST : x;
        active[i] = (uint8_t)(x < 0 ? 0 : x);
    }
}

TARGET static void PATH(gather)(const int16_t *const *vectors, uint32_t len, uint32_t width, uint32_t shift,
                                uint8_t *active)
{
    enum { LANES = 32 };
    const int32_t half = 1 << (shift - 1);
    for (uint32_t begin = 0; begin < width; begin += LANES) {
        int16_t sum[LANES] = {0};
        for (uint32_t i = 0; i < len; i++) {
            const int16_t *vector = vectors[i] + begin;
            for (uint32_t k = 0; k < LANES; k++) sum[k] = (int16_t)(sum[k] + vector[k]);
        }
        for (uint32_t k = 0; k < LANES; k++) {
            int32_t x = (sum[k] + half) >> shift;
            x = x > T2G_ACTIVE_MOST ? T2G_ACTIVE_MOST : x;
            active[begin + k] = (uint8_t)(x < 0 ? 0 : x);
        }
    }
}

static const t2g_kernel PATH(kernel) = {.name = NAME,
                                        .score = PATH(score),
                                        .add = PATH(add),
                                        .activate = PATH(activate),
                                        .gather = PATH(gather)};

#undef NAME
#undef PATH
#undef TARGET
