/* SPDX-License-Identifier: MIT */
#include "nlp/fact/pattern.h"

#include "nlp/item/nature.h"
#include "nlp/item/orgkind.h"

static const char *const label_words[] = {
#define LABEL(name, word) word,
    T2G_LABELS(LABEL)
#undef LABEL
};

void t2g_matcher_init(t2g_matcher *matcher, const t2g_layers *layers, const t2g_row *row, const t2g_offices *offices,
                      const uint8_t *nature)
{
    *matcher = (t2g_matcher){.layers = layers, .row = row, .offices = offices, .nature = nature};
    for (int l = 0; l < T2G_LABEL_COUNT; l++)
        matcher->word[l] = t2g_lexicon_word(layers->lexicon, t2g_slice_of(label_words[l]));
}

/* The readings of one item: words to step by, the item that is meant, and the one behind. */
typedef struct readings {
    uint32_t word[9], item[9], next[9];
    uint32_t len;
    uint32_t self; /* the item that is read */
} readings;

static void add_at(const t2g_matcher *m, readings *r, t2g_label label, uint32_t item, uint32_t next)
{
    r->word[r->len] = m->word[label];
    r->item[r->len] = item;
    r->next[r->len++] = next;
}

/* A reading that means the item itself. */
static void add(const t2g_matcher *m, readings *r, t2g_label label, uint32_t next)
{
    add_at(m, r, label, r->self, next);
}

/* "Smith (D-Ohio), chairman of X": what brackets hold may be passed over; the item behind them, or next. */
static uint32_t past_brackets(const t2g_matcher *m, uint32_t next)
{
    enum { LONGEST = 8 };
    const t2g_row *row = m->row;
    if (next >= row->len || !(row->at[next].flags & T2G_ITEM_OPENS)) return next;
    for (uint32_t j = next + 1; j < row->len && j < next + LONGEST; j++)
        if (row->at[j].flags & T2G_ITEM_CLOSES) return j + 1;
    return next;
}

static void read_entity(const t2g_matcher *m, const t2g_item *item, uint32_t next, readings *r)
{
    if (item->flags & T2G_ITEM_DEMONYM) {
        add(m, r, T2G_LABEL_DEMONYM, next);
        return;
    }
    bool its = item->flags & T2G_ITEM_REFERENCE && item->flags & T2G_ITEM_GENITIVE && item->end == item->begin + 1;
    if (its) {
        add(m, r, T2G_LABEL_ITS, next);
        if (item->type == T2G_PERSON) add(m, r, T2G_LABEL_HIS, next);
        return;
    }
    static const t2g_label of_type[] = {T2G_LABEL_PERSON, T2G_LABEL_ORG, T2G_LABEL_COUNTRY};
    add(m, r, of_type[item->type], next);
    uint32_t behind = past_brackets(m, next);
    if (behind != next) add(m, r, of_type[item->type], behind);
    if (m->nature[item->entity] & T2G_NATURE_PARTY) add(m, r, T2G_LABEL_PARTY, next);
    else add(m, r, T2G_LABEL_ENTITY, next);
}

/* What is denied or only possible bears no label, so that no pattern matches it. */
static void read_verb(const t2g_matcher *m, const t2g_item *verb, uint32_t next, readings *r)
{
    if (verb->flags & (T2G_ITEM_NEGATED | T2G_ITEM_MODAL)) return;
    bool passive = verb->flags & T2G_ITEM_PASSIVE, bare = verb->flags & T2G_ITEM_BARE;
    if (verb->flags & T2G_ITEM_COPULA) {
        if (!bare) add(m, r, T2G_LABEL_IS, next);
        return;
    }
    switch (verb->key) {
    case T2G_KEY_LEAD: add(m, r, passive ? T2G_LABEL_LED : bare ? T2G_LABEL_LEADING : T2G_LABEL_LEAD, next); break;
    case T2G_KEY_BECOME: add(m, r, bare ? T2G_LABEL_BECOMING : T2G_LABEL_BECOME, next); break;
    case T2G_KEY_JOIN: if (!bare || passive) add(m, r, T2G_LABEL_JOIN, next); break;
    case T2G_KEY_BELONG: if (!bare) add(m, r, T2G_LABEL_BELONG, next); break;
    case T2G_KEY_LEAVE: if (!bare) add(m, r, T2G_LABEL_LEAVE, next); break;
    case T2G_KEY_END:
        if (bare) break;
        add(m, r, T2G_LABEL_LEAVE, next);
        add(m, r, T2G_LABEL_END, next);
        break;
    case T2G_KEY_APPOINT: add(m, r, passive || bare ? T2G_LABEL_APPOINTED : T2G_LABEL_APPOINT, next); break;
    case T2G_KEY_SUCCEED: if (!bare || passive) add(m, r, passive ? T2G_LABEL_SUCCEEDED : T2G_LABEL_SUCCEED, next); break;
    case T2G_KEY_DENY: /* "dismissed": of an office when it is a person's */
        if (!t2g_slice_is(t2g_lexicon_entry(m->layers->lexicon, verb->entry).value, "dismiss")) break; /* fall through */
    case T2G_KEY_REMOVE: if (!bare || passive) add(m, r, passive ? T2G_LABEL_REMOVED : T2G_LABEL_REMOVE, next); break;
    default: break;
    }
}

