/* SPDX-License-Identifier: MIT */
#include "nlp/attribution.h"

#include "nlp/clause.h"
#include "nlp/nature.h"

typedef struct scene {
    const t2g_layers *layers;
    const t2g_row *row;
    const t2g_offices *offices;
    const uint8_t *nature;
    t2g_claims *claims;
    uint32_t sentence, begin, end; /* the sentence and its items                              */
    uint32_t block;                /* of the sentence                                         */
    uint32_t speaker;              /* who spoke last, or T2G_NONE                             */
    uint32_t speaker_sentence;
    uint32_t reporter;             /* whose report "the report" is, or T2G_NONE               */
    bool quoting;                  /* a quote is open here                                    */
    uint32_t owner;                /* who began it, or T2G_NONE                               */
    uint32_t waiting[4];           /* entities in a quote whose speaker is not known yet      */
    uint32_t waiting_len;
    bool attributed;               /* somebody was found to speak in this sentence            */
} scene;

static const t2g_item *item(const scene *s, uint32_t i)
{
    return &s->row->at[i];
}

static bool is(const scene *s, uint32_t i, const char *fold)
{
    return i < s->end && i >= s->begin && t2g_item_is(s->layers, item(s, i), fold);
}

static bool is_any(const scene *s, uint32_t i, const char *const *words, size_t len)
{
    for (size_t w = 0; w < len; w++)
        if (is(s, i, words[w])) return true;
    return false;
}

/* "report", "study": what is published and then speaks. */
static bool is_publication(const scene *s, uint32_t i)
{
    static const char *const words[] = {"report", "reports", "study", "survey", "poll", "article", "newspaper", "paper",
                                        "magazine", "website", "dispatch", "investigation", "editorial", "broadcast",
                                        "agency", "station", "network", "channel", "radio", "television", "broadcaster", "daily"};
    return is_any(s, i, words, sizeof words / sizeof *words);
}

static bool is_entity(const scene *s, uint32_t i)
{
    return i < s->end && item(s, i)->kind == T2G_ITEM_ENTITY;
}

static bool is_outlet(const scene *s, uint32_t i)
{
    return is_entity(s, i) && s->nature[item(s, i)->entity] & T2G_NATURE_OUTLET;
}

static uint32_t subject(const scene *s, uint32_t begin, uint32_t end)
{
    return begin < end ? t2g_clause_subject(s->layers, s->row, s->offices, begin, end) : T2G_NONE;
}

static uint32_t phrase_head(const scene *s, uint32_t i)
{
    return t2g_noun_phrase_head(s->layers, s->row, s->offices, i, s->end);
}

static void claim(scene *s, uint32_t about, uint32_t source, t2g_report_kind kind, t2g_rule rule)
{
    if (about == T2G_NONE || source == T2G_NONE) return;
    t2g_claim c = {.source = about, .target = source, .sentence = s->sentence, .relation = T2G_REPORTED_BY,
                   .kind = (uint8_t)kind, .rule = (uint8_t)rule};
    t2g_claims_add(s->claims, &c);
}

static uint32_t entity_of(const scene *s, uint32_t i)
{
    return i == T2G_NONE ? T2G_NONE : item(s, i)->entity;
}

static t2g_report_kind kind_of(const scene *s, uint32_t source, bool published)
{
    return published || s->nature[source] & T2G_NATURE_OUTLET ? T2G_REPORT : T2G_STATEMENT;
}

/* The office group whose last item is i, or NULL. */
static const t2g_office_group *office_ending_at(const scene *s, uint32_t i)
{
    for (uint32_t b = i + 1; b > s->begin && i + 1 - b < 20; b--) {
        uint32_t office = item(s, b - 1)->office;
        if (office != T2G_NONE) return s->offices->group[office].end == i + 1 ? &s->offices->group[office] : NULL;
    }
    return NULL;
}

