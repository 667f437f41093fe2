/* test_tenure.c - what holds for src/nlp/fact/tenure.c and its neighbours homeland.c, regime.c, succession.c, affiliation.c, one behaviour a test.
 *
 * SPDX-License-Identifier: MIT
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdlib.h>

#include <cmocka.h>

#include "nlp/fact/tenure.h"
#include "ground.h"

/* The status of the first claim of a source and target, or T2G_NONE. */
static uint32_t status_of(const char *source, const char *target)
{
    uint32_t a = grounded_entity(&on, source), b = grounded_entity(&on, target);
    for (uint32_t c = 0; c < on.ground.claims.len; c++)
        if (on.ground.claims.at[c].source == a && on.ground.claims.at[c].target == b) return on.ground.claims.at[c].status;
    return T2G_NONE;
}

static void a_prime_minister_heads_the_country(void **state)
{
    (void)state;
    grounded_read(&on, "Norwegian Prime Minister Ola Berg left.");
    assert_true(grounded_claims(&on, "Ola Berg", T2G_HEAD_OF, "Norway"));
}

static void a_minister_belongs_to_the_country(void **state)
{
    (void)state;
    grounded_read(&on, "Norwegian Foreign Minister Ola Berg left.");
    assert_true(grounded_claims(&on, "Ola Berg", T2G_MEMBER_OF, "Norway"));
    assert_false(grounded_claims(&on, "Ola Berg", T2G_HEAD_OF, "Norway"));
}

static void a_minister_heads_the_ministry_of_the_field(void **state)
{
    (void)state;
    grounded_read(&on, "The Foreign Ministry was quiet. Norwegian Foreign Minister Ola Berg left.");
    assert_true(grounded_claims(&on, "Ola Berg", T2G_HEAD_OF, "Foreign Ministry"));
}

static void a_president_of_a_party_s_adjective_is_a_member(void **state)
{
    (void)state;
    grounded_read(&on, "The Republicans cheered. Republican President Ola Berg left.");
    assert_true(grounded_claims(&on, "Ola Berg", T2G_MEMBER_OF, "Republicans"));
    assert_false(grounded_claims(&on, "Ola Berg", T2G_HEAD_OF, "Republicans"));
}

static void a_leader_of_a_party_heads_it(void **state)
{
    (void)state;
    grounded_read(&on, "Labour leader Ola Berg left.");
    assert_true(grounded_claims(&on, "Ola Berg", T2G_HEAD_OF, "Labour"));
}

static void an_office_without_a_state_is_of_the_one_in_the_text(void **state)
{
    (void)state;
    grounded_read(&on, "Norway votes. Prime Minister Ola Berg left Oslo.");
    assert_true(grounded_claims(&on, "Ola Berg", T2G_HEAD_OF, "Norway"));
}

static void an_office_in_a_text_without_states_is_of_none(void **state)
{
    (void)state;
    grounded_read(&on, "Prime Minister Ola Berg left.");
    for (uint32_t c = 0; c < on.ground.claims.len; c++) assert_int_not_equal(on.ground.claims.at[c].relation, T2G_HEAD_OF);
}

static void cities_point_to_a_state(void **state)
{
    (void)state;
    grounded_read(&on, "Norway beat Peru. In Lima, Arequipa and Cusco nobody slept. President Ana Rojas spoke in Lima.");
    assert_true(grounded_claims(&on, "Ana Rojas", T2G_HEAD_OF, "Peru"));
    assert_false(grounded_claims(&on, "Ana Rojas", T2G_HEAD_OF, "Norway"));
}

static void a_state_that_has_its_president_is_not_meant(void **state)
{
    (void)state;
    grounded_read(&on, "Peruvian President Luis Vega met Chileans. Chile was cool. President Ana Rojas of the hosts spoke in Santiago.");
    assert_false(grounded_claims(&on, "Ana Rojas", T2G_HEAD_OF, "Peru"));
}

static void a_senator_in_brief_serves_the_united_states(void **state)
{
    (void)state;
    grounded_read(&on, "The United States and Canada argue. Sen. Ola Berg left.");
    assert_true(grounded_claims(&on, "Ola Berg", T2G_MEMBER_OF, "United States"));
    assert_false(grounded_claims(&on, "Ola Berg", T2G_MEMBER_OF, "Canada"));
}

static void a_chancellor_is_german_or_austrian(void **state)
{
    (void)state;
    grounded_read(&on, "Germany and France argue. Chancellor Ola Berg left.");
    assert_true(grounded_claims(&on, "Ola Berg", T2G_HEAD_OF, "Germany"));
    assert_false(grounded_claims(&on, "Ola Berg", T2G_HEAD_OF, "France"));
}

static void no_chancellor_heads_another_state(void **state)
{
    (void)state;
    grounded_read(&on, "France waits. Chancellor Ola Berg left.");
    assert_false(grounded_claims(&on, "Ola Berg", T2G_HEAD_OF, "France"));
}

static void the_nation_s_leader_heads_the_state(void **state)
{
    (void)state;
    grounded_read(&on, "Zambia waits in Lusaka. The nation's leader John Banda left.");
    assert_true(grounded_claims(&on, "John Banda", T2G_HEAD_OF, "Zambia"));
}

static void the_society_s_president_heads_none(void **state)
{
    (void)state;
    grounded_read(&on, "Zambia waits. The society's president, John Banda, left.");
    assert_false(grounded_claims(&on, "John Banda", T2G_HEAD_OF, "Zambia"));
}

