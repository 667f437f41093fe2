/* SPDX-License-Identifier: MIT */
#include "nlp/sentence.h"

t2g_result t2g_sentences_build(t2g_sentences *sentences, t2g_arena *arena, const t2g_text *text,
                               const t2g_tokens *tokens, t2g_error *error)
{
    (void)text;
    *sentences = (t2g_sentences){.at = T2G_ARRAY(arena, t2g_sentence, (size_t)tokens->len + 1),
                                 .of = T2G_ARRAY(arena, uint32_t, (size_t)tokens->len + 1)};
    if (!sentences->at || !sentences->of) return t2g_error_nomem(error);
    for (uint32_t i = 0, begin = 0; i < tokens->len; i++) {
        sentences->of[i] = sentences->len;
        if (i + 1 == tokens->len || tokens->at[i + 1].block != tokens->at[i].block ||
            t2g_slice_is(t2g_token_form(tokens, i), ".")) {
            sentences->at[sentences->len++] = (t2g_sentence){begin, i + 1, tokens->at[i].block};
            begin = i + 1;
        }
    }
    return T2G_OK;
}

void t2g_sentences_dump(const t2g_sentences *sentences, const t2g_text *text, const t2g_tokens *tokens, FILE *out)
{
    for (uint32_t s = 0; s < sentences->len; s++) {
        t2g_slice bytes = t2g_tokens_bytes(tokens, text, (t2g_span){sentences->at[s].begin, sentences->at[s].end});
        fprintf(out, "%.*s\n", (int)bytes.size, bytes.bytes);
    }
}
