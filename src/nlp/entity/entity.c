/* SPDX-License-Identifier: MIT */
#include "nlp/entity/entity.h"

#include "nlp/entity/countrymerge.h"
#include "nlp/entity/forcing.h"
#include "nlp/entity/orgmerge.h"
#include "nlp/entity/personmerge.h"

enum { BUCKETS = 12 }; /* words of a name; longer ones count as that many */

static bool gather(t2g_gathering *g, uint32_t m)
{
    const t2g_mention *mention = &g->mentions->at[m];
    switch (mention->kind) {
    case T2G_PER: return t2g_organisation_is_known(g, m) ? t2g_organisation_gather(g, m) : t2g_person_gather(g, m);
    case T2G_ORG: return t2g_country_is_all(g, m) || t2g_organisation_gather(g, m);
    case T2G_CTY:
    case T2G_NAT: return t2g_country_gather(g, m);
    default: return true;
    }
}

static uint32_t bucket_of(const t2g_mention *m)
{
    uint32_t words = m->end - m->begin;
    return words < BUCKETS ? words : BUCKETS - 1;
}

/* Every mention, those of most words first, in the order of the text among equals. */
static bool gather_all(t2g_gathering *g, t2g_arena *scratch)
{
    uint32_t count[BUCKETS + 1] = {0};
    uint32_t *order = T2G_ARRAY(scratch, uint32_t, (size_t)g->mentions->len + 1);
    if (!order || !t2g_places_gather(g)) return false;
    for (uint32_t m = 0; m < g->mentions->len; m++) count[BUCKETS - bucket_of(&g->mentions->at[m])]++;
    for (uint32_t b = 1; b <= BUCKETS; b++) count[b] += count[b - 1];
    for (uint32_t m = g->mentions->len; m-- > 0;) order[--count[BUCKETS - bucket_of(&g->mentions->at[m])]] = m;
    for (uint32_t i = 0; i < g->mentions->len; i++)
        if (!gather(g, order[i])) return false;
    t2g_persons_gather_single(g);
    return true;
}

/* The fullest form: the most words, then the most bytes, then the first. */
static bool is_fuller(const t2g_gathering *g, const t2g_mention *a, const t2g_mention *b)
{
    uint32_t words_a = a->end - a->begin, words_b = b->end - b->begin;
    if (words_a != words_b) return words_a > words_b;
    uint32_t size_a = g->tokens->at[a->end - 1].end - g->tokens->at[a->begin].begin;
    uint32_t size_b = g->tokens->at[b->end - 1].end - g->tokens->at[b->begin].begin;
    return size_a > size_b;
}

/* Number the entities by their first mention, count and name them. */
static bool arrange(t2g_entities *entities, t2g_arena *arena, t2g_arena *scratch, const t2g_gathering *g, const t2g_text *text,
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
            entities->at[n].gender = (*gender)[n] = g->gender[e];
        }
        uint32_t n = entities->of_mention[m] = number[e];
        entities->at[n].mentions++;
        if (is_fuller(g, &g->mentions->at[m], &g->mentions->at[fullest[n]])) fullest[n] = m;
    }
    for (uint32_t n = 0; n < entities->len; n++) {
        const t2g_mention *m = &g->mentions->at[fullest[n]];
        if (entities->at[n].type == T2G_COUNTRY) continue;
        entities->at[n].local = entities->at[n].type == T2G_ORGANISATION && t2g_organisation_is_local(g, fullest[n]);
        if (entities->at[n].same) entities->at[n].name = entities->same->name[entities->at[n].same - 1];
        else entities->at[n].name = t2g_tokens_bytes(g->tokens, text, (t2g_span){m->begin, m->end});
    }
    return true;
}

t2g_result t2g_entities_build(t2g_entities *entities, t2g_arena *arena, const t2g_lexicon *lexicon, const t2g_same *same,
                              const t2g_text *text, const t2g_tokens *tokens, const t2g_sentences *sentences,
                              const t2g_trees *trees, const t2g_phrases *phrases, const t2g_mentions *mentions,
                              t2g_error *error)
{
    *entities = (t2g_entities){.same = same};
    t2g_arena scratch;
    t2g_arena_init(&scratch);
    t2g_gathering g;
    uint8_t *gender = NULL;
    t2g_result result = T2G_OK;
    /* The user's file may part an entity in two, and once more what it has joined. */
    uint32_t room = same ? 3 : 1;
    if (!t2g_gathering_init(&g, &scratch, room, lexicon, tokens, phrases, mentions) || !gather_all(&g, &scratch) ||
        (same && !t2g_entities_force(&g, same, text)) || !arrange(entities, arena, &scratch, &g, text, &gender))
        result = t2g_error_nomem(error);
    else
        result = t2g_references_build(entities, arena, lexicon, tokens, sentences, trees, phrases, mentions, gender, error);
    t2g_arena_free(&scratch);
    return result;
}

uint32_t t2g_entities_named_most(const t2g_entities *entities, t2g_entity_type type)
{
    uint32_t most = T2G_NONE;
    for (uint32_t e = 0; e < entities->len; e++)
        if (entities->at[e].type == type && (most == T2G_NONE || entities->at[e].mentions > entities->at[most].mentions)) most = e;
    return most;
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
