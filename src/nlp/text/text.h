/* text.h - raw bytes in, valid UTF-8 out, with the way back to the source.
 *
 * Text never fails: invalid bytes become U+FFFD and are counted.  Changed are
 * only: UTF-16, told by its byte order mark (decoded), the mark (dropped),
 * CR LF, CR and U+2028 (a line feed), the C0 and C1 controls and what is no
 * character (U+FFFD; tab, VT and FF a space), soft hyphens, zero-width
 * characters and marks of direction (dropped) and the other white space such
 * as U+00A0 (a space).  Quotes, dashes and letters stay as they are.  O(bytes).
 *
 * The text is divided into blocks, which no sentence crosses: a title line,
 * paragraphs, bylines, and furniture (share buttons, photo credits, lists of
 * links, "Read more"), which holds no facts.
 *
 * SPDX-License-Identifier: MIT
 */
#ifndef T2G_NLP_TEXT_H
#define T2G_NLP_TEXT_H

#include <stdio.h>

#include "base/arena.h"
#include "base/error.h"
#include "base/slice.h"
#include "nlp/lexicon/lexicon.h"

typedef enum t2g_block_kind {
    T2G_BLOCK_BODY,
    T2G_BLOCK_TITLE,
    T2G_BLOCK_BYLINE,   /* "By Jane Doe | The Times": names in it are nodes */
    T2G_BLOCK_FURNITURE /* not part of the article: never read for facts    */
} t2g_block_kind;

typedef struct t2g_block {
    uint32_t begin, end; /* bytes of the text, white space at both ends left out    */
    uint32_t body;       /* where the words after a dateline begin, else == begin   */
    t2g_block_kind kind;
} t2g_block;

/* One stretch of the map to the source: either both sides run byte by byte, or
 * (replaced) the text's bytes stand for the source's as a whole. */
typedef struct t2g_stretch {
    uint32_t text, source; /* where it begins on either side                  */
    uint32_t source_end;   /* where it ends in the source                     */
    uint32_t replaced;     /* bool                                            */
} t2g_stretch;

typedef struct t2g_text {
    const char *bytes; /* [size] valid UTF-8, a NUL behind it                      */
    uint32_t size;
    t2g_block *blocks; /* [blocks_len] in order, not overlapping                    */
    uint32_t blocks_len;
    t2g_stretch *map; /* [map_len] in order of both sides                          */
    uint32_t map_len;
    uint32_t repaired; /* invalid sequences and controls that became U+FFFD         */
    uint64_t origin;   /* where the bytes begin in the source; 0 unless whoever built it says otherwise */
} t2g_text;

/* The lexicon's list of furniture tells what is no article; lexicon NULL: none
 * of it is known.  Fails only with T2G_NOMEM, and with T2G_RANGE over 1 GiB of
 * bytes.  The text lives in the arena; bytes may go when this returns. */
t2g_result t2g_text_build(t2g_text *text, t2g_arena *arena, const t2g_lexicon *lexicon, const unsigned char *bytes,
                          size_t size, t2g_error *error);

/* The source bytes [begin, end), less the origin, behind the text bytes of a span. */
t2g_span t2g_text_source(const t2g_text *text, t2g_span span);

/* The bytes of a span, each run of white space as one space: for the dumps. */
void t2g_text_print(const t2g_text *text, t2g_span span, FILE *out);

/* "begin-end": the same in the source as a whole, as the dumps have it. */
void t2g_text_print_range(const t2g_text *text, t2g_span span, FILE *out);

/* One line a block: "KIND begin-end: the words", with "dateline begin-end" before
 * the colon where there is one; the offsets are the source's. */
void t2g_text_dump(const t2g_text *text, FILE *out);

#endif
