/* SPDX-License-Identifier: MIT */
#include "graph/noderoll.h"

#include <string.h>

bool t2g_node_roll_init(t2g_node_roll *roll, t2g_arena *arena)
{
    *roll = (t2g_node_roll){.arena = arena};
    return t2g_intern_init(&roll->keys, arena);
}

static bool has_room(t2g_node_roll *roll, uint32_t key)
{
    if (key < roll->cap) return true;
    uint32_t cap = roll->cap ? roll->cap * 2 : 256;
    Agnode_t **node = t2g_arena_grow(roll->arena, roll->node, roll->cap, cap, sizeof *node);
    uint32_t *joined = t2g_arena_grow(roll->arena, roll->joined, roll->cap, cap, sizeof *joined);
    if (!node || !joined) return false;
    memset(node + roll->cap, 0, (cap - roll->cap) * sizeof *node);
    memset(joined + roll->cap, 0xFF, (cap - roll->cap) * sizeof *joined); /* T2G_NONE */
    roll->node = node;
    roll->joined = joined;
    roll->cap = cap;
    return true;
}

uint32_t t2g_node_roll_enter(t2g_node_roll *roll, t2g_slice key)
{
    uint32_t id = t2g_intern_copy(&roll->keys, key);
    return id != T2G_NONE && has_room(roll, id) ? id : T2G_NONE;
}

bool t2g_node_roll_has(const t2g_node_roll *roll, t2g_slice key)
{
    return t2g_intern_find(&roll->keys, key) != T2G_NONE;
}

void t2g_node_roll_join(t2g_node_roll *roll, uint32_t loser, uint32_t winner)
{
    roll->node[loser] = roll->node[winner];
    roll->joined[loser] = winner;
}

Agnode_t **t2g_node_roll_final(const t2g_node_roll *roll)
{
    Agnode_t **node = T2G_ARRAY(roll->arena, Agnode_t *, (size_t)roll->keys.len + 1);
    for (uint32_t k = 0; node && k < roll->keys.len; k++) {
        uint32_t last = k;
        while (roll->joined[last] != T2G_NONE) last = roll->joined[last];
        node[k] = roll->node[last];
    }
    return node;
}
