/* SPDX-License-Identifier: MIT */
#include "nlp/item/listing.h"

static bool is_and(const t2g_layers *layers, const t2g_row *row, uint32_t i)
{
    return row->at[i].kind == T2G_ITEM_WORD && row->at[i].classes & T2G_CLASS_AND && !t2g_item_is(layers, &row->at[i], "&");
}

static bool is_listed(const t2g_item *item, uint8_t type)
{
    return item->kind == T2G_ITEM_ENTITY && item->type == type && !(item->flags & (T2G_ITEM_REFERENCE | T2G_ITEM_DEMONYM));
}

uint32_t t2g_list_next(const t2g_layers *layers, const t2g_row *row, uint32_t i, uint32_t end)
{
    uint32_t first = T2G_NONE;
    uint8_t type = row->at[i].type;
    for (int n = 0; n < T2G_LIST_LONGEST && i + 2 < end; n++) {
        bool comma = t2g_item_is(layers, &row->at[i + 1], ","), last = is_and(layers, row, i + 1) || (comma && is_and(layers, row, i + 2));
        if (row->at[i].flags & T2G_ITEM_GENITIVE || (!comma && !last)) return T2G_NONE;
        i += comma && last ? 3 : 2;
        while (i < end && row->at[i].classes & T2G_CLASS_DETERMINER) i++;
        if (i >= end || !is_listed(&row->at[i], type)) return T2G_NONE;
        if (first == T2G_NONE) first = i;
        if (last) return first;
    }
    return T2G_NONE;
}

uint32_t t2g_list_before(const t2g_layers *layers, const t2g_row *row, uint32_t i, uint32_t begin)
{
    uint8_t type = row->at[i].type;
    while (i > begin && row->at[i - 1].classes & T2G_CLASS_DETERMINER) i--;
    if (i < begin + 2) return T2G_NONE;
    bool comma = t2g_item_is(layers, &row->at[i - 1], ","), joined = is_and(layers, row, i - 1);
    if (!comma && !joined) return T2G_NONE;
    i -= joined && i > begin + 2 && t2g_item_is(layers, &row->at[i - 2], ",") ? 3 : 2;
    return is_listed(&row->at[i], type) && !(row->at[i].flags & T2G_ITEM_GENITIVE) ? i : T2G_NONE;
}
