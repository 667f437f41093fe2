/* plain.h - a stream of plain text in, pieces out, each small enough to analyse.
 *
 * A file of any length is read in pieces of at most T2G_PIECE_SIZE bytes, cut at
 * a blank line, else a line end, else a space, else between two characters, so
 * that memory does not grow with the file.  What is no text is refused at the
 * first piece: a NUL in the first 64 KB, more than one byte in ten invalid or
 * a control character, or what begins like PDF, HTML or another well-known format.  Of a file in UTF-16, told by its byte order mark, every
 * piece begins with the mark again (offset is less by it), so that a piece says
 * itself what it is.
 *
 * SPDX-License-Identifier: MIT
 */
#ifndef T2G_INPUT_PLAIN_H
#define T2G_INPUT_PLAIN_H

#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>

#include "base/error.h"

enum { T2G_PIECE_SIZE = 1 << 18 };

typedef struct t2g_piece {
    unsigned char *bytes; /* [size] owned by whoever got it: free()                 */
    size_t size;
    uint64_t offset; /* of the first byte in the source                        */
} t2g_piece;

typedef struct t2g_plain t2g_plain;

/* Begin to read an open stream, which stays the caller's. */
t2g_result t2g_plain_init(t2g_plain **plain, FILE *in, t2g_error *error);

/* The next piece; *more is false, and the piece empty, at the end. */
t2g_result t2g_plain_next(t2g_plain *plain, t2g_piece *piece, bool *more, t2g_error *error);

void t2g_plain_free(t2g_plain *plain);

#endif
