/* oracle.c - the parser in training: all sentences of a batch make their steps side by side.
 *
 * After each step the dynamic oracle (Goldberg & Nivre 2013, section 4, for
 * arc-hybrid) tells which moves lose no arc that can still be reached: the
 * loss is -log of the probability of all of them together, and the walk goes on
 * with the model's own choice, right or wrong, `explore` of the time.
 *
 * SPDX-License-Identifier: MIT
 */
#include <math.h>
#include <stdlib.h>

#include "train/learner.h"

enum { LABELS = T2G_CHILD_SLOTS + 1 };

/* Every step of a batch, for the way back. */
typedef struct steps {
    uint32_t len;
    uint32_t (*word)[T2G_SLOTS]; /* [len] rows of the batch, T2G_NONE: the empty slot        */
    uint32_t (*label)[LABELS];   /* [len]                                                   */
    float *hidden, *d_hidden;    /* [len][T2G_HIDDEN]                                       */
    float *scores;               /* [len][T2G_ACTION_COLUMNS], then their gradient          */
    float *products, *d_products; /* [rows][T2G_SLOT_COLUMNS]                                */
} steps;

typedef struct walk {
    t2g_parse parse;
    const t2g_example *gold;
    uint32_t first_row;
} walk;

static steps *steps_new(void)
{
    steps *s = t2g_floats(1, sizeof *s);
    s->word = t2g_floats(T2G_STEPS_MOST, sizeof *s->word);
    s->label = t2g_floats(T2G_STEPS_MOST, sizeof *s->label);
    s->hidden = t2g_floats((size_t)T2G_STEPS_MOST * T2G_HIDDEN, sizeof(float));
    s->d_hidden = t2g_floats((size_t)T2G_STEPS_MOST * T2G_HIDDEN, sizeof(float));
    s->scores = t2g_floats((size_t)T2G_STEPS_MOST * T2G_ACTION_COLUMNS, sizeof(float));
    s->products = t2g_floats((size_t)T2G_ROWS_MOST * T2G_SLOT_COLUMNS, sizeof(float));
    s->d_products = t2g_floats((size_t)T2G_ROWS_MOST * T2G_SLOT_COLUMNS, sizeof(float));
    return s;
}

/* Arcs of the gold tree that a move makes unreachable. */

static uint32_t lost_children(const walk *w, uint32_t word)
{
    uint32_t lost = 0;
    for (uint32_t i = w->parse.next; i < w->parse.len; i++) lost += w->gold->head[i] == word;
    return lost;
}

/* Popping s0 with this head: its own arc, if it could still come, and its children in the buffer. */
static uint32_t cost_of_pop(const walk *w, uint32_t head)
{
    uint32_t s0 = t2g_parse_stack(&w->parse, 0), s1 = t2g_parse_stack(&w->parse, 1), gold = w->gold->head[s0];
    bool reachable = gold == T2G_NONE || gold == s1 || gold >= w->parse.next;
    return (gold != head && reachable) + lost_children(w, s0);
}

/* Pushing b0: its head deeper in the stack than s0, and its children in the stack. */
static uint32_t cost_of_shift(const walk *w)
{
    uint32_t b0 = w->parse.next, cost = 0;
    for (uint32_t i = 0; i < w->parse.depth; i++) {
        uint32_t word = w->parse.stack[i];
        cost += (i + 1 < w->parse.depth && w->gold->head[b0] == word) + (w->gold->head[word] == b0);
    }
    return cost;
}

static uint32_t cost_of(const walk *w, t2g_move move)
{
    if (move == T2G_SHIFT) return cost_of_shift(w);
    return cost_of_pop(w, move == T2G_LEFT ? w->parse.next : t2g_parse_stack(&w->parse, 1));
}

