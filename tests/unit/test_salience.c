/* test_salience.c - what holds for src/nlp/entity/salience.c, one behaviour a test.
 *
 * The trees are made by hand: each token is an argument of the verb at token 9.
 *
 * SPDX-License-Identifier: MIT
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "nlp/entity/salience.h"

enum { TOKENS = 10, VERB = 9 };

static uint32_t head[TOKENS];
static uint8_t relation[TOKENS];
static t2g_trees trees;
static t2g_salience salience;

static int begin(void **state)
{
    (void)state;
    for (uint32_t i = 0; i < TOKENS; i++) {
        head[i] = i == VERB ? T2G_NONE : VERB;
        relation[i] = i == VERB ? T2G_DEP_ROOT : T2G_DEP_OBL;
    }
    trees = (t2g_trees){head, relation};
    salience = (t2g_salience){.trees = &trees};
    return 0;
}

static void note(uint32_t entity, uint32_t token, t2g_deprel as, uint32_t sentence)
{
    relation[token] = (uint8_t)as;
    t2g_salience_note(&salience, entity, entity + 100, token, token + 1, sentence);
}

static bool anybody(const void *context, uint32_t entity)
{
    (void)context;
    (void)entity;
    return true;
}

static bool nobody_but(const void *context, uint32_t entity)
{
    return entity == *(const uint32_t *)context;
}

static uint32_t find(uint32_t pronoun, uint32_t sentence, unsigned flags)
{
    const t2g_spoken *meant = t2g_salience_find(&salience, pronoun, sentence, flags, anybody, NULL);
    return meant ? meant->entity : T2G_NONE;
}

static void nothing_spoken_of_is_nothing_meant(void **state)
{
    (void)state;
    assert_int_equal(find(5, 0, 0), T2G_NONE);
}

static void a_subject_is_meant_before_an_object(void **state)
{
    (void)state;
    note(1, 0, T2G_DEP_NSUBJ, 0);
    note(2, 1, T2G_DEP_OBJ, 0);
    assert_int_equal(find(5, 1, 0), 1);
}

static void what_is_old_fades_and_is_forgotten(void **state)
{
    (void)state;
    note(1, 0, T2G_DEP_NSUBJ, 0);
    note(2, 1, T2G_DEP_OBL, 2);
    assert_int_equal(find(5, 3, 0), 2);
    assert_int_equal(find(5, 6, 0), T2G_NONE);
}

static void who_is_spoken_of_again_gains(void **state)
{
    (void)state;
    note(1, 0, T2G_DEP_OBJ, 0);
    note(1, 1, T2G_DEP_OBJ, 1);
    note(2, 2, T2G_DEP_OBJ, 1);
    assert_int_equal(find(5, 2, 0), 1);
}

static void arguments_of_one_verb_are_two(void **state)
{
    (void)state;
    note(1, 0, T2G_DEP_NSUBJ, 0);
    relation[5] = T2G_DEP_OBJ;
    assert_int_equal(find(5, 0, 0), T2G_NONE);
    assert_int_equal(find(5, 0, T2G_ANY_ARGUMENT), 1);
    assert_int_equal(find(5, 1, 0), 1);
}

static void only_who_agrees_is_meant(void **state)
{
    (void)state;
    uint32_t wanted = 2;
    note(1, 0, T2G_DEP_NSUBJ, 0);
    note(2, 1, T2G_DEP_OBL, 0);
    assert_int_equal(t2g_salience_find(&salience, 5, 1, 0, nobody_but, &wanted)->entity, 2);
    assert_int_equal(t2g_salience_find(&salience, 5, 1, 0, nobody_but, &wanted)->mention, 102);
}

static void where_two_are_near_nobody_is_clear(void **state)
{
    (void)state;
    note(1, 0, T2G_DEP_OBJ, 0);
    assert_int_equal(find(5, 1, T2G_ONLY_CLEAR), 1);
    assert_int_equal(find(5, 1, T2G_ONLY_CLEAR | T2G_ONLY_SUBJECT), T2G_NONE);
    assert_int_equal(find(5, 2, T2G_ONLY_CLEAR), T2G_NONE);
    note(2, 1, T2G_DEP_OBJ, 0);
    assert_int_equal(find(5, 1, T2G_ONLY_CLEAR), T2G_NONE);
}

static void more_than_are_remembered_push_out_the_oldest(void **state)
{
    (void)state;
    for (uint32_t e = 0; e < T2G_SALIENT_MOST + 5; e++) note(e, 0, T2G_DEP_OBJ, 0);
    assert_int_equal(salience.len, T2G_SALIENT_MOST);
    assert_int_equal(salience.at[0].entity, T2G_SALIENT_MOST + 4);
    assert_int_equal(salience.at[T2G_SALIENT_MOST - 1].entity, 5);
}

int main(void)
{
#define TEST(function) cmocka_unit_test_setup(function, begin)
    const struct CMUnitTest tests[] = {
        TEST(nothing_spoken_of_is_nothing_meant),
        TEST(a_subject_is_meant_before_an_object),
        TEST(what_is_old_fades_and_is_forgotten),
        TEST(who_is_spoken_of_again_gains),
        TEST(arguments_of_one_verb_are_two),
        TEST(only_who_agrees_is_meant),
        TEST(where_two_are_near_nobody_is_clear),
        TEST(more_than_are_remembered_push_out_the_oldest),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
