/* SPDX-License-Identifier: MIT */
#include "nlp/judge/pair.h"

#include <stdlib.h>

static int compare(uint32_t a, uint32_t b)
{
    return (a > b) - (a < b);
}

static int by_pair(const void *left, const void *right)
{
    const t2g_place *a = left, *b = right;
    int order = compare(a->source, b->source);
    if (!order) order = compare(a->target, b->target);
    if (!order) order = compare(a->sentence, b->sentence);
    if (!order) order = compare(a->a, b->a);
    return order ? order : compare(a->b, b->b);
}

/* A claim with its number, which makes the sort key complete. */
typedef struct ends {
    uint32_t source, target, number;
} ends;

static int by_ends(const void *left, const void *right)
{
    const ends *a = left, *b = right;
    int order = compare(a->source, b->source);
    if (!order) order = compare(a->target, b->target);
    return order ? order : compare(a->number, b->number);
}

static bool is_entity(const t2g_item *item)
{
    return item->kind == T2G_ITEM_ENTITY && item->entity != T2G_NONE;
}

/* Places of a sentence's items, both ways round; returns how many, and writes them unless to is NULL. */
static uint32_t pair_items(const t2g_row *row, uint32_t sentence, t2g_place *to)
{
    uint32_t len = 0;
    for (uint32_t i = row->first[sentence]; i < row->first[sentence + 1]; i++) {
        if (!is_entity(&row->at[i])) continue;
        uint32_t seen = 0;
        for (uint32_t j = i + 1; j < row->first[sentence + 1] && seen < T2G_PAIR_WINDOW; j++) {
            if (!is_entity(&row->at[j])) continue;
            seen++;
            uint32_t x = row->at[i].entity, y = row->at[j].entity;
            if (x == y) continue;
            if (to) {
                to[len] = (t2g_place){x, y, sentence, i, j};
                to[len + 1] = (t2g_place){y, x, sentence, j, i};
            }
            len += 2;
        }
    }
    return len;
}

/* Entities of a type that are named most, ties to the first. */
static uint32_t find_chiefs(const t2g_entities *entities, t2g_entity_type type, uint32_t chiefs[T2G_PAIR_CHIEFS])
{
    uint32_t len = 0;
    for (uint32_t e = 0; e < entities->len; e++) {
        if (entities->at[e].type != type) continue;
        uint32_t at = len;
        while (at > 0 && entities->at[chiefs[at - 1]].mentions < entities->at[e].mentions) at--;
        if (at == T2G_PAIR_CHIEFS) continue;
        uint32_t last = len < T2G_PAIR_CHIEFS ? len++ : len - 1;
        for (uint32_t i = last; i > at; i--) chiefs[i] = chiefs[i - 1];
        chiefs[at] = e;
    }
    return len;
}

static uint32_t bearer(const t2g_row *row, const t2g_office_group *group)
{
    uint32_t begin = row->first[group->sentence], end = row->first[group->sentence + 1];
    if (group->end < end && is_entity(&row->at[group->end]) && row->at[group->end].type == T2G_PERSON) return group->end;
    uint32_t b = group->begin;
    bool behind = b >= begin + 2 && row->at[b - 1].kind == T2G_ITEM_PUNCT && is_entity(&row->at[b - 2]) && row->at[b - 2].type == T2G_PERSON;
    return behind ? b - 2 : T2G_NONE;
}

/* Who bears an office may hold it of what the article is about, or of what was named last. */
static uint32_t pair_bearers(const t2g_ground *ground, t2g_place *to)
{
    const t2g_entities *entities = ground->layers->entities;
    const t2g_row *row = &ground->row;
    uint32_t chiefs[2 * T2G_PAIR_CHIEFS + 2], known = find_chiefs(entities, T2G_COUNTRY, chiefs), len = 0;
    known += find_chiefs(entities, T2G_ORGANISATION, chiefs + known);
    uint32_t last[2] = {T2G_NONE, T2G_NONE}, i = 0;
    for (uint32_t g = 0; g < ground->offices.groups; g++) {
        const t2g_office_group *group = &ground->offices.group[g];
        for (; i < group->begin; i++)
            if (is_entity(&row->at[i]) && row->at[i].type != T2G_PERSON) last[row->at[i].type == T2G_COUNTRY] = row->at[i].entity;
        uint32_t a = bearer(row, group);
        if (a == T2G_NONE) continue;
        chiefs[known] = last[0];
        chiefs[known + 1] = last[1];
        for (uint32_t c = 0; c < known + 2; c++) {
            if (chiefs[c] == T2G_NONE) continue;
            if (to) to[len] = (t2g_place){row->at[a].entity, chiefs[c], group->sentence, a, T2G_NONE};
            len++;
        }
    }
    return len;
}

static bool gather(t2g_pairs *pairs, t2g_arena *arena, const t2g_ground *ground)
{
    const t2g_row *row = &ground->row;
    const t2g_claims *claims = &ground->claims;
    uint32_t len = claims->len, sentences = ground->layers->sentences->len;
    for (uint32_t s = 0; s < sentences; s++) len += pair_items(row, s, NULL);
    len += pair_bearers(ground, NULL);
    pairs->places = T2G_ARRAY(arena, t2g_place, len);
    pairs->sorted = T2G_ARRAY(arena, uint32_t, claims->len);
    ends *order = T2G_ARRAY(arena, ends, claims->len);
    pairs->at = T2G_ARRAY(arena, t2g_pair, len);
    if (!pairs->places || !pairs->sorted || !order || !pairs->at) return false;
    for (uint32_t s = 0; s < sentences; s++) pairs->places_len += pair_items(row, s, &pairs->places[pairs->places_len]);
    pairs->places_len += pair_bearers(ground, &pairs->places[pairs->places_len]);
    for (uint32_t c = 0; c < claims->len; c++) {
        const t2g_claim *claim = &claims->at[c];
        order[c] = (ends){claim->source, claim->target, c};
        pairs->places[pairs->places_len++] = (t2g_place){claim->source, claim->target, claim->sentence, T2G_NONE, T2G_NONE};
    }
    qsort(pairs->places, pairs->places_len, sizeof *pairs->places, by_pair);
    qsort(order, claims->len, sizeof *order, by_ends);
    for (uint32_t c = 0; c < claims->len; c++) pairs->sorted[c] = order[c].number;
    return true;
}

static bool same_pair(const t2g_place *a, const t2g_place *b)
{
    return a->source == b->source && a->target == b->target;
}

bool t2g_pairs_build(t2g_pairs *pairs, t2g_arena *arena, const t2g_ground *ground)
{
    const t2g_claims *claims = &ground->claims;
    *pairs = (t2g_pairs){0};
    if (!gather(pairs, arena, ground)) return false;
    uint32_t c = 0;
    for (uint32_t p = 0, end; p < pairs->places_len; p = end) {
        const t2g_place *first = &pairs->places[p];
        for (end = p + 1; end < pairs->places_len && same_pair(first, &pairs->places[end]);) end++;
        t2g_pair *pair = &pairs->at[pairs->len++];
        *pair = (t2g_pair){first->source, first->target, {p, end}, {c, c}};
        while (c < claims->len && claims->at[pairs->sorted[c]].source == first->source && claims->at[pairs->sorted[c]].target == first->target) c++;
        pair->claims.end = c;
    }
    return true;
}
