/* claim.h - proofs gathered one by one, then settled into facts.
 *
 * Finding and deciding are kept apart: whoever finds a place that says something
 * adds a claim, and only the last step merges the claims of a source, relation
 * and target into one fact.  O(claims * log claims).
 *
 * SPDX-License-Identifier: MIT
 */
#ifndef T2G_NLP_CLAIM_H
#define T2G_NLP_CLAIM_H

#include "nlp/fact/fact.h"

typedef enum t2g_rule {
#define RULE(name, word, confidence) T2G_RULE_##name,
#include "nlp/fact/rules.def"
#undef RULE
    T2G_RULES
} t2g_rule;

typedef struct t2g_claim {
    uint32_t source, target; /* entities                                  */
    uint32_t sentence;
    uint8_t relation, status, kind, rule;
    uint16_t confidence; /* per mille; 0: it falls                    */
    uint16_t chance;     /* per mille, of one that falls: that it is so after all */
    uint16_t how;        /* of reported_by: how E is named there, a clue for the judge    */
    t2g_span role; /* tokens                                              */
    char since[11], until[11];
} t2g_claim;

typedef struct t2g_claims {
    t2g_arena *arena;
    t2g_claim *at; /* [cap] */
    uint32_t len, cap;
    bool *ended; /* by entity: died or resigned, so that offices said to be current are former */
    bool failed; /* memory was out: some claims are lost */
} t2g_claims;

/* False when memory is out. */
bool t2g_claims_init(t2g_claims *claims, t2g_arena *arena, uint32_t entities);

/* Dropped are claims of an entity about itself.  A claim without a confidence gets its rule's. */
void t2g_claims_add(t2g_claims *claims, const t2g_claim *claim);

/* The same for what was considered and not believed: it becomes a doubt (fact.h). */
void t2g_claims_doubt(t2g_claims *claims, const t2g_claim *claim);

/* Claims to facts, which live in the arena.  A country guessed from the context
 * gives way to one that stands beside the office anywhere in the text; of several inferred ones the surest stands. */
t2g_result t2g_claims_settle(const t2g_claims *claims, const t2g_entities *entities, t2g_facts *facts, t2g_arena *arena,
                             t2g_error *error);

/* Per mille. */
uint16_t t2g_rule_confidence(t2g_rule rule);

/* Does the rule only hint, so that its claim wants the judge to agree? */
bool t2g_rule_is_hint(t2g_rule rule);

#endif
