/* test_edge.c - what holds for src/graph/edge.c, one behaviour a test.
 *
 * SPDX-License-Identifier: MIT
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "graph/edge.h"

enum { DOCUMENTS = 4 };

static t2g_saying place[DOCUMENTS];
static t2g_edge_record said[DOCUMENTS];

static void document_says(int d, uint16_t confidence, t2g_status status, const char *since, const char *until)
{
    place[d] = (t2g_saying){.turn = (uint32_t)d};
    said[d] = (t2g_edge_record){.relation = T2G_HEAD_OF, .status = (uint8_t)status, .confidence = confidence, .count = 1,
                                .begin = (uint64_t)d, .sayings = &place[d], .last_saying = &place[d]};
    strcpy(said[d].since, since);
    strcpy(said[d].until, until);
}

/* The edge of the first so many documents, from number `first` on round. */
static t2g_edge_record settled(int len, int first)
{
    t2g_edge_record edge = {.count = 0};
    for (int d = 0; d < len; d++) {
        said[(d + first) % len].next = NULL;
        place[(d + first) % len].next = NULL;
        t2g_edge_gather(&edge, &said[(d + first) % len]);
    }
    t2g_edge_settle(&edge);
    return edge;
}

static void the_surest_speaks_and_all_are_counted(void **state)
{
    (void)state;
    document_says(0, 500, T2G_STATUS_CURRENT, "", "");
    document_says(1, 900, T2G_STATUS_FORMER, "", "");
    document_says(2, 700, T2G_STATUS_CURRENT, "", "");
    t2g_edge_record edge = settled(3, 0);
    assert_int_equal(edge.status, T2G_STATUS_FORMER);
    assert_int_equal(edge.confidence, 900);
    assert_int_equal(edge.relation, T2G_HEAD_OF);
    assert_int_equal(edge.count, 3);
    assert_ptr_equal(edge.sayings, &place[0]);
    assert_ptr_equal(edge.sayings->next->next, &place[2]);
}

static void dates_are_lent_by_those_of_one_status(void **state)
{
    (void)state;
    document_says(0, 900, T2G_STATUS_FORMER, "", "2005");
    document_says(1, 800, T2G_STATUS_CURRENT, "1999", "");
    document_says(2, 700, T2G_STATUS_FORMER, "2003", "2004");
    t2g_edge_record edge = settled(3, 0);
    assert_string_equal(edge.since, "2003");
    assert_string_equal(edge.until, "2005");
}

static void the_order_of_documents_does_not_matter(void **state)
{
    (void)state;
    document_says(0, 800, T2G_STATUS_CURRENT, "", "");
    document_says(1, 800, T2G_STATUS_FORMER, "2003", "");
    document_says(2, 800, T2G_STATUS_FORMER, "", "2005");
    document_says(3, 800, T2G_STATUS_FORMER, "", "2004");
    t2g_edge_record first = settled(4, 0);
    assert_int_equal(first.status, T2G_STATUS_FORMER);
    for (int d = 1; d < DOCUMENTS; d++) {
        t2g_edge_record other = settled(4, d);
        assert_int_equal(other.begin, first.begin);
        assert_string_equal(other.since, first.since);
        assert_string_equal(other.until, first.until);
    }
}

static void what_is_joined_is_settled_together(void **state)
{
    (void)state;
    document_says(0, 500, T2G_STATUS_CURRENT, "", "");
    document_says(1, 900, T2G_STATUS_ACTING, "", "");
    t2g_edge_record edge = settled(1, 0), other = {.count = 0}, empty = {.count = 0};
    t2g_edge_gather(&other, &said[1]);
    t2g_edge_join(&edge, &other);
    t2g_edge_join(&edge, &empty);
    t2g_edge_settle(&edge);
    assert_int_equal(edge.status, T2G_STATUS_ACTING);
    assert_int_equal(edge.count, 2);
    t2g_edge_settle(&edge); /* again: nothing is counted twice */
    assert_int_equal(edge.count, 2);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_surest_speaks_and_all_are_counted),
        cmocka_unit_test(dates_are_lent_by_those_of_one_status),
        cmocka_unit_test(the_order_of_documents_does_not_matter),
        cmocka_unit_test(what_is_joined_is_settled_together),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
