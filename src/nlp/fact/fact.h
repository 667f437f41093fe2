/* fact.h - who heads what, who belongs to what, who says so: the facts of a text (facts.h makes them).
 *
 * SPDX-License-Identifier: MIT
 */
#ifndef T2G_NLP_FACT_H
#define T2G_NLP_FACT_H

#include "nlp/entity/entity.h"
#include "nlp/item/relation.h"

/* One place that says a fact. */
typedef struct t2g_proof {
    uint32_t sentence;
    uint16_t rule;       /* what found it: an index for t2g_fact_rule_name               */
    uint16_t confidence; /* per mille                                                    */
    uint8_t status, kind; /* as this place has them, see t2g_fact                        */
    t2g_span role;       /* tokens                                                       */
} t2g_proof;

typedef struct t2g_fact {
    uint32_t source, target; /* entities                                                     */
    uint8_t relation;        /* t2g_relation                                                 */
    uint8_t status;          /* t2g_status; of head_of and member_of                         */
    uint8_t kind;            /* t2g_report_kind; of reported_by                              */
    t2g_span role;           /* tokens that name the office, empty when none                 */
    char since[11], until[11]; /* ISO 8601 date, as precise as the text, "" when not said     */
    uint16_t confidence;     /* per mille, over all proofs                                   */
    uint32_t proof, proofs;  /* facts->proofs[proof .. proof + proofs), the best first       */
} t2g_fact;

/* What was claimed or considered, and not believed: who asks why there is no edge wants to see it. */
typedef struct t2g_doubt {
    uint32_t source, target; /* entities                                                     */
    uint8_t relation;
    t2g_proof proof;         /* its confidence is the chance that it is so after all         */
} t2g_doubt;

typedef struct t2g_facts {
    t2g_fact *at; /* [len] one a (source, relation, target), in order of their first proof */
    uint32_t len;
    t2g_proof *proofs;
    uint32_t proofs_len;
    t2g_doubt *doubts; /* [doubts_len] in no order that means anything                      */
    uint32_t doubts_len;
} t2g_facts;

const char *t2g_fact_rule_name(uint16_t rule);        /* "apposition", ... */

/* One line a fact: "source -relation-> target [status role] rule: sentence".  Confidence stands in the
 * graph alone: it changes with every training, and what is found should not seem to. */
void t2g_facts_dump(const t2g_facts *facts, const t2g_text *text, const t2g_tokens *tokens,
                    const t2g_sentences *sentences, const t2g_entities *entities, FILE *out);

#endif
