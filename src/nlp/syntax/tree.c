/* tree.c - sixteen sentences are parsed side by side.
 *
 * A step of the parser is a product of one row, which leaves the machine idle;
 * so each sentence of a batch that is unfinished makes its step at the same
 * time as the others, and the next one takes the place of one that is done.  The
 * sentences do not see each other: the tree of one is the same whatever its
 * neighbours are.
 *
 * SPDX-License-Identifier: MIT
 */
#include "nlp/syntax/tree.h"

enum {
    BATCH = 256, /* tokens whose products are computed at a time */
    LANES = T2G_TILE,
    VECTORS = T2G_SLOTS + T2G_CHILD_SLOTS + 1, /* that make one hidden row */
    SLOT_LIMIT = INT16_MAX / VECTORS           /* so that their sum fits in 16 bits */
};

typedef struct parse_lane {
    t2g_parse parse;
    uint32_t sentence;
} parse_lane;

typedef struct parser {
    const t2g_network *network;
    const t2g_sentences *sentences;
    t2g_trees *trees;
    parse_lane lanes[LANES];
    uint8_t *memory;   /* [LANES][memory_size] of the parses                      */
    size_t memory_size;
    int16_t *products; /* [tokens of the batch][slots * hidden]                   */
    uint32_t first;    /* token of the first row of products                      */
    uint8_t *hidden;   /* [LANES][hidden]                                         */
    int32_t *scores;   /* [LANES][actions]                                        */
} parser;

const char *t2g_deprel_name(t2g_deprel relation)
{
    static const char *const names[] = {
#define RELATION(name, text, universal) text,
#include "nlp/syntax/tagset.def"
    };
    return names[relation];
}

t2g_deprel t2g_deprel_universal(t2g_deprel relation)
{
    static const uint8_t universals[] = {
#define RELATION(name, text, universal) T2G_DEP_##universal,
#include "nlp/syntax/tagset.def"
    };
    return (t2g_deprel)universals[relation];
}

static uint32_t len_of(const t2g_sentences *sentences, uint32_t s)
{
    return sentences->at[s].end - sentences->at[s].begin;
}

static bool parser_init(parser *p, t2g_arena *arena)
{
    const t2g_network *n = p->network;
    uint32_t longest = 0;
    for (uint32_t s = 0; s < p->sentences->len; s++)
        if (len_of(p->sentences, s) > longest) longest = len_of(p->sentences, s);
    p->memory_size = (t2g_parse_size(longest) + 7) / 8 * 8;
    p->memory = t2g_arena_alloc(arena, LANES, p->memory_size);
    p->products = t2g_arena_alloc(arena, BATCH + longest + T2G_TILE, n->slots.out * sizeof *p->products);
    p->hidden = t2g_arena_zalloc(arena, LANES, n->hidden);
    p->scores = t2g_arena_alloc(arena, LANES, n->actions.out * sizeof *p->scores);
    return p->memory && p->products && p->hidden && p->scores;
}

/* The hidden row of a lane: what stands in each slot, and the labels of the children. */
static void look(parser *p, const parse_lane *lane, uint8_t *hidden)
{
    const t2g_network *n = p->network;
    uint32_t words[T2G_SLOTS], labels[T2G_CHILD_SLOTS + 1], len = 0;
    uint32_t base = p->sentences->at[lane->sentence].begin - p->first;
    const int16_t *vectors[VECTORS];
    t2g_parse_look(&lane->parse, words, labels);
    for (uint32_t i = 0; i < T2G_SLOTS; i++) {
        const int16_t *row = words[i] == T2G_NONE ? n->missing : p->products + (size_t)(base + words[i]) * n->slots.out;
        vectors[len++] = row + (size_t)i * n->hidden;
    }
    for (uint32_t i = 0; i <= T2G_CHILD_SLOTS; i++)
        if (labels[i] != T2G_NONE) vectors[len++] = n->labels + (size_t)labels[i] * n->hidden;
    n->kernel->gather(vectors, len, n->hidden, n->steps[n->layers], hidden);
}

static uint32_t best_action(const t2g_parse *parse, const int32_t *scores)
{
    uint32_t best = T2G_ACTIONS;
    for (t2g_move move = T2G_SHIFT; move < T2G_MOVES; move++) {
        if (!t2g_parse_allows(parse, move)) continue;
        uint32_t begin = move == T2G_SHIFT ? 0 : move == T2G_LEFT ? 1 : 1 + T2G_DEPRELS;
        uint32_t end = move == T2G_SHIFT ? 1 : begin + T2G_DEPRELS;
        for (uint32_t a = begin; a < end; a++)
            if ((best == T2G_ACTIONS || scores[a] > scores[best]) &&
                (move == T2G_SHIFT || t2g_action_deprel(a) != T2G_DEP_ROOT))
                best = a;
    }
    return best;
}

