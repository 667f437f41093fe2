/* test_judge.c - what holds for src/nlp/judge/judge.c, one behaviour a test.
 *
 * The model of these tests has no weights, so that every chance is a third: what differs is what
 * the rules say.
 *
 * SPDX-License-Identifier: MIT
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "ground.h"

enum { THIRD = 333, CONFIDENCE = 700 };

static grounded g;
static int16_t weights[T2G_LINEAR_ROWS * T2G_LINEAR_OUTPUTS];
static uint32_t exps[T2G_LINEAR_EXPS] = {T2G_LINEAR_EXP_ONE};
static uint32_t calibration[T2G_JUDGE_QUESTIONS][T2G_LINEAR_BINS], cut[T2G_JUDGE_QUESTIONS];

static int setup(void **state)
{
    (void)state;
    for (int q = 0; q < T2G_JUDGE_QUESTIONS; q++)
        for (int b = 0; b < T2G_LINEAR_BINS; b++) calibration[q][b] = CONFIDENCE;
    return grounded_open(&g);
}

static int teardown(void **state)
{
    (void)state;
    grounded_close(&g);
    return 0;
}

/* Judges a text with one cut for what rules claim and one for what they do not see. */
static void judge(const char *text, uint32_t claimed, uint32_t unclaimed)
{
    t2g_linear model = {.weights = weights, .exps = exps, .calibration = &calibration[0][0], .cut = cut,
                        .questions = T2G_JUDGE_QUESTIONS};
    for (uint32_t q = 0; q < T2G_JUDGE_QUESTIONS; q++) cut[q] = q % T2G_SUPPORTS == T2G_CLAIMED ? claimed : unclaimed;
    grounded_read(&g, text);
    assert_true(t2g_judge(&model, &g.arena, &g.ground));
}

static const t2g_claim *claim_of(const char *source, t2g_relation relation, const char *target)
{
    uint32_t a = grounded_entity(&g, source), b = grounded_entity(&g, target);
    for (uint32_t c = 0; c < g.ground.claims.len; c++) {
        const t2g_claim *claim = &g.ground.claims.at[c];
        if (claim->source == a && claim->target == b && claim->relation == relation) return claim;
    }
    return NULL;
}

static void what_a_rule_claims_stands_above_its_own_cut(void **state)
{
    (void)state;
    judge("Ann Lee is the president of Norway.", THIRD - 1, 1000);
    const t2g_claim *claim = claim_of("Ann Lee", T2G_HEAD_OF, "Norway");
    assert_non_null(claim);
    assert_int_equal(claim->confidence, CONFIDENCE);
    assert_int_not_equal(claim->rule, T2G_RULE_LEARNED);
}

static void what_a_rule_claims_falls_below_it(void **state)
{
    (void)state;
    judge("Ann Lee is the president of Norway.", THIRD + 1, 1000);
    const t2g_claim *claim = claim_of("Ann Lee", T2G_HEAD_OF, "Norway");
    assert_non_null(claim);
    assert_int_equal(claim->confidence, 0);
    assert_int_equal(claim->chance, CONFIDENCE);
}

static void what_no_rule_saw_stands_above_its_own_cut(void **state)
{
    (void)state;
    judge("Ann Lee slept at Greenpeace.", 1000, THIRD - 1);
    const t2g_claim *claim = claim_of("Ann Lee", T2G_HEAD_OF, "Greenpeace");
    assert_non_null(claim);
    assert_int_equal(claim->rule, T2G_RULE_LEARNED);
    assert_int_equal(claim->confidence, CONFIDENCE);
    judge("Ann Lee slept at Greenpeace.", 1000, THIRD + 1);
    claim = claim_of("Ann Lee", T2G_HEAD_OF, "Greenpeace");
    assert_true(!claim || claim->confidence == 0);
}

static void nobody_heads_a_person(void **state)
{
    (void)state;
    judge("Ann Lee met Tom Baker in Norway.", 0, 0);
    assert_null(claim_of("Ann Lee", T2G_HEAD_OF, "Tom Baker"));
    assert_false(t2g_judge_knows(&g.here.entities, grounded_entity(&g, "Ann Lee"), grounded_entity(&g, "Tom Baker")));
    assert_true(t2g_judge_knows(&g.here.entities, grounded_entity(&g, "Ann Lee"), grounded_entity(&g, "Norway")));
}

static void support_is_what_the_rules_say_of_the_relation(void **state)
{
    (void)state;
    grounded_read(&g, "Ann Lee is the president of Norway.");
    t2g_pairs pairs;
    assert_true(t2g_pairs_build(&pairs, &g.arena, &g.ground));
    uint32_t ann = grounded_entity(&g, "Ann Lee"), norway = grounded_entity(&g, "Norway");
    for (uint32_t p = 0; p < pairs.len; p++) {
        if (pairs.at[p].source != ann || pairs.at[p].target != norway) continue;
        assert_int_equal(t2g_judge_support(&g.ground.claims, &pairs, &pairs.at[p], T2G_HEAD_OF), T2G_CLAIMED);
        assert_int_equal(t2g_judge_support(&g.ground.claims, &pairs, &pairs.at[p], T2G_REPORTED_BY), T2G_UNCLAIMED);
        return;
    }
    fail_msg("no such pair");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_a_rule_claims_stands_above_its_own_cut),
        cmocka_unit_test(what_a_rule_claims_falls_below_it),
        cmocka_unit_test(what_no_rule_saw_stands_above_its_own_cut),
        cmocka_unit_test(nobody_heads_a_person),
        cmocka_unit_test(support_is_what_the_rules_say_of_the_relation),
    };
    return cmocka_run_group_tests(tests, setup, teardown);
}
