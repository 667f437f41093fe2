/* block.h - which lines of a text belong together, and what each block is.
 *
 * The text room's second half.  Blank lines part paragraphs.  A single line
 * feed is a space where the text is hard-wrapped, and parts paragraphs where
 * each line is one.
 *
 * SPDX-License-Identifier: MIT
 */
#ifndef T2G_NLP_BLOCK_H
#define T2G_NLP_BLOCK_H

#include "nlp/text/text.h"

/* Fill text->blocks and blocks_len from text->bytes; lexicon may be NULL.
 * Fails only with T2G_NOMEM.  O(bytes). */
t2g_result t2g_blocks_build(t2g_text *text, t2g_arena *arena, const t2g_lexicon *lexicon, t2g_error *error);

#endif
