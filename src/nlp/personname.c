/* SPDX-License-Identifier: MIT */
#include "nlp/personname.h"

enum { LONGEST = 9 }; /* parts of one name */

static const t2g_part nothing = {.kind = T2G_PART_BREAK, .entry = T2G_NONE};

static const t2g_part *part_at(const t2g_parts *parts, uint32_t p)
{
    return p < parts->len ? &parts->at[p] : &nothing;
}

static bool is_name(const t2g_part *part)
{
    return part->kind == T2G_PART_WORD || part->kind == T2G_PART_GIVEN;
}

/* A place, a country or a common word that may be a last name behind a given one: London, Jordan, May. */
static bool may_be_surname(const t2g_part *part)
{
    return t2g_part_is_namelike(part) && part->end == part->begin + 1 &&
           (part->flags & (T2G_PART_SURNAME | T2G_PART_IS_GIVEN) ||
            (part->kind == T2G_PART_COUNTRY && part->flags & T2G_PART_AMBIGUOUS) ||
            (part->kind == T2G_PART_NOTNAME && part->key == T2G_KEY_DATE));
}

static bool is_generation(t2g_slice form)
{
    return t2g_slice_is(form, "Jr") || t2g_slice_is(form, "Jr.") || t2g_slice_is(form, "Sr") || t2g_slice_is(form, "Sr.") ||
           t2g_slice_is(form, "II") || t2g_slice_is(form, "III") || t2g_slice_is(form, "IV") || t2g_slice_is(form, "VI") ||
           t2g_slice_is(form, "XVI") || t2g_slice_is(form, "XIV") || t2g_slice_is(form, "VIII") || t2g_slice_is(form, "V");
}

/* "Smith Jr.", "Smith, Jr.": the end with the word that tells father from son. */
static uint32_t with_generation(const t2g_parts *parts, const t2g_tokens *tokens, uint32_t q)
{
    uint32_t r = part_at(parts, q)->kind == T2G_PART_COMMA ? q + 1 : q;
    const t2g_part *part = part_at(parts, r);
    if (part->end != part->begin + 1 || !is_generation(t2g_token_form(tokens, part->begin))) return q;
    return r + 1;
}

/* Particles lead to a name: "van der Berg", "bin Laden", "al-Rashid". */
static uint32_t behind_particles(const t2g_parts *parts, uint32_t q)
{
    uint32_t r = q;
    while (r < q + 3 && part_at(parts, r)->kind == T2G_PART_PARTICLE) r++;
    if (r > q && part_at(parts, r)->kind == T2G_PART_HYPHEN) r++;
    const t2g_part *part = part_at(parts, r);
    return r > q && t2g_part_is_namelike(part) && part->kind != T2G_PART_ORGWORD ? r : q;
}

/* The second half of a Korean given name: Jong-il; but not "Blair-led". */
static bool is_low_half(const t2g_parts *parts, const t2g_tokens *tokens, uint32_t q)
{
    static const char *const suffixes[] = {"led", "based", "style", "backed", "born", "era", "like", "run", "owned", "made",
                                           "inspired", "appointed", "friendly", "related", "linked", "controlled", "trained"};
    const t2g_part *part = part_at(parts, q);
    if (part->kind != T2G_PART_OTHER || part->end != part->begin + 1) return false;
    t2g_slice fold = t2g_token_fold(tokens, part->begin);
    if (fold.size > 5 || fold.size < 2) return false;
    for (size_t i = 0; i < sizeof suffixes / sizeof *suffixes; i++)
        if (t2g_slice_is(fold, suffixes[i])) return false;
    return true;
}

/* What was seen on the way through a name. */
typedef struct reading {
    uint32_t words, initials, common, given;
    bool particle, known_last;
} reading;

