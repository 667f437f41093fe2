/* SPDX-License-Identifier: MIT */
#include "nlp/attribution/saying.h"

#include "nlp/attribution/blaming.h"
#include "nlp/attribution/content.h"
#include "nlp/attribution/cue.h"
#include "nlp/attribution/hearer.h"
#include "nlp/item/nature.h"

static const t2g_item *item(const t2g_reading *r, uint32_t i)
{
    return &r->scene.row->at[i];
}

static bool is(const t2g_reading *r, uint32_t i, const char *fold)
{
    return t2g_scene_is(&r->scene, i, fold);
}

/* "X and Y said": those who say it with the first. */
static void claim_others(t2g_reading *r, uint32_t v, uint32_t told, const t2g_topics *topics, t2g_rule rule)
{
    uint32_t first = t2g_clause_subject(&r->scene, t2g_scene_token(&r->scene, v));
    for (uint32_t d = first == T2G_NONE ? T2G_NONE : r->scene.dependent[first]; d != T2G_NONE; d = r->scene.next[d]) {
        if (t2g_scene_relation(&r->scene, d) != T2G_DEP_CONJ) continue;
        t2g_source who = t2g_source_named(&r->scene, d);
        if (who.entity == T2G_NONE) continue;
        t2g_reading_claim_topics(r, topics, who.entity, t2g_reading_kind(r, who.entity, who.published), rule);
        if (told != T2G_NONE) t2g_reading_claim(r, who.entity, item(r, told)->entity, T2G_REPORT, T2G_RULE_TOLD);
    }
}

/* One verb of saying, with its source known. */
static void attribute(t2g_reading *r, uint32_t v, const t2g_source *who)
{
    bool reports = item(r, v)->key == T2G_KEY_REPORT;
    const uint8_t speaks_for_itself = T2G_NATURE_STATE | T2G_NATURE_MINISTRY | T2G_NATURE_PARTY;
    bool body = r->scene.layers->entities->at[who->entity].type == T2G_ORGANISATION && !(r->scene.nature[who->entity] & speaks_for_itself);
    bool in_report = body && t2g_cue_is(&r->scene, v, "report"); /* "Greenpeace reported that" */
    t2g_report_kind kind = t2g_reading_kind(r, who->entity, who->published || in_report);
    if (who->published || (reports && kind == T2G_REPORT)) r->scene.reporter = who->entity;
    uint32_t told = t2g_hearer_of(&r->scene, v);
    if (told != T2G_NONE && item(r, told)->entity != who->entity) {
        t2g_rule rule = t2g_cue_is(&r->scene, v, "tell") ? T2G_RULE_TOLD : T2G_RULE_INTERVIEW;
        t2g_reading_claim(r, who->entity, item(r, told)->entity, T2G_REPORT, rule);
        uint32_t outlet = item(r, told)->type == T2G_PERSON ? t2g_noun_owner(&r->scene, t2g_scene_token(&r->scene, told)) : T2G_NONE;
        if (outlet != T2G_NONE && t2g_scene_is_outlet(&r->scene, outlet)) /* "told S's J. Doe" */
            t2g_reading_claim(r, who->entity, item(r, outlet)->entity, T2G_REPORT, rule);
        r->scene.reporter = item(r, told)->entity;
    }
    t2g_topics topics = {.len = 0};
    t2g_reading_hears(r, who->entity);
    t2g_content_place place = t2g_content_of(&r->scene, v, who, told, &topics);
    t2g_rule rule = place == T2G_CONTENT_NEARBY ? T2G_RULE_NEARBY : place == T2G_CONTENT_BEFORE ? T2G_RULE_QUOTE
                                              : reports ? T2G_RULE_REPORTED : T2G_RULE_SAID;
    bool relays = place == T2G_CONTENT_NEARBY && kind == T2G_REPORT && r->attributed && topics.item[0] < v;
    if (relays) t2g_reading_claim(r, r->speaker, who->entity, kind, rule);
    else t2g_reading_claim_topics(r, &topics, who->entity, kind, rule);
    claim_others(r, v, told, &topics, rule);
    bool before = place == T2G_CONTENT_BEFORE || (who->begin >= v && who->begin != T2G_NONE);
    uint32_t speaker = who->begin < v ? who->begin : v;
    t2g_reading_claim_inside(r, before ? r->scene.begin : v + 1, before ? speaker : r->scene.end, t2g_scene_token(&r->scene, v), who, &topics);
    if (!(place == T2G_CONTENT_BEFORE && r->attributed)) t2g_reading_speaks(r, who->entity);
}

