/* keys.h - the keys of a test program, and their fixtures.
 *
 * Included behind cmocka.h.
 *
 * SPDX-License-Identifier: MIT
 */
#ifndef TESTS_UNIT_KEYS_H
#define TESTS_UNIT_KEYS_H

#include "nlp/entity/namekey.h"

static t2g_arena arena;
static t2g_namekeys keys;

static inline int open_keys(void **state)
{
    (void)state;
    t2g_arena_init(&arena);
    return t2g_namekeys_init(&keys, &arena) ? 0 : -1;
}

static inline int close_keys(void **state)
{
    (void)state;
    t2g_arena_free(&arena);
    return 0;
}

#endif
