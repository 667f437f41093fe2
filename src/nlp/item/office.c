/* SPDX-License-Identifier: MIT */
#include "nlp/item/office.h"

#include "base/utf8.h"
#include "nlp/item/listing.h"
#include "nlp/item/orgkind.h"
#include "nlp/item/rolesense.h"

/* How far a role phrase may reach; measured on news: longer ones are parsing slips. */
enum { LEFT_ITEMS = 9, LEFT_WORDS = 3, RIGHT_ITEMS = 14, RIGHT_WORDS = 5 };

typedef struct parser {
    const t2g_layers *layers;
    t2g_row *row;
    t2g_offices *offices;
    uint32_t begin, end; /* items of the sentence   */
    uint32_t floor;      /* end of the group before */
} parser;

static const t2g_item *item(const parser *p, uint32_t i)
{
    return &p->row->at[i];
}

static bool is(const parser *p, uint32_t i, const char *fold)
{
    return i < p->end && t2g_item_is(p->layers, item(p, i), fold);
}

static bool is_hyphen(const parser *p, uint32_t i)
{
    return item(p, i)->kind == T2G_ITEM_PUNCT && (is(p, i, "-") || is(p, i, "–"));
}

/* May an open word stand between an owner and the role: "rotating", "opposition"? */
static bool is_modifier(const parser *p, uint32_t i)
{
    const t2g_item *w = item(p, i);
    return w->kind == T2G_ITEM_WORD && !(w->classes & T2G_CLASS_FUNCTION) && !(w->flags & T2G_ITEM_GENITIVE);
}

static bool ends_in(t2g_slice word, const char *ending)
{
    uint32_t size = (uint32_t)strlen(ending);
    return word.size > size && memcmp(word.bytes + word.size - size, ending, size) == 0;
}

/* Likely a verb and not a modifier: "met", "urged", "expects".  Without tags the ending decides. */
static bool looks_like_verb(const parser *p, uint32_t i)
{
    t2g_slice word = t2g_token_fold(p->layers->tokens, item(p, i)->begin);
    return ends_in(word, "ed") || (ends_in(word, "s") && !ends_in(word, "ss") && !ends_in(word, "ns")) || t2g_slice_is(word, "met");
}

static bool is_capital(const parser *p, uint32_t i)
{
    uint8_t shape = p->layers->tokens->at[item(p, i)->begin].shape;
    return shape == T2G_SHAPE_TITLE && !looks_like_verb(p, i);
}

static bool is_owner(const t2g_item *w)
{
    return w->kind == T2G_ITEM_ENTITY && (w->type != T2G_PERSON);
}

static void add_owner(t2g_office *office, uint32_t i)
{
    if (office->owners < T2G_OFFICE_OWNERS) office->owner[office->owners++] = i;
}

static void set_status(t2g_office *office, uint8_t key)
{
    if (office->status != T2G_STATUS_CURRENT) return; /* what stands nearest to the role counts */
    if (key == T2G_KEY_FORMER) office->status = T2G_STATUS_FORMER;
    else if (key == T2G_KEY_ACTING) office->status = T2G_STATUS_ACTING;
    else if (key == T2G_KEY_ELECT) office->status = T2G_STATUS_ELECT;
}

static bool has_word(t2g_slice words, const char *word)
{
    uint32_t size = (uint32_t)strlen(word);
    for (uint32_t i = 0; i + size <= words.size; i++)
        if (memcmp(words.bytes + i, word, size) == 0) return true;
    return false;
}

/* The codes among the words, two capitals each: "IE" of the taoiseach, "DE AT" of a chancellor. */
static t2g_slice codes_in(t2g_slice words)
{
    uint32_t begin = 0, end = words.size;
    while (begin < end && !t2g_is_upper((unsigned char)words.bytes[begin])) begin++;
    while (end > begin && !t2g_is_upper((unsigned char)words.bytes[end - 1])) end--;
    return end > begin ? (t2g_slice){words.bytes + begin, end - begin} : (t2g_slice){NULL, 0};
}

