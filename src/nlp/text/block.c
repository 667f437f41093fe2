/* block.c - lines, paragraphs, and what a reader sees at a glance: title, byline, dateline, furniture.
 *
 * Nothing of an article may be lost, so every test here wants a sign (a listed
 * phrase, the form of a byline) and what has none is body.
 *
 * Is a text hard-wrapped?  Then its lines end amid a sentence and the next
 * begins in lower case; in news with one paragraph a line that hardly occurs.
 * The longest line that is so continued gives the width, and a line feed is a
 * space where the next word would not have fitted.
 *
 * SPDX-License-Identifier: MIT
 */
#include "nlp/text/block.h"

#include "base/utf8.h"

enum {
    WRAP_WIDTH_LOW = 30,      /* bytes; a line shorter than this is not wrapped               */
    WRAP_WIDTH_HIGH = 200,    /* nor one longer than this                                     */
    TITLE_LONGEST = 200,      /* bytes                                                        */
    BYLINE_LONGEST = 160,
    CREDIT_LONGEST = 300,     /* furniture and credits that a phrase begins                   */
    DATELINE_LONGEST = 100,
    SENTENCE_SHORT = 60,      /* a sentence this long under a heading of links is article     */
    WORD_LONGEST = 40         /* of a phrase of the lexicon                                   */
};

typedef struct line {
    uint32_t begin, end;      /* white space at both ends left out; begin == end: blank       */
} line;

typedef struct reader {
    const char *s;
    const t2g_lexicon *lexicon;
} reader;

/* ---- lines ------------------------------------------------------------ */

static line line_between(const char *s, uint32_t begin, uint32_t end)
{
    while (begin < end && s[begin] == ' ') begin++;
    while (end > begin && s[end - 1] == ' ') end--;
    return (line){begin, end};
}

static line *cut_lines(const t2g_text *text, t2g_arena *arena, uint32_t *len)
{
    uint32_t count = 1;
    const char *s = text->bytes, *end = s + text->size;
    for (const char *p = s; (p = memchr(p, '\n', (size_t)(end - p))); p++) count++;
    line *lines = T2G_ARRAY(arena, line, count);
    if (!lines) return NULL;
    *len = 0;
    for (uint32_t at = 0; at <= text->size;) {
        const char *feed = memchr(s + at, '\n', text->size - at);
        uint32_t stop = feed ? (uint32_t)(feed - s) : text->size;
        lines[(*len)++] = line_between(s, at, stop);
        at = stop + 1;
    }
    return lines;
}

static bool is_blank(line l)
{
    return l.begin == l.end;
}

/* The size of the closing quote or bracket that ends at a place, else 0. */
static uint32_t closer_before(const char *s, uint32_t begin, uint32_t end)
{
    if (end > begin && strchr("\"')]", s[end - 1])) return 1;
    if (end >= begin + 3 && memcmp(s + end - 3, "\xE2\x80", 2) == 0 &&
        ((unsigned char)s[end - 1] == 0x99 || (unsigned char)s[end - 1] == 0x9D))
        return 3;
    return 0;
}

/* . ! ? : or an ellipsis, quotes and brackets behind it not counted. */
static bool ends_sentence(const char *s, line l)
{
    uint32_t size;
    while ((size = closer_before(s, l.begin, l.end))) l.end -= size;
    if (is_blank(l)) return false;
    if (strchr(".!?:", s[l.end - 1])) return true;
    return l.end - l.begin >= 3 && memcmp(s + l.end - 3, "\xE2\x80\xA6", 3) == 0;
}

static bool begins_lower(const char *s, line l)
{
    return !is_blank(l) && t2g_is_lower((unsigned char)s[l.begin]);
}

static uint32_t first_word_size(const char *s, line l)
{
    uint32_t at = l.begin;
    while (at < l.end && s[at] != ' ') at++;
    return at - l.begin;
}

static bool is_one_of(const char *s, line word, const char *list)
{
    char wanted[16];
    uint32_t size = word.end - word.begin;
    if (size == 0 || size + 3 > sizeof wanted) return false;
    wanted[0] = ' ';
    for (uint32_t i = 0; i < size; i++) {
        char c = s[word.begin + i];
        wanted[i + 1] = t2g_is_upper((unsigned char)c) ? (char)(c | 32) : c;
    }
    wanted[size + 1] = ' ';
    wanted[size + 2] = '\0';
    return strstr(list, wanted) != NULL;
}

