/* SPDX-License-Identifier: MIT */
#include "nlp/judge/clue.h"

#include "nlp/item/nature.h"

/* The kinds of clue keep their hashes apart. */
typedef enum clue_kind {
    BIAS = 1, RULE_CLAIMS, RULE_STATUS, RULES_MANY, CLAIMED_BACK, OTHER_HEAD, OTHER_SEAT, HEADED, HOME, MAIN, NAMED_A, NAMED_B,
    TOGETHER, TITLE_HELD, KEYS_HELD, NATURES, DISTANCE, BETWEEN_ALL, BETWEEN_WORD, BETWEEN_LABEL, BEFORE_FIRST, BEHIND_SECOND,
    BEHIND_FIRST, BEFORE_SECOND, PATH_RELATIONS, PATH_WORDS, PATH_KEYS, PATH_TOP, PATH_ENDS, PATH_NONE, OFFICE_BEFORE, OFFICE_BEHIND,
    OFFICE_OWNED, OFFICE_LINKS, OFFICE_WORD_LINKS, AWAY, OFFICE_NEAR, VERB_OF, SENTENCE, REFERENCES, BIGRAM, CLASSES, RULE_HOW, RULE_HOW_NAMED, RULE_HOW_PLACED, RENOWN
} clue_kind;

static uint32_t mix(uint32_t hash, uint32_t value)
{
    hash = (hash ^ value) * 0x9E3779B1u;
    return hash ^ hash >> 15;
}

static void add(t2g_clues *clues, uint32_t frame, clue_kind kind, uint32_t value)
{
    if (clues->len < T2G_CLUES_MOST) clues->at[clues->len++] = mix(mix(frame, (uint32_t)kind), value);
}

static uint32_t word_hash(const t2g_clue_finder *f, uint32_t token)
{
    return f->ground->layers->tokens->forms.hashes[f->ground->layers->tokens->at[token].fold];
}

/* Types of the two ends, and what the target is: every clue is weighed apart for them. */
static uint32_t frame_of(const t2g_clue_finder *f, uint32_t source, uint32_t target)
{
    const t2g_entity *at = f->ground->layers->entities->at;
    return 1u + at[source].type * 3u + at[target].type;
}

static uint32_t bin(uint32_t count)
{
    return count < 4 ? count : count < 8 ? 4 : count < 16 ? 5 : 6;
}

/* What an item is, names and rare words left aside. */
static uint32_t label_of(const t2g_clue_finder *f, uint32_t i)
{
    const t2g_item *item = &f->ground->row.at[i];
    uint32_t kind = item->kind * 64u + 7u;
    switch (item->kind) {
    case T2G_ITEM_ENTITY:
        return mix(kind, item->type * 8u + (item->flags & T2G_ITEM_DEMONYM ? 4u : 0) + (item->flags & T2G_ITEM_GENITIVE ? 2u : 0) +
                             (item->flags & T2G_ITEM_REFERENCE ? 1u : 0));
    case T2G_ITEM_ROLE:
    case T2G_ITEM_STATUS: return mix(kind, item->key);
    case T2G_ITEM_VERB:
        return mix(kind, item->key * 4u + (item->flags & T2G_ITEM_PASSIVE ? 1u : 0) + (item->flags & (T2G_ITEM_NEGATED | T2G_ITEM_MODAL) ? 2u : 0));
    case T2G_ITEM_NAME: return kind;
    default: return word_hash(f, item->end - 1);
    }
}

static uint32_t token_label(const t2g_clue_finder *f, uint32_t token)
{
    uint32_t i = f->item[token];
    return i == T2G_NONE ? word_hash(f, token) : label_of(f, i);
}

static uint32_t head_token(const t2g_clue_finder *f, uint32_t item)
{
    const t2g_item *it = &f->ground->row.at[item];
    for (uint32_t t = it->begin; t < it->end; t++) {
        uint32_t head = f->ground->layers->trees->head[t];
        if (head == T2G_NONE || head < it->begin || head >= it->end) return t;
    }
    return it->end - 1;
}

