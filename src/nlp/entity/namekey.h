/* namekey.h - names in, the keys by which entities are found again out.
 *
 * A key is the letters and digits of a name, in lower case, without accents and in
 * one spelling, behind a letter for its kind; it is interned and has one owner.  Whoever asks by another form of the same name
 * (initials, a name without its country or its "Ltd") finds the same owner, as
 * long as one alone answers to it.  All is by hashing: no entity is compared
 * with another.
 *
 * SPDX-License-Identifier: MIT
 */
#ifndef T2G_NLP_NAMEKEY_H
#define T2G_NLP_NAMEKEY_H

#include "nlp/token/token.h"

enum { T2G_NAMEKEY_SHARED = UINT32_MAX - 1 }; /* owner: more than one answers to this key */

typedef enum t2g_namekey_kind {
    T2G_KEYKIND_COUNTRY = 'C',
    T2G_KEYKIND_PLACE = 'L',    /* a place that is no country                          */
    T2G_KEYKIND_FULL = 'O',     /* an organisation's whole name                        */
    T2G_KEYKIND_SHORT = 'S',    /* one of its short forms                              */
    T2G_KEYKIND_FIRST_WORDS = 'f',
    T2G_KEYKIND_LAST_WORDS = 'l',
    T2G_KEYKIND_INITIALS = 'A',
    T2G_KEYKIND_FIRST_INITIALS = 'a', /* of its first words                            */
    T2G_KEYKIND_PERSON = 'P',   /* a person's whole name                               */
    T2G_KEYKIND_TAIL = 'T',     /* the last words of one: "da Silva", "Silva"          */
    T2G_KEYKIND_ENDS = 'Q',     /* first and last name without what stands between     */
    T2G_KEYKIND_SLIP = 'X'      /* a misspelt word, see slip.h                         */
} t2g_namekey_kind;

typedef struct t2g_namekeys {
    t2g_arena *arena;
    t2g_intern keys;
    uint32_t *owner; /* [cap] by key                                                   */
    uint32_t cap;
} t2g_namekeys;

typedef struct t2g_namekey {
    char bytes[256]; /* longer names are cut: they then share a key                   */
    uint32_t size;
} t2g_namekey;

bool t2g_namekeys_init(t2g_namekeys *keys, t2g_arena *arena);

/* The key of the tokens [begin, end). */
t2g_namekey t2g_namekey_of(t2g_namekey_kind kind, const t2g_tokens *tokens, uint32_t begin, uint32_t end);

/* The key of a string of the lexicon. */
t2g_namekey t2g_namekey_of_string(t2g_namekey_kind kind, t2g_slice string);

/* Go on with more words. */
void t2g_namekey_add(t2g_namekey *key, const t2g_tokens *tokens, uint32_t begin, uint32_t end);
void t2g_namekey_add_string(t2g_namekey *key, t2g_slice string);

/* Without the s of a plural: Tigers and Tiger. */
void t2g_namekey_singular(t2g_namekey *key);

/* The key of the first letters of the capitalised words of [begin, end). */
t2g_namekey t2g_namekey_of_initials(const t2g_tokens *tokens, uint32_t begin, uint32_t end);

/* The owner of a key; T2G_NONE when it has none or more than one. */
uint32_t t2g_namekeys_find(const t2g_namekeys *keys, const t2g_namekey *key);

/* Give a key to an owner unless it has one.  A shared kind (short forms, initials)
 * that already has another is nobody's from then on.  False when memory is out. */
bool t2g_namekeys_claim(t2g_namekeys *keys, const t2g_namekey *key, uint32_t owner);

#endif
