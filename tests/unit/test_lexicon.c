/* test_lexicon.c - the built-in lists, images from outside, a reader's own folder.
 *
 * SPDX-License-Identifier: MIT
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include <cmocka.h>

#include "nlp/list/lexfolder.h"
#include "nlp/list/lexlists.h"

/* The first entry of a list whose phrase is this one lower-cased word. */
static bool find_entry(const t2g_lexicon *lexicon, const char *word, t2g_lex_list list, t2g_lex_entry *entry)
{
    uint32_t state = t2g_lexicon_step(lexicon, 0, t2g_lexicon_word(lexicon, t2g_slice_of(word)));
    if (state == T2G_NONE) return false;
    t2g_span ids = t2g_lexicon_entries(lexicon, state);
    for (uint32_t id = ids.begin; id < ids.end; id++)
        if (t2g_lexicon_list(lexicon, id) == list) {
            *entry = t2g_lexicon_entry(lexicon, id);
            return true;
        }
    return false;
}

static void the_built_in_image_passes_the_full_check(void **state)
{
    (void)state;
    t2g_lexicon *built_in, *checked;
    assert_int_equal(t2g_lexicon_load(&built_in, NULL, 0, NULL), T2G_OK);
    assert_int_equal(t2g_lexicon_load(&checked, built_in->header, built_in->header->size, NULL), T2G_OK);
    t2g_lexicon_free(checked);
    t2g_lexicon_free(built_in);
}

static void a_country_is_found_with_code_and_name(void **state)
{
    (void)state;
    t2g_lexicon *lexicon;
    t2g_lex_entry entry;
    assert_int_equal(t2g_lexicon_load(&lexicon, NULL, 0, NULL), T2G_OK);
    assert_true(find_entry(lexicon, "britain", T2G_LEX_COUNTRY, &entry));
    assert_int_equal(entry.key, T2G_KEY_NAME);
    assert_true(t2g_slice_is(entry.value, "GB"));
    assert_true(t2g_slice_is(entry.more, "United Kingdom"));
    t2g_lexicon_free(lexicon);
}

/* Every byte of a small image changed in turn: refused, never followed astray. */
static void a_damaged_image_is_refused(void **state)
{
    (void)state;
    t2g_arena arena;
    t2g_lexlists lists;
    t2g_leximage_header *image;
    t2g_lexicon *lexicon;
    t2g_arena_init(&arena);
    t2g_lexlists_init(&lists, &arena);
    t2g_slice list = t2g_slice_of("Kalvonia\tname\tKV\nRepublic of Kalvonia\tname\tKV\n");
    assert_int_equal(t2g_lexlists_take(&lists, T2G_LEX_COUNTRY, "list", list, NULL), T2G_OK);
    assert_int_equal(t2g_leximage_build(&lists, &arena, &image, NULL), T2G_OK);
    uint32_t size = image->size;
    for (uint32_t i = 0; i < size; i++) {
        unsigned char *byte = (unsigned char *)image + i;
        *byte ^= 0x41;
        assert_int_equal(t2g_lexicon_load(&lexicon, image, size, NULL), T2G_FORMAT);
        *byte ^= 0x41;
    }
    for (uint32_t short_by = 1; short_by <= size; short_by++)
        assert_int_equal(t2g_lexicon_load(&lexicon, image, size - short_by, NULL), T2G_FORMAT);
    t2g_arena_free(&arena);
}

/* A folder with one file in it. */
static void make_folder(char folder[], const char *name, const char *bytes, char path[128])
{
    assert_non_null(mkdtemp(folder));
    snprintf(path, 128, "%s/%s", folder, name);
    FILE *out = fopen(path, "wb");
    assert_non_null(out);
    fputs(bytes, out);
    fclose(out);
}

static void a_folder_adds_to_a_list(void **state)
{
    (void)state;
    char folder[] = "/tmp/t2g-lexicon-XXXXXX", path[128];
    t2g_lexicon *lexicon;
    t2g_lex_entry entry;
    make_folder(folder, "countries.add.tsv", "Kalvonia\tname\tKV\tKalvonia\n", path);
    assert_int_equal(t2g_lexicon_read(&lexicon, folder, NULL), T2G_OK);
    assert_true(find_entry(lexicon, "kalvonia", T2G_LEX_COUNTRY, &entry));
    assert_true(find_entry(lexicon, "britain", T2G_LEX_COUNTRY, &entry));
    t2g_lexicon_free(lexicon);
    remove(path), rmdir(folder);
}

static void a_folder_replaces_a_list_and_leaves_the_others(void **state)
{
    (void)state;
    char folder[] = "/tmp/t2g-lexicon-XXXXXX", path[128];
    t2g_lexicon *lexicon;
    t2g_lex_entry entry;
    make_folder(folder, "countries.tsv", "Kalvonia\tname\tKV\tKalvonia\n", path);
    assert_int_equal(t2g_lexicon_read(&lexicon, folder, NULL), T2G_OK);
    assert_true(find_entry(lexicon, "kalvonia", T2G_LEX_COUNTRY, &entry));
    assert_false(find_entry(lexicon, "britain", T2G_LEX_COUNTRY, &entry));
    assert_true(find_entry(lexicon, "reuters", T2G_LEX_OUTLET, &entry));
    t2g_lexicon_free(lexicon);
    remove(path), rmdir(folder);
}

static void a_list_of_no_known_name_is_refused(void **state)
{
    (void)state;
    char folder[] = "/tmp/t2g-lexicon-XXXXXX", path[128];
    t2g_lexicon *lexicon;
    make_folder(folder, "countrys.tsv", "Kalvonia\tname\n", path);
    assert_int_equal(t2g_lexicon_read(&lexicon, folder, NULL), T2G_FORMAT);
    assert_null(lexicon);
    remove(path), rmdir(folder);
}

static void a_folder_that_is_not_there_is_an_error_of_reading(void **state)
{
    (void)state;
    t2g_lexicon *lexicon;
    assert_int_equal(t2g_lexicon_read(&lexicon, "/nowhere/at/all", NULL), T2G_IO);
    assert_null(lexicon);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_built_in_image_passes_the_full_check),
        cmocka_unit_test(a_country_is_found_with_code_and_name),
        cmocka_unit_test(a_damaged_image_is_refused),
        cmocka_unit_test(a_folder_adds_to_a_list),
        cmocka_unit_test(a_folder_replaces_a_list_and_leaves_the_others),
        cmocka_unit_test(a_list_of_no_known_name_is_refused),
        cmocka_unit_test(a_folder_that_is_not_there_is_an_error_of_reading),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
