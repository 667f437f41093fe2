/* SPDX-License-Identifier: MIT */
#include "graph/naming.h"

#include <stdlib.h>

#include "graph/escape.h"
#include "graph/record.h"

/* A node that wants a name. */
typedef struct claim {
    const t2g_node_record *node;
    uint32_t place; /* in the order of the nodes */
} claim;

/* The most often named first; of equals the one seen first. */
static int order_of_claims(const void *a, const void *b)
{
    const t2g_node_record *left = ((const claim *)a)->node, *right = ((const claim *)b)->node;
    if (left->mentions != right->mentions) return left->mentions > right->mentions ? -1 : 1;
    return (left->number > right->number) - (left->number < right->number);
}

typedef struct registry {
    t2g_arena *arena;
    t2g_intern taken;
    uint32_t *last; /* [claims] how many ids were made of a taken one */
} registry;

/* Take an id if it is free; its number in *id, T2G_NONE when memory is out. */
static bool take(registry *r, const char *wanted, uint32_t *id)
{
    uint32_t known = r->taken.len;
    *id = t2g_intern_add(&r->taken, t2g_slice_of(wanted));
    if (*id == T2G_NONE || r->taken.len == known) return false;
    r->last[*id] = 0;
    return true;
}

/* "name (type)", or "name (type 2)" and so on for numbers over 1. */
static char *with_type(t2g_arena *arena, const char *name, const char *type, uint32_t number)
{
    size_t size = strlen(name) + strlen(type) + 16;
    char *id = t2g_arena_alloc(arena, size, 1);
    if (!id) return NULL;
    if (number > 1) snprintf(id, size, "%s (%s %u)", name, type, number);
    else snprintf(id, size, "%s (%s)", name, type);
    return id;
}

static char *id_of(registry *r, const t2g_node_record *node)
{
    const char *type = t2g_entity_type_name(node->type);
    char *name = t2g_escape(r->arena, node->name, T2G_ESCAPE_ID);
    char *first = name ? with_type(r->arena, name, type, 1) : NULL;
    uint32_t id, typed;
    if (!first) return NULL;
    if (take(r, name, &id)) return name;
    if (id == T2G_NONE) return NULL;
    if (take(r, first, &typed)) return first;
    if (typed == T2G_NONE) return NULL;
    /* Where the last one left off: a thousand of one name cost a thousand steps. */
    if (r->last[typed] == 0) r->last[typed] = 1;
    for (;;) {
        char *next = with_type(r->arena, name, type, ++r->last[typed]);
        if (!next || take(r, next, &id)) return next;
        if (id == T2G_NONE) return NULL;
    }
}

char **t2g_naming_build(t2g_arena *arena, Agraph_t *graph)
{
    size_t len = 0, nodes = (size_t)agnnodes(graph);
    char **ids = T2G_ARRAY(arena, char *, nodes + 1);
    claim *claims = T2G_ARRAY(arena, claim, nodes + 1);
    registry r = {.arena = arena, .last = T2G_ARRAY(arena, uint32_t, nodes + 1)};
    if (!ids || !claims || !r.last || !t2g_intern_init(&r.taken, arena)) return NULL;
    for (Agnode_t *n = agfstnode(graph); n; n = agnxtnode(graph, n), len++)
        claims[len] = (claim){t2g_node_record_of(n), (uint32_t)len};
    qsort(claims, len, sizeof *claims, order_of_claims);
    for (size_t i = 0; i < len; i++) {
        ids[claims[i].place] = id_of(&r, claims[i].node);
        if (!ids[claims[i].place]) return NULL;
    }
    return ids;
}
