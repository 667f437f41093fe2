/* SPDX-License-Identifier: MIT */
#include "model/renown.h"

enum { LETTER_BITS = 5, STATE_BITS = 2 * LETTER_BITS, TIMES_BITS = 3 };

static const uint32_t present = 1u << (2 * STATE_BITS + TIMES_BITS + 1);

t2g_result t2g_renown_open(t2g_renown *renown, const t2g_modelfile *file, t2g_error *error)
{
    uint32_t pair = 2;
    *renown = (t2g_renown){0};
    renown->table = t2g_modelfile_array(file, "renown.list", T2G_SECTION_U32, &renown->slots, &pair, error);
    if (!renown->table) return T2G_FORMAT;
    if (renown->slots == 0 || renown->slots & (renown->slots - 1))
        return t2g_error_set(error, T2G_FORMAT, 0, "model: renown.list has no power of two slots");
    for (uint32_t i = 0; i < renown->slots; i++)
        if (!renown->table[2 * i + 1]) return T2G_OK;
    return t2g_error_set(error, T2G_FORMAT, 0, "model: renown.list is full");
}

uint32_t t2g_renown_key(t2g_slice name)
{
    uint32_t hash = 2166136261u; /* FNV-1a, as t2g_slice_hash */
    for (uint32_t i = 0; i < name.size; i++) {
        unsigned char c = (unsigned char)name.bytes[i];
        hash = (hash ^ (c >= 'A' && c <= 'Z' ? c + 32u : c)) * 16777619u;
    }
    return hash ? hash : 1;
}

uint16_t t2g_renown_state(t2g_slice code)
{
    if (code.size != 2) return 0;
    uint32_t state = 0;
    for (uint32_t i = 0; i < 2; i++) {
        if (code.bytes[i] < 'A' || code.bytes[i] > 'Z') return 0;
        state = state << LETTER_BITS | (uint32_t)(code.bytes[i] - 'A' + 1);
    }
    return (uint16_t)state;
}

static uint32_t taken(uint32_t *packed, uint32_t bits)
{
    uint32_t low = *packed & ((1u << bits) - 1);
    *packed >>= bits;
    return low;
}

t2g_renown_entry t2g_renown_find(const t2g_renown *renown, uint32_t key)
{
    t2g_renown_entry found = {0};
    if (!renown->slots) return found;
    uint32_t mask = renown->slots - 1, i = key & mask;
    while (renown->table[2 * i + 1] && renown->table[2 * i] != key) i = (i + 1) & mask;
    uint32_t packed = renown->table[2 * i + 1];
    found.first = (uint16_t)taken(&packed, STATE_BITS);
    found.second = (uint16_t)taken(&packed, STATE_BITS);
    found.times = (uint8_t)taken(&packed, TIMES_BITS);
    found.is_sure = packed & 1;
    return found;
}

t2g_repute t2g_renown_of(const t2g_renown *renown, t2g_slice name, t2g_slice code)
{
    uint16_t state = t2g_renown_state(code);
    t2g_repute repute = {T2G_STANDING_UNKNOWN, 0, false};
    if (!renown || !state) return repute;
    t2g_renown_entry known = t2g_renown_find(renown, t2g_renown_key(name));
    if (!known.times) return repute;
    repute.times = known.times;
    repute.is_whole = memchr(name.bytes, ' ', name.size) != NULL;
    repute.standing = state == known.first ? (known.is_sure ? T2G_STANDING_SURE : T2G_STANDING_MOST)
                                           : state == known.second ? T2G_STANDING_ALSO : T2G_STANDING_ELSEWHERE;
    return repute;
}

uint32_t t2g_renown_pack(t2g_renown_entry entry)
{
    uint32_t packed = entry.is_sure;
    packed = packed << TIMES_BITS | entry.times;
    packed = packed << STATE_BITS | entry.second;
    return packed << STATE_BITS | entry.first | present;
}
