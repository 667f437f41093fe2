/* kernel.c - a tile of up to 16 by 16 sums for each kind of CPU; the loops around it are in kernel_path.def.
 *
 * A right shift of a negative number is taken to be arithmetic, as every
 * compiler this is built with documents.
 *
 * SPDX-License-Identifier: MIT
 */
#include "model/kernel.h"

#include <string.h>

#if defined __GNUC__ && !defined __clang__
#pragma GCC optimize("O3") /* -O2 of GCC 12 leaves most of the loops scalar */
#endif

#if defined __GNUC__ && (defined __x86_64__ || defined __i386__)
#define HAS_X86 1
#include <immintrin.h>
#endif

/* A gathered vector is summed in pieces, of sixteen numbers at least. */
enum { GATHER_LANES = 16, GATHER_MOST = 128 };
typedef int16_t gather_lanes __attribute__((vector_size(GATHER_LANES * sizeof(int16_t))));

/* Rows of a tile: the last ones are computed four at a time. */
static uint32_t height_of(uint32_t rows)
{
    return rows < T2G_TILE ? (rows + 3) / 4 * 4 : T2G_TILE;
}

/* Any CPU. */

static void tile_portable(const int8_t *weights, const uint8_t *rows, size_t stride, uint32_t in, uint32_t height,
                          int32_t tile[T2G_TILE][T2G_TILE])
{
    for (uint32_t r = 0; r < height; r++) {
        const uint8_t *row = rows + r * stride;
        int32_t sum[T2G_TILE] = {0};
        for (uint32_t k = 0; k < in; k += 4) {
            const int8_t *w = weights + (size_t)k * T2G_TILE;
            for (uint32_t c = 0; c < T2G_TILE; c++)
                sum[c] += row[k] * w[4 * c] + row[k + 1] * w[4 * c + 1] + row[k + 2] * w[4 * c + 2] +
                          row[k + 3] * w[4 * c + 3];
        }
        memcpy(tile[r], sum, sizeof sum);
    }
}

#define tile_narrow_portable tile_portable
#define NAME "portable"
#define PATH(function) function##_portable
#define TARGET
#include "model/kernel_path.def"

#ifdef HAS_X86

static inline int32_t four_bytes(const uint8_t *bytes)
{
    int32_t word;
    memcpy(&word, bytes, sizeof word);
    return word;
}

/* AVX2: four rows at a time keep eight sums of eight in registers. */

__attribute__((target("avx2"))) static void tile_avx2(const int8_t *weights, const uint8_t *rows, size_t stride,
                                                      uint32_t in, uint32_t height,
                                                      int32_t tile[T2G_TILE][T2G_TILE])
{
    enum { ROWS = 4 };
    const __m256i ones = _mm256_set1_epi16(1);
    for (uint32_t r = 0; r < height; r += ROWS) {
        __m256i low[ROWS], high[ROWS];
        for (uint32_t i = 0; i < ROWS; i++) low[i] = high[i] = _mm256_setzero_si256();
        for (uint32_t k = 0; k < in; k += 4) {
            const __m256i *w = (const __m256i *)(const void *)(weights + (size_t)k * T2G_TILE);
            __m256i w0 = _mm256_loadu_si256(w), w1 = _mm256_loadu_si256(w + 1);
#pragma GCC unroll 4
            for (uint32_t i = 0; i < ROWS; i++) {
                __m256i x = _mm256_set1_epi32(four_bytes(rows + (r + i) * stride + k));
                low[i] = _mm256_add_epi32(low[i], _mm256_madd_epi16(_mm256_maddubs_epi16(x, w0), ones));
                high[i] = _mm256_add_epi32(high[i], _mm256_madd_epi16(_mm256_maddubs_epi16(x, w1), ones));
            }
        }
        for (uint32_t i = 0; i < ROWS; i++) {
            _mm256_storeu_si256((__m256i *)(void *)tile[r + i], low[i]);
            _mm256_storeu_si256((__m256i *)(void *)(tile[r + i] + 8), high[i]);
        }
    }
}

