/* SPDX-License-Identifier: MIT */
#include "nlp/list/lexlists.h"

#include <stdlib.h>
#include <unistd.h>

#include "base/file.h"
#include "base/utf8.h"
#include "nlp/token/token.h"

enum { COLUMNS = 4, LONGEST_STRING = UINT16_MAX };

static const char *const key_names[T2G_KEYS] = {
    "",
#define KEYWORD(name, word) word,
#include "nlp/lexicon/lexicon.def"
};

void t2g_lexlists_init(t2g_lexlists *lists, t2g_arena *arena)
{
    *lists = (t2g_lexlists){.arena = arena};
}

/* ---- reading the lists ---- */

static bool add_line(t2g_lexlists *lists, const t2g_lex_line *line)
{
    if (lists->len == lists->cap) {
        uint32_t cap = lists->cap ? lists->cap * 2 : 1024;
        t2g_lex_line *grown = cap ? t2g_arena_grow(lists->arena, lists->lines, lists->len, cap, sizeof *grown) : NULL;
        if (!grown) return false;
        lists->lines = grown;
        lists->cap = cap;
    }
    lists->lines[lists->len++] = *line;
    lists->bytes += line->phrase.size;
    return true;
}

/* Take what stands before the next separator off *rest. */
static t2g_slice cut_off(t2g_slice *rest, char separator)
{
    t2g_slice part = *rest;
    const char *at = rest->size ? memchr(rest->bytes, separator, rest->size) : NULL;
    if (at) part.size = (uint32_t)(at - rest->bytes);
    uint32_t gone = part.size + (at != NULL);
    *rest = (t2g_slice){rest->size ? rest->bytes + gone : NULL, rest->size - gone};
    return part;
}

static bool is_utf8(t2g_slice bytes)
{
    bool valid = true;
    uint32_t code;
    for (uint32_t i = 0; i < bytes.size && valid;)
        i += t2g_utf8_decode((const unsigned char *)bytes.bytes + i, bytes.size - i, &code, &valid);
    return valid;
}

/* What is wrong with a cell, or NULL.  Two spellings of one phrase would not be
 * seen as one, so only the plain one is let in. */
static const char *fault_of_cell(t2g_slice cell)
{
    if (cell.size > LONGEST_STRING) return "a cell of more than 65535 bytes";
    if (!is_utf8(cell)) return "bytes that are not UTF-8";
    for (uint32_t i = 0; i < cell.size; i++) {
        unsigned char c = (unsigned char)cell.bytes[i];
        if (c < ' ' || c == 0x7F) return "a control character";
        if (c == ' ' && (i == 0 || i + 1 == cell.size || cell.bytes[i + 1] == ' '))
            return "a space too many";
        if (c == 0xE2 && i + 2 < cell.size && memcmp(cell.bytes + i, "\xE2\x80\x99", 3) == 0)
            return "a curly apostrophe, wanted a straight one";
        if (c == 0xC2 && i + 1 < cell.size && (unsigned char)cell.bytes[i + 1] == 0xA0)
            return "a no-break space, wanted a plain one";
    }
    return NULL;
}

static t2g_lex_key find_key(t2g_slice word)
{
    uint32_t key = T2G_KEYS - 1;
    while (key > T2G_KEY_NONE && !t2g_slice_is(word, key_names[key])) key--;
    return (t2g_lex_key)key;
}

static t2g_result take_line(t2g_lexlists *lists, t2g_lex_line line, t2g_slice rest, t2g_error *error)
{
    t2g_slice cells[COLUMNS];
    for (int i = 0; i < COLUMNS; i++) {
        cells[i] = cut_off(&rest, '\t');
        const char *fault = fault_of_cell(cells[i]);
        if (fault) return t2g_error_set(error, T2G_FORMAT, line.line, "%s:%u: %s", line.file, line.line, fault);
    }
    if (rest.size)
        return t2g_error_set(error, T2G_FORMAT, line.line, "%s:%u: more than four columns, wanted phrase, keyword, "
                             "value, more", line.file, line.line);
    if (cells[0].size == 0)
        return t2g_error_set(error, T2G_FORMAT, line.line, "%s:%u: no phrase, wanted one before the first tab",
                             line.file, line.line);
    line.phrase = cells[0];
    line.key = (uint8_t)find_key(cells[1]);
    line.value = cells[2];
    line.more = cells[3];
    if (line.key == T2G_KEY_NONE)
        return t2g_error_set(error, T2G_FORMAT, line.line, "%s:%u: '%.*s' in the second column, wanted a keyword "
                             "such as name or ambiguous", line.file, line.line,
                             (int)(cells[1].size < 40 ? cells[1].size : 40), cells[1].size ? cells[1].bytes : "");
    return add_line(lists, &line) ? T2G_OK : t2g_error_nomem(error);
}