/* "S quoted X as saying that E ...": what X says is of X, not of S. */
static bool read_quoted(t2g_reading *r, uint32_t v, bool passive)
{
    t2g_topics topics = {.len = 0};
    uint32_t token = t2g_content_quoted(&r->scene, v, &topics);
    uint32_t speaker = token == T2G_NONE ? T2G_NONE : t2g_noun_named(&r->scene, token);
    if (speaker == T2G_NONE) return false;
    uint32_t entity = item(r, speaker)->entity;
    t2g_reading_claim_topics(r, &topics, entity, t2g_reading_kind(r, entity, false), T2G_RULE_SAID);
    t2g_source who = passive ? (t2g_source){.entity = T2G_NONE} : t2g_source_of(&r->scene, v);
    if (who.entity != T2G_NONE) t2g_reading_claim(r, entity, who.entity, T2G_REPORT, T2G_RULE_REPORTED);
    t2g_reading_speaks(r, entity);
    return true;
}

/* E was described by S as; E was quoted by S; as reported by S. */
static void read_passive(t2g_reading *r, uint32_t v)
{
    enum { WINDOW = 10 };
    if (t2g_cue_addresses(&r->scene, v)) return; /* "X was told by S": X hears */
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
    bool says = item(r, v)->key == T2G_KEY_SAY; /* "was confirmed by S" is done; "was revealed by S to be" is said */
    if (says && t2g_scene_dependent(&r->scene, verb, T2G_DEP_XCOMP) == T2G_NONE) return;
    bool reports = item(r, v)->key == T2G_KEY_REPORT;
    uint32_t entity = about != T2G_NONE ? item(r, about)->entity : r->attributed && reports ? r->speaker : T2G_NONE;
    t2g_reading_claim(r, entity, who.entity, t2g_reading_kind(r, who.entity, who.published || reports), reports ? T2G_RULE_REPORTED : T2G_RULE_BLAMED);
}

/* "Diplomats told S that E ...": nobody is named but the outlet, which then reports. */
static void read_stranger(t2g_reading *r, uint32_t v)
{
    r->stranger = true;
    uint32_t told = t2g_hearer_of(&r->scene, v);
    if (told == T2G_NONE) told = t2g_hearer_of_subject(&r->scene, v);
    if (told == T2G_NONE) return;
    t2g_source who = {item(r, told)->entity, r->scene.begin, false};
    t2g_topics topics = {.len = 0};
    t2g_reading_hears(r, T2G_NONE);
    t2g_content_place place = t2g_content_of(&r->scene, v, &who, told, &topics);
    if (place != T2G_CONTENT_NEARBY) t2g_reading_claim_topics(r, &topics, who.entity, T2G_REPORT, T2G_RULE_TOLD);
    r->scene.reporter = who.entity;
}

/* "was said", not "was saying"; "X, described by S as". */
static bool is_passive(const t2g_reading *r, uint32_t v)
{
    t2g_slice form = t2g_lexicon_entry(r->scene.layers->lexicon, item(r, v)->entry).more;
    uint32_t verb = t2g_scene_token(&r->scene, v);
    if (t2g_slice_is(form, "ing")) return false;
    if (item(r, v)->flags & T2G_ITEM_PASSIVE) return true;
    return t2g_scene_relation(&r->scene, verb) == T2G_DEP_ACL && t2g_scene_dependent(&r->scene, verb, T2G_DEP_NSUBJ) == T2G_NONE;
}

/* "went on to say", "continues to insist": said all the same. */
static bool goes_on_to(const t2g_reading *r, uint32_t token)
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
static bool is_idle(const t2g_reading *r, uint32_t v)
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

void t2g_saying_read(t2g_reading *r, uint32_t v)
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
    bool finds = t2g_cue_is(&r->scene, v, "show") || t2g_cue_is(&r->scene, v, "learn") || t2g_cue_is(&r->scene, v, "discover") ||
                 t2g_cue_is(&r->scene, v, "uncover"); /* only of what reports: a person who learns says nothing */
    if (finds && t2g_reading_kind(r, who.entity, who.published) != T2G_REPORT) return;
    if (blames) t2g_blaming_read(r, v, &who, T2G_RULE_BLAMED);
    else if (t2g_cue_is(&r->scene, v, "quote") || t2g_cue_is(&r->scene, v, "cite")) t2g_blaming_read(r, v, &who, T2G_RULE_REPORTED);
    else attribute(r, v, &who);
}
