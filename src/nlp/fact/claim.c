/* SPDX-License-Identifier: MIT */
#include "nlp/fact/claim.h"

#include <stdlib.h>

static const uint16_t confidence_of_rule[] = {
#define RULE(name, word, confidence) confidence,
#include "nlp/fact/rules.def"
#undef RULE
};

static const char *const name_of_rule[] = {
#define RULE(name, word, confidence) word,
#include "nlp/fact/rules.def"
#undef RULE
};

uint16_t t2g_rule_confidence(t2g_rule rule)
{
    return confidence_of_rule[rule];
}

bool t2g_rule_is_hint(t2g_rule rule)
{
    return rule == T2G_RULE_INSIDE || rule == T2G_RULE_AIRED || rule == T2G_RULE_MEANT;
}

const char *t2g_fact_rule_name(uint16_t rule)
{
    return name_of_rule[rule];
}

bool t2g_claims_init(t2g_claims *claims, t2g_arena *arena, uint32_t entities)
{
    *claims = (t2g_claims){.arena = arena, .ended = t2g_arena_zalloc(arena, entities, sizeof *claims->ended)};
    return claims->ended;
}

static void push(t2g_claims *claims, const t2g_claim *claim, uint16_t confidence)
{
    if (claim->source == claim->target) return;
    if (claims->len == claims->cap) {
        uint32_t cap = claims->cap ? 2 * claims->cap : 64;
        t2g_claim *at = t2g_arena_grow(claims->arena, claims->at, claims->cap, cap, sizeof *at);
        if (!at) {
            claims->failed = true;
            return;
        }
        claims->at = at;
        claims->cap = cap;
    }
    claims->at[claims->len] = *claim;
    claims->at[claims->len++].confidence = confidence;
}

void t2g_claims_add(t2g_claims *claims, const t2g_claim *claim)
{
    push(claims, claim, claim->confidence ? claim->confidence : t2g_rule_confidence(claim->rule));
}

void t2g_claims_doubt(t2g_claims *claims, const t2g_claim *claim)
{
    push(claims, claim, 0);
}

/* A claim with its place in the order of finding, which makes the sort key complete. */
typedef struct entry {
    const t2g_claim *claim;
    uint32_t number;
} entry;

static int compare(uint32_t a, uint32_t b)
{
    return (a > b) - (a < b);
}

/* By source, target, relation, sentence, then as found: head_of stands before member_of. */
static int by_edge(const void *left, const void *right)
{
    const entry *a = left, *b = right;
    int order = compare(a->claim->source, b->claim->source);
    if (!order) order = compare(a->claim->target, b->claim->target);
    if (!order) order = compare(a->claim->relation, b->claim->relation);
    if (!order) order = compare(a->claim->sentence, b->claim->sentence);
    return order ? order : compare(a->number, b->number);
}

static bool same_edge(const t2g_claim *a, const t2g_claim *b)
{
    return a->source == b->source && a->target == b->target && a->relation == b->relation;
}

/* Proofs, the surest first, then in order of the text. */
static int by_confidence(const void *left, const void *right)
{
    const t2g_proof *a = left, *b = right;
    int order = compare(b->confidence, a->confidence);
    if (!order) order = compare(a->sentence, b->sentence);
    return order ? order : compare(a->rule, b->rule);
}

/* Proofs are not independent: a misread name is misread everywhere.  So what
 * further ones add to the best is halved, and certainty is never reached. */
static uint16_t combine(const t2g_proof *proofs, uint32_t len)
{
    enum { MOST = 980 };
    uint32_t doubt = 1000u - proofs[0].confidence;
    for (uint32_t p = 1; p < len; p++) doubt = doubt * (1000u - proofs[p].confidence / 2u) / 1000u;
    return (uint16_t)(1000u - doubt > MOST ? MOST : 1000u - doubt);
}

/* What the text says expressly ("former") beats what it leaves open. */
static void take_details(t2g_fact *fact, const t2g_claim *claim)
{
    if (fact->status == T2G_STATUS_CURRENT) fact->status = claim->status;
    if (fact->role.begin == fact->role.end) fact->role = claim->role;
    if (!fact->since[0]) memcpy(fact->since, claim->since, sizeof fact->since);
    if (!fact->until[0]) memcpy(fact->until, claim->until, sizeof fact->until);
    if (claim->kind == T2G_REPORT) fact->kind = T2G_REPORT;
}

static t2g_proof proof_of(const t2g_claim *claim, uint16_t confidence)
{
    return (t2g_proof){.sentence = claim->sentence, .rule = claim->rule, .confidence = confidence,
                       .status = claim->status, .kind = claim->kind, .role = claim->role};
}

/* The fact of the claims sorted[0 .. len), which are one edge. */
static void settle_edge(const entry *sorted, uint32_t len, t2g_facts *facts)
{
    const t2g_claim *first = sorted[0].claim;
    t2g_fact *fact = &facts->at[facts->len++];
    *fact = (t2g_fact){.source = first->source, .target = first->target, .relation = first->relation,
                       .kind = T2G_STATEMENT, .proof = facts->proofs_len};
    for (uint32_t c = 0; c < len; c++) {
        const t2g_claim *claim = sorted[c].claim;
        take_details(fact, claim);
        t2g_proof proof = proof_of(claim, claim->confidence);
        if (fact->proofs && facts->proofs[facts->proofs_len - 1].sentence == proof.sentence) {
            t2g_proof *last = &facts->proofs[facts->proofs_len - 1];
            bool plainer = proof.confidence == last->confidence && t2g_rule_is_hint(last->rule) && !t2g_rule_is_hint(proof.rule);
            if (proof.confidence > last->confidence || plainer) *last = proof;
            continue;
        }
        facts->proofs[facts->proofs_len++] = proof;
        fact->proofs++;
    }
    qsort(&facts->proofs[fact->proof], fact->proofs, sizeof *facts->proofs, by_confidence);
    fact->confidence = combine(&facts->proofs[fact->proof], fact->proofs);
}

