/* SPDX-License-Identifier: MIT */
#include "model/feature.h"

#include "base/utf8.h"

enum {
    SPELLING_LONGEST = 60, /* bytes that are looked at; what is longer is no word but an address */
    OUTLINE_LONGEST = 10,
    WORD_SEED = 77 /* the parts have the seeds 1 to T2G_FEATURE_PARTS */
};

typedef struct spelling {
    char bytes[SPELLING_LONGEST];
    uint32_t size;
} spelling;

/* FNV-1a over 64 bits with a shift after each byte: short strings that differ
 * in one letter must differ in the high bits too. */
static uint32_t hash_of(const char *bytes, uint32_t size, uint32_t seed)
{
    uint64_t hash = seed * 0x9E3779B97F4A7C15u + size;
    for (uint32_t i = 0; i < size; i++) {
        hash = (hash ^ (unsigned char)bytes[i]) * 0x100000001B3u;
        hash ^= hash >> 29;
    }
    return (uint32_t)((hash * 0x9E3779B97F4A7C15u) >> 32);
}

/* U+2018 and U+2019 are an apostrophe, as in the corpora. */
static bool is_curly_apostrophe(const char *bytes, uint32_t left)
{
    return left >= 3 && memcmp(bytes, "\xE2\x80", 2) == 0 && (bytes[2] == '\x98' || bytes[2] == '\x99');
}

static char spelt(char c)
{
    if (t2g_is_upper((unsigned char)c)) return (char)(c | 32);
    return t2g_is_digit((unsigned char)c) ? '0' : c;
}

static void spell(spelling *s, t2g_slice form)
{
    s->size = 0;
    if (t2g_slice_is(form, "\xE2\x80\x9C") || t2g_slice_is(form, "\xE2\x80\x9D")) {
        char quote = form.bytes[2] == '\x9C' ? '`' : '\'';
        s->bytes[s->size++] = quote;
        s->bytes[s->size++] = quote;
        return;
    }
    for (uint32_t i = 0; i < form.size && s->size < SPELLING_LONGEST; i++) {
        if (is_curly_apostrophe(form.bytes + i, form.size - i)) {
            s->bytes[s->size++] = '\'';
            i += 2;
        } else {
            s->bytes[s->size++] = spelt(form.bytes[i]);
        }
    }
}

/* Letters as X and x, digits as d, others of a letter's kind as u, the rest as
 * it is; a run is cut at two: "McDonald" is XxXxx, "U.S." X.X., "2,000" d,dd. */
static uint32_t outline_of(t2g_slice form, char outline[OUTLINE_LONGEST])
{
    uint32_t size = 0, run = 0;
    char last = 0;
    for (uint32_t i = 0; i < form.size && size < OUTLINE_LONGEST; i++) {
        unsigned char c = (unsigned char)form.bytes[i];
        if ((c & 0xC0) == 0x80) continue;
        char kind = t2g_is_upper(c)   ? 'X'
                    : t2g_is_lower(c) ? 'x'
                    : t2g_is_digit(c) ? 'd'
                    : c >= 0x80       ? 'u'
                                      : (char)c;
        run = kind == last ? run + 1 : 1;
        last = kind;
        if (run <= 2) outline[size++] = kind;
    }
    return size;
}

uint32_t t2g_feature_word(t2g_slice form)
{
    spelling s;
    spell(&s, form);
    return hash_of(s.bytes, s.size, WORD_SEED);
}

t2g_features t2g_features_of(t2g_slice form)
{
    static const uint8_t first[] = {1, 2, 3}, last[] = {2, 3, 4};
    spelling s;
    char outline[OUTLINE_LONGEST];
    t2g_features f;
    uint32_t n = 0;
    spell(&s, form);
    f.word = hash_of(s.bytes, s.size, WORD_SEED);
    f.part[n++] = hash_of(s.bytes, s.size, 1);
    for (uint32_t i = 0; i < sizeof first; i++, n++)
        f.part[n] = hash_of(s.bytes, s.size < first[i] ? s.size : first[i], n + 1);
    for (uint32_t i = 0; i < sizeof last; i++, n++) {
        uint32_t size = s.size < last[i] ? s.size : last[i];
        f.part[n] = hash_of(s.bytes + s.size - size, size, n + 1);
    }
    f.part[n++] = hash_of(outline, outline_of(form, outline), 8);
    uint32_t size = s.size ? 1 : 0;
    f.part[n++] = hash_of(s.bytes + s.size - size, size, 9);
    for (uint32_t i = 0; i < n; i++) f.part[i] %= T2G_FEATURE_BUCKETS;
    return f;
}
