/* SPDX-License-Identifier: MIT */
#include "nlp/mention/decision.h"

uint32_t t2g_fold_at(const t2g_decision *d, uint32_t token)
{
    return d->tokens->at[token].fold;
}

bool t2g_form_is(const t2g_decision *d, uint32_t token, const char *form)
{
    return token < d->tokens->len && t2g_slice_is(t2g_token_form(d->tokens, token), form);
}

static bool is_any(t2g_slice word, const char *const *words)
{
    for (; *words; words++)
        if (t2g_slice_is(word, *words)) return true;
    return false;
}

bool t2g_form_is_any(const t2g_decision *d, uint32_t token, const char *const *words)
{
    return is_any(t2g_token_form(d->tokens, token), words);
}

bool t2g_fold_is_any(const t2g_decision *d, uint32_t token, const char *const *words)
{
    return is_any(t2g_token_fold(d->tokens, token), words);
}

bool t2g_is_glued(const t2g_decision *d, uint32_t token)
{
    return token < d->tokens->len && !(d->tokens->at[token].flags & T2G_TOKEN_SPACE);
}

bool t2g_is_capital(const t2g_decision *d, uint32_t token)
{
    uint8_t shape = d->tokens->at[token].shape;
    return shape == T2G_SHAPE_TITLE || shape == T2G_SHAPE_CAPS || shape == T2G_SHAPE_MIXED;
}

bool t2g_is_state(uint8_t kind)
{
    return kind == T2G_CTY || kind == T2G_NAT;
}

uint32_t t2g_name_head(const t2g_decision *d, uint32_t begin, uint32_t end, uint8_t kind)
{
    static const char *const generations[] = {"jr", "jr.", "sr", "sr.", "ii", "iii", "iv", NULL};
    uint32_t head = end - 1;
    if (kind == T2G_PER && head > begin && t2g_fold_is_any(d, head, generations)) head--;
    if (head > begin && d->tokens->at[head].kind == T2G_TOKEN_PUNCT) head--;
    return head;
}

const t2g_phrase *t2g_country_at(const t2g_decision *d, uint32_t token)
{
    const t2g_phrase *phrase = t2g_phrases_longest(d->phrases, token, T2G_LEX_COUNTRY);
    return phrase && phrase->key != T2G_KEY_CAPITAL ? phrase : NULL;
}

uint8_t t2g_state_kind(const t2g_phrase *country)
{
    return country->key == T2G_KEY_DEMONYM || country->key == T2G_KEY_PEOPLE ? T2G_NAT : T2G_CTY;
}

bool t2g_is_unlisted(const t2g_decision *d, uint32_t i)
{
    return d->phrases->first[i] == d->phrases->first[i + 1];
}