static void finish(parser *p, parse_lane *lane)
{
    uint32_t begin = p->sentences->at[lane->sentence].begin;
    t2g_parse_finish(&lane->parse);
    for (uint32_t i = 0; i < lane->parse.len; i++) {
        uint32_t head = lane->parse.head[i];
        p->trees->head[begin + i] = head == T2G_NONE ? T2G_NONE : begin + head;
        p->trees->relation[begin + i] = lane->parse.relation[i];
    }
}

/* Put the next sentence that needs a choice into a lane; false when there is none before end. */
static bool refill(parser *p, parse_lane *lane, void *memory, uint32_t *next, uint32_t end)
{
    while (*next < end) {
        lane->sentence = (*next)++;
        t2g_parse_init(&lane->parse, len_of(p->sentences, lane->sentence), memory);
        if (lane->parse.len > 1) return true;
        t2g_parse_apply(&lane->parse, T2G_SHIFT);
        finish(p, lane);
    }
    return false;
}

/* Parse the sentences [begin, end), whose products are there. */
static void parse_batch(parser *p, uint32_t begin, uint32_t end)
{
    const t2g_network *n = p->network;
    uint32_t active = 0, next = begin;
    while (active < LANES && refill(p, &p->lanes[active], p->memory + active * p->memory_size, &next, end)) active++;
    while (active) {
        for (uint32_t i = 0; i < active; i++) look(p, &p->lanes[i], p->hidden + (size_t)i * n->hidden);
        n->kernel->score(&n->actions, p->hidden, n->hidden, active, p->scores);
        for (uint32_t i = active; i-- > 0;) {
            parse_lane *lane = &p->lanes[i];
            t2g_parse_apply(&lane->parse, best_action(&lane->parse, p->scores + (size_t)i * n->actions.out));
            if (!t2g_parse_is_done(&lane->parse)) continue;
            finish(p, lane);
            void *memory = lane->parse.stack;
            if (!refill(p, lane, memory, &next, end)) *lane = p->lanes[--active];
        }
    }
}

t2g_result t2g_trees_build(t2g_trees *trees, t2g_arena *arena, const t2g_network *network,
                           const t2g_sentences *sentences, const t2g_tags *tags, t2g_error *error)
{
    uint32_t len = sentences->len ? sentences->at[sentences->len - 1].end : 0;
    *trees = (t2g_trees){.head = T2G_ARRAY(arena, uint32_t, len), .relation = T2G_ARRAY(arena, uint8_t, len)};
    if (!trees->head || !trees->relation) return t2g_error_nomem(error);
    t2g_arena_mark mark = t2g_arena_save(arena);
    parser p = {.network = network, .sentences = sentences, .trees = trees};
    if (!parser_init(&p, arena)) return t2g_error_nomem(error);
    for (uint32_t begin = 0, end = 0; begin < sentences->len; begin = end) {
        p.first = sentences->at[begin].begin;
        uint32_t rows = 0;
        while (end < sentences->len && rows < BATCH) rows += len_of(sentences, end++);
        memset(p.products, 0, (size_t)(rows + T2G_TILE) * network->slots.out * sizeof *p.products);
        network->kernel->add(&network->slots, tags->vector + (size_t)p.first * tags->width, tags->width, rows,
                             SLOT_LIMIT, p.products);
        parse_batch(&p, begin, end);
    }
    t2g_arena_rewind(arena, mark);
    return T2G_OK;
}

void t2g_trees_dump(const t2g_trees *trees, const t2g_tokens *tokens, const t2g_sentences *sentences, FILE *out)
{
    for (uint32_t s = 0; s < sentences->len; s++) {
        uint32_t begin = sentences->at[s].begin, end = sentences->at[s].end;
        for (uint32_t i = begin; i < end; i++) {
            t2g_slice form = t2g_token_form(tokens, i);
            fprintf(out, "%u %u %s %.*s\n", i - begin + 1, trees->head[i] == T2G_NONE ? 0 : trees->head[i] - begin + 1,
                    t2g_deprel_name((t2g_deprel)trees->relation[i]), (int)form.size, form.bytes);
        }
        fputc('\n', out);
    }
}
