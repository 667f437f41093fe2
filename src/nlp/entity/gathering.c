/* SPDX-License-Identifier: MIT */
#include "nlp/entity/gathering.h"

bool t2g_gathering_init(t2g_gathering *g, t2g_arena *scratch, uint32_t room, const t2g_lexicon *lexicon,
                        const t2g_tokens *tokens, const t2g_phrases *phrases, const t2g_mentions *mentions)
{
    *g = (t2g_gathering){.lexicon = lexicon, .tokens = tokens, .phrases = phrases, .mentions = mentions};
    size_t count = (size_t)mentions->len + 1, forms = (size_t)tokens->forms.len + 1;
    g->cap = mentions->len * room;
    g->at = T2G_ARRAY(scratch, t2g_entity, count * room);
    g->of = T2G_ARRAY(scratch, uint32_t, count);
    g->gender = T2G_ARRAY(scratch, uint8_t, count * room);
    g->initial = T2G_ARRAY(scratch, uint8_t, count * room);
    g->recent = T2G_ARRAY(scratch, uint32_t, forms);
    g->first = T2G_ARRAY(scratch, uint32_t, forms);
    g->woman = T2G_ARRAY(scratch, uint32_t, forms);
    g->man = T2G_ARRAY(scratch, uint32_t, forms);
    if (!g->at || !g->of || !g->gender || !g->initial || !g->recent || !g->first || !g->woman || !g->man) return false;
    for (size_t m = 0; m < count; m++) g->of[m] = T2G_NONE;
    for (size_t f = 0; f < forms; f++) g->recent[f] = g->first[f] = g->woman[f] = g->man[f] = T2G_NONE;
    return t2g_namekeys_init(&g->keys, scratch);
}

uint32_t t2g_gathering_add(t2g_gathering *g, t2g_entity_type type, uint32_t mention)
{
    g->at[g->len] = (t2g_entity){.type = (uint8_t)type, .first = mention};
    g->gender[g->len] = T2G_GENDER_UNKNOWN;
    g->initial[g->len] = 0;
    return g->len++;
}

bool t2g_gathering_form_is(const t2g_gathering *g, uint32_t token, const char *form)
{
    return token < g->tokens->len && t2g_slice_is(t2g_token_form(g->tokens, token), form);
}
