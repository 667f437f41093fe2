/* test_entity.c - what holds for src/nlp/entity/entity.c and coreference.c, one behaviour a test.
 *
 * SPDX-License-Identifier: MIT
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdlib.h>

#include <cmocka.h>

#include "nlp/entity/entity.h"
#include "room.h"

ROOM_FIXTURES(ROOM_LISTS(kalvonia))

static void read(const char *bytes)
{
    room_read(&here, bytes, T2G_STAGE_ENTITY);
}

static uint32_t named(const char *name)
{
    for (uint32_t e = 0; e < here.entities.len; e++)
        if (t2g_slice_is(here.entities.at[e].name, name)) return e;
    return T2G_NONE;
}

static void a_text_without_names_has_no_entities(void **state)
{
    (void)state;
    read("the sea was calm.");
    assert_int_equal(here.entities.len, 0);
    assert_int_equal(here.entities.references_len, 0);
}

static void a_last_name_is_counted_with_the_full_one(void **state)
{
    (void)state;
    read("They saw Ann Quillon. They liked Quillon, and Mrs Quillon liked them.");
    assert_int_equal(here.entities.len, 1);
    assert_int_equal(here.entities.at[0].type, T2G_PERSON);
    assert_int_equal(here.entities.at[0].mentions, 3);
}

static void a_last_name_before_the_full_one_finds_it(void **state)
{
    (void)state;
    read("They saw Mrs Quillon. They knew Ann Quillon.");
    assert_int_equal(here.entities.len, 1);
    assert_int_equal(here.entities.at[0].first, 0);
    assert_true(t2g_slice_is(here.entities.at[0].name, "Ann Quillon"));
}

static void two_of_one_last_name_stay_two(void **state)
{
    (void)state;
    read("They saw Ann Quillon and Tom Quillon. They liked Mr Quillon.");
    assert_int_equal(here.entities.len, 2);
    assert_int_equal(here.entities.at[named("Ann Quillon")].mentions, 1);
    assert_int_equal(here.entities.at[named("Tom Quillon")].mentions, 2);
}

static void a_country_bears_the_name_and_code_of_the_lexicon(void **state)
{
    (void)state;
    read("They met Kalvonian sailors.");
    assert_int_equal(here.entities.len, 1);
    assert_int_equal(here.entities.at[0].type, T2G_COUNTRY);
    assert_true(t2g_slice_is(here.entities.at[0].name, "Kalvonia"));
    assert_true(t2g_slice_is(here.entities.at[0].code, "KV"));
}

static void an_announced_acronym_is_the_name(void **state)
{
    (void)state;
    read("They met the Verdant Safety Agency (VSA). They thanked the VSA for it.");
    assert_int_equal(here.entities.len, 1);
    assert_int_equal(here.entities.at[0].mentions, 3);
}

static void a_seat_of_government_as_a_place_is_no_entity(void **state)
{
    (void)state;
    read("They live in Port Kalvo.");
    assert_int_equal(here.entities.len, 0);
}

static void a_pronoun_means_the_person_of_its_gender(void **state)
{
    (void)state;
    read("They saw Ann Quillon and Tom Berrow. Then she left.");
    assert_int_equal(here.entities.references_len, 1);
    assert_int_equal(here.entities.references[0].entity, named("Ann Quillon"));
}

static void references_are_in_order_and_point_to_a_mention_of_theirs(void **state)
{
    (void)state;
    read("Ann Quillon lost her hat. She met Tom Berrow and his dog. The Verdant Party met. The party left.");
    assert_true(here.entities.references_len >= 3);
    for (uint32_t r = 0; r < here.entities.references_len; r++) {
        const t2g_reference *reference = &here.entities.references[r];
        assert_true(r == 0 || reference->begin >= here.entities.references[r - 1].end);
        assert_int_equal(here.entities.of_mention[reference->through], reference->entity);
        assert_true(here.mentions.at[reference->through].end <= reference->begin);
    }
}

/* Read a text in which the last mention is taken for a person. */
static void read_with_a_person_last(const char *bytes)
{
    room_read(&here, bytes, T2G_STAGE_MENTION);
    room_parse(&here);
    assert_true(here.mentions.len > 0);
    here.mentions.at[here.mentions.len - 1].kind = T2G_PER;
    assert_int_equal(t2g_entities_build(&here.entities, &here.arena, here.lexicon, NULL, &here.text, &here.tokens,
                                        &here.sentences, &here.trees, &here.phrases, &here.mentions, NULL),
                     T2G_OK);
}

