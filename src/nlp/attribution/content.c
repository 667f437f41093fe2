/* SPDX-License-Identifier: MIT */
#include "nlp/attribution/content.h"

#include "nlp/attribution/cue.h"

static const t2g_item *item(const t2g_scene *scene, uint32_t i)
{
    return &scene->row->at[i];
}

/* "As S said, ...", "China, he said, is ready": the verb hangs on what is said. */
static uint32_t content_above(const t2g_scene *scene, uint32_t verb)
{
    static const char *const as[] = {"as", NULL};
    t2g_deprel relation = t2g_scene_relation(scene, verb);
    uint32_t mark = t2g_scene_dependent(scene, verb, T2G_DEP_MARK);
    bool aside = relation == T2G_DEP_PARATAXIS || (relation == T2G_DEP_ADVCL && mark != T2G_NONE && t2g_scene_is_word(scene, mark, as));
    return aside ? scene->layers->trees->head[verb] : T2G_NONE;
}

/* "S said that A did, and that B will": the second "that" may hang on the verb of saying. */
static bool is_second_content(const t2g_scene *scene, uint32_t token)
{
    static const char *const that[] = {"that", NULL};
    uint32_t mark = t2g_scene_dependent(scene, token, T2G_DEP_MARK);
    return t2g_scene_relation(scene, token) == T2G_DEP_CONJ && mark != T2G_NONE && t2g_scene_is_word(scene, mark, that);
}

/* "S said that A did; B will": behind a semicolon, or with a verb of saying of its own, the text goes on, not S. */
static bool is_set_apart(const t2g_scene *scene, uint32_t verb, uint32_t token)
{
    if (t2g_clause_says_anew(scene, token)) return true;
    uint32_t from = scene->item[verb], to = scene->item[token];
    for (uint32_t i = from; i != T2G_NONE && to != T2G_NONE && i < to; i++)
        if (t2g_scene_is(scene, i, ";") && !scene->quoted[i]) return true;
    return false;
}

/* What is said hangs on the verb. */
static t2g_content_place content_below(const t2g_scene *scene, uint32_t verb, t2g_topics *topics)
{
    t2g_content_place place = T2G_CONTENT_NOWHERE;
    for (uint32_t d = scene->dependent[verb]; d != T2G_NONE; d = scene->next[d]) {
        t2g_deprel relation = t2g_scene_relation(scene, d);
        if (relation == T2G_DEP_PARATAXIS && is_set_apart(scene, verb, d)) continue;
        if (relation != T2G_DEP_CCOMP && !is_second_content(scene, d) && (relation != T2G_DEP_PARATAXIS || place != T2G_CONTENT_NOWHERE)) continue;
        t2g_clause_topics(scene, d, topics);
        place = d < verb ? T2G_CONTENT_BEFORE : T2G_CONTENT_BEHIND;
    }
    bool of_relative = place != T2G_CONTENT_NOWHERE && topics->len == 0 && t2g_scene_relation(scene, verb) == T2G_DEP_ACL;
    if (of_relative) t2g_topics_add_noun(scene, scene->layers->trees->head[verb], topics); /* "X, which S said was ..." */
    return place;
}

/* Where what is said begins, for a verb whose content stands behind it. */
static uint32_t begin_behind(const t2g_scene *scene, uint32_t v, uint32_t told)
{
    enum { WINDOW = 14 };
    uint32_t limit = scene->end - v < WINDOW ? scene->end : v + WINDOW;
    if (t2g_scene_is(scene, v + 1, "of") || t2g_scene_is(scene, v + 1, "about")) return v + 2;
    if (told == T2G_NONE && t2g_cue_is(scene, v, "tell")) told = t2g_noun_phrase_head(scene, v + 1, scene->end);
    if (told != T2G_NONE && told >= v && told < limit) v = told;
    for (uint32_t i = v + 1; i < limit; i++) {
        if (t2g_scene_is(scene, i, "that") || t2g_scene_is(scene, i, "as") || item(scene, i)->flags & T2G_ITEM_QUOTE) return i + 1;
        if (item(scene, i)->kind == T2G_ITEM_VERB) break;
    }
    return v + 1;
}

/* Does the sentence end, or go on without content, behind the verb? */
static bool ends_at(const t2g_scene *scene, uint32_t v, uint32_t speaker)
{
    uint32_t i = v + 1;
    if (i >= scene->end) return true;
    if (item(scene, i)->kind != T2G_ITEM_PUNCT || t2g_scene_is(scene, i, ":") || item(scene, i)->flags & T2G_ITEM_QUOTE) return false;
    bool quotes = i + 1 < scene->end && item(scene, i + 1)->flags & T2G_ITEM_QUOTE;
    return !(quotes && speaker <= scene->begin + 1);
}

