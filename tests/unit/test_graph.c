/* test_graph.c - who is the same as whom across documents, and what the nodes and edges say.
 *
 * The documents are made by hand: a line of text for each name, role and sentence,
 * and a token for each line.
 *
 * SPDX-License-Identifier: MIT
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>

#include <cmocka.h>

#include "graph/graph.h"

enum { ROOM = 300 };

typedef struct draft {
    char bytes[1 << 15];
    t2g_text text;
    t2g_stretch whole;
    t2g_token token[ROOM * 2];
    t2g_sentence sentence[ROOM];
    t2g_mention mention[ROOM];
    uint32_t of_mention[ROOM];
    t2g_entity entity[ROOM];
    t2g_fact fact[ROOM];
    t2g_proof proof[ROOM];
    t2g_tokens tokens;
    t2g_sentences sentences;
    t2g_mentions mentions;
    t2g_entities entities;
    t2g_facts facts;
} draft;

static void clear(draft *d)
{
    memset(d, 0, sizeof *d);
    d->text.bytes = d->bytes;
    d->tokens.at = d->token;
    d->sentences.at = d->sentence;
    d->mentions.at = d->mention;
    d->entities.at = d->entity;
    d->entities.of_mention = d->of_mention;
    d->facts.at = d->fact;
    d->facts.proofs = d->proof;
}

/* A line of text; its token. */
static uint32_t line(draft *d, const char *words)
{
    uint32_t size = (uint32_t)strlen(words), begin = d->text.size;
    assert_true(begin + size + 1 < sizeof d->bytes);
    memcpy(d->bytes + begin, words, size);
    d->bytes[begin + size] = '\n';
    d->text.size += size + 1;
    d->token[d->tokens.len] = (t2g_token){.begin = begin, .end = begin + size};
    return d->tokens.len++;
}

static void named(draft *d, uint32_t entity, const char *form)
{
    uint32_t token = line(d, form);
    d->mention[d->mentions.len] = (t2g_mention){.begin = token, .end = token + 1};
    d->of_mention[d->mentions.len++] = entity;
    d->entity[entity].mentions++;
}

static uint32_t entity(draft *d, t2g_entity_type type, const char *name, const char *code)
{
    uint32_t e = d->entities.len++;
    d->entity[e] = (t2g_entity){.type = type, .name = t2g_slice_of(name), .code = t2g_slice_of(code)};
    named(d, e, name);
    return e;
}

static uint32_t person(draft *d, const char *name)
{
    return entity(d, T2G_PERSON, name, "");
}

static uint32_t organisation(draft *d, const char *name)
{
    return entity(d, T2G_ORGANISATION, name, "");
}

static t2g_fact *fact(draft *d, uint32_t source, t2g_relation relation, uint32_t target, uint16_t confidence,
                      const char *sentence)
{
    uint32_t token = line(d, sentence), f = d->facts.len++;
    d->sentence[d->sentences.len] = (t2g_sentence){token, token + 1, 0};
    d->proof[f] = (t2g_proof){.sentence = d->sentences.len++, .confidence = confidence};
    d->fact[f] = (t2g_fact){.source = source, .target = target, .relation = relation, .confidence = confidence,
                            .proof = f, .proofs = 1};
    return &d->fact[f];
}

static void add_piece(t2g_graph *graph, draft *d, const char *source, uint64_t offset)
{
    t2g_error error = {0};
    d->whole = (t2g_stretch){0, 0, d->text.size, 0};
    d->text.map = &d->whole;
    d->text.map_len = 1;
    assert_int_equal(t2g_graph_add(graph, source, offset, &d->text, &d->tokens, &d->sentences, &d->mentions,
                                   &d->entities, &d->facts, &error),
                     T2G_OK);
    clear(d); /* everything kept is a copy */
}

static void add(t2g_graph *graph, draft *d, const char *source)
{
    add_piece(graph, d, source, 0);
}

