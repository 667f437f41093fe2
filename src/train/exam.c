/* SPDX-License-Identifier: MIT */
#include "train/exam.h"

#include "nlp/syntax/tree.h"

/* The corpus as the rooms see a document: one block, its words as tokens. */
static bool as_document(const t2g_corpus *corpus, t2g_arena *arena, t2g_tokens *tokens, t2g_sentences *sentences)
{
    tokens->at = t2g_arena_zalloc(arena, corpus->words, sizeof *tokens->at);
    tokens->len = 0;
    sentences->at = t2g_arena_zalloc(arena, corpus->len, sizeof *sentences->at);
    sentences->len = (uint32_t)corpus->len;
    if (!tokens->at || !sentences->at || !t2g_intern_init(&tokens->forms, arena)) return false;
    for (size_t s = 0; s < corpus->len; s++) {
        const t2g_example *e = &corpus->at[s];
        sentences->at[s].begin = tokens->len;
        for (uint32_t i = 0; i < e->len; i++) {
            uint32_t form = t2g_intern_add(&tokens->forms, e->form[i]);
            if (form == T2G_NONE) return false;
            tokens->at[tokens->len++].form = form;
        }
        sentences->at[s].end = tokens->len;
    }
    return true;
}

static void mark_tree(t2g_marks *marks, const t2g_example *e, const t2g_tags *tags, const t2g_trees *trees,
                      uint32_t begin)
{
    for (uint32_t i = 0; i < e->len; i++) {
        uint32_t head = trees->head[begin + i];
        bool right = (head == T2G_NONE ? T2G_NONE : head - begin) == e->head[i];
        marks->words++;
        marks->pos += tags->pos[begin + i] == e->pos[i];
        marks->head += right;
        marks->labelled += right && t2g_deprel_universal((t2g_deprel)trees->relation[begin + i]) ==
                                        t2g_deprel_universal((t2g_deprel)e->relation[i]);
    }
}

/* The one label of a sure token, else T2G_OUTSIDE. */
static uint8_t sure_label(uint64_t labels)
{
    uint8_t label = T2G_OUTSIDE;
    if (labels == 0 || labels & (labels - 1)) return label;
    while (labels >>= 1) label++;
    return label;
}

static bool begins(uint8_t label)
{
    return label != T2G_OUTSIDE && (t2g_bilou_place(label) == T2G_BEGIN || t2g_bilou_place(label) == T2G_UNIT);
}

/* A found name is right where the gold allows each of its labels; where the gold
 * would also allow none, it is neither right nor wrong. */
static void mark_names(t2g_marks *marks, const t2g_example *e, const uint8_t *found)
{
    for (uint32_t i = 0; i < e->len; i++) {
        uint8_t gold = sure_label(e->names[i]);
        if (begins(gold)) marks->gold[t2g_bilou_kind(gold)]++;
        if (!begins(found[i])) continue;
        uint32_t end = i, kind = t2g_bilou_kind(found[i]);
        bool right = true;
        do right &= e->names[end] >> found[end] & 1;
        while (t2g_bilou_place(found[end]) < T2G_LAST && ++end < e->len);
        bool open = e->names[i] & 1;
        if (right && open) continue;
        marks->found[kind]++;
        marks->right[kind] += right;
    }
}

t2g_result t2g_exam(t2g_marks *marks, const t2g_network *network, const t2g_corpus *corpus, t2g_error *error)
{
    t2g_arena arena;
    t2g_tokens tokens;
    t2g_sentences sentences;
    t2g_tags tags;
    t2g_trees trees;
    *marks = (t2g_marks){0};
    t2g_arena_init(&arena);
    t2g_result result = as_document(corpus, &arena, &tokens, &sentences) ? T2G_OK : t2g_error_nomem(error);
    if (result == T2G_OK) result = t2g_tags_build(&tags, &arena, network, &tokens, &sentences, error);
    if (result == T2G_OK) result = t2g_trees_build(&trees, &arena, network, &sentences, &tags, error);
    for (size_t s = 0; result == T2G_OK && s < corpus->len; s++) {
        const t2g_example *e = &corpus->at[s];
        uint32_t begin = sentences.at[s].begin;
        if (e->has_tree) mark_tree(marks, e, &tags, &trees, begin);
        if (!e->has_names || e->len > T2G_SENTENCE_LONGEST) continue;
        uint8_t names[T2G_SENTENCE_LONGEST];
        t2g_tags_names(&tags, sentences.at[s], names);
        mark_names(marks, e, names);
    }
    t2g_arena_free(&arena);
    return result;
}

static double percent(uint64_t part, uint64_t whole)
{
    return whole ? 100.0 * (double)part / (double)whole : 0;
}

void t2g_marks_print(const t2g_marks *marks, const char *title, FILE *out)
{
    static const char *const kinds[] = {
#define NAME_KIND(name) #name,
#include "nlp/syntax/tagset.def"
    };
    fprintf(out, "  %-28s", title);
    if (marks->words)
        fprintf(out, " upos %.2f uas %.2f las %.2f", percent(marks->pos, marks->words), percent(marks->head, marks->words),
                percent(marks->labelled, marks->words));
    for (uint32_t k = 0; k < T2G_NAME_KINDS; k++)
        if (marks->gold[k]) fprintf(out, " %s %.1f", kinds[k], percent(2 * marks->right[k], marks->found[k] + marks->gold[k]));
    fputc('\n', out);
}
