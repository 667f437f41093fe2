/* SPDX-License-Identifier: MIT */
#include "nlp/namekey.h"

#include "base/utf8.h"

bool t2g_namekeys_init(t2g_namekeys *keys, t2g_arena *arena)
{
    *keys = (t2g_namekeys){.arena = arena};
    return t2g_intern_init(&keys->keys, arena);
}

/* Full stops and hyphens do not tell names apart: U.S. and US, al-Qaeda and al Qaeda. */
static void put(t2g_namekey *key, char c)
{
    if (c == '-') c = ' ';
    if (c == ' ' && key->bytes[key->size - 1] == ' ') return;
    if (c != '.' && key->size < sizeof key->bytes) key->bytes[key->size++] = c;
}

t2g_namekey t2g_namekey_of(t2g_namekey_kind kind, const t2g_tokens *tokens, uint32_t begin, uint32_t end)
{
    t2g_namekey key = {.bytes = {(char)kind}, .size = 1};
    for (uint32_t i = begin; i < end && key.size < sizeof key.bytes; i++) {
        t2g_slice fold = t2g_token_fold(tokens, i);
        if (i > begin) put(&key, ' ');
        for (uint32_t k = 0; k < fold.size; k++) put(&key, fold.bytes[k]);
    }
    return key;
}

t2g_namekey t2g_namekey_of_string(t2g_namekey_kind kind, t2g_slice string)
{
    t2g_namekey key = {.bytes = {(char)kind}, .size = 1};
    if (string.size > 4 && memcmp(string.bytes, "The ", 4) == 0) string.bytes += 4, string.size -= 4;
    for (uint32_t k = 0; k < string.size; k++) {
        char c = string.bytes[k];
        put(&key, t2g_is_upper((unsigned char)c) ? (char)(c | 32) : c);
    }
    return key;
}

t2g_namekey t2g_namekey_of_initials(const t2g_tokens *tokens, uint32_t begin, uint32_t end)
{
    t2g_namekey key = {.bytes = {T2G_KEYKIND_INITIALS}, .size = 1};
    for (uint32_t i = begin; i < end; i++) {
        t2g_slice form = t2g_token_form(tokens, i);
        if (form.size && t2g_is_upper((unsigned char)form.bytes[0])) put(&key, (char)(form.bytes[0] | 32));
    }
    return key;
}

static t2g_slice slice_of(const t2g_namekey *key)
{
    return (t2g_slice){key->bytes, key->size};
}

uint32_t t2g_namekeys_find(const t2g_namekeys *keys, const t2g_namekey *key)
{
    uint32_t id = t2g_intern_find(&keys->keys, slice_of(key));
    if (id == T2G_NONE || keys->owner[id] == T2G_NAMEKEY_SHARED) return T2G_NONE;
    return keys->owner[id];
}

bool t2g_namekeys_claim(t2g_namekeys *keys, const t2g_namekey *key, uint32_t owner)
{
    uint32_t known = keys->keys.len, id = t2g_intern_copy(&keys->keys, slice_of(key));
    if (id == T2G_NONE) return false;
    if (id >= keys->cap) {
        uint32_t cap = keys->cap ? keys->cap * 2 : 256;
        uint32_t *grown = t2g_arena_grow(keys->arena, keys->owner, keys->cap, cap, sizeof *grown);
        if (!grown) return false;
        keys->owner = grown;
        keys->cap = cap;
    }
    bool shared = key->bytes[0] == T2G_KEYKIND_SHORT || key->bytes[0] == T2G_KEYKIND_INITIALS;
    if (id == known) keys->owner[id] = owner;
    else if (shared && keys->owner[id] != owner) keys->owner[id] = T2G_NAMEKEY_SHARED;
    return true;
}
