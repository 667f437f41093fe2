/* nameparts.h - tokens, phrases and case in, the parts that names are built of out.
 *
 * Each part is a word or a phrase of the lexicon with the one thing it may be in
 * a name: a title, a given name, a country, "Ministry", "of".  The grammars of
 * personname.c and orgname.c read parts, not tokens.  O(tokens + phrases).
 *
 * SPDX-License-Identifier: MIT
 */
#ifndef T2G_NLP_NAMEPARTS_H
#define T2G_NLP_NAMEPARTS_H

#include "nlp/casing.h"

typedef enum t2g_part_kind {
    T2G_PART_OTHER,    /* lower case, numbers: in no name                             */
    T2G_PART_BREAK,    /* the begin of a sentence (empty), other punctuation           */
    T2G_PART_WORD,     /* a capitalised word of which nothing is known                */
    T2G_PART_GIVEN,    /* a given name                                                */
    T2G_PART_INITIAL,  /* W. or W                                                     */
    T2G_PART_ACRONYM,  /* NCSC                                                        */
    T2G_PART_TITLE,    /* of the lists titles and roles, in any case                  */
    T2G_PART_COUNTRY,
    T2G_PART_NATION,   /* a country's adjective or people                             */
    T2G_PART_PLACE,    /* also a capital                                              */
    T2G_PART_ORG,      /* an organisation of the lexicon                              */
    T2G_PART_PARTY,    /* a party's adjective or members                              */
    T2G_PART_ORGWORD,  /* Ministry, Inc                                               */
    T2G_PART_NOTNAME,
    T2G_PART_WEB,      /* example.com                                                 */
    T2G_PART_LINK,     /* of, for, on, against, to                                    */
    T2G_PART_AND,      /* and, &                                                      */
    T2G_PART_THE,
    T2G_PART_PARTICLE, /* van, bin, al                                                */
    T2G_PART_HYPHEN,   /* a hyphen without space on either side                       */
    T2G_PART_POSSESSIVE,
    T2G_PART_COMMA,
    T2G_PART_OPEN,
    T2G_PART_CLOSE
} t2g_part_kind;

enum {
    T2G_PART_CAPITAL = 1,   /* begins with a capital that says name                    */
    T2G_PART_UNSURE = 2,    /* with one that may                                       */
    T2G_PART_SURNAME = 4,   /* also a known last name                                  */
    T2G_PART_IS_GIVEN = 8,  /* also a known given name                                 */
    T2G_PART_COMMON = 16,   /* a common word, or one seen in lower case                */
    T2G_PART_GLUED = 32,    /* no space before it                                      */
    T2G_PART_AMBIGUOUS = 64, /* a name only where the context says so                   */
    T2G_PART_FLAT = 128,    /* stands in a headline                                    */
    T2G_PART_IS_ORGWORD = 256, /* also a word that makes a name an organisation's         */
    T2G_PART_IS_NOTNAME = 512 /* also of the list notnames                              */
};

typedef struct t2g_part {
    uint32_t begin, end; /* tokens                                                    */
    uint32_t entry;      /* of the lexicon, or T2G_NONE                               */
    uint16_t flags;      /* T2G_PART_...                                              */
    uint8_t kind;        /* t2g_part_kind                                             */
    uint8_t list, key;   /* of the entry                                              */
} t2g_part;

typedef struct t2g_parts {
    t2g_part *at; /* [len] in order, sentences apart by an empty T2G_PART_BREAK       */
    uint32_t len;
} t2g_parts;

/* Everything lives in the arena; false when memory is out. */
bool t2g_parts_build(t2g_parts *parts, t2g_arena *arena, const t2g_tokens *tokens, const t2g_sentences *sentences,
                     const t2g_phrases *phrases, const t2g_casing *casing);

/* Whether a part may stand inside a name by its capital. */
static inline bool t2g_part_is_namelike(const t2g_part *part)
{
    return part->kind >= T2G_PART_WORD && part->kind <= T2G_PART_NOTNAME && part->kind != T2G_PART_TITLE &&
           part->flags & (T2G_PART_CAPITAL | T2G_PART_UNSURE);
}

#endif
