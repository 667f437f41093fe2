/* SPDX-License-Identifier: MIT */
#include "train/quantise.h"

#include <math.h>
#include <stdlib.h>

#include "model/network.h"

enum {
    ACTIVE_SCALE = 4, /* an activation of 1 is 2^4: T2G_ACTIVE_CLIP is 127           */
    STREAM_SCALE = 8,
    HIDDEN_SCALE = 5, /* of the vectors that the parser sums                         */
    HIDDEN_ACTIVE_SCALE = 2, /* T2G_HIDDEN_CLIP is 127                               */
    HIDDEN_LIMIT = INT16_MAX / (T2G_SLOTS + T2G_CHILD_SLOTS + 1),
    WEIGHT_MOST = 127,  /* of the heads; all else is narrow (T2G_NARROW_MOST)        */
    SECTIONS = 64
};

/* the file */

typedef struct writer {
    t2g_section table[SECTIONS];
    unsigned char *arrays[SECTIONS];
    uint32_t len;
} writer;

static size_t size_of(const t2g_section *s)
{
    return (size_t)s->rows * s->cols * t2g_section_element((t2g_section_type)s->type);
}

/* A new array, to be filled. */
static void *put(writer *w, const char *name, t2g_section_type type, size_t rows, size_t cols)
{
    t2g_section *s = &w->table[w->len];
    *s = (t2g_section){.type = type, .rows = (uint32_t)rows, .cols = (uint32_t)cols};
    memcpy(s->name, name, strlen(name)); /* all are shorter than T2G_SECTION_NAME */
    return w->arrays[w->len++] = t2g_floats(size_of(s) + 1, 1);
}

static size_t aligned(size_t offset)
{
    return (offset + T2G_MODEL_ALIGN - 1) / T2G_MODEL_ALIGN * T2G_MODEL_ALIGN;
}

static t2g_image finish(writer *w)
{
    size_t table = w->len * sizeof *w->table, size = aligned(sizeof(t2g_model_header) + table);
    for (uint32_t i = 0; i < w->len; i++) {
        w->table[i].offset = size;
        size = aligned(size + size_of(&w->table[i]));
    }
    t2g_image image = {.bytes = t2g_floats(size, 1), .size = size};
    t2g_model_header header = {.magic = "t2gmodel", .version = T2G_MODEL_VERSION, .sections = w->len, .size = size};
    memcpy(image.bytes + sizeof header, w->table, table);
    for (uint32_t i = 0; i < w->len; i++) {
        memcpy(image.bytes + w->table[i].offset, w->arrays[i], size_of(&w->table[i]));
        free(w->arrays[i]);
    }
    header.table = t2g_model_checksum(w->table, table);
    header.body = t2g_model_checksum(image.bytes + sizeof header, size - sizeof header);
    header.self = t2g_model_checksum(&header, offsetof(t2g_model_header, self));
    memcpy(image.bytes, &header, sizeof header);
    return image;
}

/* numbers */

static int32_t rounded(float x, int32_t least, int32_t most)
{
    float nearest = floorf(x + 0.5f);
    return nearest < (float)least ? least : nearest > (float)most ? most : (int32_t)nearest;
}

/* The largest scale, as a power of two, at which x still fits. */
static int scale_of(float most, int32_t limit)
{
    int scale = 20;
    while (scale > -8 && ldexpf(most, scale) > (float)limit) scale--;
    return scale;
}

/* The scale at which a table loses least: few large numbers may be cut so that the many are finer. */
static int best_scale(const float *x, size_t len, int32_t least, int32_t most)
{
    int best = 0;
    double best_error = INFINITY;
    for (int scale = 2; scale <= 10; scale++) {
        double error = 0;
        for (size_t i = 0; i < len; i++) {
            float kept = ldexpf((float)rounded(ldexpf(x[i], scale), least, most), -scale);
            error += (double)(x[i] - kept) * (x[i] - kept);
        }
        if (error < best_error) {
            best_error = error;
            best = scale;
        }
    }
    return best;
}

/* Weights [in][out] whose rows come in at the given scales. */
typedef struct source {
    const t2g_parameter *weights, *bias; /* bias NULL: 0                                */
    const int *in_scale;                 /* [in]                                        */
    int zero;                            /* the byte that means 0 in what comes in      */
} source;

static float weight_at(const source *s, size_t k, size_t column)
{
    return ldexpf(s->weights->weight[k * s->weights->cols + column], -s->in_scale[k]);
}

