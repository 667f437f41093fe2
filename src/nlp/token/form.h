/* form.h - what is the same of a word wherever it stands: found at its first sight, and kept.
 *
 * SPDX-License-Identifier: MIT
 */
#ifndef T2G_NLP_FORM_H
#define T2G_NLP_FORM_H

#include "nlp/token/token.h"

typedef struct t2g_form {
    uint32_t fold;  /* id of the lower-cased form                                        */
    uint8_t kind;   /* t2g_token_kind                                                    */
    uint8_t shape;  /* t2g_shape                                                         */
    uint8_t split;  /* bytes of the first word where it holds two (can + not), else 0    */
    uint8_t known;  /* bool                                                              */
} t2g_form;

typedef struct t2g_forms {
    t2g_intern *intern; /* the forms; folds are added to them                            */
    t2g_arena *scratch; /* holds at, which grows                                         */
    t2g_form *at;       /* [cap] by form id                                              */
    uint32_t cap;
} t2g_forms;

/* Nothing is known yet; intern and scratch must outlive forms. */
void t2g_forms_init(t2g_forms *forms, t2g_intern *intern, t2g_arena *scratch);

/* What is known of a form that was interned, valid until the next call; NULL
 * when memory is out. */
const t2g_form *t2g_forms_find(t2g_forms *forms, uint32_t id);

#endif