/* Does a line end with a comma, or a word that cannot stand last? */
static bool dangles(const char *s, line l)
{
    uint32_t at = l.end;
    while (at > l.begin && t2g_is_lower((unsigned char)s[at - 1])) at--;
    return s[l.end - 1] == ',' ||
           (at > l.begin && s[at - 1] == ' ' &&
            is_one_of(s, (line){at, l.end},
                      " a an and as at because been but by for from had has have her his if in is its many my nor of on or"
                      " our said she some than that the their these they this to was we were when whether which while who"
                      " whose will with would your "));
}

/* Does the text of one line go on in the next, beyond doubt? */
static bool is_continued(const char *s, line l, line next)
{
    uint32_t size = l.end - l.begin;
    if (is_blank(next) || size < WRAP_WIDTH_LOW || ends_sentence(s, l)) return false;
    return begins_lower(s, next) || dangles(s, l);
}

/* The width to which the text is hard-wrapped, or 0. */
static uint32_t wrap_width(const char *s, const line *lines, uint32_t len)
{
    uint32_t feeds = 0, continued = 0, width = 0;
    for (uint32_t i = 0; i + 1 < len; i++) {
        if (is_blank(lines[i]) || is_blank(lines[i + 1])) continue;
        feeds++;
        if (!is_continued(s, lines[i], lines[i + 1])) continue;
        uint32_t size = lines[i].end - lines[i].begin;
        continued++;
        if (size > width && size <= WRAP_WIDTH_HIGH) width = size;
    }
    return continued * 4 >= feeds ? width : 0;
}

/* Is the text hard-wrapped with a blank line behind each line? */
static bool is_double_spaced(const char *s, const line *lines, uint32_t len)
{
    uint32_t feeds = 0, continued = 0;
    for (uint32_t i = 0; i + 2 < len; i++) {
        if (is_blank(lines[i])) continue;
        if (!is_blank(lines[i + 1])) return false;
        if (is_blank(lines[i + 2])) continue;
        feeds++;
        continued += is_continued(s, lines[i], lines[i + 2]);
    }
    return continued >= 2 && continued * 4 >= feeds;
}

/* Take out every blank line between two that are not; returns how many lines are left. */
static uint32_t without_single_blanks(line *lines, uint32_t len)
{
    uint32_t kept = 0;
    for (uint32_t i = 0; i < len; i++) {
        bool between = kept && !is_blank(lines[kept - 1]) && i + 1 < len && !is_blank(lines[i + 1]);
        if (!is_blank(lines[i]) || !between) lines[kept++] = lines[i];
    }
    return kept;
}

static bool is_joined(const char *s, line l, line next, uint32_t width)
{
    if (is_blank(l) || is_blank(next)) return false;
    if (is_continued(s, l, next)) return true;
    uint32_t size = l.end - l.begin;
    return width && size <= WRAP_WIDTH_HIGH && size + 1 + first_word_size(s, next) > width;
}

/* ---- words of a line -------------------------------------------------- */

static bool is_word_byte(unsigned char c)
{
    return t2g_is_alnum(c) || c >= 0x80;
}

/* The next word at or after at: a run of letters and digits.  begin == end: none. */
static line word_at(const char *s, uint32_t at, uint32_t end)
{
    while (at < end && !is_word_byte((unsigned char)s[at])) at++;
    uint32_t begin = at;
    while (at < end && (is_word_byte((unsigned char)s[at]) ||
                        (strchr("-'.&", s[at]) && at + 1 < end && t2g_is_alnum((unsigned char)s[at + 1]))))
        at++;
    return (line){begin, at};
}

static bool is_month(const char *s, line word)
{
    return is_one_of(s, word, " january february march april may june july august september october november december"
                              " jan feb mar apr jun jul aug sep sept oct nov dec ");
}

static bool is_date_word(const char *s, line word)
{
    return is_month(s, word) ||
           is_one_of(s, word,
                     " monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat sun"
                     " at on am pm a.m p.m gmt utc est edt cet bst ist et published updated posted last first modified date"
                     " time today yesterday st nd rd th of hrs hours ago minutes hour ");
}

static bool is_name_link(const char *s, line word)
{
    return is_one_of(s, word, " and of for in with the at de la le van von al bin ben da der del di du el ");
}

static bool is_capitalised(const char *s, line word)
{
    unsigned char c = (unsigned char)s[word.begin];
    return t2g_is_upper(c) || c >= 0x80;
}

/* LONDON, PORT-AU-PRINCE: two capitals or more, nothing small. */
static bool is_capitals(const char *s, line word)
{
    uint32_t upper = 0;
    for (uint32_t i = word.begin; i < word.end; i++) {
        if (t2g_is_lower((unsigned char)s[i]) || t2g_is_digit((unsigned char)s[i])) return false;
        upper += t2g_is_upper((unsigned char)s[i]);
    }
    return upper >= 2;
}

