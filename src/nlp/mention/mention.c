/* mention.c - what the model of names says, put right where the lexicon and the document know better.
 *
 * The lexicon: a country is a country wherever its name stands by itself, and is
 * found inside longer names too.  The document: an acronym in brackets is of the
 * kind of what stands before it; the last word of a person's full name is that
 * person where the model saw no name.  What looks like a body and is none is in
 * lookalike.h, teams called by their towns in team.h.  O(tokens).
 *
 * SPDX-License-Identifier: MIT
 */
#include "nlp/mention/mention.h"

#include "base/utf8.h"
#include "nlp/mention/lookalike.h"
#include "nlp/mention/team.h"

/* A name that is being decided on. */
typedef struct verdict {
    uint32_t begin, end; /* tokens                                                        */
    uint32_t entry;      /* of the lexicon, or T2G_NONE                                   */
    uint8_t kind;        /* t2g_mention_kind, or NO_NAME                                  */
} verdict;

enum { NO_NAME = T2G_MENTION_KINDS };

/* What the names of a document teach about its words, by their lower-cased form. */
typedef struct teachings {
    uint8_t *person;  /* bool: last word of a person's name of two words or more           */
    uint8_t *small;   /* bool: stands somewhere without a capital                         */
    uint8_t *org;     /* bool: first word of an organisation's name of two words or more   */
    uint8_t *caps;    /* bool: an acronym that the model took for an organisation somewhere       */
    uint8_t *alone;   /* t2g_mention_kind + 1 that the word by itself is: an announced acronym, or what has a spokesman */
} teachings;

typedef struct decision {
    const t2g_tokens *tokens;
    const t2g_sentences *sentences;
    const t2g_phrases *phrases;
    verdict *at; /* [len] in order, disjoint                                              */
    uint32_t len;
    uint8_t sport; /* t2g_sport_of the document                                           */
    teachings known;
} decision;

static uint32_t fold_at(const decision *d, uint32_t token)
{
    return d->tokens->at[token].fold;
}

static bool form_is(const decision *d, uint32_t token, const char *form)
{
    return token < d->tokens->len && t2g_slice_is(t2g_token_form(d->tokens, token), form);
}

static bool fold_is_one_of(const decision *d, uint32_t token, const char *const *words, size_t len)
{
    t2g_slice fold = t2g_token_fold(d->tokens, token);
    for (size_t i = 0; i < len; i++)
        if (t2g_slice_is(fold, words[i])) return true;
    return false;
}

#define IS_ONE_OF(d, token, words) fold_is_one_of(d, token, words, sizeof words / sizeof *words)

static bool is_glued(const decision *d, uint32_t token)
{
    return token < d->tokens->len && !(d->tokens->at[token].flags & T2G_TOKEN_SPACE);
}

static bool is_capital(const decision *d, uint32_t token)
{
    uint8_t shape = d->tokens->at[token].shape;
    return shape == T2G_SHAPE_TITLE || shape == T2G_SHAPE_CAPS || shape == T2G_SHAPE_MIXED;
}

static bool is_state(uint8_t kind)
{
    return kind == T2G_CTY || kind == T2G_NAT;
}

/* The token that bears the name: a person's last name, the last word of others. */
static uint32_t head_of(const decision *d, uint32_t begin, uint32_t end, uint8_t kind)
{
    static const char *const generations[] = {"jr", "jr.", "sr", "sr.", "ii", "iii", "iv"};
    uint32_t head = end - 1;
    if (kind == T2G_PER && head > begin && IS_ONE_OF(d, head, generations)) head--;
    if (head > begin && d->tokens->at[head].kind == T2G_TOKEN_PUNCT) head--;
    return head;
}

/* the lexicon */

static const t2g_phrase *country_at(const decision *d, uint32_t token)
{
    const t2g_phrase *phrase = t2g_phrases_longest(d->phrases, token, T2G_LEX_COUNTRY);
    return phrase && phrase->key != T2G_KEY_CAPITAL ? phrase : NULL;
}

static uint8_t state_kind(const t2g_phrase *country)
{
    return country->key == T2G_KEY_DEMONYM || country->key == T2G_KEY_PEOPLE ? T2G_NAT : T2G_CTY;
}

/* Do lists whose names are of this kind know exactly these words?  The first entry, or T2G_NONE. */
static uint32_t entry_of(const decision *d, uint32_t begin, uint32_t end, uint8_t kind)
{
    for (uint32_t p = d->phrases->first[begin]; p < d->phrases->first[begin + 1]; p++) {
        const t2g_phrase *phrase = &d->phrases->at[p];
        if (phrase->end != end) continue;
        bool place = phrase->list == T2G_LEX_COUNTRY || phrase->list == T2G_LEX_PLACE;
        bool body = phrase->list == T2G_LEX_BODY || phrase->list == T2G_LEX_OUTLET || phrase->list == T2G_LEX_PARTY ||
                    phrase->list == T2G_LEX_ORGANISATION;
        if ((kind == T2G_LOC && place) || (kind == T2G_ORG && body)) return phrase->entry;
    }
    return T2G_NONE;
}

