/* text2gv.h - English news text in, a Graphviz graph out.
 *
 * People, organisations and countries are nodes; "head of", "member of" and
 * "reported by" are edges; every edge carries the sentence that says so.
 *
 *     bytes - text - tokens - sentences -+- tags - trees -+- entities - facts - graph - DOT
 *                                        +- mentions -----+
 *
 *     t2g_model *model;
 *     t2g_document *document;
 *     t2g_graph *graph;
 *     t2g_model_load(NULL, &model, NULL);
 *     t2g_document_read(model, "news", 0, text, strlen(text), &document, NULL);
 *     t2g_graph_new("text2gv", &graph, NULL);
 *     t2g_graph_take(graph, document, NULL);
 *     t2g_graph_write(graph, NULL, stdout, NULL);
 *     t2g_graph_free(graph), t2g_document_free(document), t2g_model_free(model);
 *
 * Threads: a model is immutable and may be shared; each thread may read a document
 * of its own.  Graphs are libcgraph's, which is not thread-safe: all calls on
 * graphs belong on one thread of the program.
 *
 * Text never fails; files, memory and wrong data do.  Every function that can
 * fail returns a t2g_result and describes the failure in its last argument, which
 * may be NULL; then nothing is made and the out pointer is NULL.  Every free
 * function takes NULL.  Nothing here prints, exits, reads the clock or the locale.
 *
 * SPDX-License-Identifier: MIT
 */
#ifndef TEXT2GV_H
#define TEXT2GV_H

#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>

#include "base/error.h"

#define T2G_VERSION "0.1.0"

#ifdef __cplusplus
extern "C" {
#endif

/* What the program knows of the language: lists of facts, and learned weights. */
typedef struct t2g_model t2g_model;

/* One text and what was found in it. */
typedef struct t2g_document t2g_document;

/* The graph of any number of documents. */
typedef struct t2g_graph t2g_graph;

/* Load the model.  lexicon is a folder of lists that replace or add to the
 * built-in ones (see data/README.md), or NULL.  T2G_NOMEM, T2G_IO, T2G_FORMAT. */
t2g_result t2g_model_load(const char *lexicon, t2g_model **model, t2g_error *error);

/* Replace the built-in weights by those of a file (made by text2gv-train); path
 * NULL takes the built-in ones again.  On failure the model keeps what it had.
 * Not while a document is being read with it.  T2G_NOMEM, T2G_IO, T2G_FORMAT. */
t2g_result t2g_model_load_weights(t2g_model *model, const char *path, t2g_error *error);

/* Take a file that says which names are one's and which are not (format: text2gv(1),
 * --same): it holds for every document read with the model from then on, and the
 * model must then outlive the graphs of these documents, too.  path NULL: no such
 * file any more.  On failure the model keeps what it had; where in the error is the
 * line.  Not while documents or graphs made with the old file are in use.
 * T2G_NOMEM, T2G_IO, T2G_FORMAT. */
t2g_result t2g_model_load_same(t2g_model *model, const char *path, t2g_error *error);

void t2g_model_free(t2g_model *model);

/* Analyse size bytes of UTF-8 text (or UTF-16 with a byte order mark).  name is
 * what the edges call their source, offset where the bytes begin in it (0 unless
 * a long source is read piece by piece); name and text are copied.  The model
 * must outlive the document.  T2G_NOMEM; T2G_RANGE over 1 GiB. */
t2g_result t2g_document_read(const t2g_model *model, const char *name, uint64_t offset, const void *bytes,
                             size_t size, t2g_document **document, t2g_error *error);

void t2g_document_free(t2g_document *document);

/* The rooms whose layer can be printed. */
typedef enum t2g_stage {
    T2G_STAGE_TEXT,
    T2G_STAGE_TOKEN,
    T2G_STAGE_SENTENCE,
    T2G_STAGE_TAG,
    T2G_STAGE_TREE,
    T2G_STAGE_MENTION,
    T2G_STAGE_ENTITY,
    T2G_STAGE_FACT,
    T2G_STAGE_CONLLU,
    T2G_STAGES
} t2g_stage;

/* The name of a stage for --dump, and back; T2G_STAGES when there is none. */
const char *t2g_stage_name(t2g_stage stage);
t2g_stage t2g_stage_find(const char *name);

/* Print a layer as plain text.  T2G_IO when the stream fails. */
t2g_result t2g_document_dump(const t2g_document *document, t2g_stage stage, FILE *out, t2g_error *error);

/* How much of the text was read. */
typedef struct t2g_coverage {
    uint64_t bytes;     /* of the source                                        */
    uint64_t repaired;  /* invalid sequences and control characters replaced    */
    uint64_t tokens;
    uint64_t sentences;
    uint64_t cut;       /* sentences too long, cut in two or more               */
} t2g_coverage;

t2g_coverage t2g_document_coverage(const t2g_document *document);

/* A graph without nodes.  name is copied. */
t2g_result t2g_graph_new(const char *name, t2g_graph **graph, t2g_error *error);

/* Merge a document's entities and facts into the graph.  Everything kept is
 * copied: the document may be freed.  Not after t2g_graph_write. */
t2g_result t2g_graph_take(t2g_graph *graph, const t2g_document *document, t2g_error *error);

typedef struct t2g_style {
    double min_confidence; /* edges below it are left out, 0 to 1                  */
    bool legend;           /* draw what shapes, colours and line styles mean       */
    bool explain;          /* say beside every edge what made it                   */
} t2g_style;

/* Finish the graph (at the first call) and write it as DOT.  style may be NULL:
 * every edge, no legend.  T2G_NOMEM, T2G_IO. */
t2g_result t2g_graph_write(t2g_graph *graph, const t2g_style *style, FILE *out, t2g_error *error);

/* Keep also the sentences that name several nodes, and the claims that were not
 * believed, which t2g_graph_why then tells of too.  Before the first t2g_graph_take. */
void t2g_graph_listen(t2g_graph *graph);

/* Finish the graph (at the first call) and write, instead of it, why there is an edge between
 * two nodes or why there is none: lines of text, as --why does (text2gv.1, WHY).  A name is
 * that of a node or one of its aliases, whatever its case.  style may be NULL: every edge.
 * T2G_FORMAT when a name is nobody's, or both are the same node's: the message names the nearest;
 * T2G_NOMEM, T2G_IO. */
t2g_result t2g_graph_why(t2g_graph *graph, const char *a, const char *b, const t2g_style *style, FILE *out,
                         t2g_error *error);

/* Nodes and edges written last, the legend's left out; 0 before. */
void t2g_graph_count(const t2g_graph *graph, size_t *nodes, size_t *edges);

void t2g_graph_free(t2g_graph *graph);

#ifdef __cplusplus
}
#endif

#endif
