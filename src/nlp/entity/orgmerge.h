/* orgmerge.h - an organisation's name in, the organisation of the text it means out.
 *
 * A full name claims the forms it may be called by; a later and shorter name that
 * only one organisation claimed is that one.  O(words of the name) a name.
 *
 * SPDX-License-Identifier: MIT
 */
#ifndef T2G_NLP_ORGMERGE_H
#define T2G_NLP_ORGMERGE_H

#include "nlp/entity/gathering.h"

/* False when memory is out. */
bool t2g_organisation_gather(t2g_gathering *g, uint32_t mention);

/* Does the lexicon know the name as an organisation's alone? */
bool t2g_organisation_is_known(const t2g_gathering *g, uint32_t mention);

/* The organisation gathered so far that a name may mean, or T2G_NONE. */
uint32_t t2g_organisation_find(const t2g_gathering *g, const t2g_mention *m);

/* Is the name one that every state has, "Foreign Ministry", "Labour Party", so that another text may
 * mean another state's by it? */
bool t2g_organisation_is_local(const t2g_gathering *g, uint32_t mention);

#endif