static float largest(const source *s, size_t column)
{
    float most = 0;
    for (size_t k = 0; k < s->weights->rows; k++) {
        float x = fabsf(weight_at(s, k, column));
        most = x > most ? x : most;
    }
    return most;
}

/* Pack as kernel.h lays out; scale[column] is that of the sums, limit the greatest weight. */
static void put_matrix(writer *w, const char *name, const source *s, const int *scale, int32_t limit)
{
    char section[T2G_SECTION_NAME + 1];
    size_t in = s->weights->rows, out = s->weights->cols;
    snprintf(section, sizeof section, "%s.w", name);
    int8_t *weights = put(w, section, T2G_SECTION_I8, out, in);
    snprintf(section, sizeof section, "%s.b", name);
    int32_t *bias = put(w, section, T2G_SECTION_I32, 1, out);
    for (size_t c = 0; c < out; c++) {
        int32_t sum = 0;
        for (size_t k = 0; k < in; k++) {
            int32_t q = rounded(ldexpf(weight_at(s, k, c), scale[c]), -limit, limit);
            weights[c / T2G_TILE * T2G_TILE * in + k / 4 * 4 * T2G_TILE + c % T2G_TILE * 4 + k % 4] = (int8_t)q;
            sum += q;
        }
        float b = s->bias ? ldexpf(s->bias->weight[c], scale[c]) : 0;
        bias[c] = rounded(b, -(1 << 28), 1 << 28) - s->zero * sum;
    }
}

/* A product that feeds a stream: each column has its scale, and a shift to the stream's. */
static void put_shifted(writer *w, const char *name, const source *s, int stream_scale)
{
    char section[T2G_SECTION_NAME + 1];
    size_t out = s->weights->cols;
    int *scale = t2g_floats(out, sizeof *scale);
    snprintf(section, sizeof section, "%s.s", name);
    uint8_t *shift = put(w, section, T2G_SECTION_U8, 1, out);
    for (size_t c = 0; c < out; c++) {
        scale[c] = scale_of(largest(s, c), T2G_NARROW_MOST);
        if (scale[c] < stream_scale + 1) scale[c] = stream_scale + 1;
        if (scale[c] > stream_scale + 24) scale[c] = stream_scale + 24;
        shift[c] = (uint8_t)(scale[c] - stream_scale);
    }
    put_matrix(w, name, s, scale, T2G_NARROW_MOST);
    free(scale);
}

/* A head: one scale for all columns, whose sums are compared; it is returned. */
static int put_head(writer *w, const char *name, const source *s)
{
    size_t out = s->weights->cols;
    int *scale = t2g_floats(out, sizeof *scale), least = 20;
    for (size_t c = 0; c < out; c++) {
        int fits = scale_of(largest(s, c), WEIGHT_MOST);
        least = fits < least ? fits : least;
    }
    for (size_t c = 0; c < out; c++) scale[c] = least;
    put_matrix(w, name, s, scale, WEIGHT_MOST);
    free(scale);
    return least;
}

/* The words in the order of their keys, the unknown word last; returns their scale. */
static int put_words(writer *w, const t2g_parameter *words, const t2g_vocabulary *vocabulary)
{
    int scale = best_scale(words->weight + T2G_ROW_WORDS * words->cols, (words->rows - T2G_ROW_WORDS) * words->cols,
                           -T2G_INPUT_ZERO, T2G_INPUT_ZERO - 1);
    uint32_t *keys = put(w, "word.keys", T2G_SECTION_U32, 1, vocabulary->len);
    int8_t *rows = put(w, "word.rows", T2G_SECTION_I8, vocabulary->len + 1, words->cols);
    memcpy(keys, vocabulary->keys, vocabulary->len * sizeof *keys);
    for (uint32_t i = 0; i <= vocabulary->len; i++) {
        uint32_t row = i < vocabulary->len ? vocabulary->rows[i] : T2G_ROW_UNKNOWN;
        for (size_t k = 0; k < words->cols; k++)
            *rows++ = (int8_t)rounded(ldexpf(words->weight[row * words->cols + k], scale), -T2G_INPUT_ZERO,
                                      T2G_INPUT_ZERO - 1);
    }
    return scale;
}