/* The role noun alone, as the list describes it. */
static t2g_office role_at(const parser *p, uint32_t i)
{
    const t2g_item *role = item(p, i);
    t2g_lex_entry entry = t2g_lexicon_entry(p->layers->lexicon, role->entry);
    t2g_office office = {.role = {role->begin, role->end}, .field = entry.value, .key = role->key};
    if (has_word(entry.more, "plural")) office.flags |= T2G_OFFICE_PLURAL;
    if (has_word(entry.more, "beside")) office.flags |= T2G_OFFICE_BESIDE;
    if (has_word(entry.more, "state")) office.flags |= T2G_OFFICE_STATE;
    if (has_word(entry.more, "title")) office.flags |= T2G_OFFICE_TITLE;
    if (has_word(entry.more, "press")) office.flags |= T2G_OFFICE_PRESS;
    if (has_word(entry.more, "public")) office.flags |= T2G_OFFICE_PUBLIC;
    if (has_word(entry.more, "anybody")) office.flags |= T2G_OFFICE_ANYBODY;
    if (has_word(entry.more, "former")) office.status = T2G_STATUS_FORMER;
    office.home = codes_in(entry.more);
    if (role->key == T2G_KEY_DEPUTY) office.flags |= T2G_OFFICE_DEPUTY;
    return office;
}

static bool means_deputy(const parser *p, uint32_t i)
{
    return is(p, i, "deputy") || is(p, i, "vice") || is(p, i, "assistant") || is(p, i, "deputies");
}

/* The item that opens the brackets closed by item i, or i. */
static uint32_t before_brackets(const parser *p, uint32_t i, uint32_t floor)
{
    enum { LONGEST = 4 };
    for (uint32_t j = i; j > floor && i - j < LONGEST; j--)
        if (item(p, j - 1)->flags & T2G_ITEM_OPENS) return j - 1;
    return i;
}

/* "the nation's leader", "the society's president": whose office it is, where a common noun says so. */
static void note_noun(const parser *p, uint32_t i, t2g_office *office)
{
    static const char *const states[] = {"nation", "country", "state", "republic", "kingdom", "island", "emirate"};
    if (item(p, i)->kind != T2G_ITEM_WORD || item(p, i)->classes || is_capital(p, i)) return;
    for (size_t s = 0; s < sizeof states / sizeof *states; s++)
        if (is(p, i, states[s])) office->flags |= T2G_OFFICE_NATION;
    if (!(office->flags & T2G_OFFICE_NATION)) office->flags |= T2G_OFFICE_OTHERS;
}

/* "provincial minister", "French far-right leader": of a part of a state, or of some in it. */
static bool means_part(const parser *p, uint32_t i)
{
    static const char *const parts[] = {
        "provincial", "regional", "local", "municipal", "county", "cantonal", "opposition", "rebel", "separatist", "right", "left",
        "football", "union", "student", "tribal", "religious", "spiritual", "guerrilla", "militia", "business", "community",
        "protest", "orthodox", "catholic", "protestant", "muslim", "sunni", "shiite", "shia", "jewish",
    };
    for (size_t w = 0; w < sizeof parts / sizeof *parts; w++)
        if (is(p, i, parts[w])) return true;
    return false;
}

/* "the party's parliamentary leader" leads a part of it; but a parliamentary speaker or president, the parliament. */
static bool leads_part(const parser *p, uint32_t i, uint32_t role)
{
    static const char *const parts[] = {"parliamentary", "caucus", "floor", "congressional", "factional"};
    t2g_slice last = t2g_token_fold(p->layers->tokens, item(p, role)->end - 1);
    if (t2g_slice_is(last, "speaker") || t2g_slice_is(last, "president")) return false;
    for (size_t w = 0; w < sizeof parts / sizeof *parts; w++)
        if (is(p, i, parts[w])) return true;
    return false;
}

/* "US-born Finance Minister": where somebody is from is not whom he serves. */
static bool is_origin(const parser *p, uint32_t i, uint32_t role)
{
    static const char *const words[] = {"born", "trained", "educated", "based", "backed", "led", "installed", "friendly"};
    if (i + 2 >= role || !is_hyphen(p, i + 1)) return false;
    for (size_t w = 0; w < sizeof words / sizeof *words; w++)
        if (is(p, i + 2, words[w])) return true;
    return false;
}

