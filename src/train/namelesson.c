/* SPDX-License-Identifier: MIT */
#include "train/namelesson.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>

#include "base/utf8.h"
#include "model/viterbi.h"
#include "nlp/token/form.h"
#include "nlp/mention/mention.h"

enum { LINE_LONGEST = 1 << 16, FIELDS = 10, DOCUMENT_LONGEST = 1 << 20, SENTENCES_MOST = 1 << 16 };

/* One document while it is read. */
typedef struct draft {
    t2g_arena *arena;
    const t2g_lexicon *lexicon;
    t2g_dress dress;
    t2g_tokens tokens;
    uint64_t *may;
    uint8_t *kind;  /* of a token in a name: kind + 1, 0 outside                          */
    uint8_t *begins; /* bool                                                             */
    t2g_sentence *sentences;
    uint32_t sentences_len;
    t2g_forms forms;
    t2g_arena scratch;
} draft;

static const uint64_t all_labels = ((uint64_t)1 << (1 + T2G_MENTION_KINDS * T2G_PLACES)) - 1;

static uint32_t kind_named(const char *name, size_t size)
{
    for (uint32_t k = 0; k < T2G_MENTION_KINDS; k++)
        if (size == 3 && memcmp(name, t2g_mention_kind_name((t2g_mention_kind)k), 3) == 0) return k;
    return T2G_MENTION_KINDS;
}

/* The labels of a list; 0 when a name in it is unknown. */
static uint64_t labels_of(const char *list, size_t size)
{
    uint64_t labels = 0;
    for (size_t i = 0; i < size;) {
        size_t end = i;
        while (end < size && list[end] != '/') end++;
        uint32_t kind = kind_named(list + i, end - i);
        if (end == i + 1 && list[i] == 'O') labels |= 1;
        else if (kind == T2G_MENTION_KINDS) return 0;
        else labels |= (uint64_t)15 << t2g_bilou_label(kind, T2G_BEGIN);
        i = end + 1;
    }
    return labels;
}

static bool begin_draft(draft *d)
{
    t2g_arena_init(&d->scratch);
    d->tokens = (t2g_tokens){.at = T2G_ARRAY(&d->scratch, t2g_token, DOCUMENT_LONGEST)};
    d->may = T2G_ARRAY(&d->scratch, uint64_t, DOCUMENT_LONGEST);
    d->kind = T2G_ARRAY(&d->scratch, uint8_t, DOCUMENT_LONGEST);
    d->begins = T2G_ARRAY(&d->scratch, uint8_t, DOCUMENT_LONGEST);
    d->sentences = T2G_ARRAY(&d->scratch, t2g_sentence, SENTENCES_MOST);
    d->sentences_len = 0;
    bool ok = d->tokens.at && d->may && d->kind && d->begins && d->sentences && t2g_intern_init(&d->tokens.forms, d->arena);
    t2g_forms_init(&d->forms, &d->tokens.forms, &d->scratch);
    return ok;
}

/* IOB2 to BILOU, from token begin on. */
static void set_labels(draft *d, uint32_t begin)
{
    for (uint32_t i = begin; i < d->tokens.len; i++) {
        if (!d->kind[i]) continue;
        bool goes_on = i + 1 < d->tokens.len && d->kind[i + 1] == d->kind[i] && !d->begins[i + 1];
        t2g_bilou place = d->begins[i] ? (goes_on ? T2G_BEGIN : T2G_UNIT) : goes_on ? T2G_INSIDE : T2G_LAST;
        d->may[i] = (uint64_t)1 << t2g_bilou_label(d->kind[i] - 1u, place);
    }
}

static void end_sentence(draft *d, uint32_t *begin)
{
    if (*begin == d->tokens.len) return;
    set_labels(d, *begin);
    while (d->tokens.len - *begin > T2G_SENTENCE_LONGEST) {
        d->sentences[d->sentences_len++] = (t2g_sentence){*begin, *begin + T2G_SENTENCE_LONGEST, 0};
        *begin += T2G_SENTENCE_LONGEST;
    }
    d->sentences[d->sentences_len++] = (t2g_sentence){*begin, d->tokens.len, 0};
    *begin = d->tokens.len;
}

/* Curly apostrophes are made straight, as the token room does; then the dress. */
static uint32_t dressed(char *form, t2g_dress dress)
{
    char *to = form;
    for (const char *from = form; *from;) {
        bool curly = memcmp(from, "\xE2\x80", 2) == 0 && (from[2] == '\x98' || from[2] == '\x99');
        unsigned char c = (unsigned char)(curly ? '\'' : *from);
        bool first = to == form;
        if (dress == T2G_DRESS_SMALL && t2g_is_upper(c)) c |= 32;
        if (dress == T2G_DRESS_CAPITALS && t2g_is_lower(c)) c &= (unsigned char)~32;
        if (dress == T2G_DRESS_HEADLINE && first && t2g_is_lower(c)) c &= (unsigned char)~32;
        *to++ = (char)c;
        from += curly ? 3 : 1;
    }
    return (uint32_t)(to - form);
}