/* The speaker whose noun phrase ends right before the verb at item v. */
typedef struct source {
    uint32_t entity; /* or T2G_NONE                             */
    uint32_t begin;  /* item where its phrase begins            */
    bool published;  /* a report, study or paper of his speaks  */
} source;

static const source nobody = {T2G_NONE, 0, false};

/* "X, head of Y," or "X (Y)": from the end of the aside at i to the item of X. */
static uint32_t past_aside(const scene *s, uint32_t i)
{
    enum { LONGEST = 24 };
    bool bracket = is(s, i, ")");
    for (uint32_t j = i; j > s->begin && i - j < LONGEST;) {
        j--;
        if (!is(s, j, bracket ? "(" : ",") || j == s->begin) continue;
        if (is_entity(s, j - 1) && !(item(s, j - 1)->flags & T2G_ITEM_DEMONYM)) return j - 1;
        if (bracket) return T2G_NONE;
    }
    return T2G_NONE;
}

/* "The party's leader, X, said": the aside itself names him. */
static bool names_holder(const scene *s, uint32_t comma)
{
    if (comma < s->begin + 3 || !is(s, comma, ",") || !is(s, comma - 2, ",")) return false;
    return is_entity(s, comma - 1) && item(s, comma - 1)->type == T2G_PERSON && office_ending_at(s, comma - 3);
}

/* "a report by S", "the S report", "S's study", or "the report" of before. */
static source publisher_before(const scene *s, uint32_t i)
{
    for (uint32_t j = i; j > s->begin && i - j < 5; j--) {
        const t2g_item *w = item(s, j - 1);
        if (w->kind == T2G_ITEM_ENTITY && !(w->flags & T2G_ITEM_DEMONYM)) return (source){w->entity, j - 1, true};
        if (w->kind == T2G_ITEM_VERB || w->kind == T2G_ITEM_PUNCT) break;
    }
    bool the = i > s->begin && is(s, i - 1, "the");
    return the ? (source){s->reporter, i - 1, true} : nobody;
}

/* "The S report, citing officials, said": the item of "report", or T2G_NONE. */
static uint32_t publication_before_aside(const scene *s, uint32_t i)
{
    for (uint32_t j = i; j > s->begin + 1 && i - j < 12;) {
        j--;
        if (is(s, j, ",")) return is_publication(s, j - 1) && !is_entity(s, j - 1) ? j - 1 : T2G_NONE;
    }
    return T2G_NONE;
}

static source source_before(const scene *s, uint32_t v)
{
    uint32_t i = v;
    while (i > s->begin && item(s, i - 1)->flags & T2G_ITEM_SKIPPED && !(item(s, i - 1)->flags & T2G_ITEM_QUOTE)) i--;
    if (i == s->begin) return nobody;
    i--;
    if (is_publication(s, i) && !is_entity(s, i)) return publisher_before(s, i);
    if (is(s, i, ",") || is(s, i, ")")) {
        uint32_t published = is(s, i, ",") ? publication_before_aside(s, i) : T2G_NONE;
        if (published != T2G_NONE) return publisher_before(s, published);
        uint32_t aside = names_holder(s, i) ? i - 1 : past_aside(s, i);
        if (aside == T2G_NONE && i > s->begin && is_entity(s, i - 1) && item(s, i - 1)->type == T2G_PERSON) aside = i - 1;
        i = aside;
        if (i == T2G_NONE) return nobody;
    } else if (is(s, i, "who") || is(s, i, "which")) {
        if (i < s->begin + 1) return nobody;
        i -= i >= s->begin + 2 && is(s, i - 1, ",") ? 2 : 1;
    } else if (is(s, i, "and")) {
        i = subject(s, s->begin, i);
        if (i == T2G_NONE) return nobody;
    }
    const t2g_office_group *office = office_ending_at(s, i);
    if (office && !(is_entity(s, i) && item(s, i)->type == T2G_PERSON)) {
        if (office->begin < s->begin + 2 || !is(s, office->begin - 1, ",")) return nobody;
        i = office->begin - 2;
    }
    if (!is_entity(s, i) || item(s, i)->flags & (T2G_ITEM_DEMONYM | T2G_ITEM_GENITIVE)) return nobody;
    if (i > s->begin + 1 && is(s, i - 1, "by") && is_publication(s, i - 2)) return (source){item(s, i)->entity, i - 2, true};
    /* "officials in Iran said": the name only says where. */
    bool led = i > s->begin && item(s, i - 1)->classes & T2G_CLASS_PREPOSITION;
    if (i > s->begin + 1 && item(s, i - 1)->classes & T2G_CLASS_DETERMINER) led = item(s, i - 2)->classes & T2G_CLASS_PREPOSITION;
    if (led && i >= s->begin + 2) {
        /* "spokesman X of Y said" */
        i -= item(s, i - 1)->classes & T2G_CLASS_DETERMINER ? 3 : 2;
        if (i < s->begin || i >= s->end || !is_entity(s, i) || item(s, i)->type != T2G_PERSON) return nobody;
    } else if (led) {
        return nobody;
    }
    uint32_t begin = i;
    while (begin > s->begin && item(s, begin - 1)->kind != T2G_ITEM_PUNCT && item(s, begin - 1)->kind != T2G_ITEM_VERB) begin--;
    return (source){item(s, i)->entity, begin, false};
}

