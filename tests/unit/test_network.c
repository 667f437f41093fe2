/* test_network.c - a network that breaks the arithmetic's promises is refused.
 *
 * SPDX-License-Identifier: MIT
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "model/weights.h"
#include "nlp/judge/judge.h"
#include "nlp/syntax/tag.h"

static t2g_weights *weights;
static unsigned char *copy; /* of the built-in network, to be broken */

static int load(void **state)
{
    (void)state;
    t2g_network_wants wants = t2g_tagset_wants();
    return t2g_weights_load(&weights, NULL, &wants, T2G_JUDGE_QUESTIONS, NULL) != T2G_OK;
}

static int unload(void **state)
{
    (void)state;
    t2g_weights_free(weights);
    return 0;
}

static int take_copy(void **state)
{
    (void)state;
    const t2g_model_header *header = (const t2g_model_header *)(const void *)weights->file.image;
    copy = malloc(header->size);
    if (!copy) return -1;
    memcpy(copy, header, header->size);
    return 0;
}

static int drop_copy(void **state)
{
    (void)state;
    free(copy);
    return 0;
}

/* The first byte of a section of the copy. */
static unsigned char *section(const char *name)
{
    for (uint32_t i = 0; i < weights->file.sections; i++)
        if (strncmp(weights->file.table[i].name, name, T2G_SECTION_NAME) == 0) return copy + weights->file.table[i].offset;
    fail_msg("no section %s", name);
    return NULL;
}

static t2g_result open_copy(t2g_error *error)
{
    t2g_modelfile file;
    t2g_network network;
    t2g_network_wants wants = t2g_tagset_wants();
    const t2g_model_header *header = (const t2g_model_header *)(void *)copy;
    assert_int_equal(t2g_modelfile_open(&file, copy, header->size, false, NULL), T2G_OK);
    return t2g_network_open(&network, &file, &wants, error);
}

static void a_sound_copy_is_taken(void **state)
{
    (void)state;
    assert_int_equal(open_copy(NULL), T2G_OK);
}

static void a_weight_that_is_not_narrow_is_refused(void **state)
{
    static const char *const names[] = {"conv0.w", "conv1.w", "slots.w"};
    static const int8_t wide[] = {T2G_NARROW_MOST + 1, -T2G_NARROW_MOST - 2, 127, -128};
    (void)state;
    for (size_t n = 0; n < sizeof names / sizeof *names; n++)
        for (size_t i = 0; i < sizeof wide; i++) {
            unsigned char *at = section(names[n]) + 1000 + i, kept = *at;
            t2g_error error = {0};
            *at = (unsigned char)wide[i];
            assert_int_equal(open_copy(&error), T2G_FORMAT);
            assert_non_null(strstr(error.message, "weight"));
            *at = kept;
        }
    assert_int_equal(open_copy(NULL), T2G_OK);
}

static void a_shift_out_of_range_is_refused(void **state)
{
    (void)state;
    *section("conv0.s") = 0;
    assert_int_equal(open_copy(NULL), T2G_FORMAT);
    *section("conv0.s") = 25;
    assert_int_equal(open_copy(NULL), T2G_FORMAT);
}

static void a_network_for_other_tags_is_refused(void **state)
{
    (void)state;
    *section("tagset") ^= 1;
    assert_int_equal(open_copy(NULL), T2G_FORMAT);
}

#define WITH_COPY(test) cmocka_unit_test_setup_teardown(test, take_copy, drop_copy)

int main(void)
{
    const struct CMUnitTest tests[] = {
        WITH_COPY(a_sound_copy_is_taken),
        WITH_COPY(a_weight_that_is_not_narrow_is_refused),
        WITH_COPY(a_shift_out_of_range_is_refused),
        WITH_COPY(a_network_for_other_tags_is_refused),
    };
    return cmocka_run_group_tests(tests, load, unload);
}
