/* test_attribution.c - what holds for src/nlp/attribution/hearer.c and content.c, one behaviour a test.
 *
 * SPDX-License-Identifier: MIT
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "nlp/attribution/content.h"
#include "nlp/attribution/hearer.h"
#include "sceneroom.h"

static void hears(const char *words, const char *verb, const char *name)
{
    enter(words);
    uint32_t item = t2g_hearer_of(&scene, item_of(verb));
    assert_int_not_equal(item, T2G_NONE);
    is_named(row.at[item].entity, name);
}

static void who_is_told_hears(void **state)
{
    (void)state;
    hears("Ingrid Dahl told the Financial Times that Norway will pay.", "told", "Financial Times");
    hears("Norway will pay, Ingrid Dahl told Reuters.", "told", "Reuters");
    hears("Ingrid Dahl said in an interview with the Evening Post that Norway will pay.", "said", "Evening Post");
}

static void who_is_nobody_hears_nothing(void **state)
{
    (void)state;
    enter("Ingrid Dahl told reporters that Norway will pay.");
    assert_int_equal(t2g_hearer_of(&scene, item_of("told")), T2G_NONE);
    enter("Ingrid Dahl said that Norway will pay.");
    assert_int_equal(t2g_hearer_of(&scene, item_of("said")), T2G_NONE);
    enter("Ingrid Dahl told the Supreme Court that Norway will pay.");
    assert_int_equal(t2g_hearer_of(&scene, item_of("told")), T2G_NONE);
}

static t2g_content_place content_is_about(const char *words, const char *verb, const char *name)
{
    enter(words);
    uint32_t v = item_of(verb);
    t2g_topics topics = {.len = 0};
    t2g_source who = t2g_source_of(&scene, v);
    t2g_content_place place = t2g_content_of(&scene, v, &who, t2g_hearer_of(&scene, v), &topics);
    if (!name) {
        assert_int_equal(topics.len, 0);
        return place;
    }
    assert_true(topics.len > 0);
    is_named(topics.entity[0], name);
    return place;
}

static void content_stands_behind_the_verb_or_before_it(void **state)
{
    (void)state;
    assert_int_equal(content_is_about("Ingrid Dahl said that Norway will pay.", "said", "Norway"), T2G_CONTENT_BEHIND);
    assert_int_equal(content_is_about("Norway will pay, Ingrid Dahl said.", "said", "Norway"), T2G_CONTENT_BEFORE);
}

static void content_about_nobody_has_no_topic(void **state)
{
    (void)state;
    content_is_about("Ingrid Dahl said that the weather was fine.", "said", NULL);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(who_is_told_hears),
        TEST(who_is_nobody_hears_nothing),
        TEST(content_stands_behind_the_verb_or_before_it),
        TEST(content_about_nobody_has_no_topic),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
