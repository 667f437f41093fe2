/* test_claim.c - what holds for src/nlp/fact/claim.c, one behaviour a test.
 *
 * SPDX-License-Identifier: MIT
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "nlp/fact/claim.h"

enum { ANN, TOM, BANK, NORWAY, ENTITIES };

static t2g_entity entity[ENTITIES] = {{.type = T2G_PERSON}, {.type = T2G_PERSON}, {.type = T2G_ORGANISATION}, {.type = T2G_COUNTRY}};
static const t2g_entities entities = {.at = entity, .len = ENTITIES};

static t2g_arena arena;
static t2g_claims claims;
static t2g_facts facts;

static int open_claims(void **state)
{
    (void)state;
    t2g_arena_init(&arena);
    return t2g_claims_init(&claims, &arena, ENTITIES) ? 0 : -1;
}

static int close_claims(void **state)
{
    (void)state;
    t2g_arena_free(&arena);
    return 0;
}

static void add(uint32_t source, t2g_relation relation, uint32_t target, t2g_rule rule, t2g_status status, uint32_t sentence)
{
    t2g_claim claim = {.source = source, .target = target, .sentence = sentence, .relation = (uint8_t)relation,
                       .status = (uint8_t)status, .rule = (uint8_t)rule};
    t2g_claims_add(&claims, &claim);
}

static void settle(void)
{
    assert_int_equal(t2g_claims_settle(&claims, &entities, &facts, &arena, NULL), T2G_OK);
}

static void claims_of_one_edge_are_one_fact(void **state)
{
    (void)state;
    add(ANN, T2G_HEAD_OF, BANK, T2G_RULE_COPULA, T2G_STATUS_CURRENT, 3);
    add(ANN, T2G_HEAD_OF, BANK, T2G_RULE_TITLE, T2G_STATUS_CURRENT, 5);
    settle();
    assert_int_equal(facts.len, 1);
    assert_int_equal(facts.at[0].proofs, 2);
    assert_int_equal(facts.proofs[0].sentence, 5); /* the surer rule first */
    assert_true(facts.at[0].confidence > t2g_rule_confidence(T2G_RULE_TITLE));
}

static void two_proofs_in_one_sentence_are_one_place(void **state)
{
    (void)state;
    add(ANN, T2G_HEAD_OF, BANK, T2G_RULE_COPULA, T2G_STATUS_CURRENT, 3);
    add(ANN, T2G_HEAD_OF, BANK, T2G_RULE_TITLE, T2G_STATUS_CURRENT, 3);
    settle();
    assert_int_equal(facts.at[0].proofs, 1);
    assert_int_equal(facts.at[0].confidence, t2g_rule_confidence(T2G_RULE_TITLE));
}

static void heading_beats_belonging(void **state)
{
    (void)state;
    add(ANN, T2G_MEMBER_OF, BANK, T2G_RULE_TITLE, T2G_STATUS_CURRENT, 1);
    add(ANN, T2G_HEAD_OF, BANK, T2G_RULE_TITLE, T2G_STATUS_CURRENT, 2);
    settle();
    assert_int_equal(facts.len, 1);
    assert_int_equal(facts.at[0].relation, T2G_HEAD_OF);
}

static void a_guessed_country_gives_way_to_a_named_one(void **state)
{
    (void)state;
    add(ANN, T2G_HEAD_OF, NORWAY, T2G_RULE_TITLE, T2G_STATUS_CURRENT, 1);
    add(ANN, T2G_MEMBER_OF, NORWAY, T2G_RULE_CONTEXT, T2G_STATUS_CURRENT, 1);
    add(TOM, T2G_HEAD_OF, NORWAY, T2G_RULE_CONTEXT, T2G_STATUS_CURRENT, 2);
    settle();
    assert_int_equal(facts.len, 2);
    assert_int_equal(facts.at[0].relation, T2G_HEAD_OF);
}

