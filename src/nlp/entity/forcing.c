/* SPDX-License-Identifier: MIT */
#include "nlp/entity/forcing.h"

typedef struct forcing {
    t2g_gathering *g;
    const t2g_same *same;
    t2g_arena scratch;
    uint32_t *listed;  /* [mentions->len] its name in the file, or T2G_NONE                    */
    uint32_t *fullest; /* [g->cap] by entity: its mention of most words                        */
    uint8_t *types;    /* [names of the file] bit t: an entity of type t is called so here     */
    uint32_t *target;  /* [names of the file] by a group's first name: the entity it is here   */
    uint32_t *lowest;  /* [names of the file] by a group's first name: what names its target   */
} forcing;

static uint32_t *none_for_each(t2g_arena *arena, size_t count)
{
    uint32_t *array = T2G_ARRAY(arena, uint32_t, count + 1);
    for (size_t i = 0; array && i < count; i++) array[i] = T2G_NONE;
    return array;
}

static bool find_listed(forcing *f, const t2g_text *text)
{
    const t2g_mentions *mentions = f->g->mentions;
    f->listed = none_for_each(&f->scratch, mentions->len);
    for (uint32_t m = 0; f->listed && m < mentions->len; m++) {
        t2g_span span = {mentions->at[m].begin, mentions->at[m].end};
        if (f->g->of[m] != T2G_NONE) f->listed[m] = t2g_same_find(f->same, t2g_tokens_bytes(f->g->tokens, text, span));
    }
    return f->listed;
}

/* Is the mention a single name of a person who has a fuller one? */
static bool is_last_name(const forcing *f, uint32_t m)
{
    const t2g_mention *mention = &f->g->mentions->at[m], *full = &f->g->mentions->at[f->fullest[f->g->of[m]]];
    return f->g->at[f->g->of[m]].type == T2G_PERSON && mention->end - mention->begin == 1 && full->end - full->begin > 1;
}

static void find_fullest(forcing *f)
{
    const t2g_mentions *mentions = f->g->mentions;
    for (uint32_t e = 0; e < f->g->len; e++) f->fullest[e] = T2G_NONE;
    for (uint32_t m = 0; m < mentions->len; m++) {
        uint32_t e = f->g->of[m];
        if (e == T2G_NONE) continue;
        const t2g_mention *full = f->fullest[e] == T2G_NONE ? NULL : &mentions->at[f->fullest[e]];
        if (!full || mentions->at[m].end - mentions->at[m].begin > full->end - full->begin) f->fullest[e] = m;
    }
}

/* A group is the entity that bears the first of its names that the text has. */
static void find_targets(forcing *f)
{
    for (uint32_t n = 0; n < f->same->keys.len; n++) {
        f->target[n] = f->lowest[n] = T2G_NONE;
        f->types[n] = 0;
    }
    for (uint32_t m = 0; m < f->g->mentions->len; m++) {
        uint32_t name = f->listed[m], group = name == T2G_NONE ? T2G_NONE : t2g_same_group(f->same, name);
        if (group == T2G_NONE) continue;
        f->types[name] |= (uint8_t)(1u << f->g->at[f->g->of[m]].type);
        if (is_last_name(f, m) || (f->lowest[group] != T2G_NONE && f->lowest[group] <= name)) continue;
        f->lowest[group] = name;
        f->target[group] = f->g->of[m];
    }
}

/* Where a name calls a person and a company, the one of the group's type is meant. */
static bool is_meant(const forcing *f, uint32_t m, uint32_t target)
{
    uint8_t types = f->types[f->listed[m]], type = f->g->at[f->g->of[m]].type;
    return type == f->g->at[target].type || (types & (types - 1)) == 0;
}

/* Where an entity went to in the end. */
static uint32_t follow_to_end(uint32_t *into, uint32_t e)
{
    for (; into[e] != T2G_NONE; e = into[e])
        if (into[into[e]] != T2G_NONE) into[e] = into[into[e]];
    return e;
}

