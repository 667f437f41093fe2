/* SPDX-License-Identifier: MIT */
#include "nlp/entity/namekey.h"

#include "base/utf8.h"

bool t2g_namekeys_init(t2g_namekeys *keys, t2g_arena *arena)
{
    *keys = (t2g_namekeys){.arena = arena};
    return t2g_intern_init(&keys->keys, arena);
}

/* The letters under the accents of U+00C0 to U+017F, whose first byte in UTF-8 is C3, C4 or C5. */
static const char unaccented[] = "aaaaaaaceeeeiiiidnooooo ouuuuytsaaaaaaaceeeeiiiidnooooo ouuuuyty"
                                 "aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiiiiijjkkklllllll"
                                 "lllnnnnnnnnnoooooooorrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs";

/* One word in two spellings, and words that a name has or has not. */
static const struct {
    const char *word, *instead;
} spellings[] = {{"affairs", ""},       {"and", ""},           {"centre", "center"},
                 {"defence", "defense"}, {"labour", "labor"},   {"organisation", "organization"},
                 {"the", ""}};

/* Spaces, full stops and hyphens do not tell names apart: U.S. and US, al-Qaeda and al Qaeda. */
static void put(t2g_namekey *key, char c)
{
    bool letter = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || (unsigned char)c >= 0x80;
    if (letter && key->size < sizeof key->bytes) key->bytes[key->size++] = c;
}

static t2g_slice spelling_of(t2g_slice word)
{
    for (size_t i = 0; i < sizeof spellings / sizeof *spellings; i++)
        if (t2g_slice_is(word, spellings[i].word)) return t2g_slice_of(spellings[i].instead);
    return word;
}

/* ' as typographers set it, which is no letter either. */
static bool is_apostrophe(t2g_slice word, uint32_t at)
{
    return word.size - at >= 3 && memcmp(word.bytes + at, "\xE2\x80", 2) == 0 && (word.bytes[at + 2] & ~1) == (char)0x98;
}

static void put_word(t2g_namekey *key, t2g_slice folded)
{
    t2g_slice word = spelling_of(folded);
    for (uint32_t k = 0; k < word.size; k++) {
        if (is_apostrophe(word, k)) {
            k += 2;
            continue;
        }
        unsigned char c = (unsigned char)word.bytes[k], next = k + 1 < word.size ? (unsigned char)word.bytes[k + 1] : 0;
        uint32_t letter = (c - 0xC3u) * 64 + (next - 0x80u);
        if (c >= 0xC3 && c <= 0xC5 && next >= 0x80 && unaccented[letter] != ' ') {
            put(key, unaccented[letter]);
            k++;
        } else {
            put(key, t2g_is_upper(c) ? (char)(c | 32) : (char)c);
        }
    }
}

void t2g_namekey_add(t2g_namekey *key, const t2g_tokens *tokens, uint32_t begin, uint32_t end)
{
    for (uint32_t i = begin; i < end && key->size < sizeof key->bytes; i++) put_word(key, t2g_token_fold(tokens, i));
}

void t2g_namekey_add_string(t2g_namekey *key, t2g_slice string)
{
    for (uint32_t begin = 0, end; begin < string.size; begin = end + 1) {
        char lower[64];
        for (end = begin; end < string.size && string.bytes[end] != ' ';) end++;
        uint32_t size = end - begin < sizeof lower ? end - begin : (uint32_t)sizeof lower;
        for (uint32_t k = 0; k < size; k++) {
            unsigned char c = (unsigned char)string.bytes[begin + k];
            lower[k] = t2g_is_upper(c) ? (char)(c | 32) : (char)c;
        }
        put_word(key, (t2g_slice){lower, size});
    }
}

void t2g_namekey_singular(t2g_namekey *key)
{
    if (key->size > 4 && key->bytes[key->size - 1] == 's') key->size--;
}

t2g_namekey t2g_namekey_of(t2g_namekey_kind kind, const t2g_tokens *tokens, uint32_t begin, uint32_t end)
{
    t2g_namekey key = {.bytes = {(char)kind}, .size = 1};
    t2g_namekey_add(&key, tokens, begin, end);
    return key;
}

t2g_namekey t2g_namekey_of_string(t2g_namekey_kind kind, t2g_slice string)
{
    t2g_namekey key = {.bytes = {(char)kind}, .size = 1};
    t2g_namekey_add_string(&key, string);
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
    if (key->size < 2) return T2G_NONE;
    uint32_t id = t2g_intern_find(&keys->keys, slice_of(key));
    if (id == T2G_NONE || keys->owner[id] == T2G_NAMEKEY_SHARED) return T2G_NONE;
    return keys->owner[id];
}

bool t2g_namekeys_claim(t2g_namekeys *keys, const t2g_namekey *key, uint32_t owner)
{
    if (key->size < 2) return true;
    uint32_t known = keys->keys.len, id = t2g_intern_copy(&keys->keys, slice_of(key));
    if (id == T2G_NONE) return false;
    if (id >= keys->cap) {
        uint32_t cap = keys->cap ? keys->cap * 2 : 256;
        uint32_t *grown = t2g_arena_grow(keys->arena, keys->owner, keys->cap, cap, sizeof *grown);
        if (!grown) return false;
        keys->owner = grown;
        keys->cap = cap;
    }
    char kind = key->bytes[0];
    bool shared = kind == T2G_KEYKIND_SHORT || kind == T2G_KEYKIND_FIRST_WORDS || kind == T2G_KEYKIND_LAST_WORDS ||
                  kind == T2G_KEYKIND_TAIL ||
                  kind == T2G_KEYKIND_SLIP || kind == T2G_KEYKIND_INITIALS || kind == T2G_KEYKIND_FIRST_INITIALS;
    if (id == known) keys->owner[id] = owner;
    else if (shared && keys->owner[id] != owner) keys->owner[id] = T2G_NAMEKEY_SHARED;
    return true;
}