typedef struct bench {
    t2g_graph *graph;
    Agraph_t *drawn;
    draft d;
} bench;

static int begin(void **state)
{
    static bench b;
    b.drawn = NULL;
    clear(&b.d);
    *state = &b;
    return t2g_graph_init(&b.graph, "test", NULL);
}

static int end(void **state)
{
    bench *b = *state;
    if (b->drawn) agclose(b->drawn);
    t2g_graph_free(b->graph);
    return 0;
}

static Agraph_t *draw_with(bench *b, t2g_picture_options options)
{
    options.generator = "test";
    assert_int_equal(t2g_graph_draw(b->graph, &options, &b->drawn, NULL), T2G_OK);
    return b->drawn;
}

static Agraph_t *draw(bench *b)
{
    return draw_with(b, (t2g_picture_options){0});
}

static const char *of_node(Agraph_t *g, const char *id, const char *attribute)
{
    Agnode_t *node = agnode(g, (char *)id, 0);
    assert_non_null(node);
    return agget(node, (char *)attribute);
}

static const char *of_edge(Agraph_t *g, const char *tail, const char *relation, const char *head, const char *attribute)
{
    Agnode_t *from = agnode(g, (char *)tail, 0), *to = agnode(g, (char *)head, 0);
    Agedge_t *edge = from && to ? agedge(g, from, to, (char *)relation, 0) : NULL;
    assert_non_null(edge);
    return agget(edge, (char *)attribute);
}

static void a_full_name_is_one_person_in_two_sources(void **state)
{
    bench *b = *state;
    person(&b->d, "Ada Brandt");
    add(b->graph, &b->d, "a");
    person(&b->d, "ADA  BRANDT");
    add(b->graph, &b->d, "b");
    Agraph_t *g = draw(b);
    assert_int_equal(agnnodes(g), 1);
    assert_string_equal(of_node(g, "Ada Brandt", "mentions"), "2");
    assert_string_equal(of_node(g, "Ada Brandt", "aliases"), "ADA BRANDT");
}

static void a_headline_in_capitals_does_not_name_the_node(void **state)
{
    bench *b = *state;
    person(&b->d, "ADA BRANDT");
    add(b->graph, &b->d, "a");
    person(&b->d, "Ada Brandt");
    add(b->graph, &b->d, "b");
    assert_non_null(agnode(draw(b), (char *)"Ada Brandt", 0));
}

static void a_last_name_joins_nobody_across_sources(void **state)
{
    bench *b = *state;
    uint32_t e = person(&b->d, "Brandt");
    named(&b->d, e, "Brandt");
    add(b->graph, &b->d, "a");
    person(&b->d, "Brandt");
    person(&b->d, "Ada Brandt");
    add(b->graph, &b->d, "b");
    Agraph_t *g = draw(b);
    assert_int_equal(agnnodes(g), 3);
    assert_string_equal(of_node(g, "Brandt", "mentions"), "2");
    assert_string_equal(of_node(g, "Brandt (person)", "mentions"), "1");
    assert_string_equal(of_node(g, "Brandt (person)", "label"), "Brandt");
}

static void a_last_name_in_another_piece_is_the_person_it_fits(void **state)
{
    bench *b = *state;
    uint32_t bank = organisation(&b->d, "Norvik Bank"), brandt = person(&b->d, "Brandt");
    fact(&b->d, brandt, T2G_HEAD_OF, bank, 700, "Brandt, head of Norvik Bank.");
    add_piece(b->graph, &b->d, "a", 0);
    person(&b->d, "Ada Brandt");
    add_piece(b->graph, &b->d, "a", 1000);
    Agraph_t *g = draw(b);
    assert_int_equal(agnnodes(g), 2);
    assert_string_equal(of_node(g, "Ada Brandt", "mentions"), "2");
    assert_string_equal(of_node(g, "Ada Brandt", "aliases"), "Brandt");
    assert_string_equal(of_edge(g, "Ada Brandt", "head_of", "Norvik Bank", "evidence"), "Brandt, head of Norvik Bank.");
}

