/* SPDX-License-Identifier: MIT */
#include "graph/fold.h"

#include <stdlib.h>
#include <utf8proc.h>

/* Most names are ASCII, and need no tables. */
static bool fold_ascii(char *name, uint32_t size)
{
    for (uint32_t i = 0; i < size; i++) {
        if ((unsigned char)name[i] >= 0x80) return false;
        if (name[i] >= 'A' && name[i] <= 'Z') name[i] |= 32;
    }
    return true;
}

static uint32_t straighten_apostrophes(char *name, uint32_t size)
{
    uint32_t out = 0;
    for (uint32_t i = 0; i < size; i++) {
        bool curly = size - i >= 3 && memcmp(name + i, "\xE2\x80\x99", 3) == 0;
        name[out++] = curly ? '\'' : name[i];
        if (curly) i += 2;
    }
    return out;
}

t2g_slice t2g_fold(t2g_arena *arena, t2g_slice name)
{
    char *copy = t2g_arena_copy(arena, name.bytes, name.size);
    if (!copy || fold_ascii(copy, name.size)) return (t2g_slice){copy, copy ? name.size : 0};
    utf8proc_uint8_t *folded = NULL;
    utf8proc_ssize_t size = utf8proc_map((const utf8proc_uint8_t *)name.bytes, name.size, &folded,
                                         UTF8PROC_CASEFOLD | UTF8PROC_COMPOSE | UTF8PROC_STABLE);
    if (size >= 0) copy = t2g_arena_copy(arena, (const char *)folded, (size_t)size);
    else if (size == UTF8PROC_ERROR_NOMEM) copy = NULL;
    else size = name.size; /* no UTF-8, from a list of the user's: stays as it is */
    free(folded);
    if (!copy) return (t2g_slice){NULL, 0};
    return (t2g_slice){copy, straighten_apostrophes(copy, (uint32_t)size)};
}
