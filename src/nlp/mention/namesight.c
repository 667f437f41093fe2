/* SPDX-License-Identifier: MIT */
#include "nlp/mention/namesight.h"

#include "base/utf8.h"
#include "model/crf.h"

enum { RUN_LONGEST = 8, OUTLINE_LONGEST = 60 };

/* The lists of the lexicon as the features see them. */
typedef enum list_class {
    NO_CLASS, COUNTRY, NATION, SEAT, BODY, BODY_SHORT, OUTLET, OUTLET_SHORT, PARTY, PARTISAN, FIRM, FIRM_SHORT, UNCERTAIN,
    ORG_LAST, ORG_FIRST, ORG_WORD, PLACE, REGION, TITLE, OFFICE, STATUS, GIVEN, SURNAME, SAYS, ACTS, EVENT, PRODUCT,
    LANGUAGE, DATE, NO_NAME, COMMON, CLASSES
} list_class;

static list_class organisation_class(uint8_t key, list_class name, list_class acronym)
{
    if (key == T2G_KEY_AMBIGUOUS) return UNCERTAIN;
    if (key == T2G_KEY_ADJECTIVE || key == T2G_KEY_MEMBERS) return PARTISAN;
    return key == T2G_KEY_ACRONYM ? acronym : name;
}

static list_class class_of(const t2g_phrase *phrase)
{
    uint8_t key = phrase->key;
    switch ((t2g_lex_list)phrase->list) {
    case T2G_LEX_COUNTRY:
        return key == T2G_KEY_CAPITAL ? SEAT : key == T2G_KEY_DEMONYM || key == T2G_KEY_PEOPLE ? NATION : COUNTRY;
    case T2G_LEX_BODY: return organisation_class(key, BODY, BODY_SHORT);
    case T2G_LEX_OUTLET: return organisation_class(key, OUTLET, OUTLET_SHORT);
    case T2G_LEX_PARTY: return organisation_class(key, PARTY, PARTISAN);
    case T2G_LEX_ORGANISATION: return organisation_class(key, FIRM, FIRM_SHORT);
    case T2G_LEX_ORGWORD: return key == T2G_KEY_SUFFIX ? ORG_LAST : key == T2G_KEY_PREFIX ? ORG_FIRST : ORG_WORD;
    case T2G_LEX_PLACE: return key == T2G_KEY_CITY ? PLACE : REGION;
    case T2G_LEX_TITLE: return TITLE;
    case T2G_LEX_ROLE: return OFFICE;
    case T2G_LEX_STATUS: return STATUS;
    case T2G_LEX_GIVEN: return GIVEN;
    case T2G_LEX_SURNAME: return SURNAME;
    case T2G_LEX_VERB: return key == T2G_KEY_SAY || key == T2G_KEY_REPORT ? SAYS : ACTS;
    case T2G_LEX_NOTNAME:
        return key == T2G_KEY_EVENT ? EVENT : key == T2G_KEY_PRODUCT ? PRODUCT : key == T2G_KEY_LANGUAGE ? LANGUAGE
             : key == T2G_KEY_DATE  ? DATE  : NO_NAME;
    case T2G_LEX_COMMON: return COMMON;
    default: return NO_CLASS;
    }
}

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
    return w;
}

static const t2g_wordsight nowhere = {.key = 1, .written = 1, .outline = 1, .cluster = {127, 511, 2047}, .look = T2G_LOOK_NONE};

