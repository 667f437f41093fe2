/* SPDX-License-Identifier: MIT */
#include "nlp/item/ownerphrase.h"

#include "nlp/item/listing.h"
#include "nlp/item/orgkind.h"

/* How far the phrase may reach; measured on news: longer ones are parsing slips. */
enum { RIGHT_ITEMS = 14, RIGHT_WORDS = 5 };

/* "professor of law at the University of X" */
static bool leads_further(const t2g_wording *p, uint32_t i)
{
    static const char *const words[] = {"of", "at", "for", "with", "in", NULL};
    return t2g_word_is_any(p, i, words);
}

bool t2g_leads_to_owner(const t2g_wording *p, uint32_t i)
{
    return leads_further(p, i) || t2g_word_is(p, i, "from");
}

/* "director of the secretariat of X": heads a part of X only. */
static bool is_part(const t2g_wording *p, uint32_t i)
{
    static const char *const wholes[] = {"country", "nation", "republic", "state", "kingdom", "group", "party", "board",
                                         "government", "organisation", "organization", "company", "agency", "ministry",
                                         "association", "directors", NULL};
    return !t2g_word_is_any(p, i, wholes);
}

/* A noun phrase behind a role's preposition, as far as it is read. */
typedef struct owner_phrase {
    uint32_t organisation, country; /* items, or T2G_NONE: the last of each                  */
    uint32_t words;                 /* open ones since the preposition or the last owner     */
    uint32_t end;                   /* of what surely belongs to it                          */
    uint32_t limit;                 /* of reading                                            */
    bool place;                     /* "in": a country is no owner                           */
} owner_phrase;

static uint32_t past_determiners(const t2g_wording *p, uint32_t i, uint32_t limit)
{
    while (i < limit && p->at[i].classes & T2G_CLASS_DETERMINER) i++;
    return i;
}

static bool is_organisation(const t2g_wording *p, uint32_t i, uint32_t limit)
{
    return i < limit && t2g_item_may_own(&p->at[i]) && p->at[i].type == T2G_ORGANISATION;
}

/* An organisation at item i, and perhaps those that it is joined to; returns the last item read. */
static uint32_t read_organisation(const t2g_wording *p, uint32_t i, owner_phrase *o, t2g_office *office)
{
    for (uint32_t next; (next = t2g_list_next(p->layers, p->row, i, p->end)) != T2G_NONE; i = next) t2g_office_own(office, i);
    o->organisation = i, o->end = i + 1, o->words = 0;
    return i;
}

/* "an analyst at a think tank, the Brookings Institution", "leader of the gay rights group, Arcigay, X": the name behind
 * the comma is what the words before it describe. */
static uint32_t past_description(const t2g_wording *p, uint32_t i, const owner_phrase *o)
{
    if (o->organisation != T2G_NONE || o->words == 0 || !t2g_word_is(p, i, ",")) return i;
    uint32_t next = past_determiners(p, i + 1, o->limit), behind = next + 1;
    if (!is_organisation(p, next, o->limit) || p->at[next].flags & (T2G_ITEM_REFERENCE | T2G_ITEM_GENITIVE)) return i;
    bool noun = t2g_orgkind_of_noun(t2g_token_fold(p->layers->tokens, p->at[i].begin - 1)) || t2g_word_is(p, i - 1, "tank");
    bool joint = t2g_word_is(p, behind, "and") || t2g_word_is(p, behind, "in");
    bool closed = behind >= p->end || p->at[behind].kind == T2G_ITEM_PUNCT || joint;
    return closed && noun ? next : i;
}

/* "the director of X in Munich, Y": where it is, is no owner, but belongs to the phrase. */
static bool is_site(const t2g_wording *p, uint32_t i, const owner_phrase *o)
{
    if (o->organisation == T2G_NONE || i + 1 >= o->limit || !(t2g_word_is(p, i, "in") || t2g_word_is(p, i, "for"))) return false;
    const t2g_item *site = &p->at[i + 1];
    bool country = t2g_item_may_own(site) && site->type == T2G_COUNTRY && !(site->flags & (T2G_ITEM_GENITIVE | T2G_ITEM_DEMONYM));
    return country || site->kind == T2G_ITEM_NAME;
}

