/* SPDX-License-Identifier: MIT */
#include "graph/graph.h"

#include <stdlib.h>

#include "graph/edge.h"
#include "graph/escape.h"
#include "graph/fold.h"
#include "graph/matching.h"
#include "graph/nodekey.h"
#include "graph/noderoll.h"
#include "graph/record.h"

struct t2g_graph {
    Agraph_t *cgraph;
    t2g_arena arena;   /* strings and tables                                       */
    t2g_arena scratch; /* of one call                                              */
    t2g_intern strings; /* what the records say: names, forms, roles, sources      */
    t2g_node_roll roll; /* the nodes by their keys                                 */
    t2g_intern forms;  /* pairs of node number and string: the forms a node has    */
    uint32_t numbered; /* nodes made so far                                        */
    /* the source that is being read */
    t2g_slice source;
    uint32_t sources, pieces;
    uint32_t *people;  /* [people_len] keys of the persons named in it             */
    uint32_t people_len, people_cap;
    const t2g_same *same; /* what a user said, or NULL                            */
    bool listens;
    t2g_witness witness; /* of what no edge tells, if it listens                   */
    size_t nodes, edges; /* drawn last                                             */
};

/* The layers of a document, as t2g_graph_add got them. */
typedef struct layers {
    uint64_t offset;
    const t2g_text *text;
    const t2g_tokens *tokens;
    const t2g_sentences *sentences;
    const t2g_mentions *mentions;
    const t2g_entities *entities;
    const t2g_facts *facts;
    Agnode_t **node; /* [entities->len] */
    uint32_t home;   /* what the document is about, see home_of */
} layers;

t2g_result t2g_graph_init(t2g_graph **graph, const char *name, t2g_error *error)
{
    t2g_graph *g = *graph = calloc(1, sizeof *g);
    if (!g) return t2g_error_nomem(error);
    t2g_arena_init(&g->arena);
    t2g_arena_init(&g->scratch);
    char *id = t2g_escape(&g->arena, t2g_slice_of(name), T2G_ESCAPE_ID);
    if (id && t2g_intern_init(&g->strings, &g->arena) && t2g_node_roll_init(&g->roll, &g->arena) &&
        t2g_intern_init(&g->forms, &g->arena))
        g->cgraph = agopen(id, Agdirected, NULL);
    if (g->cgraph) return T2G_OK;
    t2g_graph_free(g);
    *graph = NULL;
    return t2g_error_nomem(error);
}

void t2g_graph_free(t2g_graph *graph)
{
    if (!graph) return;
    if (graph->cgraph) agclose(graph->cgraph);
    t2g_arena_free(&graph->scratch);
    t2g_arena_free(&graph->arena);
    free(graph);
}

void t2g_graph_count(const t2g_graph *graph, size_t *nodes, size_t *edges)
{
    *nodes = graph->nodes;
    *edges = graph->edges;
}

/* The graph's own copy of a string of the text, white space squeezed; its id in
 * strings, T2G_NONE when memory is out. */
static uint32_t keep(t2g_graph *g, t2g_slice text)
{
    text = t2g_squeeze(&g->scratch, text);
    return text.bytes ? t2g_intern_copy(&g->strings, text) : T2G_NONE;
}

/* The same, the string itself; false when memory is out. */
static bool keep_as(t2g_graph *g, t2g_slice text, t2g_slice *slot)
{
    uint32_t id = keep(g, text);
    if (id != T2G_NONE) *slot = t2g_intern_string(&g->strings, id);
    return id != T2G_NONE;
}

/* The country that a document names most often, as an id of the strings (its code or name), T2G_NONE
 * without one: whose "Foreign Ministry" is meant.  False when memory is out. */
static bool home_of(t2g_graph *g, const t2g_entities *entities, uint32_t *home)
{
    uint32_t most = t2g_entities_named_most(entities, T2G_COUNTRY);
    *home = T2G_NONE;
    if (most == T2G_NONE) return true;
    const t2g_entity *country = &entities->at[most];
    *home = keep(g, country->code.size ? country->code : country->name);
    return *home != T2G_NONE;
}

