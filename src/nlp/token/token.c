/* token.c - one walk over the text, left to right, that never steps back.
 *
 * Most of news is words of ASCII letters between spaces: they are cut in
 * build_block() itself.  Whatever holds another character is a chunk (a run
 * without white space) for lex_chunk(), which asks at each place what begins
 * there.  What is the same wherever a word stands is found once (form.h).
 *
 * The conventions were learnt from the treebanks EWT and GUM of Universal
 * Dependencies 2.16; where those two differ (p.m. before the end of a
 * sentence, - after a capital) the commoner way was taken.
 *
 * SPDX-License-Identifier: MIT
 */
#include "nlp/token/token.h"

#include <utf8proc.h>

#include "base/utf8.h"
#include "nlp/token/abbreviation.h"
#include "nlp/token/form.h"
#include "nlp/token/web.h"

enum { FIRST_TOKENS = 1024, SHORT_FORM = 128 };

typedef struct scanner {
    t2g_tokens *tokens;
    const t2g_text *text;
    const char *s;       /* text->bytes                                             */
    t2g_arena scratch;   /* what grows, until its size is known                     */
    uint32_t cap;        /* of tokens->at                                           */
    t2g_forms forms;     /* what is known of the words met so far                   */
    uint32_t block, block_end;
    uint32_t chunk, chunk_end; /* the run without white space that is being cut      */
    uint32_t open_quotes;      /* single quotes of this block not yet closed         */
    uint32_t open_brackets;    /* round ones                                         */
    uint32_t no_web_before;    /* an address was looked for up to here, in vain      */
    uint8_t flags;             /* T2G_TOKEN_... of the next token                    */
    bool failed;               /* memory is out                                      */
} scanner;

/* ---- characters ------------------------------------------------------- */

static inline unsigned char byte_at(const scanner *z, uint32_t at)
{
    return (unsigned char)z->s[at]; /* the text ends in a NUL */
}

/* The character at a place of the text, which is valid UTF-8. */
static uint32_t char_at(const scanner *z, uint32_t at, uint32_t *size)
{
    uint32_t code = byte_at(z, at);
    bool valid;
    *size = 1;
    if (code >= 0x80) *size = t2g_utf8_decode((const unsigned char *)z->s + at, z->text->size - at, &code, &valid);
    return code;
}

/* The size of an apostrophe at a place: ' or U+2019, else 0. */
static uint32_t apostrophe_at(const scanner *z, uint32_t at)
{
    if (byte_at(z, at) == '\'') return 1;
    if (byte_at(z, at) == 0xE2 && at + 2 < z->text->size && byte_at(z, at + 1) == 0x80 && byte_at(z, at + 2) == 0x99)
        return 3;
    return 0;
}

static uint32_t end_of_word(const scanner *z, uint32_t at)
{
    while (at < z->chunk_end) {
        uint32_t size, code = char_at(z, at, &size);
        if (!t2g_is_wordlike(code)) break;
        at += size;
    }
    return at;
}

static uint32_t end_of_letters(const scanner *z, uint32_t at)
{
    while (at < z->chunk_end) {
        uint32_t size, code = char_at(z, at, &size);
        if (!t2g_is_letter(code)) break;
        at += size;
    }
    return at;
}

static uint32_t end_of_digits(const scanner *z, uint32_t at)
{
    while (at < z->chunk_end && t2g_is_digit(byte_at(z, at))) at++;
    return at;
}

static bool is_letter_at(const scanner *z, uint32_t at)
{
    uint32_t size;
    return at < z->chunk_end && t2g_is_letter(char_at(z, at, &size));
}

/* Do the bytes [begin, end) read so, whatever their case? */
static bool reads(const scanner *z, uint32_t begin, uint32_t end, const char *word)
{
    for (; begin < end && *word; begin++, word++)
        if ((t2g_is_alpha(byte_at(z, begin)) ? byte_at(z, begin) | 32 : byte_at(z, begin)) != (unsigned char)*word)
            return false;
    return begin == end && !*word;
}

static bool reads_one_of(const scanner *z, uint32_t begin, uint32_t end, const char *const *words)
{
    for (; *words; words++)
        if (reads(z, begin, end, *words)) return true;
    return false;
}

/* ---- tokens ----------------------------------------------------------- */

