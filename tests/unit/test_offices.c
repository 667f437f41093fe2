/* test_offices.c - what holds for src/nlp/item/offices.c, one behaviour a test.
 *
 * SPDX-License-Identifier: MIT
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdlib.h>

#include <cmocka.h>

#include "nlp/item/offices.h"
#include "ground.h"

/* The first office of the text. */
static const t2g_office *first_office(void)
{
    assert_true(on.ground.offices.groups > 0);
    return &on.ground.offices.at[on.ground.offices.group[0].first];
}

static const char *owner_type(const t2g_office *office, uint32_t o)
{
    return t2g_entity_type_name((t2g_entity_type)on.ground.row.at[office->owner[o]].type);
}

static void an_owner_stands_before_the_role(void **state)
{
    (void)state;
    grounded_read(&on, "Boeing chairman Anna Keller left.");
    assert_int_equal(first_office()->owners, 1);
    assert_string_equal(owner_type(first_office(), 0), "organisation");
}

static void an_owner_stands_behind_the_preposition(void **state)
{
    (void)state;
    grounded_read(&on, "The chairman of Boeing left.");
    assert_int_equal(first_office()->owners, 1);
}

static void roles_side_by_side_are_one_group(void **state)
{
    (void)state;
    grounded_read(&on, "Norwegian Prime Minister General Ola Berg left.");
    assert_int_equal(on.ground.offices.groups, 1);
    assert_int_equal(on.ground.offices.group[0].len, 2);
}

static void a_word_before_the_role_gives_the_status(void **state)
{
    (void)state;
    grounded_read(&on, "Former Norwegian Prime Minister Ola Berg left.");
    assert_int_equal(first_office()->status, T2G_STATUS_FORMER);
}

static void elect_stands_behind_the_role(void **state)
{
    (void)state;
    grounded_read(&on, "Norwegian President-elect Ola Berg left.");
    assert_int_equal(first_office()->status, T2G_STATUS_ELECT);
}

static void acting_is_a_status(void **state)
{
    (void)state;
    grounded_read(&on, "Acting Norwegian Prime Minister Ola Berg left.");
    assert_int_equal(first_office()->status, T2G_STATUS_ACTING);
}

static void a_deputy_is_marked(void **state)
{
    (void)state;
    grounded_read(&on, "Norwegian deputy Prime Minister Ola Berg left.");
    assert_true(first_office()->flags & T2G_OFFICE_DEPUTY);
}

static void a_place_that_is_no_state_closes_the_office(void **state)
{
    (void)state;
    grounded_read(&on, "The governor of California, Ola Berg, left.");
    assert_true(first_office()->flags & T2G_OFFICE_CLOSED);
}

static void a_common_noun_owns_the_office(void **state)
{
    (void)state;
    grounded_read(&on, "The society's president, Ola Berg, left.");
    assert_true(first_office()->flags & T2G_OFFICE_OTHERS);
}

static void a_nation_that_is_not_named_owns_the_office(void **state)
{
    (void)state;
    grounded_read(&on, "The nation's leader, Ola Berg, left.");
    assert_true(first_office()->flags & T2G_OFFICE_NATION);
    assert_false(first_office()->flags & T2G_OFFICE_OTHERS);
}

static void a_province_has_ministers_of_its_own(void **state)
{
    (void)state;
    grounded_read(&on, "Provincial minister Ola Berg left.");
    assert_true(first_office()->flags & T2G_OFFICE_OTHERS);
}

static void some_offices_are_of_one_country_alone(void **state)
{
    (void)state;
    grounded_read(&on, "Sen. Ola Berg left.");
    assert_true(t2g_slice_is(first_office()->home, "US"));
}

static void some_offices_are_of_a_few_countries(void **state)
{
    (void)state;
    grounded_read(&on, "Chancellor Ola Berg left.");
    assert_true(t2g_slice_is(first_office()->home, "DE AT"));
}

static void a_minister_has_a_field(void **state)
{
    (void)state;
    grounded_read(&on, "Foreign Minister Ola Berg left.");
    assert_true(t2g_slice_is(first_office()->field, "foreign"));
}

static void where_an_envoy_is_sent_is_no_owner(void **state)
{
    (void)state;
    grounded_read(&on, "The Norwegian ambassador to Peru, Ola Berg, left.");
    assert_int_equal(first_office()->owners, 1);
    assert_int_equal(on.ground.row.at[first_office()->owner[0]].entity, grounded_entity(&on, "Norway"));
}

static void a_parliamentary_leader_leads_a_part(void **state)
{
    (void)state;
    grounded_read(&on, "Labour parliamentary leader Ola Berg left.");
    assert_true(first_office()->flags & T2G_OFFICE_INSIDE);
    grounded_read(&on, "Norwegian parliamentary speaker Ola Berg left.");
    assert_false(first_office()->flags & T2G_OFFICE_INSIDE);
}

static void where_somebody_was_born_is_no_owner(void **state)
{
    (void)state;
    grounded_read(&on, "Chilean-born Finance Minister Ola Berg left.");
    assert_int_equal(first_office()->owners, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_parliamentary_leader_leads_a_part),
        cmocka_unit_test(where_somebody_was_born_is_no_owner),
        cmocka_unit_test(an_owner_stands_before_the_role),
        cmocka_unit_test(an_owner_stands_behind_the_preposition),
        cmocka_unit_test(roles_side_by_side_are_one_group),
        cmocka_unit_test(a_word_before_the_role_gives_the_status),
        cmocka_unit_test(elect_stands_behind_the_role),
        cmocka_unit_test(acting_is_a_status),
        cmocka_unit_test(a_deputy_is_marked),
        cmocka_unit_test(a_place_that_is_no_state_closes_the_office),
        cmocka_unit_test(a_common_noun_owns_the_office),
        cmocka_unit_test(a_nation_that_is_not_named_owns_the_office),
        cmocka_unit_test(a_province_has_ministers_of_its_own),
        cmocka_unit_test(some_offices_are_of_one_country_alone),
        cmocka_unit_test(some_offices_are_of_a_few_countries),
        cmocka_unit_test(a_minister_has_a_field),
        cmocka_unit_test(where_an_envoy_is_sent_is_no_owner),
    };
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
