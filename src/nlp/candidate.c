/* SPDX-License-Identifier: MIT */
#include "nlp/candidate.h"

#include "nlp/orgname.h"

static const t2g_part nothing = {.kind = T2G_PART_BREAK, .entry = T2G_NONE};

/* The walk over the parts. */
typedef struct walk {
    const t2g_tokens *tokens;
    const t2g_phrases *phrases;
    const t2g_parts *parts;
    t2g_candidates *out;
} walk;

static const t2g_part *part_at(const walk *w, uint32_t p)
{
    return p < w->parts->len ? &w->parts->at[p] : &nothing;
}

static bool is_capital(const t2g_part *part)
{
    return part->flags & (T2G_PART_CAPITAL | T2G_PART_UNSURE);
}

/* A title or an office right before part p; plural offices govern no single name but lists of them. */
static bool is_titled(const walk *w, uint32_t p)
{
    return p > 0 && w->parts->at[p - 1].kind == T2G_PART_TITLE;
}

/* In, at, near: before a place rather than a person. */
static bool is_placed(const walk *w, uint32_t p)
{
    if (p == 0 || w->parts->at[p - 1].kind != T2G_PART_OTHER) return false;
    t2g_slice fold = t2g_token_fold(w->tokens, w->parts->at[p - 1].end - 1);
    return t2g_slice_is(fold, "in") || t2g_slice_is(fold, "near") || t2g_slice_is(fold, "at") ||
           t2g_slice_is(fold, "across") || t2g_slice_is(fold, "around") || t2g_slice_is(fold, "outside") ||
           t2g_slice_is(fold, "into");
}

static bool is_verb_of(const walk *w, uint32_t token, bool saying)
{
    if (token >= w->tokens->len) return false;
    const t2g_phrase *verb = t2g_phrases_longest(w->phrases, token, T2G_LEX_VERB);
    if (!verb) return false;
    return !saying || verb->key == T2G_KEY_SAY || verb->key == T2G_KEY_REPORT || verb->key == T2G_KEY_BLAME ||
           verb->key == T2G_KEY_DENY;
}

static uint16_t context_of(const walk *w, uint32_t p, uint32_t end)
{
    const t2g_part *next = part_at(w, end);
    uint16_t flags = 0;
    if (is_titled(w, p)) flags |= T2G_CAND_TITLED;
    if (is_placed(w, p)) flags |= T2G_CAND_PLACED;
    if (next->kind == T2G_PART_TITLE) flags |= T2G_CAND_EMPLOYS;
    else if (next->kind != T2G_PART_BREAK && is_verb_of(w, next->begin, true)) flags |= T2G_CAND_SPEAKS;
    if (part_at(w, p)->flags & T2G_PART_IS_GIVEN) flags |= T2G_CAND_GIVEN;
    if (part_at(w, end - 1)->flags & T2G_PART_SURNAME) flags |= T2G_CAND_SURNAME;
    return flags;
}

static void propose(walk *w, uint32_t p, uint32_t end, t2g_mention_kind kind, t2g_sureness sure, uint32_t entry,
                    uint16_t flags)
{
    w->out->at[w->out->len++] = (t2g_candidate){.begin = part_at(w, p)->begin,
                                                .end = part_at(w, end - 1)->end,
                                                .entry = entry,
                                                .kind = (uint8_t)kind,
                                                .sure = (uint8_t)sure,
                                                .flags = (uint16_t)(flags | context_of(w, p, end))};
}

/* A given name that is also a place or a word needs a known last name behind it: Paris Hilton, Jordan Smith. */
static bool is_person_after_all(const walk *w, uint32_t p, t2g_personname name)
{
    const t2g_part *part = part_at(w, p);
    if (name.korean) return true;
    if (name.sure < T2G_SURE || part->end > part->begin + 1) return false;
    if (part->kind == T2G_PART_NOTNAME && part->key != T2G_KEY_DATE && !is_titled(w, p)) return false;
    if (is_titled(w, p) && part->kind == T2G_PART_PLACE) return part->flags & T2G_PART_SURNAME || name.words > 1;
    return name.words >= 2 && part->flags & T2G_PART_IS_GIVEN && part_at(w, name.end - 1)->flags & T2G_PART_SURNAME &&
           part_at(w, p + 1)->kind != T2G_PART_PLACE;
}

/* "Samantha Power", "Tyra Banks": a given name and one word that is a last name too. */
static bool is_person_with_orgword(const walk *w, uint32_t p, uint32_t end)
{
    const t2g_part *first = part_at(w, p), *last = part_at(w, end - 1);
    return end == p + 2 && first->kind == T2G_PART_GIVEN && last->flags & T2G_PART_SURNAME && last->end == last->begin + 1;
}

