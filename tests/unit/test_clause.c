/* test_clause.c - what holds for src/nlp/attribution/clause.c, one behaviour a test.
 *
 * SPDX-License-Identifier: MIT
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "nlp/attribution/clause.h"
#include "sceneroom.h"

static void subject_is(const char *words, const char *verb, const char *subject)
{
    enter(words);
    uint32_t token = t2g_clause_subject(&scene, token_of(verb));
    if (!subject) {
        assert_int_equal(token, T2G_NONE);
        return;
    }
    assert_int_not_equal(token, T2G_NONE);
    assert_true(t2g_slice_is(t2g_token_fold(&here.tokens, token), subject));
}

static void a_predicate_has_its_own_subject(void **state)
{
    (void)state;
    subject_is("Norway will pay.", "pay", "norway");
}

static void coordinated_predicates_share_a_subject(void **state)
{
    (void)state;
    subject_is("Norway came and paid.", "paid", "norway");
}

static void who_stands_for_the_noun_before_it(void **state)
{
    (void)state;
    subject_is("A state who paid left.", "paid", "state");
}

static void is_about(const char *words, const char *predicate, uint32_t len, const char *first)
{
    t2g_topics topics = {.len = 0};
    enter(words);
    t2g_clause_topics(&scene, token_of(predicate), &topics);
    assert_int_equal(topics.len, len);
    if (len) is_named(topics.entity[0], first);
}

static void a_clause_is_about_all_its_subjects(void **state)
{
    (void)state;
    is_about("Norway and Sweden paid.", "paid", 2, "Norway");
}

static void a_coordinated_clause_adds_its_own(void **state)
{
    (void)state;
    is_about("Norway paid, and Sweden waited.", "paid", 2, "Norway");
}

static void another_speaker_beside_adds_nothing(void **state)
{
    (void)state;
    is_about("Norway paid, and Ingrid Dahl said that it was late.", "paid", 1, "Norway");
}

static void a_clause_without_somebody_is_about_nobody(void **state)
{
    (void)state;
    is_about("The weather was fine.", "fine", 0, NULL);
}

static void a_condition_is_marked(void **state)
{
    (void)state;
    enter("All is well if Norway pays.");
    assert_true(t2g_clause_is_condition(&scene, token_of("pays")));
    assert_false(t2g_clause_is_condition(&scene, token_of("well")));
}

static void first_is(const char *words, const char *name)
{
    enter(words);
    uint32_t item = t2g_clause_first(&scene, scene.begin, scene.end);
    is_named(item == T2G_NONE ? T2G_NONE : row.at[item].entity, name);
}

static void the_first_noun_phrase_is_the_subject_by_position(void **state)
{
    (void)state;
    first_is("Norway will pay.", "Norway");
    first_is("On Monday, Norway will pay.", "Norway");
    first_is("The chairman, Peter Visser, will pay.", "Peter Visser");
}

static void nobody_is_the_subject_behind_if_or_it(void **state)
{
    (void)state;
    first_is("If Norway will pay, all is well.", NULL);
    first_is("It will rain in Norway.", NULL);
}

static void topics_hold_nobody_twice_and_no_more_than_they_can(void **state)
{
    (void)state;
    t2g_topics topics = {.len = 0};
    enter("Norway and Norway paid.");
    t2g_topics_add(&scene, item_of("norway"), &topics);
    t2g_topics_add(&scene, item_of("norway"), &topics);
    t2g_topics_add(&scene, T2G_NONE, &topics);
    assert_int_equal(topics.len, 1);
    assert_true(t2g_topics_have(&topics, topics.entity[0]));
    topics.len = T2G_TOPICS;
    for (uint32_t t = 0; t < T2G_TOPICS; t++) topics.entity[t] = 1000 + t;
    t2g_topics_add(&scene, item_of("norway"), &topics);
    assert_int_equal(topics.len, T2G_TOPICS);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(a_predicate_has_its_own_subject),
        TEST(coordinated_predicates_share_a_subject),
        TEST(who_stands_for_the_noun_before_it),
        TEST(a_clause_is_about_all_its_subjects),
        TEST(a_coordinated_clause_adds_its_own),
        TEST(another_speaker_beside_adds_nothing),
        TEST(a_clause_without_somebody_is_about_nobody),
        TEST(a_condition_is_marked),
        TEST(the_first_noun_phrase_is_the_subject_by_position),
        TEST(nobody_is_the_subject_behind_if_or_it),
        TEST(topics_hold_nobody_twice_and_no_more_than_they_can),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
