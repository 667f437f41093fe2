/* SPDX-License-Identifier: MIT */
#include "nlp/attribution/source.h"

#include "nlp/attribution/clause.h"
#include "nlp/attribution/cue.h"
#include "nlp/entity/coreference.h"
#include "nlp/item/nature.h"

static const t2g_source nobody = {T2G_NONE, 0, false};

static const t2g_item *item(const t2g_scene *scene, uint32_t i)
{
    return &scene->row->at[i];
}

bool t2g_is_publication(const t2g_scene *scene, uint32_t token)
{
    static const char *const words[] = {"report", "reports", "study", "survey", "poll", "article", "newspaper", "paper",
                                        "magazine", "website", "dispatch", "investigation", "editorial", "broadcast",
                                        "agency", "station", "network", "channel", "radio", "television", "broadcaster",
                                        "daily", "figures", "statistics", "data", "census", "column", "weekly", NULL};
    return t2g_scene_is_word(scene, token, words);
}

/* Whoever lends them his voice speaks himself. */
static bool is_voice(const t2g_scene *scene, uint32_t token)
{
    static const char *const words[] = {"spokesman", "spokeswoman", "spokesperson", "spokespersons", "spokesmen",
                                        "spokespeople", "statement", "communique", "release", "letter", "message", "email", "e-mail",
                                        "tweet", "post", "note", "memo", "video", "speech", NULL};
    return t2g_scene_is_word(scene, token, words);
}

/* Whoever of an outlet they are, it is the outlet that reports. */
static bool is_press(const t2g_scene *scene, uint32_t token)
{
    static const char *const words[] = {"reporter", "reporters", "journalist", "journalists", "correspondent", "correspondents",
                                        "commentator", "commentators", "columnist", "analysis", "editors", NULL};
    return t2g_scene_is_word(scene, token, words);
}

/* "a survey released by X" */
static uint32_t publisher_in_clause(const t2g_scene *scene, uint32_t token)
{
    uint32_t clause = t2g_scene_dependent(scene, token, T2G_DEP_ACL);
    uint32_t agent = clause == T2G_NONE ? T2G_NONE : t2g_scene_dependent(scene, clause, T2G_DEP_OBL);
    return agent == T2G_NONE ? T2G_NONE : t2g_noun_named(scene, agent);
}

/* "X released a statement saying": the subject of the verb that the statement is the object of. */
static uint32_t sender_of(const t2g_scene *scene, uint32_t token)
{
    uint32_t verb = scene->layers->trees->head[token];
    if (t2g_scene_relation(scene, token) != T2G_DEP_OBJ || verb == T2G_NONE) return T2G_NONE;
    uint32_t subject = t2g_clause_subject(scene, verb);
    return subject == T2G_NONE || subject >= token ? T2G_NONE : t2g_noun_named(scene, subject);
}

/* "he said": of a run of speeches the one who speaks is more likely the last speaker than whom he spoke of. */
static uint32_t speaking_pronoun(const t2g_scene *scene, uint32_t token)
{
    static const char *const he[] = {"he", NULL}, *const she[] = {"she", NULL};
    if (scene->last == T2G_NONE || scene->layers->entities->at[scene->last].type != T2G_PERSON) return T2G_NONE;
    if (scene->recent[T2G_PERSON][0] != scene->last && scene->recent_sentence > scene->last_sentence) return T2G_NONE;
    bool acts = scene->actor != T2G_NONE && scene->actor != scene->last && scene->last_sentence + 1 < scene->sentence;
    if (acts) return T2G_NONE;
    for (uint32_t i = scene->begin; i < scene->item[token]; i++) /* named just before: him */
        if (t2g_scene_is_entity(scene, i) && item(scene, i)->type == T2G_PERSON && !scene->quoted[i]) return T2G_NONE;
    uint8_t gender = scene->layers->entities->at[scene->last].gender;
    bool fits = (t2g_scene_is_word(scene, token, he) && gender != T2G_FEMALE) || (t2g_scene_is_word(scene, token, she) && gender != T2G_MALE);
    return fits ? scene->last : T2G_NONE;
}

