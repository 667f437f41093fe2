/* SPDX-License-Identifier: MIT */
#include "nlp/lexicon/lexicon.h"

#include <stdlib.h>

#include "nlp/lexicon/leximage.h"

/* Made by lexc from data/lexicon, brought in by lexicon_image.S. */
extern const t2g_leximage_header t2g_lexicon_image;

static t2g_result fault(const char *found, t2g_error *error)
{
    return t2g_error_set(error, T2G_FORMAT, 0, "lexicon image: %s", found);
}

static t2g_result check_header(const t2g_leximage_header *header, t2g_error *error)
{
    if (memcmp(header->magic, "T2GLEX\r\n", sizeof header->magic) != 0)
        return fault("does not begin with T2GLEX", error);
    if (header->version != T2G_LEXIMAGE_VERSION ||
        header->kinds != ((uint32_t)T2G_LEX_LISTS << 16 | (uint32_t)T2G_KEYS))
        return fault("made for another version of this program", error);
    if (t2g_leximage_size(header) != header->size) return fault("its tables do not fill it", error);
    return T2G_OK;
}

static bool string_is_inside(const t2g_lexicon *lexicon, uint32_t offset)
{
    uint32_t size = lexicon->header->strings_size;
    if (offset == 0) return true;
    return offset >= 2 && offset < size && t2g_lex_string(lexicon, offset).size <= size - offset;
}

/* A search ends at an empty slot, so each table must have one. */
static bool words_are_sound(const t2g_lexicon *lexicon)
{
    bool has_end = false;
    for (uint32_t i = 0; i < lexicon->header->word_slots; i++) {
        const t2g_lex_word *word = &lexicon->words[i];
        if (!string_is_inside(lexicon, word->string)) return false;
        if (word->string == 0) has_end = true;
        else if (word->start != T2G_NONE && word->start >= lexicon->header->states) return false;
    }
    return has_end;
}

static bool edges_are_sound(const t2g_lexicon *lexicon)
{
    bool has_end = false;
    for (uint32_t i = 0; i < lexicon->header->edge_slots; i++) {
        if (lexicon->edges[i].next >= lexicon->header->states) return false;
        if (lexicon->edges[i].next == 0) has_end = true;
    }
    return has_end;
}

static bool entries_are_sound(const t2g_lexicon *lexicon)
{
    const t2g_leximage_header *header = lexicon->header;
    for (uint32_t i = 0; i < header->states; i++)
        if (lexicon->states[i] >> 1 > lexicon->states[i + 1] >> 1) return false;
    if (header->states == 0 || lexicon->states[header->states] >> 1 != header->entries) return false;
    for (uint32_t i = 0; i < header->entries; i++) {
        const t2g_lex_record *entry = &lexicon->entries[i];
        if (entry->list >= T2G_LEX_LISTS || entry->key >= T2G_KEYS || entry->words > T2G_LEX_LONGEST) return false;
        if (!string_is_inside(lexicon, entry->phrase) || !string_is_inside(lexicon, entry->value) ||
            !string_is_inside(lexicon, entry->more))
            return false;
    }
    return true;
}

static t2g_result check_image(const void *image, size_t size, t2g_error *error)
{
    const t2g_leximage_header *header = image;
    t2g_lexicon lexicon;
    if ((uintptr_t)image % sizeof(uint32_t)) return fault("not aligned", error);
    if (size < sizeof *header) return fault("shorter than its header", error);
    t2g_result result = check_header(header, error);
    if (result != T2G_OK) return result;
    if (header->size != size) return fault("cut short or too long", error);
    if (t2g_leximage_checksum(header) != header->checksum) return fault("wrong checksum", error);
    t2g_leximage_take(&lexicon, header);
    if (!words_are_sound(&lexicon) || !edges_are_sound(&lexicon) || !entries_are_sound(&lexicon))
        return fault("its tables contradict each other", error);
    return T2G_OK;
}

t2g_result t2g_lexicon_load(t2g_lexicon **lexicon, const void *image, size_t size, t2g_error *error)
{
    *lexicon = NULL;
    t2g_result result = image ? check_image(image, size, error) : check_header(&t2g_lexicon_image, error);
    if (result != T2G_OK) return result;
    *lexicon = calloc(1, sizeof **lexicon);
    if (!*lexicon) return t2g_error_nomem(error);
    t2g_arena_init(&(*lexicon)->arena);
    t2g_leximage_take(*lexicon, image ? image : &t2g_lexicon_image);
    return T2G_OK;
}

void t2g_lexicon_free(t2g_lexicon *lexicon)
{
    if (!lexicon) return;
    t2g_arena_free(&lexicon->arena);
    free(lexicon);
}

/* ---- a folder of lists ---- */

/* ---- questions ---- */

uint32_t t2g_lexicon_word(const t2g_lexicon *lexicon, t2g_slice fold)
{
    return t2g_lex_word_hashed(lexicon, fold, t2g_slice_hash(fold));
}

uint32_t t2g_lexicon_step(const t2g_lexicon *lexicon, uint32_t state, uint32_t word)
{
    if (word == T2G_NONE) return T2G_NONE;
    if (state == 0) return lexicon->words[word].start;
    if (!(lexicon->states[state] & T2G_LEX_GOES_ON)) return T2G_NONE;
    uint32_t slots = lexicon->header->edge_slots;
    for (uint32_t slot = t2g_lex_slot(t2g_lex_edge_hash(state, word), slots); lexicon->edges[slot].next;) {
        const t2g_lex_edge *edge = &lexicon->edges[slot];
        if (edge->state == state && edge->word == word) return edge->next;
        if (++slot == slots) slot = 0;
    }
    return T2G_NONE;
}

t2g_span t2g_lexicon_entries(const t2g_lexicon *lexicon, uint32_t state)
{
    return (t2g_span){lexicon->states[state] >> 1, lexicon->states[state + 1] >> 1};
}

t2g_lex_entry t2g_lexicon_entry(const t2g_lexicon *lexicon, uint32_t id)
{
    const t2g_lex_record *record = &lexicon->entries[id];
    return (t2g_lex_entry){.list = record->list,
                           .key = record->key,
                           .phrase = t2g_lex_string(lexicon, record->phrase),
                           .value = t2g_lex_string(lexicon, record->value),
                           .more = t2g_lex_string(lexicon, record->more)};
}

t2g_lex_list t2g_lexicon_list(const t2g_lexicon *lexicon, uint32_t id)
{
    return (t2g_lex_list)lexicon->entries[id].list;
}

t2g_lex_key t2g_lexicon_key(const t2g_lexicon *lexicon, uint32_t id)
{
    return (t2g_lex_key)lexicon->entries[id].key;
}
