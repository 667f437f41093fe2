/* test_same.c - what holds for src/nlp/entity/same.c, one behaviour a test.
 *
 * SPDX-License-Identifier: MIT
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <cmocka.h>

#include "nlp/entity/same.h"

static t2g_same same;
static t2g_error error;

static t2g_result parse(const char *lines)
{
    error = (t2g_error){0};
    return t2g_same_parse(&same, lines, strlen(lines), &error);
}

static int close_same(void **state)
{
    (void)state;
    t2g_same_free(&same);
    return 0;
}

static uint32_t find(const char *name)
{
    return t2g_same_find(&same, t2g_slice_of(name));
}

static uint32_t group(const char *name)
{
    return t2g_same_group(&same, find(name));
}

static void names_of_a_line_are_one_group_under_the_first(void **state)
{
    (void)state;
    assert_int_equal(parse("same\tMara Quill\tM. Quill\tMara Harrow\n"), T2G_OK);
    assert_int_equal(group("Mara Harrow"), find("Mara Quill"));
    assert_int_equal(group("M. Quill"), find("Mara Quill"));
    assert_true(t2g_slice_is(same.name[group("Mara Harrow")], "Mara Quill"));
}

static void lines_that_share_a_name_are_one_group(void **state)
{
    (void)state;
    assert_int_equal(parse("same\tD\tC\nsame\tB\tA\nsame\tA\tC\n"), T2G_OK);
    assert_int_equal(group("B"), find("D"));
    assert_int_equal(group("A"), find("D"));
}

static void case_accents_and_hyphens_do_not_count(void **state)
{
    (void)state;
    assert_int_equal(parse("same\tJosé Ibáñez\tal-Khazra\n"), T2G_OK);
    assert_int_equal(group("JOSE IBANEZ"), group("Al Khazra"));
    assert_int_equal(find("Ibáñez"), T2G_NONE);
}

static void names_of_a_line_may_be_told_apart(void **state)
{
    (void)state;
    assert_int_equal(parse("apart\tA\tB\tC\napart\tC\tD\n"), T2G_OK);
    assert_true(t2g_same_apart(&same, find("A"), find("B")));
    assert_true(t2g_same_apart(&same, find("C"), find("A")));
    assert_true(t2g_same_apart(&same, find("D"), find("C")));
    assert_false(t2g_same_apart(&same, find("A"), find("D")));
    assert_false(t2g_same_apart(&same, find("A"), find("A")));
    assert_int_equal(group("A"), T2G_NONE);
}

static void one_name_apart_is_each_sources_own(void **state)
{
    (void)state;
    assert_int_equal(parse("apart\tA\napart\tB\tC\n"), T2G_OK);
    assert_true(same.own[find("A")]);
    assert_false(same.own[find("B")]);
}

static void comments_blanks_and_line_ends_are_skipped(void **state)
{
    (void)state;
    assert_int_equal(parse("\xEF\xBB\xBF# a comment\r\n\r\n  \nsame\t A \tB\r\n"), T2G_OK);
    assert_int_equal(group("B"), find("A"));
    assert_int_equal(same.keys.len, 2);
}

static void an_empty_file_says_nothing(void **state)
{
    (void)state;
    assert_int_equal(parse(""), T2G_OK);
    assert_int_equal(find("A"), T2G_NONE);
}

/* The file is refused, in that line, and the message says so. */
static void refuse(const char *lines, size_t line, const char *what)
{
    assert_int_equal(parse(lines), T2G_FORMAT);
    assert_int_equal(error.where, line);
    if (!strstr(error.message, what)) fail_msg("'%s' wanted in '%s'", what, error.message);
    t2g_same_free(&same);
}

static void what_cannot_be_read_is_named_with_its_line(void **state)
{
    (void)state;
    refuse("# fine\nsmae\tA\tB\n", 2, "found 'smae', wanted same or apart");
    refuse("same\n", 1, "no tab behind 'same'");
    refuse("same A B\n", 1, "found 'same A B'");
    refuse("same\tA\n", 1, "one name 'A', wanted two or more");
    refuse("same\tA\t\tB\n", 1, "found '', wanted a name");
    refuse("same\tA\t--\n", 1, "found '--', wanted a name with letters");
    refuse("apart\tJose\tJosé\n", 1, "spelt alike");
    refuse("same\tA\t\xFF\n", 1, "UTF-8");
    assert_int_equal(parse(""), T2G_OK);
}

static void what_one_line_joins_no_other_may_part(void **state)
{
    (void)state;
    refuse("apart\tA\tC\nsame\tA\tB\nsame\tC\tB\n", 1, "no line makes the same");
    assert_int_equal(parse("apart\tA\tC\nsame\tA\tB\n"), T2G_OK);
}

static void many_lines_are_one_long_chain(void **state)
{
    (void)state;
    enum { LINES = 5000, WIDTH = 24 };
    char *lines = malloc(LINES * WIDTH + 1), *at = lines;
    assert_non_null(lines);
    for (int i = LINES; i > 0; i--) at += snprintf(at, WIDTH, "same\tn%d\tn%d\n", i, i - 1);
    assert_int_equal(parse(lines), T2G_OK);
    assert_int_equal(group("n0"), find("n5000"));
    free(lines);
}

int main(void)
{
#define TEST(function) cmocka_unit_test_teardown(function, close_same)
    const struct CMUnitTest tests[] = {
        TEST(names_of_a_line_are_one_group_under_the_first),
        TEST(lines_that_share_a_name_are_one_group),
        TEST(case_accents_and_hyphens_do_not_count),
        TEST(names_of_a_line_may_be_told_apart),
        TEST(one_name_apart_is_each_sources_own),
        TEST(comments_blanks_and_line_ends_are_skipped),
        TEST(an_empty_file_says_nothing),
        TEST(what_cannot_be_read_is_named_with_its_line),
        TEST(what_one_line_joins_no_other_may_part),
        TEST(many_lines_are_one_long_chain),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
