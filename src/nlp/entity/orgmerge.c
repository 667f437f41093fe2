/* SPDX-License-Identifier: MIT */
#include "nlp/entity/orgmerge.h"

#include "nlp/entity/slip.h"

enum { PARTS = 8 }; /* first or last words of a name that may stand for it */

static bool is_acronym(const t2g_gathering *g, const t2g_mention *m)
{
    return m->end == m->begin + 1 && g->tokens->at[m->begin].shape == T2G_SHAPE_CAPS;
}

static const t2g_phrase *orgword_ending(const t2g_gathering *g, uint32_t begin, uint32_t end)
{
    for (uint32_t i = end; i-- > begin && i + 4 > end;)
        for (uint32_t p = g->phrases->first[i]; p < g->phrases->first[i + 1]; p++)
            if (g->phrases->at[p].list == T2G_LEX_ORGWORD && g->phrases->at[p].end == end) return &g->phrases->at[p];
    return NULL;
}

/* Words that say too little to call an organisation by them alone. */
static bool is_bare(const t2g_gathering *g, uint32_t begin, uint32_t end)
{
    if (begin >= end) return true;
    for (uint32_t p = g->phrases->first[begin]; p < g->phrases->first[begin + 1]; p++) {
        const t2g_phrase *phrase = &g->phrases->at[p];
        bool whole = phrase->end == end;
        if (whole && (phrase->list == T2G_LEX_COUNTRY || phrase->list == T2G_LEX_PLACE || phrase->list == T2G_LEX_COMMON ||
                      phrase->list == T2G_LEX_NOTNAME))
            return true;
    }
    return false;
}

static bool claim_short(t2g_gathering *g, uint32_t begin, uint32_t end, uint32_t e)
{
    if (is_bare(g, begin, end)) return true;
    t2g_namekey key = t2g_namekey_of(T2G_KEYKIND_SHORT, g->tokens, begin, end);
    return t2g_namekeys_claim(&g->keys, &key, e);
}

/* Where a name goes on behind the country it begins with; its begin when it has none. */
static uint32_t without_country(const t2g_gathering *g, uint32_t begin, uint32_t end)
{
    const t2g_phrase *country = t2g_phrases_longest(g->phrases, begin, T2G_LEX_COUNTRY);
    return country && country->end < end ? country->end : begin;
}

/* The tokens of a name up to its "of": "Ministry" of "Ministry of Works". */
static uint32_t before_link(const t2g_gathering *g, uint32_t begin, uint32_t end)
{
    for (uint32_t i = begin + 1; i + 1 < end; i++)
        if (t2g_gathering_form_is(g, i, "of") || t2g_gathering_form_is(g, i, "for") || t2g_gathering_form_is(g, i, "on"))
            return i;
    return end;
}

/* Do the words make a body by themselves?  "Senate", "Verdant Party"; not "Bloc", or "Ajax", which is how clubs begin. */
static bool is_body(const t2g_gathering *g, uint32_t begin, uint32_t end)
{
    const t2g_phrase *word = orgword_ending(g, begin, end);
    if (!word) return false;
    return end > begin + 1 || word->key == T2G_KEY_ANYWHERE;
}

static bool claim_initials(t2g_gathering *g, t2g_namekey_kind kind, uint32_t begin, uint32_t end, uint32_t e)
{
    t2g_namekey initials = t2g_namekey_of_initials(g->tokens, begin, end);
    initials.bytes[0] = (char)kind;
    return initials.size < 3 || t2g_namekeys_claim(&g->keys, &initials, e);
}

static bool is_known(const t2g_gathering *g, uint32_t begin, uint32_t end)
{
    for (uint32_t p = g->phrases->first[begin]; p < g->phrases->first[begin + 1]; p++) {
        const t2g_phrase *phrase = &g->phrases->at[p];
        if (phrase->end == end && (phrase->list == T2G_LEX_BODY || phrase->list == T2G_LEX_OUTLET ||
                                   phrase->list == T2G_LEX_PARTY || phrase->list == T2G_LEX_ORGANISATION))
            return true;
    }
    return false;
}