/* What stands before a role noun at item role; returns where the phrase begins. */
static uint32_t parse_left(const parser *p, uint32_t role, uint32_t floor, t2g_office *office)
{
    uint32_t begin = role, words = 0;
    bool genitive = false, suspect = false;
    for (uint32_t i = role; i > floor && role - i < LEFT_ITEMS;) {
        const t2g_item *w = item(p, --i);
        if (w->flags & T2G_ITEM_SKIPPED && !w->classes) continue;
        if (w->flags & T2G_ITEM_CLOSES) {
            uint32_t opens = before_brackets(p, i, floor);
            if (opens == i || opens == floor || !(item(p, opens - 1)->flags & T2G_ITEM_GENITIVE)) break;
            i = opens; /* "the Internet Society's (InternetNZ) director" */
            continue;
        }
        if (w->kind == T2G_ITEM_STATUS) {
            if ((words == 0 || !suspect) && !(w->key == T2G_KEY_ELECT && t2g_role_is_seeker(p->layers, office->role)))
                set_status(office, w->key);
            if (words == 0 || !suspect) begin = i;
        } else if (means_deputy(p, i)) {
            office->flags |= T2G_OFFICE_DEPUTY, begin = i;
        } else if (w->flags & T2G_ITEM_GENITIVE && w->kind != T2G_ITEM_ENTITY) {
            genitive = true, begin = i;
            if (i > floor) note_noun(p, i - 1, office);
        } else if (is_owner(w)) {
            bool demonym = w->flags & T2G_ITEM_DEMONYM;
            if (w->flags & T2G_ITEM_REFERENCE && !(w->flags & T2G_ITEM_GENITIVE)) break;
            if (suspect && !(genitive || w->flags & T2G_ITEM_GENITIVE)) break;
            if (words > (demonym ? 2u : 1u) && !genitive) break;
            if (is_origin(p, i, role)) continue;
            add_owner(office, i), begin = i, genitive = false;
            words = 0, suspect = false;
        } else if (w->kind == T2G_ITEM_ROLE && genitive) {
            genitive = false; /* "the UN secretary general's envoy" */
        } else if (w->kind == T2G_ITEM_NAME) {
            if (suspect && !genitive) break;
            if (office->owners == 0) office->flags |= T2G_OFFICE_CLOSED;
            if (means_part(p, i)) office->flags |= T2G_OFFICE_OTHERS;
            begin = i, genitive = false;
        } else if (w->kind == T2G_ITEM_ENTITY) {
            if (w->flags & T2G_ITEM_GENITIVE && office->owners == 0) office->flags |= T2G_OFFICE_CLOSED;
            break;
        } else if (is_hyphen(p, i) || w->classes == T2G_CLASS_ADVERB) {
            continue;
        } else if (is_modifier(p, i) && words < LEFT_WORDS) {
            words += !is_capital(p, i); /* "the UN Emergency Relief Coordinator": part of the title */
            suspect |= looks_like_verb(p, i);
            if (leads_part(p, i, role)) office->flags |= T2G_OFFICE_INSIDE;
            if (means_part(p, i)) office->flags |= T2G_OFFICE_OTHERS;
        } else if (!(w->classes & T2G_CLASS_DETERMINER && genitive)) {
            break;
        }
    }
    return begin;
}

/* "professor of law at the University of X" */
static bool leads_further(const parser *p, uint32_t i)
{
    return is(p, i, "of") || is(p, i, "at") || is(p, i, "for") || is(p, i, "with") || is(p, i, "in");
}

/* May this preposition lead from the role to its owner? */
static bool leads_to_owner(const parser *p, uint32_t i)
{
    return leads_further(p, i) || is(p, i, "from");
}

/* "director of the secretariat of X": heads a part of X only. */
static bool is_part(const parser *p, uint32_t i)
{
    static const char *const wholes[] = {"country", "nation", "republic", "state", "kingdom", "group", "party", "board",
                                         "government", "organisation", "organization", "company", "agency", "ministry",
                                         "association", "directors"};
    for (size_t w = 0; w < sizeof wholes / sizeof *wholes; w++)
        if (is(p, i, wholes[w])) return false;
    return true;
}

/* A noun phrase behind a role's preposition, as far as it is read. */
typedef struct owner_phrase {
    uint32_t organisation, country; /* items, or T2G_NONE: the last of each                              */
    uint32_t words;                         /* open ones since the preposition or the last owner          */
    uint32_t end;                           /* of what surely belongs to it                               */
    uint32_t limit;
    bool place;                             /* "in": a country is no owner                                */
} owner_phrase;

