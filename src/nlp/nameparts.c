/* SPDX-License-Identifier: MIT */
#include "nlp/nameparts.h"

#include "base/utf8.h"

/* Small words that hold a name together, by their lower-cased form. */
static const struct {
    const char *word;
    uint8_t kind; /* t2g_part_kind */
} small_words[] = {
    {"of", T2G_PART_LINK},      {"for", T2G_PART_LINK},     {"on", T2G_PART_LINK},      {"against", T2G_PART_LINK},
    {"to", T2G_PART_LINK},      {"and", T2G_PART_AND},      {"&", T2G_PART_AND},        {"und", T2G_PART_AND},
    {"the", T2G_PART_THE},      {"van", T2G_PART_PARTICLE}, {"von", T2G_PART_PARTICLE}, {"der", T2G_PART_PARTICLE},
    {"den", T2G_PART_PARTICLE}, {"de", T2G_PART_PARTICLE},  {"del", T2G_PART_PARTICLE}, {"della", T2G_PART_PARTICLE},
    {"di", T2G_PART_PARTICLE},  {"da", T2G_PART_PARTICLE},  {"dos", T2G_PART_PARTICLE}, {"du", T2G_PART_PARTICLE},
    {"la", T2G_PART_PARTICLE},  {"le", T2G_PART_PARTICLE},  {"bin", T2G_PART_PARTICLE}, {"ibn", T2G_PART_PARTICLE},
    {"al", T2G_PART_PARTICLE},  {"el", T2G_PART_PARTICLE},  {"ul", T2G_PART_PARTICLE},  {"ur", T2G_PART_PARTICLE},
    {"ben", T2G_PART_PARTICLE}, {"bint", T2G_PART_PARTICLE}, {"ter", T2G_PART_PARTICLE}, {"ten", T2G_PART_PARTICLE},
    {"zu", T2G_PART_PARTICLE},  {"af", T2G_PART_PARTICLE},  {"y", T2G_PART_PARTICLE},   {"ud", T2G_PART_PARTICLE},
    {"des", T2G_PART_PARTICLE}, {"das", T2G_PART_PARTICLE}, {"abu", T2G_PART_PARTICLE}, {"as", T2G_PART_OTHER}};

static uint8_t small_kind(t2g_slice fold)
{
    if (fold.size == 0 || fold.size > 7) return T2G_PART_OTHER;
    for (size_t i = 0; i < sizeof small_words / sizeof *small_words; i++)
        if (fold.bytes[0] == small_words[i].word[0] && t2g_slice_is(fold, small_words[i].word)) return small_words[i].kind;
    return T2G_PART_OTHER;
}

static uint8_t punct_kind(const t2g_tokens *tokens, uint32_t i)
{
    t2g_slice form = t2g_token_form(tokens, i);
    bool glued = !(tokens->at[i].flags & T2G_TOKEN_SPACE);
    bool next_glued = i + 1 < tokens->len && !(tokens->at[i + 1].flags & T2G_TOKEN_SPACE);
    switch (form.size ? form.bytes[0] : 0) {
    case '-': return form.size == 1 && glued && next_glued ? T2G_PART_HYPHEN : T2G_PART_BREAK;
    case ',': return T2G_PART_COMMA;
    case '(': return T2G_PART_OPEN;
    case ')': return T2G_PART_CLOSE;
    case '&': return T2G_PART_AND;
    default: return T2G_PART_BREAK;
    }
}

/* "W", "W.", "J.K.", "H.D.": capitals each with its full stop, or one letter. */
static bool is_initial(t2g_slice form)
{
    if (form.size == 1) return t2g_is_upper((unsigned char)form.bytes[0]) && form.bytes[0] != 'I' && form.bytes[0] != 'A';
    if (form.size % 2 || form.size > 6) return false;
    for (uint32_t i = 0; i < form.size; i += 2)
        if (!t2g_is_upper((unsigned char)form.bytes[i]) || form.bytes[i + 1] != '.') return false;
    return true;
}

