/* SPDX-License-Identifier: MIT */
#include "train/corpus.h"

#include <stdlib.h>

#include "base/file.h"
#include "base/utf8.h"
#include "train/tensor.h"

enum { COLUMNS = 10, ID = 0, FORM = 1, UPOS = 3, HEAD = 6, DEPREL = 7, MISC = 9 };

/* A table of words: open for sorting by key. */
typedef struct keyed {
    uint32_t key, row;
} keyed;

static int by_key(const void *a, const void *b)
{
    const keyed *x = a, *y = b;
    if (x->key != y->key) return x->key < y->key ? -1 : 1;
    return (x->row > y->row) - (x->row < y->row);
}

static t2g_slice next_line(const char **at, const char *end)
{
    const char *begin = *at, *stop = memchr(begin, '\n', (size_t)(end - begin));
    if (!stop) stop = end;
    *at = stop < end ? stop + 1 : end;
    return (t2g_slice){begin, (uint32_t)(stop - begin)};
}

t2g_result t2g_vocabulary_read(t2g_vocabulary *vocabulary, const char *path, t2g_error *error)
{
    char *bytes;
    size_t size, cap = 0;
    t2g_result result = t2g_file_read(path, &bytes, &size, error);
    if (result != T2G_OK) return result;
    keyed *all = t2g_floats(size / 2 + 1, sizeof *all);
    const char *at = bytes;
    for (uint32_t row = T2G_ROW_WORDS; at < bytes + size; row++) {
        t2g_slice line = next_line(&at, bytes + size);
        const char *blank = memchr(line.bytes, ' ', line.size);
        if (blank) line.size = (uint32_t)(blank - line.bytes);
        all[cap++] = (keyed){.key = t2g_feature_word(line), .row = row};
    }
    qsort(all, cap, sizeof *all, by_key);
    *vocabulary = (t2g_vocabulary){.keys = t2g_floats(cap, sizeof(uint32_t)), .rows = t2g_floats(cap, sizeof(uint32_t))};
    for (size_t i = 0; i < cap; i++) {
        if (i && all[i].key == all[i - 1].key) continue;
        vocabulary->keys[vocabulary->len] = all[i].key;
        vocabulary->rows[vocabulary->len++] = all[i].row;
    }
    vocabulary->rows_len = T2G_ROW_WORDS + (uint32_t)cap;
    free(all);
    free(bytes);
    return T2G_OK;
}

static uint32_t row_of(const t2g_vocabulary *vocabulary, uint32_t key)
{
    uint32_t low = 0, high = vocabulary->len;
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        if (vocabulary->keys[middle] < key) low = middle + 1;
        else high = middle;
    }
    return low < vocabulary->len && vocabulary->keys[low] == key ? vocabulary->rows[low] : T2G_ROW_UNKNOWN;
}

t2g_word t2g_word_of(const t2g_vocabulary *vocabulary, t2g_slice form)
{
    t2g_features f = t2g_features_of(form);
    t2g_word word = {.row = row_of(vocabulary, f.word)};
    memcpy(word.part, f.part, sizeof word.part);
    return word;
}

static char raised(char c) { return t2g_is_lower((unsigned char)c) ? (char)(c & ~32) : c; }
static char lowered(char c) { return t2g_is_upper((unsigned char)c) ? (char)(c | 32) : c; }

/* A headline capitalises the longer words and leaves acronyms as they are. */
static t2g_word dressed(const t2g_vocabulary *vocabulary, t2g_slice form, t2g_clothes clothes, bool is_first)
{
    enum { LONGEST = 256, SHORT_WORD = 3 };
    char bytes[LONGEST];
    t2g_slice dress = {bytes, form.size < LONGEST ? form.size : LONGEST};
    memcpy(bytes, form.bytes, dress.size);
    for (uint32_t i = 0; i < dress.size; i++) {
        if (clothes == T2G_LOWERED) bytes[i] = lowered(bytes[i]);
        if (clothes == T2G_CAPITALS) bytes[i] = raised(bytes[i]);
    }
    if (clothes == T2G_HEADLINE && dress.size && (dress.size > SHORT_WORD || is_first)) bytes[0] = raised(bytes[0]);
    return t2g_word_of(vocabulary, dress);
}

