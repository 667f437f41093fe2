/* test_item.c - what holds for src/nlp/item/item.c, one behaviour a test.
 *
 * SPDX-License-Identifier: MIT
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdlib.h>

#include <cmocka.h>

#include "ground.h"

/* The first item of a kind, or NULL. */
static const t2g_item *first(t2g_item_kind kind)
{
    for (uint32_t i = 0; i < on.ground.row.len; i++)
        if (on.ground.row.at[i].kind == kind) return &on.ground.row.at[i];
    return NULL;
}

static void a_name_of_three_words_is_one_item(void **state)
{
    (void)state;
    grounded_read(&on, "Anna Maria Keller left early.");
    uint32_t i = grounded_item(&on, "Anna Maria Keller");
    assert_int_not_equal(i, T2G_NONE);
    assert_int_equal(on.ground.row.at[i].end - on.ground.row.at[i].begin, 3);
}

static void a_verb_group_is_one_item_and_knows_what_it_denies(void **state)
{
    (void)state;
    grounded_read(&on, "Anna Keller has never led Boeing.");
    const t2g_item *verb = first(T2G_ITEM_VERB);
    assert_non_null(verb);
    assert_int_equal(verb->end - verb->begin, 3);
    assert_true(verb->flags & T2G_ITEM_NEGATED);
}

static void what_may_be_is_modal(void **state)
{
    (void)state;
    grounded_read(&on, "Anna Keller may join Boeing.");
    assert_true(first(T2G_ITEM_VERB)->flags & T2G_ITEM_MODAL);
}

static void a_verb_of_the_list_that_is_tagged_a_noun_is_a_word(void **state)
{
    (void)state;
    grounded_read(&on, "A small think tank in London disagreed.");
    for (uint32_t i = 0; i < on.ground.row.len; i++)
        if (t2g_item_is(&on.layers, &on.ground.row.at[i], "think")) assert_int_equal(on.ground.row.at[i].kind, T2G_ITEM_WORD);
}

static void a_genitive_is_marked_on_the_name(void **state)
{
    (void)state;
    grounded_read(&on, "Boeing's chairman Anna Keller left.");
    assert_true(on.ground.row.at[grounded_item(&on, "Boeing")].flags & T2G_ITEM_GENITIVE);
}

static void honorifics_before_a_name_are_looked_through(void **state)
{
    (void)state;
    grounded_read(&on, "Army spokesman Dr. Tom Baker agreed.");
    uint32_t i = grounded_item(&on, "Tom Baker");
    assert_true(i > 0);
    assert_true(on.ground.row.at[i - 1].flags & T2G_ITEM_SKIPPED);
}

static void sentences_are_ranges_of_the_row(void **state)
{
    (void)state;
    grounded_read(&on, "Anna Keller left. Tom Baker stayed.");
    assert_int_equal(on.here.sentences.len, 2);
    assert_true(on.ground.row.first[1] > on.ground.row.first[0]);
    assert_int_equal(on.ground.row.first[2], on.ground.row.len);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(a_name_of_three_words_is_one_item, set_up, tear_down),
        cmocka_unit_test_setup_teardown(a_verb_group_is_one_item_and_knows_what_it_denies, set_up, tear_down),
        cmocka_unit_test_setup_teardown(what_may_be_is_modal, set_up, tear_down),
        cmocka_unit_test_setup_teardown(a_verb_of_the_list_that_is_tagged_a_noun_is_a_word, set_up, tear_down),
        cmocka_unit_test_setup_teardown(a_genitive_is_marked_on_the_name, set_up, tear_down),
        cmocka_unit_test_setup_teardown(honorifics_before_a_name_are_looked_through, set_up, tear_down),
        cmocka_unit_test_setup_teardown(sentences_are_ranges_of_the_row, set_up, tear_down),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