static bool is_number(const char *s, line word)
{
    return t2g_is_digit((unsigned char)s[word.begin]);
}

/* ---- datelines -------------------------------------------------------- */

/* The size of the dash that parts a dateline from the news at a place, blanks
 * included; a single hyphen wants blanks on both sides. */
static uint32_t dateline_dash(const char *s, uint32_t at, uint32_t end)
{
    uint32_t i = at;
    while (i < end && s[i] == ' ') i++;
    bool apart = i > at;
    uint32_t dash = i;
    while (i < end && s[i] == '-') i++;
    while (i + 2 < end && memcmp(s + i, "\xE2\x80", 2) == 0 &&
           ((unsigned char)s[i + 2] == 0x93 || (unsigned char)s[i + 2] == 0x94))
        i += 3;
    uint32_t size = i - dash;
    if (size == 0) return 0;
    bool spaced = apart && i < end && (s[i] == ' ' || s[i] == '\n');
    if (size == 1 && !spaced) return 0;
    while (i < end && (s[i] == ' ' || s[i] == '\n')) i++;
    return i < end ? i - at : 0;
}

/* After a dateline a sentence begins: a capital, a digit or a quote. */
static bool begins_sentence(const char *s, uint32_t at)
{
    unsigned char c = (unsigned char)s[at];
    return t2g_is_upper(c) || t2g_is_digit(c) || c == '"' || c == '\'' || c >= 0x80;
}

/* "WASHINGTON (Reuters)", "BERLIN, March 3 (AP)", "Feb 13, 2021", "(CNN)" */
static bool reads_as_dateline(const char *s, uint32_t begin, uint32_t end)
{
    bool agency = false, month = false, number = false, capitals = false;
    uint32_t words = 0, depth = 0;
    for (uint32_t at = begin; at < end;) {
        if (s[at] == '(') {
            if (depth++ || agency) return false;
            agency = true;
        } else if (s[at] == ')') {
            if (depth-- == 0) return false;
        }
        if (!is_word_byte((unsigned char)s[at])) {
            if (!strchr(" ,.()/:\n'", s[at])) return false;
            at++;
            continue;
        }
        line word = word_at(s, at, end);
        at = word.end;
        if (is_number(s, word)) number = true;
        else if (is_month(s, word)) month = true;
        else if (!is_capitalised(s, word) && !is_name_link(s, word) && !is_date_word(s, word)) return false;
        if (words == 0 && is_capitals(s, word)) capitals = true;
        if (!depth) words++;
    }
    if (depth) return false;
    if (agency) return capitals || words <= 3 || (month && number);
    return (month && number && words <= 8) || (capitals && words <= 5 && !number);
}

/* Where the news begins behind a dateline, else begin. */
static uint32_t body_of(const char *s, uint32_t begin, uint32_t end)
{
    uint32_t last = end - begin > DATELINE_LONGEST ? begin + DATELINE_LONGEST : end;
    for (uint32_t at = begin + 2; at < last; at++) {
        if (s[at] != ' ' && s[at] != '-' && (unsigned char)s[at] != 0xE2) continue;
        uint32_t dash = dateline_dash(s, at, end);
        if (!dash) continue;
        return begins_sentence(s, at + dash) && reads_as_dateline(s, begin, at) ? at + dash : begin;
    }
    return begin;
}

/* ---- bylines ---------------------------------------------------------- */

/* "By Jane Doe | The Times": names, links and dates alone after the By. */
static bool is_by_line(const char *s, line l)
{
    line by = word_at(s, l.begin, l.end);
    if (l.end - l.begin > BYLINE_LONGEST || by.begin != l.begin || !is_one_of(s, by, " by ")) return false;
    uint32_t words = 0;
    for (line w = word_at(s, by.end, l.end); w.begin < w.end; w = word_at(s, w.end, l.end), words++) {
        if (words == 0 && !is_capitalised(s, w)) return false;
        if (!is_capitalised(s, w) && !is_name_link(s, w) && !is_number(s, w) && !is_date_word(s, w)) return false;
    }
    return words > 0 && words <= 16 && (s[l.end - 1] != '.' || words <= 5);
}

/* "Jane Doe in Paris" */
static bool is_correspondent(const char *s, line l)
{
    uint32_t words = 0, in = 0;
    if (l.end - l.begin > 60) return false;
    for (uint32_t i = l.begin; i < l.end; i++)
        if (!is_word_byte((unsigned char)s[i]) && !strchr(" -.,'", s[i])) return false;
    for (line w = word_at(s, l.begin, l.end); w.begin < w.end; w = word_at(s, w.end, l.end), words++) {
        if (is_one_of(s, w, " in ")) in = in ? 99 : words;
        else if (!is_capitalised(s, w)) return false;
    }
    return in >= 2 && in <= 4 && words > in + 1 && words <= in + 4 && s[l.end - 1] != '.';
}

