/* sentence.c - rules over tokens, and a model that hears them (boundary.h).
 *
 * A full stop that belongs to its word (T2G_TOKEN_STOPPED) ends a sentence only
 * where the next word says so; any other stop ends one unless the text goes on
 * in lower case.  What closes behind the stop, quotes and brackets, goes with
 * the sentence before it.  These rules are the model's most telling clue, and
 * alone where there is none.  O(tokens).
 *
 * SPDX-License-Identifier: MIT
 */
#include "nlp/token/sentence.h"

#include "base/utf8.h"
#include "nlp/token/abbreviation.h"

/* Words that, capitalised behind an abbreviation, open a sentence: after
 * "the U.S." a name may go on ("the U.S. Senate"), "The" or "He" cannot. */
static const char openers[] =
    " a after all also although an and another any are as asked at because before both but by despite during each even"
    " every few for from he her here his how however i if in instead is it its last later many meanwhile more most my"
    " nearly no not now on once one only other others our over she since so some such that the their then there these"
    " they this those though thus to two under until we were what when where whether which while who why with you"
    " your yesterday ";

enum { OPENER_LONGEST = 9 };

static bool is_opener(t2g_slice fold)
{
    char wanted[OPENER_LONGEST + 3];
    if (fold.size == 0 || fold.size > OPENER_LONGEST) return false;
    wanted[0] = ' ';
    memcpy(wanted + 1, fold.bytes, fold.size);
    wanted[fold.size + 1] = ' ';
    wanted[fold.size + 2] = '\0';
    return strstr(openers, wanted) != NULL;
}

typedef struct walker {
    const t2g_text *text;
    const t2g_tokens *tokens;
} walker;

static unsigned char first_byte(const walker *w, uint32_t i)
{
    return (unsigned char)w->text->bytes[w->tokens->at[i].begin];
}

static unsigned char last_byte(const walker *w, uint32_t i)
{
    return (unsigned char)w->text->bytes[w->tokens->at[i].end - 1];
}

/* U+201C is 0xE2 0x80 0x9C. */
static bool is_general_punctuation(const walker *w, uint32_t i, unsigned char low, unsigned char high)
{
    t2g_slice bytes = t2g_token_bytes(w->tokens, w->text, i);
    return bytes.size == 3 && memcmp(bytes.bytes, "\xE2\x80", 2) == 0 && (unsigned char)bytes.bytes[2] >= low &&
           (unsigned char)bytes.bytes[2] <= high;
}

static bool opens_sentence_block(const walker *w, uint32_t i)
{
    return i == w->tokens->len || w->tokens->at[i].flags & T2G_TOKEN_BLOCK;
}

/* . ! ? ?! ... and the ellipsis character */
static bool is_stop(const walker *w, uint32_t i)
{
    const t2g_token *t = &w->tokens->at[i];
    unsigned char c = last_byte(w, i);
    if (t->flags & T2G_TOKEN_STOPPED) return true;
    if (t->kind != T2G_TOKEN_PUNCT) return false;
    return c == '.' || c == '!' || c == '?' || (c == 0xA6 && is_general_punctuation(w, i, 0xA6, 0xA6));
}

/* :) ;-) and the like go with the sentence before them. */
static bool is_face(const walker *w, uint32_t i)
{
    const t2g_token *t = &w->tokens->at[i];
    return t->end - t->begin > 1 && (first_byte(w, i) == ':' || first_byte(w, i) == ';') && t->kind == T2G_TOKEN_PUNCT;
}

/* "[17]" behind a full stop: a note of an encyclopedia. */
static bool is_note(const walker *w, uint32_t i)
{
    const t2g_token *t = &w->tokens->at[i];
    return i + 2 < w->tokens->len && first_byte(w, i) == '[' && t[1].kind == T2G_TOKEN_NUMBER &&
           first_byte(w, i + 2) == ']' && !opens_sentence_block(w, i + 1) && !opens_sentence_block(w, i + 2);
}

/* A quote or bracket that closes: it stands close behind the stop. */
static bool is_closer(const walker *w, uint32_t i)
{
    const t2g_token *t = &w->tokens->at[i];
    if (t->kind != T2G_TOKEN_PUNCT || t->flags & (T2G_TOKEN_SPACE | T2G_TOKEN_BLOCK)) return false;
    unsigned char c = first_byte(w, i);
    if (c == ')' || c == ']' || c == '}') return true;
    if (c == '"' || c == '\'') /* straight: the next must not stand close behind it, or it opens */
        return opens_sentence_block(w, i + 1) || w->tokens->at[i + 1].flags & T2G_TOKEN_SPACE ||
               w->tokens->at[i + 1].kind == T2G_TOKEN_PUNCT;
    return is_general_punctuation(w, i, 0x99, 0x99) || is_general_punctuation(w, i, 0x9D, 0x9D) ||
           (c == 0xC2 && last_byte(w, i) == 0xBB);
}

