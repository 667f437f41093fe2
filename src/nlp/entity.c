/* SPDX-License-Identifier: MIT */
#include "nlp/entity.h"

#include "base/utf8.h"
#include "nlp/coreference.h"
#include "nlp/namekey.h"

/* Names of one document are gathered the longest first, so that a short form
 * finds the full one wherever that stands; last names alone come after, in the
 * order of the text, because the one named last is meant. */

enum { BUCKETS = 12 }; /* words of a name; longer ones count as that many */

typedef struct gathering {
    const t2g_lexicon *lexicon;
    const t2g_tokens *tokens;
    const t2g_phrases *phrases;
    const t2g_mentions *mentions;
    t2g_namekeys keys;
    t2g_entity *at; /* [len], room for every mention                                    */
    uint32_t len;
    uint32_t *of;     /* [mentions->len]                                                */
    uint8_t *gender;  /* [len] t2g_gender                                               */
    uint32_t *recent; /* [forms] by fold of a last or first name: the person named last */
    uint32_t *first;  /* [forms] the first person of the text with that name            */
    uint32_t *woman, *man; /* [forms] the last one known as such                        */
} gathering;

static uint32_t new_entity(gathering *g, t2g_entity_type type, uint32_t mention)
{
    g->at[g->len] = (t2g_entity){.type = (uint8_t)type, .first = mention};
    g->gender[g->len] = T2G_GENDER_UNKNOWN;
    return g->len++;
}

static bool form_is(const gathering *g, uint32_t token, const char *form)
{
    return token < g->tokens->len && t2g_slice_is(t2g_token_form(g->tokens, token), form);
}

/* ---- countries: one a code ---- */

static bool gather_country(gathering *g, uint32_t m)
{
    t2g_lex_entry entry = t2g_lexicon_entry(g->lexicon, g->mentions->at[m].entry);
    t2g_slice name = entry.more.size ? entry.more : entry.phrase;
    t2g_namekey key = t2g_namekey_of_string(T2G_KEYKIND_COUNTRY, name);
    uint32_t e = t2g_namekeys_find(&g->keys, &key);
    if (e == T2G_NONE) {
        e = new_entity(g, T2G_COUNTRY, m);
        g->at[e].name = name;
        g->at[e].code = entry.value;
        if (!t2g_namekeys_claim(&g->keys, &key, e)) return false;
    }
    g->of[m] = e;
    return true;
}

/* ---- organisations ---- */

static bool is_acronym(const gathering *g, const t2g_mention *m)
{
    return m->end == m->begin + 1 && g->tokens->at[m->begin].shape == T2G_SHAPE_CAPS;
}

static const t2g_phrase *orgword_ending(const gathering *g, uint32_t begin, uint32_t end)
{
    for (uint32_t i = end; i-- > begin && i + 4 > end;)
        for (uint32_t p = g->phrases->first[i]; p < g->phrases->first[i + 1]; p++)
            if (g->phrases->at[p].list == T2G_LEX_ORGWORD && g->phrases->at[p].end == end) return &g->phrases->at[p];
    return NULL;
}

/* Words that say too little to call an organisation by them alone. */
static bool is_bare(const gathering *g, uint32_t begin, uint32_t end)
{
    if (begin >= end) return true;
    for (uint32_t p = g->phrases->first[begin]; p < g->phrases->first[begin + 1]; p++) {
        const t2g_phrase *phrase = &g->phrases->at[p];
        bool whole = phrase->end == end;
        if (whole && (phrase->list == T2G_LEX_COUNTRY || phrase->list == T2G_LEX_PLACE || phrase->list == T2G_LEX_COMMON ||
                      phrase->list == T2G_LEX_NOTNAME))
            return true;
    }
    return false;
}

static bool claim_short(gathering *g, uint32_t begin, uint32_t end, uint32_t e)
{
    if (is_bare(g, begin, end)) return true;
    t2g_namekey key = t2g_namekey_of(T2G_KEYKIND_SHORT, g->tokens, begin, end);
    return t2g_namekeys_claim(&g->keys, &key, e);
}

/* The tokens of a name up to its "of": "Ministry" of "Ministry of Works". */
static uint32_t before_link(const gathering *g, uint32_t begin, uint32_t end)
{
    for (uint32_t i = begin + 1; i + 1 < end; i++)
        if (form_is(g, i, "of") || form_is(g, i, "for") || form_is(g, i, "on")) return i;
    return end;
}

