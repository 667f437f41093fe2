/* SPDX-License-Identifier: MIT */
#include "nlp/item/orgkind.h"

#include <stdlib.h>

enum {
    COMPANY = T2G_ORGKIND_COMPANY | T2G_ORGKIND_BANK,
    GROUP = T2G_ORGKIND_BODY | T2G_ORGKIND_COMPANY | T2G_ORGKIND_ARMY | T2G_ORGKIND_PARTY,
    SCHOOL = T2G_ORGKIND_UNIVERSITY,
    ARMY = T2G_ORGKIND_ARMY,
    AGENCY = T2G_ORGKIND_AGENCY,
    TEAM = T2G_ORGKIND_TEAM,
    OUTLET = T2G_ORGKIND_OUTLET,
    COUNCIL = T2G_ORGKIND_COUNCIL
};

typedef struct meaning {
    const char *word;
    uint32_t kinds;
} meaning;

/* As orgwords.tsv and roles.tsv call them. */
static const meaning named[] = {
    {"agency", AGENCY},          {"army", ARMY},
    {"bank", T2G_ORGKIND_BANK},  {"church", T2G_ORGKIND_CHURCH},
    {"company", T2G_ORGKIND_COMPANY}, {"council", COUNCIL},
    {"court", T2G_ORGKIND_COURT}, {"exchange", T2G_ORGKIND_COMPANY},
    {"hospital", T2G_ORGKIND_HOSPITAL}, {"institution", T2G_ORGKIND_BODY},
    {"ministry", T2G_ORGKIND_MINISTRY}, {"organisation", T2G_ORGKIND_BODY},
    {"outlet", OUTLET},          {"parliament", T2G_ORGKIND_PARLIAMENT},
    {"party", T2G_ORGKIND_PARTY}, {"police", T2G_ORGKIND_POLICE},
    {"team", TEAM},              {"union", T2G_ORGKIND_UNION},
    {"university", SCHOOL},
};