static void a_letter_behind_the_name_is_a_party(void **state)
{
    (void)state;
    grounded_read(&on, "Republicans and Democrats met. Ola Berg (R-Ohio) and Ana Rojas (D., Texas) left.");
    assert_true(grounded_claims(&on, "Ola Berg", T2G_MEMBER_OF, "Republicans"));
    assert_true(grounded_claims(&on, "Ana Rojas", T2G_MEMBER_OF, "Democrats"));
    assert_false(grounded_claims(&on, "Ola Berg", T2G_MEMBER_OF, "Democrats"));
}

static void a_letter_that_is_no_party_is_none(void **state)
{
    (void)state;
    grounded_read(&on, "Republicans and Democrats met. Ola Berg (I-Ohio) left.");
    assert_false(grounded_claims(&on, "Ola Berg", T2G_MEMBER_OF, "Republicans"));
    assert_false(grounded_claims(&on, "Ola Berg", T2G_MEMBER_OF, "Democrats"));
}

static void titles_go_on_past_brackets(void **state)
{
    (void)state;
    grounded_read(&on, "The United States slept. Sens. Ola Berg (Ohio), Ana Rojas (Texas) and Tom Baker (Maine) left.");
    assert_true(grounded_claims(&on, "Ola Berg", T2G_MEMBER_OF, "United States"));
    assert_true(grounded_claims(&on, "Ana Rojas", T2G_MEMBER_OF, "United States"));
    assert_true(grounded_claims(&on, "Tom Baker", T2G_MEMBER_OF, "United States"));
}

static void a_government_is_headed(void **state)
{
    (void)state;
    grounded_read(&on, "The former German government under Ola Berg fell.");
    assert_true(grounded_claims(&on, "Ola Berg", T2G_HEAD_OF, "Germany"));
    assert_int_equal(status_of("Ola Berg", "Germany"), T2G_STATUS_FORMER);
}

static void a_government_that_somebody_meets_is_not_his(void **state)
{
    (void)state;
    grounded_read(&on, "Ola Berg met the German government.");
    assert_false(grounded_claims(&on, "Ola Berg", T2G_HEAD_OF, "Germany"));
}

static void a_predecessor_had_the_office(void **state)
{
    (void)state;
    grounded_read(&on, "Norwegian Prime Minister Ola Berg met his predecessor Kari Nordmann.");
    assert_true(grounded_claims(&on, "Kari Nordmann", T2G_HEAD_OF, "Norway"));
    assert_int_equal(status_of("Kari Nordmann", "Norway"), T2G_STATUS_FORMER);
}

static void a_counterpart_has_it_in_another_state(void **state)
{
    (void)state;
    grounded_read(&on, "Norwegian Prime Minister Ola Berg met his Swedish counterpart Lars Lind.");
    assert_true(grounded_claims(&on, "Lars Lind", T2G_HEAD_OF, "Sweden"));
    assert_false(grounded_claims(&on, "Lars Lind", T2G_HEAD_OF, "Norway"));
}

static void who_succeeds_holds_and_who_is_succeeded_held(void **state)
{
    (void)state;
    grounded_read(&on, "Boeing chairman Anna Keller was succeeded by Tom Reed.");
    assert_true(grounded_claims(&on, "Tom Reed", T2G_HEAD_OF, "Boeing"));
    assert_int_equal(status_of("Anna Keller", "Boeing"), T2G_STATUS_FORMER);
}

static void who_may_succeed_holds_nothing(void **state)
{
    (void)state;
    grounded_read(&on, "Boeing chairman Anna Keller left. Tom Reed may succeed Keller.");
    assert_false(grounded_claims(&on, "Tom Reed", T2G_HEAD_OF, "Boeing"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_prime_minister_heads_the_country),
        cmocka_unit_test(a_minister_belongs_to_the_country),
        cmocka_unit_test(a_minister_heads_the_ministry_of_the_field),
        cmocka_unit_test(a_president_of_a_party_s_adjective_is_a_member),
        cmocka_unit_test(a_leader_of_a_party_heads_it),
        cmocka_unit_test(an_office_without_a_state_is_of_the_one_in_the_text),
        cmocka_unit_test(an_office_in_a_text_without_states_is_of_none),
        cmocka_unit_test(cities_point_to_a_state),
        cmocka_unit_test(a_state_that_has_its_president_is_not_meant),
        cmocka_unit_test(a_senator_in_brief_serves_the_united_states),
        cmocka_unit_test(a_chancellor_is_german_or_austrian),
        cmocka_unit_test(no_chancellor_heads_another_state),
        cmocka_unit_test(the_nation_s_leader_heads_the_state),
        cmocka_unit_test(the_society_s_president_heads_none),
        cmocka_unit_test(a_letter_behind_the_name_is_a_party),
        cmocka_unit_test(a_letter_that_is_no_party_is_none),
        cmocka_unit_test(titles_go_on_past_brackets),
        cmocka_unit_test(a_government_is_headed),
        cmocka_unit_test(a_government_that_somebody_meets_is_not_his),
        cmocka_unit_test(a_predecessor_had_the_office),
        cmocka_unit_test(a_counterpart_has_it_in_another_state),
        cmocka_unit_test(who_succeeds_holds_and_who_is_succeeded_held),
        cmocka_unit_test(who_may_succeed_holds_nothing),
    };
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
