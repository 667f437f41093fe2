/* SPDX-License-Identifier: MIT
 *
 * vectors.c - raw text in, one vector per frequent word out.
 *
 * Skip-gram with negative sampling (Mikolov et al. 2013, "Distributed
 * Representations of Words and Phrases", equation 4), with two additions:
 *
 *   [1] a context word is predicted by a matrix of its own for each distance
 *       and side (Ling et al. 2015, "Two/Too Simple Adaptations of Word2Vec
 *       for Syntax Problems", structured skip-gram): the vectors then know
 *       what stands left and what stands right, which tags and trees need;
 *   [2] a word is the mean of its own vector and those of its character
 *       n-grams (Bojanowski et al. 2017, "Enriching Word Vectors with Subword
 *       Information"), so that a rare word begins near its relatives.
 *
 * Input: one token a line, an empty line after each sentence.  Letters are
 * lower-cased (ASCII and the two-byte Latin letters) and digits become 0: case
 * is a feature of its own to whoever reads the vectors, and a headline must
 * not fall out of the vocabulary.
 * Output: a line `WORDS DIM`, then `word x1 .. xdim` a line, most frequent
 * first; the first is <unk>, the mean of the words too rare for a line.
 *
 * One thread, one seed, and sums in a fixed order: the same text gives the
 * same bytes.  O(tokens * window * negatives * dim) a pass.
 */
#include <errno.h>
#include <inttypes.h>
#include <math.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

enum {
    LANES         = 16,         /* the dot product keeps this many partial sums     */
    MAX_DIM       = 512,
    MAX_WINDOW    = 10,
    MAX_NGRAMS    = 40,         /* of one word                                      */
    MIN_N         = 3,          /* letters of an n-gram, with the < and > around    */
    MAX_N         = 5,          /*   the word                                       */
    MAX_WORD      = 64,         /* bytes; a longer token is cut                     */
    NOISE_SIZE    = 1 << 22,    /* entries of the table noise words are drawn from  */
    SENTENCE_END  = -1
};

typedef struct {
    int dim, window, negatives, passes, min_count, buckets;
    double rate, subsample;
    const char *out;
} settings;

typedef struct {
    char *form;
    uint64_t count;
} word;

typedef struct {
    word *words;                /* [len], most frequent first once sorted           */
    size_t len, cap;
    uint32_t *slots;            /* [size] open addressing: word id + 1, 0 is empty  */
    size_t size;
} vocabulary;

typedef struct {
    int32_t *ids;               /* [len] word ids; SENTENCE_END; rare words left out */
    size_t len, cap;
} text;

/* ---- memory and chance ------------------------------------------------- */

static void *grab(void *old, size_t n, size_t size)
{
    void *p = n <= SIZE_MAX / size ? realloc(old, n * size) : NULL;

    if (!p) {
        fprintf(stderr, "vectors: out of memory\n");
        exit(1);
    }
    return p;
}

static uint64_t next_random(uint64_t *state)    /* splitmix64, Steele et al. 2014 */
{
    uint64_t z = (*state += 0x9E3779B97F4A7C15u);

    z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9u;
    z = (z ^ (z >> 27)) * 0x94D049BB133111EBu;
    return z ^ (z >> 31);
}

static double unit_random(uint64_t *state)      /* [0, 1) */
{
    return (double)(next_random(state) >> 11) * 0x1p-53;
}

/* ---- words ------------------------------------------------------------- */

static uint32_t hash_bytes(const char *s, size_t size)     /* FNV-1a */
{
    uint32_t h = 2166136261u;

    for (size_t i = 0; i < size; i++)
        h = (h ^ (unsigned char)s[i]) * 16777619u;
    return h;
}

/* Lower-case in place and blank the digits.  U+00C0 to U+00DE are the only
 * letters beyond ASCII worth a rule in English news. */
static size_t fold(char *s)
{
    size_t i = 0;

    for (; s[i]; i++) {
        unsigned char c = (unsigned char)s[i];

        if (c >= 'A' && c <= 'Z')
            s[i] = (char)(c + 32);
        else if (c >= '0' && c <= '9')
            s[i] = '0';
        else if (c == 0xC3 && (unsigned char)s[i + 1] >= 0x80 && (unsigned char)s[i + 1] <= 0x9E
                 && (unsigned char)s[i + 1] != 0x97) {
            s[i + 1] = (char)(s[i + 1] + 0x20);
            i++;
        }
    }
    if (i > MAX_WORD) {
        for (i = MAX_WORD; ((unsigned char)s[i] & 0xC0) == 0x80; i--)
            ;
        s[i] = 0;
    }
    return i;
}

