/* test_options.c - what holds for src/options.c, one behaviour a test.
 *
 * SPDX-License-Identifier: MIT
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include <getopt.h>
#include <string.h>

#include "options.h"

static t2g_options options;
static t2g_error error;

/* What is made of a command line, its words with a space between. */
static t2g_command read(const char *line)
{
    static char words[256];
    static char *argv[32];
    int argc = 0;
    assert_true(strlen(line) < sizeof words);
    strcpy(words, line);
    argv[argc++] = (char *)"text2gv";
    for (char *word = strtok(words, " "); word; word = strtok(NULL, " ")) argv[argc++] = strcmp(word, "''") ? word : (char *)"";
    argv[argc] = NULL;
    error = (t2g_error){0};
    optind = 0; /* so glibc begins anew */
    return t2g_options_read(&options, argc, argv, &error);
}

static void wrong(const char *line, const char *message)
{
    assert_int_equal(read(line), T2G_WRONG_USAGE);
    assert_string_equal(error.message, message);
}

static void without_a_word_all_is_as_documented(void **state)
{
    (void)state;
    assert_int_equal(read(""), T2G_RUN);
    assert_string_equal(options.graph_name, "text2gv");
    assert_null(options.output);
    assert_int_equal(options.threads, 1);
    assert_int_equal(options.dump, T2G_STAGES);
    assert_null(options.why[0]);
    assert_false(options.style.explain || options.style.legend || options.verbose);
    assert_int_equal(options.files_len, 0);
}

static void options_may_stand_anywhere_and_files_keep_their_order(void **state)
{
    (void)state;
    assert_int_equal(read("b.txt -vj2 a.txt --legend -ofile c.txt --explain"), T2G_RUN);
    assert_int_equal(options.files_len, 3);
    assert_string_equal(options.files[0], "b.txt");
    assert_string_equal(options.files[1], "a.txt");
    assert_string_equal(options.files[2], "c.txt");
    assert_int_equal(options.threads, 2);
    assert_string_equal(options.output, "file");
    assert_true(options.verbose && options.style.legend && options.style.explain);
}

static void why_takes_two_names_wherever_it_stands(void **state)
{
    (void)state;
    static const char *const lines[] = {"--why Ada Bank a.txt b.txt", "a.txt --why Ada Bank b.txt", "a.txt b.txt --why Ada Bank",
                                        "a.txt --why=Ada Bank b.txt", "-v a.txt --why Ada Bank -j2 b.txt", "--why Ada Bank -- a.txt b.txt"};
    for (size_t i = 0; i < sizeof lines / sizeof *lines; i++) {
        assert_int_equal(read(lines[i]), T2G_RUN);
        assert_string_equal(options.why[0], "Ada");
        assert_string_equal(options.why[1], "Bank");
        assert_int_equal(options.files_len, 2);
        assert_string_equal(options.files[0], "a.txt");
        assert_string_equal(options.files[1], "b.txt");
    }
    wrong("a.txt --why Ada", "--why wants two names, found 'Ada' alone");
    wrong("--why Ada Bank --dump=fact", "--why and --dump: found both, wanted one of them");
}

static void the_last_of_two_counts(void **state)
{
    (void)state;
    assert_int_equal(read("-g one -g two --min-confidence=0.2 --min-confidence=.5"), T2G_RUN);
    assert_string_equal(options.graph_name, "two");
    assert_true(options.style.min_confidence == 0.5);
}

static void help_and_version_need_no_more(void **state)
{
    (void)state;
    assert_int_equal(read("-?"), T2G_SHOW_HELP);
    assert_int_equal(read("--help -j 0"), T2G_SHOW_HELP);
    assert_int_equal(read("-vV"), T2G_SHOW_VERSION);
}

static void what_is_wrong_is_said(void **state)
{
    (void)state;
    wrong("-j 0", "-j: found '0', wanted a number from 1 to 256");
    wrong("--min-confidence=2", "--min-confidence: found '2', wanted a number from 0 to 1");
    wrong("-T svg", "-T: found 'svg', wanted dot");
    wrong("--colour", "--colour is no option, or the begin of several (--help lists them)");
    wrong("-x", "-x is no option (--help lists them)");
    wrong("-o", "-o wants a value");
    wrong("--model", "--model wants a value");
    wrong("--explain=yes", "--explain=yes takes no value (--help lists them)");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(without_a_word_all_is_as_documented),
        cmocka_unit_test(options_may_stand_anywhere_and_files_keep_their_order),
        cmocka_unit_test(why_takes_two_names_wherever_it_stands),
        cmocka_unit_test(the_last_of_two_counts),
        cmocka_unit_test(help_and_version_need_no_more),
        cmocka_unit_test(what_is_wrong_is_said), /* the last: glibc's getopt remembers it */
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
