/* wording.h - the items of one sentence, and what the readers of role phrases ask of them.
 *
 * SPDX-License-Identifier: MIT
 */
#ifndef T2G_NLP_WORDING_H
#define T2G_NLP_WORDING_H

#include "nlp/item/item.h"

typedef struct t2g_wording {
    const t2g_layers *layers;
    const t2g_row *row;
    const t2g_item *at;  /* [row->len] row->at                    */
    uint32_t begin, end; /* items of the sentence                 */
} t2g_wording;

/* Is item i this word, as lower-cased?  Behind the sentence nothing is. */
bool t2g_word_is(const t2g_wording *p, uint32_t i, const char *fold);

/* Is it one of these words?  words ends with NULL. */
bool t2g_word_is_any(const t2g_wording *p, uint32_t i, const char *const *words);

bool t2g_word_is_hyphen(const t2g_wording *p, uint32_t i);

/* May the word stand between an owner and the role: "rotating", "opposition"? */
bool t2g_word_is_open(const t2g_wording *p, uint32_t i);

/* An organisation or a country, or what refers to one: it can have an office. */
bool t2g_item_may_own(const t2g_item *item);

#endif