static void a_last_name_that_fits_two_is_neither(void **state)
{
    bench *b = *state;
    person(&b->d, "Ada Brandt");
    person(&b->d, "Otto Brandt");
    add_piece(b->graph, &b->d, "a", 0);
    person(&b->d, "Brandt");
    add_piece(b->graph, &b->d, "a", 1000);
    assert_int_equal(agnnodes(draw(b)), 3);
}

static void countries_are_joined_by_their_code(void **state)
{
    bench *b = *state;
    entity(&b->d, T2G_COUNTRY, "United Kingdom", "GB");
    add(b->graph, &b->d, "a");
    named(&b->d, entity(&b->d, T2G_COUNTRY, "United Kingdom", "GB"), "British");
    add(b->graph, &b->d, "b");
    Agraph_t *g = draw(b);
    assert_int_equal(agnnodes(g), 1);
    assert_string_equal(of_node(g, "United Kingdom", "code"), "GB");
    assert_string_equal(of_node(g, "United Kingdom", "aliases"), "British");
    assert_string_equal(of_node(g, "United Kingdom", "mentions"), "3");
}

static void an_acronym_joins_the_organisation_that_explains_it(void **state)
{
    bench *b = *state;
    organisation(&b->d, "NPI");
    add(b->graph, &b->d, "a");
    named(&b->d, organisation(&b->d, "Nordic Policy Institute"), "NPI");
    add(b->graph, &b->d, "b");
    Agraph_t *g = draw(b);
    assert_int_equal(agnnodes(g), 1);
    assert_string_equal(of_node(g, "Nordic Policy Institute", "mentions"), "3");
}

static void an_acronym_of_two_organisations_joins_none(void **state)
{
    bench *b = *state;
    organisation(&b->d, "NPI");
    add(b->graph, &b->d, "a");
    named(&b->d, organisation(&b->d, "Nordic Policy Institute"), "NPI");
    named(&b->d, organisation(&b->d, "National Press Initiative"), "NPI");
    add(b->graph, &b->d, "b");
    assert_int_equal(agnnodes(draw(b)), 3);
}

static void a_short_name_joins_the_full_one_that_goes_by_it(void **state)
{
    bench *b = *state;
    organisation(&b->d, "Quorvex");
    person(&b->d, "George Vance");
    person(&b->d, "van Dahl");
    add(b->graph, &b->d, "a");
    named(&b->d, organisation(&b->d, "Quorvex Technologies"), "Quorvex");
    named(&b->d, person(&b->d, "George W. Vance"), "George Vance");
    named(&b->d, person(&b->d, "Ingrid van Dahl"), "van Dahl");
    add(b->graph, &b->d, "b");
    Agraph_t *g = draw(b);
    assert_int_equal(agnnodes(g), 4);
    assert_string_equal(of_node(g, "Quorvex Technologies", "mentions"), "3");
    assert_string_equal(of_node(g, "George W. Vance", "mentions"), "3");
    assert_string_equal(of_node(g, "van Dahl", "mentions"), "1");
}

static void a_last_name_of_two_words_joins_nobody_across_sources(void **state)
{
    bench *b = *state;
    person(&b->d, "van Dahl");
    add(b->graph, &b->d, "a");
    person(&b->d, "van Dahl");
    add(b->graph, &b->d, "b");
    assert_int_equal(agnnodes(draw(b)), 2);
}

static void local_in(draft *d, const char *name, const char *country, const char *code)
{
    d->entity[organisation(d, name)].local = true;
    entity(d, T2G_COUNTRY, country, code);
}

