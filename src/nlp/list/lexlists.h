/* lexlists.h - the lists of data/lexicon in, the image of a lexicon out.
 *
 * A list is tokenised as a text whose blocks are its phrases, so that phrases
 * and news are always split alike.  O(bytes of the lists).
 *
 * SPDX-License-Identifier: MIT
 */
#ifndef T2G_NLP_LEXLISTS_H
#define T2G_NLP_LEXLISTS_H

#include "nlp/lexicon/leximage.h"

/* The lists as they are gathered, line by line. */
typedef struct t2g_lex_line {
    t2g_slice phrase, value, more;
    const char *file;    /* where it was read, for messages                        */
    uint32_t line;       /* from 1                                                  */
    uint8_t list, key;
} t2g_lex_line;

typedef struct t2g_lexlists {
    t2g_arena *arena;    /* holds the array and the files that were read            */
    t2g_lex_line *lines; /* [len] in the order taken                                 */
    uint32_t len, cap;
    size_t bytes; /* of all phrases                                               */
} t2g_lexlists;

void t2g_lexlists_init(t2g_lexlists *lists, t2g_arena *arena);

/* Take the bytes of one file.  name is for messages; name and bytes must
 * outlive lists.  T2G_FORMAT with "name:line: what was found, what was wanted":
 * a phrase is absent or not written plainly, the keyword is none, a line stands twice. */
t2g_result t2g_lexlists_take(t2g_lexlists *lists, t2g_lex_list list, const char *name, t2g_slice bytes,
                             t2g_error *error);

/* Read folder/list+ending, say data/lexicon/places.tsv, and take it; *found is
 * false, and nothing taken, when there is no such file. */
t2g_result t2g_lexlists_read(t2g_lexlists *lists, t2g_lex_list list, const char *folder, const char *ending,
                             bool *found, t2g_error *error);

/* Take a list as it stands in a lexicon that is loaded. */
t2g_result t2g_lexlists_copy(t2g_lexlists *lists, t2g_lex_list list, const t2g_lexicon *from, t2g_error *error);

/* Compile what was taken; the image lies in arena, aligned for its tables, and
 * its header holds its size.  Entries of one phrase keep the order they were
 * taken in; the same lists always give the same bytes.  T2G_FORMAT when a phrase
 * cannot be split into words, T2G_RANGE when the lists are too large. */
t2g_result t2g_leximage_build(const t2g_lexlists *lists, t2g_arena *arena, t2g_leximage_header **image,
                              t2g_error *error);

#endif
