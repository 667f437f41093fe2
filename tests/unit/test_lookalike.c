/* test_lookalike.c - what looks like the name of an organisation and is none.
 *
 * SPDX-License-Identifier: MIT
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdlib.h>

#include <cmocka.h>

#include "nlp/mention/lookalike.h"
#include "room.h"

static const room_list lists[] = {
    {T2G_LEX_NOTNAME, "Monday\tdate\nElvish\tlanguage\nQuorvex\tproduct\nact\tsuffix\n"},
    {T2G_LEX_ORGANISATION, "Last Act\tname\tLast Act\nWorks\tname\tWorks\n"},
    {T2G_LEX_PLACE, "N.K.\tregion\nElmstead\tcity\n"},
    {T2G_LEX_ORGWORD, "party\tsuffix\tparty\nbureau\tsuffix\tagency\n"},
    {T2G_LEX_TITLE, "president\tstate-head\n"},
    {T2G_LEX_ROLE, "finance minister\tminister\n"},
};

ROOM_FIXTURES(ROOM_LISTS(lists))

static void read(const char *bytes)
{
    room_read(&here, bytes, T2G_STAGE_TOKEN);
    room_find_phrases(&here);
}

/* The name of some words from the one that reads so on. */
static t2g_span name_at(const char *first, uint32_t words)
{
    uint32_t i = 0;
    while (i < here.tokens.len && !t2g_slice_is(t2g_token_form(&here.tokens, i), first)) i++;
    assert_true(i + words <= here.tokens.len);
    return (t2g_span){i, i + words};
}

static bool is_lookalike(const char *bytes, const char *first, uint32_t words)
{
    read(bytes);
    return t2g_is_lookalike(&here.tokens, &here.phrases, name_at(first, words));
}

static void days_and_languages_are_words(void **state)
{
    (void)state;
    assert_true(is_lookalike("They met on Monday there.", "Monday", 1));
    assert_true(is_lookalike("They spoke Elvish there.", "Elvish", 1));
}

static void a_firm_may_be_called_as_its_product(void **state)
{
    (void)state;
    assert_false(is_lookalike("They sued Quorvex there.", "Quorvex", 1));
}

static void a_word_within_a_longer_name_says_nothing(void **state)
{
    (void)state;
    assert_false(is_lookalike("They joined the Monday Club.", "Monday", 2));
}

static void a_law_is_no_body(void **state)
{
    (void)state;
    assert_true(is_lookalike("They passed the Clean Rivers Act.", "Clean", 3));
    assert_true(is_lookalike("They passed the Act.", "Act", 1));
}

static void a_listed_body_may_be_called_like_a_law(void **state)
{
    (void)state;
    assert_false(is_lookalike("They heard Last Act play.", "Last", 2));
}

static void a_ship_is_no_body(void **state)
{
    (void)state;
    assert_true(is_lookalike("They boarded the HMS Quillon.", "HMS", 2));
    assert_false(is_lookalike("They joined the Quillon Fund.", "Quillon", 2));
}

static void the_field_of_an_office_is_no_body(void **state)
{
    (void)state;
    assert_true(is_lookalike("The minister for Social Affairs spoke.", "Social", 2));
    assert_true(is_lookalike("The Commissioner of Justice spoke.", "Justice", 1));
    assert_false(is_lookalike("The director of Social Affairs spoke.", "Social", 2));
}

static void a_word_or_a_list_makes_a_field_a_body(void **state)
{
    (void)state;
    assert_false(is_lookalike("The secretary of Justice Party spoke.", "Justice", 2));
    assert_false(is_lookalike("The minister for Works spoke.", "Works", 1));
}

static void a_short_form_is_a_place(void **state)
{
    (void)state;
    assert_true(is_lookalike("Ada Bell (N.K.) spoke.", "N.K.", 1));
    assert_false(is_lookalike("They left Elmstead there.", "Elmstead", 1));
}

static void a_seat_is_no_body(void **state)
{
    (void)state;
    assert_true(is_lookalike("The Upper Norwold MP spoke.", "Upper", 2));
    assert_false(is_lookalike("The Upper Party MP spoke.", "Upper", 2));
    assert_false(is_lookalike("The Upper Norwold spoke.", "Upper", 2));
}

static void a_bare_office_is_no_name(void **state)
{
    (void)state;
    read("Then President Quillon and Finance Minister Berrow met.");
    assert_true(t2g_is_bare_office(&here.phrases, name_at("President", 1)));
    assert_true(t2g_is_bare_office(&here.phrases, name_at("Finance", 2)));
    assert_false(t2g_is_bare_office(&here.phrases, name_at("President", 2)));
    assert_false(t2g_is_bare_office(&here.phrases, name_at("Minister", 1)));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(days_and_languages_are_words, set_up, tear_down),
        cmocka_unit_test_setup_teardown(a_firm_may_be_called_as_its_product, set_up, tear_down),
        cmocka_unit_test_setup_teardown(a_word_within_a_longer_name_says_nothing, set_up, tear_down),
        cmocka_unit_test_setup_teardown(a_law_is_no_body, set_up, tear_down),
        cmocka_unit_test_setup_teardown(a_listed_body_may_be_called_like_a_law, set_up, tear_down),
        cmocka_unit_test_setup_teardown(a_ship_is_no_body, set_up, tear_down),
        cmocka_unit_test_setup_teardown(the_field_of_an_office_is_no_body, set_up, tear_down),
        cmocka_unit_test_setup_teardown(a_word_or_a_list_makes_a_field_a_body, set_up, tear_down),
        cmocka_unit_test_setup_teardown(a_short_form_is_a_place, set_up, tear_down),
        cmocka_unit_test_setup_teardown(a_seat_is_no_body, set_up, tear_down),
        cmocka_unit_test_setup_teardown(a_bare_office_is_no_name, set_up, tear_down),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
