/* SPDX-License-Identifier: MIT */
#include "nlp/mention/namesight.h"

#include "base/utf8.h"
#include "model/crf.h"
#include "nlp/mention/namelist.h"
#include "nlp/mention/team.h"

enum { OUTLINE_LONGEST = 60 };

/* what is the same of a form */

static uint64_t key_of(const char *bytes, uint32_t size)
{
    uint64_t hash = 0x9AE16A3B2F90404Fu + size;
    for (uint32_t i = 0; i < size; i++) hash = (hash ^ (unsigned char)bytes[i]) * 0x100000001B3u;
    return t2g_crf_mix(hash);
}

static uint64_t outline_of(t2g_slice form)
{
    char outline[OUTLINE_LONGEST], last = 0;
    uint32_t size = 0;
    for (uint32_t i = 0; i < form.size && size < OUTLINE_LONGEST; i++) {
        unsigned char c = (unsigned char)form.bytes[i];
        char kind = t2g_is_upper(c) ? 'X' : t2g_is_lower(c) ? 'x' : t2g_is_digit(c) ? '0' : c >= 0x80 ? 'u' : (char)c;
        if (kind != last) outline[size++] = kind;
        last = kind;
    }
    return key_of(outline, size);
}

static t2g_look look_of(const t2g_token *token, t2g_slice form)
{
    uint32_t digits = 0, upper = 0, other = 0;
    for (uint32_t i = 0; i < form.size; i++) {
        unsigned char c = (unsigned char)form.bytes[i];
        digits += t2g_is_digit(c);
        upper += t2g_is_upper(c);
        other += c < 0x80 && !t2g_is_alnum(c);
    }
    switch ((t2g_shape)token->shape) {
    case T2G_SHAPE_NONE: return digits ? T2G_LOOK_NUMBER : T2G_LOOK_SIGNS;
    case T2G_SHAPE_LOWER: return digits ? T2G_LOOK_LOW_DIGIT : T2G_LOOK_SMALL;
    case T2G_SHAPE_CAPS: return digits ? T2G_LOOK_CAPS_DIGIT : other ? T2G_LOOK_CAPS_SIGN : T2G_LOOK_CAPS;
    case T2G_SHAPE_MIXED: return T2G_LOOK_INNER;
    case T2G_SHAPE_TITLE:
        if (form.size == 1) return T2G_LOOK_LETTER;
        if (form.size == 2 && other) return T2G_LOOK_INITIAL;
        return digits ? T2G_LOOK_CAPS_DIGIT : upper > 1 ? T2G_LOOK_MIXED : T2G_LOOK_TITLE;
    }
    return T2G_LOOK_OTHER;
}

static bool is_joint(t2g_slice form)
{
    static const char *const joints[] = {"of", "and", "for", "the", "&", "-", "at", "on", "in", "to", "'s", "against",
                                         "de", "la", "del", "des", "du", "der", "von", "y", "et", "und"};
    for (size_t k = 0; k < sizeof joints / sizeof *joints; k++)
        if (t2g_slice_is(form, joints[k])) return true;
    return false;
}

static t2g_wordsight see_word(const t2g_wordbook *book, const t2g_tokens *tokens, uint32_t token)
{
    t2g_slice form = t2g_token_form(tokens, token), fold = t2g_token_fold(tokens, token);
    t2g_wordsight w = {.key = t2g_wordbook_key(fold), .written = key_of(form.bytes, form.size), .known = 1};
    t2g_wordfacts facts = t2g_wordbook_find(book, w.key);
    for (uint32_t k = 0; k < 4; k++) {
        if (form.size > k) w.prefix[k] = key_of(form.bytes, k + 1);
        if (fold.size > k) w.suffix[k] = key_of(fold.bytes + fold.size - k - 1, k + 1);
    }
    w.outline = outline_of(form);
    memcpy(w.cluster, facts.cluster, sizeof w.cluster);
    w.habit = facts.habit;
    w.look = (uint8_t)look_of(&tokens->at[token], form);
    w.joint = is_joint(form);
    return w;
}

bool t2g_namesight_is_capital(const t2g_namesight *sight, uint32_t token)
{
    uint8_t shape = sight->tokens->at[token].shape;
    return shape == T2G_SHAPE_TITLE || shape == T2G_SHAPE_CAPS;
}

