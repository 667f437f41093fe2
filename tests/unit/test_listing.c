/* test_listing.c - what holds for src/nlp/item/listing.c, one behaviour a test.
 *
 * SPDX-License-Identifier: MIT
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdlib.h>

#include <cmocka.h>

#include "nlp/item/listing.h"
#include "ground.h"

static uint32_t next(const char *name)
{
    return t2g_list_next(&on.layers, &on.ground.row, grounded_item(&on, name), on.ground.row.len);
}

static void two_names_are_joined_by_and(void **state)
{
    (void)state;
    grounded_read(&on, "She met Poland and Norway.");
    assert_int_equal(next("Poland"), grounded_item(&on, "Norway"));
    assert_int_equal(next("Norway"), T2G_NONE);
}

static void three_names_are_walked_one_by_one(void **state)
{
    (void)state;
    grounded_read(&on, "She met Poland, Norway and Spain.");
    assert_int_equal(next("Poland"), grounded_item(&on, "Norway"));
    assert_int_equal(next("Norway"), grounded_item(&on, "Spain"));
}

static void commas_without_and_are_no_list(void **state)
{
    (void)state;
    grounded_read(&on, "She met Poland, Norway agreed.");
    assert_int_equal(next("Poland"), T2G_NONE);
}

static void types_do_not_mix(void **state)
{
    (void)state;
    grounded_read(&on, "She met Poland and Anna Keller.");
    assert_int_equal(next("Poland"), T2G_NONE);
}

static void a_list_is_walked_back_too(void **state)
{
    (void)state;
    grounded_read(&on, "Poland, Norway and Spain met.");
    uint32_t norway = t2g_list_before(&on.layers, &on.ground.row, grounded_item(&on, "Spain"), 0);
    assert_int_equal(norway, grounded_item(&on, "Norway"));
    assert_int_equal(t2g_list_before(&on.layers, &on.ground.row, norway, 0), grounded_item(&on, "Poland"));
    assert_int_equal(t2g_list_before(&on.layers, &on.ground.row, grounded_item(&on, "Poland"), 0), T2G_NONE);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(two_names_are_joined_by_and, set_up, tear_down),
        cmocka_unit_test_setup_teardown(three_names_are_walked_one_by_one, set_up, tear_down),
        cmocka_unit_test_setup_teardown(commas_without_and_are_no_list, set_up, tear_down),
        cmocka_unit_test_setup_teardown(types_do_not_mix, set_up, tear_down),
        cmocka_unit_test_setup_teardown(a_list_is_walked_back_too, set_up, tear_down),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
