/* conllu.h - the layers as CoNLL-U (universaldependencies.org/format.html).
 *
 * Multiword tokens stand as ranges ("1-2 don't"), SpaceAfter=No and the names
 * (NER=B-PER, IOB2) in MISC, so that public scorers can read the dump.
 *
 * SPDX-License-Identifier: MIT
 */
#ifndef T2G_NLP_CONLLU_H
#define T2G_NLP_CONLLU_H

#include "nlp/mention/mention.h"
#include "nlp/syntax/tree.h"

void t2g_conllu_dump(const t2g_text *text, const t2g_tokens *tokens, const t2g_sentences *sentences,
                     const t2g_tags *tags, const t2g_trees *trees, const t2g_mentions *mentions, FILE *out);

#endif
