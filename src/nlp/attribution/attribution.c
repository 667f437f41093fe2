/* SPDX-License-Identifier: MIT */
#include "nlp/attribution/attribution.h"

#include "nlp/attribution/content.h"
#include "nlp/attribution/cue.h"
#include "nlp/attribution/hearer.h"
#include "nlp/item/nature.h"
#include "nlp/attribution/standing.h"

enum { WAITING = 8, FAR = 3 }; /* entities that wait for a speaker; sentences a speaker lasts */

typedef struct reader {
    t2g_scene scene;
    t2g_claims *claims;
    uint32_t block;              /* of the sentence                                         */
    uint32_t speaker;            /* who spoke last, or T2G_NONE                             */
    uint32_t speaker_sentence;
    bool quoting;                /* a quote is open at the end of the sentence              */
    uint32_t owner;              /* who began it, or T2G_NONE                               */
    uint32_t waiting[WAITING];   /* entities in a quote whose speaker is not known yet      */
    uint32_t waiting_len;
    uint32_t recent[2];          /* the persons named last, or T2G_NONE                     */
    uint32_t person;             /* whom the last words quoted were about, or T2G_NONE      */
    bool attributed;             /* somebody was found to speak in this sentence            */
    bool stranger;               /* somebody speaks in it who is not named                  */
} reader;

static const t2g_item *item(const reader *r, uint32_t i)
{
    return &r->scene.row->at[i];
}

static bool is(const reader *r, uint32_t i, const char *fold)
{
    return t2g_scene_is(&r->scene, i, fold);
}

static void claim(reader *r, uint32_t about, uint32_t source, t2g_report_kind kind, t2g_rule rule)
{
    if (about == T2G_NONE || source == T2G_NONE) return;
    t2g_claim c = {.source = about, .target = source, .sentence = r->scene.sentence, .relation = T2G_REPORTED_BY,
                   .kind = (uint8_t)kind, .rule = (uint8_t)rule};
    t2g_claims_add(r->claims, &c);
}

static void claim_topics(reader *r, const t2g_topics *topics, uint32_t source, t2g_report_kind kind, t2g_rule rule)
{
    for (uint32_t t = 0; t < topics->len; t++) {
        uint32_t entity = topics->entity[t];
        claim(r, entity, source, kind, rule);
        if (entity != source && r->scene.layers->entities->at[entity].type == T2G_PERSON) r->person = entity;
    }
}

static uint32_t entity_of(const reader *r, uint32_t i)
{
    return i == T2G_NONE ? T2G_NONE : item(r, i)->entity;
}

static t2g_report_kind kind_of(const reader *r, uint32_t source, bool published)
{
    return published || r->scene.nature[source] & T2G_NATURE_OUTLET ? T2G_REPORT : T2G_STATEMENT;
}

static void speaks(reader *r, uint32_t entity)
{
    r->speaker = entity;
    r->speaker_sentence = r->scene.sentence;
    r->attributed = true;
}

/* From here on these are the words of the speaker. */
static void hears(reader *r, uint32_t speaker)
{
    r->scene.speaker = speaker;
    r->scene.other = r->person != speaker ? r->person : T2G_NONE;
    for (uint32_t p = 0; p < 2 && r->scene.other == T2G_NONE; p++)
        if (r->recent[p] != speaker) r->scene.other = r->recent[p];
}

/* Persons the text names, the last two. */
static void note_person(reader *r, const t2g_item *person)
{
    if (person->kind != T2G_ITEM_ENTITY || person->type != T2G_PERSON || person->entity == r->recent[0]) return;
    r->recent[1] = r->recent[0];
    r->recent[0] = person->entity;
}

/* "X and Y said": those who say it with the first. */
static void claim_others(reader *r, uint32_t v, uint32_t told, const t2g_topics *topics, t2g_rule rule)
{
    uint32_t first = t2g_clause_subject(&r->scene, t2g_scene_token(&r->scene, v));
    for (uint32_t d = first == T2G_NONE ? T2G_NONE : r->scene.dependent[first]; d != T2G_NONE; d = r->scene.next[d]) {
        if (t2g_scene_relation(&r->scene, d) != T2G_DEP_CONJ) continue;
        t2g_source who = t2g_source_named(&r->scene, d);
        if (who.entity == T2G_NONE) continue;
        claim_topics(r, topics, who.entity, kind_of(r, who.entity, who.published), rule);
        if (told != T2G_NONE) claim(r, who.entity, item(r, told)->entity, T2G_REPORT, T2G_RULE_TOLD);
    }
}

