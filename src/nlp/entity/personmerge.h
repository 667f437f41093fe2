/* personmerge.h - a person's name in, the person of the text it means out.
 *
 * Full names are known by their words; a last or first name alone means the one
 * of that name who was named last, in the order of the text.  O(1) a name.
 *
 * SPDX-License-Identifier: MIT
 */
#ifndef T2G_NLP_PERSONMERGE_H
#define T2G_NLP_PERSONMERGE_H

#include "nlp/entity/gathering.h"

/* Gather a mention of two names or more, and leave any other for later.  False when memory is out. */
bool t2g_person_gather(t2g_gathering *g, uint32_t mention);

/* Gather the names that stand alone, when all the full ones are known. */
void t2g_persons_gather_single(t2g_gathering *g);

#endif
