/* SPDX-License-Identifier: MIT */
#include "nlp/item/when.h"

#include <stdio.h>

static bool is(const t2g_tokens *tokens, uint32_t i, uint32_t end, const char *fold)
{
    return i < end && t2g_slice_is(t2g_token_fold(tokens, i), fold);
}

/* 1 to 12, or 0. */
static uint32_t month_at(const t2g_tokens *tokens, uint32_t i, uint32_t end)
{
    static const char *const months[] = {"january", "february", "march", "april", "may", "june", "july",
                                         "august", "september", "october", "november", "december"};
    if (i >= end || tokens->at[i].shape == T2G_SHAPE_LOWER) return 0;
    t2g_slice fold = t2g_token_fold(tokens, i);
    if (fold.size > 3 && fold.bytes[fold.size - 1] == '.') fold.size--;
    for (uint32_t m = 0; m < 12; m++) {
        t2g_slice name = t2g_slice_of(months[m]);
        bool cut = fold.size >= 3 && fold.size < name.size && fold.size <= 4;
        if (t2g_slice_equal(fold, name) || (cut && memcmp(fold.bytes, name.bytes, fold.size) == 0)) return m + 1;
    }
    return 0;
}

/* The number of a token that is digits alone (12, 12th, 2005), or 0. */
static uint32_t number_at(const t2g_tokens *tokens, uint32_t i, uint32_t end)
{
    if (i >= end || tokens->at[i].kind != T2G_TOKEN_NUMBER) return 0;
    t2g_slice fold = t2g_token_fold(tokens, i);
    uint32_t number = 0, digits = 0;
    while (digits < fold.size && digits < 5 && fold.bytes[digits] >= '0' && fold.bytes[digits] <= '9')
        number = number * 10 + (uint32_t)(fold.bytes[digits++] - '0');
    bool ordinal = fold.size == digits + 2 && fold.bytes[digits] >= 'a' && fold.bytes[digits] <= 'z';
    return digits == fold.size || ordinal ? number : 0;
}

static uint32_t year_at(const t2g_tokens *tokens, uint32_t i, uint32_t end)
{
    uint32_t number = number_at(tokens, i, end);
    return number >= 1500 && number < 2200 && tokens->at[i].end - tokens->at[i].begin == 4 ? number : 0;
}

static uint32_t day_at(const t2g_tokens *tokens, uint32_t i, uint32_t end)
{
    uint32_t number = number_at(tokens, i, end);
    return number <= 31 ? number : 0;
}

uint32_t t2g_date_parse(const t2g_tokens *tokens, uint32_t i, uint32_t end, char iso[11])
{
    uint32_t at = i, day = 0;
    if (day_at(tokens, at, end) && month_at(tokens, at + 1, end)) day = day_at(tokens, at++, end);
    uint32_t month = month_at(tokens, at, end);
    if (month) {
        at++;
        if (!day && day_at(tokens, at, end)) day = day_at(tokens, at++, end);
        if (is(tokens, at, end, ",") || is(tokens, at, end, "of")) at++;
    }
    uint32_t year = year_at(tokens, at, end);
    if (!year) return i;
    if (day) snprintf(iso, 11, "%04u-%02u-%02u", year % 10000, month % 100, day % 100);
    else if (month) snprintf(iso, 11, "%04u-%02u", year % 10000, month % 100);
    else snprintf(iso, 11, "%04u", year % 10000);
    return at + 1;
}

/* A date after a small word and perhaps "early", "late", "mid-", "the". */
static uint32_t date_after(const t2g_tokens *tokens, uint32_t i, uint32_t end, char iso[11])
{
    static const char *const before[] = {"early", "late", "mid", "-", "the", "about", "around", "its"};
    for (size_t b = 0; b < sizeof before / sizeof *before; b++)
        if (is(tokens, i, end, before[b])) i++;
    uint32_t next = t2g_date_parse(tokens, i, end, iso);
    return next == i ? 0 : next;
}

static uint32_t range_after(const t2g_tokens *tokens, uint32_t i, uint32_t end, t2g_when *when)
{
    char since[11], until[11];
    uint32_t next = date_after(tokens, i, end, since);
    if (!next) return 0;
    bool joined = is(tokens, next, end, "to") || is(tokens, next, end, "until") || is(tokens, next, end, "and") ||
                  is(tokens, next, end, "-") || is(tokens, next, end, "–") || is(tokens, next, end, "through") ||
                  is(tokens, next, end, "till");
    if (!joined) return 0;
    uint32_t last = date_after(tokens, next + 1, end, until);
    if (!last) return 0;
    memcpy(when->since, since, sizeof since);
    memcpy(when->until, until, sizeof until);
    return last;
}

t2g_when t2g_when_find(const t2g_tokens *tokens, uint32_t begin, uint32_t end, char on[11])
{
    t2g_when when = {.since = ""};
    on[0] = '\0';
    for (uint32_t i = begin; i < end; i++) {
        char iso[11];
        bool from = is(tokens, i, end, "from") || is(tokens, i, end, "between") || is(tokens, i, end, "(");
        if (from && range_after(tokens, i + 1, end, &when)) break;
        if (is(tokens, i, end, "since") && date_after(tokens, i + 1, end, iso)) memcpy(when.since, iso, sizeof iso);
        bool until = is(tokens, i, end, "until") || is(tokens, i, end, "till");
        if (until && date_after(tokens, i + 1, end, iso)) memcpy(when.until, iso, sizeof iso);
        bool at = is(tokens, i, end, "in") || is(tokens, i, end, "on");
        if (at && !on[0] && date_after(tokens, i + 1, end, iso)) memcpy(on, iso, sizeof iso);
    }
    return when;
}
