/* nounphrase.h - whom a noun phrase means: the entity at its head, or the one its head stands for.
 *
 * SPDX-License-Identifier: MIT
 */
#ifndef T2G_NLP_NOUNPHRASE_H
#define T2G_NLP_NOUNPHRASE_H

#include "nlp/attribution/scene.h"

/* The item of the entity that the noun phrase at item i means (its head: "China's
 * Foreign Ministry" the ministry, "chairman Xu" Xu), or T2G_NONE.  Without the tree. */
uint32_t t2g_noun_phrase_head(const t2g_scene *scene, uint32_t i, uint32_t end);

/* The same for the noun phrase whose head the tree says is this token: "the
 * coroner, X" is X, "the government of Y" is the country Y. */
uint32_t t2g_noun_named(const t2g_scene *scene, uint32_t token);

/* The entity that the noun names as the speaker's own: "the company" of its spokesman, "the
 * government" of a minister, "his party"; T2G_NONE for other nouns and where it is not known. */
uint32_t t2g_noun_of_speaker(const t2g_scene *scene, uint32_t token);

/* The entity that stands beside the noun: "the X report", "X's spokesman", "a study by X". */
uint32_t t2g_noun_owner(const t2g_scene *scene, uint32_t token);

#endif
