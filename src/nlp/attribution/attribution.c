/* SPDX-License-Identifier: MIT */
#include "nlp/attribution/attribution.h"

#include "nlp/attribution/airing.h"
#include "nlp/attribution/hearer.h"
#include "nlp/attribution/quotation.h"
#include "nlp/attribution/saying.h"
#include "nlp/attribution/standing.h"

static const t2g_item *item(const t2g_reading *r, uint32_t i)
{
    return &r->scene.row->at[i];
}

static bool is(const t2g_reading *r, uint32_t i, const char *fold)
{
    return t2g_scene_is(&r->scene, i, fold);
}

static uint32_t entity_of(const t2g_reading *r, uint32_t i)
{
    return i == T2G_NONE ? T2G_NONE : item(r, i)->entity;
}

/* Behind "According to X, head of Y, ...": the item where the sentence goes on. */
static uint32_t past_according(const t2g_reading *r, uint32_t i, uint32_t source)
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
static uint32_t right_behind(const t2g_reading *r, uint32_t i, uint32_t source)
{
    enum { WINDOW = 6 };
    for (uint32_t j = i; j + 1 < r->scene.end && j < i + WINDOW; j++) {
        if (item(r, j)->entity != source) continue;
        return t2g_scene_is_entity(&r->scene, j + 1) && item(r, j + 1)->entity != source ? j + 1 : T2G_NONE;
    }
    return T2G_NONE;
}

static void read_according(t2g_reading *r, uint32_t i)
{
    const t2g_trees *trees = r->scene.layers->trees;
    uint32_t noun = trees->head[item(r, i)->begin];
    t2g_source who = t2g_source_according(&r->scene, i);
    if (who.entity == T2G_NONE) return;
    t2g_topics topics = {.len = 0};
    t2g_reading_hears(r, who.entity);
    if (noun != T2G_NONE && t2g_scene_relation(&r->scene, noun) == T2G_DEP_OBL) t2g_clause_topics(&r->scene, trees->head[noun], &topics);
    bool opens = i <= r->scene.begin + 1;
    uint32_t begin = opens ? past_according(r, i, who.entity) : r->scene.begin, end = opens ? r->scene.end : i;
    if (topics.len == 0 && opens) t2g_topics_add(&r->scene, right_behind(r, i + 2, who.entity), &topics);
    if (topics.len == 0) t2g_topics_add(&r->scene, t2g_clause_first(&r->scene, begin, end), &topics);
    t2g_report_kind kind = t2g_reading_kind(r, who.entity, who.published);
    if (kind == T2G_REPORT && r->attributed && !opens) t2g_reading_claim(r, r->speaker, who.entity, kind, T2G_RULE_ACCORDING);
    else t2g_reading_claim_topics(r, &topics, who.entity, kind, T2G_RULE_ACCORDING);
    t2g_reading_claim_inside(r, begin, end, T2G_NONE, &who, &topics);
    if (kind == T2G_REPORT) r->scene.reporter = who.entity;
    if (kind == T2G_STATEMENT) t2g_reading_speaks(r, who.entity);
    r->attributed = true;
}

/* "In an interview with S, X denied": whatever X does then. */
static void read_occasion(t2g_reading *r, uint32_t i)
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
    t2g_reading_claim(r, entity_of(r, about), item(r, hearer)->entity, T2G_REPORT, T2G_RULE_INTERVIEW);
}

/* "appeared on S", "wrote in S": whoever does. */
static void read_airing(t2g_reading *r, uint32_t i)
{
    t2g_topics topics = {.len = 0};
    t2g_reading_hears(r, T2G_NONE);
    uint32_t how = t2g_airing_at(&r->scene, i, &topics);
    for (uint32_t t = 0; how && t < topics.len; t++)
        t2g_reading_claim_how(r, topics.entity[t], item(r, i)->entity, T2G_REPORT, T2G_RULE_AIRED, how | (topics.guessed[t] ? 256u : 0));
}

static void read_sentence(t2g_reading *r)
{
    r->attributed = r->stranger = false;
    bool near = r->speaker != T2G_NONE && r->scene.sentence - r->speaker_sentence <= T2G_READING_FAR;
    r->scene.last = near ? r->speaker : T2G_NONE;
    r->scene.last_sentence = r->speaker_sentence;
    r->scene.actor = r->actor;
    for (uint32_t i = r->scene.begin; i < r->scene.end; i++) {
        t2g_scene_note(&r->scene, i);
        if (r->scene.quoted[i]) continue; /* what the quoted say of others is not said by the text */
        if (item(r, i)->kind == T2G_ITEM_VERB) t2g_saying_read(r, i);
        else if (is(r, i, "according") && is(r, i + 1, "to")) read_according(r, i);
        else if (t2g_scene_is_outlet(&r->scene, i)) read_airing(r, i);
        else if (item(r, i)->kind == T2G_ITEM_WORD) read_occasion(r, i);
    }
    t2g_quotation_read(r);
}

bool t2g_attributions_find(const t2g_layers *layers, const t2g_row *row, const t2g_offices *offices, uint8_t *nature,
                           t2g_claims *claims)
{
    t2g_reading r = {.claims = claims, .block = T2G_NONE, .speaker = T2G_NONE, .actor = T2G_NONE, .person = T2G_NONE,
                     .owner = T2G_NONE, .likely = T2G_NONE, .label = T2G_NONE};
    t2g_journalists_mark(nature, claims, row, offices);
    if (!t2g_scene_init(&r.scene, claims->arena, layers, row, offices, nature)) return false;
    if (!t2g_places_find(&r.scene, claims)) return false;
    for (uint32_t n = 0; n < layers->sentences->len; n++) {
        if (layers->sentences->at[n].block != r.block) t2g_quotation_end(&r);
        r.block = layers->sentences->at[n].block;
        t2g_scene_enter(&r.scene, n);
        if (r.scene.begin < r.scene.end) read_sentence(&r);
    }
    return true;
}
