/* SPDX-License-Identifier: MIT */
#include "nlp/fact/succession.h"

/* One who has the same office as another, at another time or in another state. */
typedef struct succession {
    uint32_t from, to; /* persons (entities): whose office is known, who has it too  */
    uint32_t state;    /* entity, of a counterpart; else T2G_NONE                   */
    uint32_t sentence;
    t2g_span role;
    uint8_t status;
    bool ends;         /* from holds it no longer                                   */
} succession;

typedef struct finder {
    t2g_ground *ground;
    succession at[T2G_SUCCESSIONS];
    uint32_t len;
} finder;

static const t2g_item *item(const finder *f, uint32_t i)
{
    return &f->ground->row.at[i];
}

static bool is_person(const finder *f, uint32_t i, uint32_t end)
{
    return i < end && item(f, i)->kind == T2G_ITEM_ENTITY && item(f, i)->type == T2G_PERSON;
}

static void add(finder *f, const succession *s)
{
    if (s->from != s->to && f->len < T2G_SUCCESSIONS) f->at[f->len++] = *s;
}

/* The person that owns the noun at item i, "his" or "X's", at most REACH items before it; *state: a state between. */
static uint32_t owner_of(const finder *f, uint32_t begin, uint32_t i, uint32_t *state)
{
    enum { REACH = 4 };
    *state = T2G_NONE;
    for (uint32_t j = i; j > begin && i - j < REACH; j--) {
        const t2g_item *w = item(f, j - 1);
        if (w->kind == T2G_ITEM_ENTITY && w->type == T2G_PERSON) return w->flags & T2G_ITEM_GENITIVE ? w->entity : T2G_NONE;
        if (w->kind == T2G_ITEM_ENTITY && w->type == T2G_COUNTRY && *state == T2G_NONE) *state = w->entity;
        else if (w->kind != T2G_ITEM_WORD && w->kind != T2G_ITEM_STATUS) return T2G_NONE;
        else if (w->classes & T2G_CLASS_PREPOSITION) return T2G_NONE;
    }
    return T2G_NONE;
}

/* "his predecessor Ann Ash", "his predecessor, Ann Ash" */
static uint32_t named_behind(const finder *f, uint32_t i, uint32_t end)
{
    if (i < end && t2g_item_is(f->ground->layers, item(f, i), ",")) i++;
    return is_person(f, i, end) && !(item(f, i)->flags & T2G_ITEM_REFERENCE) ? item(f, i)->entity : T2G_NONE;
}

static void read_noun(finder *f, uint32_t sentence, uint32_t begin, uint32_t i, uint32_t end)
{
    const t2g_layers *layers = f->ground->layers;
    bool before = t2g_item_is(layers, item(f, i), "predecessor"), behind = t2g_item_is(layers, item(f, i), "successor");
    bool beside = t2g_item_is(layers, item(f, i), "counterpart");
    if (!before && !behind && !beside) return;
    succession s = {.to = named_behind(f, i + 1, end), .sentence = sentence, .role = {item(f, i)->begin, item(f, i)->end},
                    .status = before ? T2G_STATUS_FORMER : T2G_STATUS_CURRENT};
    s.from = owner_of(f, begin, i, &s.state);
    if (s.from == T2G_NONE || s.to == T2G_NONE || beside != (s.state != T2G_NONE)) return;
    add(f, &s);
}

/* The one person named before item i, "Ann Ash stepped down and" took over; T2G_NONE for none or several. */
static uint32_t only_person(const finder *f, uint32_t begin, uint32_t i)
{
    uint32_t found = T2G_NONE;
    for (; i > begin; i--) {
        if (!is_person(f, i - 1, i)) continue;
        if (found != T2G_NONE && item(f, found)->entity != item(f, i - 1)->entity) return T2G_NONE;
        found = i - 1;
    }
    return found;
}

/* The person before a verb: "Ann Ash took over", "Ann Ash, head of X, who took over"; T2G_NONE where none is. */
static uint32_t subject_of(const finder *f, uint32_t begin, uint32_t verb, uint32_t end)
{
    enum { REACH = 12 };
    if (verb == begin) return T2G_NONE;
    if (is_person(f, verb - 1, end)) return verb - 1;
    if (t2g_item_is(f->ground->layers, item(f, verb - 1), "and")) return only_person(f, begin, verb - 1);
    if (!t2g_item_is(f->ground->layers, item(f, verb - 1), "who")) return T2G_NONE;
    for (uint32_t i = verb - 1; i > begin && verb - i < REACH; i--)
        if (is_person(f, i - 1, end)) return i - 1;
    return T2G_NONE;
}

