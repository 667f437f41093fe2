/* SPDX-License-Identifier: MIT */
#include "graph/edge.h"

void t2g_edge_gather(t2g_edge_record *edge, t2g_edge_record *said)
{
    edge->relation = said->relation;
    if (edge->last_said) edge->last_said->next = said;
    else edge->said = said;
    edge->last_said = said;
}

void t2g_edge_join(t2g_edge_record *edge, t2g_edge_record *other)
{
    if (!other->said) return;
    t2g_edge_record *last = other->last_said;
    t2g_edge_gather(edge, other->said);
    edge->last_said = last;
}

static int compare(uint64_t a, uint64_t b)
{
    return (a > b) - (a < b);
}

/* Negative when a speaks before b.  "Former" says more than what leaves it open, and a date more than
 * none; beyond that any order will do that does not depend on which was read first. */
static int by_weight(const t2g_edge_record *a, const t2g_edge_record *b)
{
    int order = compare(b->confidence, a->confidence);
    if (!order) order = compare(b->status, a->status);
    if (!order) order = compare(b->since[0] != 0, a->since[0] != 0);
    if (!order) order = compare(b->until[0] != 0, a->until[0] != 0);
    if (!order) order = compare(b->role.size != 0, a->role.size != 0);
    if (!order) order = t2g_slice_compare(a->evidence, b->evidence);
    if (!order) order = t2g_slice_compare(a->source, b->source);
    if (!order) order = compare(a->begin, b->begin);
    if (!order) order = strcmp(a->since, b->since);
    return order ? order : strcmp(a->until, b->until);
}

/* The most weighty that gives what is asked for; NULL when none does. */
static const t2g_edge_record *weightiest(const t2g_edge_record *edge, bool since, bool until, const t2g_edge_record *status_of)
{
    const t2g_edge_record *best = NULL;
    for (const t2g_edge_record *s = edge->said; s; s = s->next) {
        if ((since && !s->since[0]) || (until && !s->until[0]) || (status_of && s->status != status_of->status)) continue;
        if (!best || by_weight(s, best) < 0) best = s;
    }
    return best;
}

/* Count the places and make one list of them. */
static void chain_sayings(t2g_edge_record *edge)
{
    edge->count = 0;
    edge->sayings = edge->last_saying = NULL;
    for (t2g_edge_record *s = edge->said; s; s = s->next) {
        edge->count += s->count;
        if (!s->sayings) continue;
        if (edge->last_saying) edge->last_saying->next = s->sayings;
        else edge->sayings = s->sayings;
        edge->last_saying = s->last_saying;
    }
}

void t2g_edge_settle(t2g_edge_record *edge)
{
    const t2g_edge_record *best = weightiest(edge, false, false, NULL);
    if (!best) return;
    const t2g_edge_record *since = weightiest(edge, true, false, best), *until = weightiest(edge, false, true, best);
    t2g_edge_record settled = *best;
    settled.header = edge->header;
    settled.said = edge->said;
    settled.last_said = edge->last_said;
    settled.next = NULL;
    if (!settled.since[0] && since) memcpy(settled.since, since->since, sizeof settled.since);
    if (!settled.until[0] && until) memcpy(settled.until, until->until, sizeof settled.until);
    *edge = settled;
    chain_sayings(edge);
}
