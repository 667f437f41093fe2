/* arena.h - memory of one lifetime: many allocations, one free.
 *
 * Blocks that double in size are chained; an allocation bumps a pointer.  A
 * mark remembers the position and a rewind returns to it, so that scratch
 * space per sentence costs the longest sentence only.  Built with
 * -DT2G_ARENA_MALLOC every request is a malloc of its own, so that the
 * sanitizers see each overrun.
 *
 * SPDX-License-Identifier: MIT
 */
#ifndef T2G_BASE_ARENA_H
#define T2G_BASE_ARENA_H

#include <stddef.h>

typedef struct t2g_arena_block t2g_arena_block;

typedef struct t2g_arena {
    t2g_arena_block *last; /* newest block, chained to the older; NULL when empty */
    size_t next_size;      /* bytes of the next block                             */
    size_t total;          /* bytes held in all blocks                            */
} t2g_arena;

typedef struct t2g_arena_mark {
    t2g_arena_block *last;
    size_t used;
} t2g_arena_mark;

/* An empty arena; allocates nothing yet. */
void t2g_arena_init(t2g_arena *arena);

/* Room for count objects of size bytes, aligned for any of them, not cleared;
 * NULL when memory is out or count * size overflows.  A count of 0 gives a
 * valid pointer to nothing. */
void *t2g_arena_alloc(t2g_arena *arena, size_t count, size_t size);

/* The same, cleared to zero. */
void *t2g_arena_zalloc(t2g_arena *arena, size_t count, size_t size);

/* A copy of size bytes with a NUL behind it, or NULL. */
char *t2g_arena_copy(t2g_arena *arena, const char *bytes, size_t size);

/* Grow an array that was allocated here from old_count to new_count objects
 * (in place when it is the newest allocation, else by copying), or NULL. */
void *t2g_arena_grow(t2g_arena *arena, void *array, size_t old_count, size_t new_count, size_t size);

t2g_arena_mark t2g_arena_save(const t2g_arena *arena);

/* Drop everything allocated since the mark. */
void t2g_arena_rewind(t2g_arena *arena, t2g_arena_mark mark);

/* Drop everything; the arena is empty and may be used again. */
void t2g_arena_free(t2g_arena *arena);

/* T2G_ARRAY(arena, type, count): a typed t2g_arena_alloc. */
#define T2G_ARRAY(arena, type, count) ((type *)t2g_arena_alloc((arena), (count), sizeof(type)))

#endif
