/* clause.h - who a stretch of text is about: the entity at its subject position.
 *
 * Without trees the subject is taken to be the first noun phrase that no
 * preposition leads to and that the text names or refers to.
 *
 * SPDX-License-Identifier: MIT
 */
#ifndef T2G_NLP_CLAUSE_H
#define T2G_NLP_CLAUSE_H

#include "nlp/office.h"

/* The item of the entity that is the subject of items [begin, end), or T2G_NONE
 * when it is nobody named, or the clause is only a condition. */
uint32_t t2g_clause_subject(const t2g_layers *layers, const t2g_row *row, const t2g_offices *offices, uint32_t begin,
                            uint32_t end);

/* The item of the entity that a noun phrase at item i means (its head: "China's
 * Foreign Ministry" the ministry, "chairman Xu" Xu), or T2G_NONE. */
uint32_t t2g_noun_phrase_head(const t2g_layers *layers, const t2g_row *row, const t2g_offices *offices, uint32_t i,
                              uint32_t end);

#endif