/* The form as written, but U+2019 as an apostrophe. */
static uint32_t form_of(scanner *z, uint32_t begin, uint32_t end)
{
    const char *bytes = z->s + begin;
    uint32_t size = end - begin;
    const char *high = memchr(bytes, 0xE2, size);
    if (!high || size == 3) return t2g_intern_add(&z->tokens->forms, (t2g_slice){bytes, size});
    t2g_arena_mark mark = t2g_arena_save(&z->scratch);
    char room[SHORT_FORM], *straight = size <= SHORT_FORM ? room : T2G_ARRAY(&z->scratch, char, size);
    if (!straight) return T2G_NONE;
    uint32_t written = 0;
    for (uint32_t i = 0; i < size;) {
        uint32_t apostrophe = apostrophe_at(z, begin + i);
        straight[written++] = apostrophe ? '\'' : bytes[i];
        i += apostrophe ? apostrophe : 1;
    }
    uint32_t id = t2g_intern_copy(&z->tokens->forms, (t2g_slice){straight, written});
    t2g_arena_rewind(&z->scratch, mark);
    return id;
}

static void emit_one(scanner *z, uint32_t begin, uint32_t end, uint32_t form, const t2g_form *facts)
{
    t2g_tokens *tokens = z->tokens;
    if (tokens->len == z->cap) {
        uint32_t cap = z->cap ? z->cap * 2 : FIRST_TOKENS;
        t2g_token *at = t2g_arena_grow(&z->scratch, tokens->at, tokens->len, cap, sizeof *at);
        if (!at) {
            z->failed = true;
            return;
        }
        tokens->at = at;
        z->cap = cap;
    }
    tokens->at[tokens->len++] = (t2g_token){begin,       end,          form,         facts->fold,
                                            z->block,    facts->kind,  facts->shape, z->flags};
    z->flags = 0;
}

static void emit_form(scanner *z, uint32_t begin, uint32_t end, uint32_t form)
{
    const t2g_form *facts = form == T2G_NONE ? NULL : t2g_forms_find(&z->forms, form);
    if (!facts) {
        z->failed = true;
        return;
    }
    if (!facts->split) {
        emit_one(z, begin, end, form, facts);
        return;
    }
    uint32_t middle = begin + facts->split;
    for (int half = 0; half < 2; half++) {
        uint32_t from = half ? middle : begin, to = half ? end : middle;
        form = t2g_intern_add(&z->tokens->forms, (t2g_slice){z->s + from, to - from});
        facts = form == T2G_NONE ? NULL : t2g_forms_find(&z->forms, form);
        if (!facts) {
            z->failed = true;
            return;
        }
        if (half) z->flags |= T2G_TOKEN_JOINED;
        emit_one(z, from, to, form, facts);
    }
}

static void emit(scanner *z, uint32_t begin, uint32_t end)
{
    emit_form(z, begin, end, form_of(z, begin, end));
}

/* The same for ASCII alone. */
static inline void emit_ascii(scanner *z, uint32_t begin, uint32_t end)
{
    emit_form(z, begin, end, t2g_intern_add(&z->tokens->forms, (t2g_slice){z->s + begin, end - begin}));
}

static void emit_joined(scanner *z, uint32_t begin, uint32_t end)
{
    z->flags |= T2G_TOKEN_JOINED;
    emit(z, begin, end);
}

/* ---- numbers ---------------------------------------------------------- */

static const char *const units[] = {"m",   "k",   "b",   "bn",  "mn",  "bln", "mln", "tn",  "trn", "km", "cm",
                                    "mm",  "nm",  "kg",  "mg",  "lb",  "lbs", "ft",  "in",  "oz",  "hz", "khz",
                                    "mhz", "ghz", "kb",  "mb",  "gb",  "tb",  "kw",  "mw",  "gw",  "kwh", "mwh",
                                    "mph", "kph", "kmh", "kmph", "pm", "am",  "p",   "hr",  "hrs", "min", "mins",
                                    "sec", "secs", "sq", "yo",  "ml",  "l",   "ha",  "pct", "million", "billion",
                                    "trillion", "percent", "metres", "meters", "miles", "years", "days", NULL};

static const char *const ordinal_endings[] = {"st", "nd", "rd", "th", "s", NULL};

