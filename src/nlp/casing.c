/* SPDX-License-Identifier: MIT */
#include "nlp/casing.h"

#include "nlp/wordclass.h"

static bool is_capital(const t2g_token *t)
{
    return t->shape == T2G_SHAPE_TITLE || t->shape == T2G_SHAPE_CAPS || t->shape == T2G_SHAPE_MIXED;
}

static void count(uint8_t *counter)
{
    if (*counter < 255) (*counter)++;
}

/* A headline writes its longer words with capitals, and has no full stop, or
 * everything in CAPITALS. */
static bool is_flat(const t2g_tokens *tokens, t2g_sentence sentence)
{
    uint32_t words = 0, capital = 0, caps = 0;
    for (uint32_t i = sentence.begin; i < sentence.end; i++) {
        const t2g_token *t = &tokens->at[i];
        if (t->kind != T2G_TOKEN_WORD || t->end - t->begin < 4) continue;
        words++;
        capital += is_capital(t);
        caps += t->shape == T2G_SHAPE_CAPS;
    }
    bool stopped = t2g_slice_is(t2g_token_form(tokens, sentence.end - 1), ".");
    return words >= 4 && ((capital * 10 >= words * 8 && !stopped) || caps * 10 >= words * 6);
}

/* Whether a capital right behind token i would be that of a first word: true from the sentence's begin
 * to its first word, and again behind a colon or an opening quote. */
static bool still_opening(const t2g_tokens *tokens, uint32_t i, bool opening)
{
    const t2g_token *t = &tokens->at[i];
    if (t->kind != T2G_TOKEN_PUNCT && t->kind != T2G_TOKEN_SYMBOL) return false;
    t2g_slice form = t2g_token_form(tokens, i);
    if (t2g_slice_is(form, ":") || t2g_slice_is(form, "\xE2\x80\x9C") || t2g_slice_is(form, "``")) return true;
    bool glued = i + 1 < tokens->len && !(tokens->at[i + 1].flags & T2G_TOKEN_SPACE);
    if (t2g_slice_is(form, "\"") && t->flags & T2G_TOKEN_SPACE && glued) return true;
    return opening;
}

/* Words of the list, and those of the closed classes: "While", "Under", "If". */
static void mark_common(t2g_casing *casing, const t2g_tokens *tokens, const t2g_phrases *phrases)
{
    for (uint32_t f = 0; f < tokens->forms.len; f++)
        if (t2g_word_class(t2g_intern_string(&tokens->forms, f)) & T2G_CLASS_FUNCTION) casing->common[f] = 1;
    for (uint32_t p = 0; p < phrases->len; p++) {
        const t2g_phrase *phrase = &phrases->at[p];
        if (phrase->list == T2G_LEX_COMMON && phrase->end == phrase->begin + 1)
            casing->common[tokens->at[phrase->begin].fold] = 1;
    }
}

static t2g_case_hint hint_of(const t2g_casing *casing, const t2g_token *t, bool flat, bool opens)
{
    uint32_t low = casing->low[t->fold], high = casing->high[t->fold];
    if (!flat && !opens) return T2G_CASE_CAPITAL;
    if (high > low) return T2G_CASE_CAPITAL;
    if (low > 0 || casing->common[t->fold]) return T2G_CASE_LOW;
    return opens && !flat && t->shape == T2G_SHAPE_CAPS ? T2G_CASE_CAPITAL : T2G_CASE_UNSURE;
}

/* Count the words of a sentence whose case tells something. */
static void witness(t2g_casing *casing, const t2g_tokens *tokens, t2g_sentence sentence)
{
    bool opening = true;
    for (uint32_t i = sentence.begin; i < sentence.end; i++) {
        const t2g_token *t = &tokens->at[i];
        if (t->shape == T2G_SHAPE_LOWER) count(&casing->low[t->fold]);
        else if (is_capital(t) && !opening) count(&casing->high[t->fold]);
        opening = still_opening(tokens, i, opening);
    }
}

bool t2g_casing_build(t2g_casing *casing, t2g_arena *arena, const t2g_tokens *tokens,
                      const t2g_sentences *sentences, const t2g_phrases *phrases)
{
    size_t forms = (size_t)tokens->forms.len + 1;
    *casing = (t2g_casing){.hint = t2g_arena_zalloc(arena, (size_t)tokens->len + 1, 1),
                           .low = t2g_arena_zalloc(arena, forms, 1),
                           .high = t2g_arena_zalloc(arena, forms, 1),
                           .common = t2g_arena_zalloc(arena, forms, 1),
                           .flat = t2g_arena_zalloc(arena, (size_t)sentences->len + 1, 1)};
    if (!casing->hint || !casing->low || !casing->high || !casing->common || !casing->flat) return false;
    mark_common(casing, tokens, phrases);
    for (uint32_t s = 0; s < sentences->len; s++) {
        casing->flat[s] = is_flat(tokens, sentences->at[s]);
        if (!casing->flat[s]) witness(casing, tokens, sentences->at[s]);
    }
    for (uint32_t s = 0; s < sentences->len; s++) {
        bool opening = true;
        for (uint32_t i = sentences->at[s].begin; i < sentences->at[s].end; i++) {
            const t2g_token *t = &tokens->at[i];
            if (is_capital(t)) casing->hint[i] = (uint8_t)hint_of(casing, t, casing->flat[s], opening);
            opening = still_opening(tokens, i, opening);
        }
    }
    return true;
}
