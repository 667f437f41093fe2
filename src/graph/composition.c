/* SPDX-License-Identifier: MIT */
#include "graph/composition.h"

#include <stdarg.h>
#include <stdio.h>

void t2g_compose(t2g_composition *c, t2g_slice part)
{
    if (!c->bytes && c->cap) return;
    if (c->cap - c->size < part.size || c->cap == 0) {
        uint32_t cap = (c->size + part.size + 32) * 2;
        c->bytes = t2g_arena_grow(c->arena, c->bytes, c->size, cap, 1);
        c->cap = cap;
        if (!c->bytes) return;
    }
    if (part.size) memcpy(c->bytes + c->size, part.bytes, part.size);
    c->size += part.size;
}

void t2g_compose_words(t2g_composition *c, const char *words)
{
    t2g_compose(c, t2g_slice_of(words));
}

void t2g_compose_format(t2g_composition *c, const char *format, ...)
{
    char words[65];
    va_list args;
    va_start(args, format);
    vsnprintf(words, sizeof words, format, args);
    va_end(args);
    t2g_compose_words(c, words);
}

void t2g_compose_item(t2g_composition *c, t2g_slice part)
{
    for (uint32_t begin = 0, end; begin < part.size; begin = end) {
        bool bar = part.bytes[begin] == '|';
        for (end = begin + 1; !bar && end < part.size && part.bytes[end] != '|';) end++;
        t2g_compose(c, bar ? t2g_slice_of("\xC2\xA6") : (t2g_slice){part.bytes + begin, end - begin});
    }
}

t2g_slice t2g_composed(const t2g_composition *c)
{
    if (!c->bytes && !c->cap) return t2g_slice_of("");
    return (t2g_slice){c->bytes, c->bytes ? c->size : 0};
}
