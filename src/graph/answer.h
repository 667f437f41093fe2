/* answer.h - two names in, all that the texts say of the two out.
 *
 * A name is that of a node in the picture, else a canonical name, else another
 * form of the text; case, white space and a leading "the" do not count.  Where it
 * fits several nodes, all are meant.  O(nodes * forms + edges + what was witnessed).
 *
 * SPDX-License-Identifier: MIT
 */
#ifndef T2G_GRAPH_ANSWER_H
#define T2G_GRAPH_ANSWER_H

#include "base/error.h"
#include "graph/record.h"
#include "graph/witness.h"

/* What a line of the answer tells. */
typedef enum t2g_answer_kind {
    T2G_ANSWER_EDGE,  /* tail, head, edge                                             */
    T2G_ANSWER_PLACE, /* saying, of the edge before                                   */
    T2G_ANSWER_NONE,  /* tail, head: there is no edge between the two                 */
    T2G_ANSWER_DOUBT, /* tail, head, relation, saying: not believed                   */
    T2G_ANSWER_BOTH   /* saying: a sentence that names both, where there is no edge   */
} t2g_answer_kind;

typedef struct t2g_answer_line {
    t2g_answer_kind kind;
    const char *tail, *head; /* ids, escaped as in the picture                      */
    uint8_t relation;        /* t2g_relation                                         */
    const t2g_edge_record *edge;
    const t2g_saying *saying;
} t2g_answer_line;

typedef struct t2g_answer {
    t2g_answer_line *at; /* [len] */
    size_t len, cap;
} t2g_answer;

/* What is asked, and of what. */
typedef struct t2g_question {
    const char *names[2];
    uint16_t min_confidence; /* per mille: an edge below it is a doubt               */
    Agraph_t *graph;         /* whose nodes and edges bear records                   */
    Agnode_t *const *node;   /* by key                                               */
    const t2g_witness *witness;
} t2g_question;

/* The answer lives in the arena.  T2G_FORMAT when a name is no node's, or both are
 * the same one's: the message names the nearest.  T2G_NOMEM. */
t2g_result t2g_answer_build(t2g_answer *answer, t2g_arena *arena, const t2g_question *question, t2g_error *error);

#endif
