/* SPDX-License-Identifier: MIT */
#include "nlp/attribution/hearer.h"

#include "nlp/attribution/clause.h"
#include "nlp/attribution/cue.h"
#include "nlp/item/nature.h"

static const t2g_item *item(const t2g_scene *scene, uint32_t i)
{
    return &scene->row->at[i];
}

static bool may_hear(const t2g_scene *scene, uint32_t i)
{
    const uint8_t deaf = T2G_NATURE_STATE | T2G_NATURE_BODY | T2G_NATURE_PARTY | T2G_NATURE_MINISTRY | T2G_NATURE_PUBLIC;
    if (i == T2G_NONE || !t2g_scene_is_entity(scene, i)) return false;
    return t2g_scene_is_outlet(scene, i) ||
           (item(scene, i)->type == T2G_ORGANISATION && !(scene->nature[item(scene, i)->entity] & deaf));
}

/* "the newspaper S", "S radio", "S's programme": a noun that goes with an outlet. */
static bool is_medium(const t2g_scene *scene, uint32_t token)
{
    static const char *const words[] = {"newspaper", "radio", "television", "tv", "agency", "network", "magazine", "website",
                                        "news", "programme", "program", "show", "channel", "station", "service", "daily",
                                        "weekly", "paper", "broadcaster", "reporter", "correspondent", "journalist", "online", NULL};
    return t2g_scene_is_word(scene, token, words);
}

/* The outlet that the noun phrase with this head means, or T2G_NONE. */
static uint32_t heard_by(const t2g_scene *scene, uint32_t token)
{
    uint32_t named = t2g_noun_named(scene, token);
    if (may_hear(scene, named)) return named;
    uint32_t owner = t2g_noun_owner(scene, token);
    if (owner == T2G_NONE || !(is_medium(scene, token) ? may_hear(scene, owner) : t2g_scene_is_outlet(scene, owner))) return T2G_NONE;
    return owner; /* "the newspaper S", "S's J. Doe" */
}

/* The first outlet among items [i, last), before a clause begins. */
static uint32_t outlet_from(const t2g_scene *scene, uint32_t i, uint32_t last)
{
    for (; i < last && i < scene->end && !t2g_scene_is(scene, i, "that") && item(scene, i)->kind != T2G_ITEM_VERB; i++)
        if (t2g_scene_is_outlet(scene, i) && !(item(scene, i)->flags & T2G_ITEM_GENITIVE)) return i;
    return T2G_NONE;
}

uint32_t t2g_hearer_at(const t2g_scene *scene, uint32_t i)
{
    uint32_t head = t2g_noun_phrase_head(scene, i, scene->end);
    bool hears = head != T2G_NONE && item(scene, head)->type == T2G_ORGANISATION && may_hear(scene, head);
    return hears ? head : outlet_from(scene, i, i + 5);
}

uint32_t t2g_hearer_on_occasion(const t2g_scene *scene, uint32_t token)
{
    static const char *const occasions[] = {"interview", "interviews", "article", "column", "editorial", "op-ed", "appearance",
                                            "letter", "e-mail", "email", "conversation", "comments", "remarks", "statement", NULL};
    static const char *const leads[] = {"with", "in", "for", "to", "on", "by", NULL};
    if (!t2g_scene_is_word(scene, token, occasions)) return T2G_NONE;
    for (uint32_t d = scene->dependent[token]; d != T2G_NONE; d = scene->next[d]) {
        uint32_t beside = t2g_scene_relation(scene, d) == T2G_DEP_COMPOUND ? t2g_noun_named(scene, d) : T2G_NONE;
        if (beside != T2G_NONE && may_hear(scene, beside) && item(scene, beside)->type == T2G_ORGANISATION) return beside; /* "in an S interview" */
        uint32_t lead = t2g_scene_dependent(scene, d, T2G_DEP_CASE);
        bool led = lead != T2G_NONE && t2g_scene_is_word(scene, lead, leads);
        uint32_t hearer = led && t2g_scene_relation(scene, d) == T2G_DEP_NMOD ? heard_by(scene, d) : T2G_NONE;
        if (hearer != T2G_NONE && (t2g_scene_is_outlet(scene, hearer) || is_medium(scene, d))) return hearer;
    }
    return T2G_NONE;
}

