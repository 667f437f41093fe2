/* SPDX-License-Identifier: MIT */
#include "nlp/fact/fact.h"

#include "nlp/fact/ground.h"
#include "nlp/item/listing.h"
#include "nlp/item/nature.h"
#include "nlp/item/owner.h"
#include "nlp/fact/affiliation.h"
#include "nlp/fact/ending.h"
#include "nlp/fact/pattern.h"
#include "nlp/fact/regime.h"
#include "nlp/fact/succession.h"
#include "nlp/fact/tenure.h"

/* What a pattern's columns say. */
typedef struct reading {
    t2g_rule rule;
    t2g_status status;
    uint32_t slot[2]; /* items of the match: who, and what of */
    bool since, until;
} reading;

static t2g_rule rule_named(t2g_slice name)
{
    for (t2g_rule r = 0; r < T2G_RULES; r++)
        if (t2g_slice_is(name, t2g_fact_rule_name((uint16_t)r))) return r;
    return T2G_RULE_PLAIN;
}

/* "1 3 former until" */
static reading read_columns(const t2g_lex_entry *entry, const t2g_match *match)
{
    reading r = {.rule = rule_named(entry->value), .status = T2G_STATUS_CURRENT};
    uint32_t slots = 0;
    for (uint32_t i = 0, end; i < entry->more.size; i = end + 1) {
        for (end = i; end < entry->more.size && entry->more.bytes[end] != ' ';) end++;
        t2g_slice word = {entry->more.bytes + i, end - i};
        uint32_t number = word.size == 1 ? (uint32_t)(word.bytes[0] - '1') : T2G_NONE;
        if (number < match->len && slots < 2) r.slot[slots++] = match->at[number];
        else if (t2g_slice_is(word, "former")) r.status = T2G_STATUS_FORMER;
        else if (t2g_slice_is(word, "acting")) r.status = T2G_STATUS_ACTING;
        else if (t2g_slice_is(word, "elect")) r.status = T2G_STATUS_ELECT;
        else if (t2g_slice_is(word, "since")) r.since = true;
        else if (t2g_slice_is(word, "until")) r.until = true;
    }
    return r;
}

/* Where patterns are looked for, and where what they prove goes. */
typedef struct finder {
    const t2g_layers *layers;
    t2g_ground *ground;
    t2g_matcher matcher;
    t2g_tenures tenures;
} finder;

/* "was", "worked for", "served as" are over; "became", "was appointed" are not. */
static bool is_over(const finder *f, const t2g_item *verb)
{
    if (!(verb->flags & T2G_ITEM_PAST)) return false;
    if (verb->flags & T2G_ITEM_COPULA || verb->key == T2G_KEY_LEAD || verb->key == T2G_KEY_BELONG) return true;
    if (verb->key != T2G_KEY_BECOME) return false;
    t2g_slice lemma = t2g_lexicon_entry(f->layers->lexicon, verb->entry).value;
    return t2g_slice_is(lemma, "serve as") || t2g_slice_is(lemma, "work as") || t2g_slice_is(lemma, "act as");
}

static bool remains(const finder *f, const t2g_item *verb)
{
    if (verb->entry == T2G_NONE) return false;
    t2g_slice lemma = t2g_lexicon_entry(f->layers->lexicon, verb->entry).value;
    return lemma.size >= 6 && memcmp(lemma.bytes, "remain", 6) == 0;
}

/* What the verb of a match says: "will take over as" means elect, "was" former. */
static t2g_status status_of_match(const finder *f, const t2g_match *match, t2g_status status)
{
    for (uint32_t m = 0; m < match->len && status == T2G_STATUS_CURRENT; m++) {
        const t2g_item *item = &f->ground->row.at[match->at[m]];
        if (item->kind != T2G_ITEM_VERB || remains(f, item)) continue;
        bool ends = item->key == T2G_KEY_END || item->key == T2G_KEY_LEAVE || item->key == T2G_KEY_REMOVE;
        if (item->flags & T2G_ITEM_FUTURE && ends) return status;
        if (item->flags & T2G_ITEM_FUTURE) status = T2G_STATUS_ELECT;
        else if (is_over(f, item) && !(m + 1 < match->len && t2g_item_is(f->layers, &f->ground->row.at[match->at[m + 1]], "by")))
            status = T2G_STATUS_FORMER;
    }
    return status;
}