/* The short forms of a full name: without its country, without its "Party" or "Inc", without
 * what follows "of", and its initials. */
static bool claim_short_forms(gathering *g, const t2g_mention *m, uint32_t e)
{
    uint32_t begin = m->begin, end = m->end;
    if (end < begin + 2) return true;
    const t2g_phrase *country = t2g_phrases_longest(g->phrases, begin, T2G_LEX_COUNTRY);
    uint32_t bare = country && country->end < end ? country->end : begin;
    if (bare > begin && !claim_short(g, bare, end, e)) return false;
    uint32_t link = before_link(g, begin, end);
    if (link < end && link > begin + 1 && !claim_short(g, begin, link, e)) return false;
    const t2g_phrase *word = orgword_ending(g, begin, end);
    if (word && word->begin > begin && !claim_short(g, begin, word->begin, e)) return false;
    if (word && word->begin > begin + 1 && !claim_short(g, begin, begin + 1, e)) return false;
    t2g_namekey initials = t2g_namekey_of_initials(g->tokens, begin, end);
    if (initials.size > 2 && !t2g_namekeys_claim(&g->keys, &initials, e)) return false;
    if (bare > begin) {
        initials = t2g_namekey_of_initials(g->tokens, bare, end);
        if (initials.size > 2 && !t2g_namekeys_claim(&g->keys, &initials, e)) return false;
    }
    return true;
}

/* "Name (ACRONYM)" and "ACRONYM (Name)": the acronym is the name's from here on. */
static bool claim_announced(gathering *g, uint32_t m, uint32_t e)
{
    const t2g_mention *name = &g->mentions->at[m];
    if (name->end < name->begin + 2) return true;
    uint32_t inside = name->end + 1;
    if (form_is(g, name->end, "(") && inside + 1 < g->tokens->len && form_is(g, inside + 1, ")") &&
        g->tokens->at[inside].shape != T2G_SHAPE_LOWER) {
        t2g_namekey key = t2g_namekey_of(T2G_KEYKIND_FULL, g->tokens, inside, inside + 1);
        if (!t2g_namekeys_claim(&g->keys, &key, e)) return false;
    }
    if (name->begin > 1 && form_is(g, name->begin - 1, "(") && form_is(g, name->end, ")") &&
        g->tokens->at[name->begin - 2].shape == T2G_SHAPE_CAPS) {
        t2g_namekey key = t2g_namekey_of(T2G_KEYKIND_FULL, g->tokens, name->begin - 2, name->begin - 1);
        if (!t2g_namekeys_claim(&g->keys, &key, e)) return false;
    }
    return true;
}

/* "Japanese X" and "Japan's X" are one: the name with its country's English name in front; false when it has none. */
static bool key_by_country(const gathering *g, const t2g_mention *m, t2g_namekey *key)
{
    const t2g_phrase *country = t2g_phrases_longest(g->phrases, m->begin, T2G_LEX_COUNTRY);
    if (!country || country->end >= m->end) return false;
    t2g_lex_entry entry = t2g_lexicon_entry(g->lexicon, country->entry);
    *key = t2g_namekey_of_string(T2G_KEYKIND_FULL, entry.more.size ? entry.more : entry.phrase);
    t2g_namekey_add(key, g->tokens, country->end, m->end);
    return true;
}

static uint32_t find_organisation(const gathering *g, const t2g_mention *m)
{
    t2g_namekey key = t2g_namekey_of(T2G_KEYKIND_FULL, g->tokens, m->begin, m->end);
    uint32_t e = t2g_namekeys_find(&g->keys, &key);
    if (e != T2G_NONE) return e;
    if (key_by_country(g, m, &key) && (e = t2g_namekeys_find(&g->keys, &key)) != T2G_NONE) return e;
    if (m->entry != T2G_NONE) {
        t2g_slice value = t2g_lexicon_entry(g->lexicon, m->entry).value;
        if (value.size) {
            key = t2g_namekey_of_string(T2G_KEYKIND_FULL, value);
            if ((e = t2g_namekeys_find(&g->keys, &key)) != T2G_NONE) return e;
        }
    }
    if (is_acronym(g, m)) {
        key = t2g_namekey_of(T2G_KEYKIND_INITIALS, g->tokens, m->begin, m->end);
        if (m->entry == T2G_NONE && (e = t2g_namekeys_find(&g->keys, &key)) != T2G_NONE) return e;
    }
    key = t2g_namekey_of(T2G_KEYKIND_SHORT, g->tokens, m->begin, m->end);
    return t2g_namekeys_find(&g->keys, &key);
}

