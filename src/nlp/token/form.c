/* SPDX-License-Identifier: MIT */
#include "nlp/token/form.h"

#include <utf8proc.h>

#include "base/utf8.h"
#include "nlp/token/web.h"

enum { FIRST_FORMS = 1024, SHORT_FORM = 128 };

void t2g_forms_init(t2g_forms *forms, t2g_intern *intern, t2g_arena *scratch)
{
    *forms = (t2g_forms){.intern = intern, .scratch = scratch};
}

static t2g_shape shape_of(t2g_slice form)
{
    uint32_t upper = 0, lower = 0, digits = 0;
    bool begins_upper = false;
    for (uint32_t i = 0; i < form.size;) {
        uint32_t code = (unsigned char)form.bytes[i], size = 1;
        bool valid, is_up, is_low;
        if (code < 0x80) {
            is_up = t2g_is_upper(code);
            is_low = t2g_is_lower(code);
            digits += t2g_is_digit(code);
        } else {
            size = t2g_utf8_decode((const unsigned char *)form.bytes + i, form.size - i, &code, &valid);
            utf8proc_category_t category = utf8proc_category((utf8proc_int32_t)code);
            is_up = category == UTF8PROC_CATEGORY_LU || category == UTF8PROC_CATEGORY_LT;
            is_low = category == UTF8PROC_CATEGORY_LL;
        }
        if (is_up && upper + lower == 0) begins_upper = true;
        upper += is_up;
        lower += is_low;
        i += size;
    }
    if (upper + lower == 0) return T2G_SHAPE_NONE;
    if (upper == 0) return T2G_SHAPE_LOWER;
    if (lower == 0) return upper > 1 || digits ? T2G_SHAPE_CAPS : T2G_SHAPE_TITLE;
    return begins_upper ? T2G_SHAPE_TITLE : T2G_SHAPE_MIXED;
}

static bool is_plain_word(t2g_slice form)
{
    for (uint32_t i = 0; i < form.size; i++)
        if (!t2g_is_alpha((unsigned char)form.bytes[i])) return false;
    return true;
}

static t2g_token_kind kind_of(t2g_slice form)
{
    uint32_t at = 0;
    if (is_plain_word(form)) return T2G_TOKEN_WORD;
    while (at + 1 < form.size && strchr("+-.'", form.bytes[at])) at++;
    uint32_t code, ignored;
    bool valid;
    t2g_utf8_decode((const unsigned char *)form.bytes + at, form.size - at, &code, &valid);
    if (t2g_is_number(code)) return T2G_TOKEN_NUMBER;
    if (t2g_web_find(form, &ignored) == form.size) return T2G_TOKEN_WEB;
    if ((form.bytes[0] == '@' || form.bytes[0] == '#') && form.size > 1 && t2g_is_wordlike((unsigned char)form.bytes[1]))
        return T2G_TOKEN_WEB;
    for (uint32_t i = 0; i < form.size;) {
        i += t2g_utf8_decode((const unsigned char *)form.bytes + i, form.size - i, &code, &valid);
        if (t2g_is_letter(code)) return T2G_TOKEN_WORD;
    }
    t2g_utf8_decode((const unsigned char *)form.bytes, form.size, &code, &valid);
    if (code < 0x80) return strchr("$%+=<>^|~&*#@/\\`", (int)code) && code != '/' ? T2G_TOKEN_SYMBOL : T2G_TOKEN_PUNCT;
    switch (utf8proc_category((utf8proc_int32_t)code)) {
    case UTF8PROC_CATEGORY_PC: case UTF8PROC_CATEGORY_PD: case UTF8PROC_CATEGORY_PS: case UTF8PROC_CATEGORY_PE:
    case UTF8PROC_CATEGORY_PI: case UTF8PROC_CATEGORY_PF: case UTF8PROC_CATEGORY_PO:
        return T2G_TOKEN_PUNCT;
    default: return T2G_TOKEN_SYMBOL;
    }
}

