/* offices.h - role phrases: "former head of the UK intelligence agency GCHQ".
 *
 * A role noun with what stands before it (status, deputy, owner: "Huawei's three
 * rotating", "China Foreign Ministry") and behind it ("of MI6", "for the EFF").
 * Roles that are joined or stand side by side ("CEO and president of X",
 * "Prime Minister General Y") are one group and share their owners.
 *
 * SPDX-License-Identifier: MIT
 */
#ifndef T2G_NLP_OFFICES_H
#define T2G_NLP_OFFICES_H

#include "nlp/item/office.h"

/* Roles held by the same persons. */
typedef struct t2g_office_group {
    uint32_t begin, end; /* items                                                      */
    uint32_t first, len; /* offices                                                    */
    uint32_t sentence;
    bool definite;       /* "the" stands before it                                     */
} t2g_office_group;

typedef struct t2g_offices {
    t2g_office *at;
    t2g_office_group *group; /* [groups] in order, disjoint; row->at[begin].office is the index */
    uint32_t len, groups;
} t2g_offices;

/* False when memory is out.  Sets the office of the items where a group begins. */
bool t2g_offices_build(t2g_offices *offices, t2g_arena *arena, const t2g_layers *layers, t2g_row *row);

#endif
