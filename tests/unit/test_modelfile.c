/* test_modelfile.c - a model file is taken whole or refused with a reason.
 *
 * SPDX-License-Identifier: MIT
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "model/modelfile.h"

/* A file of one section: "numbers", 2 x 3 of 32 bits. */
typedef struct image {
    t2g_model_header header;
    t2g_section section;
    unsigned char gap[32];
    int32_t numbers[16];
} image;

static image whole;
static t2g_modelfile file;
static t2g_error error;

static void seal(void)
{
    whole.header.table = t2g_model_checksum(&whole.section, sizeof whole.section);
    whole.header.body = t2g_model_checksum(&whole.section, sizeof whole - sizeof whole.header);
    whole.header.self = t2g_model_checksum(&whole.header, offsetof(t2g_model_header, self));
}

static int make_image(void **state)
{
    (void)state;
    memset(&whole, 0, sizeof whole);
    memcpy(whole.header.magic, "t2gmodel", 8);
    whole.header.version = T2G_MODEL_VERSION;
    whole.header.sections = 1;
    whole.header.size = sizeof whole;
    whole.section = (t2g_section){.name = "numbers", .type = T2G_SECTION_I32, .rows = 2, .cols = 3,
                                  .offset = offsetof(image, numbers)};
    whole.numbers[0] = 7;
    seal();
    error = (t2g_error){0};
    return 0;
}

static t2g_result open_image(bool deep)
{
    return t2g_modelfile_open(&file, &whole, sizeof whole, deep, &error);
}

static void refused(const char *because)
{
    assert_int_equal(open_image(true), T2G_FORMAT);
    assert_non_null(strstr(error.message, because));
}

static void a_whole_file_gives_its_arrays_where_they_lie(void **state)
{
    uint32_t rows = 0, cols = 3;
    (void)state;
    assert_int_equal(open_image(true), T2G_OK);
    const int32_t *numbers = t2g_modelfile_array(&file, "numbers", T2G_SECTION_I32, &rows, &cols, &error);
    assert_ptr_equal(numbers, whole.numbers);
    assert_int_equal(rows, 2);
}

static void an_array_of_another_name_type_or_shape_is_missing(void **state)
{
    uint32_t rows = 0, cols = 4;
    (void)state;
    assert_int_equal(open_image(true), T2G_OK);
    assert_null(t2g_modelfile_array(&file, "numbers", T2G_SECTION_I32, &rows, &cols, &error));
    rows = cols = 0;
    assert_null(t2g_modelfile_array(&file, "numbers", T2G_SECTION_U8, &rows, &cols, &error));
    assert_null(t2g_modelfile_array(&file, "letters", T2G_SECTION_I32, &rows, &cols, &error));
    assert_non_null(strstr(error.message, "letters is missing"));
}

static void a_foreign_file_is_refused(void **state)
{
    (void)state;
    whole.header.magic[0] = 'T';
    refused("not a model of text2gv");
}

static void another_version_is_refused(void **state)
{
    (void)state;
    whole.header.version++;
    seal();
    refused("version");
}

static void every_shorter_file_is_refused(void **state)
{
    (void)state;
    for (size_t size = 0; size < sizeof whole; size++)
        assert_int_equal(t2g_modelfile_open(&file, &whole, size, true, &error), T2G_FORMAT);
}

static void every_flipped_bit_is_found(void **state)
{
    unsigned char *bytes = (unsigned char *)&whole;
    (void)state;
    for (size_t i = 0; i < sizeof whole; i++)
        for (int bit = 0; bit < 8; bit++) {
            bytes[i] ^= (unsigned char)(1 << bit);
            assert_int_equal(open_image(true), T2G_FORMAT);
            bytes[i] ^= (unsigned char)(1 << bit);
        }
    assert_int_equal(open_image(true), T2G_OK);
}

static void an_array_outside_the_file_is_refused(void **state)
{
    (void)state;
    const struct { uint32_t rows, cols; uint64_t offset; } wrong[] = {
        {2, 3, sizeof whole + 64}, {2, 3, UINT64_MAX - 63}, {UINT32_MAX, UINT32_MAX, offsetof(image, numbers)},
        {17, 1, offsetof(image, numbers)}, {2, 3, 0}, {2, 3, offsetof(image, numbers) + 4}};
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
        whole.section.rows = wrong[i].rows;
        whole.section.cols = wrong[i].cols;
        whole.section.offset = wrong[i].offset;
        seal();
        refused("outside the file");
    }
}

static void a_table_that_does_not_fit_is_refused(void **state)
{
    (void)state;
    whole.header.sections = T2G_SECTIONS_MOST;
    seal();
    refused("does not fit");
}

static void an_unknown_type_is_refused(void **state)
{
    (void)state;
    whole.section.type = T2G_SECTION_TYPES;
    seal();
    refused("unknown type");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup(a_whole_file_gives_its_arrays_where_they_lie, make_image),
        cmocka_unit_test_setup(an_array_of_another_name_type_or_shape_is_missing, make_image),
        cmocka_unit_test_setup(a_foreign_file_is_refused, make_image),
        cmocka_unit_test_setup(another_version_is_refused, make_image),
        cmocka_unit_test_setup(every_shorter_file_is_refused, make_image),
        cmocka_unit_test_setup(every_flipped_bit_is_found, make_image),
        cmocka_unit_test_setup(an_array_outside_the_file_is_refused, make_image),
        cmocka_unit_test_setup(a_table_that_does_not_fit_is_refused, make_image),
        cmocka_unit_test_setup(an_unknown_type_is_refused, make_image),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
