/* SPDX-License-Identifier: MIT */
#include "nlp/text.h"

t2g_result t2g_text_build(t2g_text *text, t2g_arena *arena, const t2g_lexicon *lexicon, const unsigned char *bytes, size_t size, t2g_error *error)
{
    (void)lexicon;
    *text = (t2g_text){.bytes = t2g_arena_copy(arena, (const char *)bytes, size), .size = (uint32_t)size};
    text->blocks = T2G_ARRAY(arena, t2g_block, size / 2 + 1);
    if (!text->bytes || !text->blocks) return t2g_error_nomem(error);
    for (uint32_t i = 0; i < text->size;) {
        while (i < text->size && text->bytes[i] == '\n') i++;
        uint32_t begin = i;
        while (i < text->size && text->bytes[i] != '\n') i++;
        if (i > begin) text->blocks[text->blocks_len++] = (t2g_block){begin, i, begin, T2G_BLOCK_BODY};
    }
    return T2G_OK;
}

t2g_span t2g_text_source(const t2g_text *text, t2g_span span)
{
    (void)text;
    return span;
}

void t2g_text_dump(const t2g_text *text, FILE *out)
{
    for (uint32_t i = 0; i < text->blocks_len; i++)
        fprintf(out, "BODY %u %u: %.*s\n", text->blocks[i].begin, text->blocks[i].end,
                (int)(text->blocks[i].end - text->blocks[i].begin), text->bytes + text->blocks[i].begin);
}
