/* record.h - what is known of a node and of an edge while documents are merged.
 *
 * The records are bound to libcgraph's own nodes and edges (agbindrec, locked in
 * front, so that AGDATA is the record).  Strings live in the arena of the
 * t2g_graph, plain, not yet escaped.
 *
 * SPDX-License-Identifier: MIT
 */
#ifndef T2G_GRAPH_RECORD_H
#define T2G_GRAPH_RECORD_H

#include <cgraph.h>

#include "graph/saying.h"
#include "nlp/fact/fact.h"

/* A surface form of an entity; a list in order of first sight. */
typedef struct t2g_form {
    struct t2g_form *next;
    t2g_slice text;
    bool implied; /* part of another form, and never seen alone      */
} t2g_form;

typedef struct t2g_node_record {
    Agrec_t header;
    uint32_t number;   /* in order of first sight                              */
    uint32_t key;      /* what it is found by: an id of the graph's keys       */
    uint8_t type;      /* t2g_entity_type                                      */
    t2g_slice name;    /* canonical                                            */
    t2g_slice fold;    /* the same as names are compared: without case         */
    t2g_slice code;    /* country: ISO 3166-1 alpha-2, else size 0             */
    uint32_t home;     /* what its first document is about, see home_of in graph.c */
    bool local, own;   /* as in t2g_entity                                     */
    uint64_t mentions; /* how often it is named                                */
    t2g_form *forms, *last_form;
} t2g_node_record;

typedef struct t2g_edge_record {
    Agrec_t header;
    uint8_t relation, status, kind; /* as in t2g_fact, of the place that says it best */
    uint16_t confidence;            /* per mille                                      */
    uint32_t count;                 /* places that say it                             */
    t2g_slice role, evidence, source;
    uint64_t begin, end;            /* bytes of the source                            */
    char since[11], until[11];      /* ISO 8601, "" when not said                     */
    t2g_saying *sayings, *last_saying; /* all places that say it                      */
    struct t2g_edge_record *said, *last_said; /* by document, see edge.h; all above is settled from it */
    struct t2g_edge_record *next;             /* of what a document said: what another said            */
} t2g_edge_record;

static inline t2g_node_record *t2g_node_record_of(Agnode_t *node)
{
    return (t2g_node_record *)AGDATA(node);
}

static inline t2g_edge_record *t2g_edge_record_of(Agedge_t *edge)
{
    return (t2g_edge_record *)AGDATA(edge);
}

/* A confidence as it is written: in hundredths. */
static inline unsigned t2g_hundredths(uint16_t per_mille)
{
    return (per_mille + 5u) / 10;
}

/* Is an edge as sure as wanted (per mille), as it is written? */
static inline bool t2g_edge_stands(const t2g_edge_record *edge, uint16_t min_confidence)
{
    return t2g_hundredths(edge->confidence) * 10 >= min_confidence;
}

#endif