/* "Inc", "Holdings": says that a name is a company's, and no more. */
static bool is_company_form(const t2g_gathering *g, uint32_t token)
{
    const t2g_phrase *word = t2g_phrases_longest(g->phrases, token, T2G_LEX_ORGWORD);
    return word && t2g_slice_is(t2g_lexicon_entry(g->lexicon, word->entry).value, "company");
}

/* "UNF Youth League" is a part of the UNF; "ICO Satellite Systems" is what ICO is short for. */
static bool is_part_of_acronym(const t2g_gathering *g, uint32_t begin, uint32_t end)
{
    if (g->tokens->at[begin].shape != T2G_SHAPE_CAPS) return false;
    return is_known(g, begin, begin + 1) || (orgword_ending(g, begin, end) && !is_company_form(g, end - 1));
}

/* The short forms of a full name: without its country, without its "Party" or "Inc", without
 * what follows "of", and its initials. */
static bool claim_short_forms(t2g_gathering *g, const t2g_mention *m, uint32_t e)
{
    uint32_t begin = m->begin, end = m->end, bare = without_country(g, begin, end), link = before_link(g, begin, end);
    if (bare > begin && !claim_short(g, bare, end, e)) return false;
    if (link < end && link > begin + 1 && !claim_short(g, begin, link, e)) return false;
    const t2g_phrase *word = orgword_ending(g, begin, end);
    if (word && word->begin > begin && !is_body(g, begin, word->begin) && !claim_short(g, begin, word->begin, e))
        return false;
    if (word && word->begin > begin + 1 && !is_part_of_acronym(g, begin, end) && !is_body(g, begin, begin + 1) &&
        !claim_short(g, begin, begin + 1, e))
        return false;
    return claim_initials(g, T2G_KEYKIND_INITIALS, begin, end, e) &&
           (bare == begin || claim_initials(g, T2G_KEYKIND_INITIALS, bare, end, e));
}

static bool is_capital(const t2g_gathering *g, uint32_t token)
{
    uint8_t shape = g->tokens->at[token].shape;
    return shape == T2G_SHAPE_TITLE || shape == T2G_SHAPE_CAPS || shape == T2G_SHAPE_MIXED;
}

static t2g_namekey key_of_part(const t2g_gathering *g, t2g_namekey_kind kind, uint32_t begin, uint32_t end)
{
    t2g_namekey key = t2g_namekey_of(kind, g->tokens, begin, end);
    t2g_namekey_singular(&key);
    return key;
}

static bool claim_part(t2g_gathering *g, t2g_namekey_kind kind, uint32_t begin, uint32_t end, uint32_t e)
{
    if (!is_capital(g, begin) && begin + 1 < end) return true;
    t2g_namekey key = key_of_part(g, kind, begin, end);
    return t2g_namekeys_claim(&g->keys, &key, e);
}

/* Any last words of a name, before its "of" or whole: "Security Council", "Council", "Tigers".
 * What is known by itself is another: "Action against Fredonia TV" is not Fredonia TV. */
static bool claim_last_words(t2g_gathering *g, uint32_t begin, uint32_t end, uint32_t e)
{
    uint32_t link = before_link(g, begin, end);
    bool behind = false;
    if (link < end && !claim_part(g, T2G_KEYKIND_LAST_WORDS, begin, link, e)) return false;
    for (uint32_t i = begin + 1; i < end && i < begin + PARTS; i++) {
        if (i < link && link < end && !claim_part(g, T2G_KEYKIND_LAST_WORDS, i, link, e)) return false;
        behind = behind || g->tokens->at[i].shape == T2G_SHAPE_LOWER;
        if (behind && is_known(g, i, end)) continue;
        if (!claim_part(g, T2G_KEYKIND_LAST_WORDS, i, end, e)) return false;
    }
    return true;
}

/* The first words of a name: "Shin Kong", "Bloc".  Where they make a body by themselves ("Senate",
 * "UN"), what follows makes a part of it, which is another. */
