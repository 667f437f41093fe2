/* SPDX-License-Identifier: MIT */
#include "nlp/fact/ending.h"

enum { MODIFIERS = 2, BEFORE = 5 };

typedef struct search {
    const t2g_layers *layers;
    const t2g_row *row;
} search;

static bool is_one_of(const search *s, uint32_t i, const char *const *words)
{
    for (; *words; words++)
        if (t2g_item_is(s->layers, &s->row->at[i], *words)) return true;
    return false;
}

/* These happen; a resignation may only be called for. */
static bool is_end(const search *s, uint32_t i)
{
    static const char *const words[] = {"death", "killing", "assassination", "murder", "execution", "funeral", "ouster", "sacking",
                                        "dismissal", "overthrow", "firing", "burial", "widow", NULL};
    return is_one_of(s, i, words);
}

static bool is_departure(const search *s, uint32_t i)
{
    static const char *const words[] = {"resignation", "departure", "removal", "retirement", NULL};
    return is_one_of(s, i, words);
}

/* "after", "following": it has come. */
static bool has_come(const search *s, uint32_t begin, uint32_t i)
{
    static const char *const words[] = {"after", "following", "since", "upon", NULL};
    for (uint32_t j = i; j > begin && i - j < BEFORE; j--)
        if (is_one_of(s, j - 1, words)) return true;
    return false;
}

/* "X's tragic death". */
static bool ends_behind(const search *s, uint32_t begin, uint32_t i, uint32_t end)
{
    if (!(s->row->at[i].flags & T2G_ITEM_GENITIVE)) return false;
    for (uint32_t j = i + 1; j < end && j <= i + 2 + MODIFIERS; j++) {
        if (is_end(s, j)) return true;
        if (is_departure(s, j)) return has_come(s, begin, i);
        if (s->row->at[j].kind != T2G_ITEM_WORD) return false;
    }
    return false;
}

/* "the death of their leader, X": before the name only what belongs to it. */
static bool ends_before(const search *s, uint32_t begin, uint32_t i)
{
    for (uint32_t j = i; j > begin && i - j < BEFORE; j--) {
        const t2g_item *item = &s->row->at[j - 1];
        if (t2g_item_is(s->layers, item, "of")) {
            if (j < begin + 2) return false;
            return is_end(s, j - 2) || (is_departure(s, j - 2) && has_come(s, begin, j - 2));
        }
        bool other = item->kind == T2G_ITEM_ENTITY && item->type == T2G_PERSON && !(item->flags & T2G_ITEM_REFERENCE);
        if (item->kind == T2G_ITEM_VERB || other) return false;
    }
    return false;
}

/* "the late X", "slain X". */
static bool is_late(const search *s, uint32_t begin, uint32_t i)
{
    static const char *const words[] = {"late", "slain", "assassinated", "murdered", NULL};
    while (i > begin && s->row->at[i - 1].flags & T2G_ITEM_SKIPPED && s->row->at[i - 1].classes & T2G_CLASS_ADVERB) i--;
    return i > begin && is_one_of(s, i - 1, words);
}

void t2g_endings_find(const t2g_layers *layers, const t2g_row *row, bool *ended)
{
    const search s = {layers, row};
    for (uint32_t sentence = 0; sentence < layers->sentences->len; sentence++) {
        uint32_t begin = row->first[sentence], end = row->first[sentence + 1];
        for (uint32_t i = begin; i < end; i++) {
            const t2g_item *item = &row->at[i];
            if (item->kind != T2G_ITEM_ENTITY || item->type != T2G_PERSON) continue;
            if (item->flags & T2G_ITEM_REFERENCE) continue; /* "his" may be anybody's */
            if (ends_behind(&s, begin, i, end) || ends_before(&s, begin, i) || is_late(&s, begin, i)) ended[item->entity] = true;
        }
    }
}