/* Groups of digits that belong together though hyphens part them: 555-0199,
 * 1-800-555-0199, 11-20-2000.  begin is at digits; returns the end, or begin. */
static uint32_t end_of_code(const scanner *z, uint32_t begin)
{
    uint32_t at = begin, groups = 0, sizes[4];
    for (;;) {
        uint32_t end = end_of_digits(z, at);
        if (end == at || groups == 4) return begin;
        sizes[groups++] = end - at;
        at = end;
        if (at >= z->chunk_end || byte_at(z, at) != '-') break;
        at++;
    }
    if (at < z->chunk_end && is_letter_at(z, at)) return begin;
    if (groups == 2) return sizes[0] == 3 && sizes[1] == 4 ? at : begin;
    return groups > 2 ? at : begin;
}

/* 9,000.5  10:30  11/28/2000  415.555.0199 */
static uint32_t end_of_figure(const scanner *z, uint32_t at)
{
    at = end_of_digits(z, at);
    while (at + 1 < z->chunk_end && strchr(".,:/", byte_at(z, at)) && t2g_is_digit(byte_at(z, at + 1)))
        at = end_of_digits(z, at + 1);
    return at;
}

static uint32_t lex_number(scanner *z, uint32_t begin)
{
    uint32_t end = end_of_code(z, begin);
    if (end == begin) end = end_of_figure(z, begin);
    if (end == begin) end = end_of_word(z, begin); /* digits of another script */
    uint32_t letters = end_of_letters(z, end), word = end_of_word(z, end);
    uint32_t apostrophe = apostrophe_at(z, end);
    if (letters == end && apostrophe && reads(z, end + apostrophe, end_of_word(z, end + apostrophe), "s"))
        letters = word = end + apostrophe + 1; /* the 1590's */
    if (word == end || reads_one_of(z, end, word, ordinal_endings) || (apostrophe && letters > end)) {
        emit(z, begin, word);
        return word;
    }
    if (letters == word && reads_one_of(z, end, letters, units)) {
        emit(z, begin, end);
        if (byte_at(z, letters) == '.' && letters == end + 1 && byte_at(z, letters + 1) == 'm') letters += 2;
        emit(z, end, letters);
        return letters;
    }
    emit(z, begin, word);
    return word;
}

/* ---- words ------------------------------------------------------------ */

/* Parts before a hyphen that make one word with what follows: non-profit. */
static const char *const prefixes[] = {"anti",  "co",   "counter", "cross", "e",    "ex",    "inter", "mega",
                                       "meta",  "micro", "mid",    "mini",  "mono", "multi", "neo",   "non",
                                       "over",  "post", "pre",     "pro",   "pseudo", "re",  "semi",  "sub",
                                       "super", "trans", "ultra",  "un",    "under", NULL};

static const char *const clitics[] = {"s", "m", "d", "re", "ve", "ll", NULL};

/* Does the sentence go on after the chunk as if this stop belonged to the word? */
static bool next_begins(const scanner *z, uint32_t at, bool (*is)(uint32_t))
{
    while (at < z->block_end && (z->s[at] == ' ' || z->s[at] == '\n')) at++;
    return at < z->block_end && is(byte_at(z, at));
}

static bool is_lower_or_stop(uint32_t c)
{
    return t2g_is_lower(c) || c == ',' || c == ';' || c == ')';
}

static bool is_block_end(const scanner *z, uint32_t at)
{
    while (at < z->block_end && strchr("\"')]\n ", z->s[at])) at++;
    return at >= z->block_end;
}