static bool claim_first_words(t2g_gathering *g, uint32_t begin, uint32_t end, uint32_t e)
{
    uint32_t link = before_link(g, begin, end);
    for (uint32_t i = begin + 1; i < link && i < begin + PARTS; i++) {
        if (!is_capital(g, i - 1) || (is_body(g, begin, i) && !is_company_form(g, i))) continue;
        if (i == begin + 1 && is_part_of_acronym(g, begin, end)) continue;
        if (!claim_part(g, T2G_KEYKIND_FIRST_WORDS, begin, i, e)) return false;
        if (!claim_initials(g, T2G_KEYKIND_FIRST_INITIALS, begin, i, e)) return false;
    }
    return true;
}

/* A quotation mark or article around a name in brackets. */
static bool is_slight(const t2g_gathering *g, uint32_t token)
{
    if (t2g_gathering_form_is(g, token, "(") || t2g_gathering_form_is(g, token, ")")) return false;
    return g->tokens->at[token].kind == T2G_TOKEN_PUNCT || t2g_slice_is(t2g_token_fold(g->tokens, token), "the");
}

/* The bracket behind a name, whose quotation mark, 's or place may come first: `"Name" (ACRONYM)`, "Name in
 * Valparaiso (ACRONYM)".  T2G_NONE when there is none. */
static uint32_t bracket_behind(const t2g_gathering *g, const t2g_mention *name)
{
    uint32_t i = name->end;
    if (t2g_gathering_form_is(g, i, "'s") || t2g_gathering_form_is(g, i, "’s")) i++;
    else if (t2g_gathering_form_is(g, i, "in") && i + 1 < g->tokens->len && is_capital(g, i + 1)) i += 2;
    if (i < g->tokens->len && is_slight(g, i)) i++;
    return t2g_gathering_form_is(g, i, "(") ? i : T2G_NONE;
}

/* Two names of organisations with nothing but a bracket between them, the second alone in it. */
static bool is_announced(const t2g_gathering *g, const t2g_mention *name, const t2g_mention *other)
{
    uint32_t bracket = bracket_behind(g, name);
    if (bracket == T2G_NONE) return false;
    uint32_t begin = other->begin, end = other->end;
    while (begin > bracket + 1 && is_slight(g, begin - 1)) begin--;
    while (end < g->tokens->len && end < other->end + 2 && is_slight(g, end)) end++;
    return begin == bracket + 1 && t2g_gathering_form_is(g, end, ")");
}

static uint32_t outermost(const t2g_gathering *g, uint32_t m)
{
    return g->mentions->at[m].outer != T2G_NONE ? g->mentions->at[m].outer : m;
}

static bool claim_if_announced(t2g_gathering *g, uint32_t name, uint32_t other, uint32_t claimed, uint32_t e)
{
    const t2g_mention *a = &g->mentions->at[name], *b = &g->mentions->at[other], *c = &g->mentions->at[claimed];
    if (a->kind != T2G_ORG || b->kind != T2G_ORG || !is_announced(g, a, b)) return true;
    t2g_namekey key = t2g_namekey_of(T2G_KEYKIND_FULL, g->tokens, c->begin, c->end);
    return t2g_namekeys_claim(&g->keys, &key, e);
}

/* "Name (ACRONYM)", "ACRONYM (Name)", "Name (Name in another tongue)": the other is the name's from here on. */
static bool claim_announced(t2g_gathering *g, uint32_t m, uint32_t e)
{
    const t2g_mention *name = &g->mentions->at[m];
    uint32_t bracket = bracket_behind(g, name), inside = bracket + 1, next = m + 1, last = m;
    if (name->end > name->begin + 1 && bracket != T2G_NONE && t2g_gathering_form_is(g, inside + 1, ")") && g->tokens->at[inside].shape != T2G_SHAPE_LOWER) {
        t2g_namekey key = t2g_namekey_of(T2G_KEYKIND_FULL, g->tokens, inside, inside + 1);
        if (!t2g_namekeys_claim(&g->keys, &key, e)) return false;
    }
    while (next < g->mentions->len && g->mentions->at[next].outer == m) next++;
    if (next < g->mentions->len && !claim_if_announced(g, m, next, next, e)) return false;
    if (m > 0) last = outermost(g, m - 1);
    return m == 0 || claim_if_announced(g, last, m, last, e);
}

