/* SPDX-License-Identifier: MIT */
#include "graph/answer.h"

#include <stdlib.h>

#include "graph/composition.h"
#include "graph/escape.h"
#include "graph/fold.h"
#include "graph/naming.h"
#include "graph/nearest.h"

/* How a name fits a node, the best last. */
typedef enum fit { NO_FIT, FORM, CANONICAL, ID } fit;

/* The nodes by number, and which of the two names each answers to. */
typedef struct inquiry {
    const t2g_question *question;
    t2g_arena *arena;
    t2g_answer *answer;
    char **id;       /* [numbers] of the node; NULL where none has the number */
    uint8_t *side;   /* [numbers] bit 0: the first name, bit 1: the second    */
    const t2g_node_record *found[2]; /* the first that a name fits            */
} inquiry;

static t2g_slice without_article(t2g_slice name)
{
    bool the = name.size > 4 && memcmp(name.bytes, "the ", 4) == 0;
    return the ? (t2g_slice){name.bytes + 4, name.size - 4} : name;
}

/* As names are compared; bytes is NULL when memory is out. */
static t2g_slice comparable(t2g_arena *arena, t2g_slice name)
{
    t2g_slice squeezed = t2g_squeeze(arena, name);
    t2g_slice fold = squeezed.bytes ? t2g_fold(arena, squeezed) : squeezed;
    return fold.bytes ? without_article(fold) : fold;
}

static bool name_nodes(inquiry *q)
{
    Agraph_t *graph = q->question->graph;
    Agnode_t *last = aglstnode(graph);
    size_t numbers = last ? (size_t)t2g_node_record_of(last)->number + 1 : 0, place = 0;
    char **ids = t2g_naming_build(q->arena, graph);
    q->id = t2g_arena_zalloc(q->arena, numbers + 1, sizeof *q->id);
    q->side = t2g_arena_zalloc(q->arena, numbers + 1, sizeof *q->side);
    if (!ids || !q->id || !q->side) return false;
    for (Agnode_t *n = agfstnode(graph); n; n = agnxtnode(graph, n)) q->id[t2g_node_record_of(n)->number] = ids[place++];
    return true;
}

/* How well a node fits a name; false when memory is out. */
static bool try_node(inquiry *q, const t2g_node_record *node, const char *id, t2g_slice wanted, t2g_nearest *nearest, fit *how)
{
    t2g_arena_mark mark = t2g_arena_save(q->arena);
    t2g_slice name = comparable(q->arena, node->name);
    *how = NO_FIT;
    if (!name.bytes) return false;
    if (t2g_slice_is(t2g_slice_of(q->id[node->number]), id)) *how = ID;
    else if (t2g_slice_equal(name, wanted)) *how = CANONICAL;
    t2g_nearest_try(nearest, node->number, name);
    for (const t2g_form *form = node->forms; form; form = form->next) {
        t2g_slice other = comparable(q->arena, form->text);
        if (!other.bytes) return false;
        if (*how == NO_FIT && t2g_slice_equal(other, wanted)) *how = FORM;
        t2g_nearest_try(nearest, node->number, other);
    }
    t2g_arena_rewind(q->arena, mark);
    return true;
}

/* name is escaped: a message is one line, whatever was asked. */
static t2g_result refuse(const inquiry *q, const char *name, const t2g_nearest *nearest, t2g_error *error)
{
    t2g_composition c = {.arena = q->arena};
    for (uint32_t i = 0; i < nearest->len; i++) t2g_compose_format(&c, "%s'%.50s'", i ? ", " : "", q->id[nearest->who[i]]);
    t2g_slice names = t2g_composed(&c);
    if (!names.size) return t2g_error_set(error, T2G_FORMAT, 0, "'%.80s' is no node of the graph, and none has a name like it", name);
    return t2g_error_set(error, T2G_FORMAT, 0, "'%.60s' is no node of the graph; the nearest: %.*s", name, (int)names.size, names.bytes);
}

