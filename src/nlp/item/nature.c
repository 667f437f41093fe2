/* SPDX-License-Identifier: MIT */
#include "nlp/item/nature.h"

/* Words of a name that tell. */
static const struct telling {
    const char *word; /* lower-cased */
    uint8_t nature;
} telling[] = {
    {"army", T2G_NATURE_STATE},
    {"assembly", T2G_NATURE_PUBLIC},
    {"broadcasting", T2G_NATURE_OUTLET},
    {"broadcaster", T2G_NATURE_OUTLET},
    {"chronicle", T2G_NATURE_OUTLET},
    {"commission", T2G_NATURE_PUBLIC},
    {"committee", T2G_NATURE_PUBLIC},
    {"congress", T2G_NATURE_STATE},
    {"council", T2G_NATURE_PUBLIC},
    {"court", T2G_NATURE_PUBLIC},
    {"daily", T2G_NATURE_OUTLET},
    {"democrats", T2G_NATURE_PARTY},
    {"department", T2G_NATURE_MINISTRY | T2G_NATURE_STATE},
    {"embassy", T2G_NATURE_STATE},
    {"force", T2G_NATURE_STATE},
    {"forces", T2G_NATURE_STATE},
    {"gazette", T2G_NATURE_OUTLET},
    {"herald", T2G_NATURE_OUTLET},
    {"house", T2G_NATURE_PUBLIC},
    {"journal", T2G_NATURE_OUTLET},
    {"magazine", T2G_NATURE_OUTLET},
    {"ministry", T2G_NATURE_MINISTRY | T2G_NATURE_STATE},
    {"navy", T2G_NATURE_STATE},
    {"news", T2G_NATURE_OUTLET},
    {"newspaper", T2G_NATURE_OUTLET},
    {"office", T2G_NATURE_MINISTRY},
    {"parliament", T2G_NATURE_STATE},
    {"party", T2G_NATURE_PARTY},
    {"police", T2G_NATURE_STATE},
    {"post", T2G_NATURE_OUTLET},
    {"press", T2G_NATURE_OUTLET},
    {"radio", T2G_NATURE_OUTLET},
    {"senate", T2G_NATURE_STATE},
    {"telegraph", T2G_NATURE_OUTLET},
    {"television", T2G_NATURE_OUTLET},
    {"times", T2G_NATURE_OUTLET},
    {"treasury", T2G_NATURE_MINISTRY | T2G_NATURE_STATE},
    {"tabloid", T2G_NATURE_OUTLET},
    {"tribune", T2G_NATURE_OUTLET},
    {"tv", T2G_NATURE_OUTLET},
    {"weekly", T2G_NATURE_OUTLET},
    {"wikinews", T2G_NATURE_OUTLET},
};

static uint8_t nature_of_list(t2g_lex_list list)
{
    if (list == T2G_LEX_PARTY) return T2G_NATURE_PARTY;
    if (list == T2G_LEX_OUTLET) return T2G_NATURE_OUTLET;
    if (list == T2G_LEX_BODY) return T2G_NATURE_BODY;
    return 0;
}

/* "the White House press secretary", "his post": common words beside a name, though part of outlets' names. */
static bool tells_only_inside(const t2g_tokens *tokens, uint32_t token)
{
    t2g_slice fold = t2g_token_fold(tokens, token);
    return t2g_slice_is(fold, "press") || t2g_slice_is(fold, "post") || t2g_slice_is(fold, "times");
}

/* "the newspaper Monitor", "Interfax news agency": the common noun beside a name tells. */
static uint8_t nature_beside(const t2g_layers *layers, const uint8_t *of_form, const t2g_mention *mention)
{
    const t2g_tokens *tokens = layers->tokens;
    uint8_t nature = 0;
    if (mention->end < tokens->len && tokens->at[mention->end].shape == T2G_SHAPE_LOWER && !tells_only_inside(tokens, mention->end))
        nature |= of_form[tokens->at[mention->end].fold];
    if (mention->begin > 0 && tokens->at[mention->begin - 1].shape == T2G_SHAPE_LOWER && !tells_only_inside(tokens, mention->begin - 1))
        nature |= of_form[tokens->at[mention->begin - 1].fold];
    return nature & T2G_NATURE_OUTLET;
}

static bool is_one_of(t2g_slice fold, const char *const *words)
{
    for (; *words; words++)
        if (t2g_slice_is(fold, *words)) return true;
    return false;
}

/* "the television channel X", "the radio station, X": two common nouns before the name tell together. */
static uint8_t nature_before(const t2g_layers *layers, const t2g_mention *mention)
{
    static const char *const media[] = {"channel", "station", "network", "website", "site", "portal", "agency", "service", NULL};
    static const char *const kinds[] = {"tv", "television", "radio", "news", "satellite", "cable", NULL};
    uint32_t i = mention->begin;
    if (i > 0 && t2g_slice_is(t2g_token_fold(layers->tokens, i - 1), ",")) i--;
    bool tells = i > 1 && is_one_of(t2g_token_fold(layers->tokens, i - 1), media) && is_one_of(t2g_token_fold(layers->tokens, i - 2), kinds);
    return tells ? T2G_NATURE_OUTLET : 0;
}

/* "ABC Online", "CTV Montreal": an outlet's letters begin the name. */
static uint8_t nature_of_letters(const t2g_layers *layers, const t2g_mention *mention)
{
    const t2g_phrase *outlet = t2g_phrases_longest(layers->phrases, mention->begin, T2G_LEX_OUTLET);
    bool begins = outlet && outlet->end == mention->begin + 1 && layers->tokens->at[mention->begin].shape == T2G_SHAPE_CAPS;
    return begins ? T2G_NATURE_OUTLET : 0;
}

uint8_t *t2g_natures(t2g_arena *arena, const t2g_layers *layers)
{
    const t2g_mentions *mentions = layers->mentions;
    uint8_t *nature = t2g_arena_zalloc(arena, layers->entities->len, sizeof *nature);
    uint8_t *of_form = t2g_arena_zalloc(arena, layers->tokens->forms.len, sizeof *of_form); /* by form id */
    if (!nature || !of_form) return NULL;
    for (size_t t = 0; t < sizeof telling / sizeof *telling; t++) {
        uint32_t form = t2g_intern_find(&layers->tokens->forms, t2g_slice_of(telling[t].word));
        if (form != T2G_NONE) of_form[form] = telling[t].nature;
    }
    for (uint32_t m = 0; m < mentions->len; m++) {
        uint32_t entity = layers->entities->of_mention[m];
        if (entity == T2G_NONE || layers->entities->at[entity].type != T2G_ORGANISATION) continue;
        const t2g_mention *mention = &mentions->at[m];
        if (mention->entry != T2G_NONE) nature[entity] |= nature_of_list(t2g_lexicon_list(layers->lexicon, mention->entry));
        nature[entity] |= nature_beside(layers, of_form, mention) | nature_before(layers, mention) | nature_of_letters(layers, mention);
        for (uint32_t i = mention->begin; i < mention->end; i++) nature[entity] |= of_form[layers->tokens->at[i].fold];
    }
    return nature;
}