static t2g_slice country_name(const t2g_gathering *g, const t2g_phrase *country)
{
    t2g_lex_entry entry = t2g_lexicon_entry(g->lexicon, country->entry);
    return entry.more.size ? entry.more : entry.phrase;
}

/* "Japanese X" and "Japan's X" are one: the name with its country's English name in front; false when it has none. */
static bool key_by_country(const t2g_gathering *g, const t2g_mention *m, t2g_namekey *key)
{
    uint32_t bare = without_country(g, m->begin, m->end);
    if (bare == m->begin) return false;
    *key = t2g_namekey_of_string(T2G_KEYKIND_FULL, country_name(g, t2g_phrases_longest(g->phrases, m->begin, T2G_LEX_COUNTRY)));
    t2g_namekey_add(key, g->tokens, bare, m->end);
    return true;
}

/* "Department of Works" is the "Works Department", "Senate of the Verdant Republic" its Senate: the name
 * turned round its "of", with its country in front (FULL) or without (SHORT); false when it has no "of". */
static bool key_turned(const t2g_gathering *g, const t2g_mention *m, t2g_namekey_kind kind, t2g_namekey *key)
{
    uint32_t link = before_link(g, m->begin, m->end), rest = link + 1;
    if (link == m->end || !t2g_gathering_form_is(g, link, "of")) return false;
    if (t2g_gathering_form_is(g, rest, "the")) rest++;
    if (rest >= m->end) return false;
    uint32_t bare = without_country(g, m->begin, link);
    const t2g_phrase *country = t2g_phrases_longest(g->phrases, rest, T2G_LEX_COUNTRY);
    *key = (t2g_namekey){.bytes = {(char)kind}, .size = 1};
    if (kind == T2G_KEYKIND_FULL && bare > m->begin)
        t2g_namekey_add_string(key, country_name(g, t2g_phrases_longest(g->phrases, m->begin, T2G_LEX_COUNTRY)));
    if (country && country->end == m->end) t2g_namekey_add_string(key, country_name(g, country));
    else t2g_namekey_add(key, g->tokens, rest, m->end);
    t2g_namekey_add(key, g->tokens, bare, link);
    return true;
}

/* The lexicon's name for a name it knows, as a whole or without its "party"; size 0 when it does not. */
static t2g_slice known_name(const t2g_gathering *g, const t2g_mention *m)
{
    if (m->entry != T2G_NONE) return t2g_lexicon_entry(g->lexicon, m->entry).value;
    const t2g_phrase *word = orgword_ending(g, m->begin, m->end);
    const t2g_phrase *party = t2g_phrases_longest(g->phrases, m->begin, T2G_LEX_PARTY);
    if (word && party && party->end == word->begin) return t2g_lexicon_entry(g->lexicon, party->entry).value;
    return (t2g_slice){0};
}

static uint32_t find(const t2g_gathering *g, t2g_namekey key, t2g_namekey_kind kind)
{
    key.bytes[0] = (char)kind;
    return t2g_namekeys_find(&g->keys, &key);
}

/* May a name without its last words be this?  A body, outlet or party of the lexicon is not what is named for it. */
static bool may_be_short(const t2g_gathering *g, const t2g_mention *m, uint32_t e)
{
    if (e == T2G_NONE || m->entry == T2G_NONE) return e != T2G_NONE;
    t2g_lex_list list = t2g_lexicon_list(g->lexicon, m->entry);
    const t2g_mention *whole = &g->mentions->at[g->at[e].first];
    const t2g_phrase *word = orgword_ending(g, whole->begin, before_link(g, whole->begin, whole->end));
    t2g_slice kind = word ? t2g_lexicon_entry(g->lexicon, word->entry).value : (t2g_slice){0};
    if (list == T2G_LEX_PARTY) return t2g_slice_is(kind, "party");
    if (t2g_slice_is(kind, "company") && word->begin == m->end - m->begin + whole->begin) return true; /* "ITV plc" */
    return list != T2G_LEX_BODY && list != T2G_LEX_OUTLET;
}

