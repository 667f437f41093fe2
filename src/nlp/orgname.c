/* SPDX-License-Identifier: MIT */
#include "nlp/orgname.h"

enum { LONGEST = 14 }; /* parts of one name */

static const t2g_part nothing = {.kind = T2G_PART_BREAK, .entry = T2G_NONE};

static const t2g_part *part_at(const t2g_parts *parts, uint32_t p)
{
    return p < parts->len ? &parts->at[p] : &nothing;
}

static bool is_capital(const t2g_part *part)
{
    return part->flags & (T2G_PART_CAPITAL | T2G_PART_UNSURE);
}

static bool is_orgword(const t2g_part *part)
{
    bool also = part->kind == T2G_PART_ORG && part->flags & T2G_PART_IS_ORGWORD && part->end == part->begin + 1;
    return (part->kind == T2G_PART_ORGWORD || also) && is_capital(part);
}

/* "Ministry of": a phrase of the list that wants something behind it. */
static bool is_opening(const t2g_part *part)
{
    return is_orgword(part) && part->key == T2G_KEY_PREFIX;
}

static bool is_date(const t2g_part *part)
{
    return part->kind == T2G_PART_NOTNAME && part->key == T2G_KEY_DATE;
}

/* What may stand inside a name: a capitalised word of any kind but a day or month.  A title
 * only before an organisation's word or behind a link ("Farmers Union", "Union of Journalists"). */
static bool is_inside(const t2g_parts *parts, uint32_t p, bool behind_link)
{
    const t2g_part *part = part_at(parts, p);
    if (part->kind == T2G_PART_TITLE)
        return is_capital(part) && (behind_link || is_orgword(part_at(parts, p + 1)) ||
                                    part_at(parts, p + 1)->kind == T2G_PART_POSSESSIVE);
    return t2g_part_is_namelike(part) && !is_date(part);
}

/* A word that names a field and no one: what "and" may join within a name. */
static bool is_field(const t2g_part *part)
{
    if (part->list == T2G_LEX_OUTLET && part->end > part->begin + 1) return is_capital(part);
    return (part->kind == T2G_PART_WORD || part->kind == T2G_PART_ORGWORD || part->kind == T2G_PART_NOTNAME) &&
           is_capital(part) && !is_date(part);
}

static bool is_ampersand(const t2g_tokens *tokens, const t2g_part *part)
{
    return part->kind == T2G_PART_AND && t2g_slice_is(t2g_token_form(tokens, part->begin), "&");
}

/* ", Food and Rural Affairs": a list that goes on behind part p (a comma) and ends with "and". */
static uint32_t list_end(const t2g_parts *parts, uint32_t p)
{
    uint32_t q = p + 1;
    while (q < p + 4 && is_field(part_at(parts, q))) q++;
    if (q == p + 1 || part_at(parts, q)->kind != T2G_PART_AND || !is_field(part_at(parts, q + 1))) return p;
    for (q++; q < p + 8 && is_field(part_at(parts, q)); q++) {}
    return q;
}

/* Behind "of": the words it governs, with their "and", lists and further "of". */
static uint32_t tail_end(const t2g_parts *parts, const t2g_tokens *tokens, uint32_t p)
{
    uint32_t q = p, last = p, limit = p + LONGEST;
    if (part_at(parts, q)->kind == T2G_PART_THE) q++;
    while (q < limit) {
        const t2g_part *part = part_at(parts, q);
        bool started = last > p;
        const t2g_part *before = started ? part_at(parts, q - 1) : &nothing;
        if (is_inside(parts, q, true)) last = ++q;
        else if (part->kind == T2G_PART_HYPHEN && started && is_inside(parts, q + 1, true)) q++;
        else if (!started) break;
        else if (part->kind == T2G_PART_AND && is_field(before) && is_field(part_at(parts, q + 1))) q++;
        else if (part->kind == T2G_PART_AND && before->kind == T2G_PART_PLACE &&
                 part_at(parts, q + 1)->kind == T2G_PART_PLACE && t2g_part_is_namelike(part_at(parts, q + 1)))
            q++;
        else if (part->kind == T2G_PART_COMMA && is_field(before) && list_end(parts, q) > q) last = q = list_end(parts, q);
        else if (part->kind == T2G_PART_LINK && t2g_slice_is(t2g_token_fold(tokens, part->begin), "of") &&
                 (is_inside(parts, q + 1, true) ||
                  (part_at(parts, q + 1)->kind == T2G_PART_THE && is_inside(parts, q + 2, true))))
            q += part_at(parts, q + 1)->kind == T2G_PART_THE ? 2 : 1;
        else break;
    }
    return last;
}