static bool is_capital(const t2g_namesight *s, uint32_t i)
{
    const t2g_token *t = &s->tokens->at[i];
    return t->shape == T2G_SHAPE_TITLE || t->shape == T2G_SHAPE_CAPS;
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

static uint32_t opening_of(const t2g_namesight *s, t2g_sentence sentence)
{
    const t2g_wordsight *first = &s->words[s->tokens->at[sentence.begin].form];
    return sentence.begin + (first->look == T2G_LOOK_SIGNS);
}

static void trace_run(t2g_wordtrace *traces, const t2g_namesight *s, t2g_sentence in, uint32_t begin, uint32_t end)
{
    for (uint32_t i = begin; i < end; i++) {
        t2g_wordtrace *trace = &traces[s->tokens->at[i].fold];
        if (end - begin > trace->end - trace->begin && end - begin < RUN_LONGEST) {
            trace->begin = begin;
            trace->end = end;
        }
        if (begin > in.begin) add_context(trace, key_at(s, begin - 1) * 3 + 1);
        if (end < in.end) add_context(trace, key_at(s, end) * 3 + 2);
    }
}

static void trace_sentence(t2g_wordtrace *traces, const t2g_namesight *s, t2g_sentence in)
{
    uint32_t opening = opening_of(s, in);
    for (uint32_t i = in.begin; i < in.end; i++) {
        t2g_wordtrace *trace = &traces[s->tokens->at[i].fold];
        if (!is_capital(s, i)) trace->small++;
        else trace->capital++;
        if (is_capital(s, i) && i > opening) trace->inner++;
    }
    for (uint32_t i = in.begin; i < in.end; i++) {
        uint32_t begin = i;
        while (i < in.end && is_capital(s, i)) i++;
        if (i > begin) trace_run(traces, s, in, begin, i);
    }
}

/* which words may be in a name */

/* Beside a capital, or small where nothing has one, or small but a list's. */
static void mark_sentence(uint8_t *may, const t2g_namesight *s, t2g_sentence in)
{
    const uint32_t names = 1u << COUNTRY | 1u << NATION | 1u << BODY | 1u << BODY_SHORT | 1u << OUTLET | 1u << FIRM;
    uint32_t capitals = 0;
    for (uint32_t i = in.begin; i < in.end; i++) capitals += is_capital(s, i);
    for (uint32_t i = in.begin; i < in.end; i++) {
        const t2g_wordsight *w = &s->words[s->tokens->at[i].form];
        bool near = false;
        for (uint32_t k = i < in.begin + 2 ? in.begin : i - 2; k < in.end && k <= i + 2; k++) near = near || is_capital(s, k);
        bool plain = w->look == T2G_LOOK_SMALL || w->look == T2G_LOOK_SIGNS || w->look == T2G_LOOK_NUMBER;
        may[i] = near || !plain || capitals == 0 || (s->alone[i] | s->among[i]) & names;
    }
}

static void mark_lists(uint32_t *alone, uint32_t *among, const t2g_phrases *phrases)
{
    for (uint32_t p = 0; p < phrases->len; p++) {
        const t2g_phrase *phrase = &phrases->at[p];
        uint32_t bit = 1u << class_of(phrase);
        if (bit == 1u << NO_CLASS) continue;
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
    uint8_t *may = t2g_arena_zalloc(arena, len, 1);
    *sight = (t2g_namesight){tokens, sentences, words, traces, alone, among, may};
    if (!words || !traces || !alone || !among || !may) return false;
    for (uint32_t i = 0; i < tokens->len; i++) {
        t2g_wordsight *word = &words[tokens->at[i].form];
        if (!word->known) *word = see_word(book, tokens, i);
    }
    mark_lists(alone, among, phrases);
    for (uint32_t s = 0; s < sentences->len; s++) {
        trace_sentence(traces, sight, sentences->at[s]);
        mark_sentence(may, sight, sentences->at[s]);
    }
    return true;
}

/* the features */

typedef struct view {
    const t2g_namesight *sight;
    uint64_t *out;
    uint32_t len;
    t2g_sentence in;
} view;

/* Each template has a number of its own, which never changes its meaning: the weights are found by it. */
static inline void see(view *v, uint32_t template, uint64_t what)
{
    if (v->len < T2G_NAME_FEATURES) v->out[v->len++] = t2g_crf_mix((what ^ ((uint64_t)template << 56)) * 0x9E3779B97F4A7C15u);
}

static inline uint64_t both(uint64_t a, uint64_t b)
{
    return (a * 31 + 7) ^ ((b + 0x7F4A7C15u) * 0xA24BAED4963EE407u);
}

static const t2g_wordsight *word_at(const view *v, uint32_t i)
{
    return i >= v->in.begin && i < v->in.end ? &v->sight->words[v->sight->tokens->at[i].form] : &nowhere;
}

static uint64_t lists_at(const view *v, uint32_t i)
{
    if (i < v->in.begin || i >= v->in.end) return 0;
    return v->sight->alone[i] | (uint64_t)v->sight->among[i] << 32;
}

static void see_words(view *v, uint32_t i, uint32_t first)
{
    const t2g_wordsight *a = word_at(v, i - 2), *b = word_at(v, i - 1), *t = word_at(v, i), *c = word_at(v, i + 1),
                        *d = word_at(v, i + 2);
    see(v, 0, 1);
    see(v, 1, t->key);
    see(v, 2, t->written);
    see(v, 3, b->key);
    see(v, 4, c->key);
    see(v, 5, a->key);
    see(v, 6, d->key);
    see(v, 7, both(b->key, t->key));
    see(v, 8, both(t->key, c->key));
    see(v, 9, both(a->key, b->key));
    see(v, 10, both(c->key, d->key));
    see(v, 11, both(b->key, c->key));
    see(v, 12, t->look * 2u + first);
    see(v, 13, (b->look * 16u + t->look) * 2 + first);
    see(v, 14, t->look * 16u + c->look);
    see(v, 15, ((a->look * 16u + b->look) * 16 + t->look) * 2 + first);
    see(v, 16, (t->look * 16u + c->look) * 16 + d->look);
    see(v, 17, ((b->look * 16u + t->look) * 16 + c->look) * 2 + first);
    for (uint32_t k = 0; k < 4; k++) {
        if (t->prefix[k]) see(v, 18 + k, t->prefix[k]);
        if (t->suffix[k]) see(v, 22 + k, t->suffix[k]);
    }
    see(v, 26, t->outline);
    see(v, 27, t->habit * 32u + t->look * 2u + first);
    see(v, 28, b->habit * 16u + b->look);
    see(v, 29, c->habit * 16u + c->look);
}

static void see_clusters(view *v, uint32_t i, uint32_t first)
{
    const t2g_wordsight *a = word_at(v, i - 2), *b = word_at(v, i - 1), *t = word_at(v, i), *c = word_at(v, i + 1),
                        *d = word_at(v, i + 2);
    for (uint32_t k = 0; k < T2G_GRAINS; k++) {
        see(v, 30 + k, t->cluster[k]);
        see(v, 33 + k, b->cluster[k]);
        see(v, 36 + k, c->cluster[k]);
    }
    see(v, 40, a->cluster[2]);
    see(v, 41, d->cluster[2]);
    see(v, 42, both(b->cluster[1], t->cluster[1]));
    see(v, 43, both(t->cluster[1], c->cluster[1]));
    see(v, 44, both(both(b->cluster[1], c->cluster[1]), t->look));
    see(v, 45, both(b->cluster[2], t->look));
    see(v, 46, both(c->cluster[2], t->look));
    see(v, 47, both(t->cluster[2], t->look * 2u + first));
    see(v, 48, both(both(b->cluster[0], a->cluster[0]), t->look));
    see(v, 49, both(both(c->cluster[0], d->cluster[0]), t->look));
}

/* Lists alone, then the whole set of them; bits 0 to 31 alone, 32 to 63 among other words. */
static void see_lists(view *v, uint32_t i, uint32_t first)
{
    uint64_t b = lists_at(v, i - 1), t = lists_at(v, i), c = lists_at(v, i + 1);
    uint32_t look = word_at(v, i)->look, any = (uint32_t)(b | t | c | b >> 32 | t >> 32 | c >> 32);
    for (uint32_t list = 1; list < CLASSES; list++) {
        if (!(any >> list & 1)) continue;
        uint32_t how = (uint32_t)((t >> list & 1) + 2 * (t >> (list + 32) & 1));
        if (how) {
            see(v, 50, list * 4 + how);
            see(v, 51, both(list * 4 + how, look * 2 + first));
        }
        how = (uint32_t)((b >> list & 1) + 2 * (b >> (list + 32) & 1));
        if (how) see(v, 52, list * 4 + how);
        how = (uint32_t)((c >> list & 1) + 2 * (c >> (list + 32) & 1));
        if (how) see(v, 53, list * 4 + how);
    }
    if (t) see(v, 54, t);
    if (t | c) see(v, 55, both(t, c));
    if (t | b) see(v, 56, both(t, b));
    see(v, 57, look * 2 + (t == 0));
}

/* "of", "-" and "&" between capitals belong to the run. */
static bool is_joint(const view *v, uint32_t i)
{
    t2g_slice form = t2g_token_form(v->sight->tokens, i);
    return t2g_slice_is(form, "of") || t2g_slice_is(form, "-") || t2g_slice_is(form, "&");
}

static bool is_capital_in(const view *v, uint32_t i)
{
    return i >= v->in.begin && i < v->in.end && is_capital(v->sight, i);
}

static void see_run(view *v, uint32_t i)
{
    uint32_t lo = i, hi = i;
    while (i - lo + 1 < RUN_LONGEST && lo > v->in.begin &&
           (is_capital_in(v, lo - 1) || (lo > v->in.begin + 1 && is_joint(v, lo - 1) && is_capital_in(v, lo - 2))))
        lo--;
    while (hi - i + 1 < RUN_LONGEST && hi + 1 < v->in.end &&
           (is_capital_in(v, hi + 1) || (is_joint(v, hi + 1) && is_capital_in(v, hi + 2))))
        hi++;
    const t2g_wordsight *first = word_at(v, lo), *last = word_at(v, hi), *before = word_at(v, lo - 1),
                        *before2 = word_at(v, lo - 2), *behind = word_at(v, hi + 1), *behind2 = word_at(v, hi + 2);
    see(v, 60, last->key * 2 + (hi == i));
    see(v, 61, first->key * 2 + (lo == i));
    see(v, 62, (hi - lo) * 16 + (i - lo));
    see(v, 63, before->key);
    see(v, 64, behind->key);
    see(v, 65, both(before2->key, before->key));
    see(v, 66, both(behind->key, behind2->key));
    see(v, 67, before->cluster[2]);
    see(v, 68, behind->cluster[2]);
    see(v, 69, both(before2->cluster[2], before->cluster[2]));
    see(v, 70, last->cluster[2]);
    see(v, 71, first->cluster[2]);
    see(v, 72, lists_at(v, hi));
    see(v, 73, lists_at(v, lo));
    see(v, 74, both(behind2->cluster[2], behind->cluster[2]));
}

static uint32_t at_most(uint32_t n, uint32_t most)
{
    return n < most ? n : most;
}

/* The longest name the document has for this word, where it is another one. */
static void see_elsewhere(const view *here, view *v, uint32_t i, const t2g_wordtrace *trace)
{
    const t2g_tokens *tokens = v->sight->tokens;
    uint32_t sentence = v->sight->sentences->of[trace->begin], where = trace->begin, len = trace->end - trace->begin;
    if (i >= trace->begin && i < trace->end) return;
    while (where + 1 < trace->end && tokens->at[where].fold != tokens->at[i].fold) where++;
    uint32_t how = len * 2 + (where + 1 == trace->end);
    view there = *here;
    there.in = v->sight->sentences->at[sentence];
    const t2g_wordsight *first = word_at(&there, trace->begin), *last = word_at(&there, trace->end - 1),
                        *before = word_at(&there, trace->begin - 1), *behind = word_at(&there, trace->end);
    see(v, 82, last->key);
    see(v, 83, first->key);
    see(v, 84, how);
    see(v, 85, before->key);
    see(v, 86, behind->key);
    see(v, 87, before->cluster[2]);
    see(v, 88, behind->cluster[2]);
    see(v, 89, first->cluster[2] * 2u + (how & 1));
    see(v, 90, last->cluster[2] * 2u + (how & 1));
    see(v, 91, both(lists_at(&there, trace->begin), how));
    see(v, 92, both(lists_at(&there, trace->end - 1), how));
}

static void see_document(view *v, uint32_t i, uint32_t first)
{
    const t2g_wordtrace *trace = &v->sight->traces[v->sight->tokens->at[i].fold];
    see(v, 80, (at_most(trace->capital, 5) * 8 + at_most(trace->inner, 4)) * 8 + at_most(trace->small, 3));
    see(v, 81, both((trace->inner > 0) * 2u + (trace->small > 0), word_at(v, i)->look * 2u + first));
    if (trace->end > trace->begin) see_elsewhere(v, v, i, trace);
    for (uint32_t k = 0; k < trace->contexts; k++) see(v, 93, trace->context[k]);
}

uint32_t t2g_namesight_features(const t2g_namesight *sight, uint32_t token, uint64_t features[T2G_NAME_FEATURES])
{
    view v = {.sight = sight, .out = features, .in = sight->sentences->at[sight->sentences->of[token]]};
    uint32_t first = token <= opening_of(sight, v.in);
    see_words(&v, token, first);
    see_clusters(&v, token, first);
    see_lists(&v, token, first);
    if (is_capital(sight, token)) {
        see_run(&v, token);
        see_document(&v, token, first);
    }
    return v.len;
}
