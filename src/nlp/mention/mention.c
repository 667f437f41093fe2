/* mention.c - what the model of names says, put right where the lexicon and the document know better.
 *
 * Name by name: where it begins and ends (namebound.h), of what kind it is (namekind.h), what
 * looks like a body and is none (lookalike.h), teams called by their towns (team.h).  Then all
 * names of the document together (ballot.h), and what they teach (recall.h).  Countries are
 * found inside longer names too.  O(tokens).
 *
 * SPDX-License-Identifier: MIT
 */
#include "nlp/mention/mention.h"

#include "nlp/mention/ballot.h"
#include "nlp/mention/namebound.h"
#include "nlp/mention/namekind.h"
#include "nlp/mention/recall.h"
#include "nlp/mention/team.h"

/* "Augsburg Eintracht Frankfurt" in a table of results: a name for each team.  A town alone is its team where the model
 * took it for a person, or, in a text of hardly anything but sport, where nothing says that it is a place. */
static bool add_teams(t2g_decision *d, const t2g_verdict *m)
{
    static const char *const places[] = {"in", "from", "near", "to", "of", "outside", "around", NULL};
    if (!d->sport || m->kind == T2G_NO_NAME || t2g_is_state(m->kind)) return false;
    uint32_t teams = t2g_teams_in(d->phrases, (t2g_span){m->begin, m->end});
    bool is_place = m->begin > 0 && t2g_fold_is_any(d, m->begin - 1, places);
    bool person = m->kind == T2G_PER && t2g_phrases_longest(d->phrases, m->begin, T2G_LEX_PLACE);
    bool town = m->kind == T2G_LOC && d->sport == 2 && !is_place;
    if (teams == 0 || (teams == 1 && !person && !town)) return false;
    for (uint32_t i = m->begin; i < m->end;) {
        const t2g_phrase *team = t2g_team_at(d->phrases, i, m->end);
        d->at[d->len++] = (t2g_verdict){i, team->end, team->entry, T2G_ORG};
        i = team->end;
    }
    return true;
}

static void decide_all(t2g_decision *d, const t2g_names *names)
{
    uint32_t n = 0;
    for (uint32_t i = 0; i < d->tokens->len;) {
        while (n < names->len && names->at[n].begin < i) n++; /* its first words went to the name before */
        uint32_t limit = n < names->len ? names->at[n].begin : d->tokens->len;
        t2g_verdict m = i == limit ? t2g_name_decide(d, &names->at[n]) : t2g_name_find_missed(d, i, limit);
        if (m.kind != T2G_NO_NAME && !add_teams(d, &m)) {
            if (d->len && t2g_name_goes_on(d, &d->at[d->len - 1], &m)) d->at[d->len - 1].end = m.end;
            else d->at[d->len++] = m;
        }
        i = m.end > i ? m.end : i + 1;
    }
}

static void add(t2g_mentions *mentions, const t2g_decision *d, t2g_verdict m, uint32_t outer)
{
    mentions->at[mentions->len] = (t2g_mention){m.begin, m.end, t2g_name_head(d, m.begin, m.end, m.kind), m.entry, outer, m.kind};
    for (uint32_t i = m.begin; i < m.end; i++) mentions->of[i] = mentions->len;
    mentions->len++;
}

/* A mention and, inside an organisation's name, the countries it names. */
static void add_nested(t2g_mentions *mentions, const t2g_decision *d, t2g_verdict m)
{
    uint32_t outer = mentions->len;
    add(mentions, d, m, T2G_NONE);
    if (m.kind != T2G_ORG || m.end == m.begin + 1) return;
    for (uint32_t i = m.begin; i < m.end;) {
        const t2g_phrase *country = t2g_country_at(d, i);
        if (country && country->end <= m.end) {
            add(mentions, d, (t2g_verdict){i, country->end, country->entry, t2g_state_kind(country)}, outer);
            i = country->end;
        } else {
            i++;
        }
    }
}

static void add_all(t2g_mentions *mentions, const t2g_decision *d, const t2g_recall *known)
{
    uint32_t c = 0;
    for (uint32_t i = 0; i < d->tokens->len;) {
        if (c < d->len && d->at[c].begin == i) {
            t2g_verdict m = d->at[c++];
            m.kind = t2g_recall_kind(known, d, &m);
            add_nested(mentions, d, m);
            i = m.end;
            continue;
        }
        t2g_verdict m = {i, i + 1, T2G_NONE, t2g_recall_missed(known, d, i)};
        if (m.kind != T2G_NO_NAME) add(mentions, d, m, T2G_NONE);
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
    t2g_recall known;
    t2g_arena_init(&scratch);
    size_t len = tokens->len;
    t2g_decision d = {.tokens = tokens, .sentences = sentences, .phrases = phrases, .sport = t2g_sport_of(phrases, tokens->len),
                      .at = T2G_ARRAY(&scratch, t2g_verdict, len + 1)};
    /* A token begins at most one name and one country inside it. */
    *mentions = (t2g_mentions){.at = T2G_ARRAY(arena, t2g_mention, 2 * len + 1), .of = T2G_ARRAY(arena, uint32_t, len + 1)};
    bool ok = d.at && mentions->at && mentions->of && t2g_recall_init(&known, &scratch, tokens);
    if (ok) {
        for (uint32_t i = 0; i < tokens->len; i++) mentions->of[i] = T2G_NONE;
        decide_all(&d, names);
        ok = t2g_ballot_vote(&d, &scratch);
    }
    if (ok) {
        t2g_recall_learn(&known, &d);
        add_all(mentions, &d, &known);
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
