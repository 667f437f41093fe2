/* SPDX-License-Identifier: MIT */
#include "input/plain.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "base/utf8.h"
#include "input/foreign.h"

enum {
    SNIFFED = 1 << 16,   /* bytes that are looked at to tell text from what is none */
    NOISE_ALLOWED = 10   /* one byte in so many may be invalid or a control         */
};

/* How the characters are stored; UTF-16 by its mark. */
typedef enum encoding { UTF8, UTF16_LITTLE, UTF16_BIG } encoding;

struct t2g_plain {
    FILE *in;
    encoding encoding;
    uint64_t offset;      /* in the source, of rest[0]                          */
    unsigned char *rest;  /* [rest_size] read, but behind the last piece's cut  */
    size_t rest_size;
    bool begun, ended;
};

t2g_result t2g_plain_init(t2g_plain **plain, FILE *in, t2g_error *error)
{
    *plain = calloc(1, sizeof **plain);
    if (!*plain) return t2g_error_nomem(error);
    (*plain)->in = in;
    return T2G_OK;
}

void t2g_plain_free(t2g_plain *plain)
{
    if (!plain) return;
    free(plain->rest);
    free(plain);
}

static size_t unit_size(encoding e)
{
    return e == UTF8 ? 1 : 2;
}

/* The byte of UTF-8, or the two bytes of UTF-16, at a place. */
static uint32_t unit_at(encoding e, const unsigned char *bytes, size_t at)
{
    if (e == UTF8) return bytes[at];
    return e == UTF16_LITTLE ? bytes[at] | (uint32_t)bytes[at + 1] << 8 : bytes[at + 1] | (uint32_t)bytes[at] << 8;
}

static encoding encoding_of(const unsigned char *bytes, size_t size)
{
    if (size >= 2 && bytes[0] == 0xFF && bytes[1] == 0xFE) return UTF16_LITTLE;
    if (size >= 2 && bytes[0] == 0xFE && bytes[1] == 0xFF) return UTF16_BIG;
    return UTF8;
}

static bool is_control(uint32_t code)
{
    return (code < ' ' && !(code >= '\t' && code <= '\r')) || code == 0x7F;
}

/* The bytes that are no text among the first ones; *nul is where a NUL stands, else size. */
static size_t count_noise(encoding e, const unsigned char *bytes, size_t size, size_t *nul)
{
    size_t noise = 0, step = unit_size(e);
    *nul = size;
    for (size_t i = 0; i + step <= size; i += step) {
        uint32_t code = unit_at(e, bytes, i);
        bool valid = true;
        if (e == UTF8 && code >= 0x80) {
            uint32_t length = t2g_utf8_decode(bytes + i, size - i, &code, &valid);
            if (!valid) noise += length;
            i += length - 1;
        }
        if (code == 0) {
            *nul = i;
            return noise;
        }
        if (is_control(code)) noise += step;
    }
    return noise;
}

/* Refuse what is no text. */
static t2g_result sniff(encoding e, const unsigned char *bytes, size_t size, t2g_error *error)
{
    if (t2g_foreign_refuse(bytes, size, error) != T2G_OK) return T2G_FORMAT;
    size_t nul, sniffed = size < SNIFFED ? size : SNIFFED;
    size_t noise = count_noise(e, bytes, sniffed, &nul);
    if (nul < sniffed)
        return t2g_error_set(error, T2G_FORMAT, nul, "is not text: byte %zu is NUL (wanted UTF-8, or UTF-16 with a byte order mark)",
                             nul);
    if (noise * NOISE_ALLOWED > sniffed)
        return t2g_error_set(error, T2G_FORMAT, 0,
                             "is not text: of the first %zu bytes %zu are invalid or control characters "
                             "(wanted UTF-8, or UTF-16 with a byte order mark)",
                             sniffed, noise);
    return T2G_OK;
}

/* May a piece end before the unit at a place?  Not inside a character; and the
 * next piece must not begin as if it bore a byte order mark. */
static bool may_cut(encoding e, const unsigned char *bytes, size_t at)
{
    uint32_t next = unit_at(e, bytes, at);
    if (e == UTF8) return (next & 0xC0) != 0x80 && next < 0xFE;
    return (next & 0xFC00) != 0xDC00;
}

/* How good a place is to cut at: behind a blank line, a line, a word, a character. */
enum { NOWHERE, CHARACTER, WORD, LINE, BLANK_LINE };