static bool remember_person(t2g_graph *g, uint32_t key)
{
    if (g->people_len == g->people_cap) {
        uint32_t cap = g->people_cap ? g->people_cap * 2 : 64;
        uint32_t *people = t2g_arena_grow(&g->arena, g->people, g->people_len, cap, sizeof *people);
        if (!people) return false;
        g->people = people;
        g->people_cap = cap;
    }
    g->people[g->people_len++] = key;
    return true;
}

static bool add_form(t2g_graph *g, t2g_node_record *node, t2g_slice text, bool implied)
{
    uint32_t pair[2] = {node->number, keep(g, text)}, known = g->forms.len;
    if (pair[1] == T2G_NONE) return false;
    if (t2g_intern_copy(&g->forms, (t2g_slice){(const char *)pair, sizeof pair}) == T2G_NONE) return false;
    if (g->forms.len == known) return true;
    t2g_form *form = T2G_ARRAY(&g->arena, t2g_form, 1);
    if (!form) return false;
    *form = (t2g_form){NULL, t2g_intern_string(&g->strings, pair[1]), implied};
    if (node->last_form) node->last_form->next = form;
    else node->forms = form;
    node->last_form = form;
    return true;
}

static bool is_all_caps(t2g_slice name)
{
    for (uint32_t i = 0; i < name.size; i++)
        if (name.bytes[i] >= 'a' && name.bytes[i] <= 'z') return false;
    return true;
}

/* The node of an entity, a new one at first sight; NULL when memory is out. */
static Agnode_t *node_of(t2g_graph *g, const t2g_entity *entity, uint32_t home)
{
    t2g_slice name = t2g_squeeze(&g->scratch, entity->name);
    t2g_slice fold = name.bytes ? t2g_fold(&g->scratch, name) : name;
    t2g_slice wanted = fold.bytes ? t2g_node_key(&g->scratch, entity, name, fold, (t2g_node_place){g->sources, home}) : fold;
    uint32_t key = wanted.bytes ? t2g_node_roll_enter(&g->roll, wanted) : T2G_NONE;
    if (key == T2G_NONE) return NULL;
    if (entity->type == T2G_PERSON && !remember_person(g, key)) return NULL;
    if (g->roll.node[key]) {
        /* "XI JINPING" in a headline was seen first. */
        t2g_node_record *node = t2g_node_record_of(g->roll.node[key]);
        bool better = is_all_caps(node->name) && !is_all_caps(name);
        return better && !keep_as(g, name, &node->name) ? NULL : g->roll.node[key];
    }
    Agnode_t *made = agnode(g->cgraph, NULL, 1);
    t2g_node_record *node = made ? agbindrec(made, "t2g_node_record", sizeof *node, 1) : NULL;
    if (!node) return NULL;
    node->number = g->numbered++;
    node->key = key;
    node->type = entity->type;
    node->home = home;
    node->local = entity->local;
    node->own = entity->own;
    if (!keep_as(g, name, &node->name) || !keep_as(g, fold, &node->fold) || !keep_as(g, entity->code, &node->code))
        return NULL;
    return g->roll.node[key] = made;
}

/* "Foreign Ministry" of "Kalvonian Foreign Ministry", which may be read as its name; else empty. */
static t2g_span without_country(const layers *d, uint32_t m)
{
    const t2g_mention *whole = &d->mentions->at[m], *inner = whole + 1;
    t2g_span none = {0, 0};
    if (whole->kind != T2G_ORG || m + 1 == d->mentions->len || inner->outer != m || inner->begin != whole->begin) return none;
    if (inner->kind != T2G_CTY && inner->kind != T2G_NAT) return none;
    if (inner->end >= whole->end || d->tokens->at[inner->end].shape == T2G_SHAPE_LOWER) return none;
    return d->tokens->at[inner->end].kind == T2G_TOKEN_WORD ? (t2g_span){inner->end, whole->end} : none;
}

