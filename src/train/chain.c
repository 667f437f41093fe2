/* SPDX-License-Identifier: MIT */
#include "train/chain.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "model/crf.h"

enum { Y_MOST = T2G_CRF_LABELS_MOST, STRIDE_MOST = (Y_MOST + 3) / 4 * 4, LONGEST = 400 };

/* Sums over the sequences of one sentence, each row scaled so that it adds up to one. */
typedef struct sums {
    double forward[LONGEST][Y_MOST], backward[LONGEST][Y_MOST], local[LONGEST][Y_MOST], scale[LONGEST];
    double follow[Y_MOST][Y_MOST];      /* exp of the chain's                              */
    float scores[LONGEST][STRIDE_MOST], gradient[LONGEST][STRIDE_MOST];
    double follow_gradient[Y_MOST][Y_MOST];
} sums;

typedef struct learner {
    t2g_chain *chain;
    const t2g_chain_settings *set;
    float *squares, *mean; /* as the chain's weights                                       */
    float *follow_squares, *follow_mean;
    uint8_t before[Y_MOST][Y_MOST], before_len[Y_MOST]; /* labels that may stand before one */
    sums *s;
    uint64_t chance;
} learner;

bool t2g_chain_init(t2g_chain *chain, uint32_t labels, uint32_t features)
{
    *chain = (t2g_chain){.labels = labels, .stride = (labels + 3) / 4 * 4, .features = features};
    chain->weight = calloc((size_t)features * chain->stride, sizeof *chain->weight);
    chain->follow = calloc((size_t)labels * labels, sizeof *chain->follow);
    return chain->weight && chain->follow;
}

void t2g_chain_free(t2g_chain *chain)
{
    free(chain->weight);
    free(chain->follow);
}

static uint64_t draw(learner *l) /* xorshift, Marsaglia 2003 */
{
    l->chance ^= l->chance << 13;
    l->chance ^= l->chance >> 7;
    return l->chance ^= l->chance << 17;
}

static float draw_share(learner *l) { return (float)(draw(l) >> 40) * 0x1p-24f; }

static void score(learner *l, const t2g_sequence *q)
{
    const t2g_chain *c = l->chain;
    for (uint32_t t = 0; t < q->len; t++) {
        float *to = l->s->scores[t];
        memset(to, 0, sizeof l->s->scores[t]);
        for (uint32_t f = 0; f < q->counts[t]; f++) {
            const float *w = c->weight + (size_t)q->features[t][f] * c->stride;
            for (uint32_t y = 0; y < c->stride; y++) to[y] += w[y];
        }
    }
}

/* forward[t][y] = local[t][y] * sum over x before y of forward[t-1][x] * follow[x][y]; outside stands before and behind. */
static bool sum_forward(learner *l, const t2g_sequence *q, bool all, double *log_z)
{
    sums *s = l->s;
    uint32_t Y = l->chain->labels;
    *log_z = 0;
    for (uint32_t t = 0; t < q->len; t++) {
        float most = -INFINITY;
        double total = 0;
        for (uint32_t y = 0; y < Y; y++) most = s->scores[t][y] > most ? s->scores[t][y] : most;
        for (uint32_t y = 0; y < Y; y++) {
            bool allowed = all || q->may[t] >> y & 1;
            s->local[t][y] = allowed ? exp((double)s->scores[t][y] - (double)most) : 0;
            double sum = 0;
            if (allowed && t == 0) sum = t2g_crf_may_follow(T2G_OUTSIDE, (uint8_t)y) ? s->follow[T2G_OUTSIDE][y] : 0;
            else if (allowed)
                for (uint32_t k = 0; k < l->before_len[y]; k++)
                    sum += s->forward[t - 1][l->before[y][k]] * s->follow[l->before[y][k]][y];
            if (t + 1 == q->len && !t2g_crf_may_follow((uint8_t)y, T2G_OUTSIDE)) sum = 0;
            total += s->forward[t][y] = sum * s->local[t][y];
        }
        if (!(total > 1e-300)) return false;
        s->scale[t] = total;
        for (uint32_t y = 0; y < Y; y++) s->forward[t][y] /= total;
        *log_z += log(total) + (double)most;
    }
    return true;
}

