/* SPDX-License-Identifier: MIT */
#include "nlp/entity/coreference.h"

#include "nlp/entity/bearer.h"

enum { FAR = 3 }; /* sentences that "the country" looks back */

/* What a pronoun may mean. */
typedef enum sort { HE, SHE, IT } sort;

/* The first and the last country named in a sentence, before the place we stand. */
typedef struct named {
    uint32_t sentence;
    uint32_t first, first_mention; /* the likely subject                               */
    uint32_t last, last_mention;
    uint32_t distinct;             /* 1, or 2 for more                                 */
} named;

typedef struct search {
    const t2g_tokens *tokens;
    const t2g_phrases *phrases;
    const t2g_mentions *mentions;
    t2g_entities *entities;
    const uint8_t *gender;  /* [entities->len] t2g_gender                                  */
    t2g_salience spoken;    /* what pronouns may mean                                      */
    named country;          /* in the newest sentence that names one                       */
    uint32_t home;          /* entity: named more than twice as often as any other country */
    uint32_t home_mention;  /* its newest; T2G_NONE: not yet                               */
    uint32_t speaker;       /* who said something last, or T2G_NONE                        */
    bool quoted;            /* inside double quotation marks                               */
    t2g_bearers bearers;    /* whom role nouns mean                                        */
    bool out_of_memory;
    uint32_t *kind_of;      /* [forms] by fold of a noun such as "party": the organisation */
    uint32_t *kind_mention;
} search;

static uint32_t find_home(const t2g_entities *entities)
{
    uint32_t most = t2g_entities_named_most(entities, T2G_COUNTRY);
    for (uint32_t e = 0; most != T2G_NONE && e < entities->len; e++)
        if (e != most && entities->at[e].type == T2G_COUNTRY && 2 * entities->at[e].mentions >= entities->at[most].mentions) return T2G_NONE;
    return most;
}

static void note_country(search *s, uint32_t entity, uint32_t mention, uint32_t sentence)
{
    named *n = &s->country;
    if (entity == s->home) s->home_mention = mention;
    if (n->first == T2G_NONE || n->sentence != sentence) {
        *n = (named){sentence, entity, mention, entity, mention, 1};
        return;
    }
    if (n->last != entity && n->first != entity) n->distinct = 2;
    n->last = entity;
    n->last_mention = mention;
}

/* The newest sentence that names one, unless it is too far back. */
static const named *look_back(const search *s, uint32_t sentence)
{
    const named *n = &s->country;
    return n->first != T2G_NONE && sentence - n->sentence <= FAR ? n : NULL;
}

static void refer(search *s, uint32_t begin, uint32_t end, uint32_t entity, uint32_t through)
{
    s->entities->references[s->entities->references_len++] = (t2g_reference){begin, end, entity, through};
}

static bool is_one_of(t2g_slice fold, const char *const *words)
{
    for (; *words; words++)
        if (t2g_slice_is(fold, *words)) return true;
    return false;
}

static const char *const he_words[] = {"he", "his", "him", "himself", NULL};
static const char *const she_words[] = {"she", "her", "hers", "herself", NULL};
static const char *const it_words[] = {"it", "its", "itself", NULL};
static const char *const country_words[] = {"country", "government", "nation", NULL};

