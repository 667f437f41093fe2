/* SPDX-License-Identifier: MIT */
#include "nlp/mention.h"

t2g_result t2g_mentions_build(t2g_mentions *mentions, t2g_arena *arena, const t2g_lexicon *lexicon,
                              const t2g_text *text, const t2g_tokens *tokens, const t2g_sentences *sentences,
                              const t2g_phrases *phrases, t2g_error *error)
{
    (void)lexicon, (void)text, (void)sentences, (void)phrases;
    *mentions = (t2g_mentions){.at = T2G_ARRAY(arena, t2g_mention, (size_t)tokens->len + 1),
                               .of = T2G_ARRAY(arena, uint32_t, (size_t)tokens->len + 1)};
    if (!mentions->at || !mentions->of) return t2g_error_nomem(error);
    for (uint32_t i = 0; i < tokens->len; i++) mentions->of[i] = T2G_NONE;
    for (uint32_t i = 0; i + 1 < tokens->len; i++)
        if (tokens->at[i].shape == T2G_SHAPE_TITLE && tokens->at[i + 1].shape == T2G_SHAPE_TITLE) {
            mentions->of[i] = mentions->of[i + 1] = mentions->len;
            mentions->at[mentions->len++] = (t2g_mention){i, i + 2, i + 1, T2G_NONE, T2G_NONE, T2G_PER};
            i++;
        }
    return T2G_OK;
}

const char *t2g_mention_kind_name(t2g_mention_kind kind)
{
    static const char *const names[T2G_MENTION_KINDS] = {"PER", "ORG", "CTY", "NAT", "LOC", "EVT", "WRK", "MSC"};
    return names[kind];
}

void t2g_mentions_dump(const t2g_mentions *mentions, const t2g_text *text, const t2g_tokens *tokens, FILE *out)
{
    for (uint32_t m = 0; m < mentions->len; m++) {
        t2g_slice name = t2g_tokens_bytes(tokens, text, (t2g_span){mentions->at[m].begin, mentions->at[m].end});
        fprintf(out, "%s %.*s\n", t2g_mention_kind_name(mentions->at[m].kind), (int)name.size, name.bytes);
    }
}
