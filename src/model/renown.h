/* renown.h - a name in, the states out that raw news has seen it serve.
 *
 * News says "President Bush" and leaves it to the reader whose president he is.
 * What thousands of other articles spelled out ("U.S. President George W. Bush")
 * is kept as a table of names, whole and last, each with the two states most
 * often said and how often.  It proves nothing: it is a clue to which of the
 * states of an article an office is of.  train/renown.c fills it.
 *
 * Section of the model file:
 *     renown.list  U32 [slots, a power of two][2]  key, packed entry; 0: empty
 *
 * SPDX-License-Identifier: MIT
 */
#ifndef T2G_MODEL_RENOWN_H
#define T2G_MODEL_RENOWN_H

#include "base/slice.h"
#include "model/modelfile.h"

enum { T2G_RENOWN_TIMES_MOST = 7 };

typedef struct t2g_renown {
    const uint32_t *table; /* [slots][2]                                                    */
    uint32_t slots;        /* 0: nobody is known                                            */
} t2g_renown;

typedef struct t2g_renown_entry {
    uint16_t first, second; /* t2g_renown_state of the two states most often said; 0: none  */
    uint8_t times;          /* grows with how often: 0 never, at most T2G_RENOWN_TIMES_MOST */
    bool is_sure;           /* four times in five it was the first                          */
} t2g_renown_entry;

/* Take the section of a file that must outlive the renown.  T2G_FORMAT. */
t2g_result t2g_renown_open(t2g_renown *renown, const t2g_modelfile *file, t2g_error *error);

/* Of a name in any case (ASCII), never 0. */
uint32_t t2g_renown_key(t2g_slice name);

/* The number of a state's code of two letters; 0 for what is no such code. */
uint16_t t2g_renown_state(t2g_slice code);

t2g_renown_entry t2g_renown_find(const t2g_renown *renown, uint32_t key);

/* What raw news says of a person and a state: it serves this state four times in five, most often, at times, or others. */
typedef enum t2g_standing { T2G_STANDING_UNKNOWN, T2G_STANDING_SURE, T2G_STANDING_MOST, T2G_STANDING_ALSO, T2G_STANDING_ELSEWHERE } t2g_standing;

typedef struct t2g_repute {
    t2g_standing standing;
    uint8_t times; /* of the entry                                                           */
    bool is_whole; /* the name has more than one word                                        */
} t2g_repute;

/* renown may be NULL.  A name of one word is known as the last of others; one of more words only as a whole, for who
 * shares a last name is somebody else.  Unknown is also who stands beside what has no code. */
t2g_repute t2g_renown_of(const t2g_renown *renown, t2g_slice name, t2g_slice code);

/* An entry as the table has it, never 0: for the trainer. */
uint32_t t2g_renown_pack(t2g_renown_entry entry);

#endif