/* Which actions are right now: of the cheapest moves, with the gold relation where the arc is gold. */
static void mark_right(const walk *w, bool allowed[T2G_ACTIONS], bool right[T2G_ACTIONS])
{
    uint32_t cost[T2G_MOVES], least = UINT32_MAX, s0 = t2g_parse_stack(&w->parse, 0);
    for (t2g_move move = T2G_SHIFT; move < T2G_MOVES; move++) {
        cost[move] = t2g_parse_allows(&w->parse, move) ? cost_of(w, move) : UINT32_MAX;
        if (cost[move] < least) least = cost[move];
    }
    for (uint32_t a = 0; a < T2G_ACTIONS; a++) {
        t2g_move move = t2g_action_move(a);
        uint32_t head = move == T2G_LEFT ? w->parse.next : t2g_parse_stack(&w->parse, 1);
        allowed[a] = cost[move] != UINT32_MAX && (move == T2G_SHIFT || t2g_action_deprel(a) != T2G_DEP_ROOT);
        right[a] = allowed[a] && cost[move] == least &&
                   (move == T2G_SHIFT || w->gold->head[s0] != head || w->gold->relation[s0] == t2g_action_deprel(a));
    }
}

static void look(steps *s, const t2g_learner *l, const walk *w, uint32_t step)
{
    float *hidden = s->hidden + (size_t)step * T2G_HIDDEN;
    t2g_parse_look(&w->parse, s->word[step], s->label[step]);
    memcpy(hidden, l->hidden_bias.weight, T2G_HIDDEN * sizeof(float));
    for (uint32_t i = 0; i < T2G_SLOTS; i++) {
        uint32_t *word = &s->word[step][i];
        if (*word != T2G_NONE) *word += w->first_row;
        const float *row = *word == T2G_NONE ? l->missing.weight : s->products + (size_t)*word * T2G_SLOT_COLUMNS;
        for (uint32_t k = 0; k < T2G_HIDDEN; k++) hidden[k] += row[i * T2G_HIDDEN + k];
    }
    for (uint32_t i = 0; i < LABELS; i++) {
        if (s->label[step][i] == T2G_NONE) continue;
        const float *row = l->labels.weight + (size_t)s->label[step][i] * T2G_HIDDEN;
        for (uint32_t k = 0; k < T2G_HIDDEN; k++) hidden[k] += row[k];
    }
    for (uint32_t k = 0; k < T2G_HIDDEN; k++)
        hidden[k] = hidden[k] < 0 ? 0 : hidden[k] > T2G_HIDDEN_CLIP ? T2G_HIDDEN_CLIP : hidden[k];
}

/* Scores to gradient; returns the action to take. */
static uint32_t choose(t2g_learner *l, const walk *w, float *scores, float weight, float explore, double *loss)
{
    bool allowed[T2G_ACTIONS], right[T2G_ACTIONS];
    uint32_t best = T2G_ACTIONS, best_right = T2G_ACTIONS;
    double sum = 0, good = 1e-20;
    mark_right(w, allowed, right);
    for (uint32_t a = 0; a < T2G_ACTIONS; a++) {
        if (allowed[a] && (best == T2G_ACTIONS || scores[a] > scores[best])) best = a;
        if (right[a] && (best_right == T2G_ACTIONS || scores[a] > scores[best_right])) best_right = a;
    }
    float most = scores[best];
    for (uint32_t a = 0; a < T2G_ACTIONS; a++) {
        scores[a] = allowed[a] ? expf(scores[a] - most) : 0;
        sum += scores[a];
        if (right[a]) good += scores[a];
    }
    for (uint32_t a = 0; a < T2G_ACTIONS; a++)
        scores[a] = weight * (float)(scores[a] / sum - (right[a] ? scores[a] / good : 0));
    for (uint32_t a = T2G_ACTIONS; a < T2G_ACTION_COLUMNS; a++) scores[a] = 0;
    *loss -= log(good / sum);
    return explore > 0 && t2g_random_unit(&l->random) < explore ? best : best_right;
}

