/* test_text.c - the way back to the source, for any bytes; the blocks' promises.
 *
 * SPDX-License-Identifier: MIT
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "base/utf8.h"
#include "nlp/text/text.h"
#include "room.h"

ROOM_FIXTURES(NULL, 0)

static void read_bytes(const void *bytes, size_t size)
{
    room_walk(&here, bytes, size, T2G_STAGE_TEXT);
}

static void read_string(const char *string)
{
    read_bytes(string, strlen(string));
}

static void nothing_gives_an_empty_text(void **state)
{
    (void)state;
    read_bytes("", 0);
    assert_int_equal(here.text.size, 0);
    assert_int_equal(here.text.blocks_len, 0);
    t2g_span source = t2g_text_source(&here.text, (t2g_span){0, 0});
    assert_int_equal(source.end, 0);
}

static void the_text_ends_in_a_nul(void **state)
{
    (void)state;
    read_bytes("Oslo", 4);
    assert_int_equal(here.text.bytes[4], '\0');
}

static void bad_bytes_are_repaired_and_counted(void **state)
{
    (void)state;
    read_string("a\xFF" "b\xE2\x82" "c\x01");
    assert_string_equal(here.text.bytes, "a\xEF\xBF\xBD" "b\xEF\xBF\xBD" "c\xEF\xBF\xBD");
    assert_int_equal(here.text.repaired, 3);
}

static void what_is_sound_is_not_counted_as_repaired(void **state)
{
    (void)state;
    read_string("\xEF\xBB\xBF" "Z\xC3\xBCrich\r\n\xC2\xA0\xC2\xADok");
    assert_string_equal(here.text.bytes, "Z\xC3\xBCrich\n ok");
    assert_int_equal(here.text.repaired, 0);
}

static void utf16_of_either_order_is_decoded(void **state)
{
    (void)state;
    read_bytes("\xFE\xFF\0A\x20\xAC\xD8\x3D\xDE\x42", 10);
    assert_string_equal(here.text.bytes, "A\xE2\x82\xAC\xF0\x9F\x99\x82");
    read_bytes("\xFF\xFE" "A\0\xAC\x20\x3D\xD8\x42\xDE", 10);
    assert_string_equal(here.text.bytes, "A\xE2\x82\xAC\xF0\x9F\x99\x82");
    assert_int_equal(here.text.repaired, 0);
}

static void half_a_pair_and_an_odd_byte_are_repaired(void **state)
{
    (void)state;
    read_bytes("\xFF\xFE\x3D\xD8" "A\0B", 7);
    assert_string_equal(here.text.bytes, "\xEF\xBF\xBD" "A\xEF\xBF\xBD");
    assert_int_equal(here.text.repaired, 2);
}

static void a_span_leads_back_over_what_was_dropped(void **state)
{
    (void)state;
    read_string("so\xC2\xAD" "ft x");
    t2g_span source = t2g_text_source(&here.text, (t2g_span){0, 4});
    assert_int_equal(source.begin, 0);
    assert_int_equal(source.end, 6);
    source = t2g_text_source(&here.text, (t2g_span){2, 4});
    assert_int_equal(source.begin, 4);
}

static void more_than_a_gibibyte_is_refused(void **state)
{
    (void)state;
    t2g_error error;
    const unsigned char *bytes = (const unsigned char *)"";
    assert_int_equal(t2g_text_build(&here.text, &here.arena, NULL, bytes, ((size_t)1 << 30) + 1, &error), T2G_RANGE);
}

/* Marsaglia's xorshift (2003): the same soup in every run. */
static uint32_t next_random(uint32_t *seed)
{
    *seed ^= *seed << 13;
    *seed ^= *seed >> 17;
    *seed ^= *seed << 5;
    return *seed;
}

static size_t make_soup(unsigned char *soup, size_t cap, uint32_t *seed)
{
    static const char *const pieces[] = {"a", "Oslo ", "\n", "\r\n", "\r", "\t", "\xC2\xA0", "\xC2\xAD", "\xE2\x80\x8B",
                                         "\xEF\xBB\xBF", "\xE2\x80\x99", "\xC3\xA9", "\xF0\x9F\x99\x82", "\x01", "\xFF",
                                         "\xE2\x82", "\xED\xA0\x80", "\x7F", "\xC2\x85", "\xE2\x80\xA8", "\xF4\x90", ". "};
    size_t size = 0, wanted = next_random(seed) % (cap - 8);
    while (size < wanted) {
        if (next_random(seed) % 8 == 0) {
            soup[size++] = (unsigned char)next_random(seed);
            continue;
        }
        const char *piece = pieces[next_random(seed) % (sizeof pieces / sizeof *pieces)];
        memcpy(soup + size, piece, strlen(piece));
        size += strlen(piece);
    }
    return size;
}