static bool is_lemma(const scene *s, uint32_t v, const char *lemma)
{
    return t2g_slice_is(t2g_lexicon_entry(s->layers->lexicon, item(s, v)->entry).value, lemma);
}

/* told, spoke to: whose object listens. */
static bool addresses(const scene *s, uint32_t v)
{
    static const char *const lemmas[] = {"tell", "speak to", "speak with", "talk to", "talk with", "inform"};
    if (item(s, v)->kind != T2G_ITEM_VERB || item(s, v)->key != T2G_KEY_SAY) return false;
    for (size_t l = 0; l < sizeof lemmas / sizeof *lemmas; l++)
        if (is_lemma(s, v, lemmas[l])) return true;
    return false;
}

/* said X; said the chairman, X */
static source source_behind(const scene *s, uint32_t v)
{
    bool after = v > s->begin && (item(s, v - 1)->kind == T2G_ITEM_PUNCT || item(s, v - 1)->flags & T2G_ITEM_QUOTE);
    if (!after || addresses(s, v) || item(s, v)->end - item(s, v)->begin > 2) return nobody;
    uint32_t head = phrase_head(s, v + 1);
    if (head == T2G_NONE) return nobody;
    /* "said China would ..." has its speaker before; here something must end behind the name. */
    bool ends = head + 1 >= s->end || item(s, head + 1)->kind == T2G_ITEM_PUNCT || item(s, head + 1)->flags & T2G_ITEM_QUOTE ||
                item(s, head + 1)->classes & (T2G_CLASS_PREPOSITION | T2G_CLASS_PRONOUN | T2G_CLASS_SUBORDINATOR | T2G_CLASS_ADVERB);
    return ends ? (source){item(s, head)->entity, v, false} : nobody;
}

/* Where what is said begins, for a verb whose content stands behind it. */
static uint32_t content_behind(const scene *s, uint32_t v, uint32_t told)
{
    enum { WINDOW = 14 };
    uint32_t limit = s->end - v < WINDOW ? s->end : v + WINDOW;
    if (is(s, v + 1, "of") || is(s, v + 1, "about")) return v + 2;
    if (told == T2G_NONE && is_lemma(s, v, "tell")) told = phrase_head(s, v + 1);
    if (told != T2G_NONE && told >= v && told < limit) v = told;
    for (uint32_t i = v + 1; i < limit; i++) {
        if (is(s, i, "that") || is(s, i, "as") || item(s, i)->flags & T2G_ITEM_QUOTE) return i + 1;
        if (item(s, i)->kind == T2G_ITEM_VERB) break;
    }
    return v + 1;
}