static bool gather_organisation(gathering *g, uint32_t m)
{
    const t2g_mention *mention = &g->mentions->at[m];
    uint32_t e = find_organisation(g, mention);
    if (e == T2G_NONE) e = new_entity(g, T2G_ORGANISATION, m);
    g->of[m] = e;
    t2g_namekey key = t2g_namekey_of(T2G_KEYKIND_FULL, g->tokens, mention->begin, mention->end);
    if (!t2g_namekeys_claim(&g->keys, &key, e)) return false;
    if (key_by_country(g, mention, &key) && !t2g_namekeys_claim(&g->keys, &key, e)) return false;
    if (mention->entry != T2G_NONE) {
        t2g_slice value = t2g_lexicon_entry(g->lexicon, mention->entry).value;
        key = t2g_namekey_of_string(T2G_KEYKIND_FULL, value);
        if (value.size && !t2g_namekeys_claim(&g->keys, &key, e)) return false;
    }
    return claim_short_forms(g, mention, e) && claim_announced(g, m, e);
}

/* ---- persons ---- */

/* Names of their own in a person's name: hyphens join, small particles do not count. */
static uint32_t words_of(const gathering *g, const t2g_mention *m)
{
    uint32_t words = 0;
    for (uint32_t i = m->begin; i <= m->head; i++) {
        const t2g_token *t = &g->tokens->at[i];
        bool glued = i > m->begin && !(t->flags & T2G_TOKEN_SPACE);
        words += t->kind == T2G_TOKEN_WORD && !glued && t->shape != T2G_SHAPE_LOWER;
    }
    return words;
}

static uint8_t gender_of_title(const gathering *g, uint32_t begin)
{
    for (uint32_t i = begin; i-- > 0 && i + 4 > begin;)
        for (uint32_t p = g->phrases->first[i]; p < g->phrases->first[i + 1]; p++) {
            const t2g_phrase *title = &g->phrases->at[p];
            if (title->list != T2G_LEX_TITLE || title->end != begin) continue;
            t2g_slice value = t2g_lexicon_entry(g->lexicon, title->entry).value;
            if (t2g_slice_is(value, "male")) return T2G_MALE;
            if (t2g_slice_is(value, "female")) return T2G_FEMALE;
        }
    return T2G_GENDER_UNKNOWN;
}

static uint8_t gender_of_given(const gathering *g, uint32_t token)
{
    const t2g_phrase *given = t2g_phrases_longest(g->phrases, token, T2G_LEX_GIVEN);
    if (given && given->key == T2G_KEY_MALE) return T2G_MALE;
    if (given && given->key == T2G_KEY_FEMALE) return T2G_FEMALE;
    return T2G_GENDER_UNKNOWN;
}

static void learn_gender(gathering *g, uint32_t e, uint8_t gender)
{
    if (g->gender[e] == T2G_GENDER_UNKNOWN) g->gender[e] = gender;
}

/* The last words of a name call the person too: "da Silva". */
static bool claim_tails(gathering *g, const t2g_mention *m, uint32_t e)
{
    uint32_t begin = m->head > m->begin + 3 ? m->head - 3 : m->begin + 1;
    for (uint32_t i = begin; i <= m->head; i++) {
        t2g_namekey tail = t2g_namekey_of(T2G_KEYKIND_TAIL, g->tokens, i, m->end);
        if (!t2g_namekeys_claim(&g->keys, &tail, e)) return false;
    }
    return true;
}

