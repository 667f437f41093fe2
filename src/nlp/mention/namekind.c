/* SPDX-License-Identifier: MIT */
#include "nlp/mention/namekind.h"

#include "nlp/mention/lookalike.h"
#include "nlp/mention/namebound.h"

/* Do lists whose names are of this kind know exactly these words?  The first entry, or T2G_NONE. */
static uint32_t entry_of(const t2g_decision *d, uint32_t begin, uint32_t end, uint8_t kind)
{
    for (uint32_t p = d->phrases->first[begin]; p < d->phrases->first[begin + 1]; p++) {
        const t2g_phrase *phrase = &d->phrases->at[p];
        if (phrase->end != end) continue;
        bool place = phrase->list == T2G_LEX_COUNTRY || phrase->list == T2G_LEX_PLACE;
        bool body = phrase->list == T2G_LEX_BODY || phrase->list == T2G_LEX_OUTLET || phrase->list == T2G_LEX_PARTY ||
                    phrase->list == T2G_LEX_ORGANISATION;
        if ((kind == T2G_LOC && place) || (kind == T2G_ORG && body)) return phrase->entry;
    }
    return T2G_NONE;
}

/* "Baltic Relay, based in Latvia", "Baltic Relay is based in Latvia". */
static bool is_based(const t2g_decision *d, uint32_t end)
{
    if (t2g_form_is(d, end, ",")) end++;
    if (t2g_form_is(d, end, "is") || t2g_form_is(d, end, "was")) end++;
    return t2g_form_is(d, end, "based") && t2g_form_is(d, end + 1, "in");
}

/* "The chair of Baltic Relay": what has an office, or a seat, is an organisation and no event or product; nor does a
 * person have a leader. */
static bool has_office(const t2g_decision *d, const t2g_verdict *m)
{
    static const char *const joints[] = {"of", "at", "for", NULL};
    bool thing = m->kind == T2G_EVT || m->kind == T2G_WRK || m->kind == T2G_MSC;
    bool unknown = m->kind == T2G_PER && m->end == m->begin + 1 && t2g_is_unlisted(d, m->begin);
    if (!thing && !unknown) return false;
    if (thing && is_based(d, m->end)) return true;
    uint32_t i = m->begin - (m->begin > 0 && t2g_form_is(d, m->begin - 1, "the"));
    if (i < 2 || !t2g_fold_is_any(d, i - 1, joints) || t2g_is_capital(d, i - 2)) return false;
    const t2g_phrase *role = t2g_phrases_longest(d->phrases, i - 2, T2G_LEX_ROLE);
    if (!role || role->end != i - 1) return false;
    bool head = role->key == T2G_KEY_HEAD || (unknown && role->key == T2G_KEY_STATE_HEAD);
    return head ? thing || t2g_form_is(d, i - 1, "of") : thing && role->key == T2G_KEY_MEMBER;
}

/* A capital that acts stands for its state: "Beijing believes", "talks with Tehran". */
static bool acts_as_state(const t2g_decision *d, const t2g_verdict *m)
{
    static const char *const before[] = {"with", "against", "between", "by", NULL};
    static const char *const behind[] = {"has", "had", "will", "would", "wants", "wanted", "could", "should", "must", "did",
                                         "does", "may", "might", "also", "says", "believes", "hopes", "sees", "fears",
                                         "considers", "regards", "supports", "needs", "insists", "rejects", NULL};
    if (m->begin > d->sentences->at[d->sentences->of[m->begin]].begin) {
        t2g_slice left = t2g_token_fold(d->tokens, m->begin - 1);
        if (t2g_fold_is_any(d, m->begin - 1, before)) return true;
        const t2g_token *t = &d->tokens->at[m->begin - 1];
        if (t->kind == T2G_TOKEN_WORD && !t2g_slice_is(left, "that") && !t2g_slice_is(left, "and") &&
            !t2g_slice_is(left, "but"))
            return false;
    }
    if (m->end >= d->tokens->len) return false;
    return t2g_form_is_any(d, m->end, behind) || t2g_phrases_longest(d->phrases, m->end, T2G_LEX_VERB) != NULL;
}

/* Beijing is a place, unless it acts. */
static void decide_seat(const t2g_decision *d, t2g_verdict *m)
{
    const t2g_phrase *phrase = t2g_phrases_longest(d->phrases, m->begin, T2G_LEX_COUNTRY);
    if (!phrase || phrase->key != T2G_KEY_CAPITAL || phrase->end != m->end || !acts_as_state(d, m)) return;
    m->kind = T2G_CTY;
    m->entry = phrase->entry;
}

/* A web name stands for its publisher: example.com, but no address of a page or person. */
static bool is_site(const t2g_decision *d, uint32_t token)
{
    if (d->tokens->at[token].kind != T2G_TOKEN_WEB) return false;
    t2g_slice form = t2g_token_form(d->tokens, token);
    bool dot = false;
    for (uint32_t i = 0; i < form.size; i++) {
        char c = form.bytes[i];
        if (c == '/' || c == '@' || c == '#' || c == ':') return false;
        dot = dot || (c == '.' && i > 0);
    }
    return dot;
}

