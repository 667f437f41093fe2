/* SPDX-License-Identifier: MIT */
#include "nlp/attribution/nounphrase.h"

enum { PHRASE_WORDS = 4 }; /* open words before a head */

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
static bool reads_as_verb(const t2g_scene *scene, uint32_t i, uint32_t end)
{
    t2g_slice word = t2g_token_fold(scene->layers->tokens, scene->row->at[i].begin);
    if (ends_in(word, "ed") || ends_in(word, "ew")) return true;
    if (i + 1 >= end || scene->row->at[i + 1].kind == T2G_ITEM_PUNCT) return true;
    const t2g_item *next = &scene->row->at[i + 1];
    if (next->kind == T2G_ITEM_VERB) return false;
    if (!ends_in(word, "s")) return !is_open_word(next) && next->kind == T2G_ITEM_WORD && !(next->classes & (T2G_CLASS_PREPOSITION | T2G_CLASS_AND));
    return next->classes & (T2G_CLASS_DETERMINER | T2G_CLASS_POSSESSIVE | T2G_CLASS_PRONOUN | T2G_CLASS_NOT) ||
           (i + 1 < end && t2g_scene_is(scene, i + 1, "to")) || next->kind == T2G_ITEM_ENTITY || next->kind == T2G_ITEM_NAME;
}

/* Does the name at item i stand for itself, not before a noun it describes? */
static bool stands_alone(const t2g_scene *scene, uint32_t i, uint32_t end)
{
    const t2g_item *item = &scene->row->at[i];
    if (item->flags & (T2G_ITEM_GENITIVE | T2G_ITEM_DEMONYM)) return false;
    if (item->type == T2G_PERSON || i + 1 >= end) return true;
    const t2g_item *next = &scene->row->at[i + 1];
    if (next->kind == T2G_ITEM_ROLE || next->kind == T2G_ITEM_STATUS) return false;
    if (next->kind == T2G_ITEM_ENTITY) return false;
    return !is_open_word(next) || reads_as_verb(scene, i + 1, end);
}

/* Who holds the office that ends at i: the person behind it, at once or behind
 * "for Africa," and the like; T2G_NONE when nobody is named. */
static uint32_t past_office(const t2g_scene *scene, uint32_t i, uint32_t end)
{
    enum { LONGEST = 8 };
    while (i < end && scene->row->at[i].flags & T2G_ITEM_SKIPPED) i++;
    if (i < end && scene->row->at[i].kind == T2G_ITEM_ENTITY) return i;
    for (uint32_t limit = i + LONGEST; i + 1 < end && i < limit && scene->row->at[i].kind != T2G_ITEM_VERB; i++) {
        if (!t2g_scene_is(scene, i, ",")) continue;
        while (i + 1 < end && scene->row->at[i + 1].flags & T2G_ITEM_SKIPPED) i++;
        bool person = i + 1 < end && scene->row->at[i + 1].kind == T2G_ITEM_ENTITY && scene->row->at[i + 1].type == T2G_PERSON;
        return person ? i + 1 : T2G_NONE;
    }
    return T2G_NONE;
}

uint32_t t2g_noun_phrase_head(const t2g_scene *scene, uint32_t i, uint32_t end)
{
    for (uint32_t words = 0; i < end && words <= PHRASE_WORDS;) {
        const t2g_item *item = &scene->row->at[i];
        if (item->office != T2G_NONE) {
            i = past_office(scene, scene->offices->group[item->office].end, end);
            if (i == T2G_NONE) return T2G_NONE;
            continue;
        }
        if (item->kind == T2G_ITEM_ENTITY && stands_alone(scene, i, end)) return i;
        bool modifies = item->kind == T2G_ITEM_ENTITY || item->kind == T2G_ITEM_NAME || item->kind == T2G_ITEM_STATUS ||
                        item->flags & (T2G_ITEM_SKIPPED | T2G_ITEM_GENITIVE);
        if (!modifies && !is_open_word(item)) return T2G_NONE;
        words += is_open_word(item);
        i++;
    }
    return T2G_NONE;
}

/* "government", "administration": with a state's name they name the state. */
static bool stands_for_state(const t2g_scene *scene, uint32_t token)
{
    static const char *const words[] = {"government", "administration", "authorities", "regime", "republic", "state", NULL};
    return t2g_scene_is_word(scene, token, words);
}

/* "the X group", "the X airline": with the name of an organisation right before it they mean it. */
static bool is_body(const t2g_scene *scene, uint32_t token)
{
    static const char *const words[] = {"group", "party", "movement", "organisation", "organization", "company", "firm", "network", "airline",
                                        "agency", "newspaper", "magazine", "militants", "rebels", "insurgents", "guerrillas", "fighters",
                                        "management", "club", "team", "union", "bank", "charity", "website", "channel", "station",
                                        "coalition", "alliance", "militia", "leadership", NULL};
    return t2g_scene_is_word(scene, token, words);
}

static bool is_named(const t2g_scene *scene, uint32_t i)
{
    return i != T2G_NONE && scene->row->at[i].kind == T2G_ITEM_ENTITY;
}

