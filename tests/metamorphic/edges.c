/* SPDX-License-Identifier: MIT */
#include "metamorphic/edges.h"

#include <cgraph.h>
#include <stdlib.h>
#include <string.h>

void *need(size_t size)
{
    void *memory = malloc(size ? size : 1);
    if (memory) return memory;
    fputs("the test has no memory\n", stderr);
    exit(2);
}

static void insist(t2g_result result, const t2g_error *error)
{
    if (result == T2G_OK) return;
    fprintf(stderr, "%s\n", error->message);
    exit(2);
}

static Agraph_t *read_graph(const t2g_model *model, const char *const *texts, size_t count)
{
    t2g_error error = {0};
    t2g_graph *graph;
    char *dot = NULL;
    size_t size;
    insist(t2g_graph_new("test", &graph, &error), &error);
    for (size_t i = 0; i < count; i++) {
        t2g_document *document;
        char name[24];
        snprintf(name, sizeof name, "%zu", i + 1);
        insist(t2g_document_read(model, name, 0, texts[i], strlen(texts[i]), &document, &error), &error);
        insist(t2g_graph_take(graph, document, &error), &error);
        t2g_document_free(document);
    }
    FILE *out = open_memstream(&dot, &size);
    insist(out ? t2g_graph_write(graph, NULL, out, &error) : T2G_NOMEM, &error);
    fclose(out);
    t2g_graph_free(graph);
    Agraph_t *read = agmemread(dot);
    free(dot);
    if (!read) exit(2);
    return read;
}

static const char *attribute(void *object, const char *name)
{
    const char *value = agget(object, (char *)name);
    return value ? value : "";
}

static char *line_of(Agedge_t *edge)
{
    const char *parts[] = {attribute(agtail(edge), "label"), attribute(edge, "relation"), attribute(aghead(edge), "label"),
                           attribute(edge, "status"), attribute(edge, "kind"), attribute(edge, "since"), attribute(edge, "until")};
    size_t size = 1;
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++) size += strlen(parts[i]) + 1;
    char *line = need(size), *at = line;
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++) at += sprintf(at, "%s%s", i ? "|" : "", parts[i]);
    return line;
}

int edges_by_line(const void *left, const void *right)
{
    return strcmp(*(char *const *)left, *(char *const *)right);
}

edges edges_of(const t2g_model *model, const char *const *texts, size_t count)
{
    Agraph_t *graph = read_graph(model, texts, count);
    edges e = {need((size_t)agnedges(graph) * sizeof *e.at), 0};
    for (Agnode_t *n = agfstnode(graph); n; n = agnxtnode(graph, n))
        for (Agedge_t *out = agfstout(graph, n); out; out = agnxtout(graph, out)) e.at[e.len++] = line_of(out);
    agclose(graph);
    qsort(e.at, e.len, sizeof *e.at, edges_by_line);
    return e;
}

edges edges_without(const edges *all, const char *const *words, size_t count)
{
    edges e = {need(all->len * sizeof *e.at), 0};
    for (size_t i = 0; i < all->len; i++) {
        bool found = false;
        for (size_t w = 0; w < count; w++) found |= strstr(all->at[i], words[w]) != NULL;
        if (!found) e.at[e.len++] = strcpy(need(strlen(all->at[i]) + 1), all->at[i]);
    }
    return e;
}

void edges_free(edges *e)
{
    for (size_t i = 0; i < e->len; i++) free(e->at[i]);
    free(e->at);
}

void edges_fold(edges *e)
{
    for (size_t i = 0; i < e->len; i++)
        for (char *at = e->at[i]; *at; at++)
            if (*at >= 'A' && *at <= 'Z') *at = (char)(*at | 32);
    qsort(e->at, e->len, sizeof *e->at, edges_by_line);
}

size_t edges_differ(const edges *before, const edges *after, const char *what, bool loud)
{
    size_t differ = 0;
    for (size_t i = 0, j = 0; i < before->len || j < after->len;) {
        int order = i == before->len ? 1 : j == after->len ? -1 : strcmp(before->at[i], after->at[j]);
        if (order != 0 && loud) printf("# %s: %c %s\n", what, order < 0 ? '-' : '+', order < 0 ? before->at[i] : after->at[j]);
        differ += order != 0;
        i += order <= 0;
        j += order >= 0;
    }
    return differ;
}
