/* source.h - who speaks: the source of an attribution.
 *
 * SPDX-License-Identifier: MIT
 */
#ifndef T2G_NLP_SOURCE_H
#define T2G_NLP_SOURCE_H

#include "nlp/attribution/nounphrase.h"

typedef struct t2g_source {
    uint32_t entity; /* or T2G_NONE: nobody who is named         */
    uint32_t begin;  /* item where its phrase begins             */
    bool published;  /* a report, study or paper of it speaks    */
} t2g_source;

/* Is the noun a report, study or paper, something that is published and then speaks? */
bool t2g_is_publication(const t2g_scene *scene, uint32_t token);

/* The speaker that the noun phrase with this head names: "X", "the chairman, X",
 * "a report by X" (published), "X's spokesman". */
t2g_source t2g_source_named(const t2g_scene *scene, uint32_t token);

/* The source of "according to S", which begins at item i. */
t2g_source t2g_source_according(const t2g_scene *scene, uint32_t i);

/* The speaker of the verb of saying at item v. */
t2g_source t2g_source_of(const t2g_scene *scene, uint32_t v);

#endif