/* Nouns for an organisation: the noun, and the kind of orgwords.tsv it stands for. */
static const struct {
    const char *noun, *kind;
} kind_nouns[] = {{"company", "company"},       {"firm", "company"},       {"manufacturer", "company"}, {"carrier", "company"},
                  {"airline", "company"},       {"bank", "bank"},          {"party", "party"},          {"ministry", "ministry"},
                  {"department", "ministry"},   {"agency", "agency"},      {"commission", "agency"},    {"authority", "agency"},
                  {"army", "army"},             {"parliament", "parliament"}, {"assembly", "parliament"}, {"council", "council"},
                  {"committee", "council"},     {"court", "court"},        {"university", "university"}, {"college", "university"},
                  {"institute", "university"},  {"hospital", "hospital"},  {"union", "union"},          {"federation", "union"},
                  {"association", "union"},     {"organisation", "organisation"}, {"organization", "organisation"},
                  {"group", "organisation"},    {"charity", "organisation"}, {"foundation", "organisation"},
                  {"church", "church"},         {"club", "team"},          {"team", "team"},            {"newspaper", "outlet"},
                  {"paper", "outlet"},          {"magazine", "outlet"},    {"broadcaster", "outlet"},   {"exchange", "exchange"},
                  {"network", "outlet"},        {"channel", "outlet"},     {"station", "outlet"},       {"movement", "organisation"},
                  {"alliance", "organisation"}, {"bloc", "organisation"}, {"side", "team"},
                  {"lender", "bank"},           {"automaker", "company"},  {"carmaker", "company"},     {"retailer", "company"}};

static const char *kind_of_list(uint8_t list)
{
    return list == T2G_LEX_PARTY ? "party" : list == T2G_LEX_OUTLET ? "outlet" : list == T2G_LEX_BODY ? "organisation" : "company";
}

/* The kind of an organisation by its list, else by its last orgword; size 0 where neither tells. */
static t2g_slice organisation_kind(const search *s, const t2g_lexicon *lexicon, const t2g_mention *m)
{
    if (m->entry != T2G_NONE) return t2g_slice_of(kind_of_list((uint8_t)t2g_lexicon_list(lexicon, m->entry)));
    t2g_slice kind = {0};
    for (uint32_t i = m->begin; i < m->end; i++) {
        const t2g_phrase *word = t2g_phrases_longest(s->phrases, i, T2G_LEX_ORGWORD);
        if (word && word->end <= m->end) {
            kind = t2g_lexicon_entry(lexicon, word->entry).value;
            if (word->key == T2G_KEY_PREFIX) break;
        }
    }
    return kind;
}

/* May a noun of one kind stand for an organisation of another?  Of which nothing tells, "company" and "group" may. */
static bool may_stand_for(const char *noun_kind, t2g_slice kind)
{
    if (kind.size) return t2g_slice_is(kind, noun_kind);
    return strcmp(noun_kind, "company") == 0 || strcmp(noun_kind, "organisation") == 0;
}

static void note_kind(search *s, const t2g_lexicon *lexicon, uint32_t mention, uint32_t entity)
{
    t2g_slice kind = organisation_kind(s, lexicon, &s->mentions->at[mention]);
    for (size_t k = 0; k < sizeof kind_nouns / sizeof *kind_nouns; k++) {
        if (!may_stand_for(kind_nouns[k].kind, kind)) continue;
        uint32_t fold = t2g_intern_find(&s->tokens->forms, t2g_slice_of(kind_nouns[k].noun));
        if (fold == T2G_NONE) continue;
        s->kind_of[fold] = entity;
        s->kind_mention[fold] = mention;
    }
}

/* Whoever was spoken of last, if as the subject of "said". */
static void note_speaker(search *s)
{
    const t2g_spoken *last = &s->spoken.at[0];
    if (!last->subject || last->clause == T2G_NONE) return;
    const t2g_phrase *verb = t2g_phrases_longest(s->phrases, last->clause, T2G_LEX_VERB);
    if (verb && (verb->key == T2G_KEY_SAY || verb->key == T2G_KEY_REPORT)) s->speaker = last->entity;
}

static void note_quotation_mark(search *s, t2g_slice form)
{
    if (t2g_slice_is(form, "“")) s->quoted = true;
    else if (t2g_slice_is(form, "”")) s->quoted = false;
    else if (t2g_slice_is(form, "\"")) s->quoted = !s->quoted;
}

