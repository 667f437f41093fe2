/* text.c - one pass that copies what may stay and notes every change in a map.
 *
 * SPDX-License-Identifier: MIT
 */
#include "nlp/text/text.h"

#include "base/utf8.h"
#include "nlp/text/block.h"

enum { LARGEST_SIZE = 1 << 30, FIRST_STRETCHES = 16 };

typedef struct writer {
    t2g_arena *arena;    /* holds the text                                         */
    t2g_arena scratch;   /* holds the map while it grows                           */
    const unsigned char *source;
    char *bytes;
    size_t size, cap;
    t2g_stretch *map;
    uint32_t map_len, map_cap;
    uint32_t repaired;
    bool failed;         /* memory is out                                          */
} writer;

static bool has_room(writer *w, size_t size)
{
    if (w->cap - w->size >= size) return true;
    size_t cap = w->cap * 2 + size;
    char *bytes = t2g_arena_grow(w->arena, w->bytes, w->cap, cap, 1);
    if (!bytes) {
        w->failed = true;
        return false;
    }
    w->bytes = bytes;
    w->cap = cap;
    return true;
}

static void add_stretch(writer *w, uint32_t begin, uint32_t end, bool replaced)
{
    if (w->map_len == w->map_cap) {
        uint32_t cap = w->map_cap ? w->map_cap * 2 : FIRST_STRETCHES;
        t2g_stretch *map = t2g_arena_grow(&w->scratch, w->map, w->map_len, cap, sizeof *map);
        if (!map) {
            w->failed = true;
            return;
        }
        w->map = map;
        w->map_cap = cap;
    }
    w->map[w->map_len++] = (t2g_stretch){(uint32_t)w->size, begin, end, replaced};
}

/* Source bytes that stay as they are. */
static void keep(writer *w, uint32_t begin, uint32_t end)
{
    if (begin == end || !has_room(w, end - begin)) return;
    t2g_stretch *last = w->map_len ? &w->map[w->map_len - 1] : NULL;
    if (last && !last->replaced && last->source_end == begin) last->source_end = end;
    else add_stretch(w, begin, end, false);
    memcpy(w->bytes + w->size, w->source + begin, end - begin);
    w->size += end - begin;
}

/* Source bytes for which one other character stands. */
static void replace(writer *w, uint32_t begin, uint32_t end, uint32_t code)
{
    if (code == T2G_REPLACEMENT) w->repaired++;
    if (!has_room(w, T2G_UTF8_LONGEST)) return;
    add_stretch(w, begin, end, true);
    w->size += t2g_utf8_encode(code, w->bytes + w->size);
}

enum { DROPPED = UINT32_MAX };

/* What stands for a character in the text: itself, a space, a line feed,
 * U+FFFD, or nothing. */
static uint32_t normal_form(uint32_t code)
{
    if (code >= 0xC0 && code < 0x1680) return code;
    if (code == '\n' || code == '\r') return '\n';
    if (code == '\t' || code == '\v' || code == '\f') return ' ';
    if (code < 0x7F) return code < 0x20 ? T2G_REPLACEMENT : code;
    if (code < 0xA0) return code == 0x85 ? '\n' : T2G_REPLACEMENT; /* DEL and the C1 controls */
    if (code == 0xA0 || code == 0x1680 || code == 0x202F || code == 0x205F || code == 0x3000) return ' ';
    if (code == 0xAD || code == 0xFEFF) return DROPPED;
    if (code >= 0x2000 && code <= 0x2069) {
        if (code <= 0x200A) return ' ';
        if (code == 0x2028 || code == 0x2029) return '\n';
        /* zero width, and the marks that turn the direction of writing */
        if (code <= 0x200F || (code >= 0x202A && code <= 0x202E) || code >= 0x2060) return DROPPED;
    }
    if ((code & 0xFFFE) == 0xFFFE || (code >= 0xFDD0 && code <= 0xFDEF)) return T2G_REPLACEMENT; /* no characters */
    return code;
}

static void take_utf8(writer *w, uint32_t at, uint32_t size)
{
    const unsigned char *s = w->source;
    uint32_t kept = at; /* source bytes from here to at are still to be copied */
    while (at < size && !w->failed) {
        while (at < size && (s[at] - 0x20u < 0x5F || s[at] == '\n')) at++;
        if (at == size) break;
        uint32_t code;
        bool valid;
        uint32_t length = t2g_utf8_decode(s + at, size - at, &code, &valid);
        uint32_t normal = valid ? normal_form(code) : T2G_REPLACEMENT;
        if (valid && normal == code) {
            at += length;
            continue;
        }
        keep(w, kept, at);
        if (code == '\r' && at + 1 < size && s[at + 1] == '\n') length = 2;
        if (normal != DROPPED) replace(w, at, at + length, normal);
        at += length;
        kept = at;
    }
    if (!w->failed) keep(w, kept, at);
}

