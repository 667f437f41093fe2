/* SPDX-License-Identifier: MIT */
#include "nlp/mention.h"

#include "base/utf8.h"
#include "nlp/candidate.h"

/* What the sure names of a document teach about its words, by their lower-cased form. */
typedef struct teachings {
    uint8_t *person;  /* last word of a sure person's name                             */
    uint8_t *given;   /* first word of one                                             */
    uint8_t *org;     /* first word of a sure organisation's name                      */
    uint8_t *acronym; /* t2g_mention_kind + 1 that an announced acronym stands for     */
} teachings;

typedef struct decision {
    const t2g_text *text;
    const t2g_tokens *tokens;
    const t2g_sentences *sentences;
    const t2g_phrases *phrases;
    const t2g_casing *casing;
    t2g_candidates candidates;
    teachings known;
} decision;

static bool teachings_init(teachings *known, t2g_arena *arena, uint32_t forms)
{
    *known = (teachings){.person = t2g_arena_zalloc(arena, forms, 1),
                         .given = t2g_arena_zalloc(arena, forms, 1),
                         .org = t2g_arena_zalloc(arena, forms, 1),
                         .acronym = t2g_arena_zalloc(arena, forms, 1)};
    return known->person && known->given && known->org && known->acronym;
}

static uint32_t fold_at(const decision *d, uint32_t token)
{
    return d->tokens->at[token].fold;
}

static bool form_is(const decision *d, uint32_t token, const char *form)
{
    return token < d->tokens->len && t2g_slice_is(t2g_token_form(d->tokens, token), form);
}

static bool is_generation(const decision *d, uint32_t token)
{
    return form_is(d, token, "Jr") || form_is(d, token, "Jr.") || form_is(d, token, "Sr") || form_is(d, token, "Sr.") ||
           form_is(d, token, "II") || form_is(d, token, "III") || form_is(d, token, "IV");
}

/* The token that bears the name: a person's last name, the last word of others. */
static uint32_t head_of(const decision *d, uint32_t begin, uint32_t end, uint8_t kind)
{
    uint32_t head = end - 1;
    if (kind == T2G_PER && head > begin && is_generation(d, head)) head--;
    if (head > begin && d->tokens->at[head].kind == T2G_TOKEN_PUNCT) head--;
    return head;
}

/* Do the letters of an acronym begin words of the span, in order, the first letter the first word? */
static bool initials_match(const decision *d, uint32_t begin, uint32_t end, uint32_t acronym)
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
static void learn_acronym(decision *d, uint32_t c)
{
    t2g_candidate *acronym = &d->candidates.at[c];
    uint32_t open = acronym->begin - 1, fold = fold_at(d, acronym->begin);
    t2g_candidate *before = c > 0 ? &d->candidates.at[c - 1] : NULL;
    if (before && before->end == open) {
        bool match = initials_match(d, before->begin, before->end, acronym->begin);
        if (match && before->end - before->begin >= 2 && before->sure < T2G_SURE) {
            before->kind = T2G_ORG;
            before->sure = T2G_SURE;
        }
        if (before->kind == T2G_ORG) d->known.acronym[fold] = T2G_ORG + 1;
        return;
    }
    uint32_t letters = t2g_token_fold(d->tokens, acronym->begin).size;
    uint32_t begin = open > letters ? open - letters : 0;
    for (; begin < open; begin++)
        if (initials_match(d, begin, open, acronym->begin)) {
            d->known.acronym[fold] = T2G_MSC + 1;
            return;
        }
}

static void learn(decision *d)
{
    for (uint32_t c = 0; c < d->candidates.len; c++) {
        t2g_candidate *m = &d->candidates.at[c];
        if (m->flags & T2G_CAND_ACRONYM && m->begin > 0 && form_is(d, m->begin - 1, "(") && form_is(d, m->end, ")"))
            learn_acronym(d, c);
    }
    for (uint32_t c = 0; c < d->candidates.len; c++) {
        const t2g_candidate *m = &d->candidates.at[c];
        uint32_t words = m->end - m->begin;
        if (m->kind == T2G_PER && m->sure >= T2G_LIKELY && !(m->flags & T2G_CAND_PLACED && m->sure < T2G_SURE)) {
            d->known.person[fold_at(d, head_of(d, m->begin, m->end, T2G_PER))] = 1;
            if (words > 1 && m->sure == T2G_SURE) d->known.given[fold_at(d, m->begin)] = 1;
        }
        if (m->kind == T2G_ORG && m->sure == T2G_SURE && words > 1) d->known.org[fold_at(d, m->begin)] = 1;
    }
}

