/* SPDX-License-Identifier: MIT */
#include "nlp/clause.h"

enum { PHRASE_WORDS = 4, LEAD_ITEMS = 24 }; /* open words before a head; items of "After the vote, ..." */

static bool is(const t2g_layers *layers, const t2g_row *row, uint32_t i, uint32_t end, const char *fold)
{
    return i < end && t2g_item_is(layers, &row->at[i], fold);
}

static bool is_open_word(const t2g_item *item)
{
    return item->kind == T2G_ITEM_WORD && !(item->classes & T2G_CLASS_FUNCTION) && !(item->flags & T2G_ITEM_GENITIVE);
}

static bool ends_in(t2g_slice word, const char *ending)
{
    uint32_t size = (uint32_t)strlen(ending);
    return word.size > size + 1 && memcmp(word.bytes + word.size - size, ending, size) == 0;
}

/* "Huawei plans to" against "Huawei plans were": a lower-case word behind a name is a
 * verb when it is in the past, or when what follows it can only follow a verb. */
static bool reads_as_verb(const t2g_layers *layers, const t2g_row *row, uint32_t i, uint32_t end)
{
    t2g_slice word = t2g_token_fold(layers->tokens, row->at[i].begin);
    if (ends_in(word, "ed") || ends_in(word, "ew")) return true;
    if (i + 1 >= end || row->at[i + 1].kind == T2G_ITEM_PUNCT) return true;
    const t2g_item *next = &row->at[i + 1];
    if (next->kind == T2G_ITEM_VERB) return false;
    if (!ends_in(word, "s")) return !is_open_word(next) && next->kind == T2G_ITEM_WORD && !(next->classes & (T2G_CLASS_PREPOSITION | T2G_CLASS_AND));
    return next->classes & (T2G_CLASS_DETERMINER | T2G_CLASS_POSSESSIVE | T2G_CLASS_PRONOUN | T2G_CLASS_NOT) ||
           is(layers, row, i + 1, end, "to") || next->kind == T2G_ITEM_ENTITY || next->kind == T2G_ITEM_NAME;
}

/* Does the name at item i stand for itself, not before a noun it describes? */
static bool stands_alone(const t2g_layers *layers, const t2g_row *row, uint32_t i, uint32_t end)
{
    const t2g_item *item = &row->at[i];
    if (item->flags & (T2G_ITEM_GENITIVE | T2G_ITEM_DEMONYM)) return false;
    if (item->type == T2G_PERSON || i + 1 >= end) return true;
    const t2g_item *next = &row->at[i + 1];
    if (next->kind == T2G_ITEM_ROLE || next->kind == T2G_ITEM_STATUS) return false;
    if (next->kind == T2G_ITEM_ENTITY) return false;
    return !is_open_word(next) || reads_as_verb(layers, row, i + 1, end);
}

/* Who holds the office that ends at i: the person behind it, at once or behind
 * "for Africa," and the like; T2G_NONE when nobody is named. */
static uint32_t past_office(const t2g_layers *layers, const t2g_row *row, uint32_t i, uint32_t end)
{
    enum { LONGEST = 8 };
    while (i < end && row->at[i].flags & T2G_ITEM_SKIPPED) i++;
    if (i < end && row->at[i].kind == T2G_ITEM_ENTITY) return i;
    for (uint32_t limit = i + LONGEST; i + 1 < end && i < limit && row->at[i].kind != T2G_ITEM_VERB; i++) {
        if (!is(layers, row, i, end, ",")) continue;
        while (i + 1 < end && row->at[i + 1].flags & T2G_ITEM_SKIPPED) i++;
        bool person = i + 1 < end && row->at[i + 1].kind == T2G_ITEM_ENTITY && row->at[i + 1].type == T2G_PERSON;
        return person ? i + 1 : T2G_NONE;
    }
    return T2G_NONE;
}

uint32_t t2g_noun_phrase_head(const t2g_layers *layers, const t2g_row *row, const t2g_offices *offices, uint32_t i,
                              uint32_t end)
{
    for (uint32_t words = 0; i < end && words <= PHRASE_WORDS;) {
        const t2g_item *item = &row->at[i];
        if (item->office != T2G_NONE) {
            i = past_office(layers, row, offices->group[item->office].end, end);
            if (i == T2G_NONE) return T2G_NONE;
            continue;
        }
        if (item->kind == T2G_ITEM_ENTITY && stands_alone(layers, row, i, end)) return i;
        bool modifies = item->kind == T2G_ITEM_ENTITY || item->kind == T2G_ITEM_NAME || item->kind == T2G_ITEM_STATUS ||
                        item->flags & (T2G_ITEM_SKIPPED | T2G_ITEM_GENITIVE);
        if (!modifies && !is_open_word(item)) return T2G_NONE;
        words += is_open_word(item);
        i++;
    }
    return T2G_NONE;
}

/* "for decades", "on Monday morning": the open words behind a preposition at i - 1. */
static uint32_t past_adverbial(const t2g_row *row, uint32_t i, uint32_t end)
{
    uint32_t begin = i;
    while (i < end && i < begin + 3 && (row->at[i].kind == T2G_ITEM_NAME || is_open_word(&row->at[i]) ||
                                        row->at[i].classes & T2G_CLASS_DETERMINER))
        i++;
    return i == begin ? end : i;
}

/* "I think", "we believe" inside what is said. */
static bool is_opinion(const t2g_row *row, uint32_t i, uint32_t end)
{
    return i + 1 < end && row->at[i].kind == T2G_ITEM_WORD && row->at[i].classes & T2G_CLASS_PRONOUN &&
           row->at[i + 1].kind == T2G_ITEM_VERB && row->at[i + 1].key == T2G_KEY_SAY;
}

/* Behind "On Monday, ", "After winning the vote, ", "Meanwhile, ": where the subject may begin. */
static uint32_t past_lead(const t2g_layers *layers, const t2g_row *row, uint32_t i, uint32_t end)
{
    for (;;) {
        while (i < end && (row->at[i].flags & T2G_ITEM_SKIPPED || row->at[i].kind == T2G_ITEM_PUNCT ||
                           row->at[i].classes & (T2G_CLASS_AND | T2G_CLASS_BUT) || is(layers, row, i, end, "that")))
            i++;
        if (i >= end) return end;
        if (is_opinion(row, i, end)) {
            i += 2;
            continue;
        }
        const t2g_item *item = &row->at[i];
        bool leads = item->classes & (T2G_CLASS_PREPOSITION | T2G_CLASS_SUBORDINATOR) ||
                     (item->kind == T2G_ITEM_VERB && item->flags & T2G_ITEM_BARE);
        if (!leads) return i;
        uint32_t comma = i, limit = end - i < LEAD_ITEMS ? end : i + LEAD_ITEMS;
        while (comma < limit && !is(layers, row, comma, end, ",")) comma++;
        i = comma < limit ? comma + 1 : past_adverbial(row, i + 1, end);
    }
}

uint32_t t2g_clause_subject(const t2g_layers *layers, const t2g_row *row, const t2g_offices *offices, uint32_t begin,
                            uint32_t end)
{
    uint32_t i = past_lead(layers, row, begin, end);
    if (i < end && row->at[i].classes & T2G_CLASS_IF) return T2G_NONE;
    return t2g_noun_phrase_head(layers, row, offices, i, end);
}