static bool is_dash(const t2g_matcher *m, const t2g_item *item)
{
    t2g_slice form = t2g_token_form(m->layers->tokens, item->begin);
    bool spaced = m->layers->tokens->at[item->begin].flags & T2G_TOKEN_SPACE;
    return t2g_slice_is(form, "–") || t2g_slice_is(form, "—") || t2g_slice_is(form, "--") ||
           (spaced && t2g_slice_is(form, "-"));
}

/* May it stand between a preposition and the organisation it leads to: "of the German travel agency X"? */
static bool describes(const t2g_matcher *m, uint32_t i)
{
    const t2g_item *item = &m->row->at[i];
    if (item->flags & (T2G_ITEM_SKIPPED | T2G_ITEM_DEMONYM) || item->kind == T2G_ITEM_NAME) return true;
    if (item->flags & T2G_ITEM_GENITIVE) return item->kind != T2G_ITEM_ENTITY || item->type == T2G_COUNTRY; /* "Germany's X" */
    if (item->kind == T2G_ITEM_ROLE) return item->key == T2G_KEY_UNIT;
    if (item->kind == T2G_ITEM_PUNCT) return t2g_item_is(m->layers, item, "-");
    return item->kind == T2G_ITEM_WORD && !(item->classes & T2G_CLASS_FUNCTION) && !(item->flags & T2G_ITEM_GENITIVE);
}

/* A noun phrase behind a preposition means the organisation that it ends in; behind a genitive ("Smith's conservative
 * Labour Party") only if that is a party, for other things a person has need not be what he belongs to. */
static void read_described(const t2g_matcher *m, uint32_t i, readings *r)
{
    enum { LONGEST = 8 };
    const t2g_row *row = m->row;
    uint32_t before = i;
    while (before > 1 && row->at[before - 1].flags & T2G_ITEM_SKIPPED) before--;
    if (before == 0 || !describes(m, i)) return;
    const t2g_item *opener = &row->at[before - 1];
    bool genitive = opener->flags & T2G_ITEM_GENITIVE && opener->kind != T2G_ITEM_ENTITY;
    if (!genitive && (opener->kind != T2G_ITEM_WORD || !(opener->classes & T2G_CLASS_PREPOSITION))) return;
    uint32_t j = i + 1, limit = i + LONGEST < row->len ? i + LONGEST : row->len;
    while (j < limit && (describes(m, j) || (!genitive && t2g_item_is(m->layers, &row->at[j], "at")))) j++;
    if (j == limit) return;
    const t2g_item *end = &row->at[j];
    bool named = end->kind == T2G_ITEM_ENTITY && end->type == T2G_ORGANISATION &&
                 !(end->flags & (T2G_ITEM_REFERENCE | T2G_ITEM_GENITIVE));
    bool party = named && m->nature[end->entity] & T2G_NATURE_PARTY;
    if (named && !genitive) add_at(m, r, T2G_LABEL_ORG, j, j + 1);
    else if (party) add_at(m, r, T2G_LABEL_PARTY, j, j + 1);
}