/* "will resign within days": over, but not yet. */
static bool is_announced(const finder *f, const t2g_match *match)
{
    for (uint32_t m = 0; m < match->len; m++) {
        const t2g_item *item = &f->ground->row.at[match->at[m]];
        bool ends = item->key == T2G_KEY_END || item->key == T2G_KEY_LEAVE || item->key == T2G_KEY_REMOVE;
        if (item->kind == T2G_ITEM_VERB && ends && item->flags & T2G_ITEM_FUTURE) return true;
    }
    return false;
}

/* Dates stand behind the match, within the next few items. */
static t2g_when when_of_match(const finder *f, const t2g_match *match, const reading *r, uint32_t end)
{
    enum { WINDOW = 8 };
    uint32_t last = match->end + WINDOW < end ? match->end + WINDOW : end;
    if (match->end == 0 || last <= match->end) return (t2g_when){.since = ""};
    char on[11];
    t2g_when when = t2g_when_find(f->layers->tokens, f->ground->row.at[match->end].begin, f->ground->row.at[last - 1].end, on);
    if (r->since && !when.since[0]) memcpy(when.since, on, sizeof on);
    if (r->until && !when.until[0]) memcpy(when.until, on, sizeof on);
    return when;
}

/* "heads the union's rail division": not the union. */
static bool names_whole(const t2g_item *target)
{
    return !(target->flags & T2G_ITEM_GENITIVE);
}

static void claim_ends(finder *f, uint32_t sentence, const t2g_claim *model, uint32_t source, uint32_t target)
{
    const t2g_item *a = &f->ground->row.at[source], *b = &f->ground->row.at[target];
    t2g_claim claim = *model;
    bool whole = claim.rule == T2G_RULE_PARTY || claim.relation != T2G_HEAD_OF || names_whole(b);
    if (a->entity == T2G_NONE || b->entity == T2G_NONE || !whole) return;
    claim.source = a->entity, claim.target = b->entity, claim.sentence = sentence;
    t2g_claims_add(&f->ground->claims, &claim);
}

/* Whoever ends the match may begin a list: "joined X and Y". */
static void claim_pair(finder *f, uint32_t sentence, const t2g_match *match, const reading *r, t2g_relation relation,
                       const t2g_when *when, uint32_t end)
{
    t2g_claim claim = {.relation = (uint8_t)relation, .rule = (uint8_t)r->rule,
                       .status = (uint8_t)status_of_match(f, match, r->status)};
    memcpy(claim.since, when->since, sizeof claim.since);
    memcpy(claim.until, when->until, sizeof claim.until);
    claim_ends(f, sentence, &claim, r->slot[0], r->slot[1]);
    uint32_t last = match->at[match->len - 1];
    if (relation != T2G_MEMBER_OF || match->end != last + 1 || (last != r->slot[0] && last != r->slot[1])) return;
    for (uint32_t i = last; (i = t2g_list_next(f->layers, &f->ground->row, i, end)) != T2G_NONE;)
        claim_ends(f, sentence, &claim, last == r->slot[0] ? i : r->slot[0], last == r->slot[0] ? r->slot[1] : i);
}

/* Behind a bracket that opens at item i, or i: "Sens. Ann Ash (Fla.) and Bob Birch (Ohio)". */
static uint32_t past_bracket(const finder *f, uint32_t i, uint32_t end)
{
    enum { LONGEST = 6 };
    const t2g_row *row = &f->ground->row;
    if (i >= end || !(row->at[i].flags & T2G_ITEM_OPENS)) return i;
    for (uint32_t j = i + 1; j < end && j <= i + LONGEST; j++)
        if (row->at[j].flags & T2G_ITEM_CLOSES) return j + 1;
    return i;
}

