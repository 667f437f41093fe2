/* SPDX-License-Identifier: MIT */
#include "nlp/item/item.h"

/* Where the builder stands: cursors into the layers that are ordered by token. */
typedef struct builder {
    const t2g_layers *layers;
    const uint16_t *classes; /* by form id */
    t2g_row *row;
    uint32_t mention, reference;
} builder;

static const t2g_token *token(const builder *b, uint32_t i)
{
    return &b->layers->tokens->at[i];
}

static uint16_t classes_of(const builder *b, uint32_t i)
{
    return b->classes[token(b, i)->fold];
}

bool t2g_item_is(const t2g_layers *layers, const t2g_item *item, const char *fold)
{
    if (item->end != item->begin + 1) return false;
    t2g_slice word = t2g_token_fold(layers->tokens, item->begin);
    return word.size && word.bytes[0] == fold[0] && t2g_slice_is(word, fold); /* most differ at once */
}

static t2g_item *push(builder *b, t2g_item_kind kind, uint32_t begin, uint32_t end)
{
    t2g_item *item = &b->row->at[b->row->len++];
    *item = (t2g_item){.begin = begin, .end = end, .entity = T2G_NONE, .mention = T2G_NONE, .entry = T2G_NONE,
                       .office = T2G_NONE, .kind = (uint8_t)kind};
    return item;
}

/* The 's of Britain's, not that of he's or Britain's ready. */
static bool is_genitive(const builder *b, uint32_t i, uint32_t end)
{
    if (i == 0 || i >= end || !(token(b, i)->flags & T2G_TOKEN_JOINED)) return false;
    bool named = b->layers->mentions->of[i - 1] != T2G_NONE; /* "US's" is no pronoun's */
    if (!named && classes_of(b, i - 1) & (T2G_CLASS_PRONOUN | T2G_CLASS_ADVERB)) return false;
    if (b->layers->tags->pos[i] == T2G_POS_AUX || b->layers->tags->pos[i] == T2G_POS_VERB) return false; /* "Iraq's looking good" */
    t2g_slice fold = t2g_token_fold(b->layers->tokens, i);
    return t2g_slice_is(fold, "'s") || t2g_slice_is(fold, "'");
}

static void take_entity(builder *b, uint32_t begin, uint32_t end, uint32_t entity, uint16_t flags)
{
    t2g_item *item = push(b, T2G_ITEM_ENTITY, begin, end);
    item->entity = entity;
    item->type = b->layers->entities->at[entity].type;
    item->flags = flags;
}

/* "Former" and "Chairman" with a capital may look like names. */
static bool is_role_or_status(const builder *b, uint32_t i, uint32_t end)
{
    const t2g_phrase *role = t2g_phrases_longest(b->layers->phrases, i, T2G_LEX_ROLE);
    const t2g_phrase *status = t2g_phrases_longest(b->layers->phrases, i, T2G_LEX_STATUS);
    return (role && role->end >= end) || (status && status->end >= end);
}

/* The outermost mention that begins at i; its end, or i when there is none. */
static uint32_t take_mention(builder *b, uint32_t i, uint32_t end)
{
    const t2g_mentions *mentions = b->layers->mentions;
    while (b->mention < mentions->len && mentions->at[b->mention].begin < i) b->mention++;
    if (b->mention == mentions->len || mentions->at[b->mention].begin != i) return i;
    const t2g_mention *m = &mentions->at[b->mention];
    if (m->end > end) return i;
    uint32_t entity = b->layers->entities->of_mention[b->mention];
    if (entity == T2G_NONE && is_role_or_status(b, i, m->end)) return i;
    if (entity == T2G_NONE) {
        push(b, T2G_ITEM_NAME, m->begin, m->end);
    } else {
        uint16_t flags = m->kind == T2G_NAT ? T2G_ITEM_DEMONYM : 0;
        if (is_genitive(b, m->end, end)) flags |= T2G_ITEM_GENITIVE;
        take_entity(b, m->begin, m->end, entity, flags);
    }
    b->row->at[b->row->len - 1].mention = b->mention;
    return m->end;
}

/* "the prime minister of X", "the company chairman Y" name an office: no reference. */
static bool goes_on_as_office(const builder *b, const t2g_reference *r, uint32_t end)
{
    if (r->end >= end) return false;
    const t2g_phrase *role = t2g_phrases_longest(b->layers->phrases, r->end - 1, T2G_LEX_ROLE);
    if (!role) return false;
    t2g_slice behind = t2g_token_fold(b->layers->tokens, r->end);
    return b->layers->mentions->of[r->end] != T2G_NONE || t2g_slice_is(behind, "of") || t2g_slice_is(behind, "for") || t2g_slice_is(behind, "at");
}

