/* SPDX-License-Identifier: MIT */
#include "nlp/entity/personmerge.h"

#include "nlp/entity/orgmerge.h"
#include "nlp/entity/slip.h"

enum { LONGEST = 5 }; /* words behind the first, of a name whose parts are looked at */

/* What the English call one another, and the name it is short for; names that come into English in many spellings,
 * and one of these. */
static const struct {
    const char *nickname, *name;
} nicknames[] = {
    {"abby", "abigail"}, {"alex", "alexander"}, {"andy", "andrew"}, {"barney", "barnabas"}, {"ben", "benjamin"},
    {"bernie", "bernard"}, {"beth", "elizabeth"}, {"bill", "william"}, {"billy", "william"}, {"bob", "robert"},
    {"bobby", "robert"}, {"charlie", "charles"}, {"chris", "christopher"}, {"chuck", "charles"}, {"dan", "daniel"},
    {"danny", "daniel"}, {"dave", "david"}, {"dick", "richard"}, {"don", "donald"}, {"ed", "edward"},
    {"eddie", "edward"}, {"fred", "frederick"}, {"greg", "gregory"}, {"hank", "henry"}, {"jack", "john"},
    {"jake", "jacob"}, {"jeff", "jeffrey"}, {"jerry", "gerald"}, {"jim", "james"}, {"jimmy", "james"},
    {"joe", "joseph"}, {"joey", "joseph"}, {"johnny", "john"}, {"jon", "jonathan"}, {"josh", "joshua"},
    {"kate", "katherine"}, {"kathy", "katherine"}, {"ken", "kenneth"}, {"larry", "lawrence"}, {"liz", "elizabeth"},
    {"maggie", "margaret"}, {"matt", "matthew"}, {"meg", "margaret"}, {"mick", "michael"}, {"mike", "michael"},
    {"nick", "nicholas"}, {"pat", "patrick"}, {"peggy", "margaret"}, {"pete", "peter"}, {"phil", "philip"},
    {"ray", "raymond"}, {"rick", "richard"}, {"rob", "robert"}, {"ron", "ronald"}, {"sam", "samuel"},
    {"steve", "stephen"}, {"steven", "stephen"}, {"sue", "susan"}, {"ted", "edward"}, {"tim", "timothy"},
    {"tom", "thomas"}, {"tommy", "thomas"}, {"tony", "anthony"}, {"vince", "vincent"}, {"will", "william"},
    {"abdallah", "abdullah"}, {"ahmad", "ahmed"}, {"aleksander", "alexander"}, {"aleksandr", "alexander"},
    {"alexandr", "alexander"}, {"aleksei", "alexei"}, {"aleksey", "alexei"}, {"alexey", "alexei"}, {"andrey", "andrei"},
    {"dimitri", "dmitry"}, {"dmitri", "dmitry"}, {"dmitriy", "dmitry"}, {"hasan", "hassan"}, {"hussain", "hussein"},
    {"iain", "ian"}, {"mahmud", "mahmoud"}, {"mohamed", "muhammad"}, {"mohammad", "muhammad"}, {"mohammed", "muhammad"},
    {"mohamad", "muhammad"}, {"nikolay", "nikolai"}, {"osama", "usama"}, {"philipp", "philip"}, {"phillip", "philip"},
    {"phillipp", "philip"}, {"salih", "saleh"}, {"sergey", "sergei"}, {"serhiy", "sergei"}, {"viktor", "victor"},
    {"yasir", "yasser"}, {"youssef", "yusuf"}, {"yousef", "yusuf"}, {"yuliya", "yulia"}, {"yuriy", "yuri"}};

/* Names of their own in a person's name: hyphens join, small particles do not count. */
static uint32_t words_of(const t2g_gathering *g, const t2g_mention *m)
{
    uint32_t words = 0;
    for (uint32_t i = m->begin; i <= m->head; i++) {
        const t2g_token *t = &g->tokens->at[i];
        bool glued = i > m->begin && !(t->flags & T2G_TOKEN_SPACE);
        words += t->kind == T2G_TOKEN_WORD && !glued && t->shape != T2G_SHAPE_LOWER;
    }
    return words;
}

static uint8_t gender_of_title(const t2g_gathering *g, uint32_t begin)
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

