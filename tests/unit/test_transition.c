/* test_transition.c - whatever is chosen, a tree comes out.
 *
 * SPDX-License-Identifier: MIT
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

#include <cmocka.h>

#include "nlp/syntax/transition.h"

enum { LONGEST = 12 };

static uint32_t memory[LONGEST * 6];
static t2g_parse parse;

static void begin(uint32_t len)
{
    assert_true(t2g_parse_size(len) <= sizeof memory);
    t2g_parse_init(&parse, len, memory);
}

static void end(void)
{
    assert_true(t2g_parse_is_done(&parse));
    t2g_parse_finish(&parse);
}

/* One root, and from every word a way to it of at most len steps. */
static void assert_is_tree(void)
{
    uint32_t roots = 0;
    for (uint32_t i = 0; i < parse.len; i++) {
        uint32_t at = i, steps = 0;
        roots += parse.head[i] == T2G_NONE;
        assert_int_equal(parse.head[i] == T2G_NONE, parse.relation[i] == T2G_DEP_ROOT);
        for (; parse.head[at] != T2G_NONE; at = parse.head[at]) assert_true(++steps < parse.len);
    }
    assert_int_equal(roots, 1);
}

static uint32_t left(uint32_t relation) { return 1 + relation; }
static uint32_t right(uint32_t relation) { return 1 + T2G_DEPRELS + relation; }

static void the_steps_of_a_sentence_give_its_tree(void **state)
{
    /* "She heads banks": nsubj(heads, She), obj(heads, banks) */
    const uint32_t actions[] = {T2G_SHIFT, left(T2G_DEP_NSUBJ), T2G_SHIFT, T2G_SHIFT, right(T2G_DEP_OBJ)};
    (void)state;
    begin(3);
    for (size_t i = 0; i < sizeof actions / sizeof *actions; i++) {
        assert_false(t2g_parse_is_done(&parse));
        assert_true(t2g_parse_allows(&parse, t2g_action_move(actions[i])));
        t2g_parse_apply(&parse, actions[i]);
    }
    end();
    assert_int_equal(parse.head[0], 1);
    assert_int_equal(parse.relation[0], T2G_DEP_NSUBJ);
    assert_int_equal(parse.head[2], 1);
    assert_int_equal(parse.relation[2], T2G_DEP_OBJ);
    assert_is_tree();
}

static void an_action_is_its_move_and_its_relation(void **state)
{
    (void)state;
    assert_int_equal(t2g_action_move(0), T2G_SHIFT);
    for (uint32_t r = 0; r < T2G_DEPRELS; r++) {
        assert_int_equal(t2g_action_move(left(r)), T2G_LEFT);
        assert_int_equal(t2g_action_move(right(r)), T2G_RIGHT);
        assert_int_equal(t2g_action_deprel(left(r)), r);
        assert_int_equal(t2g_action_deprel(right(r)), r);
    }
    assert_int_equal(right(T2G_DEPRELS - 1) + 1, T2G_ACTIONS);
}

static void any_legal_walk_ends_in_a_tree(void **state)
{
    uint32_t x = 1;
    (void)state;
    for (int round = 0; round < 5000; round++) {
        uint32_t steps = 0;
        begin(1 + (uint32_t)round % LONGEST);
        while (!t2g_parse_is_done(&parse)) {
            x = x * 1664525u + 1013904223u;
            t2g_move move = (t2g_move)((x >> 16) % T2G_MOVES);
            if (!t2g_parse_allows(&parse, move)) continue;
            t2g_parse_apply(&parse, move == T2G_SHIFT  ? 0
                                    : move == T2G_LEFT ? left(T2G_DEP_NSUBJ)
                                                       : right(T2G_DEP_OBJ));
            assert_true(++steps < 2 * parse.len);
        }
        end();
        assert_is_tree();
    }
}

static void what_is_looked_at_lies_in_the_sentence(void **state)
{
    uint32_t words[T2G_SLOTS], labels[T2G_CHILD_SLOTS + 1];
    (void)state;
    begin(2);
    t2g_parse_look(&parse, words, labels);
    assert_int_equal(words[T2G_SLOT_S0], T2G_NONE);
    assert_int_equal(words[T2G_SLOT_B0], 0);
    assert_int_equal(words[T2G_SLOT_B1], 1);
    assert_int_equal(words[T2G_SLOT_B2], T2G_NONE);
    t2g_parse_apply(&parse, 0);
    t2g_parse_apply(&parse, left(T2G_DEP_DET));
    t2g_parse_look(&parse, words, labels);
    assert_int_equal(words[T2G_SLOT_B0L], 0);
    for (uint32_t i = 0; i <= T2G_CHILD_SLOTS; i++) assert_true(labels[i] == T2G_NONE || labels[i] < T2G_LABEL_ROWS);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_steps_of_a_sentence_give_its_tree),
        cmocka_unit_test(an_action_is_its_move_and_its_relation),
        cmocka_unit_test(any_legal_walk_ends_in_a_tree),
        cmocka_unit_test(what_is_looked_at_lies_in_the_sentence),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
