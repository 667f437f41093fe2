/* SPDX-License-Identifier: MIT */
#include "nlp/attribution/clause.h"

#include "nlp/attribution/antecedent.h"
#include "nlp/entity/coreference.h"

enum {
    SHARED = 6,     /* steps to a shared subject                              */
    INSIDE = 3,     /* "he thought it clear that": clauses looked through      */
    LEAD_ITEMS = 24 /* items of "After the vote, ..."                         */
};

/* ---- by the tree ---- */

static bool is_relative(const t2g_scene *scene, uint32_t token)
{
    static const char *const words[] = {"who", "which", "that", NULL};
    return t2g_scene_is_word(scene, token, words);
}

/* Its own subject.  Of several (a title is taken for one, or "X, he said, is ...") it is the
 * last who is somebody. */
static uint32_t own_subject(const t2g_scene *scene, uint32_t predicate)
{
    uint32_t subject = T2G_NONE;
    for (uint32_t d = scene->dependent[predicate]; d != T2G_NONE; d = scene->next[d])
        if (t2g_scene_relation(scene, d) == T2G_DEP_NSUBJ && (subject == T2G_NONE || t2g_noun_named(scene, d) != T2G_NONE)) subject = d;
    return subject;
}

uint32_t t2g_clause_subject(const t2g_scene *scene, uint32_t predicate)
{
    const t2g_trees *trees = scene->layers->trees;
    for (uint32_t steps = 0; predicate != T2G_NONE && steps < SHARED; steps++) {
        t2g_deprel relation = t2g_scene_relation(scene, predicate);
        uint32_t subject = own_subject(scene, predicate);
        if (subject != T2G_NONE) return is_relative(scene, subject) && relation == T2G_DEP_ACL ? trees->head[predicate] : subject;
        if (t2g_scene_dependent(scene, predicate, T2G_DEP_CSUBJ) != T2G_NONE) return T2G_NONE;
        if (relation == T2G_DEP_ACL) return trees->head[predicate];
        if (relation != T2G_DEP_CONJ && relation != T2G_DEP_XCOMP && relation != T2G_DEP_ADVCL) return T2G_NONE;
        predicate = trees->head[predicate];
    }
    return T2G_NONE;
}

bool t2g_topics_have(const t2g_topics *topics, uint32_t entity)
{
    for (uint32_t t = 0; t < topics->len; t++)
        if (topics->entity[t] == entity) return true;
    return false;
}

static void add_entity(uint32_t entity, uint32_t item, t2g_antecedent guessed, t2g_topics *topics)
{
    if (entity == T2G_NONE || topics->len == T2G_TOPICS || t2g_topics_have(topics, entity)) return;
    topics->entity[topics->len] = entity;
    topics->guessed[topics->len] = (uint8_t)guessed;
    topics->depth[topics->len] = T2G_DEPTH_MAIN;
    topics->item[topics->len++] = item;
}

void t2g_topics_add(const t2g_scene *scene, uint32_t item, t2g_topics *topics)
{
    if (item != T2G_NONE) add_entity(scene->row->at[item].entity, item, T2G_ANTECEDENT_SURE, topics);
}

/* "he" in a quote is not the one who is quoted. */
static bool is_other(const t2g_scene *scene, uint32_t item)
{
    const t2g_item *it = &scene->row->at[item];
    return it->entity == scene->speaker && it->type == T2G_PERSON && it->flags & T2G_ITEM_REFERENCE && it->end == it->begin + 1 &&
           scene->quoted[item];
}

/* "he" outside a quote is mostly the one who speaks, where he may be: whomever else it refers to is only likely meant. */
static bool is_himself(const t2g_scene *scene, uint32_t noun, uint32_t named)
{
    static const char *const he[] = {"he", NULL}, *const she[] = {"she", NULL};
    if (scene->speaker == T2G_NONE || scene->quoted[named] || scene->row->at[named].entity == scene->speaker) return false;
    const t2g_entity *speaker = &scene->layers->entities->at[scene->speaker];
    if (speaker->type != T2G_PERSON) return false;
    for (uint32_t i = scene->begin; i < scene->item[noun]; i++) { /* "said that if X ran, he" */
        const t2g_item *before = &scene->row->at[i];
        bool another = before->kind == T2G_ITEM_ENTITY && before->type == T2G_PERSON && before->entity != scene->speaker;
        if (another && !(before->flags & T2G_ITEM_REFERENCE)) return false;
    }
    return (t2g_scene_is_word(scene, noun, he) && speaker->gender != T2G_FEMALE) || (t2g_scene_is_word(scene, noun, she) && speaker->gender != T2G_MALE);
}