/* "Published 12 March 2021, 10:32 GMT" */
static bool is_date_line(const char *s, line l)
{
    bool number = false, named = false;
    if (l.end - l.begin > 80 || s[l.end - 1] == '.') return false;
    for (line w = word_at(s, l.begin, l.end); w.begin < w.end; w = word_at(s, w.end, l.end)) {
        number |= is_number(s, w);
        named |= is_date_word(s, w);
        if (!is_number(s, w) && !is_date_word(s, w)) return false;
    }
    return number && named;
}

/* "(AP, Reuters)" on a line of its own */
static bool is_credit_in_brackets(const char *s, line l)
{
    if (l.end - l.begin > 60 || s[l.begin] != '(' || s[l.end - 1] != ')') return false;
    uint32_t words = 0;
    for (line w = word_at(s, l.begin, l.end); w.begin < w.end; w = word_at(s, w.end, l.end), words++)
        if (!is_capitalised(s, w) && !is_name_link(s, w)) return false;
    return words > 0 && words <= 6;
}

/* ---- furniture -------------------------------------------------------- */

/* What a phrase of the lexicon says of a line. */
typedef enum phrase_kind { NOT_LISTED, IS_FURNITURE, IS_SECTION, IS_BYLINE } phrase_kind;

/* One word as the token room would cut it (the lists hold no clitics): a run of
 * letters and digits, or one other character. */
static line phrase_word(const char *s, uint32_t at, uint32_t end)
{
    while (at < end && (s[at] == ' ' || s[at] == '\n')) at++;
    uint32_t begin = at;
    while (at < end && is_word_byte((unsigned char)s[at])) at++;
    if (at == begin && at < end) at++;
    return (line){begin, at};
}

/* "Written by two brothers, the play has run for years." is no line of credits. */
static bool is_long_sentence(const char *s, line l)
{
    uint32_t words = 0;
    for (line w = word_at(s, l.begin, l.end); w.begin < w.end; w = word_at(s, w.end, l.end)) words++;
    return words > 12 && s[l.begin] != '(' && s[l.end - 1] == '.';
}

static bool has_words(const char *s, uint32_t at, uint32_t end)
{
    for (; at < end; at++)
        if (is_word_byte((unsigned char)s[at])) return true;
    return false;
}

static phrase_kind phrase_says(const reader *r, uint32_t state, bool whole)
{
    t2g_span entries = t2g_lexicon_entries(r->lexicon, state);
    for (uint32_t e = entries.begin; e < entries.end; e++) {
        t2g_lex_list list = t2g_lexicon_list(r->lexicon, e);
        if (list == T2G_LEX_OUTLET && whole) return IS_BYLINE;
        if (list != T2G_LEX_FURNITURE) continue;
        switch (t2g_lexicon_key(r->lexicon, e)) {
        case T2G_KEY_BEGIN: return IS_FURNITURE;
        case T2G_KEY_BYLINE: return IS_BYLINE;
        case T2G_KEY_LINE:
            if (whole) return IS_FURNITURE;
            break;
        case T2G_KEY_SECTION:
            if (whole) return IS_SECTION;
            break;
        default: break;
        }
    }
    return NOT_LISTED;
}

static phrase_kind listed_as(const reader *r, line l)
{
    if (!r->lexicon || l.end - l.begin > CREDIT_LONGEST) return NOT_LISTED;
    uint32_t state = 0, at = l.begin;
    while (at < l.end && !t2g_is_alnum((unsigned char)r->s[at]) && !strchr("(", r->s[at])) at++; /* bullets */
    for (;;) {
        char fold[WORD_LONGEST];
        line word = phrase_word(r->s, at, l.end);
        uint32_t size = word.end - word.begin;
        if (size == 0 || size > sizeof fold) return NOT_LISTED;
        for (uint32_t i = 0; i < size; i++) {
            char c = r->s[word.begin + i];
            fold[i] = t2g_is_upper((unsigned char)c) ? (char)(c | 32) : c;
        }
        uint32_t id = t2g_lexicon_word(r->lexicon, (t2g_slice){fold, size});
        state = id == T2G_NONE ? T2G_NONE : t2g_lexicon_step(r->lexicon, state, id);
        if (state == T2G_NONE) return NOT_LISTED;
        at = word.end;
        phrase_kind says = phrase_says(r, state, !has_words(r->s, at, l.end));
        if (says != NOT_LISTED) return says;
    }
}