/* name labels */

static bool kind_of(t2g_slice name, uint32_t *kind)
{
    static const char *const names[] = {
#define NAME_KIND(name) #name,
#include "nlp/syntax/tagset.def"
    };
    for (*kind = 0; *kind < T2G_NAME_KINDS; ++*kind)
        if (t2g_slice_is(name, names[*kind])) return true;
    return false;
}

static const uint64_t any_label = ((uint64_t)1 << T2G_NAME_LABELS) - 1;

static uint64_t all_places(uint32_t kind)
{
    return (uint64_t)15 << t2g_bilou_label(kind, T2G_BEGIN);
}

/* "B-PER" with what follows it; "O/LOC/EVT"; absent: anything. */
static uint64_t labels_of(t2g_slice label, bool goes_on)
{
    uint64_t labels = 0;
    uint32_t kind;
    if (label.size == 0) return any_label;
    if (label.size > 2 && label.bytes[1] == '-') {
        if (!kind_of((t2g_slice){label.bytes + 2, label.size - 2}, &kind)) return any_label;
        bool begins = label.bytes[0] == 'B';
        t2g_bilou place = begins ? (goes_on ? T2G_BEGIN : T2G_UNIT) : goes_on ? T2G_INSIDE : T2G_LAST;
        return (uint64_t)1 << t2g_bilou_label(kind, place);
    }
    for (uint32_t begin = 0; begin < label.size;) {
        const char *slash = memchr(label.bytes + begin, '/', label.size - begin);
        uint32_t end = slash ? (uint32_t)(slash - label.bytes) : label.size;
        t2g_slice part = {label.bytes + begin, end - begin};
        if (t2g_slice_is(part, "O")) labels |= 1;
        else if (kind_of(part, &kind)) labels |= all_places(kind);
        begin = end + 1;
    }
    return labels ? labels : any_label;
}

static t2g_slice name_in(t2g_slice misc)
{
    static const char key[] = "NER=";
    const uint32_t size = sizeof key - 1;
    for (uint32_t i = 0; i + size <= misc.size; i++) {
        if ((i && misc.bytes[i - 1] != '|') || memcmp(misc.bytes + i, key, size) != 0) continue;
        const char *begin = misc.bytes + i + size, *bar = memchr(begin, '|', misc.size - i - size);
        return (t2g_slice){begin, (uint32_t)((bar ? bar : misc.bytes + misc.size) - begin)};
    }
    return (t2g_slice){NULL, 0};
}

/* lines */

typedef struct row {
    t2g_slice column[COLUMNS];
} row;

static bool split(t2g_slice line, row *out)
{
    uint32_t begin = 0;
    for (int c = 0; c < COLUMNS; c++) {
        const char *tab = memchr(line.bytes + begin, '\t', line.size - begin);
        uint32_t end = tab ? (uint32_t)(tab - line.bytes) : line.size;
        out->column[c] = (t2g_slice){line.bytes + begin, end - begin};
        if (!tab && c + 1 < COLUMNS) return false;
        begin = end + 1;
    }
    return true;
}

static uint32_t number_of(t2g_slice digits)
{
    uint32_t number = 0;
    for (uint32_t i = 0; i < digits.size && t2g_is_digit((unsigned char)digits.bytes[i]); i++)
        number = number * 10 + (uint32_t)(digits.bytes[i] - '0');
    return number;
}

static uint8_t find_pos(t2g_slice name)
{
    for (uint32_t p = 0; p < T2G_POSES; p++)
        if (t2g_slice_is(name, t2g_pos_name((t2g_pos)p))) return (uint8_t)p;
    return T2G_POS_X;
}

static uint8_t find_relation(t2g_slice name)
{
    static const char *const names[] = {
#define RELATION(name, text, universal) text,
#include "nlp/syntax/tagset.def"
    };
    for (uint32_t r = 0; r < T2G_DEPRELS; r++)
        if (t2g_slice_is(name, names[r])) return (uint8_t)r;
    return T2G_DEP_DEP;
}