static uint32_t take_reference(builder *b, uint32_t i, uint32_t end)
{
    const t2g_entities *entities = b->layers->entities;
    while (b->reference < entities->references_len && entities->references[b->reference].begin < i) b->reference++;
    if (b->reference == entities->references_len) return i;
    const t2g_reference *r = &entities->references[b->reference];
    if (r->begin != i || r->end > end || goes_on_as_office(b, r, end)) return i;
    uint16_t flags = T2G_ITEM_REFERENCE;
    t2g_deprel relation = (t2g_deprel)b->layers->trees->relation[i];
    bool possessive = r->end == i + 1 && classes_of(b, i) & T2G_CLASS_POSSESSIVE && relation != T2G_DEP_OBJ && relation != T2G_DEP_IOBJ; /* "met her" */
    if (possessive || is_genitive(b, r->end, end)) flags |= T2G_ITEM_GENITIVE;
    take_entity(b, r->begin, r->end, r->entity, flags);
    return r->end;
}

/* "heads", "chairs" and "captain" are verbs behind a person or "who". */
static bool stands_as_verb(const builder *b, uint32_t i)
{
    if (b->row->len == 0 || b->row->at[b->row->len - 1].end != i) return false;
    const t2g_item *before = &b->row->at[b->row->len - 1];
    if (before->kind == T2G_ITEM_ENTITY) return before->type == T2G_PERSON && !(before->flags & T2G_ITEM_GENITIVE);
    if (before->classes & (T2G_CLASS_ADVERB | T2G_CLASS_AUXILIARY) && !(before->flags & T2G_ITEM_GENITIVE)) return true;
    return t2g_item_is(b->layers, before, "who") || t2g_item_is(b->layers, before, "to");
}

/* "the report", "his claims": a noun. */
static bool stands_as_noun(const builder *b, uint32_t i)
{
    if (b->row->len == 0 || b->row->at[b->row->len - 1].end != i) return false;
    const t2g_item *before = &b->row->at[b->row->len - 1];
    if (before->flags & T2G_ITEM_GENITIVE) return true;
    return t2g_item_is(b->layers, before, "the") || t2g_item_is(b->layers, before, "a") ||
           t2g_item_is(b->layers, before, "an") || before->classes & T2G_CLASS_POSSESSIVE;
}

/* "think tank", "a vote count": the tagger sees the whole sentence; of a lone word it is right more often than the list. */
static bool is_tagged_noun(const builder *b, uint32_t i, uint32_t end)
{
    return end == i + 1 && b->layers->tags->pos[i] == T2G_POS_NOUN && !stands_as_verb(b, i);
}

/* The longest phrase of the lists of this room that begins at i. */
static uint32_t take_phrase(builder *b, uint32_t i, uint32_t end)
{
    static const struct {
        t2g_lex_list list;
        t2g_item_kind kind;
    } lists[] = {{T2G_LEX_ROLE, T2G_ITEM_ROLE}, {T2G_LEX_STATUS, T2G_ITEM_STATUS}, {T2G_LEX_VERB, T2G_ITEM_VERB}};
    const t2g_phrases *phrases = b->layers->phrases;
    if (phrases->first[i] == phrases->first[i + 1]) return i;
    const t2g_phrase *best = NULL;
    t2g_item_kind kind = T2G_ITEM_WORD;
    for (size_t l = 0; l < sizeof lists / sizeof *lists; l++) {
        const t2g_phrase *p = t2g_phrases_longest(phrases, i, lists[l].list);
        if (!p || p->end > end) continue;
        if (lists[l].kind == T2G_ITEM_VERB && (stands_as_noun(b, i) || is_tagged_noun(b, i, p->end))) continue;
        bool longer = !best || p->end > best->end;
        bool of = p->end < end && t2g_slice_is(t2g_token_fold(b->layers->tokens, p->end), "of"); /* "X head of Y" */
        bool verb = best && lists[l].kind == T2G_ITEM_VERB && p->end == best->end && stands_as_verb(b, i) && !of;
        if (longer || verb) best = p, kind = lists[l].kind;
    }
    if (!best) return i;
    t2g_item *item = push(b, kind, best->begin, best->end);
    item->entry = best->entry;
    item->key = best->key;
    return best->end;
}

static bool is_double_quote(t2g_slice form)
{
    static const char *const quotes[] = {"\"", "“", "”", "``", "''", "«", "»", "„"};
    for (size_t q = 0; q < sizeof quotes / sizeof *quotes; q++)
        if (t2g_slice_is(form, quotes[q])) return true;
    return false;
}

static uint32_t end_of_title(const builder *b, uint32_t i, uint32_t end)
{
    const t2g_phrase *p = t2g_phrases_longest(b->layers->phrases, i, T2G_LEX_TITLE);
    return p && p->end < end ? p->end : i;
}

