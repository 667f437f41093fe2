/* test_pair.c - what holds for src/nlp/judge/pair.c, one behaviour a test.
 *
 * SPDX-License-Identifier: MIT
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdlib.h>

#include <cmocka.h>

#include "nlp/judge/pair.h"
#include "ground.h"

static t2g_pairs pairs;

static const t2g_pair *pair_of(const char *source, const char *target)
{
    uint32_t a = grounded_entity(&on, source), b = grounded_entity(&on, target);
    for (uint32_t p = 0; p < pairs.len; p++)
        if (pairs.at[p].source == a && pairs.at[p].target == b) return &pairs.at[p];
    return NULL;
}

static void read(const char *text)
{
    grounded_read(&on, text);
    assert_true(t2g_pairs_build(&pairs, &on.arena, &on.ground));
}

static void two_names_of_a_sentence_are_a_pair_both_ways(void **state)
{
    (void)state;
    read("Anna Keller saw Boeing.");
    assert_non_null(pair_of("Anna Keller", "Boeing"));
    assert_non_null(pair_of("Boeing", "Anna Keller"));
}

static void names_of_two_sentences_are_none(void **state)
{
    (void)state;
    read("Anna Keller slept. Poland and Norway met.");
    assert_null(pair_of("Anna Keller", "Norway"));
}

static void a_claim_across_sentences_is_a_pair(void **state)
{
    (void)state;
    read("The Bank of England wrote. Bank governor Anna Keller was calm.");
    const t2g_pair *pair = pair_of("Anna Keller", "Bank of England");
    assert_non_null(pair);
    assert_true(pair->claims.end > pair->claims.begin);
}

static void pairs_are_in_order_and_each_comes_once(void **state)
{
    (void)state;
    read("Anna Keller saw Boeing. Boeing saw Anna Keller. Tom Baker saw both.");
    for (uint32_t p = 1; p < pairs.len; p++) {
        const t2g_pair *a = &pairs.at[p - 1], *b = &pairs.at[p];
        assert_true(a->source < b->source || (a->source == b->source && a->target < b->target));
    }
    assert_int_equal(pair_of("Anna Keller", "Boeing")->places.end - pair_of("Anna Keller", "Boeing")->places.begin, 2);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(two_names_of_a_sentence_are_a_pair_both_ways, set_up, tear_down),
        cmocka_unit_test_setup_teardown(names_of_two_sentences_are_none, set_up, tear_down),
        cmocka_unit_test_setup_teardown(a_claim_across_sentences_is_a_pair, set_up, tear_down),
        cmocka_unit_test_setup_teardown(pairs_are_in_order_and_each_comes_once, set_up, tear_down),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