/* The first outlet among items [i, last), before a clause begins. */
static uint32_t outlet_from(const scene *s, uint32_t i, uint32_t last)
{
    for (; i < last && i < s->end && !is(s, i, "that") && item(s, i)->kind != T2G_ITEM_VERB; i++)
        if (is_outlet(s, i) && !(item(s, i)->flags & T2G_ITEM_GENITIVE)) return i;
    return T2G_NONE;
}

/* The organisation at item i that may well be an outlet: no court, party or ministry. */
static uint32_t hearer_at(const scene *s, uint32_t i)
{
    const uint8_t deaf = T2G_NATURE_STATE | T2G_NATURE_BODY | T2G_NATURE_PARTY | T2G_NATURE_MINISTRY | T2G_NATURE_PUBLIC;
    uint32_t head = phrase_head(s, i);
    bool hears = head != T2G_NONE && item(s, head)->type == T2G_ORGANISATION && !(s->nature[item(s, head)->entity] & deaf);
    return hears ? head : outlet_from(s, i, i + 5);
}

/* Whom a speaker tells: "told Reuters", "said in an interview with the BBC",
 * "in an article for the Times", "speaking to CNN". */
static uint32_t listener(const scene *s, uint32_t v)
{
    static const char *const occasions[] = {"interview", "interviews", "statement", "comments", "article", "column", "speaking",
                                            "talking", "letter", "e-mail", "email", "remarks", "appearance", "editorial"};
    if (addresses(s, v)) {
        uint32_t head = hearer_at(s, v + 1);
        if (head != T2G_NONE) return head;
        return outlet_from(s, v + 1, v + 6);
    }
    if (is(s, v + 1, "to")) {
        uint32_t head = hearer_at(s, v + 2);
        if (head != T2G_NONE) return head;
    }
    for (uint32_t i = v + 2; i < s->end && i < v + 8; i++)
        if (is(s, i, "to") && outlet_from(s, i + 1, i + 4) != T2G_NONE) return outlet_from(s, i + 1, i + 4);
    if (is(s, v + 1, "on")) {
        for (uint32_t i = v + 2; i < s->end && i < v + 4; i++)
            if (is_outlet(s, i)) return i;
    }
    uint32_t since = T2G_NONE; /* the occasion, and how far it reaches */
    for (uint32_t i = s->begin; i < s->end; i++) {
        if (is_any(s, i, occasions, sizeof occasions / sizeof *occasions) ||
            (i != v && addresses(s, i) && item(s, i)->flags & T2G_ITEM_BARE))
            since = i;
        if (since == T2G_NONE || i - since > 7 || !is_outlet(s, i) || i == since) continue;
        bool led = false;
        for (uint32_t j = since; j < i; j++) led |= item(s, j)->classes & T2G_CLASS_PREPOSITION || item(s, j)->kind == T2G_ITEM_VERB;
        if (led) return i;
    }
    return T2G_NONE;
}

static void speaks(scene *s, uint32_t entity)
{
    s->speaker = entity;
    s->speaker_sentence = s->sentence;
    s->attributed = true;
}

/* "Ukraine and Russia have ...": both are spoken of. */
static void claim_both(scene *s, uint32_t about, uint32_t speaker, t2g_report_kind kind, t2g_rule rule)
{
    if (about == T2G_NONE) return;
    claim(s, item(s, about)->entity, speaker, kind, rule);
    if (!is(s, about + 1, "and")) return;
    uint32_t second = phrase_head(s, about + 2);
    if (second != T2G_NONE && second < about + 5) claim(s, item(s, second)->entity, speaker, kind, rule);
}

