/* walk.h - what must hold of every layer and of the DOT, whatever the text.
 *
 * SPDX-License-Identifier: MIT
 */
#ifndef TESTS_INVARIANTS_WALK_H
#define TESTS_INVARIANTS_WALK_H

#include "text2gv.h"

/* Walk size bytes of text as one document, check every layer and the graph, and do it all again
 * to see the same DOT.  Writes what is wrong to standard error and aborts. */
void check_walk(const t2g_model *model, const unsigned char *bytes, size_t size);

#endif