static bool gather_full_name(gathering *g, uint32_t m)
{
    const t2g_mention *mention = &g->mentions->at[m];
    t2g_namekey full = t2g_namekey_of(T2G_KEYKIND_PERSON, g->tokens, mention->begin, mention->end);
    t2g_namekey ends = t2g_namekey_of(T2G_KEYKIND_ENDS, g->tokens, mention->begin, mention->begin + 1);
    t2g_namekey_add(&ends, g->tokens, mention->head, mention->head + 1);
    uint32_t e = t2g_namekeys_find(&g->keys, &full);
    if (e == T2G_NONE && mention->head + 1 == mention->end) e = t2g_namekeys_find(&g->keys, &ends);
    if (e == T2G_NONE) {
        t2g_namekey tail = t2g_namekey_of(T2G_KEYKIND_TAIL, g->tokens, mention->begin, mention->end);
        e = t2g_namekeys_find(&g->keys, &tail);
    }
    if (e == T2G_NONE) {
        e = new_entity(g, T2G_PERSON, m);
        uint32_t fold = g->tokens->at[mention->head].fold, given = g->tokens->at[mention->begin].fold;
        if (g->first[fold] == T2G_NONE) g->first[fold] = e;
        if (g->first[given] == T2G_NONE) g->first[given] = e;
    }
    g->of[m] = e;
    uint8_t gender = gender_of_title(g, mention->begin);
    learn_gender(g, e, gender ? gender : gender_of_given(g, mention->begin));
    return t2g_namekeys_claim(&g->keys, &full, e) && t2g_namekeys_claim(&g->keys, &ends, e) && claim_tails(g, mention, e);
}

static void remember(gathering *g, uint32_t fold, uint32_t e)
{
    g->recent[fold] = e;
    if (g->gender[e] == T2G_FEMALE) g->woman[fold] = e;
    if (g->gender[e] == T2G_MALE) g->man[fold] = e;
}

/* A last or first name alone: the one of that name and gender who was named last, else the first to come. */
static void gather_single_name(gathering *g, uint32_t m)
{
    const t2g_mention *mention = &g->mentions->at[m];
    uint32_t fold = g->tokens->at[mention->head].fold;
    uint8_t gender = gender_of_title(g, mention->begin);
    uint32_t e = gender == T2G_FEMALE ? g->woman[fold] : gender == T2G_MALE ? g->man[fold] : T2G_NONE;
    if (e == T2G_NONE) e = g->recent[fold] != T2G_NONE ? g->recent[fold] : g->first[fold];
    if (e == T2G_NONE) {
        t2g_namekey tail = t2g_namekey_of(T2G_KEYKIND_TAIL, g->tokens, mention->begin, mention->end);
        e = t2g_namekeys_find(&g->keys, &tail);
    }
    if (e != T2G_NONE && gender && g->gender[e] && g->gender[e] != gender) e = T2G_NONE;
    if (e == T2G_NONE) {
        e = new_entity(g, T2G_PERSON, m);
        if (g->first[fold] == T2G_NONE) g->first[fold] = e;
    }
    learn_gender(g, e, gender);
    remember(g, fold, e);
    g->of[m] = e;
}

static void gather_single_names(gathering *g)
{
    for (uint32_t m = 0; m < g->mentions->len; m++) {
        const t2g_mention *mention = &g->mentions->at[m];
        if (mention->kind != T2G_PER) continue;
        if (g->of[m] == T2G_NONE) gather_single_name(g, m);
        else {
            remember(g, g->tokens->at[mention->begin].fold, g->of[m]);
            remember(g, g->tokens->at[mention->head].fold, g->of[m]);
        }
    }
}

/* ---- all of them ---- */

/* A country inside a name of the lexicon ("Bank of America") is not spoken of. */
static bool is_mere_part(const t2g_mentions *mentions, const t2g_mention *m)
{
    return m->outer != T2G_NONE && mentions->at[m->outer].entry != T2G_NONE;
}

static bool gather(gathering *g, uint32_t m, uint32_t bucket)
{
    const t2g_mention *mention = &g->mentions->at[m];
    switch (mention->kind) {
    case T2G_PER: return words_of(g, mention) < 2 || bucket < 2 || gather_full_name(g, m);
    case T2G_ORG: return gather_organisation(g, m);
    case T2G_CTY:
    case T2G_NAT: return mention->entry == T2G_NONE || is_mere_part(g->mentions, mention) || gather_country(g, m);
    default: return true;
    }
}

static uint32_t bucket_of(const t2g_mention *m)
{
    uint32_t words = m->end - m->begin;
    return words < BUCKETS ? words : BUCKETS - 1;
}