static bool is_unlisted(const decision *d, uint32_t i)
{
    return d->phrases->first[i] == d->phrases->first[i + 1];
}

/* "Baltic Relay, based in Latvia", "Baltic Relay is based in Latvia". */
static bool is_based(const decision *d, uint32_t end)
{
    if (form_is(d, end, ",")) end++;
    if (form_is(d, end, "is") || form_is(d, end, "was")) end++;
    return form_is(d, end, "based") && form_is(d, end + 1, "in");
}

/* "The chair of Baltic Relay": what has an office, or a seat, is an organisation and no event or product; nor does a
 * person have a leader. */
static bool has_office(const decision *d, const verdict *m)
{
    static const char *const joints[] = {"of", "at", "for"};
    bool thing = m->kind == T2G_EVT || m->kind == T2G_WRK || m->kind == T2G_MSC;
    bool unknown = m->kind == T2G_PER && m->end == m->begin + 1 && is_unlisted(d, m->begin);
    if (!thing && !unknown) return false;
    if (thing && is_based(d, m->end)) return true;
    uint32_t i = m->begin - (m->begin > 0 && form_is(d, m->begin - 1, "the"));
    if (i < 2 || !IS_ONE_OF(d, i - 1, joints) || is_capital(d, i - 2)) return false;
    const t2g_phrase *role = t2g_phrases_longest(d->phrases, i - 2, T2G_LEX_ROLE);
    if (!role || role->end != i - 1) return false;
    bool head = role->key == T2G_KEY_HEAD || (unknown && role->key == T2G_KEY_STATE_HEAD);
    return head ? thing || form_is(d, i - 1, "of") : thing && role->key == T2G_KEY_MEMBER;
}

/* A capital that acts stands for its state: "Beijing believes", "talks with Tehran". */
static bool acts_as_state(const decision *d, const verdict *m)
{
    static const char *const before[] = {"with", "against", "between", "by"};
    static const char *const behind[] = {"has", "had", "will", "would", "wants", "wanted", "could", "should", "must", "did",
                                         "does", "may", "might", "also", "says", "believes", "hopes", "sees", "fears",
                                         "considers", "regards", "supports", "needs", "insists", "rejects"};
    if (m->begin > d->sentences->at[d->sentences->of[m->begin]].begin) {
        t2g_slice left = t2g_token_fold(d->tokens, m->begin - 1);
        for (size_t i = 0; i < sizeof before / sizeof *before; i++)
            if (t2g_slice_is(left, before[i])) return true;
        const t2g_token *t = &d->tokens->at[m->begin - 1];
        if (t->kind == T2G_TOKEN_WORD && !t2g_slice_is(left, "that") && !t2g_slice_is(left, "and") &&
            !t2g_slice_is(left, "but"))
            return false;
    }
    if (m->end >= d->tokens->len) return false;
    t2g_slice right = t2g_token_form(d->tokens, m->end);
    for (size_t i = 0; i < sizeof behind / sizeof *behind; i++)
        if (t2g_slice_is(right, behind[i])) return true;
    return t2g_phrases_longest(d->phrases, m->end, T2G_LEX_VERB) != NULL;
}

/* Beijing is a place, unless it acts. */
static void decide_seat(const decision *d, verdict *m)
{
    const t2g_phrase *phrase = t2g_phrases_longest(d->phrases, m->begin, T2G_LEX_COUNTRY);
    if (!phrase || phrase->key != T2G_KEY_CAPITAL || phrase->end != m->end || !acts_as_state(d, m)) return;
    m->kind = T2G_CTY;
    m->entry = phrase->entry;
}

/* A web name stands for its publisher: example.com, but no address of a page or person. */
static bool is_site(const decision *d, uint32_t token)
{
    if (d->tokens->at[token].kind != T2G_TOKEN_WEB) return false;
    t2g_slice form = t2g_token_form(d->tokens, token);
    bool dot = false;
    for (uint32_t i = 0; i < form.size; i++) {
        char c = form.bytes[i];
        if (c == '/' || c == '@' || c == '#' || c == ':') return false;
        dot = dot || (c == '.' && i > 0);
    }
    return dot;
}

/* what the model said, put right */

/* "armed forces", but not "forces" alone: "Afghan forces" are soldiers, not an army. */
static bool is_armed_forces(const decision *d, uint32_t end)
{
    return end >= 2 && form_is(d, end - 1, "forces") && t2g_slice_is(t2g_token_fold(d->tokens, end - 2), "armed");
}

