/* allocation.c - memory runs out at allocation n, for every n.
 *
 * usage: allocation FILE.txt
 *
 * Linked with --wrap=malloc, calloc and realloc, so that every request of the library comes by
 * here (libcgraph's own do not: it is a shared library with its own view of malloc).  The whole
 * walk is tried with the first request failing, then the second, and so on until none fails.
 * Each try must end in T2G_NOMEM, with no object made and every byte given back.
 *
 * SPDX-License-Identifier: MIT
 */
#include "text2gv.h"

#include <stdlib.h>
#include <string.h>

void *__real_malloc(size_t size);
void *__real_calloc(size_t count, size_t size);
void *__real_realloc(void *old, size_t size);
void __real_free(void *old);
void *__wrap_malloc(size_t size);
void *__wrap_calloc(size_t count, size_t size);
void *__wrap_realloc(void *old, size_t size);
void __wrap_free(void *old);

static unsigned long requests, failing; /* the request that fails, from 1; 0: none */
static long alive;                      /* blocks not given back                   */

static bool is_denied(void)
{
    return ++requests == failing;
}

static void *counted(void *got)
{
    if (got) alive++;
    return got;
}

void *__wrap_malloc(size_t size)
{
    return is_denied() ? NULL : counted(__real_malloc(size));
}

void *__wrap_calloc(size_t count, size_t size)
{
    return is_denied() ? NULL : counted(__real_calloc(count, size));
}

void *__wrap_realloc(void *old, size_t size)
{
    if (is_denied()) return NULL;
    return old ? __real_realloc(old, size) : counted(__real_realloc(old, size));
}

void __wrap_free(void *old)
{
    if (old) alive--;
    __real_free(old);
}

/* The walk from the model to the DOT and to an answer; what is left unmade must be NULL. */
static t2g_result walk(const char *text, size_t size, FILE *out, t2g_error *error)
{
    t2g_model *model = (t2g_model *)text; /* no valid object: must be overwritten */
    t2g_document *document = NULL;
    t2g_graph *graph = NULL;
    t2g_result result = t2g_model_load(NULL, &model, error);
    if (result != T2G_OK && model) abort();
    if (result == T2G_OK) result = t2g_document_read(model, "news", 0, text, size, &document, error);
    if (result != T2G_OK && document) abort();
    if (result == T2G_OK) result = t2g_graph_new("news", &graph, error);
    if (result != T2G_OK && graph) abort();
    if (result == T2G_OK) t2g_graph_listen(graph);
    if (result == T2G_OK) result = t2g_graph_take(graph, document, error);
    if (result == T2G_OK) result = t2g_graph_write(graph, &(t2g_style){.explain = true, .legend = true}, out, error);
    if (result == T2G_OK) result = t2g_graph_why(graph, "nato", "the Norway", NULL, out, error);
    t2g_graph_free(graph);
    t2g_document_free(document);
    t2g_model_free(model);
    return result;
}

static char text[1 << 16];

int main(int argc, char **argv)
{
    FILE *in = argc > 1 ? fopen(argv[1], "rb") : NULL, *out = fopen("/dev/null", "wb");
    if (!in || !out) return 2;
    size_t size = fread(text, 1, sizeof text, in);
    int wrong = 0;
    t2g_error error = {0};
    if (walk(text, size, out, &error) != T2G_OK) return 2;
    unsigned long all = requests;
    printf("# %lu allocations\n", all);
    /* Beyond a few hundred the same loops come round again: take wider steps there. */
    for (unsigned long n = 1; n <= all && wrong < 5; n += 1 + n / 200) {
        long before = alive;
        requests = 0;
        failing = n;
        memset(&error, 0, sizeof error);
        t2g_result result = walk(text, size, out, &error);
        bool right = result == T2G_NOMEM && error.code == T2G_NOMEM && error.message[0] && alive == before;
        if (!right && requests >= n) {
            printf("not ok - allocation %lu of %lu fails: result %d \"%s\", %ld blocks not given back\n", n, all, result,
                   error.message, alive - before);
            wrong++;
        }
    }
    if (!wrong) printf("ok 1 - every failing allocation is reported and gives everything back\n");
    fclose(in);
    fclose(out);
    return wrong != 0;
}
