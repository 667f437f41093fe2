/* test_mention.c - what holds for src/nlp/mention/mention.c, one behaviour a test.
 *
 * SPDX-License-Identifier: MIT
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdlib.h>

#include <cmocka.h>

#include "nlp/mention/mention.h"
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
static t2g_names names;
static t2g_mentions mentions;

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
}

static void is_mention(uint32_t m, t2g_mention_kind kind, const char *name)
{
    assert_true(m < mentions.len);
    assert_int_equal(mentions.at[m].kind, kind);
    t2g_slice bytes = t2g_tokens_bytes(&tokens, &text, (t2g_span){mentions.at[m].begin, mentions.at[m].end});
    assert_true(t2g_slice_is(bytes, name));
}

static void an_empty_text_has_no_mentions(void **state)
{
    (void)state;
    read("");
    assert_int_equal(mentions.len, 0);
}

static void a_title_is_no_part_of_the_name(void **state)
{
    (void)state;
    read("They met Mrs Quillon there.");
    assert_int_equal(mentions.len, 1);
    is_mention(0, T2G_PER, "Quillon");
}

static void the_head_of_a_persons_name_is_its_last_word(void **state)
{
    (void)state;
    read("They met Ann Quillon Jr. there.");
    is_mention(0, T2G_PER, "Ann Quillon Jr.");
    assert_true(t2g_slice_is(t2g_token_form(&tokens, mentions.at[0].head), "Quillon"));
}

static void a_country_within_a_name_knows_what_holds_it(void **state)
{
    (void)state;
    read("They met the Kalvonian Safety Agency there.");
    assert_int_equal(mentions.len, 2);
    is_mention(0, T2G_ORG, "Kalvonian Safety Agency");
    is_mention(1, T2G_NAT, "Kalvonian");
    assert_int_equal(mentions.at[0].outer, T2G_NONE);
    assert_int_equal(mentions.at[1].outer, 0);
}

static void each_token_knows_its_innermost_mention(void **state)
{
    (void)state;
    read("The Kalvonian Safety Agency met.");
    assert_int_equal(mentions.of[0], T2G_NONE);
    assert_int_equal(mentions.of[1], 1);
    assert_int_equal(mentions.of[2], 0);
    assert_int_equal(mentions.of[4], T2G_NONE);
}

static void a_mention_of_the_lexicon_knows_its_entry(void **state)
{
    (void)state;
    read("They read the Kalvonia Daily there.");
    is_mention(0, T2G_ORG, "Kalvonia Daily");
    assert_int_not_equal(mentions.at[0].entry, T2G_NONE);
}

static void an_opening_word_wants_something_behind_it(void **state)
{
    (void)state;
    read("They met at the Ministry of Works and at a ministry of sorts.");
    assert_int_equal(mentions.len, 1);
    is_mention(0, T2G_ORG, "Ministry of Works");
}

static void mentions_are_in_order_and_disjoint_but_for_outer(void **state)
{
    (void)state;
    read("Ann Quillon, Tom Berrow and the Verdant Party met the Kalvonian Ministry of Works in Port Kalvo.");
    for (uint32_t m = 1; m < mentions.len; m++) {
        const t2g_mention *a = &mentions.at[m - 1], *b = &mentions.at[m];
        assert_true(a->begin <= b->begin);
        assert_true(b->begin >= a->end || b->outer != T2G_NONE);
    }
}

static void kinds_have_names(void **state)
{
    (void)state;
    assert_string_equal(t2g_mention_kind_name(T2G_PER), "PER");
    assert_string_equal(t2g_mention_kind_name(T2G_MSC), "MSC");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(an_empty_text_has_no_mentions, set_up, tear_down),
        cmocka_unit_test_setup_teardown(a_title_is_no_part_of_the_name, set_up, tear_down),
        cmocka_unit_test_setup_teardown(the_head_of_a_persons_name_is_its_last_word, set_up, tear_down),
        cmocka_unit_test_setup_teardown(a_country_within_a_name_knows_what_holds_it, set_up, tear_down),
        cmocka_unit_test_setup_teardown(each_token_knows_its_innermost_mention, set_up, tear_down),
        cmocka_unit_test_setup_teardown(a_mention_of_the_lexicon_knows_its_entry, set_up, tear_down),
        cmocka_unit_test_setup_teardown(an_opening_word_wants_something_behind_it, set_up, tear_down),
        cmocka_unit_test_setup_teardown(mentions_are_in_order_and_disjoint_but_for_outer, set_up, tear_down),
        cmocka_unit_test_setup_teardown(kinds_have_names, set_up, tear_down),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