/* Add sign * the probability of each label and of each pair to the gradients. */
static void sum_backward(learner *l, const t2g_sequence *q, float sign)
{
    sums *s = l->s;
    uint32_t Y = l->chain->labels;
    for (uint32_t y = 0; y < Y; y++) s->backward[q->len - 1][y] = t2g_crf_may_follow((uint8_t)y, T2G_OUTSIDE);
    for (uint32_t t = q->len - 1; t-- > 0;) {
        memset(s->backward[t], 0, sizeof s->backward[t]);
        for (uint32_t y = 0; y < Y; y++) {
            double behind = s->backward[t + 1][y] * s->local[t + 1][y] / s->scale[t + 1];
            if (behind > 0)
                for (uint32_t k = 0; k < l->before_len[y]; k++) {
                    uint32_t x = l->before[y][k];
                    double arc = s->follow[x][y] * behind;
                    s->backward[t][x] += arc;
                    s->follow_gradient[x][y] += (double)sign * s->forward[t][x] * arc;
                }
        }
    }
    for (uint32_t t = 0; t < q->len; t++)
        for (uint32_t y = 0; y < Y; y++) s->gradient[t][y] += sign * (float)(s->forward[t][y] * s->backward[t][y]);
}

static void step(learner *l, const t2g_sequence *q, float rate)
{
    const t2g_chain *c = l->chain;
    for (uint32_t t = 0; t < q->len; t++) {
        const float *g = l->s->gradient[t];
        float size = 0;
        for (uint32_t y = 0; y < c->labels; y++) size += fabsf(g[y]);
        if (size <= 1e-3f) continue; /* known well: not worth its time */
        for (uint32_t f = 0; f < q->counts[t]; f++) {
            size_t row = (size_t)q->features[t][f] * c->stride;
            float *w = c->weight + row, *sq = l->squares + row;
            for (uint32_t y = 0; y < c->stride; y++) {
                float d = g[y] - l->set->decay * w[y];
                sq[y] += d * d;
                w[y] += rate * d / (sqrtf(sq[y]) + 0.1f);
            }
        }
    }
    for (uint32_t x = 0; x < c->labels; x++)
        for (uint32_t y = 0; y < c->labels; y++) {
            float d = (float)l->s->follow_gradient[x][y], *sq = &l->follow_squares[x * c->labels + y];
            if (d == 0) continue;
            *sq += d * d;
            c->follow[x * c->labels + y] += rate * d / (sqrtf(*sq) + 0.1f);
        }
}

/* Put a share of each token's features behind the others and out of sight. */
static void hide(learner *l, t2g_sequence *q, uint16_t *counts)
{
    for (uint32_t t = 0; t < q->len; t++) {
        uint16_t f = 0, end = counts[t] = q->counts[t];
        while (f < end) {
            if (draw_share(l) >= l->set->hidden) {
                f++;
                continue;
            }
            uint32_t hidden = q->features[t][f];
            q->features[t][f] = q->features[t][--end];
            q->features[t][end] = hidden;
        }
        q->counts[t] = end;
    }
}

static double learn_one(learner *l, t2g_sequence *q, float rate)
{
    uint16_t counts[LONGEST];
    sums *s = l->s;
    uint32_t Y = l->chain->labels;
    double right = 0, all = 0;
    if (q->len == 0 || q->len > LONGEST) return 0;
    hide(l, q, counts);
    score(l, q);
    for (uint32_t x = 0; x < Y; x++)
        for (uint32_t y = 0; y < Y; y++) s->follow[x][y] = exp((double)l->chain->follow[x * Y + y]);
    memset(s->gradient, 0, q->len * sizeof *s->gradient);
    memset(s->follow_gradient, 0, sizeof s->follow_gradient);
    if (sum_forward(l, q, false, &right)) {
        sum_backward(l, q, 1);
        if (sum_forward(l, q, true, &all)) {
            sum_backward(l, q, -1);
            step(l, q, rate);
        }
    }
    memcpy(q->counts, counts, q->len * sizeof *counts);
    return all - right;
}