static void rehash(vocabulary *v, size_t size)
{
    v->slots = grab(v->slots, size, sizeof *v->slots);
    memset(v->slots, 0, size * sizeof *v->slots);
    v->size = size;
    for (size_t i = 0; i < v->len; i++) {
        size_t h = hash_bytes(v->words[i].form, strlen(v->words[i].form)) & (size - 1);

        while (v->slots[h])
            h = (h + 1) & (size - 1);
        v->slots[h] = (uint32_t)i + 1;
    }
}

static uint32_t intern(vocabulary *v, const char *form, size_t size)
{
    size_t h;

    if (2 * v->len >= v->size)
        rehash(v, v->size ? 2 * v->size : 1 << 16);
    for (h = hash_bytes(form, size) & (v->size - 1); v->slots[h]; h = (h + 1) & (v->size - 1))
        if (strcmp(v->words[v->slots[h] - 1].form, form) == 0)
            return v->slots[h] - 1;
    if (v->len == v->cap)
        v->words = grab(v->words, v->cap = v->cap ? 2 * v->cap : 1 << 16, sizeof *v->words);
    v->words[v->len].form = memcpy(grab(NULL, size + 1, 1), form, size + 1);
    v->words[v->len].count = 0;
    v->slots[h] = (uint32_t)++v->len;
    return (uint32_t)v->len - 1;
}

static void append(text *t, int32_t id)
{
    if (t->len == t->cap)
        t->ids = grab(t->ids, t->cap = t->cap ? 2 * t->cap : 1 << 20, sizeof *t->ids);
    t->ids[t->len++] = id;
}

static void read_text(FILE *in, vocabulary *v, text *t)
{
    char line[4096];

    while (fgets(line, sizeof line, in)) {
        size_t size;
        uint32_t id;

        line[strcspn(line, "\t\n\v\f\r ")] = 0;
        size = fold(line);
        if (size == 0) {
            append(t, SENTENCE_END);
            continue;
        }
        id = intern(v, line, size);
        v->words[id].count++;
        append(t, (int32_t)id);
    }
    append(t, SENTENCE_END);
}

static int more_frequent(const void *a, const void *b)
{
    const word *x = a, *y = b;

    if (x->count != y->count)
        return x->count < y->count ? 1 : -1;
    return strcmp(x->form, y->form);
}

/* Sort by frequency, forget the rare words, renumber the text. */
static void prune(vocabulary *v, text *t, int min_count)
{
    vocabulary old = *v;
    int32_t *renamed = grab(NULL, old.len + 1, sizeof *renamed);
    size_t kept = 0, out = 0;

    v->words = grab(NULL, old.len + 1, sizeof *v->words);
    memcpy(v->words, old.words, old.len * sizeof *v->words);
    qsort(v->words, v->len, sizeof *v->words, more_frequent);
    while (kept < v->len && v->words[kept].count >= (uint64_t)min_count)
        kept++;
    v->slots = NULL;
    rehash(v, old.size);
    for (size_t i = 0; i < old.len; i++) {
        uint32_t id = intern(v, old.words[i].form, strlen(old.words[i].form));

        renamed[i] = id < kept ? (int32_t)id : -2;
    }
    for (size_t i = 0; i < t->len; i++) {
        int32_t id = t->ids[i] == SENTENCE_END ? SENTENCE_END : renamed[t->ids[i]];

        if (id != -2)
            t->ids[out++] = id;
    }
    t->len = out;
    v->len = kept;
    free(old.words);
    free(old.slots);
    free(renamed);
}

/* ---- the model --------------------------------------------------------- */

typedef struct {
    float *in;                  /* [words + buckets][dim]                           */
    float *out;                 /* [2 * window][words][dim]: one matrix a position  */
    uint32_t *rows;             /* [words][MAX_NGRAMS + 1] rows of `in` of a word   */
    uint8_t *rows_len;          /* [words]                                          */
    uint32_t *noise;            /* [NOISE_SIZE] word ids, as often as count^0.75    */
    float *keep;                /* [words] chance that an occurrence is kept        */
} model;

/* The n-grams of <word>, counted in characters; a bucket may be shared. */
static void find_ngrams(model *m, const vocabulary *v, size_t id, int buckets)
{
    char framed[MAX_WORD + 3];
    size_t starts[MAX_WORD + 3], chars = 0;
    uint32_t *rows = m->rows + id * (MAX_NGRAMS + 1);
    int len = 1;
    int size = snprintf(framed, sizeof framed, "<%s>", v->words[id].form);

    rows[0] = (uint32_t)id;
    for (int i = 0; i < size; i++)
        if (((unsigned char)framed[i] & 0xC0) != 0x80)
            starts[chars++] = (size_t)i;
    starts[chars] = (size_t)size;
    for (size_t i = 0; buckets && i < chars; i++)
        for (size_t n = MIN_N; n <= MAX_N && i + n <= chars && len <= MAX_NGRAMS; n++)
            if (n < chars)      /* the whole word has its own row already */
                rows[len++] = (uint32_t)v->len
                    + hash_bytes(framed + starts[i], starts[i + n] - starts[i]) % (uint32_t)buckets;
    m->rows_len[id] = (uint8_t)len;
}

