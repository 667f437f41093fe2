/* team.h - phrases in, how much a document speaks of sport and which words are teams there out.
 *
 * Papers name a club by its town, and set results side by side without a word
 * between: "Augsburg Eintracht Frankfurt".  O(phrases).
 *
 * SPDX-License-Identifier: MIT
 */
#ifndef T2G_NLP_TEAM_H
#define T2G_NLP_TEAM_H

#include "nlp/list/phrase.h"

/* 0, 1 or 2: not, somewhat, of hardly anything else. */
uint8_t t2g_sport_of(const t2g_phrases *phrases, uint32_t tokens);

/* The longest name of a listed organisation that begins at a token and ends at limit or before, or NULL. */
const t2g_phrase *t2g_team_at(const t2g_phrases *phrases, uint32_t token, uint32_t limit);

/* Into how many teams' names, one behind the other, does the span fall without a rest?  1 where the lists have
 * it whole, 0 where they do not. */
uint32_t t2g_teams_in(const t2g_phrases *phrases, t2g_span span);

#endif
