/* SPDX-License-Identifier: MIT */
#include "nlp/judge/facts.h"

#include "nlp/attribution/attribution.h"
#include "nlp/judge/judge.h"

bool t2g_ground_build(t2g_ground *ground, t2g_arena *arena, const t2g_layers *layers)
{
    if (!t2g_ground_open(ground, arena, layers)) return false;
    t2g_patterns_find(ground);
    return t2g_attributions_find(layers, &ground->row, &ground->offices, ground->nature, &ground->claims) && !ground->claims.failed;
}

t2g_result t2g_facts_build(t2g_facts *facts, t2g_arena *arena, const t2g_linear *model, const t2g_renown *renown,
                           const t2g_lexicon *lexicon, const t2g_text *text, const t2g_tokens *tokens, const t2g_sentences *sentences, const t2g_tags *tags,
                           const t2g_trees *trees, const t2g_phrases *phrases, const t2g_mentions *mentions,
                           const t2g_entities *entities, t2g_error *error)
{
    const t2g_layers layers = {lexicon, text, tokens, sentences, tags, trees, phrases, mentions, entities, renown};
    t2g_arena scratch;
    t2g_arena_init(&scratch);
    t2g_ground ground;
    *facts = (t2g_facts){0};
    bool judged = t2g_ground_build(&ground, &scratch, &layers) && (!model || t2g_judge(model, &scratch, &ground));
    t2g_result result = judged ? t2g_claims_settle(&ground.claims, entities, facts, arena, error) : t2g_error_nomem(error);
    t2g_arena_free(&scratch);
    return result;
}
