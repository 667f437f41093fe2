/* text2gv.c - the corridor: runs the rooms in order and owns what they make.
 *
 * SPDX-License-Identifier: MIT
 */
#include "text2gv.h"

#include <errno.h>
#include <stdlib.h>

#include "base/file.h"
#include "graph/graph.h"
#include "model/weights.h"
#include "nlp/judge/facts.h"
#include "nlp/judge/judge.h"
#include "nlp/list/lexfolder.h"
#include "nlp/mention/name.h"
#include "nlp/syntax/conllu.h"
#include "output/dot.h"
#include "output/why.h"

struct t2g_model {
    t2g_lexicon *lexicon;
    t2g_weights *weights;
    t2g_namer namer;
    t2g_same *same; /* NULL: the user has said nothing */
    t2g_boundary boundary;
};

struct t2g_document {
    t2g_arena arena; /* all below lives in it */
    const char *name;
    uint64_t offset;
    uint64_t size;
    t2g_text text;
    t2g_tokens tokens;
    t2g_sentences sentences;
    t2g_tags tags;
    t2g_trees trees;
    t2g_phrases phrases;
    t2g_names names;
    t2g_mentions mentions;
    t2g_entities entities;
    t2g_facts facts;
};

t2g_result t2g_model_load(const char *lexicon, t2g_model **model, t2g_error *error)
{
    *model = calloc(1, sizeof **model);
    if (!*model) return t2g_error_nomem(error);
    t2g_result result = lexicon ? t2g_lexicon_read(&(*model)->lexicon, lexicon, error)
                                : t2g_lexicon_load(&(*model)->lexicon, NULL, 0, error);
    if (result == T2G_OK) result = t2g_model_load_weights(*model, NULL, error);
    if (result != T2G_OK) {
        t2g_model_free(*model);
        *model = NULL;
    }
    return result;
}

t2g_result t2g_model_load_weights(t2g_model *model, const char *path, t2g_error *error)
{
    t2g_weights *weights;
    t2g_namer namer;
    t2g_boundary boundary;
    t2g_network_wants wants = t2g_tagset_wants();
    t2g_result result = t2g_weights_load(&weights, path, &wants, T2G_JUDGE_QUESTIONS, error);
    if (result != T2G_OK) return result;
    if ((result = t2g_namer_open(&namer, &weights->names, weights->has_foreign_names, error)) ||
        (result = t2g_boundary_open(&boundary, &weights->ends, error))) {
        t2g_weights_free(weights);
        return result;
    }
    t2g_weights_free(model->weights);
    model->weights = weights;
    model->namer = namer;
    model->boundary = boundary;
    return T2G_OK;
}

static void free_same(t2g_same *same)
{
    if (same) t2g_same_free(same);
    free(same);
}

t2g_result t2g_model_load_same(t2g_model *model, const char *path, t2g_error *error)
{
    char *bytes = NULL;
    size_t size = 0;
    t2g_same *same = NULL;
    t2g_result result = path ? t2g_file_read(path, &bytes, &size, error) : T2G_OK;
    if (path && result == T2G_OK) {
        same = calloc(1, sizeof *same);
        result = same ? t2g_same_parse(same, bytes, size, error) : t2g_error_nomem(error);
    }
    free(bytes);
    if (result == T2G_OK) {
        free_same(model->same);
        model->same = same;
    } else {
        free_same(same);
    }
    return result;
}

void t2g_model_free(t2g_model *model)
{
    if (!model) return;
    free_same(model->same);
    t2g_weights_free(model->weights);
    t2g_lexicon_free(model->lexicon);
    free(model);
}

/* The walk itself: one call a room, one check each. */
static t2g_result walk(t2g_document *d, const t2g_model *model, const void *bytes, size_t size, t2g_error *error)
{
    const t2g_lexicon *lexicon = model->lexicon;
    const t2g_network *network = &model->weights->network;
    t2g_arena *arena = &d->arena;
    t2g_result result;
    if ((result = t2g_text_build(&d->text, arena, lexicon, bytes, size, error))) return result;
    d->text.origin = d->offset;
    if ((result = t2g_tokens_build(&d->tokens, arena, &d->text, error))) return result;
    if ((result = t2g_sentences_build(&d->sentences, arena, &d->text, &d->tokens, &model->boundary, error))) return result;
    if ((result = t2g_tags_build(&d->tags, arena, network, &d->tokens, &d->sentences, error))) return result;
    if ((result = t2g_trees_build(&d->trees, arena, network, &d->sentences, &d->tags, error))) return result;
    if ((result = t2g_phrases_build(&d->phrases, arena, lexicon, &d->tokens, error))) return result;
    if ((result = t2g_names_build(&d->names, arena, &model->namer, &d->tokens, &d->sentences, &d->phrases, d->tags.naming,
                                  error)))
        return result;
    if ((result = t2g_mentions_build(&d->mentions, arena, lexicon, &d->text, &d->tokens, &d->sentences,
                                     &d->phrases, &d->names, error)))
        return result;
    if ((result = t2g_entities_build(&d->entities, arena, lexicon, model->same, &d->text, &d->tokens, &d->sentences,
                                     &d->trees, &d->phrases, &d->mentions, error)))
        return result;
    return t2g_facts_build(&d->facts, arena, &model->weights->facts, &model->weights->renown, lexicon, &d->text, &d->tokens, &d->sentences, &d->tags,
                           &d->trees, &d->phrases, &d->mentions, &d->entities, error);
}

