/* same.h - a user's own file of names in, which names are one's and which are not out.
 *
 * A line is `same TAB name TAB name ...`: all bearers of these names are one, which
 * is called by the first of them; or `apart TAB name TAB name ...`: no two of them
 * ever are.  `apart TAB name` alone: the bearers of this name in two sources are
 * two.  Lines that begin with # are comments.  Names are compared as everywhere
 * (namekey.h): without case, accents, full stops and hyphens.  O(bytes of the file).
 *
 * SPDX-License-Identifier: MIT
 */
#ifndef T2G_NLP_SAME_H
#define T2G_NLP_SAME_H

#include "base/error.h"
#include "nlp/entity/namekey.h"

typedef struct t2g_same {
    t2g_arena arena;    /* all below lives in it                                          */
    t2g_intern keys;    /* of the names that the file lists; a name's id is in their order */
    t2g_slice *name;    /* [cap] as the file first wrote it                               */
    uint32_t *parent;   /* [cap] towards the first name of its group; itself: alone       */
    bool *joined;       /* [cap] listed behind "same"                                     */
    bool *own;          /* [cap] listed alone behind "apart"                              */
    uint32_t *apart;    /* [cap] its first seat, or T2G_NONE                              */
    uint32_t cap;
    struct t2g_seat {
        uint32_t line, next; /* a line that tells the name apart; the name's next seat    */
    } *seats;           /* [seats_cap]                                                    */
    uint32_t seats_len, seats_cap;
    t2g_intern members; /* pairs of line and name                                         */
} t2g_same;

/* Read the lines of size bytes.  T2G_FORMAT with the line in *error; T2G_NOMEM.  Free it in any case. */
t2g_result t2g_same_parse(t2g_same *same, const char *bytes, size_t size, t2g_error *error);

void t2g_same_free(t2g_same *same);

/* The id of a name that the file lists, else T2G_NONE. */
uint32_t t2g_same_find(const t2g_same *same, t2g_slice name);

/* The first name of the group of a name that is in one, else T2G_NONE. */
uint32_t t2g_same_group(const t2g_same *same, uint32_t name);

/* Does the file tell two of its names apart? */
bool t2g_same_apart(const t2g_same *same, uint32_t name, uint32_t other);

#endif
