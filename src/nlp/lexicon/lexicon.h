/* lexicon.h - the lists of facts, compiled: phrases to what is known of them.
 *
 * The tables of data/lexicon are compiled into one read-only image: words, a trie of
 * phrases over them, entries and strings, all by offset, so that the built-in
 * image is used where it lies and loading costs nothing (leximage.h tells how it
 * is laid out and made).  Words match without regard to case; which entries fit
 * the capitals of the text is phrase.c's affair.
 *
 * SPDX-License-Identifier: MIT
 */
#ifndef T2G_NLP_LEXICON_H
#define T2G_NLP_LEXICON_H

#include "base/arena.h"
#include "base/error.h"
#include "base/slice.h"

typedef enum t2g_lex_list {
#define LIST(name, file) T2G_LEX_##name,
#include "nlp/lexicon/lexicon.def"
    T2G_LEX_LISTS
} t2g_lex_list;

typedef enum t2g_lex_key {
    T2G_KEY_NONE,
#define KEYWORD(name, word) T2G_KEY_##name,
#include "nlp/lexicon/lexicon.def"
    T2G_KEYS
} t2g_lex_key;

enum { T2G_LEX_LONGEST = 16 }; /* words of a phrase, at most */

typedef struct t2g_lexicon t2g_lexicon; /* immutable once loaded; shared by threads */

typedef struct t2g_lex_entry {
    uint8_t list;    /* t2g_lex_list                                                  */
    uint8_t key;     /* t2g_lex_key                                                   */
    t2g_slice phrase; /* as in the list                                               */
    t2g_slice value; /* third column, size 0 when absent                              */
    t2g_slice more;  /* fourth column                                                 */
} t2g_lex_entry;

/* Check an image from beginning to end and take it; it must be aligned for a
 * uint32_t and outlive the lexicon.  image NULL: the built-in one, whose header
 * alone is looked at.  T2G_FORMAT when it is damaged or of another version. */
t2g_result t2g_lexicon_load(t2g_lexicon **lexicon, const void *image, size_t size, t2g_error *error);

void t2g_lexicon_free(t2g_lexicon *lexicon);

/* The id of a lower-cased word, or T2G_NONE when no phrase has it. */
uint32_t t2g_lexicon_word(const t2g_lexicon *lexicon, t2g_slice fold);

/* One step in the trie of phrases: from state 0 (no word read yet) by a word to
 * the next state, or T2G_NONE when no phrase goes on so. */
uint32_t t2g_lexicon_step(const t2g_lexicon *lexicon, uint32_t state, uint32_t word);

/* The entries whose phrase ends at a state: ids [begin, end). */
t2g_span t2g_lexicon_entries(const t2g_lexicon *lexicon, uint32_t state);

t2g_lex_entry t2g_lexicon_entry(const t2g_lexicon *lexicon, uint32_t id);

/* List and keyword alone, quicker than the whole entry. */
t2g_lex_list t2g_lexicon_list(const t2g_lexicon *lexicon, uint32_t id);
t2g_lex_key t2g_lexicon_key(const t2g_lexicon *lexicon, uint32_t id);

#endif
