/* test_pattern.c - what holds for src/nlp/fact/pattern.c and the patterns that are built in, one behaviour a test.
 *
 * SPDX-License-Identifier: MIT
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdlib.h>

#include <cmocka.h>

#include "ground.h"

static bool heads(const char *text, const char *who, const char *what)
{
    grounded_read(&on, text);
    return grounded_claims(&on, who, T2G_HEAD_OF, what);
}

static bool belongs(const char *text, const char *who, const char *what)
{
    grounded_read(&on, text);
    return grounded_claims(&on, who, T2G_MEMBER_OF, what);
}

static void the_longest_match_counts(void **state)
{
    (void)state;
    assert_false(heads("Boeing chairman Anna Keller met Tom Baker.", "Tom Baker", "Boeing"));
    assert_true(grounded_claims(&on, "Anna Keller", T2G_HEAD_OF, "Boeing"));
}

static void words_before_an_office_are_passed_over(void **state)
{
    (void)state;
    assert_true(belongs("Anna Keller, another very senior Boeing engineer, agreed.", "Anna Keller", "Boeing"));
}

static void a_verb_before_an_office_is_not(void **state)
{
    (void)state;
    assert_false(heads("Anna Keller, visiting Boeing chairman Tom Baker, agreed.", "Anna Keller", "Boeing"));
}

static void brackets_behind_a_name_are_passed_over(void **state)
{
    (void)state;
    assert_true(heads("Anna Keller (pictured left), chairman of Boeing, agreed.", "Anna Keller", "Boeing"));
}

static void an_aside_behind_an_office_is_passed_over(void **state)
{
    (void)state;
    assert_true(heads("The chairman of Boeing, a maker of aeroplanes, Anna Keller, agreed.", "Anna Keller", "Boeing"));
}

static void an_aside_with_a_person_is_not(void **state)
{
    (void)state;
    assert_false(heads("The chairman of Boeing, a friend of Tom Baker, Anna Keller and others met.", "Anna Keller", "Boeing"));
}

static void a_person_with_a_title_is_a_person(void **state)
{
    (void)state;
    assert_true(heads("Boeing, led by former minister Anna Keller, agreed.", "Anna Keller", "Boeing"));
}

static void a_described_noun_phrase_means_its_organisation(void **state)
{
    (void)state;
    assert_true(belongs("Anna Keller of the American aircraft maker Boeing agreed.", "Anna Keller", "Boeing"));
}

static void a_subject_goes_on_behind_and(void **state)
{
    (void)state;
    assert_true(heads("Anna Keller works for Airbus and leads Greenpeace.", "Anna Keller", "Greenpeace"));
    assert_true(grounded_claims(&on, "Anna Keller", T2G_MEMBER_OF, "Airbus"));
}

static void an_infinitive_behind_and_says_nothing(void **state)
{
    (void)state;
    assert_false(heads("Anna Keller wants to work for Airbus and to lead Greenpeace.", "Anna Keller", "Greenpeace"));
}

static void an_office_without_a_comma_must_name_its_owner(void **state)
{
    (void)state;
    assert_true(heads("So said Anna Keller head of Greenpeace on Monday.", "Anna Keller", "Greenpeace"));
    assert_false(heads("Greenpeace gave Anna Keller chairman duties.", "Anna Keller", "Greenpeace"));
}

static void members_in_brackets_are_a_list(void **state)
{
    (void)state;
    grounded_read(&on, "The NATO members (Poland, Norway and Spain) agreed.");
    assert_true(grounded_claims(&on, "Poland", T2G_MEMBER_OF, "NATO"));
    assert_true(grounded_claims(&on, "Norway", T2G_MEMBER_OF, "NATO"));
    assert_true(grounded_claims(&on, "Spain", T2G_MEMBER_OF, "NATO"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(the_longest_match_counts, set_up, tear_down),
        cmocka_unit_test_setup_teardown(words_before_an_office_are_passed_over, set_up, tear_down),
        cmocka_unit_test_setup_teardown(a_verb_before_an_office_is_not, set_up, tear_down),
        cmocka_unit_test_setup_teardown(brackets_behind_a_name_are_passed_over, set_up, tear_down),
        cmocka_unit_test_setup_teardown(an_aside_behind_an_office_is_passed_over, set_up, tear_down),
        cmocka_unit_test_setup_teardown(an_aside_with_a_person_is_not, set_up, tear_down),
        cmocka_unit_test_setup_teardown(a_person_with_a_title_is_a_person, set_up, tear_down),
        cmocka_unit_test_setup_teardown(a_described_noun_phrase_means_its_organisation, set_up, tear_down),
        cmocka_unit_test_setup_teardown(a_subject_goes_on_behind_and, set_up, tear_down),
        cmocka_unit_test_setup_teardown(an_infinitive_behind_and_says_nothing, set_up, tear_down),
        cmocka_unit_test_setup_teardown(an_office_without_a_comma_must_name_its_owner, set_up, tear_down),
        cmocka_unit_test_setup_teardown(members_in_brackets_are_a_list, set_up, tear_down),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
