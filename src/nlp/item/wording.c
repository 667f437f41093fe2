/* SPDX-License-Identifier: MIT */
#include "nlp/item/wording.h"

bool t2g_word_is(const t2g_wording *p, uint32_t i, const char *fold)
{
    return i < p->end && t2g_item_is(p->layers, &p->at[i], fold);
}

bool t2g_word_is_any(const t2g_wording *p, uint32_t i, const char *const *words)
{
    for (; *words; words++)
        if (t2g_word_is(p, i, *words)) return true;
    return false;
}

bool t2g_word_is_hyphen(const t2g_wording *p, uint32_t i)
{
    return p->at[i].kind == T2G_ITEM_PUNCT && (t2g_word_is(p, i, "-") || t2g_word_is(p, i, "–"));
}

bool t2g_word_is_open(const t2g_wording *p, uint32_t i)
{
    const t2g_item *w = &p->at[i];
    return w->kind == T2G_ITEM_WORD && !(w->classes & T2G_CLASS_FUNCTION) && !(w->flags & T2G_ITEM_GENITIVE);
}

bool t2g_item_may_own(const t2g_item *item)
{
    return item->kind == T2G_ITEM_ENTITY && item->type != T2G_PERSON;
}
