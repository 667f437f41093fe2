/* test_slip.c - what holds for src/nlp/entity/slip.c, one behaviour a test.
 *
 * SPDX-License-Identifier: MIT
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "nlp/entity/slip.h"
#include "keys.h"

static t2g_namekey word(const char *name)
{
    return t2g_namekey_of_string(T2G_KEYKIND_SLIP, t2g_slice_of(name));
}

static bool is_slip(const char *one, const char *other)
{
    t2g_namekey a = word(one), b = word(other);
    assert_int_equal(t2g_is_slip(&a, &b), t2g_is_slip(&b, &a));
    return t2g_is_slip(&a, &b);
}

static void a_slip_leaves_out_changes_or_swaps_one_letter(void **state)
{
    (void)state;
    assert_true(is_slip("Bernanke", "Benanke"));
    assert_true(is_slip("Berdimov", "Berdimow"));
    assert_true(is_slip("Thierse", "Theirse"));
}

static void more_is_no_slip_nor_is_nothing(void **state)
{
    (void)state;
    assert_false(is_slip("Bernanke", "Bernanke"));
    assert_false(is_slip("Bernanke", "Benank"));
    assert_false(is_slip("Sarrazin", "Sarazzin"));
    assert_false(is_slip("Berdimov", "Bedrimow"));
}

static void the_first_letter_is_right(void **state)
{
    (void)state;
    assert_false(is_slip("Harlow", "Marlow"));
    assert_false(is_slip("Xharlow", "Harlow"));
}

static void claim(const char *context, const char *name, uint32_t owner)
{
    t2g_namekey beside = word(context), meant = word(name);
    assert_true(t2g_slips_claim(&keys, &beside, &meant, owner));
}

static uint32_t find(const char *context, const char *name)
{
    t2g_namekey beside = word(context), meant = word(name);
    return t2g_slips_find(&keys, &beside, &meant);
}

static void a_claimed_word_is_found_by_a_slip_in_its_context_alone(void **state)
{
    (void)state;
    claim("ben", "Bernanke", 4);
    assert_int_equal(find("ben", "Benanke"), 4);
    assert_int_equal(find("ben", "Bernankes"), 4);
    assert_int_equal(find("ben", "Bernnake"), 4);
    assert_int_equal(find("tom", "Benanke"), T2G_NONE);
    assert_int_equal(find("ben", "Berlanga"), T2G_NONE);
}

static void short_and_endless_words_have_no_slips(void **state)
{
    (void)state;
    claim("a", "Rani", 1);
    assert_int_equal(find("a", "Rami"), T2G_NONE);
    claim("a", "Aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaab", 2);
    assert_int_equal(find("a", "Aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaac"), T2G_NONE);
}

static void a_slip_for_two_is_for_neither(void **state)
{
    (void)state;
    claim("a", "Hansen", 1);
    claim("a", "Hanson", 2);
    assert_int_equal(find("a", "Hansn"), T2G_NONE);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(a_slip_leaves_out_changes_or_swaps_one_letter, open_keys, close_keys),
        cmocka_unit_test_setup_teardown(more_is_no_slip_nor_is_nothing, open_keys, close_keys),
        cmocka_unit_test_setup_teardown(the_first_letter_is_right, open_keys, close_keys),
        cmocka_unit_test_setup_teardown(a_claimed_word_is_found_by_a_slip_in_its_context_alone, open_keys, close_keys),
        cmocka_unit_test_setup_teardown(short_and_endless_words_have_no_slips, open_keys, close_keys),
        cmocka_unit_test_setup_teardown(a_slip_for_two_is_for_neither, open_keys, close_keys),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