/* "Charlie Hebdo", "El Mundo": what looks like a person and is in the lists of newspapers, and as nothing else. */
static bool is_listed_outlet(const t2g_decision *d, const t2g_verdict *m)
{
    const t2g_phrase *outlet = t2g_phrases_longest(d->phrases, m->begin, T2G_LEX_OUTLET);
    return outlet && outlet->end == m->end && outlet->key == T2G_KEY_NAME && m->end > m->begin + 1;
}

static bool opens_sentence(const t2g_decision *d, uint32_t i)
{
    return i == d->sentences->at[d->sentences->of[i]].begin;
}

/* "Bank governor Anna Keller" opens a sentence: the capital says nothing, and the bank is one that was named before. */
static bool is_opening_noun(const t2g_decision *d, const t2g_verdict *m)
{
    if (m->kind != T2G_ORG || m->end != m->begin + 1 || !opens_sentence(d, m->begin)) return false;
    if (d->tokens->at[m->begin].shape != T2G_SHAPE_TITLE || m->end >= d->tokens->len || t2g_is_capital(d, m->end)) return false;
    const t2g_phrase *word = t2g_phrases_longest(d->phrases, m->begin, T2G_LEX_ORGWORD);
    return word && word->end == m->end && t2g_phrases_longest(d->phrases, m->end, T2G_LEX_ROLE);
}

t2g_verdict t2g_name_decide(const t2g_decision *d, const t2g_name *name)
{
    t2g_verdict m = t2g_name_undescribed(d, name);
    const t2g_phrase *country = t2g_country_at(d, m.begin);
    /* "Guinea-Bissau" is no organisation; "Chelsea", "Jordan" may be. */
    bool is_country = country && country->end == m.end && m.kind != T2G_PER && (m.kind != T2G_ORG || m.end > m.begin + 1);
    if (is_country && !(m.kind == T2G_LOC && country->key == T2G_KEY_AMBIGUOUS)) {
        m.kind = t2g_state_kind(country);
        m.entry = country->entry;
        uint32_t end = t2g_institution_end(d, m.end);
        if (end > m.end) m = (t2g_verdict){m.begin, end, T2G_NONE, T2G_ORG};
        return m;
    }
    if (t2g_is_state(m.kind)) m.kind = T2G_LOC;
    t2g_person_bound(d, &m);
    if (m.kind == T2G_PER && m.end == m.begin + 1 && t2g_form_is(d, m.end, "administration")) {
        m.kind = T2G_ORG;
        m.end++;
    }
    if (m.kind == T2G_PER && is_listed_outlet(d, &m)) m.kind = T2G_ORG;
    if (m.kind == T2G_ORG) m.end = t2g_fields_end(d, m.begin, m.end);
    if (has_office(d, &m)) m.kind = T2G_ORG;
    t2g_span span = {m.begin, m.end};
    if (m.kind == T2G_ORG && t2g_is_lookalike(d->tokens, d->phrases, span)) m.kind = T2G_MSC;
    if (m.kind != T2G_PER && t2g_is_bare_office(d->phrases, span)) m.kind = T2G_NO_NAME;
    if (is_opening_noun(d, &m)) m.kind = T2G_NO_NAME;
    m.entry = entry_of(d, m.begin, m.end, m.kind);
    if (m.kind == T2G_LOC) decide_seat(d, &m);
    return m;
}

/* A town's name, which in a report of a game may be its team's. */
static bool is_town(const t2g_decision *d, uint32_t i)
{
    return t2g_is_capital(d, i) && t2g_phrases_longest(d->phrases, i, T2G_LEX_PLACE);
}

t2g_verdict t2g_name_find_missed(const t2g_decision *d, uint32_t i, uint32_t limit)
{
    t2g_verdict m = {i, i + 1, T2G_NONE, T2G_NO_NAME};
    const t2g_phrase *longest = NULL;
    for (uint32_t p = d->phrases->first[i]; p < d->phrases->first[i + 1]; p++) {
        const t2g_phrase *phrase = &d->phrases->at[p];
        if (longest && phrase->end < longest->end) break;
        bool country = phrase->list == T2G_LEX_COUNTRY && phrase->key != T2G_KEY_AMBIGUOUS;
        bool partisan = phrase->list == T2G_LEX_PARTY && phrase->key == T2G_KEY_ADJECTIVE && t2g_is_capital(d, i);
        bool place = phrase->list == T2G_LEX_PLACE && phrase->end > i + 1;
        if (phrase->end > limit || !(country || partisan || place)) continue;
        if (!longest || country) longest = phrase;
    }
    if (longest) m.end = longest->end;
    if (longest && longest->list == T2G_LEX_PARTY) m.kind = T2G_ORG;
    else if (longest && longest->list == T2G_LEX_COUNTRY && longest->key == T2G_KEY_CAPITAL) decide_seat(d, &m);
    else if (longest && longest->list == T2G_LEX_COUNTRY) m.kind = t2g_state_kind(longest);
    else if (is_site(d, i)) m.kind = T2G_ORG;
    else if (d->sport == 2 && !longest && is_town(d, i)) m.kind = T2G_LOC;
    if (longest && m.kind != T2G_NO_NAME) m.entry = longest->entry;
    if (t2g_is_state(m.kind) && longest->key != T2G_KEY_CAPITAL) {
        uint32_t end = t2g_institution_end(d, m.end);
        if (end > m.end && end <= limit) m = (t2g_verdict){m.begin, end, T2G_NONE, T2G_ORG};
    }
    return m;
}
