/* SPDX-License-Identifier: MIT */
#include "base/intern.h"

enum { FIRST_CAP = 1024 };

static bool has_room_for_one(t2g_intern *intern);

bool t2g_intern_init(t2g_intern *intern, t2g_arena *arena)
{
    *intern = (t2g_intern){.arena = arena};
    return has_room_for_one(intern);
}

static void enter(t2g_intern *intern, uint32_t id)
{
    uint32_t slot = intern->hashes[id] & (intern->slots - 1);
    while (intern->table[slot]) slot = (slot + 1) & (intern->slots - 1);
    intern->table[slot] = id + 1;
}

/* Kept at most half full: probes stay short. */
static bool has_room_for_one(t2g_intern *intern)
{
    if (intern->len < intern->cap) return true;
    uint32_t cap = intern->cap ? intern->cap * 2 : FIRST_CAP;
    if (cap > UINT32_MAX / 4) return false;
    t2g_slice *strings = t2g_arena_grow(intern->arena, intern->strings, intern->len, cap, sizeof *strings);
    uint32_t *hashes = t2g_arena_grow(intern->arena, intern->hashes, intern->len, cap, sizeof *hashes);
    uint32_t *table = t2g_arena_zalloc(intern->arena, (size_t)cap * 2, sizeof *table);
    if (!strings || !hashes || !table) return false;
    intern->strings = strings;
    intern->hashes = hashes;
    intern->table = table;
    intern->cap = cap;
    intern->slots = cap * 2;
    for (uint32_t id = 0; id < intern->len; id++) enter(intern, id);
    return true;
}

static uint32_t find_hashed(const t2g_intern *intern, t2g_slice string, uint32_t hash)
{
    uint32_t slot = hash & (intern->slots - 1);
    for (; intern->table[slot]; slot = (slot + 1) & (intern->slots - 1)) {
        uint32_t id = intern->table[slot] - 1;
        if (intern->hashes[id] == hash && t2g_slice_equal(intern->strings[id], string)) return id;
    }
    return T2G_NONE;
}

uint32_t t2g_intern_find(const t2g_intern *intern, t2g_slice string)
{
    return find_hashed(intern, string, t2g_slice_hash(string));
}

static uint32_t add(t2g_intern *intern, t2g_slice string, bool copied)
{
    uint32_t hash = t2g_slice_hash(string);
    uint32_t id = find_hashed(intern, string, hash);
    if (id != T2G_NONE) return id;
    if (!has_room_for_one(intern)) return T2G_NONE;
    if (copied) {
        string.bytes = t2g_arena_copy(intern->arena, string.bytes, string.size);
        if (!string.bytes) return T2G_NONE;
    }
    id = intern->len++;
    intern->strings[id] = string;
    intern->hashes[id] = hash;
    enter(intern, id);
    return id;
}

uint32_t t2g_intern_add(t2g_intern *intern, t2g_slice string)
{
    return add(intern, string, false);
}

uint32_t t2g_intern_copy(t2g_intern *intern, t2g_slice string)
{
    return add(intern, string, true);
}
