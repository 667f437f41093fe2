/* SPDX-License-Identifier: MIT */
#include "nlp/entity/countrymerge.h"

static t2g_slice name_of(t2g_lex_entry entry)
{
    return entry.more.size ? entry.more : entry.phrase;
}

static uint32_t owner_of(const t2g_gathering *g, t2g_slice name)
{
    t2g_namekey key = t2g_namekey_of_string(T2G_KEYKIND_COUNTRY, name);
    return t2g_namekeys_find(&g->keys, &key);
}

static t2g_namekey place_key(const t2g_gathering *g, const t2g_mention *m)
{
    return t2g_namekey_of(T2G_KEYKIND_PLACE, g->tokens, m->begin, m->end);
}

bool t2g_places_gather(t2g_gathering *g)
{
    for (uint32_t m = 0; m < g->mentions->len; m++) {
        if (g->mentions->at[m].kind != T2G_LOC) continue;
        t2g_namekey key = place_key(g, &g->mentions->at[m]);
        if (!t2g_namekeys_claim(&g->keys, &key, m)) return false;
    }
    return true;
}

/* The lexicon's entry that is meant.  Full names are longer, and gathered before. */
static t2g_lex_entry meant_by(const t2g_gathering *g, const t2g_mention *m)
{
    t2g_lex_entry first = t2g_lexicon_entry(g->lexicon, m->entry), named = first;
    uint32_t known = 0;
    for (uint32_t p = g->phrases->first[m->begin]; p < g->phrases->first[m->begin + 1]; p++) {
        const t2g_phrase *phrase = &g->phrases->at[p];
        if (phrase->list != T2G_LEX_COUNTRY || phrase->end != m->end) continue;
        t2g_lex_entry entry = t2g_lexicon_entry(g->lexicon, phrase->entry);
        if (owner_of(g, name_of(entry)) == T2G_NONE) continue;
        named = entry;
        known++;
    }
    return known == 1 ? named : first;
}

/* A country inside a name of the lexicon ("Bank of America") is not spoken of; nor is what may be another
 * place or a person inside any name ("Georgia Bulldogs"), unless the country is named before or at length and
 * no other place of that name is. */
static bool is_mere_part(const t2g_gathering *g, const t2g_mention *m)
{
    if (m->outer == T2G_NONE) return false;
    if (g->mentions->at[m->outer].entry != T2G_NONE) return true;
    t2g_namekey key = place_key(g, m);
    bool ambiguous = t2g_lexicon_key(g->lexicon, m->entry) == T2G_KEY_AMBIGUOUS;
    return t2g_namekeys_find(&g->keys, &key) != T2G_NONE ||
           (ambiguous && owner_of(g, name_of(t2g_lexicon_entry(g->lexicon, m->entry))) == T2G_NONE);
}

bool t2g_country_gather(t2g_gathering *g, uint32_t m)
{
    const t2g_mention *mention = &g->mentions->at[m];
    if (mention->entry == T2G_NONE || is_mere_part(g, mention)) return true;
    t2g_lex_entry entry = meant_by(g, mention);
    t2g_namekey key = t2g_namekey_of_string(T2G_KEYKIND_COUNTRY, name_of(entry));
    uint32_t e = t2g_namekeys_find(&g->keys, &key);
    if (e == T2G_NONE) {
        e = t2g_gathering_add(g, T2G_COUNTRY, m);
        g->at[e].name = name_of(entry);
        g->at[e].code = entry.value;
        if (!t2g_namekeys_claim(&g->keys, &key, e)) return false;
    }
    g->of[m] = e;
    return true;
}

bool t2g_country_is_all(const t2g_gathering *g, uint32_t m)
{
    const t2g_mention *whole = &g->mentions->at[m], *inner = whole + 1;
    return m + 1 < g->mentions->len && inner->outer == m && inner->begin == whole->begin && inner->end == whole->end &&
           inner->kind == T2G_CTY;
}