/* In the order of their bytes, for bsearch. */
static const meaning nouns[] = {
    {"academy", SCHOOL},
    {"agency", AGENCY | T2G_ORGKIND_MINISTRY},
    {"airline", COMPANY},
    {"airport", COMPANY},
    {"alliance", GROUP},
    {"army", ARMY},
    {"assembly", T2G_ORGKIND_PARLIAMENT},
    {"association", T2G_ORGKIND_BODY | T2G_ORGKIND_UNION},
    {"authority", AGENCY},
    {"automaker", COMPANY},
    {"band", T2G_ORGKIND_BODY},
    {"bank", T2G_ORGKIND_BANK},
    {"battalion", ARMY},
    {"brewer", COMPANY},
    {"brigade", ARMY},
    {"broadcaster", OUTLET},
    {"bureau", AGENCY},
    {"carmaker", COMPANY},
    {"carrier", COMPANY},
    {"chain", COMPANY},
    {"chamber", T2G_ORGKIND_BODY},
    {"charity", T2G_ORGKIND_BODY},
    {"church", T2G_ORGKIND_CHURCH},
    {"club", TEAM},
    {"coalition", GROUP},
    {"collective", T2G_ORGKIND_BODY},
    {"college", SCHOOL},
    {"commission", AGENCY | COUNCIL},
    {"committee", COUNCIL},
    {"company", COMPANY},
    {"congregation", T2G_ORGKIND_CHURCH},
    {"consortium", COMPANY},
    {"cooperative", COMPANY},
    {"corporation", COMPANY},
    {"council", COUNCIL},
    {"court", T2G_ORGKIND_COURT},
    {"daily", OUTLET},
    {"department", T2G_ORGKIND_MINISTRY | T2G_ORGKIND_POLICE | AGENCY},
    {"developer", COMPANY},
    {"diocese", T2G_ORGKIND_CHURCH},
    {"federation", T2G_ORGKIND_UNION | T2G_ORGKIND_BODY},
    {"firm", COMPANY},
    {"force", ARMY | T2G_ORGKIND_POLICE},
    {"foundation", T2G_ORGKIND_BODY},
    {"fund", T2G_ORGKIND_BANK | T2G_ORGKIND_BODY},
    {"giant", COMPANY},
    {"group", GROUP},
    {"hospital", T2G_ORGKIND_HOSPITAL},
    {"initiative", T2G_ORGKIND_BODY},
    {"institute", SCHOOL | T2G_ORGKIND_BODY},
    {"institution", SCHOOL | T2G_ORGKIND_BODY},
    {"insurer", COMPANY},
    {"laboratory", SCHOOL | COMPANY},
    {"league", T2G_ORGKIND_BODY},
    {"lender", T2G_ORGKIND_BANK},
    {"magazine", OUTLET},
    {"maker", COMPANY},
    {"manufacturer", COMPANY},
    {"military", ARMY},
    {"militia", ARMY | T2G_ORGKIND_BODY},
    {"ministry", T2G_ORGKIND_MINISTRY},
    {"movement", T2G_ORGKIND_BODY | T2G_ORGKIND_PARTY | ARMY},
    {"museum", T2G_ORGKIND_BODY},
    {"navy", ARMY},
    {"network", OUTLET | T2G_ORGKIND_BODY},
    {"newspaper", OUTLET},
    {"ngo", T2G_ORGKIND_BODY},
    {"observatory", SCHOOL | T2G_ORGKIND_BODY},
    {"operator", COMPANY},
    {"orchestra", T2G_ORGKIND_BODY},
    {"organisation", T2G_ORGKIND_BODY},
    {"organization", T2G_ORGKIND_BODY},
    {"paper", OUTLET},
    {"parliament", T2G_ORGKIND_PARLIAMENT},
    {"party", T2G_ORGKIND_PARTY},
    {"police", T2G_ORGKIND_POLICE},
    {"producer", COMPANY},
    {"publisher", COMPANY},
    {"regiment", ARMY},
    {"regulator", AGENCY},
    {"retailer", COMPANY},
    {"school", SCHOOL},
    {"senate", T2G_ORGKIND_PARLIAMENT},
    {"service", AGENCY},
    {"side", TEAM},
    {"society", T2G_ORGKIND_BODY},
    {"squad", TEAM},
    {"squadron", ARMY},
    {"startup", COMPANY},
    {"station", OUTLET},
    {"supplier", COMPANY},
    {"syndicate", COMPANY},
    {"team", TEAM},
    {"think-tank", T2G_ORGKIND_BODY | SCHOOL},
    {"trust", T2G_ORGKIND_BODY},
    {"union", T2G_ORGKIND_UNION},
    {"university", SCHOOL},
    {"utility", COMPANY},
    {"watchdog", AGENCY | T2G_ORGKIND_BODY},
    {"website", OUTLET},
    {"weekly", OUTLET},
};

uint32_t t2g_orgkind_named(t2g_slice word)
{
    for (size_t n = 0; n < sizeof named / sizeof *named; n++)
        if (t2g_slice_is(word, named[n].word)) return named[n].kinds;
    return 0;
}

static int order(const void *key, const void *element)
{
    return t2g_slice_compare(*(const t2g_slice *)key, t2g_slice_of(((const meaning *)element)->word));
}

uint32_t t2g_orgkind_of_noun(t2g_slice fold)
{
    const meaning *found = bsearch(&fold, nouns, sizeof nouns / sizeof *nouns, sizeof *nouns, order);
    return found ? found->kinds : 0;
}

static uint32_t kinds_of_list(const t2g_lexicon *lexicon, uint32_t entry)
{
    t2g_lex_list list = t2g_lexicon_list(lexicon, entry);
    return list == T2G_LEX_PARTY ? T2G_ORGKIND_PARTY : list == T2G_LEX_OUTLET ? OUTLET : list == T2G_LEX_BODY ? T2G_ORGKIND_BODY : 0;
}

