/* SPDX-License-Identifier: MIT */
#include "nlp/conllu.h"

void t2g_conllu_dump(const t2g_text *text, const t2g_tokens *tokens, const t2g_sentences *sentences,
                     const t2g_mentions *mentions, FILE *out)
{
    (void)mentions;
    for (uint32_t s = 0; s < sentences->len; s++) {
        for (uint32_t i = sentences->at[s].begin; i < sentences->at[s].end; i++) {
            t2g_slice form = t2g_token_bytes(tokens, text, i);
            fprintf(out, "%u\t%.*s\t_\t_\t_\t_\t_\t_\t_\t_\n", i - sentences->at[s].begin + 1, (int)form.size, form.bytes);
        }
        fputc('\n', out);
    }
}