t2g_source t2g_source_named(const t2g_scene *scene, uint32_t token)
{
    uint32_t i = scene->item[token];
    if (i == T2G_NONE) return nobody;
    uint32_t named = t2g_noun_named(scene, token), last = speaking_pronoun(scene, token);
    if (last != T2G_NONE) return (t2g_source){last, i, false};
    if (named != T2G_NONE) return (t2g_source){item(scene, named)->entity, i < named ? i : named, false};
    uint32_t owner = t2g_noun_owner(scene, token);
    bool press = is_press(scene, token) && owner != T2G_NONE && t2g_scene_is_outlet(scene, owner);
    bool published = press || t2g_is_publication(scene, token);
    if (!published && !is_voice(scene, token)) return nobody;
    if (owner == T2G_NONE && published) owner = publisher_in_clause(scene, token);
    if (owner != T2G_NONE) return (t2g_source){item(scene, owner)->entity, i < owner ? i : owner, published};
    uint32_t sender = sender_of(scene, token);
    if (sender != T2G_NONE) return (t2g_source){item(scene, sender)->entity, sender, false};
    uint32_t before = token > 0 ? scene->item[token - 1] : T2G_NONE;
    bool known = published && before != T2G_NONE && t2g_scene_is(scene, before, "the");
    return known ? (t2g_source){scene->reporter, i, true} : nobody;
}

/* ---- by position ---- */

/* The office group whose last item is i, or NULL. */
static const t2g_office_group *office_ending_at(const t2g_scene *scene, uint32_t i)
{
    for (uint32_t b = i + 1; b > scene->begin && i + 1 - b < 20; b--) {
        uint32_t office = item(scene, b - 1)->office;
        if (office != T2G_NONE) return scene->offices->group[office].end == i + 1 ? &scene->offices->group[office] : NULL;
    }
    return NULL;
}

/* "X, head of Y," or "X (Y)": from the end of the aside at i to the item of X. */
static uint32_t past_aside(const t2g_scene *scene, uint32_t i)
{
    enum { LONGEST = 24 };
    bool bracket = t2g_scene_is(scene, i, ")");
    for (uint32_t j = i; j > scene->begin && i - j < LONGEST;) {
        j--;
        if (!t2g_scene_is(scene, j, bracket ? "(" : ",") || j == scene->begin) continue;
        if (t2g_scene_is_entity(scene, j - 1) && !(item(scene, j - 1)->flags & T2G_ITEM_DEMONYM)) return j - 1;
        if (bracket) return T2G_NONE;
    }
    return T2G_NONE;
}

/* "The party's leader, X, said": the aside itself names him. */
static bool names_holder(const t2g_scene *scene, uint32_t comma)
{
    if (comma < scene->begin + 3 || !t2g_scene_is(scene, comma, ",") || !t2g_scene_is(scene, comma - 2, ",")) return false;
    return t2g_scene_is_entity(scene, comma - 1) && item(scene, comma - 1)->type == T2G_PERSON && office_ending_at(scene, comma - 3);
}

/* "a report by S", "the S report", "S's study", or "the report" of before. */
static t2g_source publisher_before(const t2g_scene *scene, uint32_t i)
{
    for (uint32_t j = i; j > scene->begin && i - j < 5; j--) {
        const t2g_item *w = item(scene, j - 1);
        if (w->kind == T2G_ITEM_ENTITY && !(w->flags & T2G_ITEM_DEMONYM)) return (t2g_source){w->entity, j - 1, true};
        if (w->kind == T2G_ITEM_VERB || w->kind == T2G_ITEM_PUNCT) break;
    }
    bool the = i > scene->begin && t2g_scene_is(scene, i - 1, "the");
    return the ? (t2g_source){scene->reporter, i - 1, true} : nobody;
}

/* "The S report, citing officials, said": the item of "report", or T2G_NONE. */
static uint32_t publication_before_aside(const t2g_scene *scene, uint32_t i)
{
    for (uint32_t j = i; j > scene->begin + 1 && i - j < 12;) {
        j--;
        if (!t2g_scene_is(scene, j, ",")) continue;
        return t2g_is_publication(scene, item(scene, j - 1)->begin) && !t2g_scene_is_entity(scene, j - 1) ? j - 1 : T2G_NONE;
    }
    return T2G_NONE;
}

/* From what stands right before the verb, at i, to the name it stands for: past "X, head of Y,", "X (Y)", "X, who", "X did
 * and"; T2G_NONE when there is none. */