/* One unknown word: whatever the rest of the document calls by it, else what its neighbours say. */
static uint8_t decide_word(const decision *d, const t2g_candidate *m)
{
    uint32_t fold = fold_at(d, m->begin);
    bool unsure = d->casing->hint[m->begin] != T2G_CASE_CAPITAL;
    if (d->known.person[fold]) return T2G_PER;
    if (m->flags & T2G_CAND_TITLED) return T2G_PER;
    if (d->known.given[fold]) return T2G_PER;
    if (d->known.org[fold] && !(unsure && (d->casing->common[fold] || d->casing->low[fold]))) return T2G_ORG;
    if (m->flags & T2G_CAND_PLACED || unsure) return T2G_MSC;
    if (m->flags & T2G_CAND_SPEAKS && m->flags & (T2G_CAND_SURNAME | T2G_CAND_GIVEN)) return T2G_PER;
    if (m->flags & T2G_CAND_EMPLOYS) return T2G_ORG;
    if (m->flags & T2G_CAND_SURNAME && m->sure == T2G_POSSIBLE && !d->casing->common[fold] && !d->casing->low[fold])
        return T2G_PER;
    return T2G_MSC;
}

/* "in May", "May 5": a month or day, whoever else bears its name. */
static bool is_date(const decision *d, const t2g_candidate *m)
{
    static const char *const before[] = {"in", "since", "until", "last", "next", "early", "late", "this", "by", "mid"};
    if (m->entry == T2G_NONE || m->kind != T2G_MSC) return false;
    if (m->end < d->tokens->len && d->tokens->at[m->end].kind == T2G_TOKEN_NUMBER) return true;
    if (m->begin == 0) return false;
    if (d->tokens->at[m->begin - 1].kind == T2G_TOKEN_NUMBER) return true;
    for (size_t i = 0; i < sizeof before / sizeof *before; i++)
        if (t2g_slice_is(t2g_token_fold(d->tokens, m->begin - 1), before[i])) return true;
    return false;
}

static uint8_t decide(const decision *d, const t2g_candidate *m)
{
    if (is_date(d, m)) return T2G_MSC;
    if (m->flags & T2G_CAND_ACRONYM) {
        uint8_t announced = d->known.acronym[fold_at(d, m->begin)];
        return announced ? (uint8_t)(announced - 1) : T2G_ORG;
    }
    if (m->sure == T2G_SURE) return m->kind;
    bool words = m->kind == T2G_PER || (m->kind == T2G_MSC && m->entry == T2G_NONE);
    if (m->end == m->begin + 1 && (words || d->known.person[fold_at(d, m->begin)])) return decide_word(d, m);
    if (m->kind != T2G_PER) return m->kind;
    uint32_t last = fold_at(d, head_of(d, m->begin, m->end, T2G_PER));
    if (m->flags & T2G_CAND_PLACED && !(m->flags & T2G_CAND_SURNAME)) return T2G_LOC;
    if (m->sure == T2G_LIKELY || d->known.person[last]) return T2G_PER;
    return T2G_MSC;
}

/* A capital that acts stands for its state: "Beijing believes", "talks with Tehran". */
static bool acts_as_state(const decision *d, const t2g_candidate *m)
{
    static const char *const before[] = {"with", "against", "between", "by"};
    static const char *const behind[] = {"has", "had", "will", "would", "wants", "wanted", "could", "should", "must", "did",
                                         "does", "may", "might", "also", "says", "believes", "hopes", "sees", "fears",
                                         "considers", "regards", "supports", "needs", "insists", "rejects"};
    if (m->begin > d->sentences->at[d->sentences->of[m->begin]].begin) {
        t2g_slice left = t2g_token_fold(d->tokens, m->begin - 1);
        for (size_t i = 0; i < sizeof before / sizeof *before; i++)
            if (t2g_slice_is(left, before[i])) return true;
        const t2g_token *t = &d->tokens->at[m->begin - 1];
        if (t->kind == T2G_TOKEN_WORD && !t2g_slice_is(left, "that") && !t2g_slice_is(left, "and") &&
            !t2g_slice_is(left, "but"))
            return false;
    }
    if (m->end >= d->tokens->len) return false;
    t2g_slice right = t2g_token_form(d->tokens, m->end);
    for (size_t i = 0; i < sizeof behind / sizeof *behind; i++)
        if (t2g_slice_is(right, behind[i])) return true;
    return t2g_phrases_longest(d->phrases, m->end, T2G_LEX_VERB) != NULL;
}

/* Is a place of the lexicon the seat of a government? */
static bool is_seat(const decision *d, const t2g_candidate *m)
{
    const t2g_phrase *phrase = t2g_phrases_longest(d->phrases, m->begin, T2G_LEX_COUNTRY);
    return phrase && phrase->key == T2G_KEY_CAPITAL && phrase->entry == m->entry;
}

static const t2g_phrase *country_at(const t2g_phrases *phrases, uint32_t token)
{
    const t2g_phrase *phrase = t2g_phrases_longest(phrases, token, T2G_LEX_COUNTRY);
    return phrase && phrase->key != T2G_KEY_CAPITAL ? phrase : NULL;
}

