/* test_lexlists.c - lists in, an image out; what is no list is refused with its line.
 *
 * SPDX-License-Identifier: MIT
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdlib.h>

#include <cmocka.h>

#include "nlp/list/lexlists.h"

static t2g_arena arena;

static int set_up(void **state)
{
    (void)state;
    t2g_arena_init(&arena);
    return 0;
}

static int tear_down(void **state)
{
    (void)state;
    t2g_arena_free(&arena);
    return 0;
}

static t2g_leximage_header *image_of(const char *list)
{
    t2g_lexlists lists;
    t2g_leximage_header *image;
    t2g_lexlists_init(&lists, &arena);
    assert_int_equal(t2g_lexlists_take(&lists, T2G_LEX_COUNTRY, "list", t2g_slice_of(list), NULL), T2G_OK);
    assert_int_equal(t2g_leximage_build(&lists, &arena, &image, NULL), T2G_OK);
    return image;
}

static void expect_fault(const char *list, const char *message)
{
    t2g_lexlists lists;
    t2g_leximage_header *image;
    t2g_error error = {.message = ""};
    t2g_lexlists_init(&lists, &arena);
    t2g_result result = t2g_lexlists_take(&lists, T2G_LEX_COUNTRY, "list", t2g_slice_of(list), &error);
    if (result == T2G_OK) result = t2g_leximage_build(&lists, &arena, &image, &error);
    assert_int_equal(result, T2G_FORMAT);
    assert_string_equal(error.message, message);
}

static void the_same_lists_give_the_same_bytes(void **state)
{
    (void)state;
    const char *list = "Kalvonia\tname\tKV\nKalvonian Union\tname\nKalvonian\tdemonym\tKV\n";
    t2g_leximage_header *one = image_of(list), *two = image_of(list);
    assert_int_equal(one->size, two->size);
    assert_memory_equal(one, two, one->size);
}

static void comments_blank_lines_and_carriage_returns_are_no_entries(void **state)
{
    (void)state;
    assert_int_equal(image_of("# a comment\n\nKalvonia\tname\tKV\r\n")->entries, 1);
}

static void an_empty_list_is_an_image_too(void **state)
{
    (void)state;
    t2g_lexicon *lexicon;
    t2g_leximage_header *image = image_of("");
    assert_int_equal(t2g_lexicon_load(&lexicon, image, image->size, NULL), T2G_OK);
    assert_int_equal(t2g_lexicon_word(lexicon, t2g_slice_of("kalvonia")), T2G_NONE);
    t2g_lexicon_free(lexicon);
}

static void malformed_lines_are_named_by_file_and_number(void **state)
{
    (void)state;
    expect_fault("# x\nKalvonia\tnam\tKV\n",
                 "list:2: 'nam' in the second column, wanted a keyword such as name or ambiguous");
    expect_fault("\tname\n", "list:1: no phrase, wanted one before the first tab");
    expect_fault("A\tname\tb\tc\td\n", "list:1: more than four columns, wanted phrase, keyword, value, more");
    expect_fault("A  B\tname\n", "list:1: a space too many");
    expect_fault("A \tname\n", "list:1: a space too many");
    expect_fault("A\xFF\tname\n", "list:1: bytes that are not UTF-8");
    expect_fault("A\x01\tname\n", "list:1: a control character");
    expect_fault("O\xE2\x80\x99" "B\tname\n", "list:1: a curly apostrophe, wanted a straight one");
    expect_fault("A\tname\nA\tname\n", "list:2: a line that stands there already");
    expect_fault("a b c d e f g h i j k l m n o p q\tname\n",
                 "list:1: 'a b c d e f g h i j k l m n o p q' has too many words");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(the_same_lists_give_the_same_bytes, set_up, tear_down),
        cmocka_unit_test_setup_teardown(comments_blank_lines_and_carriage_returns_are_no_entries, set_up, tear_down),
        cmocka_unit_test_setup_teardown(an_empty_list_is_an_image_too, set_up, tear_down),
        cmocka_unit_test_setup_teardown(malformed_lines_are_named_by_file_and_number, set_up, tear_down),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
