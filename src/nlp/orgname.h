/* orgname.h - name parts in, where an organisation's name ends out.
 *
 * A small grammar, read from the left and never back:
 *
 *     name = before* ORGWORD tail*  |  PREFIX inside+  |  word & word
 *     tail = (of | for | on | against | to) the? inside+ ((and | ,) inside+)*
 *
 * where before is any capitalised part and ORGWORD one of data/lexicon/orgwords.tsv.
 * A name is at most LONGEST parts, so that the walk is linear.
 *
 * SPDX-License-Identifier: MIT
 */
#ifndef T2G_NLP_ORGNAME_H
#define T2G_NLP_ORGNAME_H

#include "nlp/nameparts.h"

/* The part behind the longest organisation's name that begins at part p, or p
 * when none does. */
uint32_t t2g_orgname_end(const t2g_parts *parts, const t2g_tokens *tokens, uint32_t p);

#endif
