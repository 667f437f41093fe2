/* SPDX-License-Identifier: MIT */
#include "nlp/attribution/scene.h"

#include "nlp/item/nature.h"

static void link_dependents(t2g_scene *scene, const t2g_trees *trees, uint32_t tokens)
{
    for (uint32_t t = 0; t < tokens; t++) scene->dependent[t] = scene->next[t] = T2G_NONE;
    for (uint32_t t = tokens; t-- > 0;) { /* backwards, so that the lists run forwards */
        uint32_t head = trees->head[t];
        if (head == T2G_NONE) continue;
        scene->next[t] = scene->dependent[head];
        scene->dependent[head] = t;
    }
}

/* Does the quotation mark at token t open or close, by the space around it, or change what was before? */
static bool opens_quote(const t2g_tokens *tokens, uint32_t t, bool open)
{
    bool space_before = t == 0 || tokens->at[t].flags & T2G_TOKEN_SPACE;
    bool space_behind = t + 1 >= tokens->len || tokens->at[t + 1].flags & T2G_TOKEN_SPACE;
    return space_before == space_behind ? !open : space_before;
}

/* A quote left open ends with its paragraph. */
static void mark_quotes(t2g_scene *scene)
{
    const t2g_sentences *sentences = scene->layers->sentences;
    bool open = false;
    for (uint32_t s = 0; s < sentences->len; s++) {
        if (s > 0 && sentences->at[s].block != sentences->at[s - 1].block) open = false;
        for (uint32_t i = scene->row->first[s]; i < scene->row->first[s + 1]; i++) {
            if (scene->row->at[i].flags & T2G_ITEM_QUOTE) open = opens_quote(scene->layers->tokens, scene->row->at[i].begin, open);
            scene->quoted[i] = open;
        }
    }
}

bool t2g_scene_init(t2g_scene *scene, t2g_arena *arena, const t2g_layers *layers, const t2g_row *row,
                    const t2g_offices *offices, const uint8_t *nature)
{
    uint32_t tokens = layers->tokens->len;
    *scene = (t2g_scene){.layers = layers, .row = row, .offices = offices, .nature = nature, .reporter = T2G_NONE, .speaker = T2G_NONE, .last = T2G_NONE, .actor = T2G_NONE,
                         .other = T2G_NONE,
                         .quoted = T2G_ARRAY(arena, bool, row->len),
                         .item = T2G_ARRAY(arena, uint32_t, tokens),
                         .dependent = T2G_ARRAY(arena, uint32_t, tokens),
                         .next = T2G_ARRAY(arena, uint32_t, tokens)};
    if (!scene->quoted || !scene->item || !scene->dependent || !scene->next) return false;
    for (uint32_t t = 0; t < tokens; t++) scene->item[t] = T2G_NONE;
    for (int type = 0; type < 3; type++) scene->recent[type][0] = scene->recent[type][1] = T2G_NONE;
    scene->hero = t2g_entities_named_most(layers->entities, T2G_PERSON);
    for (uint32_t i = 0; i < row->len; i++)
        for (uint32_t t = row->at[i].begin; t < row->at[i].end; t++) scene->item[t] = i;
    link_dependents(scene, layers->trees, tokens);
    mark_quotes(scene);
    return true;
}

void t2g_scene_note(t2g_scene *scene, uint32_t i)
{
    const t2g_item *item = &scene->row->at[i];
    if (item->kind != T2G_ITEM_ENTITY) return;
    uint32_t *recent = scene->recent[item->type];
    if (item->entity == recent[0]) return;
    if (item->type == T2G_PERSON) scene->recent_sentence = scene->sentence;
    recent[1] = recent[0];
    recent[0] = item->entity;
}

void t2g_scene_enter(t2g_scene *scene, uint32_t sentence)
{
    scene->sentence = sentence;
    scene->begin = scene->row->first[sentence];
    scene->end = scene->row->first[sentence + 1];
}

t2g_deprel t2g_scene_relation(const t2g_scene *scene, uint32_t token)
{
    return t2g_deprel_universal((t2g_deprel)scene->layers->trees->relation[token]);
}

uint32_t t2g_scene_dependent(const t2g_scene *scene, uint32_t token, t2g_deprel relation)
{
    for (uint32_t d = scene->dependent[token]; d != T2G_NONE; d = scene->next[d])
        if (t2g_scene_relation(scene, d) == relation) return d;
    return T2G_NONE;
}

uint32_t t2g_scene_token(const t2g_scene *scene, uint32_t item)
{
    const t2g_item *it = &scene->row->at[item];
    for (uint32_t t = it->end; t-- > it->begin;) { /* of a verb group the verb comes last */
        uint32_t head = scene->layers->trees->head[t];
        if (head == T2G_NONE || head < it->begin || head >= it->end) return t;
    }
    return it->end - 1;
}

bool t2g_scene_is(const t2g_scene *scene, uint32_t i, const char *fold)
{
    return i < scene->end && i >= scene->begin && t2g_item_is(scene->layers, &scene->row->at[i], fold);
}

bool t2g_scene_is_word(const t2g_scene *scene, uint32_t token, const char *const *words)
{
    t2g_slice fold = t2g_token_fold(scene->layers->tokens, token);
    for (; *words; words++)
        if (fold.size && fold.bytes[0] == **words && t2g_slice_is(fold, *words)) return true;
    return false;
}

bool t2g_scene_is_entity(const t2g_scene *scene, uint32_t i)
{
    return i < scene->end && scene->row->at[i].kind == T2G_ITEM_ENTITY;
}

bool t2g_scene_is_outlet(const t2g_scene *scene, uint32_t i)
{
    return t2g_scene_is_entity(scene, i) && scene->nature[scene->row->at[i].entity] & T2G_NATURE_OUTLET;
}
