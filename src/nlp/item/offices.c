/* SPDX-License-Identifier: MIT */
#include "nlp/item/offices.h"

#include "base/utf8.h"
#include "nlp/item/ownerphrase.h"
#include "nlp/item/premodifier.h"
#include "nlp/item/rolesense.h"

typedef struct parser {
    t2g_wording sentence;
    t2g_row *row;
    t2g_offices *offices;
    uint32_t floor; /* end of the group before */
} parser;

static bool has_word(t2g_slice words, const char *word)
{
    uint32_t size = (uint32_t)strlen(word);
    for (uint32_t i = 0; i + size <= words.size; i++)
        if (memcmp(words.bytes + i, word, size) == 0) return true;
    return false;
}

/* The codes among the words, two capitals each: "IE" of the taoiseach, "DE AT" of a chancellor. */
static t2g_slice codes_in(t2g_slice words)
{
    uint32_t begin = 0, end = words.size;
    while (begin < end && !t2g_is_upper((unsigned char)words.bytes[begin])) begin++;
    while (end > begin && !t2g_is_upper((unsigned char)words.bytes[end - 1])) end--;
    return end > begin ? (t2g_slice){words.bytes + begin, end - begin} : (t2g_slice){NULL, 0};
}

/* The role noun alone, as the list describes it. */
static t2g_office role_at(const t2g_wording *p, uint32_t i)
{
    const t2g_item *role = &p->at[i];
    t2g_lex_entry entry = t2g_lexicon_entry(p->layers->lexicon, role->entry);
    t2g_office office = {.role = {role->begin, role->end}, .field = entry.value, .key = role->key};
    if (has_word(entry.more, "plural")) office.flags |= T2G_OFFICE_PLURAL;
    if (has_word(entry.more, "beside")) office.flags |= T2G_OFFICE_BESIDE;
    if (has_word(entry.more, "state")) office.flags |= T2G_OFFICE_STATE;
    if (has_word(entry.more, "title")) office.flags |= T2G_OFFICE_TITLE;
    if (has_word(entry.more, "press")) office.flags |= T2G_OFFICE_PRESS;
    if (has_word(entry.more, "public")) office.flags |= T2G_OFFICE_PUBLIC;
    if (has_word(entry.more, "anybody")) office.flags |= T2G_OFFICE_ANYBODY;
    if (has_word(entry.more, "former")) office.status = T2G_STATUS_FORMER;
    office.home = codes_in(entry.more);
    if (role->key == T2G_KEY_DEPUTY) office.flags |= T2G_OFFICE_DEPUTY;
    return office;
}

/* "ambassador to the United Nations": where he is sent is not whom he serves. */
static uint32_t past_destination(const t2g_wording *p, uint32_t i)
{
    uint32_t end = i++;
    while (i < p->end && p->at[i].flags & T2G_ITEM_SKIPPED) i++;
    for (; i < p->end; end = ++i) {
        bool owner = t2g_item_may_own(&p->at[i]) && !(p->at[i].flags & T2G_ITEM_GENITIVE);
        if (p->at[i].kind != T2G_ITEM_NAME && !owner) break;
    }
    return end;
}

/* After one role, where the next of the same group stands, or T2G_NONE; *left is
 * where its own phrase may begin. */
static uint32_t next_role(const t2g_wording *p, uint32_t i, uint32_t *left)
{
    if (i >= p->end) return T2G_NONE;
    *left = i;
    if (p->at[i].kind == T2G_ITEM_ROLE) return i;
    if (p->at[i].flags & T2G_ITEM_DEMONYM) return T2G_NONE;
    if (t2g_word_is(p, i, "and") || t2g_word_is(p, i, "&") || t2g_word_is(p, i, "/")) {
        *left = ++i;
        for (uint32_t far = i + 5; i < p->end && i < far; i++) {
            const t2g_item *w = &p->at[i];
            if (w->kind == T2G_ITEM_ROLE) return i;
            bool article = w->classes & T2G_CLASS_DETERMINER || w->kind == T2G_ITEM_NAME; /* "a lawyer and the director of X" */
            bool goes_on = w->kind == T2G_ITEM_STATUS || t2g_item_may_own(w) || w->flags & T2G_ITEM_GENITIVE;
            if (!goes_on && !t2g_word_is_open(p, i) && !article) break;
        }
    }
    return T2G_NONE;
}

