/* wordclass.h - the closed classes of English: what a small word can be without a tagger.
 *
 * Determiners, prepositions, auxiliaries and the like are few and do not grow,
 * so they stand in the program and not in a list.  Each distinct form of a
 * document is looked up once; asking for a token is one load.
 *
 * SPDX-License-Identifier: MIT
 */
#ifndef T2G_NLP_WORDCLASS_H
#define T2G_NLP_WORDCLASS_H

#include "nlp/token/token.h"

enum {
    T2G_CLASS_DETERMINER = 1,     /* the, a, this, some                       */
    T2G_CLASS_PREPOSITION = 2,    /* of, in, during                           */
    T2G_CLASS_BE = 4,             /* is, was, been                            */
    T2G_CLASS_HAVE = 8,           /* has, had                                 */
    T2G_CLASS_DO = 16,            /* do, did                                  */
    T2G_CLASS_FUTURE = 32,        /* will, shall, 'll                         */
    T2G_CLASS_MODAL = 64,         /* would, may, should: not said to be so    */
    T2G_CLASS_NOT = 128,          /* not, n't, never, no                      */
    T2G_CLASS_PRONOUN = 256,      /* he, them, who                            */
    T2G_CLASS_POSSESSIVE = 512,   /* his, its; also the 's of a genitive      */
    T2G_CLASS_AND = 1024,         /* and, &                                   */
    T2G_CLASS_BUT = 2048,         /* but, or, while                           */
    T2G_CLASS_SUBORDINATOR = 4096, /* that, which, because, after             */
    T2G_CLASS_IF = 8192,          /* if, whether, unless: not said to be so   */
    T2G_CLASS_ADVERB = 16384,     /* also, now; any word in -ly               */
    T2G_CLASS_PAST = 32768        /* was, had, did                            */
};

/* Any of the classes that end a noun phrase. */
enum {
    T2G_CLASS_FUNCTION = T2G_CLASS_DETERMINER | T2G_CLASS_PREPOSITION | T2G_CLASS_BE | T2G_CLASS_HAVE |
                         T2G_CLASS_DO | T2G_CLASS_FUTURE | T2G_CLASS_MODAL | T2G_CLASS_NOT | T2G_CLASS_PRONOUN |
                         T2G_CLASS_POSSESSIVE | T2G_CLASS_AND | T2G_CLASS_BUT | T2G_CLASS_SUBORDINATOR |
                         T2G_CLASS_IF | T2G_CLASS_ADVERB,
    T2G_CLASS_AUXILIARY = T2G_CLASS_BE | T2G_CLASS_HAVE | T2G_CLASS_DO | T2G_CLASS_FUTURE | T2G_CLASS_MODAL
};

/* The classes of a lower-cased word, 0 for an open one. */
uint16_t t2g_word_class(t2g_slice fold);

/* The same for every form of a document: [tokens->forms.len] by form id, or
 * NULL when memory is out. */
uint16_t *t2g_word_classes(t2g_arena *arena, const t2g_tokens *tokens);

#endif
