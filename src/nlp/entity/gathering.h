/* gathering.h - entities while they are being found.
 *
 * Names of one document are gathered the longest first, so that a short form
 * finds the full one wherever that stands.  How organisations and persons are
 * told from one another is orgmerge.h and personmerge.h.
 *
 * SPDX-License-Identifier: MIT
 */
#ifndef T2G_NLP_GATHERING_H
#define T2G_NLP_GATHERING_H

#include "nlp/entity/coreference.h"
#include "nlp/entity/namekey.h"

typedef struct t2g_gathering {
    const t2g_lexicon *lexicon;
    const t2g_tokens *tokens;
    const t2g_phrases *phrases;
    const t2g_mentions *mentions;
    t2g_namekeys keys;
    t2g_entity *at;   /* [len]                                                          */
    uint32_t len, cap;
    uint32_t *of;     /* [mentions->len] entity or T2G_NONE                             */
    uint8_t *gender;  /* [len] t2g_gender                                               */
    uint8_t *initial; /* [len] of a person's middle name, lower case, or 0              */
    uint32_t *recent; /* [forms] by fold of a last or first name: the person named last */
    uint32_t *first;  /* [forms] the first person of the text with that name            */
    uint32_t *woman, *man; /* [forms] the last one known as such                        */
} t2g_gathering;

/* With room for so many entities a mention.  False when memory is out. */
bool t2g_gathering_init(t2g_gathering *g, t2g_arena *scratch, uint32_t room, const t2g_lexicon *lexicon,
                        const t2g_tokens *tokens, const t2g_phrases *phrases, const t2g_mentions *mentions);

/* A new entity that opens with a mention. */
uint32_t t2g_gathering_add(t2g_gathering *g, t2g_entity_type type, uint32_t mention);

bool t2g_gathering_form_is(const t2g_gathering *g, uint32_t token, const char *form);

#endif
