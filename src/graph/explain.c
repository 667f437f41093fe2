/* SPDX-License-Identifier: MIT */
#include "graph/explain.h"

enum { TOLD = 5 }; /* places that words tell of: more fill the screen */

/* The first of the best: evidence, begin and end of the edge are its. */
static bool is_best(const t2g_edge_record *edge, const t2g_saying *saying)
{
    return saying->begin == edge->begin && saying->end == edge->end && t2g_slice_equal(saying->source, edge->source);
}

static const t2g_saying *best_of(const t2g_edge_record *edge)
{
    const t2g_saying *saying = edge->sayings;
    while (saying && !is_best(edge, saying)) saying = saying->next;
    return saying;
}

const char *t2g_explain_rule(const t2g_edge_record *edge)
{
    const t2g_saying *best = best_of(edge);
    return best ? t2g_fact_rule_name(best->rule) : "";
}

static void compose_confidence(t2g_composition *c, uint16_t confidence)
{
    unsigned hundredths = t2g_hundredths(confidence);
    t2g_compose_format(c, "%u.%02u", hundredths / 100, hundredths % 100);
}

/* " by the rule title, 0.93" */
static void compose_maker(t2g_composition *c, const t2g_saying *saying)
{
    const char *rule = t2g_fact_rule_name(saying->rule);
    if (t2g_slice_is(t2g_slice_of(rule), "learned")) t2g_compose_words(c, " by learned weights alone, ");
    else t2g_compose_format(c, " by the rule %s, ", rule);
    compose_confidence(c, saying->confidence);
}

static void compose_where(t2g_composition *c, const t2g_saying *saying)
{
    t2g_compose_item(c, saying->source);
    t2g_compose_format(c, ":%llu-%llu", (unsigned long long)saying->begin, (unsigned long long)saying->end);
}

bool t2g_explain_places(t2g_composition *c, const t2g_edge_record *edge)
{
    size_t len;
    const t2g_saying **sayings = t2g_sayings_sort(c->arena, edge->sayings, &len);
    for (size_t s = 0; sayings && s < len; s++) {
        if (s) t2g_compose_words(c, "|");
        compose_where(c, sayings[s]);
        t2g_compose_format(c, " %s ", t2g_fact_rule_name(sayings[s]->rule));
        compose_confidence(c, sayings[s]->confidence);
    }
    return sayings && t2g_composed(c).bytes;
}

bool t2g_explain_in_words(t2g_composition *c, const t2g_edge_record *edge)
{
    size_t len, told = 0;
    const t2g_saying *best = best_of(edge), **sayings = t2g_sayings_sort(c->arena, edge->sayings, &len);
    if (!sayings) return false;
    if (best) {
        t2g_compose_words(c, ";");
        compose_maker(c, best);
    }
    for (size_t s = 0; s < len && told < TOLD; s++) {
        if (sayings[s] == best) continue;
        t2g_compose_words(c, told++ ? "; " : "; also in ");
        compose_where(c, sayings[s]);
        compose_maker(c, sayings[s]);
    }
    if (len > told + 1) t2g_compose_format(c, "; and in %zu more", len - told - 1);
    return t2g_composed(c).bytes;
}
