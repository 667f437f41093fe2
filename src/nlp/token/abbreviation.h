/* abbreviation.h - is this a word that is written with a full stop of its own?
 *
 * Spelling, not knowledge: the table is compiled in and no part of the lexicon,
 * because the lexicon's own phrases are split by it.
 *
 * SPDX-License-Identifier: MIT
 */
#ifndef T2G_NLP_ABBREVIATION_H
#define T2G_NLP_ABBREVIATION_H

#include "base/slice.h"

typedef enum t2g_abbreviation {
    T2G_ABBREVIATION_NONE,
    T2G_ABBREVIATION_TITLE,    /* Mr., Gen., St.: a name follows, no sentence ends      */
    T2G_ABBREVIATION_NUMBERED, /* No., p., vol.: only where a number follows            */
    T2G_ABBREVIATION_DATE,     /* Jan., Mon.: capitalised, and a day or month is meant  */
    T2G_ABBREVIATION_PLACE,    /* Calif., Va.: capitalised, mostly after a comma        */
    T2G_ABBREVIATION_MIDDLE,   /* vs., cf.: the sentence goes on                        */
    T2G_ABBREVIATION_ENDING    /* Inc., Jr., etc.: may end a sentence                   */
} t2g_abbreviation;

enum { T2G_ABBREVIATION_LONGEST = 8 }; /* bytes, without the stop */

/* What a word without its full stop is; case does not matter.  O(log of the table). */
t2g_abbreviation t2g_abbreviation_find(t2g_slice word);

#endif
