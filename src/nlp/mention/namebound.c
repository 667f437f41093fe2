/* SPDX-License-Identifier: MIT */
#include "nlp/mention/namebound.h"

/* "armed forces", but not "forces" alone: "Afghan forces" are soldiers, not an army. */
static bool is_armed_forces(const t2g_decision *d, uint32_t end)
{
    return end >= 2 && t2g_form_is(d, end - 1, "forces") && t2g_slice_is(t2g_token_fold(d->tokens, end - 2), "armed");
}

uint32_t t2g_institution_end(const t2g_decision *d, uint32_t begin)
{
    if (begin >= d->tokens->len || t2g_is_capital(d, begin)) return begin;
    const t2g_phrase *word = t2g_phrases_longest(d->phrases, begin, T2G_LEX_ORGWORD);
    if (!word) return begin;
    bool army = t2g_form_is(d, word->end - 1, "army") || t2g_form_is(d, word->end - 1, "navy") || is_armed_forces(d, word->end);
    bool seat = t2g_form_is(d, word->end - 1, "parliament");
    bool ministry = t2g_form_is(d, word->end - 1, "ministry") && word->end > begin + 1;
    bool goes_on = word->end < d->tokens->len && t2g_phrases_longest(d->phrases, word->end, T2G_LEX_ROLE);
    return (army || seat) && !goes_on ? word->end : ministry ? word->end : begin;
}

/* The second half of a Korean or Chinese given name in lower case: "Sung-ho", but not "Weber-led". */
static uint32_t given_half_end(const t2g_decision *d, uint32_t end)
{
    static const char *const suffixes[] = {"led", "based", "style", "backed", "born", "era", "like", "run", "owned", "made",
                                           "elect", "turned", NULL};
    if (end + 1 >= d->tokens->len || !t2g_form_is(d, end, "-") || !t2g_is_glued(d, end) || !t2g_is_glued(d, end + 1)) return end;
    t2g_slice half = t2g_token_form(d->tokens, end + 1);
    bool low = d->tokens->at[end + 1].shape == T2G_SHAPE_LOWER && half.size >= 2 && half.size <= 5;
    return low && !t2g_fold_is_any(d, end + 1, suffixes) ? end + 2 : end;
}

uint32_t t2g_fields_end(const t2g_decision *d, uint32_t begin, uint32_t end)
{
    const t2g_phrase *opening = t2g_phrases_longest(d->phrases, begin, T2G_LEX_ORGWORD);
    uint32_t i = end, limit = d->sentences->at[d->sentences->of[begin]].end;
    if (!opening || opening->key != T2G_KEY_PREFIX || opening->end >= end) return end;
    while (i + 2 < limit && (t2g_form_is(d, i, ",") || (i > end && t2g_form_is(d, i, "and")))) {
        bool last = t2g_form_is(d, i, "and");
        const t2g_phrase *given = t2g_phrases_longest(d->phrases, i + 1, T2G_LEX_GIVEN);
        const t2g_phrase *another = t2g_phrases_longest(d->phrases, i + 1, T2G_LEX_ORGWORD);
        bool opens = another && another->key == T2G_KEY_PREFIX;
        if (!t2g_is_capital(d, i + 1) || given || t2g_country_at(d, i + 1) || opens) return end;
        for (i++; i < limit && t2g_is_capital(d, i);) i++;
        if (last) return i;
    }
    return end;
}

/* Where a person's name begins behind its title. */
static uint32_t untitled(const t2g_decision *d, uint32_t begin, uint32_t end)
{
    const t2g_phrase *title = t2g_phrases_longest(d->phrases, begin, T2G_LEX_TITLE);
    bool given = t2g_phrases_longest(d->phrases, begin, T2G_LEX_GIVEN) != NULL;
    return title && title->end < end && !given ? title->end : begin;
}

/* Where the name begins behind what only describes it: "pro-Reform", "German NGO Lichtbund". */
static uint32_t undescribed(const t2g_decision *d, uint32_t begin, uint32_t end)
{
    static const char *const prefixes[] = {"pro", "anti", "ex", "non", "post", NULL};
    static const char *const kinds[] = {"ngo", "newspaper", "magazine", "broadcaster", "daily", "weekly", "paper", "airline", NULL};
    if (end > begin + 2 && t2g_fold_is_any(d, begin, prefixes) && t2g_form_is(d, begin + 1, "-")) return begin + 2;
    const t2g_phrase *country = t2g_country_at(d, begin);
    uint32_t kind = country && country->end < end ? country->end : begin;
    bool is_kind = kind + 1 < end && t2g_fold_is_any(d, kind, kinds) && (kind > begin || !t2g_is_capital(d, kind));
    return is_kind && t2g_is_capital(d, kind + 1) ? kind + 1 : begin;
}