static void note_mention(search *s, const t2g_lexicon *lexicon, uint32_t m, uint32_t sentence)
{
    uint32_t e = s->entities->of_mention[m];
    if (e == T2G_NONE || s->mentions->at[m].outer != T2G_NONE) return;
    uint8_t type = s->entities->at[e].type;
    /* "French farmers" speaks of farmers. */
    if (s->mentions->at[m].kind != T2G_NAT)
        t2g_salience_note(&s->spoken, e, m, s->mentions->at[m].begin, s->mentions->at[m].end, sentence);
    if (type == T2G_PERSON && !s->quoted) note_speaker(s);
    if (type == T2G_PERSON) s->out_of_memory |= !t2g_bearers_note(&s->bearers, m);
    else if (type == T2G_ORGANISATION) note_kind(s, lexicon, m, e);
    else note_country(s, e, m, sentence);
}

/* Who is quoted speaks of others. */
static bool is_other_person(const search *s, uint32_t e)
{
    return s->entities->at[e].type == T2G_PERSON && !(s->quoted && e == s->speaker);
}

static bool agrees_with_he(const void *context, uint32_t e)
{
    const search *s = context;
    return is_other_person(s, e) && s->gender[e] != T2G_FEMALE;
}

static bool agrees_with_she(const void *context, uint32_t e)
{
    const search *s = context;
    return is_other_person(s, e) && s->gender[e] != T2G_MALE;
}

static bool agrees_with_it(const void *context, uint32_t e)
{
    const search *s = context;
    return s->entities->at[e].type != T2G_PERSON;
}

static bool is_an_organisation(const void *context, uint32_t e)
{
    const search *s = context;
    return s->entities->at[e].type == T2G_ORGANISATION;
}

/* "its chairman": states have none. */
static bool owns_no_state(const search *s, uint32_t i)
{
    const t2g_phrase *role = i + 1 < s->tokens->len ? t2g_phrases_longest(s->phrases, i + 1, T2G_LEX_ROLE) : NULL;
    return role && (role->key == T2G_KEY_HEAD || role->key == T2G_KEY_COACH);
}

/* The one most spoken of.  "It" means common things more often than named ones: of those that it was taken for
 * in GUM, one in five was right, and one in two among subjects of the sentence before that nothing comes near. */
static void resolve_pronoun(search *s, uint32_t i, sort which, uint32_t sentence)
{
    t2g_agreement *agrees = which == HE ? agrees_with_he : which == SHE ? agrees_with_she : agrees_with_it;
    t2g_slice fold = t2g_token_fold(s->tokens, i);
    bool own = s->spoken.trees->relation[i] == T2G_DEP_NMOD_POSS || fold.bytes[fold.size - 1] == 'f';
    unsigned flags = which == IT ? T2G_ONLY_CLEAR : 0u;
    flags |= own ? T2G_ANY_ARGUMENT : which == IT ? T2G_ONLY_SUBJECT : 0u;
    if (which == IT && s->spoken.trees->relation[i] == T2G_DEP_EXPL) return;
    if (which == IT && own && owns_no_state(s, i)) agrees = is_an_organisation;
    const t2g_spoken *meant = t2g_salience_find(&s->spoken, i, sentence, flags, agrees, s);
    if (!meant) return;
    uint32_t entity = meant->entity, through = meant->mention;
    refer(s, i, i + 1, entity, through);
    t2g_salience_note(&s->spoken, entity, through, i, i + 1, sentence);
}

