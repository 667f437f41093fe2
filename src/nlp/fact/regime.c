/* SPDX-License-Identifier: MIT */
#include "nlp/fact/regime.h"

typedef struct reader {
    t2g_ground *ground;
    const t2g_homelands *homelands;
    uint32_t sentence, begin, end; /* items */
} reader;

static const t2g_item *item(const reader *r, uint32_t i)
{
    return &r->ground->row.at[i];
}

static bool is(const reader *r, uint32_t i, const char *fold)
{
    return i >= r->begin && i < r->end && t2g_item_is(r->ground->layers, item(r, i), fold);
}

static bool is_person(const reader *r, uint32_t i)
{
    return i >= r->begin && i < r->end && item(r, i)->kind == T2G_ITEM_ENTITY && item(r, i)->type == T2G_PERSON &&
           !(item(r, i)->flags & T2G_ITEM_REFERENCE);
}

/* "government", also as the last word of "the German government", which names the state. */
static bool is_government(const reader *r, uint32_t i)
{
    static const char *const words[] = {"government", "regime", "cabinet", "presidency", "premiership"};
    t2g_slice last = t2g_token_fold(r->ground->layers->tokens, item(r, i)->end - 1);
    for (size_t w = 0; w < sizeof words / sizeof *words; w++)
        if (t2g_slice_is(last, words[w])) return item(r, i)->kind == T2G_ITEM_WORD || item(r, i)->type == T2G_COUNTRY;
    return false;
}

/* The person whose government stands at item i: before it with a genitive, or behind "of", "under", "led by". */
static uint32_t find_person(const reader *r, uint32_t i)
{
    enum { MODIFIERS = 3 };
    uint32_t j = i + 1;
    if (is(r, j, "of") || is(r, j, "under")) j++;
    if (j > i + 1) {
        while (j < r->end && (item(r, j)->kind == T2G_ITEM_ROLE || item(r, j)->kind == T2G_ITEM_STATUS || item(r, j)->flags & T2G_ITEM_SKIPPED)) j++;
        if (is_person(r, j) && !(item(r, j)->flags & T2G_ITEM_GENITIVE)) return item(r, j)->entity;
    }
    for (j = i; j > r->begin && i - j < MODIFIERS; j--) {
        const t2g_item *before = item(r, j - 1);
        if (is_person(r, j - 1)) return before->flags & T2G_ITEM_GENITIVE || j == i ? before->entity : T2G_NONE;
        if (before->kind != T2G_ITEM_WORD || (before->classes && !(before->flags & T2G_ITEM_GENITIVE))) return T2G_NONE;
    }
    return T2G_NONE;
}

/* The state beside the word, or that the text points to. */
static uint32_t find_state(const reader *r, uint32_t i, uint32_t person)
{
    enum { CLEAR = 100 };
    if (item(r, i)->kind == T2G_ITEM_ENTITY) return item(r, i)->entity;
    if (i > r->begin && item(r, i - 1)->kind == T2G_ITEM_ENTITY && item(r, i - 1)->type == T2G_COUNTRY) return item(r, i - 1)->entity;
    const t2g_office office = {.role = {item(r, i)->begin, item(r, i)->end}, .key = T2G_KEY_STATE_HEAD};
    const t2g_office_group group = {.begin = i, .end = i + 1, .sentence = r->sentence};
    int32_t lead;
    uint32_t state = t2g_homeland_find(r->homelands, &group, &office, person, &lead);
    return lead < CLEAR ? T2G_NONE : state;
}

/* "the former German government" */
static t2g_status find_status(const reader *r, uint32_t i)
{
    if (i > r->begin && item(r, i - 1)->kind == T2G_ITEM_ENTITY && item(r, i - 1)->type == T2G_COUNTRY) i--;
    bool former = i > r->begin && item(r, i - 1)->kind == T2G_ITEM_STATUS && item(r, i - 1)->key == T2G_KEY_FORMER;
    return former ? T2G_STATUS_FORMER : T2G_STATUS_CURRENT;
}

void t2g_regimes_find(t2g_ground *ground, const t2g_homelands *homelands)
{
    reader r = {.ground = ground, .homelands = homelands};
    for (; r.sentence < ground->layers->sentences->len; r.sentence++) {
        r.begin = ground->row.first[r.sentence], r.end = ground->row.first[r.sentence + 1];
        for (uint32_t i = r.begin; i < r.end; i++) {
            if (!is_government(&r, i)) continue;
            uint32_t person = find_person(&r, i), state = person == T2G_NONE ? T2G_NONE : find_state(&r, i, person);
            if (state == T2G_NONE) continue;
            t2g_claim claim = {.source = person, .target = state, .sentence = r.sentence, .relation = T2G_HEAD_OF,
                               .rule = T2G_RULE_REGIME, .status = (uint8_t)find_status(&r, i)};
            t2g_claims_add(&ground->claims, &claim);
        }
    }
}