enum { CLIMB = 8 };

/* The token and those above it. */
static uint32_t climb(const t2g_clue_finder *f, uint32_t token, uint32_t chain[CLIMB])
{
    uint32_t len = 0;
    while (token != T2G_NONE && len < CLIMB) {
        chain[len++] = token;
        token = f->ground->layers->trees->head[token];
    }
    return len;
}

static void add_path(const t2g_clue_finder *f, t2g_clues *clues, uint32_t frame, uint32_t a, uint32_t b)
{
    uint32_t up[CLIMB], down[CLIMB], ups = climb(f, head_token(f, a), up), downs = climb(f, head_token(f, b), down), i, j = 0;
    for (i = 0; i < ups; i++) {
        for (j = 0; j < downs && down[j] != up[i];) j++;
        if (j < downs) break;
    }
    if (i == ups) {
        add(clues, frame, PATH_NONE, 0);
        return;
    }
    const uint8_t *relation = f->ground->layers->trees->relation;
    uint32_t relations = 1, words = 2, keys = 3;
    for (uint32_t k = 0; k < i; k++) {
        uint32_t r = (uint32_t)t2g_deprel_universal((t2g_deprel)relation[up[k]]);
        relations = mix(relations, r), words = mix(words, r), keys = mix(keys, r);
        if (k > 0) words = mix(words, word_hash(f, up[k])), keys = mix(keys, token_label(f, up[k]));
    }
    relations = mix(relations, 1000);
    if (i > 0 && j > 0) words = mix(words, word_hash(f, up[i])), keys = mix(keys, token_label(f, up[i]));
    words = mix(words, 1000), keys = mix(keys, 1000);
    for (uint32_t k = j; k-- > 0;) {
        uint32_t r = (uint32_t)t2g_deprel_universal((t2g_deprel)relation[down[k]]);
        relations = mix(relations, r), words = mix(words, r), keys = mix(keys, r);
        if (k > 0) words = mix(words, word_hash(f, down[k])), keys = mix(keys, token_label(f, down[k]));
    }
    add(clues, frame, PATH_RELATIONS, relations);
    add(clues, frame, PATH_WORDS, words);
    add(clues, frame, PATH_KEYS, keys);
    uint32_t ra = (uint32_t)t2g_deprel_universal((t2g_deprel)relation[up[0]]), rb = (uint32_t)t2g_deprel_universal((t2g_deprel)relation[down[0]]);
    add(clues, frame, PATH_ENDS, ra * 256 + rb * 4 + (i == 0 ? 1u : j == 0 ? 2u : 0u));
    if (i > 0 && j > 0) add(clues, frame, PATH_TOP, mix(token_label(f, up[i]), ra * 64 + rb));
    add(clues, frame, VERB_OF, mix(mix(i > 0 ? token_label(f, up[1 < ups ? 1 : 0]) : 0, ra), 5));
    add(clues, frame, VERB_OF, mix(mix(j > 0 ? token_label(f, down[1 < downs ? 1 : 0]) : 0, rb), 6));
    for (uint32_t k = 1; k <= i && k < ups; k++) add(clues, frame, VERB_OF, mix(word_hash(f, up[k]), 7));
    for (uint32_t k = 1; k < j; k++) add(clues, frame, VERB_OF, mix(word_hash(f, down[k]), 8));
}

static uint32_t around(const t2g_clue_finder *f, uint32_t sentence, uint32_t i, int step)
{
    if (step < 0 && i < f->ground->row.first[sentence] + (uint32_t)-step) return 1;
    if (step > 0 && i + (uint32_t)step >= f->ground->row.first[sentence + 1]) return 2;
    return label_of(f, step < 0 ? i - (uint32_t)-step : i + (uint32_t)step);
}