/* Mark the nodes that a name fits best. */
static t2g_result find_side(inquiry *q, int side, t2g_error *error)
{
    const char *name = q->question->names[side];
    t2g_slice wanted = comparable(q->arena, t2g_slice_of(name));
    char *id = t2g_escape(q->arena, t2g_slice_of(name), T2G_ESCAPE_ID);
    t2g_nearest nearest = {.wanted = wanted};
    fit best = NO_FIT, how;
    if (!wanted.bytes || !id) return t2g_error_nomem(error);
    for (Agnode_t *n = agfstnode(q->question->graph); n; n = agnxtnode(q->question->graph, n)) {
        const t2g_node_record *node = t2g_node_record_of(n);
        if (!try_node(q, node, id, wanted, &nearest, &how)) return t2g_error_nomem(error);
        if (how == NO_FIT || how < best) continue;
        if (how > best) {
            for (uint32_t i = 0; q->found[side] && i < node->number; i++) q->side[i] &= (uint8_t)~(1u << side);
            q->found[side] = node;
            best = how;
        }
        q->side[node->number] |= (uint8_t)(1u << side);
    }
    return q->found[side] ? T2G_OK : refuse(q, id, &nearest, error);
}

/* Is one of the two on each side? */
static bool between(const inquiry *q, const t2g_node_record *tail, const t2g_node_record *head)
{
    uint8_t a = q->side[tail->number], b = q->side[head->number];
    return tail != head && ((a & 1 && b & 2) || (a & 2 && b & 1));
}

static bool tell(inquiry *q, t2g_answer_line line)
{
    t2g_answer *answer = q->answer;
    if (answer->len == answer->cap) {
        size_t cap = answer->cap ? answer->cap * 2 : 16;
        t2g_answer_line *at = t2g_arena_grow(q->arena, answer->at, answer->cap, cap, sizeof *at);
        if (!at) return false;
        answer->at = at;
        answer->cap = cap;
    }
    answer->at[answer->len++] = line;
    return true;
}

/* An edge and its places, or its places alone as doubts. */
static bool tell_edge(inquiry *q, const t2g_node_record *tail, const t2g_node_record *head, const t2g_edge_record *edge, bool stands)
{
    t2g_answer_line line = {T2G_ANSWER_EDGE, q->id[tail->number], q->id[head->number], edge->relation, edge, NULL};
    size_t len;
    const t2g_saying **sayings = t2g_sayings_sort(q->arena, edge->sayings, &len);
    if (!sayings || (stands && !tell(q, line))) return false;
    line.kind = stands ? T2G_ANSWER_PLACE : T2G_ANSWER_DOUBT;
    for (size_t s = 0; s < len; s++) {
        line.saying = sayings[s];
        if (!tell(q, line)) return false;
    }
    return true;
}

/* The edges that stand, or those below the least confidence. */
static bool tell_edges(inquiry *q, bool stand)
{
    Agraph_t *graph = q->question->graph;
    for (Agnode_t *n = agfstnode(graph); n; n = agnxtnode(graph, n)) {
        const t2g_node_record *tail = t2g_node_record_of(n);
        for (Agedge_t *e = q->side[tail->number] ? agfstout(graph, n) : NULL; e; e = agnxtout(graph, e)) {
            const t2g_node_record *head = t2g_node_record_of(aghead(e));
            const t2g_edge_record *edge = t2g_edge_record_of(e);
            if (!between(q, tail, head) || t2g_edge_stands(edge, q->question->min_confidence) != stand) continue;
            if (!tell_edge(q, tail, head, edge, stand)) return false;
        }
    }
    return true;
}

/* A claim that gave way to a surer one of the same edge leaves no doubt of it. */
static bool is_settled(const t2g_answer *answer, const t2g_answer_line *line)
{
    for (size_t i = 0; i < answer->len; i++) {
        const t2g_answer_line *told = &answer->at[i];
        if (told->kind == T2G_ANSWER_EDGE && told->tail == line->tail && told->head == line->head && told->relation == line->relation)
            return true;
    }
    return false;
}

static bool tell_suspicions(inquiry *q)
{
    for (const t2g_suspicion *s = q->question->witness->suspicions; s; s = s->next) {
        const t2g_node_record *tail = t2g_node_record_of(q->question->node[s->tail]);
        const t2g_node_record *head = t2g_node_record_of(q->question->node[s->head]);
        if (!between(q, tail, head)) continue;
        t2g_answer_line line = {T2G_ANSWER_DOUBT, q->id[tail->number], q->id[head->number], s->relation, NULL, &s->saying};
        if (!is_settled(q->answer, &line) && !tell(q, line)) return false;
    }
    return true;
}