/* "Department of Health" of the lexicon may go on: "and Social Care". */
static bool is_department(const t2g_tokens *tokens, const t2g_part *part)
{
    if (part->kind != T2G_PART_ORG || part->end < part->begin + 3) return false;
    t2g_slice first = t2g_token_fold(tokens, part->begin);
    return t2g_slice_is(first, "department") || t2g_slice_is(first, "ministry");
}

/* Owners that are part of a name: People's Party, Women's Institute. */
static bool owns_a_name(t2g_slice fold)
{
    static const char *const owners[] = {"people", "women", "men", "children", "workers", "farmers", "peoples", "students",
                                         "teachers", "writers", "players", "drivers", "soldiers", "veterans", "king",
                                         "queen", "mothers", "doctors", "lawyers", "girls", "boys", "citizens"};
    for (size_t i = 0; i < sizeof owners / sizeof *owners; i++)
        if (t2g_slice_is(fold, owners[i])) return true;
    return false;
}

uint32_t t2g_orgname_end(const t2g_parts *parts, const t2g_tokens *tokens, uint32_t p)
{
    uint32_t q = p, last = p, limit = p + LONGEST;
    if (is_department(tokens, part_at(parts, p)) && part_at(parts, p + 1)->kind == T2G_PART_AND &&
        is_field(part_at(parts, p + 2)) && !(part_at(parts, p + 2)->flags & T2G_PART_IS_GIVEN))
        return tail_end(parts, tokens, p + 2);
    while (q < limit) {
        const t2g_part *part = part_at(parts, q);
        if (q > p && part->kind == T2G_PART_ORG && part->end > part->begin + 1 &&
            part_at(parts, q - 1)->kind == T2G_PART_WORD && !(part_at(parts, q - 1)->flags & T2G_PART_COMMON)) {
            /* A known name with an unknown word before it is another one: "Fredonian People's Party". */
            last = ++q;
            continue;
        }
        if (is_opening(part)) {
            /* "Bank of" is closed by what follows, and needs it. */
            uint32_t end = tail_end(parts, tokens, q + 1);
            if (end == q + 1) break;
            last = q = end;
        } else if (is_orgword(part)) {
            q++;
            if (q > p + 1 || part->key == T2G_KEY_ANYWHERE) last = q;
            const t2g_part *link = part_at(parts, q);
            if (link->kind == T2G_PART_LINK) {
                uint32_t end = tail_end(parts, tokens, q + 1);
                if (end > q + 1) last = q = end;
            }
        } else if (is_inside(parts, q, false)) q++;
        else if (part->kind == T2G_PART_HYPHEN && q > p && is_inside(parts, q + 1, false)) q++;
        else if (is_ampersand(tokens, part) && q > p && is_inside(parts, q + 1, false)) {
            q += 2;
            last = q;
        } else if (part->kind == T2G_PART_AND && q == p + 1 && last == p && is_field(part_at(parts, p)) &&
                   part_at(parts, p)->key != T2G_KEY_ANYWHERE && !(part_at(parts, p)->flags & (T2G_PART_IS_GIVEN | T2G_PART_SURNAME)) && is_inside(parts, q + 1, false))
            q++;
        else if (part->kind == T2G_PART_POSSESSIVE && q > p && is_inside(parts, q + 1, false) &&
                 owns_a_name(t2g_token_fold(tokens, part->begin - 1)))
            q++;
        else break;
    }
    return last;
}