static uint32_t first_topic(const t2g_scene *scene, uint32_t v, const t2g_source *who, uint32_t told)
{
    bool before = who->begin >= v || (who->begin > scene->begin && ends_at(scene, v, who->begin));
    if (before) return t2g_clause_first(scene, scene->begin, who->begin < v ? who->begin : v);
    uint32_t begin = begin_behind(scene, v, told);
    bool opens = begin > v + 1 && (t2g_scene_is(scene, begin - 1, "that") || item(scene, begin - 1)->flags & T2G_ITEM_QUOTE);
    return opens ? t2g_clause_first(scene, begin, scene->end) : T2G_NONE;
}

/* "X, S said, is ready": the subject of what is said hangs on the verb of saying too. */
static void add_parted_subject(const t2g_scene *scene, uint32_t verb, uint32_t speaker, t2g_topics *topics)
{
    for (uint32_t d = scene->dependent[verb]; d != T2G_NONE && d < verb; d = scene->next[d]) {
        uint32_t named = t2g_scene_relation(scene, d) == T2G_DEP_NSUBJ ? t2g_noun_named(scene, d) : T2G_NONE;
        if (named != T2G_NONE && item(scene, named)->entity != speaker) t2g_topics_add(scene, named, topics);
    }
}

t2g_content_place t2g_content_of(const t2g_scene *scene, uint32_t v, const t2g_source *who, uint32_t told, t2g_topics *topics)
{
    uint32_t verb = t2g_scene_token(scene, v), above = content_above(scene, verb);
    t2g_content_place place = content_below(scene, verb, topics);
    if (place == T2G_CONTENT_BEHIND && topics->len == 0) add_parted_subject(scene, verb, who->entity, topics);
    if (place == T2G_CONTENT_NOWHERE && above != T2G_NONE) {
        t2g_clause_topics(scene, above, topics);
        place = above < verb ? T2G_CONTENT_BEFORE : T2G_CONTENT_BEHIND;
    }
    if (place == T2G_CONTENT_BEFORE && item(scene, scene->begin)->flags & T2G_ITEM_QUOTE)
        t2g_topics_add(scene, t2g_clause_first(scene, scene->begin, who->begin < v ? who->begin : v), topics);
    if (place != T2G_CONTENT_NOWHERE) return place;
    uint32_t first = first_topic(scene, v, who, told);
    if (first == T2G_NONE || first == told) return T2G_CONTENT_NOWHERE;
    t2g_topics_add(scene, first, topics);
    return T2G_CONTENT_NEARBY;
}

uint32_t t2g_content_quoted(const t2g_scene *scene, uint32_t v, t2g_topics *topics)
{
    static const char *const as[] = {"as", NULL};
    uint32_t verb = t2g_scene_token(scene, v), saying = t2g_scene_dependent(scene, verb, T2G_DEP_ADVCL);
    uint32_t i = saying == T2G_NONE ? T2G_NONE : scene->item[saying];
    if (i == T2G_NONE || item(scene, i)->kind != T2G_ITEM_VERB || item(scene, i)->key != T2G_KEY_SAY) return T2G_NONE;
    uint32_t mark = t2g_scene_dependent(scene, saying, T2G_DEP_MARK), object = t2g_scene_dependent(scene, verb, T2G_DEP_OBJ);
    if (mark == T2G_NONE || !t2g_scene_is_word(scene, mark, as)) return T2G_NONE;
    content_below(scene, verb, topics);
    content_below(scene, saying, topics);
    return object == T2G_NONE ? t2g_clause_subject(scene, verb) : object;
}

void t2g_content_of_sentence(const t2g_scene *scene, t2g_topics *topics)
{
    const t2g_sentence *sentence = &scene->layers->sentences->at[scene->sentence];
    uint32_t root = sentence->begin;
    while (root < sentence->end && scene->layers->trees->head[root] != T2G_NONE) root++;
    if (root < sentence->end) t2g_clause_topics(scene, root, topics);
    if (topics->len == 0) t2g_topics_add(scene, t2g_clause_first(scene, scene->begin, scene->end), topics);
}

/* The predicate whose subject the token is or belongs to ("X", "X and Y", "the chairman, X"), or T2G_NONE. */
static uint32_t predicate_of(const t2g_scene *scene, uint32_t token, bool person)
{
    enum { STEPS = 4 };
    const t2g_trees *trees = scene->layers->trees;
    for (uint32_t step = 0; token != T2G_NONE && step < STEPS; step++) {
        t2g_deprel relation = t2g_scene_relation(scene, token);
        if (relation == T2G_DEP_NSUBJ) return trees->head[token];
        bool part = relation == T2G_DEP_CONJ || relation == T2G_DEP_APPOS || relation == T2G_DEP_FLAT || (relation == T2G_DEP_COMPOUND && person);
        if (!part && (t2g_deprel)trees->relation[token] != T2G_DEP_NMOD_DESC) return T2G_NONE;
        token = trees->head[token];
    }
    return T2G_NONE;
}