/* An organisation whose name begins with a country's: "Kalvonian Tide Agency". */
static uint32_t of_country(draft *d, const char *country, const char *rest, const char *name)
{
    uint32_t e = organisation(d, name), token = line(d, country), m = d->mentions.len;
    line(d, rest);
    d->token[token + 1].kind = T2G_TOKEN_WORD;
    d->token[token + 1].shape = T2G_SHAPE_TITLE;
    d->mention[m] = (t2g_mention){.begin = token, .end = token + 2, .outer = T2G_NONE, .kind = T2G_ORG};
    d->mention[m + 1] = (t2g_mention){.begin = token, .end = token + 1, .outer = m, .kind = T2G_NAT};
    d->of_mention[m] = e;
    d->of_mention[m + 1] = T2G_NONE;
    d->mentions.len += 2;
    return e;
}

static void a_name_without_its_country_is_an_alias(void **state)
{
    bench *b = *state;
    of_country(&b->d, "Kalvonian", "Tide Agency", "Kalvonian Tide Agency");
    add(b->graph, &b->d, "a");
    assert_string_equal(of_node(draw(b), "Kalvonian Tide Agency", "aliases"), "Tide Agency");
}

static void a_name_without_its_country_that_another_has_is_none(void **state)
{
    bench *b = *state;
    of_country(&b->d, "Kalvonian", "Red Cross", "Kalvonian Red Cross");
    organisation(&b->d, "Red Cross");
    add(b->graph, &b->d, "a");
    organisation(&b->d, "Red Cross");
    add(b->graph, &b->d, "b");
    Agraph_t *g = draw(b);
    assert_string_equal(of_node(g, "Kalvonian Red Cross", "aliases"), "");
    assert_string_equal(of_node(g, "Red Cross", "mentions"), "2");
}

static void a_name_that_was_never_seen_without_its_country_joins_nobody(void **state)
{
    bench *b = *state;
    of_country(&b->d, "Kalvonian", "Red Cross", "Kalvonian Red Cross");
    add(b->graph, &b->d, "a");
    organisation(&b->d, "Red Cross");
    add(b->graph, &b->d, "b");
    assert_int_equal(agnnodes(draw(b)), 2);
}

static void what_every_state_has_is_one_only_where_the_country_is(void **state)
{
    bench *b = *state;
    local_in(&b->d, "Supreme Court", "Kenya", "KE");
    add(b->graph, &b->d, "a");
    local_in(&b->d, "Supreme Court", "Chile", "CL");
    add(b->graph, &b->d, "b");
    local_in(&b->d, "Supreme Court", "Kenya", "KE");
    add(b->graph, &b->d, "c");
    Agraph_t *g = draw(b);
    assert_int_equal(agnnodes(g), 4);
    assert_string_equal(of_node(g, "Supreme Court", "mentions"), "2");
    assert_string_equal(of_node(g, "Supreme Court (organisation)", "mentions"), "1");
}

static void a_user_may_say_that_two_names_are_one(void **state)
{
    bench *b = *state;
    b->d.entity[person(&b->d, "Ada Brandt")].same = 1;
    add(b->graph, &b->d, "a");
    b->d.entity[person(&b->d, "Ada Holm")].same = 1;
    add(b->graph, &b->d, "b");
    Agraph_t *g = draw(b);
    assert_int_equal(agnnodes(g), 1);
    assert_string_equal(of_node(g, "Ada Brandt", "aliases"), "Ada Holm");
}

static void a_user_may_say_that_each_source_has_its_own(void **state)
{
    bench *b = *state;
    for (int i = 0; i < 2; i++) {
        b->d.entity[person(&b->d, "Ada Brandt")].own = true;
        add(b->graph, &b->d, "a");
    }
    assert_int_equal(agnnodes(draw(b)), 2);
}

