/* transition.h - the arc-hybrid system: how a stack and a buffer become a tree.
 *
 * Kuhlmann, Gomez-Rodriguez & Satta (2011), "Dynamic Programming Algorithms for
 * Transition-Based Dependency Parsers":
 *
 *     SHIFT       the first word of the buffer goes on the stack
 *     LEFT(l)     the top of the stack becomes a child, by l, of the buffer's first
 *     RIGHT(l)    the top of the stack becomes a child, by l, of the one below
 *
 * The root stands under the stack; its only child is the word that is left when
 * the buffer is empty, so a tree has one root whatever was chosen before.  A
 * sentence of n words takes 2n steps.  The parser and its trainer share this.
 *
 * SPDX-License-Identifier: MIT
 */
#ifndef T2G_NLP_TRANSITION_H
#define T2G_NLP_TRANSITION_H

#include "base/slice.h"

typedef enum t2g_deprel {
#define RELATION(name, text, universal) T2G_DEP_##name,
#include "nlp/syntax/tagset.def"
    T2G_DEPRELS
} t2g_deprel;

typedef enum t2g_move { T2G_SHIFT, T2G_LEFT, T2G_RIGHT, T2G_MOVES } t2g_move;

/* The words a step looks at: s stack, b buffer; l, r leftmost, rightmost child. */
typedef enum t2g_slot {
    T2G_SLOT_S0,
    T2G_SLOT_S1,
    T2G_SLOT_S2,
    T2G_SLOT_B0,
    T2G_SLOT_B1,
    T2G_SLOT_B2,
    T2G_SLOT_S0L,
    T2G_SLOT_S0R,
    T2G_SLOT_S1L,
    T2G_SLOT_S1R,
    T2G_SLOT_B0L,
    T2G_SLOT_S0R2, /* second from the right */
    T2G_SLOTS
} t2g_slot;

enum {
    T2G_ACTIONS = 1 + 2 * T2G_DEPRELS, /* SHIFT, LEFT of each relation, RIGHT of each */
    T2G_CHILD_SLOTS = T2G_SLOTS - T2G_SLOT_S0L,
    T2G_LABEL_BLOCK = 64, /* rows of labels a child slot has; the last block: distances    */
    T2G_LABEL_ROWS = (T2G_CHILD_SLOTS + 1) * T2G_LABEL_BLOCK,
    T2G_DISTANCES = 8 /* 1 to 6 words, more, none; from s0 to b0 and from s1 to s0        */
};

/* Words are numbered within the sentence; T2G_NONE: none, and the root as a head. */
typedef struct t2g_parse {
    uint32_t len;
    uint32_t next;   /* first word of the buffer                                 */
    uint32_t depth;  /* of the stack                                             */
    uint32_t *stack; /* [len]                                                    */
    uint32_t *head;  /* [len]                                                    */
    uint32_t *left, *right, *right2; /* [len] children                           */
    uint8_t *relation;               /* [len]                                    */
} t2g_parse;

/* memory: 5 * len numbers and len bytes behind them. */
static inline size_t t2g_parse_size(uint32_t len)
{
    return len * (5 * sizeof(uint32_t) + 1);
}

static inline void t2g_parse_init(t2g_parse *p, uint32_t len, void *memory)
{
    uint32_t *at = memory;
    *p = (t2g_parse){.len = len, .stack = at, .head = at + len, .left = at + 2 * len, .right = at + 3 * len,
                     .right2 = at + 4 * len, .relation = (uint8_t *)(at + 5 * len)};
    memset(memory, 0xFF, t2g_parse_size(len));
}

/* Nothing is left to choose: the buffer is empty and one word stands on the root. */
static inline bool t2g_parse_is_done(const t2g_parse *p)
{
    return p->next == p->len && p->depth <= 1;
}

static inline bool t2g_parse_allows(const t2g_parse *p, t2g_move move)
{
    if (move == T2G_SHIFT) return p->next < p->len;
    return move == T2G_LEFT ? p->depth > 0 && p->next < p->len : p->depth > 1;
}

