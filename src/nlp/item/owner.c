/* SPDX-License-Identifier: MIT */
#include "nlp/item/owner.h"

#include "nlp/item/orgkind.h"

enum {
    KINDS = 18,
    FAR = 6,  /* sentences that "the agency's chief" looks back                              */
    NEAR = 2, /* that "coach X" does, and what is of no known kind                           */
    LEFT = 3, /* items between the noun and the role: "the association's senior president"   */
    OBSCURE = T2G_ORGKIND_COMPANY | T2G_ORGKIND_AGENCY | T2G_ORGKIND_TEAM | T2G_ORGKIND_UNION | T2G_ORGKIND_BODY /* names of these
                 often do not tell their kind; those of courts, ministries and armies do */
};

/* What was named last of a kind, and what else in the same sentence. */
typedef struct named {
    uint32_t item, sentence, rival; /* item, rival T2G_NONE: nothing */
} named;

typedef struct lender {
    const t2g_layers *layers;
    const t2g_row *row;
    const uint32_t *kinds; /* by entity */
    named last[KINDS];
} lender;

static void note(lender *l, uint32_t i, uint32_t sentence)
{
    const t2g_item *item = &l->row->at[i];
    if (item->kind != T2G_ITEM_ENTITY || item->type != T2G_ORGANISATION) return;
    for (int k = 0; k < KINDS; k++) {
        if (!(l->kinds[item->entity] >> k & 1)) continue;
        named *n = &l->last[k];
        bool other = n->item != T2G_NONE && n->sentence == sentence && l->row->at[n->item].entity != item->entity;
        uint32_t rival = other ? n->item : n->sentence == sentence ? n->rival : T2G_NONE;
        *n = (named){i, sentence, rival};
    }
}

/* The newest of these kinds, or NULL. */
static const named *newest(const lender *l, uint32_t kinds, uint32_t sentence, uint32_t far)
{
    const named *best = NULL;
    for (int k = 0; k < KINDS; k++) {
        const named *n = &l->last[k];
        if (!(kinds >> k & 1) || n->item == T2G_NONE || sentence - n->sentence > far) continue;
        if (!best || n->item > best->item) best = n;
    }
    return best;
}

/* The item of the role noun. */
static uint32_t item_of(const lender *l, const t2g_office_group *group, const t2g_office *office)
{
    uint32_t i = group->begin;
    while (i < group->end && l->row->at[i].begin < office->role.begin) i++;
    return i;
}

/* "the Xyz union's leader", "the ruling party's": told apart from the one that was named. */
static bool names_another(const lender *l, uint32_t i)
{
    static const char *const words[] = {"ruling", "governing", "opposition", "rival", "opposing", "another", "other"};
    for (size_t w = 0; w < sizeof words / sizeof *words; w++)
        if (t2g_item_is(l->layers, &l->row->at[i], words[w])) return true;
    return l->row->at[i].kind == T2G_ITEM_NAME;
}

/* "agency" of "the agency's new chief", "party" of "party leader": kinds, 0 when no noun says. */
static uint32_t kinds_beside(const lender *l, const t2g_office_group *group, const t2g_office *office)
{
    const t2g_tokens *tokens = l->layers->tokens;
    uint32_t i = item_of(l, group, office), first = l->row->first[group->sentence];
    if (office->role.end > office->role.begin + 1) {
        uint32_t kinds = t2g_orgkind_of_noun(t2g_token_fold(tokens, office->role.begin));
        if (kinds) return i > first && names_another(l, i - 1) ? 0 : kinds;
    }
    for (uint32_t far = i > first + LEFT ? i - LEFT : first; i > far;) {
        const t2g_item *item = &l->row->at[--i];
        bool word = item->kind == T2G_ITEM_WORD || item->kind == T2G_ITEM_STATUS || item->kind == T2G_ITEM_ROLE;
        if (item->flags & T2G_ITEM_GENITIVE && item->kind == T2G_ITEM_WORD) continue;
        if (!word || item->classes & T2G_CLASS_FUNCTION) return 0;
        uint32_t kinds = t2g_orgkind_of_noun(t2g_token_fold(tokens, item->end - 1));
        if (kinds) return i > first && names_another(l, i - 1) ? 0 : kinds;
    }
    return 0;
}