/* One verb of saying, with its source known. */
static void attribute(scene *s, uint32_t v, source who, bool inverted)
{
    bool reports = item(s, v)->key == T2G_KEY_REPORT;
    t2g_report_kind kind = kind_of(s, who.entity, who.published);
    if (who.published || (reports && kind == T2G_REPORT)) s->reporter = who.entity;
    uint32_t told = listener(s, v);
    if (told != T2G_NONE && item(s, told)->entity != who.entity)
        claim(s, who.entity, item(s, told)->entity, T2G_REPORT, is_lemma(s, v, "tell") ? T2G_RULE_TOLD : T2G_RULE_INTERVIEW);
    if (told != T2G_NONE) s->reporter = item(s, told)->entity;
    bool ended = v + 1 >= s->end || (item(s, v + 1)->kind == T2G_ITEM_PUNCT &&
                                     !(v + 2 < s->end && item(s, v + 2)->flags & T2G_ITEM_QUOTE && who.begin <= s->begin + 1) &&
                                     !is(s, v + 1, ":") && !(item(s, v + 1)->flags & T2G_ITEM_QUOTE));
    bool before = inverted || (ended && who.begin > s->begin);
    uint32_t about = before ? subject(s, s->begin, who.begin) : subject(s, content_behind(s, v, told), s->end);
    t2g_rule rule = before ? T2G_RULE_QUOTE : reports ? T2G_RULE_REPORTED : T2G_RULE_SAID;
    if (before && kind == T2G_REPORT && s->attributed) claim(s, s->speaker, who.entity, kind, rule);
    else if (about != told || told == T2G_NONE) claim_both(s, about, who.entity, kind, rule);
    if (!(before && s->attributed)) speaks(s, who.entity);
}

/* S quoted X as saying; S accused X of: the object is whom it is about. */
static void attribute_object(scene *s, uint32_t v, source who, t2g_rule rule)
{
    uint32_t head = phrase_head(s, v + 1);
    if (head == T2G_NONE) return;
    claim(s, item(s, head)->entity, who.entity, kind_of(s, who.entity, who.published || rule == T2G_RULE_REPORTED), rule);
    if (rule == T2G_RULE_BLAMED) return;
    uint32_t content = head + 3; /* as saying ... */
    bool before = content >= s->end || item(s, content)->kind == T2G_ITEM_PUNCT;
    uint32_t about = before ? subject(s, s->begin, who.begin) : subject(s, content, s->end);
    if (is(s, head + 1, "as")) claim_both(s, about, item(s, head)->entity, T2G_STATEMENT, T2G_RULE_SAID);
    speaks(s, item(s, head)->entity);
}

/* E was quoted by S as saying; E ..., as reported by S. */
static void read_passive(scene *s, uint32_t v)
{
    uint32_t head = hearer_at(s, v + 2);
    if (head == T2G_NONE) return;
    uint32_t about = s->attributed ? s->speaker : entity_of(s, subject(s, s->begin, v));
    claim(s, about, item(s, head)->entity, T2G_REPORT, T2G_RULE_REPORTED);
}

/* S said A, adding that B; S did A, blaming E: the subject goes on. */
static void read_participle(scene *s, uint32_t v, bool blames)
{
    uint32_t entity = s->attributed ? s->speaker : entity_of(s, subject(s, s->begin, v));
    if (entity == T2G_NONE) return;
    source who = {entity, s->begin, false};
    if (blames) attribute_object(s, v, who, T2G_RULE_BLAMED);
    else if (item(s, v)->key == T2G_KEY_SAY)
        claim(s, entity_of(s, subject(s, content_behind(s, v, T2G_NONE), s->end)), entity, kind_of(s, entity, false), T2G_RULE_SAID);
}

