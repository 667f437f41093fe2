/* SPDX-License-Identifier: MIT */
#include "nlp/mention/ballot.h"

/* What the document's mentions of one name say together. */
typedef struct ballot {
    uint32_t first;                  /* verdict + 1; 0: empty                             */
    uint32_t persons, organisations; /* mentions that the model took for them             */
    uint32_t offices;                /* mentions with an office right behind              */
} ballot;

static bool is_same_name(const t2g_decision *d, const t2g_verdict *a, const t2g_verdict *b)
{
    if (a->end - a->begin != b->end - b->begin) return false;
    for (uint32_t k = 0; k < a->end - a->begin; k++)
        if (t2g_fold_at(d, a->begin + k) != t2g_fold_at(d, b->begin + k)) return false;
    return true;
}

/* The ballot of a name; slots is a power of two above the number of names. */
static ballot *ballot_of(const t2g_decision *d, ballot *ballots, uint32_t slots, uint32_t c)
{
    const t2g_verdict *m = &d->at[c];
    uint32_t hash = 2166136261u;
    for (uint32_t i = m->begin; i < m->end; i++) hash = (hash ^ t2g_fold_at(d, i)) * 16777619u;
    uint32_t i = (hash ^ hash >> 15) & (slots - 1);
    while (ballots[i].first && !is_same_name(d, &d->at[ballots[i].first - 1], m)) i = (i + 1) & (slots - 1);
    if (!ballots[i].first) ballots[i].first = c + 1;
    return &ballots[i];
}

/* "Helios Dynamics chairman". */
static bool has_office_behind(const t2g_decision *d, const t2g_verdict *m)
{
    if (m->end >= d->tokens->len || t2g_is_capital(d, m->end)) return false;
    const t2g_phrase *role = t2g_phrases_longest(d->phrases, m->end, T2G_LEX_ROLE);
    return role && (role->key == T2G_KEY_HEAD || role->key == T2G_KEY_MEMBER);
}

bool t2g_ballot_vote(t2g_decision *d, t2g_arena *scratch)
{
    uint32_t slots = 4;
    while (slots < 2 * d->len) slots *= 2;
    ballot *ballots = t2g_arena_zalloc(scratch, slots, sizeof *ballots);
    if (!ballots) return false;
    for (int counted = 0; counted < 2; counted++)
        for (uint32_t c = 0; c < d->len; c++) {
            t2g_verdict *m = &d->at[c];
            if (m->end < m->begin + 2 || (m->kind != T2G_PER && m->kind != T2G_ORG)) continue;
            ballot *b = ballot_of(d, ballots, slots, c);
            if (counted) {
                if (b->persons && b->organisations && b->offices) m->kind = T2G_ORG;
            } else {
                b->persons += m->kind == T2G_PER;
                b->organisations += m->kind == T2G_ORG;
                b->offices += has_office_behind(d, m);
            }
        }
    return true;
}