/* "Home | News | Sport", "World > Asia > China", "© 2021", an address alone, "* * *" */
static bool looks_like_links(const char *s, line l)
{
    uint32_t bars = 0;
    if (!has_words(s, l.begin, l.end)) return true;
    if (l.end - l.begin > CREDIT_LONGEST) return false;
    for (uint32_t i = l.begin + 1; i + 1 < l.end; i++)
        bars += (s[i] == '|' || s[i] == '>') && s[i - 1] == ' ' && s[i + 1] == ' ';
    if (bars >= 2 && !ends_sentence(s, l)) return true;
    if (s[l.begin] == '\xC2' && s[l.begin + 1] == '\xA9') return true;
    return !memchr(s + l.begin, ' ', l.end - l.begin) && l.end - l.begin > 8 &&
           (memcmp(s + l.begin, "http", 4) == 0 || memcmp(s + l.begin, "www.", 4) == 0);
}

/* ---- kinds ------------------------------------------------------------ */

static bool is_title(const char *s, line l, bool followed)
{
    unsigned char last = (unsigned char)s[l.end - 1];
    return followed && l.end - l.begin <= TITLE_LONGEST && !strchr(".,;:", last) && has_words(s, l.begin, l.end) &&
           !(ends_sentence(s, l) && last != '?' && last != '!' && !closer_before(s, l.begin, l.end));
}

/* What the reader remembers from block to block. */
typedef struct memory {
    bool seen;       /* a block of the article                                       */
    bool at_head;    /* nothing but title and bylines so far                         */
    bool in_section; /* under a heading of links                                     */
} memory;

static t2g_block_kind kind_of(const reader *r, line l, bool followed, memory *m)
{
    phrase_kind listed = listed_as(r, l);
    if (listed == IS_FURNITURE || looks_like_links(r->s, l)) return T2G_BLOCK_FURNITURE;
    if (listed == IS_SECTION) {
        m->in_section = true;
        return T2G_BLOCK_FURNITURE;
    }
    if (m->in_section) {
        if (!ends_sentence(r->s, l) || l.end - l.begin < SENTENCE_SHORT) return T2G_BLOCK_FURNITURE;
        m->in_section = false;
    }
    bool first = !m->seen;
    m->seen = true;
    if ((listed == IS_BYLINE && !is_long_sentence(r->s, l)) || is_by_line(r->s, l) || is_date_line(r->s, l) ||
        is_credit_in_brackets(r->s, l)) {
        m->seen = !first; /* the title may still come */
        return T2G_BLOCK_BYLINE;
    }
    if (first && is_title(r->s, l, followed)) {
        m->at_head = true;
        return T2G_BLOCK_TITLE;
    }
    if (m->at_head && is_correspondent(r->s, l)) return T2G_BLOCK_BYLINE;
    m->at_head = false;
    return T2G_BLOCK_BODY;
}

t2g_result t2g_blocks_build(t2g_text *text, t2g_arena *arena, const t2g_lexicon *lexicon, t2g_error *error)
{
    t2g_arena scratch;
    t2g_arena_init(&scratch);
    uint32_t len = 0, blocks = 0;
    line *lines = cut_lines(text, &scratch, &len);
    if (lines && is_double_spaced(text->bytes, lines, len)) len = without_single_blanks(lines, len);
    uint32_t width = lines ? wrap_width(text->bytes, lines, len) : 0;
    /* join in place: lines[0 .. blocks) become the blocks */
    for (uint32_t i = 0; i < len;) {
        line l = lines[i++];
        if (is_blank(l)) continue;
        while (i < len && is_joined(text->bytes, lines[i - 1], lines[i], width)) l.end = lines[i++].end;
        lines[blocks++] = l;
    }
    text->blocks = lines ? T2G_ARRAY(arena, t2g_block, blocks) : NULL;
    reader r = {text->bytes, lexicon};
    memory m = {.seen = false};
    for (uint32_t b = 0; text->blocks && b < blocks; b++) {
        t2g_block_kind kind = kind_of(&r, lines[b], b + 1 < blocks, &m);
        uint32_t begin = lines[b].begin, end = lines[b].end;
        uint32_t body = kind == T2G_BLOCK_BODY ? body_of(text->bytes, begin, end) : begin;
        text->blocks[b] = (t2g_block){begin, end, body, kind};
    }
    text->blocks_len = text->blocks ? blocks : 0;
    t2g_arena_free(&scratch);
    return text->blocks ? T2G_OK : t2g_error_nomem(error);
}