/* A lower-case word that closes a name none the less: the Foreign ministry, the Labour party. */
static bool is_low_orgword(const walk *w, uint32_t p, const char *word)
{
    const t2g_part *part = part_at(w, p);
    return part->end == part->begin + 1 && t2g_slice_is(t2g_token_form(w->tokens, part->begin), word);
}

/* "army", "military", "foreign ministry", in lower case behind the state they belong to. */
static bool is_arm_of_state(const walk *w, uint32_t p)
{
    const t2g_part *part = part_at(w, p);
    if (is_low_orgword(w, p, "army") || is_low_orgword(w, p, "military"))
        return part_at(w, p + 1)->kind != T2G_PART_TITLE && part->end == part->begin + 1;
    return part->key == T2G_KEY_ANYWHERE && t2g_slice_is(t2g_token_form(w->tokens, part->end - 1), "ministry");
}

static uint32_t with_low_orgword(const walk *w, uint32_t p, uint32_t end)
{
    uint8_t kind = part_at(w, p)->kind;
    bool name = kind == T2G_PART_WORD || kind == T2G_PART_PARTY || kind == T2G_PART_ORG;
    bool state = kind == T2G_PART_NATION || kind == T2G_PART_COUNTRY;
    if (end == p + 1 && name && is_low_orgword(w, end, "party") && part_at(w, end + 1)->kind != T2G_PART_TITLE)
        return end + 1;
    if (state && is_arm_of_state(w, end)) return end + 1;
    if (end == p + 1 && (kind == T2G_PART_WORD || kind == T2G_PART_GIVEN) &&
        (is_low_orgword(w, end, "administration") || is_low_orgword(w, end, "government")))
        return end + 1;
    return end;
}

/* A web name stands for its publisher: example.com, but no address of a page or person. */
static bool is_site(t2g_slice form)
{
    bool dot = false;
    for (uint32_t i = 0; i < form.size; i++) {
        char c = form.bytes[i];
        if (c == '/' || c == '@' || c == '#' || c == ':') return false;
        dot = dot || (c == '.' && i > 0);
    }
    return dot;
}

/* Unknown capitals to the end of their run: never a person when something else is glued behind. */
static uint32_t run_end(const walk *w, uint32_t p)
{
    uint32_t q = p;
    while (q < p + 8 && (t2g_part_is_namelike(part_at(w, q)) ||
                         (part_at(w, q)->kind == T2G_PART_HYPHEN && t2g_part_is_namelike(part_at(w, q + 1)))))
        q++;
    return q;
}

/* A given name and one more begin at part p. */
static bool leads_on(const walk *w, uint32_t p)
{
    const t2g_part *given = part_at(w, p), *last = part_at(w, p + 1);
    return given->kind == T2G_PART_GIVEN && !(given->flags & T2G_PART_COMMON) &&
           (last->kind == T2G_PART_WORD || last->kind == T2G_PART_GIVEN || last->kind == T2G_PART_INITIAL);
}

/* "Public Affairs Jane Doe": common words before a sure name belong to an office. */
static bool leads_to_person(const walk *w, uint32_t p)
{
    const t2g_part *part = part_at(w, p), *next = part_at(w, p + 1);
    if (part->kind != T2G_PART_WORD || !(part->flags & T2G_PART_COMMON) || part->flags & T2G_PART_IS_GIVEN) return false;
    if (next->kind == T2G_PART_WORD && next->flags & T2G_PART_COMMON && !(next->flags & T2G_PART_IS_GIVEN))
        return leads_on(w, p + 2);
    return leads_on(w, p + 1);
}

static uint32_t propose_person(walk *w, uint32_t p)
{
    if (leads_to_person(w, p)) return p + 1;
    t2g_personname name = t2g_personname_at(w->parts, w->tokens, p, is_titled(w, p));
    if (name.end == p) {
        propose(w, p, p + 1, T2G_MSC, T2G_UNLIKELY, T2G_NONE, 0);
        return p + 1;
    }
    const t2g_part *next = part_at(w, name.end);
    bool goes_on = t2g_part_is_namelike(next) && next->kind != T2G_PART_NATION && next->kind != T2G_PART_PARTY;
    if (name.sure < T2G_SURE && goes_on) {
        uint32_t end = run_end(w, p);
        propose(w, p, end, T2G_MSC, T2G_UNLIKELY, T2G_NONE, 0);
        return end;
    }
    propose(w, p, name.end, name.sure ? T2G_PER : T2G_MSC, name.sure, T2G_NONE, 0);
    return name.end;
}

static uint32_t propose_known(walk *w, uint32_t p, t2g_mention_kind kind)
{
    propose(w, p, p + 1, kind, T2G_SURE, part_at(w, p)->entry, 0);
    return p + 1;
}

static uint32_t propose_organisation(walk *w, uint32_t p, uint32_t end)
{
    propose(w, p, end, T2G_ORG, T2G_SURE, T2G_NONE, T2G_CAND_GRAMMAR);
    return end;
}

