/* intern.h - strings to small ids and back: equal strings, equal ids.
 *
 * Open addressing with linear probing; ids count from 0 in order of first
 * sight, so they are the same in every run.
 *
 * SPDX-License-Identifier: MIT
 */
#ifndef T2G_BASE_INTERN_H
#define T2G_BASE_INTERN_H

#include "base/arena.h"
#include "base/slice.h"

typedef struct t2g_intern {
    t2g_arena *arena;   /* holds table, strings array and copied bytes; outlives this */
    t2g_slice *strings; /* [cap]  id to string                                        */
    uint32_t *hashes;   /* [cap]  id to hash                                          */
    uint32_t *table;    /* [slots] id + 1, or 0 for empty                             */
    uint32_t len, cap, slots;
} t2g_intern;

/* An empty interner in the arena; false when memory is out. */
bool t2g_intern_init(t2g_intern *intern, t2g_arena *arena);

/* The id of a string, a new one at first sight; T2G_NONE when memory is out.
 * The bytes are not copied and must live as long as the interner. */
uint32_t t2g_intern_add(t2g_intern *intern, t2g_slice string);

/* The same for bytes that will not last: copied into the arena at first sight. */
uint32_t t2g_intern_copy(t2g_intern *intern, t2g_slice string);

/* The id of a string that is there, else T2G_NONE. */
uint32_t t2g_intern_find(const t2g_intern *intern, t2g_slice string);

/* The string of an id that was given out. */
static inline t2g_slice t2g_intern_string(const t2g_intern *intern, uint32_t id)
{
    return intern->strings[id];
}

#endif