/* Every mention, those of most words first, in the order of the text among equals. */
static bool gather_all(gathering *g, t2g_arena *scratch)
{
    uint32_t count[BUCKETS + 1] = {0};
    uint32_t *order = T2G_ARRAY(scratch, uint32_t, (size_t)g->mentions->len + 1);
    if (!order) return false;
    for (uint32_t m = 0; m < g->mentions->len; m++) count[BUCKETS - bucket_of(&g->mentions->at[m])]++;
    for (uint32_t b = 1; b <= BUCKETS; b++) count[b] += count[b - 1];
    for (uint32_t m = g->mentions->len; m-- > 0;) order[--count[BUCKETS - bucket_of(&g->mentions->at[m])]] = m;
    for (uint32_t i = 0; i < g->mentions->len; i++)
        if (!gather(g, order[i], bucket_of(&g->mentions->at[order[i]]))) return false;
    gather_single_names(g);
    return true;
}

static bool gathering_init(gathering *g, t2g_arena *scratch)
{
    size_t mentions = (size_t)g->mentions->len + 1, forms = (size_t)g->tokens->forms.len + 1;
    g->at = T2G_ARRAY(scratch, t2g_entity, mentions);
    g->of = T2G_ARRAY(scratch, uint32_t, mentions);
    g->gender = T2G_ARRAY(scratch, uint8_t, mentions);
    g->recent = T2G_ARRAY(scratch, uint32_t, forms);
    g->first = T2G_ARRAY(scratch, uint32_t, forms);
    g->woman = T2G_ARRAY(scratch, uint32_t, forms);
    g->man = T2G_ARRAY(scratch, uint32_t, forms);
    if (!g->at || !g->of || !g->gender || !g->recent || !g->first || !g->woman || !g->man) return false;
    for (size_t m = 0; m < mentions; m++) g->of[m] = T2G_NONE;
    for (size_t f = 0; f < forms; f++) g->recent[f] = g->first[f] = g->woman[f] = g->man[f] = T2G_NONE;
    return t2g_namekeys_init(&g->keys, scratch);
}

/* The fullest form: the most words, then the most bytes, then the first. */
static bool is_fuller(const gathering *g, const t2g_mention *a, const t2g_mention *b)
{
    uint32_t words_a = a->end - a->begin, words_b = b->end - b->begin;
    if (words_a != words_b) return words_a > words_b;
    uint32_t size_a = g->tokens->at[a->end - 1].end - g->tokens->at[a->begin].begin;
    uint32_t size_b = g->tokens->at[b->end - 1].end - g->tokens->at[b->begin].begin;
    return size_a > size_b;
}

/* Number the entities by their first mention, count and name them. */
static bool arrange(t2g_entities *entities, t2g_arena *arena, t2g_arena *scratch, const gathering *g, const t2g_text *text,
                    uint8_t **gender)
{
    uint32_t *number = T2G_ARRAY(scratch, uint32_t, (size_t)g->len + 1);
    uint32_t *fullest = T2G_ARRAY(scratch, uint32_t, (size_t)g->len + 1);
    *gender = T2G_ARRAY(scratch, uint8_t, (size_t)g->len + 1);
    entities->at = T2G_ARRAY(arena, t2g_entity, (size_t)g->len + 1);
    entities->of_mention = T2G_ARRAY(arena, uint32_t, (size_t)g->mentions->len + 1);
    if (!number || !fullest || !*gender || !entities->at || !entities->of_mention) return false;
    for (uint32_t e = 0; e < g->len; e++) number[e] = T2G_NONE;
    for (uint32_t m = 0; m < g->mentions->len; m++) {
        uint32_t e = g->of[m];
        entities->of_mention[m] = T2G_NONE;
        if (e == T2G_NONE) continue;
        if (number[e] == T2G_NONE) {
            uint32_t n = number[e] = entities->len++;
            entities->at[n] = g->at[e];
            entities->at[n].first = fullest[n] = m;
            (*gender)[n] = g->gender[e];
        }
        uint32_t n = entities->of_mention[m] = number[e];
        entities->at[n].mentions++;
        if (is_fuller(g, &g->mentions->at[m], &g->mentions->at[fullest[n]])) fullest[n] = m;
    }
    for (uint32_t n = 0; n < entities->len; n++) {
        const t2g_mention *m = &g->mentions->at[fullest[n]];
        if (entities->at[n].type != T2G_COUNTRY)
            entities->at[n].name = t2g_tokens_bytes(g->tokens, text, (t2g_span){m->begin, m->end});
    }
    return true;
}