/* Facts in the order of the text: by the earliest proof, then by their ends. */
typedef struct ranked {
    t2g_fact fact;
    uint32_t sentence;
} ranked;

static int by_text(const void *left, const void *right)
{
    const ranked *a = left, *b = right;
    int order = compare(a->sentence, b->sentence);
    if (!order) order = compare(a->fact.source, b->fact.source);
    if (!order) order = compare(a->fact.target, b->fact.target);
    return order ? order : compare(a->fact.relation, b->fact.relation);
}

static t2g_result sort_facts(t2g_facts *facts, t2g_arena *scratch, t2g_error *error)
{
    ranked *order = T2G_ARRAY(scratch, ranked, facts->len);
    if (!order) return t2g_error_nomem(error);
    for (uint32_t f = 0; f < facts->len; f++) {
        const t2g_fact *fact = &facts->at[f];
        order[f] = (ranked){*fact, T2G_NONE};
        for (uint32_t p = fact->proof; p < fact->proof + fact->proofs; p++)
            if (facts->proofs[p].sentence < order[f].sentence) order[f].sentence = facts->proofs[p].sentence;
    }
    qsort(order, facts->len, sizeof *order, by_text);
    for (uint32_t f = 0; f < facts->len; f++) facts->at[f] = order[f].fact;
    return T2G_OK;
}

/* An office of a state, found by what the article is about or by the weights alone, and not by words beside the office. */
static bool is_inferred(const t2g_claim *claim, const t2g_entities *entities)
{
    bool inferred = claim->rule == T2G_RULE_CONTEXT || claim->rule == T2G_RULE_GUESS || claim->rule == T2G_RULE_LEARNED;
    return inferred && claim->relation != T2G_REPORTED_BY && entities->at[claim->target].type == T2G_COUNTRY;
}

/* The state that somebody serves: one alone, unless words beside an office name another. */
typedef struct homeland {
    uint32_t state;      /* entity: of inferred claims the surest, ties to the first       */
    uint16_t confidence; /* its                                                           */
    bool placed;         /* "Chinese president": said beside the office                    */
} homeland;

/* By entity. */
static homeland *find_homelands(const t2g_claims *claims, const t2g_entities *entities)
{
    homeland *homelands = t2g_arena_zalloc(claims->arena, entities->len, sizeof *homelands);
    for (uint32_t c = 0; homelands && c < claims->len; c++) {
        const t2g_claim *claim = &claims->at[c];
        homeland *home = &homelands[claim->source];
        if (claim->relation == T2G_REPORTED_BY || entities->at[claim->target].type != T2G_COUNTRY) continue;
        if (!is_inferred(claim, entities)) home->placed = true;
        else if (claim->confidence > home->confidence) *home = (homeland){claim->target, claim->confidence, home->placed};
    }
    return homelands;
}

/* Does it give way to a surer one? */
static bool is_outdone(const t2g_claim *claim, const homeland *home, const t2g_entities *entities)
{
    if (!is_inferred(claim, entities)) return false;
    if (home->placed) return claim->rule != T2G_RULE_LEARNED;
    return claim->target != home->state;
}

t2g_result t2g_claims_settle(const t2g_claims *claims, const t2g_entities *entities, t2g_facts *facts, t2g_arena *arena,
                             t2g_error *error)
{
    const homeland *homelands = find_homelands(claims, entities);
    uint32_t len = 0;
    entry *sorted = T2G_ARRAY(claims->arena, entry, claims->len);
    *facts = (t2g_facts){.at = T2G_ARRAY(arena, t2g_fact, claims->len),
                         .proofs = T2G_ARRAY(arena, t2g_proof, claims->len),
                         .doubts = T2G_ARRAY(arena, t2g_doubt, claims->len)};
    if (!sorted || !homelands || !facts->at || !facts->proofs || !facts->doubts || claims->failed) return t2g_error_nomem(error);
    for (uint32_t c = 0; c < claims->len; c++) {
        const t2g_claim *claim = &claims->at[c];
        if (claim->confidence && !is_outdone(claim, &homelands[claim->source], entities)) sorted[len++] = (entry){claim, c};
        else facts->doubts[facts->doubts_len++] = (t2g_doubt){claim->source, claim->target, claim->relation, proof_of(claim, claim->chance)};
    }
    qsort(sorted, len, sizeof *sorted, by_edge);
    for (uint32_t c = 0, end; c < len; c = end) {
        for (end = c + 1; end < len && same_edge(sorted[c].claim, sorted[end].claim);) end++;
        const t2g_fact *before = facts->len ? &facts->at[facts->len - 1] : NULL;
        const t2g_claim *claim = sorted[c].claim;
        bool headed = before && claim->relation == T2G_MEMBER_OF && before->relation == T2G_HEAD_OF &&
                      before->source == claim->source && before->target == claim->target;
        if (headed) continue;
        settle_edge(&sorted[c], end - c, facts);
        t2g_fact *fact = &facts->at[facts->len - 1];
        bool over = claims->ended[fact->source] || fact->until[0];
        if (over && fact->relation != T2G_REPORTED_BY && fact->status == T2G_STATUS_CURRENT) fact->status = T2G_STATUS_FORMER;
    }
    return sort_facts(facts, claims->arena, error);
}
