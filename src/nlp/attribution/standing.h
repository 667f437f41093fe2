/* standing.h - what the facts found so far make of a speaker: a journalist, somebody's spokesman.
 *
 * SPDX-License-Identifier: MIT
 */
#ifndef T2G_NLP_STANDING_H
#define T2G_NLP_STANDING_H

#include "nlp/fact/claim.h"
#include "nlp/attribution/scene.h"

/* Adds T2G_NATURE_OUTLET to the nature of persons who belong to an outlet or write for
 * a living: what they say is a report. */
void t2g_journalists_mark(uint8_t *nature, const t2g_claims *claims, const t2g_row *row, const t2g_offices *offices);

/* Sets the scene's body_of and state_of: the first organisation and the first country that the
 * text places each person in.  They live in the arena of the claims; false when memory is out. */
bool t2g_places_find(t2g_scene *scene, const t2g_claims *claims);

#endif