static uint32_t past_determiners(const parser *p, uint32_t i, uint32_t limit)
{
    while (i < limit && item(p, i)->classes & T2G_CLASS_DETERMINER) i++;
    return i;
}

static bool is_organisation(const parser *p, uint32_t i, uint32_t limit)
{
    return i < limit && is_owner(item(p, i)) && item(p, i)->type == T2G_ORGANISATION;
}

/* An organisation at item i, and perhaps those that it is joined to; returns the last item read. */
static uint32_t read_organisation(const parser *p, uint32_t i, owner_phrase *o, t2g_office *office)
{
    for (uint32_t next; (next = t2g_list_next(p->layers, p->row, i, p->end)) != T2G_NONE; i = next) add_owner(office, i);
    o->organisation = i, o->end = i + 1, o->words = 0;
    return i;
}

/* "an analyst at a think tank, the Brookings Institution", "leader of the gay rights group, Arcigay, X": the name behind
 * the comma is what the words before it describe. */
static uint32_t past_description(const parser *p, uint32_t i, const owner_phrase *o)
{
    if (o->organisation != T2G_NONE || o->words == 0 || !is(p, i, ",")) return i;
    uint32_t next = past_determiners(p, i + 1, o->limit), behind = next + 1;
    if (!is_organisation(p, next, o->limit) || item(p, next)->flags & (T2G_ITEM_REFERENCE | T2G_ITEM_GENITIVE)) return i;
    bool noun = t2g_orgkind_of_noun(t2g_token_fold(p->layers->tokens, item(p, i)->begin - 1)) || is(p, i - 1, "tank");
    bool closed = behind >= p->end || item(p, behind)->kind == T2G_ITEM_PUNCT || is(p, behind, "and") || is(p, behind, "in");
    return closed && noun ? next : i;
}

/* "the director of X in Munich, Y": where it is, is no owner, but belongs to the phrase. */
static bool is_site(const parser *p, uint32_t i, const owner_phrase *o)
{
    if (o->organisation == T2G_NONE || i + 1 >= o->limit || !(is(p, i, "in") || is(p, i, "for"))) return false;
    const t2g_item *site = item(p, i + 1);
    bool country = is_owner(site) && site->type == T2G_COUNTRY && !(site->flags & (T2G_ITEM_GENITIVE | T2G_ITEM_DEMONYM));
    return country || site->kind == T2G_ITEM_NAME;
}

/* Reads item *i, or several; false where the phrase ends. */
static bool read_owner(const parser *p, uint32_t *i, owner_phrase *o, t2g_office *office)
{
    const t2g_item *w = item(p, *i);
    bool found = o->organisation != T2G_NONE;
    if (w->flags & T2G_ITEM_SKIPPED && !(found && w->classes & T2G_CLASS_ADVERB)) return true;
    if (w->flags & T2G_ITEM_GENITIVE && w->kind != T2G_ITEM_ENTITY) return true;
    if (is_organisation(p, *i, o->limit)) {
        *i = read_organisation(p, *i, o, office);
    } else if (is_owner(w)) {
        if (found && !(w->flags & T2G_ITEM_GENITIVE)) return false;
        if (!o->place) o->country = *i;
        o->end = *i + 1;
    } else if (w->kind == T2G_ITEM_ENTITY) {
        return w->flags & T2G_ITEM_GENITIVE;
    } else if (w->kind == T2G_ITEM_NAME) {
        if (found) return false;
        o->end = *i + 1, o->words++;
    } else if ((is_modifier(p, *i) || w->kind == T2G_ITEM_STATUS || is_hyphen(p, *i)) && o->words < RIGHT_WORDS) {
        o->words++;
    } else if (w->kind == T2G_ITEM_ROLE && !found && o->words < RIGHT_WORDS) {
        o->words++;
    } else if (is_site(p, *i, o)) {
        o->end = ++*i + 1;
    } else if (is(p, *i, "and") && !found && o->words > 0 && o->words < RIGHT_WORDS && *i + 1 < o->limit &&
               is_modifier(p, *i + 1)) {
        o->words++; /* "director of marketing and economics at X" */
    } else if (found && is(p, *i, "at") && office->key == T2G_KEY_MEMBER && office->owners + 1 < T2G_OFFICE_OWNERS) {
        add_owner(office, o->organisation); /* "a fellow of X at Y" */
    } else if (leads_further(p, *i) && !found && o->words > 0) {
        if (is_part(p, *i - 1)) office->flags |= T2G_OFFICE_INSIDE;
        o->words = 0;
    } else {
        uint32_t named = past_description(p, *i, o);
        if (named == *i) return false;
        *i = read_organisation(p, named, o, office);
    }
    return true;
}