/* US$, AK-47, F-16: a currency or a model. */
static bool is_part_of_number(const walk *w, uint32_t p)
{
    uint32_t i = part_at(w, p)->end;
    if (i >= w->tokens->len) return false;
    const t2g_token *next = &w->tokens->at[i];
    if (next->flags & T2G_TOKEN_SPACE) return false;
    if (next->kind == T2G_TOKEN_SYMBOL) return true;
    return part_at(w, p + 1)->kind == T2G_PART_HYPHEN && i + 1 < w->tokens->len &&
           w->tokens->at[i + 1].kind == T2G_TOKEN_NUMBER;
}

/* No name goes on before or behind it: "Green" in "Green Street" is no party. */
static bool stands_alone(const walk *w, uint32_t p)
{
    const t2g_part *next = part_at(w, p + 1);
    bool before = p > 0 && t2g_part_is_namelike(&w->parts->at[p - 1]) && w->parts->at[p - 1].kind != T2G_PART_NATION;
    return !before && !t2g_part_is_namelike(next) && next->kind != T2G_PART_HYPHEN;
}

static uint32_t propose_at(walk *w, uint32_t p)
{
    const t2g_part *part = part_at(w, p);
    if (part->kind == T2G_PART_WEB) {
        if (is_site(t2g_token_form(w->tokens, part->begin))) propose(w, p, p + 1, T2G_ORG, T2G_SURE, T2G_NONE, 0);
        return p + 1;
    }
    if (part->kind == T2G_PART_PARTICLE) {
        t2g_personname name = t2g_personname_at(w->parts, w->tokens, p, is_titled(w, p));
        if (name.end > p + 1 && name.sure >= T2G_POSSIBLE) {
            propose(w, p, name.end, T2G_PER, name.sure, T2G_NONE, 0);
            return name.end;
        }
        return p + 1;
    }
    bool named = part->kind == T2G_PART_COUNTRY || part->kind == T2G_PART_NATION;
    if (!is_capital(part) && !named && part->kind != T2G_PART_ORG) return p + 1;
    if (part->kind < T2G_PART_WORD || part->kind > T2G_PART_NOTNAME) return p + 1;

    uint32_t end = t2g_orgname_end(w->parts, w->tokens, p);
    if (end > p && !is_person_with_orgword(w, p, end)) return propose_organisation(w, p, end);
    if ((end = with_low_orgword(w, p, p + 1)) > p + 1) return propose_organisation(w, p, end);
    if (part->kind == T2G_PART_TITLE) return p + 1;
    if (part->kind == T2G_PART_WORD || part->kind == T2G_PART_GIVEN || part->kind == T2G_PART_INITIAL)
        return propose_person(w, p);

    t2g_personname name = t2g_personname_at(w->parts, w->tokens, p, is_titled(w, p));
    if (name.end > p && is_person_after_all(w, p, name)) return propose_person(w, p);
    bool weak = part->flags & T2G_PART_AMBIGUOUS && (!(part->flags & T2G_PART_CAPITAL) || !stands_alone(w, p));
    switch (part->kind) {
    case T2G_PART_COUNTRY: return propose_known(w, p, T2G_CTY);
    case T2G_PART_NATION: return propose_known(w, p, T2G_NAT);
    case T2G_PART_PLACE: return propose_known(w, p, T2G_LOC);
    case T2G_PART_ORG:
    case T2G_PART_PARTY: return weak ? p + 1 : propose_known(w, p, T2G_ORG);
    case T2G_PART_ACRONYM:
        if (is_part_of_number(w, p)) return p + 1;
        propose(w, p, p + 1, T2G_ORG, T2G_POSSIBLE, T2G_NONE, T2G_CAND_ACRONYM);
        return p + 1;
    case T2G_PART_NOTNAME:
        propose(w, p, p + 1, part->key == T2G_KEY_EVENT ? T2G_EVT : part->key == T2G_KEY_PRODUCT ? T2G_WRK : T2G_MSC,
                T2G_UNLIKELY, part->entry, 0);
        return p + 1;
    default:
        propose(w, p, p + 1, T2G_MSC, T2G_UNLIKELY, T2G_NONE, 0);
        return p + 1;
    }
}

bool t2g_candidates_build(t2g_candidates *candidates, t2g_arena *arena, const t2g_tokens *tokens,
                          const t2g_phrases *phrases, const t2g_parts *parts)
{
    *candidates = (t2g_candidates){.at = T2G_ARRAY(arena, t2g_candidate, (size_t)parts->len + 1)};
    if (!candidates->at) return false;
    walk w = {.tokens = tokens, .phrases = phrases, .parts = parts, .out = candidates};
    for (uint32_t p = 0; p < parts->len;) p = propose_at(&w, p);
    return true;
}