/* "army", "foreign ministry", in lower case behind the state they belong to: the end of the name. */
static uint32_t institution_end(const decision *d, uint32_t begin)
{
    if (begin >= d->tokens->len || is_capital(d, begin)) return begin;
    const t2g_phrase *word = t2g_phrases_longest(d->phrases, begin, T2G_LEX_ORGWORD);
    if (!word) return begin;
    bool army = form_is(d, word->end - 1, "army") || form_is(d, word->end - 1, "navy") || is_armed_forces(d, word->end);
    bool seat = form_is(d, word->end - 1, "parliament");
    bool ministry = form_is(d, word->end - 1, "ministry") && word->end > begin + 1;
    bool goes_on = word->end < d->tokens->len && t2g_phrases_longest(d->phrases, word->end, T2G_LEX_ROLE);
    return (army || seat) && !goes_on ? word->end : ministry ? word->end : begin;
}

/* The second half of a Korean or Chinese given name in lower case: "Sung-ho", but not "Weber-led". */
static uint32_t given_half_end(const decision *d, uint32_t end)
{
    static const char *const suffixes[] = {"led", "based", "style", "backed", "born", "era", "like", "run", "owned", "made",
                                           "elect", "turned"};
    if (end + 1 >= d->tokens->len || !form_is(d, end, "-") || !is_glued(d, end) || !is_glued(d, end + 1)) return end;
    t2g_slice half = t2g_token_form(d->tokens, end + 1);
    bool low = d->tokens->at[end + 1].shape == T2G_SHAPE_LOWER && half.size >= 2 && half.size <= 5;
    return low && !IS_ONE_OF(d, end + 1, suffixes) ? end + 2 : end;
}

/* "Department of Food, Energy and Rural Affairs": where a name lists fields, its end behind "and"; else end. */
static uint32_t fields_end(const decision *d, uint32_t begin, uint32_t end)
{
    const t2g_phrase *opening = t2g_phrases_longest(d->phrases, begin, T2G_LEX_ORGWORD);
    uint32_t i = end, limit = d->sentences->at[d->sentences->of[begin]].end;
    if (!opening || opening->key != T2G_KEY_PREFIX || opening->end >= end) return end;
    while (i + 2 < limit && (form_is(d, i, ",") || (i > end && form_is(d, i, "and")))) {
        bool last = form_is(d, i, "and");
        const t2g_phrase *given = t2g_phrases_longest(d->phrases, i + 1, T2G_LEX_GIVEN);
        const t2g_phrase *another = t2g_phrases_longest(d->phrases, i + 1, T2G_LEX_ORGWORD);
        if (!is_capital(d, i + 1) || given || country_at(d, i + 1) || (another && another->key == T2G_KEY_PREFIX)) return end;
        for (i++; i < limit && is_capital(d, i);) i++;
        if (last) return i;
    }
    return end;
}

/* Where a person's name begins behind its title. */
static uint32_t untitled(const decision *d, uint32_t begin, uint32_t end)
{
    const t2g_phrase *title = t2g_phrases_longest(d->phrases, begin, T2G_LEX_TITLE);
    bool given = t2g_phrases_longest(d->phrases, begin, T2G_LEX_GIVEN) != NULL;
    return title && title->end < end && !given ? title->end : begin;
}

/* "Charlie Hebdo", "El Mundo": what looks like a person and is in the lists of newspapers, and as nothing else. */
static bool is_listed_outlet(const decision *d, const verdict *m)
{
    const t2g_phrase *outlet = t2g_phrases_longest(d->phrases, m->begin, T2G_LEX_OUTLET);
    return outlet && outlet->end == m->end && outlet->key == T2G_KEY_NAME && m->end > m->begin + 1;
}

static bool opens_sentence(const decision *d, uint32_t i)
{
    return i == d->sentences->at[d->sentences->of[i]].begin;
}

/* "Bank governor Anna Keller" opens a sentence: the capital says nothing, and the bank is one that was named before. */
static bool is_opening_noun(const decision *d, const verdict *m)
{
    if (m->kind != T2G_ORG || m->end != m->begin + 1 || !opens_sentence(d, m->begin)) return false;
    if (d->tokens->at[m->begin].shape != T2G_SHAPE_TITLE || m->end >= d->tokens->len || is_capital(d, m->end)) return false;
    const t2g_phrase *word = t2g_phrases_longest(d->phrases, m->begin, T2G_LEX_ORGWORD);
    return word && word->end == m->end && t2g_phrases_longest(d->phrases, m->end, T2G_LEX_ROLE);
}

/* Where the name begins behind what only describes it: "pro-Reform", "German NGO Lichtbund". */
static uint32_t undescribed(const decision *d, uint32_t begin, uint32_t end)
{
    static const char *const prefixes[] = {"pro", "anti", "ex", "non", "post"};
    static const char *const kinds[] = {"ngo", "newspaper", "magazine", "broadcaster", "daily", "weekly", "paper", "airline"};
    if (end > begin + 2 && IS_ONE_OF(d, begin, prefixes) && form_is(d, begin + 1, "-")) return begin + 2;
    const t2g_phrase *country = country_at(d, begin);
    uint32_t kind = country && country->end < end ? country->end : begin;
    bool is_kind = kind + 1 < end && IS_ONE_OF(d, kind, kinds) && (kind > begin || !is_capital(d, kind));
    return is_kind && is_capital(d, kind + 1) ? kind + 1 : begin;
}

