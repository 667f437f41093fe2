/* antecedent.h - whom a role noun or pronoun likely means where no reference is sure.
 *
 * "The government", "the suspect", "they": the speaker's own state or body, what the
 * article is about, or whoever was named last and is not the speaker.  A guess, which
 * the judge weighs.
 *
 * SPDX-License-Identifier: MIT
 */
#ifndef T2G_NLP_ANTECEDENT_H
#define T2G_NLP_ANTECEDENT_H

#include "nlp/attribution/nounphrase.h"

/* What a noun or pronoun may stand for. */
typedef enum t2g_antecedent {
    T2G_ANTECEDENT_SURE,   /* nothing that must be guessed                         */
    T2G_ANTECEDENT_BODY,   /* the company, the group                               */
    T2G_ANTECEDENT_PARTY,
    T2G_ANTECEDENT_PERSON, /* the suspect, the man                                 */
    T2G_ANTECEDENT_OFFICER, /* the minister, the chairman                          */
    T2G_ANTECEDENT_KIN,    /* his wife, her son                                    */
    T2G_ANTECEDENT_FIGHTERS, /* the rebels, the kidnappers                         */
    T2G_ANTECEDENT_HE      /* he, of another than the speaker                      */
} t2g_antecedent;

t2g_antecedent t2g_antecedent_sort(const t2g_scene *scene, uint32_t token);

/* The entity that is likely meant where the speaker of the scene speaks, or T2G_NONE. */
uint32_t t2g_antecedent_likely(const t2g_scene *scene, t2g_antecedent sort);

#endif
