/* test_answer.c - what holds for src/graph/answer.c and explain.c, one behaviour a test.
 *
 * SPDX-License-Identifier: MIT
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "graph/answer.h"
#include "graph/explain.h"

enum { ADA, OTTO, BANK, FORD_CAR, FORD_MAN, NODES };

static t2g_arena arena;
static Agraph_t *graph;
static Agnode_t *node[NODES];
static t2g_form alias = {.text = {"the Norvik", 10}};
static t2g_saying sayings[8];
static t2g_witness witness;
static t2g_answer answer;
static t2g_error error;

static void make_node(uint32_t number, t2g_entity_type type, const char *name, const char *fold, uint64_t mentions)
{
    node[number] = agnode(graph, NULL, 1);
    t2g_node_record *record = agbindrec(node[number], "t2g_node_record", sizeof *record, 1);
    record->number = record->key = number;
    record->type = (uint8_t)type;
    record->name = t2g_slice_of(name);
    record->fold = t2g_slice_of(fold);
    record->mentions = mentions;
}

static int set_up(void **state)
{
    (void)state;
    t2g_arena_init(&arena);
    graph = agopen("test", Agdirected, NULL);
    make_node(ADA, T2G_PERSON, "Ada Brandt", "ada brandt", 3);
    make_node(OTTO, T2G_PERSON, "Otto Holm", "otto holm", 2);
    make_node(BANK, T2G_ORGANISATION, "Norvik Bank", "norvik bank", 2);
    make_node(FORD_CAR, T2G_ORGANISATION, "Ford", "ford", 5);
    make_node(FORD_MAN, T2G_PERSON, "Ford", "ford", 1);
    t2g_node_record_of(node[BANK])->forms = &alias;
    witness = (t2g_witness){0};
    for (int i = 0; i < 8; i++)
        sayings[i] = (t2g_saying){.source = t2g_slice_of("a.txt"), .sentence = t2g_slice_of("So it is."), .turn = 1,
                                  .begin = 10u * (unsigned)i, .end = 10u * (unsigned)i + 9, .rule = 0, .confidence = 500};
    return 0;
}

static int tear_down(void **state)
{
    (void)state;
    agclose(graph);
    t2g_arena_free(&arena);
    return 0;
}

/* An edge that sayings[first .. first + len) say, the last of them best. */
static t2g_edge_record *make_edge(uint32_t tail, t2g_relation relation, uint32_t head, int first, int len)
{
    Agedge_t *edge = agedge(graph, node[tail], node[head], (char *)t2g_relation_name(relation), 1);
    t2g_edge_record *record = agbindrec(edge, "t2g_edge_record", sizeof *record, 1);
    t2g_saying *last = &sayings[first + len - 1];
    for (int i = first; i + 1 < first + len; i++) sayings[i + 1].next = &sayings[i]; /* back to front */
    last->confidence = 900;
    record->relation = (uint8_t)relation;
    record->confidence = 920;
    record->sayings = last;
    record->last_saying = &sayings[first];
    record->source = last->source;
    record->begin = last->begin;
    record->end = last->end;
    return record;
}

static t2g_result ask_for(const char *a, const char *b, uint16_t min_confidence)
{
    t2g_question question = {{a, b}, min_confidence, graph, node, &witness};
    error = (t2g_error){0};
    return t2g_answer_build(&answer, &arena, &question, &error);
}

static void line_is(size_t i, t2g_answer_kind kind, const char *tail, const char *head)
{
    assert_true(i < answer.len);
    assert_int_equal(answer.at[i].kind, kind);
    assert_string_equal(answer.at[i].tail, tail);
    assert_string_equal(answer.at[i].head, head);
}

static void an_edge_is_told_with_its_places_in_reading_order(void **state)
{
    (void)state;
    make_edge(ADA, T2G_HEAD_OF, BANK, 0, 3);
    assert_int_equal(ask_for("norvik bank", "ADA  Brandt", 0), T2G_OK);
    assert_int_equal(answer.len, 4);
    line_is(0, T2G_ANSWER_EDGE, "Ada Brandt", "Norvik Bank");
    for (size_t i = 0; i < 3; i++) {
        assert_int_equal(answer.at[i + 1].kind, T2G_ANSWER_PLACE);
        assert_ptr_equal(answer.at[i + 1].saying, &sayings[i]);
    }
}

static void a_name_is_found_by_its_alias_without_the_article(void **state)
{
    (void)state;
    make_edge(ADA, T2G_HEAD_OF, BANK, 0, 1);
    assert_int_equal(ask_for("NORVIK", "the Ada Brandt", 0), T2G_OK);
    line_is(0, T2G_ANSWER_EDGE, "Ada Brandt", "Norvik Bank");
}

static void a_name_of_two_nodes_means_both_unless_it_is_an_id(void **state)
{
    (void)state;
    make_edge(FORD_MAN, T2G_MEMBER_OF, BANK, 0, 1);
    make_edge(OTTO, T2G_HEAD_OF, FORD_CAR, 1, 1);
    assert_int_equal(ask_for("ford", "Norvik Bank", 0), T2G_OK);
    line_is(0, T2G_ANSWER_EDGE, "Ford (person)", "Norvik Bank");
    assert_int_equal(ask_for("Ford (person)", "Otto Holm", 0), T2G_OK);
    line_is(0, T2G_ANSWER_NONE, "Ford (person)", "Otto Holm");
    assert_int_equal(ask_for("ford", "Otto Holm", 0), T2G_OK);
    line_is(0, T2G_ANSWER_EDGE, "Otto Holm", "Ford");
}

