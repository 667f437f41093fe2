/* SPDX-License-Identifier: MIT */
#include "nlp/fact/homeland.h"

/* The state with that code, or T2G_HOMELAND_STATES. */
static uint32_t find_code(const t2g_homelands *h, t2g_slice code)
{
    for (uint32_t s = 0; code.size == 2 && s < h->states; s++)
        if (t2g_slice_equal(h->layers->entities->at[h->state[s]].code, code)) return s;
    return T2G_HOMELAND_STATES;
}

uint32_t t2g_homeland_coded(const t2g_homelands *h, t2g_slice code)
{
    uint32_t state = find_code(h, code);
    return state == T2G_HOMELAND_STATES ? T2G_NONE : h->state[state];
}

static uint32_t find_entity(const t2g_homelands *h, uint32_t entity)
{
    for (uint32_t s = 0; s < h->states; s++)
        if (h->state[s] == entity) return s;
    return T2G_HOMELAND_STATES;
}

/* The code that a list gives for a name: the state of a capital, of a city, of an institution, of a party. */
static t2g_slice listed_code(const t2g_layers *layers, const t2g_mention *mention)
{
    static const struct {
        t2g_lex_list list;
        bool more; /* the code stands in the fourth column */
    } lists[] = {{T2G_LEX_COUNTRY, false}, {T2G_LEX_PLACE, false}, {T2G_LEX_ORGANISATION, true}, {T2G_LEX_PARTY, true}};
    for (size_t l = 0; l < sizeof lists / sizeof *lists; l++) {
        const t2g_phrase *phrase = t2g_phrases_longest(layers->phrases, mention->begin, lists[l].list);
        if (!phrase || phrase->end != mention->end) continue;
        t2g_lex_entry entry = t2g_lexicon_entry(layers->lexicon, phrase->entry);
        t2g_slice code = lists[l].more ? entry.more : entry.value;
        if (code.size == 2) return code;
    }
    return (t2g_slice){NULL, 0};
}

static void add_witness(t2g_homelands *h, uint32_t m)
{
    const t2g_mention *mention = &h->layers->mentions->at[m];
    uint32_t entity = h->layers->entities->of_mention[m], state;
    t2g_witness_kind kind;
    if (mention->kind == T2G_PER) return;
    if (entity != T2G_NONE && h->layers->entities->at[entity].type == T2G_COUNTRY) {
        state = find_entity(h, entity);
        kind = mention->kind == T2G_NAT ? T2G_WITNESS_ADJECTIVE : T2G_WITNESS_NAME;
    } else {
        state = find_code(h, listed_code(h->layers, mention));
        kind = entity == T2G_NONE ? T2G_WITNESS_PLACE : T2G_WITNESS_INSTITUTION;
    }
    if (state == T2G_HOMELAND_STATES) return;
    h->witness[h->witnesses++] = (t2g_witness){mention->begin, (uint8_t)state, (uint8_t)kind};
    h->count[state]++;
    h->kinds[state] |= (uint8_t)(1u << kind);
}

static uint32_t role_word(const t2g_homelands *h, const t2g_office *office)
{
    return h->layers->tokens->at[office->role.end - 1].fold;
}

/* Who is said to hold an office of a state that stands beside it. */
static void find_taken(t2g_homelands *h)
{
    for (uint32_t g = 0; g < h->offices->groups; g++) {
        const t2g_office_group *group = &h->offices->group[g];
        bool titled = group->end < h->row->first[group->sentence + 1] && h->row->at[group->end].kind == T2G_ITEM_ENTITY;
        for (uint32_t o = group->first; o < group->first + group->len; o++) {
            const t2g_office *office = &h->offices->at[o];
            for (uint32_t k = 0; k < office->owners; k++) {
                uint32_t state = find_entity(h, h->row->at[office->owner[k]].entity);
                if (state == T2G_HOMELAND_STATES) continue;
                h->owned[state]++;
                if (titled && office->status != T2G_STATUS_FORMER && h->takens < T2G_HOMELAND_TITLES)
                    h->taken[h->takens++] = (t2g_taken){h->row->at[group->end].entity, role_word(h, office), (uint8_t)state};
            }
        }
    }
}

bool t2g_homelands_build(t2g_homelands *h, t2g_arena *arena, const t2g_layers *layers, const t2g_row *row, const t2g_offices *offices)
{
    const t2g_entities *entities = layers->entities;
    *h = (t2g_homelands){.layers = layers, .row = row, .offices = offices,
                         .witness = T2G_ARRAY(arena, t2g_witness, layers->mentions->len)};
    if (!h->witness) return false;
    for (uint32_t e = 0; e < entities->len && h->states < T2G_HOMELAND_STATES; e++)
        if (entities->at[e].type == T2G_COUNTRY) h->state[h->states++] = e;
    for (uint32_t m = 0; h->states && m < layers->mentions->len; m++) add_witness(h, m);
    uint32_t lead = layers->sentences->len > 2 ? layers->sentences->at[2].begin : T2G_NONE;
    for (uint32_t w = 0; w < h->witnesses && h->witness[w].token < lead; w++) h->early[h->witness[w].state] = true;
    if (h->states) find_taken(h);
    return true;
}