static uint32_t past_joint(const t2g_scene *scene, uint32_t i)
{
    if (t2g_scene_is(scene, i, ",") || t2g_scene_is(scene, i, ")")) {
        uint32_t aside = names_holder(scene, i) ? i - 1 : past_aside(scene, i);
        bool person = i > scene->begin && t2g_scene_is_entity(scene, i - 1) && item(scene, i - 1)->type == T2G_PERSON;
        return aside == T2G_NONE && person ? i - 1 : aside;
    }
    if (t2g_scene_is(scene, i, "who") || t2g_scene_is(scene, i, "which")) {
        if (i < scene->begin + 1) return T2G_NONE;
        return i - (i >= scene->begin + 2 && t2g_scene_is(scene, i - 1, ",") ? 2 : 1);
    }
    return t2g_scene_is(scene, i, "and") ? t2g_clause_first(scene, scene->begin, i) : i;
}

/* "officials in Iran said": the name at i only says where; "spokesman X of Y said" is X.  Who is meant, or T2G_NONE. */
static uint32_t past_place(const t2g_scene *scene, uint32_t i)
{
    bool led = i > scene->begin && item(scene, i - 1)->classes & T2G_CLASS_PREPOSITION;
    if (i > scene->begin + 1 && item(scene, i - 1)->classes & T2G_CLASS_DETERMINER) led = item(scene, i - 2)->classes & T2G_CLASS_PREPOSITION;
    if (!led) return i;
    if (i < scene->begin + 2) return T2G_NONE;
    i -= item(scene, i - 1)->classes & T2G_CLASS_DETERMINER ? 3 : 2;
    bool person = i >= scene->begin && i < scene->end && t2g_scene_is_entity(scene, i) && item(scene, i)->type == T2G_PERSON;
    return person ? i : T2G_NONE;
}

static t2g_source source_before(const t2g_scene *scene, uint32_t v)
{
    uint32_t i = v;
    while (i > scene->begin && item(scene, i - 1)->flags & T2G_ITEM_SKIPPED && !(item(scene, i - 1)->flags & T2G_ITEM_QUOTE)) i--;
    if (i == scene->begin) return nobody;
    i--;
    if (t2g_is_publication(scene, item(scene, i)->begin) && !t2g_scene_is_entity(scene, i)) return publisher_before(scene, i);
    uint32_t published = t2g_scene_is(scene, i, ",") ? publication_before_aside(scene, i) : T2G_NONE;
    if (published != T2G_NONE) return publisher_before(scene, published);
    i = past_joint(scene, i);
    if (i == T2G_NONE) return nobody;
    const t2g_office_group *office = office_ending_at(scene, i);
    if (office && !(t2g_scene_is_entity(scene, i) && item(scene, i)->type == T2G_PERSON)) {
        if (office->begin < scene->begin + 2 || !t2g_scene_is(scene, office->begin - 1, ",")) return nobody;
        i = office->begin - 2;
    }
    if (!t2g_scene_is_entity(scene, i) || item(scene, i)->flags & (T2G_ITEM_DEMONYM | T2G_ITEM_GENITIVE)) return nobody;
    bool report_by = i > scene->begin + 1 && t2g_scene_is(scene, i - 1, "by") && t2g_is_publication(scene, item(scene, i - 2)->begin);
    if (report_by) return (t2g_source){item(scene, i)->entity, i - 2, true};
    i = past_place(scene, i);
    if (i == T2G_NONE) return nobody;
    uint32_t begin = i;
    while (begin > scene->begin && item(scene, begin - 1)->kind != T2G_ITEM_PUNCT && item(scene, begin - 1)->kind != T2G_ITEM_VERB)
        begin--;
    return (t2g_source){item(scene, i)->entity, begin, false};
}

/* "said one of the team's lawyers, X.": the person that an aside behind the verb names, or T2G_NONE. */
static uint32_t named_in_aside(const t2g_scene *scene, uint32_t v)
{
    enum { WINDOW = 16 };
    for (uint32_t i = v + 2; i < scene->end && i < v + WINDOW && item(scene, i)->kind != T2G_ITEM_VERB; i++) {
        if (!t2g_scene_is(scene, i, ",")) continue;
        bool person = t2g_scene_is_entity(scene, i + 1) && item(scene, i + 1)->type == T2G_PERSON && !(item(scene, i + 1)->flags & T2G_ITEM_GENITIVE);
        bool ends = i + 2 >= scene->end || item(scene, i + 2)->kind == T2G_ITEM_PUNCT;
        return person && ends ? i + 1 : T2G_NONE;
    }
    return T2G_NONE;
}