static t2g_mention *add(t2g_mentions *mentions, const decision *d, uint32_t begin, uint32_t end, uint8_t kind,
                        uint32_t entry, uint32_t outer)
{
    t2g_mention *m = &mentions->at[mentions->len];
    *m = (t2g_mention){begin, end, head_of(d, begin, end, kind), entry, outer, kind};
    for (uint32_t i = begin; i < end; i++) mentions->of[i] = mentions->len;
    mentions->len++;
    return m;
}

/* A mention and, inside an organisation's name, the countries it names. */
static void add_nested(t2g_mentions *mentions, const decision *d, const t2g_candidate *m, uint8_t kind)
{
    uint32_t outer = mentions->len, begin = m->begin;
    if (m->end - begin > 1 && t2g_slice_is(t2g_token_fold(d->tokens, begin), "the")) begin++;
    add(mentions, d, begin, m->end, kind, kind == m->kind || m->kind == T2G_LOC ? m->entry : T2G_NONE, T2G_NONE);
    if (kind != T2G_ORG || m->end == m->begin + 1) return;
    for (uint32_t i = m->begin; i < m->end;) {
        const t2g_phrase *country = country_at(d->phrases, i);
        if (!country || country->end > m->end) {
            i++;
            continue;
        }
        add(mentions, d, i, country->end, country->key == T2G_KEY_DEMONYM || country->key == T2G_KEY_PEOPLE ? T2G_NAT : T2G_CTY, country->entry, outer);
        i = country->end;
    }
}

static t2g_result build(t2g_mentions *mentions, t2g_arena *arena, t2g_arena *scratch, decision *d, t2g_error *error)
{
    t2g_casing casing;
    t2g_parts parts;
    if (!t2g_casing_build(&casing, scratch, d->tokens, d->sentences, d->phrases) ||
        !t2g_parts_build(&parts, scratch, d->tokens, d->sentences, d->phrases, &casing) ||
        !t2g_candidates_build(&d->candidates, scratch, d->tokens, d->phrases, &parts) ||
        !teachings_init(&d->known, scratch, d->tokens->forms.len))
        return t2g_error_nomem(error);
    d->casing = &casing;
    learn(d);

    /* Each candidate gives one mention and at most one more for each of its tokens. */
    uint32_t most = d->candidates.len;
    for (uint32_t c = 0; c < d->candidates.len; c++) most += d->candidates.at[c].end - d->candidates.at[c].begin;
    mentions->at = T2G_ARRAY(arena, t2g_mention, (size_t)most + 1);
    mentions->of = T2G_ARRAY(arena, uint32_t, (size_t)d->tokens->len + 1);
    if (!mentions->at || !mentions->of) return t2g_error_nomem(error);
    for (uint32_t i = 0; i < d->tokens->len; i++) mentions->of[i] = T2G_NONE;
    for (uint32_t c = 0; c < d->candidates.len; c++) {
        const t2g_candidate *m = &d->candidates.at[c];
        uint8_t kind = decide(d, m);
        if (kind == T2G_LOC && m->entry != T2G_NONE && is_seat(d, m) && acts_as_state(d, m)) kind = T2G_CTY;
        add_nested(mentions, d, m, kind);
    }
    return T2G_OK;
}

t2g_result t2g_mentions_build(t2g_mentions *mentions, t2g_arena *arena, const t2g_lexicon *lexicon,
                              const t2g_text *text, const t2g_tokens *tokens, const t2g_sentences *sentences,
                              const t2g_phrases *phrases, t2g_error *error)
{
    (void)lexicon;
    t2g_arena scratch;
    t2g_arena_init(&scratch);
    decision d = {.text = text, .tokens = tokens, .sentences = sentences, .phrases = phrases};
    *mentions = (t2g_mentions){0};
    t2g_result result = build(mentions, arena, &scratch, &d, error);
    t2g_arena_free(&scratch);
    return result;
}

const char *t2g_mention_kind_name(t2g_mention_kind kind)
{
    static const char *const names[T2G_MENTION_KINDS] = {"PER", "ORG", "CTY", "NAT", "LOC", "EVT", "WRK", "MSC"};
    return names[kind];
}

void t2g_mentions_dump(const t2g_mentions *mentions, const t2g_text *text, const t2g_tokens *tokens, FILE *out)
{
    for (uint32_t m = 0; m < mentions->len; m++) {
        const t2g_mention *mention = &mentions->at[m];
        if (mention->kind == T2G_MSC) continue;
        t2g_span span = {tokens->at[mention->begin].begin, tokens->at[mention->end - 1].end};
        t2g_span source = t2g_text_source(text, span);
        t2g_slice name = t2g_tokens_bytes(tokens, text, (t2g_span){mention->begin, mention->end});
        fprintf(out, "%s%u-%u %s ", mention->outer == T2G_NONE ? "" : "  ", source.begin, source.end,
                t2g_mention_kind_name(mention->kind));
        for (uint32_t i = 0; i < name.size; i++) fputc(name.bytes[i] == '\n' ? ' ' : name.bytes[i], out);
        fputc('\n', out);
    }
}