/* Is the full stop behind the word [begin, end) part of it? */
static bool owns_full_stop(const scanner *z, uint32_t begin, uint32_t end)
{
    uint32_t after = end + 1;
    if (after < z->chunk_end && byte_at(z, after) == '.') return false; /* dots: an ellipsis */
    bool last = is_block_end(z, after);
    if (end - begin == 1) {
        unsigned char c = byte_at(z, begin);
        if (c == 'I') /* the pronoun, unless another initial follows: I. M. */
            return !last && next_begins(z, after, t2g_is_upper) && begin > 1 && byte_at(z, begin - 1) == ' ' &&
                   after + 2 < z->block_end && byte_at(z, after + 2) == '.';
        if (!t2g_is_upper(c)) /* c. 1818, Roe v. Wade, (b. May 1907) */
            return next_begins(z, after, t2g_is_digit) ||
                   ((c == 'v' || (c == 'b' && z->open_brackets)) && next_begins(z, after, t2g_is_upper));
        return !last && (begin == z->chunk || strchr("([\"'-.", z->s[begin - 1])); /* not 20°C. */
    }
    bool capital = t2g_is_upper(byte_at(z, begin));
    switch (t2g_abbreviation_find((t2g_slice){z->s + begin, end - begin})) {
    case T2G_ABBREVIATION_NONE: return false;
    case T2G_ABBREVIATION_TITLE: return !last && (capital || next_begins(z, after, t2g_is_upper));
    case T2G_ABBREVIATION_NUMBERED:
        return !last &&
               (next_begins(z, after, t2g_is_digit) || (capital && next_begins(z, after, is_lower_or_stop)));
    case T2G_ABBREVIATION_DATE:
        return capital && !last &&
               (next_begins(z, after, t2g_is_digit) || next_begins(z, after, is_lower_or_stop) ||
                end - begin > 3 || !next_begins(z, after, t2g_is_upper));
    case T2G_ABBREVIATION_PLACE: return capital && !last && begin > 1 && strchr(" \n-(", z->s[begin - 1]);
    case T2G_ABBREVIATION_MIDDLE: return !last;
    case T2G_ABBREVIATION_ENDING: return capital || (!last && !next_begins(z, after, t2g_is_upper));
    }
    return false;
}

/* U.S., p.m., Ph.D., J.K.: letters, each with a stop; returns begin when it is
 * none.  The last stop may be missing (U.S). */
static uint32_t end_of_acronym(const scanner *z, uint32_t begin)
{
    uint32_t at = begin, letters = 0, end = begin;
    for (;;) {
        uint32_t size;
        if (at >= z->chunk_end || !t2g_is_letter(char_at(z, at, &size))) break;
        uint32_t run = end_of_word(z, at);
        bool single = run == at + size;
        bool short_run = run - at == 2 && t2g_is_upper(byte_at(z, at)) && t2g_is_lower(byte_at(z, at + 1));
        if (!single && !short_run) break;
        if (run >= z->chunk_end || byte_at(z, run) != '.') {
            if (single && letters > 0 && (run >= z->chunk_end || byte_at(z, run) < 0x80)) end = run;
            break;
        }
        letters++;
        at = end = run + 1;
    }
    if (letters < 2 && !(letters == 1 && end > begin && byte_at(z, end - 1) != '.')) return begin;
    if (letters == 1 && end == begin + 3 && !t2g_is_upper(byte_at(z, begin)) && !reads(z, begin, end, "p.m") &&
        !reads(z, begin, end, "a.m") && !reads(z, begin, end, "i.e") && !reads(z, begin, end, "e.g"))
        return begin;
    /* p.m. at the end of all: the stop is the sentence's */
    if (byte_at(z, end - 1) == '.' && t2g_is_lower(byte_at(z, begin)) && is_block_end(z, end)) end--;
    return end;
}

/* A word with a clitic or apostrophe at `at`: [begin, at) are letters.  Emits
 * both parts and returns the end, or returns at when no clitic stands there. */
static uint32_t lex_clitic(scanner *z, uint32_t begin, uint32_t at, uint32_t apostrophe)
{
    uint32_t after = at + apostrophe, end = end_of_word(z, after);
    if (reads(z, after, end, "t") && at - begin > 1 && (byte_at(z, at - 1) | 32) == 'n') {
        emit(z, begin, at - 1);
        emit_joined(z, at - 1, end);
        return end;
    }
    if (reads_one_of(z, after, end, clitics)) {
        emit(z, begin, at);
        emit_joined(z, at, end);
        return end;
    }
    if (end == after && z->open_quotes == 0 && (byte_at(z, at - 1) | 32) == 's') { /* the workers' */
        emit(z, begin, at);
        emit_joined(z, at, after);
        return after;
    }
    return at;
}

/* How far a word goes on behind `at`, over a hyphen, an apostrophe, an
 * ampersand: the new end, or at. */
