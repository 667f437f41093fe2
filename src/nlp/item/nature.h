/* nature.h - what kind of organisation an organisation is, as far as facts depend on it.
 *
 * SPDX-License-Identifier: MIT
 */
#ifndef T2G_NLP_NATURE_H
#define T2G_NLP_NATURE_H

#include "nlp/item/item.h"

enum {
    T2G_NATURE_PARTY = 1,    /* its adjective before a name makes a member           */
    T2G_NATURE_OUTLET = 2,   /* what it says is a report                             */
    T2G_NATURE_MINISTRY = 4, /* headed by the minister of its field                  */
    T2G_NATURE_STATE = 8,    /* of a state: army, police, parliament, ministry       */
    T2G_NATURE_BODY = 16,    /* states are members                                   */
    T2G_NATURE_PUBLIC = 32   /* court, council, committee: hears, but does not report */
};

/* [entities->len] by entity, or NULL when memory is out. */
uint8_t *t2g_natures(t2g_arena *arena, const t2g_layers *layers);

#endif
