/* SPDX-License-Identifier: MIT */
#include "model/wordbook.h"

#include "base/utf8.h"
#include "model/crf.h"

static const uint32_t present = 1u << (T2G_COARSE_BITS + T2G_MIDDLE_BITS + T2G_FINE_BITS + T2G_HABIT_BITS);

uint64_t t2g_wordbook_key(t2g_slice fold)
{
    uint64_t hash = 0xCBF29CE484222325u;
    for (uint32_t i = 0; i < fold.size; i++) {
        unsigned char c = (unsigned char)fold.bytes[i];
        hash = (hash ^ (t2g_is_digit(c) ? '0' : c)) * 0x100000001B3u;
    }
    return t2g_crf_mix(hash);
}

t2g_result t2g_wordbook_open(t2g_wordbook *book, const t2g_modelfile *file, bool deep, t2g_error *error)
{
    uint32_t pair = 2;
    *book = (t2g_wordbook){0};
    book->table = t2g_modelfile_array(file, "words.table", T2G_SECTION_U32, &book->slots, &pair, error);
    if (!book->table) return T2G_FORMAT;
    if (book->slots == 0 || book->slots & (book->slots - 1))
        return t2g_error_set(error, T2G_FORMAT, 0, "model: words.table has no power of two slots");
    for (uint32_t i = 0; deep && i < book->slots; i++)
        if (!book->table[2 * i + 1]) deep = false;
    return deep ? t2g_error_set(error, T2G_FORMAT, 0, "model: words.table is full") : T2G_OK;
}

static uint16_t taken(uint32_t *facts, uint32_t bits)
{
    uint32_t low = *facts & ((1u << bits) - 1);
    *facts >>= bits;
    return (uint16_t)low;
}

t2g_wordfacts t2g_wordbook_find(const t2g_wordbook *book, uint64_t key)
{
    t2g_wordfacts found = {0};
    uint32_t mask = book->slots - 1, i = (uint32_t)key & mask;
    while (book->table[2 * i + 1] && book->table[2 * i] != (uint32_t)(key >> 32)) i = (i + 1) & mask;
    uint32_t facts = book->table[2 * i + 1];
    found.cluster[0] = taken(&facts, T2G_COARSE_BITS);
    found.cluster[1] = taken(&facts, T2G_MIDDLE_BITS);
    found.cluster[2] = taken(&facts, T2G_FINE_BITS);
    found.habit = (uint8_t)taken(&facts, T2G_HABIT_BITS);
    return found;
}

uint32_t t2g_wordfacts_pack(t2g_wordfacts facts)
{
    uint32_t packed = facts.habit;
    packed = packed << T2G_FINE_BITS | facts.cluster[2];
    packed = packed << T2G_MIDDLE_BITS | facts.cluster[1];
    return packed << T2G_COARSE_BITS | facts.cluster[0] | present;
}