static uint32_t find_whole(const t2g_gathering *g, const t2g_mention *m)
{
    t2g_namekey key = t2g_namekey_of(T2G_KEYKIND_FULL, g->tokens, m->begin, m->end);
    uint32_t e = t2g_namekeys_find(&g->keys, &key);
    if (e == T2G_NONE && key_by_country(g, m, &key)) e = t2g_namekeys_find(&g->keys, &key);
    if (e == T2G_NONE && key_turned(g, m, T2G_KEYKIND_FULL, &key)) e = t2g_namekeys_find(&g->keys, &key);
    t2g_slice known = known_name(g, m);
    if (e == T2G_NONE && known.size) {
        key = t2g_namekey_of_string(T2G_KEYKIND_FULL, known);
        e = t2g_namekeys_find(&g->keys, &key);
        if (e == T2G_NONE && may_be_short(g, m, find(g, key, T2G_KEYKIND_SHORT))) e = find(g, key, T2G_KEYKIND_SHORT);
    }
    return e;
}

/* "Democrat Party": the creed before it ("Social", "Christian") makes another. */
static bool is_party_of_democrats(const t2g_gathering *g, const t2g_mention *m)
{
    t2g_slice first = t2g_token_fold(g->tokens, m->begin);
    return m->end > m->begin + 1 && first.size >= 8 && memcmp(first.bytes, "democrat", 8) == 0;
}

/* May a name be the last words of this organisation's?  Where the lexicon knows both, only a state's
 * own is called so: the "Congress" is the "Fredonian Congress", but the "House" is not the "White House". */
static bool may_be_last_words(const t2g_gathering *g, const t2g_mention *m, uint32_t e)
{
    if (e == T2G_NONE) return false;
    const t2g_mention *whole = &g->mentions->at[g->at[e].first];
    if (is_party_of_democrats(g, m)) return without_country(g, whole->begin, whole->end) == whole->end - (m->end - m->begin);
    if (m->entry == T2G_NONE) return true;
    if (t2g_lexicon_list(g->lexicon, m->entry) == T2G_LEX_BODY && t2g_lexicon_key(g->lexicon, m->entry) == T2G_KEY_NAME) return false;
    return whole->entry == T2G_NONE || without_country(g, whole->begin, whole->end) > whole->begin;
}

/* May it be the first words?  The one that the lexicon knows is not its branch. */
static bool may_be_first_words(const t2g_gathering *g, const t2g_mention *m, uint32_t e)
{
    return e != T2G_NONE &&
           (m->entry == T2G_NONE || t2g_lexicon_key(g->lexicon, m->entry) == T2G_KEY_AMBIGUOUS);
}

static uint32_t find_part(const t2g_gathering *g, const t2g_mention *m)
{
    t2g_namekey part = key_of_part(g, T2G_KEYKIND_LAST_WORDS, m->begin, m->end);
    uint32_t e = t2g_namekeys_find(&g->keys, &part);
    if (may_be_last_words(g, m, e)) return e;
    e = find(g, part, T2G_KEYKIND_FIRST_WORDS);
    if (may_be_first_words(g, m, e)) return e;
    const t2g_phrase *word = orgword_ending(g, m->begin, m->end);
    if (!word || word->begin == m->begin || is_capital(g, word->begin) || is_bare(g, m->begin, word->begin))
        return T2G_NONE;
    part = key_of_part(g, T2G_KEYKIND_FIRST_WORDS, m->begin, word->begin); /* "Verdant party" */
    return t2g_namekeys_find(&g->keys, &part);
}

/* ---- names but for a letter ---- */