/* "Rep. Ann Ash (Fla.) and Bob Birch (Ohio)": each with a bracket of its own, they are both. */
static bool is_pair_in_brackets(const finder *f, uint32_t holder, uint32_t end)
{
    uint32_t i = past_bracket(f, holder + 1, end);
    if (i == holder + 1 || i + 1 >= end || !t2g_item_is(f->layers, &f->ground->row.at[i], "and")) return false;
    const t2g_item *next = &f->ground->row.at[i + 1];
    return next->kind == T2G_ITEM_ENTITY && next->type == T2G_PERSON && past_bracket(f, i + 2, end) > i + 2;
}

/* "joint Disney CEOs Michael Eisner and Bob Iger", "the members (Cyprus, Malta ...)": those of its type that follow the
 * first; or, where the office stands behind, those that come before. */
static void claim_list(finder *f, const t2g_office_group *group, uint32_t holder, const reading *r, t2g_status status,
                       const t2g_when *when, uint32_t begin, uint32_t end)
{
    enum { FAR = 64 }; /* items: a list that never ends is not walked from each of its names */
    const t2g_row *row = &f->ground->row;
    bool several = f->ground->offices.at[group->first].flags & T2G_OFFICE_PLURAL;
    if (!several && (holder < group->begin || !is_pair_in_brackets(f, holder, end))) return;
    if (holder < group->begin) {
        for (uint32_t i = holder; (i = t2g_list_before(f->layers, row, i, begin)) != T2G_NONE && i + FAR > holder;)
            t2g_tenure_claim(&f->tenures, row->at[i].entity, group, r->rule, status, when);
        return;
    }
    if (end > holder + FAR) end = holder + FAR;
    for (uint32_t i = holder + 1; (i = past_bracket(f, i, end)) < end; i++) {
        const t2g_item *item = &row->at[i];
        bool listed = item->kind == T2G_ITEM_ENTITY && item->type == row->at[holder].type;
        if (listed) t2g_tenure_claim(&f->tenures, item->entity, group, r->rule, status, when);
        else if (!t2g_item_is(f->layers, item, ",") && !t2g_item_is(f->layers, item, "and") && item->kind != T2G_ITEM_ROLE &&
                 !(item->classes & T2G_CLASS_DETERMINER))
            break;
    }
}

/* An office that names no owner takes the one at item i, which is nearer than one that owner.h lent. */
static void lend_owner(finder *f, const t2g_office_group *group, uint32_t i)
{
    const t2g_item *owner = &f->ground->row.at[i];
    bool fits = owner->kind == T2G_ITEM_ENTITY && owner->type != T2G_PERSON && !(owner->flags & T2G_ITEM_GENITIVE);
    for (uint32_t o = group->first; fits && o < group->first + group->len; o++) {
        t2g_office *office = &f->ground->offices.at[o];
        if (office->owners > 0 && !(office->flags & T2G_OFFICE_LENT)) continue;
        office->owner[0] = i, office->owners = 1;
        office->flags &= (uint16_t)~T2G_OFFICE_LENT;
    }
}

/* "President Karzai of Afghanistan", "Boeing named Lee as chief executive": the
 * owner stands behind the name, or it appoints. */
static void find_owner(finder *f, const t2g_office_group *group, const reading *r, const t2g_match *match, uint32_t end)
{
    uint32_t i = match->end, first = match->at[0];
    if (r->rule == T2G_RULE_TITLE && i + 1 < end && t2g_item_is(f->layers, &f->ground->row.at[i], "of")) {
        for (i++; i < end && f->ground->row.at[i].flags & T2G_ITEM_SKIPPED;) i++;
        if (i < end) lend_owner(f, group, i);
    }
    /* "X of Chile, President Y": what a preposition leads to owns nothing behind it. */
    bool led = first > 0 && f->ground->row.at[first - 1].classes & T2G_CLASS_PREPOSITION &&
               f->ground->row.at[first].type == T2G_COUNTRY;
    if (first != r->slot[0] && first != r->slot[1] && !led) lend_owner(f, group, first);
}