/* A last name and two half given ones: "Park Sung-ho", also where the last name is a word. */
static bool is_korean(const t2g_parts *parts, const t2g_tokens *tokens, uint32_t p)
{
    const t2g_part *last = part_at(parts, p), *given = part_at(parts, p + 1);
    return t2g_part_is_namelike(last) && last->flags & T2G_PART_SURNAME && last->end == last->begin + 1 && is_name(given) &&
           part_at(parts, p + 2)->kind == T2G_PART_HYPHEN && is_low_half(parts, tokens, p + 3);
}

static uint32_t read_name(const t2g_parts *parts, const t2g_tokens *tokens, uint32_t p, bool titled,
                          reading *r)
{
    uint32_t q = p;
    bool given_first = part_at(parts, p)->flags & T2G_PART_IS_GIVEN;
    while (q < p + LONGEST) {
        const t2g_part *part = part_at(parts, q);
        uint32_t particle = behind_particles(parts, q);
        if (is_name(part) || (q == p && (given_first || is_korean(parts, tokens, p)) && t2g_part_is_namelike(part)) ||
            (q == p && titled && may_be_surname(part)) ||
            (q > p && (given_first || r->initials) && may_be_surname(part)) ||
            (q > p && r->words == 1 && given_first && titled && part->kind == T2G_PART_ACRONYM)) {
            r->words++;
            r->common += (part->flags & T2G_PART_COMMON) != 0;
            r->given += (part->flags & T2G_PART_IS_GIVEN) != 0;
            r->known_last = part->flags & T2G_PART_SURNAME;
            q++;
        } else if (part->kind == T2G_PART_INITIAL && part->flags & (T2G_PART_CAPITAL | T2G_PART_UNSURE)) {
            r->initials++;
            q++;
        } else if (particle > q && (q > p || titled || part_at(parts, p + 1)->kind == T2G_PART_HYPHEN)) {
            r->particle = true;
            r->words += !is_name(part_at(parts, particle));
            q = is_name(part_at(parts, particle)) ? particle : particle + 1;
        } else if (part->kind == T2G_PART_HYPHEN && q > p && r->words > 1 && is_low_half(parts, tokens, q + 1)) {
            q += 2;
        } else if (part->kind == T2G_PART_HYPHEN && q > p && is_name(part_at(parts, q + 1))) {
            q += 2;
        } else break;
    }
    while (q > p && part_at(parts, q - 1)->kind == T2G_PART_INITIAL && r->words == 0) q--, r->initials--;
    return q;
}

static t2g_sureness weigh(const reading *r, bool titled, bool given_first)
{
    if (r->words == 0) return T2G_UNLIKELY;
    if (titled) return r->words <= 4 ? T2G_SURE : T2G_UNLIKELY;
    uint32_t names = r->words + r->initials;
    if (r->words > 5) return T2G_UNLIKELY;
    if (given_first && names >= 2 && r->common < r->words) return T2G_SURE;
    if (r->initials && r->words <= 3) return T2G_SURE;
    if (r->particle && names >= 2) return T2G_SURE;
    if (r->words >= 2 && r->words <= 4 && r->common == 0) return r->known_last || r->given ? T2G_SURE : T2G_LIKELY;
    if (r->words >= 2 && r->common < r->words && r->known_last) return T2G_LIKELY;
    if (r->words == 1 && (r->known_last || r->given || r->particle)) return T2G_POSSIBLE;
    return T2G_UNLIKELY;
}

t2g_personname t2g_personname_at(const t2g_parts *parts, const t2g_tokens *tokens, uint32_t p, bool titled)
{
    reading r = {0};
    uint32_t end = read_name(parts, tokens, p, titled, &r);
    t2g_sureness sure = weigh(&r, titled, part_at(parts, p)->flags & T2G_PART_IS_GIVEN);
    if (end > p && sure >= T2G_LIKELY) end = with_generation(parts, tokens, end);
    if (is_korean(parts, tokens, p)) sure = T2G_SURE;
    return (t2g_personname){.end = end, .words = r.words, .sure = sure, .korean = is_korean(parts, tokens, p)};
}
