/* test_api.c - the library as its users meet it: the ten lines of text2gv.h, two threads, no memory.
 *
 * SPDX-License-Identifier: MIT
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>
#include <pthread.h>

#include "text2gv.h"

static const char article[] =
    "Norvik Bank said on Monday that Ingrid Dahl, head of Norvik Bank, would visit Chile.\n\n"
    "Otto Brandt, a former chairman of Baltic Relay, told the Financial Times that Estonia was ready.\n";

/* From text to DOT, in the words of text2gv.h; the caller frees. */
static char *graph_of(const char *text)
{
    t2g_model *model;
    t2g_document *document;
    t2g_graph *graph;
    char *bytes = NULL;
    size_t size = 0;
    FILE *out = open_memstream(&bytes, &size);
    assert_int_equal(t2g_model_load(NULL, &model, NULL), T2G_OK);
    assert_int_equal(t2g_document_read(model, "news", 0, text, strlen(text), &document, NULL), T2G_OK);
    assert_int_equal(t2g_graph_new("text2gv", &graph, NULL), T2G_OK);
    assert_int_equal(t2g_graph_take(graph, document, NULL), T2G_OK);
    assert_int_equal(t2g_graph_write(graph, NULL, out, NULL), T2G_OK);
    t2g_graph_free(graph), t2g_document_free(document), t2g_model_free(model);
    fclose(out);
    return bytes;
}

static void ten_lines_make_a_graph(void **state)
{
    (void)state;
    char *dot = graph_of(article);
    assert_memory_equal(dot, "digraph text2gv {", 17);
    assert_non_null(strstr(dot, "\"Ingrid Dahl\""));
    free(dot);
}

static void the_same_text_gives_the_same_bytes(void **state)
{
    (void)state;
    char *one = graph_of(article), *two = graph_of(article);
    assert_string_equal(one, two);
    free(one);
    free(two);
}

static void a_text_without_names_is_an_empty_graph(void **state)
{
    (void)state;
    char *dot = graph_of("");
    assert_non_null(strstr(dot, "digraph text2gv {"));
    assert_null(strstr(dot, "type="));
    free(dot);
}

static void an_outlived_document_leaves_the_graph_whole(void **state)
{
    (void)state;
    t2g_model *model;
    t2g_graph *graph;
    size_t nodes, edges;
    char *copy = malloc(sizeof article);
    assert_non_null(copy);
    assert_int_equal(t2g_model_load(NULL, &model, NULL), T2G_OK);
    assert_int_equal(t2g_graph_new("g", &graph, NULL), T2G_OK);
    for (int i = 0; i < 3; i++) {
        t2g_document *document;
        memcpy(copy, article, sizeof article);
        assert_int_equal(t2g_document_read(model, "news", 0, copy, sizeof article - 1, &document, NULL), T2G_OK);
        memset(copy, 'x', sizeof article);
        assert_int_equal(t2g_graph_take(graph, document, NULL), T2G_OK);
        t2g_document_free(document);
    }
    free(copy);
    t2g_model_free(model);
    FILE *out = tmpfile();
    assert_non_null(out);
    t2g_graph_count(graph, &nodes, &edges);
    assert_int_equal(nodes, 0);
    assert_int_equal(t2g_graph_write(graph, &(t2g_style){.legend = true}, out, NULL), T2G_OK);
    t2g_graph_count(graph, &nodes, &edges);
    assert_true(nodes > 0);
    fclose(out);
    t2g_graph_free(graph);
}

static void coverage_counts_what_was_read(void **state)
{
    (void)state;
    static const char text[] = "Ada met Otto. She left.\xFF\n";
    t2g_model *model;
    t2g_document *document;
    assert_int_equal(t2g_model_load(NULL, &model, NULL), T2G_OK);
    assert_int_equal(t2g_document_read(model, "news", 0, text, sizeof text - 1, &document, NULL), T2G_OK);
    t2g_coverage coverage = t2g_document_coverage(document);
    assert_int_equal(coverage.bytes, sizeof text - 1);
    assert_int_equal(coverage.repaired, 1);
    assert_int_equal(coverage.cut, 0);
    assert_true(coverage.tokens >= 7 && coverage.sentences >= 1);
    t2g_document_free(document);
    t2g_model_free(model);
}

