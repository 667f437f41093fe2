/* test_utf8.c - decoding by table 3-7 of Unicode 15, and back.
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

static void wants(const char *bytes, uint32_t length, uint32_t code, bool valid)
{
    uint32_t got;
    bool is_valid;
    assert_int_equal(t2g_utf8_decode((const unsigned char *)bytes, strlen(bytes), &got, &is_valid), length);
    assert_int_equal(got, code);
    assert_int_equal(is_valid, valid);
}

static void ascii_is_itself(void **state)
{
    (void)state;
    wants("A", 1, 'A', true);
    wants("\x7F", 1, 0x7F, true);
}

static void two_three_and_four_bytes_are_decoded(void **state)
{
    (void)state;
    wants("\xC3\xA9", 2, 0xE9, true);
    wants("\xE2\x82\xAC!", 3, 0x20AC, true);
    wants("\xF0\x9F\x99\x82", 4, 0x1F642, true);
    wants("\xF4\x8F\xBF\xBF", 4, 0x10FFFF, true);
}

static void overlong_forms_are_invalid(void **state)
{
    (void)state;
    wants("\xC0\xAF", 1, T2G_REPLACEMENT, false);
    wants("\xE0\x80\xAF", 1, T2G_REPLACEMENT, false);
    wants("\xF0\x80\x80\xAF", 1, T2G_REPLACEMENT, false);
}

static void surrogates_and_codes_too_large_are_invalid(void **state)
{
    (void)state;
    wants("\xED\xA0\x80", 1, T2G_REPLACEMENT, false);
    wants("\xF4\x90\x80\x80", 1, T2G_REPLACEMENT, false);
    wants("\xF5\x80\x80\x80", 1, T2G_REPLACEMENT, false);
}

static void a_cut_character_is_one_invalid_sequence(void **state)
{
    (void)state;
    wants("\xE2\x82", 2, T2G_REPLACEMENT, false);
    wants("\xE2\x82" "A", 2, T2G_REPLACEMENT, false);
    wants("\xF0\x9F\x99", 3, T2G_REPLACEMENT, false);
    wants("\xC3", 1, T2G_REPLACEMENT, false);
}

static void a_tail_alone_is_invalid(void **state)
{
    (void)state;
    wants("\x80", 1, T2G_REPLACEMENT, false);
    wants("\xBF\x80", 1, T2G_REPLACEMENT, false);
}

static void what_is_encoded_is_decoded_again(void **state)
{
    (void)state;
    for (uint32_t code = 1; code < 0x110000; code++) {
        char bytes[T2G_UTF8_LONGEST];
        uint32_t got;
        bool valid;
        if (code == 0xD800) code = 0xE000;
        uint32_t size = t2g_utf8_encode(code, bytes);
        assert_int_equal(t2g_utf8_decode((unsigned char *)bytes, size, &got, &valid), size);
        assert_true(valid);
        assert_int_equal(got, code);
    }
}

static void classes_hold_for_ascii_alone(void **state)
{
    (void)state;
    assert_true(t2g_is_digit('0') && t2g_is_digit('9') && !t2g_is_digit('/') && !t2g_is_digit(':'));
    assert_true(t2g_is_upper('A') && t2g_is_upper('Z') && !t2g_is_upper('a') && !t2g_is_upper(0xC4));
    assert_true(t2g_is_lower('a') && t2g_is_lower('z') && !t2g_is_lower('{'));
    assert_true(t2g_is_alpha('q') && t2g_is_alpha('Q') && !t2g_is_alpha('@') && !t2g_is_alpha(0xE9));
    assert_true(t2g_is_alnum('7') && !t2g_is_alnum('_'));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(ascii_is_itself),
        cmocka_unit_test(two_three_and_four_bytes_are_decoded),
        cmocka_unit_test(overlong_forms_are_invalid),
        cmocka_unit_test(surrogates_and_codes_too_large_are_invalid),
        cmocka_unit_test(a_cut_character_is_one_invalid_sequence),
        cmocka_unit_test(a_tail_alone_is_invalid),
        cmocka_unit_test(what_is_encoded_is_decoded_again),
        cmocka_unit_test(classes_hold_for_ascii_alone),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