/* "Smith, operational director for X", "Smith, another senior X operative": words that stand before an office belong to it. */
static void read_modified(const t2g_matcher *m, uint32_t i, readings *r)
{
    enum { LONGEST = 12 };
    const t2g_row *row = m->row;
    if (row->at[i].office != T2G_NONE || row->at[i].kind != T2G_ITEM_WORD) return;
    bool noun_phrase = i > 0 && row->at[i - 1].classes & T2G_CLASS_DETERMINER; /* "an attending surgeon", not "visiting surgeons" */
    for (uint32_t j = i; j < row->len && j < i + LONGEST; j++) {
        if (row->at[j].office != T2G_NONE) {
            add_at(m, r, T2G_LABEL_OFFICE, j, m->offices->group[row->at[j].office].end);
            return;
        }
        bool hyphen = t2g_item_is(m->layers, &row->at[j], "-"), joins = j > i && t2g_item_is(m->layers, &row->at[j], "and");
        if (joins && m->layers->tags->pos[row->at[j - 1].begin] == T2G_POS_NOUN) continue; /* "a medical ethicist and director" */
        if (row->at[j].kind != T2G_ITEM_WORD && !hyphen) return;
        if (!describes(m, j) || (!noun_phrase && m->layers->tags->pos[row->at[j].begin] == T2G_POS_VERB)) return;
    }
}

/* "Opel's parent company GM", "its rival X": the other way round, or neither. */
static bool is_foreign(const t2g_matcher *m, uint32_t i)
{
    static const char *const words[] = {"parent", "rival", "partner", "competitor", "predecessor", "successor", "client",
                                        "neighbouring", "former", "fellow"};
    for (size_t w = 0; w < sizeof words / sizeof *words; w++)
        if (t2g_item_is(m->layers, &m->row->at[i], words[w])) return true;
    return false;
}

/* "the EU's statistics office, Eurostat": a noun for an organisation behind a genitive leads to the name of the part. */
static void read_part(const t2g_matcher *m, uint32_t i, readings *r)
{
    enum { LONGEST = 5 };
    const t2g_row *row = m->row;
    const t2g_item *before = i > 0 ? &row->at[i - 1] : NULL;
    if (!before || !(before->flags & T2G_ITEM_GENITIVE)) return;
    if (before->kind == T2G_ITEM_ENTITY && !(before->flags & T2G_ITEM_REFERENCE)) return;
    uint32_t j = i;
    while (j < row->len && j < i + LONGEST && describes(m, j) && !is_foreign(m, j)) j++;
    uint32_t last = j;
    while (last > i && row->at[last - 1].flags & T2G_ITEM_SKIPPED) last--; /* an opening quotation mark */
    if (last == i || j + 1 >= row->len || row->at[last - 1].kind == T2G_ITEM_ENTITY) return;
    t2g_slice noun = t2g_token_fold(m->layers->tokens, row->at[last - 1].end - 1);
    if (!t2g_orgkind_of_noun(noun) && row->at[last - 1].kind != T2G_ITEM_ROLE && !t2g_slice_is(noun, "office")) return;
    if (t2g_item_is(m->layers, &row->at[j], ",")) j++;
    while (j < row->len && row->at[j].flags & T2G_ITEM_SKIPPED) j++;
    if (j == row->len) return;
    const t2g_item *part = &row->at[j];
    if (part->kind == T2G_ITEM_ENTITY && part->type == T2G_ORGANISATION && !(part->flags & T2G_ITEM_REFERENCE))
        add_at(m, r, T2G_LABEL_PART, j, j + 1);
}

/* "led by team boss X": a person with a title is a person too, behind the first label. */
static void read_titled(const t2g_matcher *m, uint32_t i, readings *r)
{
    if (i == 0 || m->row->at[i].office == T2G_NONE) return;
    uint32_t holder = m->offices->group[m->row->at[i].office].end;
    if (holder >= m->row->len) return;
    const t2g_item *person = &m->row->at[holder];
    bool follows = person->kind == T2G_ITEM_ENTITY && person->type == T2G_PERSON && person->begin == m->row->at[holder - 1].end;
    if (follows) add_at(m, r, T2G_LABEL_PERSON, holder, holder + 1);
}

/* "the head of X, an Internet provider, Y": what a comma, an article and a comma set aside, without a verb or a person. */
static void read_aside(const t2g_matcher *m, uint32_t i, readings *r)
{
    enum { LONGEST = 10 };
    const t2g_row *row = m->row;
    if (i < 2 || !(row->at[i - 1].classes & T2G_CLASS_DETERMINER) || row->at[i - 2].kind != T2G_ITEM_PUNCT) return;
    for (uint32_t j = i; j < row->len && j < i + LONGEST; j++) {
        const t2g_item *item = &row->at[j];
        if (item->kind == T2G_ITEM_VERB || (item->kind == T2G_ITEM_ENTITY && item->type == T2G_PERSON)) return;
        if (item->kind != T2G_ITEM_PUNCT || t2g_item_is(m->layers, item, "-")) continue;
        if (j > i && t2g_item_is(m->layers, item, ",")) add(m, r, T2G_LABEL_ASIDE, j);
        return;
    }
}