/* Is it the name of an organisation of its own? */
static bool is_taken(t2g_graph *g, t2g_slice text, uint32_t home, bool *taken)
{
    t2g_entity plain = {.type = T2G_ORGANISATION}, local = {.type = T2G_ORGANISATION, .local = true};
    t2g_slice name = t2g_squeeze(&g->scratch, text), fold = name.bytes ? t2g_fold(&g->scratch, name) : name;
    t2g_node_place place = {g->sources, home};
    t2g_slice key = fold.bytes ? t2g_node_key(&g->scratch, &plain, name, fold, place) : fold;
    t2g_slice local_key = key.bytes ? t2g_node_key(&g->scratch, &local, name, fold, place) : key;
    *taken = local_key.bytes && (t2g_node_roll_has(&g->roll, key) || t2g_node_roll_has(&g->roll, local_key));
    return local_key.bytes;
}

/* Behind all others, so that what is seen alone is not implied. */
static bool add_implied_forms(t2g_graph *g, const layers *d)
{
    for (uint32_t m = 0; m < d->mentions->len; m++) {
        uint32_t e = d->entities->of_mention[m];
        t2g_span span = without_country(d, m);
        if (e == T2G_NONE || span.begin == span.end) continue;
        t2g_slice text = t2g_tokens_bytes(d->tokens, d->text, span);
        bool taken;
        if (!is_taken(g, text, d->home, &taken)) return false;
        if (!taken && !add_form(g, t2g_node_record_of(d->node[e]), text, true)) return false;
    }
    return true;
}

static bool add_entities(t2g_graph *g, layers *d)
{
    g->same = d->entities->same;
    if (!home_of(g, d->entities, &d->home)) return false;
    for (uint32_t e = 0; e < d->entities->len; e++) {
        d->node[e] = node_of(g, &d->entities->at[e], d->home);
        if (!d->node[e]) return false;
        t2g_node_record_of(d->node[e])->mentions += d->entities->at[e].mentions;
    }
    for (uint32_t m = 0; m < d->mentions->len; m++) {
        uint32_t e = d->entities->of_mention[m];
        if (e == T2G_NONE) continue;
        t2g_span span = {d->mentions->at[m].begin, d->mentions->at[m].end};
        if (!add_form(g, t2g_node_record_of(d->node[e]), t2g_tokens_bytes(d->tokens, d->text, span), false)) return false;
    }
    return add_implied_forms(g, d);
}

/* The edge between two nodes, a new one at first sight; NULL when memory is out. */
static Agedge_t *edge_of(t2g_graph *g, Agnode_t *tail, Agnode_t *head, t2g_relation relation)
{
    Agedge_t *edge = agedge(g->cgraph, tail, head, (char *)t2g_relation_name(relation), 1);
    return edge && agbindrec(edge, "t2g_edge_record", sizeof(t2g_edge_record), 1) ? edge : NULL;
}

/* The place that a proof stands for; false when memory is out. */
static bool say(t2g_graph *g, const layers *d, const t2g_proof *proof, t2g_saying *saying)
{
    const t2g_sentence *sentence = &d->sentences->at[proof->sentence];
    t2g_slice bytes = t2g_tokens_bytes(d->tokens, d->text, (t2g_span){sentence->begin, sentence->end});
    uint32_t begin = (uint32_t)(bytes.bytes - d->text->bytes);
    t2g_span span = t2g_text_source(d->text, (t2g_span){begin, begin + bytes.size});
    *saying = (t2g_saying){.source = g->source, .begin = d->offset + span.begin, .end = d->offset + span.end,
                           .turn = g->sources, .rule = proof->rule, .confidence = proof->confidence,
                           .status = proof->status, .kind = proof->kind};
    return keep_as(g, bytes, &saying->sentence) && keep_as(g, t2g_tokens_bytes(d->tokens, d->text, proof->role), &saying->role);
}

/* The places of a fact as a list, the best first. */
static bool say_all(t2g_graph *g, const layers *d, const t2g_fact *fact, t2g_edge_record *said)
{
    for (uint32_t p = fact->proof; p < fact->proof + fact->proofs; p++) {
        t2g_saying *saying = T2G_ARRAY(&g->arena, t2g_saying, 1);
        if (!saying || !say(g, d, &d->facts->proofs[p], saying)) return false;
        if (said->last_saying) said->last_saying->next = saying;
        else said->sayings = saying;
        said->last_saying = saying;
    }
    return true;
}

