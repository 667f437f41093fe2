/* namebound.h - where a name begins and ends, where the model drew it too wide or too narrow.
 *
 * SPDX-License-Identifier: MIT
 */
#ifndef T2G_NLP_NAMEBOUND_H
#define T2G_NLP_NAMEBOUND_H

#include "nlp/mention/decision.h"

/* The name without what only describes it: "pro-Reform", "German NGO Lichtbund", "Franco-German", "the". */
t2g_verdict t2g_name_undescribed(const t2g_decision *d, const t2g_name *name);

/* A person's name without its title, with the second half of a given name: "Kim Sung-ho".  A surname that has one
 * behind it is a person's, whatever it was taken for. */
void t2g_person_bound(const t2g_decision *d, t2g_verdict *m);

/* "army", "foreign ministry", in lower case from token begin, behind the state they belong to: the end of the name;
 * else begin. */
uint32_t t2g_institution_end(const t2g_decision *d, uint32_t begin);

/* "Department of Food, Energy and Rural Affairs": where a name lists fields, its end behind "and"; else end. */
uint32_t t2g_fields_end(const t2g_decision *d, uint32_t begin, uint32_t end);

/* Is the name the rest of the one before, of which the model made two: "Smith-Jones", "van der Meulen"? */
bool t2g_name_goes_on(const t2g_decision *d, const t2g_verdict *before, const t2g_verdict *m);

#endif
