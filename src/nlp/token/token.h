/* token.h - text in, tokens out, by the conventions of the UD English treebanks.
 *
 * "don't" is do + n't, "Britain's" Britain + 's, "well-known" well + - + known;
 * U.S., Mr., $ + 2, 9,000, names of the web and of e-mail stay whole.
 * No token crosses a block.  O(bytes).
 *
 * SPDX-License-Identifier: MIT
 */
#ifndef T2G_NLP_TOKEN_H
#define T2G_NLP_TOKEN_H

#include "base/intern.h"
#include "nlp/text/text.h"

typedef enum t2g_token_kind {
    T2G_TOKEN_WORD,
    T2G_TOKEN_NUMBER, /* begins with a digit: 9,000, 5G, 1990s         */
    T2G_TOKEN_PUNCT,  /* full stop, comma, quote, bracket, dash ...    */
    T2G_TOKEN_SYMBOL, /* $ % + = ...                                   */
    T2G_TOKEN_WEB     /* URL, domain, e-mail address, @handle, #tag    */
} t2g_token_kind;

/* The case of the letters: what a name looks like. */
typedef enum t2g_shape {
    T2G_SHAPE_NONE,  /* no letter with case                            */
    T2G_SHAPE_LOWER, /* minister                                       */
    T2G_SHAPE_TITLE, /* Minister, McDonald, O'Brien, I                 */
    T2G_SHAPE_CAPS,  /* NATO, U.S., MI6 (two capitals or more, or one and a digit) */
    T2G_SHAPE_MIXED  /* iPhone, eBay                                   */
} t2g_shape;

enum {
    T2G_TOKEN_JOINED = 1,     /* a syntactic word inside the surface word of the token before: the
                                 n't of don't, the 's of Britain's, the not of cannot              */
    T2G_TOKEN_SPACE = 2,      /* white space, or the block's begin, stands before it                */
    T2G_TOKEN_BLOCK = 4,      /* the first of its block                                             */
    T2G_TOKEN_LINE = 8,       /* the first of its line                                              */
    T2G_TOKEN_STOPPED = 16    /* the full stop at its end is its own: Mr., U.S., J., Inc.           */
};

typedef struct t2g_token {
    uint32_t begin, end; /* bytes of the text                                              */
    uint32_t form;       /* interned: as written, curly apostrophes made straight          */
    uint32_t fold;       /* interned: lower-cased form                                     */
    uint32_t block;      /* index into text->blocks                                        */
    uint8_t kind;        /* t2g_token_kind                                                 */
    uint8_t shape;       /* t2g_shape                                                      */
    uint8_t flags;       /* T2G_TOKEN_...                                                  */
} t2g_token;

typedef struct t2g_tokens {
    t2g_token *at; /* [len]                                                              */
    uint32_t len;
    t2g_intern forms; /* every form and fold of this document                              */
} t2g_tokens;

t2g_result t2g_tokens_build(t2g_tokens *tokens, t2g_arena *arena, const t2g_text *text, t2g_error *error);

/* The bytes of the text that token i covers. */
static inline t2g_slice t2g_token_bytes(const t2g_tokens *tokens, const t2g_text *text, uint32_t i)
{
    return (t2g_slice){text->bytes + tokens->at[i].begin, tokens->at[i].end - tokens->at[i].begin};
}

static inline t2g_slice t2g_token_form(const t2g_tokens *tokens, uint32_t i)
{
    return t2g_intern_string(&tokens->forms, tokens->at[i].form);
}

static inline t2g_slice t2g_token_fold(const t2g_tokens *tokens, uint32_t i)
{
    return t2g_intern_string(&tokens->forms, tokens->at[i].fold);
}

/* The bytes of the text from the first to the last token of [begin, end). */
static inline t2g_slice t2g_tokens_bytes(const t2g_tokens *tokens, const t2g_text *text, t2g_span span)
{
    if (span.begin >= span.end) return (t2g_slice){text->bytes, 0};
    uint32_t begin = tokens->at[span.begin].begin, end = tokens->at[span.end - 1].end;
    return (t2g_slice){text->bytes + begin, end - begin};
}

/* One line a token: "begin-end KIND shape flags word"; flags are B (first of its block),
 * L (of its line) or -, then S (space before), J (joined) or -. */
void t2g_tokens_dump(const t2g_tokens *tokens, const t2g_text *text, FILE *out);

#endif