/* Lines end in LF or CR LF; an intern of the lines finds one that stands twice. */
static t2g_result take_lines(t2g_lexlists *lists, t2g_intern *seen, t2g_lex_line line, t2g_slice rest,
                             t2g_error *error)
{
    while (rest.size) {
        t2g_slice bytes = cut_off(&rest, '\n');
        line.line++;
        if (bytes.size && bytes.bytes[bytes.size - 1] == '\r') bytes.size--;
        if (bytes.size == 0 || bytes.bytes[0] == '#') continue;
        uint32_t before = seen->len, id = t2g_intern_add(seen, bytes);
        if (id == T2G_NONE) return t2g_error_nomem(error);
        if (id < before)
            return t2g_error_set(error, T2G_FORMAT, line.line, "%s:%u: a line that stands there already", line.file,
                                 line.line);
        t2g_result result = take_line(lists, line, bytes, error);
        if (result != T2G_OK) return result;
    }
    return T2G_OK;
}

t2g_result t2g_lexlists_take(t2g_lexlists *lists, t2g_lex_list list, const char *name, t2g_slice bytes,
                             t2g_error *error)
{
    t2g_arena scratch;
    t2g_intern seen;
    t2g_arena_init(&scratch);
    t2g_result result = T2G_NOMEM;
    if (t2g_intern_init(&seen, &scratch))
        result = take_lines(lists, &seen, (t2g_lex_line){.list = (uint8_t)list, .file = name}, bytes, error);
    else t2g_error_nomem(error);
    t2g_arena_free(&scratch);
    return result;
}

/* A copy in the arena, so that the lists own all their strings alike. */
static t2g_result take_copy(t2g_lexlists *lists, t2g_lex_list list, const char *path, const char *bytes, size_t size,
                            t2g_error *error)
{
    if (size > UINT32_MAX / 4) return t2g_error_set(error, T2G_RANGE, 0, "%s: larger than 1 GiB", path);
    char *copy = t2g_arena_copy(lists->arena, bytes, size);
    if (!copy) return t2g_error_nomem(error);
    return t2g_lexlists_take(lists, list, path, (t2g_slice){copy, (uint32_t)size}, error);
}

t2g_result t2g_lexlists_read(t2g_lexlists *lists, t2g_lex_list list, const char *folder, const char *ending,
                             bool *found, t2g_error *error)
{
    size_t size = strlen(folder) + strlen(t2g_lex_list_name(list)) + strlen(ending) + 2;
    char *path = t2g_arena_alloc(lists->arena, size, 1), *bytes;
    if (!path) return t2g_error_nomem(error);
    snprintf(path, size, "%s/%s%s", folder, t2g_lex_list_name(list), ending);
    *found = access(path, F_OK) == 0;
    if (!*found) return T2G_OK;
    t2g_result result = t2g_file_read(path, &bytes, &size, error);
    if (result != T2G_OK) return result;
    result = take_copy(lists, list, path, bytes, size, error);
    free(bytes);
    return result;
}

t2g_result t2g_lexlists_copy(t2g_lexlists *lists, t2g_lex_list list, const t2g_lexicon *from, t2g_error *error)
{
    for (uint32_t id = 0; id < from->header->entries; id++) {
        const t2g_lex_record *record = &from->entries[id];
        if (record->list != list) continue;
        t2g_lex_line line = {.phrase = t2g_lex_string(from, record->phrase),
                             .value = t2g_lex_string(from, record->value),
                             .more = t2g_lex_string(from, record->more),
                             .file = t2g_lex_list_name(list), .list = record->list, .key = record->key};
        if (!add_line(lists, &line)) return t2g_error_nomem(error);
    }
    return T2G_OK;
}

/* ---- building the image ---- */

