/* SPDX-License-Identifier: MIT */
#include "nlp/attribution/quotation.h"

#include "nlp/attribution/content.h"

static const t2g_item *item(const t2g_reading *r, uint32_t i)
{
    return &r->scene.row->at[i];
}

static bool is(const t2g_reading *r, uint32_t i, const char *fold)
{
    return t2g_scene_is(&r->scene, i, fold);
}

/* "A. B," said S: what was said before S was named, which the sentence that names S proves; lost where S has no name. */
static void serve_waiting(t2g_reading *r, uint32_t speaker)
{
    for (uint32_t w = 0; w < r->waiting_len; w++) {
        const t2g_pending *p = &r->waiting[w];
        t2g_reading_claim_pending(r, p, speaker, (t2g_rule)p->rule, r->attributed ? r->scene.sentence : p->sentence);
    }
    r->waiting_len = 0;
}

/* The same where it is only likely that this is the speaker. */
static void serve_likely(t2g_reading *r, uint32_t speaker)
{
    for (uint32_t w = 0; w < r->waiting_len; w++)
        t2g_reading_claim_pending(r, &r->waiting[w], speaker, T2G_RULE_INSIDE, r->waiting[w].sentence);
    r->waiting_len = 0;
}

static void wait(t2g_reading *r, uint32_t about, t2g_rule rule, uint32_t how)
{
    if (about != T2G_NONE && r->waiting_len < T2G_READING_WAITING) r->waiting[r->waiting_len++] = (t2g_pending){about, r->scene.sentence, (uint16_t)how, (uint8_t)rule};
}

/* A pronoun in a quote means whom the quote was about before, not whom the text named last. */
static void wait_for_speaker(t2g_reading *r, const t2g_topics *topics)
{
    for (uint32_t t = 0; t < topics->len; t++) {
        const t2g_item *topic = item(r, topics->item[t]);
        uint32_t how = t2g_reading_how_named(r, topics->item[t]);
        if (topics->guessed[t]) {
            wait(r, topics->entity[t], T2G_RULE_MEANT, how + topics->guessed[t] * 16u);
            continue;
        }
        bool pronoun = topic->flags & T2G_ITEM_REFERENCE && topic->end == topic->begin + 1;
        if (!pronoun) wait(r, topics->entity[t], T2G_RULE_CONTINUED, how);
        else if (topic->type == T2G_PERSON) wait(r, r->person != T2G_NONE ? r->person : topics->entity[t], T2G_RULE_CONTINUED, how);
        if (!pronoun && topic->type == T2G_PERSON) r->person = topics->entity[t];
    }
}

/* Whoever else is a subject in the quoted part of the sentence. */
static void wait_inside(t2g_reading *r, const t2g_topics *known)
{
    t2g_topics inside = {.len = 0};
    for (uint32_t i = r->scene.begin, end; i < r->scene.end; i = end + 1) {
        while (i < r->scene.end && !r->scene.quoted[i]) i++;
        for (end = i; end < r->scene.end && r->scene.quoted[end];) end++;
        t2g_content_subjects(&r->scene, i, end, T2G_NONE, &inside);
    }
    for (uint32_t t = 0; t < inside.len; t++)
        if (!t2g_topics_have(known, inside.entity[t])) wait(r, inside.entity[t], T2G_RULE_INSIDE, t2g_reading_how_inside(r, &inside, t, known) + 512u);
}

/* May the last speaker be the one of a quote that names none? */
static bool may_go_on(const t2g_reading *r)
{
    if (r->speaker == T2G_NONE || r->scene.layers->entities->at[r->speaker].type != T2G_PERSON) return false;
    return r->scene.sentence - r->speaker_sentence <= T2G_READING_FAR;
}

/* "Keller: Norway is ready.": a transcript or a headline.  The item of the colon, or T2G_NONE. */
static uint32_t label_of(const t2g_reading *r)
{
    uint32_t i = r->scene.begin;
    while (i < r->scene.end && i < r->scene.begin + 3 && (item(r, i)->kind == T2G_ITEM_ROLE || item(r, i)->flags & T2G_ITEM_QUOTE)) i++;
    bool person = i + 2 < r->scene.end && item(r, i)->kind == T2G_ITEM_ENTITY && item(r, i)->type == T2G_PERSON &&
                  !(item(r, i)->flags & T2G_ITEM_REFERENCE);
    return person && is(r, i + 1, ":") ? i + 1 : T2G_NONE;
}

static void read_label(t2g_reading *r)
{
    uint32_t colon = label_of(r);
    if (colon == T2G_NONE) return;
    uint32_t speaker = item(r, colon - 1)->entity;
    t2g_topics topics = {.len = 0};
    t2g_source who = {speaker, r->scene.begin, false};
    t2g_reading_hears(r, speaker);
    t2g_topics_add(&r->scene, t2g_clause_first(&r->scene, colon + 1, r->scene.end), &topics);
    t2g_reading_claim_topics(r, &topics, speaker, t2g_reading_kind(r, speaker, false), T2G_RULE_QUOTE);
    t2g_reading_claim_inside(r, colon + 1, r->scene.end, T2G_NONE, &who, &topics);
    t2g_reading_speaks(r, speaker);
    r->label = speaker;
}