/* The other words of a name: there a slip of this one is looked for. */
static t2g_namekey beside(const t2g_gathering *g, const t2g_mention *m, uint32_t token)
{
    t2g_namekey key = {.bytes = {T2G_KEYKIND_SLIP, 'o'}, .size = 2};
    t2g_namekey_add(&key, g->tokens, m->begin, token);
    if (key.size < sizeof key.bytes) key.bytes[key.size++] = ' ';
    t2g_namekey_add(&key, g->tokens, token + 1, m->end);
    return key;
}

/* A word that may be misspelt: no acronym, no number; a name of one word is long, and not known to be right. */
static bool may_slip(const t2g_gathering *g, const t2g_mention *m, uint32_t token)
{
    enum { LONG = 6 };
    const t2g_token *t = &g->tokens->at[token];
    if (t->kind != T2G_TOKEN_WORD || t->shape == T2G_SHAPE_CAPS || m->end - m->begin > PARTS) return false;
    return m->end > m->begin + 1 || (t->end - t->begin >= LONG && m->entry == T2G_NONE);
}

static bool claim_slips(t2g_gathering *g, const t2g_mention *m, uint32_t e)
{
    for (uint32_t i = m->begin; i < m->end; i++) {
        if (!may_slip(g, m, i)) continue;
        t2g_namekey context = beside(g, m, i), word = t2g_namekey_of(T2G_KEYKIND_SLIP, g->tokens, i, i + 1);
        if (!t2g_slips_claim(&g->keys, &context, &word, e)) return false;
    }
    return true;
}

/* Do an entity's name and this one differ by a slip in this word?  Two states are two. */
static bool is_misspelt_in(const t2g_gathering *g, const t2g_mention *m, uint32_t e, uint32_t token)
{
    const t2g_mention *whole = &g->mentions->at[g->at[e].first];
    uint32_t meant = whole->begin + (token - m->begin);
    if (meant >= whole->end) return false;
    t2g_namekey one = t2g_namekey_of(T2G_KEYKIND_SLIP, g->tokens, token, token + 1);
    t2g_namekey other = t2g_namekey_of(T2G_KEYKIND_SLIP, g->tokens, meant, meant + 1);
    const t2g_phrase *state = t2g_phrases_longest(g->phrases, token, T2G_LEX_COUNTRY);
    return t2g_is_slip(&one, &other) && !(state && t2g_phrases_longest(g->phrases, meant, T2G_LEX_COUNTRY));
}

/* "Harbour Safty Board": the one of the same name but for a letter. */
static uint32_t find_misspelt(const t2g_gathering *g, const t2g_mention *m)
{
    for (uint32_t i = m->begin; i < m->end; i++) {
        if (!may_slip(g, m, i)) continue;
        t2g_namekey context = beside(g, m, i), word = t2g_namekey_of(T2G_KEYKIND_SLIP, g->tokens, i, i + 1);
        uint32_t e = t2g_slips_find(&g->keys, &context, &word);
        if (e != T2G_NONE && is_misspelt_in(g, m, e, i)) return e;
    }
    return T2G_NONE;
}

uint32_t t2g_organisation_find(const t2g_gathering *g, const t2g_mention *m)
{
    uint32_t e = find_whole(g, m);
    if (e != T2G_NONE) return e;
    t2g_namekey key = t2g_namekey_of(T2G_KEYKIND_INITIALS, g->tokens, m->begin, m->end);
    if (is_acronym(g, m)) {
        e = t2g_namekeys_find(&g->keys, &key);
        if (e == T2G_NONE && key.size > 3) e = find(g, key, T2G_KEYKIND_FIRST_INITIALS);
        if (e != T2G_NONE) return e;
    }
    e = find(g, key, T2G_KEYKIND_SHORT);
    if (may_be_short(g, m, e)) return e;
    if (key_turned(g, m, T2G_KEYKIND_SHORT, &key) && (e = t2g_namekeys_find(&g->keys, &key)) != T2G_NONE) return e;
    e = find_part(g, m);
    return e != T2G_NONE ? e : find_misspelt(g, m);
}