/* "former governor and candidate" was both; "a former minister and the current speaker", "former head of X, leader of Y" not. */
static bool is_told_apart(const t2g_wording *p, uint32_t begin, uint32_t end)
{
    for (uint32_t t = begin; t < end; t++) {
        t2g_slice fold = t2g_token_fold(p->layers->tokens, t);
        const t2g_phrase *status = t2g_phrases_longest(p->layers->phrases, t, T2G_LEX_STATUS);
        if (status || t2g_slice_is(fold, "the") || t2g_slice_is(fold, "a") || t2g_slice_is(fold, "an") || t2g_slice_is(fold, ",") ||
            t2g_slice_is(fold, "of"))
            return true;
    }
    return false;
}

/* Roles of a group lend each other their owners and status: an owner before them
 * to the roles behind it, one behind them to those before. */
static void share(const t2g_wording *p, t2g_office *offices, uint32_t len, bool owned_behind)
{
    const t2g_office *last = &offices[len - 1];
    for (uint32_t o = 0; o < len; o++) {
        const t2g_office *lender = o == 0 ? last : &offices[o - 1];
        bool lacks = offices[o].owners == 0 && !(offices[o].flags & T2G_OFFICE_CLOSED) && lender != &offices[o];
        if (lacks && lender->owners > 0 && (o > 0 || owned_behind)) {
            memcpy(offices[o].owner, lender->owner, sizeof lender->owner);
            offices[o].owners = lender->owners;
        }
        if (o > 0 && offices[o].status == T2G_STATUS_CURRENT && offices[o - 1].status == T2G_STATUS_FORMER &&
            !is_told_apart(p, offices[o - 1].role.end, offices[o].role.begin))
            offices[o].status = offices[o - 1].status;
    }
}

/* "an expert on Iran at X", "in EU-China relations at X": past the subject to the preposition that leads to the owner; else i. */
static uint32_t past_subject(const t2g_wording *p, uint32_t role, uint32_t i)
{
    enum { FAR = 9 };
    static const char *const experts[] = {"expert", "specialist", "experts", "specialists", NULL};
    bool expert = t2g_word_is_any(p, role, experts);
    if (i >= p->end || !(t2g_word_is(p, i, "on") || (expert && (t2g_word_is(p, i, "in") || t2g_word_is(p, i, "for"))))) return i;
    for (uint32_t j = i + 1; j < p->end && j < i + FAR; j++) {
        const t2g_item *w = &p->at[j];
        if (t2g_word_is(p, j, "at") || t2g_word_is(p, j, "with")) return j;
        bool stops = w->kind == T2G_ITEM_VERB || (w->kind == T2G_ITEM_PUNCT && !t2g_word_is_hyphen(p, j));
        if (stops || (w->kind == T2G_ITEM_ENTITY && w->type == T2G_PERSON)) return i;
    }
    return i;
}

/* "director of sales analysis at X": nouns between the role and its preposition. */
static uint32_t past_field(const t2g_wording *p, uint32_t i)
{
    enum { WORDS = 2 };
    uint32_t last = i;
    const uint8_t *pos = p->layers->tags->pos;
    while (last < p->end && last < i + WORDS && t2g_word_is_open(p, last) && pos[p->at[last].begin] == T2G_POS_NOUN) last++;
    return last > i && last < p->end && t2g_leads_to_owner(p, last) ? last : i;
}

