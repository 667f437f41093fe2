/* SPDX-License-Identifier: MIT */
#include "nlp/mention/recall.h"

#include "nlp/mention/lookalike.h"

/* Do the letters of an acronym begin words of the span, in order, the first letter the first word? */
static bool initials_match(const t2g_decision *d, uint32_t begin, uint32_t end, uint32_t acronym)
{
    t2g_slice letters = t2g_token_fold(d->tokens, acronym);
    uint32_t k = 0;
    for (uint32_t i = begin; i < end && k < letters.size; i++) {
        t2g_slice word = t2g_token_fold(d->tokens, i);
        if (word.size && word.bytes[0] == letters.bytes[k]) k++;
        else if (i == begin) return false;
        while (k < letters.size && letters.bytes[k] == '.') k++;
    }
    return k == letters.size || (k + 1 == letters.size && k >= 2);
}

/* "Name (ACRONYM)": both are of one kind; an acronym of lower-case words is no name. */
static void learn_acronym(t2g_decision *d, t2g_recall *known, uint32_t c)
{
    const t2g_verdict *acronym = &d->at[c];
    uint32_t open = acronym->begin - 1, fold = t2g_fold_at(d, acronym->begin);
    t2g_verdict *before = c > 0 ? &d->at[c - 1] : NULL;
    if (before && before->end == open) {
        bool match = initials_match(d, before->begin, before->end, acronym->begin);
        bool lookalike = t2g_is_lookalike(d->tokens, d->phrases, (t2g_span){before->begin, before->end});
        if (match && before->end > before->begin + 1 && !t2g_is_state(before->kind)) before->kind = lookalike ? T2G_MSC : T2G_ORG;
        if (before->kind == T2G_ORG || (match && lookalike)) known->alone[fold] = before->kind + 1;
        return;
    }
    uint32_t letters = t2g_token_fold(d->tokens, acronym->begin).size;
    for (uint32_t begin = open > letters ? open - letters : 0; begin < open; begin++)
        if (initials_match(d, begin, open, acronym->begin)) known->alone[fold] = T2G_MSC + 1;
}

static bool is_acronym(const t2g_decision *d, const t2g_verdict *m)
{
    return m->end == m->begin + 1 && d->tokens->at[m->begin].shape == T2G_SHAPE_CAPS;
}

static bool is_in_brackets(const t2g_decision *d, const t2g_verdict *m)
{
    return m->begin > 0 && t2g_form_is(d, m->begin - 1, "(") && t2g_form_is(d, m->end, ")");
}

/* "A Quorvex spokesman": by an office right behind it, in small letters, a word is an organisation's name. */
static bool has_spokesman(const t2g_decision *d, const t2g_verdict *m)
{
    if (m->end >= d->tokens->len || t2g_is_capital(d, m->end)) return false;
    const t2g_phrase *role = t2g_phrases_longest(d->phrases, m->end, T2G_LEX_ROLE);
    return role && role->key == T2G_KEY_MEMBER;
}

/* "Institute for Tide Research in Berlin (FEST)": letters of another tongue, in brackets behind the name or its seat. */
static void learn_foreign_acronym(const t2g_decision *d, t2g_recall *known, const t2g_verdict *m)
{
    uint32_t i = m->end, len = d->tokens->len;
    if (m->end == m->begin + 1) return;
    if (i + 1 < len && t2g_form_is(d, i, "in") && t2g_is_capital(d, i + 1)) i += 2;
    if (i + 2 >= len || !t2g_form_is(d, i, "(") || !t2g_form_is(d, i + 2, ")")) return;
    const t2g_token *acronym = &d->tokens->at[i + 1];
    bool long_enough = t2g_token_form(d->tokens, i + 1).size >= 3;
    if (acronym->shape != T2G_SHAPE_CAPS || !long_enough || !t2g_is_unlisted(d, i + 1) || known->alone[acronym->fold]) return;
    known->caps[acronym->fold] = 1;
    known->alone[acronym->fold] = T2G_ORG + 1;
}

void t2g_recall_learn(t2g_recall *known, t2g_decision *d)
{
    for (uint32_t i = 0; i < d->tokens->len; i++)
        if (!t2g_is_capital(d, i)) known->small[t2g_fold_at(d, i)] = 1;
    for (uint32_t c = 0; c < d->len; c++) {
        const t2g_verdict *m = &d->at[c];
        if (m->kind == T2G_ORG) learn_foreign_acronym(d, known, m);
        if (is_acronym(d, m) && is_in_brackets(d, m)) learn_acronym(d, known, c);
        uint32_t words = m->end - m->begin;
        if (m->kind == T2G_ORG && words > 1 && t2g_is_capital(d, m->begin)) known->org[t2g_fold_at(d, m->begin)] = 1;
        if (m->kind == T2G_ORG && is_acronym(d, m)) known->caps[t2g_fold_at(d, m->begin)] = 1;
        if (m->kind == T2G_ORG && words == 1 && has_spokesman(d, m)) known->alone[t2g_fold_at(d, m->begin)] = T2G_ORG + 1;
        if (m->kind == T2G_PER && words > 1) known->person[t2g_fold_at(d, t2g_name_head(d, m->begin, m->end, T2G_PER))] = 1;
    }
}

