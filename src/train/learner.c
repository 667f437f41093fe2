/* SPDX-License-Identifier: MIT */
#include "train/learner.h"

#include <math.h>

void t2g_learner_init(t2g_learner *l, uint32_t word_rows, uint64_t seed)
{
    t2g_random *random = &l->random;
    size_t len = 0;
    memset(l, 0, sizeof *l);
    random->state = seed * 0x9E3779B97F4A7C15u ^ 88172645463325252u;
#define INIT(p, name, rows, cols, deviation, sparse)                                                             \
    (t2g_parameter_init((p), (name), (rows), (cols), (deviation), (sparse), random), l->all[len++] = (p))
    INIT(&l->words, "words", word_rows, T2G_WORD_WIDTH, 0.1f, true);
    INIT(&l->parts, "parts", T2G_FEATURE_BUCKETS, T2G_PART_WIDTH, 0.05f, true);
    for (int k = 0; k < T2G_LAYERS; k++) {
        size_t in = T2G_WINDOW * (size_t)(k ? T2G_WIDTH : T2G_INPUT_WIDTH);
        INIT(&l->conv[k], "conv", in, T2G_WIDTH, (k ? 0.7f : 1.0f) / sqrtf((float)in), false);
        INIT(&l->conv_bias[k], "conv bias", 1, T2G_WIDTH, 0, false);
    }
    memcpy(l->encoder, l->all, sizeof l->encoder);
    INIT(&l->tag, "tag", T2G_WIDTH, T2G_TAG_COLUMNS, 0.02f, false);
    INIT(&l->tag_bias, "tag bias", 1, T2G_TAG_COLUMNS, 0, false);
    INIT(&l->name, "name", T2G_WIDTH, T2G_NAME_COLUMNS, 0.02f, false);
    INIT(&l->name_bias, "name bias", 1, T2G_NAME_COLUMNS, 0, false);
    INIT(&l->slots, "slots", T2G_WIDTH, T2G_SLOT_COLUMNS, 0.7f / sqrtf(T2G_WIDTH), false);
    INIT(&l->missing, "missing", 1, T2G_SLOT_COLUMNS, 0.02f, false);
    INIT(&l->labels, "labels", T2G_LABEL_ROWS, T2G_HIDDEN, 0.02f, true);
    INIT(&l->hidden_bias, "hidden bias", 1, T2G_HIDDEN, 0, false);
    INIT(&l->actions, "actions", T2G_HIDDEN, T2G_ACTION_COLUMNS, 0.02f, false);
    INIT(&l->actions_bias, "actions bias", 1, T2G_ACTION_COLUMNS, 0, false);
#undef INIT
    const size_t rows = T2G_ROWS_MOST + 2;
    l->input = t2g_floats(rows * T2G_INPUT_WIDTH, sizeof(float));
    l->input_mask = t2g_floats(rows * T2G_INPUT_WIDTH, sizeof(float));
    for (int k = 0; k < T2G_LAYERS; k++) {
        l->stream[k] = t2g_floats(rows * T2G_WIDTH, sizeof(float));
        l->active[k] = t2g_floats(rows * T2G_WIDTH, sizeof(float));
        l->mask[k] = t2g_floats(rows * T2G_WIDTH, sizeof(float));
    }
    l->vectors = l->active[T2G_LAYERS - 1];
    l->vectors_gradient = t2g_floats(rows * T2G_WIDTH, sizeof(float));
    l->d_stream = t2g_floats(rows * T2G_WIDTH, sizeof(float));
    l->d_active = t2g_floats(rows * T2G_WIDTH, sizeof(float));
    l->d_input = t2g_floats(rows * T2G_INPUT_WIDTH, sizeof(float));
    l->transposed = t2g_floats((size_t)T2G_SLOT_COLUMNS * T2G_WIDTH, sizeof(float));
}

/* the batch */

static void put_gap(t2g_learner *l)
{
    l->is_gap[l->rows++] = true;
}

void t2g_learner_begin(t2g_learner *l)
{
    l->rows = 0;
    put_gap(l);
}

uint32_t t2g_learner_put(t2g_learner *l, const t2g_word *words, uint32_t len, float word_dropout)
{
    uint32_t first = l->rows;
    for (uint32_t i = 0; i < len && l->rows + 1 < T2G_ROWS_MOST; i++) {
        t2g_word *word = &l->word[l->rows];
        *word = words[i];
        l->is_gap[l->rows++] = false;
        if (word_dropout > 0 && t2g_random_unit(&l->random) < word_dropout) {
            word->row = T2G_ROW_UNKNOWN;
            word->part[0] = T2G_NONE; /* the whole word */
        }
    }
    put_gap(l);
    return first;
}