/* Whom the phrase names: an organisation before a country.  "of X's cash section" is inside X, "of the company's board" is the
 * company. */
static uint32_t owner_of(const parser *p, const owner_phrase *o, t2g_office *office)
{
    uint32_t owner = o->organisation != T2G_NONE ? o->organisation : o->country;
    if (owner == T2G_NONE) return owner;
    const t2g_item *w = item(p, owner);
    if (owner == o->country) return w->flags & (T2G_ITEM_DEMONYM | T2G_ITEM_GENITIVE) ? T2G_NONE : owner;
    bool noun = w->flags & T2G_ITEM_REFERENCE && w->end - w->begin > 1;
    if (w->flags & T2G_ITEM_GENITIVE && !noun) office->flags |= T2G_OFFICE_INSIDE;
    return owner;
}

/* Common nouns, adjectives before them, and nothing else: not "last Friday". */
static bool are_nouns(const parser *p, uint32_t begin, uint32_t end)
{
    for (uint32_t i = begin; i < end; i++) {
        uint8_t pos = p->layers->tags->pos[item(p, i)->begin];
        bool lower = p->layers->tokens->at[item(p, i)->begin].shape == T2G_SHAPE_LOWER;
        bool noun = pos == T2G_POS_NOUN || (pos == T2G_POS_ADJ && i + 1 < end && lower);
        if (!is_modifier(p, i) || !noun || is(p, i, "last") || is(p, i, "next")) return false;
    }
    return end > begin;
}

/* "the US special representative for Iraq": whom he is sent to is not whom he serves. */
static bool is_sent(const parser *p, uint32_t i, const t2g_office *office, uint32_t owner)
{
    static const char *const sent[] = {"representative", "envoy", "coordinator", "negotiator", "rapporteur", "ambassador", "advisor", "adviser"};
    if (!is(p, i, "for") || owner == T2G_NONE || item(p, owner)->type != T2G_COUNTRY) return false;
    t2g_slice role = t2g_token_fold(p->layers->tokens, office->role.end - 1);
    for (size_t w = 0; w < sizeof sent / sizeof *sent; w++)
        if (t2g_slice_is(role, sent[w])) return true;
    return false;
}

/* "of the UK intelligence agency GCHQ": the owners in the noun phrase behind the
 * preposition at item i; returns where the phrase ends. */
static uint32_t parse_right(const parser *p, uint32_t i, t2g_office *office)
{
    /* "minister in London", "for trade", "senator from Ohio": whose is left open. */
    uint32_t preposition = i;
    bool place = is(p, i, "in"), open = is(p, i, "for") || is(p, i, "from");
    owner_phrase o = {.organisation = T2G_NONE, .country = T2G_NONE, .end = i, .place = place,
                      .limit = i + RIGHT_ITEMS < p->end ? i + RIGHT_ITEMS : p->end};
    for (i++; i < o.limit && read_owner(p, &i, &o, office);) i++;
    uint32_t owner = owner_of(p, &o, office);
    if (o.place && owner != T2G_NONE) office->flags |= T2G_OFFICE_INSIDE;
    bool sent = is_sent(p, preposition, office, owner);
    if (owner != T2G_NONE && !sent) add_owner(office, owner);
    else if (!place && !open) office->flags |= T2G_OFFICE_CLOSED;
    bool described = owner != T2G_NONE && is(p, i, ",") && are_nouns(p, o.end, i); /* "head of the X media group, Y" */
    uint32_t noun = described ? item(p, i)->begin - 1 : T2G_NONE; /* "of the X expedition, Y" */
    bool part = described && !t2g_orgkind_of_noun(t2g_token_fold(p->layers->tokens, noun));
    if (part) office->flags |= T2G_OFFICE_INSIDE;
    return (owner == T2G_NONE || described) && i > o.end ? i : o.end;
}