/* "Ministry" opens a name and tells all, "Group" closes one: the first prefix, else the last word. */
static uint32_t kinds_in_name(const t2g_layers *layers, const t2g_mention *m)
{
    uint32_t kinds = m->entry == T2G_NONE ? 0 : kinds_of_list(layers->lexicon, m->entry);
    for (uint32_t i = m->begin; i < m->end && !kinds; i++)
        if (t2g_slice_is(t2g_token_fold(layers->tokens, i), "police")) return T2G_ORGKIND_POLICE;
    uint32_t word_kinds = 0;
    for (uint32_t i = m->begin; i < m->end; i++) {
        const t2g_phrase *word = t2g_phrases_longest(layers->phrases, i, T2G_LEX_ORGWORD);
        if (!word || word->end > m->end) continue;
        word_kinds = t2g_orgkind_named(t2g_lexicon_entry(layers->lexicon, word->entry).value);
        if (word->key == T2G_KEY_PREFIX) break;
    }
    return kinds | word_kinds;
}

static uint32_t kinds_of_token(const t2g_layers *layers, uint32_t i)
{
    bool common = layers->tokens->at[i].shape == T2G_SHAPE_LOWER && layers->mentions->of[i] == T2G_NONE;
    return common ? t2g_orgkind_of_noun(t2g_token_fold(layers->tokens, i)) : 0;
}

/* "the carmaker X", "X, the country's largest airline,": the noun that ends the phrase behind "a" or "the". */
static uint32_t kinds_beside(const t2g_layers *layers, const t2g_mention *m, uint32_t end)
{
    enum { LONGEST = 6 };
    const t2g_tokens *tokens = layers->tokens;
    uint32_t kinds = m->begin > 0 ? kinds_of_token(layers, m->begin - 1) : 0, i = m->end;
    if (i + 2 >= end || !t2g_slice_is(t2g_token_form(tokens, i), ",")) return kinds;
    t2g_slice article = t2g_token_fold(tokens, ++i);
    if (!t2g_slice_is(article, "a") && !t2g_slice_is(article, "an") && !t2g_slice_is(article, "the")) return kinds;
    for (uint32_t last = i + LONGEST; i < end && i < last && tokens->at[i].kind != T2G_TOKEN_PUNCT; i++)
        if (kinds_of_token(layers, i) && layers->tags->pos[i] == T2G_POS_NOUN) return kinds | kinds_of_token(layers, i);
    return kinds;
}

/* Who has a striker is a club: the kind of organisation that has such an office, by roles.tsv. */
static void learn_from_offices(uint32_t *kinds, const t2g_row *row, const t2g_offices *offices)
{
    for (uint32_t o = 0; o < offices->len; o++) {
        const t2g_office *office = &offices->at[o];
        uint32_t kind = office->key == T2G_KEY_MINISTER ? 0 : t2g_orgkind_named(office->field);
        for (uint32_t k = 0; k < office->owners; k++) {
            const t2g_item *owner = &row->at[office->owner[k]];
            if (owner->type == T2G_ORGANISATION && !(kinds[owner->entity] & ~kind)) kinds[owner->entity] |= kind;
        }
    }
}

uint32_t *t2g_orgkinds(t2g_arena *arena, const t2g_layers *layers, const t2g_row *row, const t2g_offices *offices)
{
    const t2g_entities *entities = layers->entities;
    uint32_t *kinds = t2g_arena_zalloc(arena, entities->len, sizeof *kinds);
    if (!kinds) return NULL;
    for (uint32_t m = 0; m < layers->mentions->len; m++) {
        uint32_t entity = entities->of_mention[m];
        if (entity == T2G_NONE || entities->at[entity].type != T2G_ORGANISATION) continue;
        const t2g_mention *mention = &layers->mentions->at[m];
        uint32_t end = layers->sentences->at[layers->sentences->of[mention->begin]].end;
        kinds[entity] |= kinds_in_name(layers, mention) | kinds_beside(layers, mention, end);
    }
    learn_from_offices(kinds, row, offices);
    for (uint32_t e = 0; e < entities->len; e++)
        if (entities->at[e].type == T2G_ORGANISATION && !kinds[e]) kinds[e] = T2G_ORGKIND_UNKNOWN;
    return kinds;
}