static void add_words(const t2g_clue_finder *f, t2g_clues *clues, uint32_t frame, const t2g_place *place)
{
    enum { NEAR = 8, BAG = 16 };
    bool forward = place->a < place->b;
    uint32_t way = frame * 2 + forward, first = forward ? place->a : place->b, second = forward ? place->b : place->a;
    uint32_t count = second - first - 1;
    add(clues, way, DISTANCE, bin(count));
    uint32_t all = count, labels = 0, last = 3;
    for (uint32_t i = first + 1; i < second && count <= BAG; i++) {
        const t2g_item *item = &f->ground->row.at[i];
        uint32_t label = label_of(f, i);
        add(clues, way, BETWEEN_LABEL, label);
        if (item->kind == T2G_ITEM_ROLE || item->kind == T2G_ITEM_VERB || item->kind == T2G_ITEM_STATUS) {
            add(clues, way, BETWEEN_WORD, word_hash(f, item->end - 1));
            labels = mix(labels, label);
        }
        add(clues, way, BIGRAM, mix(last, label));
        last = label;
        all = mix(all, label);
    }
    if (count <= BAG) add(clues, way, BIGRAM, mix(last, 4));
    if (count <= NEAR) {
        add(clues, way, BETWEEN_ALL, all);
        add(clues, way, BETWEEN_ALL, mix(all, around(f, place->sentence, second, 1)));
        add(clues, way, BETWEEN_ALL, mix(mix(all, around(f, place->sentence, first, -1)), 9));
    }
    if (labels) add(clues, way, CLASSES, labels);
    uint32_t s = place->sentence;
    uint32_t b1 = around(f, s, first, -1), b2 = around(f, s, first, -2), a1 = around(f, s, second, 1), a2 = around(f, s, second, 2);
    add(clues, way, BEFORE_FIRST, b1);
    add(clues, way, BEFORE_FIRST, mix(b1, b2));
    add(clues, way, BEHIND_SECOND, a1);
    add(clues, way, BEHIND_SECOND, mix(a1, a2));
    add(clues, way, BEHIND_FIRST, around(f, s, first, 1));
    add(clues, way, BEFORE_SECOND, around(f, s, second, -1));
    add(clues, way, CLASSES, mix(mix(b1, around(f, s, first, 1)), count));
    add(clues, way, REFERENCES, label_of(f, place->a) * 31 + label_of(f, place->b));
    add(clues, frame, SENTENCE, place->sentence < 3 ? place->sentence : 3);
}

/* The group of offices that begins at item i, or ends there. */
static const t2g_office_group *group_at(const t2g_clue_finder *f, uint32_t i)
{
    uint32_t g = f->ground->row.at[i].office;
    return g == T2G_NONE ? NULL : &f->ground->offices.group[g];
}

/* Where an item stands, seen from an office: before or behind, how closely, how it is joined to it. */
static uint32_t side_of(const t2g_clue_finder *f, const t2g_office_group *group, uint32_t item)
{
    enum { FAR = 4 };
    if (item == T2G_NONE) return 0;
    if (item >= group->begin && item < group->end) return 1 + (f->ground->row.at[item].flags & T2G_ITEM_GENITIVE ? 1u : 0);
    bool before = item < group->begin;
    uint32_t from = before ? item + 1 : group->end, to = before ? group->begin : item, between = 0;
    if (to - from > FAR) return 3 + before;
    for (uint32_t i = from; i < to; i++) {
        const t2g_item *it = &f->ground->row.at[i];
        if (it->flags & T2G_ITEM_SKIPPED) continue;
        between = between * 8 + (it->kind == T2G_ITEM_PUNCT ? 1u : it->kind == T2G_ITEM_VERB ? (it->flags & T2G_ITEM_COPULA ? 2u : 3u) :
                                 it->classes & T2G_CLASS_PREPOSITION ? 4u : it->kind == T2G_ITEM_ENTITY ? 5u : it->classes & T2G_CLASS_AND ? 6u : 7u);
    }
    return 16 + between * 4 + before * 2u + (f->ground->row.at[item].flags & T2G_ITEM_GENITIVE ? 1u : 0);
}