/* "a spokesman of the fund", "for the police service": the noun that ends the phrase behind the role; 0 when none does. */
static uint32_t kinds_behind(const lender *l, const t2g_office_group *group, const t2g_office *office)
{
    const t2g_row *row = l->row;
    uint32_t role = item_of(l, group, office);
    if (group->len > 1 || group->end < role + 3 || row->at[group->end - 1].kind == T2G_ITEM_ENTITY) return 0;
    bool definite = t2g_item_is(l->layers, &row->at[role + 2], "the");
    for (uint32_t i = role + 3; i < group->end; i++)
        if (row->at[i].kind == T2G_ITEM_NAME || row->at[i].kind == T2G_ITEM_PUNCT || row->at[i].classes & T2G_CLASS_FUNCTION)
            definite = false;
    uint32_t kinds = definite ? t2g_orgkind_of_noun(t2g_token_fold(l->layers->tokens, row->at[group->end - 1].end - 1)) : 0;
    /* "a member of the council", "the party's speaker": there are too many of these. */
    return kinds & (T2G_ORGKIND_COUNCIL | T2G_ORGKIND_PARTY | T2G_ORGKIND_PARLIAMENT | T2G_ORGKIND_OUTLET) ? 0 : kinds;
}

/* May the office be of something that is named elsewhere? */
static bool is_ownerless(const t2g_office *office)
{
    bool many = office->flags & T2G_OFFICE_PLURAL && office->key != T2G_KEY_HEAD && office->key != T2G_KEY_COACH;
    return office->owners == 0 && !many && office->key != T2G_KEY_PERSON &&
           office->key != T2G_KEY_UNIT && office->key != T2G_KEY_MINISTER;
}

/* "Coach X": the newest club, or in the same sentence a newer name of no known kind; none when two could be meant. */
static uint32_t by_role(const lender *l, uint32_t kinds, uint32_t sentence)
{
    const named *found = newest(l, kinds, sentence, NEAR), *other = newest(l, T2G_ORGKIND_UNKNOWN, sentence, NEAR);
    if (!(kinds & OBSCURE)) other = NULL;
    if (other && other->sentence == sentence && (!found || other->item > found->item))
        return other->rival == T2G_NONE ? other->item : T2G_NONE;
    if (!found || found->rival != T2G_NONE) return T2G_NONE;
    return other && other->sentence == found->sentence ? T2G_NONE : found->item;
}

/* The item to be its owner, or T2G_NONE. */
static uint32_t find_owner(const lender *l, const t2g_office_group *group, const t2g_office *office)
{
    uint32_t kinds = kinds_behind(l, group, office);
    if (!kinds && office->flags & T2G_OFFICE_CLOSED) return T2G_NONE;
    if (!kinds) kinds = kinds_beside(l, group, office);
    if (!kinds) return by_role(l, t2g_orgkind_named(office->field), group->sentence);
    const named *found = newest(l, kinds, group->sentence, FAR);
    if (!found && kinds & OBSCURE) found = newest(l, T2G_ORGKIND_UNKNOWN, group->sentence, NEAR);
    return found ? found->item : T2G_NONE;
}

bool t2g_owners_lend(t2g_arena *arena, const t2g_layers *layers, const t2g_row *row, t2g_offices *offices)
{
    lender l = {.layers = layers, .row = row, .kinds = t2g_orgkinds(arena, layers, row, offices)};
    if (!l.kinds) return false;
    for (int k = 0; k < KINDS; k++) l.last[k] = (named){T2G_NONE, 0, T2G_NONE};
    uint32_t i = 0, sentence = 0;
    for (uint32_t g = 0; g < offices->groups; g++) {
        const t2g_office_group *group = &offices->group[g];
        for (; i < group->begin; i++) {
            while (i >= row->first[sentence + 1]) sentence++;
            note(&l, i, sentence);
        }
        for (uint32_t o = group->first; o < group->first + group->len; o++) {
            t2g_office *office = &offices->at[o];
            uint32_t owner = is_ownerless(office) ? find_owner(&l, group, office) : T2G_NONE;
            if (owner == T2G_NONE) continue;
            office->owner[office->owners++] = owner;
            office->flags |= T2G_OFFICE_LENT;
        }
    }
    return true;
}
