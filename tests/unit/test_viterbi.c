/* test_viterbi.c - the best sequence of labels is always one that can be.
 *
 * SPDX-License-Identifier: MIT
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "model/viterbi.h"

enum { KINDS = 2, LABELS = 1 + KINDS * T2G_PLACES, LONGEST = 6 };

static int32_t scores[LONGEST][LABELS];
static uint8_t labels[LONGEST], back[LONGEST * T2G_BILOU_MOST];

static void decode(uint32_t len)
{
    t2g_viterbi_spans(&scores[0][0], LABELS, len, KINDS, back, labels);
}

static int clear(void **state)
{
    (void)state;
    memset(scores, 0, sizeof scores);
    return 0;
}

static int is_open(uint8_t label)
{
    return label != T2G_OUTSIDE && t2g_bilou_place(label) <= T2G_INSIDE;
}

static int continues(uint8_t label)
{
    return label != T2G_OUTSIDE && (t2g_bilou_place(label) == T2G_INSIDE || t2g_bilou_place(label) == T2G_LAST);
}

static int follows(uint8_t before, uint8_t label)
{
    if (is_open(before) != continues(label)) return 0;
    return !continues(label) || t2g_bilou_kind(before) == t2g_bilou_kind(label);
}

static void ties_go_outside(void **state)
{
    (void)state;
    decode(3);
    for (int i = 0; i < 3; i++) assert_int_equal(labels[i], T2G_OUTSIDE);
}

static void a_span_is_begun_and_ended(void **state)
{
    (void)state;
    scores[1][t2g_bilou_label(1, T2G_INSIDE)] = 9; /* alone it cannot stand: its neighbours make room */
    decode(3);
    assert_int_equal(labels[0], t2g_bilou_label(1, T2G_BEGIN));
    assert_int_equal(labels[1], t2g_bilou_label(1, T2G_INSIDE));
    assert_int_equal(labels[2], t2g_bilou_label(1, T2G_LAST));
}

static void a_single_word_is_a_unit_or_nothing(void **state)
{
    (void)state;
    scores[0][t2g_bilou_label(0, T2G_BEGIN)] = 100;
    scores[0][t2g_bilou_label(1, T2G_UNIT)] = 1;
    decode(1);
    assert_int_equal(labels[0], t2g_bilou_label(1, T2G_UNIT));
}

static void whatever_the_scores_the_labels_are_legal(void **state)
{
    uint32_t x = 1;
    (void)state;
    for (int round = 0; round < 2000; round++) {
        for (int i = 0; i < LONGEST; i++)
            for (int y = 0; y < LABELS; y++) scores[i][y] = (int32_t)((x = x * 1664525u + 1013904223u) >> 20);
        decode(LONGEST);
        assert_true(follows(T2G_OUTSIDE, labels[0]));
        for (int i = 1; i < LONGEST; i++) assert_true(follows(labels[i - 1], labels[i]));
        assert_false(is_open(labels[LONGEST - 1]));
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup(ties_go_outside, clear),
        cmocka_unit_test_setup(a_span_is_begun_and_ended, clear),
        cmocka_unit_test_setup(a_single_word_is_a_unit_or_nothing, clear),
        cmocka_unit_test_setup(whatever_the_scores_the_labels_are_legal, clear),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