static bool add_fact(t2g_graph *g, const layers *d, const t2g_fact *fact)
{
    Agnode_t *tail = d->node[fact->source], *head = d->node[fact->target];
    if (tail == head) return true;
    Agedge_t *edge = edge_of(g, tail, head, fact->relation);
    if (!edge) return false;
    t2g_edge_record *said = T2G_ARRAY(&g->arena, t2g_edge_record, 1);
    if (!said) return false;
    *said = (t2g_edge_record){.relation = fact->relation,
                              .status = fact->status,
                              .kind = fact->kind,
                              .confidence = fact->confidence,
                              .count = fact->proofs ? fact->proofs : 1,
                              .source = g->source};
    memcpy(said->since, fact->since, sizeof said->since);
    memcpy(said->until, fact->until, sizeof said->until);
    if (!say_all(g, d, fact, said) || !keep_as(g, t2g_tokens_bytes(d->tokens, d->text, fact->role), &said->role)) return false;
    if (said->sayings) {
        said->evidence = said->sayings->sentence;
        said->begin = said->sayings->begin;
        said->end = said->sayings->end;
    }
    t2g_edge_gather(t2g_edge_record_of(edge), said);
    return true;
}

/* Keep the sentences that name several nodes. */
static bool keep_sightings(t2g_graph *g, const layers *d)
{
    const t2g_mentions *mentions = d->mentions;
    uint32_t *keys = T2G_ARRAY(&g->scratch, uint32_t, (size_t)mentions->len + 1);
    if (!keys) return false;
    for (uint32_t m = 0, end; m < mentions->len; m = end) {
        uint32_t sentence = d->sentences->of[mentions->at[m].begin], len = 0;
        for (end = m; end < mentions->len && d->sentences->of[mentions->at[end].begin] == sentence; end++) {
            uint32_t e = d->entities->of_mention[end];
            if (e != T2G_NONE) keys[len++] = t2g_node_record_of(d->node[e])->key;
        }
        t2g_saying saying;
        t2g_proof proof = {.sentence = sentence};
        if (len < 2) continue;
        if (!say(g, d, &proof, &saying) || !t2g_witness_sight(&g->witness, &g->arena, &saying, keys, len)) return false;
    }
    return true;
}

static bool keep_doubts(t2g_graph *g, const layers *d)
{
    for (uint32_t i = 0; i < d->facts->doubts_len; i++) {
        const t2g_doubt *doubt = &d->facts->doubts[i];
        t2g_suspicion suspicion = {.tail = t2g_node_record_of(d->node[doubt->source])->key,
                                   .head = t2g_node_record_of(d->node[doubt->target])->key,
                                   .relation = doubt->relation};
        if (!say(g, d, &doubt->proof, &suspicion.saying)) return false;
        if (!t2g_witness_suspect(&g->witness, &g->arena, &suspicion)) return false;
    }
    return true;
}

/* Move all that is known of one node to another. */
static bool join(t2g_graph *g, Agnode_t *loser, Agnode_t *winner)
{
    t2g_node_record *lost = t2g_node_record_of(loser), *won = t2g_node_record_of(winner);
    won->mentions += lost->mentions;
    for (t2g_form *form = lost->forms; form; form = form->next)
        if (!add_form(g, won, form->text, form->implied)) return false;
    for (Agedge_t *e = agfstedge(g->cgraph, loser); e; e = agnxtedge(g->cgraph, e, loser)) {
        t2g_edge_record *said = t2g_edge_record_of(e);
        Agnode_t *tail = agtail(e) == loser ? winner : agtail(e), *head = aghead(e) == loser ? winner : aghead(e);
        if (tail == head) continue;
        Agedge_t *moved = edge_of(g, tail, head, said->relation);
        if (!moved) return false;
        t2g_edge_join(t2g_edge_record_of(moved), said);
    }
    t2g_node_roll_join(&g->roll, lost->key, won->key);
    agdelnode(g->cgraph, loser);
    return true;
}

static bool join_all(t2g_graph *g, const t2g_matches *matches)
{
    for (size_t i = 0; i < matches->len; i++) {
        const t2g_match *match = &matches->at[i];
        if (g->roll.joined[match->loser] != T2G_NONE) continue;
        if (!join(g, g->roll.node[match->loser], g->roll.node[match->winner])) return false;
    }
    return true;
}