/* "the company", "the country", "the government", "the minister". */
static uint32_t resolve_noun(search *s, uint32_t i, uint32_t end, uint32_t sentence)
{
    uint32_t noun = i + 1;
    if (noun >= end || s->mentions->of[noun] != T2G_NONE) return i + 1;
    const t2g_phrase *role = t2g_phrases_longest(s->phrases, noun, T2G_LEX_ROLE);
    uint32_t last = role && role->end <= end ? role->end - 1 : noun, fold = s->tokens->at[last].fold;
    if (is_one_of(t2g_token_fold(s->tokens, noun), country_words)) {
        const named *n = look_back(s, sentence);
        if (t2g_slice_is(t2g_token_fold(s->tokens, noun), "government") && s->home_mention != T2G_NONE)
            refer(s, i, noun + 1, s->home, s->home_mention);
        else if (n && n->distinct == 1) refer(s, i, noun + 1, n->last, n->last_mention);
    } else if (last + 1 < end && t2g_slice_is(t2g_token_fold(s->tokens, last + 1), "of")) {
        return last + 1;
    } else if (role && last == role->end - 1 && t2g_bearers_find(&s->bearers, role) != T2G_NONE) {
        uint32_t bearer = t2g_bearers_find(&s->bearers, role);
        refer(s, i, last + 1, s->entities->of_mention[bearer], bearer);
    } else if (s->kind_of[fold] != T2G_NONE && s->tokens->at[noun].shape == T2G_SHAPE_LOWER) {
        refer(s, i, noun + 1, s->kind_of[fold], s->kind_mention[fold]);
    }
    return last + 1;
}

static void resolve_sentence(search *s, const t2g_lexicon *lexicon, t2g_sentence sentence, uint32_t index, uint32_t *next)
{
    for (uint32_t i = sentence.begin; i < sentence.end;) {
        while (*next < s->mentions->len && s->mentions->at[*next].begin <= i) note_mention(s, lexicon, (*next)++, index);
        t2g_slice fold = t2g_token_fold(s->tokens, i);
        note_quotation_mark(s, fold);
        if (s->mentions->of[i] != T2G_NONE || fold.size < 2 || fold.size > 7) i++;
        else if (t2g_slice_is(fold, "the")) i = resolve_noun(s, i, sentence.end, index);
        else {
            char c = fold.bytes[0];
            if (c == 'h' && is_one_of(fold, he_words)) resolve_pronoun(s, i, HE, index);
            else if ((c == 'h' || c == 's') && is_one_of(fold, she_words)) resolve_pronoun(s, i, SHE, index);
            else if (c == 'i' && is_one_of(fold, it_words)) resolve_pronoun(s, i, IT, index);
            i++;
        }
    }
}

static uint32_t *none_for_each(t2g_arena *arena, uint32_t count)
{
    uint32_t *array = T2G_ARRAY(arena, uint32_t, (size_t)count + 1);
    for (uint32_t i = 0; array && i < count; i++) array[i] = T2G_NONE;
    return array;
}

t2g_result t2g_references_build(t2g_entities *entities, t2g_arena *arena, const t2g_lexicon *lexicon,
                                const t2g_tokens *tokens, const t2g_sentences *sentences,
                                const t2g_trees *trees, const t2g_phrases *phrases, const t2g_mentions *mentions,
                                const uint8_t *gender, t2g_error *error)
{
    search s = {.tokens = tokens,
                .phrases = phrases,
                .mentions = mentions,
                .entities = entities,
                .gender = gender,
                .spoken = {.trees = trees},
                .country = {.first = T2G_NONE, .last = T2G_NONE},
                .home = find_home(entities),
                .home_mention = T2G_NONE,
                .speaker = T2G_NONE};
    t2g_arena scratch;
    t2g_arena_init(&scratch);
    s.kind_of = none_for_each(&scratch, tokens->forms.len);
    s.kind_mention = none_for_each(&scratch, tokens->forms.len);
    entities->references = T2G_ARRAY(arena, t2g_reference, (size_t)tokens->len + 1);
    t2g_result result = T2G_OK;
    if (!t2g_bearers_init(&s.bearers, &scratch, tokens, phrases, mentions) || !s.kind_of || !s.kind_mention || !entities->references) {
        result = t2g_error_nomem(error);
    } else {
        uint32_t next = 0;
        for (uint32_t i = 0; i < sentences->len; i++) resolve_sentence(&s, lexicon, sentences->at[i], i, &next);
    }
    if (s.out_of_memory) result = t2g_error_nomem(error);
    t2g_arena_free(&scratch);
    return result;
}