static void a_user_may_say_that_a_short_name_is_anothers(void **state)
{
    bench *b = *state;
    t2g_same same;
    static const char lines[] = "apart\tNPI\tNordic Policy Institute\n";
    assert_int_equal(t2g_same_parse(&same, lines, strlen(lines), NULL), T2G_OK);
    b->d.entities.same = &same;
    organisation(&b->d, "NPI");
    add(b->graph, &b->d, "a");
    b->d.entities.same = &same;
    named(&b->d, organisation(&b->d, "Nordic Policy Institute"), "NPI");
    add(b->graph, &b->d, "b");
    assert_int_equal(agnnodes(draw(b)), 2);
    t2g_same_free(&same);
}

static void the_rarer_of_two_types_says_its_type(void **state)
{
    bench *b = *state;
    organisation(&b->d, "Ford");
    uint32_t e = person(&b->d, "Ford");
    named(&b->d, e, "Ford");
    add(b->graph, &b->d, "a");
    Agraph_t *g = draw(b);
    assert_string_equal(of_node(g, "Ford", "type"), "person");
    assert_string_equal(of_node(g, "Ford (organisation)", "type"), "organisation");
}

static void a_third_of_one_name_is_numbered(void **state)
{
    bench *b = *state;
    for (int i = 0; i < 4; i++) {
        person(&b->d, "Ford");
        if (i == 3) organisation(&b->d, "Ford (person 2)");
        add(b->graph, &b->d, "a");
    }
    Agraph_t *g = draw(b);
    assert_int_equal(agnnodes(g), 5);
    assert_non_null(agnode(g, (char *)"Ford (person)", 0));
    assert_non_null(agnode(g, (char *)"Ford (person 3)", 0));
    assert_non_null(agnode(g, (char *)"Ford (person 2)", 0));
    assert_non_null(agnode(g, (char *)"Ford (person 2) (organisation)", 0));
}

static void the_surest_place_speaks_and_all_are_counted(void **state)
{
    bench *b = *state;
    uint32_t ada = person(&b->d, "Ada Brandt"), bank = organisation(&b->d, "Norvik Bank");
    t2g_fact *weak = fact(&b->d, ada, T2G_HEAD_OF, bank, 600, "Brandt of Norvik Bank");
    weak->status = T2G_STATUS_FORMER;
    weak->proofs = 1;
    add(b->graph, &b->d, "a.txt");
    ada = person(&b->d, "Ada Brandt"), bank = organisation(&b->d, "Norvik Bank");
    t2g_fact *strong = fact(&b->d, ada, T2G_HEAD_OF, bank, 904, "Ada Brandt leads Norvik Bank");
    uint32_t role = line(&b->d, "chief\n executive");
    strong->role = (t2g_span){role, role + 1};
    memcpy(strong->since, "2023-04", 8);
    uint32_t begins = b->d.token[strong - b->d.fact + 2].begin;
    add(b->graph, &b->d, "b.txt");
    Agraph_t *g = draw(b);
    char number[16];
    snprintf(number, sizeof number, "%u", begins);
    assert_int_equal(agnedges(g), 1);
#define OF_EDGE(attribute) of_edge(g, "Ada Brandt", "head_of", "Norvik Bank", attribute)
    assert_string_equal(OF_EDGE("relation"), "head_of");
    assert_string_equal(OF_EDGE("label"), "head of");
    assert_string_equal(OF_EDGE("count"), "2");
    assert_string_equal(OF_EDGE("confidence"), "0.90");
    assert_string_equal(OF_EDGE("evidence"), "Ada Brandt leads Norvik Bank");
    assert_string_equal(OF_EDGE("status"), "current");
    assert_string_equal(OF_EDGE("role"), "chief executive");
    assert_string_equal(OF_EDGE("since"), "2023-04");
    assert_string_equal(OF_EDGE("source"), "b.txt");
    assert_string_equal(OF_EDGE("begin"), number);
    assert_string_equal(OF_EDGE("kind"), "");
#undef OF_EDGE
}

