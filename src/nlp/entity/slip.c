/* SPDX-License-Identifier: MIT */
#include "nlp/entity/slip.h"

enum { WHOLE = 0 };

static uint32_t letters_of(const t2g_namekey *word)
{
    return word->size - 1; /* behind the kind */
}

static bool is_looked_at(const t2g_namekey *context, const t2g_namekey *word)
{
    return letters_of(word) >= T2G_SLIP_SHORTEST && letters_of(word) <= T2G_SLIP_LONGEST &&
           context->size + word->size < sizeof context->bytes;
}

/* The context and the word without its letter at a place, or whole. */
static t2g_namekey without(const t2g_namekey *context, const t2g_namekey *word, uint32_t place)
{
    t2g_namekey key = *context;
    for (uint32_t i = 1; i < word->size; i++)
        if (place == WHOLE || i != place) key.bytes[key.size++] = word->bytes[i];
    return key;
}

bool t2g_slips_claim(t2g_namekeys *keys, const t2g_namekey *context, const t2g_namekey *word, uint32_t owner)
{
    if (!is_looked_at(context, word)) return true;
    for (uint32_t place = WHOLE; place < word->size; place++) {
        t2g_namekey key = without(context, word, place);
        if (place != 1 && !t2g_namekeys_claim(keys, &key, owner)) return false;
    }
    return true;
}

uint32_t t2g_slips_find(const t2g_namekeys *keys, const t2g_namekey *context, const t2g_namekey *word)
{
    if (!is_looked_at(context, word)) return T2G_NONE;
    for (uint32_t place = WHOLE; place < word->size; place++) {
        t2g_namekey key = without(context, word, place);
        uint32_t owner = place == 1 ? T2G_NONE : t2g_namekeys_find(keys, &key);
        if (owner != T2G_NONE) return owner;
    }
    return T2G_NONE;
}

bool t2g_is_slip(const t2g_namekey *one, const t2g_namekey *other)
{
    uint32_t begin = 1, end_one = one->size, end_other = other->size;
    while (begin < end_one && begin < end_other && one->bytes[begin] == other->bytes[begin]) begin++;
    while (end_one > begin && end_other > begin && one->bytes[end_one - 1] == other->bytes[end_other - 1]) end_one--, end_other--;
    uint32_t left = end_one - begin, right = end_other - begin;
    if (begin == 1 || left + right == 0) return false;
    if (left <= 1 && right <= 1) return true;
    return left == 2 && right == 2 && one->bytes[begin] == other->bytes[begin + 1] && one->bytes[begin + 1] == other->bytes[begin];
}