/* What a phrase of the lexicon may be in a name, and which wins where two are equally long: a kind and a rank. */
static uint8_t phrase_kind(const t2g_phrase *phrase, uint32_t *rank)
{
    switch (phrase->list) {
    case T2G_LEX_COUNTRY:
        *rank = 10;
        if (phrase->key == T2G_KEY_CAPITAL) return T2G_PART_PLACE;
        return phrase->key == T2G_KEY_DEMONYM || phrase->key == T2G_KEY_PEOPLE ? T2G_PART_NATION : T2G_PART_COUNTRY;
    case T2G_LEX_BODY: *rank = 9; return T2G_PART_ORG;
    case T2G_LEX_PARTY:
        *rank = phrase->key == T2G_KEY_AMBIGUOUS ? 5 : 8;
        return phrase->key == T2G_KEY_ADJECTIVE || phrase->key == T2G_KEY_MEMBERS ? T2G_PART_PARTY : T2G_PART_ORG;
    case T2G_LEX_OUTLET:
    case T2G_LEX_ORGANISATION: *rank = phrase->key == T2G_KEY_AMBIGUOUS ? 5 : 7; return T2G_PART_ORG;
    case T2G_LEX_ORGWORD: *rank = phrase->key == T2G_KEY_SUFFIX ? 3 : 6; return T2G_PART_ORGWORD;
    case T2G_LEX_PLACE: *rank = 4; return T2G_PART_PLACE;
    case T2G_LEX_TITLE:
    case T2G_LEX_ROLE: *rank = 2; return T2G_PART_TITLE;
    case T2G_LEX_NOTNAME: *rank = 1; return T2G_PART_NOTNAME;
    case T2G_LEX_GIVEN: *rank = 0; return T2G_PART_GIVEN;
    default: return T2G_PART_OTHER;
    }
}

static uint16_t flags_of(const t2g_tokens *tokens, const t2g_casing *casing, uint32_t i, bool flat)
{
    const t2g_token *t = &tokens->at[i];
    uint16_t flags = flat ? T2G_PART_FLAT : 0;
    if (casing->hint[i] == T2G_CASE_CAPITAL) flags |= T2G_PART_CAPITAL;
    if (casing->hint[i] == T2G_CASE_UNSURE) flags |= T2G_PART_UNSURE;
    if (casing->common[t->fold] || casing->low[t->fold]) flags |= T2G_PART_COMMON;
    if (!(t->flags & T2G_TOKEN_SPACE)) flags |= T2G_PART_GLUED;
    return flags;
}

/* The kind of one token that no phrase explains. */
static uint8_t plain_kind(const t2g_tokens *tokens, uint32_t i, uint16_t flags, uint8_t small, bool all_caps)
{
    const t2g_token *t = &tokens->at[i];
    bool capital = t->shape == T2G_SHAPE_TITLE || t->shape == T2G_SHAPE_CAPS || t->shape == T2G_SHAPE_MIXED;
    if (t->kind == T2G_TOKEN_PUNCT || t->kind == T2G_TOKEN_SYMBOL) return punct_kind(tokens, i);
    if (t->kind == T2G_TOKEN_WEB) return T2G_PART_WEB;
    if (t->flags & T2G_TOKEN_JOINED)
        return t2g_token_form(tokens, i).bytes[0] == '\'' ? T2G_PART_POSSESSIVE : T2G_PART_OTHER;
    if (small != T2G_PART_OTHER && !(capital && flags & T2G_PART_CAPITAL && small == T2G_PART_PARTICLE)) return small;
    if (!capital || t->kind == T2G_TOKEN_NUMBER) return T2G_PART_OTHER;
    if (is_initial(t2g_token_form(tokens, i))) return T2G_PART_INITIAL;
    if (!(flags & (T2G_PART_CAPITAL | T2G_PART_UNSURE))) return T2G_PART_OTHER;
    if (t->shape == T2G_SHAPE_CAPS && !all_caps) return T2G_PART_ACRONYM;
    return T2G_PART_WORD;
}

/* Fold what the phrases at a token say into its part: the longest names it, the others leave flags. */
static void read_phrases(t2g_part *part, const t2g_phrases *phrases)
{
    uint32_t i = part->begin, best = 0, length = 0;
    bool capital = part->flags & (T2G_PART_CAPITAL | T2G_PART_UNSURE);
    for (uint32_t p = phrases->first[i]; p < phrases->first[i + 1]; p++) {
        const t2g_phrase *phrase = &phrases->at[p];
        uint32_t rank = 0, words = phrase->end - phrase->begin;
        if (words == 1) {
            if (phrase->list == T2G_LEX_SURNAME) part->flags |= T2G_PART_SURNAME;
            if (phrase->list == T2G_LEX_GIVEN) part->flags |= T2G_PART_IS_GIVEN;
            if (phrase->list == T2G_LEX_ORGWORD) part->flags |= T2G_PART_IS_ORGWORD;
            if (phrase->list == T2G_LEX_NOTNAME) part->flags |= T2G_PART_IS_NOTNAME;
        }
        uint8_t kind = phrase_kind(phrase, &rank);
        if (kind == T2G_PART_OTHER || words < length || (words == length && rank < best)) continue;
        bool certain = words > 1 || kind == T2G_PART_COUNTRY || kind == T2G_PART_NATION || kind == T2G_PART_TITLE;
        if (!capital && !certain && !(kind == T2G_PART_ORG && phrase->key == T2G_KEY_ACRONYM)) continue;
        if (words == length && rank == best && length) continue;
        *part = (t2g_part){.begin = i, .end = phrase->end, .entry = phrase->entry, .kind = kind,
                           .list = phrase->list, .key = phrase->key, .flags = part->flags};
        best = rank;
        length = words;
    }
    if (part->key == T2G_KEY_AMBIGUOUS) part->flags |= T2G_PART_AMBIGUOUS;
}