/* "X's son", "members of X": the common noun, when it is the subject; T2G_NONE when the item owns none. */
static uint32_t owned_by(const t2g_scene *scene, uint32_t i)
{
    static const char *const of[] = {"of", "including", NULL};
    uint32_t token = t2g_scene_token(scene, i), noun = scene->layers->trees->head[token], lead = t2g_scene_dependent(scene, token, T2G_DEP_CASE);
    if (t2g_scene_relation(scene, token) != T2G_DEP_NMOD || noun == T2G_NONE || t2g_scene_relation(scene, noun) != T2G_DEP_NSUBJ) return T2G_NONE;
    bool owns = item(scene, i)->flags & T2G_ITEM_GENITIVE || (lead != T2G_NONE && t2g_scene_is_word(scene, lead, of));
    return owns && scene->layers->tags->pos[noun] == T2G_POS_NOUN && t2g_noun_named(scene, noun) == T2G_NONE ? noun : T2G_NONE;
}

/* "The victims were X and Y": the person that a common noun is said to be. */
static bool is_named_so(const t2g_scene *scene, uint32_t i)
{
    uint32_t token = t2g_scene_token(scene, i);
    if (item(scene, i)->type != T2G_PERSON || item(scene, i)->flags & (T2G_ITEM_REFERENCE | T2G_ITEM_GENITIVE)) return false;
    if (t2g_scene_relation(scene, token) == T2G_DEP_CONJ) token = scene->layers->trees->head[token];
    uint32_t subject = t2g_scene_dependent(scene, token, T2G_DEP_NSUBJ);
    return subject != T2G_NONE && t2g_scene_dependent(scene, token, T2G_DEP_COP) != T2G_NONE && scene->layers->tags->pos[subject] == T2G_POS_NOUN &&
           t2g_noun_named(scene, subject) == T2G_NONE;
}

static t2g_depth depth_of(const t2g_scene *scene, uint32_t predicate)
{
    switch (t2g_scene_relation(scene, predicate)) {
    case T2G_DEP_ROOT: return T2G_DEPTH_MAIN;
    case T2G_DEP_CONJ:
    case T2G_DEP_PARATAXIS: return T2G_DEPTH_BESIDE;
    case T2G_DEP_CCOMP:
    case T2G_DEP_XCOMP: return T2G_DEPTH_SAID;
    case T2G_DEP_ADVCL: return T2G_DEPTH_ADVERBIAL;
    case T2G_DEP_ACL: return T2G_DEPTH_RELATIVE;
    default: return T2G_DEPTH_OTHER;
    }
}

/* Does the clause stand in what somebody else says, beside the verb of saying? */
static bool is_of_another(const t2g_scene *scene, uint32_t predicate, uint32_t verb)
{
    enum { STEPS = 6 };
    for (uint32_t step = 0; step < STEPS && predicate != T2G_NONE && predicate != verb; step++) {
        if (t2g_clause_says_anew(scene, predicate) && t2g_scene_relation(scene, predicate) != T2G_DEP_CCOMP) return true;
        predicate = scene->layers->trees->head[predicate];
    }
    return false;
}

void t2g_content_subjects(const t2g_scene *scene, uint32_t begin, uint32_t end, uint32_t verb, t2g_topics *topics)
{
    enum { WINDOW = 64 };
    if (end > begin + WINDOW) end = begin + WINDOW;
    for (uint32_t i = begin; i < end; i++) {
        if (begin > scene->begin && t2g_scene_is(scene, i, ";") && !scene->quoted[i]) break; /* what follows is the text's own */
        if (item(scene, i)->kind != T2G_ITEM_ENTITY) continue;
        uint32_t owned = owned_by(scene, i);
        if (item(scene, i)->flags & T2G_ITEM_GENITIVE && owned == T2G_NONE) continue;
        if (is_named_so(scene, i)) {
            t2g_topics_add(scene, i, topics);
            continue;
        }
        uint32_t predicate = predicate_of(scene, owned != T2G_NONE ? owned : t2g_scene_token(scene, i), item(scene, i)->type == T2G_PERSON);
        bool said = predicate != T2G_NONE && predicate != verb && !t2g_clause_is_condition(scene, predicate) &&
                    !is_of_another(scene, predicate, verb);
        uint32_t before = topics->len;
        if (said) t2g_topics_add(scene, i, topics);
        if (topics->len > before) topics->depth[before] = (uint8_t)(owned != T2G_NONE ? T2G_DEPTH_OWNER : depth_of(scene, predicate));
    }
}