static void add_head(const t2g_scene *scene, uint32_t noun, t2g_topics *topics)
{
    static const char *const its[] = {"it", NULL};
    uint32_t own = t2g_noun_of_speaker(scene, noun), named = t2g_noun_named(scene, noun);
    bool vague = t2g_scene_is_word(scene, noun, its);
    if (own != T2G_NONE) {
        add_entity(own, scene->item[noun], T2G_ANTECEDENT_SURE, topics);
    } else if (named != T2G_NONE && is_other(scene, named)) {
        add_entity(scene->other, named, T2G_ANTECEDENT_SURE, topics);
    } else if (named != T2G_NONE && !vague) {
        t2g_antecedent sort = is_himself(scene, noun, named) ? T2G_ANTECEDENT_HE : T2G_ANTECEDENT_SURE;
        add_entity(scene->row->at[named].entity, named, sort, topics);
    }
    bool unsure = named == T2G_NONE || vague || (scene->row->at[named].entity == scene->speaker && scene->row->at[named].flags & T2G_ITEM_REFERENCE);
    t2g_antecedent sort = own == T2G_NONE && unsure ? t2g_antecedent_sort(scene, noun) : T2G_ANTECEDENT_SURE;
    if (sort != T2G_ANTECEDENT_SURE) add_entity(t2g_antecedent_likely(scene, sort), scene->item[noun], sort, topics);
}

bool t2g_topics_add_noun(const t2g_scene *scene, uint32_t noun, t2g_topics *topics)
{
    uint32_t before = topics->len;
    bool somebody = false;
    add_head(scene, noun, topics);
    for (uint32_t d = scene->dependent[noun]; d != T2G_NONE; d = scene->next[d])
        if (t2g_scene_relation(scene, d) == T2G_DEP_CONJ) add_head(scene, d, topics);
    for (uint32_t t = before; t < topics->len; t++) somebody |= !topics->guessed[t];
    return somebody;
}

bool t2g_clause_is_condition(const t2g_scene *scene, uint32_t predicate)
{
    static const char *const words[] = {"if", "whether", "unless", NULL};
    uint32_t mark = t2g_scene_dependent(scene, predicate, T2G_DEP_MARK);
    return mark != T2G_NONE && t2g_scene_is_word(scene, mark, words);
}

/* "we", "it", "there", or no subject at all, and somebody unnamed who says: what follows may be what is said. */
static bool is_empty(const t2g_scene *scene, uint32_t predicate, uint32_t subject)
{
    uint32_t i = scene->item[predicate];
    bool says = i != T2G_NONE && scene->row->at[i].kind == T2G_ITEM_VERB && scene->row->at[i].key == T2G_KEY_SAY;
    return subject == T2G_NONE || scene->layers->tags->pos[subject] == T2G_POS_PRON || says;
}

/* The clause inside: "we believe that ...", "it is clear that ...", "the danger is that ...". */
static uint32_t inner_clause(const t2g_scene *scene, uint32_t predicate)
{
    uint32_t inner = t2g_scene_dependent(scene, predicate, T2G_DEP_CCOMP);
    return inner != T2G_NONE ? inner : t2g_scene_dependent(scene, predicate, T2G_DEP_CSUBJ);
}

static void add_clause(const t2g_scene *scene, uint32_t predicate, t2g_topics *topics)
{
    for (uint32_t depth = 0; depth < INSIDE && predicate != T2G_NONE; depth++) {
        if (t2g_clause_is_condition(scene, predicate)) return;
        uint32_t subject = t2g_clause_subject(scene, predicate);
        if (subject != T2G_NONE && t2g_topics_add_noun(scene, subject, topics)) return;
        bool noun = subject == T2G_NONE && (scene->layers->tags->pos[predicate] == T2G_POS_NOUN || scene->layers->tags->pos[predicate] == T2G_POS_PROPN);
        if (noun && t2g_scene_dependent(scene, predicate, T2G_DEP_COP) == T2G_NONE && t2g_topics_add_noun(scene, predicate, topics)) return;
        if (!is_empty(scene, predicate, subject)) return;
        predicate = inner_clause(scene, predicate);
    }
}