/* Two words written as one; the first has so many bytes. */
static uint8_t split_of(t2g_slice fold)
{
    static const struct {
        char word[8]; /* not NUL-terminated when full */
        uint8_t split;
    } fused[] = {{"arent", 3},   {"cannot", 3},   {"cant", 2},     {"couldnt", 5}, {"didnt", 3}, {"doesnt", 4},
                 {"dont", 2},    {"dunno", 2},    {"gonna", 3},    {"gotta", 3},   {"hadnt", 3}, {"hasnt", 3},
                 {"havent", 4},  {"im", 1},       {"isnt", 2},     {"ive", 1},     {"shouldnt", 6},
                 {"thats", 4},   {"wanna", 3},    {"wasnt", 3},    {"werent", 4},  {"whats", 4}, {"wont", 2},
                 {"wouldnt", 5}, {"youre", 3},    {"youve", 3}};
    char word[8] = {0};
    if (fold.size < 2 || fold.size > sizeof word) return 0;
    memcpy(word, fold.bytes, fold.size);
    for (size_t i = 0; i < sizeof fused / sizeof *fused; i++)
        if (memcmp(word, fused[i].word, sizeof word) == 0) return fused[i].split;
    return 0;
}

/* The lower-cased form, interned.  A letter never takes more than three times its bytes. */
static uint32_t fold_of(t2g_forms *known, uint32_t id)
{
    t2g_intern *forms = known->intern;
    t2g_slice form = t2g_intern_string(forms, id);
    uint32_t plain = 0;
    while (plain < form.size && (unsigned char)form.bytes[plain] < 0x80 &&
           !t2g_is_upper((unsigned char)form.bytes[plain]))
        plain++;
    if (plain == form.size) return id;
    char room[SHORT_FORM * 3];
    t2g_arena_mark mark = t2g_arena_save(known->scratch);
    char *lower = form.size <= SHORT_FORM ? room : T2G_ARRAY(known->scratch, char, (size_t)form.size * 3);
    if (!lower) return T2G_NONE;
    uint32_t size = 0;
    for (uint32_t i = 0; i < form.size;) {
        uint32_t code = (unsigned char)form.bytes[i];
        bool valid;
        if (code < 0x80) {
            lower[size++] = t2g_is_upper(code) ? (char)(code | 32) : (char)code;
            i++;
            continue;
        }
        i += t2g_utf8_decode((const unsigned char *)form.bytes + i, form.size - i, &code, &valid);
        size += t2g_utf8_encode((uint32_t)utf8proc_tolower((utf8proc_int32_t)code), lower + size);
    }
    uint32_t fold = t2g_intern_copy(forms, (t2g_slice){lower, size});
    t2g_arena_rewind(known->scratch, mark);
    return fold;
}

const t2g_form *t2g_forms_find(t2g_forms *known, uint32_t id)
{
    t2g_intern *forms = known->intern;
    if (id < known->cap && known->at[id].known) return &known->at[id];
    uint32_t fold = fold_of(known, id);
    if (fold == T2G_NONE) return NULL;
    if (forms->len > known->cap) {
        uint32_t cap = forms->cap > FIRST_FORMS ? forms->cap : FIRST_FORMS;
        t2g_form *facts = t2g_arena_grow(known->scratch, known->at, known->cap, cap, sizeof *facts);
        if (!facts) return NULL;
        memset(facts + known->cap, 0, (cap - known->cap) * sizeof *facts);
        known->at = facts;
        known->cap = cap;
    }
    t2g_slice form = t2g_intern_string(forms, id);
    known->at[id] = (t2g_form){.fold = fold,
                                .kind = (uint8_t)kind_of(form),
                                .shape = (uint8_t)shape_of(form),
                                .split = split_of(t2g_intern_string(forms, fold)),
                                .known = true};
    return &known->at[id];
}