/* "chairman and owner X", "leader and Protestant evangelist X": past what is no role, if a name stands behind; else i. */
static uint32_t past_other_noun(const t2g_wording *p, uint32_t i)
{
    enum { WORDS = 3 };
    if (!t2g_word_is(p, i, "and")) return i;
    for (uint32_t j = i + 1; j < p->end && j <= i + WORDS; j++) {
        const t2g_item *w = &p->at[j];
        if (w->kind != T2G_ITEM_NAME && !t2g_word_is_open(p, j)) return i;
        bool noun = w->kind == T2G_ITEM_WORD && p->layers->tags->pos[w->begin] == T2G_POS_NOUN;
        if (noun && j + 1 < p->end && p->at[j + 1].kind == T2G_ITEM_ENTITY && p->at[j + 1].type == T2G_PERSON) return j + 1;
        if (w->kind == T2G_ITEM_WORD && p->layers->tags->pos[w->begin] == T2G_POS_VERB) return i;
    }
    return i;
}

/* What stands behind the role at an item, into the office; returns where its phrase ends. */
static uint32_t read_behind(const t2g_wording *p, uint32_t role, t2g_office *office)
{
    uint32_t i = role + 1;
    if (i < p->end && p->at[i].kind == T2G_ITEM_STATUS && p->at[i].key == T2G_KEY_ELECT) t2g_office_hold(office, p->at[i++].key);
    if (t2g_role_heads_field(p->layers, p->row, p->begin, role)) office->flags |= T2G_OFFICE_INSIDE;
    i = past_subject(p, role, past_field(p, i));
    if (t2g_role_seeks_seat(p->layers, p->row, role, p->end)) office->flags |= T2G_OFFICE_CLOSED;
    else if (i < p->end && t2g_leads_to_owner(p, i)) i = t2g_owner_phrase_read(p, i, office);
    else if (t2g_word_is(p, i, "to")) i = past_destination(p, i);
    return i;
}

static uint32_t parse_group(parser *p, uint32_t sentence, uint32_t role)
{
    const t2g_wording *s = &p->sentence;
    t2g_office_group *group = &p->offices->group[p->offices->groups];
    *group = (t2g_office_group){.first = p->offices->len, .sentence = sentence};
    uint32_t left = p->floor, next = role;
    bool owned_behind = false;
    while (next != T2G_NONE) {
        t2g_office *office = &p->offices->at[p->offices->len++];
        *office = role_at(s, next);
        uint32_t begin = t2g_premodifiers_read(s, next, left, office);
        if (group->len++ == 0) group->begin = begin;
        uint8_t before = office->owners;
        group->end = read_behind(s, next, office);
        owned_behind = office->owners > before;
        next = next_role(s, group->end, &left);
    }
    group->end = past_other_noun(s, group->end);
    share(s, &p->offices->at[group->first], group->len, owned_behind);
    group->definite = group->begin > s->begin && t2g_word_is(s, group->begin - 1, "the");
    p->row->at[group->begin].office = p->offices->groups++;
    return group->end;
}

/* "secretary" of "the secretary's envoy", "deputy" of "deputy Kalvonian minister" is part of another. */
static bool is_office(const t2g_wording *p, uint32_t i)
{
    if (p->at[i].kind != T2G_ITEM_ROLE) return false;
    if (i + 1 >= p->end) return true;
    bool owns = p->at[i + 1].kind != T2G_ITEM_ENTITY && p->at[i + 1].flags & T2G_ITEM_GENITIVE;
    return !owns && !(t2g_means_deputy(p, i) && t2g_item_may_own(&p->at[i + 1]));
}

bool t2g_offices_build(t2g_offices *offices, t2g_arena *arena, const t2g_layers *layers, t2g_row *row)
{
    uint32_t roles = 0;
    for (uint32_t i = 0; i < row->len; i++) roles += row->at[i].kind == T2G_ITEM_ROLE;
    *offices = (t2g_offices){.at = T2G_ARRAY(arena, t2g_office, roles),
                             .group = T2G_ARRAY(arena, t2g_office_group, roles)};
    if (!offices->at || !offices->group) return false;
    for (uint32_t s = 0; s < layers->sentences->len; s++) {
        parser p = {{layers, row, row->at, row->first[s], row->first[s + 1]}, row, offices, row->first[s]};
        for (uint32_t i = p.sentence.begin; i < p.sentence.end;) {
            if (is_office(&p.sentence, i)) p.floor = i = parse_group(&p, s, i);
            else i++;
        }
    }
    return true;
}