/* What is weighed of a candidate: for heads of state or government, and for all other offices.  Hundredths of a nat,
 * learned (train/homeland.py) with a Gaussian prior of precision 3 from the 334 such offices in the articles of
 * gold/wikinews whose number does not end in 0 or 5; five-fold, 145 of 169 and 126 of 165 find their state (the state
 * most named: 135 and 109).  The last three were found by trial with the others held: half as much was as good for
 * members, worse for heads. */
#define TRAITS(TRAIT) \
    TRAIT(ANY, -20, -120)           /* a state at all, and not none                                   */ \
    TRAIT(SHARE, 6, 6)              /* sixteenths of all witnesses                                    */ \
    TRAIT(MOST, 42, 12)             /* no other has as many                                           */ \
    TRAIT(CLEAR, 14, -22)           /* no other has two thirds as many                                */ \
    TRAIT(ALONE, -73, -12)          /* there is no other                                              */ \
    TRAIT(FIRST, 55, 67)            /* the first of the text                                          */ \
    TRAIT(LEAD, 70, 63)             /* in its first two sentences                                     */ \
    TRAIT(LAST, 109, 45)            /* the last before the office                                     */ \
    TRAIT(NEAR, -32, -42)           /* before it in the sentence, within eight tokens                 */ \
    TRAIT(BEFORE, 23, 53)           /* before it in the sentence                                      */ \
    TRAIT(BEHIND, 31, 18)           /* behind it in the sentence                                      */ \
    TRAIT(ADJECTIVE, 8, 66)         /* in the sentence as an adjective or a genitive                  */ \
    TRAIT(ABROAD, 15, -53)          /* in the sentence behind "in", "to", "with"                      */ \
    TRAIT(HOUSED, -41, 18)          /* in the sentence or the one before, by a city or an institution */ \
    TRAIT(PREVIOUS, 25, -14)        /* in the sentence before                                         */ \
    TRAIT(CITIES, 38, 24)           /* anywhere by a city                                             */ \
    TRAIT(INSTITUTIONS, -15, 49)    /* anywhere by an institution                                     */ \
    TRAIT(OFFICES, 58, 12)          /* beside an office somewhere                                     */ \
    TRAIT(MOST_OFFICES, 6, 49)      /* and beside no fewer than any other                             */ \
    TRAIT(TAKEN, -85, 7)            /* somebody else is said to hold this office of it                */ \
    TRAIT(AMERICAN, 39, 23)         /* the state whose offices news names without more                */ \
    TRAIT(KNOWN, 250, 250)          /* raw news says so of the holder, four times in five             */ \
    TRAIT(LIKELY, 80, 80)           /* or at times                                                    */ \
    TRAIT(STRANGE, -100, -100)      /* raw news knows the holder to serve another                     */

typedef enum trait {
#define TRAIT(name, head, other) name,
    TRAITS(TRAIT)
#undef TRAIT
    TRAIT_COUNT
} trait;

typedef struct traits {
    uint8_t at[T2G_HOMELAND_STATES][TRAIT_COUNT];
} traits;

static const int16_t weights[2][TRAIT_COUNT] = {
    {
#define TRAIT(name, head, other) head,
        TRAITS(TRAIT)
#undef TRAIT
    },
    {
#define TRAIT(name, head, other) other,
        TRAITS(TRAIT)
#undef TRAIT
    },
};

static bool is_abroad(const t2g_homelands *h, uint32_t token)
{
    static const char *const ways[] = {"in", "to", "with", "from", "against", "on", "between", "into", "over"};
    const t2g_tokens *tokens = h->layers->tokens;
    uint32_t i = token;
    if (i > 0 && t2g_slice_is(t2g_token_fold(tokens, i - 1), "the")) i--;
    for (size_t w = 0; i > 0 && w < sizeof ways / sizeof *ways; w++)
        if (t2g_slice_is(t2g_token_fold(tokens, i - 1), ways[w])) return true;
    return false;
}

/* Is it "Australia's", "Australian"? */
static bool is_attribute(const t2g_homelands *h, const t2g_witness *w)
{
    const t2g_tokens *tokens = h->layers->tokens;
    return w->kind == T2G_WITNESS_ADJECTIVE || (w->token + 1 < tokens->len && t2g_slice_is(t2g_token_fold(tokens, w->token + 1), "'s"));
}

/* The first witness at or behind a token. */
static uint32_t first_from(const t2g_homelands *h, uint32_t token)
{
    uint32_t low = 0, high = h->witnesses;
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        if (h->witness[middle].token < token) low = middle + 1;
        else high = middle;
    }
    return low;
}