/* "in May", "May 5": a month or day, whoever else bears its name. */
static bool is_date(const t2g_decision *d, uint32_t i)
{
    static const char *const before[] = {"in", "since", "until", "last", "next", "early", "late", "this", "by", "mid", "on", NULL};
    const t2g_phrase *date = t2g_phrases_longest(d->phrases, i, T2G_LEX_NOTNAME);
    if (!date || date->key != T2G_KEY_DATE) return false;
    if (i + 1 < d->tokens->len && d->tokens->at[i + 1].kind == T2G_TOKEN_NUMBER) return true;
    return i > 0 && (d->tokens->at[i - 1].kind == T2G_TOKEN_NUMBER || t2g_fold_is_any(d, i - 1, before));
}

/* A last name that the document has in full elsewhere, where the model saw nothing. */
static bool is_known_person(const t2g_decision *d, const t2g_recall *known, uint32_t i)
{
    uint32_t fold = t2g_fold_at(d, i);
    if (!known->person[fold] || known->small[fold] || !t2g_is_capital(d, i) || is_date(d, i)) return false;
    return !(i > 0 && t2g_is_glued(d, i)) && !(t2g_form_is(d, i + 1, "-") && t2g_is_glued(d, i + 1));
}

/* "Verdant", where the document has a Verdant Party: inside a sentence, with no other capital beside it. */
static bool is_known_organisation(const t2g_decision *d, const t2g_recall *known, uint32_t i)
{
    uint32_t fold = t2g_fold_at(d, i), begin = d->sentences->at[d->sentences->of[i]].begin;
    if (!known->org[fold] || !t2g_is_unlisted(d, i) || known->small[fold] || !t2g_is_capital(d, i) || i == begin) return false;
    if (t2g_is_capital(d, i - 1) || t2g_is_glued(d, i) || d->tokens->at[i - 1].kind != T2G_TOKEN_WORD) return false;
    return i + 1 >= d->tokens->len || !(t2g_is_capital(d, i + 1) || t2g_form_is(d, i + 1, "-"));
}

/* "KW", where the model took it for an organisation elsewhere, or where it stands in brackets behind one. */
static bool is_known_acronym(const t2g_decision *d, const t2g_recall *known, uint32_t i)
{
    uint32_t fold = t2g_fold_at(d, i);
    return known->caps[fold] && !known->small[fold] && d->tokens->at[i].shape == T2G_SHAPE_CAPS && t2g_is_unlisted(d, i) &&
           (!t2g_is_glued(d, i) || t2g_form_is(d, i - 1, "(")) && !t2g_form_is(d, i + 1, "-");
}

bool t2g_recall_init(t2g_recall *known, t2g_arena *arena, const t2g_tokens *tokens)
{
    size_t forms = (size_t)tokens->forms.len + 1;
    *known = (t2g_recall){.person = t2g_arena_zalloc(arena, forms, 1),
                          .small = t2g_arena_zalloc(arena, forms, 1),
                          .org = t2g_arena_zalloc(arena, forms, 1),
                          .caps = t2g_arena_zalloc(arena, forms, 1),
                          .alone = t2g_arena_zalloc(arena, forms, 1)};
    return known->person && known->small && known->org && known->caps && known->alone;
}

uint8_t t2g_recall_kind(const t2g_recall *known, const t2g_decision *d, const t2g_verdict *m)
{
    uint32_t fold = t2g_fold_at(d, m->begin);
    if (m->end > m->begin + 1 || known->person[fold]) return m->kind;
    if (known->alone[fold] && !t2g_is_state(m->kind)) return (uint8_t)(known->alone[fold] - 1);
    return m->kind == T2G_PER && known->org[fold] && t2g_is_unlisted(d, m->begin) ? T2G_ORG : m->kind;
}

uint8_t t2g_recall_missed(const t2g_recall *known, const t2g_decision *d, uint32_t i)
{
    if (is_known_person(d, known, i)) return T2G_PER;
    return is_known_organisation(d, known, i) || is_known_acronym(d, known, i) ? T2G_ORG : T2G_NO_NAME;
}
