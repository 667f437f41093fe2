/* SPDX-License-Identifier: MIT */
#include "nlp/fact/affiliation.h"

/* How newspapers shorten a party behind a member's name: the list "parties" tells what else it is called. */
static const struct mark {
    const char *form, *party, *code;
} marks[] = {
    {"R", "Republican Party", "US"},   {"R.", "Republican Party", "US"},    {"D", "Democratic Party", "US"}, {"D.", "Democratic Party", "US"},
    {"Lab", "Labour Party", "GB"},     {"Lab.", "Labour Party", "GB"},      {"Con", "Conservative Party", "GB"},
    {"Con.", "Conservative Party", "GB"},
};

enum { MARKS = sizeof marks / sizeof *marks };

/* An entity is called as an entry of the list says; several countries have a Democratic Party. */
static void note_party(const t2g_layers *layers, uint32_t named, uint32_t entity, uint32_t party[])
{
    t2g_lex_entry entry = t2g_lexicon_entry(layers->lexicon, named);
    for (size_t k = 0; k < MARKS; k++)
        if (party[k] == T2G_NONE && t2g_slice_is(entry.value, marks[k].party) && t2g_slice_is(entry.more, marks[k].code)) party[k] = entity;
}

/* The entity that each mark means, T2G_NONE where the text does not name the party. */
static void find_parties(const t2g_layers *layers, uint32_t party[MARKS])
{
    for (size_t k = 0; k < MARKS; k++) party[k] = T2G_NONE;
    for (uint32_t m = 0; m < layers->mentions->len; m++) {
        const t2g_mention *mention = &layers->mentions->at[m];
        uint32_t entity = layers->entities->of_mention[m];
        if (entity == T2G_NONE || layers->entities->at[entity].type != T2G_ORGANISATION) continue;
        for (uint32_t p = layers->phrases->first[mention->begin]; p < layers->phrases->first[mention->begin + 1]; p++) {
            const t2g_phrase *phrase = &layers->phrases->at[p];
            if (phrase->list == T2G_LEX_PARTY && phrase->end == mention->end) note_party(layers, phrase->entry, entity, party);
        }
    }
}

static bool is(const t2g_layers *layers, uint32_t i, const char *form)
{
    return i < layers->tokens->len && t2g_slice_is(t2g_token_form(layers->tokens, i), form);
}

static bool is_hyphen(const t2g_layers *layers, uint32_t i)
{
    return is(layers, i, "-") || is(layers, i, "–") || is(layers, i, "—");
}

/* The mark behind a name that ends before token i, or MARKS: "(R", "(D.,", and, as "D" alone may be an initial, ", R-". */
static size_t mark_at(const t2g_layers *layers, uint32_t i)
{
    bool opens = is(layers, i, "(") || is(layers, i, "[");
    if (!opens && !is(layers, i, ",")) return MARKS;
    for (size_t k = 0; k < MARKS; k++) {
        if (!is(layers, i + 1, marks[k].form)) continue;
        return is_hyphen(layers, i + 2) || (opens && i + 2 < layers->tokens->len) ? k : MARKS;
    }
    return MARKS;
}

void t2g_affiliations_find(t2g_ground *ground)
{
    const t2g_layers *layers = ground->layers;
    uint32_t party[MARKS];
    find_parties(layers, party);
    for (uint32_t i = 0; i < ground->row.len; i++) {
        const t2g_item *item = &ground->row.at[i];
        if (item->kind != T2G_ITEM_ENTITY || item->type != T2G_PERSON || item->flags & T2G_ITEM_REFERENCE) continue;
        size_t mark = mark_at(layers, item->end);
        if (mark == MARKS || party[mark] == T2G_NONE) continue;
        t2g_claim claim = {.source = item->entity, .target = party[mark], .sentence = layers->sentences->of[item->begin],
                           .relation = T2G_MEMBER_OF, .rule = T2G_RULE_PARTY};
        t2g_claims_add(&ground->claims, &claim);
    }
}
