/* boundary.h - does a sentence end between two words?  A learned answer, where rules are only one clue.
 *
 * Mail and posts end sentences without a stop, or stop where none ends.  A
 * log-linear model (Gillick 2009, "Sentence Boundary Detection and the Problem
 * with the U.S.", with more context) weighs hashed clues: the words on both
 * sides, how they are written, what the rules of sentence.c say, and how far
 * the sentence and its block have come.  Integers only.  O(1) a boundary.
 *
 * SPDX-License-Identifier: MIT
 */
#ifndef T2G_NLP_TOKEN_BOUNDARY_H
#define T2G_NLP_TOKEN_BOUNDARY_H

#include "model/modelfile.h"
#include "nlp/token/token.h"

enum {
    T2G_BOUNDARY_ROW_BITS = 16,
    T2G_BOUNDARY_ROWS = 1 << T2G_BOUNDARY_ROW_BITS,
    T2G_BOUNDARY_CLUES = 44, /* at most, of one boundary                                   */
    T2G_BOUNDARY_CUTS = 3,
    T2G_BOUNDARY_NAT = 16    /* what one nat is in a weight                                */
};

typedef struct t2g_boundary {
    const int8_t *weights; /* [T2G_BOUNDARY_ROWS]                                          */
    const int32_t *cuts;   /* [T2G_BOUNDARY_CUTS] a sum above it is an end; which: t2g_boundary_cut */
} t2g_boundary;

/* What a walk over the tokens remembers. */
typedef struct t2g_boundary_walk {
    const t2g_text *text;
    const t2g_tokens *tokens;
    const uint8_t *ruled;           /* [tokens->len] the rules end a sentence behind the token */
    uint32_t begin;                 /* of the sentence                                      */
    uint32_t block_begin, block_end, stops; /* of the block: its tokens, and ends by the rules */
    bool is_stopped;                /* the block ends with a stop, as those of newspapers do  */
    uint32_t brackets, quotes;      /* open since the sentence began; quotes: how many      */
} t2g_boundary_walk;

/* Takes "ends.w" and "ends.cut" of a file that must outlive the boundary.  T2G_FORMAT. */
t2g_result t2g_boundary_open(t2g_boundary *boundary, const t2g_modelfile *file, t2g_error *error);

/* Go to token i, which follows the last one seen. */
void t2g_boundary_step(t2g_boundary_walk *walk, uint32_t i);

/* The token before was the last of its sentence. */
void t2g_boundary_end(t2g_boundary_walk *walk, uint32_t next);

/* Is the model asked about token i, or do the rules hold?  i + 1 is of the same block. */
bool t2g_boundary_is_open(const t2g_boundary_walk *walk, uint32_t i);

/* The rows of what is seen behind token i; returns how many. */
uint32_t t2g_boundary_look(const t2g_boundary_walk *walk, uint32_t i, uint32_t rows[T2G_BOUNDARY_CLUES]);

/* Which cut holds behind token i: 2 where the rules see an end; else 1 in a block that ends
 * with a stop, where an end without one is unlikely, and 0 in one that does not. */
uint32_t t2g_boundary_cut(const t2g_boundary_walk *walk, uint32_t i);

/* Does the sentence end behind token i? */
bool t2g_boundary_ends(const t2g_boundary *boundary, const t2g_boundary_walk *walk, uint32_t i);

#endif
