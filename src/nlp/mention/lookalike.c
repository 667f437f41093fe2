/* SPDX-License-Identifier: MIT */
#include "nlp/mention/lookalike.h"

static const t2g_phrase *at(const t2g_phrases *phrases, uint32_t token, t2g_lex_list list)
{
    return t2g_phrases_longest(phrases, token, list);
}

static bool covers(const t2g_phrase *phrase, t2g_span name)
{
    return phrase && phrase->end == name.end;
}

static bool is_listed(const t2g_phrases *phrases, t2g_span name)
{
    return covers(at(phrases, name.begin, T2G_LEX_ORGANISATION), name) || covers(at(phrases, name.begin, T2G_LEX_BODY), name) ||
           covers(at(phrases, name.begin, T2G_LEX_OUTLET), name) || covers(at(phrases, name.begin, T2G_LEX_PARTY), name);
}

/* A faith, a language, a weekday, a pact by its name; events and products may be firms of the same name. */
static bool is_word(const t2g_phrases *phrases, t2g_span name)
{
    const t2g_phrase *word = at(phrases, name.begin, T2G_LEX_NOTNAME);
    return covers(word, name) && word->key != T2G_KEY_PRODUCT && word->key != T2G_KEY_EVENT;
}

/* "Clean Rivers Act", "Ardal Prize". */
static bool is_document(const t2g_phrases *phrases, t2g_span name)
{
    const t2g_phrase *last = at(phrases, name.end - 1, T2G_LEX_NOTNAME);
    return name.end > name.begin + 1 && covers(last, name) && last->key == T2G_KEY_SUFFIX && !is_listed(phrases, name);
}

/* "USS Cole", "MV Courier". */
static bool is_ship(const t2g_tokens *tokens, t2g_span name)
{
    static const char *const prefixes[] = {"USS", "HMS", "HMAS", "HMCS", "HMNZS", "RMS", "MV", "USNS"};
    t2g_slice first = t2g_token_form(tokens, name.begin);
    for (size_t i = 0; i < sizeof prefixes / sizeof *prefixes; i++)
        if (t2g_slice_is(first, prefixes[i])) return true;
    return false;
}

/* "minister for Social Affairs", "Commissioner for Justice": the field of an office, unless a word makes it a body. */
static bool is_field(const t2g_tokens *tokens, const t2g_phrases *phrases, t2g_span name)
{
    if (name.begin < 2 || is_listed(phrases, name)) return false;
    t2g_slice joint = t2g_token_form(tokens, name.begin - 1), office = t2g_token_fold(tokens, name.begin - 2);
    if (!t2g_slice_is(joint, "for") && !t2g_slice_is(joint, "of")) return false;
    static const char *const offices[] = {"minister", "ministers", "commissioner", "commissioners", "secretary", "undersecretary"};
    bool holds_field = false;
    for (size_t i = 0; i < sizeof offices / sizeof *offices; i++) holds_field = holds_field || t2g_slice_is(office, offices[i]);
    for (uint32_t i = name.begin; holds_field && i < name.end; i++) holds_field = !at(phrases, i, T2G_LEX_ORGWORD);
    return holds_field;
}

/* "Ada Bell (S.C.)": a place by its short form, as only lawmakers and addresses have them. */
static bool is_short_place(const t2g_tokens *tokens, const t2g_phrases *phrases, t2g_span name)
{
    t2g_slice last = t2g_token_form(tokens, name.end - 1);
    return last.bytes[last.size - 1] == '.' && covers(at(phrases, name.begin, T2G_LEX_PLACE), name);
}

/* "Upper Norwood MP X": the seat, unless it is a listed party or a word makes it a body. */
static bool is_seat(const t2g_tokens *tokens, const t2g_phrases *phrases, t2g_span name)
{
    static const char *const members[] = {"MP", "MPs", "MSP", "MSPs"};
    bool found = false;
    for (size_t i = 0; name.end < tokens->len && i < sizeof members / sizeof *members; i++)
        found = found || t2g_slice_is(t2g_token_form(tokens, name.end), members[i]);
    for (uint32_t i = name.begin; found && i < name.end; i++) found = !at(phrases, i, T2G_LEX_ORGWORD);
    return found && !is_listed(phrases, name);
}

bool t2g_is_lookalike(const t2g_tokens *tokens, const t2g_phrases *phrases, t2g_span name)
{
    return is_word(phrases, name) || is_document(phrases, name) || is_ship(tokens, name) || is_field(tokens, phrases, name) ||
           is_short_place(tokens, phrases, name) || is_seat(tokens, phrases, name);
}

bool t2g_is_bare_office(const t2g_phrases *phrases, t2g_span name)
{
    return covers(at(phrases, name.begin, T2G_LEX_TITLE), name) || covers(at(phrases, name.begin, T2G_LEX_ROLE), name);
}