static uint32_t word_goes_on(const scanner *z, uint32_t begin, uint32_t at)
{
    unsigned char c = byte_at(z, at);
    uint32_t apostrophe;
    if (at >= z->chunk_end) return at;
    if (c == '-' && reads_one_of(z, begin, at, prefixes) && at + 1 < z->chunk_end &&
        (is_letter_at(z, at + 1) || reads(z, begin, at, "mid")))
        return end_of_word(z, at + 1);
    if ((apostrophe = apostrophe_at(z, at)) && is_letter_at(z, at + apostrophe)) return end_of_word(z, at + apostrophe);
    if (c == '&' && is_letter_at(z, at + 1)) {
        uint32_t end = end_of_word(z, at + 1);
        if (at - begin <= 3 && end - at <= 4) return end;
    }
    if ((c == '_' || c == '*') && is_letter_at(z, at + 1) && at > begin) return end_of_word(z, at + 1);
    if (c == '_' && at + 1 < z->chunk_end && t2g_is_digit(byte_at(z, at + 1))) return end_of_word(z, at + 1);
    if (c == '/' && at - begin == 1 && is_letter_at(z, at + 1)) { /* w/o, A/C */
        uint32_t end = end_of_word(z, at + 1);
        if (end - at == 2 || reads(z, begin, end, "w/out")) return byte_at(z, end) == '/' ? at : end;
    }
    if (c == '@' && is_letter_at(z, at + 1)) return end_of_word(z, at + 1);
    if (c == '$' && at - begin <= 3 && t2g_is_upper(byte_at(z, begin)) && t2g_is_upper(byte_at(z, at - 1)))
        return at + 1; /* US$ */
    return at;
}

static uint32_t lex_word(scanner *z, uint32_t begin)
{
    uint32_t at = end_of_acronym(z, begin);
    if (at > begin) {
        emit(z, begin, at);
        if (byte_at(z, at - 1) == '.') z->tokens->at[z->tokens->len - 1].flags |= T2G_TOKEN_STOPPED;
        return at;
    }
    at = end_of_word(z, begin);
    while (at < z->chunk_end) {
        uint32_t apostrophe = apostrophe_at(z, at);
        if (apostrophe) {
            uint32_t end = lex_clitic(z, begin, at, apostrophe);
            if (end > at) return end;
        }
        uint32_t on = word_goes_on(z, begin, at);
        if (on == at) break;
        at = on;
    }
    if (at < z->chunk_end && byte_at(z, at) == '.' && owns_full_stop(z, begin, at)) {
        emit(z, begin, at + 1);
        z->tokens->at[z->tokens->len - 1].flags |= T2G_TOKEN_STOPPED;
        return at + 1;
    }
    emit(z, begin, at);
    return at;
}

/* ---- punctuation ------------------------------------------------------ */

static const char *const faces[] = {":)",  ":-)", ":(",  ":-(", ";)", ";-)", ":D", ":-D", ":P", ":-P", ":p", ":O",
                                    ":/",  ":-/", "=)",  "=(",  ":|", "^_^", "-_-", ">:(", ":'(", "<3", NULL};

static bool is_face(const scanner *z, uint32_t begin)
{
    t2g_slice rest = {z->s + begin, z->chunk_end - begin};
    for (uint32_t i = 0; rest.size <= 4 && faces[i]; i++)
        if (t2g_slice_is(rest, faces[i])) return true;
    return false;
}

static uint32_t end_of_run(const scanner *z, uint32_t at, const char *of)
{
    while (at < z->chunk_end && strchr(of, z->s[at])) at++;
    return at;
}

/* 'em, 'til, '72: the apostrophe stands for what was left out. */
static bool is_clipped(const scanner *z, uint32_t after)
{
    static const char *const words[] = {"em", "til", "cause", "n", "bout", "twas", "tis", NULL};
    uint32_t end = end_of_word(z, after);
    if (end_of_digits(z, after) == after + 2 && (end == after + 2 || reads(z, after + 2, end, "s"))) return true;
    return reads_one_of(z, after, end, words);
}

