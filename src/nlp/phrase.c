/* SPDX-License-Identifier: MIT */
#include "nlp/phrase.h"

t2g_result t2g_phrases_build(t2g_phrases *phrases, t2g_arena *arena, const t2g_lexicon *lexicon,
                             const t2g_tokens *tokens, t2g_error *error)
{
    (void)lexicon;
    *phrases = (t2g_phrases){.first = t2g_arena_zalloc(arena, (size_t)tokens->len + 1, sizeof(uint32_t))};
    return phrases->first ? T2G_OK : t2g_error_nomem(error);
}

const t2g_phrase *t2g_phrases_longest(const t2g_phrases *phrases, uint32_t token, t2g_lex_list list)
{
    for (uint32_t p = phrases->first[token]; p < phrases->first[token + 1]; p++)
        if (phrases->at[p].list == list) return &phrases->at[p];
    return NULL;
}
