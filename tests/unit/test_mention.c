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
#include "room.h"

ROOM_FIXTURES(ROOM_LISTS(kalvonia))

static void read(const char *bytes)
{
    room_read(&here, bytes, T2G_STAGE_MENTION);
}

static void is_mention(uint32_t m, t2g_mention_kind kind, const char *name)
{
    assert_true(m < here.mentions.len);
    assert_int_equal(here.mentions.at[m].kind, kind);
    t2g_slice bytes = t2g_tokens_bytes(&here.tokens, &here.text, (t2g_span){here.mentions.at[m].begin, here.mentions.at[m].end});
    assert_true(t2g_slice_is(bytes, name));
}

static void an_empty_text_has_no_mentions(void **state)
{
    (void)state;
    read("");
    assert_int_equal(here.mentions.len, 0);
}

static void a_title_is_no_part_of_the_name(void **state)
{
    (void)state;
    read("They met Mrs Quillon there.");
    assert_int_equal(here.mentions.len, 1);
    is_mention(0, T2G_PER, "Quillon");
}

static void the_head_of_a_persons_name_is_its_last_word(void **state)
{
    (void)state;
    read("They met Ann Quillon Jr. there.");
    is_mention(0, T2G_PER, "Ann Quillon Jr.");
    assert_true(t2g_slice_is(t2g_token_form(&here.tokens, here.mentions.at[0].head), "Quillon"));
}

static void a_country_within_a_name_knows_what_holds_it(void **state)
{
    (void)state;
    read("They met the Kalvonian Safety Agency there.");
    assert_int_equal(here.mentions.len, 2);
    is_mention(0, T2G_ORG, "Kalvonian Safety Agency");
    is_mention(1, T2G_NAT, "Kalvonian");
    assert_int_equal(here.mentions.at[0].outer, T2G_NONE);
    assert_int_equal(here.mentions.at[1].outer, 0);
}

static void each_token_knows_its_innermost_mention(void **state)
{
    (void)state;
    read("The Kalvonian Safety Agency met.");
    assert_int_equal(here.mentions.of[0], T2G_NONE);
    assert_int_equal(here.mentions.of[1], 1);
    assert_int_equal(here.mentions.of[2], 0);
    assert_int_equal(here.mentions.of[4], T2G_NONE);
}

static void a_mention_of_the_lexicon_knows_its_entry(void **state)
{
    (void)state;
    read("They read the Kalvonia Daily there.");
    is_mention(0, T2G_ORG, "Kalvonia Daily");
    assert_int_not_equal(here.mentions.at[0].entry, T2G_NONE);
}

static void an_opening_word_wants_something_behind_it(void **state)
{
    (void)state;
    read("They met at the Ministry of Works and at a ministry of sorts.");
    assert_int_equal(here.mentions.len, 1);
    is_mention(0, T2G_ORG, "Ministry of Works");
}

static void mentions_are_in_order_and_disjoint_but_for_outer(void **state)
{
    (void)state;
    read("Ann Quillon, Tom Berrow and the Verdant Party met the Kalvonian Ministry of Works in Port Kalvo.");
    for (uint32_t m = 1; m < here.mentions.len; m++) {
        const t2g_mention *a = &here.mentions.at[m - 1], *b = &here.mentions.at[m];
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
