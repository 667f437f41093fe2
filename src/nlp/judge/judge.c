/* SPDX-License-Identifier: MIT */
#include "nlp/judge/judge.h"

#include "nlp/item/when.h"

bool t2g_judge_knows(const t2g_entities *entities, uint32_t source, uint32_t target)
{
    uint8_t a = entities->at[source].type, b = entities->at[target].type;
    return b == T2G_ORGANISATION || (b == T2G_COUNTRY && a == T2G_PERSON);
}

/* Per mille: what no rule saw and is less likely than this is not worth a look. */
enum { NEAR_MISS = 20 };

/* The score of each output, and the place that speaks for it most, T2G_NONE when there is none. */
typedef struct weighing {
    int32_t score[T2G_LINEAR_OUTPUTS];
    uint32_t place[T2G_LINEAR_OUTPUTS];
} weighing;

static weighing weigh(const t2g_linear *model, const t2g_clue_finder *finder, const t2g_pairs *pairs, const t2g_pair *pair)
{
    weighing v = {.place = {T2G_NONE, T2G_NONE, T2G_NONE, T2G_NONE}};
    int32_t best[T2G_LINEAR_OUTPUTS] = {0};
    t2g_clues clues;
    t2g_clues_of_rules(finder, pairs, pair, &clues);
    t2g_linear_add(model, clues.at, clues.len, v.score);
    t2g_clues_of_pair(finder, pairs, pair, &clues);
    t2g_linear_add(model, clues.at, clues.len, v.score);
    uint32_t seen = 0;
    for (uint32_t p = pair->places.begin; p < pair->places.end && seen < T2G_PAIR_PLACES; p++) {
        if (pairs->places[p].a == T2G_NONE) continue;
        seen++;
        int32_t score[T2G_LINEAR_OUTPUTS] = {0};
        t2g_clues_of_place(finder, &pairs->places[p], &clues);
        t2g_linear_add(model, clues.at, clues.len, score);
        for (int o = 0; o < T2G_LINEAR_OUTPUTS; o++) {
            if (v.place[o] != T2G_NONE && score[o] <= best[o]) continue;
            best[o] = score[o];
            v.place[o] = p;
        }
    }
    for (int o = 0; o < T2G_LINEAR_OUTPUTS; o++) v.score[o] += best[o];
    return v;
}

/* What is said of the holder's office beside its name at a place: "former chief". */
static void read_office(const t2g_ground *ground, const t2g_place *place, t2g_claim *claim)
{
    uint32_t begin = ground->row.first[place->sentence], end = ground->row.first[place->sentence + 1];
    enum { REACH = 6 };
    uint32_t from = place->a > begin + REACH ? place->a - REACH : begin, to = place->a + REACH < end ? place->a + REACH : end;
    for (uint32_t i = from; i < to; i++) {
        uint32_t g = ground->row.at[i].office;
        if (g == T2G_NONE) continue;
        const t2g_office_group *group = &ground->offices.group[g];
        bool title = group->end == place->a, behind = group->begin > place->a && group->begin <= place->a + 3;
        if (!title && !behind) continue;
        claim->role = ground->offices.at[group->first].role;
        claim->status = ground->offices.at[group->first].status;
        if (title) return;
    }
}

/* "was a lieutenant", not "was in town". */
static bool is_office_behind(const t2g_row *row, uint32_t i, uint32_t end)
{
    enum { MODIFIERS = 3 };
    for (uint32_t j = i + 1; j < end && j <= i + MODIFIERS; j++)
        if (row->at[j].office != T2G_NONE) return true;
    return false;
}

/* "Smith was a lieutenant of X", "worked for X", "from 1993 to 2001": what stands between the two and behind them,
 * where both stand in the sentence. */
