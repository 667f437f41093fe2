/* SPDX-License-Identifier: MIT */
#include "nlp/entity.h"

t2g_result t2g_entities_build(t2g_entities *entities, t2g_arena *arena, const t2g_lexicon *lexicon,
                              const t2g_text *text, const t2g_tokens *tokens, const t2g_sentences *sentences,
                              const t2g_phrases *phrases, const t2g_mentions *mentions, t2g_error *error)
{
    (void)lexicon, (void)sentences, (void)phrases;
    *entities = (t2g_entities){.at = T2G_ARRAY(arena, t2g_entity, (size_t)mentions->len + 1),
                               .of_mention = T2G_ARRAY(arena, uint32_t, (size_t)mentions->len + 1)};
    if (!entities->at || !entities->of_mention) return t2g_error_nomem(error);
    for (uint32_t m = 0; m < mentions->len; m++) {
        t2g_slice name = t2g_tokens_bytes(tokens, text, (t2g_span){mentions->at[m].begin, mentions->at[m].end});
        uint32_t e = 0;
        while (e < entities->len && !t2g_slice_equal(entities->at[e].name, name)) e++;
        if (e == entities->len) entities->at[entities->len++] = (t2g_entity){.name = name, .first = m};
        entities->at[e].mentions++;
        entities->of_mention[m] = e;
    }
    return T2G_OK;
}

const char *t2g_entity_type_name(t2g_entity_type type)
{
    static const char *const names[] = {"person", "organisation", "country"};
    return names[type];
}

void t2g_entities_dump(const t2g_entities *entities, const t2g_text *text, const t2g_tokens *tokens,
                       const t2g_mentions *mentions, FILE *out)
{
    (void)text, (void)tokens, (void)mentions;
    for (uint32_t e = 0; e < entities->len; e++)
        fprintf(out, "%s %.*s\n", t2g_entity_type_name(entities->at[e].type), (int)entities->at[e].name.size,
                entities->at[e].name.bytes);
}
