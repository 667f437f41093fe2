/* witness.h - what no edge tells, kept for who asks about two nodes without one.
 *
 * The sentences that name several nodes, and the claims that were not believed.  Nodes
 * are told by their keys, since they may be joined with others until the last
 * document is read.  O(names) a document.
 *
 * SPDX-License-Identifier: MIT
 */
#ifndef T2G_GRAPH_WITNESS_H
#define T2G_GRAPH_WITNESS_H

#include "graph/saying.h"

/* A sentence, and the keys of the nodes that it names. */
typedef struct t2g_sighting {
    struct t2g_sighting *next;
    t2g_saying saying; /* what no rule made: source, sentence, bytes and turn alone */
    uint32_t *keys;    /* [len] */
    uint32_t len;
} t2g_sighting;

/* A claim that was not believed; the saying's confidence is the chance that it is so. */
typedef struct t2g_suspicion {
    struct t2g_suspicion *next;
    uint32_t tail, head; /* keys           */
    uint8_t relation;    /* t2g_relation   */
    t2g_saying saying;
} t2g_suspicion;

/* In the order of reading; begins as {0}. */
typedef struct t2g_witness {
    t2g_sighting *sightings, *last_sighting;
    t2g_suspicion *suspicions, *last_suspicion;
} t2g_witness;

/* False when memory is out. */
bool t2g_witness_sight(t2g_witness *witness, t2g_arena *arena, const t2g_saying *saying, const uint32_t *keys, uint32_t len);
bool t2g_witness_suspect(t2g_witness *witness, t2g_arena *arena, const t2g_suspicion *suspicion);

#endif
