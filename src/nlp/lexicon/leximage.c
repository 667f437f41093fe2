/* SPDX-License-Identifier: MIT */
#include "nlp/lexicon/leximage.h"

static const char *const list_names[T2G_LEX_LISTS] = {
#define LIST(name, file) file,
#include "nlp/lexicon/lexicon.def"
};

const char *t2g_lex_list_name(t2g_lex_list list)
{
    return list_names[list];
}

uint64_t t2g_leximage_size(const t2g_leximage_header *header)
{
    return sizeof *header + (uint64_t)header->word_slots * sizeof(t2g_lex_word) +
           (uint64_t)header->edge_slots * sizeof(t2g_lex_edge) + ((uint64_t)header->states + 1) * sizeof(uint32_t) +
           (uint64_t)header->entries * sizeof(t2g_lex_record) + header->strings_size;
}

uint32_t t2g_leximage_checksum(const t2g_leximage_header *header)
{
    return t2g_slice_hash((t2g_slice){(const char *)(header + 1), header->size - (uint32_t)sizeof *header});
}

void t2g_leximage_take(t2g_lexicon *lexicon, const t2g_leximage_header *header)
{
    lexicon->header = header;
    lexicon->words = (const t2g_lex_word *)(header + 1);
    lexicon->edges = (const t2g_lex_edge *)(lexicon->words + header->word_slots);
    lexicon->states = (const uint32_t *)(lexicon->edges + header->edge_slots);
    lexicon->entries = (const t2g_lex_record *)(lexicon->states + header->states + 1);
    lexicon->strings = (const char *)(lexicon->entries + header->entries);
}
