/* cloze.c - raw text in, an encoder that knows English out.
 *
 * usage: text2gv-cloze -v VOCABULARY [-i VECTORS] [-m WORDS] -o ENCODER FILE ...
 *
 * One word in five is hidden and the encoder's vector in its place has to tell
 * it (Devlin et al. 2019, "BERT", section 3.1, with a convolutional encoder).
 * To normalise over the whole vocabulary would cost more than all else, so the
 * right word competes with the other hidden words of the batch and with NOISE
 * words drawn by frequency, each corrected by how likely it was to be there
 * (sampled softmax: Jean et al. 2015, "On Using Very Large Target Vocabulary").
 * The treebanks are small: what is learned here shows in every head (the table
 * is in data/README.md).
 *
 * FILE: a word a line, an empty line after each sentence (text2gv-words);
 * VECTORS: what vectors.c writes, the first values of the frequent words;
 * WORDS: millions of words to read, drawn sentence by sentence.
 *
 * SPDX-License-Identifier: MIT
 */
#include <math.h>
#include <stdlib.h>
#include <time.h>
#include <unistd.h>

#include "base/file.h"
#include "train/learner.h"

enum {
    BATCH_ROWS = 2500,
    NOISE = 800,
    CANDIDATES_MOST = 2048,
    TARGET_WIDTH = 128,
    SENTENCE_MOST = 120,
    NOISE_TABLE = 1 << 22,
    SEED = 1
};

static const float hidden_share = 0.2f, peak_rate = 2e-3f, last_share = 0.02f, warm_up = 0.02f;
static const double noise_power = 0.6;
static const t2g_dropout dropout = {.active = 0.05f, .input = 0.05f, .word = 0.03f};

typedef struct sentence {
    uint32_t begin, len; /* in reader.words */
} sentence;

typedef struct reader {
    t2g_vocabulary vocabulary;
    t2g_word *words; /* [len] the raw text */
    size_t len, cap;
    sentence *sentences; /* [sentences_len] */
    size_t sentences_len, sentences_cap;
    double *share; /* [rows] how frequent each row of the vocabulary is    */
    double *drawn; /* [rows] how likely one draw of noise gives it         */
    uint32_t *noise; /* [NOISE_TABLE] rows in proportion to drawn           */
} reader;

/* The guesser: vectors to rows of words. */
typedef struct guesser {
    t2g_parameter query, query_bias, target, target_bias;
    uint32_t candidates[CANDIDATES_MOST], len; /* rows that compete in this batch           */
    uint32_t *place;                           /* [rows] index in candidates + 1, or 0      */
    uint32_t hidden_row[T2G_ROWS_MOST], answer[T2G_ROWS_MOST], hidden; /* what is to be told */
    float *vectors, *d_vectors;                /* [hidden][T2G_WIDTH]                       */
    float *queries, *d_queries;                /* [hidden][TARGET_WIDTH]                    */
    float *targets, *d_targets;                /* [TARGET_WIDTH][candidates]                */
    float *scores, *turned;
} guesser;

/* reading */

static void *grown(void *array, size_t len, size_t *cap, size_t size)
{
    if (len < *cap) return array;
    *cap = *cap ? *cap * 2 : 1 << 16;
    array = realloc(array, *cap * size);
    if (!array) {
        fprintf(stderr, "text2gv-cloze: out of memory\n");
        exit(1);
    }
    return array;
}

static t2g_result read_raw(reader *r, const char *path, t2g_error *error)
{
    char *bytes;
    size_t size;
    t2g_error cause;
    t2g_result result = t2g_file_read(path, &bytes, &size, &cause);
    if (result != T2G_OK) return t2g_error_set(error, result, 0, "%s: %s", path, cause.message);
    uint32_t len = 0;
    for (size_t at = 0; at < size;) {
        const char *end = memchr(bytes + at, '\n', size - at);
        uint32_t width = (uint32_t)((end ? end : bytes + size) - (bytes + at));
        if (width && len < SENTENCE_MOST) {
            r->words = grown(r->words, r->len, &r->cap, sizeof *r->words);
            r->words[r->len++] = t2g_word_of(&r->vocabulary, (t2g_slice){bytes + at, width});
            len++;
        } else if (len) {
            r->sentences = grown(r->sentences, r->sentences_len, &r->sentences_cap, sizeof *r->sentences);
            r->sentences[r->sentences_len++] = (sentence){(uint32_t)(r->len - len), len};
            len = 0;
        }
        at += width + 1;
    }
    free(bytes);
    fprintf(stderr, "%s: %zu sentences, %zu words so far\n", path, r->sentences_len, r->len);
    return T2G_OK;
}