/* embedding */

static void add_to(float *to, const float *from, uint32_t len)
{
    for (uint32_t i = 0; i < len; i++) to[i] += from[i];
}

/* Each number is kept, and scaled up, or dropped: sixteen random bits decide. */
static void drop(t2g_random *random, float dropout, float *x, float *mask, size_t len)
{
    const uint32_t keep = (uint32_t)((1 - dropout) * 65536);
    const float scale = 1 / (1 - dropout);
    for (size_t i = 0; i < len; i += 4) {
        uint64_t bits = t2g_random_next(random);
        for (size_t k = 0; k < 4; k++) {
            mask[i + k] = (bits >> 16 * k & 0xFFFF) < keep ? scale : 0;
            x[i + k] *= mask[i + k];
        }
    }
}

static void embed(t2g_learner *l)
{
    memset(l->input, 0, (size_t)l->rows * T2G_INPUT_WIDTH * sizeof(float));
    for (uint32_t i = 0; i < l->rows; i++) {
        if (l->is_gap[i]) continue;
        float *to = l->input + (size_t)i * T2G_INPUT_WIDTH;
        memcpy(to, l->words.weight + (size_t)l->word[i].row * T2G_WORD_WIDTH, T2G_WORD_WIDTH * sizeof(float));
        for (uint32_t k = 0; k < T2G_FEATURE_PARTS; k++)
            if (l->word[i].part[k] != T2G_NONE)
                add_to(to + T2G_WORD_WIDTH, l->parts.weight + (size_t)l->word[i].part[k] * T2G_PART_WIDTH,
                       T2G_PART_WIDTH);
    }
}

static void embed_back(t2g_learner *l, bool dropped)
{
    for (uint32_t i = 0; i < l->rows; i++) {
        if (l->is_gap[i]) continue;
        float *d = l->d_input + (size_t)i * T2G_INPUT_WIDTH;
        const float *mask = l->input_mask + (size_t)i * T2G_INPUT_WIDTH;
        for (uint32_t k = 0; dropped && k < T2G_INPUT_WIDTH; k++) d[k] *= mask[k];
        add_to(t2g_parameter_touch(&l->words, l->word[i].row), d, T2G_WORD_WIDTH);
        for (uint32_t k = 0; k < T2G_FEATURE_PARTS; k++)
            if (l->word[i].part[k] != T2G_NONE)
                add_to(t2g_parameter_touch(&l->parts, l->word[i].part[k]), d + T2G_WORD_WIDTH, T2G_PART_WIDTH);
    }
}

/* convolution: three rows lie one behind the other, so a window is a row of three times the width */

static void convolve(const t2g_learner *l, const float *x, const t2g_parameter *w, const t2g_parameter *bias, float *z)
{
    size_t in = w->rows / T2G_WINDOW, out = w->cols;
    for (uint32_t i = 0; i < l->rows; i++) add_to(z + i * out, bias->weight, (uint32_t)out);
    t2g_product(l->rows - 2, out, w->rows, x, in, 1, w->weight, out, z + out, out);
}

static void convolve_back(t2g_learner *l, const float *x, t2g_parameter *w, t2g_parameter *bias, const float *dz,
                          float *dx)
{
    size_t in = w->rows / T2G_WINDOW, out = w->cols;
    t2g_product(w->rows, out, l->rows - 2, x, 1, in, dz + out, out, w->gradient, out);
    for (uint32_t i = 0; i < l->rows; i++) add_to(bias->gradient, dz + i * out, (uint32_t)out);
    t2g_transpose(w->weight, w->rows, out, l->transposed);
    for (size_t k = 0; k < T2G_WINDOW; k++)
        t2g_product(l->rows - 2, in, out, dz + out, out, 1, l->transposed + k * in, w->rows, dx + k * in, in);
}

static void clear_gaps(const t2g_learner *l, float *x, size_t width)
{
    for (uint32_t i = 0; i < l->rows; i++)
        if (l->is_gap[i]) memset(x + i * width, 0, width * sizeof(float));
}

static void activate(t2g_learner *l, int layer, const t2g_dropout *dropout)
{
    size_t len = (size_t)l->rows * T2G_WIDTH;
    const float *z = l->stream[layer];
    float *a = l->active[layer];
    for (size_t i = 0; i < len; i++) a[i] = z[i] < 0 ? 0 : z[i] > T2G_ACTIVE_CLIP ? T2G_ACTIVE_CLIP : z[i];
    if (dropout && dropout->active > 0) drop(&l->random, dropout->active, a, l->mask[layer], len);
    clear_gaps(l, a, T2G_WIDTH);
}

