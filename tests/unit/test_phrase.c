/* test_phrase.c - the lexicon's phrases in a text: which capitals fit, where a phrase may run.
 *
 * SPDX-License-Identifier: MIT
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdlib.h>

#include <cmocka.h>

#include "nlp/list/phrase.h"
#include "room.h"

static const room_list lists[] = {{T2G_LEX_COUNTRY, "Kalvonia\tname\tKV\n"
                                                   "US\tname\tUS\n"
                                                   "Po\tname\tPO\n"
                                                   "Bank of Kalvonia\tname\n"
                                                   "Bank\tname\n"
                                                   "vice-president\thead\n"
                                                   "O'Brien\tname\n"
                                                   "U.S.\tname\tUS\n"}};

ROOM_FIXTURES(ROOM_LISTS(lists))

/* How many phrases stand in a text. */
static uint32_t phrases_in(const char *bytes)
{
    room_read(&here, bytes, T2G_STAGE_TOKEN);
    room_find_phrases(&here);
    return here.phrases.len;
}

static void capitals_are_wanted_as_listed_or_all(void **state)
{
    (void)state;
    assert_int_equal(phrases_in("We saw Kalvonia today."), 1);
    assert_int_equal(phrases_in("We saw KALVONIA today."), 1);
    assert_int_equal(phrases_in("We saw kalvonia today."), 0);
}

static void a_short_name_fits_its_own_capitals_only(void **state)
{
    (void)state;
    assert_int_equal(phrases_in("It told US of it."), 1);
    assert_int_equal(phrases_in("It told us of it. Us too."), 0);
    assert_int_equal(phrases_in("We saw PO today."), 0);
}

static void small_words_fit_any_case(void **state)
{
    (void)state;
    assert_int_equal(phrases_in("The vice-president and the Vice-President spoke."), 2);
    assert_int_equal(phrases_in("The Bank Of Kalvonia spoke."), 3);
}

static void the_longest_phrase_stands_first(void **state)
{
    (void)state;
    assert_int_equal(phrases_in("The Bank of Kalvonia spoke."), 3);
    assert_int_equal(here.phrases.at[0].end - here.phrases.at[0].begin, 3);
    assert_int_equal(here.phrases.at[1].end - here.phrases.at[1].begin, 1);
    assert_ptr_equal(t2g_phrases_longest(&here.phrases, 1, T2G_LEX_COUNTRY), &here.phrases.at[0]);
    assert_null(t2g_phrases_longest(&here.phrases, 1, T2G_LEX_OUTLET));
    assert_null(t2g_phrases_longest(&here.phrases, 0, T2G_LEX_COUNTRY));
}

static void words_are_split_as_the_text_is(void **state)
{
    (void)state;
    assert_int_equal(phrases_in("Mara O'Brien left the U.S. on Monday."), 2);
    assert_int_equal(phrases_in("Mara O\xE2\x80\x99" "Brien left."), 1);
}

static void no_phrase_runs_across_blocks(void **state)
{
    (void)state;
    phrases_in("They went to the Bank\n\nof Kalvonia, they said.");
    for (uint32_t i = 0; i < here.phrases.len; i++) assert_int_equal(here.phrases.at[i].end - here.phrases.at[i].begin, 1);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(capitals_are_wanted_as_listed_or_all, set_up, tear_down),
        cmocka_unit_test_setup_teardown(a_short_name_fits_its_own_capitals_only, set_up, tear_down),
        cmocka_unit_test_setup_teardown(small_words_fit_any_case, set_up, tear_down),
        cmocka_unit_test_setup_teardown(the_longest_phrase_stands_first, set_up, tear_down),
        cmocka_unit_test_setup_teardown(words_are_split_as_the_text_is, set_up, tear_down),
        cmocka_unit_test_setup_teardown(no_phrase_runs_across_blocks, set_up, tear_down),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
