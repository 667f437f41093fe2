/* SPDX-License-Identifier: MIT */
#include "graph/nodekey.h"

#include <stdio.h>
#include <string.h>

#include "graph/matching.h"

/* A person's first and last name; "van Dahl" is a last name alone, but not "ingrid dahl". */
static bool is_full_name(t2g_slice name)
{
    bool small = name.size && name.bytes[0] >= 'a' && name.bytes[0] <= 'z', capital = false;
    for (uint32_t i = 0; i < name.size; i++) capital = capital || (name.bytes[i] >= 'A' && name.bytes[i] <= 'Z');
    return t2g_name_has_space(name) && !(small && capital);
}

t2g_slice t2g_node_key(t2g_arena *arena, const t2g_entity *entity, t2g_slice name, t2g_slice fold, t2g_node_place place)
{
    enum { PREFIX = 32 };
    char *key = t2g_arena_alloc(arena, PREFIX + (size_t)fold.size + entity->code.size, 1);
    int prefix;
    t2g_slice rest = fold;
    if (!key) return (t2g_slice){NULL, 0};
    if (entity->same || entity->own) {
        /* A group of names is one whatever its type and name here. */
        prefix = snprintf(key, PREFIX, "=%u.%u ", entity->own ? place.source : 0, entity->same);
        if (entity->same) rest.size = 0;
    } else if (entity->type == T2G_COUNTRY && entity->code.size) {
        prefix = snprintf(key, PREFIX, "code ");
        rest = entity->code;
    } else if (entity->type == T2G_PERSON && !is_full_name(name)) {
        prefix = snprintf(key, PREFIX, "%u ", place.source);
    } else if (entity->local) {
        prefix = snprintf(key, PREFIX, "%u o ", place.home);
    } else {
        prefix = snprintf(key, PREFIX, "%c ", "poc"[entity->type]);
    }
    if (rest.size) memcpy(key + prefix, rest.bytes, rest.size);
    return (t2g_slice){key, (uint32_t)prefix + rest.size};
}