t2g_result t2g_entities_build(t2g_entities *entities, t2g_arena *arena, const t2g_lexicon *lexicon,
                              const t2g_text *text, const t2g_tokens *tokens, const t2g_sentences *sentences,
                              const t2g_phrases *phrases, const t2g_mentions *mentions, t2g_error *error)
{
    *entities = (t2g_entities){0};
    t2g_arena scratch;
    t2g_arena_init(&scratch);
    gathering g = {.lexicon = lexicon, .tokens = tokens, .phrases = phrases, .mentions = mentions};
    uint8_t *gender = NULL;
    t2g_result result = T2G_OK;
    if (!gathering_init(&g, &scratch) || !gather_all(&g, &scratch) ||
        !arrange(entities, arena, &scratch, &g, text, &gender))
        result = t2g_error_nomem(error);
    else
        result = t2g_references_build(entities, arena, lexicon, tokens, sentences, phrases, mentions, gender, error);
    t2g_arena_free(&scratch);
    return result;
}

const char *t2g_entity_type_name(t2g_entity_type type)
{
    static const char *const names[] = {"person", "organisation", "country"};
    return names[type];
}

static void print_line(t2g_slice name, FILE *out)
{
    for (uint32_t i = 0; i < name.size; i++) fputc(name.bytes[i] == '\n' ? ' ' : name.bytes[i], out);
}

/* Chains of what belongs to each entity, in order: first[e], then next[i]. */
static bool chain(t2g_arena *scratch, uint32_t entities, uint32_t len, uint32_t **first, uint32_t **next)
{
    *first = T2G_ARRAY(scratch, uint32_t, (size_t)entities + 1);
    *next = T2G_ARRAY(scratch, uint32_t, (size_t)len + 1);
    for (uint32_t e = 0; *first && e < entities; e++) (*first)[e] = T2G_NONE;
    return *first && *next;
}

static void link_to(uint32_t *first, uint32_t *next, uint32_t entity, uint32_t i)
{
    next[i] = first[entity];
    first[entity] = i;
}

static void print_span(const t2g_tokens *tokens, const t2g_text *text, const char *before, uint32_t begin, uint32_t end,
                       FILE *out)
{
    fputs(before, out);
    print_line(t2g_tokens_bytes(tokens, text, (t2g_span){begin, end}), out);
    fputc('\n', out);
}

static void dump_entity(const t2g_entity *entity, FILE *out)
{
    fprintf(out, "%s ", t2g_entity_type_name(entity->type));
    print_line(entity->name, out);
    if (entity->code.size) fprintf(out, " [%.*s]", (int)entity->code.size, entity->code.bytes);
    fputc('\n', out);
}

void t2g_entities_dump(const t2g_entities *entities, const t2g_text *text, const t2g_tokens *tokens,
                       const t2g_mentions *mentions, FILE *out)
{
    uint32_t *mention, *next_mention, *reference, *next_reference;
    t2g_arena scratch;
    t2g_arena_init(&scratch);
    bool chained = chain(&scratch, entities->len, mentions->len, &mention, &next_mention) &&
                   chain(&scratch, entities->len, entities->references_len, &reference, &next_reference);
    for (uint32_t m = mentions->len; chained && m-- > 0;)
        if (entities->of_mention[m] != T2G_NONE) link_to(mention, next_mention, entities->of_mention[m], m);
    for (uint32_t r = entities->references_len; chained && r-- > 0;)
        link_to(reference, next_reference, entities->references[r].entity, r);
    for (uint32_t e = 0; e < entities->len; e++) {
        dump_entity(&entities->at[e], out);
        if (!chained) continue; /* without memory the names alone */
        for (uint32_t m = mention[e]; m != T2G_NONE; m = next_mention[m])
            print_span(tokens, text, "  ", mentions->at[m].begin, mentions->at[m].end, out);
        for (uint32_t r = reference[e]; r != T2G_NONE; r = next_reference[r])
            print_span(tokens, text, "  = ", entities->references[r].begin, entities->references[r].end, out);
    }
    t2g_arena_free(&scratch);
}
