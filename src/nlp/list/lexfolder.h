/* lexfolder.h - a user's folder of lists in, a lexicon out.
 *
 * SPDX-License-Identifier: MIT
 */
#ifndef T2G_NLP_LEXFOLDER_H
#define T2G_NLP_LEXFOLDER_H

#include "nlp/lexicon/lexicon.h"

/* Read a folder of lists.  A file with the name of a built-in list replaces it;
 * NAME.add.tsv adds to it; lists that are not there stay as built in.  T2G_IO;
 * T2G_FORMAT (file, line, what was found), also for a .tsv of no known name. */
t2g_result t2g_lexicon_read(t2g_lexicon **lexicon, const char *folder, t2g_error *error);

#endif