/* "Bill Marlow came": a common word that opens the sentence, but a given name, and a last name behind it. */
static bool is_given_at_the_opening(const t2g_tokens *tokens, const t2g_phrases *phrases, const t2g_casing *casing,
                                    uint32_t i, uint32_t end)
{
    if (i + 1 >= end || tokens->at[i].shape != T2G_SHAPE_TITLE || casing->hint[i] != T2G_CASE_LOW) return false;
    if (casing->hint[i + 1] != T2G_CASE_CAPITAL || casing->common[tokens->at[i + 1].fold]) return false;
    if (!t2g_phrases_longest(phrases, i, T2G_LEX_GIVEN)) return false;
    bool unlisted = phrases->first[i + 1] == phrases->first[i + 2];
    return unlisted || t2g_phrases_longest(phrases, i + 1, T2G_LEX_SURNAME);
}

/* "The National" is a newspaper, but not in "the National Harbour Board": a name that goes on is another. */
static bool is_cut_short(const t2g_part *part, const t2g_tokens *tokens, const t2g_casing *casing, const uint8_t *small)
{
    uint32_t next = part->end;
    if (part->kind != T2G_PART_ORG || part->end < part->begin + 2 || next >= tokens->len) return false;
    if (small[tokens->at[part->begin].fold] != T2G_PART_THE) return false;
    return tokens->at[next].kind == T2G_TOKEN_WORD && casing->hint[next] == T2G_CASE_CAPITAL &&
           tokens->at[next].flags & T2G_TOKEN_SPACE;
}

static t2g_part the_alone(const t2g_part *part)
{
    return (t2g_part){.begin = part->begin, .end = part->begin + 1, .entry = T2G_NONE, .kind = T2G_PART_THE,
                      .flags = part->flags & (T2G_PART_FLAT | T2G_PART_GLUED)};
}

bool t2g_parts_build(t2g_parts *parts, t2g_arena *arena, const t2g_tokens *tokens, const t2g_sentences *sentences,
                     const t2g_phrases *phrases, const t2g_casing *casing)
{
    uint8_t *small = t2g_arena_alloc(arena, (size_t)tokens->forms.len + 1, 1);
    *parts = (t2g_parts){.at = T2G_ARRAY(arena, t2g_part, (size_t)tokens->len + sentences->len + 1)};
    if (!small || !parts->at) return false;
    for (uint32_t f = 0; f < tokens->forms.len; f++) small[f] = small_kind(t2g_intern_string(&tokens->forms, f));
    for (uint32_t s = 0; s < sentences->len; s++) {
        t2g_sentence sentence = sentences->at[s];
        parts->at[parts->len++] = (t2g_part){sentence.begin, sentence.begin, T2G_NONE, 0, T2G_PART_BREAK, 0, 0};
        for (uint32_t i = sentence.begin; i < sentence.end;) {
            const t2g_token *t = &tokens->at[i];
            bool flat = casing->flat[s];
            t2g_part part = {.begin = i, .end = i + 1, .entry = T2G_NONE, .flags = flags_of(tokens, casing, i, flat)};
            if (is_given_at_the_opening(tokens, phrases, casing, i, sentence.end)) part.flags |= T2G_PART_UNSURE;
            part.kind = plain_kind(tokens, i, part.flags, small[t->fold], flat);
            if (phrases->first[i] < phrases->first[i + 1]) read_phrases(&part, phrases);
            if (is_cut_short(&part, tokens, casing, small)) part = the_alone(&part);
            if (part.end > sentence.end) part.end = sentence.end;
            parts->at[parts->len++] = part;
            i = part.end;
        }
    }
    return true;
}