static void count(reader *r)
{
    uint32_t rows = r->vocabulary.rows_len;
    double all = 0;
    r->share = t2g_floats(rows, sizeof *r->share);
    r->drawn = t2g_floats(rows, sizeof *r->drawn);
    r->noise = t2g_floats(NOISE_TABLE, sizeof *r->noise);
    for (size_t i = 0; i < r->len; i++) r->share[r->words[i].row] += 1.0 / (double)r->len;
    for (uint32_t i = T2G_ROW_WORDS; i < rows; i++) all += r->drawn[i] = pow(r->share[i], noise_power);
    double reached = 0;
    uint32_t row = T2G_ROW_WORDS - 1;
    for (uint32_t i = 0; i < NOISE_TABLE; i++) {
        while (row + 1 < rows && reached * NOISE_TABLE <= i + 0.5) reached += r->drawn[++row] /= all;
        r->noise[i] = row;
    }
}

static t2g_result read_vectors(t2g_learner *l, const t2g_vocabulary *vocabulary, const char *path, t2g_error *error)
{
    FILE *in = fopen(path, "r");
    char form[512];
    unsigned width;
    if (!in) return t2g_error_set(error, T2G_IO, 0, "%s: cannot be opened", path);
    bool right = fscanf(in, "%*u %u", &width) == 1 && width == T2G_WORD_WIDTH;
    while (right && fscanf(in, "%511s", form) == 1) {
        float x[T2G_WORD_WIDTH];
        for (int i = 0; i < T2G_WORD_WIDTH; i++) right &= fscanf(in, "%f", &x[i]) == 1;
        uint32_t row = t2g_word_of(vocabulary, t2g_slice_of(form)).row;
        if (right && row != T2G_ROW_UNKNOWN) memcpy(l->words.weight + (size_t)row * T2G_WORD_WIDTH, x, sizeof x);
    }
    fclose(in);
    return right ? T2G_OK : t2g_error_set(error, T2G_FORMAT, 0, "%s: no vectors of width %d", path, T2G_WORD_WIDTH);
}

/* guessing */

static void guesser_init(guesser *g, uint32_t rows, t2g_random *random)
{
    t2g_parameter_init(&g->query, "query", T2G_WIDTH, TARGET_WIDTH, 1 / sqrtf(T2G_WIDTH), false, random);
    t2g_parameter_init(&g->query_bias, "query bias", 1, TARGET_WIDTH, 0, false, random);
    t2g_parameter_init(&g->target, "target", rows, TARGET_WIDTH, 0.02f, true, random);
    t2g_parameter_init(&g->target_bias, "target bias", rows, 1, 0, true, random);
    g->place = t2g_floats(rows, sizeof *g->place);
    g->vectors = t2g_floats((size_t)T2G_ROWS_MOST * T2G_WIDTH, sizeof(float));
    g->d_vectors = t2g_floats((size_t)T2G_ROWS_MOST * T2G_WIDTH, sizeof(float));
    g->queries = t2g_floats((size_t)T2G_ROWS_MOST * TARGET_WIDTH, sizeof(float));
    g->d_queries = t2g_floats((size_t)T2G_ROWS_MOST * TARGET_WIDTH, sizeof(float));
    g->targets = t2g_floats((size_t)TARGET_WIDTH * CANDIDATES_MOST, sizeof(float));
    g->d_targets = t2g_floats((size_t)TARGET_WIDTH * CANDIDATES_MOST, sizeof(float));
    g->turned = t2g_floats((size_t)TARGET_WIDTH * CANDIDATES_MOST, sizeof(float));
    g->scores = t2g_floats((size_t)T2G_ROWS_MOST * CANDIDATES_MOST, sizeof(float));
}

/* Sentences drawn at random, a share of their words hidden. */
static void draw_batch(t2g_learner *l, const reader *r, guesser *g)
{
    g->hidden = 0;
    t2g_learner_begin(l);
    while (l->rows < BATCH_ROWS) {
        const sentence *s = &r->sentences[t2g_random_next(&l->random) % r->sentences_len];
        uint32_t first = t2g_learner_put(l, r->words + s->begin, s->len, dropout.word);
        for (uint32_t i = first; i < first + s->len; i++) {
            uint32_t row = r->words[s->begin + i - first].row;
            if (row < T2G_ROW_WORDS || t2g_random_unit(&l->random) >= hidden_share) continue;
            g->hidden_row[g->hidden] = i;
            g->answer[g->hidden++] = row;
            l->word[i].row = T2G_ROW_MASK;
            memset(l->word[i].part, 0xFF, sizeof l->word[i].part);
        }
    }
}

