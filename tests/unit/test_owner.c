/* test_owner.c - what holds for src/nlp/item/owner.c and orgkind.c, one behaviour a test.
 *
 * SPDX-License-Identifier: MIT
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdlib.h>

#include <cmocka.h>

#include "nlp/item/orgkind.h"
#include "ground.h"

static void a_noun_says_which_kind_of_owner(void **state)
{
    (void)state;
    grounded_read(&on, "Greenpeace sued the Bank of England. Bank governor Anna Keller was calm.");
    assert_true(grounded_claims(&on, "Anna Keller", T2G_HEAD_OF, "Bank of England"));
    assert_false(grounded_claims(&on, "Anna Keller", T2G_HEAD_OF, "Greenpeace"));
}

static void the_last_one_named_is_meant(void **state)
{
    (void)state;
    grounded_read(&on, "The Bank of England wrote to the Bank of Japan. Bank governor Anna Keller was calm.");
    assert_true(grounded_claims(&on, "Anna Keller", T2G_HEAD_OF, "Bank of Japan"));
}

static void far_back_is_too_far(void **state)
{
    (void)state;
    grounded_read(&on, "The Bank of England wrote. Rain fell. Rain fell. Rain fell. Rain fell. Rain fell. Rain fell. Rain fell. "
                       "Bank governor Anna Keller was calm.");
    assert_false(grounded_claims(&on, "Anna Keller", T2G_HEAD_OF, "Bank of England"));
}

static void a_ruling_party_is_another(void **state)
{
    (void)state;
    grounded_read(&on, "The Labour Party lost. Ruling party leader Anna Keller was calm.");
    assert_false(grounded_claims(&on, "Anna Keller", T2G_HEAD_OF, "Labour Party"));
}

static void nouns_have_kinds(void **state)
{
    (void)state;
    assert_int_equal(t2g_orgkind_of_noun(t2g_slice_of("club")), T2G_ORGKIND_TEAM);
    assert_true(t2g_orgkind_of_noun(t2g_slice_of("carmaker")) & T2G_ORGKIND_COMPANY);
    assert_int_equal(t2g_orgkind_of_noun(t2g_slice_of("weekly")), T2G_ORGKIND_OUTLET);
    assert_int_equal(t2g_orgkind_of_noun(t2g_slice_of("agency") ) & T2G_ORGKIND_AGENCY, T2G_ORGKIND_AGENCY);
    assert_int_equal(t2g_orgkind_of_noun(t2g_slice_of("rain")), 0);
}

static void a_name_or_a_noun_beside_it_tells_the_kind(void **state)
{
    (void)state;
    grounded_read(&on, "The carmaker Volkswagen sued the Bank of England.");
    uint32_t *kinds = t2g_orgkinds(&on.arena, &on.layers, &on.ground.row, &on.ground.offices);
    assert_non_null(kinds);
    assert_true(kinds[grounded_entity(&on, "Volkswagen")] & T2G_ORGKIND_COMPANY);
    assert_true(kinds[grounded_entity(&on, "Bank of England")] & T2G_ORGKIND_BANK);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(a_noun_says_which_kind_of_owner, set_up, tear_down),
        cmocka_unit_test_setup_teardown(the_last_one_named_is_meant, set_up, tear_down),
        cmocka_unit_test_setup_teardown(far_back_is_too_far, set_up, tear_down),
        cmocka_unit_test_setup_teardown(a_ruling_party_is_another, set_up, tear_down),
        cmocka_unit_test_setup_teardown(nouns_have_kinds, set_up, tear_down),
        cmocka_unit_test_setup_teardown(a_name_or_a_noun_beside_it_tells_the_kind, set_up, tear_down),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