static void what_only_an_organisation_is_called_is_no_person(void **state)
{
    (void)state;
    read_with_a_person_last("The company Westral Holdings grew. The company Westral hired.");
    assert_int_equal(here.entities.len, 1);
    assert_int_equal(here.entities.at[0].type, T2G_ORGANISATION);
    assert_int_equal(here.entities.at[0].mentions, 2);
}

static void what_the_lexicon_knows_as_an_organisation_is_no_person(void **state)
{
    (void)state;
    read_with_a_person_last("They like the Kalvonia Daily.");
    assert_int_equal(here.entities.at[named("Kalvonia Daily")].type, T2G_ORGANISATION);
}

static void a_title_makes_a_person_of_it(void **state)
{
    (void)state;
    read_with_a_person_last("The company Westral Holdings grew. Mr Westral hired.");
    assert_int_equal(here.entities.len, 2);
    assert_int_equal(here.entities.at[named("Westral")].type, T2G_PERSON);
}

static void a_role_noun_means_who_bears_it(void **state)
{
    (void)state;
    read("They saw minister Ann Quillon. The minister left.");
    assert_int_equal(here.entities.references_len, 1);
    assert_int_equal(here.entities.references[0].entity, named("Ann Quillon"));
}

static void what_the_user_joins_is_one(void **state)
{
    (void)state;
    t2g_same same;
    static const char lines[] = "same\tAnn Vale\tAnn Quillon\n";
    assert_int_equal(t2g_same_parse(&same, lines, strlen(lines), NULL), T2G_OK);
    here.same = &same;
    read("They saw Ann Quillon. They liked Quillon and Tom Berrow.");
    assert_int_equal(here.entities.len, 2);
    assert_true(t2g_slice_is(here.entities.at[0].name, "Ann Vale"));
    assert_int_equal(here.entities.at[0].mentions, 2);
    assert_int_equal(here.entities.at[0].same, 1);
    assert_int_equal(here.entities.at[1].same, 0);
    t2g_same_free(&same);
}

static void what_the_user_tells_apart_is_two(void **state)
{
    (void)state;
    t2g_same same;
    static const char lines[] = "apart\tAnn Quillon\tAnn B. Quillon\napart\tTom Berrow\n";
    assert_int_equal(t2g_same_parse(&same, lines, strlen(lines), NULL), T2G_OK);
    here.same = &same;
    read("They saw Ann Quillon and Ann B. Quillon. They liked Tom Berrow.");
    assert_int_equal(here.entities.len, 3);
    assert_false(here.entities.at[named("Ann Quillon")].own);
    assert_true(here.entities.at[named("Tom Berrow")].own);
    t2g_same_free(&same);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(a_text_without_names_has_no_entities, set_up, tear_down),
        cmocka_unit_test_setup_teardown(a_last_name_is_counted_with_the_full_one, set_up, tear_down),
        cmocka_unit_test_setup_teardown(a_last_name_before_the_full_one_finds_it, set_up, tear_down),
        cmocka_unit_test_setup_teardown(two_of_one_last_name_stay_two, set_up, tear_down),
        cmocka_unit_test_setup_teardown(a_country_bears_the_name_and_code_of_the_lexicon, set_up, tear_down),
        cmocka_unit_test_setup_teardown(an_announced_acronym_is_the_name, set_up, tear_down),
        cmocka_unit_test_setup_teardown(a_seat_of_government_as_a_place_is_no_entity, set_up, tear_down),
        cmocka_unit_test_setup_teardown(a_pronoun_means_the_person_of_its_gender, set_up, tear_down),
        cmocka_unit_test_setup_teardown(what_only_an_organisation_is_called_is_no_person, set_up, tear_down),
        cmocka_unit_test_setup_teardown(what_the_lexicon_knows_as_an_organisation_is_no_person, set_up, tear_down),
        cmocka_unit_test_setup_teardown(a_title_makes_a_person_of_it, set_up, tear_down),
        cmocka_unit_test_setup_teardown(a_role_noun_means_who_bears_it, set_up, tear_down),
        cmocka_unit_test_setup_teardown(what_the_user_joins_is_one, set_up, tear_down),
        cmocka_unit_test_setup_teardown(what_the_user_tells_apart_is_two, set_up, tear_down),
        cmocka_unit_test_setup_teardown(references_are_in_order_and_point_to_a_mention_of_theirs, set_up, tear_down),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