/* One verb of saying, with its source known. */
static void attribute(reader *r, uint32_t v, const t2g_source *who)
{
    bool reports = item(r, v)->key == T2G_KEY_REPORT;
    t2g_report_kind kind = kind_of(r, who->entity, who->published);
    if (who->published || (reports && kind == T2G_REPORT)) r->scene.reporter = who->entity;
    uint32_t told = t2g_hearer_of(&r->scene, v);
    if (told != T2G_NONE && item(r, told)->entity != who->entity) {
        t2g_rule rule = t2g_cue_is(&r->scene, v, "tell") ? T2G_RULE_TOLD : T2G_RULE_INTERVIEW;
        claim(r, who->entity, item(r, told)->entity, T2G_REPORT, rule);
        r->scene.reporter = item(r, told)->entity;
    }
    t2g_topics topics = {.len = 0};
    hears(r, who->entity);
    t2g_content_place place = t2g_content_of(&r->scene, v, who, told, &topics);
    t2g_rule rule = place == T2G_CONTENT_NEARBY ? T2G_RULE_NEARBY : place == T2G_CONTENT_BEFORE ? T2G_RULE_QUOTE
                                              : reports ? T2G_RULE_REPORTED : T2G_RULE_SAID;
    bool relays = place == T2G_CONTENT_NEARBY && kind == T2G_REPORT && r->attributed && topics.item[0] < v;
    if (relays) claim(r, r->speaker, who->entity, kind, rule);
    else claim_topics(r, &topics, who->entity, kind, rule);
    claim_others(r, v, told, &topics, rule);
    if (!(place == T2G_CONTENT_BEFORE && r->attributed)) speaks(r, who->entity);
}

/* The item of the object of the verb. */
static uint32_t object_of(const reader *r, uint32_t v)
{
    uint32_t object = t2g_scene_dependent(&r->scene, t2g_scene_token(&r->scene, v), T2G_DEP_OBJ);
    uint32_t named = object == T2G_NONE ? T2G_NONE : t2g_noun_named(&r->scene, object);
    return named != T2G_NONE ? named : t2g_noun_phrase_head(&r->scene, v + 1, r->scene.end);
}

/* "called", "compared", "identified": of their object only where they say what it is. */
static bool is_naming(const reader *r, uint32_t v)
{
    return t2g_cue_is(&r->scene, v, "call") || t2g_cue_is(&r->scene, v, "compare") || t2g_cue_is(&r->scene, v, "describe") ||
           t2g_cue_is(&r->scene, v, "identify") || t2g_cue_is(&r->scene, v, "label");
}

/* "called X a liar", "described X as weak", "compared X to Y": the item of X, or T2G_NONE. */
static uint32_t named_object(const reader *r, uint32_t v)
{
    uint32_t verb = t2g_scene_token(&r->scene, v), object = t2g_scene_dependent(&r->scene, verb, T2G_DEP_OBJ);
    bool like = t2g_scene_dependent(&r->scene, verb, T2G_DEP_OBL) != T2G_NONE && !t2g_cue_is(&r->scene, v, "call");
    bool said = like || t2g_scene_dependent(&r->scene, verb, T2G_DEP_XCOMP) != T2G_NONE ||
                (v + 2 < r->scene.end && item(r, v + 2)->flags & T2G_ITEM_QUOTE);
    return said && object != T2G_NONE ? t2g_noun_named(&r->scene, object) : T2G_NONE;
}

/* S quoted X as saying; S accused X of: the object is whom it is about. */
static void attribute_object(reader *r, uint32_t v, const t2g_source *who, t2g_rule rule)
{
    uint32_t object = is_naming(r, v) ? named_object(r, v) : object_of(r, v);
    if (object == T2G_NONE) return;
    uint32_t noun = t2g_scene_dependent(&r->scene, t2g_scene_token(&r->scene, v), T2G_DEP_OBJ);
    t2g_topics topics = {.len = 0};
    if (noun != T2G_NONE && rule == T2G_RULE_BLAMED) t2g_topics_add_noun(&r->scene, noun, &topics);
    claim_topics(r, &topics, who->entity, kind_of(r, who->entity, who->published), rule);
    claim(r, item(r, object)->entity, who->entity, kind_of(r, who->entity, who->published || rule == T2G_RULE_REPORTED), rule);
    if (rule == T2G_RULE_REPORTED) speaks(r, item(r, object)->entity);
}

