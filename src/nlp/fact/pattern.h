/* pattern.h - rows of items that say a fact, matched through the lexicon's own trie.
 *
 * The patterns are data (data/lexicon/patterns.tsv): "@person , @office" is a
 * phrase whose words are labels of items.  They live in the same trie as all
 * phrases, so a person can add one without compiling.  From each item the trie
 * is walked by every label the item bears, the longest match counts.
 * O(items * labels^length), both small and fixed.
 *
 * SPDX-License-Identifier: MIT
 */
#ifndef T2G_NLP_PATTERN_H
#define T2G_NLP_PATTERN_H

#include "nlp/item/offices.h"

enum { T2G_PATTERN_LONGEST = 10 }; /* labels; longer patterns are never matched */

/* The labels an item can bear: their words in data/lexicon/patterns.tsv. */
#define T2G_LABELS(LABEL)                                                                                             \
    LABEL(PERSON, "@person") LABEL(ORG, "@org") LABEL(PARTY, "@party") LABEL(COUNTRY, "@country")                     \
    LABEL(DEMONYM, "@demonym") LABEL(ENTITY, "@entity") LABEL(ITS, "@its") LABEL(HIS, "@his") LABEL(S, "@s") LABEL(OFFICE, "@office")    \
    LABEL(NUMBER, "@number") LABEL(ASIDE, "@aside") LABEL(PART, "@part") LABEL(COMMA, ",") LABEL(IS, "@is") LABEL(LEAD, "@lead") LABEL(LEADING, "@leading")       \
    LABEL(LED, "@led") LABEL(BECOME, "@become") LABEL(BECOMING, "@becoming") LABEL(JOIN, "@join")                     \
    LABEL(BELONG, "@belong") LABEL(LEAVE, "@leave") LABEL(END, "@end") LABEL(APPOINT, "@appoint") LABEL(APPOINTED, "@appointed")         \
    LABEL(SUCCEED, "@succeed") LABEL(SUCCEEDED, "@succeeded") LABEL(REMOVE, "@remove") LABEL(REMOVED, "@removed")

typedef enum t2g_label {
#define LABEL(name, word) T2G_LABEL_##name,
    T2G_LABELS(LABEL)
#undef LABEL
    T2G_LABEL_COUNT
} t2g_label;

typedef struct t2g_matcher {
    const t2g_layers *layers;
    const t2g_row *row;
    const t2g_offices *offices;
    const uint8_t *nature;            /* by entity: T2G_NATURE_...                     */
    uint32_t word[T2G_LABEL_COUNT];   /* of the lexicon, or T2G_NONE: in no pattern     */
} t2g_matcher;

typedef struct t2g_match {
    uint32_t at[T2G_PATTERN_LONGEST]; /* items, one a label                             */
    uint32_t len;
    uint32_t end;                     /* item behind the last                           */
    t2g_span entries;                 /* of the lexicon, at least one of them a pattern */
} t2g_match;

void t2g_matcher_init(t2g_matcher *matcher, const t2g_layers *layers, const t2g_row *row, const t2g_offices *offices,
                      const uint8_t *nature);

/* The longest pattern that begins at item i and ends before item end.  next: the item of its second label where that
 * stands further on ("Smith works for X and [leads] Y"), else T2G_NONE. */
bool t2g_pattern_match(const t2g_matcher *matcher, uint32_t i, uint32_t next, uint32_t end, t2g_match *match);

#endif