static bool join_last_names(t2g_graph *g)
{
    t2g_matches matches;
    Agnode_t **people = T2G_ARRAY(&g->scratch, Agnode_t *, (size_t)g->people_len + 1);
    for (uint32_t i = 0; people && i < g->people_len; i++) people[i] = g->roll.node[g->people[i]];
    return people && t2g_matches_by_last_name(&matches, &g->scratch, g->same, people, g->people_len) && join_all(g, &matches);
}

static bool join_short_names(t2g_graph *g)
{
    t2g_matches matches;
    return t2g_matches_by_short_name(&matches, &g->scratch, g->same, g->cgraph) && join_all(g, &matches);
}

/* Let go of what was needed for one call. */
static t2g_result done(t2g_graph *g, bool good, t2g_error *error)
{
    t2g_arena_free(&g->scratch);
    return good ? T2G_OK : t2g_error_nomem(error);
}

static bool end_source(t2g_graph *g)
{
    bool good = g->pieces < 2 || join_last_names(g);
    g->pieces = g->people_len = 0;
    return good;
}

static bool begin_source(t2g_graph *g, const char *source)
{
    g->sources++;
    return keep_as(g, t2g_slice_of(source), &g->source);
}

t2g_result t2g_graph_add(t2g_graph *g, const char *source, uint64_t offset, const t2g_text *text,
                         const t2g_tokens *tokens, const t2g_sentences *sentences, const t2g_mentions *mentions,
                         const t2g_entities *entities, const t2g_facts *facts, t2g_error *error)
{
    bool good = true;
    if (offset == 0 || g->sources == 0) good = end_source(g) && begin_source(g, source);
    layers d = {offset, text, tokens, sentences, mentions, entities, facts,
                T2G_ARRAY(&g->scratch, Agnode_t *, (size_t)entities->len + 1), T2G_NONE};
    g->pieces++;
    good = good && d.node && add_entities(g, &d);
    for (uint32_t f = 0; good && f < facts->len; f++) good = add_fact(g, &d, &facts->at[f]);
    if (g->listens) good = good && keep_sightings(g, &d) && keep_doubts(g, &d);
    return done(g, good, error);
}

void t2g_graph_listen(t2g_graph *graph)
{
    graph->listens = true;
}

/* All that only the last document lets be known. */
static bool end_reading(t2g_graph *g)
{
    if (!end_source(g) || !join_short_names(g)) return false;
    for (Agnode_t *n = agfstnode(g->cgraph); n; n = agnxtnode(g->cgraph, n))
        for (Agedge_t *e = agfstout(g->cgraph, n); e; e = agnxtout(g->cgraph, e)) t2g_edge_settle(t2g_edge_record_of(e));
    return true;
}

t2g_result t2g_graph_ask(t2g_graph *g, const char *a, const char *b, uint16_t min_confidence, t2g_answer *answer, t2g_error *error)
{
    t2g_result result = done(g, end_reading(g), error);
    if (result != T2G_OK) return result;
    t2g_question question = {{a, b}, min_confidence, g->cgraph, t2g_node_roll_final(&g->roll), &g->witness};
    if (!question.node) return t2g_error_nomem(error);
    g->nodes = (size_t)agnnodes(g->cgraph);
    g->edges = 0;
    for (Agnode_t *n = agfstnode(g->cgraph); n; n = agnxtnode(g->cgraph, n))
        for (Agedge_t *e = agfstout(g->cgraph, n); e; e = agnxtout(g->cgraph, e))
            g->edges += t2g_edge_stands(t2g_edge_record_of(e), min_confidence);
    return t2g_answer_build(answer, &g->arena, &question, error);
}

t2g_result t2g_graph_draw(t2g_graph *g, const t2g_picture_options *options, Agraph_t **drawn, t2g_error *error)
{
    t2g_picture picture;
    *drawn = NULL;
    t2g_result result = done(g, end_reading(g), error);
    if (result == T2G_OK) result = t2g_picture_build(&picture, g->cgraph, options, error);
    if (result != T2G_OK) return result;
    *drawn = picture.cgraph;
    g->nodes = picture.nodes;
    g->edges = picture.edges;
    return T2G_OK;
}