static uint8_t gender_of_given(const t2g_gathering *g, uint32_t token)
{
    const t2g_phrase *given = t2g_phrases_longest(g->phrases, token, T2G_LEX_GIVEN);
    if (!given) return T2G_GENDER_UNKNOWN;
    t2g_slice value = t2g_lexicon_entry(g->lexicon, given->entry).value; /* of a name that is also a word: "Bill" */
    if (given->key == T2G_KEY_MALE || t2g_slice_is(value, "male")) return T2G_MALE;
    if (given->key == T2G_KEY_FEMALE || t2g_slice_is(value, "female")) return T2G_FEMALE;
    return T2G_GENDER_UNKNOWN;
}

static void learn_gender(t2g_gathering *g, uint32_t e, uint8_t gender)
{
    if (g->gender[e] == T2G_GENDER_UNKNOWN) g->gender[e] = gender;
}

/* Any words of a name but the first alone may call the person: "da Silva", "Lula". */
static bool claim_tails(t2g_gathering *g, const t2g_mention *m, uint32_t e)
{
    uint32_t last = m->head < m->begin + LONGEST ? m->head : m->begin + LONGEST;
    for (uint32_t i = m->begin; i <= last; i++)
        for (uint32_t end = i == m->begin ? i + 2 : i + 1; end <= last + 1; end++) {
            if (i == m->begin && end == m->end) continue;
            if (g->tokens->at[end - 1].shape == T2G_SHAPE_LOWER || g->tokens->at[i].kind != T2G_TOKEN_WORD) continue;
            t2g_namekey tail = t2g_namekey_of(T2G_KEYKIND_TAIL, g->tokens, i, end);
            if (!t2g_namekeys_claim(&g->keys, &tail, e)) return false;
        }
    return true;
}

/* The first letter of a middle name, or 0. */
static uint8_t middle_initial(const t2g_gathering *g, const t2g_mention *m)
{
    if (m->head < m->begin + 2 || g->tokens->at[m->begin + 1].kind != T2G_TOKEN_WORD) return 0;
    return (uint8_t)t2g_token_fold(g->tokens, m->begin + 1).bytes[0];
}

static t2g_slice given_name(const t2g_gathering *g, uint32_t token)
{
    t2g_slice fold = t2g_token_fold(g->tokens, token);
    for (size_t i = 0; i < sizeof nicknames / sizeof *nicknames; i++)
        if (t2g_slice_is(fold, nicknames[i].nickname)) return t2g_slice_of(nicknames[i].name);
    return fold;
}

/* First and last name alone, the first in full. */
static t2g_namekey key_of_ends(const t2g_gathering *g, const t2g_mention *m)
{
    t2g_namekey ends = {.bytes = {T2G_KEYKIND_ENDS}, .size = 1};
    t2g_namekey_add_string(&ends, given_name(g, m->begin));
    t2g_namekey_add(&ends, g->tokens, m->head, m->head + 1);
    return ends;
}

/* George H. W. is not George W. */
static bool initials_agree(const t2g_gathering *g, uint32_t e, uint8_t initial)
{
    return !initial || !g->initial[e] || initial == g->initial[e];
}

static t2g_namekey word_of(const t2g_gathering *g, uint32_t token)
{
    return t2g_namekey_of(T2G_KEYKIND_SLIP, g->tokens, token, token + 1);
}

/* Where a slip is looked for: in the other name of who has this one, or in any last name. */
static t2g_namekey beside(const t2g_gathering *g, char which, uint32_t token)
{
    t2g_namekey key = {.bytes = {T2G_KEYKIND_SLIP, which}, .size = 2};
    if (token != T2G_NONE) t2g_namekey_add_string(&key, given_name(g, token));
    key.bytes[key.size++] = ' ';
    return key;
}

static bool claim_slips(t2g_gathering *g, const t2g_mention *m, uint32_t e)
{
    t2g_namekey first = word_of(g, m->begin), last = word_of(g, m->head);
    t2g_namekey by_first = beside(g, 'l', m->begin), by_last = beside(g, 'f', m->head), alone = beside(g, 'a', T2G_NONE);
    return t2g_slips_claim(&g->keys, &by_first, &last, e) && t2g_slips_claim(&g->keys, &by_last, &first, e) &&
           t2g_slips_claim(&g->keys, &alone, &last, e);
}