/* All that grows while the trie is made.  Edges sit in a table that is large
 * enough from the start: a phrase of n words makes at most n - 1. */
typedef struct builder {
    t2g_arena *scratch;
    t2g_intern words;   /* lower-cased words; ids count in order of sight          */
    uint32_t *starts;   /* [words_cap] word to state after it, or T2G_NONE         */
    t2g_lex_edge *edges;
    uint32_t edge_slots, edges_len;
    uint32_t states;
    uint32_t *state_of; /* [lists->len] where each phrase ends                     */
    uint8_t *goes_on;   /* [states_cap] bool                                       */
    t2g_lex_record *records; /* [lists->len] in order of the lists                 */
    char *strings;
    uint32_t strings_size, strings_cap;
    t2g_intern seen;         /* strings in the pool ...                             */
    uint32_t *string_at;     /* [seen_cap] ... and where each lies                  */
} builder;

/* A word behind each phrase keeps the token room from seeing a sentence's end
 * there, which would part "Inc." from its full stop. */
static const char guard[] = " x\n";

/* The phrases as one text, a block each. */
static bool make_text(const t2g_lexlists *lists, t2g_arena *arena, t2g_text *text)
{
    size_t size = lists->bytes + (size_t)lists->len * (sizeof guard - 1);
    if (size > UINT32_MAX / 4) return false;
    char *bytes = t2g_arena_alloc(arena, size + 1, 1);
    *text = (t2g_text){.bytes = bytes, .blocks = T2G_ARRAY(arena, t2g_block, lists->len)};
    if (!bytes || !text->blocks) return false;
    for (uint32_t i = 0; i < lists->len; i++) {
        t2g_slice phrase = lists->lines[i].phrase;
        uint32_t begin = text->size, end = begin + phrase.size + 2;
        memcpy(bytes + begin, phrase.bytes, phrase.size);
        memcpy(bytes + begin + phrase.size, guard, sizeof guard - 1);
        text->blocks[text->blocks_len++] = (t2g_block){begin, end, begin, T2G_BLOCK_BODY};
        text->size = end + 1;
    }
    bytes[size] = '\0';
    return true;
}

static uint32_t add_string(builder *b, t2g_slice string)
{
    if (string.size == 0) return 0;
    uint32_t before = b->seen.len, id = t2g_intern_add(&b->seen, string);
    if (id == T2G_NONE) return T2G_NONE;
    if (id < before) return b->string_at[id];
    b->strings[b->strings_size] = (char)(string.size & 0xFF);
    b->strings[b->strings_size + 1] = (char)(string.size >> 8);
    memcpy(b->strings + b->strings_size + 2, string.bytes, string.size);
    b->string_at[id] = b->strings_size + 2;
    b->strings_size += 2 + string.size;
    return b->string_at[id];
}

static uint32_t new_state(builder *b)
{
    b->goes_on[b->states] = 0;
    return b->states++;
}

static uint32_t step_or_make(builder *b, uint32_t state, uint32_t word)
{
    if (state == 0) {
        if (b->starts[word] == T2G_NONE) b->starts[word] = new_state(b);
        return b->starts[word];
    }
    uint32_t slot = t2g_lex_slot(t2g_lex_edge_hash(state, word), b->edge_slots);
    while (b->edges[slot].next) {
        if (b->edges[slot].state == state && b->edges[slot].word == word) return b->edges[slot].next;
        if (++slot == b->edge_slots) slot = 0;
    }
    b->edges[slot] = (t2g_lex_edge){state, word, new_state(b)};
    b->edges_len++;
    b->goes_on[state] = 1;
    return b->edges[slot].next;
}

static t2g_result fault_in_phrase(const t2g_lex_line *line, const char *found, t2g_error *error)
{
    return t2g_error_set(error, T2G_FORMAT, line->line, "%s:%u: '%.*s' %s", line->file, line->line,
                         (int)(line->phrase.size < 60 ? line->phrase.size : 60), line->phrase.bytes, found);
}

