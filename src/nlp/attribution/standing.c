/* SPDX-License-Identifier: MIT */
#include "nlp/attribution/standing.h"

#include "nlp/item/nature.h"

void t2g_journalists_mark(uint8_t *nature, const t2g_claims *claims, const t2g_row *row, const t2g_offices *offices)
{
    for (uint32_t c = 0; c < claims->len; c++) {
        const t2g_claim *claim = &claims->at[c];
        if (claim->relation == T2G_MEMBER_OF && nature[claim->target] & T2G_NATURE_OUTLET) nature[claim->source] |= T2G_NATURE_OUTLET;
    }
    for (uint32_t g = 0; g < offices->groups; g++) {
        const t2g_office_group *group = &offices->group[g];
        bool person = group->end < row->len && row->at[group->end].kind == T2G_ITEM_ENTITY && row->at[group->end].type == T2G_PERSON;
        if (person && offices->at[group->first].flags & T2G_OFFICE_PRESS) nature[row->at[group->end].entity] |= T2G_NATURE_OUTLET;
    }
}

bool t2g_places_find(t2g_scene *scene, const t2g_claims *claims)
{
    const t2g_entities *entities = scene->layers->entities;
    uint32_t *body_of = T2G_ARRAY(claims->arena, uint32_t, entities->len), *state_of = T2G_ARRAY(claims->arena, uint32_t, entities->len);
    if (!body_of || !state_of) return false;
    for (uint32_t e = 0; e < entities->len; e++) body_of[e] = state_of[e] = T2G_NONE;
    for (uint32_t c = 0; c < claims->len; c++) {
        const t2g_claim *place = &claims->at[c];
        if (place->relation == T2G_REPORTED_BY) continue;
        uint32_t *of = entities->at[place->target].type == T2G_COUNTRY ? &state_of[place->source] : &body_of[place->source];
        if (*of == T2G_NONE) *of = place->target;
    }
    scene->body_of = body_of;
    scene->state_of = state_of;
    return true;
}
