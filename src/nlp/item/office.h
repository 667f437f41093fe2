/* office.h - one office: a role, whose it is, and how it is held.
 *
 * SPDX-License-Identifier: MIT
 */
#ifndef T2G_NLP_OFFICE_H
#define T2G_NLP_OFFICE_H

#include "nlp/item/relation.h"
#include "nlp/item/item.h"

enum {
    T2G_OFFICE_PLURAL = 1,
    T2G_OFFICE_DEPUTY = 2,
    T2G_OFFICE_BESIDE = 4,  /* heads a country only when it is named beside the role   */
    T2G_OFFICE_STATE = 8,   /* also held for a country                                 */
    T2G_OFFICE_TITLE = 16,  /* a role only before a name                               */
    T2G_OFFICE_CLOSED = 32, /* owned by somebody who is no node: "governor of Texas"   */
    T2G_OFFICE_PRESS = 64,  /* writes for a living: what he says is a report           */
    T2G_OFFICE_PUBLIC = 128, /* a party's adjective makes the holder its member, not its head */
    T2G_OFFICE_ANYBODY = 256, /* "member": held by organisations and countries too     */
    T2G_OFFICE_INSIDE = 512, /* "commander in Y": one among others                     */
    T2G_OFFICE_LENT = 1024, /* its owner is named elsewhere (owner.h)                   */
    T2G_OFFICE_NATION = 2048, /* "the nation's leader": of a state that is not named    */
    T2G_OFFICE_OTHERS = 4096 /* "the society's president": of something else that is not */
};

enum { T2G_OFFICE_OWNERS = 6 }; /* the most that one role keeps                        */

typedef struct t2g_office {
    t2g_span role;     /* tokens                                                       */
    t2g_slice field;   /* of a minister: "foreign"; of others the kind of organisation that has such an office, or empty */
    uint32_t owner[T2G_OFFICE_OWNERS]; /* items                                        */
    uint8_t owners;
    uint8_t key;       /* of the role: T2G_KEY_HEAD ...                                */
    t2g_slice home;    /* codes of the countries that alone have this office ("DE AT"), or empty */
    uint16_t flags;    /* T2G_OFFICE_...                                               */
    uint8_t status;    /* t2g_status                                                   */
} t2g_office;

/* Item i is an owner of the office; past T2G_OFFICE_OWNERS they are let go. */
static inline void t2g_office_own(t2g_office *office, uint32_t i)
{
    if (office->owners < T2G_OFFICE_OWNERS) office->owner[office->owners++] = i;
}

/* The office is held as a word of status says (T2G_KEY_FORMER ...); the first that is said counts. */
static inline void t2g_office_hold(t2g_office *office, uint8_t key)
{
    if (office->status != T2G_STATUS_CURRENT) return; /* what stands nearest to the role counts */
    if (key == T2G_KEY_FORMER) office->status = T2G_STATUS_FORMER;
    else if (key == T2G_KEY_ACTING) office->status = T2G_STATUS_ACTING;
    else if (key == T2G_KEY_ELECT) office->status = T2G_STATUS_ELECT;
}

#endif