static void stages_are_found_by_their_names(void **state)
{
    (void)state;
    for (t2g_stage stage = 0; stage < T2G_STAGES; stage++)
        assert_int_equal(t2g_stage_find(t2g_stage_name(stage)), stage);
    assert_int_equal(t2g_stage_find("graph"), T2G_STAGES);
}

static void free_takes_null(void **state)
{
    (void)state;
    t2g_graph_free(NULL);
    t2g_document_free(NULL);
    t2g_model_free(NULL);
}

static void a_stream_that_takes_nothing_is_an_error(void **state)
{
    (void)state;
    t2g_graph *graph;
    t2g_error error = {0};
    FILE *full = fopen("/dev/full", "wb");
    if (!full) skip();
    assert_int_equal(t2g_graph_new("g", &graph, NULL), T2G_OK);
    assert_int_equal(t2g_graph_write(graph, NULL, full, &error), T2G_IO);
    assert_non_null(strstr(error.message, "No space left"));
    fclose(full);
    t2g_graph_free(graph);
}

static void a_lexicon_that_is_not_there_is_an_error(void **state)
{
    (void)state;
    t2g_model *model;
    t2g_error error = {0};
    assert_int_not_equal(t2g_model_load("/nowhere/at/all", &model, &error), T2G_OK);
    assert_null(model);
    assert_true(error.message[0] != '\0');
}

/* One document of a thread's own, read over and over with the shared model. */
typedef struct reader {
    const t2g_model *model;
    const char *text;
    char *dump;
    size_t dump_size;
} reader;

static void *read_over_and_over(void *argument)
{
    reader *r = argument;
    for (int i = 0; i < 200; i++) {
        t2g_document *document;
        free(r->dump);
        r->dump = NULL;
        FILE *out = open_memstream(&r->dump, &r->dump_size);
        if (t2g_document_read(r->model, "news", 0, r->text, strlen(r->text), &document, NULL) != T2G_OK) abort();
        t2g_document_dump(document, T2G_STAGE_FACT, out, NULL);
        t2g_document_dump(document, T2G_STAGE_MENTION, out, NULL);
        t2g_document_free(document);
        fclose(out);
    }
    return NULL;
}

static void two_threads_read_a_document_each(void **state)
{
    (void)state;
    t2g_model *model;
    pthread_t threads[2];
    assert_int_equal(t2g_model_load(NULL, &model, NULL), T2G_OK);
    reader alone[2] = {{model, article, NULL, 0}, {model, article + 20, NULL, 0}};
    reader beside[2] = {{model, article, NULL, 0}, {model, article + 20, NULL, 0}};
    for (int i = 0; i < 2; i++) read_over_and_over(&alone[i]);
    for (int i = 0; i < 2; i++) assert_int_equal(pthread_create(&threads[i], NULL, read_over_and_over, &beside[i]), 0);
    for (int i = 0; i < 2; i++) pthread_join(threads[i], NULL);
    for (int i = 0; i < 2; i++) {
        assert_string_equal(alone[i].dump, beside[i].dump);
        free(alone[i].dump);
        free(beside[i].dump);
    }
    t2g_model_free(model);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(ten_lines_make_a_graph),
        cmocka_unit_test(the_same_text_gives_the_same_bytes),
        cmocka_unit_test(a_text_without_names_is_an_empty_graph),
        cmocka_unit_test(an_outlived_document_leaves_the_graph_whole),
        cmocka_unit_test(coverage_counts_what_was_read),
        cmocka_unit_test(stages_are_found_by_their_names),
        cmocka_unit_test(free_takes_null),
        cmocka_unit_test(a_stream_that_takes_nothing_is_an_error),
        cmocka_unit_test(a_lexicon_that_is_not_there_is_an_error),
        cmocka_unit_test(two_threads_read_a_document_each),
    };
    return cmocka_run_group_tests_name("api", tests, NULL, NULL);
}
