/* coreference.h - entities in, the pronouns and role nouns that mean them out.
 *
 * One pass keeps, for every kind of antecedent, who was named last and who was
 * the first of a sentence (its likely subject: Hobbs 1978, "Resolving pronoun
 * references"; Lappin and Leass 1994).  A pronoun takes a compatible one of
 * its own sentence or the two before; when two answer equally well, none.
 * O(tokens).
 *
 * SPDX-License-Identifier: MIT
 */
#ifndef T2G_NLP_COREFERENCE_H
#define T2G_NLP_COREFERENCE_H

#include "nlp/entity/entity.h"

typedef enum t2g_gender { T2G_GENDER_UNKNOWN, T2G_MALE, T2G_FEMALE } t2g_gender;

/* Fill entities->references, in the arena.  gender: [entities->len] t2g_gender of persons. */
t2g_result t2g_references_build(t2g_entities *entities, t2g_arena *arena, const t2g_lexicon *lexicon,
                                const t2g_tokens *tokens, const t2g_sentences *sentences,
                                const t2g_phrases *phrases, const t2g_mentions *mentions, const uint8_t *gender,
                                t2g_error *error);

#endif