static bool is_dash(const t2g_reading *r, uint32_t i)
{
    static const char *const dashes[] = {"-", "--", "\xE2\x80\x93", "\xE2\x80\x94", "\xE2\x80\x95"};
    for (size_t d = 0; d < sizeof dashes / sizeof *dashes; d++)
        if (t2g_item_is(r->scene.layers, item(r, i), dashes[d])) return true;
    return false;
}

/* Does the next sentence of the block begin with a dash, as a signature does? */
static bool signature_follows(const t2g_reading *r)
{
    const t2g_sentences *sentences = r->scene.layers->sentences;
    uint32_t next = r->scene.sentence + 1;
    if (next >= sentences->len || sentences->at[next].block != r->block) return false;
    return r->scene.row->first[next] < r->scene.row->first[next + 1] && is_dash(r, r->scene.row->first[next]);
}

/* "Norway is ready." - Anna Keller: the item of who signs the quote, which ends here or ended before, or T2G_NONE. */
static uint32_t signature_of(const t2g_reading *r)
{
    uint32_t i = r->scene.end;
    while (i > r->scene.begin && item(r, i - 1)->kind == T2G_ITEM_PUNCT && !is_dash(r, i - 1)) i--;
    if (i < r->scene.begin + 2 || !is_dash(r, i - 2)) return T2G_NONE;
    bool quote = i == r->scene.begin + 2 ? r->waiting_len > 0 : item(r, i - 3)->flags & T2G_ITEM_QUOTE;
    return quote && item(r, i - 1)->kind == T2G_ITEM_ENTITY && item(r, i - 1)->type == T2G_PERSON ? i - 1 : T2G_NONE;
}

static void read_signature(t2g_reading *r)
{
    uint32_t signature = signature_of(r);
    if (signature == T2G_NONE) return;
    t2g_topics topics = {.len = 0};
    t2g_reading_hears(r, item(r, signature)->entity);
    if (r->waiting_len == 0) t2g_content_of_sentence(&r->scene, &topics);
    wait_for_speaker(r, &topics);
    t2g_reading_speaks(r, item(r, signature)->entity);
}

/* A sentence of a quote in which nobody speaks goes on with whoever began the
 * quote; else it waits for the speaker behind it, or takes the last one. */
static void go_on_quoting(t2g_reading *r, bool was_open)
{
    if (r->attributed) {
        t2g_topics none = {.len = 0};
        wait_inside(r, &none);
        serve_waiting(r, r->speaker);
        r->owner = r->speaker;
        return;
    }
    if (r->stranger) {
        r->waiting_len = 0;
        r->owner = r->speaker = T2G_NONE;
        return;
    }
    bool begins = r->scene.begin < r->scene.end && item(r, r->scene.begin)->flags & T2G_ITEM_QUOTE;
    if (!was_open) {
        r->owner = r->label;
        r->likely = may_go_on(r) ? r->speaker : T2G_NONE; /* a long quote leaves him far behind */
    }
    if (!was_open && !begins && r->label == T2G_NONE) return;
    t2g_topics topics = {.len = 0};
    t2g_reading_hears(r, r->owner != T2G_NONE ? r->owner : r->likely);
    t2g_content_of_sentence(&r->scene, &topics);
    wait_for_speaker(r, &topics);
    wait_inside(r, &topics);
    if (signature_follows(r)) return;
    if (r->owner != T2G_NONE) serve_waiting(r, r->owner);
    else if (!r->quoting && r->likely != T2G_NONE) serve_waiting(r, r->likely);
    else if (!r->quoting && r->actor != T2G_NONE) serve_likely(r, r->actor);
    else if (!r->quoting) r->waiting_len = 0;
    if (r->waiting_len == 0) r->speaker_sentence = r->scene.sentence;
}

/* Who does what the sentence says: a quote behind it may be his. */
static void note_actor(t2g_reading *r)
{
    if (r->scene.quoted[r->scene.begin]) return;
    const t2g_sentence *sentence = &r->scene.layers->sentences->at[r->scene.sentence];
    uint32_t root = sentence->begin;
    while (root < sentence->end && r->scene.layers->trees->head[root] != T2G_NONE) root++;
    uint32_t subject = root < sentence->end ? t2g_clause_subject(&r->scene, root) : T2G_NONE;
    uint32_t named = subject == T2G_NONE ? T2G_NONE : t2g_noun_named(&r->scene, subject);
    bool person = named != T2G_NONE && item(r, named)->type == T2G_PERSON;
    r->actor = person ? item(r, named)->entity : T2G_NONE;
}

void t2g_quotation_read(t2g_reading *r)
{
    bool was_open = r->quoting;
    r->quoting = r->scene.quoted[r->scene.end - 1];
    read_label(r);
    read_signature(r);
    go_on_quoting(r, was_open);
    note_actor(r);
}

void t2g_quotation_end(t2g_reading *r)
{
    r->quoting = false;
    r->waiting_len = 0;
    r->label = T2G_NONE;
}