/* "S quoted X as saying that E ...": what X says is of X, not of S. */
static bool read_quoted(reader *r, uint32_t v, bool passive)
{
    t2g_topics topics = {.len = 0};
    uint32_t token = t2g_content_quoted(&r->scene, v, &topics);
    uint32_t speaker = token == T2G_NONE ? T2G_NONE : t2g_noun_named(&r->scene, token);
    if (speaker == T2G_NONE) return false;
    uint32_t entity = item(r, speaker)->entity;
    claim_topics(r, &topics, entity, kind_of(r, entity, false), T2G_RULE_SAID);
    t2g_source who = passive ? (t2g_source){.entity = T2G_NONE} : t2g_source_of(&r->scene, v);
    if (who.entity != T2G_NONE) claim(r, entity, who.entity, T2G_REPORT, T2G_RULE_REPORTED);
    speaks(r, entity);
    return true;
}

/* E was described by S as; E was quoted by S; as reported by S. */
static void read_passive(reader *r, uint32_t v)
{
    enum { WINDOW = 10 };
    const t2g_trees *trees = r->scene.layers->trees;
    t2g_source who = {.entity = T2G_NONE};
    uint32_t verb = t2g_scene_token(&r->scene, v);
    for (uint32_t i = v + 1; i < v + WINDOW && i < r->scene.end && who.entity == T2G_NONE; i++) {
        uint32_t noun = is(r, i, "by") ? trees->head[item(r, i)->begin] : T2G_NONE;
        uint32_t head = noun == T2G_NONE ? T2G_NONE : trees->head[noun];
        if (head != T2G_NONE && (head == verb || trees->head[head] == verb)) who = t2g_source_named(&r->scene, noun);
    }
    uint32_t subject = t2g_clause_subject(&r->scene, verb);
    uint32_t about = subject == T2G_NONE ? T2G_NONE : t2g_noun_named(&r->scene, subject);
    if (who.entity == T2G_NONE) return;
    bool reports = item(r, v)->key == T2G_KEY_REPORT;
    uint32_t entity = about != T2G_NONE ? item(r, about)->entity : r->attributed && reports ? r->speaker : T2G_NONE;
    claim(r, entity, who.entity, kind_of(r, who.entity, who.published || reports), reports ? T2G_RULE_REPORTED : T2G_RULE_BLAMED);
}

/* "Diplomats told S that E ...": nobody is named but the outlet, which then reports. */
static void read_stranger(reader *r, uint32_t v)
{
    r->stranger = true;
    uint32_t told = t2g_hearer_of(&r->scene, v);
    if (told == T2G_NONE) return;
    t2g_source who = {item(r, told)->entity, r->scene.begin, false};
    t2g_topics topics = {.len = 0};
    hears(r, T2G_NONE);
    t2g_content_place place = t2g_content_of(&r->scene, v, &who, told, &topics);
    if (place != T2G_CONTENT_NEARBY) claim_topics(r, &topics, who.entity, T2G_REPORT, T2G_RULE_TOLD);
    r->scene.reporter = who.entity;
}

/* "was said", not "was saying"; "X, described by S as". */
static bool is_passive(const reader *r, uint32_t v)
{
    t2g_slice form = t2g_lexicon_entry(r->scene.layers->lexicon, item(r, v)->entry).more;
    uint32_t verb = t2g_scene_token(&r->scene, v);
    if (t2g_slice_is(form, "ing")) return false;
    if (item(r, v)->flags & T2G_ITEM_PASSIVE) return true;
    return t2g_scene_relation(&r->scene, verb) == T2G_DEP_ACL && t2g_scene_dependent(&r->scene, verb, T2G_DEP_NSUBJ) == T2G_NONE;
}

/* Is the verb an infinitive, a gerund or a participle that nobody says anything with? */
static bool is_idle(const reader *r, uint32_t v)
{
    const t2g_item *verb = item(r, v);
    uint32_t token = t2g_scene_token(&r->scene, v);
    t2g_deprel relation = t2g_scene_relation(&r->scene, token);
    if (t2g_scene_dependent(&r->scene, token, T2G_DEP_NSUBJ) != T2G_NONE) return false;
    if (verb->flags & T2G_ITEM_BARE) {
        if (v > r->scene.begin && is(r, v - 1, "as")) return true;
        if (v > r->scene.begin && is(r, v - 1, "to")) return true;
        return relation != T2G_DEP_ADVCL && relation != T2G_DEP_ACL && !(v > r->scene.begin && is(r, v - 1, ","));
    }
    return relation == T2G_DEP_ACL;
}

