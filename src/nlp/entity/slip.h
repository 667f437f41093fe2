/* slip.h - a misspelt word in, the owner of the word that was meant out.
 *
 * A slip of the pen leaves out, adds, changes or swaps letters: one of them, and
 * never the first (Damerau 1964, "A technique for computer detection and correction
 * of spelling errors": four in five errors are one of these).  The owner claims his word
 * and all it becomes without one letter; two words one slip apart meet in one of
 * these (Mor and Fraenkel 1982, "A hash code method for detecting and correcting
 * spelling errors").  O(letters^2) a word.
 *
 * SPDX-License-Identifier: MIT
 */
#ifndef T2G_NLP_SLIP_H
#define T2G_NLP_SLIP_H

#include "nlp/entity/namekey.h"

/* Longer words and shorter ones are not looked at: among those of four letters a slip makes another name. */
enum { T2G_SLIP_SHORTEST = 5, T2G_SLIP_LONGEST = 24 };

/* Claim a word for an owner, and what a slip makes of it.  context, a key of kind T2G_KEYKIND_SLIP, tells words of
 * different names apart.  False when memory is out. */
bool t2g_slips_claim(t2g_namekeys *keys, const t2g_namekey *context, const t2g_namekey *word, uint32_t owner);

/* Who alone has claimed a word that may be one slip away from this, else T2G_NONE: ask then t2g_is_slip. */
uint32_t t2g_slips_find(const t2g_namekeys *keys, const t2g_namekey *context, const t2g_namekey *word);

/* Are two words, equal in the first letter, one slip apart? */
bool t2g_is_slip(const t2g_namekey *one, const t2g_namekey *other);

#endif
