/* test_nearest.c - what holds for src/graph/nearest.c, one behaviour a test.
 *
 * SPDX-License-Identifier: MIT
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "graph/nearest.h"

static t2g_nearest nearest;

static void want(const char *name)
{
    nearest = (t2g_nearest){.wanted = t2g_slice_of(name)};
}

static void look_at(uint32_t who, const char *name)
{
    t2g_nearest_try(&nearest, who, t2g_slice_of(name));
}

static void a_slip_of_the_hand_is_near(void **state)
{
    (void)state;
    want("ada brandt");
    look_at(1, "ada brandt jones and partners of the north");
    look_at(2, "adda brant");
    look_at(3, "otto holm");
    assert_int_equal(nearest.len, 2); /* the first shares words */
    assert_int_equal(nearest.who[0], 2);
}

static void a_shared_word_is_near_unless_all_have_it(void **state)
{
    (void)state;
    want("the holm");
    look_at(1, "the ministry of justice");
    look_at(2, "otto lindqvist holm");
    assert_int_equal(nearest.len, 1);
    assert_int_equal(nearest.who[0], 2);
}

static void the_nearest_few_are_kept_in_order(void **state)
{
    (void)state;
    want("abcdefghi");
    look_at(1, "abcdefxyz");
    look_at(2, "abcdefgxy");
    look_at(3, "abcdefghx");
    look_at(4, "abcdefghi");
    assert_int_equal(nearest.len, T2G_NEAREST);
    assert_int_equal(nearest.who[0], 4);
    assert_int_equal(nearest.who[1], 3);
    assert_int_equal(nearest.who[2], 2);
}

static void who_has_several_names_stands_once_by_the_nearest(void **state)
{
    (void)state;
    want("brandt");
    look_at(1, "brandts");
    look_at(2, "brundt");
    look_at(1, "brandt");
    assert_int_equal(nearest.len, 2);
    assert_int_equal(nearest.who[0], 1);
    assert_int_equal(nearest.far[0], 0);
    assert_int_equal(nearest.who[1], 2);
    look_at(1, "brandtss");
    assert_int_equal(nearest.len, 2);
    assert_int_equal(nearest.far[0], 0);
}

static void a_long_name_is_cut(void **state)
{
    (void)state;
    char name[1001];
    memset(name, 'a', sizeof name - 1);
    name[sizeof name - 1] = '\0';
    want(name);
    look_at(1, name);
    look_at(2, "");
    assert_int_equal(nearest.len, 1);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_slip_of_the_hand_is_near),
        cmocka_unit_test(a_shared_word_is_near_unless_all_have_it),
        cmocka_unit_test(the_nearest_few_are_kept_in_order),
        cmocka_unit_test(who_has_several_names_stands_once_by_the_nearest),
        cmocka_unit_test(a_long_name_is_cut),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