/* "said Smith, Jones head of security": without a comma the office must name its owner behind itself. */
static bool is_bare(const finder *f, const t2g_office_group *group, const t2g_match *match)
{
    if (match->len != 2 || match->at[1] != group->begin) return false;
    const t2g_office *office = &f->ground->offices.at[group->first + group->len - 1];
    return office->owners == 0 || f->ground->row.at[office->owner[office->owners - 1]].begin < office->role.end;
}

/* "African leaders, Ban said": no apposition of one person to many; nor of many to one: "Smith and Jones, head of X". */
static bool is_misfit(const finder *f, const t2g_office_group *group, uint32_t holder, t2g_rule rule, const t2g_match *match,
                      uint32_t end)
{
    bool joined = match->len > 4 && match->at[0] == holder && t2g_item_is(f->layers, &f->ground->row.at[match->at[1]], "and");
    if (!(f->ground->offices.at[group->first].flags & T2G_OFFICE_PLURAL)) return joined && rule == T2G_RULE_APPOSITION;
    uint32_t begin = f->ground->row.first[group->sentence];
    bool several = match->len > 4 || t2g_list_before(f->layers, &f->ground->row, match->at[0], begin) != T2G_NONE ||
                   (group->begin > 0 && t2g_item_is(f->layers, &f->ground->row.at[group->begin - 1], "of"));
    if (rule == T2G_RULE_APPOSITION) return !several;
    if (rule != T2G_RULE_BEFORE) return false;
    if (match->end >= end) return true;
    const t2g_item *behind = &f->ground->row.at[match->end];
    return !t2g_item_is(f->layers, behind, "and") && !t2g_item_is(f->layers, behind, ",");
}

/* "If X became head of Y, he would": the pronoun is no apposition, unless the office opens the sentence. */
static bool follows_a_clause(const finder *f, const t2g_office_group *group, uint32_t holder, t2g_rule rule)
{
    if (rule != T2G_RULE_BEFORE || !(f->ground->row.at[holder].flags & T2G_ITEM_REFERENCE)) return false;
    for (uint32_t i = f->ground->row.first[group->sentence]; i < group->begin; i++)
        if (f->ground->row.at[i].kind == T2G_ITEM_VERB) return true;
    return false;
}

/* One director or editor among several is inside; chairmen may take turns. */
static void lower(finder *f, const t2g_office_group *group)
{
    static const char *const many[] = {"directors", "editors", "managers", "commanders"};
    for (uint32_t o = group->first; o < group->first + group->len; o++) {
        t2g_office *office = &f->ground->offices.at[o];
        t2g_slice noun = t2g_token_fold(f->layers->tokens, office->role.end - 1);
        for (size_t w = 0; w < sizeof many / sizeof *many; w++)
            if (t2g_slice_is(noun, many[w])) office->flags |= T2G_OFFICE_INSIDE;
    }
}

static void apply(finder *f, uint32_t sentence, const t2g_match *match, uint32_t pattern, uint32_t end)
{
    t2g_lex_entry entry = t2g_lexicon_entry(f->layers->lexicon, pattern);
    reading r = read_columns(&entry, match);
    t2g_when when = when_of_match(f, match, &r, end);
    bool announced = is_announced(f, match);
    if (announced && r.status == T2G_STATUS_FORMER) r.status = T2G_STATUS_CURRENT, when.until[0] = 0;
    if (entry.key == T2G_KEY_HEADS) claim_pair(f, sentence, match, &r, T2G_HEAD_OF, &when, end);
    if (entry.key == T2G_KEY_BELONGS) claim_pair(f, sentence, match, &r, T2G_MEMBER_OF, &when, end);
    if (entry.key == T2G_KEY_ENDS && !announced && f->ground->row.at[r.slot[0]].entity != T2G_NONE)
        f->ground->claims.ended[f->ground->row.at[r.slot[0]].entity] = true;
    if (entry.key != T2G_KEY_HOLDS) return;
    const t2g_item *holder = &f->ground->row.at[r.slot[0]];
    uint32_t office = f->ground->row.at[r.slot[1]].office;
    if (holder->entity == T2G_NONE || office == T2G_NONE) return;
    const t2g_office_group *group = &f->ground->offices.group[office];
    if (is_misfit(f, group, r.slot[0], r.rule, match, end) || is_bare(f, group, match)) return;
    if (follows_a_clause(f, group, r.slot[0], r.rule)) return;
    for (uint32_t m = 0; m < match->len; m++)
        if (t2g_item_is(f->layers, &f->ground->row.at[match->at[m]], "one")) lower(f, group); /* "one of X's directors" */
    t2g_status status = status_of_match(f, match, r.status);
    find_owner(f, group, &r, match, end);
    t2g_tenure_claim(&f->tenures, holder->entity, group, r.rule, status, &when);
    claim_list(f, group, r.slot[0], &r, status, &when, f->ground->row.first[sentence], end);
}