static int put_parts(writer *w, const t2g_parameter *parts)
{
    size_t len = parts->rows * parts->cols;
    /* Nine rows are summed, so that a row may use a third of the range. */
    int scale = best_scale(parts->weight, len, -T2G_INPUT_ZERO / 3, T2G_INPUT_ZERO / 3);
    int8_t *rows = put(w, "part.rows", T2G_SECTION_I8, parts->rows, parts->cols);
    for (size_t i = 0; i < len; i++)
        rows[i] = (int8_t)rounded(ldexpf(parts->weight[i], scale), -WEIGHT_MOST, WEIGHT_MOST);
    return scale;
}

static void put_encoder(writer *w, const t2g_learner *l, int word_scale, int part_scale)
{
    int in_scale[T2G_WINDOW * (T2G_WIDTH > T2G_INPUT_WIDTH ? T2G_WIDTH : T2G_INPUT_WIDTH)];
    for (int k = 0; k < T2G_WINDOW * T2G_INPUT_WIDTH; k++)
        in_scale[k] = k % T2G_INPUT_WIDTH < T2G_WORD_WIDTH ? word_scale : part_scale;
    for (int layer = 0; layer < T2G_LAYERS; layer++) {
        char name[T2G_SECTION_NAME - 2];
        source s = {&l->conv[layer], &l->conv_bias[layer], in_scale, layer ? 0 : T2G_INPUT_ZERO};
        snprintf(name, sizeof name, "conv%d", layer);
        put_shifted(w, name, &s, STREAM_SCALE);
        for (int k = 0; k < T2G_WINDOW * T2G_WIDTH; k++) in_scale[k] = ACTIVE_SCALE;
    }
    uint8_t *steps = put(w, "steps", T2G_SECTION_U8, 1, T2G_LAYERS + 1);
    for (int layer = 0; layer < T2G_LAYERS; layer++) steps[layer] = STREAM_SCALE - ACTIVE_SCALE;
    steps[T2G_LAYERS] = HIDDEN_SCALE - HIDDEN_ACTIVE_SCALE;
}

static void put_vectors(writer *w, const char *name, const t2g_parameter *p, size_t rows, const t2g_parameter *bias,
                        size_t bias_from)
{
    int16_t *to = put(w, name, T2G_SECTION_I16, rows, T2G_HIDDEN);
    for (size_t i = 0; i < rows * T2G_HIDDEN; i++) {
        float x = p->weight[i];
        if (bias && i / T2G_HIDDEN >= bias_from) x += bias->weight[i % T2G_HIDDEN];
        to[i] = (int16_t)rounded(ldexpf(x, HIDDEN_SCALE), -HIDDEN_LIMIT, HIDDEN_LIMIT);
    }
}

static void put_heads(writer *w, const t2g_learner *l)
{
    int in_scale[T2G_WIDTH > T2G_HIDDEN ? T2G_WIDTH : T2G_HIDDEN];
    for (size_t k = 0; k < sizeof in_scale / sizeof *in_scale; k++) in_scale[k] = ACTIVE_SCALE;
    put_head(w, "tag", &(source){&l->tag, &l->tag_bias, in_scale, 0});
    int scale = put_head(w, "name", &(source){&l->name, &l->name_bias, in_scale, 0});
    uint32_t *unit = put(w, "name.unit", T2G_SECTION_U32, 1, 1);
    *unit = (uint32_t)1 << scale;
    put_shifted(w, "slots", &(source){&l->slots, NULL, in_scale, 0}, HIDDEN_SCALE);
    for (size_t k = 0; k < T2G_HIDDEN; k++) in_scale[k] = HIDDEN_ACTIVE_SCALE;
    put_head(w, "actions", &(source){&l->actions, &l->actions_bias, in_scale, 0});
    put_vectors(w, "missing", &l->missing, T2G_SLOTS, NULL, 0);
    /* A step always looks at one row of distances: the bias goes with them. */
    put_vectors(w, "labels", &l->labels, T2G_LABEL_ROWS, &l->hidden_bias, T2G_CHILD_SLOTS * T2G_LABEL_BLOCK);
}

t2g_image t2g_quantise(const t2g_learner *l, const t2g_vocabulary *vocabulary)
{
    writer *w = t2g_floats(1, sizeof *w);
    uint32_t *tagset = put(w, "tagset", T2G_SECTION_U32, 1, 1);
    *tagset = t2g_tagset_wants().tagset;
    int word_scale = put_words(w, &l->words, vocabulary);
    int part_scale = put_parts(w, &l->parts);
    put_encoder(w, l, word_scale, part_scale);
    put_heads(w, l);
    t2g_image image = finish(w);
    free(w);
    return image;
}