/* "Gasline of Norway": the country is not part of the name, where nothing makes it an institution's. */
static uint32_t without_country(const decision *d, uint32_t begin, uint32_t end)
{
    if (end < begin + 3 || !form_is(d, begin + 1, "of")) return end;
    const t2g_phrase *country = country_at(d, begin + 2);
    return country && country->end == end && is_unlisted(d, begin) ? begin + 1 : end;
}

/* "Franco-German": two states, of which the second has its adjective. */
static uint32_t second_of_two_states(const decision *d, uint32_t begin, uint32_t end)
{
    static const char *const firsts[] = {"franco", "anglo", "sino", "russo", "indo", "greco", "italo", "austro", "serbo", "euro",
                                         "afro", "israeli", "american", "german", "turkish"};
    if (end < begin + 3 || !form_is(d, begin + 1, "-") || !IS_ONE_OF(d, begin, firsts)) return begin;
    const t2g_phrase *country = country_at(d, begin + 2);
    return country && country->end == end ? begin + 2 : begin;
}

/* "American forces", "Kurdish forces" as the model may have them: soldiers, not an army. */
static bool is_soldiers(const decision *d, uint32_t begin, uint32_t end)
{
    const t2g_phrase *country = country_at(d, begin);
    return form_is(d, end - 1, "forces") && !is_armed_forces(d, end) && country && country->end == end - 1;
}

static verdict decide(const decision *d, const t2g_name *name)
{
    verdict m = {name->begin, name->end, T2G_NONE, name->kind};
    m.begin = second_of_two_states(d, m.begin, m.end);
    if (m.begin > name->begin) m.kind = T2G_NAT;
    if (m.kind == T2G_ORG) m.begin = undescribed(d, m.begin, m.end);
    if (m.kind == T2G_ORG) m.end = without_country(d, m.begin, m.end);
    if (m.kind == T2G_ORG && is_soldiers(d, m.begin, m.end)) m = (verdict){m.begin, m.end - 1, T2G_NONE, T2G_NAT};
    if (m.end > m.begin + 1 && t2g_slice_is(t2g_token_fold(d->tokens, m.begin), "the")) m.begin++;
    const t2g_phrase *country = country_at(d, m.begin);
    /* "Guinea-Bissau" is no organisation; "Chelsea", "Jordan" may be. */
    bool is_country = country && country->end == m.end && m.kind != T2G_PER && (m.kind != T2G_ORG || m.end > m.begin + 1);
    if (is_country && !(m.kind == T2G_LOC && country->key == T2G_KEY_AMBIGUOUS)) {
        m.kind = state_kind(country);
        m.entry = country->entry;
        uint32_t end = institution_end(d, m.end);
        if (end > m.end) m = (verdict){m.begin, end, T2G_NONE, T2G_ORG};
        return m;
    }
    if (is_state(m.kind)) m.kind = T2G_LOC;
    if (m.kind == T2G_PER) m.begin = untitled(d, m.begin, m.end);
    bool surname = t2g_phrases_longest(d->phrases, m.begin, T2G_LEX_SURNAME) != NULL;
    if ((m.kind == T2G_PER || surname) && given_half_end(d, m.end) > m.end) m.kind = T2G_PER;
    if (m.kind == T2G_PER && m.end > m.begin + 1) m.end = given_half_end(d, m.end);
    if (m.kind == T2G_PER && m.end == m.begin + 1 && form_is(d, m.end, "administration")) {
        m.kind = T2G_ORG;
        m.end++;
    }
    if (m.kind == T2G_PER && is_listed_outlet(d, &m)) m.kind = T2G_ORG;
    if (m.kind == T2G_ORG) m.end = fields_end(d, m.begin, m.end);
    if (has_office(d, &m)) m.kind = T2G_ORG;
    t2g_span span = {m.begin, m.end};
    if (m.kind == T2G_ORG && t2g_is_lookalike(d->tokens, d->phrases, span)) m.kind = T2G_MSC;
    if (m.kind != T2G_PER && t2g_is_bare_office(d->phrases, span)) m.kind = NO_NAME;
    if (is_opening_noun(d, &m)) m.kind = NO_NAME;
    m.entry = entry_of(d, m.begin, m.end, m.kind);
    if (m.kind == T2G_LOC) decide_seat(d, &m);
    return m;
}