/* Is the text's character what the source's bytes say?  The same bytes; or one
 * that stands for white space; or U+FFFD. */
static bool stands_for(uint32_t code, const char *in_text, uint32_t size, const unsigned char *source, t2g_span span)
{
    if (span.end - span.begin == size && memcmp(in_text, source + span.begin, size) == 0) return true;
    uint32_t was;
    bool valid;
    t2g_utf8_decode(source + span.begin, span.end - span.begin, &was, &valid);
    if (code == T2G_REPLACEMENT) return !valid || was < 0x20 || (was >= 0x7F && was < 0xA0) || (was & 0xFFFE) == 0xFFFE ||
                                        (was >= 0xFDD0 && was <= 0xFDEF);
    if (code == ' ') return was == '\t' || was == '\v' || was == '\f' || was >= 0xA0;
    return code == '\n' && (was == '\r' || was == 0x85 || was == 0x2028 || was == 0x2029);
}

static void every_character_leads_back_to_the_bytes_that_made_it(void **state)
{
    (void)state;
    unsigned char soup[400];
    uint32_t seed = 20260801;
    for (int round = 0; round < 3000; round++) {
        size_t size = make_soup(soup, sizeof soup, &seed);
        if (size >= 2 && (soup[0] ^ soup[1]) == 1 && soup[0] >= 0xFE) soup[0] = 'a'; /* no mark of UTF-16 */
        read_bytes(soup, size);
        uint32_t last = 0, repaired = 0;
        for (uint32_t i = 0; i < here.text.size;) {
            uint32_t code;
            bool valid;
            uint32_t length = t2g_utf8_decode((const unsigned char *)here.text.bytes + i, here.text.size - i, &code, &valid);
            assert_true(valid);
            t2g_span source = t2g_text_source(&here.text, (t2g_span){i, i + length});
            assert_true(source.begin >= last && source.begin < source.end && source.end <= size);
            assert_true(stands_for(code, here.text.bytes + i, length, soup, source));
            repaired += code == T2G_REPLACEMENT;
            last = source.end;
            i += length;
        }
        assert_int_equal(repaired, here.text.repaired);
        t2g_arena_free(&here.arena);
    }
}

static void blocks_are_in_order_and_hold_every_word(void **state)
{
    (void)state;
    unsigned char soup[400];
    uint32_t seed = 7;
    for (int round = 0; round < 3000; round++) {
        size_t size = make_soup(soup, sizeof soup, &seed);
        read_bytes(soup, size);
        uint32_t at = 0;
        for (uint32_t b = 0; b < here.text.blocks_len; b++) {
            const t2g_block *block = &here.text.blocks[b];
            assert_true(block->begin >= at && block->begin < block->end && block->end <= here.text.size);
            assert_true(block->body >= block->begin && block->body < block->end);
            for (; at < block->begin; at++) assert_true(here.text.bytes[at] == ' ' || here.text.bytes[at] == '\n');
            at = block->end;
        }
        for (; at < here.text.size; at++) assert_true(here.text.bytes[at] == ' ' || here.text.bytes[at] == '\n');
        t2g_arena_free(&here.arena);
    }
}

#define IN_ARENA(test) cmocka_unit_test_setup_teardown(test, set_up, tear_down)

int main(void)
{
    const struct CMUnitTest tests[] = {
        IN_ARENA(nothing_gives_an_empty_text),
        IN_ARENA(the_text_ends_in_a_nul),
        IN_ARENA(bad_bytes_are_repaired_and_counted),
        IN_ARENA(what_is_sound_is_not_counted_as_repaired),
        IN_ARENA(utf16_of_either_order_is_decoded),
        IN_ARENA(half_a_pair_and_an_odd_byte_are_repaired),
        IN_ARENA(a_span_leads_back_over_what_was_dropped),
        IN_ARENA(more_than_a_gibibyte_is_refused),
        IN_ARENA(every_character_leads_back_to_the_bytes_that_made_it),
        IN_ARENA(blocks_are_in_order_and_hold_every_word),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