bool t2g_clause_says_anew(const t2g_scene *scene, uint32_t token)
{
    uint32_t i = scene->item[token];
    if (scene->layers->tags->pos[token] != T2G_POS_VERB) return false; /* "is in talks" */
    if (i == T2G_NONE || scene->row->at[i].kind != T2G_ITEM_VERB || scene->quoted[i]) return false;
    uint8_t key = scene->row->at[i].key;
    return key == T2G_KEY_SAY || key == T2G_KEY_REPORT || key == T2G_KEY_BLAME;
}

/* "..., and Y will", "..., while Y will": as good as a clause of its own. */
static bool goes_on(const t2g_scene *scene, uint32_t token)
{
    static const char *const words[] = {"while", "whereas", "but", NULL};
    if (t2g_scene_dependent(scene, token, T2G_DEP_NSUBJ) == T2G_NONE || t2g_clause_says_anew(scene, token)) return false;
    if (t2g_scene_relation(scene, token) == T2G_DEP_CONJ) return true;
    uint32_t mark = t2g_scene_dependent(scene, token, T2G_DEP_MARK);
    return t2g_scene_relation(scene, token) == T2G_DEP_ADVCL && mark != T2G_NONE && t2g_scene_is_word(scene, mark, words);
}

void t2g_clause_topics(const t2g_scene *scene, uint32_t predicate, t2g_topics *topics)
{
    add_clause(scene, predicate, topics);
    for (uint32_t d = scene->dependent[predicate]; d != T2G_NONE; d = scene->next[d])
        if (goes_on(scene, d)) add_clause(scene, d, topics);
}

/* ---- by position ---- */

static bool is_open_word(const t2g_item *item)
{
    return item->kind == T2G_ITEM_WORD && !(item->classes & T2G_CLASS_FUNCTION) && !(item->flags & T2G_ITEM_GENITIVE);
}

/* "for decades", "on Monday morning": the open words behind a preposition at i - 1. */
static uint32_t past_adverbial(const t2g_scene *scene, uint32_t i, uint32_t end)
{
    uint32_t begin = i;
    while (i < end && i < begin + 3 && (scene->row->at[i].kind == T2G_ITEM_NAME || is_open_word(&scene->row->at[i]) ||
                                        scene->row->at[i].classes & T2G_CLASS_DETERMINER))
        i++;
    return i == begin ? end : i;
}

/* "I think", "we believe" inside what is said. */
static bool is_opinion(const t2g_scene *scene, uint32_t i, uint32_t end)
{
    return i + 1 < end && scene->row->at[i].kind == T2G_ITEM_WORD && scene->row->at[i].classes & T2G_CLASS_PRONOUN &&
           scene->row->at[i + 1].kind == T2G_ITEM_VERB && scene->row->at[i + 1].key == T2G_KEY_SAY;
}

/* Behind "On Monday, ", "After winning the vote, ", "Meanwhile, ": where the subject may begin. */
static uint32_t past_lead(const t2g_scene *scene, uint32_t i, uint32_t end)
{
    for (;;) {
        while (i < end && (scene->row->at[i].flags & T2G_ITEM_SKIPPED || scene->row->at[i].kind == T2G_ITEM_PUNCT ||
                           scene->row->at[i].classes & (T2G_CLASS_AND | T2G_CLASS_BUT) || t2g_scene_is(scene, i, "that")))
            i++;
        if (i >= end) return end;
        if (is_opinion(scene, i, end)) {
            i += 2;
            continue;
        }
        const t2g_item *item = &scene->row->at[i];
        bool leads = item->classes & (T2G_CLASS_PREPOSITION | T2G_CLASS_SUBORDINATOR) ||
                     (item->kind == T2G_ITEM_VERB && item->flags & T2G_ITEM_BARE);
        if (!leads) return i;
        uint32_t comma = i, limit = end - i < LEAD_ITEMS ? end : i + LEAD_ITEMS;
        while (comma < limit && !t2g_scene_is(scene, comma, ",")) comma++;
        i = comma < limit ? comma + 1 : past_adverbial(scene, i + 1, end);
    }
}

uint32_t t2g_clause_first(const t2g_scene *scene, uint32_t begin, uint32_t end)
{
    uint32_t i = past_lead(scene, begin, end);
    if (i < end && scene->row->at[i].classes & T2G_CLASS_IF) return T2G_NONE;
    return t2g_scene_is(scene, i, "it") ? T2G_NONE : t2g_noun_phrase_head(scene, i, end);
}