static void read_past(const t2g_ground *ground, const t2g_place *place, t2g_claim *claim)
{
    enum { BEHIND = 8 };
    const t2g_item *items = ground->row.at;
    uint32_t end = ground->row.first[place->sentence + 1], last;
    if (place->b == T2G_NONE || place->a > place->b) return;
    last = place->b + BEHIND < end ? place->b + BEHIND : end;
    bool past = false;
    for (uint32_t i = place->a + 1; i < place->b; i++) {
        if (items[i].kind != T2G_ITEM_VERB) continue;
        bool holds = items[i].key == T2G_KEY_BELONG || (items[i].flags & T2G_ITEM_COPULA && is_office_behind(&ground->row, i, place->b));
        past = holds && items[i].flags & T2G_ITEM_PAST && !(items[i].flags & T2G_ITEM_PASSIVE);
    }
    if (past && claim->status == T2G_STATUS_CURRENT) claim->status = T2G_STATUS_FORMER;
    char on[11];
    t2g_when when = t2g_when_find(ground->layers->tokens, items[place->b].begin, items[last - 1].end, on);
    if (!when.until[0]) return;
    memcpy(claim->since, when.since, sizeof claim->since);
    memcpy(claim->until, when.until, sizeof claim->until);
}

t2g_support t2g_judge_support(const t2g_claims *claims, const t2g_pairs *pairs, const t2g_pair *pair, t2g_relation relation)
{
    t2g_support found = T2G_UNCLAIMED;
    for (uint32_t c = pair->claims.begin; c < pair->claims.end; c++) {
        const t2g_claim *claim = &claims->at[pairs->sorted[c]];
        if (claim->relation != relation) continue;
        t2g_support of = t2g_rule_is_hint(claim->rule) ? T2G_HINTED : T2G_CLAIMED;
        if (of > found) found = of;
    }
    return found;
}

/* Gives the rules' claims of a relation their confidence, none if they are doubted. */
static void confirm(t2g_claims *claims, const t2g_pairs *pairs, const t2g_pair *pair, t2g_relation relation, uint32_t confidence,
                    bool doubted)
{
    for (uint32_t c = pair->claims.begin; c < pair->claims.end; c++) {
        t2g_claim *claim = &claims->at[pairs->sorted[c]];
        if (claim->relation != relation) continue;
        claim->confidence = doubted ? 0 : (uint16_t)confidence;
        claim->chance = (uint16_t)confidence;
    }
}

/* "said if X wins": what stands behind is not said to be so. */
static bool is_supposed(const t2g_ground *ground, const t2g_place *place)
{
    enum { REACH = 6 };
    uint32_t begin = ground->row.first[place->sentence];
    for (uint32_t i = place->a; i > begin && place->a - i < REACH; i--) {
        const t2g_item *before = &ground->row.at[i - 1];
        if (before->kind == T2G_ITEM_WORD && before->classes & T2G_CLASS_IF) return true;
        if (before->kind == T2G_ITEM_PUNCT) return false;
    }
    return false;
}

/* "Smith, the son of the head of X": what follows is told of somebody else. */
static bool is_kin(const t2g_ground *ground, const t2g_place *place)
{
    const t2g_item *items = ground->row.at;
    for (uint32_t i = place->a + 1; place->b != T2G_NONE && i + 1 < place->b; i++)
        if (items[i].kind == T2G_ITEM_ROLE && items[i].key == T2G_KEY_PERSON && t2g_item_is(ground->layers, &items[i + 1], "of")) return true;
    return false;
}

/* Does the sentence have a word of saying?  What reports ("the study showed") says so too, but not a person that showed. */
static bool is_told(const t2g_ground *ground, uint32_t sentence, bool by_person)
{
    for (uint32_t i = ground->row.first[sentence]; i < ground->row.first[sentence + 1]; i++) {
        const t2g_item *item = &ground->row.at[i];
        if (item->key == T2G_KEY_SAY || item->key == T2G_KEY_BLAME || (item->key == T2G_KEY_REPORT && !by_person)) return true;
        if (item->flags & T2G_ITEM_QUOTE || t2g_item_is(ground->layers, item, "according")) return true;
    }
    return false;
}

/* Per mille: of what rules say of a state or an organisation in another, 37 of 39 are right in the training articles, too few
 * for the weights to learn from. */
enum { BODIES = 800 };

static bool is_of_bodies(const t2g_entities *entities, const t2g_pair *pair)
{
    return entities->at[pair->source].type != T2G_PERSON && entities->at[pair->target].type == T2G_ORGANISATION;
}