static void add_offices(const t2g_clue_finder *f, t2g_clues *clues, uint32_t frame, const t2g_place *place)
{
    uint32_t begin = f->ground->row.first[place->sentence], end = f->ground->row.first[place->sentence + 1];
    enum { REACH = 12 };
    uint32_t from = place->a > begin + REACH ? place->a - REACH : begin, to = place->a + REACH < end ? place->a + REACH : end;
    for (uint32_t i = from; i < to; i++) {
        const t2g_office_group *group = group_at(f, i);
        if (!group) continue;
        uint32_t links = mix(side_of(f, group, place->a), side_of(f, group, place->b));
        uint32_t where = group->end == place->a ? 1 : group->begin == place->a + 1 ? 2 : group->end <= place->a ? 3 : 4;
        if (where == 3 && place->a - group->end <= 1) where = 5;
        if (where == 4 && group->begin - place->a <= 3) where = 6;
        for (uint32_t o = group->first; o < group->first + group->len; o++) {
            const t2g_office *office = &f->ground->offices.at[o];
            bool owned = false, other = office->owners > 0;
            for (uint32_t k = 0; k < office->owners; k++) owned |= f->ground->row.at[office->owner[k]].entity == place->target;
            uint32_t what = office->key * 4u + (office->flags & T2G_OFFICE_DEPUTY ? 1u : 0) + (office->flags & T2G_OFFICE_PLURAL ? 2u : 0) +
                            (office->flags & T2G_OFFICE_OTHERS ? 512u : 0) + (office->flags & T2G_OFFICE_NATION ? 1024u : 0);
            uint32_t state = where * 4 + (owned ? 2u : 0) + (other ? 1u : 0);
            add(clues, frame, OFFICE_NEAR, mix(what, state));
            add(clues, frame, OFFICE_LINKS, mix(links, what * 2 + owned));
            add(clues, 0, OFFICE_LINKS, mix(links, what * 2 + owned));
            add(clues, 0, OFFICE_WORD_LINKS, mix(links, word_hash(f, office->role.end - 1)));
            if (where == 1 || where == 2 || where >= 5) {
                add(clues, frame, OFFICE_OWNED, mix(word_hash(f, office->role.end - 1), state));
                add(clues, frame, OFFICE_BEFORE, mix(mix(what, state), place->target == f->home || place->target == f->main));
            }
        }
    }
}

/* The target is named in another sentence. */
static void add_away(const t2g_clue_finder *f, t2g_clues *clues, uint32_t frame, const t2g_place *place)
{
    uint32_t home = (place->target == f->home) + 2u * (place->target == f->main);
    add(clues, frame, AWAY, home);
    add(clues, frame, AWAY, mix(around(f, place->sentence, place->a, -1), home));
    add(clues, frame, AWAY, mix(around(f, place->sentence, place->a, 1), home + 8));
    add(clues, frame, AWAY, mix(place->sentence < 3 ? place->sentence : 3, 16));
}

void t2g_clues_of_place(const t2g_clue_finder *f, const t2g_place *place, t2g_clues *clues)
{
    clues->len = 0;
    if (place->a == T2G_NONE) return;
    uint32_t frame = frame_of(f, place->source, place->target);
    if (place->b == T2G_NONE) {
        add_away(f, clues, frame, place);
        add_offices(f, clues, frame + 100, place);
        return;
    }
    add_path(f, clues, frame, place->a, place->b);
    add_offices(f, clues, frame, place);
    add_words(f, clues, frame, place);
}