/* What the model did not see at all between two of its names: countries, sites, parties by their adjective. */
static verdict find_missed(const decision *d, uint32_t i, uint32_t limit)
{
    verdict m = {i, i + 1, T2G_NONE, NO_NAME};
    const t2g_phrase *longest = NULL;
    for (uint32_t p = d->phrases->first[i]; p < d->phrases->first[i + 1]; p++) {
        const t2g_phrase *phrase = &d->phrases->at[p];
        if (longest && phrase->end < longest->end) break;
        bool country = phrase->list == T2G_LEX_COUNTRY && phrase->key != T2G_KEY_AMBIGUOUS;
        bool partisan = phrase->list == T2G_LEX_PARTY && phrase->key == T2G_KEY_ADJECTIVE && is_capital(d, i);
        bool place = phrase->list == T2G_LEX_PLACE && phrase->end > i + 1;
        if (phrase->end > limit || !(country || partisan || place)) continue;
        if (!longest || country) longest = phrase;
    }
    if (longest) m.end = longest->end;
    if (longest && longest->list == T2G_LEX_PARTY) m.kind = T2G_ORG;
    else if (longest && longest->list == T2G_LEX_COUNTRY && longest->key == T2G_KEY_CAPITAL) decide_seat(d, &m);
    else if (longest && longest->list == T2G_LEX_COUNTRY) m.kind = state_kind(longest);
    else if (is_site(d, i)) m.kind = T2G_ORG;
    else if (d->sport == 2 && !longest && is_capital(d, i) && t2g_phrases_longest(d->phrases, i, T2G_LEX_PLACE)) m.kind = T2G_LOC;
    if (longest && m.kind != NO_NAME) m.entry = longest->entry;
    if (is_state(m.kind) && longest->key != T2G_KEY_CAPITAL) {
        uint32_t end = institution_end(d, m.end);
        if (end > m.end && end <= limit) m = (verdict){m.begin, end, T2G_NONE, T2G_ORG};
    }
    return m;
}

/* The "Jones" of "Anna Smith-Jones". */
static bool is_second_half(const decision *d, const verdict *m)
{
    if (!d->len || m->kind != T2G_PER || d->at[d->len - 1].kind != T2G_PER || d->at[d->len - 1].end + 1 != m->begin) return false;
    return form_is(d, m->begin - 1, "-") && is_glued(d, m->begin - 1) && is_glued(d, m->begin);
}

/* "Augsburg Eintracht Frankfurt" in a table of results: a name for each team.  A town alone is its team where the model
 * took it for a person, or, in a text of hardly anything but sport, where nothing says that it is a place. */
static bool add_teams(decision *d, const verdict *m)
{
    static const char *const places[] = {"in", "from", "near", "to", "of", "outside", "around"};
    if (!d->sport || m->kind == NO_NAME || is_state(m->kind)) return false;
    uint32_t teams = t2g_teams_in(d->phrases, (t2g_span){m->begin, m->end});
    bool is_place = m->begin > 0 && IS_ONE_OF(d, m->begin - 1, places);
    bool person = m->kind == T2G_PER && t2g_phrases_longest(d->phrases, m->begin, T2G_LEX_PLACE);
    bool town = m->kind == T2G_LOC && d->sport == 2 && !is_place;
    if (teams == 0 || (teams == 1 && !person && !town)) return false;
    for (uint32_t i = m->begin; i < m->end;) {
        const t2g_phrase *team = t2g_team_at(d->phrases, i, m->end);
        d->at[d->len++] = (verdict){i, team->end, team->entry, T2G_ORG};
        i = team->end;
    }
    return true;
}

/* The "Meulen" of "Pieter van der Meulen", where the model saw two persons. */
static bool is_behind_particles(const decision *d, const verdict *m)
{
    static const char *const particles[] = {"van", "von", "der", "den", "ter", "de", "la", "del", "da", "di", "dos", "bin", "ibn"};
    const verdict *before = d->len ? &d->at[d->len - 1] : NULL;
    if (!before || m->kind != T2G_PER || before->kind != T2G_PER) return false;
    if (m->begin == before->end || m->begin > before->end + 3) return false;
    for (uint32_t i = before->end; i < m->begin; i++)
        if (!IS_ONE_OF(d, i, particles) || is_capital(d, i)) return false;
    return true;
}

static void decide_all(decision *d, const t2g_names *names)
{
    uint32_t n = 0;
    for (uint32_t i = 0; i < d->tokens->len;) {
        while (n < names->len && names->at[n].begin < i) n++; /* its first words went to the name before */
        uint32_t limit = n < names->len ? names->at[n].begin : d->tokens->len;
        verdict m = i == limit ? decide(d, &names->at[n]) : find_missed(d, i, limit);
        if (m.kind != NO_NAME && !add_teams(d, &m)) {
            if (is_second_half(d, &m) || is_behind_particles(d, &m)) d->at[d->len - 1].end = m.end;
            else d->at[d->len++] = m;
        }
        i = m.end > i ? m.end : i + 1;
    }
}

/* the document */

