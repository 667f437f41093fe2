/* reading.h - a text as it is read for attributions: who spoke last, what a quote is about that waits for its speaker.
 *
 * SPDX-License-Identifier: MIT
 */
#ifndef T2G_NLP_READING_H
#define T2G_NLP_READING_H

#include "nlp/attribution/clause.h"
#include "nlp/attribution/source.h"
#include "nlp/fact/claim.h"

enum { T2G_READING_WAITING = 48 }; /* claims that wait for a speaker */

/* A claim that wants its speaker. */
typedef struct t2g_pending {
    uint32_t about;
    uint32_t sentence; /* that says it */
    uint16_t how;
    uint8_t rule;
} t2g_pending;

typedef struct t2g_reading {
    t2g_scene scene;
    t2g_claims *claims;
    uint32_t block;         /* of the sentence                                         */
    uint32_t speaker;       /* who spoke last, or T2G_NONE                             */
    uint32_t speaker_sentence;
    uint32_t actor;         /* the person the last sentence was about, or T2G_NONE     */
    uint32_t person;        /* whom the last words quoted were about, or T2G_NONE      */
    bool attributed;        /* somebody was found to speak in this sentence            */
    bool stranger;          /* somebody speaks in it who is not named                  */
    /* quotes (quotation.h) */
    bool quoting;           /* one is open at the end of the sentence                  */
    uint32_t owner;         /* who began it, or T2G_NONE                               */
    uint32_t likely;        /* who spoke last when it began, or T2G_NONE               */
    uint32_t label;         /* "X: ...": whose words the block is, or T2G_NONE         */
    t2g_pending waiting[T2G_READING_WAITING]; /* what it is about while the speaker is not known */
    uint32_t waiting_len;
} t2g_reading;

/* about reported by source, by the sentence that is read; either may be T2G_NONE, then nothing is claimed. */
void t2g_reading_claim(t2g_reading *r, uint32_t about, uint32_t source, t2g_report_kind kind, t2g_rule rule);

/* The same with a clue for the judge (t2g_claim). */
void t2g_reading_claim_how(t2g_reading *r, uint32_t about, uint32_t source, t2g_report_kind kind, t2g_rule rule, uint32_t how);

/* A claim that waited, now that its speaker is known; the sentence says it. */
void t2g_reading_claim_pending(t2g_reading *r, const t2g_pending *pending, uint32_t source, t2g_rule rule, uint32_t sentence);

/* All that the content is about; what is only likely is claimed as such. */
void t2g_reading_claim_topics(t2g_reading *r, const t2g_topics *topics, uint32_t source, t2g_report_kind kind, t2g_rule rule);

/* Who else is a subject among items [begin, end), which the source says, but for those in known and
 * for the subjects of the verb of saying (a token, or T2G_NONE). */
void t2g_reading_claim_inside(t2g_reading *r, uint32_t begin, uint32_t end, uint32_t verb, const t2g_source *who,
                              const t2g_topics *known);

/* How item i names whom it is about: a clue for the judge, of 4 bits. */
uint32_t t2g_reading_how_named(const t2g_reading *r, uint32_t i);

/* The same for subject t further inside: how its clause hangs there, and whether whom that is about is known. */
uint32_t t2g_reading_how_inside(const t2g_reading *r, const t2g_topics *inside, uint32_t t, const t2g_topics *known);

/* A report if the source is an outlet or it is published, else a statement. */
t2g_report_kind t2g_reading_kind(const t2g_reading *r, uint32_t source, bool published);

/* The entity speaks in this sentence. */
void t2g_reading_speaks(t2g_reading *r, uint32_t entity);

/* From here on these are the words of the speaker, who may be T2G_NONE. */
void t2g_reading_hears(t2g_reading *r, uint32_t speaker);

#endif