static t2g_example *add_example(t2g_corpus *corpus, uint32_t len)
{
    if (corpus->len == corpus->cap) {
        corpus->cap = corpus->cap ? corpus->cap * 2 : 1024;
        t2g_example *grown = realloc(corpus->at, corpus->cap * sizeof *grown);
        if (!grown) return NULL;
        corpus->at = grown;
    }
    t2g_example *e = &corpus->at[corpus->len++];
    *e = (t2g_example){.len = len, .form = t2g_floats(len, sizeof *e->form), .pos = t2g_floats(len, 1),
                       .head = t2g_floats(len, sizeof *e->head), .relation = t2g_floats(len, 1),
                       .names = t2g_floats(len, sizeof *e->names)};
    for (int c = 0; c < T2G_CLOTHES; c++) e->word[c] = t2g_floats(len, sizeof *e->word[c]);
    corpus->words += len;
    return e;
}

static t2g_result add_sentence(t2g_corpus *corpus, const t2g_vocabulary *vocabulary, const row *rows, uint32_t len,
                               t2g_error *error)
{
    t2g_example *e = add_example(corpus, len);
    if (!e) return t2g_error_nomem(error);
    e->has_tree = t2g_is_digit((unsigned char)rows[0].column[HEAD].bytes[0]);
    for (uint32_t i = 0; i < len; i++) {
        const t2g_slice *column = rows[i].column;
        t2g_slice name = name_in(column[MISC]), next = {NULL, 0};
        if (i + 1 < len) next = name_in(rows[i + 1].column[MISC]);
        e->form[i] = column[FORM];
        for (int c = 0; c < T2G_CLOTHES; c++) e->word[c][i] = dressed(vocabulary, column[FORM], (t2g_clothes)c, i == 0);
        e->pos[i] = find_pos(column[UPOS]);
        e->head[i] = number_of(column[HEAD]) - 1; /* the root's 0 becomes T2G_NONE */
        e->relation[i] = find_relation(column[DEPREL]);
        e->names[i] = labels_of(name, next.size > 2 && memcmp(next.bytes, "I-", 2) == 0);
        e->has_names |= name.size > 0;
    }
    return T2G_OK;
}

/* The file's bytes stay in memory: forms are slices of them. */
t2g_result t2g_corpus_read(t2g_corpus *corpus, const t2g_vocabulary *vocabulary, const char *path, t2g_error *error)
{
    enum { LONGEST = 1024 };
    row rows[LONGEST];
    char *bytes;
    size_t size;
    uint32_t len = 0;
    t2g_result result = t2g_file_read(path, &bytes, &size, error);
    const char *at = bytes;
    while (result == T2G_OK) {
        bool ended = at == bytes + size;
        t2g_slice line = ended ? (t2g_slice){at, 0} : next_line(&at, bytes + size);
        if (line.size == 0) {
            if (len) result = add_sentence(corpus, vocabulary, rows, len, error);
            len = 0;
            if (ended) break;
        } else if (line.bytes[0] != '#' && split(line, &rows[len]) &&
                   !memchr(rows[len].column[ID].bytes, '-', rows[len].column[ID].size) &&
                   !memchr(rows[len].column[ID].bytes, '.', rows[len].column[ID].size) && len + 1 < LONGEST) {
            len++;
        }
    }
    return result;
}

t2g_result t2g_corpus_names(t2g_corpus *corpus, const t2g_corpus *names, t2g_error *error)
{
    size_t s = 0;
    for (; s < names->len && s < corpus->len; s++) {
        if (names->at[s].len != corpus->at[s].len) break;
        corpus->at[s].names = names->at[s].names;
        corpus->at[s].has_names = names->at[s].has_names;
    }
    if (s == corpus->len && s == names->len) return T2G_OK;
    return t2g_error_set(error, T2G_FORMAT, s, "sentence %zu has other words in the corpus of names", s + 1);
}
