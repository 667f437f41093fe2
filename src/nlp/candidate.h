/* candidate.h - name parts in, proposed names out: what the mention room decides on.
 *
 * A proposal says what a span looks like by itself and how sure that is; the
 * decision, which also knows the rest of the document, is mention.c's.  A
 * learned tagger may take this place: it proposes the same.
 *
 * SPDX-License-Identifier: MIT
 */
#ifndef T2G_NLP_CANDIDATE_H
#define T2G_NLP_CANDIDATE_H

#include "nlp/mention.h"
#include "nlp/nameparts.h"
#include "nlp/personname.h"

enum {
    T2G_CAND_TITLED = 1,   /* a title or an office stands right before              */
    T2G_CAND_PLACED = 2,   /* "in", "near" or "at" stands right before              */
    T2G_CAND_SPEAKS = 4,   /* a verb of saying stands right behind                  */
    T2G_CAND_EMPLOYS = 8,  /* an office stands right behind: "Boeing spokesman"     */
    T2G_CAND_SURNAME = 16, /* its last word is a known last name                    */
    T2G_CAND_GIVEN = 32,   /* its first word is a known given name                  */
    T2G_CAND_ACRONYM = 64,
    T2G_CAND_GRAMMAR = 128 /* an organisation by its words, not by the lexicon      */
};

typedef struct t2g_candidate {
    uint32_t begin, end; /* tokens                                                    */
    uint32_t entry;      /* of the lexicon, or T2G_NONE                               */
    uint8_t kind;        /* t2g_mention_kind it looks like                            */
    uint8_t sure;        /* t2g_sureness                                              */
    uint16_t flags;      /* T2G_CAND_...                                              */
} t2g_candidate;

typedef struct t2g_candidates {
    t2g_candidate *at; /* [len] by begin, disjoint                                    */
    uint32_t len;
} t2g_candidates;

/* Lives in the arena; false when memory is out. */
bool t2g_candidates_build(t2g_candidates *candidates, t2g_arena *arena, const t2g_tokens *tokens,
                          const t2g_phrases *phrases, const t2g_parts *parts);

#endif
