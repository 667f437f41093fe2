/* SPDX-License-Identifier: MIT */
#include "nlp/attribution/reading.h"

#include "nlp/attribution/content.h"
#include "nlp/item/nature.h"

static const t2g_item *item(const t2g_reading *r, uint32_t i)
{
    return &r->scene.row->at[i];
}

static void claim_in(t2g_reading *r, uint32_t sentence, uint32_t about, uint32_t source, t2g_report_kind kind, t2g_rule rule, uint32_t how)
{
    if (about == T2G_NONE || source == T2G_NONE) return;
    t2g_claim c = {.source = about, .target = source, .sentence = sentence, .relation = T2G_REPORTED_BY,
                   .kind = (uint8_t)kind, .rule = (uint8_t)rule, .how = (uint16_t)how};
    t2g_claims_add(r->claims, &c);
}

void t2g_reading_claim_how(t2g_reading *r, uint32_t about, uint32_t source, t2g_report_kind kind, t2g_rule rule, uint32_t how)
{
    claim_in(r, r->scene.sentence, about, source, kind, rule, how);
}

void t2g_reading_claim_pending(t2g_reading *r, const t2g_pending *pending, uint32_t source, t2g_rule rule, uint32_t sentence)
{
    if (source == T2G_NONE) return;
    uint32_t how = pending->how + (rule == pending->rule ? 0 : 1024u);
    claim_in(r, sentence, pending->about, source, t2g_reading_kind(r, source, false), rule, how);
}

void t2g_reading_claim(t2g_reading *r, uint32_t about, uint32_t source, t2g_report_kind kind, t2g_rule rule)
{
    t2g_reading_claim_how(r, about, source, kind, rule, 0);
}

uint32_t t2g_reading_how_named(const t2g_reading *r, uint32_t i)
{
    const t2g_item *topic = item(r, i);
    bool reference = topic->kind != T2G_ITEM_ENTITY || topic->flags & T2G_ITEM_REFERENCE;
    uint32_t form = !reference ? (topic->flags & T2G_ITEM_DEMONYM ? 2 : 1) : topic->end == topic->begin + 1 ? 3 : 4;
    return form + (r->scene.quoted[i] ? 8u : 0);
}

void t2g_reading_claim_topics(t2g_reading *r, const t2g_topics *topics, uint32_t source, t2g_report_kind kind, t2g_rule rule)
{
    for (uint32_t t = 0; t < topics->len; t++) {
        uint32_t entity = topics->entity[t];
        bool guessed = topics->guessed[t];
        t2g_reading_claim_how(r, entity, source, kind, guessed ? T2G_RULE_MEANT : rule, t2g_reading_how_named(r, topics->item[t]) + topics->guessed[t] * 16u);
        if (guessed) continue;
        if (entity != source && r->scene.layers->entities->at[entity].type == T2G_PERSON) r->person = entity;
    }
}

t2g_report_kind t2g_reading_kind(const t2g_reading *r, uint32_t source, bool published)
{
    return published || r->scene.nature[source] & T2G_NATURE_OUTLET ? T2G_REPORT : T2G_STATEMENT;
}

void t2g_reading_speaks(t2g_reading *r, uint32_t entity)
{
    r->speaker = entity;
    r->speaker_sentence = r->scene.sentence;
    r->attributed = true;
}

void t2g_reading_hears(t2g_reading *r, uint32_t speaker)
{
    r->scene.speaker = speaker;
    r->scene.other = r->person != speaker ? r->person : T2G_NONE;
    for (uint32_t p = 0; p < 2 && r->scene.other == T2G_NONE; p++)
        if (r->scene.recent[T2G_PERSON][p] != speaker) r->scene.other = r->scene.recent[T2G_PERSON][p];
}

uint32_t t2g_reading_how_inside(const t2g_reading *r, const t2g_topics *inside, uint32_t t, const t2g_topics *known)
{
    return t2g_reading_how_named(r, inside->item[t]) + inside->depth[t] * 16u + (known->len ? 256u : 0);
}

void t2g_reading_claim_inside(t2g_reading *r, uint32_t begin, uint32_t end, uint32_t verb, const t2g_source *who, const t2g_topics *known)
{
    t2g_topics topics = {.len = 0};
    t2g_content_subjects(&r->scene, begin, end, verb, &topics);
    for (uint32_t t = 0; t < topics.len; t++)
        if (!t2g_topics_have(known, topics.entity[t]))
            t2g_reading_claim_how(r, topics.entity[t], who->entity, t2g_reading_kind(r, who->entity, who->published), T2G_RULE_INSIDE, t2g_reading_how_inside(r, &topics, t, known));
}
