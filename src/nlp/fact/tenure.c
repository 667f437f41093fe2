/* SPDX-License-Identifier: MIT */
#include "nlp/fact/tenure.h"

#include "nlp/item/nature.h"

bool t2g_tenures_init(t2g_tenures *tenures, t2g_arena *arena, const t2g_layers *layers, const t2g_row *row, const t2g_offices *offices,
                      const uint8_t *nature, t2g_claims *claims)
{
    *tenures = (t2g_tenures){.layers = layers, .row = row, .offices = offices, .nature = nature, .claims = claims};
    for (uint32_t e = 0; e < layers->entities->len; e++) {
        if (nature[e] & T2G_NATURE_MINISTRY && tenures->ministries < T2G_TENURE_LOOKS) tenures->ministry[tenures->ministries++] = e;
        else if (nature[e] & T2G_NATURE_STATE && tenures->houses < T2G_TENURE_LOOKS) tenures->house[tenures->houses++] = e;
    }
    return t2g_homelands_build(&tenures->homelands, arena, layers, row, offices);
}

/* What one office makes of its holder towards one owner: a relation, or T2G_RELATIONS for none. */
static t2g_relation relation_to(const t2g_office *office, t2g_entity_type holder, t2g_entity_type owner, uint8_t nature)
{
    bool deputy = office->flags & (T2G_OFFICE_DEPUTY | T2G_OFFICE_INSIDE);
    if (holder != T2G_PERSON) {
        bool belongs = office->key == T2G_KEY_UNIT || office->flags & T2G_OFFICE_ANYBODY;
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
        if (nature & T2G_NATURE_PARTY && office->flags & T2G_OFFICE_PUBLIC) return T2G_MEMBER_OF;
        if (nature & T2G_NATURE_STATE && office->key == T2G_KEY_COACH) return T2G_MEMBER_OF; /* a captain of police */
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

/* "Chinese Foreign Ministry" is none of Britain's. */
static bool names_other_country(const t2g_layers *layers, const t2g_mention *mention, uint32_t country)
{
    const t2g_phrase *name = t2g_phrases_longest(layers->phrases, mention->begin, T2G_LEX_COUNTRY);
    if (!name || name->begin == mention->end || country == T2G_NONE) return false;
    return !t2g_slice_equal(t2g_lexicon_entry(layers->lexicon, name->entry).value, layers->entities->at[country].code);
}

/* The one of some ministries or parliaments that is of that field, and of that country where one is known; or T2G_NONE. */
static uint32_t find_body(const t2g_tenures *t, const uint32_t *bodies, uint32_t len, t2g_slice field, uint32_t country)
{
    uint32_t found = T2G_NONE;
    for (uint32_t m = 0; field.size && m < len; m++) {
        uint32_t e = bodies[m];
        const t2g_mention *mention = &t->layers->mentions->at[t->layers->entities->at[e].first];
        if (!names_field(t->layers, mention, field) || names_other_country(t->layers, mention, country)) continue;
        if (found != T2G_NONE) return T2G_NONE;
        found = e;
    }
    return found;
}

enum { CODE = 2 }; /* letters */

static bool has_code(t2g_slice codes, t2g_slice code)
{
    for (uint32_t i = 0; code.size == CODE && i + CODE <= codes.size; i += CODE + 1)
        if (t2g_slice_equal((t2g_slice){codes.bytes + i, CODE}, code)) return true;
    return false;
}

/* The one country of the text among those that have an office, or T2G_NONE. */
static uint32_t find_coded(const t2g_tenures *t, t2g_slice codes)
{
    uint32_t found = T2G_NONE;
    for (uint32_t i = 0; i + CODE <= codes.size; i += CODE + 1) {
        uint32_t country = t2g_homeland_coded(&t->homelands, (t2g_slice){codes.bytes + i, CODE});
        if (country != T2G_NONE && found != T2G_NONE) return T2G_NONE;
        if (country != T2G_NONE) found = country;
    }
    return found;
}

/* The country an office is of when none stands beside it: the only one that has
 * such an office, or the one that the text points to. */
static uint32_t find_country(const t2g_tenures *t, const t2g_office_group *group, const t2g_office *office, uint32_t holder, t2g_rule *rule)
{
    enum { CLEAR = 200, LEAST = 50 }; /* leads: where 94 of 100 are right, and below which half are wrong */
    *rule = T2G_RULE_CONTEXT;
    uint32_t only = find_coded(t, office->home);
    if (only != T2G_NONE || office->home.size == CODE) return only;
    bool of_home = office->key == T2G_KEY_STATE_HEAD || office->key == T2G_KEY_STATE_MEMBER || office->key == T2G_KEY_MINISTER ||
                   (office->key == T2G_KEY_DEPUTY && office->flags & T2G_OFFICE_STATE);
    if (!of_home) return T2G_NONE;
    int32_t lead;
    uint32_t country = t2g_homeland_find(&t->homelands, group, office, holder, &lead);
    if (lead < CLEAR) *rule = T2G_RULE_GUESS;
    if (office->home.size && (country == T2G_NONE || !has_code(office->home, t->layers->entities->at[country].code))) return T2G_NONE;
    return lead < LEAST ? T2G_NONE : country;
}

/* Does the text leave open which country's office it is?  A party beside it says nothing of that. */
static bool is_open(const t2g_tenures *t, const t2g_office *office)
{
    for (uint32_t o = 0; o < office->owners; o++)
        if (!(t->nature[t->row->at[office->owner[o]].entity] & T2G_NATURE_PARTY)) return false;
    bool beside = office->flags & T2G_OFFICE_BESIDE && !(office->flags & T2G_OFFICE_NATION) && !office->home.size;
    return !(office->flags & (T2G_OFFICE_CLOSED | T2G_OFFICE_OTHERS) || beside);
}

/* "Brazil striker X" plays for the country, "Brazilian striker X" need not. */
static bool plays_for(const t2g_office *office, const t2g_item *owner)
{
    return owner->type == T2G_COUNTRY && !(owner->flags & T2G_ITEM_DEMONYM) && office->key == T2G_KEY_MEMBER && t2g_slice_is(office->field, "team");
}

/* What follows for the ministry of a minister's field, and for the house of a lawmaker. */
static void claim_body(const t2g_tenures *t, t2g_claim *model, const t2g_office *office, uint32_t country)
{
    bool minister = office->key == T2G_KEY_MINISTER, member = office->key == T2G_KEY_STATE_MEMBER || office->flags & T2G_OFFICE_DEPUTY;
    if (!minister && office->key != T2G_KEY_STATE_MEMBER) return;
    uint32_t body = minister ? find_body(t, t->ministry, t->ministries, office->field, country) :
                               find_body(t, t->house, t->houses, office->field, country);
    if (body != T2G_NONE) claim(t, model, body, member ? T2G_MEMBER_OF : T2G_HEAD_OF, T2G_RULE_MINISTRY);
}

/* "General X of the Peruvian Army" serves Peru, too. */
static void claim_state_of(const t2g_tenures *t, t2g_claim *model, const t2g_office *office, const t2g_item *owner)
{
    const t2g_mentions *mentions = t->layers->mentions;
    uint8_t nature = t->nature[owner->entity];
    uint32_t outer = t->layers->entities->at[owner->entity].first;
    if (owner->type != T2G_ORGANISATION || !(nature & (T2G_NATURE_STATE | T2G_NATURE_MINISTRY)) || office->key == T2G_KEY_PERSON) return;
    for (uint32_t m = outer + 1; m < mentions->len && mentions->at[m].begin < mentions->at[outer].end; m++) {
        uint32_t state = t->layers->entities->of_mention[m];
        if (state != T2G_NONE && t->layers->entities->at[state].type == T2G_COUNTRY) claim(t, model, state, T2G_MEMBER_OF, T2G_RULE_STATE);
    }
}

static void claim_office(const t2g_tenures *t, t2g_claim *model, const t2g_office_group *group, const t2g_office *office, t2g_rule rule)
{
    uint32_t country = T2G_NONE;
    t2g_entity_type holder = t->layers->entities->at[model->source].type;
    bool organisation = false;
    for (uint32_t o = 0; o < office->owners; o++) organisation |= t->row->at[office->owner[o]].type == T2G_ORGANISATION;
    for (uint32_t o = 0; o < office->owners; o++) {
        const t2g_item *owner = &t->row->at[office->owner[o]];
        if (owner->type == T2G_COUNTRY && organisation && !is_of_state(office)) continue;
        if (owner->type == T2G_COUNTRY) country = owner->entity;
        if (holder == T2G_PERSON) claim_state_of(t, model, office, owner);
        if (plays_for(office, owner)) claim(t, model, owner->entity, T2G_MEMBER_OF, rule);
        bool of_some = owner->type == T2G_COUNTRY && office->flags & T2G_OFFICE_OTHERS && office->key == T2G_KEY_STATE_HEAD;
        if (of_some) continue; /* "French far-right leader X" heads no state */
        t2g_rule says = office->flags & T2G_OFFICE_LENT ? T2G_RULE_OWNER : rule;
        claim(t, model, owner->entity, relation_to(office, holder, owner->type, t->nature[owner->entity]), says);
    }
    if (holder != T2G_PERSON) return;
    t2g_rule guess;
    if (is_open(t, office) && (country = find_country(t, group, office, model->source, &guess)) != T2G_NONE)
        claim(t, model, country, relation_to(office, holder, T2G_COUNTRY, 0), guess);
    claim_body(t, model, office, country);
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
        claim_office(t, &model, group, office, rule);
    }
}