static void an_unknown_name_is_refused_with_the_nearest(void **state)
{
    (void)state;
    assert_int_equal(ask_for("Ada Brant", "Norvik Bank", 0), T2G_FORMAT);
    assert_string_equal(error.message, "'Ada Brant' is no node of the graph; the nearest: 'Ada Brandt'");
    assert_int_equal(ask_for("Norvik Bank", "Zzyzx", 0), T2G_FORMAT);
    assert_string_equal(error.message, "'Zzyzx' is no node of the graph, and none has a name like it");
    assert_int_equal(ask_for("", "Norvik Bank", 0), T2G_FORMAT);
}

static void two_names_of_one_node_are_refused(void **state)
{
    (void)state;
    assert_int_equal(ask_for("Norvik", "Norvik Bank", 0), T2G_FORMAT);
    assert_int_equal(ask_for("Ford", "ford", 0), T2G_OK); /* the man and the firm: Ford (person) and Ford */
}

static void what_is_less_sure_than_wanted_is_a_doubt(void **state)
{
    (void)state;
    make_edge(ADA, T2G_HEAD_OF, BANK, 0, 2);
    assert_int_equal(ask_for("Ada Brandt", "Norvik Bank", 930), T2G_OK);
    line_is(0, T2G_ANSWER_NONE, "Ada Brandt", "Norvik Bank");
    line_is(1, T2G_ANSWER_DOUBT, "Ada Brandt", "Norvik Bank");
    assert_ptr_equal(answer.at[1].saying, &sayings[1]); /* the likeliest first */
    assert_int_equal(answer.len, 3);
}

static void doubts_are_told_but_not_of_what_stands(void **state)
{
    (void)state;
    t2g_suspicion suspicion = {.tail = ADA, .head = BANK, .relation = T2G_MEMBER_OF, .saying = sayings[4]};
    assert_true(t2g_witness_suspect(&witness, &arena, &suspicion));
    assert_true(t2g_witness_suspect(&witness, &arena, &suspicion)); /* a twin */
    suspicion.relation = T2G_HEAD_OF;
    assert_true(t2g_witness_suspect(&witness, &arena, &suspicion));
    suspicion.tail = OTTO;
    assert_true(t2g_witness_suspect(&witness, &arena, &suspicion));
    make_edge(ADA, T2G_HEAD_OF, BANK, 0, 1);
    assert_int_equal(ask_for("Ada Brandt", "Norvik Bank", 0), T2G_OK);
    assert_int_equal(answer.len, 3);
    line_is(2, T2G_ANSWER_DOUBT, "Ada Brandt", "Norvik Bank");
    assert_int_equal(answer.at[2].relation, T2G_MEMBER_OF);
}

static void where_no_edge_is_the_sentences_that_name_both_are_told(void **state)
{
    (void)state;
    assert_true(t2g_witness_sight(&witness, &arena, &sayings[5], (uint32_t[]){ADA, OTTO, ADA}, 3));
    assert_true(t2g_witness_sight(&witness, &arena, &sayings[6], (uint32_t[]){ADA, BANK, OTTO}, 3));
    assert_int_equal(ask_for("Norvik", "Ada Brandt", 0), T2G_OK);
    assert_int_equal(answer.len, 2);
    assert_int_equal(answer.at[1].kind, T2G_ANSWER_BOTH);
    assert_int_equal(answer.at[1].saying->begin, sayings[6].begin);
}

static void places_are_explained_each(void **state)
{
    (void)state;
    t2g_edge_record *edge = make_edge(ADA, T2G_HEAD_OF, BANK, 0, 2);
    t2g_composition places = {.arena = &arena}, words = {.arena = &arena};
    sayings[0].source = t2g_slice_of("a|b.txt");
    assert_true(t2g_explain_places(&places, edge) && t2g_explain_in_words(&words, edge));
    assert_true(t2g_slice_is(t2g_composed(&places), "a\xC2\xA6" "b.txt:0-9 title 0.50|a.txt:10-19 title 0.90"));
    assert_true(t2g_slice_is(t2g_composed(&words),
                             "; by the rule title, 0.90; also in a\xC2\xA6" "b.txt:0-9 by the rule title, 0.50"));
    assert_string_equal(t2g_explain_rule(edge), "title");
}

static void of_many_places_words_tell_the_first(void **state)
{
    (void)state;
    t2g_edge_record *edge = make_edge(ADA, T2G_HEAD_OF, BANK, 0, 8);
    t2g_composition words = {.arena = &arena};
    assert_true(t2g_explain_in_words(&words, edge));
    t2g_slice told = t2g_composed(&words), end = t2g_slice_of("; and in 2 more");
    assert_memory_equal(told.bytes + told.size - end.size, end.bytes, end.size);
    const char *string = t2g_arena_copy(&arena, told.bytes, told.size);
    assert_non_null(strstr(string, "a.txt:40-49"));
    assert_null(strstr(string, "a.txt:50-59"));
}

#define TEST(function) cmocka_unit_test_setup_teardown(function, set_up, tear_down)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(an_edge_is_told_with_its_places_in_reading_order),
        TEST(a_name_is_found_by_its_alias_without_the_article),
        TEST(a_name_of_two_nodes_means_both_unless_it_is_an_id),
        TEST(an_unknown_name_is_refused_with_the_nearest),
        TEST(two_names_of_one_node_are_refused),
        TEST(what_is_less_sure_than_wanted_is_a_doubt),
        TEST(doubts_are_told_but_not_of_what_stands),
        TEST(where_no_edge_is_the_sentences_that_name_both_are_told),
        TEST(places_are_explained_each),
        TEST(of_many_places_words_tell_the_first),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