/* "ambassador to the United Nations": where he is sent is not whom he serves. */
static uint32_t past_destination(const parser *p, uint32_t i)
{
    uint32_t end = i++;
    while (i < p->end && item(p, i)->flags & T2G_ITEM_SKIPPED) i++;
    while (i < p->end && (item(p, i)->kind == T2G_ITEM_NAME || (is_owner(item(p, i)) && !(item(p, i)->flags & T2G_ITEM_GENITIVE))))
        end = ++i;
    return end;
}

/* After one role, where the next of the same group stands, or T2G_NONE; *left is
 * where its own phrase may begin. */
static uint32_t next_role(const parser *p, uint32_t i, uint32_t *left)
{
    if (i >= p->end) return T2G_NONE;
    *left = i;
    if (item(p, i)->kind == T2G_ITEM_ROLE) return i;
    if (item(p, i)->flags & T2G_ITEM_DEMONYM) return T2G_NONE;
    if (is(p, i, "and") || is(p, i, "&") || is(p, i, "/")) {
        *left = ++i;
        for (uint32_t far = i + 5; i < p->end && i < far; i++) {
            const t2g_item *w = item(p, i);
            if (w->kind == T2G_ITEM_ROLE) return i;
            bool article = w->classes & T2G_CLASS_DETERMINER || w->kind == T2G_ITEM_NAME; /* "a lawyer and the director of X" */
            if (w->kind != T2G_ITEM_STATUS && !is_owner(w) && !is_modifier(p, i) && !article && !(w->flags & T2G_ITEM_GENITIVE))
                break;
        }
    }
    return T2G_NONE;
}

/* "former governor and candidate" was both; "a former minister and the current speaker", "former head of X, leader of Y" not. */
static bool is_told_apart(const parser *p, uint32_t begin, uint32_t end)
{
    for (uint32_t t = begin; t < end; t++) {
        t2g_slice fold = t2g_token_fold(p->layers->tokens, t);
        const t2g_phrase *status = t2g_phrases_longest(p->layers->phrases, t, T2G_LEX_STATUS);
        if (status || t2g_slice_is(fold, "the") || t2g_slice_is(fold, "a") || t2g_slice_is(fold, "an") || t2g_slice_is(fold, ",") ||
            t2g_slice_is(fold, "of"))
            return true;
    }
    return false;
}

/* Roles of a group lend each other their owners and status: an owner before them
 * to the roles behind it, one behind them to those before. */
static void share(const parser *p, t2g_office *offices, uint32_t len, bool owned_behind)
{
    const t2g_office *last = &offices[len - 1];
    for (uint32_t o = 0; o < len; o++) {
        const t2g_office *lender = o == 0 ? last : &offices[o - 1];
        bool lacks = offices[o].owners == 0 && !(offices[o].flags & T2G_OFFICE_CLOSED) && lender != &offices[o];
        if (lacks && lender->owners > 0 && (o > 0 || owned_behind)) {
            memcpy(offices[o].owner, lender->owner, sizeof lender->owner);
            offices[o].owners = lender->owners;
        }
        if (o > 0 && offices[o].status == T2G_STATUS_CURRENT && offices[o - 1].status == T2G_STATUS_FORMER &&
            !is_told_apart(p, offices[o - 1].role.end, offices[o].role.begin))
            offices[o].status = offices[o - 1].status;
    }
}

/* "an expert on Iran at X", "in EU-China relations at X": past the subject to the preposition that leads to the owner; else i. */
static uint32_t past_subject(const parser *p, uint32_t role, uint32_t i)
{
    enum { FAR = 9 };
    bool expert = is(p, role, "expert") || is(p, role, "specialist") || is(p, role, "experts") || is(p, role, "specialists");
    if (i >= p->end || !(is(p, i, "on") || (expert && (is(p, i, "in") || is(p, i, "for"))))) return i;
    for (uint32_t j = i + 1; j < p->end && j < i + FAR; j++) {
        const t2g_item *w = item(p, j);
        if (is(p, j, "at") || is(p, j, "with")) return j;
        bool stops = w->kind == T2G_ITEM_VERB || (w->kind == T2G_ITEM_PUNCT && !is_hyphen(p, j));
        if (stops || (w->kind == T2G_ITEM_ENTITY && w->type == T2G_PERSON)) return i;
    }
    return i;
}