/* Among the objects of the verb, and "to S". */
static uint32_t hearer_in_tree(const t2g_scene *scene, uint32_t v)
{
    static const char *const leads[] = {"to", "with", NULL};
    uint32_t verb = t2g_scene_token(scene, v);
    for (uint32_t d = scene->dependent[verb]; d != T2G_NONE; d = scene->next[d]) {
        t2g_deprel relation = t2g_scene_relation(scene, d);
        if (d < verb) continue;
        uint32_t hearer = heard_by(scene, d);
        if (hearer == T2G_NONE) continue;
        uint32_t lead = t2g_scene_dependent(scene, d, T2G_DEP_CASE);
        bool object = (relation == T2G_DEP_OBJ || relation == T2G_DEP_IOBJ || relation == T2G_DEP_NSUBJ) && t2g_cue_addresses(scene, v);
        bool led = relation == T2G_DEP_OBL && lead != T2G_NONE && t2g_scene_is_word(scene, lead, leads);
        if (object || led) return hearer;
    }
    return T2G_NONE;
}

/* Whom a speaker tells: "told Reuters", "said in an interview with the BBC",
 * "in an article for the Times", "speaking to CNN". */
static uint32_t hearer_by_position(const t2g_scene *scene, uint32_t v)
{
    static const char *const occasions[] = {"interview", "interviews", "statement", "comments", "article", "column", "speaking",
                                            "talking", "letter", "e-mail", "email", "remarks", "appearance", "editorial", NULL};
    if (t2g_cue_addresses(scene, v)) {
        uint32_t head = t2g_hearer_at(scene, v + 1);
        if (head != T2G_NONE) return head;
        return outlet_from(scene, v + 1, v + 6);
    }
    if (t2g_scene_is(scene, v + 1, "to")) {
        uint32_t head = t2g_hearer_at(scene, v + 2);
        if (head != T2G_NONE) return head;
    }
    for (uint32_t i = v + 2; i < scene->end && i < v + 8; i++) {
        bool to = t2g_scene_is(scene, i, "to") && !t2g_scene_is(scene, i - 1, "according");
        uint32_t outlet = to ? outlet_from(scene, i + 1, i + 4) : T2G_NONE;
        if (outlet != T2G_NONE) return outlet;
    }
    for (uint32_t i = v + 2; i + 1 < scene->end; i++) { /* said X, head of Y, to S */
        uint32_t outlet = t2g_scene_is(scene, i, "to") && t2g_scene_is(scene, i - 1, ",") ? outlet_from(scene, i + 1, i + 4) : T2G_NONE;
        if (outlet != T2G_NONE) return outlet;
    }
    if (t2g_scene_is(scene, v + 1, "on")) {
        for (uint32_t i = v + 2; i < scene->end && i < v + 4; i++)
            if (t2g_scene_is_outlet(scene, i)) return i;
    }
    uint32_t since = T2G_NONE; /* the occasion, and how far it reaches */
    for (uint32_t i = scene->begin; i < scene->end; i++) {
        if (t2g_scene_is_word(scene, item(scene, i)->begin, occasions) ||
            (i != v && t2g_cue_addresses(scene, i) && item(scene, i)->flags & T2G_ITEM_BARE))
            since = i;
        if (since == T2G_NONE || i - since > 7 || !t2g_scene_is_outlet(scene, i) || i == since) continue;
        bool led = false;
        for (uint32_t j = since; j < i; j++) led |= item(scene, j)->classes & T2G_CLASS_PREPOSITION || item(scene, j)->kind == T2G_ITEM_VERB;
        if (led) return i;
    }
    return T2G_NONE;
}

uint32_t t2g_hearer_of(const t2g_scene *scene, uint32_t v)
{
    uint32_t hearer = hearer_in_tree(scene, v);
    return hearer != T2G_NONE ? hearer : hearer_by_position(scene, v);
}

uint32_t t2g_hearer_of_subject(const t2g_scene *scene, uint32_t v)
{
    uint32_t subject = t2g_clause_subject(scene, t2g_scene_token(scene, v));
    uint32_t clause = subject == T2G_NONE ? T2G_NONE : t2g_scene_dependent(scene, subject, T2G_DEP_ACL);
    if (clause == T2G_NONE) return T2G_NONE;
    for (uint32_t d = scene->dependent[clause]; d != T2G_NONE; d = scene->next[d]) {
        uint32_t named = t2g_scene_relation(scene, d) == T2G_DEP_OBL ? t2g_noun_named(scene, d) : T2G_NONE;
        if (named != T2G_NONE && t2g_scene_is_outlet(scene, named)) return named;
    }
    return T2G_NONE;
}
