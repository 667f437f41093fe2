/* SPDX-License-Identifier: MIT */
#include "nlp/item/premodifier.h"

#include "nlp/item/rolesense.h"

/* How far a role phrase may reach; measured on news: longer ones are parsing slips. */
enum { LEFT_ITEMS = 9, LEFT_WORDS = 3 };

static bool ends_in(t2g_slice word, const char *ending)
{
    uint32_t size = (uint32_t)strlen(ending);
    return word.size > size && memcmp(word.bytes + word.size - size, ending, size) == 0;
}

/* Likely a verb and not a modifier: "met", "urged", "expects".  Without tags the ending decides. */
static bool looks_like_verb(const t2g_wording *p, uint32_t i)
{
    t2g_slice word = t2g_token_fold(p->layers->tokens, p->at[i].begin);
    return ends_in(word, "ed") || (ends_in(word, "s") && !ends_in(word, "ss") && !ends_in(word, "ns")) || t2g_slice_is(word, "met");
}

static bool is_capital(const t2g_wording *p, uint32_t i)
{
    uint8_t shape = p->layers->tokens->at[p->at[i].begin].shape;
    return shape == T2G_SHAPE_TITLE && !looks_like_verb(p, i);
}

bool t2g_means_deputy(const t2g_wording *p, uint32_t i)
{
    static const char *const words[] = {"deputy", "vice", "assistant", "deputies", NULL};
    return t2g_word_is_any(p, i, words);
}

/* The item that opens the brackets closed by item i, or i. */
static uint32_t before_brackets(const t2g_wording *p, uint32_t i, uint32_t floor)
{
    enum { LONGEST = 4 };
    for (uint32_t j = i; j > floor && i - j < LONGEST; j--)
        if (p->at[j - 1].flags & T2G_ITEM_OPENS) return j - 1;
    return i;
}

/* "the nation's leader", "the society's president": whose office it is, where a common noun says so. */
static void note_noun(const t2g_wording *p, uint32_t i, t2g_office *office)
{
    static const char *const states[] = {"nation", "country", "state", "republic", "kingdom", "island", "emirate", NULL};
    if (p->at[i].kind != T2G_ITEM_WORD || p->at[i].classes || is_capital(p, i)) return;
    if (t2g_word_is_any(p, i, states)) office->flags |= T2G_OFFICE_NATION;
    if (!(office->flags & T2G_OFFICE_NATION)) office->flags |= T2G_OFFICE_OTHERS;
}

/* "provincial minister", "French far-right leader": of a part of a state, or of some in it. */
static bool means_part(const t2g_wording *p, uint32_t i)
{
    static const char *const parts[] = {
        "provincial", "regional", "local", "municipal", "county", "cantonal", "opposition", "rebel", "separatist", "right", "left",
        "football", "union", "student", "tribal", "religious", "spiritual", "guerrilla", "militia", "business", "community",
        "protest", "orthodox", "catholic", "protestant", "muslim", "sunni", "shiite", "shia", "jewish", NULL};
    return t2g_word_is_any(p, i, parts);
}

/* "the party's parliamentary leader" leads a part of it; but a parliamentary speaker or president, the parliament. */
static bool leads_part(const t2g_wording *p, uint32_t i, uint32_t role)
{
    static const char *const parts[] = {"parliamentary", "caucus", "floor", "congressional", "factional", NULL};
    t2g_slice last = t2g_token_fold(p->layers->tokens, p->at[role].end - 1);
    if (t2g_slice_is(last, "speaker") || t2g_slice_is(last, "president")) return false;
    return t2g_word_is_any(p, i, parts);
}

/* "US-born Finance Minister": where somebody is from is not whom he serves. */
static bool is_origin(const t2g_wording *p, uint32_t i, uint32_t role)
{
    static const char *const words[] = {"born", "trained", "educated", "based", "backed", "led", "installed", "friendly", NULL};
    if (i + 2 >= role || !t2g_word_is_hyphen(p, i + 1)) return false;
    return t2g_word_is_any(p, i + 2, words);
}

/* The words before a role, as far as they are read. */
typedef struct premodifiers {
    uint32_t role, floor; /* items                                                          */
    uint32_t begin;       /* of what surely belongs to the phrase                           */
    uint32_t words;       /* open ones in small letters since the role or the last owner    */
    bool suspect;         /* one of them may be a verb                                      */
    bool genitive;        /* an 's was read whose noun is still to come                     */
} premodifiers;

