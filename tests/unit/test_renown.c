/* test_renown.c - what holds for src/model/renown.c, one behaviour a test.
 *
 * SPDX-License-Identifier: MIT
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "model/renown.h"

static uint32_t table[4][2];

static t2g_renown with(const char *name, t2g_renown_entry entry)
{
    uint32_t key = t2g_renown_key(t2g_slice_of(name)), slot = key & 3;
    memset(table, 0, sizeof table);
    table[slot][0] = key;
    table[slot][1] = t2g_renown_pack(entry);
    return (t2g_renown){.table = &table[0][0], .slots = 4};
}

static void an_entry_comes_back_as_it_was_packed(void **state)
{
    (void)state;
    const t2g_renown_entry entry = {t2g_renown_state(t2g_slice_of("AU")), t2g_renown_state(t2g_slice_of("ZW")), 7, true};
    t2g_renown renown = with("Mira Holt", entry);
    t2g_renown_entry found = t2g_renown_find(&renown, t2g_renown_key(t2g_slice_of("MIRA Holt")));
    assert_int_equal(found.first, entry.first);
    assert_int_equal(found.second, entry.second);
    assert_int_equal(found.times, 7);
    assert_true(found.is_sure);
}

static void a_name_nobody_knows_was_seen_never(void **state)
{
    (void)state;
    t2g_renown renown = with("Holt", (t2g_renown_entry){.first = 1, .times = 1}), empty = {0};
    assert_int_equal(t2g_renown_find(&renown, t2g_renown_key(t2g_slice_of("Dahl"))).times, 0);
    assert_int_equal(t2g_renown_find(&empty, t2g_renown_key(t2g_slice_of("Holt"))).times, 0);
}

static void a_person_is_known_as_named(void **state)
{
    (void)state;
    const t2g_renown_entry entry = {t2g_renown_state(t2g_slice_of("PE")), t2g_renown_state(t2g_slice_of("CL")), 3, true};
    t2g_renown renown = with("Mira Holt", entry);
    t2g_repute repute = t2g_renown_of(&renown, t2g_slice_of("Mira Holt"), t2g_slice_of("PE"));
    assert_int_equal(repute.standing, T2G_STANDING_SURE);
    assert_true(repute.is_whole);
    assert_int_equal(repute.times, 3);
    renown = with("Holt", entry);
    repute = t2g_renown_of(&renown, t2g_slice_of("Holt"), t2g_slice_of("CL"));
    assert_int_equal(repute.standing, T2G_STANDING_ALSO);
    assert_false(repute.is_whole);
    assert_int_equal(t2g_renown_of(&renown, t2g_slice_of("Holt"), t2g_slice_of("NO")).standing, T2G_STANDING_ELSEWHERE);
    assert_int_equal(t2g_renown_of(&renown, t2g_slice_of("Holt"), t2g_slice_of("")).standing, T2G_STANDING_UNKNOWN);
    assert_int_equal(t2g_renown_of(NULL, t2g_slice_of("Holt"), t2g_slice_of("PE")).standing, T2G_STANDING_UNKNOWN);
}

static void who_shares_a_last_name_is_somebody_else(void **state)
{
    (void)state;
    t2g_renown renown = with("Holt", (t2g_renown_entry){t2g_renown_state(t2g_slice_of("PE")), 0, 3, true});
    assert_int_equal(t2g_renown_of(&renown, t2g_slice_of("Tom Holt"), t2g_slice_of("PE")).standing, T2G_STANDING_UNKNOWN);
}

static void a_code_is_two_capitals(void **state)
{
    (void)state;
    assert_int_not_equal(t2g_renown_state(t2g_slice_of("PE")), 0);
    assert_int_not_equal(t2g_renown_state(t2g_slice_of("PE")), t2g_renown_state(t2g_slice_of("EP")));
    assert_int_equal(t2g_renown_state(t2g_slice_of("")), 0);
    assert_int_equal(t2g_renown_state(t2g_slice_of("pe")), 0);
    assert_int_equal(t2g_renown_state(t2g_slice_of("PER")), 0);
}

static void a_file_without_the_array_is_refused(void **state)
{
    (void)state;
    t2g_modelfile file = {.sections = 0};
    t2g_renown renown;
    t2g_error error;
    assert_int_equal(t2g_renown_open(&renown, &file, &error), T2G_FORMAT);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(an_entry_comes_back_as_it_was_packed),
        cmocka_unit_test(a_name_nobody_knows_was_seen_never),
        cmocka_unit_test(a_person_is_known_as_named),
        cmocka_unit_test(who_shares_a_last_name_is_somebody_else),
        cmocka_unit_test(a_code_is_two_capitals),
        cmocka_unit_test(a_file_without_the_array_is_refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
