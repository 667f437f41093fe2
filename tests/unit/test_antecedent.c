/* test_antecedent.c - what holds for src/nlp/attribution/antecedent.c, one behaviour a test.
 *
 * SPDX-License-Identifier: MIT
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "nlp/attribution/antecedent.h"
#include "sceneroom.h"

static t2g_antecedent sort_is(const char *words, const char *noun)
{
    enter(words);
    return t2g_antecedent_sort(&scene, token_of(noun));
}

static void a_role_noun_has_a_sort(void **state)
{
    (void)state;
    assert_int_equal(sort_is("The suspect fled.", "suspect"), T2G_ANTECEDENT_PERSON);
    assert_int_equal(sort_is("\"The rebels fled.\"", "rebels"), T2G_ANTECEDENT_FIGHTERS);
    assert_int_equal(sort_is("The rebels fled.", "rebels"), T2G_ANTECEDENT_SURE);
    assert_int_equal(sort_is("The weather fled.", "weather"), T2G_ANTECEDENT_SURE);
}

static void a_new_one_refers_to_nobody_known(void **state)
{
    (void)state;
    assert_int_equal(sort_is("A suspect fled.", "suspect"), T2G_ANTECEDENT_SURE);
    assert_int_equal(sort_is("Another suspect fled.", "suspect"), T2G_ANTECEDENT_SURE);
}

static void a_person_is_whom_the_text_names_most(void **state)
{
    (void)state;
    enter("The suspect fled. Ingrid Dahl slept. Peter Visser ran. Visser hid.");
    is_named(t2g_antecedent_likely(&scene, T2G_ANTECEDENT_PERSON), "Peter Visser");
}

static void nobody_is_the_speaker_himself(void **state)
{
    (void)state;
    enter("The officer fled. Peter Visser ran.");
    scene.recent[T2G_PERSON][0] = scene.speaker = here.entities.len - 1;
    scene.other = T2G_NONE;
    assert_int_equal(t2g_antecedent_likely(&scene, T2G_ANTECEDENT_OFFICER), T2G_NONE);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(a_role_noun_has_a_sort),
        TEST(a_new_one_refers_to_nobody_known),
        TEST(a_person_is_whom_the_text_names_most),
        TEST(nobody_is_the_speaker_himself),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