/* "director of sales analysis at X": nouns between the role and its preposition. */
static uint32_t past_field(const parser *p, uint32_t i)
{
    enum { WORDS = 2 };
    uint32_t last = i;
    while (last < p->end && last < i + WORDS && is_modifier(p, last) && p->layers->tags->pos[item(p, last)->begin] == T2G_POS_NOUN)
        last++;
    return last > i && last < p->end && leads_to_owner(p, last) ? last : i;
}

/* "chairman and owner X", "leader and Protestant evangelist X": past what is no role, if a name stands behind; else i. */
static uint32_t past_other_noun(const parser *p, uint32_t i)
{
    enum { WORDS = 3 };
    if (!is(p, i, "and")) return i;
    for (uint32_t j = i + 1; j < p->end && j <= i + WORDS; j++) {
        const t2g_item *w = item(p, j);
        if (w->kind != T2G_ITEM_NAME && !is_modifier(p, j)) return i;
        bool noun = w->kind == T2G_ITEM_WORD && p->layers->tags->pos[w->begin] == T2G_POS_NOUN;
        if (noun && j + 1 < p->end && item(p, j + 1)->kind == T2G_ITEM_ENTITY && item(p, j + 1)->type == T2G_PERSON) return j + 1;
        if (w->kind == T2G_ITEM_WORD && p->layers->tags->pos[w->begin] == T2G_POS_VERB) return i;
    }
    return i;
}

static uint32_t parse_group(parser *p, uint32_t sentence, uint32_t role)
{
    t2g_office_group *group = &p->offices->group[p->offices->groups];
    *group = (t2g_office_group){.first = p->offices->len, .sentence = sentence};
    uint32_t left = p->floor, next = role;
    bool owned_behind = false;
    while (next != T2G_NONE) {
        t2g_office *office = &p->offices->at[p->offices->len++];
        *office = role_at(p, next);
        uint32_t begin = parse_left(p, next, left, office);
        if (group->len++ == 0) group->begin = begin;
        uint32_t i = next + 1;
        if (i < p->end && item(p, i)->kind == T2G_ITEM_STATUS && item(p, i)->key == T2G_KEY_ELECT)
            set_status(office, item(p, i++)->key);
        uint8_t before = office->owners;
        if (t2g_role_heads_field(p->layers, p->row, p->begin, next)) office->flags |= T2G_OFFICE_INSIDE;
        i = past_subject(p, next, past_field(p, i));
        if (t2g_role_seeks_seat(p->layers, p->row, next, p->end)) office->flags |= T2G_OFFICE_CLOSED;
        else if (i < p->end && leads_to_owner(p, i)) i = parse_right(p, i, office);
        else if (is(p, i, "to")) i = past_destination(p, i);
        owned_behind = office->owners > before;
        group->end = i;
        next = next_role(p, i, &left);
    }
    group->end = past_other_noun(p, group->end);
    share(p, &p->offices->at[group->first], group->len, owned_behind);
    group->definite = group->begin > p->begin && is(p, group->begin - 1, "the");
    p->row->at[group->begin].office = p->offices->groups++;
    return group->end;
}

bool t2g_offices_build(t2g_offices *offices, t2g_arena *arena, const t2g_layers *layers, t2g_row *row)
{
    uint32_t roles = 0;
    for (uint32_t i = 0; i < row->len; i++) roles += row->at[i].kind == T2G_ITEM_ROLE;
    *offices = (t2g_offices){.at = T2G_ARRAY(arena, t2g_office, roles),
                             .group = T2G_ARRAY(arena, t2g_office_group, roles)};
    if (!offices->at || !offices->group) return false;
    parser p = {.layers = layers, .row = row, .offices = offices};
    for (uint32_t s = 0; s < layers->sentences->len; s++) {
        p.begin = p.floor = row->first[s];
        p.end = row->first[s + 1];
        for (uint32_t i = p.begin; i < p.end;) {
            bool owns = i + 1 < p.end && row->at[i + 1].kind != T2G_ITEM_ENTITY && row->at[i + 1].flags & T2G_ITEM_GENITIVE;
            bool deputy = means_deputy(&p, i) && i + 1 < p.end && is_owner(item(&p, i + 1));
            bool role = row->at[i].kind == T2G_ITEM_ROLE && !owns && !deputy;
            if (role) p.floor = i = parse_group(&p, s, i);
            else i++;
        }
    }
    return true;
}