static void average(float *mean, const float *x, size_t len, uint32_t nth)
{
    float k = 1.0f / (float)nth;
    for (size_t i = 0; i < len; i++) mean[i] += (x[i] - mean[i]) * k;
}

static void learn_run(learner *l, t2g_sequence **order, size_t len, uint32_t run)
{
    t2g_chain *c = l->chain;
    uint32_t P = l->set->passes;
    size_t weights = (size_t)c->features * c->stride, arcs = (size_t)c->labels * c->labels;
    uint32_t nth = 0;
    for (uint32_t p = 0; p < P; p++) {
        clock_t start = clock();
        double loss = 0;
        float rate = l->set->rate * (p * 10 < P * 5 ? 1.0f : p * 10 < P * 8 ? 0.5f : 0.25f);
        for (size_t i = len; i-- > 1;) {
            size_t j = draw(l) % (i + 1);
            t2g_sequence *other = order[i];
            order[i] = order[j];
            order[j] = other;
        }
        for (size_t i = 0; i < len; i++)
            if (order[i]->share >= 1 || draw_share(l) < order[i]->share) loss += learn_one(l, order[i], rate);
        if (p >= P / 2) {
            average(l->mean, c->weight, weights, ++nth);
            average(l->follow_mean, c->follow, arcs, nth);
        }
        double seconds = (double)(clock() - start) / CLOCKS_PER_SEC;
        uint32_t left = (l->set->runs - run) * P - p - 1;
        fprintf(stderr, "run %u pass %u: loss %.0f, %.1f s, %.0f s left\n", run + 1, p + 1, loss, seconds, seconds * left);
    }
}

static bool learner_init(learner *l, t2g_chain *chain, const t2g_chain_settings *settings)
{
    size_t weights = (size_t)chain->features * chain->stride, arcs = (size_t)chain->labels * chain->labels;
    *l = (learner){.chain = chain, .set = settings, .chance = 88172645463325252u + settings->seed * 1000003u};
    l->squares = calloc(weights, sizeof(float));
    l->mean = calloc(weights, sizeof(float));
    l->follow_squares = calloc(arcs, sizeof(float));
    l->follow_mean = calloc(arcs, sizeof(float));
    l->s = calloc(1, sizeof *l->s);
    for (uint32_t y = 0; y < chain->labels; y++)
        for (uint32_t x = 0; x < chain->labels; x++)
            if (t2g_crf_may_follow((uint8_t)x, (uint8_t)y)) l->before[y][l->before_len[y]++] = (uint8_t)x;
    return l->squares && l->mean && l->follow_squares && l->follow_mean && l->s;
}

bool t2g_chain_learn(t2g_chain *chain, t2g_sequence *sequences, size_t len, const t2g_chain_settings *settings)
{
    size_t weights = (size_t)chain->features * chain->stride, arcs = (size_t)chain->labels * chain->labels;
    learner l;
    float *sum = calloc(weights, sizeof *sum), *follow_sum = calloc(arcs, sizeof *follow_sum);
    t2g_sequence **order = malloc((len + 1) * sizeof *order);
    bool ok = learner_init(&l, chain, settings) && sum && follow_sum && order;
    for (size_t i = 0; ok && i < len; i++) order[i] = &sequences[i];
    for (uint32_t run = 0; ok && run < settings->runs; run++) {
        memset(chain->weight, 0, weights * sizeof(float));
        memset(chain->follow, 0, arcs * sizeof(float));
        memset(l.squares, 0, weights * sizeof(float));
        memset(l.follow_squares, 0, arcs * sizeof(float));
        learn_run(&l, order, len, run);
        average(sum, l.mean, weights, run + 1);
        average(follow_sum, l.follow_mean, arcs, run + 1);
    }
    if (ok) {
        memcpy(chain->weight, sum, weights * sizeof(float));
        memcpy(chain->follow, follow_sum, arcs * sizeof(float));
    }
    free(l.squares);
    free(l.mean);
    free(l.follow_squares);
    free(l.follow_mean);
    free(l.s);
    free(sum);
    free(follow_sum);
    free(order);
    return ok;
}
