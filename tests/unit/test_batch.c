/* test_batch.c - what holds for src/batch.c, one behaviour a test.
 *
 * SPDX-License-Identifier: MIT
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include <stdlib.h>
#include <string.h>

#include "batch.h"

enum { PIECES = 40 };

static t2g_model *model;
static uint64_t taken[PIECES]; /* offsets, in the order in which they came back */
static size_t taken_len, refuse_at;

static int load(void **state)
{
    (void)state;
    return t2g_model_load(NULL, &model, NULL);
}

static int unload(void **state)
{
    (void)state;
    t2g_model_free(model);
    return 0;
}

/* A piece that says which it is by its size and its offset. */
static t2g_piece piece(size_t number)
{
    size_t size = 1 + number % 7;
    unsigned char *bytes = malloc(size);
    assert_non_null(bytes);
    memset(bytes, 'a', size);
    return (t2g_piece){bytes, size, number * 10};
}

static t2g_result note(void *context, const t2g_finding *finding)
{
    assert_ptr_equal(context, taken);
    assert_string_equal(finding->name, "news");
    assert_non_null(finding->document);
    assert_int_equal(t2g_document_coverage(finding->document).bytes, 1 + taken_len % 7);
    taken[taken_len] = taken_len * 10;
    return ++taken_len == refuse_at ? T2G_IO : T2G_OK;
}

static t2g_batch *open_batch(unsigned threads)
{
    t2g_batch *batch;
    taken_len = refuse_at = 0;
    assert_int_equal(t2g_batch_init(&batch, model, threads, note, taken, NULL), T2G_OK);
    return batch;
}

static void documents_come_back_in_order_from_any_number_of_threads(void **state)
{
    (void)state;
    static const unsigned threads[] = {1, 2, 3, 16};
    for (size_t t = 0; t < sizeof threads / sizeof *threads; t++) {
        t2g_batch *batch = open_batch(threads[t]);
        for (size_t i = 0; i < PIECES; i++) assert_int_equal(t2g_batch_submit(batch, "news", piece(i)), T2G_OK);
        assert_int_equal(t2g_batch_finish(batch), T2G_OK);
        assert_int_equal(taken_len, PIECES);
        t2g_batch_free(batch);
    }
}

static void no_more_are_kept_than_all_threads_need(void **state)
{
    (void)state;
    t2g_batch *batch = open_batch(2);
    for (size_t i = 0; i < PIECES; i++) {
        assert_int_equal(t2g_batch_submit(batch, "news", piece(i)), T2G_OK);
        assert_true(i + 1 - taken_len <= 4);
    }
    t2g_batch_free(batch);
}

static void what_the_taker_refuses_comes_back_to_the_submitter(void **state)
{
    (void)state;
    for (unsigned threads = 1; threads < 4; threads++) {
        t2g_batch *batch = open_batch(threads);
        t2g_result result = T2G_OK;
        refuse_at = 3;
        for (size_t i = 0; i < PIECES && result == T2G_OK; i++) result = t2g_batch_submit(batch, "news", piece(i));
        assert_int_equal(result, T2G_IO);
        assert_int_equal(taken_len, 3);
        t2g_batch_free(batch); /* what is still under way is let go of, which the sanitizers see */
    }
}

static void nothing_submitted_nothing_taken(void **state)
{
    (void)state;
    t2g_batch *batch = open_batch(3);
    assert_int_equal(t2g_batch_finish(batch), T2G_OK);
    assert_int_equal(taken_len, 0);
    t2g_batch_free(batch);
    t2g_batch_free(NULL);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(documents_come_back_in_order_from_any_number_of_threads),
        cmocka_unit_test(no_more_are_kept_than_all_threads_need),
        cmocka_unit_test(what_the_taker_refuses_comes_back_to_the_submitter),
        cmocka_unit_test(nothing_submitted_nothing_taken),
    };
    return cmocka_run_group_tests(tests, load, unload);
}