/* said X; said the chairman, X */
static t2g_source source_behind(const t2g_scene *scene, uint32_t v)
{
    bool after = v > scene->begin && (item(scene, v - 1)->kind == T2G_ITEM_PUNCT || item(scene, v - 1)->flags & T2G_ITEM_QUOTE);
    if (!after || t2g_cue_addresses(scene, v) || item(scene, v)->end - item(scene, v)->begin > 2) return nobody;
    uint32_t head = t2g_noun_phrase_head(scene, v + 1, scene->end);
    if (head == T2G_NONE) head = named_in_aside(scene, v);
    if (head == T2G_NONE) return nobody;
    /* "said China would ..." has its speaker before; here something must end behind the name. */
    const uint16_t closes = T2G_CLASS_PREPOSITION | T2G_CLASS_PRONOUN | T2G_CLASS_SUBORDINATOR | T2G_CLASS_ADVERB;
    const t2g_item *next = head + 1 < scene->end ? item(scene, head + 1) : NULL;
    bool ends = !next || next->kind == T2G_ITEM_PUNCT || next->kind == T2G_ITEM_ROLE || t2g_scene_is(scene, head + 1, "head") || next->classes & closes;
    return ends ? (t2g_source){item(scene, head)->entity, v, false} : nobody;
}


/* ---- both ---- */

/* "officials in X said": a common noun speaks. */
static bool is_unnamed(const t2g_scene *scene, uint32_t subject)
{
    uint32_t i = scene->item[subject];
    return scene->layers->tags->pos[subject] == T2G_POS_NOUN && i != T2G_NONE && item(scene, i)->kind == T2G_ITEM_WORD &&
           !t2g_is_publication(scene, subject);
}

t2g_source t2g_source_of(const t2g_scene *scene, uint32_t v)
{
    uint32_t verb = t2g_scene_token(scene, v), subject = t2g_clause_subject(scene, verb);
    if (subject != T2G_NONE && subject > verb && t2g_cue_addresses(scene, v)) subject = T2G_NONE; /* "X told S": the tree errs */
    t2g_source who = subject == T2G_NONE ? nobody : t2g_source_named(scene, subject);
    if (who.entity != T2G_NONE) return who;
    if (subject != T2G_NONE && is_unnamed(scene, subject)) return nobody;
    who = source_behind(scene, v);
    return who.entity == T2G_NONE ? source_before(scene, v) : who;
}

/* S by position, and whether a report of its is meant. */
static t2g_source according_by_position(const t2g_scene *scene, uint32_t i)
{
    uint32_t last = i + 9 < scene->end ? i + 9 : scene->end;
    t2g_source who = {T2G_NONE, i, false};
    for (uint32_t j = i; j < last; j++) {
        const t2g_item *w = item(scene, j);
        bool publication = t2g_is_publication(scene, w->begin);
        who.published |= publication;
        if ((w->kind == T2G_ITEM_VERB && !publication) || t2g_scene_is(scene, j, ",") || t2g_scene_is(scene, j, ".")) break;
        if (w->kind != T2G_ITEM_ENTITY || w->flags & T2G_ITEM_DEMONYM) continue;
        if (who.entity == T2G_NONE || t2g_scene_is_outlet(scene, j)) who.entity = w->entity;
    }
    uint32_t head = t2g_noun_phrase_head(scene, i, scene->end);
    bool outlet = who.entity != T2G_NONE && scene->nature[who.entity] & T2G_NATURE_OUTLET;
    if (head != T2G_NONE && (item(scene, head)->type == T2G_PERSON || !who.published)) who.entity = item(scene, head)->entity;
    else if (!who.published && !outlet) who.entity = T2G_NONE;
    if (who.entity == T2G_NONE && who.published && t2g_scene_is(scene, i, "the")) who.entity = scene->reporter;
    return who;
}

t2g_source t2g_source_according(const t2g_scene *scene, uint32_t i)
{
    uint32_t first = i + 2;
    while (first < scene->end && item(scene, first)->flags & T2G_ITEM_SKIPPED) first++;
    bool joined = t2g_scene_is_outlet(scene, first) && item(scene, first)->type == T2G_ORGANISATION && t2g_scene_is_entity(scene, first + 1) &&
                  !(item(scene, first)->flags & T2G_ITEM_GENITIVE) && item(scene, first + 1)->type == T2G_PERSON;
    if (joined) return (t2g_source){item(scene, first)->entity, i, false}; /* "According to S X was": no comma */
    uint32_t noun = scene->layers->trees->head[item(scene, i)->begin];
    t2g_source who = noun == T2G_NONE ? nobody : t2g_source_named(scene, noun);
    return who.entity != T2G_NONE ? who : according_by_position(scene, i + 2);
}
