/* hearer.h - whom a speaker tells: the outlet that relays what he says.
 *
 * SPDX-License-Identifier: MIT
 */
#ifndef T2G_NLP_HEARER_H
#define T2G_NLP_HEARER_H

#include "nlp/attribution/nounphrase.h"

/* The item of the outlet that the verb of saying at item v is said to: "told S", "said to S",
 * "said in an interview with S", "speaking to S"; or T2G_NONE. */
uint32_t t2g_hearer_of(const t2g_scene *scene, uint32_t v);

/* The item of the organisation that the noun phrase at item i names, if it may well
 * be an outlet (no court, party or ministry), else T2G_NONE. */
uint32_t t2g_hearer_at(const t2g_scene *scene, uint32_t i);

/* The outlet that an occasion leads to ("interview with S", "article in S"), or T2G_NONE
 * when the token is no occasion or none is named. */
uint32_t t2g_hearer_on_occasion(const t2g_scene *scene, uint32_t token);

/* "Analysts cited by S say", "officials quoted in S said": the item of S, or T2G_NONE. */
uint32_t t2g_hearer_of_subject(const t2g_scene *scene, uint32_t v);

#endif
