/* SPDX-License-Identifier: MIT */
#include "nlp/item/rolesense.h"

static bool is_one_of(t2g_slice fold, const char *const *words)
{
    for (; *words; words++)
        if (t2g_slice_is(fold, *words)) return true;
    return false;
}

static t2g_slice last_word(const t2g_layers *layers, const t2g_row *row, uint32_t i)
{
    return t2g_token_fold(layers->tokens, row->at[i].end - 1);
}

bool t2g_role_heads_field(const t2g_layers *layers, const t2g_row *row, uint32_t begin, uint32_t i)
{
    static const char *const heads[] = {"director", "directors", "manager", "managers", "chief", "chiefs", "head", "heads",
                                        "editor", "editors", NULL};
    static const char *const fields[] = {
        "advocacy",    "art",         "business",   "campaign", "commercial",  "communications", "country",  "creative",
        "crisis",      "culture",     "design",     "development", "digital",  "economic",       "education", "engineering",
        "finance",     "financial",   "food",       "foreign",  "information", "legal",          "local",    "marketing",
        "media",       "medical",     "news",       "operational", "operations", "personnel",    "planning", "policy",
        "political",   "press",       "product",    "production", "program",   "programme",      "project",  "propaganda",
        "recruitment", "regional",    "research",   "safety",   "sales",       "science",        "scientific", "security",
        "sports",      "technical",   "technology", "training", "warehouse",   NULL};
    if (i == begin || row->at[i].end != row->at[i].begin + 1 || !is_one_of(last_word(layers, row, i), heads)) return false;
    const t2g_item *before = &row->at[i - 1];
    if (before->kind == T2G_ITEM_NAME) return true;
    return before->end == before->begin + 1 && is_one_of(last_word(layers, row, i - 1), fields);
}

static const char *const seekers[] = {"candidate", "candidates", "contender", "contenders", "hopeful", "nominee", "nominees",
                                      "applicant", NULL};

bool t2g_role_is_seeker(const t2g_layers *layers, t2g_span role)
{
    return is_one_of(t2g_token_fold(layers->tokens, role.end - 1), seekers);
}

bool t2g_role_seeks_seat(const t2g_layers *layers, const t2g_row *row, uint32_t i, uint32_t end)
{
    static const char *const seats[] = {"senate", "congress", "house", "parliament", "council", "assembly", "court",
                                        "bundestag", "commons", NULL};
    enum { FAR = 4 };
    bool leads = i + 1 < end && t2g_item_is(layers, &row->at[i + 1], "for");
    if (!leads || !is_one_of(last_word(layers, row, i), seekers)) return false;
    uint32_t limit = i + 2 + FAR < end ? row->at[i + 2 + FAR].begin : row->at[end - 1].end;
    for (uint32_t t = row->at[i].end; t < limit; t++)
        if (is_one_of(t2g_token_fold(layers->tokens, t), seats)) return true;
    return false;
}