static void read_verb(reader *r, uint32_t v)
{
    const t2g_item *verb = item(r, v);
    bool says = verb->key == T2G_KEY_SAY || verb->key == T2G_KEY_REPORT, blames = verb->key == T2G_KEY_BLAME;
    if ((!says && !blames) || verb->flags & (T2G_ITEM_NEGATED | T2G_ITEM_MODAL)) return;
    if (is_passive(r, v) || (verb->key == T2G_KEY_REPORT && is(r, v + 1, "by"))) {
        read_quoted(r, v, true);
        read_passive(r, v);
        return;
    }
    if (says && read_quoted(r, v, false)) return;
    if (is_idle(r, v)) return;
    bool infinitive = is(r, v + 1, "to") && t2g_scene_relation(&r->scene, item(r, v + 1)->begin) == T2G_DEP_MARK;
    if (infinitive) return; /* "claims to be": about himself */
    bool publication = t2g_is_publication(&r->scene, verb->begin) && verb->end == verb->begin + 1;
    if (publication && v + 1 < r->scene.end && item(r, v + 1)->kind == T2G_ITEM_VERB) return; /* "the S report said" */
    bool goes_on = verb->flags & T2G_ITEM_BARE && r->attributed && v > r->scene.begin && is(r, v - 1, ","); /* ", adding that" */
    t2g_source who = goes_on ? (t2g_source){r->speaker, r->scene.begin, false} : t2g_source_of(&r->scene, v);
    if (who.entity == T2G_NONE) {
        if (says) read_stranger(r, v);
        return;
    }
    if (t2g_cue_is(&r->scene, v, "show") && !who.published) return;
    if (blames) attribute_object(r, v, &who, T2G_RULE_BLAMED);
    else if (t2g_cue_is(&r->scene, v, "quote") || t2g_cue_is(&r->scene, v, "cite")) attribute_object(r, v, &who, T2G_RULE_REPORTED);
    else attribute(r, v, &who);
}

/* Behind "According to X, head of Y, ...": the item where the sentence goes on. */
static uint32_t past_according(const reader *r, uint32_t i, uint32_t source)
{
    uint32_t begin = i;
    while (begin < r->scene.end && !is(r, begin, ",")) begin++;
    uint32_t next = begin + 1;
    while (next < r->scene.end && item(r, next)->flags & T2G_ITEM_SKIPPED) next++;
    if (next >= r->scene.end) return begin;
    uint32_t office = item(r, next)->office;
    if (office != T2G_NONE && is(r, r->scene.offices->group[office].end, ",")) return r->scene.offices->group[office].end;
    return item(r, next)->entity == source && is(r, next + 1, ",") ? next + 1 : begin;
}

static void read_according(reader *r, uint32_t i)
{
    const t2g_trees *trees = r->scene.layers->trees;
    uint32_t noun = trees->head[item(r, i)->begin];
    t2g_source who = t2g_source_according(&r->scene, i);
    if (who.entity == T2G_NONE) return;
    t2g_topics topics = {.len = 0};
    hears(r, who.entity);
    if (noun != T2G_NONE && t2g_scene_relation(&r->scene, noun) == T2G_DEP_OBL) t2g_clause_topics(&r->scene, trees->head[noun], &topics);
    bool opens = i <= r->scene.begin + 1;
    uint32_t begin = opens ? past_according(r, i, who.entity) : r->scene.begin, end = opens ? r->scene.end : i;
    if (topics.len == 0) t2g_topics_add(&r->scene, t2g_clause_first(&r->scene, begin, end), &topics);
    t2g_report_kind kind = kind_of(r, who.entity, who.published);
    if (kind == T2G_REPORT && r->attributed && !opens) claim(r, r->speaker, who.entity, kind, T2G_RULE_ACCORDING);
    else claim_topics(r, &topics, who.entity, kind, T2G_RULE_ACCORDING);
    if (kind == T2G_REPORT) r->scene.reporter = who.entity;
    r->attributed = true;
}

/* "In an interview with S, X denied": whatever X does then. */
static void read_occasion(reader *r, uint32_t i)
{
    enum { STEPS = 4 };
    const t2g_trees *trees = r->scene.layers->trees;
    uint32_t token = item(r, i)->begin, hearer = t2g_hearer_on_occasion(&r->scene, token);
    if (hearer == T2G_NONE) return;
    for (uint32_t step = 0; step < STEPS && token != T2G_NONE && t2g_scene_relation(&r->scene, token) != T2G_DEP_OBL; step++)
        token = trees->head[token];
    if (token == T2G_NONE || trees->head[token] == T2G_NONE) return;
    uint32_t subject = t2g_clause_subject(&r->scene, trees->head[token]);
    if (subject == T2G_NONE) return;
    uint32_t about = t2g_noun_named(&r->scene, subject);
    claim(r, entity_of(r, about), item(r, hearer)->entity, T2G_REPORT, T2G_RULE_INTERVIEW);
}

