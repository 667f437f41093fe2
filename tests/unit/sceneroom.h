/* sceneroom.h - one sentence as the finders of attributions see it, for their unit tests.
 *
 * Sentences are plain, so that every parser reads them alike: what the parser makes of others is
 * in tests/spec/attribution.md.  Included behind cmocka.h.
 *
 * SPDX-License-Identifier: MIT
 */
#ifndef TESTS_UNIT_SCENEROOM_H
#define TESTS_UNIT_SCENEROOM_H

#include "nlp/attribution/scene.h"
#include "nlp/item/nature.h"
#include "room.h"

static room here;
static t2g_row row;
static t2g_offices offices;
static t2g_layers layers;
static t2g_scene scene;

static inline int set_up(void **state)
{
    (void)state;
    return room_open_built_in(&here);
}

static inline int tear_down(void **state)
{
    (void)state;
    room_close(&here);
    return 0;
}

/* The scene stands in the first sentence of the words, and nobody speaks yet. */
static inline void enter(const char *words)
{
    room_read(&here, words, T2G_STAGE_FACT);
    layers = room_layers(&here);
    const uint8_t *nature = t2g_natures(&here.arena, &layers);
    assert_non_null(nature);
    assert_true(t2g_row_build(&row, &here.arena, &layers));
    assert_true(t2g_offices_build(&offices, &here.arena, &layers, &row));
    assert_true(t2g_scene_init(&scene, &here.arena, &layers, &row, &offices, nature));
    t2g_scene_enter(&scene, 0);
}

/* The first item of the sentence that ends in this word: of "has told" it is "told". */
static inline uint32_t item_of(const char *word)
{
    for (uint32_t i = scene.begin; i < scene.end; i++) {
        uint32_t last = row.at[i].end - 1;
        if (t2g_slice_is(t2g_token_fold(&here.tokens, last), word)) return i;
    }
    return T2G_NONE;
}

static inline uint32_t token_of(const char *word)
{
    return t2g_scene_token(&scene, item_of(word));
}

/* The entity has this name, or is none where the name is NULL. */
static inline void is_named(uint32_t entity, const char *name)
{
    if (!name) {
        assert_int_equal(entity, T2G_NONE);
        return;
    }
    assert_true(entity < here.entities.len);
    assert_true(t2g_slice_is(here.entities.at[entity].name, name));
}

#define TEST(function) cmocka_unit_test_setup_teardown(function, set_up, tear_down)

#endif