/* What the rules say of the pair and of its ends. */
void t2g_clues_of_rules(const t2g_clue_finder *f, const t2g_pairs *pairs, const t2g_pair *pair, t2g_clues *clues)
{
    uint32_t frame = frame_of(f, pair->source, pair->target), relations = 0, claims = 0;
    clues->len = 0;
    for (uint32_t c = pair->claims.begin; c < pair->claims.end; c++) {
        const t2g_claim *claim = &f->ground->claims.at[pairs->sorted[c]];
        add(clues, 0, RULE_CLAIMS, claim->relation * 64u + claim->rule);
        add(clues, frame, RULE_CLAIMS, claim->relation * 64u + claim->rule);
        if (claim->relation == T2G_REPORTED_BY) {
            add(clues, 0, RULE_HOW, claim->rule * 65536u + claim->how);
            add(clues, frame, RULE_HOW, claim->rule * 65536u + claim->how);
            add(clues, 0, RULE_HOW_NAMED, claim->rule * 65536u + claim->how % 16u);
            add(clues, 0, RULE_HOW_PLACED, claim->rule * 65536u + claim->how / 16u);
        }
        add(clues, 0, RULE_STATUS, claim->relation * 4u + claim->status);
        if (t2g_rule_is_hint(claim->rule)) continue;
        relations |= 1u << claim->relation;
        claims++;
    }
    add(clues, frame, RULES_MANY, relations * 8 + (claims < 3 ? claims : 3));
    bool heads = f->heads[pair->source] > 0, belongs = f->belongs[pair->source] > 0, headed = f->headed[pair->target] > 0;
    add(clues, frame, OTHER_HEAD, relations * 8 + (heads ? 4u : 0) + (belongs ? 2u : 0) + (headed ? 1u : 0));
}

/* Is the target the state that raw news has seen the source serve? */
static void add_renown(const t2g_clue_finder *f, t2g_clues *clues, uint32_t frame, const t2g_pair *pair, bool together)
{
    const t2g_entity *a = &f->ground->layers->entities->at[pair->source], *b = &f->ground->layers->entities->at[pair->target];
    t2g_repute repute = t2g_renown_of(f->ground->layers->renown, a->name, b->code);
    if (a->type != T2G_PERSON || repute.standing == T2G_STANDING_UNKNOWN) return;
    uint32_t how = repute.standing * 2u + repute.is_whole;
    add(clues, frame, RENOWN, how);
    add(clues, frame, RENOWN, 16u + how * 8u + repute.times);
    add(clues, frame, RENOWN, mix(f->held[pair->source], 1000u + how));
    add(clues, frame, RENOWN, mix(f->title[pair->source], 2000u + (uint32_t)repute.standing));
    add(clues, frame, RENOWN, 3000u + how * 2u + together);
}

void t2g_clues_of_pair(const t2g_clue_finder *f, const t2g_pairs *pairs, const t2g_pair *pair, t2g_clues *clues)
{
    const t2g_entity *a = &f->ground->layers->entities->at[pair->source], *b = &f->ground->layers->entities->at[pair->target];
    uint32_t frame = frame_of(f, pair->source, pair->target), places = 0;
    clues->len = 0;
    add(clues, frame, BIAS, 0);
    for (uint32_t p = pair->places.begin; p < pair->places.end; p++) places += pairs->places[p].b != T2G_NONE;
    add(clues, frame, HOME, (pair->target == f->home ? 1u : 0) + (pair->source == f->home ? 2u : 0));
    add(clues, frame, MAIN, (pair->target == f->main ? 1u : 0) + (pair->source == f->main ? 2u : 0));
    add(clues, frame, NAMED_A, bin(a->mentions));
    add(clues, frame, NAMED_B, bin(b->mentions));
    add(clues, frame, TOGETHER, bin(places));
    add(clues, frame, NATURES, f->ground->nature[pair->target]);
    add(clues, frame, NATURES, 256u + f->ground->nature[pair->source]);
    if (b->code.size) add(clues, frame, NATURES, t2g_slice_hash(b->code));
    bool home = pair->target == f->home, chief = pair->target == f->main;
    add(clues, frame, TITLE_HELD, mix(f->title[pair->source], 0));
    add(clues, frame, TITLE_HELD, mix(f->title[pair->source], 1u + home * 2u + chief));
    add(clues, frame, KEYS_HELD, f->held[pair->source] * 8u + home * 4u + chief * 2u);
    add(clues, frame, KEYS_HELD, mix(f->held[pair->source] * 64u + (places > 0), 77));
    add_renown(f, clues, frame, pair, places > 0);
}

