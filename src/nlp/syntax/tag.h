/* tag.h - tokens in, what each of them is out: part of speech, place in a name, vector.
 *
 * One network reads a sentence once (model/network.h); the heads of this room
 * take from its vectors the best part of speech and what it holds of each label
 * of a name, which the names' own model hears; the tree room reads the same
 * vectors.  Integers only, so
 * that the same text gives the same tags on every CPU.  O(tokens).
 *
 * SPDX-License-Identifier: MIT
 */
#ifndef T2G_NLP_TAG_H
#define T2G_NLP_TAG_H

#include "model/network.h"
#include "model/viterbi.h"
#include "nlp/token/sentence.h"

typedef enum t2g_pos {
#define POS(name) T2G_POS_##name,
#include "nlp/syntax/tagset.def"
    T2G_POSES
} t2g_pos;

typedef enum t2g_name_kind {
#define NAME_KIND(name) T2G_NAME_##name,
#include "nlp/syntax/tagset.def"
    T2G_NAME_KINDS
} t2g_name_kind;

enum { T2G_NAME_LABELS = 1 + T2G_NAME_KINDS * T2G_PLACES };

typedef struct t2g_tags {
    uint8_t *pos;    /* [tokens->len] t2g_pos                                              */
    int8_t *naming;  /* [tokens->len][T2G_NAME_LABELS] how far each label of a name is behind the best, in 32nds
                        of a nat: from -128 to 0                                      */
    uint8_t *vector; /* [tokens->len][width] what the network knows of the token           */
    uint32_t width;
} t2g_tags;

/* What every room that reads the network wants of it: for t2g_network_open. */
t2g_network_wants t2g_tagset_wants(void);

t2g_result t2g_tags_build(t2g_tags *tags, t2g_arena *arena, const t2g_network *network, const t2g_tokens *tokens,
                          const t2g_sentences *sentences, t2g_error *error);

/* The best names of a sentence by the network alone.  labels: [its tokens] T2G_OUTSIDE or a t2g_bilou_label of a
 * t2g_name_kind; a sentence has T2G_SENTENCE_LONGEST tokens at most. */
void t2g_tags_names(const t2g_tags *tags, t2g_sentence sentence, uint8_t *labels);

const char *t2g_pos_name(t2g_pos pos); /* "ADJ", "ADP", ... */

/* One line a token: "source-begin source-end POS NAME form", an empty line after each sentence. */
void t2g_tags_dump(const t2g_tags *tags, const t2g_text *text, const t2g_tokens *tokens,
                   const t2g_sentences *sentences, FILE *out);

#endif
