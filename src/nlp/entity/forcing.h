/* forcing.h - gathered entities in, those that a user joined or told apart out.
 *
 * What `--same` says (same.h) comes after all that the text says.  An entity is what
 * its names are: one of them in a line is enough.  Only a person's last name alone is
 * too little: there the line speaks of that mention, unless nothing else names him.
 * O(mentions + names of the file).
 *
 * SPDX-License-Identifier: MIT
 */
#ifndef T2G_NLP_FORCING_H
#define T2G_NLP_FORCING_H

#include "nlp/entity/gathering.h"
#include "nlp/entity/same.h"

/* Move the mentions, and set what t2g_entity says of the file.  False when memory is out. */
bool t2g_entities_force(t2g_gathering *g, const t2g_same *same, const t2g_text *text);

#endif