static bool join(forcing *f)
{
    t2g_gathering *g = f->g;
    find_fullest(f);
    find_targets(f);
    uint32_t *into = none_for_each(&f->scratch, g->len);
    if (!into) return false;
    for (uint32_t m = 0; m < g->mentions->len; m++) {
        uint32_t e = g->of[m], name = f->listed[m], group = name == T2G_NONE ? T2G_NONE : t2g_same_group(f->same, name);
        uint32_t target = group == T2G_NONE ? T2G_NONE : f->target[group];
        if (target == T2G_NONE || !is_meant(f, m, target)) continue;
        g->at[target].same = group + 1;
        if (is_last_name(f, m)) g->of[m] = target;
        else if (e != target && into[e] == T2G_NONE && into[target] == T2G_NONE) into[e] = target;
    }
    for (uint32_t m = 0; m < g->mentions->len; m++)
        if (g->of[m] != T2G_NONE) g->of[m] = follow_to_end(into, g->of[m]);
    return true;
}

/* Pairs of numbers, and what was kept for each. */
typedef struct table {
    t2g_intern pairs;
    uint32_t *kept; /* [pairs.len] */
} table;

static bool open_table(table *t, t2g_arena *arena, size_t most)
{
    t->kept = T2G_ARRAY(arena, uint32_t, most + 1);
    return t->kept && t2g_intern_init(&t->pairs, arena);
}

/* Where to keep something for a pair; T2G_NONE at first sight; NULL when memory is out. */
static uint32_t *keep(table *t, uint32_t one, uint32_t other)
{
    uint32_t pair[2] = {one, other}, known = t->pairs.len;
    uint32_t id = t2g_intern_copy(&t->pairs, (t2g_slice){(const char *)pair, sizeof pair});
    if (id == known) t->kept[id] = T2G_NONE;
    return id == T2G_NONE ? NULL : &t->kept[id];
}

/* The entity for a name that the file tells apart from others: its own, or a new one where one of those
 * has taken it.  T2G_NONE when memory is out. */
static uint32_t place_of(forcing *f, table *taken, uint32_t name, uint32_t m)
{
    t2g_gathering *g = f->g;
    uint32_t entity = g->of[m];
    bool is_taken = false;
    for (uint32_t i = f->same->apart[name]; i != T2G_NONE; i = f->same->seats[i].next) {
        uint32_t *holder = keep(taken, f->same->seats[i].line, entity);
        if (!holder) return T2G_NONE;
        if (*holder == T2G_NONE) *holder = name;
        is_taken = is_taken || *holder != name;
    }
    if (!is_taken || g->len == g->cap) return entity;
    uint32_t e = t2g_gathering_add(g, g->at[entity].type, m);
    g->at[e] = g->at[entity];
    g->at[e].same = 0;
    g->gender[e] = g->gender[entity];
    return e;
}

/* The names that a line tells apart leave one another's entity; what is not in the file stays with the
 * one of them that was named last. */
static bool part(forcing *f)
{
    t2g_gathering *g = f->g;
    table taken; /* (line, entity): the name that has it        */
    table place; /* (name, entity): where the name went to      */
    uint32_t *follow = none_for_each(&f->scratch, g->cap);
    size_t most = (size_t)g->mentions->len + f->same->seats_len;
    if (!follow || !open_table(&taken, &f->scratch, most) || !open_table(&place, &f->scratch, most)) return false;
    for (uint32_t m = 0; m < g->mentions->len; m++) {
        uint32_t name = f->listed[m], e = g->of[m];
        if (e == T2G_NONE) continue;
        if (name == T2G_NONE || f->same->apart[name] == T2G_NONE) {
            if (follow[e] != T2G_NONE) g->of[m] = follow[e];
            continue;
        }
        if (f->same->own[name]) g->at[e].own = true;
        uint32_t *where = keep(&place, name, e);
        if (where && *where == T2G_NONE) *where = place_of(f, &taken, name, m);
        if (!where || *where == T2G_NONE) return false;
        g->of[m] = follow[e] = *where;
    }
    return true;
}

bool t2g_entities_force(t2g_gathering *g, const t2g_same *same, const t2g_text *text)
{
    forcing f = {.g = g, .same = same};
    t2g_arena_init(&f.scratch);
    f.fullest = none_for_each(&f.scratch, g->cap);
    f.types = T2G_ARRAY(&f.scratch, uint8_t, (size_t)same->keys.len + 1);
    f.target = none_for_each(&f.scratch, same->keys.len);
    f.lowest = none_for_each(&f.scratch, same->keys.len);
    /* Told apart once more where what was joined brought names together again. */
    bool good = f.fullest && f.types && f.target && f.lowest && find_listed(&f, text) && part(&f) && join(&f) && part(&f);
    t2g_arena_free(&f.scratch);
    return good;
}