static void init_model(model *m, const vocabulary *v, const settings *s)
{
    size_t in = (v->len + (size_t)s->buckets) * (size_t)s->dim;
    size_t out = 2 * (size_t)s->window * v->len * (size_t)s->dim;
    double sum = 0, total = 0, reached = 0;
    uint64_t state = 1;
    size_t at = 0;

    m->in = grab(NULL, in, sizeof *m->in);
    for (size_t i = 0; i < in; i++)
        m->in[i] = (float)((unit_random(&state) - 0.5) / s->dim);
    m->out = grab(NULL, out, sizeof *m->out);
    memset(m->out, 0, out * sizeof *m->out);
    m->rows = grab(NULL, v->len * (MAX_NGRAMS + 1), sizeof *m->rows);
    m->rows_len = grab(NULL, v->len, 1);
    m->keep = grab(NULL, v->len, sizeof *m->keep);
    m->noise = grab(NULL, NOISE_SIZE, sizeof *m->noise);
    for (size_t i = 0; i < v->len; i++) {
        find_ngrams(m, v, i, s->buckets);
        total += (double)v->words[i].count;
        sum += pow((double)v->words[i].count, 0.75);
    }
    for (size_t i = 0; i < v->len; i++) {
        double r = s->subsample * total / (double)v->words[i].count;

        m->keep[i] = (float)(sqrt(r) + r);
        reached += pow((double)v->words[i].count, 0.75);
        while (at < NOISE_SIZE && (double)at < reached / sum * NOISE_SIZE)
            m->noise[at++] = (uint32_t)i;
    }
    while (at < NOISE_SIZE)
        m->noise[at++] = 0;
}

/* Partial sums in a fixed order, so that no width of vector changes them. */
static float dot(const float *restrict a, const float *restrict b, int dim)
{
    float sums[LANES] = { 0 }, sum = 0;

    for (int i = 0; i < dim; i += LANES)
        for (int j = 0; j < LANES; j++)
            sums[j] += a[i + j] * b[i + j];
    for (int j = 0; j < LANES; j++)
        sum += sums[j];
    return sum;
}

static void add_scaled(float *restrict a, const float *restrict b, float scale, int dim)
{
    for (int i = 0; i < dim; i++)
        a[i] += scale * b[i];
}

static void compose(const model *m, int32_t id, int dim, float *hidden)
{
    const uint32_t *rows = m->rows + (size_t)id * (MAX_NGRAMS + 1);

    memset(hidden, 0, (size_t)dim * sizeof *hidden);
    for (int i = 0; i < m->rows_len[id]; i++)
        add_scaled(hidden, m->in + (size_t)rows[i] * (size_t)dim, 1.0f / m->rows_len[id], dim);
}

/* One centre word against its window.  The gradient of the whole window is
 * gathered before it is spent on the word's rows: a departure from word2vec
 * that saves composing the n-grams anew for each context. */
static void learn_window(model *m, const settings *s, size_t words, const int32_t *sentence,
                         int len, int centre, float rate, uint64_t *state)
{
    float hidden[MAX_DIM], gradient[MAX_DIM] = { 0 };
    int reach = 1 + (int)(next_random(state) % (uint64_t)s->window);
    const uint32_t *rows = m->rows + (size_t)sentence[centre] * (MAX_NGRAMS + 1);
    int rows_len = m->rows_len[sentence[centre]];

    compose(m, sentence[centre], s->dim, hidden);
    for (int offset = -reach; offset <= reach; offset++) {
        int at = centre + offset;
        size_t position = (size_t)(offset < 0 ? offset + s->window : offset + s->window - 1);
        float *matrix = m->out + position * words * (size_t)s->dim;

        if (offset == 0 || at < 0 || at >= len)
            continue;
        for (int n = 0; n <= s->negatives; n++) {
            uint32_t target = n ? m->noise[next_random(state) % NOISE_SIZE] : (uint32_t)sentence[at];
            float *row = matrix + (size_t)target * (size_t)s->dim;
            float step;

            if (n && target == (uint32_t)sentence[at])
                continue;
            step = rate * ((float)(n == 0) - 1.0f / (1.0f + expf(-dot(hidden, row, s->dim))));
            add_scaled(gradient, row, step, s->dim);
            add_scaled(row, hidden, step, s->dim);
        }
    }
    for (int i = 0; i < rows_len; i++)
        add_scaled(m->in + (size_t)rows[i] * (size_t)s->dim, gradient, 1.0f, s->dim);
}