static void read_verb(scene *s, uint32_t v)
{
    const t2g_item *verb = item(s, v);
    bool says = verb->key == T2G_KEY_SAY || verb->key == T2G_KEY_REPORT, blames = verb->key == T2G_KEY_BLAME;
    if ((!says && !blames) || verb->flags & (T2G_ITEM_NEGATED | T2G_ITEM_MODAL)) return;
    if (verb->key == T2G_KEY_REPORT && is(s, v + 1, "by")) {
        read_passive(s, v);
        return;
    }
    if (verb->flags & T2G_ITEM_BARE && v > s->begin && is(s, v - 1, ",")) {
        read_participle(s, v, blames);
        return;
    }
    if (verb->flags & (T2G_ITEM_PASSIVE | T2G_ITEM_BARE)) return;
    if (is(s, v + 1, "to") && hearer_at(s, v + 2) == T2G_NONE) return; /* "claims to be": about himself */
    if (is_lemma(s, v, "write") && item(s, v + 1 < s->end ? v + 1 : v)->kind == T2G_ITEM_WORD && !is(s, v + 1, "that") &&
        !is(s, v + 1, "in") && !is(s, v + 1, "on"))
        return;
    source who = says ? source_behind(s, v) : nobody;
    bool inverted = who.entity != T2G_NONE;
    if (is_publication(s, v) && v + 1 < s->end && item(s, v + 1)->kind == T2G_ITEM_VERB) return; /* "the S report said" */
    if (!inverted) who = source_before(s, v);
    if (who.entity == T2G_NONE) return;
    if (blames) attribute_object(s, v, who, T2G_RULE_BLAMED);
    else if (is_lemma(s, v, "quote") || is_lemma(s, v, "cite")) attribute_object(s, v, who, T2G_RULE_REPORTED);
    else attribute(s, v, who, inverted);
}

/* "according to S": S, and whether a report of his is meant. */
static source source_of_according(const scene *s, uint32_t i)
{
    uint32_t last = i + 9 < s->end ? i + 9 : s->end;
    source who = nobody;
    for (uint32_t j = i; j < last; j++) {
        const t2g_item *w = item(s, j);
        who.published |= is_publication(s, j);
        if ((w->kind == T2G_ITEM_VERB && !is_publication(s, j)) || is(s, j, ",") || is(s, j, ".")) break;
        if (w->kind != T2G_ITEM_ENTITY || w->flags & T2G_ITEM_DEMONYM) continue;
        if (who.entity == T2G_NONE || is_outlet(s, j)) who.entity = w->entity;
    }
    uint32_t head = phrase_head(s, i);
    if (head != T2G_NONE && (item(s, head)->type == T2G_PERSON || !who.published)) who.entity = item(s, head)->entity;
    else if (!who.published && !(who.entity != T2G_NONE && s->nature[who.entity] & T2G_NATURE_OUTLET)) return nobody;
    if (who.entity == T2G_NONE && who.published && is(s, i, "the")) who.entity = s->reporter;
    return who;
}

static void read_according(scene *s, uint32_t i)
{
    source who = source_of_according(s, i + 2);
    if (who.entity == T2G_NONE) return;
    uint32_t begin = s->begin, end = i;
    if (i <= s->begin + 1) {
        for (begin = i; begin < s->end && !is(s, begin, ",");) begin++;
        end = s->end;
        /* According to X, head of Y, ... */
        uint32_t next = begin + 1;
        while (next < end && item(s, next)->flags & T2G_ITEM_SKIPPED) next++;
        uint32_t office = next < end ? item(s, next)->office : T2G_NONE;
        bool again = next < end && item(s, next)->entity == who.entity && is(s, next + 1, ",");
        if (office != T2G_NONE && is(s, s->offices->group[office].end, ",")) begin = s->offices->group[office].end;
        else if (again) begin = next + 1;
    }
    t2g_report_kind kind = kind_of(s, who.entity, who.published);
    bool relayed = kind == T2G_REPORT && s->attributed && begin == s->begin;
    if (relayed) claim(s, s->speaker, who.entity, kind, T2G_RULE_ACCORDING);
    else claim_both(s, subject(s, begin, end), who.entity, kind, T2G_RULE_ACCORDING);
    if (kind == T2G_REPORT) s->reporter = who.entity;
    s->attributed = true;
}