/* Walk the tokens [span) of one phrase into the trie. */
static t2g_result add_phrase(builder *b, const t2g_lexlists *lists, uint32_t id, const t2g_tokens *tokens,
                             t2g_span span, t2g_error *error)
{
    const t2g_lex_line *line = &lists->lines[id];
    t2g_lex_record *record = &b->records[id];
    uint32_t words = span.end - span.begin, state = 0;
    if (words == 0) return fault_in_phrase(line, "has no words", error);
    if (words > T2G_LEX_LONGEST) return fault_in_phrase(line, "has too many words", error);
    *record = (t2g_lex_record){.list = line->list, .key = line->key, .words = (uint8_t)words};
    for (uint32_t i = span.begin; i < span.end; i++) {
        t2g_slice fold = t2g_token_fold(tokens, i);
        /* phrase.c walks form and fold in step. */
        if (fold.size != t2g_token_form(tokens, i).size)
            return fault_in_phrase(line, "has a capital whose small letter is longer or shorter", error);
        if (tokens->at[i].form != tokens->at[i].fold) record->cased = 1;
        uint32_t word = t2g_intern_add(&b->words, fold);
        if (word == T2G_NONE) return t2g_error_nomem(error);
        state = step_or_make(b, state, word);
    }
    b->state_of[id] = state;
    record->phrase = add_string(b, line->phrase);
    record->value = add_string(b, line->value);
    record->more = add_string(b, line->more);
    if (record->phrase == T2G_NONE || record->value == T2G_NONE || record->more == T2G_NONE)
        return t2g_error_nomem(error);
    return T2G_OK;
}

static t2g_result add_phrases(builder *b, const t2g_lexlists *lists, const t2g_text *text,
                              const t2g_tokens *tokens, t2g_error *error)
{
    uint32_t next = 0;
    for (uint32_t id = 0; id < lists->len; id++) {
        t2g_span span = {next, next};
        uint32_t end = text->blocks[id].begin + lists->lines[id].phrase.size;
        for (; next < tokens->len && tokens->at[next].block == id; next++) {
            if (tokens->at[next].begin >= end) continue; /* the guard */
            if (tokens->at[next].end > end)
                return fault_in_phrase(&lists->lines[id], "does not end where a word ends", error);
            span.end = next + 1;
        }
        t2g_result result = add_phrase(b, lists, id, tokens, span, error);
        if (result != T2G_OK) return result;
    }
    return T2G_OK;
}

static bool make_room(builder *b, const t2g_lexlists *lists, const t2g_tokens *tokens)
{
    uint32_t len = lists->len;
    size_t strings = 0, states = (size_t)tokens->len + 1;
    for (uint32_t i = 0; i < len; i++)
        strings += lists->lines[i].phrase.size + lists->lines[i].value.size + lists->lines[i].more.size + 6;
    for (uint32_t i = 0; i < tokens->len; i++) strings += t2g_token_fold(tokens, i).size + 2;
    if (strings > UINT32_MAX / 2 || states > UINT32_MAX / 4) return false;
    b->edge_slots = (uint32_t)(states * 2);
    b->starts = T2G_ARRAY(b->scratch, uint32_t, states);
    b->goes_on = t2g_arena_alloc(b->scratch, states, 1);
    b->edges = t2g_arena_zalloc(b->scratch, b->edge_slots, sizeof *b->edges);
    b->state_of = T2G_ARRAY(b->scratch, uint32_t, len);
    b->records = T2G_ARRAY(b->scratch, t2g_lex_record, len);
    b->strings = t2g_arena_alloc(b->scratch, strings + 1, 1);
    b->string_at = T2G_ARRAY(b->scratch, uint32_t, states + (size_t)len * 3);
    if (!b->starts || !b->goes_on || !b->edges || !b->state_of || !b->records || !b->strings || !b->string_at ||
        !t2g_intern_init(&b->words, b->scratch) || !t2g_intern_init(&b->seen, b->scratch))
        return false;
    memset(b->starts, 0xFF, states * sizeof *b->starts);
    new_state(b); /* the start */
    return true;
}

static uint32_t slots_for(uint32_t len)
{
    return len + len / 2 + 1;
}

/* Words into their table; slot_of tells the edges where. */
static void place_words(const builder *b, t2g_lex_word *words, uint32_t slots, uint32_t *slot_of)
{
    for (uint32_t id = 0; id < b->words.len; id++) {
        uint32_t slot = t2g_lex_slot(b->words.hashes[id], slots);
        while (words[slot].string)
            if (++slot == slots) slot = 0;
        uint32_t string = t2g_intern_find(&b->seen, t2g_intern_string(&b->words, id));
        words[slot] = (t2g_lex_word){b->words.hashes[id], b->string_at[string], b->starts[id]};
        slot_of[id] = slot;
    }
}

