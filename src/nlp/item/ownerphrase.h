/* ownerphrase.h - the noun phrase behind a role's preposition, and whom it names: "of the UK intelligence agency GCHQ".
 *
 * SPDX-License-Identifier: MIT
 */
#ifndef T2G_NLP_OWNERPHRASE_H
#define T2G_NLP_OWNERPHRASE_H

#include "nlp/item/office.h"
#include "nlp/item/wording.h"

/* May the preposition at item i lead from a role to its owner? */
bool t2g_leads_to_owner(const t2g_wording *p, uint32_t i);

/* Reads the owners in the phrase behind the preposition at item i into the office; returns where the phrase ends. */
uint32_t t2g_owner_phrase_read(const t2g_wording *p, uint32_t i, t2g_office *office);

#endif