/* Do the letters of an acronym begin words of the span, in order, the first letter the first word? */
static bool initials_match(const decision *d, uint32_t begin, uint32_t end, uint32_t acronym)
{
    t2g_slice letters = t2g_token_fold(d->tokens, acronym);
    uint32_t k = 0;
    for (uint32_t i = begin; i < end && k < letters.size; i++) {
        t2g_slice word = t2g_token_fold(d->tokens, i);
        if (word.size && word.bytes[0] == letters.bytes[k]) k++;
        else if (i == begin) return false;
        while (k < letters.size && letters.bytes[k] == '.') k++;
    }
    return k == letters.size || (k + 1 == letters.size && k >= 2);
}

/* "Name (ACRONYM)": both are of one kind; an acronym of lower-case words is no name. */
static void learn_acronym(decision *d, uint32_t c)
{
    const verdict *acronym = &d->at[c];
    uint32_t open = acronym->begin - 1, fold = fold_at(d, acronym->begin);
    verdict *before = c > 0 ? &d->at[c - 1] : NULL;
    if (before && before->end == open) {
        bool match = initials_match(d, before->begin, before->end, acronym->begin);
        bool lookalike = t2g_is_lookalike(d->tokens, d->phrases, (t2g_span){before->begin, before->end});
        if (match && before->end > before->begin + 1 && !is_state(before->kind)) before->kind = lookalike ? T2G_MSC : T2G_ORG;
        if (before->kind == T2G_ORG || (match && lookalike)) d->known.alone[fold] = before->kind + 1;
        return;
    }
    uint32_t letters = t2g_token_fold(d->tokens, acronym->begin).size;
    for (uint32_t begin = open > letters ? open - letters : 0; begin < open; begin++)
        if (initials_match(d, begin, open, acronym->begin)) d->known.alone[fold] = T2G_MSC + 1;
}

static bool is_acronym(const decision *d, const verdict *m)
{
    return m->end == m->begin + 1 && d->tokens->at[m->begin].shape == T2G_SHAPE_CAPS;
}

/* "A Quorvex spokesman": by an office right behind it, in small letters, a word is an organisation's name. */
static bool has_spokesman(const decision *d, const verdict *m)
{
    if (m->end >= d->tokens->len || is_capital(d, m->end)) return false;
    const t2g_phrase *role = t2g_phrases_longest(d->phrases, m->end, T2G_LEX_ROLE);
    return role && role->key == T2G_KEY_MEMBER;
}

/* "Institute for Tide Research in Berlin (FEST)": letters of another tongue, in brackets behind the name or its seat. */
static void learn_foreign_acronym(decision *d, const verdict *m)
{
    uint32_t i = m->end, len = d->tokens->len;
    if (m->end == m->begin + 1) return;
    if (i + 1 < len && form_is(d, i, "in") && is_capital(d, i + 1)) i += 2;
    if (i + 2 >= len || !form_is(d, i, "(") || !form_is(d, i + 2, ")")) return;
    const t2g_token *acronym = &d->tokens->at[i + 1];
    bool long_enough = t2g_token_form(d->tokens, i + 1).size >= 3;
    if (acronym->shape != T2G_SHAPE_CAPS || !long_enough || !is_unlisted(d, i + 1) || d->known.alone[acronym->fold]) return;
    d->known.caps[acronym->fold] = 1;
    d->known.alone[acronym->fold] = T2G_ORG + 1;
}

static void learn(decision *d)
{
    for (uint32_t i = 0; i < d->tokens->len; i++)
        if (!is_capital(d, i)) d->known.small[fold_at(d, i)] = 1;
    for (uint32_t c = 0; c < d->len; c++) {
        const verdict *m = &d->at[c];
        if (m->kind == T2G_ORG) learn_foreign_acronym(d, m);
        if (is_acronym(d, m) && m->begin > 0 && form_is(d, m->begin - 1, "(") && form_is(d, m->end, ")")) learn_acronym(d, c);
        uint32_t words = m->end - m->begin;
        if (m->kind == T2G_ORG && words > 1 && is_capital(d, m->begin)) d->known.org[fold_at(d, m->begin)] = 1;
        if (m->kind == T2G_ORG && is_acronym(d, m)) d->known.caps[fold_at(d, m->begin)] = 1;
        if (m->kind == T2G_ORG && words == 1 && has_spokesman(d, m)) d->known.alone[fold_at(d, m->begin)] = T2G_ORG + 1;
        if (m->kind == T2G_PER && words > 1) d->known.person[fold_at(d, head_of(d, m->begin, m->end, T2G_PER))] = 1;
    }
}

/* "in May", "May 5": a month or day, whoever else bears its name. */
static bool is_date(const decision *d, uint32_t i)
{
    static const char *const before[] = {"in", "since", "until", "last", "next", "early", "late", "this", "by", "mid", "on"};
    const t2g_phrase *date = t2g_phrases_longest(d->phrases, i, T2G_LEX_NOTNAME);
    if (!date || date->key != T2G_KEY_DATE) return false;
    if (i + 1 < d->tokens->len && d->tokens->at[i + 1].kind == T2G_TOKEN_NUMBER) return true;
    return i > 0 && (d->tokens->at[i - 1].kind == T2G_TOKEN_NUMBER || IS_ONE_OF(d, i - 1, before));
}