static uint32_t lex_single_quote(scanner *z, uint32_t begin)
{
    uint32_t after = begin + apostrophe_at(z, begin);
    if (byte_at(z, begin) == '\'' && byte_at(z, after) == '\'') { /* '' as a double quote */
        emit(z, begin, after + 1);
        return after + 1;
    }
    bool opens = begin == z->chunk || strchr("([{\"-/", z->s[begin - 1]);
    if (opens && is_clipped(z, after)) {
        uint32_t end = end_of_word(z, after);
        emit(z, begin, end);
        return end;
    }
    if (!opens && after < z->chunk_end && reads(z, after, end_of_word(z, after), "s")) { /* Yahoo!'s */
        emit(z, begin, after + 1);
        return after + 1;
    }
    if (opens && after < z->chunk_end) z->open_quotes++;
    else if (z->open_quotes) z->open_quotes--;
    emit(z, begin, after);
    return after;
}

static uint32_t lex_high_punctuation(scanner *z, uint32_t begin)
{
    uint32_t size, code = char_at(z, begin, &size), end = begin + size;
    if (code == 0x2018) z->open_quotes++;
    if (code == 0x2019) return lex_single_quote(z, begin);
    if (code == 0x2026 || code == 0x2014 || code == 0x2013) /* ... and dashes in a run */
        while (end < z->chunk_end && char_at(z, end, &size) == code) end += size;
    if (code == 0x2026) end = end_of_run(z, end, ".");
    while (end < z->chunk_end && byte_at(z, end) >= 0x80 && t2g_is_letter(char_at(z, end, &size)) &&
           utf8proc_category((utf8proc_int32_t)char_at(z, end, &size)) == UTF8PROC_CATEGORY_MN)
        end += size; /* U+FE0F after a pictogram */
    emit(z, begin, end);
    return end;
}

static uint32_t lex_punctuation(scanner *z, uint32_t begin)
{
    unsigned char c = byte_at(z, begin), next = byte_at(z, begin + 1);
    uint32_t end = begin + 1;
    if (c >= 0x80) return lex_high_punctuation(z, begin);
    if ((begin == z->chunk || z->open_brackets == 0) && is_face(z, begin)) end = z->chunk_end;
    else switch (c) {
        case '(': z->open_brackets++; break;
        case ')': z->open_brackets -= z->open_brackets > 0; break;
        case '\'': return lex_single_quote(z, begin);
        case '.':
            if (next == '.') end = end_of_run(z, begin, ".");
            else if (t2g_is_digit(next) && (begin == z->chunk || !t2g_is_wordlike(byte_at(z, begin - 1))))
                end = end_of_figure(z, end); /* .04 */
            break;
        case '!': case '?': end = end_of_run(z, begin, "!?"); break;
        case '+':
            if (t2g_is_digit(next) && begin == z->chunk) {
                end = end_of_figure(z, end); /* +44 */
                break;
            }
            end = end_of_run(z, begin, "+");
            break;
        case '@': case '#':
            if ((begin == z->chunk || strchr("(\"'[/", z->s[begin - 1])) &&
                (t2g_is_alpha(next) || (c == '@' && next == '_'))) {
                end = end_of_word(z, end);
                while (byte_at(z, end) == '_' && end < z->chunk_end) end = end_of_word(z, end + 1);
            }
            break;
        case '-': case '*': case '_': case '=': case '~': case '<': case '>': case '`': case '|': case '$':
            while (end < z->chunk_end && byte_at(z, end) == c) end++;
            break;
        default: break;
        }
    emit(z, begin, end);
    return end;
}

/* ---- the walk --------------------------------------------------------- */

/* Could the chunk hold an address: @, ://, or a stop between two letters? */
static bool may_hold_address(const scanner *z)
{
    const char *s = z->s + z->chunk;
    uint32_t size = z->chunk_end - z->chunk;
    if (memchr(s, '@', size)) return true;
    for (uint32_t i = 1; i + 1 < size; i++)
        if ((s[i] == '.' && t2g_is_alnum((unsigned char)s[i - 1]) && t2g_is_alnum((unsigned char)s[i + 1])) ||
            (s[i] == ':' && s[i + 1] == '/'))
            return true;
    return false;
}

/* The 's behind an address. */
static uint32_t lex_possessive(scanner *z, uint32_t at)
{
    uint32_t apostrophe = at < z->chunk_end ? apostrophe_at(z, at) : 0, after = at + apostrophe;
    if (!apostrophe || !reads(z, after, end_of_word(z, after), "s")) return at;
    emit_joined(z, at, after + 1);
    return after + 1;
}

