/* SPDX-License-Identifier: MIT */
#include "nlp/mention/namefeature.h"

#include "model/crf.h"
#include "nlp/mention/namelist.h"

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

/* Before and behind the sentence. */
static const t2g_wordsight nowhere = {.key = 1, .written = 1, .outline = 1, .cluster = {127, 511, 2047}, .look = T2G_LOOK_NONE};

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
    for (uint32_t list = 1; list < T2G_NAMELISTS; list++) {
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
    return i >= v->in.begin && i < v->in.end && t2g_namesight_is_capital(v->sight, i);
}

static void see_run(view *v, uint32_t i)
{
    uint32_t lo = i, hi = i;
    while (i - lo + 1 < T2G_NAME_RUN && lo > v->in.begin &&
           (is_capital_in(v, lo - 1) || (lo > v->in.begin + 1 && is_joint(v, lo - 1) && is_capital_in(v, lo - 2))))
        lo--;
    while (hi - i + 1 < T2G_NAME_RUN && hi + 1 < v->in.end &&
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

/* The next capital to one side, over up to two words that may join; i itself when there is none. */
static uint32_t wide_step(const view *v, uint32_t i, int by)
{
    uint32_t j = i;
    for (int joints = 0; joints < 3; joints++) {
        j += (uint32_t)by;
        if (is_capital_in(v, j)) return j;
        if (j < v->in.begin || j >= v->in.end || !word_at(v, j)->joint) return i;
    }
    return i;
}

/* The wide run: all that may be one long name ("Department of Foreign Affairs and Trade") or two.  key: of the last joint
 * before the word, which decides. */
static void see_wide(view *v, uint32_t i)
{
    enum { WIDE_LONGEST = 12 };
    const t2g_wordsight *here = word_at(v, i);
    uint32_t lo = i, hi = i, joint = i;
    bool capital = is_capital_in(v, i);
    if (!capital && !here->joint) return;
    for (uint32_t j; i - lo < WIDE_LONGEST && (j = wide_step(v, lo, -1)) != lo;) lo = j;
    for (uint32_t j; hi - i < WIDE_LONGEST && (j = wide_step(v, hi, 1)) != hi;) hi = j;
    if (!capital && (lo == i || hi == i)) return;
    for (uint32_t k = lo; k < i; k++)
        if (!is_capital_in(v, k)) joint = k;
    const t2g_wordsight *first = word_at(v, lo), *last = word_at(v, hi);
    uint64_t key = joint < i ? word_at(v, joint)->key : 0, place = (lo == i) * 2u + (hi == i);
    see(v, 100, both(first->key, key));
    see(v, 101, both(last->key, key));
    see(v, 102, both(first->cluster[2], both(key, place)));
    see(v, 103, both(last->cluster[2], both(key, place)));
    see(v, 104, both(lists_at(v, lo), both(key, place)));
    see(v, 105, both(lists_at(v, hi), both(key, place)));
    see(v, 106, both(key, here->look * 4u + place));
    if (capital) return;
    see(v, 107, both(here->key, first->cluster[2]));
    see(v, 108, both(here->key, lists_at(v, lo)));
    see(v, 109, both(here->key, lists_at(v, hi)));
    see(v, 110, both(here->key, word_at(v, i + 1)->cluster[2]));
    see(v, 111, both(here->key, word_at(v, i - 1)->cluster[2]));
    see(v, 112, both(here->key, key));
}

/* Where a document speaks of sport, towns play. */
static void see_sport(view *v, uint32_t i, uint32_t first)
{
    uint64_t sport = v->sight->sport, t = lists_at(v, i);
    if (!sport || !is_capital_in(v, i)) return;
    const t2g_wordsight *a = word_at(v, i - 2), *b = word_at(v, i - 1), *w = word_at(v, i),
                        *c = word_at(v, i + 1), *d = word_at(v, i + 2);
    see(v, 140, both(t, sport));
    see(v, 141, both(w->look * 2 + first, sport));
    see(v, 142, both(w->cluster[2], sport));
    see(v, 143, both(b->cluster[2], sport));
    see(v, 144, both(c->cluster[2], sport));
    see(v, 145, both(c->key, sport));
    see(v, 146, both(b->key, sport));
    see(v, 147, both(b->cluster[1], both(a->cluster[1], sport)));
    see(v, 148, both(c->cluster[1], both(d->cluster[1], sport)));
    see(v, 149, both(w->cluster[1], both(b->look * 16 + c->look, sport)));
}

/* The word's place in "Name of Something (NOS)": what is announced so is one name, and its last word says what it names. */
static void see_announced(view *v, uint32_t i)
{
    const uint8_t *announced = v->sight->announced;
    uint32_t how = announced[i], last = i;
    if (!how) return;
    while (how != T2G_ANNOUNCED_ACRONYM && last + 1 < v->in.end && announced[last] != T2G_ANNOUNCED_LAST) last++;
    see(v, 120, how);
    see(v, 121, both(how, word_at(v, i)->look));
    see(v, 122, both(how, word_at(v, last)->key));
    see(v, 123, both(how, word_at(v, last)->cluster[2]));
}

/* What an acronym stands for, wherever the document announced it. */
static void see_expansion(view *v, uint32_t i)
{
    const t2g_namesight *s = v->sight;
    const t2g_wordtrace *trace = &s->traces[s->tokens->at[i].fold];
    if (!trace->expansion_end) return;
    uint32_t begin = trace->expansion_begin, end = trace->expansion_end - 1;
    view there = *v;
    there.in = s->sentences->at[s->sentences->of[begin]];
    const t2g_wordsight *first = word_at(&there, begin), *last = word_at(&there, end);
    see(v, 124, 1);
    see(v, 125, last->key);
    see(v, 126, first->key);
    see(v, 127, last->cluster[2]);
    see(v, 128, first->cluster[2]);
    see(v, 129, lists_at(&there, begin));
    see(v, 130, lists_at(&there, end));
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

uint32_t t2g_namefeatures(const t2g_namesight *sight, uint32_t token, uint64_t features[T2G_NAME_FEATURES])
{
    view v = {.sight = sight, .out = features, .in = sight->sentences->at[sight->sentences->of[token]]};
    uint32_t first = token <= t2g_namesight_opening(sight, v.in);
    see_words(&v, token, first);
    see_clusters(&v, token, first);
    see_lists(&v, token, first);
    see_wide(&v, token);
    see_announced(&v, token);
    see_expansion(&v, token);
    see_sport(&v, token, first);
    if (t2g_namesight_is_capital(sight, token)) {
        see_run(&v, token);
        see_document(&v, token, first);
    }
    return v.len;
}