static bool add_token(draft *d, char *form, const char *misc, uint32_t sentence_begin)
{
    uint32_t i = d->tokens.len, size = dressed(form, strlen(form) > 3 || d->dress != T2G_DRESS_HEADLINE ? d->dress : T2G_DRESS_PLAIN);
    if (i + 1 >= DOCUMENT_LONGEST) return true;
    uint32_t id = t2g_intern_copy(&d->tokens.forms, (t2g_slice){form, size});
    const t2g_form *facts = id == T2G_NONE ? NULL : t2g_forms_find(&d->forms, id);
    if (!facts) return false;
    bool space = i == sentence_begin || !d->tokens.len || !(d->tokens.at[i - 1].end & 1);
    /* No text lies under these tokens: end tells only whether a space follows, begin nothing. */
    d->tokens.at[i] = (t2g_token){.form = id, .fold = facts->fold, .kind = facts->kind, .shape = facts->shape,
                                  .end = strstr(misc, "SpaceAfter=No") != NULL,
                                  .flags = (uint8_t)((space ? T2G_TOKEN_SPACE : 0) | (i == 0 ? T2G_TOKEN_BLOCK : 0))};
    d->kind[i] = d->begins[i] = 0;
    d->may[i] = all_labels;
    const char *ner = strstr(misc, "NER=");
    if (ner) {
        size_t len = strcspn(ner += 4, "|");
        if (len == 5 && ner[1] == '-') {
            d->kind[i] = (uint8_t)(kind_named(ner + 2, 3) + 1);
            d->begins[i] = ner[0] == 'B' || i == sentence_begin || d->kind[i - 1] != d->kind[i];
        } else {
            d->may[i] = labels_of(ner, len);
        }
        if (d->may[i] == 0 || d->kind[i] > T2G_MENTION_KINDS) return false;
    }
    d->tokens.len++;
    return true;
}

static t2g_result end_draft(t2g_namelessons *lessons, draft *d, bool kept, t2g_error *error)
{
    t2g_result result = T2G_OK;
    uint32_t len = d->tokens.len;
    if (len && kept) {
        if (lessons->len == lessons->cap) {
            lessons->cap = lessons->cap ? 2 * lessons->cap : 1024;
            t2g_namelesson *grown = realloc(lessons->at, lessons->cap * sizeof *grown);
            if (!grown) return t2g_error_nomem(error);
            lessons->at = grown;
        }
        t2g_namelesson *l = &lessons->at[lessons->len++];
        *l = (t2g_namelesson){.tokens = d->tokens, .may = T2G_ARRAY(d->arena, uint64_t, len)};
        l->tokens.at = T2G_ARRAY(d->arena, t2g_token, len);
        l->sentences = (t2g_sentences){.at = T2G_ARRAY(d->arena, t2g_sentence, d->sentences_len),
                                       .len = d->sentences_len,
                                       .of = T2G_ARRAY(d->arena, uint32_t, len)};
        if (!l->may || !l->tokens.at || !l->sentences.at || !l->sentences.of) return t2g_error_nomem(error);
        memcpy(l->tokens.at, d->tokens.at, len * sizeof *l->tokens.at);
        memcpy(l->may, d->may, len * sizeof *l->may);
        memcpy(l->sentences.at, d->sentences, d->sentences_len * sizeof *d->sentences);
        for (uint32_t s = 0; s < d->sentences_len; s++)
            for (uint32_t i = d->sentences[s].begin; i < d->sentences[s].end; i++) l->sentences.of[i] = s;
        result = t2g_phrases_build(&l->phrases, d->arena, d->lexicon, &l->tokens, error);
    }
    t2g_arena_free(&d->scratch);
    if (result == T2G_OK && !begin_draft(d)) return t2g_error_nomem(error);
    return result;
}

static bool split(char *line, char *field[FIELDS])
{
    line[strcspn(line, "\r\n")] = 0;
    for (int f = 0; f < FIELDS; f++) {
        field[f] = line;
        line = strchr(line, '\t');
        if (line) *line++ = 0;
        else return f + 1 == FIELDS;
    }
    return true;
}

t2g_result t2g_namelessons_read(t2g_namelessons *lessons, t2g_arena *arena, const t2g_lexicon *lexicon,
                                const char *path, bool every_sentence, t2g_dress dress, uint32_t step,
                                t2g_error *error)
{
    char *field[FIELDS], *line = malloc(LINE_LONGEST);
    draft d = {.arena = arena, .lexicon = lexicon, .dress = dress};
    FILE *in = fopen(path, "r");
    t2g_result result = in ? T2G_OK : t2g_error_set(error, T2G_IO, 0, "%s: %s", path, strerror(errno));
    if (!line || !begin_draft(&d)) result = t2g_error_nomem(error);
    uint32_t begin = 0, count = 0;
    while (result == T2G_OK && fgets(line, LINE_LONGEST, in)) {
        bool is_new = strncmp(line, "# newdoc", 8) == 0 || (every_sentence && line[0] == '\n');
        if (line[0] == '\n' || is_new) end_sentence(&d, &begin);
        if (is_new && d.tokens.len) {
            result = end_draft(lessons, &d, count++ % step == 0, error);
            begin = 0;
        }
        if (line[0] == '#' || line[0] == '\n') continue;
        if (!split(line, field)) result = t2g_error_set(error, T2G_FORMAT, 0, "%s: ten fields are wanted", path);
        else if (!strpbrk(field[0], "-.") && !add_token(&d, field[1], field[9], begin))
            result = t2g_error_set(error, T2G_FORMAT, 0, "%s: %s is no label", path, field[9]);
    }
    if (result == T2G_OK) {
        end_sentence(&d, &begin);
        result = end_draft(lessons, &d, count % step == 0, error);
    }
    t2g_arena_free(&d.scratch);
    if (in) fclose(in);
    free(line);
    return result;
}