static void place_edges(const builder *b, t2g_lex_edge *edges, uint32_t slots, const uint32_t *slot_of)
{
    for (uint32_t i = 0; i < b->edge_slots; i++) {
        if (!b->edges[i].next) continue;
        t2g_lex_edge edge = b->edges[i];
        edge.word = slot_of[edge.word];
        uint32_t slot = t2g_lex_slot(t2g_lex_edge_hash(edge.state, edge.word), slots);
        while (edges[slot].next)
            if (++slot == slots) slot = 0;
        edges[slot] = edge;
    }
}

/* Entries by state, keeping their order: a counting sort. */
static void place_entries(const builder *b, uint32_t len, uint32_t *states, t2g_lex_record *entries,
                          uint32_t *fill)
{
    memset(fill, 0, ((size_t)b->states + 1) * sizeof *fill);
    for (uint32_t i = 0; i < len; i++) fill[b->state_of[i] + 1]++;
    for (uint32_t s = 0; s < b->states; s++) fill[s + 1] += fill[s];
    for (uint32_t s = 0; s < b->states; s++) states[s] = fill[s] << 1 | b->goes_on[s];
    states[b->states] = len << 1;
    for (uint32_t i = 0; i < len; i++) entries[fill[b->state_of[i]]++] = b->records[i];
}

static t2g_result make_image(builder *b, uint32_t len, t2g_arena *arena, t2g_leximage_header **image,
                             t2g_error *error)
{
    for (uint32_t id = 0; id < b->words.len; id++)
        if (add_string(b, t2g_intern_string(&b->words, id)) == T2G_NONE) return t2g_error_nomem(error);
    t2g_leximage_header header = {.magic = "T2GLEX\r\n",
                                  .version = T2G_LEXIMAGE_VERSION,
                                  .kinds = (uint32_t)T2G_LEX_LISTS << 16 | (uint32_t)T2G_KEYS,
                                  .word_slots = slots_for(b->words.len),
                                  .edge_slots = slots_for(b->edges_len),
                                  .states = b->states,
                                  .entries = len,
                                  .strings_size = b->strings_size};
    uint64_t size = t2g_leximage_size(&header);
    if (size > INT32_MAX) return t2g_error_set(error, T2G_RANGE, 0, "the lists are too large");
    header.size = (uint32_t)size;
    uint32_t *scratch = T2G_ARRAY(b->scratch, uint32_t, (size_t)b->words.len + b->states + 2);
    *image = t2g_arena_zalloc(arena, header.size, 1);
    if (!*image || !scratch) return t2g_error_nomem(error);
    **image = header;
    t2g_lex_word *words = (t2g_lex_word *)(*image + 1);
    t2g_lex_edge *edges = (t2g_lex_edge *)(words + header.word_slots);
    uint32_t *states = (uint32_t *)(edges + header.edge_slots);
    t2g_lex_record *entries = (t2g_lex_record *)(states + header.states + 1);
    place_words(b, words, header.word_slots, scratch);
    place_edges(b, edges, header.edge_slots, scratch);
    place_entries(b, len, states, entries, scratch + b->words.len);
    memcpy(entries + len, b->strings, b->strings_size);
    (*image)->checksum = t2g_leximage_checksum(*image);
    return T2G_OK;
}

t2g_result t2g_leximage_build(const t2g_lexlists *lists, t2g_arena *arena, t2g_leximage_header **image,
                              t2g_error *error)
{
    t2g_arena scratch;
    t2g_text text;
    t2g_tokens tokens;
    builder b = {.scratch = &scratch};
    t2g_result result;
    *image = NULL;
    t2g_arena_init(&scratch);
    if (!make_text(lists, &scratch, &text)) result = t2g_error_nomem(error);
    else if ((result = t2g_tokens_build(&tokens, &scratch, &text, error)) != T2G_OK) {
    } else if (!make_room(&b, lists, &tokens)) result = t2g_error_nomem(error);
    else if ((result = add_phrases(&b, lists, &text, &tokens, error)) == T2G_OK)
        result = make_image(&b, lists->len, arena, image, error);
    t2g_arena_free(&scratch);
    return result;
}
