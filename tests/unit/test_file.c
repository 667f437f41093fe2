/* test_file.c - a written file is whole or not there.
 *
 * SPDX-License-Identifier: MIT
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cmocka.h>

#include "base/file.h"

/* A folder of its own for each test; its name and room for one in it. */
static char folder[64], path[128], other[128];

static int begin(void **state)
{
    (void)state;
    strcpy(folder, "/tmp/test_file.XXXXXX");
    if (!mkdtemp(folder)) return -1;
    snprintf(path, sizeof path, "%s/graph.gv", folder);
    snprintf(other, sizeof other, "%s/link.gv", folder);
    return 0;
}

static int end(void **state)
{
    (void)state;
    unlink(path);
    unlink(other);
    return rmdir(folder); /* fails when anything was left behind */
}

static void write_whole(const char *name, const char *words)
{
    t2g_newfile file;
    assert_int_equal(t2g_newfile_open(&file, name, NULL), T2G_OK);
    fputs(words, file.stream);
    assert_int_equal(t2g_newfile_finish(&file, NULL), T2G_OK);
}

static void assert_holds(const char *name, const char *words)
{
    char *bytes;
    size_t size;
    assert_int_equal(t2g_file_read(name, &bytes, &size, NULL), T2G_OK);
    assert_int_equal(size, strlen(words));
    assert_string_equal(bytes, words);
    free(bytes);
}

static void a_file_is_there_when_it_is_whole(void **state)
{
    (void)state;
    t2g_newfile file;
    assert_int_equal(t2g_newfile_open(&file, path, NULL), T2G_OK);
    fputs("digraph", file.stream);
    fflush(file.stream);
    assert_int_equal(access(path, F_OK), -1);
    assert_int_equal(t2g_newfile_finish(&file, NULL), T2G_OK);
    assert_holds(path, "digraph");
}

static void an_abandoned_file_leaves_the_old_one(void **state)
{
    (void)state;
    t2g_newfile file;
    write_whole(path, "old");
    assert_int_equal(t2g_newfile_open(&file, path, NULL), T2G_OK);
    fputs("new", file.stream);
    t2g_newfile_abandon(&file);
    assert_holds(path, "old");
}

static void a_new_file_has_the_mode_of_the_umask(void **state)
{
    (void)state;
    struct stat status;
    mode_t before = umask(027);
    write_whole(path, "x");
    umask(before);
    assert_int_equal(stat(path, &status), 0);
    assert_int_equal(status.st_mode & 0777, 0640);
}

static void a_replaced_file_keeps_its_mode(void **state)
{
    (void)state;
    struct stat status;
    write_whole(path, "secret");
    chmod(path, 0600);
    write_whole(path, "secret too");
    assert_int_equal(stat(path, &status), 0);
    assert_int_equal(status.st_mode & 0777, 0600);
}

static void a_link_stays_a_link(void **state)
{
    (void)state;
    struct stat status;
    write_whole(path, "old");
    assert_int_equal(symlink("graph.gv", other), 0);
    write_whole(other, "new");
    assert_int_equal(lstat(other, &status), 0);
    assert_true(S_ISLNK(status.st_mode));
    assert_holds(path, "new");
}

static void a_link_to_nothing_makes_what_it_wants(void **state)
{
    (void)state;
    assert_int_equal(symlink("graph.gv", other), 0);
    write_whole(other, "new");
    assert_holds(path, "new");
}

static void a_device_is_written_directly(void **state)
{
    (void)state;
    struct stat status;
    write_whole("/dev/null", "x");
    assert_int_equal(stat("/dev/null", &status), 0);
    assert_true(S_ISCHR(status.st_mode));
}

static void a_full_disk_is_an_error(void **state)
{
    (void)state;
    t2g_newfile file;
    t2g_error error = {0};
    if (access("/dev/full", W_OK) != 0) skip();
    assert_int_equal(t2g_newfile_open(&file, "/dev/full", &error), T2G_OK);
    fputs("x", file.stream);
    assert_int_equal(t2g_newfile_finish(&file, &error), T2G_IO);
    assert_non_null(strstr(error.message, "No space left"));
}

static void a_folder_and_a_missing_folder_are_errors(void **state)
{
    (void)state;
    t2g_newfile file;
    t2g_error error = {0};
    assert_int_equal(t2g_newfile_open(&file, folder, &error), T2G_IO);
    assert_int_equal(t2g_newfile_open(&file, "/nowhere/at/all", &error), T2G_IO);
    assert_non_null(strstr(error.message, "No such file"));
}

static void reading_what_is_not_there_is_an_error(void **state)
{
    (void)state;
    char *bytes;
    size_t size;
    t2g_error error = {0};
    assert_int_equal(t2g_file_read(path, &bytes, &size, &error), T2G_IO);
    assert_null(bytes);
    assert_non_null(strstr(error.message, "No such file"));
    assert_int_equal(t2g_file_read(folder, &bytes, &size, &error), T2G_IO);
    assert_null(bytes);
}

static void a_large_file_is_read_whole(void **state)
{
    (void)state;
    enum { SIZE = 300000 };
    char *words = malloc(SIZE + 1);
    assert_non_null(words);
    memset(words, 'x', SIZE);
    words[SIZE] = '\0';
    write_whole(path, words);
    assert_holds(path, words);
    free(words);
}

#define TEST(function) cmocka_unit_test_setup_teardown(function, begin, end)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(a_file_is_there_when_it_is_whole),
        TEST(an_abandoned_file_leaves_the_old_one),
        TEST(a_new_file_has_the_mode_of_the_umask),
        TEST(a_replaced_file_keeps_its_mode),
        TEST(a_link_stays_a_link),
        TEST(a_link_to_nothing_makes_what_it_wants),
        TEST(a_device_is_written_directly),
        TEST(a_full_disk_is_an_error),
        TEST(a_folder_and_a_missing_folder_are_errors),
        TEST(reading_what_is_not_there_is_an_error),
        TEST(a_large_file_is_read_whole),
    };
    return cmocka_run_group_tests_name("file", tests, NULL, NULL);
}
