/* leximage.h - how the lists of data/lexicon lie in memory: one read-only image.
 *
 * The image holds five tables behind a header, all found by offset:
 *
 *     words    hash table: lower-cased word to the state after it
 *     edges    hash table: (state, word) to state, for the words that follow
 *     states   where the entries of a phrase that ends here begin
 *     entries  list, keyword and strings
 *     strings  each with its size in the two bytes before it; offset 0 is ""
 *
 * The first step of the trie is taken out of the edges and kept with the word,
 * because most tokens begin no phrase of two words: one probe then says all.
 * Both hash tables are probed linearly and kept at most two thirds full.
 *
 * SPDX-License-Identifier: MIT
 */
#ifndef T2G_NLP_LEXIMAGE_H
#define T2G_NLP_LEXIMAGE_H

#include "nlp/lexicon/lexicon.h"

/* Raised with every change of the layout or of the keywords' order. */
enum { T2G_LEXIMAGE_VERSION = 1 };

typedef struct t2g_leximage_header {
    char magic[8];         /* "T2GLEX\r\n"                                           */
    uint32_t version;      /* T2G_LEXIMAGE_VERSION; also tells a wrong byte order    */
    uint32_t kinds;        /* T2G_LEX_LISTS << 16 | T2G_KEYS: grown since, no match  */
    uint32_t size;         /* bytes of the whole image                               */
    uint32_t checksum;     /* t2g_slice_hash of all that follows the header          */
    uint32_t word_slots;   /* lengths of the tables                                  */
    uint32_t edge_slots;
    uint32_t states;       /* without the one that ends the last                     */
    uint32_t entries;
    uint32_t strings_size; /* bytes                                                  */
} t2g_leximage_header;

typedef struct t2g_lex_word {
    uint32_t hash;   /* t2g_slice_hash of the lower-cased word                       */
    uint32_t string; /* offset, 0 when the slot is empty                             */
    uint32_t start;  /* state after this word at the beginning of a phrase, or T2G_NONE */
} t2g_lex_word;

typedef struct t2g_lex_edge {
    uint32_t state, word;
    uint32_t next; /* state, 0 when the slot is empty: nothing leads back to the start */
} t2g_lex_edge;

enum { T2G_LEX_GOES_ON = 1 }; /* in a state's number: an edge leaves it */

typedef struct t2g_lex_record {
    uint32_t phrase, value, more; /* offsets of strings                              */
    uint8_t list, key;
    uint8_t cased; /* bool: the phrase has capitals                                  */
    uint8_t words; /* of the phrase, at most T2G_LEX_LONGEST                         */
} t2g_lex_record;

struct t2g_lexicon {
    const t2g_leximage_header *header;
    const t2g_lex_word *words;     /* [header->word_slots]                           */
    const t2g_lex_edge *edges;     /* [header->edge_slots]                           */
    const uint32_t *states;        /* [header->states + 1] first entry * 2 + T2G_LEX_GOES_ON */
    const t2g_lex_record *entries; /* [header->entries]                              */
    const char *strings;           /* [header->strings_size]                         */
    t2g_arena arena;               /* holds the image when it was made at run time   */
};

/* Where to look first for a hash among slots: the high bits of a product
 * (Knuth 1973, section 6.4), so that the number of slots may be any. */
static inline uint32_t t2g_lex_slot(uint32_t hash, uint32_t slots)
{
    return (uint32_t)((uint64_t)(hash * 2654435769u) * slots >> 32);
}

static inline uint32_t t2g_lex_edge_hash(uint32_t state, uint32_t word)
{
    return (state * 2246822519u) ^ (word * 3266489917u);
}

static inline t2g_slice t2g_lex_string(const t2g_lexicon *lexicon, uint32_t offset)
{
    const unsigned char *size = (const unsigned char *)lexicon->strings + offset - 2;
    if (offset == 0) return (t2g_slice){"", 0};
    return (t2g_slice){lexicon->strings + offset, (uint32_t)(size[0] | size[1] << 8)};
}

/* t2g_lexicon_word for a word whose hash is known already. */
static inline uint32_t t2g_lex_word_hashed(const t2g_lexicon *lexicon, t2g_slice fold, uint32_t hash)
{
    uint32_t slots = lexicon->header->word_slots;
    for (uint32_t slot = t2g_lex_slot(hash, slots); lexicon->words[slot].string;) {
        const t2g_lex_word *word = &lexicon->words[slot];
        if (word->hash == hash && t2g_slice_equal(t2g_lex_string(lexicon, word->string), fold)) return slot;
        if (++slot == slots) slot = 0;
    }
    return T2G_NONE;
}

/* What a header promises, which need not be what it says: bytes of the whole
 * image, and t2g_slice_hash of all that follows the header. */
uint64_t t2g_leximage_size(const t2g_leximage_header *header);
uint32_t t2g_leximage_checksum(const t2g_leximage_header *header);

/* Take the tables of an image that was checked, or made here. */
void t2g_leximage_take(t2g_lexicon *lexicon, const t2g_leximage_header *header);

/* The name of a list's file without ".tsv". */
const char *t2g_lex_list_name(t2g_lex_list list);

#endif
