/* facts.h - entities in, facts out: the rules claim, the judge decides, what stands is settled.
 *
 * SPDX-License-Identifier: MIT
 */
#ifndef T2G_NLP_FACTS_H
#define T2G_NLP_FACTS_H

#include "model/linear.h"
#include "nlp/fact/fact.h"
#include "nlp/fact/ground.h"

/* Run every rule, of patterns and of attributions; the layers must outlive the ground.  False when memory is out. */
bool t2g_ground_build(t2g_ground *ground, t2g_arena *arena, const t2g_layers *layers);

/* model NULL: by the rules alone; renown NULL: nobody is known. */
t2g_result t2g_facts_build(t2g_facts *facts, t2g_arena *arena, const t2g_linear *model, const t2g_renown *renown,
                           const t2g_lexicon *lexicon, const t2g_text *text, const t2g_tokens *tokens, const t2g_sentences *sentences, const t2g_tags *tags,
                           const t2g_trees *trees, const t2g_phrases *phrases, const t2g_mentions *mentions,
                           const t2g_entities *entities, t2g_error *error);

#endif