static void decide(const t2g_linear *model, t2g_ground *ground, const t2g_pairs *pairs, const t2g_pair *pair, t2g_relation relation,
                   uint32_t chance, uint32_t place, t2g_verdict verdict)
{
    t2g_support rules = t2g_judge_support(&ground->claims, pairs, pair, relation);
    uint32_t question = relation * T2G_SUPPORTS + rules, confidence = t2g_linear_calibrate(model, question, chance);
    bool believed = t2g_linear_believes(model, question, chance);
    if (relation == T2G_MEMBER_OF && rules == T2G_CLAIMED && is_of_bodies(ground->layers->entities, pair)) {
        believed = true;
        if (confidence < BODIES) confidence = BODIES;
    }
    confirm(&ground->claims, pairs, pair, relation, confidence, !believed);
    if (rules != T2G_UNCLAIMED || place == T2G_NONE || !confidence || (!believed && confidence < NEAR_MISS)) return;
    const t2g_place *at = &pairs->places[place];
    /* What no rule saw must stand in one sentence, which proves it; "President Bush" proves an office of a state
     * that need not be named beside it. */
    if (at->b == T2G_NONE && ground->layers->entities->at[pair->target].type != T2G_COUNTRY) return;
    t2g_report_kind kind = verdict == T2G_VERDICT_REPORT ? T2G_REPORT : T2G_STATEMENT;
    bool by_person = ground->layers->entities->at[pair->target].type == T2G_PERSON;
    t2g_claim claim = {.source = pair->source, .target = pair->target, .sentence = at->sentence, .relation = (uint8_t)relation,
                       .rule = T2G_RULE_LEARNED, .confidence = (uint16_t)confidence, .chance = (uint16_t)confidence, .kind = (uint8_t)kind};
    bool others = relation != T2G_REPORTED_BY && is_kin(ground, at);
    if (!believed || others || is_supposed(ground, at) || (relation == T2G_REPORTED_BY && !is_told(ground, at->sentence, by_person))) {
        t2g_claims_doubt(&ground->claims, &claim);
        return;
    }
    if (relation != T2G_REPORTED_BY) read_office(ground, at, &claim);
    if (relation != T2G_REPORTED_BY) read_past(ground, at, &claim);
    t2g_claims_add(&ground->claims, &claim);
}

/* Of an organisation that rules say somebody heads and belongs to, he is the head: in 14 of 16 pairs of the training articles,
 * though the weights see them as members as often. */
static bool is_called_head(const t2g_ground *ground, const t2g_pairs *pairs, const t2g_pair *pair)
{
    return ground->layers->entities->at[pair->target].type == T2G_ORGANISATION &&
           t2g_judge_support(&ground->claims, pairs, pair, T2G_HEAD_OF) == T2G_CLAIMED &&
           t2g_judge_support(&ground->claims, pairs, pair, T2G_MEMBER_OF) == T2G_CLAIMED;
}

bool t2g_judge(const t2g_linear *model, t2g_arena *arena, t2g_ground *ground)
{
    t2g_pairs pairs;
    t2g_clue_finder finder;
    if (!t2g_pairs_build(&pairs, arena, ground) || !t2g_clue_finder_init(&finder, arena, ground)) return false;
    for (uint32_t p = 0; p < pairs.len; p++) {
        const t2g_pair *pair = &pairs.at[p];
        weighing v = weigh(model, &finder, &pairs, pair);
        uint32_t chance[2];
        if (t2g_judge_knows(ground->layers->entities, pair->source, pair->target)) {
            t2g_linear_softmax(model, v.score, chance);
            if (is_called_head(ground, &pairs, pair)) chance[0] += chance[1], chance[1] = 0;
            t2g_verdict better = chance[1] > chance[0] ? T2G_VERDICT_BELONGS : T2G_VERDICT_HEADS;
            for (t2g_verdict o = T2G_VERDICT_HEADS; o <= T2G_VERDICT_BELONGS; o++)
                decide(model, ground, &pairs, pair, o == T2G_VERDICT_HEADS ? T2G_HEAD_OF : T2G_MEMBER_OF, o == better ? chance[o] : 0,
                       v.place[o], o);
        }
        t2g_linear_softmax(model, &v.score[T2G_VERDICT_REPORT], chance);
        t2g_verdict kind = chance[1] > chance[0] ? T2G_VERDICT_STATEMENT : T2G_VERDICT_REPORT;
        decide(model, ground, &pairs, pair, T2G_REPORTED_BY, chance[0] + chance[1], v.place[kind], kind);
    }
    return !ground->claims.failed;
}