static void add_candidate(guesser *g, uint32_t row)
{
    if (g->place[row] || g->len == CANDIDATES_MOST) return;
    g->candidates[g->len++] = row;
    g->place[row] = g->len;
}

static void draw_candidates(guesser *g, const reader *r, t2g_random *random)
{
    for (uint32_t i = 0; i < g->len; i++) g->place[g->candidates[i]] = 0;
    g->len = 0;
    for (uint32_t i = 0; i < g->hidden; i++) add_candidate(g, g->answer[i]);
    for (uint32_t i = 0; i < NOISE; i++) add_candidate(g, r->noise[t2g_random_next(random) % NOISE_TABLE]);
}

/* scores[h][c] = query[h] . target[c] + bias[c] - log P(c competes), then their gradient. */
static double guess(guesser *g, const reader *r, uint32_t columns, uint32_t *hits)
{
    double loss = 0;
    memset(g->targets, 0, (size_t)TARGET_WIDTH * columns * sizeof(float));
    for (uint32_t c = 0; c < g->len; c++)
        for (uint32_t k = 0; k < TARGET_WIDTH; k++)
            g->targets[(size_t)k * columns + c] = g->target.weight[(size_t)g->candidates[c] * TARGET_WIDTH + k];
    for (uint32_t c = 0; c < columns; c++) {
        uint32_t row = g->candidates[c < g->len ? c : 0];
        double often = g->hidden * r->share[row] + NOISE * r->drawn[row];
        g->scores[c] = c < g->len ? g->target_bias.weight[row] - (float)log(1 - exp(-often)) : -1e4f;
    }
    for (uint32_t h = 1; h < g->hidden; h++)
        memcpy(g->scores + (size_t)h * columns, g->scores, columns * sizeof(float));
    t2g_product(g->hidden, columns, TARGET_WIDTH, g->queries, TARGET_WIDTH, 1, g->targets, columns, g->scores, columns);
    for (uint32_t h = 0; h < g->hidden; h++) {
        float *score = g->scores + (size_t)h * columns;
        uint32_t right = g->place[g->answer[h]] - 1, best = 0;
        double sum = 0;
        for (uint32_t c = 1; c < columns; c++)
            if (score[c] > score[best]) best = c;
        *hits += best == right;
        float most = score[best];
        for (uint32_t c = 0; c < columns; c++) sum += score[c] = expf(score[c] - most);
        loss -= log(score[right] / sum + 1e-20);
        float scale = 100.0f / (float)g->hidden;
        for (uint32_t c = 0; c < columns; c++) score[c] *= scale / (float)sum;
        score[right] -= scale;
    }
    return loss;
}

static void guess_back(guesser *g, uint32_t columns)
{
    const size_t W = TARGET_WIDTH;
    memset(g->d_targets, 0, W * columns * sizeof(float));
    t2g_product(W, columns, g->hidden, g->queries, 1, W, g->scores, columns, g->d_targets, columns);
    for (uint32_t c = 0; c < g->len; c++) {
        float *d = t2g_parameter_touch(&g->target, g->candidates[c]);
        float *d_bias = t2g_parameter_touch(&g->target_bias, g->candidates[c]);
        for (size_t k = 0; k < W; k++) d[k] += g->d_targets[k * columns + c];
        for (uint32_t h = 0; h < g->hidden; h++) *d_bias += g->scores[(size_t)h * columns + c];
    }
    t2g_transpose(g->targets, W, columns, g->turned);
    memset(g->d_queries, 0, g->hidden * W * sizeof(float));
    t2g_product(g->hidden, W, columns, g->scores, columns, 1, g->turned, W, g->d_queries, W);
    t2g_product(T2G_WIDTH, W, g->hidden, g->vectors, 1, T2G_WIDTH, g->d_queries, W, g->query.gradient, W);
    for (uint32_t h = 0; h < g->hidden; h++)
        for (size_t k = 0; k < W; k++) g->query_bias.gradient[k] += g->d_queries[h * W + k];
    t2g_transpose(g->query.weight, T2G_WIDTH, W, g->turned);
    memset(g->d_vectors, 0, (size_t)g->hidden * T2G_WIDTH * sizeof(float));
    t2g_product(g->hidden, T2G_WIDTH, W, g->d_queries, W, 1, g->turned, T2G_WIDTH, g->d_vectors, T2G_WIDTH);
}