/* The surest doubt first; of equals the one read first. */
static int by_chance(const void *left, const void *right)
{
    const t2g_answer_line *a = left, *b = right;
    if (a->saying->confidence != b->saying->confidence) return a->saying->confidence > b->saying->confidence ? -1 : 1;
    if (a->saying->turn != b->saying->turn) return a->saying->turn < b->saying->turn ? -1 : 1;
    if (a->saying->begin != b->saying->begin) return a->saying->begin < b->saying->begin ? -1 : 1;
    if (a->relation != b->relation) return a->relation < b->relation ? -1 : 1;
    int order = strcmp(a->tail, b->tail);
    return order ? order : (a->saying->rule > b->saying->rule) - (a->saying->rule < b->saying->rule);
}

/* A rule may claim the same twice in a sentence: of such neighbours one stays. */
static void forget_twins(t2g_answer *answer, size_t from)
{
    size_t len = from;
    for (size_t i = from; i < answer->len; i++)
        if (len == from || by_chance(&answer->at[len - 1], &answer->at[i]) != 0) answer->at[len++] = answer->at[i];
    answer->len = len;
}

/* Is the sentence one of the doubts already, the lines before len? */
static bool is_told(const t2g_answer *answer, size_t len, const t2g_saying *saying)
{
    for (size_t i = 0; i < len; i++) {
        const t2g_saying *told = answer->at[i].saying;
        if (told && told->turn == saying->turn && told->begin == saying->begin) return true;
    }
    return false;
}

static bool tell_sightings(inquiry *q)
{
    size_t doubts = q->answer->len;
    for (const t2g_sighting *s = q->question->witness->sightings; s; s = s->next) {
        uint8_t sides = 0;
        const t2g_node_record *named = NULL;
        bool several = false;
        for (uint32_t i = 0; i < s->len; i++) {
            const t2g_node_record *node = t2g_node_record_of(q->question->node[s->keys[i]]);
            if (!q->side[node->number]) continue;
            sides |= q->side[node->number];
            several |= named && named != node;
            named = node;
        }
        if (sides != 3 || !several || is_told(q->answer, doubts, &s->saying)) continue;
        if (!tell(q, (t2g_answer_line){.kind = T2G_ANSWER_BOTH, .saying = &s->saying})) return false;
    }
    return true;
}

static bool tell_all(inquiry *q)
{
    t2g_answer *answer = q->answer;
    const char *a = q->id[q->found[0]->number], *b = q->id[q->found[1]->number];
    if (!tell_edges(q, true)) return false;
    bool none = answer->len == 0;
    if (none && !tell(q, (t2g_answer_line){.kind = T2G_ANSWER_NONE, .tail = a, .head = b})) return false;
    size_t doubts = answer->len;
    if (!tell_edges(q, false) || !tell_suspicions(q)) return false;
    qsort(answer->at + doubts, answer->len - doubts, sizeof *answer->at, by_chance);
    forget_twins(answer, doubts);
    return !none || tell_sightings(q);
}

/* Do both names mean one node, and no other? */
static bool is_one(const inquiry *q)
{
    if (q->found[0] != q->found[1]) return false;
    size_t meant = 0;
    for (Agnode_t *n = agfstnode(q->question->graph); n; n = agnxtnode(q->question->graph, n))
        meant += q->side[t2g_node_record_of(n)->number] != 0;
    return meant == 1;
}

t2g_result t2g_answer_build(t2g_answer *answer, t2g_arena *arena, const t2g_question *question, t2g_error *error)
{
    inquiry q = {.question = question, .arena = arena, .answer = answer};
    *answer = (t2g_answer){0};
    if (!name_nodes(&q)) return t2g_error_nomem(error);
    for (int side = 0; side < 2; side++) {
        t2g_result result = find_side(&q, side, error);
        if (result != T2G_OK) return result;
    }
    if (is_one(&q))
        return t2g_error_set(error, T2G_FORMAT, 0, "'%.80s' and '%.80s' are the same node", question->names[0], question->names[1]);
    return tell_all(&q) ? T2G_OK : t2g_error_nomem(error);
}
