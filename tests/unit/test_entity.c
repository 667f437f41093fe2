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
#include "model/weights.h"
#include "nlp/fact/fact.h"
#include "nlp/lexicon/leximage.h"
#include "nlp/syntax/tag.h"

static const struct {
    t2g_lex_list list;
    const char *lines;
} lists[] = {{T2G_LEX_COUNTRY, "Kalvonia\tname\tKV\tKalvonia\nKalvonian\tdemonym\tKV\tKalvonia\n"
                               "Port Kalvo\tcapital\tKV\tKalvonia\n"},
             {T2G_LEX_GIVEN, "Ann\tfemale\nTom\tmale\n"},
             {T2G_LEX_TITLE, "mr\thonorific\tmale\nmrs\thonorific\tfemale\nminister\tstate-member\n"},
             {T2G_LEX_ROLE, "minister\tminister\n"},
             {T2G_LEX_ORGWORD, "party\tsuffix\tparty\nministry of\tprefix\tministry\nagency\tsuffix\tagency\n"},
             {T2G_LEX_OUTLET, "Kalvonia Daily\tname\tKalvonia Daily\n"}};

static t2g_arena arena;
static t2g_lexicon *lexicon;
static t2g_text text;
static t2g_tokens tokens;
static t2g_sentences sentences;
static t2g_phrases phrases;
static t2g_weights *weights;
static t2g_namer namer;
static const t2g_same *same; /* NULL but in the tests of it */
static t2g_names names;
static t2g_mentions mentions;
static t2g_entities entities;

static int set_up(void **state)
{
    (void)state;
    t2g_lexlists all;
    t2g_leximage_header *image;
    t2g_arena_init(&arena);
    t2g_lexlists_init(&all, &arena);
    for (size_t i = 0; i < sizeof lists / sizeof *lists; i++)
        if (t2g_lexlists_take(&all, lists[i].list, "list", t2g_slice_of(lists[i].lines), NULL)) return -1;
    t2g_network_wants wants = t2g_tagset_wants();
    if (t2g_weights_load(&weights, NULL, &wants, T2G_RELATIONS, NULL) || t2g_namer_open(&namer, &weights->names, true, NULL)) return -1;
    return t2g_leximage_build(&all, &arena, &image, NULL) || t2g_lexicon_load(&lexicon, image, image->size, NULL);
}

static int tear_down(void **state)
{
    (void)state;
    t2g_lexicon_free(lexicon);
    t2g_weights_free(weights);
    t2g_arena_free(&arena);
    return 0;
}

static void read(const char *bytes)
{
    assert_int_equal(t2g_text_build(&text, &arena, lexicon, (const unsigned char *)bytes, strlen(bytes), NULL), T2G_OK);
    assert_int_equal(t2g_tokens_build(&tokens, &arena, &text, NULL), T2G_OK);
    assert_int_equal(t2g_sentences_build(&sentences, &arena, &text, &tokens, NULL, NULL), T2G_OK);
    assert_int_equal(t2g_phrases_build(&phrases, &arena, lexicon, &tokens, NULL), T2G_OK);
    assert_int_equal(t2g_names_build(&names, &arena, &namer, &tokens, &sentences, &phrases, NULL), T2G_OK);
    assert_int_equal(t2g_mentions_build(&mentions, &arena, lexicon, &text, &tokens, &sentences, &phrases, &names, NULL),
                     T2G_OK);
    assert_int_equal(t2g_entities_build(&entities, &arena, lexicon, same, &text, &tokens, &sentences, &phrases, &mentions, NULL),
                     T2G_OK);
}

static uint32_t named(const char *name)
{
    for (uint32_t e = 0; e < entities.len; e++)
        if (t2g_slice_is(entities.at[e].name, name)) return e;
    return T2G_NONE;
}

static void a_text_without_names_has_no_entities(void **state)
{
    (void)state;
    read("the sea was calm.");
    assert_int_equal(entities.len, 0);
    assert_int_equal(entities.references_len, 0);
}

static void a_last_name_is_counted_with_the_full_one(void **state)
{
    (void)state;
    read("They saw Ann Quillon. They liked Quillon, and Mrs Quillon liked them.");
    assert_int_equal(entities.len, 1);
    assert_int_equal(entities.at[0].type, T2G_PERSON);
    assert_int_equal(entities.at[0].mentions, 3);
}

static void a_last_name_before_the_full_one_finds_it(void **state)
{
    (void)state;
    read("They saw Mrs Quillon. They knew Ann Quillon.");
    assert_int_equal(entities.len, 1);
    assert_int_equal(entities.at[0].first, 0);
    assert_true(t2g_slice_is(entities.at[0].name, "Ann Quillon"));
}

static void two_of_one_last_name_stay_two(void **state)
{
    (void)state;
    read("They saw Ann Quillon and Tom Quillon. They liked Mr Quillon.");
    assert_int_equal(entities.len, 2);
    assert_int_equal(entities.at[named("Ann Quillon")].mentions, 1);
    assert_int_equal(entities.at[named("Tom Quillon")].mentions, 2);
}

static void a_country_bears_the_name_and_code_of_the_lexicon(void **state)
{
    (void)state;
    read("They met Kalvonian sailors.");
    assert_int_equal(entities.len, 1);
    assert_int_equal(entities.at[0].type, T2G_COUNTRY);
    assert_true(t2g_slice_is(entities.at[0].name, "Kalvonia"));
    assert_true(t2g_slice_is(entities.at[0].code, "KV"));
}

static void an_announced_acronym_is_the_name(void **state)
{
    (void)state;
    read("They met the Verdant Safety Agency (VSA). They thanked the VSA for it.");
    assert_int_equal(entities.len, 1);
    assert_int_equal(entities.at[0].mentions, 3);
}

static void a_seat_of_government_as_a_place_is_no_entity(void **state)
{
    (void)state;
    read("They live in Port Kalvo.");
    assert_int_equal(entities.len, 0);
}

static void a_pronoun_means_the_person_of_its_gender(void **state)
{
    (void)state;
    read("They saw Ann Quillon and Tom Berrow. Then she left.");
    assert_int_equal(entities.references_len, 1);
    assert_int_equal(entities.references[0].entity, named("Ann Quillon"));
}

static void references_are_in_order_and_point_to_a_mention_of_theirs(void **state)
{
    (void)state;
    read("Ann Quillon lost her hat. She met Tom Berrow and his dog. The Verdant Party met. The party left.");
    assert_true(entities.references_len >= 3);
    for (uint32_t r = 0; r < entities.references_len; r++) {
        const t2g_reference *reference = &entities.references[r];
        assert_true(r == 0 || reference->begin >= entities.references[r - 1].end);
        assert_int_equal(entities.of_mention[reference->through], reference->entity);
        assert_true(mentions.at[reference->through].end <= reference->begin);
    }
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
        cmocka_unit_test_setup_teardown(references_are_in_order_and_point_to_a_mention_of_theirs, set_up, tear_down),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
