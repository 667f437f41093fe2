/* SPDX-License-Identifier: MIT */
#include "nlp/lexicon.h"

#include <stdlib.h>

struct t2g_lexicon {
    int nothing;
};

t2g_result t2g_lexicon_load(t2g_lexicon **lexicon, const void *image, size_t size, t2g_error *error)
{
    (void)image, (void)size;
    *lexicon = calloc(1, sizeof **lexicon);
    return *lexicon ? T2G_OK : t2g_error_nomem(error);
}

t2g_result t2g_lexicon_read(t2g_lexicon **lexicon, const char *folder, t2g_error *error)
{
    (void)folder;
    return t2g_lexicon_load(lexicon, NULL, 0, error);
}

void t2g_lexicon_free(t2g_lexicon *lexicon)
{
    free(lexicon);
}

uint32_t t2g_lexicon_word(const t2g_lexicon *lexicon, t2g_slice fold)
{
    (void)lexicon, (void)fold;
    return T2G_NONE;
}

uint32_t t2g_lexicon_step(const t2g_lexicon *lexicon, uint32_t state, uint32_t word)
{
    (void)lexicon, (void)state, (void)word;
    return T2G_NONE;
}

t2g_span t2g_lexicon_entries(const t2g_lexicon *lexicon, uint32_t state)
{
    (void)lexicon, (void)state;
    return (t2g_span){0, 0};
}

t2g_lex_entry t2g_lexicon_entry(const t2g_lexicon *lexicon, uint32_t id)
{
    (void)lexicon, (void)id;
    return (t2g_lex_entry){0};
}

t2g_lex_list t2g_lexicon_list(const t2g_lexicon *lexicon, uint32_t id)
{
    (void)lexicon, (void)id;
    return 0;
}

t2g_lex_key t2g_lexicon_key(const t2g_lexicon *lexicon, uint32_t id)
{
    (void)lexicon, (void)id;
    return 0;
}