/* "A. B," said S: what was said before S was named. */
static void serve_waiting(reader *r, uint32_t speaker)
{
    for (uint32_t w = 0; w < r->waiting_len; w++) claim(r, r->waiting[w], speaker, kind_of(r, speaker, false), T2G_RULE_CONTINUED);
    r->waiting_len = 0;
}

/* A pronoun in a quote means whom the quote was about before, not whom the text named last. */
static void wait_for_speaker(reader *r, const t2g_topics *topics)
{
    for (uint32_t t = 0; t < topics->len && r->waiting_len < WAITING; t++) {
        const t2g_item *topic = item(r, topics->item[t]);
        bool pronoun = topic->flags & T2G_ITEM_REFERENCE && topic->end == topic->begin + 1;
        uint32_t entity = !pronoun ? topics->entity[t] : topic->type == T2G_PERSON ? r->person : T2G_NONE;
        if (entity != T2G_NONE) r->waiting[r->waiting_len++] = entity;
        if (!pronoun && topic->type == T2G_PERSON) r->person = entity;
    }
}

/* May the last speaker be the one of a quote that names none? */
static bool may_go_on(const reader *r)
{
    if (r->speaker == T2G_NONE || r->scene.layers->entities->at[r->speaker].type != T2G_PERSON) return false;
    return r->scene.sentence - r->speaker_sentence <= FAR;
}

/* A sentence of a quote in which nobody speaks goes on with whoever began the
 * quote; else it waits for the speaker behind it, or takes the last one. */
static void go_on_quoting(reader *r, bool was_open)
{
    if (r->attributed) {
        serve_waiting(r, r->speaker);
        r->owner = r->speaker;
        return;
    }
    if (r->stranger) {
        r->waiting_len = 0;
        r->owner = r->speaker = T2G_NONE;
        return;
    }
    bool begins = r->scene.begin < r->scene.end && item(r, r->scene.begin)->flags & T2G_ITEM_QUOTE;
    if (!was_open) r->owner = T2G_NONE;
    if (!was_open && !begins) return;
    t2g_topics topics = {.len = 0};
    hears(r, r->owner);
    t2g_content_of_sentence(&r->scene, &topics);
    wait_for_speaker(r, &topics);
    if (r->owner != T2G_NONE) serve_waiting(r, r->owner);
    else if (!r->quoting && may_go_on(r)) serve_waiting(r, r->speaker);
    else if (!r->quoting) r->waiting_len = 0;
    if (r->waiting_len == 0) r->speaker_sentence = r->scene.sentence;
}

static void read_sentence(reader *r)
{
    bool was_open = r->quoting;
    r->quoting = r->scene.quoted[r->scene.end - 1];
    r->attributed = r->stranger = false;
    for (uint32_t i = r->scene.begin; i < r->scene.end; i++) {
        note_person(r, item(r, i));
        if (r->scene.quoted[i]) continue; /* what the quoted say of others is not said by the text */
        if (item(r, i)->kind == T2G_ITEM_VERB) read_verb(r, i);
        else if (is(r, i, "according") && is(r, i + 1, "to")) read_according(r, i);
        else if (item(r, i)->kind == T2G_ITEM_WORD) read_occasion(r, i);
    }
    go_on_quoting(r, was_open);
}

bool t2g_attributions_find(const t2g_layers *layers, const t2g_row *row, const t2g_offices *offices, uint8_t *nature,
                           t2g_claims *claims)
{
    reader r = {.claims = claims, .block = T2G_NONE, .speaker = T2G_NONE, .owner = T2G_NONE, .person = T2G_NONE,
                .recent = {T2G_NONE, T2G_NONE}};
    t2g_journalists_mark(nature, claims, row, offices);
    if (!t2g_scene_init(&r.scene, claims->arena, layers, row, offices, nature)) return false;
    if (!t2g_places_find(&r.scene, claims)) return false;
    for (uint32_t n = 0; n < layers->sentences->len; n++) {
        if (layers->sentences->at[n].block != r.block) {
            r.quoting = false;
            r.waiting_len = 0;
        }
        r.block = layers->sentences->at[n].block;
        t2g_scene_enter(&r.scene, n);
        if (r.scene.begin < r.scene.end) read_sentence(&r);
    }
    return true;
}
