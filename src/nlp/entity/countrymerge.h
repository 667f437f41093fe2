/* countrymerge.h - a country's name in, the country it means out.
 *
 * One node a country, whatever it is called.  A name of several countries
 * ("Congo", "Korean") means the one that the text names in full; where it names
 * none of them, or more than one, the first of the list.  O(1) a name.
 *
 * SPDX-License-Identifier: MIT
 */
#ifndef T2G_NLP_COUNTRYMERGE_H
#define T2G_NLP_COUNTRYMERGE_H

#include "nlp/entity/gathering.h"

/* Remember the places of the text that are no countries, before any is gathered.  False when memory is out. */
bool t2g_places_gather(t2g_gathering *g);

/* Gather a country, unless it is not spoken of.  False when memory is out. */
bool t2g_country_gather(t2g_gathering *g, uint32_t mention);

/* Is an organisation's name a country's, and no more: "Congo-Brazzaville"? */
bool t2g_country_is_all(const t2g_gathering *g, uint32_t mention);

#endif