/* One batch; returns the loss. */
static double learn_batch(t2g_learner *l, const reader *r, guesser *g, uint32_t *hits)
{
    draw_batch(l, r, g);
    draw_candidates(g, r, &l->random);
    uint32_t columns = (g->len + 15) / 16 * 16;
    t2g_learner_encode(l, &dropout);
    for (uint32_t h = 0; h < g->hidden; h++) {
        memcpy(g->vectors + (size_t)h * T2G_WIDTH, l->vectors + (size_t)g->hidden_row[h] * T2G_WIDTH,
               T2G_WIDTH * sizeof(float));
        memcpy(g->queries + (size_t)h * TARGET_WIDTH, g->query_bias.weight, TARGET_WIDTH * sizeof(float));
    }
    t2g_product(g->hidden, TARGET_WIDTH, T2G_WIDTH, g->vectors, T2G_WIDTH, 1, g->query.weight, TARGET_WIDTH,
                g->queries, TARGET_WIDTH);
    double loss = guess(g, r, columns, hits);
    guess_back(g, columns);
    memset(l->vectors_gradient, 0, (size_t)l->rows * T2G_WIDTH * sizeof(float));
    for (uint32_t h = 0; h < g->hidden; h++)
        memcpy(l->vectors_gradient + (size_t)g->hidden_row[h] * T2G_WIDTH, g->d_vectors + (size_t)h * T2G_WIDTH,
               T2G_WIDTH * sizeof(float));
    t2g_learner_encode_back(l, &dropout);
    return loss;
}

static double seconds(void)
{
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return (double)t.tv_sec + 1e-9 * (double)t.tv_nsec;
}

static void learn(t2g_learner *l, const reader *r, guesser *g, double words)
{
    enum { ENCODER = sizeof l->encoder / sizeof *l->encoder };
    t2g_parameter *all[ENCODER + 4];
    memcpy(all, l->encoder, sizeof l->encoder);
    t2g_parameter *const guessing[4] = {&g->query, &g->query_bias, &g->target, &g->target_bias};
    memcpy(all + ENCODER, guessing, sizeof guessing);
    double begin = seconds(), loss = 0, asked = 0, done = 0;
    uint32_t hits = 0;
    for (uint64_t step = 1; done < words; step++) {
        float at = (float)(done / words);
        float rate = peak_rate * (at < warm_up ? at / warm_up + 0.01f : 1 - at + last_share);
        loss += learn_batch(l, r, g, &hits);
        t2g_adam(all, ENCODER + 4, rate, step);
        asked += g->hidden;
        done += l->rows;
        if (step % 100) continue;
        fprintf(stderr, "\r%.1f of %.1f million words, loss %.3f, %.2f %% told, %.0f s left   ", done / 1e6, words / 1e6,
                loss / asked, 100 * hits / asked, (seconds() - begin) * (words / done - 1));
        loss = asked = hits = 0;
    }
    fputc('\n', stderr);
}

static t2g_result write_encoder(const t2g_learner *l, const char *path, t2g_error *error)
{
    t2g_newfile file;
    t2g_result result = t2g_newfile_open(&file, path, error);
    if (result != T2G_OK) return result;
    t2g_parameters_write(l->encoder, sizeof l->encoder / sizeof *l->encoder, file.stream);
    return t2g_newfile_finish(&file, error);
}

int main(int argc, char **argv)
{
    reader *r = t2g_floats(1, sizeof *r);
    t2g_learner *l = t2g_floats(1, sizeof *l);
    guesser *g = t2g_floats(1, sizeof *g);
    const char *vocabulary = NULL, *vectors = NULL, *out = NULL;
    t2g_error error = {0};
    double millions = 55;
    int option;
    while ((option = getopt(argc, argv, "v:i:m:o:")) != -1) switch (option) {
        case 'v': vocabulary = optarg; break;
        case 'i': vectors = optarg; break;
        case 'm': millions = strtod(optarg, NULL); break;
        case 'o': out = optarg; break;
        default: optind = argc; break;
        }
    if (optind >= argc || !vocabulary || !out) {
        fprintf(stderr, "usage: text2gv-cloze -v VOCABULARY [-i VECTORS] [-m WORDS] -o ENCODER FILE ...\n");
        return 2;
    }
    t2g_result result = t2g_vocabulary_read(&r->vocabulary, vocabulary, &error);
    for (int i = optind; i < argc && result == T2G_OK; i++) result = read_raw(r, argv[i], &error);
    if (result == T2G_OK) {
        t2g_learner_init(l, r->vocabulary.rows_len, SEED);
        if (vectors) result = read_vectors(l, &r->vocabulary, vectors, &error);
    }
    if (result == T2G_OK) {
        guesser_init(g, r->vocabulary.rows_len, &l->random);
        count(r);
        learn(l, r, g, millions * 1e6);
        result = write_encoder(l, out, &error);
    }
    if (result == T2G_OK) return 0;
    fprintf(stderr, "text2gv-cloze: %s\n", error.message);
    return 1;
}
