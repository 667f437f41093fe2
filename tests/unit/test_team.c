/* test_team.c - how much of a text is sport, and into which teams a row of names falls.
 *
 * SPDX-License-Identifier: MIT
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdlib.h>

#include <cmocka.h>

#include "nlp/mention/team.h"
#include "room.h"

static const room_list lists[] = {
    {T2G_LEX_SPORT, "striker\tword\ngoal\tword\ncoach\tword\n"},
    {T2G_LEX_ORGANISATION, "Southbay\tname\tSouthbay\nSouthbay Rovers\tname\tSouthbay Rovers\nKalvo\tname\tKalvo\n"},
    {T2G_LEX_PLACE, "Elmstead\tcity\n"},
};

ROOM_FIXTURES(ROOM_LISTS(lists))

static void read(const char *bytes)
{
    room_read(&here, bytes, T2G_STAGE_TOKEN);
    room_find_phrases(&here);
}

/* Into how many teams the whole text falls. */
static uint32_t teams_in(const char *bytes)
{
    read(bytes);
    return t2g_teams_in(&here.phrases, (t2g_span){0, here.tokens.len});
}

static void three_words_of_sport_are_none_yet(void **state)
{
    (void)state;
    read("The coach saw the striker and the goal.");
    assert_int_equal(t2g_sport_of(&here.phrases, here.tokens.len), 0);
}

static void a_text_is_of_sport_by_the_share_of_its_words(void **state)
{
    (void)state;
    read("The coach saw the striker, the goal and another goal.");
    assert_int_equal(t2g_sport_of(&here.phrases, here.tokens.len), 2);
    assert_int_equal(t2g_sport_of(&here.phrases, 149), 2);
    assert_int_equal(t2g_sport_of(&here.phrases, 150), 1);
    assert_int_equal(t2g_sport_of(&here.phrases, 399), 1);
    assert_int_equal(t2g_sport_of(&here.phrases, 400), 0);
}

static void an_empty_text_is_of_no_sport(void **state)
{
    (void)state;
    read("");
    assert_int_equal(t2g_sport_of(&here.phrases, 0), 0);
}

static void the_longest_team_is_meant(void **state)
{
    (void)state;
    read("Southbay Rovers won.");
    assert_int_equal(t2g_team_at(&here.phrases, 0, here.tokens.len)->end, 2);
    assert_null(t2g_team_at(&here.phrases, 1, here.tokens.len));
}

static void a_team_ends_at_the_limit_or_before(void **state)
{
    (void)state;
    read("Southbay Rovers won.");
    assert_int_equal(t2g_team_at(&here.phrases, 0, 1)->end, 1);
    assert_null(t2g_team_at(&here.phrases, 0, 0));
}

static void a_place_is_no_team(void **state)
{
    (void)state;
    read("Elmstead won.");
    assert_null(t2g_team_at(&here.phrases, 0, here.tokens.len));
}

static void names_in_a_row_are_a_team_each(void **state)
{
    (void)state;
    assert_int_equal(teams_in("Southbay Rovers"), 1);
    assert_int_equal(teams_in("Southbay Rovers Kalvo"), 2);
    assert_int_equal(teams_in("Kalvo Southbay Kalvo"), 3);
}

static void a_rest_that_no_list_has_makes_it_none(void **state)
{
    (void)state;
    assert_int_equal(teams_in("Kalvo Wanderers"), 0);
    assert_int_equal(teams_in("Elmstead Kalvo"), 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(three_words_of_sport_are_none_yet, set_up, tear_down),
        cmocka_unit_test_setup_teardown(a_text_is_of_sport_by_the_share_of_its_words, set_up, tear_down),
        cmocka_unit_test_setup_teardown(an_empty_text_is_of_no_sport, set_up, tear_down),
        cmocka_unit_test_setup_teardown(the_longest_team_is_meant, set_up, tear_down),
        cmocka_unit_test_setup_teardown(a_team_ends_at_the_limit_or_before, set_up, tear_down),
        cmocka_unit_test_setup_teardown(a_place_is_no_team, set_up, tear_down),
        cmocka_unit_test_setup_teardown(names_in_a_row_are_a_team_each, set_up, tear_down),
        cmocka_unit_test_setup_teardown(a_rest_that_no_list_has_makes_it_none, set_up, tear_down),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