/* dz += da where the activation is neither 0 nor at its clip. */
static void activate_back(t2g_learner *l, int layer, const t2g_dropout *dropout, const float *da, float *dz)
{
    size_t len = (size_t)l->rows * T2G_WIDTH;
    const float *z = l->stream[layer], *mask = l->mask[layer];
    const bool dropped = dropout && dropout->active > 0;
    for (size_t i = 0; i < len; i++) {
        float d = dropped ? da[i] * mask[i] : da[i];
        dz[i] += z[i] > 0 && z[i] < T2G_ACTIVE_CLIP ? d : 0;
    }
    clear_gaps(l, dz, T2G_WIDTH);
}

void t2g_learner_encode(t2g_learner *l, const t2g_dropout *dropout)
{
    size_t size = (size_t)l->rows * T2G_WIDTH * sizeof(float);
    embed(l);
    if (dropout && dropout->input > 0)
        drop(&l->random, dropout->input, l->input, l->input_mask, (size_t)l->rows * T2G_INPUT_WIDTH);
    for (int k = 0; k < T2G_LAYERS; k++) {
        if (k) memcpy(l->stream[k], l->stream[k - 1], size);
        else memset(l->stream[k], 0, size);
        convolve(l, k ? l->active[k - 1] : l->input, &l->conv[k], &l->conv_bias[k], l->stream[k]);
        clear_gaps(l, l->stream[k], T2G_WIDTH);
        activate(l, k, dropout);
    }
}

void t2g_learner_encode_back(t2g_learner *l, const t2g_dropout *dropout)
{
    size_t size = (size_t)l->rows * T2G_WIDTH * sizeof(float);
    memset(l->d_stream, 0, size);
    activate_back(l, T2G_LAYERS - 1, dropout, l->vectors_gradient, l->d_stream);
    for (int k = T2G_LAYERS - 1; k > 0; k--) {
        memset(l->d_active, 0, size);
        convolve_back(l, l->active[k - 1], &l->conv[k], &l->conv_bias[k], l->d_stream, l->d_active);
        activate_back(l, k - 1, dropout, l->d_active, l->d_stream);
    }
    memset(l->d_input, 0, (size_t)l->rows * T2G_INPUT_WIDTH * sizeof(float));
    convolve_back(l, l->input, &l->conv[0], &l->conv_bias[0], l->d_stream, l->d_input);
    embed_back(l, dropout && dropout->input > 0);
}

/* heads */

void t2g_learner_head(const t2g_learner *l, const t2g_parameter *weights, const t2g_parameter *bias, float *scores)
{
    for (uint32_t i = 0; i < l->rows; i++) memcpy(scores + i * bias->cols, bias->weight, bias->cols * sizeof(float));
    t2g_product(l->rows, weights->cols, T2G_WIDTH, l->vectors, T2G_WIDTH, 1, weights->weight, weights->cols, scores,
                weights->cols);
}

void t2g_learner_head_back(t2g_learner *l, t2g_parameter *weights, t2g_parameter *bias, const float *d_scores)
{
    size_t cols = weights->cols;
    t2g_product(T2G_WIDTH, cols, l->rows, l->vectors, 1, T2G_WIDTH, d_scores, cols, weights->gradient, cols);
    for (uint32_t i = 0; i < l->rows; i++) add_to(bias->gradient, d_scores + i * cols, (uint32_t)cols);
    t2g_transpose(weights->weight, T2G_WIDTH, cols, l->transposed);
    t2g_product(l->rows, T2G_WIDTH, cols, d_scores, cols, 1, l->transposed, T2G_WIDTH, l->vectors_gradient, T2G_WIDTH);
}

double t2g_softmax_loss(float *scores, uint32_t len, uint32_t columns, uint64_t right, float weight)
{
    float most = scores[0];
    double sum = 0, good = 1e-20;
    for (uint32_t y = 1; y < len; y++) most = scores[y] > most ? scores[y] : most;
    for (uint32_t y = 0; y < len; y++) {
        scores[y] = expf(scores[y] - most);
        sum += scores[y];
        if (right >> y & 1) good += scores[y];
    }
    for (uint32_t y = 0; y < len; y++)
        scores[y] = weight * (float)(scores[y] / sum - (right >> y & 1 ? scores[y] / good : 0));
    for (uint32_t y = len; y < columns; y++) scores[y] = 0;
    return -log(good / sum);
}