/* "Mr", "Sir", "Lt. Gen." before a person: looked through. */
static uint32_t take_honorific(builder *b, uint32_t i, uint32_t end)
{
    enum { TITLES = 3 };
    uint32_t first = end_of_title(b, i, end), last = first;
    if (first == i) return i;
    for (int n = 1; n < TITLES && b->layers->mentions->of[last] == T2G_NONE; n++) last = end_of_title(b, last, end);
    uint32_t mention = b->layers->mentions->of[last];
    if (mention == T2G_NONE || b->layers->mentions->at[mention].kind != T2G_PER) return i;
    push(b, T2G_ITEM_WORD, i, first)->flags = T2G_ITEM_SKIPPED;
    return first;
}

static void take_token(builder *b, uint32_t i, uint32_t end)
{
    const t2g_token *t = token(b, i);
    bool quote = t->kind >= T2G_TOKEN_PUNCT && is_double_quote(t2g_token_form(b->layers->tokens, i)); /* `` is a symbol */
    bool punct = t->kind == T2G_TOKEN_PUNCT || quote;
    t2g_item *item = push(b, punct ? T2G_ITEM_PUNCT : T2G_ITEM_WORD, i, i + 1);
    item->classes = punct ? 0 : b->classes[t->fold];
    t2g_slice fold = t2g_token_fold(b->layers->tokens, i);
    if (t2g_slice_is(fold, "(")) item->flags |= T2G_ITEM_OPENS;
    if (t2g_slice_is(fold, ")")) item->flags |= T2G_ITEM_CLOSES;
    if (quote) item->flags = T2G_ITEM_QUOTE | T2G_ITEM_SKIPPED;
    if (item->classes & (T2G_CLASS_DETERMINER | T2G_CLASS_ADVERB)) item->flags |= T2G_ITEM_SKIPPED;
    if (is_genitive(b, i, end)) item->flags |= T2G_ITEM_GENITIVE;
}

/* What an auxiliary says of its verb group. */
static uint16_t flags_of_auxiliary(uint16_t classes)
{
    uint16_t flags = 0;
    if (classes & T2G_CLASS_NOT) flags |= T2G_ITEM_NEGATED;
    if (classes & T2G_CLASS_MODAL) flags |= T2G_ITEM_MODAL;
    if (classes & T2G_CLASS_FUTURE) flags |= T2G_ITEM_FUTURE;
    if (classes & T2G_CLASS_PAST) flags |= T2G_ITEM_PAST;
    return flags;
}

static bool is_auxiliary(const t2g_item *item)
{
    return item->kind == T2G_ITEM_WORD && item->classes & T2G_CLASS_AUXILIARY && !(item->flags & T2G_ITEM_GENITIVE);
}

static bool may_stand_in_group(const t2g_item *item)
{
    return item->kind == T2G_ITEM_WORD && item->classes & (T2G_CLASS_AUXILIARY | T2G_CLASS_NOT | T2G_CLASS_ADVERB);
}

/* Form of a listed verb: what its fourth column says. */
static uint16_t flags_of_form(const t2g_layers *layers, const t2g_item *verb)
{
    t2g_slice form = t2g_lexicon_entry(layers->lexicon, verb->entry).more;
    if (t2g_slice_is(form, "past")) return T2G_ITEM_PAST;
    if (t2g_slice_is(form, "participle") || t2g_slice_is(form, "ing")) return T2G_ITEM_BARE;
    return 0;
}

/* The group that begins at item i, folded into one item at *out. */
static uint32_t fold_group(const t2g_layers *layers, const t2g_row *row, uint32_t i, t2g_item *out)
{
    uint32_t last = i, j = i;
    uint16_t flags = 0, auxiliaries = 0;
    bool be = false;
    for (; j < row->len && may_stand_in_group(&row->at[j]); j++) {
        flags |= flags_of_auxiliary(row->at[j].classes);
        auxiliaries |= row->at[j].classes & T2G_CLASS_AUXILIARY;
        if (row->at[j].classes & T2G_CLASS_AUXILIARY) be = row->at[j].classes & T2G_CLASS_BE;
        if (row->at[j].classes & (T2G_CLASS_AUXILIARY | T2G_CLASS_NOT)) last = j;
    }
    t2g_item group = row->at[last];
    if (j < row->len && row->at[j].kind == T2G_ITEM_VERB) {
        group = row->at[j];
        last = j;
        uint16_t form = flags_of_form(layers, &group);
        if (!auxiliaries) flags |= form;
        else if (be && form & (T2G_ITEM_PAST | T2G_ITEM_BARE)) flags |= T2G_ITEM_PASSIVE;
    } else if (be) {
        flags |= T2G_ITEM_COPULA;
    }
    group.kind = T2G_ITEM_VERB;
    group.begin = row->at[i].begin;
    group.flags = flags;
    *out = group;
    return last + 1;
}