/* UTF-16 with its byte order mark; a lone surrogate is U+FFFD (Unicode 15, D91). */
static void take_utf16(writer *w, uint32_t size, bool big)
{
    const unsigned char *s = w->source;
#define UNIT(at) (big ? (uint32_t)s[at] << 8 | s[(at) + 1] : (uint32_t)s[(at) + 1] << 8 | s[at])
    for (uint32_t at = 2, end; at < size && !w->failed; at = end) {
        end = at + 2 <= size ? at + 2 : size;
        uint32_t code = end == at + 2 ? UNIT(at) : T2G_REPLACEMENT;
        if (code >= 0xD800 && code < 0xDC00 && end + 2 <= size && UNIT(end) >= 0xDC00 && UNIT(end) < 0xE000) {
            code = 0x10000 + ((code - 0xD800) << 10) + (UNIT(end) - 0xDC00);
            end += 2;
        } else if (code >= 0xD800 && code < 0xE000) {
            code = T2G_REPLACEMENT;
        }
        if (code == '\r' && end + 2 <= size && UNIT(end) == '\n') end += 2;
        uint32_t normal = normal_form(code);
        if (normal != DROPPED) replace(w, at, end, normal);
    }
#undef UNIT
}

static void take(writer *w, uint32_t size)
{
    const unsigned char *s = w->source;
    if (size >= 2 && ((s[0] == 0xFE && s[1] == 0xFF) || (s[0] == 0xFF && s[1] == 0xFE)))
        take_utf16(w, size, s[0] == 0xFE);
    else take_utf8(w, 0, size); /* its mark is U+FEFF, which is dropped anywhere */
}

t2g_result t2g_text_build(t2g_text *text, t2g_arena *arena, const t2g_lexicon *lexicon, const unsigned char *bytes,
                          size_t size, t2g_error *error)
{
    *text = (t2g_text){.bytes = ""};
    if (size > LARGEST_SIZE)
        return t2g_error_set(error, T2G_RANGE, 0, "%zu bytes in one text, wanted 1 GiB at most", size);
    writer w = {.arena = arena, .source = bytes, .cap = size + 1};
    t2g_arena_init(&w.scratch);
    w.bytes = t2g_arena_alloc(arena, w.cap, 1);
    w.failed = !w.bytes;
    if (!w.failed) take(&w, (uint32_t)size);
    if (!w.failed && has_room(&w, 1)) w.bytes[w.size] = '\0';
    t2g_stretch *map = w.failed ? NULL : T2G_ARRAY(arena, t2g_stretch, w.map_len);
    if (map && w.map_len) memcpy(map, w.map, w.map_len * sizeof *map);
    t2g_arena_free(&w.scratch);
    if (!map) return t2g_error_nomem(error);
    *text = (t2g_text){.bytes = w.bytes,
                       .size = (uint32_t)w.size,
                       .map = map,
                       .map_len = w.map_len,
                       .repaired = w.repaired};
    return t2g_blocks_build(text, arena, lexicon, error);
}

/* The stretch that holds a byte of the text. */
static const t2g_stretch *stretch_of(const t2g_text *text, uint32_t at)
{
    uint32_t low = 0, high = text->map_len;
    while (high - low > 1) {
        uint32_t middle = low + (high - low) / 2;
        if (text->map[middle].text <= at) low = middle;
        else high = middle;
    }
    return &text->map[low];
}

t2g_span t2g_text_source(const t2g_text *text, t2g_span span)
{
    if (text->map_len == 0) return (t2g_span){0, 0};
    const t2g_stretch *first = stretch_of(text, span.begin);
    uint32_t begin = first->replaced ? first->source : first->source + (span.begin - first->text);
    if (span.end <= span.begin) return (t2g_span){begin, begin};
    const t2g_stretch *last = stretch_of(text, span.end - 1);
    return (t2g_span){begin, last->replaced ? last->source_end : last->source + (span.end - last->text)};
}

static bool is_space(char c)
{
    return c == ' ' || c == '\n';
}

void t2g_text_print(const t2g_text *text, t2g_span span, FILE *out)
{
    for (uint32_t i = span.begin; i < span.end; i++) {
        if (!is_space(text->bytes[i])) fputc(text->bytes[i], out);
        else if (i + 1 == span.end || !is_space(text->bytes[i + 1])) fputc(' ', out);
    }
}

void t2g_text_print_range(const t2g_text *text, t2g_span span, FILE *out)
{
    t2g_span source = t2g_text_source(text, span);
    unsigned long long origin = text->origin;
    fprintf(out, "%llu-%llu", origin + source.begin, origin + source.end);
}

void t2g_text_dump(const t2g_text *text, FILE *out)
{
    static const char *const kinds[] = {"BODY", "TITLE", "BYLINE", "FURNITURE"};
    for (uint32_t b = 0; b < text->blocks_len; b++) {
        const t2g_block *block = &text->blocks[b];
        fprintf(out, "%s ", kinds[block->kind]);
        t2g_text_print_range(text, (t2g_span){block->begin, block->end}, out);
        if (block->body > block->begin) {
            unsigned long long begin = text->origin + t2g_text_source(text, (t2g_span){block->begin, block->end}).begin;
            unsigned long long body = text->origin + t2g_text_source(text, (t2g_span){block->body, block->end}).begin;
            fprintf(out, " dateline %llu-%llu", begin, body);
        }
        fputs(": ", out);
        t2g_text_print(text, (t2g_span){block->begin, block->end}, out);
        fputc('\n', out);
    }
}
