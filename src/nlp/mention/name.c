/* SPDX-License-Identifier: MIT */
#include "nlp/mention/name.h"

#include "nlp/mention/mention.h"
#include "nlp/mention/namefeature.h"

/* The scores are 64ths of a nat, the opinion's 32nds.  It counts three sixteenths of its face value, and being outside
 * gets what makes names as many as before.  Tried on the development set, DWIE and held-out Wikinews: an eighth is
 * less, a quarter the same, a half worse, as the network has learned the articles it was taught by heart. */
enum { NAME_LABELS = 1 + T2G_MENTION_KINDS * T2G_PLACES, OPINION = 3, OPINION_OF = 8, OUTSIDE_BONUS = 32 };

typedef struct reader {
    const t2g_namer *namer;
    t2g_namesight sight;
    t2g_names *names;
    const int8_t *naming; /* [tokens][NAME_LABELS], or NULL                                  */
    int32_t *scores; /* [T2G_SENTENCE_LONGEST][T2G_CRF_LABELS_MOST]                        */
    uint8_t *back;   /* the same                                                          */
    uint8_t *labels; /* [T2G_SENTENCE_LONGEST]                                            */
} reader;

t2g_result t2g_namer_open(t2g_namer *namer, const t2g_modelfile *file, bool deep, t2g_error *error)
{
    t2g_result result = t2g_crf_open(&namer->crf, file, deep, error);
    if (result == T2G_OK) result = t2g_wordbook_open(&namer->words, file, deep, error);
    if (result == T2G_OK && namer->crf.labels != NAME_LABELS)
        return t2g_error_set(error, T2G_FORMAT, 0, "model: %u labels of names found, %u wanted",
                             (unsigned)namer->crf.labels, (unsigned)NAME_LABELS);
    return result;
}

static void hear_opinion(const int8_t *naming, int32_t *scores)
{
    scores[T2G_OUTSIDE] += OUTSIDE_BONUS;
    for (uint32_t y = 0; y < NAME_LABELS; y++) scores[y] += naming[y] * OPINION / OPINION_OF;
}

/* The names of the stretch of words from begin to end. */
static void read_stretch(reader *r, uint32_t begin, uint32_t end)
{
    uint64_t features[T2G_NAME_FEATURES];
    int32_t *scores = r->scores;
    for (uint32_t i = begin; i < end; i++, scores += T2G_CRF_LABELS_MOST) {
        memset(scores, 0, T2G_CRF_LABELS_MOST * sizeof *scores);
        uint32_t len = t2g_namefeatures(&r->sight, i, features);
        t2g_crf_score(&r->namer->crf, features, len, scores);
        if (r->naming) hear_opinion(r->naming + (size_t)i * NAME_LABELS, scores);
    }
    t2g_crf_decode(&r->namer->crf, r->scores, end - begin, r->back, r->labels);
    for (uint32_t i = begin; i < end; i++) {
        uint8_t label = r->labels[i - begin];
        if (label == T2G_OUTSIDE) continue;
        uint32_t first = i;
        while (t2g_bilou_place(r->labels[i - begin]) < T2G_LAST) i++;
        r->names->at[r->names->len++] = (t2g_name){first, i + 1, (uint8_t)t2g_bilou_kind(label)};
    }
}

/* No word of a name is so long: it is a key, or bytes in disguise. */
static bool is_endless(const reader *r, uint32_t i)
{
    enum { WORD_LONGEST = 100 }; /* bytes */
    return r->sight.tokens->at[i].end - r->sight.tokens->at[i].begin > WORD_LONGEST;
}

static void read_sentence(reader *r, t2g_sentence in)
{
    for (uint32_t i = in.begin; i < in.end; i++) {
        uint32_t begin = i;
        while (i < in.end && r->sight.may[i] && !is_endless(r, i)) i++;
        if (i > begin) read_stretch(r, begin, i);
    }
}

t2g_result t2g_names_build(t2g_names *names, t2g_arena *arena, const t2g_namer *namer, const t2g_tokens *tokens,
                           const t2g_sentences *sentences, const t2g_phrases *phrases, const int8_t *naming,
                           t2g_error *error)
{
    t2g_arena scratch;
    size_t most = T2G_SENTENCE_LONGEST * T2G_CRF_LABELS_MOST;
    t2g_arena_init(&scratch);
    *names = (t2g_names){.at = T2G_ARRAY(arena, t2g_name, (size_t)tokens->len + 1)};
    reader r = {.namer = namer,
                .names = names,
                .naming = naming,
                .scores = T2G_ARRAY(&scratch, int32_t, most),
                .back = T2G_ARRAY(&scratch, uint8_t, most),
                .labels = T2G_ARRAY(&scratch, uint8_t, T2G_SENTENCE_LONGEST)};
    bool ok = names->at && r.scores && r.back && r.labels &&
              t2g_namesight_build(&r.sight, &scratch, &namer->words, tokens, sentences, phrases);
    for (uint32_t s = 0; ok && s < sentences->len; s++) read_sentence(&r, sentences->at[s]);
    t2g_arena_free(&scratch);
    return ok ? T2G_OK : t2g_error_nomem(error);
}