static double forwards(t2g_learner *l, steps *s, walk *walks, uint32_t len, float weight, float explore)
{
    double loss = 0;
    s->len = 0;
    memset(s->products, 0, (size_t)l->rows * T2G_SLOT_COLUMNS * sizeof(float));
    t2g_product(l->rows, T2G_SLOT_COLUMNS, T2G_WIDTH, l->vectors, T2G_WIDTH, 1, l->slots.weight, T2G_SLOT_COLUMNS,
                s->products, T2G_SLOT_COLUMNS);
    while (len) {
        uint32_t first = s->len, kept = 0;
        float *scores = s->scores + (size_t)first * T2G_ACTION_COLUMNS;
        for (uint32_t i = 0; i < len; i++) {
            if (t2g_parse_is_done(&walks[i].parse)) continue;
            walks[kept] = walks[i];
            look(s, l, &walks[kept], first + kept);
            memcpy(scores + (size_t)kept * T2G_ACTION_COLUMNS, l->actions_bias.weight,
                   T2G_ACTION_COLUMNS * sizeof(float));
            kept++;
        }
        t2g_product(kept, T2G_ACTION_COLUMNS, T2G_HIDDEN, s->hidden + (size_t)first * T2G_HIDDEN, T2G_HIDDEN, 1,
                    l->actions.weight, T2G_ACTION_COLUMNS, scores, T2G_ACTION_COLUMNS);
        for (uint32_t i = 0; i < kept; i++)
            t2g_parse_apply(&walks[i].parse,
                            choose(l, &walks[i], scores + (size_t)i * T2G_ACTION_COLUMNS, weight, explore, &loss));
        s->len += kept;
        len = kept;
    }
    return loss;
}

static void add_to(float *to, const float *from, uint32_t len)
{
    for (uint32_t i = 0; i < len; i++) to[i] += from[i];
}

static void backwards(t2g_learner *l, steps *s)
{
    const size_t A = T2G_ACTION_COLUMNS, H = T2G_HIDDEN, S = T2G_SLOT_COLUMNS;
    t2g_product(H, A, s->len, s->hidden, 1, H, s->scores, A, l->actions.gradient, A);
    t2g_transpose(l->actions.weight, H, A, l->transposed);
    memset(s->d_hidden, 0, s->len * H * sizeof(float));
    t2g_product(s->len, H, A, s->scores, A, 1, l->transposed, H, s->d_hidden, H);
    memset(s->d_products, 0, l->rows * S * sizeof(float));
    for (uint32_t i = 0; i < s->len; i++) {
        float *d = s->d_hidden + i * H;
        const float *hidden = s->hidden + i * H;
        for (size_t k = 0; k < H; k++)
            if (!(hidden[k] > 0 && hidden[k] < T2G_HIDDEN_CLIP)) d[k] = 0;
        add_to(l->actions_bias.gradient, s->scores + i * A, (uint32_t)A);
        add_to(l->hidden_bias.gradient, d, (uint32_t)H);
        for (uint32_t k = 0; k < T2G_SLOTS; k++) {
            uint32_t row = s->word[i][k];
            add_to((row == T2G_NONE ? l->missing.gradient : s->d_products + row * S) + k * H, d, (uint32_t)H);
        }
        for (uint32_t k = 0; k < LABELS; k++)
            if (s->label[i][k] != T2G_NONE) add_to(t2g_parameter_touch(&l->labels, s->label[i][k]), d, (uint32_t)H);
    }
    t2g_product(T2G_WIDTH, S, l->rows, l->vectors, 1, T2G_WIDTH, s->d_products, S, l->slots.gradient, S);
    t2g_transpose(l->slots.weight, T2G_WIDTH, S, l->transposed);
    t2g_product(l->rows, T2G_WIDTH, S, s->d_products, S, 1, l->transposed, T2G_WIDTH, l->vectors_gradient, T2G_WIDTH);
}

double t2g_learner_parse(t2g_learner *l, const t2g_example *const *sentences, const uint32_t *first_rows,
                         uint32_t len, float weight, float explore)
{
    if (!l->steps) l->steps = steps_new();
    walk *walks = t2g_floats(len, sizeof *walks);
    size_t size = 0, at = 0;
    for (uint32_t i = 0; i < len; i++) size += (t2g_parse_size(sentences[i]->len) + 7) / 8 * 8;
    unsigned char *memory = t2g_floats(size, 1);
    for (uint32_t i = 0; i < len; i++) {
        walks[i] = (walk){.gold = sentences[i], .first_row = first_rows[i]};
        t2g_parse_init(&walks[i].parse, sentences[i]->len, memory + at);
        at += (t2g_parse_size(sentences[i]->len) + 7) / 8 * 8;
    }
    double loss = forwards(l, l->steps, walks, len, weight, explore);
    backwards(l, l->steps);
    free(walks);
    free(memory);
    return loss;
}
