/* SPDX-License-Identifier: MIT */
#include "nlp/namekey.h"

#include "base/utf8.h"

bool t2g_namekeys_init(t2g_namekeys *keys, t2g_arena *arena)
{
    *keys = (t2g_namekeys){.arena = arena};
    return t2g_intern_init(&keys->keys, arena);
}

/* The letters under the accents of U+00C0 to U+00FF, whose first byte in UTF-8 is C3. */
static const char unaccented[] = "aaaaaaaceeeeiiiidnooooo ouuuuytsaaaaaaaceeeeiiiidnooooo ouuuuyty";

/* Full stops and hyphens do not tell names apart: U.S. and US, al-Qaeda and al Qaeda. */
static void put(t2g_namekey *key, char c)
{
    if (c == '-') c = ' ';
    if (c == ' ' && key->bytes[key->size - 1] == ' ') return;
    if (c != '.' && key->size < sizeof key->bytes) key->bytes[key->size++] = c;
}

static void put_word(t2g_namekey *key, t2g_slice word)
{
    for (uint32_t k = 0; k < word.size; k++) {
        unsigned char c = (unsigned char)word.bytes[k], next = k + 1 < word.size ? (unsigned char)word.bytes[k + 1] : 0;
        if (c == 0xC3 && next >= 0x80 && unaccented[next - 0x80] != ' ') {
            put(key, unaccented[next - 0x80]);
            k++;
        } else {
            put(key, t2g_is_upper(c) ? (char)(c | 32) : (char)c);
        }
    }
}

void t2g_namekey_add(t2g_namekey *key, const t2g_tokens *tokens, uint32_t begin, uint32_t end)
{
    for (uint32_t i = begin; i < end && key->size < sizeof key->bytes; i++) {
        put(key, ' ');
        put_word(key, t2g_token_fold(tokens, i));
    }
}

t2g_namekey t2g_namekey_of(t2g_namekey_kind kind, const t2g_tokens *tokens, uint32_t begin, uint32_t end)
{
    t2g_namekey key = {.bytes = {(char)kind}, .size = 1};
    if (begin < end) put_word(&key, t2g_token_fold(tokens, begin));
    t2g_namekey_add(&key, tokens, begin + 1, end);
    return key;
}

t2g_namekey t2g_namekey_of_string(t2g_namekey_kind kind, t2g_slice string)
{
    t2g_namekey key = {.bytes = {(char)kind}, .size = 1};
    if (string.size > 4 && memcmp(string.bytes, "The ", 4) == 0) string.bytes += 4, string.size -= 4;
    put_word(&key, string);
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
    bool shared = key->bytes[0] == T2G_KEYKIND_SHORT || key->bytes[0] == T2G_KEYKIND_TAIL ||
                  key->bytes[0] == T2G_KEYKIND_INITIALS;
    if (id == known) keys->owner[id] = owner;
    else if (shared && keys->owner[id] != owner) keys->owner[id] = T2G_NAMEKEY_SHARED;
    return true;
}
