/* namesight.h - tokens and phrases in, what can be seen of each word when looking for names out.
 *
 * Two layers of features (Ratinov & Roth 2009, "Design Challenges and
 * Misconceptions in Named Entity Recognition"): the word, its neighbours, the
 * run of capitals that it stands in, the lists of the lexicon, word clusters;
 * and what the rest of the document shows of the same word: its longest name,
 * what stands around that, whether it is ever written small.  What is the same
 * of a word wherever it stands is worked out once for each form.
 *
 * SPDX-License-Identifier: MIT
 */
#ifndef T2G_NLP_NAMESIGHT_H
#define T2G_NLP_NAMESIGHT_H

#include "model/wordbook.h"
#include "nlp/list/phrase.h"
#include "nlp/token/sentence.h"

enum {
    T2G_NAME_RUN = 8,     /* words of a run of capitals, at most                          */
    T2G_NAME_CONTEXTS = 8 /* words seen beside a word in the document, at most         */
};

/* How a word is written, finer than t2g_shape. */
typedef enum t2g_look {
    T2G_LOOK_OTHER,
    T2G_LOOK_SMALL,
    T2G_LOOK_TITLE,
    T2G_LOOK_CAPS,
    T2G_LOOK_MIXED,      /* McCain                                                        */
    T2G_LOOK_NUMBER,
    T2G_LOOK_SIGNS,      /* no letter, no digit                                           */
    T2G_LOOK_LETTER,     /* A                                                             */
    T2G_LOOK_INITIAL,    /* A.                                                            */
    T2G_LOOK_CAPS_DIGIT, /* MI6                                                           */
    T2G_LOOK_LOW_DIGIT,  /* 5th                                                           */
    T2G_LOOK_CAPS_SIGN,  /* U.S.                                                          */
    T2G_LOOK_INNER,      /* iPhone                                                        */
    T2G_LOOK_NONE        /* before and behind the sentence                                */
} t2g_look;

/* A word's place in "Name of Something (NOS)". */
typedef enum t2g_announced {
    T2G_ANNOUNCED_NOT,
    T2G_ANNOUNCED_BEGIN,
    T2G_ANNOUNCED_INSIDE,
    T2G_ANNOUNCED_LAST,
    T2G_ANNOUNCED_ACRONYM
} t2g_announced;

/* What is the same of a form wherever it stands. */
typedef struct t2g_wordsight {
    uint64_t key;       /* of the word, small letters, digits as 0                        */
    uint64_t written;   /* of the word as it is written                                   */
    uint64_t prefix[4], suffix[4]; /* of 1 to 4 bytes; 0: the word is shorter             */
    uint64_t outline;   /* Xx0 with runs as one                                           */
    uint16_t cluster[T2G_GRAINS];
    uint8_t habit;
    uint8_t look;       /* t2g_look                                                       */
    uint8_t joint;      /* bool: may join capitals to one long name: of, and, for         */
    uint8_t known;      /* bool: the rest is set                                          */
} t2g_wordsight;

/* What a document shows of a word, by its lower-cased form. */
typedef struct t2g_wordtrace {
    uint32_t begin, end; /* the longest run of capitals with it                           */
    uint32_t capital, inner, small; /* times with a capital, with one that is no first word's, without */
    uint32_t contexts;   /* [0, T2G_NAME_CONTEXTS]                                        */
    uint32_t expansion_begin, expansion_end; /* what an acronym stands for, by the first "Name (ACRONYM)" */
    uint64_t context[T2G_NAME_CONTEXTS]; /* keys of words beside its runs, told apart by side */
} t2g_wordtrace;

typedef struct t2g_namesight {
    const t2g_tokens *tokens;
    const t2g_sentences *sentences;
    const t2g_wordsight *words;  /* [forms] by form                                       */
    const t2g_wordtrace *traces; /* [forms] by fold                                       */
    const uint32_t *alone;       /* [tokens->len] lists that have the word: a bit each    */
    const uint32_t *among;       /* [tokens->len] lists that have a phrase of more words over it */
    const uint8_t *announced;    /* [tokens->len] t2g_announced                            */
    uint8_t sport;               /* how much the document speaks of sport, 0 to 2         */
    const uint8_t *may;          /* [tokens->len] bool: may be in a name                  */
} t2g_namesight;

/* Everything lives in the arena; false when memory is out.  O(tokens + phrases). */
bool t2g_namesight_build(t2g_namesight *sight, t2g_arena *arena, const t2g_wordbook *book, const t2g_tokens *tokens,
                         const t2g_sentences *sentences, const t2g_phrases *phrases);

bool t2g_namesight_is_capital(const t2g_namesight *sight, uint32_t token);

/* The sentence's first word, behind a quotation mark or dash: its capital says nothing. */
uint32_t t2g_namesight_opening(const t2g_namesight *sight, t2g_sentence sentence);

#endif
