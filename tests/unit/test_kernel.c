/* test_kernel.c - every path of the network's arithmetic gives the same numbers.
 *
 * SPDX-License-Identifier: MIT
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "model/kernel.h"

enum { IN = 96, OUT = 48, ROWS = 2 * T2G_TILE, STRIDE = 32, LIMIT = 32000 };

static int8_t weights[OUT * IN];
static int32_t bias[OUT];
static uint8_t shift[OUT];
static uint8_t rows[ROWS * STRIDE + IN];
static const t2g_matrix matrix = {.weights = weights, .bias = bias, .shift = shift, .in = IN, .out = OUT};

/* Weights and activations of least..most and 0..127; of the greatest size alone where least is most. */
static void fill(uint32_t seed, int least, int most)
{
    uint32_t x = seed;
    bool extreme = least == most;
#define NEXT (x = x * 1664525u + 1013904223u, x >> 8)
    for (size_t i = 0; i < sizeof weights; i++) weights[i] = (int8_t)(least + (int)(NEXT % (uint32_t)(most - least + 1)));
    for (size_t i = 0; i < sizeof rows; i++) rows[i] = (uint8_t)(extreme ? 127 : NEXT % 128);
    for (size_t i = 0; i < OUT; i++) {
        bias[i] = (int32_t)(NEXT % 20001) - 10000;
        shift[i] = (uint8_t)(1 + NEXT % 12);
    }
#undef NEXT
}

/* The weight of input k for column c, where kernel.h says it lies. */
static int weight_at(uint32_t k, uint32_t c)
{
    return weights[c / 16 * 16 * IN + k / 4 * 64 + c % 16 * 4 + k % 4];
}

static int32_t plain_sum(uint32_t r, uint32_t c)
{
    int32_t sum = bias[c];
    for (uint32_t k = 0; k < IN; k++) sum += rows[r * STRIDE + k] * weight_at(k, c);
    return sum;
}

static void check_scores(const t2g_kernel *kernel)
{
    static int32_t sums[ROWS * OUT];
    kernel->score(&matrix, rows, STRIDE, ROWS, sums);
    for (uint32_t r = 0; r < ROWS; r++)
        for (uint32_t c = 0; c < OUT; c++) assert_int_equal(sums[r * OUT + c], plain_sum(r, c));
}

static void every_path_gives_the_sums_of_the_definition(void **state)
{
    (void)state;
    fill(1, -127, 127);
    for (uint32_t i = 0; t2g_kernel_at(i); i++) check_scores(t2g_kernel_at(i));
}

static void the_greatest_weights_and_activations_do_not_saturate(void **state)
{
    (void)state;
    for (int sign = -1; sign <= 1; sign += 2) {
        fill(2, 127 * sign, 127 * sign);
        for (uint32_t i = 0; t2g_kernel_at(i); i++) check_scores(t2g_kernel_at(i));
    }
}

/* What a stream that was 0 becomes when the first len rows are added twice. */
static void check_streams(const t2g_kernel *kernel, uint32_t len)
{
    static int16_t stream[ROWS * OUT];
    static uint8_t active[ROWS * OUT];
    memset(stream, 0, sizeof stream);
    for (int twice = 0; twice < 2; twice++) kernel->add(&matrix, rows, STRIDE, len, LIMIT, stream);
    kernel->activate(stream, (size_t)len * OUT, 4, active);
    for (uint32_t r = 0; r < len; r++)
        for (uint32_t c = 0; c < OUT; c++) {
            int32_t part = (plain_sum(r, c) + (1 << (shift[c] - 1))) >> shift[c], sum = part > LIMIT ? LIMIT : part < -LIMIT ? -LIMIT : part;
            sum = sum + part > LIMIT ? LIMIT : sum + part < -LIMIT ? -LIMIT : sum + part;
            assert_int_equal(stream[r * OUT + c], sum);
            int32_t whole = (sum + 8) >> 4;
            assert_int_equal(active[r * OUT + c], whole < 0 ? 0 : whole > 127 ? 127 : whole);
        }
}

static void every_path_rounds_and_limits_a_stream_alike(void **state)
{
    (void)state;
    fill(3, -T2G_NARROW_MOST - 1, T2G_NARROW_MOST);
    for (uint32_t i = 0; t2g_kernel_at(i); i++) check_streams(t2g_kernel_at(i), ROWS);
}

static void the_greatest_narrow_weights_do_not_saturate(void **state)
{
    (void)state;
    for (int most = -T2G_NARROW_MOST - 1; most <= T2G_NARROW_MOST; most += 2 * T2G_NARROW_MOST + 1) {
        fill(4, most, most);
        for (uint32_t i = 0; t2g_kernel_at(i); i++) check_streams(t2g_kernel_at(i), ROWS);
    }
}

static void any_number_of_rows_will_do(void **state)
{
    (void)state;
    fill(5, -T2G_NARROW_MOST - 1, T2G_NARROW_MOST);
    for (uint32_t len = 1; len <= ROWS; len++)
        for (uint32_t i = 0; t2g_kernel_at(i); i++) check_streams(t2g_kernel_at(i), len);
}

static void a_gathered_vector_is_the_rounded_sum(void **state)
{
    enum { WIDTH = 176 };
    static int16_t a[WIDTH], b[WIDTH];
    const int16_t *vectors[] = {a, b};
    (void)state;
    for (int k = 0; k < WIDTH; k++) {
        a[k] = (int16_t)(k * 40 - 1000);
        b[k] = (int16_t)(k * k / 4);
    }
    for (uint32_t i = 0; t2g_kernel_at(i); i++) {
        uint8_t active[WIDTH];
        t2g_kernel_at(i)->gather(vectors, 2, WIDTH, 3, active);
        for (int k = 0; k < WIDTH; k++) {
            int sum = a[k] + b[k] + 4, wanted = sum < 0 ? 0 : sum / 8 > 127 ? 127 : sum / 8;
            assert_int_equal(active[k], wanted);
        }
    }
}

static void the_last_path_is_for_any_cpu(void **state)
{
    uint32_t len = 0;
    (void)state;
    while (t2g_kernel_at(len)) len++;
    assert_true(len >= 1);
    assert_string_equal(t2g_kernel_at(len - 1)->name, "portable");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_path_gives_the_sums_of_the_definition),
        cmocka_unit_test(the_greatest_weights_and_activations_do_not_saturate),
        cmocka_unit_test(every_path_rounds_and_limits_a_stream_alike),
        cmocka_unit_test(the_greatest_narrow_weights_do_not_saturate),
        cmocka_unit_test(any_number_of_rows_will_do),
        cmocka_unit_test(a_gathered_vector_is_the_rounded_sum),
        cmocka_unit_test(the_last_path_is_for_any_cpu),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