static void former_anywhere_is_former(void **state)
{
    (void)state;
    add(ANN, T2G_HEAD_OF, BANK, T2G_RULE_TITLE, T2G_STATUS_CURRENT, 1);
    add(ANN, T2G_HEAD_OF, BANK, T2G_RULE_TITLE, T2G_STATUS_FORMER, 2);
    settle();
    assert_int_equal(facts.at[0].status, T2G_STATUS_FORMER);
}

static void the_offices_of_the_dead_are_over(void **state)
{
    (void)state;
    add(ANN, T2G_HEAD_OF, BANK, T2G_RULE_TITLE, T2G_STATUS_CURRENT, 1);
    claims.ended[ANN] = true;
    settle();
    assert_int_equal(facts.at[0].status, T2G_STATUS_FORMER);
}

static void nobody_relates_to_himself(void **state)
{
    (void)state;
    add(ANN, T2G_REPORTED_BY, ANN, T2G_RULE_SAID, T2G_STATUS_CURRENT, 1);
    settle();
    assert_int_equal(facts.len, 0);
}

static void facts_stand_in_the_order_of_the_text(void **state)
{
    (void)state;
    add(TOM, T2G_HEAD_OF, BANK, T2G_RULE_TITLE, T2G_STATUS_CURRENT, 9);
    add(ANN, T2G_HEAD_OF, NORWAY, T2G_RULE_TITLE, T2G_STATUS_CURRENT, 7);
    settle();
    assert_int_equal(facts.at[0].source, ANN);
    assert_int_equal(facts.at[1].source, TOM);
}

static void a_proof_keeps_what_its_place_says(void **state)
{
    (void)state;
    add(ANN, T2G_HEAD_OF, BANK, T2G_RULE_TITLE, T2G_STATUS_CURRENT, 1);
    add(ANN, T2G_HEAD_OF, BANK, T2G_RULE_COPULA, T2G_STATUS_FORMER, 2);
    settle();
    assert_int_equal(facts.at[0].status, T2G_STATUS_FORMER);
    assert_int_equal(facts.proofs[0].status, T2G_STATUS_CURRENT);
    assert_int_equal(facts.proofs[1].status, T2G_STATUS_FORMER);
    assert_int_equal(facts.proofs[1].rule, T2G_RULE_COPULA);
}

static void what_falls_is_a_doubt(void **state)
{
    (void)state;
    add(ANN, T2G_HEAD_OF, BANK, T2G_RULE_TITLE, T2G_STATUS_CURRENT, 1);
    claims.at[0].confidence = 0;
    claims.at[0].chance = 70;
    t2g_claim considered = {.source = TOM, .target = BANK, .relation = T2G_MEMBER_OF, .rule = T2G_RULE_LEARNED, .chance = 30};
    t2g_claims_doubt(&claims, &considered);
    settle();
    assert_int_equal(facts.len, 0);
    assert_int_equal(facts.doubts_len, 2);
    assert_int_equal(facts.doubts[0].proof.confidence, 70);
    assert_int_equal(facts.doubts[1].source, TOM);
    assert_int_equal(facts.doubts[1].proof.confidence, 30);
}

static void what_was_only_considered_places_nobody(void **state)
{
    (void)state;
    add(ANN, T2G_HEAD_OF, NORWAY, T2G_RULE_CONTEXT, T2G_STATUS_CURRENT, 1);
    t2g_claim considered = {.source = ANN, .target = NORWAY, .relation = T2G_MEMBER_OF, .rule = T2G_RULE_LEARNED, .chance = 30};
    t2g_claims_doubt(&claims, &considered);
    settle();
    assert_int_equal(facts.len, 1);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, open_claims, close_claims)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(claims_of_one_edge_are_one_fact),
        TEST(two_proofs_in_one_sentence_are_one_place),
        TEST(heading_beats_belonging),
        TEST(a_guessed_country_gives_way_to_a_named_one),
        TEST(former_anywhere_is_former),
        TEST(the_offices_of_the_dead_are_over),
        TEST(nobody_relates_to_himself),
        TEST(a_proof_keeps_what_its_place_says),
        TEST(what_falls_is_a_doubt),
        TEST(what_was_only_considered_places_nobody),
        TEST(facts_stand_in_the_order_of_the_text),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
