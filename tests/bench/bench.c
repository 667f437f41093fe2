/* bench.c - how fast the walk is on one thread, and what it holds in memory.
 *
 * usage: bench ARTICLE ...
 *
 * Walks all articles, a document each, into one graph and writes it as DOT, with the files
 * already in memory, so that neither disk nor start-up is measured.  Words are counted as wc
 * counts them.  Prints one line: articles, bytes, words, seconds of this thread, kilobytes
 * of the process at its largest before and after the walk.
 *
 * SPDX-License-Identifier: MIT
 */
#define _DEFAULT_SOURCE
#include "text2gv.h"

#include <stdlib.h>
#include <sys/resource.h>

typedef struct article {
    const char *name;
    char *bytes; /* [size] */
    size_t size;
} article;

static void die(const char *what)
{
    perror(what);
    exit(1);
}

static void read_article(article *a, const char *path)
{
    FILE *in = fopen(path, "rb");
    if (!in) die(path);
    if (fseek(in, 0, SEEK_END) != 0) die(path);
    long size = ftell(in);
    rewind(in);
    a->name = path;
    a->bytes = malloc((size_t)size + 1);
    if (!a->bytes) die(path);
    a->size = fread(a->bytes, 1, (size_t)size, in);
    fclose(in);
}

static size_t count_words(const article *a)
{
    size_t words = 0;
    bool inside = false;
    for (size_t i = 0; i < a->size; i++) {
        bool black = (unsigned char)a->bytes[i] > ' ';
        words += black && !inside;
        inside = black;
    }
    return words;
}

static struct rusage used(void)
{
    struct rusage usage;
    getrusage(RUSAGE_SELF, &usage);
    return usage;
}

static double seconds(struct rusage usage)
{
    return (double)(usage.ru_utime.tv_sec + usage.ru_stime.tv_sec) +
           (double)(usage.ru_utime.tv_usec + usage.ru_stime.tv_usec) * 1e-6;
}

static void take(const t2g_model *model, t2g_graph *graph, const article *a)
{
    t2g_document *document;
    t2g_error error = {0};
    if (t2g_document_read(model, a->name, 0, a->bytes, a->size, &document, &error) ||
        t2g_graph_take(graph, document, &error)) {
        fprintf(stderr, "bench: %s: %s\n", a->name, error.message);
        exit(1);
    }
    t2g_document_free(document);
}

int main(int argc, char **argv)
{
    size_t count = (size_t)argc - 1, bytes = 0, words = 0;
    article *articles = calloc(count + 1, sizeof *articles);
    t2g_model *model;
    t2g_graph *graph;
    FILE *out = fopen("/dev/null", "wb");
    if (!articles || !out || t2g_model_load(NULL, &model, NULL) || t2g_graph_new("bench", &graph, NULL)) return 1;
    for (size_t i = 0; i < count; i++) {
        read_article(&articles[i], argv[i + 1]);
        bytes += articles[i].size;
        words += count_words(&articles[i]);
    }
    struct rusage before = used();
    for (size_t i = 0; i < count; i++) take(model, graph, &articles[i]);
    if (t2g_graph_write(graph, NULL, out, NULL)) return 1;
    struct rusage after = used();
    printf("%zu %zu %zu %.4f %ld %ld\n", count, bytes, words, seconds(after) - seconds(before), before.ru_maxrss,
           after.ru_maxrss);
    t2g_graph_free(graph);
    t2g_model_free(model);
    fclose(out);
    for (size_t i = 0; i < count; i++) free(articles[i].bytes);
    free(articles);
    return 0;
}
