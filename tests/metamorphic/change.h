/* change.h - a text in, another that says the same of the same (or of others by the same names) out.
 *
 * SPDX-License-Identifier: MIT
 */
#ifndef TESTS_METAMORPHIC_CHANGE_H
#define TESTS_METAMORPHIC_CHANGE_H

#include "metamorphic/edges.h"

/* Words and what stands for them; whole words alone are replaced, all at once. */
typedef struct renaming {
    const char *from, *to;
} renaming;

/* Everything below is a new string, the caller's to free. */

/* Letters that go on with a word on either side keep it from being replaced.  Of several that fit the first is
 * taken, so the longer ones must stand before those that they begin with. */
char *change_names(const char *text, const renaming *names, size_t count);

/* Line ends of two bytes; paragraphs in lines of at most so many bytes, as fold(1) does. */
char *change_to_crlf(const char *text);
char *change_to_lines(const char *text, size_t width);

/* A blank line between the sentences of a paragraph, as the program divides it. */
char *change_to_short_paragraphs(const t2g_model *model, const char *text);

/* With a paragraph in front of it or behind it. */
char *change_by_joining(const char *before, const char *after);

/* New last names for all who have a first and a last name, if no organisation or country bears the
 * old one; the renamings, whose strings the caller frees. */
size_t change_last_names(const t2g_model *model, const char *text, renaming *names, size_t cap);

#endif
