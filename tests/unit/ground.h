/* ground.h - a text walked to its items and offices, for the unit tests of the rooms item, fact and judge.
 *
 * Included behind room.h's needs (cmocka.h); the lists are those that are built in.
 *
 * SPDX-License-Identifier: MIT
 */
#ifndef TESTS_UNIT_GROUND_H
#define TESTS_UNIT_GROUND_H

#include "nlp/fact/ground.h"
#include "room.h"

typedef struct grounded {
    room here;
    t2g_arena arena;
    t2g_layers layers;
    t2g_ground ground;
} grounded;

static inline int grounded_open(grounded *g)
{
    t2g_arena_init(&g->arena);
    return room_open_built_in(&g->here);
}

static inline void grounded_close(grounded *g)
{
    t2g_arena_free(&g->arena);
    room_close(&g->here);
}

/* The one of a test program. */
static grounded on;

static inline int set_up(void **state)
{
    (void)state;
    return grounded_open(&on);
}

static inline int tear_down(void **state)
{
    (void)state;
    grounded_close(&on);
    return 0;
}

static inline void grounded_read(grounded *g, const char *bytes)
{
    room *r = &g->here;
    room_read(r, bytes, T2G_STAGE_ENTITY);
    t2g_arena_free(&g->arena);
    t2g_arena_init(&g->arena);
    g->layers = room_layers(r);
    assert_true(t2g_ground_build(&g->ground, &g->arena, &g->layers));
}

/* The entity of that name, or T2G_NONE. */
static inline uint32_t grounded_entity(const grounded *g, const char *name)
{
    for (uint32_t e = 0; e < g->here.entities.len; e++)
        if (t2g_slice_is(g->here.entities.at[e].name, name)) return e;
    return T2G_NONE;
}

/* The first item of the row that means the entity of that name, or T2G_NONE. */
static inline uint32_t grounded_item(const grounded *g, const char *name)
{
    uint32_t entity = grounded_entity(g, name);
    for (uint32_t i = 0; entity != T2G_NONE && i < g->ground.row.len; i++)
        if (g->ground.row.at[i].entity == entity) return i;
    return T2G_NONE;
}

/* Does a rule claim it? */
static inline bool grounded_claims(const grounded *g, const char *source, t2g_relation relation, const char *target)
{
    uint32_t a = grounded_entity(g, source), b = grounded_entity(g, target);
    for (uint32_t c = 0; c < g->ground.claims.len; c++) {
        const t2g_claim *claim = &g->ground.claims.at[c];
        if (claim->source == a && claim->target == b && claim->relation == relation) return true;
    }
    return false;
}

#endif