static bool is_listed(const t2g_gathering *g, uint32_t token, t2g_lex_list list)
{
    const t2g_phrase *name = t2g_phrases_longest(g->phrases, token, list);
    return name && name->end == token + 1;
}

/* Is a word of a name a slip for another?  Where both are in the list of such names, they are two. */
static bool is_slip(const t2g_gathering *g, uint32_t token, uint32_t meant, t2g_lex_list names)
{
    t2g_namekey one = word_of(g, token), other = word_of(g, meant);
    return t2g_is_slip(&one, &other) && !(is_listed(g, token, names) && is_listed(g, meant, names));
}

/* "Sebastisn Vettel": the one of the same first or last name whose other one this is but for a letter. */
static uint32_t find_misspelt(const t2g_gathering *g, const t2g_mention *m)
{
    t2g_namekey first = word_of(g, m->begin), last = word_of(g, m->head);
    t2g_namekey by_first = beside(g, 'l', m->begin), by_last = beside(g, 'f', m->head);
    uint8_t initial = middle_initial(g, m);
    uint32_t e = t2g_slips_find(&g->keys, &by_first, &last);
    if (e != T2G_NONE && initials_agree(g, e, initial) &&
        is_slip(g, m->head, g->mentions->at[g->at[e].first].head, T2G_LEX_SURNAME))
        return e;
    e = t2g_slips_find(&g->keys, &by_last, &first);
    if (e != T2G_NONE && initials_agree(g, e, initial) &&
        is_slip(g, m->begin, g->mentions->at[g->at[e].first].begin, T2G_LEX_GIVEN))
        return e;
    return T2G_NONE;
}

static uint32_t find_full_name(const t2g_gathering *g, const t2g_mention *m)
{
    t2g_namekey key = t2g_namekey_of(T2G_KEYKIND_PERSON, g->tokens, m->begin, m->end);
    uint32_t e = t2g_namekeys_find(&g->keys, &key);
    if (e != T2G_NONE) return e;
    if (m->head + 1 == m->end) {
        key = key_of_ends(g, m);
        e = t2g_namekeys_find(&g->keys, &key);
        if (e != T2G_NONE && initials_agree(g, e, middle_initial(g, m))) return e;
    }
    key = t2g_namekey_of(T2G_KEYKIND_TAIL, g->tokens, m->begin, m->end);
    e = t2g_namekeys_find(&g->keys, &key);
    return e != T2G_NONE ? e : find_misspelt(g, m);
}

bool t2g_person_gather(t2g_gathering *g, uint32_t m)
{
    const t2g_mention *mention = &g->mentions->at[m];
    if (words_of(g, mention) < 2) return true;
    uint32_t e = find_full_name(g, mention);
    if (e == T2G_NONE) {
        e = t2g_gathering_add(g, T2G_PERSON, m);
        uint32_t fold = g->tokens->at[mention->head].fold, given = g->tokens->at[mention->begin].fold;
        if (g->first[fold] == T2G_NONE) g->first[fold] = e;
        if (g->first[given] == T2G_NONE) g->first[given] = e;
    }
    g->of[m] = e;
    t2g_namekey full = t2g_namekey_of(T2G_KEYKIND_PERSON, g->tokens, mention->begin, mention->end);
    t2g_namekey ends = key_of_ends(g, mention);
    if (!g->initial[e]) g->initial[e] = middle_initial(g, mention);
    uint8_t gender = gender_of_title(g, mention->begin);
    learn_gender(g, e, gender ? gender : gender_of_given(g, mention->begin));
    if (t2g_namekeys_find(&g->keys, &full) == e) return true;
    return t2g_namekeys_claim(&g->keys, &full, e) && t2g_namekeys_claim(&g->keys, &ends, e) &&
           claim_tails(g, mention, e) && claim_slips(g, mention, e);
}

static void remember(t2g_gathering *g, uint32_t fold, uint32_t e)
{
    g->recent[fold] = e;
    if (g->gender[e] == T2G_FEMALE) g->woman[fold] = e;
    if (g->gender[e] == T2G_MALE) g->man[fold] = e;
}

