/* test_token.c - what holds for the tokens of any text; forms and folds.
 *
 * How words are cut is in tests/spec/token.md.
 *
 * SPDX-License-Identifier: MIT
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "nlp/token/token.h"
#include "room.h"

ROOM_FIXTURES(NULL, 0)

static void read_bytes(const void *bytes, size_t size)
{
    room_walk(&here, bytes, size, T2G_STAGE_TOKEN);
}

static void read_string(const char *string)
{
    read_bytes(string, strlen(string));
}

static void form_is(uint32_t i, const char *form)
{
    assert_true(t2g_slice_is(t2g_token_form(&here.tokens, i), form));
}

static void no_text_no_tokens(void **state)
{
    (void)state;
    read_string("");
    assert_int_equal(here.tokens.len, 0);
}

static void a_curly_apostrophe_is_straight_in_the_form(void **state)
{
    (void)state;
    read_string("O\xE2\x80\x99" "Brien O'Brien didn\xE2\x80\x99t");
    form_is(0, "O'Brien");
    assert_int_equal(here.tokens.at[0].form, here.tokens.at[1].form);
    form_is(3, "n't");
    assert_int_equal(t2g_token_bytes(&here.tokens, &here.text, 0).size, 9);
}

static void a_quote_stays_curly(void **state)
{
    (void)state;
    read_string("\xE2\x80\x98Yes\xE2\x80\x99");
    form_is(2, "\xE2\x80\x99");
}

static void folds_are_small_letters_of_all_unicode(void **state)
{
    (void)state;
    read_string("NATO \xC3\x84" "RZTE \xD0\x96ukov \xC4\xB0zmir nato");
    assert_true(t2g_slice_is(t2g_token_fold(&here.tokens, 0), "nato"));
    assert_true(t2g_slice_is(t2g_token_fold(&here.tokens, 1), "\xC3\xA4rzte"));
    assert_true(t2g_slice_is(t2g_token_fold(&here.tokens, 2), "\xD0\xB6ukov"));
    assert_int_equal(here.tokens.at[0].fold, here.tokens.at[4].form);
}

static void a_stop_of_its_own_is_flagged(void **state)
{
    (void)state;
    read_string("Mr. Ek came. U.S. too");
    assert_true(here.tokens.at[0].flags & T2G_TOKEN_STOPPED);
    assert_false(here.tokens.at[3].flags & T2G_TOKEN_STOPPED);
    form_is(4, "U.S.");
    assert_true(here.tokens.at[4].flags & T2G_TOKEN_STOPPED);
}

static void a_megabyte_without_a_space_is_one_token(void **state)
{
    (void)state;
    size_t size = 1 << 20;
    char *bytes = malloc(size);
    assert_non_null(bytes);
    memset(bytes, 'X', size);
    read_bytes(bytes, size);
    free(bytes);
    assert_int_equal(here.tokens.len, 1);
    assert_int_equal(t2g_token_fold(&here.tokens, 0).size, size);
    assert_int_equal(t2g_token_fold(&here.tokens, 0).bytes[size - 1], 'x');
}

static uint32_t next_random(uint32_t *seed)
{
    *seed ^= *seed << 13;
    *seed ^= *seed >> 17;
    *seed ^= *seed << 5;
    return *seed;
}

static void tokens_cover_every_byte_but_white_space(void **state)
{
    (void)state;
    static const char *const pieces[] = {"a", "S", "s", "n", "t", "n't", "'", "\xE2\x80\x99", "'s", ".", "...", "-", "--",
                                         " ", "\n", "9", "9,0", "th", "km", "$", "%", "@", "#", "www.", ".com", "http://",
                                         "non-", "/", "&", "(", ")", "[", "]", "\"", "\xC3\xA9", "\xF0\x9F\x99\x82", "_",
                                         "*", "Mr.", "U.S.", "p.m.", "etc.", ":)", "cannot", "\xCC\x81", "\xE2\x80\x94"};
    uint32_t seed = 11;
    for (int round = 0; round < 4000; round++) {
        char soup[300];
        size_t size = 0, wanted = next_random(&seed) % 280;
        while (size < wanted) {
            const char *piece = pieces[next_random(&seed) % (sizeof pieces / sizeof *pieces)];
            memcpy(soup + size, piece, strlen(piece));
            size += strlen(piece);
        }
        read_bytes(soup, size);
        uint32_t at = 0;
        for (uint32_t i = 0; i < here.tokens.len; i++) {
            const t2g_token *t = &here.tokens.at[i];
            assert_true(t->begin >= at && t->begin < t->end && t->end <= here.text.size);
            bool spaced = i == 0 || t->begin > at;
            assert_int_equal(spaced, (t->flags & T2G_TOKEN_SPACE) != 0);
            for (; at < t->begin; at++) assert_true(here.text.bytes[at] == ' ' || here.text.bytes[at] == '\n');
            assert_true(t->begin >= here.text.blocks[t->block].begin && t->end <= here.text.blocks[t->block].end);
            assert_false(spaced && t->flags & T2G_TOKEN_JOINED);
            assert_null(memchr(here.text.bytes + t->begin, ' ', t->end - t->begin));
            at = t->end;
        }
        for (; at < here.text.size; at++) assert_true(here.text.bytes[at] == ' ' || here.text.bytes[at] == '\n');
        t2g_arena_free(&here.arena);
    }
}

#define IN_ARENA(test) cmocka_unit_test_setup_teardown(test, set_up, tear_down)

int main(void)
{
    const struct CMUnitTest tests[] = {
        IN_ARENA(no_text_no_tokens),
        IN_ARENA(a_curly_apostrophe_is_straight_in_the_form),
        IN_ARENA(a_quote_stays_curly),
        IN_ARENA(folds_are_small_letters_of_all_unicode),
        IN_ARENA(a_stop_of_its_own_is_flagged),
        IN_ARENA(a_megabyte_without_a_space_is_one_token),
        IN_ARENA(tokens_cover_every_byte_but_white_space),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
