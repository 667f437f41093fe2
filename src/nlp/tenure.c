/* SPDX-License-Identifier: MIT */
#include "nlp/tenure.h"

#include "nlp/nature.h"

/* The country named most, if no other is named half as often: a text about the
 * United States may say "President X" without more. */
static uint32_t find_home(const t2g_layers *layers)
{
    const t2g_entities *entities = layers->entities;
    uint32_t best = T2G_NONE, second = 0;
    for (uint32_t e = 0; e < entities->len; e++) {
        if (entities->at[e].type != T2G_COUNTRY) continue;
        uint32_t mentions = entities->at[e].mentions;
        if (best == T2G_NONE || mentions > entities->at[best].mentions) {
            if (best != T2G_NONE) second = entities->at[best].mentions;
            best = e;
        } else if (mentions > second) {
            second = mentions;
        }
    }
    return best != T2G_NONE && entities->at[best].mentions >= 2 * second ? best : T2G_NONE;
}

void t2g_tenures_init(t2g_tenures *tenures, const t2g_layers *layers, const t2g_row *row, const t2g_offices *offices,
                      const uint8_t *nature, t2g_claims *claims)
{
    *tenures = (t2g_tenures){.layers = layers, .row = row, .offices = offices, .nature = nature,
                             .home = find_home(layers), .claims = claims};
}

/* What one office makes of its holder towards one owner: a relation, or T2G_RELATIONS for none. */
static t2g_relation relation_to(const t2g_office *office, t2g_entity_type holder, t2g_entity_type owner, uint8_t nature)
{
    bool deputy = office->flags & T2G_OFFICE_DEPUTY;
    if (holder != T2G_PERSON) {
        bool belongs = office->key == T2G_KEY_UNIT || (office->key == T2G_KEY_MEMBER && owner == T2G_ORGANISATION);
        return belongs && owner == T2G_ORGANISATION ? T2G_MEMBER_OF : T2G_RELATIONS;
    }
    switch (office->key) {
    case T2G_KEY_STATE_HEAD:
        /* "Republican president X" is a member, "Republican leader X" the head. */
        if (owner == T2G_ORGANISATION && nature & T2G_NATURE_PARTY && !(office->flags & T2G_OFFICE_BESIDE)) return T2G_MEMBER_OF;
        return deputy ? T2G_MEMBER_OF : T2G_HEAD_OF;
    case T2G_KEY_HEAD:
    case T2G_KEY_COACH:
        if (owner == T2G_COUNTRY) return T2G_RELATIONS;
        return deputy ? T2G_MEMBER_OF : T2G_HEAD_OF;
    case T2G_KEY_MINISTER:
        if (owner == T2G_ORGANISATION && nature & T2G_NATURE_MINISTRY && !deputy) return T2G_HEAD_OF;
        return T2G_MEMBER_OF;
    case T2G_KEY_DEPUTY: return T2G_MEMBER_OF;
    case T2G_KEY_STATE_MEMBER: return T2G_MEMBER_OF;
    case T2G_KEY_MEMBER:
        if (owner == T2G_COUNTRY && !(office->flags & T2G_OFFICE_STATE)) return T2G_RELATIONS;
        return T2G_MEMBER_OF;
    default: return T2G_RELATIONS;
    }
}

static bool is_of_state(const t2g_office *office)
{
    return office->key == T2G_KEY_STATE_HEAD || office->key == T2G_KEY_MINISTER || office->key == T2G_KEY_STATE_MEMBER ||
           office->flags & T2G_OFFICE_STATE;
}

static void claim(const t2g_tenures *t, const t2g_claim *model, uint32_t target, t2g_relation relation, t2g_rule rule)
{
    if (relation == T2G_RELATIONS) return;
    t2g_claim c = *model;
    c.target = target;
    c.relation = (uint8_t)relation;
    c.rule = (uint8_t)rule;
    t2g_claims_add(t->claims, &c);
}

static bool begins_with(t2g_slice fold, t2g_slice word)
{
    return fold.size >= word.size && memcmp(fold.bytes, word.bytes, word.size) == 0;
}

/* Does a mention of the ministry name the field: "Foreign" in "Foreign Ministry"? */
static bool names_field(const t2g_layers *layers, const t2g_mention *mention, t2g_slice field)
{
    for (uint32_t i = mention->begin; i < mention->end; i++)
        if (begins_with(t2g_token_fold(layers->tokens, i), field)) return true;
    return false;
}

/* The one ministry of that field in the text, or T2G_NONE. */
static uint32_t find_ministry(const t2g_tenures *t, t2g_slice field)
{
    const t2g_layers *layers = t->layers;
    if (field.size == 0) return T2G_NONE;
    uint32_t found = T2G_NONE;
    for (uint32_t e = 0; e < layers->entities->len; e++) {
        if (!(t->nature[e] & T2G_NATURE_MINISTRY)) continue;
        if (!names_field(layers, &layers->mentions->at[layers->entities->at[e].first], field)) continue;
        if (found != T2G_NONE) return T2G_NONE;
        found = e;
    }
    return found;
}

static void claim_office(const t2g_tenures *t, t2g_claim *model, t2g_entity_type holder, const t2g_office *office, t2g_rule rule)
{
    bool country = false, organisation = false;
    for (uint32_t o = 0; o < office->owners; o++) {
        const t2g_item *owner = &t->row->at[office->owner[o]];
        organisation |= owner->type == T2G_ORGANISATION;
    }
    for (uint32_t o = 0; o < office->owners; o++) {
        const t2g_item *owner = &t->row->at[office->owner[o]];
        if (owner->type == T2G_COUNTRY && organisation && !is_of_state(office)) continue;
        country |= owner->type == T2G_COUNTRY;
        claim(t, model, owner->entity, relation_to(office, holder, owner->type, t->nature[owner->entity]), rule);
    }
    if (holder != T2G_PERSON) return;
    bool open = !(office->flags & (T2G_OFFICE_CLOSED | T2G_OFFICE_BESIDE | T2G_OFFICE_TITLE)) && !country && !organisation;
    bool of_home = office->key == T2G_KEY_STATE_HEAD || office->key == T2G_KEY_MINISTER;
    if (open && of_home && t->home != T2G_NONE)
        claim(t, model, t->home, relation_to(office, holder, T2G_COUNTRY, 0), T2G_RULE_CONTEXT);
    if (office->key == T2G_KEY_MINISTER && !(office->flags & T2G_OFFICE_DEPUTY)) {
        uint32_t ministry = find_ministry(t, office->field);
        if (ministry != T2G_NONE) claim(t, model, ministry, T2G_HEAD_OF, T2G_RULE_MINISTRY);
    }
}

void t2g_tenure_claim(const t2g_tenures *t, uint32_t holder, const t2g_office_group *group, t2g_rule rule,
                      t2g_status status, const t2g_when *when)
{
    for (uint32_t o = group->first; o < group->first + group->len; o++) {
        const t2g_office *office = &t->offices->at[o];
        if (office->flags & T2G_OFFICE_TITLE && rule != T2G_RULE_TITLE) continue;
        t2g_claim model = {.source = holder, .sentence = group->sentence, .role = office->role,
                           .status = (uint8_t)(status != T2G_STATUS_CURRENT ? status : office->status)};
        memcpy(model.since, when->since, sizeof model.since);
        memcpy(model.until, when->until, sizeof model.until);
        claim_office(t, &model, t->layers->entities->at[holder].type, office, rule);
    }
}