/* Reads item *i, or several; false where the phrase ends. */
static bool read_owner(const t2g_wording *p, uint32_t *i, owner_phrase *o, t2g_office *office)
{
    const t2g_item *w = &p->at[*i];
    bool found = o->organisation != T2G_NONE;
    if (w->flags & T2G_ITEM_SKIPPED && !(found && w->classes & T2G_CLASS_ADVERB)) return true;
    if (w->flags & T2G_ITEM_GENITIVE && w->kind != T2G_ITEM_ENTITY) return true;
    if (is_organisation(p, *i, o->limit)) {
        *i = read_organisation(p, *i, o, office);
    } else if (t2g_item_may_own(w)) {
        if (found && !(w->flags & T2G_ITEM_GENITIVE)) return false;
        if (!o->place) o->country = *i;
        o->end = *i + 1;
    } else if (w->kind == T2G_ITEM_ENTITY) {
        return w->flags & T2G_ITEM_GENITIVE;
    } else if (w->kind == T2G_ITEM_NAME) {
        if (found) return false;
        o->end = *i + 1, o->words++;
    } else if ((t2g_word_is_open(p, *i) || w->kind == T2G_ITEM_STATUS || t2g_word_is_hyphen(p, *i)) && o->words < RIGHT_WORDS) {
        o->words++;
    } else if (w->kind == T2G_ITEM_ROLE && !found && o->words < RIGHT_WORDS) {
        o->words++;
    } else if (is_site(p, *i, o)) {
        o->end = ++*i + 1;
    } else if (t2g_word_is(p, *i, "and") && !found && o->words > 0 && o->words < RIGHT_WORDS && *i + 1 < o->limit &&
               t2g_word_is_open(p, *i + 1)) {
        o->words++; /* "director of marketing and economics at X" */
    } else if (found && t2g_word_is(p, *i, "at") && office->key == T2G_KEY_MEMBER && office->owners + 1 < T2G_OFFICE_OWNERS) {
        t2g_office_own(office, o->organisation); /* "a fellow of X at Y" */
    } else if (leads_further(p, *i) && !found && o->words > 0) {
        if (is_part(p, *i - 1)) office->flags |= T2G_OFFICE_INSIDE;
        o->words = 0;
    } else {
        uint32_t named = past_description(p, *i, o);
        if (named == *i) return false;
        *i = read_organisation(p, named, o, office);
    }
    return true;
}

/* Whom the phrase names: an organisation before a country.  "of X's cash section" is inside X, "of the company's board" is the
 * company. */
static uint32_t owner_of(const t2g_wording *p, const owner_phrase *o, t2g_office *office)
{
    uint32_t owner = o->organisation != T2G_NONE ? o->organisation : o->country;
    if (owner == T2G_NONE) return owner;
    const t2g_item *w = &p->at[owner];
    if (owner == o->country) return w->flags & (T2G_ITEM_DEMONYM | T2G_ITEM_GENITIVE) ? T2G_NONE : owner;
    bool noun = w->flags & T2G_ITEM_REFERENCE && w->end - w->begin > 1;
    if (w->flags & T2G_ITEM_GENITIVE && !noun) office->flags |= T2G_OFFICE_INSIDE;
    return owner;
}

/* Common nouns, adjectives before them, and nothing else: not "last Friday". */
static bool are_nouns(const t2g_wording *p, uint32_t begin, uint32_t end)
{
    for (uint32_t i = begin; i < end; i++) {
        uint8_t pos = p->layers->tags->pos[p->at[i].begin];
        bool lower = p->layers->tokens->at[p->at[i].begin].shape == T2G_SHAPE_LOWER;
        bool noun = pos == T2G_POS_NOUN || (pos == T2G_POS_ADJ && i + 1 < end && lower);
        if (!t2g_word_is_open(p, i) || !noun || t2g_word_is(p, i, "last") || t2g_word_is(p, i, "next")) return false;
    }
    return end > begin;
}

/* "the US special representative for Iraq": whom he is sent to is not whom he serves. */
static bool is_sent(const t2g_wording *p, uint32_t i, const t2g_office *office, uint32_t owner)
{
    static const char *const sent[] = {"representative", "envoy", "coordinator", "negotiator", "rapporteur",
                                       "ambassador", "advisor", "adviser"};
    if (!t2g_word_is(p, i, "for") || owner == T2G_NONE || p->at[owner].type != T2G_COUNTRY) return false;
    t2g_slice role = t2g_token_fold(p->layers->tokens, office->role.end - 1);
    for (size_t w = 0; w < sizeof sent / sizeof *sent; w++)
        if (t2g_slice_is(role, sent[w])) return true;
    return false;
}

uint32_t t2g_owner_phrase_read(const t2g_wording *p, uint32_t i, t2g_office *office)
{
    /* "minister in London", "for trade", "senator from Ohio": whose is left open. */
    uint32_t preposition = i;
    bool place = t2g_word_is(p, i, "in"), open = t2g_word_is(p, i, "for") || t2g_word_is(p, i, "from");
    owner_phrase o = {.organisation = T2G_NONE, .country = T2G_NONE, .end = i, .place = place,
                      .limit = i + RIGHT_ITEMS < p->end ? i + RIGHT_ITEMS : p->end};
    for (i++; i < o.limit && read_owner(p, &i, &o, office);) i++;
    uint32_t owner = owner_of(p, &o, office);
    if (o.place && owner != T2G_NONE) office->flags |= T2G_OFFICE_INSIDE;
    bool sent = is_sent(p, preposition, office, owner);
    if (owner != T2G_NONE && !sent) t2g_office_own(office, owner);
    else if (!place && !open) office->flags |= T2G_OFFICE_CLOSED;
    bool described = owner != T2G_NONE && t2g_word_is(p, i, ",") && are_nouns(p, o.end, i); /* "head of the X media group, Y" */
    uint32_t noun = described ? p->at[i].begin - 1 : T2G_NONE; /* "of the X expedition, Y" */
    bool part = described && !t2g_orgkind_of_noun(t2g_token_fold(p->layers->tokens, noun));
    if (part) office->flags |= T2G_OFFICE_INSIDE;
    return (owner == T2G_NONE || described) && i > o.end ? i : o.end;
}