/* behind: it is not the first of the match. */
static readings read_item(const t2g_matcher *m, uint32_t i, bool behind)
{
    readings r = {.len = 0, .self = i};
    const t2g_item *item = &m->row->at[i];
    if (behind) read_described(m, i, &r);
    if (behind) read_modified(m, i, &r);
    if (behind) read_part(m, i, &r);
    if (behind) read_titled(m, i, &r);
    if (behind) read_aside(m, i, &r);
    if (item->office != T2G_NONE) add(m, &r, T2G_LABEL_OFFICE, m->offices->group[item->office].end);
    switch (item->kind) {
    case T2G_ITEM_ENTITY: read_entity(m, item, i + 1, &r); break;
    case T2G_ITEM_VERB: read_verb(m, item, i + 1, &r); break;
    case T2G_ITEM_PUNCT:
        if (is_dash(m, item)) {
            add(m, &r, T2G_LABEL_COMMA, i + 1);
            break;
        } /* fall through */
    case T2G_ITEM_WORD:
        if (item->flags & T2G_ITEM_GENITIVE) {
            add(m, &r, T2G_LABEL_S, i + 1);
        } else if (m->layers->tokens->at[item->begin].kind == T2G_TOKEN_NUMBER) {
            add(m, &r, T2G_LABEL_NUMBER, i + 1);
        } else {
            r.word[r.len] = t2g_lexicon_word(m->layers->lexicon, t2g_token_fold(m->layers->tokens, item->begin));
            r.item[r.len] = i;
            r.next[r.len++] = i + 1;
        }
        break;
    case T2G_ITEM_ROLE:
    case T2G_ITEM_STATUS:
    case T2G_ITEM_NAME: break;
    }
    return r;
}

static bool has_pattern(const t2g_lexicon *lexicon, t2g_span entries)
{
    for (uint32_t e = entries.begin; e < entries.end; e++)
        if (t2g_lexicon_list(lexicon, e) == T2G_LEX_PATTERN) return true;
    return false;
}

static uint32_t past_skipped(const t2g_row *row, uint32_t i, uint32_t end)
{
    while (i < end && row->at[i].flags & T2G_ITEM_SKIPPED && !(row->at[i].flags & T2G_ITEM_QUOTE) && row->at[i].office == T2G_NONE)
        i++;
    return i;
}

/* Depth first with a stack of its own: the pattern's length bounds it. */
bool t2g_pattern_match(const t2g_matcher *m, uint32_t i, uint32_t next_label, uint32_t end, t2g_match *match)
{
    struct frame {
        readings readings;
        uint32_t item, state, tried;
    } stack[T2G_PATTERN_LONGEST];
    match->len = 0;
    stack[0] = (struct frame){.readings = read_item(m, i, false), .item = i};
    for (uint32_t r = 0; next_label != T2G_NONE && r < stack[0].readings.len; r++) stack[0].readings.next[r] = next_label;
    for (uint32_t depth = 1; depth > 0;) {
        struct frame *top = &stack[depth - 1];
        if (top->tried == top->readings.len) {
            depth--;
            continue;
        }
        uint32_t word = top->readings.word[top->tried], next = top->readings.next[top->tried];
        top->item = top->readings.item[top->tried];
        top->tried++;
        if (word == T2G_NONE || next > end) continue;
        uint32_t state = t2g_lexicon_step(m->layers->lexicon, top->state, word);
        if (state == T2G_NONE) continue;
        t2g_span entries = t2g_lexicon_entries(m->layers->lexicon, state);
        if (depth > match->len && has_pattern(m->layers->lexicon, entries)) {
            match->len = depth;
            match->end = next;
            match->entries = entries;
            for (uint32_t d = 0; d < depth; d++) match->at[d] = stack[d].item;
        }
        next = past_skipped(m->row, next, end);
        if (next < end && depth < T2G_PATTERN_LONGEST)
            stack[depth++] = (struct frame){.readings = read_item(m, next, true), .item = next, .state = state};
    }
    return match->len > 0;
}