/* "Is X the head of Y?", "Did X join Y?": the verb stands before whom the match begins with. */
static bool is_asked(const finder *f, uint32_t begin, uint32_t i)
{
    uint32_t first = begin;
    while (first + 1 < i && f->ground->row.at[first].flags & (T2G_ITEM_SKIPPED | T2G_ITEM_QUOTE)) first++;
    for (uint32_t j = first + 1; j < i; j++)
        if (!(f->ground->row.at[j].flags & T2G_ITEM_SKIPPED) && f->ground->row.at[j].kind != T2G_ITEM_ROLE) return false;
    return first < i && f->layers->tags->pos[f->ground->row.at[first].begin] == T2G_POS_AUX;
}

static bool has_comma(const finder *f, const t2g_match *match)
{
    for (uint32_t m = 0; m < match->len; m++)
        if (t2g_item_is(f->layers, &f->ground->row.at[match->at[m]], ",")) return true;
    return false;
}

/* "if", "whether": what stands behind is not said to be so. */
static bool is_hypothesis(const finder *f, uint32_t begin, uint32_t i)
{
    for (uint32_t j = i; j > begin && i - j < 6; j--) {
        const t2g_item *before = &f->ground->row.at[j - 1];
        if (before->kind == T2G_ITEM_WORD && before->classes & T2G_CLASS_IF) return true;
        if (before->kind == T2G_ITEM_PUNCT) return false;
    }
    return false;
}

static bool has_verb(const finder *f, const t2g_match *match)
{
    for (uint32_t m = 0; m < match->len; m++)
        if (f->ground->row.at[match->at[m]].kind == T2G_ITEM_VERB) return true;
    return false;
}

/* "most states of the EU are members": the subject is what the preposition leads from. */
static bool is_led(const finder *f, uint32_t begin, uint32_t i)
{
    while (i > begin && f->ground->row.at[i - 1].flags & T2G_ITEM_SKIPPED) i--;
    return i > begin && f->ground->row.at[i - 1].classes & T2G_CLASS_PREPOSITION;
}

static bool verb_follows(const finder *f, const t2g_match *match)
{
    return match->len > 1 && f->ground->row.at[match->at[1]].kind == T2G_ITEM_VERB;
}

/* What a name holds of another: "UN" in "UN Security Council", "China" in "China's Army". */
static void find_nested(finder *f)
{
    const t2g_mentions *mentions = f->layers->mentions;
    for (uint32_t m = 0; m < mentions->len; m++) {
        uint32_t outer = mentions->at[m].outer;
        if (outer == T2G_NONE) continue;
        uint32_t whole = f->layers->entities->of_mention[m], part = f->layers->entities->of_mention[outer];
        if (whole == T2G_NONE || part == T2G_NONE || f->layers->entities->at[part].type != T2G_ORGANISATION) continue;
        uint8_t type = f->layers->entities->at[whole].type;
        bool of_state = type == T2G_COUNTRY && f->ground->nature[part] & (T2G_NATURE_STATE | T2G_NATURE_MINISTRY);
        if (type != T2G_ORGANISATION && !of_state) continue;
        t2g_claim claim = {.source = part, .target = whole, .sentence = f->layers->sentences->of[mentions->at[m].begin],
                           .relation = T2G_MEMBER_OF, .rule = of_state ? T2G_RULE_STATE : T2G_RULE_PLAIN};
        t2g_claims_add(&f->ground->claims, &claim);
    }
}

