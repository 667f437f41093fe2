/* test_arena.c - memory of one lifetime.
 *
 * SPDX-License-Identifier: MIT
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "base/arena.h"

static t2g_arena arena;

static int open_arena(void **state)
{
    (void)state;
    t2g_arena_init(&arena);
    return 0;
}

static int close_arena(void **state)
{
    (void)state;
    t2g_arena_free(&arena);
    return 0;
}

static void an_empty_arena_holds_nothing(void **state)
{
    (void)state;
    assert_int_equal(arena.total, 0);
    t2g_arena_free(&arena);
    assert_null(arena.last);
}

static void allocations_do_not_overlap(void **state)
{
    (void)state;
    unsigned char *at[200];
    for (int i = 0; i < 200; i++) {
        at[i] = t2g_arena_alloc(&arena, (size_t)i * 7 + 1, 1);
        assert_non_null(at[i]);
        memset(at[i], i, (size_t)i * 7 + 1);
    }
    for (int i = 0; i < 200; i++)
        for (int k = 0; k < i * 7 + 1; k++) assert_int_equal(at[i][k], i);
}

static void allocations_are_aligned(void **state)
{
    (void)state;
    for (size_t size = 1; size < 64; size++) {
        void *got = t2g_arena_alloc(&arena, size, 1);
        assert_int_equal((uintptr_t)got % sizeof(void *), 0);
    }
}

static void a_count_of_nothing_is_a_valid_pointer(void **state)
{
    (void)state;
    assert_non_null(t2g_arena_alloc(&arena, 0, 8));
}

static void a_size_that_overflows_is_refused(void **state)
{
    (void)state;
    assert_null(t2g_arena_alloc(&arena, SIZE_MAX / 2, 16));
    assert_null(t2g_arena_alloc(&arena, SIZE_MAX, 1));
    assert_null(t2g_arena_grow(&arena, NULL, 0, SIZE_MAX / 4, 16));
}

static void cleared_memory_is_zero(void **state)
{
    (void)state;
    t2g_arena_mark mark = t2g_arena_save(&arena);
    memset(t2g_arena_alloc(&arena, 1000, 1), 0xFF, 1000);
    t2g_arena_rewind(&arena, mark);
    unsigned char *got = t2g_arena_zalloc(&arena, 1000, 1);
    for (int i = 0; i < 1000; i++) assert_int_equal(got[i], 0);
}

static void a_copy_ends_in_a_nul(void **state)
{
    (void)state;
    char *copy = t2g_arena_copy(&arena, "Oslo!", 4);
    assert_string_equal(copy, "Oslo");
}

static void growing_keeps_what_was_there(void **state)
{
    (void)state;
    uint32_t *array = T2G_ARRAY(&arena, uint32_t, 1);
    array[0] = 0;
    for (uint32_t cap = 1; cap < 100000; cap *= 2) {
        array = t2g_arena_grow(&arena, array, cap, (size_t)cap * 2, sizeof *array);
        assert_non_null(array);
        for (uint32_t i = cap; i < cap * 2; i++) array[i] = i;
        if (cap % 3 == 1) t2g_arena_alloc(&arena, 1, 1); /* now it is not the newest */
    }
    for (uint32_t i = 0; i < 100000; i++) assert_int_equal(array[i], i);
}

static void a_rewind_drops_what_came_after_the_mark(void **state)
{
    (void)state;
    char *kept = t2g_arena_copy(&arena, "kept", 4);
    t2g_arena_mark mark = t2g_arena_save(&arena);
    size_t total = arena.total;
    for (int i = 0; i < 100; i++) t2g_arena_alloc(&arena, 100000, 1);
    assert_true(arena.total > total);
    t2g_arena_rewind(&arena, mark);
    assert_int_equal(arena.total, total);
    assert_string_equal(kept, "kept");
}

#define IN_ARENA(test) cmocka_unit_test_setup_teardown(test, open_arena, close_arena)

int main(void)
{
    const struct CMUnitTest tests[] = {
        IN_ARENA(an_empty_arena_holds_nothing),
        IN_ARENA(allocations_do_not_overlap),
        IN_ARENA(allocations_are_aligned),
        IN_ARENA(a_count_of_nothing_is_a_valid_pointer),
        IN_ARENA(a_size_that_overflows_is_refused),
        IN_ARENA(cleared_memory_is_zero),
        IN_ARENA(a_copy_ends_in_a_nul),
        IN_ARENA(growing_keeps_what_was_there),
        IN_ARENA(a_rewind_drops_what_came_after_the_mark),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