t2g_result t2g_document_read(const t2g_model *model, const char *name, uint64_t offset, const void *bytes,
                             size_t size, t2g_document **document, t2g_error *error)
{
    t2g_document *d = *document = calloc(1, sizeof *d);
    if (!d) return t2g_error_nomem(error);
    t2g_arena_init(&d->arena);
    d->offset = offset;
    d->size = size;
    d->name = t2g_arena_copy(&d->arena, name, strlen(name));
    t2g_result result = d->name ? walk(d, model, bytes, size, error) : t2g_error_nomem(error);
    if (result != T2G_OK) {
        t2g_document_free(d);
        *document = NULL;
    }
    return result;
}

void t2g_document_free(t2g_document *document)
{
    if (!document) return;
    t2g_arena_free(&document->arena);
    free(document);
}

static const char *const stage_names[T2G_STAGES] = {"text", "token", "sentence", "tag", "tree", "mention", "entity", "fact", "conllu"};

const char *t2g_stage_name(t2g_stage stage)
{
    return stage_names[stage];
}

t2g_stage t2g_stage_find(const char *name)
{
    t2g_stage stage = 0;
    while (stage < T2G_STAGES && strcmp(name, stage_names[stage]) != 0) stage++;
    return stage;
}

t2g_result t2g_document_dump(const t2g_document *d, t2g_stage stage, FILE *out, t2g_error *error)
{
    switch (stage) {
    case T2G_STAGE_TEXT: t2g_text_dump(&d->text, out); break;
    case T2G_STAGE_TOKEN: t2g_tokens_dump(&d->tokens, &d->text, out); break;
    case T2G_STAGE_SENTENCE: t2g_sentences_dump(&d->sentences, &d->text, &d->tokens, out); break;
    case T2G_STAGE_TAG: t2g_tags_dump(&d->tags, &d->text, &d->tokens, &d->sentences, out); break;
    case T2G_STAGE_TREE: t2g_trees_dump(&d->trees, &d->tokens, &d->sentences, out); break;
    case T2G_STAGE_MENTION: t2g_mentions_dump(&d->mentions, &d->text, &d->tokens, out); break;
    case T2G_STAGE_ENTITY: t2g_entities_dump(&d->entities, &d->text, &d->tokens, &d->mentions, out); break;
    case T2G_STAGE_FACT:
        t2g_facts_dump(&d->facts, &d->text, &d->tokens, &d->sentences, &d->entities, out);
        break;
    case T2G_STAGE_CONLLU: t2g_conllu_dump(&d->text, &d->tokens, &d->sentences, &d->tags, &d->trees, &d->mentions, out); break;
    case T2G_STAGES: break;
    }
    if (ferror(out)) return t2g_error_set(error, T2G_IO, 0, "cannot be written: %s", strerror(errno));
    return T2G_OK;
}

t2g_coverage t2g_document_coverage(const t2g_document *d)
{
    return (t2g_coverage){.bytes = d->size,
                          .repaired = d->text.repaired,
                          .tokens = d->tokens.len,
                          .sentences = d->sentences.len,
                          .cut = d->sentences.cut};
}

t2g_result t2g_graph_new(const char *name, t2g_graph **graph, t2g_error *error)
{
    return t2g_graph_init(graph, name, error);
}

t2g_result t2g_graph_take(t2g_graph *graph, const t2g_document *d, t2g_error *error)
{
    return t2g_graph_add(graph, d->name, d->offset, &d->text, &d->tokens, &d->sentences, &d->mentions,
                         &d->entities, &d->facts, error);
}

static uint16_t per_mille(const t2g_style *style)
{
    return style ? (uint16_t)(style->min_confidence * 1000 + 0.5) : 0;
}

t2g_result t2g_graph_write(t2g_graph *graph, const t2g_style *style, FILE *out, t2g_error *error)
{
    t2g_picture_options options = {.generator = "text2gv " T2G_VERSION, .min_confidence = per_mille(style)};
    if (style) {
        options.legend = style->legend;
        options.explain = style->explain;
    }
    Agraph_t *picture;
    t2g_result result = t2g_graph_draw(graph, &options, &picture, error);
    if (result != T2G_OK) return result;
    result = t2g_dot_write(picture, out, error);
    agclose(picture);
    return result;
}

t2g_result t2g_graph_why(t2g_graph *graph, const char *a, const char *b, const t2g_style *style, FILE *out, t2g_error *error)
{
    t2g_answer answer;
    t2g_result result = t2g_graph_ask(graph, a, b, per_mille(style), &answer, error);
    return result == T2G_OK ? t2g_why_write(&answer, out, error) : result;
}
