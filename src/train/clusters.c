/* clusters.c - word vectors in, words with a cluster for each grain out.
 *
 * usage: text2gv-clusters GRAIN ... < VECTORS
 *
 * Spherical k-means (Dhillon & Modha 2001, "Concept Decompositions for Large
 * Sparse Text Data Using Clustering"): vectors of length one, the nearest mean
 * by its dot product, a fixed number of rounds.  VECTORS is what text2gv-vectors
 * writes; the output is word TAB cluster TAB cluster ...  The first means are
 * drawn from the frequent words; one seed, so the same vectors give the same bytes.
 *
 * SPDX-License-Identifier: MIT
 */
#include <math.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { ROUNDS = 12, WORD_SIZE = 512, FREQUENT = 20000 };

typedef struct vectors {
    char (*words)[WORD_SIZE]; /* [len]                                                    */
    float *x;                 /* [len][dim]                                               */
    int len, dim;
} vectors;

static void *room(size_t count, size_t size)
{
    void *p = calloc(count ? count : 1, size);
    if (!p) {
        fprintf(stderr, "text2gv-clusters: out of memory\n");
        exit(1);
    }
    return p;
}

/* To length one; false where there is none. */
static int normalise(float *x, int dim)
{
    double sum = 0;
    for (int j = 0; j < dim; j++) sum += (double)x[j] * (double)x[j];
    if (sum < 1e-9) return 0;
    for (int j = 0; j < dim; j++) x[j] = (float)(x[j] / sqrt(sum));
    return 1;
}

static int read_vectors(vectors *v)
{
    if (scanf("%d %d", &v->len, &v->dim) != 2 || v->len < 1 || v->dim < 1) return 0;
    v->words = room((size_t)v->len, sizeof *v->words);
    v->x = room((size_t)v->len * (size_t)v->dim, sizeof *v->x);
    for (int i = 0; i < v->len; i++) {
        if (scanf("%511s", v->words[i]) != 1) return 0;
        for (int j = 0; j < v->dim; j++)
            if (scanf("%f", &v->x[(size_t)i * v->dim + j]) != 1) return 0;
        normalise(&v->x[(size_t)i * v->dim], v->dim);
    }
    return 1;
}

static const float *draw(const vectors *v, uint64_t *chance, int among)
{
    *chance = *chance * 6364136223846793005u + 1442695040888963407u; /* Knuth, MMIX */
    return &v->x[(size_t)(*chance >> 33) % (size_t)among * v->dim];
}

static int nearest(const vectors *v, const float *means, int grain, const float *x)
{
    int best = 0;
    float most = -2;
    for (int k = 0; k < grain; k++) {
        float dot = 0;
        for (int j = 0; j < v->dim; j++) dot += means[(size_t)k * v->dim + j] * x[j];
        if (dot <= most) continue;
        most = dot;
        best = k;
    }
    return best;
}

/* cluster: [len] */
static void find_clusters(const vectors *v, int grain, int *cluster)
{
    size_t row = (size_t)v->dim * sizeof(float);
    float *means = room((size_t)grain, row);
    uint64_t chance = 1;
    for (int k = 0; k < grain; k++)
        memcpy(&means[(size_t)k * v->dim], draw(v, &chance, v->len < FREQUENT ? v->len : FREQUENT), row);
    for (int round = 0; round < ROUNDS; round++) {
        for (int i = 0; i < v->len; i++) cluster[i] = nearest(v, means, grain, &v->x[(size_t)i * v->dim]);
        memset(means, 0, (size_t)grain * row);
        for (int i = 0; i < v->len; i++)
            for (int j = 0; j < v->dim; j++) means[(size_t)cluster[i] * v->dim + j] += v->x[(size_t)i * v->dim + j];
        for (int k = 0; k < grain; k++)
            if (!normalise(&means[(size_t)k * v->dim], v->dim))
                memcpy(&means[(size_t)k * v->dim], draw(v, &chance, v->len), row);
    }
    free(means);
}

int main(int argc, char **argv)
{
    vectors v = {0};
    if (argc < 2 || !read_vectors(&v)) {
        fprintf(stderr, "usage: text2gv-clusters GRAIN ... < VECTORS\n");
        return 2;
    }
    int **cluster = room((size_t)argc, sizeof *cluster);
    for (int g = 1; g < argc; g++) {
        cluster[g] = room((size_t)v.len, sizeof **cluster);
        find_clusters(&v, atoi(argv[g]), cluster[g]);
    }
    for (int i = 0; i < v.len; i++) {
        fputs(v.words[i], stdout);
        for (int g = 1; g < argc; g++) printf("\t%d", cluster[g][i]);
        putchar('\n');
    }
    return ferror(stdout) != 0;
}