/* A last name that the document has in full elsewhere, where the model saw nothing. */
static bool is_known_person(const decision *d, uint32_t i)
{
    uint32_t fold = fold_at(d, i);
    if (!d->known.person[fold] || d->known.small[fold] || !is_capital(d, i) || is_date(d, i)) return false;
    return !(i > 0 && is_glued(d, i)) && !(form_is(d, i + 1, "-") && is_glued(d, i + 1));
}

/* "Verdant", where the document has a Verdant Party: inside a sentence, with no other capital beside it. */
static bool is_known_organisation(const decision *d, uint32_t i)
{
    uint32_t fold = fold_at(d, i), begin = d->sentences->at[d->sentences->of[i]].begin;
    if (!d->known.org[fold] || !is_unlisted(d, i) || d->known.small[fold] || !is_capital(d, i) || i == begin) return false;
    if (is_capital(d, i - 1) || is_glued(d, i) || d->tokens->at[i - 1].kind != T2G_TOKEN_WORD) return false;
    return i + 1 >= d->tokens->len || !(is_capital(d, i + 1) || form_is(d, i + 1, "-"));
}

/* "KW", where the model took it for an organisation elsewhere, or where it stands in brackets behind one. */
static bool is_known_acronym(const decision *d, uint32_t i)
{
    uint32_t fold = fold_at(d, i);
    return d->known.caps[fold] && !d->known.small[fold] && d->tokens->at[i].shape == T2G_SHAPE_CAPS && is_unlisted(d, i) &&
           (!is_glued(d, i) || form_is(d, i - 1, "(")) && !form_is(d, i + 1, "-");
}

/* What the document's mentions of one name say together. */
typedef struct ballot {
    uint32_t first;                         /* verdict + 1; 0: empty                      */
    uint32_t persons, organisations;        /* mentions that the model took for them      */
    uint32_t offices;                       /* mentions with an office right behind       */
} ballot;

static bool is_same_name(const decision *d, const verdict *a, const verdict *b)
{
    if (a->end - a->begin != b->end - b->begin) return false;
    for (uint32_t k = 0; k < a->end - a->begin; k++)
        if (fold_at(d, a->begin + k) != fold_at(d, b->begin + k)) return false;
    return true;
}

/* The ballot of a name; slots is a power of two above the number of names. */
static ballot *ballot_of(const decision *d, ballot *ballots, uint32_t slots, uint32_t c)
{
    const verdict *m = &d->at[c];
    uint32_t hash = 2166136261u;
    for (uint32_t i = m->begin; i < m->end; i++) hash = (hash ^ fold_at(d, i)) * 16777619u;
    uint32_t i = (hash ^ hash >> 15) & (slots - 1);
    while (ballots[i].first && !is_same_name(d, &d->at[ballots[i].first - 1], m)) i = (i + 1) & (slots - 1);
    if (!ballots[i].first) ballots[i].first = c + 1;
    return &ballots[i];
}

/* "Helios Dynamics chairman". */
static bool has_office_behind(const decision *d, const verdict *m)
{
    if (m->end >= d->tokens->len || is_capital(d, m->end)) return false;
    const t2g_phrase *role = t2g_phrases_longest(d->phrases, m->end, T2G_LEX_ROLE);
    return role && (role->key == T2G_KEY_HEAD || role->key == T2G_KEY_MEMBER);
}

/* A name of two words or more that is a person here and an organisation there, and somewhere has an office, is
 * an organisation everywhere. */
static bool vote(decision *d, t2g_arena *scratch)
{
    uint32_t slots = 4;
    while (slots < 2 * d->len) slots *= 2;
    ballot *ballots = t2g_arena_zalloc(scratch, slots, sizeof *ballots);
    if (!ballots) return false;
    for (int counted = 0; counted < 2; counted++)
        for (uint32_t c = 0; c < d->len; c++) {
            verdict *m = &d->at[c];
            if (m->end < m->begin + 2 || (m->kind != T2G_PER && m->kind != T2G_ORG)) continue;
            ballot *b = ballot_of(d, ballots, slots, c);
            if (counted) {
                if (b->persons && b->organisations && b->offices) m->kind = T2G_ORG;
            } else {
                b->persons += m->kind == T2G_PER;
                b->organisations += m->kind == T2G_ORG;
                b->offices += has_office_behind(d, m);
            }
        }
    return true;
}

/* the layer */

static void add(t2g_mentions *mentions, const decision *d, verdict m, uint32_t outer)
{
    mentions->at[mentions->len] = (t2g_mention){m.begin, m.end, head_of(d, m.begin, m.end, m.kind), m.entry, outer, m.kind};
    for (uint32_t i = m.begin; i < m.end; i++) mentions->of[i] = mentions->len;
    mentions->len++;
}