static void bytes_of_a_piece_count_from_the_sources_begin(void **state)
{
    bench *b = *state;
    uint32_t ada = person(&b->d, "Ada Brandt"), bank = organisation(&b->d, "Norvik Bank");
    fact(&b->d, ada, T2G_MEMBER_OF, bank, 500, "Ada Brandt of Norvik Bank");
    add_piece(b->graph, &b->d, "a", 5000000000);
    Agraph_t *g = draw(b);
    assert_string_equal(of_edge(g, "Ada Brandt", "member_of", "Norvik Bank", "begin"), "5000000023");
    assert_string_equal(of_edge(g, "Ada Brandt", "member_of", "Norvik Bank", "end"), "5000000048");
}

static void a_report_has_a_kind_and_no_status(void **state)
{
    bench *b = *state;
    uint32_t ada = person(&b->d, "Ada Brandt"), paper = organisation(&b->d, "Valparaiso Post");
    fact(&b->d, ada, T2G_REPORTED_BY, paper, 500, "Brandt told the Post")->kind = T2G_STATEMENT;
    add(b->graph, &b->d, "a");
    Agraph_t *g = draw(b);
    assert_string_equal(of_edge(g, "Ada Brandt", "reported_by", "Valparaiso Post", "kind"), "statement");
    assert_string_equal(of_edge(g, "Ada Brandt", "reported_by", "Valparaiso Post", "status"), "");
}

static void nobody_heads_himself(void **state)
{
    bench *b = *state;
    uint32_t one = person(&b->d, "Ada Brandt"), two = person(&b->d, "ada brandt");
    fact(&b->d, one, T2G_REPORTED_BY, two, 500, "Brandt said Brandt");
    add(b->graph, &b->d, "a");
    assert_int_equal(agnedges(draw(b)), 0);
}

static void a_bar_in_an_alias_is_broken(void **state)
{
    bench *b = *state;
    uint32_t e = organisation(&b->d, "Aftenposten");
    named(&b->d, e, "After|posten\\");
    named(&b->d, e, "AP");
    named(&b->d, e, "AP");
    add(b->graph, &b->d, "a");
    assert_string_equal(of_node(draw(b), "Aftenposten", "aliases"), "After\xC2\xA6posten\\\\|AP");
}

static void edges_below_the_confidence_wanted_are_left_out(void **state)
{
    bench *b = *state;
    uint32_t ada = person(&b->d, "Ada Brandt"), bank = organisation(&b->d, "Norvik Bank");
    fact(&b->d, ada, T2G_HEAD_OF, bank, 796, "sure"); /* written as 0.80 */
    fact(&b->d, ada, T2G_REPORTED_BY, bank, 794, "unsure");
    add(b->graph, &b->d, "a");
    Agraph_t *g = draw_with(b, (t2g_picture_options){.min_confidence = 800});
    size_t nodes, edges;
    t2g_graph_count(b->graph, &nodes, &edges);
    assert_int_equal(agnedges(g), 1);
    assert_int_equal(nodes, 2);
    assert_int_equal(edges, 1);
}

static void the_legend_counts_for_nothing(void **state)
{
    bench *b = *state;
    size_t nodes, edges;
    person(&b->d, "legend person 1");
    add(b->graph, &b->d, "a");
    Agraph_t *g = draw_with(b, (t2g_picture_options){.legend = true});
    t2g_graph_count(b->graph, &nodes, &edges);
    assert_int_equal(nodes, 1);
    assert_int_equal(edges, 0);
    int typed = 0;
    for (Agnode_t *n = agfstnode(g); n; n = agnxtnode(g, n)) {
        typed += agget(n, (char *)"type")[0] != '\0';
        for (Agedge_t *e = agfstout(g, n); e; e = agnxtout(g, e))
            assert_string_equal(agget(e, (char *)"relation"), "");
    }
    assert_int_equal(typed, 1);
    assert_true(agnnodes(g) > 1);
}

