/* slice.h - bytes with a length: how text is passed around without copies.
 *
 * SPDX-License-Identifier: MIT
 */
#ifndef T2G_BASE_SLICE_H
#define T2G_BASE_SLICE_H

#include <stdbool.h>
#include <stdint.h>
#include <string.h>

#define T2G_NONE UINT32_MAX /* "no such id" for every kind of id */

typedef struct t2g_slice {
    const char *bytes; /* [size], not NUL-terminated; may be NULL when size is 0 */
    uint32_t size;
} t2g_slice;

/* A half-open range [begin, end) of whatever the field's comment says. */
typedef struct t2g_span {
    uint32_t begin, end;
} t2g_span;

static inline t2g_slice t2g_slice_of(const char *string)
{
    return (t2g_slice){.bytes = string, .size = (uint32_t)strlen(string)};
}

static inline bool t2g_slice_equal(t2g_slice a, t2g_slice b)
{
    return a.size == b.size && (a.size == 0 || memcmp(a.bytes, b.bytes, a.size) == 0);
}

static inline bool t2g_slice_is(t2g_slice slice, const char *string)
{
    return t2g_slice_equal(slice, t2g_slice_of(string));
}

/* Bytewise order, the shorter first where one begins the other. */
static inline int t2g_slice_compare(t2g_slice a, t2g_slice b)
{
    uint32_t common = a.size < b.size ? a.size : b.size;
    int order = common ? memcmp(a.bytes, b.bytes, common) : 0;
    return order ? order : (a.size > b.size) - (a.size < b.size);
}

/* FNV-1a (Fowler, Noll, Vo 1991), the one string hash of the program. */
static inline uint32_t t2g_slice_hash(t2g_slice slice)
{
    uint32_t hash = 2166136261u;
    for (uint32_t i = 0; i < slice.size; i++) hash = (hash ^ (unsigned char)slice.bytes[i]) * 16777619u;
    return hash;
}

#endif
