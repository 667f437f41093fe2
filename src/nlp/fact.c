/* SPDX-License-Identifier: MIT */
#include "nlp/fact.h"

t2g_result t2g_facts_build(t2g_facts *facts, t2g_arena *arena, const t2g_lexicon *lexicon, const t2g_text *text,
                           const t2g_tokens *tokens, const t2g_sentences *sentences, const t2g_phrases *phrases,
                           const t2g_mentions *mentions, const t2g_entities *entities, t2g_error *error)
{
    (void)arena, (void)lexicon, (void)text, (void)tokens, (void)sentences, (void)phrases;
    (void)mentions, (void)entities, (void)error;
    *facts = (t2g_facts){0};
    return T2G_OK;
}

const char *t2g_relation_name(t2g_relation relation)
{
    static const char *const names[] = {"head_of", "member_of", "reported_by"};
    return names[relation];
}

const char *t2g_status_name(t2g_status status)
{
    static const char *const names[] = {"current", "former", "acting", "elect"};
    return names[status];
}

const char *t2g_report_kind_name(t2g_report_kind kind)
{
    static const char *const names[] = {"report", "statement"};
    return names[kind];
}

const char *t2g_fact_rule_name(uint16_t rule)
{
    (void)rule;
    return "none";
}

void t2g_facts_dump(const t2g_facts *facts, const t2g_text *text, const t2g_tokens *tokens,
                    const t2g_sentences *sentences, const t2g_entities *entities, FILE *out)
{
    (void)text, (void)tokens, (void)sentences, (void)entities;
    for (uint32_t f = 0; f < facts->len; f++) fprintf(out, "%s\n", t2g_relation_name(facts->at[f].relation));
}