/* What stands around the office; a sentence of a thousand states is looked at for WIDE witnesses each way. */
static void look_around(const t2g_homelands *h, uint32_t at, uint32_t sentence, traits *t)
{
    enum { WIDE = 24, CLOSE = 8 };
    uint32_t begin = h->layers->sentences->at[sentence].begin, end = h->layers->sentences->at[sentence].end;
    uint32_t before = sentence ? h->layers->sentences->at[sentence - 1].begin : begin, here = first_from(h, at);
    for (uint32_t i = here; i > 0 && here - i < WIDE; i--) {
        const t2g_witness *w = &h->witness[i - 1];
        uint8_t *of = t->at[w->state];
        if (i == here) of[LAST] = 1;
        if (w->token < before) break;
        if (w->kind >= T2G_WITNESS_PLACE) of[HOUSED] = 1;
        if (w->token < begin) {
            of[PREVIOUS] = 1;
            continue;
        }
        of[BEFORE] = 1;
        if (at - w->token <= CLOSE) of[NEAR] = 1;
        if (is_attribute(h, w)) of[ADJECTIVE] = 1;
        if (is_abroad(h, w->token)) of[ABROAD] = 1;
    }
    for (uint32_t i = here; i < h->witnesses && i - here < WIDE && h->witness[i].token < end; i++) {
        const t2g_witness *w = &h->witness[i];
        uint8_t *of = t->at[w->state];
        of[BEHIND] = 1;
        if (w->kind >= T2G_WITNESS_PLACE) of[HOUSED] = 1;
        if (is_attribute(h, w)) of[ADJECTIVE] = 1;
        if (is_abroad(h, w->token)) of[ABROAD] = 1;
    }
}

/* What each state is in the text as a whole. */
static void look_over(const t2g_homelands *h, traits *t)
{
    uint32_t most = 0, second = 0, offices = 0;
    for (uint32_t s = 0; s < h->states; s++) {
        if (h->count[s] > most) second = most, most = h->count[s];
        else if (h->count[s] > second) second = h->count[s];
        if (h->owned[s] > offices) offices = h->owned[s];
    }
    for (uint32_t s = 0; s < h->states; s++) {
        uint8_t *of = t->at[s];
        of[ANY] = 1;
        of[SHARE] = (uint8_t)(h->witnesses ? 16u * h->count[s] / h->witnesses : 0);
        of[MOST] = h->count[s] == most && most > second;
        of[CLEAR] = of[MOST] && 2 * most >= 3 * second;
        of[ALONE] = h->states == 1;
        of[LEAD] = h->early[s];
        of[CITIES] = h->kinds[s] >> T2G_WITNESS_PLACE & 1;
        of[INSTITUTIONS] = h->kinds[s] >> T2G_WITNESS_INSTITUTION & 1;
        of[OFFICES] = h->owned[s] > 0;
        of[MOST_OFFICES] = h->owned[s] > 0 && h->owned[s] == offices;
        of[AMERICAN] = t2g_slice_is(h->layers->entities->at[h->state[s]].code, "US");
    }
    if (h->witnesses) t->at[h->witness[0].state][FIRST] = 1;
}

/* Who the holder is known to serve. */
static void look_up(const t2g_homelands *h, uint32_t holder, uint32_t state, uint8_t of[TRAIT_COUNT])
{
    const t2g_entity *entities = h->layers->entities->at;
    t2g_standing standing = t2g_renown_of(h->layers->renown, entities[holder].name, entities[h->state[state]].code).standing;
    of[KNOWN] = standing == T2G_STANDING_SURE;
    of[LIKELY] = standing == T2G_STANDING_MOST || standing == T2G_STANDING_ALSO;
    of[STRANGE] = standing == T2G_STANDING_ELSEWHERE;
}

static void describe(const t2g_homelands *h, const t2g_office_group *group, const t2g_office *office, uint32_t holder, traits *t)
{
    memset(t, 0, h->states * sizeof t->at[0]);
    look_over(h, t);
    look_around(h, office->role.begin, group->sentence, t);
    for (uint32_t k = 0; k < h->takens; k++) {
        const t2g_taken *taken = &h->taken[k];
        if (taken->holder != holder && taken->role == role_word(h, office)) t->at[taken->state][TAKEN] = 1;
    }
    for (uint32_t s = 0; s < h->states; s++) look_up(h, holder, s, t->at[s]);
}

static int32_t weigh(const uint8_t of[TRAIT_COUNT], const int16_t weight[TRAIT_COUNT])
{
    int32_t score = 0;
    for (int i = 0; i < TRAIT_COUNT; i++) score += of[i] * weight[i];
    return score;
}

uint32_t t2g_homeland_find(const t2g_homelands *h, const t2g_office_group *group, const t2g_office *office, uint32_t holder, int32_t *lead)
{
    traits t;
    *lead = 0;
    if (h->states == 0) return T2G_NONE;
    describe(h, group, office, holder, &t);
    const int16_t *weight = weights[office->key != T2G_KEY_STATE_HEAD];
    uint32_t best = T2G_NONE;
    int32_t top = 0, second = 0; /* the score of "none" */
    for (uint32_t s = 0; s < h->states; s++) {
        int32_t score = weigh(t.at[s], weight);
        if (score > top) second = top, top = score, best = h->state[s];
        else if (score > second) second = score;
    }
    *lead = top - second;
    return best;
}
