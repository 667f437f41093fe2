/* premodifier.h - what stands before a role noun: "the UK's former deputy", "Huawei's three rotating".
 *
 * The words are read from the role backwards: status, deputy, owners, and the adjectives and
 * nouns between, some of which say that it is an office of a part only, or of somebody else.
 *
 * SPDX-License-Identifier: MIT
 */
#ifndef T2G_NLP_PREMODIFIER_H
#define T2G_NLP_PREMODIFIER_H

#include "nlp/item/office.h"
#include "nlp/item/wording.h"

/* Reads what stands between item floor and the role at item role into the office; returns where the phrase begins. */
uint32_t t2g_premodifiers_read(const t2g_wording *p, uint32_t role, uint32_t floor, t2g_office *office);

/* "vice", "deputy": alone, not the office that it stands before. */
bool t2g_means_deputy(const t2g_wording *p, uint32_t i);

#endif
