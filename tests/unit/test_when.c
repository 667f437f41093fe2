/* test_when.c - what holds for src/nlp/item/when.c, one behaviour a test.
 *
 * SPDX-License-Identifier: MIT
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "nlp/item/when.h"
#include "room.h"

/* The ISO date at the first token of a text, "" when there is none. */
static const char *date_of(const char *words)
{
    static char iso[11];
    room here;
    assert_int_equal(room_open_built_in(&here), 0);
    room_read(&here, words, T2G_STAGE_TOKEN);
    iso[0] = '\0';
    if (t2g_date_parse(&here.tokens, 0, here.tokens.len, iso) == 0) iso[0] = '\0';
    room_close(&here);
    return iso;
}

static t2g_when found_in(const char *words, char on[11])
{
    room here;
    assert_int_equal(room_open_built_in(&here), 0);
    room_read(&here, words, T2G_STAGE_TOKEN);
    t2g_when when = t2g_when_find(&here.tokens, 0, here.tokens.len, on);
    room_close(&here);
    return when;
}

static void a_year_is_a_date(void **state)
{
    (void)state;
    assert_string_equal(date_of("2004"), "2004");
}

static void a_month_makes_it_more_precise(void **state)
{
    (void)state;
    assert_string_equal(date_of("May 2005"), "2005-05");
    assert_string_equal(date_of("Sept. 2005"), "2005-09");
}

static void a_day_stands_before_or_behind_the_month(void **state)
{
    (void)state;
    assert_string_equal(date_of("12 May 2005"), "2005-05-12");
    assert_string_equal(date_of("May 12, 2005"), "2005-05-12");
}

static void a_date_without_a_year_is_none(void **state)
{
    (void)state;
    assert_string_equal(date_of("12 May"), "");
    assert_string_equal(date_of("may 2005"), "");
}

static void a_number_that_is_no_year_is_none(void **state)
{
    (void)state;
    assert_string_equal(date_of("9000"), "");
    assert_string_equal(date_of("12"), "");
}

static void since_and_until_are_told_apart(void **state)
{
    (void)state;
    char on[11];
    t2g_when when = found_in("since May 2003", on);
    assert_string_equal(when.since, "2003-05");
    assert_string_equal(when.until, "");
    when = found_in("until 2001", on);
    assert_string_equal(when.until, "2001");
}

static void a_range_gives_both(void **state)
{
    (void)state;
    char on[11];
    t2g_when when = found_in("from 2003 to May 2005", on);
    assert_string_equal(when.since, "2003");
    assert_string_equal(when.until, "2005-05");
}

static void a_plain_date_is_given_apart(void **state)
{
    (void)state;
    char on[11];
    t2g_when when = found_in("in June 2004", on);
    assert_string_equal(when.since, "");
    assert_string_equal(on, "2004-06");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_year_is_a_date),
        cmocka_unit_test(a_month_makes_it_more_precise),
        cmocka_unit_test(a_day_stands_before_or_behind_the_month),
        cmocka_unit_test(a_date_without_a_year_is_none),
        cmocka_unit_test(a_number_that_is_no_year_is_none),
        cmocka_unit_test(since_and_until_are_told_apart),
        cmocka_unit_test(a_range_gives_both),
        cmocka_unit_test(a_plain_date_is_given_apart),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
