/* SPDX-License-Identifier: MIT */
#include "nlp/attribution/cue.h"

bool t2g_cue_is(const t2g_scene *scene, uint32_t v, const char *lemma)
{
    return t2g_slice_is(t2g_lexicon_entry(scene->layers->lexicon, scene->row->at[v].entry).value, lemma);
}

bool t2g_cue_addresses(const t2g_scene *scene, uint32_t v)
{
    static const char *const lemmas[] = {"tell", "speak to", "speak with", "talk to", "talk with", "inform"};
    const t2g_item *verb = &scene->row->at[v];
    if (verb->kind != T2G_ITEM_VERB || verb->key != T2G_KEY_SAY) return false;
    for (size_t l = 0; l < sizeof lemmas / sizeof *lemmas; l++)
        if (t2g_cue_is(scene, v, lemmas[l])) return true;
    return false;
}
