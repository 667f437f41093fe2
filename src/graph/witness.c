/* SPDX-License-Identifier: MIT */
#include "graph/witness.h"

bool t2g_witness_sight(t2g_witness *witness, t2g_arena *arena, const t2g_saying *saying, const uint32_t *keys, uint32_t len)
{
    t2g_sighting *sighting = T2G_ARRAY(arena, t2g_sighting, 1);
    uint32_t *kept = T2G_ARRAY(arena, uint32_t, len);
    if (!sighting || !kept) return false;
    if (len) memcpy(kept, keys, len * sizeof *keys);
    *sighting = (t2g_sighting){.saying = *saying, .keys = kept, .len = len};
    if (witness->last_sighting) witness->last_sighting->next = sighting;
    else witness->sightings = sighting;
    witness->last_sighting = sighting;
    return true;
}

bool t2g_witness_suspect(t2g_witness *witness, t2g_arena *arena, const t2g_suspicion *suspicion)
{
    t2g_suspicion *kept = T2G_ARRAY(arena, t2g_suspicion, 1);
    if (!kept) return false;
    *kept = *suspicion;
    if (witness->last_suspicion) witness->last_suspicion->next = kept;
    else witness->suspicions = kept;
    witness->last_suspicion = kept;
    return true;
}