/* "A. B," said S: what was said before S was named. */
static void serve_waiting(scene *s, uint32_t speaker)
{
    for (uint32_t w = 0; w < s->waiting_len; w++)
        claim(s, s->waiting[w], speaker, kind_of(s, speaker, false), T2G_RULE_CONTINUED);
    s->waiting_len = 0;
}

static void wait_for_speaker(scene *s, uint32_t about)
{
    if (about != T2G_NONE && s->waiting_len < sizeof s->waiting / sizeof *s->waiting) s->waiting[s->waiting_len++] = about;
}

/* A sentence of a quote in which nobody speaks goes on with whoever began the
 * quote; else it waits for the speaker behind it, or takes the last one. */
static void go_on_quoting(scene *s, bool was_open)
{
    if (s->attributed) {
        serve_waiting(s, s->speaker);
        s->owner = s->speaker;
        return;
    }
    bool begins = s->begin < s->end && item(s, s->begin)->flags & T2G_ITEM_QUOTE;
    if (!was_open) s->owner = T2G_NONE;
    if (!was_open && !begins) return;
    wait_for_speaker(s, entity_of(s, subject(s, s->begin, s->end)));
    if (s->owner != T2G_NONE) serve_waiting(s, s->owner);
    else if (!s->quoting && s->speaker != T2G_NONE && s->sentence - s->speaker_sentence <= 3) serve_waiting(s, s->speaker);
    else if (!s->quoting) s->waiting_len = 0;
    if (s->waiting_len == 0) s->speaker_sentence = s->sentence;
}

static void read_sentence(scene *s)
{
    bool was_open = s->quoting;
    s->attributed = false;
    for (uint32_t i = s->begin; i < s->end; i++) {
        if (item(s, i)->flags & T2G_ITEM_QUOTE) s->quoting = !s->quoting;
        if (s->quoting) continue; /* what the quoted say of others is not said by the text */
        if (item(s, i)->kind == T2G_ITEM_VERB) read_verb(s, i);
        else if (is(s, i, "according") && is(s, i + 1, "to")) read_according(s, i);
    }
    go_on_quoting(s, was_open);
}

/* Persons who belong to an outlet speak as it does. */
static void mark_journalists(uint8_t *nature, const t2g_claims *claims, const t2g_row *row, const t2g_offices *offices)
{
    for (uint32_t c = 0; c < claims->len; c++) {
        const t2g_claim *claim = &claims->at[c];
        if (claim->relation != T2G_REPORTED_BY && nature[claim->target] & T2G_NATURE_OUTLET) nature[claim->source] |= T2G_NATURE_OUTLET;
    }
    for (uint32_t g = 0; g < offices->groups; g++) {
        const t2g_office_group *group = &offices->group[g];
        bool person = group->end < row->len && row->at[group->end].kind == T2G_ITEM_ENTITY && row->at[group->end].type == T2G_PERSON;
        if (person && offices->at[group->first].flags & T2G_OFFICE_PRESS) nature[row->at[group->end].entity] |= T2G_NATURE_OUTLET;
    }
}

void t2g_attributions_find(const t2g_layers *layers, const t2g_row *row, const t2g_offices *offices,
                           uint8_t *nature, t2g_claims *claims)
{
    mark_journalists(nature, claims, row, offices);
    scene s = {.layers = layers, .row = row, .offices = offices, .nature = nature, .claims = claims,
               .block = T2G_NONE, .speaker = T2G_NONE, .owner = T2G_NONE, .reporter = T2G_NONE};
    for (uint32_t n = 0; n < layers->sentences->len; n++) {
        if (layers->sentences->at[n].block != s.block) {
            s.quoting = false;
            s.waiting_len = 0;
        }
        s.block = layers->sentences->at[n].block;
        s.sentence = n;
        s.begin = row->first[n];
        s.end = row->first[n + 1];
        if (s.begin < s.end) read_sentence(&s);
    }
}
