/* test_sentence.c - what holds for the sentences of any text.
 *
 * Where they end is in tests/spec/sentence.md.
 *
 * SPDX-License-Identifier: MIT
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "nlp/token/sentence.h"
#include "room.h"

ROOM_FIXTURES(NULL, 0)

static void read_bytes(const void *bytes, size_t size)
{
    room_walk(&here, bytes, size, T2G_STAGE_SENTENCE);
}

static void sentences_are_sound(void)
{
    uint32_t at = 0;
    for (uint32_t s = 0; s < here.sentences.len; s++) {
        assert_int_equal(here.sentences.at[s].begin, at);
        assert_true(here.sentences.at[s].end > at);
        for (; at < here.sentences.at[s].end; at++) {
            assert_int_equal(here.sentences.of[at], s);
            assert_int_equal(here.tokens.at[at].block, here.sentences.at[s].block);
        }
    }
    assert_int_equal(at, here.tokens.len);
}

static void no_tokens_no_sentences(void **state)
{
    (void)state;
    read_bytes("\n\n", 2);
    assert_int_equal(here.sentences.len, 0);
}

static void no_sentence_crosses_a_block(void **state)
{
    (void)state;
    read_bytes("Ann left\n\nBo stayed\n\nand so on", 30);
    assert_int_equal(here.sentences.len, 3);
    sentences_are_sound();
}

static void an_endless_sentence_is_cut_and_counted(void **state)
{
    (void)state;
    static char bytes[T2G_SENTENCE_LONGEST * 2 * 2 + 20];
    for (size_t i = 0; i + 1 < sizeof bytes; i += 2) memcpy(bytes + i, "x ", 2);
    read_bytes(bytes, sizeof bytes);
    assert_int_equal(here.sentences.len, 3);
    assert_int_equal(here.sentences.cut, 2);
    assert_int_equal(here.sentences.at[0].end, T2G_SENTENCE_LONGEST);
    sentences_are_sound();
}

static void any_run_of_stops_and_quotes_is_covered(void **state)
{
    (void)state;
    static const char *const pieces[] = {"Ann ", "left", ".", "!", "?", "...", "\"", "'", "\xE2\x80\x9D", "\xE2\x80\x9C", ")",
                                         "(", "[3]", " ", "\n", "\n\n", "Mr. ", "U.S. ", "5 p.m. ", "The ", "1. ", ":)"};
    uint32_t seed = 5;
    for (int round = 0; round < 4000; round++) {
        char soup[300];
        size_t size = 0;
        while (size < 280) {
            seed = seed * 1664525u + 1013904223u; /* Knuth 1981, section 3.3.4 */
            const char *piece = pieces[(seed >> 16) % (sizeof pieces / sizeof *pieces)];
            memcpy(soup + size, piece, strlen(piece));
            size += strlen(piece);
        }
        read_bytes(soup, size);
        sentences_are_sound();
        t2g_arena_free(&here.arena);
    }
}

/* A model that knows nothing says anything, and the sentences are sound all the same. */
static void whatever_a_model_says_all_is_covered(void **state)
{
    static int8_t weights[T2G_BOUNDARY_ROWS];
    static const int32_t cuts[T2G_BOUNDARY_CUTS] = {0, 40, -40};
    uint32_t seed = 7;
    for (uint32_t i = 0; i < T2G_BOUNDARY_ROWS; i++) {
        seed = seed * 1664525u + 1013904223u;
        weights[i] = (int8_t)((int32_t)(seed >> 24) - 128);
    }
    here.boundary = &(t2g_boundary){.weights = weights, .cuts = cuts};
    any_run_of_stops_and_quotes_is_covered(state);
    here.boundary = NULL;
}

static void a_model_that_is_always_sure_cuts_where_it_may(void **state)
{
    (void)state;
    static const int8_t weights[T2G_BOUNDARY_ROWS];
    static const int32_t sure[T2G_BOUNDARY_CUTS] = {-1, -1, -1}, never[T2G_BOUNDARY_CUTS] = {0, 0, 0};
    static const char bytes[] = "he left Ann: Bo. So he went.And so.\n\non";
    here.boundary = &(t2g_boundary){.weights = weights, .cuts = sure};
    read_bytes(bytes, sizeof bytes - 1);
    assert_int_equal(here.sentences.len, 5); /* he left | Ann: Bo. | So he went. | And so. | on */
    here.boundary = &(t2g_boundary){.weights = weights, .cuts = never};
    read_bytes(bytes, sizeof bytes - 1);
    assert_int_equal(here.sentences.len, 3); /* a stop without a space, and the block, are not the model's */
    here.boundary = NULL;
}

#define IN_ARENA(test) cmocka_unit_test_setup_teardown(test, set_up, tear_down)

int main(void)
{
    const struct CMUnitTest tests[] = {
        IN_ARENA(no_tokens_no_sentences),
        IN_ARENA(no_sentence_crosses_a_block),
        IN_ARENA(an_endless_sentence_is_cut_and_counted),
        IN_ARENA(any_run_of_stops_and_quotes_is_covered),
        IN_ARENA(whatever_a_model_says_all_is_covered),
        IN_ARENA(a_model_that_is_always_sure_cuts_where_it_may),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
