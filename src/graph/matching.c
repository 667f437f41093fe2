/* SPDX-License-Identifier: MIT */
#include "graph/matching.h"

#include "graph/fold.h"

bool t2g_name_has_space(t2g_slice name)
{
    return name.size && memchr(name.bytes, ' ', name.size);
}

/* Did a user say that names of the one are not the other's? */
static bool are_apart(const t2g_same *same, const t2g_node_record *one, const t2g_node_record *other)
{
    if (one->own || other->own) return true;
    if (!same) return false;
    for (const t2g_form *a = one->forms; a; a = a->next) {
        uint32_t name = t2g_same_find(same, a->text);
        if (name == T2G_NONE || same->apart[name] == T2G_NONE) continue;
        for (const t2g_form *b = other->forms; b; b = b->next) {
            uint32_t alias = t2g_same_find(same, b->text);
            if (alias != T2G_NONE && t2g_same_apart(same, name, alias)) return true;
        }
    }
    return false;
}

static void match(t2g_matches *matches, const t2g_same *same, Agnode_t *loser, Agnode_t *winner)
{
    const t2g_node_record *lost = t2g_node_record_of(loser), *won = t2g_node_record_of(winner);
    if (!are_apart(same, lost, won)) matches->at[matches->len++] = (t2g_match){lost->key, won->key};
}

/* Who bears a name: by the name's id, NULL where several do. */
typedef struct bearers {
    t2g_intern names;
    Agnode_t **node; /* [names.len] */
} bearers;

static bool open_bearers(bearers *b, t2g_arena *arena, size_t most)
{
    b->node = T2G_ARRAY(arena, Agnode_t *, most + 1);
    return b->node && t2g_intern_init(&b->names, arena);
}

static bool bear(bearers *b, t2g_slice name, Agnode_t *node)
{
    uint32_t known = b->names.len, id = t2g_intern_add(&b->names, name);
    if (id == T2G_NONE) return false;
    if (b->names.len > known) b->node[id] = node;
    else if (b->node[id] != node) b->node[id] = NULL;
    return true;
}

static Agnode_t *only_bearer(const bearers *b, t2g_slice name)
{
    uint32_t id = t2g_intern_find(&b->names, name);
    return id == T2G_NONE ? NULL : b->node[id];
}

static t2g_slice last_word(t2g_slice name)
{
    uint32_t begin = name.size;
    while (begin > 0 && name.bytes[begin - 1] != ' ') begin--;
    return (t2g_slice){name.bytes + begin, name.size - begin};
}

static t2g_slice first_word(t2g_slice name)
{
    const char *space = name.size ? memchr(name.bytes, ' ', name.size) : NULL;
    return (t2g_slice){name.bytes, space ? (uint32_t)(space - name.bytes) : name.size};
}

/* A source of several pieces may call a person by full name in one and by last
 * name in another; within a piece the entity room has seen to it. */
bool t2g_matches_by_last_name(t2g_matches *matches, t2g_arena *arena, const t2g_same *same, Agnode_t *const *people,
                              size_t len)
{
    bearers b;
    *matches = (t2g_matches){.at = T2G_ARRAY(arena, t2g_match, len + 1)};
    if (!matches->at || !open_bearers(&b, arena, len)) return false;
    for (size_t i = 0; i < len; i++) {
        t2g_slice name = t2g_node_record_of(people[i])->fold;
        if (t2g_name_has_space(name) && !bear(&b, last_word(name), people[i])) return false;
    }
    for (size_t i = 0; i < len; i++) {
        t2g_slice name = t2g_node_record_of(people[i])->fold;
        Agnode_t *full = t2g_name_has_space(name) ? NULL : only_bearer(&b, name);
        if (full) match(matches, same, people[i], full);
    }
    return true;
}

/* A form that says enough to be looked for in other documents: of an organisation any, of a person one
 * of several words that begins with the first name. */
static bool is_telling(const t2g_node_record *node, t2g_slice fold)
{
    if (node->type == T2G_ORGANISATION) return true;
    return node->type == T2G_PERSON && t2g_name_has_space(fold) && t2g_slice_equal(first_word(fold), first_word(node->fold));
}

/* What nodes are called in short, by type and name; bytes is NULL when memory is out. */
static t2g_slice short_name(t2g_arena *arena, const t2g_node_record *node, t2g_slice fold)
{
    char *name = t2g_arena_alloc(arena, (size_t)fold.size + 1, 1);
    if (!name) return (t2g_slice){NULL, 0};
    name[0] = "poc"[node->type];
    memcpy(name + 1, fold.bytes, fold.size);
    return (t2g_slice){name, fold.size + 1};
}

/* The forms shorter than the full name that a node was seen to go by. */
static bool bear_short_names(bearers *b, t2g_arena *arena, Agnode_t *n)
{
    const t2g_node_record *node = t2g_node_record_of(n);
    for (const t2g_form *form = node->forms; form; form = form->next) {
        t2g_slice fold = t2g_fold(arena, form->text);
        if (!fold.bytes) return false;
        if (form->implied || fold.size >= node->fold.size || !is_telling(node, fold)) continue;
        t2g_slice name = short_name(arena, node, fold);
        if (!name.bytes || !bear(b, name, n)) return false;
    }
    return true;
}

/* The node that alone goes by another's full name for short; NULL when there is none. */
static bool find_fuller(const bearers *b, t2g_arena *arena, Agnode_t *n, Agnode_t **fuller)
{
    const t2g_node_record *node = t2g_node_record_of(n);
    *fuller = NULL;
    if (!is_telling(node, node->fold)) return true;
    t2g_slice name = short_name(arena, node, node->fold);
    if (!name.bytes) return false;
    *fuller = only_bearer(b, name);
    if (*fuller && node->local && node->home != t2g_node_record_of(*fuller)->home) *fuller = NULL;
    return true;
}

/* "NCSC" in one document is the organisation that another calls "National Cyber Security Centre (NCSC)",
 * "George Vance" the person whom another calls "George W. Vance" first, if nobody else is called so. */
bool t2g_matches_by_short_name(t2g_matches *matches, t2g_arena *arena, const t2g_same *same, Agraph_t *graph)
{
    size_t forms = 0;
    for (Agnode_t *n = agfstnode(graph); n; n = agnxtnode(graph, n))
        for (const t2g_form *form = t2g_node_record_of(n)->forms; form; form = form->next) forms++;
    bearers b;
    *matches = (t2g_matches){.at = T2G_ARRAY(arena, t2g_match, (size_t)agnnodes(graph) + 1)};
    if (!matches->at || !open_bearers(&b, arena, forms)) return false;
    for (Agnode_t *n = agfstnode(graph); n; n = agnxtnode(graph, n))
        if (!bear_short_names(&b, arena, n)) return false;
    for (Agnode_t *n = agfstnode(graph), *full, *fuller; n; n = agnxtnode(graph, n)) {
        if (!find_fuller(&b, arena, n, &full)) return false;
        if (full && !find_fuller(&b, arena, full, &fuller)) return false;
        if (full && !fuller) match(matches, same, n, full);
    }
    return true;
}
