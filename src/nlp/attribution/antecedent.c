/* SPDX-License-Identifier: MIT */
#include "nlp/attribution/antecedent.h"

#include "nlp/item/nature.h"

static const char *const bodies[] = {"company", "firm", "bank", "agency", "ministry", "department", "organisation", "organization",
                                     "group", "airline", "union", "club", "team", "commission", "association", "network",
                                     "newspaper", "paper", "body", "council", "committee", "court", "board", "army", "military",
                                     "foundation", "university", "charity", "force", "movement", "bloc", "alliance", "parliament",
                                     "broadcaster", "bureau", "museum", "hospital", "school", "corporation", "carrier", NULL};
static const char *const parties[] = {"party", "opposition", "coalition", NULL};
static const char *const persons[] = {"suspect", "man", "woman", "accused", "defendant", "victim", "attacker", "gunman", "driver",
                                      "pilot", "boy", "girl", "teenager", "prisoner", "actor", "actress", "singer", "player", "star",
                                      "candidate", "individual", "person", "journalist", "reporter", "soldier", "shooter", NULL};
static const char *const officers[] = {"president", "minister", "premier", "chancellor", "senator", "judge", "governor", "mayor",
                                       "leader", "chief", "secretary", "king", "queen", "pope", "general", "officer", "chairman",
                                       "captain", "coach", "director", NULL};
static const char *const kin[] = {"son", "wife", "husband", "daughter", "father", "mother", "brother", "sister", "friend", NULL};
static const char *const fighters[] = {"rebels", "militants", "kidnappers", "terrorists", "insurgents", "fighters", "troops", NULL};

static const char *const *const words[] = {
    [T2G_ANTECEDENT_BODY] = bodies,      [T2G_ANTECEDENT_PARTY] = parties,
    [T2G_ANTECEDENT_PERSON] = persons, [T2G_ANTECEDENT_OFFICER] = officers, [T2G_ANTECEDENT_KIN] = kin,
    [T2G_ANTECEDENT_FIGHTERS] = fighters};

/* Of the two named last, the one who is not the speaker; an outlet is rarely spoken of. */
static uint32_t other(const t2g_scene *scene, t2g_entity_type type)
{
    for (int k = 0; k < 2; k++) {
        uint32_t entity = scene->recent[type][k];
        if (entity == T2G_NONE || entity == scene->speaker) continue;
        if (type != T2G_ORGANISATION || !(scene->nature[entity] & T2G_NATURE_OUTLET)) return entity;
    }
    return T2G_NONE;
}

static uint32_t own(const t2g_scene *scene, const uint32_t *of)
{
    return scene->speaker == T2G_NONE ? T2G_NONE : of[scene->speaker];
}

/* "a company", "one man", "Iran's minister", "the minister of trade": another one than the last. */
static bool is_fresh(const t2g_scene *scene, uint32_t token)
{
    static const char *const any[] = {"a", "an", "another", "no", "any", "some", "every", "each", NULL};
    for (uint32_t d = scene->dependent[token]; d != T2G_NONE; d = scene->next[d]) {
        t2g_deprel relation = t2g_scene_relation(scene, d);
        if (relation == T2G_DEP_NUMMOD || (relation == T2G_DEP_DET && t2g_scene_is_word(scene, d, any))) return true;
        bool pronoun = scene->layers->tags->pos[d] == T2G_POS_PRON;
        if (relation == T2G_DEP_NMOD && !pronoun) return true;
    }
    uint32_t owner = t2g_noun_owner(scene, token);
    return owner != T2G_NONE && !(scene->row->at[owner].flags & T2G_ITEM_REFERENCE);
}

/* "The rebels" that a text speaks of may be any; those that the quoted speak of were named. */
static bool is_any(const t2g_scene *scene, uint32_t token, t2g_antecedent sort)
{
    return sort == T2G_ANTECEDENT_FIGHTERS && !scene->quoted[scene->item[token]];
}

t2g_antecedent t2g_antecedent_sort(const t2g_scene *scene, uint32_t token)
{
    for (uint32_t s = T2G_ANTECEDENT_SURE + 1; s < sizeof words / sizeof *words; s++)
        if (t2g_scene_is_word(scene, token, words[s])) return is_fresh(scene, token) || is_any(scene, token, (t2g_antecedent)s) ? T2G_ANTECEDENT_SURE : (t2g_antecedent)s;
    return T2G_ANTECEDENT_SURE;
}

uint32_t t2g_antecedent_likely(const t2g_scene *scene, t2g_antecedent sort)
{
    uint32_t found = T2G_NONE;
    switch (sort) {
    case T2G_ANTECEDENT_BODY:
    case T2G_ANTECEDENT_PARTY:
        found = own(scene, scene->body_of);
        return found != T2G_NONE ? found : other(scene, T2G_ORGANISATION);
    case T2G_ANTECEDENT_FIGHTERS:
        found = other(scene, T2G_ORGANISATION);
        return found != T2G_NONE ? found : other(scene, T2G_COUNTRY);
    case T2G_ANTECEDENT_PERSON: return scene->hero != scene->speaker ? scene->hero : other(scene, T2G_PERSON);
    default: return scene->other != T2G_NONE ? scene->other : other(scene, T2G_PERSON);
    }
}
