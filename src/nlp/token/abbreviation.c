/* SPDX-License-Identifier: MIT */
#include "nlp/token/abbreviation.h"

#include "base/utf8.h"

static const struct {
    char word[T2G_ABBREVIATION_LONGEST];
    t2g_abbreviation kind;
} table[] = {
#define ABBREVIATION(word, kind) {word, T2G_ABBREVIATION_##kind},
#include "nlp/token/abbreviation.def"
};

t2g_abbreviation t2g_abbreviation_find(t2g_slice word)
{
    char fold[T2G_ABBREVIATION_LONGEST] = {0};
    if (word.size == 0 || word.size >= sizeof fold) return T2G_ABBREVIATION_NONE;
    for (uint32_t i = 0; i < word.size; i++) {
        if (!t2g_is_alpha((unsigned char)word.bytes[i])) return T2G_ABBREVIATION_NONE;
        fold[i] = (char)(word.bytes[i] | 32);
    }
    for (size_t low = 0, high = sizeof table / sizeof *table; low < high;) {
        size_t middle = (low + high) / 2;
        int order = memcmp(fold, table[middle].word, sizeof fold);
        if (order == 0) return table[middle].kind;
        if (order < 0) high = middle;
        else low = middle + 1;
    }
    return T2G_ABBREVIATION_NONE;
}