static bool claim_whole(t2g_gathering *g, const t2g_mention *m, uint32_t e)
{
    t2g_namekey key = t2g_namekey_of(T2G_KEYKIND_FULL, g->tokens, m->begin, m->end);
    if (!t2g_namekeys_claim(&g->keys, &key, e)) return false;
    if (key_by_country(g, m, &key) && !t2g_namekeys_claim(&g->keys, &key, e)) return false;
    if (key_turned(g, m, T2G_KEYKIND_FULL, &key) && !t2g_namekeys_claim(&g->keys, &key, e)) return false;
    if (key_turned(g, m, T2G_KEYKIND_SHORT, &key) && !t2g_namekeys_claim(&g->keys, &key, e)) return false;
    t2g_slice known = known_name(g, m);
    key = t2g_namekey_of_string(T2G_KEYKIND_FULL, known);
    return !known.size || t2g_namekeys_claim(&g->keys, &key, e);
}

bool t2g_organisation_gather(t2g_gathering *g, uint32_t m)
{
    const t2g_mention *mention = &g->mentions->at[m];
    uint32_t e = t2g_organisation_find(g, mention), begin = mention->begin, end = mention->end;
    bool is_new = e == T2G_NONE;
    if (is_new) e = t2g_gathering_add(g, T2G_ORGANISATION, m);
    g->of[m] = e;
    if (is_new && !claim_slips(g, mention, e)) return false;
    if (!claim_whole(g, mention, e) || !claim_announced(g, m, e)) return false;
    if (end == begin + 1) return true;
    return claim_short_forms(g, mention, e) && claim_last_words(g, begin, end, e) && claim_first_words(g, begin, end, e);
}

/* Words that many states call their institutions by; no word that one state alone uses. */
static const char *const stately[] = {
    "agriculture", "air",      "appeal",   "armed",  "army",     "assembly",  "bank",      "cabinet",  "central",     "coast",
    "commerce",    "commission", "committee", "commons", "communist", "congress", "conservative", "constitutional", "council", "court",
    "culture",     "defence",  "defense",  "democrats", "economy", "education", "election", "electoral", "energy",  "environment",
    "federal",     "finance",  "force",    "forces", "foreign",  "green",     "greens",    "guard",    "health",      "high",
    "house",       "human",    "industry", "information", "interior", "justice", "labor",   "labour",   "liberal",   "liberals",
    "lords",       "lower",    "ministry", "national", "navy",   "of",        "oil",       "parliament", "party",   "people's",
    "police",      "representatives", "rights", "security", "senate", "social", "socialist", "socialists", "supreme", "trade",
    "transport",   "treasury", "upper",    "workers'"};

static bool is_stately(const t2g_gathering *g, uint32_t token)
{
    for (size_t i = 0; i < sizeof stately / sizeof *stately; i++)
        if (t2g_slice_is(t2g_token_fold(g->tokens, token), stately[i])) return true;
    return false;
}

bool t2g_organisation_is_local(const t2g_gathering *g, uint32_t mention)
{
    const t2g_mention *m = &g->mentions->at[mention];
    if (m->entry != T2G_NONE && t2g_lexicon_list(g->lexicon, m->entry) == T2G_LEX_BODY &&
        t2g_lexicon_key(g->lexicon, m->entry) != T2G_KEY_AMBIGUOUS)
        return false;
    uint32_t i = m->begin;
    while (i < m->end && is_stately(g, i)) i++;
    return i == m->end;
}

bool t2g_organisation_is_known(const t2g_gathering *g, uint32_t mention)
{
    const t2g_mention *m = &g->mentions->at[mention];
    bool known = false;
    for (uint32_t p = g->phrases->first[m->begin]; p < g->phrases->first[m->begin + 1]; p++) {
        const t2g_phrase *phrase = &g->phrases->at[p];
        if (phrase->end != m->end) continue;
        if (phrase->list == T2G_LEX_GIVEN || phrase->list == T2G_LEX_SURNAME) return false;
        known = known || (phrase->key == T2G_KEY_NAME && (phrase->list == T2G_LEX_ORGANISATION || phrase->list == T2G_LEX_OUTLET));
    }
    return known;
}