static void what_is_over_looks_unlike_what_is_current(void **state)
{
    bench *b = *state;
    uint32_t ada = person(&b->d, "Ada Brandt"), one = organisation(&b->d, "Norvik Bank");
    uint32_t two = organisation(&b->d, "Baltic Relay");
    fact(&b->d, ada, T2G_HEAD_OF, one, 900, "is");
    fact(&b->d, ada, T2G_HEAD_OF, two, 900, "was")->status = T2G_STATUS_FORMER;
    add(b->graph, &b->d, "a");
    Agraph_t *g = draw(b);
    assert_string_not_equal(of_edge(g, "Ada Brandt", "head_of", "Norvik Bank", "style"),
                            of_edge(g, "Ada Brandt", "head_of", "Baltic Relay", "style"));
    assert_string_equal(of_edge(g, "Ada Brandt", "head_of", "Baltic Relay", "taillabel"), "former");
}

static void many_nodes_without_edges_are_packed(void **state)
{
    bench *b = *state;
    static const char *const few[] = {"Ada Brandt", "Otto Brandt", "Ole Dahl", "Mara Lind", "Per Berg", "Eva Holm",
                                      "Jan Vik", "Liv Moe", "Tor Lie", "Siv Aas", "Kai Foss"};
    for (size_t i = 0; i < sizeof few / sizeof *few; i++) person(&b->d, few[i]);
    add(b->graph, &b->d, "a");
    assert_string_equal(agget(draw(b), (char *)"packmode"), "graph");
}

static void hundreds_of_nodes_ask_for_another_layout(void **state)
{
    bench *b = *state;
    for (int i = 0; i < 250; i++) {
        static char names[250][24];
        snprintf(names[i], sizeof names[i], "Norvik Bank %d", i);
        organisation(&b->d, names[i]);
    }
    add(b->graph, &b->d, "a");
    assert_string_equal(agget(draw(b), (char *)"layout"), "sfdp");
}

#define TEST(function) cmocka_unit_test_setup_teardown(function, begin, end)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(a_full_name_is_one_person_in_two_sources),
        TEST(a_headline_in_capitals_does_not_name_the_node),
        TEST(a_last_name_joins_nobody_across_sources),
        TEST(a_last_name_in_another_piece_is_the_person_it_fits),
        TEST(a_last_name_that_fits_two_is_neither),
        TEST(countries_are_joined_by_their_code),
        TEST(an_acronym_joins_the_organisation_that_explains_it),
        TEST(an_acronym_of_two_organisations_joins_none),
        TEST(a_short_name_joins_the_full_one_that_goes_by_it),
        TEST(a_last_name_of_two_words_joins_nobody_across_sources),
        TEST(a_name_without_its_country_is_an_alias),
        TEST(a_name_without_its_country_that_another_has_is_none),
        TEST(a_name_that_was_never_seen_without_its_country_joins_nobody),
        TEST(what_every_state_has_is_one_only_where_the_country_is),
        TEST(a_user_may_say_that_two_names_are_one),
        TEST(a_user_may_say_that_each_source_has_its_own),
        TEST(a_user_may_say_that_a_short_name_is_anothers),
        TEST(the_rarer_of_two_types_says_its_type),
        TEST(a_third_of_one_name_is_numbered),
        TEST(the_surest_place_speaks_and_all_are_counted),
        TEST(bytes_of_a_piece_count_from_the_sources_begin),
        TEST(a_report_has_a_kind_and_no_status),
        TEST(nobody_heads_himself),
        TEST(a_bar_in_an_alias_is_broken),
        TEST(edges_below_the_confidence_wanted_are_left_out),
        TEST(the_legend_counts_for_nothing),
        TEST(what_is_over_looks_unlike_what_is_current),
        TEST(many_nodes_without_edges_are_packed),
        TEST(hundreds_of_nodes_ask_for_another_layout),
    };
    return cmocka_run_group_tests_name("graph", tests, NULL, NULL);
}
