/* SPDX-License-Identifier: MIT */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "model/linear.h"

static int16_t weights[T2G_LINEAR_ROWS][T2G_LINEAR_OUTPUTS];
static uint32_t exps[T2G_LINEAR_EXPS];
static const uint32_t calibration[T2G_LINEAR_BINS] = {0, 100, 100, 100, 100, 100, 100, 100, 100, 100, 600,
                                                      600, 600, 600, 600, 600, 600, 600, 600, 600, 900};

/* A table that falls by half every nat is enough here. */
static t2g_linear model(void)
{
    for (uint32_t i = 0; i < T2G_LINEAR_EXPS; i++) exps[i] = (uint32_t)T2G_LINEAR_EXP_ONE >> (i / T2G_LINEAR_NAT);
    return (t2g_linear){.weights = &weights[0][0], .exps = exps, .calibration = calibration, .questions = 1};
}

static void the_upper_half_of_a_hash_is_its_row(void **state)
{
    (void)state;
    t2g_linear linear = model();
    weights[7][2] = 5;
    const uint32_t features[] = {7u << 16 | 1, 7u << 16 | 2, 8u << 16};
    int32_t score[T2G_LINEAR_OUTPUTS] = {0, 0, 1, 0};
    t2g_linear_add(&linear, features, 3, score);
    assert_int_equal(score[2], 11);
    assert_int_equal(score[0], 0);
}

static void equal_scores_share_the_chance(void **state)
{
    (void)state;
    t2g_linear linear = model();
    uint32_t chance[2];
    t2g_linear_softmax(&linear, (const int32_t[]){0, 0}, chance);
    assert_int_equal(chance[0], 333);
    assert_int_equal(chance[1], 333);
}

static void far_scores_are_certain_and_impossible(void **state)
{
    (void)state;
    t2g_linear linear = model();
    uint32_t chance[2];
    t2g_linear_softmax(&linear, (const int32_t[]){INT32_MAX, INT32_MIN}, chance);
    assert_int_equal(chance[0], 1000);
    assert_int_equal(chance[1], 0);
}

static void a_calibration_is_read_between_its_points(void **state)
{
    (void)state;
    t2g_linear linear = model();
    assert_int_equal(t2g_linear_calibrate(&linear, 0, 0), 0);
    assert_int_equal(t2g_linear_calibrate(&linear, 0, 25), 50);
    assert_int_equal(t2g_linear_calibrate(&linear, 0, 500), 600);
    assert_int_equal(t2g_linear_calibrate(&linear, 0, 1000), 900);
}

static void each_question_has_its_cut(void **state)
{
    (void)state;
    static const uint32_t cut[] = {400, 600};
    t2g_linear linear = model();
    linear.cut = cut;
    assert_true(t2g_linear_believes(&linear, 0, 400));
    assert_false(t2g_linear_believes(&linear, 0, 399));
    assert_false(t2g_linear_believes(&linear, 1, 599));
}

static void a_file_without_the_arrays_is_refused(void **state)
{
    (void)state;
    t2g_modelfile file = {.sections = 0};
    t2g_linear linear;
    t2g_error error;
    assert_int_equal(t2g_linear_open(&linear, &file, 3, &error), T2G_FORMAT);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_upper_half_of_a_hash_is_its_row),
        cmocka_unit_test(equal_scores_share_the_chance),
        cmocka_unit_test(far_scores_are_certain_and_impossible),
        cmocka_unit_test(a_calibration_is_read_between_its_points),
        cmocka_unit_test(each_question_has_its_cut),
        cmocka_unit_test(a_file_without_the_arrays_is_refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