/* A mention and, inside an organisation's name, the countries it names. */
static void add_nested(t2g_mentions *mentions, const decision *d, verdict m)
{
    uint32_t outer = mentions->len;
    uint32_t fold = fold_at(d, m.begin);
    if (m.end == m.begin + 1 && d->known.alone[fold] && !is_state(m.kind) && !d->known.person[fold])
        m.kind = (uint8_t)(d->known.alone[fold] - 1);
    else if (m.end == m.begin + 1 && m.kind == T2G_PER && d->known.org[fold] && !d->known.person[fold] && is_unlisted(d, m.begin))
        m.kind = T2G_ORG;
    add(mentions, d, m, T2G_NONE);
    if (m.kind != T2G_ORG || m.end == m.begin + 1) return;
    for (uint32_t i = m.begin; i < m.end;) {
        const t2g_phrase *country = country_at(d, i);
        if (country && country->end <= m.end) {
            add(mentions, d, (verdict){i, country->end, country->entry, state_kind(country)}, outer);
            i = country->end;
        } else {
            i++;
        }
    }
}

static void add_all(t2g_mentions *mentions, const decision *d)
{
    uint32_t c = 0;
    for (uint32_t i = 0; i < d->tokens->len;) {
        if (c < d->len && d->at[c].begin == i) {
            add_nested(mentions, d, d->at[c]);
            i = d->at[c++].end;
            continue;
        }
        verdict m = {i, i + 1, T2G_NONE, T2G_ORG};
        if (is_known_person(d, i)) m.kind = T2G_PER;
        else if (!is_known_organisation(d, i) && !is_known_acronym(d, i)) m.kind = NO_NAME;
        if (m.kind != NO_NAME) add(mentions, d, m, T2G_NONE);
        i++;
    }
}

t2g_result t2g_mentions_build(t2g_mentions *mentions, t2g_arena *arena, const t2g_lexicon *lexicon,
                              const t2g_text *text, const t2g_tokens *tokens, const t2g_sentences *sentences,
                              const t2g_phrases *phrases, const t2g_names *names, t2g_error *error)
{
    (void)lexicon;
    (void)text;
    t2g_arena scratch;
    size_t len = tokens->len, forms = (size_t)tokens->forms.len + 1;
    t2g_arena_init(&scratch);
    decision d = {.tokens = tokens, .sentences = sentences, .phrases = phrases, .at = T2G_ARRAY(&scratch, verdict, len + 1),
                  .known = {.person = t2g_arena_zalloc(&scratch, forms, 1),
                            .small = t2g_arena_zalloc(&scratch, forms, 1),
                            .org = t2g_arena_zalloc(&scratch, forms, 1),
                            .caps = t2g_arena_zalloc(&scratch, forms, 1),
                            .alone = t2g_arena_zalloc(&scratch, forms, 1)}};
    /* A token begins at most one name and one country inside it. */
    *mentions = (t2g_mentions){.at = T2G_ARRAY(arena, t2g_mention, 2 * len + 1), .of = T2G_ARRAY(arena, uint32_t, len + 1)};
    bool ok = d.at && d.known.person && d.known.small && d.known.org && d.known.caps && d.known.alone && mentions->at &&
              mentions->of;
    if (ok) {
        d.sport = t2g_sport_of(phrases, tokens->len);
        for (uint32_t i = 0; i < tokens->len; i++) mentions->of[i] = T2G_NONE;
        decide_all(&d, names);
        ok = vote(&d, &scratch);
    }
    if (ok) {
        learn(&d);
        add_all(mentions, &d);
    }
    t2g_arena_free(&scratch);
    return ok ? T2G_OK : t2g_error_nomem(error);
}

const char *t2g_mention_kind_name(t2g_mention_kind kind)
{
    static const char *const names[T2G_MENTION_KINDS] = {"PER", "ORG", "CTY", "NAT", "LOC", "EVT", "WRK", "MSC"};
    return names[kind];
}

void t2g_mentions_dump(const t2g_mentions *mentions, const t2g_text *text, const t2g_tokens *tokens, FILE *out)
{
    for (uint32_t m = 0; m < mentions->len; m++) {
        const t2g_mention *mention = &mentions->at[m];
        if (mention->kind == T2G_MSC) continue;
        t2g_span span = {tokens->at[mention->begin].begin, tokens->at[mention->end - 1].end};
        t2g_slice name = t2g_tokens_bytes(tokens, text, (t2g_span){mention->begin, mention->end});
        fputs(mention->outer == T2G_NONE ? "" : "  ", out);
        t2g_text_print_range(text, span, out);
        fprintf(out, " %s ", t2g_mention_kind_name(mention->kind));
        for (uint32_t i = 0; i < name.size; i++) fputc(name.bytes[i] == '\n' ? ' ' : name.bytes[i], out);
        fputc('\n', out);
    }
}