static void train(model *m, const vocabulary *v, const text *t, const settings *s)
{
    enum { MAX_SENTENCE = 1000 };
    int32_t sentence[MAX_SENTENCE];
    uint64_t state = 2;
    size_t all = t->len * (size_t)s->passes, done = 0, shown = 0;
    clock_t began = clock();

    for (int pass = 0; pass < s->passes; pass++)
        for (size_t i = 0; i < t->len;) {
            float rate;
            int len = 0;

            for (; i < t->len && t->ids[i] != SENTENCE_END && len < MAX_SENTENCE; i++, done++)
                if (unit_random(&state) < m->keep[t->ids[i]])
                    sentence[len++] = t->ids[i];
            if (i < t->len && t->ids[i] == SENTENCE_END)
                i++, done++;
            rate = (float)(s->rate * fmax(1e-4, 1.0 - (double)done / (double)all));
            for (int c = 0; c < len; c++)
                learn_window(m, s, v->len, sentence, len, c, rate, &state);
            if (done - shown >= all / 50) {
                double spent = (double)(clock() - began) / CLOCKS_PER_SEC;

                shown = done;
                fprintf(stderr, "vectors: pass %d of %d, %zu %%, %.0f s left\n", pass + 1, s->passes,
                        100 * done / all, spent * (double)(all - done) / (double)done);
            }
        }
}

/* ---- writing ----------------------------------------------------------- */

/* <unk> is the mean of the rarest twentieth that still has a vector. */
static int write_vectors(const char *path, const model *m, const vocabulary *v, int dim)
{
    char *beside = grab(NULL, strlen(path) + 5, 1);
    float hidden[MAX_DIM], unknown[MAX_DIM] = { 0 };
    size_t rare = v->len - v->len / 20;
    FILE *f;

    strcat(strcpy(beside, path), ".new");
    f = fopen(beside, "w");
    if (!f)
        return -1;
    for (size_t i = rare; i < v->len; i++) {
        compose(m, (int32_t)i, dim, hidden);
        add_scaled(unknown, hidden, 1.0f / (float)(v->len - rare), dim);
    }
    fprintf(f, "%zu %d\n<unk>", v->len + 1, dim);
    for (int j = 0; j < dim; j++)
        fprintf(f, " %.4f", (double)unknown[j]);
    putc('\n', f);
    for (size_t i = 0; i < v->len; i++) {
        compose(m, (int32_t)i, dim, hidden);
        fputs(v->words[i].form, f);
        for (int j = 0; j < dim; j++)
            fprintf(f, " %.4f", (double)hidden[j]);
        putc('\n', f);
    }
    if (ferror(f) | fclose(f) || rename(beside, path))
        return -1;
    free(beside);
    return 0;
}

static int usage(void)
{
    fputs("usage: vectors [-d dim] [-w window] [-n negatives] [-p passes] [-m mincount]\n"
          "               [-b ngram buckets, 0 for none] [-r rate] [-t subsample] -o FILE < tokens\n", stderr);
    return 2;
}

int main(int argc, char **argv)
{
    settings s = { .dim = 96, .window = 4, .negatives = 5, .passes = 5, .min_count = 5,
                   .buckets = 0, .rate = 0.05, .subsample = 1e-3 };
    vocabulary v = { 0 };
    text t = { 0 };
    model m;
    int c;

    while ((c = getopt(argc, argv, "d:w:n:p:m:b:r:t:o:")) != -1)
        switch (c) {
        case 'd': s.dim = atoi(optarg); break;
        case 'w': s.window = atoi(optarg); break;
        case 'n': s.negatives = atoi(optarg); break;
        case 'p': s.passes = atoi(optarg); break;
        case 'm': s.min_count = atoi(optarg); break;
        case 'b': s.buckets = atoi(optarg); break;
        case 'r': s.rate = atof(optarg); break;
        case 't': s.subsample = atof(optarg); break;
        case 'o': s.out = optarg; break;
        default: return usage();
        }
    if (!s.out || s.dim < LANES || s.dim > MAX_DIM || s.dim % LANES || s.window < 1
        || s.window > MAX_WINDOW || s.negatives < 1 || s.passes < 1 || s.buckets < 0)
        return usage();
    read_text(stdin, &v, &t);
    prune(&v, &t, s.min_count);
    if (v.len == 0) {
        fprintf(stderr, "vectors: no word occurs %d times in the input\n", s.min_count);
        return 1;
    }
    fprintf(stderr, "vectors: %zu words in the vocabulary, %zu in the text\n", v.len, t.len);
    init_model(&m, &v, &s);
    train(&m, &v, &t, &s);
    if (write_vectors(s.out, &m, &v, s.dim) != 0) {
        fprintf(stderr, "vectors: %s: %s\n", s.out, strerror(errno));
        return 1;
    }
    return 0;
}
