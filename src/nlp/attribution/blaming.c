/* SPDX-License-Identifier: MIT */
#include "nlp/attribution/blaming.h"

#include "nlp/attribution/cue.h"

static const t2g_item *item(const t2g_reading *r, uint32_t i)
{
    return &r->scene.row->at[i];
}

/* The item of the object of the verb. */
static uint32_t object_of(const t2g_reading *r, uint32_t v)
{
    uint32_t object = t2g_scene_dependent(&r->scene, t2g_scene_token(&r->scene, v), T2G_DEP_OBJ);
    uint32_t named = object == T2G_NONE ? T2G_NONE : t2g_noun_named(&r->scene, object);
    return named != T2G_NONE ? named : t2g_noun_phrase_head(&r->scene, v + 1, r->scene.end);
}

/* "called", "compared", "identified": of their object only where they say what it is. */
static bool is_naming(const t2g_reading *r, uint32_t v)
{
    return t2g_cue_is(&r->scene, v, "call") || t2g_cue_is(&r->scene, v, "compare") || t2g_cue_is(&r->scene, v, "describe") ||
           t2g_cue_is(&r->scene, v, "identify") || t2g_cue_is(&r->scene, v, "label");
}

/* "called X a liar", "described X as weak", "compared X to Y": the item of X, or T2G_NONE. */
static uint32_t named_object(const t2g_reading *r, uint32_t v)
{
    uint32_t verb = t2g_scene_token(&r->scene, v), object = t2g_scene_dependent(&r->scene, verb, T2G_DEP_OBJ);
    bool like = t2g_scene_dependent(&r->scene, verb, T2G_DEP_OBL) != T2G_NONE && !t2g_cue_is(&r->scene, v, "call");
    bool said = like || t2g_scene_dependent(&r->scene, verb, T2G_DEP_XCOMP) != T2G_NONE ||
                (v + 2 < r->scene.end && item(r, v + 2)->flags & T2G_ITEM_QUOTE);
    return said && object != T2G_NONE ? t2g_noun_named(&r->scene, object) : T2G_NONE;
}

void t2g_blaming_read(t2g_reading *r, uint32_t v, const t2g_source *who, t2g_rule rule)
{
    uint32_t object = is_naming(r, v) ? named_object(r, v) : object_of(r, v);
    uint32_t noun = t2g_scene_dependent(&r->scene, t2g_scene_token(&r->scene, v), T2G_DEP_OBJ);
    if (object == T2G_NONE && (noun == T2G_NONE || is_naming(r, v))) return;
    t2g_reading_hears(r, who->entity);
    if (noun == T2G_NONE) noun = t2g_scene_token(&r->scene, object);
    t2g_topics topics = {.len = 0};
    if (noun != T2G_NONE && rule == T2G_RULE_BLAMED) t2g_topics_add_noun(&r->scene, noun, &topics);
    t2g_reading_claim_topics(r, &topics, who->entity, t2g_reading_kind(r, who->entity, who->published), rule);
    bool done = rule == T2G_RULE_BLAMED && topics.len > 0;
    if (done || object == T2G_NONE || t2g_scene_is(&r->scene, object, "it")) return;
    t2g_reading_claim(r, item(r, object)->entity, who->entity, t2g_reading_kind(r, who->entity, who->published || rule == T2G_RULE_REPORTED), rule);
    if (rule == T2G_RULE_REPORTED) t2g_reading_speaks(r, item(r, object)->entity);
}