static bool is_opening_punctuation(const walker *w, uint32_t i)
{
    unsigned char c = first_byte(w, i);
    if (c == '(' || c == '[' || c == '"' || c == '\'' || c == '`') return true;
    return is_general_punctuation(w, i, 0x98, 0x98) || is_general_punctuation(w, i, 0x9C, 0x9C) ||
           (c == 0xC2 && last_byte(w, i) == 0xAB);
}

/* After "3 p.m." these go on with the time; another capital opens a sentence. */
static bool is_time_word(t2g_slice fold)
{
    static const char *const words[] = {"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday",
                                        "eastern", "pacific", "central", "mountain", "greenwich", "moscow", "london",
                                        "beijing", "tokyo", "utc", NULL};
    for (uint32_t i = 0; words[i]; i++)
        if (t2g_slice_is(fold, words[i])) return true;
    return false;
}

/* Behind a full stop of its own: does the abbreviation i end the sentence before next? */
static bool abbreviation_ends(const walker *w, uint32_t i, uint32_t next)
{
    t2g_slice bytes = t2g_token_bytes(w->tokens, w->text, i);
    const t2g_token *n = &w->tokens->at[next];
    if (!(n->flags & T2G_TOKEN_SPACE) || n->shape == T2G_SHAPE_LOWER) return false;
    t2g_slice word = {bytes.bytes, bytes.size - 1}, fold = t2g_token_fold(w->tokens, i);
    if (t2g_slice_is(fold, "e.g.") || t2g_slice_is(fold, "i.e.") || t2g_slice_is(fold, "p.s.")) return false;
    t2g_abbreviation kind = t2g_abbreviation_find(word);
    if ((t2g_slice_is(fold, "p.m.") || t2g_slice_is(fold, "a.m.")) && n->shape == T2G_SHAPE_TITLE)
        return !is_time_word(t2g_token_fold(w->tokens, next));
    if (word.size == 1 && n->shape == T2G_SHAPE_TITLE && w->tokens->at[i].shape != T2G_SHAPE_LOWER)
        return is_opener(t2g_token_fold(w->tokens, next)); /* an initial, or vitamin C. */
    if (word.size == 1 && w->tokens->at[i].shape == T2G_SHAPE_LOWER) return false; /* c. 1818, v. */
    if (kind == T2G_ABBREVIATION_TITLE || kind == T2G_ABBREVIATION_NUMBERED || kind == T2G_ABBREVIATION_MIDDLE)
        return false;
    if (n->kind == T2G_TOKEN_PUNCT && is_opening_punctuation(w, next) && first_byte(w, next) != '(')
        return kind != T2G_ABBREVIATION_DATE;
    return n->shape != T2G_SHAPE_NONE && is_opener(t2g_token_fold(w->tokens, next));
}

/* Does the text go on in the same sentence with token next, behind a stop? */
static bool goes_on(const walker *w, uint32_t stop, uint32_t next, bool closed)
{
    const t2g_token *n = &w->tokens->at[next], *s = &w->tokens->at[stop];
    bool apart = n->flags & T2G_TOKEN_SPACE;
    bool full_stop = last_byte(w, stop) == '.' && s->end - s->begin == 1;
    if (n->kind == T2G_TOKEN_PUNCT && !is_opening_punctuation(w, next)) {
        unsigned char c = first_byte(w, next);
        return !apart || c == ',' || c == ';' || c == ':' || c == '.' || c == '!' || c == '?' || c == ')' || c == '-' ||
               is_general_punctuation(w, next, 0x93, 0x94) || is_general_punctuation(w, next, 0xA6, 0xA6);
    }
    if (n->shape == T2G_SHAPE_LOWER) {
        bool ellipsis = !full_stop && last_byte(w, stop) != '!' && last_byte(w, stop) != '?';
        t2g_slice fold = t2g_token_fold(w->tokens, next);
        return closed || !apart || ellipsis || t2g_slice_is(fold, "and") || !is_opener(fold);
    }
    if (!apart) return !(full_stop && n->shape == T2G_SHAPE_TITLE);
    return false;
}

