/* test_intern.c - equal strings, equal ids.
 *
 * SPDX-License-Identifier: MIT
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "base/intern.h"

static t2g_arena arena;
static t2g_intern intern;

static int open_intern(void **state)
{
    (void)state;
    t2g_arena_init(&arena);
    return t2g_intern_init(&intern, &arena) ? 0 : -1;
}

static int close_intern(void **state)
{
    (void)state;
    t2g_arena_free(&arena);
    return 0;
}

static void equal_strings_get_equal_ids(void **state)
{
    (void)state;
    char other[] = "Oslo";
    assert_int_equal(t2g_intern_add(&intern, t2g_slice_of("Oslo")), t2g_intern_add(&intern, t2g_slice_of(other)));
}

static void ids_count_from_nought_in_order_of_first_sight(void **state)
{
    (void)state;
    assert_int_equal(t2g_intern_add(&intern, t2g_slice_of("Ann")), 0);
    assert_int_equal(t2g_intern_add(&intern, t2g_slice_of("Bo")), 1);
    assert_int_equal(t2g_intern_add(&intern, t2g_slice_of("Ann")), 0);
    assert_int_equal(t2g_intern_add(&intern, t2g_slice_of("")), 2);
    assert_int_equal(intern.len, 3);
}

static void an_id_leads_back_to_its_string(void **state)
{
    (void)state;
    uint32_t id = t2g_intern_add(&intern, t2g_slice_of("Nordbank"));
    assert_true(t2g_slice_is(t2g_intern_string(&intern, id), "Nordbank"));
}

static void a_copy_outlives_its_bytes(void **state)
{
    (void)state;
    char bytes[] = "Oslo";
    uint32_t id = t2g_intern_copy(&intern, t2g_slice_of(bytes));
    memset(bytes, 'x', 4);
    assert_true(t2g_slice_is(t2g_intern_string(&intern, id), "Oslo"));
    assert_int_equal(t2g_intern_find(&intern, t2g_slice_of("Oslo")), id);
}

static void what_was_never_seen_is_not_found(void **state)
{
    (void)state;
    t2g_intern_add(&intern, t2g_slice_of("Oslo"));
    assert_int_equal(t2g_intern_find(&intern, t2g_slice_of("Osl")), T2G_NONE);
    assert_int_equal(t2g_intern_find(&intern, t2g_slice_of("")), T2G_NONE);
}

static void a_hundred_thousand_strings_keep_their_ids(void **state)
{
    (void)state;
    char name[16];
    for (uint32_t i = 0; i < 100000; i++) {
        snprintf(name, sizeof name, "n%u", i);
        assert_int_equal(t2g_intern_copy(&intern, t2g_slice_of(name)), i);
    }
    for (uint32_t i = 0; i < 100000; i += 997) {
        snprintf(name, sizeof name, "n%u", i);
        assert_int_equal(t2g_intern_find(&intern, t2g_slice_of(name)), i);
    }
}

#define WITH_INTERN(test) cmocka_unit_test_setup_teardown(test, open_intern, close_intern)

int main(void)
{
    const struct CMUnitTest tests[] = {
        WITH_INTERN(equal_strings_get_equal_ids),
        WITH_INTERN(ids_count_from_nought_in_order_of_first_sight),
        WITH_INTERN(an_id_leads_back_to_its_string),
        WITH_INTERN(a_copy_outlives_its_bytes),
        WITH_INTERN(what_was_never_seen_is_not_found),
        WITH_INTERN(a_hundred_thousand_strings_keep_their_ids),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
