/* cue.h - the verbs that attribute: what kind of saying a verb group is.
 *
 * SPDX-License-Identifier: MIT
 */
#ifndef T2G_NLP_CUE_H
#define T2G_NLP_CUE_H

#include "nlp/attribution/scene.h"

/* Is the verb at item v a form of this verb? */
bool t2g_cue_is(const t2g_scene *scene, uint32_t v, const char *lemma);

/* told, spoke to: its object listens. */
bool t2g_cue_addresses(const t2g_scene *scene, uint32_t v);

#endif