/* "Gasline of Norway": the country is not part of the name, where nothing makes it an institution's. */
static uint32_t without_country(const t2g_decision *d, uint32_t begin, uint32_t end)
{
    if (end < begin + 3 || !t2g_form_is(d, begin + 1, "of")) return end;
    const t2g_phrase *country = t2g_country_at(d, begin + 2);
    return country && country->end == end && t2g_is_unlisted(d, begin) ? begin + 1 : end;
}

/* "Franco-German": two states, of which the second has its adjective. */
static uint32_t second_of_two_states(const t2g_decision *d, uint32_t begin, uint32_t end)
{
    static const char *const firsts[] = {"franco", "anglo", "sino", "russo", "indo", "greco", "italo", "austro", "serbo", "euro",
                                         "afro", "israeli", "american", "german", "turkish", NULL};
    if (end < begin + 3 || !t2g_form_is(d, begin + 1, "-") || !t2g_fold_is_any(d, begin, firsts)) return begin;
    const t2g_phrase *country = t2g_country_at(d, begin + 2);
    return country && country->end == end ? begin + 2 : begin;
}

/* "American forces", "Kurdish forces" as the model may have them: soldiers, not an army. */
static bool is_soldiers(const t2g_decision *d, uint32_t begin, uint32_t end)
{
    const t2g_phrase *country = t2g_country_at(d, begin);
    return t2g_form_is(d, end - 1, "forces") && !is_armed_forces(d, end) && country && country->end == end - 1;
}

t2g_verdict t2g_name_undescribed(const t2g_decision *d, const t2g_name *name)
{
    t2g_verdict m = {name->begin, name->end, T2G_NONE, name->kind};
    m.begin = second_of_two_states(d, m.begin, m.end);
    if (m.begin > name->begin) m.kind = T2G_NAT;
    if (m.kind == T2G_ORG) m.begin = undescribed(d, m.begin, m.end);
    if (m.kind == T2G_ORG) m.end = without_country(d, m.begin, m.end);
    if (m.kind == T2G_ORG && is_soldiers(d, m.begin, m.end)) m = (t2g_verdict){m.begin, m.end - 1, T2G_NONE, T2G_NAT};
    if (m.end > m.begin + 1 && t2g_slice_is(t2g_token_fold(d->tokens, m.begin), "the")) m.begin++;
    return m;
}

void t2g_person_bound(const t2g_decision *d, t2g_verdict *m)
{
    if (m->kind == T2G_PER) m->begin = untitled(d, m->begin, m->end);
    bool surname = t2g_phrases_longest(d->phrases, m->begin, T2G_LEX_SURNAME) != NULL;
    if ((m->kind == T2G_PER || surname) && given_half_end(d, m->end) > m->end) m->kind = T2G_PER;
    if (m->kind == T2G_PER && m->end > m->begin + 1) m->end = given_half_end(d, m->end);
}

/* The "Jones" of "Anna Smith-Jones". */
static bool is_second_half(const t2g_decision *d, const t2g_verdict *before, const t2g_verdict *m)
{
    if (before->end + 1 != m->begin) return false;
    return t2g_form_is(d, m->begin - 1, "-") && t2g_is_glued(d, m->begin - 1) && t2g_is_glued(d, m->begin);
}

/* The "Meulen" of "Pieter van der Meulen", where the model saw two persons. */
static bool is_behind_particles(const t2g_decision *d, const t2g_verdict *before, const t2g_verdict *m)
{
    static const char *const particles[] = {"van", "von", "der", "den", "ter", "de", "la",
                                            "del", "da", "di", "dos", "bin", "ibn", NULL};
    if (m->begin == before->end || m->begin > before->end + 3) return false;
    for (uint32_t i = before->end; i < m->begin; i++)
        if (!t2g_fold_is_any(d, i, particles) || t2g_is_capital(d, i)) return false;
    return true;
}

bool t2g_name_goes_on(const t2g_decision *d, const t2g_verdict *before, const t2g_verdict *m)
{
    if (m->kind != T2G_PER || before->kind != T2G_PER) return false;
    return is_second_half(d, before, m) || is_behind_particles(d, before, m);
}