static void lex_chunk(scanner *z, uint32_t begin, uint32_t end)
{
    z->chunk = begin;
    z->chunk_end = end;
    z->no_web_before = may_hold_address(z) ? begin : end;
    for (uint32_t at = begin; at < end && !z->failed;) {
        uint32_t size, code = char_at(z, at, &size);
        bool wordlike = t2g_is_wordlike(code);
        if (wordlike && at >= z->no_web_before) {
            uint32_t tried, web = t2g_web_find((t2g_slice){z->s + at, end - at}, &tried);
            z->no_web_before = at + tried;
            if (web) {
                emit(z, at, at + web);
                at = lex_possessive(z, at + web);
                continue;
            }
        }
        at = wordlike ? t2g_is_number(code) ? lex_number(z, at) : lex_word(z, at) : lex_punctuation(z, at);
    }
}

static void build_block(scanner *z, uint32_t b)
{
    const t2g_block *block = &z->text->blocks[b];
    const unsigned char *s = (const unsigned char *)z->s;
    z->block = b;
    z->block_end = block->end;
    z->open_quotes = z->open_brackets = 0;
    z->flags = T2G_TOKEN_SPACE | T2G_TOKEN_BLOCK | T2G_TOKEN_LINE;
    for (uint32_t at = block->begin; at < block->end && !z->failed;) {
        uint32_t begin = at;
        while (t2g_is_alpha(s[at])) at++;
        if (at > block->end) at = block->end;
        bool ends = at == block->end || s[at] == ' ' || s[at] == '\n';
        if (at > begin && ends) emit_ascii(z, begin, at);
        else if (at > begin && s[at] == ',' && (at + 1 == block->end || s[at + 1] == ' ' || s[at + 1] == '\n')) {
            emit_ascii(z, begin, at);
            emit_ascii(z, at, at + 1);
            at++;
        } else if (!ends) {
            while (at < block->end && s[at] != ' ' && s[at] != '\n') at++;
            lex_chunk(z, begin, at);
        }
        for (; at < block->end && (s[at] == ' ' || s[at] == '\n'); at++)
            z->flags |= s[at] == '\n' ? T2G_TOKEN_SPACE | T2G_TOKEN_LINE : T2G_TOKEN_SPACE;
    }
}

t2g_result t2g_tokens_build(t2g_tokens *tokens, t2g_arena *arena, const t2g_text *text, t2g_error *error)
{
    scanner z = {.tokens = tokens, .text = text, .s = text->bytes};
    *tokens = (t2g_tokens){.at = NULL};
    t2g_arena_init(&z.scratch);
    z.failed = !t2g_intern_init(&tokens->forms, arena);
    t2g_forms_init(&z.forms, &tokens->forms, &z.scratch);
    for (uint32_t b = 0; b < text->blocks_len && !z.failed; b++) build_block(&z, b);
    t2g_token *at = z.failed ? NULL : T2G_ARRAY(arena, t2g_token, tokens->len);
    if (at && tokens->len) memcpy(at, tokens->at, tokens->len * sizeof *at);
    tokens->at = at;
    t2g_arena_free(&z.scratch);
    return at ? T2G_OK : t2g_error_nomem(error);
}

/* ---- the dump --------------------------------------------------------- */

void t2g_tokens_dump(const t2g_tokens *tokens, const t2g_text *text, FILE *out)
{
    static const char *const kinds[] = {"WORD", "NUMBER", "PUNCT", "SYMBOL", "WEB"};
    static const char *const shapes[] = {"none", "lower", "title", "caps", "mixed"};
    for (uint32_t i = 0; i < tokens->len; i++) {
        const t2g_token *t = &tokens->at[i];
        t2g_slice bytes = t2g_token_bytes(tokens, text, i);
        char flags[] = {t->flags & T2G_TOKEN_BLOCK ? 'B' : t->flags & T2G_TOKEN_LINE ? 'L' : '-',
                        t->flags & T2G_TOKEN_SPACE ? 'S' : t->flags & T2G_TOKEN_JOINED ? 'J' : '-', 0};
        t2g_text_print_range(text, (t2g_span){t->begin, t->end}, out);
        fprintf(out, " %s %s %s ", kinds[t->kind], shapes[t->shape], flags);
        fwrite(bytes.bytes, 1, bytes.size, out);
        fputc('\n', out);
    }
}