/* The one whose name has these words.  A careless writer's "Hick's" is Hicks's. */
static uint32_t find_tail(const t2g_gathering *g, const t2g_mention *m)
{
    t2g_namekey tail = t2g_namekey_of(T2G_KEYKIND_TAIL, g->tokens, m->begin, m->end);
    uint32_t e = t2g_namekeys_find(&g->keys, &tail);
    if (e == T2G_NONE && (t2g_gathering_form_is(g, m->end, "'s") || t2g_gathering_form_is(g, m->end, "’s"))) {
        t2g_namekey_add_string(&tail, t2g_slice_of("s"));
        e = t2g_namekeys_find(&g->keys, &tail);
    }
    return e;
}

/* "Kamirov" where Islam Karimov alone has such a name.  A first name is none of it: "Robert" is not Roberts. */
static uint32_t find_misspelt_tail(const t2g_gathering *g, const t2g_mention *m)
{
    t2g_namekey alone = beside(g, 'a', T2G_NONE), word = word_of(g, m->head);
    uint32_t e = t2g_slips_find(&g->keys, &alone, &word);
    if (e == T2G_NONE || is_listed(g, m->head, T2G_LEX_GIVEN)) return T2G_NONE;
    return is_slip(g, m->head, g->mentions->at[g->at[e].first].head, T2G_LEX_SURNAME) ? e : T2G_NONE;
}

static bool has_title(const t2g_gathering *g, uint32_t begin)
{
    for (uint32_t i = begin; i-- > 0 && i + 4 > begin;)
        for (uint32_t p = g->phrases->first[i]; p < g->phrases->first[i + 1]; p++) {
            const t2g_phrase *title = &g->phrases->at[p];
            if (title->end == begin && (title->list == T2G_LEX_TITLE || title->list == T2G_LEX_ROLE)) return true;
        }
    return false;
}

/* "Goethe Institute", "Obama administration": may be named for a person. */
static bool is_named_for_somebody(const t2g_gathering *g, uint32_t organisation)
{
    uint32_t last = g->mentions->at[g->at[organisation].first].end - 1;
    return g->tokens->at[last].shape == T2G_SHAPE_LOWER || t2g_phrases_longest(g->phrases, last, T2G_LEX_ORGWORD);
}

/* A single name that no person of the text has, and no title before it, is the organisation that is called so
 * ("Westral" where Westral Holdings was named), whatever it looked like here. */
static uint32_t organisation_meant(const t2g_gathering *g, const t2g_mention *m)
{
    uint32_t e = has_title(g, m->begin) ? T2G_NONE : t2g_organisation_find(g, m);
    bool name = is_listed(g, m->head, T2G_LEX_SURNAME) || is_listed(g, m->head, T2G_LEX_GIVEN);
    return e != T2G_NONE && name && is_named_for_somebody(g, e) ? T2G_NONE : e;
}

/* A last or first name alone: the one of that name and gender who was named last, else the first to come. */
static void gather_single_name(t2g_gathering *g, uint32_t m)
{
    const t2g_mention *mention = &g->mentions->at[m];
    uint32_t fold = g->tokens->at[mention->head].fold;
    uint8_t gender = gender_of_title(g, mention->begin);
    uint32_t e = gender == T2G_FEMALE ? g->woman[fold] : gender == T2G_MALE ? g->man[fold] : T2G_NONE;
    if (e == T2G_NONE) e = g->recent[fold] != T2G_NONE ? g->recent[fold] : g->first[fold];
    if (e == T2G_NONE) e = find_tail(g, mention);
    if (e == T2G_NONE) e = find_misspelt_tail(g, mention);
    if (e != T2G_NONE && gender && g->gender[e] && g->gender[e] != gender) e = T2G_NONE;
    if (e == T2G_NONE) e = organisation_meant(g, mention);
    if (e != T2G_NONE && g->at[e].type == T2G_ORGANISATION) {
        g->of[m] = e;
        return;
    }
    if (e == T2G_NONE) {
        e = t2g_gathering_add(g, T2G_PERSON, m);
        if (g->first[fold] == T2G_NONE) g->first[fold] = e;
    }
    learn_gender(g, e, gender);
    remember(g, fold, e);
    g->of[m] = e;
}

void t2g_persons_gather_single(t2g_gathering *g)
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

