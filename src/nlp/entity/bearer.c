/* SPDX-License-Identifier: MIT */
#include "nlp/entity/bearer.h"

enum { BEFORE = 4, BEHIND = 5 }; /* tokens from a name to a role before and behind it */

bool t2g_bearers_init(t2g_bearers *b, t2g_arena *arena, const t2g_tokens *tokens, const t2g_phrases *phrases,
                      const t2g_mentions *mentions)
{
    *b = (t2g_bearers){.tokens = tokens, .phrases = phrases, .mentions = mentions};
    b->of_noun = T2G_ARRAY(arena, uint32_t, (size_t)tokens->forms.len + 1);
    b->of_title = T2G_ARRAY(arena, uint32_t, (size_t)mentions->len + 1);
    if (!b->of_noun || !b->of_title) return false;
    for (uint32_t f = 0; f < tokens->forms.len; f++) b->of_noun[f] = T2G_NONE;
    return t2g_intern_init(&b->titles, arena);
}

/* The role that ends right before a name, as long as it is. */
static const t2g_phrase *role_before(const t2g_bearers *b, const t2g_mention *m)
{
    const t2g_phrase *longest = NULL;
    for (uint32_t i = m->begin; i-- > 0 && i + BEFORE > m->begin;) {
        const t2g_phrase *role = t2g_phrases_longest(b->phrases, i, T2G_LEX_ROLE);
        if (role && role->end == m->begin) longest = role;
    }
    return longest;
}

static bool is(const t2g_bearers *b, uint32_t token, const char *form)
{
    return t2g_slice_is(t2g_token_fold(b->tokens, token), form);
}

/* ", the chairman", "is the chairman", "became chairman". */
static const t2g_phrase *role_behind(const t2g_bearers *b, const t2g_mention *m)
{
    uint32_t i = m->end, end = i + BEHIND < b->tokens->len ? i + BEHIND : b->tokens->len;
    if (i >= b->tokens->len) return NULL;
    if (!is(b, i, ",") && !is(b, i, "is") && !is(b, i, "was") && !is(b, i, "became")) return NULL;
    for (uint32_t k = i + 1; k < end; k++) {
        const t2g_phrase *role = t2g_phrases_longest(b->phrases, k, T2G_LEX_ROLE);
        if (role && role->end <= b->tokens->len) return role;
    }
    return NULL;
}

static t2g_slice title_of(const t2g_bearers *b, const t2g_phrase *role, uint32_t pair[2])
{
    pair[0] = b->tokens->at[role->begin].fold;
    pair[1] = b->tokens->at[role->end - 1].fold;
    return (t2g_slice){(const char *)pair, 2 * sizeof *pair};
}

bool t2g_bearers_note(t2g_bearers *b, uint32_t mention)
{
    const t2g_mention *m = &b->mentions->at[mention];
    const t2g_phrase *role = role_before(b, m);
    if (!role) role = role_behind(b, m);
    if (!role) return true;
    b->of_noun[b->tokens->at[role->end - 1].fold] = mention;
    if (role->end == role->begin + 1) return true;
    uint32_t pair[2], id = t2g_intern_copy(&b->titles, title_of(b, role, pair));
    if (id == T2G_NONE) return false;
    b->of_title[id] = mention;
    return true;
}

uint32_t t2g_bearers_find(const t2g_bearers *b, const t2g_phrase *role)
{
    if (role->end == role->begin + 1) return b->of_noun[b->tokens->at[role->begin].fold];
    uint32_t pair[2], id = t2g_intern_find(&b->titles, title_of(b, role, pair));
    return id == T2G_NONE ? T2G_NONE : b->of_title[id];
}
