/* SPDX-License-Identifier: MIT */
#include "nlp/attribution/airing.h"

#include "nlp/attribution/cue.h"

enum { STEPS = 6 }; /* from the name of an outlet up to its predicate */

/* How the outlet hangs on the predicate, for the judge. */
enum { LEAD_BITS = 3, VERB_BITS = 3 };

/* The preposition before the noun phrase with this head: its number from 1, 0 for another or none. */
static uint32_t lead_of(const t2g_scene *scene, uint32_t token)
{
    static const char *const leads[] = {"to", "on", "in", "with", "for", "by", "from"};
    uint32_t lead = t2g_scene_dependent(scene, token, T2G_DEP_CASE);
    for (uint32_t l = 0; lead != T2G_NONE && l < sizeof leads / sizeof *leads; l++) {
        const char *const word[] = {leads[l], NULL};
        if (t2g_scene_is_word(scene, lead, word)) return l + 1;
    }
    return 0;
}

static uint32_t class_of_verb(const t2g_scene *scene, uint32_t predicate)
{
    uint32_t i = scene->item[predicate];
    if (i == T2G_NONE || scene->row->at[i].kind != T2G_ITEM_VERB) return 1;
    switch (scene->row->at[i].key) {
    case T2G_KEY_SAY: return 2;
    case T2G_KEY_REPORT: return 3;
    case T2G_KEY_BLAME: return 4;
    case T2G_KEY_DENY: return 5;
    default: return 6;
    }
}

/* Up from the noun to the one that hangs on a predicate: "the programme of S" to "programme".  Counts the nouns
 * and takes the first preposition on the way; T2G_NONE when it hangs on none. */
static uint32_t climb(const t2g_scene *scene, uint32_t token, uint32_t *lead, uint32_t *nouns)
{
    for (uint32_t step = 0; step < STEPS && token != T2G_NONE; step++) {
        t2g_deprel relation = t2g_scene_relation(scene, token);
        if (!*lead) *lead = lead_of(scene, token);
        if (relation == T2G_DEP_OBL || (relation == T2G_DEP_OBJ && *nouns)) return token;
        bool goes_up = relation == T2G_DEP_NMOD || relation == T2G_DEP_COMPOUND || relation == T2G_DEP_APPOS || relation == T2G_DEP_FLAT ||
                       relation == T2G_DEP_CONJ;
        if (!goes_up) return T2G_NONE;
        *nouns += relation == T2G_DEP_NMOD;
        token = scene->layers->trees->head[token];
    }
    return T2G_NONE;
}

uint32_t t2g_airing_at(const t2g_scene *scene, uint32_t i, t2g_topics *topics)
{
    const t2g_trees *trees = scene->layers->trees;
    uint32_t lead = 0, nouns = 0, token = climb(scene, t2g_scene_token(scene, i), &lead, &nouns);
    if (token == T2G_NONE || !lead || trees->head[token] == T2G_NONE) return 0;
    uint32_t predicate = trees->head[token], verb = class_of_verb(scene, predicate);
    if (t2g_scene_relation(scene, predicate) == T2G_DEP_ACL) { /* "In a video sent to S, X" */
        uint32_t noun = climb(scene, trees->head[predicate], &lead, &nouns);
        if (noun != T2G_NONE && trees->head[noun] != T2G_NONE) predicate = trees->head[noun], nouns = 3;
    }
    uint32_t subject = t2g_clause_subject(scene, predicate);
    if (subject == T2G_NONE) return 0;
    t2g_topics_add_noun(scene, subject, topics);
    return lead | verb << LEAD_BITS | (nouns < 3 ? nouns : 3) << (LEAD_BITS + VERB_BITS);
}
