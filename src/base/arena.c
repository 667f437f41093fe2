/* SPDX-License-Identifier: MIT */
#include "base/arena.h"

#include <stdalign.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

enum { FIRST_BLOCK = 1 << 15, LARGEST_BLOCK = 1 << 20 };

struct t2g_arena_block {
    t2g_arena_block *older;
    size_t used, size;
    alignas(max_align_t) unsigned char bytes[];
};

void t2g_arena_init(t2g_arena *arena)
{
    *arena = (t2g_arena){.last = NULL, .next_size = FIRST_BLOCK, .total = 0};
}

#ifndef T2G_ARENA_MALLOC
static size_t rounded_up(size_t size)
{
    return (size + alignof(max_align_t) - 1) & ~(alignof(max_align_t) - 1);
}
#endif

static t2g_arena_block *block_for(t2g_arena *arena, size_t size)
{
    t2g_arena_block *block = arena->last;
    if (block && block->size - block->used >= size) return block;
#ifdef T2G_ARENA_MALLOC
    size_t room = size;
#else
    size_t room = size > arena->next_size ? size : arena->next_size;
    if (arena->next_size < LARGEST_BLOCK) arena->next_size *= 2;
#endif
    if (room > SIZE_MAX - sizeof *block) return NULL;
    block = malloc(sizeof *block + room);
    if (!block) return NULL;
    block->older = arena->last;
    block->used = 0;
    block->size = room;
    arena->last = block;
    arena->total += room;
    return block;
}

void *t2g_arena_alloc(t2g_arena *arena, size_t count, size_t size)
{
    if (size && count > (SIZE_MAX / 2) / size) return NULL;
#ifdef T2G_ARENA_MALLOC
    size_t want = count * size; /* exact, so that one byte too far is seen */
#else
    size_t want = rounded_up(count * size);
#endif
    t2g_arena_block *block = block_for(arena, want);
    if (!block) return NULL;
    void *got = block->bytes + block->used;
    block->used += want;
    return got;
}

void *t2g_arena_zalloc(t2g_arena *arena, size_t count, size_t size)
{
    void *got = t2g_arena_alloc(arena, count, size);
    if (got) memset(got, 0, count * size);
    return got;
}

char *t2g_arena_copy(t2g_arena *arena, const char *bytes, size_t size)
{
    char *got = size < SIZE_MAX ? t2g_arena_alloc(arena, size + 1, 1) : NULL;
    if (!got) return NULL;
    if (size) memcpy(got, bytes, size);
    got[size] = '\0';
    return got;
}

void *t2g_arena_grow(t2g_arena *arena, void *array, size_t old_count, size_t new_count, size_t size)
{
    if (size && new_count > (SIZE_MAX / 2) / size) return NULL;
#ifndef T2G_ARENA_MALLOC
    t2g_arena_block *block = arena->last;
    size_t before = rounded_up(old_count * size), after = rounded_up(new_count * size);
    if (block && before && (unsigned char *)array + before == block->bytes + block->used &&
        after - before <= block->size - block->used) {
        block->used += after - before;
        return array;
    }
#endif
    void *got = t2g_arena_alloc(arena, new_count, size);
    if (got && old_count) memcpy(got, array, old_count * size);
    return got;
}

t2g_arena_mark t2g_arena_save(const t2g_arena *arena)
{
    return (t2g_arena_mark){.last = arena->last, .used = arena->last ? arena->last->used : 0};
}

void t2g_arena_rewind(t2g_arena *arena, t2g_arena_mark mark)
{
    while (arena->last != mark.last) {
        t2g_arena_block *older = arena->last->older;
        arena->total -= arena->last->size;
        free(arena->last);
        arena->last = older;
    }
    if (arena->last) arena->last->used = mark.used;
}

void t2g_arena_free(t2g_arena *arena)
{
    t2g_arena_rewind(arena, (t2g_arena_mark){.last = NULL, .used = 0});
    t2g_arena_init(arena);
}
