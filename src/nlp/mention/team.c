/* SPDX-License-Identifier: MIT */
#include "nlp/mention/team.h"

/* One word of sport in eighty, and one in thirty: on the training articles nearly all above the first are reports of
 * games and nearly none below. */
uint8_t t2g_sport_of(const t2g_phrases *phrases, uint32_t tokens)
{
    uint32_t sport = 0;
    for (uint32_t p = 0; p < phrases->len; p++) sport += phrases->at[p].list == T2G_LEX_SPORT;
    if (sport < 4 || sport < tokens / 80) return 0;
    return sport < tokens / 30 ? 1 : 2;
}

const t2g_phrase *t2g_team_at(const t2g_phrases *phrases, uint32_t token, uint32_t limit)
{
    for (uint32_t p = phrases->first[token]; p < phrases->first[token + 1]; p++)
        if (phrases->at[p].list == T2G_LEX_ORGANISATION && phrases->at[p].end <= limit) return &phrases->at[p];
    return NULL;
}

uint32_t t2g_teams_in(const t2g_phrases *phrases, t2g_span span)
{
    uint32_t teams = 0;
    for (uint32_t i = span.begin; i < span.end; teams++) {
        const t2g_phrase *team = t2g_team_at(phrases, i, span.end);
        if (!team) return 0;
        i = team->end;
    }
    return teams;
}
