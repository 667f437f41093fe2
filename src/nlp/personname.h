/* personname.h - name parts in, where a person's name ends and how sure that is out.
 *
 * Given names, initials, particles and hyphens make a name by themselves; a title
 * or an office before it makes a person of any capitalised word.  Names that
 * only look like one (two unknown words) are left to the document to decide.
 *
 * SPDX-License-Identifier: MIT
 */
#ifndef T2G_NLP_PERSONNAME_H
#define T2G_NLP_PERSONNAME_H

#include "nlp/nameparts.h"

typedef enum t2g_sureness { T2G_UNLIKELY, T2G_POSSIBLE, T2G_LIKELY, T2G_SURE } t2g_sureness;

typedef struct t2g_personname {
    uint32_t end;       /* the part behind the name; its begin when there is none   */
    uint32_t words;     /* names in it, without initials and particles               */
    t2g_sureness sure;
    bool korean;        /* a last name first, then a given one of two halves         */
} t2g_personname;

/* The name that begins at part p; titled: a title or an office stands right before. */
t2g_personname t2g_personname_at(const t2g_parts *parts, const t2g_tokens *tokens, uint32_t p, bool titled);

#endif