uint32_t t2g_namesight_opening(const t2g_namesight *sight, t2g_sentence sentence)
{
    const t2g_wordsight *first = &sight->words[sight->tokens->at[sentence.begin].form];
    return sentence.begin + (first->look == T2G_LOOK_SIGNS);
}

/* what the document shows */

static void add_context(t2g_wordtrace *trace, uint64_t key)
{
    if (trace->contexts < T2G_NAME_CONTEXTS) trace->context[trace->contexts++] = key;
}

static uint64_t key_at(const t2g_namesight *s, uint32_t i)
{
    return s->words[s->tokens->at[i].form].key;
}

static void trace_run(t2g_wordtrace *traces, const t2g_namesight *s, t2g_sentence in, uint32_t begin, uint32_t end)
{
    for (uint32_t i = begin; i < end; i++) {
        t2g_wordtrace *trace = &traces[s->tokens->at[i].fold];
        if (end - begin > trace->end - trace->begin && end - begin < T2G_NAME_RUN) {
            trace->begin = begin;
            trace->end = end;
        }
        if (begin > in.begin) add_context(trace, key_at(s, begin - 1) * 3 + 1);
        if (end < in.end) add_context(trace, key_at(s, end) * 3 + 2);
    }
}

static void trace_sentence(t2g_wordtrace *traces, const t2g_namesight *s, t2g_sentence in)
{
    uint32_t opening = t2g_namesight_opening(s, in);
    for (uint32_t i = in.begin; i < in.end; i++) {
        t2g_wordtrace *trace = &traces[s->tokens->at[i].fold];
        if (!t2g_namesight_is_capital(s, i)) trace->small++;
        else trace->capital++;
        if (t2g_namesight_is_capital(s, i) && i > opening) trace->inner++;
    }
    for (uint32_t i = in.begin; i < in.end; i++) {
        uint32_t begin = i;
        while (i < in.end && t2g_namesight_is_capital(s, i)) i++;
        if (i > begin) trace_run(traces, s, in, begin, i);
    }
}

/* acronyms and what they stand for */

static uint8_t look_at(const t2g_namesight *s, uint32_t i)
{
    return s->words[s->tokens->at[i].form].look;
}

/* Whose words begin with the letters of the acronym, the last of them before end: its first word, or end.  Small words may be
 * left out, capitals may not ("Ministry of Public Works (MPW)"). */
static uint32_t expansion_of(const t2g_namesight *s, uint32_t begin, uint32_t end, uint32_t acronym)
{
    t2g_slice letters = t2g_token_fold(s->tokens, acronym);
    uint32_t k = letters.size, first = end;
    for (uint32_t i = end; k > 0 && i > begin && end - i < 3 * letters.size;) {
        t2g_slice word = t2g_token_fold(s->tokens, --i);
        while (k > 0 && (letters.bytes[k - 1] == '.' || t2g_is_digit((unsigned char)letters.bytes[k - 1]))) k--;
        if (k > 0 && word.bytes[0] == letters.bytes[k - 1]) {
            k--;
            first = i;
        } else if (t2g_namesight_is_capital(s, i)) {
            return end;
        }
    }
    return k == 0 && t2g_namesight_is_capital(s, first) ? first : end;
}

/* The acronym of "Name of Something (NOS)", also in "(NOS, in Norwegian)". */
static bool is_bracketed_acronym(const t2g_namesight *s, uint32_t i)
{
    enum { ACRONYM_LONGEST = 12 }; /* bytes */
    uint32_t size = t2g_token_form(s->tokens, i).size;
    if (!t2g_namesight_is_capital(s, i) || look_at(s, i) == T2G_LOOK_TITLE || size < 2 || size > ACRONYM_LONGEST) return false;
    t2g_slice behind = t2g_token_form(s->tokens, i + 1);
    return t2g_slice_is(t2g_token_form(s->tokens, i - 1), "(") &&
           (t2g_slice_is(behind, ")") || t2g_slice_is(behind, ",") || t2g_slice_is(behind, ";"));
}