/* The same for narrow weights: the sums of four steps still fit in 16 bits, and are widened together. */
__attribute__((target("avx2"))) static void tile_narrow_avx2(const int8_t *weights, const uint8_t *rows, size_t stride,
                                                             uint32_t in, uint32_t height,
                                                             int32_t tile[T2G_TILE][T2G_TILE])
{
    enum { ROWS = 4, STEPS = 4 };
    const __m256i ones = _mm256_set1_epi16(1);
    for (uint32_t r = 0; r < height; r += ROWS) {
        __m256i low[ROWS], high[ROWS];
        for (uint32_t i = 0; i < ROWS; i++) low[i] = high[i] = _mm256_setzero_si256();
        for (uint32_t k = 0; k < in; k += 4 * STEPS) {
            const __m256i *w = (const __m256i *)(const void *)(weights + (size_t)k * T2G_TILE);
#pragma GCC unroll 4
            for (uint32_t i = 0; i < ROWS; i++) {
                __m256i l = _mm256_setzero_si256(), h = l;
#pragma GCC unroll 4
                for (uint32_t s = 0; s < STEPS; s++) {
                    __m256i x = _mm256_set1_epi32(four_bytes(rows + (r + i) * stride + k + 4 * s));
                    l = _mm256_add_epi16(l, _mm256_maddubs_epi16(x, _mm256_loadu_si256(w + 2 * s)));
                    h = _mm256_add_epi16(h, _mm256_maddubs_epi16(x, _mm256_loadu_si256(w + 2 * s + 1)));
                }
                low[i] = _mm256_add_epi32(low[i], _mm256_madd_epi16(l, ones));
                high[i] = _mm256_add_epi32(high[i], _mm256_madd_epi16(h, ones));
            }
        }
        for (uint32_t i = 0; i < ROWS; i++) {
            _mm256_storeu_si256((__m256i *)(void *)tile[r + i], low[i]);
            _mm256_storeu_si256((__m256i *)(void *)(tile[r + i] + 8), high[i]);
        }
    }
}

#define NAME "avx2"
#define PATH(function) function##_avx2
#define TARGET __attribute__((target("avx2")))
#include "model/kernel_path.def"

/* AVX-512 VNNI: one instruction for 64 products; sixteen sums hide its latency. */

#define VNNI "avx512f,avx512bw,avx512dq,avx512vl,avx512vnni"

/* Four pointers to a few rows each: one pointer moved from row to row would make every load wait for the one
 * before.  group, the rows of a pointer, is a constant where this is called. */
__attribute__((target(VNNI), always_inline)) static inline void groups_vnni(const int8_t *weights, const uint8_t *rows,
                                                                            size_t stride, uint32_t in, uint32_t group,
                                                                            int32_t tile[T2G_TILE][T2G_TILE])
{
    enum { GROUPS = 4 };
    __m512i sum[GROUPS][T2G_TILE / GROUPS];
    const uint8_t *at[GROUPS];
#pragma GCC unroll 4
    for (uint32_t g = 0; g < GROUPS; g++) {
        at[g] = rows + g * group * stride;
#pragma GCC unroll 4
        for (uint32_t r = 0; r < group; r++) sum[g][r] = _mm512_setzero_si512();
    }
    for (uint32_t k = 0; k < in; k += 4) {
        __m512i w = _mm512_loadu_si512(weights + (size_t)k * T2G_TILE);
#pragma GCC unroll 4
        for (uint32_t g = 0; g < GROUPS; g++) {
#pragma GCC unroll 4
            for (uint32_t r = 0; r < group; r++)
                sum[g][r] = _mm512_dpbusd_epi32(sum[g][r], _mm512_set1_epi32(four_bytes(at[g] + r * stride)), w);
            at[g] += 4;
        }
    }
#pragma GCC unroll 4
    for (uint32_t g = 0; g < GROUPS; g++)
#pragma GCC unroll 4
        for (uint32_t r = 0; r < group; r++) _mm512_storeu_si512(tile[g * group + r], sum[g][r]);
}

__attribute__((target(VNNI))) static void tile_vnni(const int8_t *weights, const uint8_t *rows, size_t stride,
                                                    uint32_t in, uint32_t height, int32_t tile[T2G_TILE][T2G_TILE])
{
    if (height > 8) groups_vnni(weights, rows, stride, in, 4, tile);
    else groups_vnni(weights, rows, stride, in, 2, tile);
}

#define tile_narrow_vnni tile_vnni
#define NAME "avx512vnni"
#define PATH(function) function##_vnni
#define TARGET __attribute__((target(VNNI)))
#include "model/kernel_path.def"

static int has_avx2(void)
{
    return __builtin_cpu_supports("avx2");
}

static int has_vnni(void)
{
    return __builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512bw") &&
           __builtin_cpu_supports("avx512dq") && __builtin_cpu_supports("avx512vl") &&
           __builtin_cpu_supports("avx512vnni");
}

#endif

const t2g_kernel *t2g_kernel_at(uint32_t index)
{
    const t2g_kernel *able[3];
    uint32_t len = 0;
#ifdef HAS_X86
    if (has_vnni()) able[len++] = &kernel_vnni;
    if (has_avx2()) able[len++] = &kernel_avx2;
#endif
    able[len++] = &kernel_portable;
    return index < len ? able[index] : NULL;
}