/* Does a sentence that began at begin end with the stop i?  *end is the first
 * token behind it and what closes it. */
static bool ends_at(const walker *w, uint32_t begin, uint32_t i, uint32_t *end)
{
    uint32_t next = i + 1;
    while (!opens_sentence_block(w, next)) {
        if (is_note(w, next)) next += 3;
        else if (is_closer(w, next) || is_face(w, next)) next++;
        else break;
    }
    *end = next;
    if (opens_sentence_block(w, next)) return true;
    if (i == begin + 1 && w->tokens->at[begin].kind == T2G_TOKEN_NUMBER && next == i + 1) return false; /* 1. A list */
    if (w->tokens->at[i].flags & T2G_TOKEN_STOPPED && next == i + 1) return abbreviation_ends(w, i, next);
    return !goes_on(w, i, next, next > i + 1);
}

/* By the rules: ruled[i] where a sentence ends behind token i. */
static void rule(const walker *w, uint8_t *ruled)
{
    for (uint32_t i = 0, begin = 0, end; i < w->tokens->len; i = end) {
        end = i + 1;
        bool over = opens_sentence_block(w, end) || (is_stop(w, i) && ends_at(w, begin, i, &end));
        if (!over) end = i + 1;
        for (uint32_t k = i; k < end; k++) ruled[k] = over && k + 1 == end;
        if (over) begin = end;
    }
}

/* The model has the last word, but for the end of a block. */
static void judge(const walker *w, const t2g_boundary *boundary, const uint8_t *ruled, uint8_t *ends)
{
    t2g_boundary_walk walk = {.text = w->text, .tokens = w->tokens, .ruled = ruled};
    for (uint32_t i = 0; i < w->tokens->len; i++) {
        t2g_boundary_step(&walk, i);
        ends[i] = ruled[i];
        if (!opens_sentence_block(w, i + 1) && t2g_boundary_is_open(&walk, i))
            ends[i] = t2g_boundary_ends(boundary, &walk, i);
        if (ends[i]) t2g_boundary_end(&walk, i + 1);
    }
}

t2g_result t2g_sentences_build(t2g_sentences *sentences, t2g_arena *arena, const t2g_text *text,
                               const t2g_tokens *tokens, const t2g_boundary *boundary, t2g_error *error)
{
    walker w = {text, tokens};
    *sentences = (t2g_sentences){.of = T2G_ARRAY(arena, uint32_t, tokens->len)};
    uint8_t *ruled = T2G_ARRAY(arena, uint8_t, tokens->len), *ends = T2G_ARRAY(arena, uint8_t, tokens->len);
    if (!sentences->of || !ruled || !ends) return t2g_error_nomem(error);
    rule(&w, ruled);
    if (boundary) judge(&w, boundary, ruled, ends);
    else memcpy(ends, ruled, tokens->len);
    for (uint32_t i = 0, begin = 0; i < tokens->len; i++) {
        bool is_cut = !ends[i] && i + 1 - begin >= T2G_SENTENCE_LONGEST;
        sentences->cut += is_cut;
        sentences->of[i] = sentences->len;
        if (!ends[i] && !is_cut) continue;
        sentences->len++;
        begin = i + 1;
    }
    sentences->at = T2G_ARRAY(arena, t2g_sentence, sentences->len);
    if (!sentences->at) return t2g_error_nomem(error);
    for (uint32_t i = 0; i < tokens->len; i++) {
        t2g_sentence *s = &sentences->at[sentences->of[i]];
        if (i == 0 || sentences->of[i] != sentences->of[i - 1]) *s = (t2g_sentence){i, i, tokens->at[i].block};
        s->end = i + 1;
    }
    return T2G_OK;
}

void t2g_sentences_rule(const t2g_text *text, const t2g_tokens *tokens, uint8_t *ruled)
{
    walker w = {text, tokens};
    rule(&w, ruled);
}

void t2g_sentences_dump(const t2g_sentences *sentences, const t2g_text *text, const t2g_tokens *tokens, FILE *out)
{
    for (uint32_t s = 0; s < sentences->len; s++) {
        t2g_slice bytes = t2g_tokens_bytes(tokens, text, (t2g_span){sentences->at[s].begin, sentences->at[s].end});
        uint32_t begin = (uint32_t)(bytes.bytes - text->bytes);
        t2g_text_print_range(text, (t2g_span){begin, begin + bytes.size}, out);
        fputs(": ", out);
        t2g_text_print(text, (t2g_span){begin, begin + bytes.size}, out);
        fputc('\n', out);
    }
}
