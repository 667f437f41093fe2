/* recall.h - what the names of a document teach about its words, and what that makes of other words there.
 *
 * An acronym in brackets is of the kind of what stands before it; the last word of a
 * person's full name is that person where the model saw no name.  O(tokens).
 *
 * SPDX-License-Identifier: MIT
 */
#ifndef T2G_NLP_RECALL_H
#define T2G_NLP_RECALL_H

#include "nlp/mention/decision.h"

/* By the lower-cased form of a word. */
typedef struct t2g_recall {
    uint8_t *person; /* bool: last word of a person's name of two words or more                */
    uint8_t *small;  /* bool: stands somewhere without a capital                               */
    uint8_t *org;    /* bool: first word of an organisation's name of two words or more        */
    uint8_t *caps;   /* bool: an acronym that the model took for an organisation somewhere     */
    uint8_t *alone;  /* t2g_mention_kind + 1 that the word by itself is: an announced acronym, or what has a spokesman */
} t2g_recall;

/* Nothing is known yet.  False when memory is out. */
bool t2g_recall_init(t2g_recall *known, t2g_arena *arena, const t2g_tokens *tokens);

/* Learns from all names of the document; those that an acronym behind them tells of are put right. */
void t2g_recall_learn(t2g_recall *known, t2g_decision *d);

/* The kind of a name, after all that is known. */
uint8_t t2g_recall_kind(const t2g_recall *known, const t2g_decision *d, const t2g_verdict *m);

/* The kind of the name that token i is by itself, where the model saw none; or T2G_NO_NAME. */
uint8_t t2g_recall_missed(const t2g_recall *known, const t2g_decision *d, uint32_t i);

#endif
