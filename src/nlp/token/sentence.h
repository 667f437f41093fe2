/* sentence.h - tokens in, sentences out: half-open ranges of tokens that cover all of them.
 *
 * SPDX-License-Identifier: MIT
 */
#ifndef T2G_NLP_SENTENCE_H
#define T2G_NLP_SENTENCE_H

#include "nlp/token/boundary.h"

enum { T2G_SENTENCE_LONGEST = 400 }; /* tokens; a longer one is cut, and counted */

typedef struct t2g_sentence {
    uint32_t begin, end; /* tokens                                                        */
    uint32_t block;      /* index into text->blocks                                       */
} t2g_sentence;

typedef struct t2g_sentences {
    t2g_sentence *at; /* [len] in order, adjacent, none empty, none across blocks         */
    uint32_t len;
    uint32_t *of; /* [tokens->len] the sentence of each token                          */
    uint32_t cut;     /* sentences that were cut at T2G_SENTENCE_LONGEST                  */
} t2g_sentences;

/* boundary NULL: by the rules alone. */
t2g_result t2g_sentences_build(t2g_sentences *sentences, t2g_arena *arena, const t2g_text *text,
                               const t2g_tokens *tokens, const t2g_boundary *boundary, t2g_error *error);

/* What the rules alone say: ruled[i] [tokens->len] is 1 where a sentence ends behind token i, else 0. */
void t2g_sentences_rule(const t2g_text *text, const t2g_tokens *tokens, uint8_t *ruled);

/* One line a sentence: "begin-end: the words"; the offsets are the source's. */
void t2g_sentences_dump(const t2g_sentences *sentences, const t2g_text *text, const t2g_tokens *tokens, FILE *out);

#endif