static int quality_of_cut(encoding e, const unsigned char *bytes, size_t at)
{
    size_t step = unit_size(e);
    uint32_t before = unit_at(e, bytes, at - step), earlier = at > 2 * step ? unit_at(e, bytes, at - 2 * step) : 0;
    if (!may_cut(e, bytes, at)) return NOWHERE;
    if (before != '\n') return before == ' ' || before == '\t' ? WORD : CHARACTER;
    if (earlier == '\r') earlier = at > 3 * step ? unit_at(e, bytes, at - 3 * step) : 0;
    return earlier == '\n' ? BLANK_LINE : LINE;
}

/* Where to end a full piece: at the best place in its second half, the last of
 * equals; looking no further back keeps the whole linear. */
static size_t cut_of(encoding e, const unsigned char *bytes, size_t size)
{
    size_t step = unit_size(e), cut = size - size % step - step;
    int best = NOWHERE;
    for (size_t at = cut; at > size / 2 && best < BLANK_LINE; at -= step) {
        int quality = quality_of_cut(e, bytes, at);
        if (quality > best) {
            best = quality;
            cut = at;
        }
    }
    return cut;
}

/* Keep what stands behind the cut for the next piece. */
static t2g_result keep_rest(t2g_plain *plain, t2g_piece *piece, size_t cut, t2g_error *error)
{
    plain->rest_size = piece->size - cut;
    plain->rest = malloc(plain->rest_size);
    if (!plain->rest) return t2g_error_nomem(error);
    memcpy(plain->rest, piece->bytes + cut, plain->rest_size);
    piece->size = cut;
    return T2G_OK;
}

/* Put the mark of UTF-16 and the rest of the piece before at the begin of this one. */
static void begin_piece(t2g_plain *plain, t2g_piece *piece)
{
    static const unsigned char marks[][2] = {[UTF16_LITTLE] = {0xFF, 0xFE}, [UTF16_BIG] = {0xFE, 0xFF}};
    piece->offset = plain->offset;
    if (plain->begun && plain->encoding != UTF8) {
        memcpy(piece->bytes, marks[plain->encoding], 2);
        piece->size = 2;
        piece->offset -= 2;
    }
    if (plain->rest_size) memcpy(piece->bytes + piece->size, plain->rest, plain->rest_size);
    piece->size += plain->rest_size;
    free(plain->rest);
    plain->rest = NULL;
    plain->rest_size = 0;
}

static t2g_result fill(t2g_plain *plain, t2g_piece *piece, t2g_error *error)
{
    begin_piece(plain, piece);
    size_t wanted = T2G_PIECE_SIZE - piece->size, got = fread(piece->bytes + piece->size, 1, wanted, plain->in);
    piece->size += got;
    if (ferror(plain->in)) return t2g_error_set(error, T2G_IO, 0, "cannot be read: %s", strerror(errno));
    plain->ended = got < wanted;
    if (!plain->begun) {
        plain->encoding = encoding_of(piece->bytes, piece->size);
        t2g_result result = sniff(plain->encoding, piece->bytes, piece->size, error);
        if (result != T2G_OK) return result;
    }
    plain->begun = true;
    if (!plain->ended) {
        t2g_result result = keep_rest(plain, piece, cut_of(plain->encoding, piece->bytes, piece->size), error);
        if (result != T2G_OK) return result;
    }
    plain->offset = piece->offset + piece->size;
    return T2G_OK;
}

t2g_result t2g_plain_next(t2g_plain *plain, t2g_piece *piece, bool *more, t2g_error *error)
{
    *piece = (t2g_piece){.offset = plain->offset};
    *more = false;
    if (plain->ended) return T2G_OK;
    piece->bytes = malloc(T2G_PIECE_SIZE);
    t2g_result result = piece->bytes ? fill(plain, piece, error) : t2g_error_nomem(error);
    if (result != T2G_OK || piece->size == 0) {
        plain->ended = true;
        free(piece->bytes);
        *piece = (t2g_piece){.offset = plain->offset};
        return result;
    }
    /* Most files are far smaller than a piece, and many may wait in a queue. */
    unsigned char *fitted = realloc(piece->bytes, piece->size);
    if (fitted) piece->bytes = fitted;
    *more = true;
    return T2G_OK;
}
