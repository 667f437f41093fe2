/* content.h - what is said, and whom it is about: the content of an attribution.
 *
 * SPDX-License-Identifier: MIT
 */
#ifndef T2G_NLP_CONTENT_H
#define T2G_NLP_CONTENT_H

#include "nlp/attribution/clause.h"
#include "nlp/attribution/source.h"

/* How sure the reading is of what is said. */
typedef enum t2g_content_place {
    T2G_CONTENT_NOWHERE,
    T2G_CONTENT_BEHIND,  /* the tree has it behind the verb          */
    T2G_CONTENT_BEFORE,  /* the tree has it before the verb          */
    T2G_CONTENT_NEARBY   /* it stands where content may stand        */
} t2g_content_place;

/* Adds whom the content of the verb of saying at item v is about.  who speaks it, told (an
 * item or T2G_NONE) hears it. */
t2g_content_place t2g_content_of(const t2g_scene *scene, uint32_t v, const t2g_source *who, uint32_t told,
                                 t2g_topics *topics);

/* "S quoted X as saying", "X was quoted as saying": the token of X, whose words the topics
 * are taken from; T2G_NONE when the verb at item v relays nobody's words so. */
uint32_t t2g_content_quoted(const t2g_scene *scene, uint32_t v, t2g_topics *topics);

/* Adds the subjects among items [begin, end), of whatever clause, but for those of the verb
 * of saying itself (a token, or T2G_NONE): whom else what is said there may be about. */
void t2g_content_subjects(const t2g_scene *scene, uint32_t begin, uint32_t end, uint32_t verb, t2g_topics *topics);

/* Adds whom the sentence is about, all of which is said. */
void t2g_content_of_sentence(const t2g_scene *scene, t2g_topics *topics);

#endif