/* "Ann Ash succeeded President Bob Birch": either has what the other has. */
static void read_verb(finder *f, uint32_t sentence, uint32_t begin, uint32_t i, uint32_t end)
{
    enum { REACH = 3 };
    const t2g_item *verb = item(f, i);
    if (verb->kind != T2G_ITEM_VERB || verb->key != T2G_KEY_SUCCEED || verb->flags & (T2G_ITEM_NEGATED | T2G_ITEM_MODAL | T2G_ITEM_BARE)) return;
    uint32_t subject = subject_of(f, begin, i, end);
    if (subject == T2G_NONE) return;
    uint32_t j = i + 1, last = end < i + 1 + REACH ? end : i + 1 + REACH;
    if (verb->flags & T2G_ITEM_PASSIVE && (j >= last || !t2g_item_is(f->ground->layers, item(f, j++), "by"))) return;
    while (j < last && (item(f, j)->kind == T2G_ITEM_ROLE || item(f, j)->kind == T2G_ITEM_STATUS || item(f, j)->flags & T2G_ITEM_SKIPPED)) j++;
    if (!is_person(f, j, last) || item(f, j)->flags & T2G_ITEM_GENITIVE) return;
    uint32_t a = item(f, subject)->entity, b = item(f, j)->entity;
    bool passive = verb->flags & T2G_ITEM_PASSIVE;
    succession s = {.from = passive ? a : b, .to = passive ? b : a, .state = T2G_NONE, .sentence = sentence,
                    .status = verb->flags & T2G_ITEM_FUTURE ? T2G_STATUS_ELECT : T2G_STATUS_CURRENT};
    s.ends = s.status == T2G_STATUS_CURRENT;
    add(f, &s);
    uint32_t swap = s.from;
    s.ends = false;
    s.from = s.to, s.to = swap;
    s.status = verb->flags & T2G_ITEM_FUTURE ? T2G_STATUS_CURRENT : T2G_STATUS_FORMER;
    add(f, &s);
}

/* Is it an office that a rule read, and neither a party nor a place of work? */
static bool is_office(const t2g_claim *claim)
{
    return (claim->relation == T2G_HEAD_OF || claim->relation == T2G_MEMBER_OF) && claim->role.begin < claim->role.end &&
           claim->rule != T2G_RULE_PARTY && claim->rule != T2G_RULE_SUCCESSION;
}

/* Who has been succeeded in the one office that he has, has it no longer. */
static void end_office(t2g_ground *ground, uint32_t person, uint32_t claims)
{
    uint32_t target = T2G_NONE;
    for (uint32_t c = 0; c < claims; c++) {
        const t2g_claim *claim = &ground->claims.at[c];
        if (claim->source != person || !is_office(claim)) continue;
        if (target != T2G_NONE && target != claim->target) return;
        target = claim->target;
    }
    for (uint32_t c = 0; c < claims; c++) {
        t2g_claim *claim = &ground->claims.at[c];
        if (claim->source == person && is_office(claim) && claim->status == T2G_STATUS_CURRENT) claim->status = T2G_STATUS_FORMER;
    }
}

/* What `from` holds goes to `to` as well. */
static void copy_claims(t2g_ground *ground, const succession *s, uint32_t claims)
{
    for (uint32_t c = 0; c < claims; c++) {
        t2g_claim claim = ground->claims.at[c];
        bool state = ground->layers->entities->at[claim.target].type == T2G_COUNTRY;
        if (claim.source != s->from || !is_office(&claim) || (s->state != T2G_NONE && !state)) continue;
        if (s->status == T2G_STATUS_FORMER && claim.status == T2G_STATUS_FORMER) continue; /* "replaced by Y, a former deputy" */
        claim.source = s->to, claim.sentence = s->sentence, claim.status = s->status;
        if (s->state != T2G_NONE) claim.target = s->state;
        claim.role = s->role;
        claim.rule = T2G_RULE_SUCCESSION, claim.confidence = 0;
        claim.since[0] = claim.until[0] = 0;
        t2g_claims_add(&ground->claims, &claim);
    }
}

void t2g_successions_find(t2g_ground *ground)
{
    finder f = {.ground = ground};
    for (uint32_t s = 0; s < ground->layers->sentences->len; s++) {
        uint32_t begin = ground->row.first[s], end = ground->row.first[s + 1];
        for (uint32_t i = begin; i < end; i++) {
            read_noun(&f, s, begin, i, end);
            read_verb(&f, s, begin, i, end);
        }
    }
    uint32_t claims = ground->claims.len;
    for (uint32_t s = 0; s < f.len; s++) copy_claims(ground, &f.at[s], claims);
    for (uint32_t s = 0; s < f.len; s++)
        if (f.at[s].ends) end_office(ground, f.at[s].from, claims);
}