/* The item of a verb group that is no infinitive, from item i on, adverbs passed over; or T2G_NONE. */
static uint32_t verb_at(const finder *f, uint32_t i, uint32_t end)
{
    while (i < end && f->ground->row.at[i].flags & T2G_ITEM_SKIPPED) i++;
    bool verb = i < end && f->ground->row.at[i].kind == T2G_ITEM_VERB && !(f->ground->row.at[i].flags & T2G_ITEM_BARE);
    return verb ? i : T2G_NONE;
}

/* Is the entity at item i the subject of a verb: "Smith leads", "Smith, who leads"? */
static bool is_subject(const finder *f, uint32_t i, uint32_t end)
{
    const t2g_item *item = &f->ground->row.at[i];
    if (item->kind != T2G_ITEM_ENTITY || item->flags & (T2G_ITEM_GENITIVE | T2G_ITEM_DEMONYM)) return false;
    uint32_t next = i + 1;
    if (next < end && t2g_item_is(f->layers, &f->ground->row.at[next], ",")) next++;
    if (next < end && t2g_item_is(f->layers, &f->ground->row.at[next], "who")) next++;
    else if (next > i + 1) return false;
    while (next < end && f->ground->row.at[next].flags & T2G_ITEM_SKIPPED) next++;
    if (next >= end) return false;
    const t2g_item *verb = &f->ground->row.at[next];
    uint8_t pos = f->layers->tags->pos[verb->begin];
    return verb->kind == T2G_ITEM_VERB || (verb->kind == T2G_ITEM_WORD && (pos == T2G_POS_VERB || pos == T2G_POS_AUX));
}

static void find_at(finder *f, uint32_t sentence, uint32_t i, uint32_t next)
{
    uint32_t begin = f->ground->row.first[sentence], end = f->ground->row.first[sentence + 1];
    t2g_match match;
    if (!t2g_pattern_match(&f->matcher, i, next, end, &match)) return;
    if (is_asked(f, begin, i) && (has_verb(f, &match) || !has_comma(f, &match))) return;
    if (has_verb(f, &match) && (is_hypothesis(f, begin, i) || (is_led(f, begin, i) && verb_follows(f, &match)))) return;
    for (uint32_t p = match.entries.begin; p < match.entries.end; p++)
        if (t2g_lexicon_list(f->layers->lexicon, p) == T2G_LEX_PATTERN) apply(f, sentence, &match, p, end);
}

/* "works in Panama as", "has served there as": what stands behind is what he is. */
static bool works(const finder *f, uint32_t subject, uint32_t as)
{
    static const char *const words[] = {"work", "works", "worked", "working", "serve", "serves", "served", "serving",
                                        "employed", "hired"};
    enum { FAR = 16 };
    bool found = false;
    if (as - subject > FAR) return false;
    for (uint32_t i = subject + 1; i < as; i++) {
        const t2g_item *item = &f->ground->row.at[i];
        if (item->kind == T2G_ITEM_ENTITY && item->type == T2G_PERSON) return false;
        t2g_slice last = t2g_token_fold(f->layers->tokens, item->end - 1), first = t2g_token_fold(f->layers->tokens, item->begin);
        for (size_t w = 0; w < sizeof words / sizeof *words; w++)
            found |= t2g_slice_is(last, words[w]) || t2g_slice_is(first, words[w]);
        if (item->flags & (T2G_ITEM_NEGATED | T2G_ITEM_MODAL)) return false;
    }
    return found;
}