static void read_status(const t2g_wording *p, uint32_t i, premodifiers *m, t2g_office *office)
{
    uint8_t key = p->at[i].key;
    if (m->words > 0 && m->suspect) return;
    if (key != T2G_KEY_ELECT || !t2g_role_is_seeker(p->layers, office->role)) t2g_office_hold(office, key);
    m->begin = i;
}

/* These four: false where the phrase ends. */
static bool read_brackets(const t2g_wording *p, uint32_t *i, const premodifiers *m)
{
    uint32_t opens = before_brackets(p, *i, m->floor);
    if (opens == *i || opens == m->floor || !(p->at[opens - 1].flags & T2G_ITEM_GENITIVE)) return false;
    *i = opens; /* "the Internet Society's (InternetNZ) director" */
    return true;
}

static bool read_owner(const t2g_wording *p, uint32_t i, premodifiers *m, t2g_office *office)
{
    const t2g_item *w = &p->at[i];
    bool genitive = w->flags & T2G_ITEM_GENITIVE;
    uint32_t far = w->flags & T2G_ITEM_DEMONYM ? 2 : 1;
    if (w->flags & T2G_ITEM_REFERENCE && !genitive) return false;
    if (m->suspect && !(m->genitive || genitive)) return false;
    if (m->words > far && !m->genitive) return false;
    if (is_origin(p, i, m->role)) return true;
    t2g_office_own(office, i);
    m->begin = i, m->words = 0, m->suspect = m->genitive = false;
    return true;
}

static bool read_name(const t2g_wording *p, uint32_t i, premodifiers *m, t2g_office *office)
{
    if (m->suspect && !m->genitive) return false;
    if (office->owners == 0) office->flags |= T2G_OFFICE_CLOSED;
    if (means_part(p, i)) office->flags |= T2G_OFFICE_OTHERS;
    m->begin = i, m->genitive = false;
    return true;
}

static bool read_word(const t2g_wording *p, uint32_t i, premodifiers *m, t2g_office *office)
{
    const t2g_item *w = &p->at[i];
    if (t2g_word_is_hyphen(p, i) || w->classes == T2G_CLASS_ADVERB) return true;
    if (!t2g_word_is_open(p, i) || m->words >= LEFT_WORDS) return w->classes & T2G_CLASS_DETERMINER && m->genitive;
    m->words += !is_capital(p, i); /* "the UN Emergency Relief Coordinator": part of the title */
    m->suspect |= looks_like_verb(p, i);
    if (leads_part(p, i, m->role)) office->flags |= T2G_OFFICE_INSIDE;
    if (means_part(p, i)) office->flags |= T2G_OFFICE_OTHERS;
    return true;
}

/* Reads item *i, or several; false where the phrase ends. */
static bool read_item(const t2g_wording *p, uint32_t *i, premodifiers *m, t2g_office *office)
{
    const t2g_item *w = &p->at[*i];
    if (w->flags & T2G_ITEM_SKIPPED && !w->classes) return true;
    if (w->flags & T2G_ITEM_CLOSES) return read_brackets(p, i, m);
    if (w->kind == T2G_ITEM_STATUS) {
        read_status(p, *i, m, office);
    } else if (t2g_means_deputy(p, *i)) {
        office->flags |= T2G_OFFICE_DEPUTY, m->begin = *i;
    } else if (w->flags & T2G_ITEM_GENITIVE && w->kind != T2G_ITEM_ENTITY) {
        m->genitive = true, m->begin = *i;
        if (*i > m->floor) note_noun(p, *i - 1, office);
    } else if (t2g_item_may_own(w)) {
        return read_owner(p, *i, m, office);
    } else if (w->kind == T2G_ITEM_ROLE && m->genitive) {
        m->genitive = false; /* "the UN secretary general's envoy" */
    } else if (w->kind == T2G_ITEM_NAME) {
        return read_name(p, *i, m, office);
    } else if (w->kind == T2G_ITEM_ENTITY) {
        if (w->flags & T2G_ITEM_GENITIVE && office->owners == 0) office->flags |= T2G_OFFICE_CLOSED;
        return false;
    } else {
        return read_word(p, *i, m, office);
    }
    return true;
}

uint32_t t2g_premodifiers_read(const t2g_wording *p, uint32_t role, uint32_t floor, t2g_office *office)
{
    premodifiers m = {.role = role, .floor = floor, .begin = role};
    for (uint32_t i = role; i > floor && role - i < LEFT_ITEMS;) {
        i--;
        if (!read_item(p, &i, &m, office)) break;
    }
    return m.begin;
}
