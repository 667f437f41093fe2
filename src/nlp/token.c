/* SPDX-License-Identifier: MIT */
#include "nlp/token.h"

#include "base/utf8.h"

t2g_result t2g_tokens_build(t2g_tokens *tokens, t2g_arena *arena, const t2g_text *text, t2g_error *error)
{
    *tokens = (t2g_tokens){.at = T2G_ARRAY(arena, t2g_token, (size_t)text->size + 1)};
    if (!tokens->at || !t2g_intern_init(&tokens->forms, arena)) return t2g_error_nomem(error);
    for (uint32_t b = 0; b < text->blocks_len; b++)
        for (uint32_t i = text->blocks[b].begin; i < text->blocks[b].end;) {
            while (i < text->blocks[b].end && text->bytes[i] == ' ') i++;
            uint32_t begin = i;
            while (i < text->blocks[b].end && (t2g_is_alnum((unsigned char)text->bytes[i]) || text->bytes[i] & 0x80)) i++;
            if (i == begin) i++;
            if (begin >= text->blocks[b].end) break;
            t2g_token *t = &tokens->at[tokens->len++];
            *t = (t2g_token){.begin = begin, .end = i, .block = b};
            t->kind = i - begin == 1 && !t2g_is_alnum((unsigned char)text->bytes[begin]) ? T2G_TOKEN_PUNCT : T2G_TOKEN_WORD;
            t->shape = t2g_is_upper((unsigned char)text->bytes[begin]) ? T2G_SHAPE_TITLE : T2G_SHAPE_LOWER;
            if (begin == text->blocks[b].begin) t->flags = T2G_TOKEN_SPACE | T2G_TOKEN_BLOCK | T2G_TOKEN_LINE;
            else if (text->bytes[begin - 1] == ' ') t->flags = T2G_TOKEN_SPACE;
            char lower[256];
            uint32_t size = i - begin < sizeof lower ? i - begin : (uint32_t)sizeof lower;
            for (uint32_t k = 0; k < size; k++) {
                char c = text->bytes[begin + k];
                lower[k] = t2g_is_upper((unsigned char)c) ? (char)(c | 32) : c;
            }
            t->form = t2g_intern_add(&tokens->forms, t2g_token_bytes(tokens, text, tokens->len - 1));
            t->fold = t2g_intern_copy(&tokens->forms, (t2g_slice){lower, size});
            if (t->form == T2G_NONE || t->fold == T2G_NONE) return t2g_error_nomem(error);
        }
    return T2G_OK;
}

void t2g_tokens_dump(const t2g_tokens *tokens, const t2g_text *text, FILE *out)
{
    for (uint32_t i = 0; i < tokens->len; i++) {
        t2g_slice bytes = t2g_token_bytes(tokens, text, i);
        fprintf(out, "%u-%u %.*s\n", tokens->at[i].begin, tokens->at[i].end, (int)bytes.size, bytes.bytes);
    }
}