static void announce(uint8_t *announced, t2g_wordtrace *traces, const t2g_namesight *s, t2g_sentence in)
{
    for (uint32_t i = in.begin + 2; i + 1 < in.end; i++) {
        if (!is_bracketed_acronym(s, i)) continue;
        uint32_t end = i - 1 - (look_at(s, i - 2) == T2G_LOOK_SIGNS && i > in.begin + 2); /* a closing quotation mark */
        uint32_t begin = expansion_of(s, in.begin, end, i);
        if (begin == end || end == begin + 1) continue;
        for (uint32_t k = begin; k < end; k++)
            announced[k] = k == begin ? T2G_ANNOUNCED_BEGIN : k + 1 == end ? T2G_ANNOUNCED_LAST : T2G_ANNOUNCED_INSIDE;
        announced[i] = T2G_ANNOUNCED_ACRONYM;
        t2g_wordtrace *trace = &traces[s->tokens->at[i].fold];
        if (trace->expansion_end) continue;
        trace->expansion_begin = begin;
        trace->expansion_end = end;
    }
}

/* which words may be in a name */

/* Beside a capital, or small where nothing has one, or small but a list's. */
static void mark_sentence(uint8_t *may, const t2g_namesight *s, t2g_sentence in)
{
    const uint32_t names = 1u << T2G_NAMELIST_COUNTRY | 1u << T2G_NAMELIST_NATION | 1u << T2G_NAMELIST_BODY |
                           1u << T2G_NAMELIST_BODY_SHORT | 1u << T2G_NAMELIST_OUTLET | 1u << T2G_NAMELIST_FIRM;
    uint32_t capitals = 0;
    for (uint32_t i = in.begin; i < in.end; i++) capitals += t2g_namesight_is_capital(s, i);
    for (uint32_t i = in.begin; i < in.end; i++) {
        const t2g_wordsight *w = &s->words[s->tokens->at[i].form];
        bool near = false;
        for (uint32_t k = i < in.begin + 2 ? in.begin : i - 2; k < in.end && k <= i + 2; k++)
            near = near || t2g_namesight_is_capital(s, k);
        bool plain = w->look == T2G_LOOK_SMALL || w->look == T2G_LOOK_SIGNS || w->look == T2G_LOOK_NUMBER;
        may[i] = near || !plain || s->announced[i] || capitals == 0 || (s->alone[i] | s->among[i]) & names;
    }
}

static void mark_lists(uint32_t *alone, uint32_t *among, const t2g_phrases *phrases)
{
    for (uint32_t p = 0; p < phrases->len; p++) {
        const t2g_phrase *phrase = &phrases->at[p];
        uint32_t bit = 1u << t2g_namelist_of(phrase);
        if (bit == 1u << T2G_NAMELIST_NO) continue;
        if (phrase->end == phrase->begin + 1) alone[phrase->begin] |= bit;
        else for (uint32_t i = phrase->begin; i < phrase->end; i++) among[i] |= bit;
    }
}

bool t2g_namesight_build(t2g_namesight *sight, t2g_arena *arena, const t2g_wordbook *book, const t2g_tokens *tokens,
                         const t2g_sentences *sentences, const t2g_phrases *phrases)
{
    size_t forms = (size_t)tokens->forms.len + 1, len = (size_t)tokens->len + 1;
    t2g_wordsight *words = t2g_arena_zalloc(arena, forms, sizeof *words);
    t2g_wordtrace *traces = t2g_arena_zalloc(arena, forms, sizeof *traces);
    uint32_t *alone = t2g_arena_zalloc(arena, len, sizeof *alone), *among = t2g_arena_zalloc(arena, len, sizeof *among);
    uint8_t *may = t2g_arena_zalloc(arena, len, 1), *announced = t2g_arena_zalloc(arena, len, 1);
    *sight = (t2g_namesight){tokens, sentences, words, traces, alone, among, announced, 0, may};
    if (!words || !traces || !alone || !among || !may || !announced) return false;
    for (uint32_t i = 0; i < tokens->len; i++) {
        t2g_wordsight *word = &words[tokens->at[i].form];
        if (!word->known) *word = see_word(book, tokens, i);
    }
    mark_lists(alone, among, phrases);
    sight->sport = t2g_sport_of(phrases, tokens->len);
    for (uint32_t s = 0; s < sentences->len; s++) {
        trace_sentence(traces, sight, sentences->at[s]);
        announce(announced, traces, sight, sentences->at[s]);
        mark_sentence(may, sight, sentences->at[s]);
    }
    return true;
}
