/* test_source.c - what holds for src/nlp/attribution/source.c, one behaviour a test.
 *
 * SPDX-License-Identifier: MIT
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "nlp/attribution/source.h"
#include "sceneroom.h"

static t2g_source speaks(const char *words, const char *verb, const char *name)
{
    enter(words);
    t2g_source who = t2g_source_of(&scene, item_of(verb));
    is_named(who.entity, name);
    return who;
}

static void the_subject_speaks(void **state)
{
    (void)state;
    assert_false(speaks("Ingrid Dahl said that Norway will pay.", "said", "Ingrid Dahl").published);
}

static void the_speaker_may_stand_behind_the_verb(void **state)
{
    (void)state;
    speaks("\"Norway will pay,\" said Ingrid Dahl.", "said", "Ingrid Dahl");
    speaks("\"Norway will pay,\" said the chairman, Ingrid Dahl.", "said", "Ingrid Dahl");
}

static void the_holder_of_an_office_speaks(void **state)
{
    (void)state;
    speaks("The chairman, Peter Visser, said that Norway will pay.", "said", "Peter Visser");
}

static void a_report_speaks_for_its_publisher(void **state)
{
    (void)state;
    assert_true(speaks("A report by Greenpeace said that Norway will pay.", "said", "Greenpeace").published);
}

static void a_spokesman_speaks_for_his_body(void **state)
{
    (void)state;
    assert_false(speaks("A Greenpeace spokesman said that Norway will pay.", "said", "Greenpeace").published);
}

static void who_sends_a_statement_speaks(void **state)
{
    (void)state;
    speaks("Ingrid Dahl released a statement saying that Norway will pay.", "saying", "Ingrid Dahl");
}

static void a_noun_without_a_name_is_nobody(void **state)
{
    (void)state;
    speaks("Officials in Sweden said that Norway will pay.", "said", NULL);
}

static void he_is_who_spoke_last(void **state)
{
    (void)state;
    enter("He said that Norway will pay. Peter Visser agreed.");
    scene.last = here.entities.len - 1;
    is_named(scene.last, "Peter Visser");
    scene.recent[T2G_PERSON][0] = scene.last;
    is_named(t2g_source_of(&scene, item_of("said")).entity, "Peter Visser");
}

static void she_is_not_a_man_who_spoke_last(void **state)
{
    (void)state;
    enter("She said that Norway will pay. Peter Visser agreed.");
    scene.last = here.entities.len - 1;
    scene.recent[T2G_PERSON][0] = scene.last;
    is_named(t2g_source_of(&scene, item_of("said")).entity, NULL);
}

static void is_cited(const char *words, const char *name, bool published)
{
    enter(words);
    t2g_source who = t2g_source_according(&scene, item_of("according"));
    is_named(who.entity, name);
    assert_int_equal(who.published, published);
}

static void according_to_leads_to_its_source(void **state)
{
    (void)state;
    is_cited("Norway will pay, according to Ingrid Dahl.", "Ingrid Dahl", false);
    is_cited("Norway will pay, according to a report by Greenpeace.", "Greenpeace", true);
    is_cited("According to Reuters Ingrid Dahl will pay.", "Reuters", false);
    is_cited("Norway will pay, according to plan.", NULL, false);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(the_subject_speaks),
        TEST(the_speaker_may_stand_behind_the_verb),
        TEST(the_holder_of_an_office_speaks),
        TEST(a_report_speaks_for_its_publisher),
        TEST(a_spokesman_speaks_for_his_body),
        TEST(who_sends_a_statement_speaks),
        TEST(a_noun_without_a_name_is_nobody),
        TEST(he_is_who_spoke_last),
        TEST(she_is_not_a_man_who_spoke_last),
        TEST(according_to_leads_to_its_source),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
