/* test_wordclass.c - what holds for src/nlp/item/wordclass.c, one behaviour a test.
 *
 * SPDX-License-Identifier: MIT
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "nlp/item/wordclass.h"

static uint16_t class_of(const char *word)
{
    return t2g_word_class(t2g_slice_of(word));
}

static void closed_words_have_their_classes(void **state)
{
    (void)state;
    assert_true(class_of("the") & T2G_CLASS_DETERMINER);
    assert_true(class_of("during") & T2G_CLASS_PREPOSITION);
    assert_true(class_of("was") & T2G_CLASS_BE && class_of("was") & T2G_CLASS_PAST);
    assert_true(class_of("n't") & T2G_CLASS_NOT);
    assert_true(class_of("unless") & T2G_CLASS_IF);
    assert_true(class_of("nevertheless") & T2G_CLASS_ADVERB);
}

static void open_words_have_none(void **state)
{
    (void)state;
    assert_int_equal(class_of("minister"), 0);
    assert_int_equal(class_of(""), 0);
    assert_int_equal(class_of("zzz"), 0);
}

static void long_words_in_ly_are_adverbs(void **state)
{
    (void)state;
    assert_true(class_of("previously") & T2G_CLASS_ADVERB);
    assert_int_equal(class_of("family"), 0);
    assert_int_equal(class_of("assembly"), 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(closed_words_have_their_classes),
        cmocka_unit_test(open_words_have_none),
        cmocka_unit_test(long_words_in_ly_are_adverbs),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