/* The entity that is the noun: "coroner Sonny Wilson", "the company, Boeing". */
static uint32_t named_beside(const t2g_scene *scene, uint32_t token)
{
    for (uint32_t d = scene->dependent[token]; d != T2G_NONE; d = scene->next[d]) {
        uint32_t i = scene->item[d];
        if (!is_named(scene, i) || scene->row->at[i].flags & (T2G_ITEM_GENITIVE | T2G_ITEM_DEMONYM)) continue;
        t2g_deprel relation = t2g_scene_relation(scene, d);
        bool person = scene->row->at[i].type == T2G_PERSON && d > token;
        if (relation == T2G_DEP_APPOS || (person && (relation == T2G_DEP_FLAT || relation == T2G_DEP_COMPOUND))) return i;
    }
    return T2G_NONE;
}

/* How near an owner is to the noun: "Norway's NTB news agency" is NTB's, "the Norwegian daily" Norway's. */
static uint32_t nearness(const t2g_scene *scene, uint32_t i)
{
    const t2g_item *owner = &scene->row->at[i];
    if (owner->flags & T2G_ITEM_DEMONYM) return 1;
    return owner->type == T2G_COUNTRY ? 2 : 3;
}

uint32_t t2g_noun_owner(const t2g_scene *scene, uint32_t token)
{
    uint32_t found = T2G_NONE;
    for (uint32_t d = scene->dependent[token]; d != T2G_NONE; d = scene->next[d]) {
        t2g_deprel relation = t2g_scene_relation(scene, d);
        if (relation != T2G_DEP_NMOD && relation != T2G_DEP_COMPOUND && relation != T2G_DEP_AMOD && relation != T2G_DEP_FLAT) continue;
        uint32_t i = scene->item[d];
        if (is_named(scene, i) && (found == T2G_NONE || nearness(scene, i) > nearness(scene, found))) found = i;
    }
    return found;
}

/* The organisation whose name describes the noun, right before it. */
static uint32_t described_by(const t2g_scene *scene, uint32_t token)
{
    uint32_t i = token > 0 ? scene->item[token - 1] : T2G_NONE;
    while (i != T2G_NONE && i > scene->begin && scene->row->at[i].kind == T2G_ITEM_WORD && scene->row->at[i].begin + 1 == token &&
           t2g_scene_relation(scene, token - 1) == T2G_DEP_COMPOUND)
        i--, token--; /* "X news agency" */
    bool fits = i != T2G_NONE && i >= scene->begin && is_named(scene, i) && scene->row->at[i].type == T2G_ORGANISATION;
    return fits && !(scene->row->at[i].flags & (T2G_ITEM_GENITIVE | T2G_ITEM_REFERENCE)) ? i : T2G_NONE;
}

/* "spokesman for the agency in Norway X": whom the office that the item is in stands before, or T2G_NONE. */
static uint32_t holder_behind(const t2g_scene *scene, uint32_t item)
{
    enum { LONGEST = 12 };
    for (uint32_t i = item + 1; i > scene->begin && item + 1 - i < LONGEST; i--) {
        uint32_t office = scene->row->at[i - 1].office;
        if (office == T2G_NONE) continue;
        uint32_t end = scene->offices->group[office].end;
        return end > item && end < scene->end && is_named(scene, end) && scene->row->at[end].type == T2G_PERSON ? end : T2G_NONE;
    }
    return T2G_NONE;
}

uint32_t t2g_noun_named(const t2g_scene *scene, uint32_t token)
{
    uint32_t i = scene->item[token];
    if (i == T2G_NONE) return T2G_NONE;
    uint32_t state = stands_for_state(scene, token) ? t2g_noun_owner(scene, token) : T2G_NONE;
    if (state != T2G_NONE && scene->row->at[state].type == T2G_COUNTRY && state != i) return state; /* "the government of Y" */
    if (is_named(scene, i)) return scene->row->at[i].flags & T2G_ITEM_GENITIVE ? T2G_NONE : i;
    uint32_t beside = named_beside(scene, token);
    if (beside == T2G_NONE && scene->row->at[i].kind == T2G_ITEM_ROLE) beside = holder_behind(scene, i);
    if (beside != T2G_NONE) return beside;
    if (is_body(scene, token)) return described_by(scene, token);
    return T2G_NONE;
}

uint32_t t2g_noun_of_speaker(const t2g_scene *scene, uint32_t token)
{
    static const char *const states[] = {"government", "country", "nation", "administration", NULL};
    static const char *const bodies[] = {"company", "firm", "bank", "agency", "ministry", "department", "organisation", "organization",
                                         "group", "party", "airline", "union", "club", "team", "commission", "association",
                                         "foundation", "university", "charity", "force", "police", NULL};
    uint32_t i = scene->item[token];
    if (scene->speaker == T2G_NONE || i == T2G_NONE) return T2G_NONE;
    const t2g_item *item = &scene->row->at[i];
    if (item->kind == T2G_ITEM_ENTITY && !(item->flags & T2G_ITEM_REFERENCE)) return T2G_NONE;
    bool state = t2g_scene_is_word(scene, token, states);
    if (!state && !t2g_scene_is_word(scene, token, bodies)) return T2G_NONE;
    if (item->kind != T2G_ITEM_ENTITY && t2g_noun_owner(scene, token) != T2G_NONE) {
        const t2g_item *owner = &scene->row->at[t2g_noun_owner(scene, token)];
        if (owner->entity != scene->speaker) return T2G_NONE;
    }
    return state ? scene->state_of[scene->speaker] : scene->body_of[scene->speaker];
}