/* "to": what follows an infinitive marker is no statement of its own. */
static bool follows_to(const t2g_layers *layers, const t2g_row *row, uint32_t begin, uint32_t i)
{
    return i > begin && t2g_item_is(layers, &row->at[i - 1], "to");
}

/* Fold the verb groups of items [begin, row->len) in place. */
static void fold_groups(const t2g_layers *layers, t2g_row *row, uint32_t begin)
{
    uint32_t to = begin;
    for (uint32_t i = begin; i < row->len;) {
        t2g_item *item = &row->at[i];
        bool starts = item->kind == T2G_ITEM_VERB || is_auxiliary(item) ||
                      (item->kind == T2G_ITEM_WORD && item->classes & T2G_CLASS_NOT && i + 1 < row->len &&
                       row->at[i + 1].kind == T2G_ITEM_VERB);
        if (!starts) {
            row->at[to++] = *item;
            i++;
            continue;
        }
        t2g_item group;
        bool infinitive = follows_to(layers, row, begin, i);
        i = fold_group(layers, row, i, &group);
        if (infinitive) group.flags |= T2G_ITEM_BARE;
        row->at[to++] = group;
    }
    row->len = to;
}

/* "MI6 (Secret Intelligence Service)": the same entity again in brackets. */
static bool is_other_name(const t2g_row *row, uint32_t i)
{
    if (i + 3 >= row->len || row->at[i].kind != T2G_ITEM_ENTITY || row->at[i + 2].entity != row->at[i].entity) return false;
    return row->at[i + 1].flags & T2G_ITEM_OPENS && row->at[i + 3].flags & T2G_ITEM_CLOSES;
}

/* "The Times" in quotation marks is a name, and nobody is quoted. */
static uint32_t end_of_quoted_name(const t2g_row *row, uint32_t i)
{
    if (!(row->at[i].flags & T2G_ITEM_QUOTE)) return i;
    uint32_t j = i + 1;
    while (j < row->len && j < i + 4 && !(row->at[j].flags & T2G_ITEM_QUOTE) &&
           (row->at[j].classes & T2G_CLASS_DETERMINER || row->at[j].kind == T2G_ITEM_ENTITY || row->at[j].kind == T2G_ITEM_NAME))
        j++;
    bool named = j > i + 1 && j < row->len && row->at[j - 1].kind != T2G_ITEM_WORD;
    return named && row->at[j].flags & T2G_ITEM_QUOTE ? j : i;
}

static void look_through(t2g_row *row, uint32_t begin)
{
    for (uint32_t i = begin; i < row->len; i++) {
        if (is_other_name(row, i)) {
            for (uint32_t j = i + 1; j <= i + 3; j++) row->at[j].flags |= T2G_ITEM_SKIPPED;
            if (i + 4 < row->len && row->at[i + 4].flags & T2G_ITEM_GENITIVE) row->at[i].flags |= T2G_ITEM_GENITIVE;
        }
        uint32_t quoted = end_of_quoted_name(row, i);
        if (quoted == i) continue;
        row->at[i].flags &= (uint16_t)~T2G_ITEM_QUOTE;
        row->at[quoted].flags &= (uint16_t)~T2G_ITEM_QUOTE;
    }
}

static void build_sentence(builder *b, const t2g_sentence *s)
{
    uint32_t first = b->row->len;
    for (uint32_t i = s->begin; i < s->end;) {
        uint32_t next = take_mention(b, i, s->end);
        if (next == i) next = take_reference(b, i, s->end);
        if (next == i) next = take_phrase(b, i, s->end);
        if (next == i) next = take_honorific(b, i, s->end);
        if (next == i) {
            take_token(b, i, s->end);
            next = i + 1;
        }
        i = next;
    }
    fold_groups(b->layers, b->row, first);
    look_through(b->row, first);
}

bool t2g_row_build(t2g_row *row, t2g_arena *arena, const t2g_layers *layers)
{
    *row = (t2g_row){.at = T2G_ARRAY(arena, t2g_item, layers->tokens->len),
                     .first = T2G_ARRAY(arena, uint32_t, layers->sentences->len + 1)};
    builder b = {.layers = layers, .classes = t2g_word_classes(arena, layers->tokens), .row = row};
    if (!row->at || !row->first || !b.classes) return false;
    for (uint32_t s = 0; s < layers->sentences->len; s++) {
        row->first[s] = row->len;
        const t2g_sentence *sentence = &layers->sentences->at[s];
        if (layers->text->blocks[sentence->block].kind != T2G_BLOCK_FURNITURE) build_sentence(&b, sentence);
    }
    row->first[layers->sentences->len] = row->len;
    return true;
}
