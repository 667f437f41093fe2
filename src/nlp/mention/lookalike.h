/* lookalike.h - what looks like the name of an organisation and is none.
 *
 * A law, a prize, a ship, a faith, an office, the field of an office: a model
 * that sees capitals takes them for bodies, and each would be a wrong node with
 * wrong edges.  O(words of the name).
 *
 * SPDX-License-Identifier: MIT
 */
#ifndef T2G_NLP_LOOKALIKE_H
#define T2G_NLP_LOOKALIKE_H

#include "nlp/list/phrase.h"

/* Is the span, taken for an organisation, none?  A name that the lists of organisations have is one. */
bool t2g_is_lookalike(const t2g_tokens *tokens, const t2g_phrases *phrases, t2g_span name);

/* Is the span nothing but an office or a title: "MP", "President"? */
bool t2g_is_bare_office(const t2g_phrases *phrases, t2g_span name);

#endif
