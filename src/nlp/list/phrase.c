/* SPDX-License-Identifier: MIT */
#include "nlp/list/phrase.h"

#include "base/utf8.h"
#include "nlp/lexicon/leximage.h"

/* A name of one word must be this long for ALL CAPS to be it: "MALI" is Mali,
 * but "IT", "US" and "AL" are words or other names. */
enum { SHORTEST_IN_CAPS = 4 };

/* The lexicon's word for each distinct lower-cased form of the document,
 * looked up when it is first met. */
enum { UNSEEN = UINT32_MAX - 1 };

typedef struct search {
    const t2g_lexicon *lexicon;
    const t2g_tokens *tokens;
    uint32_t *word_of; /* [tokens->forms.len] word, T2G_NONE or UNSEEN             */
    t2g_arena *arena;
    t2g_phrases *phrases;
    uint32_t cap; /* of phrases->at                                               */
} search;

static uint32_t word_at(search *s, uint32_t token)
{
    uint32_t fold = s->tokens->at[token].fold;
    if (s->word_of[fold] == UNSEEN)
        s->word_of[fold] = t2g_lex_word_hashed(s->lexicon, t2g_intern_string(&s->tokens->forms, fold),
                                               s->tokens->forms.hashes[fold]);
    return s->word_of[fold];
}

/* No small letter: NATO, U.S., 'S, 9. */
static bool is_in_caps(const t2g_tokens *tokens, uint32_t token)
{
    uint8_t shape = tokens->at[token].shape;
    if (shape == T2G_SHAPE_CAPS || shape == T2G_SHAPE_NONE) return true;
    if (shape != T2G_SHAPE_TITLE) return false;
    t2g_slice form = t2g_token_form(tokens, token);
    for (uint32_t i = 0; i < form.size; i++)
        if (t2g_is_lower((unsigned char)form.bytes[i])) return false;
    return true;
}

/* Does the phrase of an entry stand at [begin, end) with its capitals?  Its words
 * are known to be there but for case.  A small word fits any case ("Bank Of
 * England" in a headline); one with capitals fits these, or ALL CAPS. */
static bool capitals_fit(const search *s, const t2g_lex_record *entry, uint32_t begin, uint32_t end)
{
    const char *phrase = t2g_lex_string(s->lexicon, entry->phrase).bytes;
    for (uint32_t i = begin; i < end; i++) {
        t2g_slice form = t2g_token_form(s->tokens, i), fold = t2g_token_fold(s->tokens, i);
        while (*phrase == ' ') phrase++;
        bool exact = form.size == fold.size && memcmp(phrase, form.bytes, form.size) == 0;
        if (!exact && memcmp(phrase, fold.bytes, fold.size) != 0) {
            if (!is_in_caps(s->tokens, i)) return false;
            if (entry->words == 1 && fold.size < SHORTEST_IN_CAPS) return false;
        }
        phrase += fold.size;
    }
    return true;
}

static bool add_phrase(search *s, t2g_phrase phrase)
{
    t2g_phrases *phrases = s->phrases;
    if (phrases->len == s->cap) {
        uint32_t cap = s->cap < UINT32_MAX / 2 ? s->cap * 2 : 0;
        t2g_phrase *grown = cap ? t2g_arena_grow(s->arena, phrases->at, s->cap, cap, sizeof *grown) : NULL;
        if (!grown) return false;
        phrases->at = grown;
        s->cap = cap;
    }
    phrases->at[phrases->len++] = phrase;
    return true;
}

static bool add_entries(search *s, uint32_t state, uint32_t begin, uint32_t end)
{
    t2g_span entries = t2g_lexicon_entries(s->lexicon, state);
    for (uint32_t id = entries.begin; id < entries.end; id++) {
        const t2g_lex_record *entry = &s->lexicon->entries[id];
        if (entry->cased && !capitals_fit(s, entry, begin, end)) continue;
        if (!add_phrase(s, (t2g_phrase){begin, end, id, entry->list, entry->key})) return false;
    }
    return true;
}

/* Walk the trie from one token to the longest phrase, then back, adding. */
static bool add_all_that_begin_at(search *s, uint32_t begin)
{
    uint32_t states[T2G_LEX_LONGEST], len = 0, state = 0;
    for (uint32_t i = begin; len < T2G_LEX_LONGEST && i < s->tokens->len; i++) {
        if (i > begin && s->tokens->at[i].flags & T2G_TOKEN_BLOCK) break;
        state = t2g_lexicon_step(s->lexicon, state, word_at(s, i));
        if (state == T2G_NONE) break;
        states[len++] = state;
    }
    while (len > 0) {
        len--;
        if (!add_entries(s, states[len], begin, begin + len + 1)) return false;
    }
    return true;
}

t2g_result t2g_phrases_build(t2g_phrases *phrases, t2g_arena *arena, const t2g_lexicon *lexicon,
                             const t2g_tokens *tokens, t2g_error *error)
{
    t2g_arena scratch;
    search s = {.lexicon = lexicon, .tokens = tokens, .arena = arena, .phrases = phrases, .cap = tokens->len + 1};
    t2g_arena_init(&scratch);
    s.word_of = T2G_ARRAY(&scratch, uint32_t, (size_t)tokens->forms.len + 1);
    *phrases = (t2g_phrases){.first = T2G_ARRAY(arena, uint32_t, (size_t)tokens->len + 1)};
    phrases->at = T2G_ARRAY(arena, t2g_phrase, s.cap);
    bool ok = s.word_of && phrases->first && phrases->at;
    for (uint32_t i = 0; ok && i < tokens->forms.len; i++) s.word_of[i] = UNSEEN;
    for (uint32_t i = 0; ok && i < tokens->len; i++) {
        phrases->first[i] = phrases->len;
        ok = add_all_that_begin_at(&s, i);
    }
    if (ok) phrases->first[tokens->len] = phrases->len;
    t2g_arena_free(&scratch);
    return ok ? T2G_OK : t2g_error_nomem(error);
}

const t2g_phrase *t2g_phrases_longest(const t2g_phrases *phrases, uint32_t token, t2g_lex_list list)
{
    for (uint32_t p = phrases->first[token]; p < phrases->first[token + 1]; p++)
        if (phrases->at[p].list == list) return &phrases->at[p];
    return NULL;
}