static uint8_t key_bit(uint8_t key)
{
    switch (key) {
    case T2G_KEY_HEAD: return 1;
    case T2G_KEY_STATE_HEAD: return 2;
    case T2G_KEY_MINISTER: return 4;
    case T2G_KEY_COACH: return 8;
    case T2G_KEY_MEMBER: return 16;
    case T2G_KEY_STATE_MEMBER: return 32;
    case T2G_KEY_PERSON: return 64;
    default: return 128;
    }
}

static void hold(t2g_clue_finder *f, uint32_t item, const t2g_office_group *group)
{
    const t2g_item *holder = &f->ground->row.at[item];
    if (holder->kind != T2G_ITEM_ENTITY || holder->entity == T2G_NONE || holder->type != T2G_PERSON) return;
    const t2g_office *office = &f->ground->offices.at[group->first];
    f->held[holder->entity] |= key_bit(office->key);
    if (!f->title[holder->entity]) f->title[holder->entity] = word_hash(f, office->role.end - 1);
}

/* Who bears a title, before the name or behind a comma. */
static void find_titles(t2g_clue_finder *f)
{
    for (uint32_t g = 0; g < f->ground->offices.groups; g++) {
        const t2g_office_group *group = &f->ground->offices.group[g];
        uint32_t begin = f->ground->row.first[group->sentence], end = f->ground->row.first[group->sentence + 1];
        if (group->end < end) hold(f, group->end, group);
        if (group->begin > begin && f->ground->row.at[group->begin - 1].kind == T2G_ITEM_PUNCT) {
            if (group->begin > begin + 1) hold(f, group->begin - 2, group);
        }
    }
}

bool t2g_clue_finder_init(t2g_clue_finder *f, t2g_arena *arena, const t2g_ground *ground)
{
    const t2g_row *row = &ground->row;
    const t2g_claims *claims = &ground->claims;
    uint32_t entities = ground->layers->entities->len, tokens = ground->layers->tokens->len;
    *f = (t2g_clue_finder){.ground = ground,
                           .item = T2G_ARRAY(arena, uint32_t, tokens),
                           .title = t2g_arena_zalloc(arena, entities, sizeof *f->title),
                           .held = t2g_arena_zalloc(arena, entities, sizeof *f->held),
                           .heads = t2g_arena_zalloc(arena, entities, sizeof *f->heads),
                           .belongs = t2g_arena_zalloc(arena, entities, sizeof *f->belongs),
                           .headed = t2g_arena_zalloc(arena, entities, sizeof *f->headed)};
    if (!f->item || !f->title || !f->held || !f->heads || !f->belongs || !f->headed) return false;
    memset(f->item, 0xFF, tokens * sizeof *f->item);
    for (uint32_t i = 0; i < row->len; i++)
        for (uint32_t t = row->at[i].begin; t < row->at[i].end; t++) f->item[t] = i;
    for (uint32_t c = 0; c < claims->len; c++) {
        const t2g_claim *claim = &claims->at[c];
        if (claim->relation == T2G_HEAD_OF) f->heads[claim->source]++, f->headed[claim->target]++;
        if (claim->relation == T2G_MEMBER_OF) f->belongs[claim->source]++;
    }
    find_titles(f);
    f->home = t2g_entities_named_most(ground->layers->entities, T2G_COUNTRY);
    f->main = t2g_entities_named_most(ground->layers->entities, T2G_ORGANISATION);
    return true;
}