/* From every name and office; and from the subject again behind "and": "Smith works for X and leads Y". */
static void find_patterns(finder *f)
{
    for (uint32_t s = 0; s < f->layers->sentences->len; s++) {
        uint32_t begin = f->ground->row.first[s], end = f->ground->row.first[s + 1], subject = T2G_NONE;
        for (uint32_t i = begin; i < end; i++) {
            const t2g_item *item = &f->ground->row.at[i];
            if (item->kind == T2G_ITEM_ENTITY || item->office != T2G_NONE) find_at(f, s, i, T2G_NONE);
            if (is_subject(f, i, end)) subject = i;
            bool joins = subject != T2G_NONE && item->kind == T2G_ITEM_WORD && item->classes & T2G_CLASS_AND;
            uint32_t verb = joins ? verb_at(f, i + 1, end) : T2G_NONE;
            if (verb != T2G_NONE) find_at(f, s, subject, verb);
            else if (subject != T2G_NONE && i > subject + 2 && t2g_item_is(f->layers, item, "as") && works(f, subject, i))
                find_at(f, s, subject, i);
        }
    }
}

bool t2g_ground_open(t2g_ground *ground, t2g_arena *arena, const t2g_layers *layers)
{
    *ground = (t2g_ground){.layers = layers, .nature = t2g_natures(arena, layers)};
    if (!ground->nature || !t2g_row_build(&ground->row, arena, layers)) return false;
    if (!t2g_offices_build(&ground->offices, arena, layers, &ground->row)) return false;
    if (!t2g_owners_lend(arena, layers, &ground->row, &ground->offices)) return false;
    return t2g_claims_init(&ground->claims, arena, layers->entities->len);
}

void t2g_patterns_find(t2g_ground *ground)
{
    finder f = {.layers = ground->layers, .ground = ground};
    t2g_matcher_init(&f.matcher, f.layers, &ground->row, &ground->offices, ground->nature);
    if (!t2g_tenures_init(&f.tenures, ground->claims.arena, f.layers, &ground->row, &ground->offices, ground->nature,
                          &ground->claims)) {
        ground->claims.failed = true;
        return;
    }
    find_patterns(&f);
    t2g_endings_find(f.layers, &ground->row, ground->claims.ended);
    find_nested(&f);
    t2g_affiliations_find(ground);
    t2g_regimes_find(ground, &f.tenures.homelands);
    t2g_successions_find(ground);
}

static void dump_slice(t2g_slice slice, FILE *out)
{
    for (uint32_t i = 0; i < slice.size; i++) {
        char c = slice.bytes[i];
        fputc(c == '\n' || c == '\t' ? ' ' : c, out);
    }
}

static void dump_details(const t2g_fact *fact, const t2g_text *text, const t2g_tokens *tokens, FILE *out)
{
    if (fact->relation == T2G_REPORTED_BY) {
        fprintf(out, "[%s]", t2g_report_kind_name(fact->kind));
        return;
    }
    fprintf(out, "[%s", t2g_status_name(fact->status));
    if (fact->role.begin < fact->role.end) fputs(" ", out);
    dump_slice(t2g_tokens_bytes(tokens, text, fact->role), out);
    if (fact->since[0]) fprintf(out, " since %s", fact->since);
    if (fact->until[0]) fprintf(out, " until %s", fact->until);
    fputs("]", out);
}

void t2g_facts_dump(const t2g_facts *facts, const t2g_text *text, const t2g_tokens *tokens,
                    const t2g_sentences *sentences, const t2g_entities *entities, FILE *out)
{
    for (uint32_t f = 0; f < facts->len; f++) {
        const t2g_fact *fact = &facts->at[f];
        const t2g_proof *proof = &facts->proofs[fact->proof];
        const t2g_sentence *sentence = &sentences->at[proof->sentence];
        dump_slice(entities->at[fact->source].name, out);
        fprintf(out, " -%s-> ", t2g_relation_name(fact->relation));
        dump_slice(entities->at[fact->target].name, out);
        fputs(" ", out);
        dump_details(fact, text, tokens, out);
        fprintf(out, " %s", t2g_fact_rule_name(proof->rule));
        if (fact->proofs > 1) fprintf(out, " x%u", fact->proofs);
        fputs(": ", out);
        dump_slice(t2g_tokens_bytes(tokens, text, (t2g_span){sentence->begin, sentence->end}), out);
        fputs("\n", out);
    }
}
