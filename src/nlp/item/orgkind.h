/* orgkind.h - what kind of organisation an organisation may be: a company, a club, a court.
 *
 * Told by words of its names, by the list that knows it, by a noun beside it ("the
 * carmaker X", "X, a bank") and by who works there: who has a striker is a club.
 * Nothing may tell; then the kind is unknown.
 *
 * SPDX-License-Identifier: MIT
 */
#ifndef T2G_NLP_ORGKIND_H
#define T2G_NLP_ORGKIND_H

#include "nlp/item/offices.h"

enum {
    T2G_ORGKIND_COMPANY = 1,
    T2G_ORGKIND_BANK = 2,
    T2G_ORGKIND_PARTY = 4,
    T2G_ORGKIND_MINISTRY = 8,
    T2G_ORGKIND_AGENCY = 16,
    T2G_ORGKIND_ARMY = 32,
    T2G_ORGKIND_PARLIAMENT = 64,
    T2G_ORGKIND_COUNCIL = 128,
    T2G_ORGKIND_COURT = 256,
    T2G_ORGKIND_UNIVERSITY = 512,
    T2G_ORGKIND_HOSPITAL = 1024,
    T2G_ORGKIND_UNION = 2048,
    T2G_ORGKIND_BODY = 4096, /* associations, charities, foundations */
    T2G_ORGKIND_CHURCH = 8192,
    T2G_ORGKIND_TEAM = 16384,
    T2G_ORGKIND_OUTLET = 32768,
    T2G_ORGKIND_POLICE = 65536,
    T2G_ORGKIND_UNKNOWN = 131072
};

/* A kind by its word in the lists ("company", "team"), or 0. */
uint32_t t2g_orgkind_named(t2g_slice word);

/* Kinds that a common noun may mean: "carmaker" a company, "club" a team; 0 for other nouns. */
uint32_t t2g_orgkind_of_noun(t2g_slice fold);

/* [entities->len] T2G_ORGKIND_... by entity, 0 for what is no organisation; NULL when memory is out.  O(tokens). */
uint32_t *t2g_orgkinds(t2g_arena *arena, const t2g_layers *layers, const t2g_row *row, const t2g_offices *offices);

#endif
