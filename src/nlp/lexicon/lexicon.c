/* SPDX-License-Identifier: MIT */
#include "nlp/lexicon/lexicon.h"

#include <dirent.h>
#include <errno.h>
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

static void take_tables(t2g_lexicon *lexicon, const t2g_leximage_header *header)
{
    lexicon->header = header;
    lexicon->words = (const t2g_lex_word *)(header + 1);
    lexicon->edges = (const t2g_lex_edge *)(lexicon->words + header->word_slots);
    lexicon->states = (const uint32_t *)(lexicon->edges + header->edge_slots);
    lexicon->entries = (const t2g_lex_record *)(lexicon->states + header->states + 1);
    lexicon->strings = (const char *)(lexicon->entries + header->entries);
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
    take_tables(&lexicon, header);
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
    take_tables(*lexicon, image ? image : &t2g_lexicon_image);
    return T2G_OK;
}

void t2g_lexicon_free(t2g_lexicon *lexicon)
{
    if (!lexicon) return;
    t2g_arena_free(&lexicon->arena);
    free(lexicon);
}

/* ---- a folder of lists ---- */

static bool is_list_file(t2g_slice name)
{
    for (uint32_t list = 0; list < T2G_LEX_LISTS; list++) {
        t2g_slice stem = t2g_slice_of(t2g_lex_list_name((t2g_lex_list)list));
        if (name.size <= stem.size || memcmp(name.bytes, stem.bytes, stem.size) != 0) continue;
        t2g_slice ending = {name.bytes + stem.size, name.size - stem.size};
        if (t2g_slice_is(ending, ".tsv") || t2g_slice_is(ending, ".add.tsv")) return true;
    }
    return false;
}

/* A list whose name is mistyped would be passed over in silence. */
static t2g_result check_names(const char *folder, t2g_error *error)
{
    DIR *files = opendir(folder);
    if (!files) return t2g_error_set(error, T2G_IO, 0, "%s: cannot be opened: %s", folder, strerror(errno));
    t2g_result result = T2G_OK;
    for (struct dirent *file; result == T2G_OK && (file = readdir(files));) {
        t2g_slice name = t2g_slice_of(file->d_name);
        bool is_tsv = name.size > 4 && memcmp(name.bytes + name.size - 4, ".tsv", 4) == 0 && name.bytes[0] != '.';
        if (is_tsv && !is_list_file(name))
            result = t2g_error_set(error, T2G_FORMAT, 0, "%s/%s: no list has this name, wanted one such as "
                                   "countries.tsv or countries.add.tsv", folder, file->d_name);
    }
    closedir(files);
    return result;
}

static t2g_result take_lists(t2g_lexlists *lists, const char *folder, const t2g_lexicon *built_in, t2g_error *error)
{
    for (uint32_t i = 0; i < T2G_LEX_LISTS; i++) {
        t2g_lex_list list = (t2g_lex_list)i;
        bool found;
        t2g_result result = t2g_lexlists_read(lists, list, folder, ".tsv", &found, error);
        if (result == T2G_OK && !found) result = t2g_lexlists_copy(lists, list, built_in, error);
        if (result == T2G_OK) result = t2g_lexlists_read(lists, list, folder, ".add.tsv", &found, error);
        if (result != T2G_OK) return result;
    }
    return T2G_OK;
}

t2g_result t2g_lexicon_read(t2g_lexicon **lexicon, const char *folder, t2g_error *error)
{
    t2g_arena scratch;
    t2g_lexlists lists;
    t2g_leximage_header *image;
    t2g_arena_init(&scratch);
    t2g_lexlists_init(&lists, &scratch);
    t2g_result result = t2g_lexicon_load(lexicon, NULL, 0, error);
    if (result == T2G_OK) result = check_names(folder, error);
    if (result == T2G_OK) result = take_lists(&lists, folder, *lexicon, error);
    if (result == T2G_OK) result = t2g_leximage_build(&lists, &(*lexicon)->arena, &image, error);
    if (result == T2G_OK) take_tables(*lexicon, image);
    t2g_arena_free(&scratch);
    if (result != T2G_OK) {
        t2g_lexicon_free(*lexicon);
        *lexicon = NULL;
    }
    return result;
}

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
