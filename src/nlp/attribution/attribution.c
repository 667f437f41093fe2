/* SPDX-License-Identifier: MIT */
#include "nlp/attribution/attribution.h"

#include "nlp/attribution/airing.h"
#include "nlp/attribution/content.h"
#include "nlp/attribution/cue.h"
#include "nlp/attribution/hearer.h"
#include "nlp/item/nature.h"
#include "nlp/attribution/standing.h"

enum { WAITING = 16, FAR = 3 }; /* entities that wait for a speaker; sentences a speaker lasts */

/* A claim that wants its speaker. */
typedef struct pending {
    uint32_t about;
    uint16_t how;
    uint8_t rule;
} pending;

typedef struct reader {
    t2g_scene scene;
    t2g_claims *claims;
    uint32_t block;              /* of the sentence                                         */
    uint32_t speaker;            /* who spoke last, or T2G_NONE                             */
    uint32_t speaker_sentence;
    bool quoting;                /* a quote is open at the end of the sentence              */
    uint32_t owner;              /* who began it, or T2G_NONE                               */
    pending waiting[WAITING];    /* what a quote is about whose speaker is not known yet    */
    uint32_t waiting_len;
    uint32_t actor;              /* the person the last sentence was about, or T2G_NONE     */
    uint32_t person;             /* whom the last words quoted were about, or T2G_NONE      */
    uint32_t label;              /* "X: ...": whose words the block is, or T2G_NONE         */
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

static void claim_how(reader *r, uint32_t about, uint32_t source, t2g_report_kind kind, t2g_rule rule, uint32_t how)
{
    if (about == T2G_NONE || source == T2G_NONE) return;
    t2g_claim c = {.source = about, .target = source, .sentence = r->scene.sentence, .relation = T2G_REPORTED_BY,
                   .kind = (uint8_t)kind, .rule = (uint8_t)rule, .how = (uint16_t)how};
    t2g_claims_add(r->claims, &c);
}

static void claim(reader *r, uint32_t about, uint32_t source, t2g_report_kind kind, t2g_rule rule)
{
    claim_how(r, about, source, kind, rule, 0);
}

/* How the text names whom it is about there: a clue for the judge. */
static uint32_t how_named(const reader *r, uint32_t i)
{
    const t2g_item *topic = item(r, i);
    bool reference = topic->kind != T2G_ITEM_ENTITY || topic->flags & T2G_ITEM_REFERENCE;
    uint32_t form = !reference ? (topic->flags & T2G_ITEM_DEMONYM ? 2 : 1) : topic->end == topic->begin + 1 ? 3 : 4;
    return form + (r->scene.quoted[i] ? 8u : 0);
}

static void claim_topics(reader *r, const t2g_topics *topics, uint32_t source, t2g_report_kind kind, t2g_rule rule)
{
    for (uint32_t t = 0; t < topics->len; t++) {
        uint32_t entity = topics->entity[t];
        bool guessed = topics->guessed[t];
        claim_how(r, entity, source, kind, guessed ? T2G_RULE_MEANT : rule, how_named(r, topics->item[t]) + topics->guessed[t] * 16u);
        if (guessed) continue;
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
        if (r->scene.recent[T2G_PERSON][p] != speaker) r->scene.other = r->scene.recent[T2G_PERSON][p];
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

/* The same for a subject further inside: how its clause hangs there, and whether whom that is about was found. */
static uint32_t how_inside(const reader *r, const t2g_topics *inside, uint32_t t, const t2g_topics *known)
{
    return how_named(r, inside->item[t]) + inside->depth[t] * 16u + (known->len ? 256u : 0);
}

/* Who else is a subject among items [begin, end), which the source says, but for the subjects of the verb of saying. */
static void claim_inside(reader *r, uint32_t begin, uint32_t end, uint32_t verb, const t2g_source *who, const t2g_topics *known)
{
    t2g_topics topics = {.len = 0};
    t2g_content_subjects(&r->scene, begin, end, verb, &topics);
    for (uint32_t t = 0; t < topics.len; t++)
        if (!t2g_topics_have(known, topics.entity[t]))
            claim_how(r, topics.entity[t], who->entity, kind_of(r, who->entity, who->published), T2G_RULE_INSIDE, how_inside(r, &topics, t, known));
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
    bool before = place == T2G_CONTENT_BEFORE || (who->begin >= v && who->begin != T2G_NONE);
    uint32_t speaker = who->begin < v ? who->begin : v;
    claim_inside(r, before ? r->scene.begin : v + 1, before ? speaker : r->scene.end, t2g_scene_token(&r->scene, v), who, &topics);
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
    uint32_t noun = t2g_scene_dependent(&r->scene, t2g_scene_token(&r->scene, v), T2G_DEP_OBJ);
    if (object == T2G_NONE && (noun == T2G_NONE || is_naming(r, v))) return;
    hears(r, who->entity);
    if (noun == T2G_NONE) noun = t2g_scene_token(&r->scene, object);
    t2g_topics topics = {.len = 0};
    if (noun != T2G_NONE && rule == T2G_RULE_BLAMED) t2g_topics_add_noun(&r->scene, noun, &topics);
    claim_topics(r, &topics, who->entity, kind_of(r, who->entity, who->published), rule);
    if (object == T2G_NONE) return;
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
        bool of_verb = head == verb || (head != T2G_NONE && trees->head[head] == verb && t2g_scene_relation(&r->scene, head) != T2G_DEP_CCOMP);
        if (of_verb) who = t2g_source_named(&r->scene, noun);
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
    if (told == T2G_NONE) told = t2g_hearer_of_subject(&r->scene, v);
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

/* "went on to say", "continues to insist": said all the same. */
static bool goes_on_to(const reader *r, uint32_t token)
{
    static const char *const go[] = {"go", "goes", "went", "gone", "going", NULL};
    static const char *const continues[] = {"continue", "continues", "continued", "continuing", NULL};
    uint32_t head = r->scene.layers->trees->head[token];
    if (head == T2G_NONE || head > token) return false;
    uint32_t next = r->scene.item[head + 1];
    return t2g_scene_is_word(&r->scene, head, continues) ||
           (t2g_scene_is_word(&r->scene, head, go) && next != T2G_NONE && is(r, next, "on"));
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
        if (v > r->scene.begin && is(r, v - 1, "to")) return !goes_on_to(r, token);
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
    if (t2g_cue_is(&r->scene, v, "show") && kind_of(r, who.entity, who.published) != T2G_REPORT) return;
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

/* "According to S X was": the item of X, which nothing parts from S; T2G_NONE when something does. */
static uint32_t right_behind(const reader *r, uint32_t i, uint32_t source)
{
    enum { WINDOW = 6 };
    for (uint32_t j = i; j + 1 < r->scene.end && j < i + WINDOW; j++) {
        if (item(r, j)->entity != source) continue;
        return t2g_scene_is_entity(&r->scene, j + 1) && item(r, j + 1)->entity != source ? j + 1 : T2G_NONE;
    }
    return T2G_NONE;
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
    if (topics.len == 0 && opens) t2g_topics_add(&r->scene, right_behind(r, i + 2, who.entity), &topics);
    if (topics.len == 0) t2g_topics_add(&r->scene, t2g_clause_first(&r->scene, begin, end), &topics);
    t2g_report_kind kind = kind_of(r, who.entity, who.published);
    if (kind == T2G_REPORT && r->attributed && !opens) claim(r, r->speaker, who.entity, kind, T2G_RULE_ACCORDING);
    else claim_topics(r, &topics, who.entity, kind, T2G_RULE_ACCORDING);
    claim_inside(r, begin, end, T2G_NONE, &who, &topics);
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

/* "appeared on S", "wrote in S": whoever does. */
static void read_airing(reader *r, uint32_t i)
{
    t2g_topics topics = {.len = 0};
    hears(r, T2G_NONE);
    uint32_t how = t2g_airing_at(&r->scene, i, &topics);
    for (uint32_t t = 0; how && t < topics.len; t++)
        claim_how(r, topics.entity[t], item(r, i)->entity, T2G_REPORT, T2G_RULE_AIRED, how | (topics.guessed[t] ? 256u : 0));
}

/* "A. B," said S: what was said before S was named. */
static void serve_waiting(reader *r, uint32_t speaker)
{
    for (uint32_t w = 0; w < r->waiting_len; w++) {
        const pending *p = &r->waiting[w];
        claim_how(r, p->about, speaker, kind_of(r, speaker, false), (t2g_rule)p->rule, p->how);
    }
    r->waiting_len = 0;
}

/* The same where it is only likely that this is the speaker. */
static void serve_likely(reader *r, uint32_t speaker)
{
    for (uint32_t w = 0; w < r->waiting_len; w++)
        claim_how(r, r->waiting[w].about, speaker, kind_of(r, speaker, false), T2G_RULE_INSIDE, r->waiting[w].how + 1024u);
    r->waiting_len = 0;
}

static void wait(reader *r, uint32_t about, t2g_rule rule, uint32_t how)
{
    if (about != T2G_NONE && r->waiting_len < WAITING) r->waiting[r->waiting_len++] = (pending){about, (uint16_t)how, (uint8_t)rule};
}

/* A pronoun in a quote means whom the quote was about before, not whom the text named last. */
static void wait_for_speaker(reader *r, const t2g_topics *topics)
{
    for (uint32_t t = 0; t < topics->len; t++) {
        const t2g_item *topic = item(r, topics->item[t]);
        uint32_t how = how_named(r, topics->item[t]);
        if (topics->guessed[t]) {
            wait(r, topics->entity[t], T2G_RULE_MEANT, how + topics->guessed[t] * 16u);
            continue;
        }
        bool pronoun = topic->flags & T2G_ITEM_REFERENCE && topic->end == topic->begin + 1;
        if (!pronoun) wait(r, topics->entity[t], T2G_RULE_CONTINUED, how);
        else if (topic->type == T2G_PERSON) wait(r, r->person != T2G_NONE ? r->person : topics->entity[t], T2G_RULE_CONTINUED, how);
        if (!pronoun && topic->type == T2G_PERSON) r->person = topics->entity[t];
    }
}

/* Whoever else is a subject in the quoted part of the sentence. */
static void wait_inside(reader *r, const t2g_topics *known)
{
    t2g_topics inside = {.len = 0};
    for (uint32_t i = r->scene.begin, end; i < r->scene.end; i = end + 1) {
        while (i < r->scene.end && !r->scene.quoted[i]) i++;
        for (end = i; end < r->scene.end && r->scene.quoted[end];) end++;
        t2g_content_subjects(&r->scene, i, end, T2G_NONE, &inside);
    }
    for (uint32_t t = 0; t < inside.len; t++)
        if (!t2g_topics_have(known, inside.entity[t])) wait(r, inside.entity[t], T2G_RULE_INSIDE, how_inside(r, &inside, t, known) + 512u);
}

/* May the last speaker be the one of a quote that names none? */
static bool may_go_on(const reader *r)
{
    if (r->speaker == T2G_NONE || r->scene.layers->entities->at[r->speaker].type != T2G_PERSON) return false;
    return r->scene.sentence - r->speaker_sentence <= FAR;
}

/* "Keller: Norway is ready.": a transcript or a headline.  The item of the colon, or T2G_NONE. */
static uint32_t label_of(const reader *r)
{
    uint32_t i = r->scene.begin;
    while (i < r->scene.end && i < r->scene.begin + 3 && item(r, i)->kind == T2G_ITEM_ROLE) i++;
    bool person = i + 2 < r->scene.end && item(r, i)->kind == T2G_ITEM_ENTITY && item(r, i)->type == T2G_PERSON &&
                  !(item(r, i)->flags & T2G_ITEM_REFERENCE);
    return person && is(r, i + 1, ":") ? i + 1 : T2G_NONE;
}

static void read_label(reader *r)
{
    uint32_t colon = label_of(r);
    if (colon == T2G_NONE) return;
    uint32_t speaker = item(r, colon - 1)->entity;
    t2g_topics topics = {.len = 0};
    t2g_source who = {speaker, r->scene.begin, false};
    hears(r, speaker);
    t2g_topics_add(&r->scene, t2g_clause_first(&r->scene, colon + 1, r->scene.end), &topics);
    claim_topics(r, &topics, speaker, kind_of(r, speaker, false), T2G_RULE_QUOTE);
    claim_inside(r, colon + 1, r->scene.end, T2G_NONE, &who, &topics);
    speaks(r, speaker);
    r->label = speaker;
}

static bool is_dash(const reader *r, uint32_t i)
{
    static const char *const dashes[] = {"-", "--", "\xE2\x80\x93", "\xE2\x80\x94", "\xE2\x80\x95"};
    for (size_t d = 0; d < sizeof dashes / sizeof *dashes; d++)
        if (t2g_item_is(r->scene.layers, item(r, i), dashes[d])) return true;
    return false;
}

/* Does the next sentence of the block begin with a dash, as a signature does? */
static bool signature_follows(const reader *r)
{
    const t2g_sentences *sentences = r->scene.layers->sentences;
    uint32_t next = r->scene.sentence + 1;
    if (next >= sentences->len || sentences->at[next].block != r->block) return false;
    return r->scene.row->first[next] < r->scene.row->first[next + 1] && is_dash(r, r->scene.row->first[next]);
}

/* "Norway is ready." - Anna Keller: the item of who signs the quote, which ends here or ended before, or T2G_NONE. */
static uint32_t signature_of(const reader *r)
{
    uint32_t i = r->scene.end;
    while (i > r->scene.begin && item(r, i - 1)->kind == T2G_ITEM_PUNCT && !is_dash(r, i - 1)) i--;
    if (i < r->scene.begin + 2 || !is_dash(r, i - 2)) return T2G_NONE;
    bool quote = i == r->scene.begin + 2 ? r->waiting_len > 0 : item(r, i - 3)->flags & T2G_ITEM_QUOTE;
    return quote && item(r, i - 1)->kind == T2G_ITEM_ENTITY && item(r, i - 1)->type == T2G_PERSON ? i - 1 : T2G_NONE;
}

/* A sentence of a quote in which nobody speaks goes on with whoever began the
 * quote; else it waits for the speaker behind it, or takes the last one. */
static void go_on_quoting(reader *r, bool was_open)
{
    if (r->attributed) {
        t2g_topics none = {.len = 0};
        wait_inside(r, &none);
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
    if (!was_open) r->owner = r->label;
    if (!was_open && !begins && r->label == T2G_NONE) return;
    t2g_topics topics = {.len = 0};
    hears(r, r->owner != T2G_NONE ? r->owner : may_go_on(r) ? r->speaker : T2G_NONE);
    t2g_content_of_sentence(&r->scene, &topics);
    wait_for_speaker(r, &topics);
    wait_inside(r, &topics);
    if (signature_follows(r)) return;
    if (r->owner != T2G_NONE) serve_waiting(r, r->owner);
    else if (!r->quoting && may_go_on(r)) serve_waiting(r, r->speaker);
    else if (!r->quoting && r->actor != T2G_NONE) serve_likely(r, r->actor);
    else if (!r->quoting) r->waiting_len = 0;
    if (r->waiting_len == 0) r->speaker_sentence = r->scene.sentence;
}

/* Who does what the sentence says: a quote behind it may be his. */
static void note_actor(reader *r)
{
    if (r->scene.quoted[r->scene.begin]) return;
    const t2g_sentence *sentence = &r->scene.layers->sentences->at[r->scene.sentence];
    uint32_t root = sentence->begin;
    while (root < sentence->end && r->scene.layers->trees->head[root] != T2G_NONE) root++;
    uint32_t subject = root < sentence->end ? t2g_clause_subject(&r->scene, root) : T2G_NONE;
    uint32_t named = subject == T2G_NONE ? T2G_NONE : t2g_noun_named(&r->scene, subject);
    bool person = named != T2G_NONE && item(r, named)->type == T2G_PERSON;
    r->actor = person ? item(r, named)->entity : T2G_NONE;
}

static void read_sentence(reader *r)
{
    bool was_open = r->quoting;
    r->quoting = r->scene.quoted[r->scene.end - 1];
    r->attributed = r->stranger = false;
    bool near = r->speaker != T2G_NONE && r->scene.sentence - r->speaker_sentence <= FAR;
    r->scene.last = near ? r->speaker : T2G_NONE;
    r->scene.last_sentence = r->speaker_sentence;
    for (uint32_t i = r->scene.begin; i < r->scene.end; i++) {
        t2g_scene_note(&r->scene, i);
        if (r->scene.quoted[i]) continue; /* what the quoted say of others is not said by the text */
        if (item(r, i)->kind == T2G_ITEM_VERB) read_verb(r, i);
        else if (is(r, i, "according") && is(r, i + 1, "to")) read_according(r, i);
        else if (t2g_scene_is_outlet(&r->scene, i)) read_airing(r, i);
        else if (item(r, i)->kind == T2G_ITEM_WORD) read_occasion(r, i);
    }
    read_label(r);
    uint32_t signature = signature_of(r);
    if (signature != T2G_NONE) {
        if (r->waiting_len == 0) wait_inside(r, &(t2g_topics){.len = 0});
        speaks(r, item(r, signature)->entity);
    }
    go_on_quoting(r, was_open);
    note_actor(r);
}

bool t2g_attributions_find(const t2g_layers *layers, const t2g_row *row, const t2g_offices *offices, uint8_t *nature,
                           t2g_claims *claims)
{
    reader r = {.claims = claims, .block = T2G_NONE, .speaker = T2G_NONE, .owner = T2G_NONE, .person = T2G_NONE, .actor = T2G_NONE, .label = T2G_NONE};
    t2g_journalists_mark(nature, claims, row, offices);
    if (!t2g_scene_init(&r.scene, claims->arena, layers, row, offices, nature)) return false;
    if (!t2g_places_find(&r.scene, claims)) return false;
    for (uint32_t n = 0; n < layers->sentences->len; n++) {
        if (layers->sentences->at[n].block != r.block) {
            r.quoting = false;
            r.waiting_len = 0;
            r.label = T2G_NONE;
        }
        r.block = layers->sentences->at[n].block;
        t2g_scene_enter(&r.scene, n);
        if (r.scene.begin < r.scene.end) read_sentence(&r);
    }
    return true;
}
