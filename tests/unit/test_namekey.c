/* test_namekey.c - what holds for src/nlp/entity/namekey.c, one behaviour a test.
 *
 * SPDX-License-Identifier: MIT
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "keys.h"

static t2g_namekey key(t2g_namekey_kind kind, const char *name)
{
    return t2g_namekey_of_string(kind, t2g_slice_of(name));
}

static void claim(t2g_namekey_kind kind, const char *name, uint32_t owner)
{
    t2g_namekey k = key(kind, name);
    assert_true(t2g_namekeys_claim(&keys, &k, owner));
}

static uint32_t find(t2g_namekey_kind kind, const char *name)
{
    t2g_namekey k = key(kind, name);
    return t2g_namekeys_find(&keys, &k);
}

static void case_stops_hyphens_and_accents_do_not_count(void **state)
{
    (void)state;
    claim(T2G_KEYKIND_FULL, "Al-Khazra Co.", 7);
    assert_int_equal(find(T2G_KEYKIND_FULL, "al Khazra Co"), 7);
    claim(T2G_KEYKIND_PERSON, "José Ibáñez", 8);
    assert_int_equal(find(T2G_KEYKIND_PERSON, "Jose Ibanez"), 8);
}

static void a_leading_The_does_not_count(void **state)
{
    (void)state;
    claim(T2G_KEYKIND_FULL, "The Northern Courier", 1);
    assert_int_equal(find(T2G_KEYKIND_FULL, "Northern Courier"), 1);
}

static void kinds_are_apart(void **state)
{
    (void)state;
    claim(T2G_KEYKIND_PERSON, "Ford", 1);
    assert_int_equal(find(T2G_KEYKIND_FULL, "Ford"), T2G_NONE);
}

static void the_first_owner_of_a_full_name_keeps_it(void **state)
{
    (void)state;
    claim(T2G_KEYKIND_FULL, "Verdant Party", 1);
    claim(T2G_KEYKIND_FULL, "Verdant Party", 2);
    assert_int_equal(find(T2G_KEYKIND_FULL, "Verdant Party"), 1);
}

static void a_short_form_of_two_is_nobodys(void **state)
{
    (void)state;
    claim(T2G_KEYKIND_SHORT, "Foreign Ministry", 1);
    claim(T2G_KEYKIND_SHORT, "Foreign Ministry", 1);
    assert_int_equal(find(T2G_KEYKIND_SHORT, "Foreign Ministry"), 1);
    claim(T2G_KEYKIND_SHORT, "Foreign Ministry", 2);
    assert_int_equal(find(T2G_KEYKIND_SHORT, "Foreign Ministry"), T2G_NONE);
}

static void an_endless_name_is_cut(void **state)
{
    (void)state;
    static char name[5000];
    for (size_t i = 0; i + 1 < sizeof name; i++) name[i] = 'a';
    claim(T2G_KEYKIND_FULL, name, 3);
    assert_int_equal(find(T2G_KEYKIND_FULL, name), 3);
}

static void many_keys_keep_their_owners(void **state)
{
    (void)state;
    for (uint32_t i = 0; i < 2000; i++) {
        char name[] = {'x', (char)('a' + i % 26), (char)('a' + i / 26 % 26), (char)('a' + i / 676), 0};
        claim(T2G_KEYKIND_FULL, name, i);
    }
    assert_int_equal(find(T2G_KEYKIND_FULL, "xaaa"), 0);
    assert_int_equal(find(T2G_KEYKIND_FULL, "xxyc"), 23 + 24 * 26 + 2 * 676);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(case_stops_hyphens_and_accents_do_not_count, open_keys, close_keys),
        cmocka_unit_test_setup_teardown(a_leading_The_does_not_count, open_keys, close_keys),
        cmocka_unit_test_setup_teardown(kinds_are_apart, open_keys, close_keys),
        cmocka_unit_test_setup_teardown(the_first_owner_of_a_full_name_keeps_it, open_keys, close_keys),
        cmocka_unit_test_setup_teardown(a_short_form_of_two_is_nobodys, open_keys, close_keys),
        cmocka_unit_test_setup_teardown(an_endless_name_is_cut, open_keys, close_keys),
        cmocka_unit_test_setup_teardown(many_keys_keep_their_owners, open_keys, close_keys),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
