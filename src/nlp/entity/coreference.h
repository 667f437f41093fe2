/* coreference.h - entities in, the pronouns and role nouns that mean them out.
 *
 * One pass in the order of the text.  A pronoun means the most salient entity that
 * agrees with it (salience.h); a role noun the one who was last said to have the
 * role, "the company" the last of its kind, "the government" the country that the
 * newest sentence with a country names alone.  O(tokens).
 *
 * SPDX-License-Identifier: MIT
 */
#ifndef T2G_NLP_COREFERENCE_H
#define T2G_NLP_COREFERENCE_H

#include "nlp/entity/salience.h"

typedef enum t2g_gender { T2G_GENDER_UNKNOWN, T2G_MALE, T2G_FEMALE } t2g_gender;

/* Fill entities->references, in the arena.  gender: [entities->len] t2g_gender of persons. */
t2g_result t2g_references_build(t2g_entities *entities, t2g_arena *arena, const t2g_lexicon *lexicon,
                                const t2g_tokens *tokens, const t2g_sentences *sentences,
                                const t2g_trees *trees, const t2g_phrases *phrases, const t2g_mentions *mentions,
                                const uint8_t *gender, t2g_error *error);

#endif
