/* test_airing.c - what holds for src/nlp/attribution/airing.c, one behaviour a test.
 *
 * SPDX-License-Identifier: MIT
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "nlp/attribution/airing.h"
#include "sceneroom.h"

static uint32_t appears(const char *words, const char *outlet, const char *name)
{
    t2g_topics topics = {.len = 0};
    enter(words);
    uint32_t how = t2g_airing_at(&scene, item_of(outlet), &topics);
    is_named(how && topics.len ? topics.entity[0] : T2G_NONE, name);
    return how;
}

static void the_subject_appears_in_the_outlet(void **state)
{
    (void)state;
    appears("Ingrid Dahl appeared on CNN.", "cnn", "Ingrid Dahl");
    appears("Ingrid Dahl spoke on a programme of CNN.", "cnn", "Ingrid Dahl");
}

static void prepositions_and_verbs_are_told_apart(void **state)
{
    (void)state;
    uint32_t on = appears("Ingrid Dahl appeared on CNN.", "cnn", "Ingrid Dahl"), in = appears("Ingrid Dahl appeared in Reuters.", "reuters", "Ingrid Dahl");
    assert_int_not_equal(on, in);
    assert_int_not_equal(on, appears("Ingrid Dahl wrote on CNN.", "cnn", "Ingrid Dahl"));
}

static void an_object_is_no_place_to_appear_in(void **state)
{
    (void)state;
    assert_int_equal(appears("Ingrid Dahl bought CNN.", "cnn", NULL), 0);
    assert_int_equal(appears("CNN met Ingrid Dahl.", "cnn", NULL), 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(the_subject_appears_in_the_outlet),
        TEST(prepositions_and_verbs_are_told_apart),
        TEST(an_object_is_no_place_to_appear_in),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