static inline uint32_t t2g_parse_stack(const t2g_parse *p, uint32_t below)
{
    return p->depth > below ? p->stack[p->depth - 1 - below] : T2G_NONE;
}

static inline uint32_t t2g_parse_buffer(const t2g_parse *p, uint32_t behind)
{
    return behind < p->len - p->next ? p->next + behind : T2G_NONE;
}

static inline void t2g_parse_attach(t2g_parse *p, uint32_t child, uint32_t head, uint32_t relation)
{
    p->head[child] = head;
    p->relation[child] = (uint8_t)relation;
    if (child < head) {
        p->left[head] = child; /* comes last, and is the leftmost: children to the left are popped inside out */
    } else {
        p->right2[head] = p->right[head];
        p->right[head] = child;
    }
}

static inline t2g_move t2g_action_move(uint32_t action)
{
    return action == 0 ? T2G_SHIFT : action <= T2G_DEPRELS ? T2G_LEFT : T2G_RIGHT;
}

static inline uint32_t t2g_action_deprel(uint32_t action)
{
    return (action - 1) % T2G_DEPRELS;
}

static inline void t2g_parse_apply(t2g_parse *p, uint32_t action)
{
    t2g_move move = t2g_action_move(action);
    if (move == T2G_SHIFT) {
        p->stack[p->depth++] = p->next++;
        return;
    }
    uint32_t child = p->stack[--p->depth];
    t2g_parse_attach(p, child, move == T2G_LEFT ? p->next : p->stack[p->depth - 1], t2g_action_deprel(action));
}

/* The last word becomes the root. */
static inline void t2g_parse_finish(t2g_parse *p)
{
    if (p->depth) p->relation[p->stack[0]] = T2G_DEP_ROOT;
}

static inline uint32_t t2g_parse_distance(uint32_t from, uint32_t to)
{
    if (from == T2G_NONE || to == T2G_NONE) return 0;
    return to - from < T2G_DISTANCES ? to - from : T2G_DISTANCES - 1;
}

/* What the step looks at: the word in each slot, and the rows of labels. */
static inline void t2g_parse_look(const t2g_parse *p, uint32_t words[T2G_SLOTS],
                                  uint32_t labels[T2G_CHILD_SLOTS + 1])
{
    uint32_t s0 = t2g_parse_stack(p, 0), s1 = t2g_parse_stack(p, 1), b0 = t2g_parse_buffer(p, 0);
    words[T2G_SLOT_S0] = s0;
    words[T2G_SLOT_S1] = s1;
    words[T2G_SLOT_S2] = t2g_parse_stack(p, 2);
    words[T2G_SLOT_B0] = b0;
    words[T2G_SLOT_B1] = t2g_parse_buffer(p, 1);
    words[T2G_SLOT_B2] = t2g_parse_buffer(p, 2);
    words[T2G_SLOT_S0L] = s0 == T2G_NONE ? T2G_NONE : p->left[s0];
    words[T2G_SLOT_S0R] = s0 == T2G_NONE ? T2G_NONE : p->right[s0];
    words[T2G_SLOT_S1L] = s1 == T2G_NONE ? T2G_NONE : p->left[s1];
    words[T2G_SLOT_S1R] = s1 == T2G_NONE ? T2G_NONE : p->right[s1];
    words[T2G_SLOT_B0L] = b0 == T2G_NONE ? T2G_NONE : p->left[b0];
    words[T2G_SLOT_S0R2] = s0 == T2G_NONE ? T2G_NONE : p->right2[s0];
    for (uint32_t i = 0; i < T2G_CHILD_SLOTS; i++) {
        uint32_t child = words[T2G_SLOT_S0L + i];
        labels[i] = child == T2G_NONE ? T2G_NONE : i * T2G_LABEL_BLOCK + p->relation[child];
    }
    labels[T2G_CHILD_SLOTS] = T2G_CHILD_SLOTS * T2G_LABEL_BLOCK + t2g_parse_distance(s0, b0) +
                              T2G_DISTANCES * t2g_parse_distance(s1, s0);
}

#endif
