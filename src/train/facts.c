/* facts.c - text2gv-facts: learns which pairs of entities are facts.
 *
 *     text2gv-facts [-r FILE] MODEL TABLE...
 *
 * Two softmaxes over hashed clues (nlp/judge/judge.h), by stochastic gradient with AdaGrad
 * (Duchi et al. 2011), in a fixed order.  A pair is trained through the place that
 * scores best.  Clues of fewer than three pairs are left out: they were never worth
 * their room.  Five-fold cross-validation by articles tells how often a chance comes
 * true, made monotonous by pooling neighbours (Ayer et al. 1955), and the chance below
 * which the answer is better no; then the model is trained on everything.
 * -r writes what cross-validation found.  Tables are made by facts_data.py.
 *
 * SPDX-License-Identifier: MIT
 */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "model/linear.h"
#include "train/modelwriter.h"

enum {
    FOLDS = 5,
    EVERY = FOLDS, /* a fold that no pair is in */
    PASSES = 8,
    RARE = 3,
    GROUPS_MOST = 12,
    QUESTIONS = 3, /* head_of, member_of, reported_by */
    OUTPUTS = T2G_LINEAR_OUTPUTS,
    ROWS = T2G_LINEAR_ROWS
};

static const double RATE = 0.04, DECAY = 0.003; /* by cross-validation; neither matters much */

/* A pair: its clues' rows in groups, the rules', its own, then one a place. */
typedef struct example {
    int answer[2]; /* 0 none, 1, 2; -1 not to be learned */
    int fold;
    uint16_t *rows;
    int begin[GROUPS_MOST + 1], groups;
} example;

typedef struct lesson {
    example *at;
    int len, cap;
    int missed[QUESTIONS]; /* facts that no pair stands for */
    int articles;
} lesson;

typedef struct learner {
    float weight[ROWS][OUTPUTS];
    float slope[ROWS][OUTPUTS]; /* sums of squared gradients */
    int pairs[ROWS];            /* that have a clue of this row */
    int last[ROWS];
} learner;

static void *must(void *memory)
{
    if (memory) return memory;
    fputs("text2gv-facts: memory is out\n", stderr);
    exit(1);
}

/* the tables */

static example *add_example(lesson *l)
{
    if (l->len == l->cap) {
        l->cap = l->cap ? 2 * l->cap : 1024;
        l->at = must(realloc(l->at, (size_t)l->cap * sizeof *l->at));
    }
    return memset(&l->at[l->len++], 0, sizeof *l->at);
}

static void read_pair(lesson *l, char *line)
{
    example *e = add_example(l);
    char *at = line + 1;
    int len = 0;
    e->rows = must(malloc(strlen(line) / 2 * sizeof *e->rows + 2));
    e->fold = l->articles % FOLDS;
    for (int t = 0; t < 2; t++) e->answer[t] = (int)strtol(at, &at, 10);
    for (; *at && *at != '\n'; ) {
        if (*at == ' ') at++;
        else if (*at == ';') {
            at++;
            if (e->groups < GROUPS_MOST - 1) e->begin[++e->groups] = len;
        } else e->rows[len++] = (uint16_t)(strtoul(at, &at, 10) >> 16);
    }
    e->begin[++e->groups] = len;
}

static void read_table(lesson *l, const char *path)
{
    FILE *in = fopen(path, "r");
    char *line = NULL;
    size_t cap = 0;
    if (!in) {
        perror(path);
        exit(1);
    }
    while (getline(&line, &cap, in) > 0) {
        int missed[OUTPUTS];
        if (line[0] == 'P') read_pair(l, line);
        else if (sscanf(line, "D %*s %d %d %d %d", &missed[0], &missed[1], &missed[2], &missed[3]) == OUTPUTS) {
            l->articles++;
            l->missed[0] += missed[0];
            l->missed[1] += missed[1];
            l->missed[2] += missed[2] + missed[3];
        }
    }
    free(line);
    fclose(in);
}

/* learning */

/* The scores of a question's two answers, and the group of the best place or -1. */
static void score(const learner *k, const example *e, int question, double scores[2], int place[2])
{
    for (int c = 0; c < 2; c++) {
        int o = question * 2 + c;
        double all = 0, best = 0;
        place[c] = -1;
        for (int i = 0; i < e->begin[2]; i++) all += (double)k->weight[e->rows[i]][o];
        for (int g = 2; g < e->groups; g++) {
            double sum = 0;
            for (int i = e->begin[g]; i < e->begin[g + 1]; i++) sum += (double)k->weight[e->rows[i]][o];
            if (place[c] < 0 || sum > best) best = sum, place[c] = g;
        }
        scores[c] = all + best;
    }
}

static void softmax(const double scores[2], double chance[2])
{
    double top = fmax(0, fmax(scores[0], scores[1])), all = exp(-top);
    for (int c = 0; c < 2; c++) all += chance[c] = exp(scores[c] - top);
    for (int c = 0; c < 2; c++) chance[c] /= all;
}

static void step(learner *k, const example *e, int begin, int end, int output, double error)
{
    for (int i = begin; i < end; i++) {
        int row = e->rows[i];
        if (k->pairs[row] < RARE) continue;
        double g = error + DECAY * (double)k->weight[row][output];
        k->slope[row][output] += (float)(g * g);
        k->weight[row][output] -= (float)(RATE * g / sqrt((double)k->slope[row][output]));
    }
}

static void study(learner *k, const example *e)
{
    enum { SURE = 1000 };
    for (int question = 0; question < 2; question++) {
        double scores[2], chance[2];
        int place[2];
        if (e->answer[question] < 0) continue;
        score(k, e, question, scores, place);
        softmax(scores, chance);
        for (int c = 0; c < 2; c++) {
            double error = chance[c] - (e->answer[question] == c + 1);
            if (fabs(error) * SURE < 1) continue;
            step(k, e, 0, e->begin[2], question * 2 + c, error);
            if (place[c] >= 0) step(k, e, e->begin[place[c]], e->begin[place[c] + 1], question * 2 + c, error);
        }
    }
}

static void count(learner *k, const example *e, int number)
{
    for (int i = 0; i < e->begin[e->groups]; i++) {
        if (k->last[e->rows[i]] == number) continue;
        k->last[e->rows[i]] = number;
        k->pairs[e->rows[i]]++;
    }
}

static uint64_t draw(uint64_t *state) /* xorshift (Marsaglia 2003) */
{
    *state ^= *state << 13, *state ^= *state >> 7, *state ^= *state << 17;
    return *state >> 32;
}

/* Learn from every fold but one. */
static void learn(learner *k, const lesson *l, int without)
{
    int *order = must(malloc(((size_t)l->len + 1) * sizeof *order)), len = 0;
    uint64_t state = 88172645463325252u;
    memset(k, 0, sizeof *k);
    for (int i = 0; i < ROWS; i++)
        for (int o = 0; o < OUTPUTS; o++) k->slope[i][o] = 0.1f;
    for (int e = 0; e < l->len; e++) {
        if (l->at[e].fold == without || (l->at[e].answer[0] < 0 && l->at[e].answer[1] < 0)) continue;
        order[len++] = e;
        count(k, &l->at[e], len);
    }
    for (int pass = 0; pass < PASSES; pass++) {
        for (int i = len - 1; i > 0; i--) {
            int j = (int)(draw(&state) % (uint64_t)(i + 1)), swap = order[i];
            order[i] = order[j], order[j] = swap;
        }
        for (int i = 0; i < len; i++) study(k, &l->at[order[i]]);
    }
    free(order);
}

/* cross-validation */

typedef struct guess {
    double chance;
    int right;
} guess;

typedef struct guesses {
    guess *at;
    int len, facts;
} guesses;

static int by_chance(const void *left, const void *right)
{
    const guess *a = left, *b = right;
    int order = (a->chance < b->chance) - (a->chance > b->chance);
    return order ? order : a->right - b->right; /* ties: the worst is assumed */
}

static void put_guess(guesses *g, double chance, bool right)
{
    g->at[g->len++] = (guess){chance, right};
}

static void guess_fold(const learner *k, const lesson *l, int fold, guesses all[QUESTIONS])
{
    for (int e = 0; e < l->len; e++) {
        double scores[2], chance[2];
        int place[2];
        const example *x = &l->at[e];
        if (x->fold != fold) continue;
        for (int question = 0; question < 2; question++) {
            if (x->answer[question] < 0) continue;
            score(k, x, question, scores, place);
            softmax(scores, chance);
            int better = chance[1] > chance[0];
            if (question) put_guess(&all[2], chance[0] + chance[1], x->answer[1] > 0);
            else put_guess(&all[better], chance[better], x->answer[0] == better + 1);
            if (x->answer[question] > 0) all[question ? 2 : x->answer[0] - 1].facts++;
        }
    }
}

/* The highest chance at which F1 is as good as the best: the curve is flat, and of two
 * cuts that do as well the stricter one errs less on articles of another kind. */
static uint32_t find_cut(const guesses *g, FILE *report, const char *name)
{
    const double flat = 0.002;
    double best = 0;
    for (int i = 0, right = 0; i < g->len; i++) {
        right += g->at[i].right;
        best = fmax(best, 2.0 * right / (i + 1 + g->facts));
    }
    for (int i = 0, right = 0; i < g->len; i++) {
        right += g->at[i].right;
        double f = 2.0 * right / (i + 1 + g->facts), p = (double)right / (i + 1), r = (double)right / g->facts;
        if (f < best - flat) continue;
        if (report) fprintf(report, "%-12s F1 %.1f  P %.1f  R %.1f  from %.3f\n", name, 100 * f, 100 * p, 100 * r, g->at[i].chance);
        return (uint32_t)(1000 * g->at[i].chance);
    }
    return 500;
}

/* How often a chance came true, at the points of the calibration, not falling. */
static void calibrate(const guesses *g, uint32_t bins[T2G_LINEAR_BINS])
{
    enum { POINTS = T2G_LINEAR_BINS, PRIOR = 4 };
    double right[POINTS], all[POINTS];
    for (int b = 0; b < POINTS; b++) all[b] = PRIOR, right[b] = PRIOR * b / (POINTS - 1.0);
    for (int i = 0; i < g->len; i++) {
        int b = (int)(g->at[i].chance * (POINTS - 1) + 0.5);
        all[b]++, right[b] += g->at[i].right;
    }
    for (int b = 0, end; b < POINTS; b = end) {
        double r = right[b], n = all[b], low = r, pool = n;
        int stop = b + 1;
        for (int i = b + 1; i < POINTS; i++) { /* the longest pool with the lowest share */
            r += right[i], n += all[i];
            if (r / n <= low / pool) low = r, pool = n, stop = i + 1;
        }
        for (end = b; end < stop; end++) bins[end] = (uint32_t)(1000 * low / pool);
    }
}

/* the model */

typedef struct model {
    int16_t weights[ROWS][OUTPUTS];
    uint32_t exps[T2G_LINEAR_EXPS], truth[QUESTIONS][T2G_LINEAR_BINS], cut[QUESTIONS];
} model;

static void round_weights(const learner *k, model *m)
{
    for (int i = 0; i < ROWS; i++)
        for (int o = 0; o < OUTPUTS; o++) m->weights[i][o] = (int16_t)lrint((double)k->weight[i][o] * T2G_LINEAR_NAT);
    for (int i = 0; i < T2G_LINEAR_EXPS; i++)
        m->exps[i] = (uint32_t)lrint(T2G_LINEAR_EXP_ONE * exp(-(double)i / T2G_LINEAR_NAT));
}

static t2g_result write_model(const char *path, const model *m, t2g_error *error)
{
    t2g_modelwriter writer = {.len = 0};
    size_t size;
    t2g_modelwriter_put(&writer, "facts.w", T2G_SECTION_I16, ROWS, OUTPUTS, m->weights);
    t2g_modelwriter_put(&writer, "facts.exp", T2G_SECTION_U32, 1, T2G_LINEAR_EXPS, m->exps);
    t2g_modelwriter_put(&writer, "facts.true", T2G_SECTION_U32, QUESTIONS, T2G_LINEAR_BINS, m->truth);
    t2g_modelwriter_put(&writer, "facts.cut", T2G_SECTION_U32, 1, QUESTIONS, m->cut);
    unsigned char *image = must(t2g_modelwriter_image(&writer, &size));
    t2g_result result = t2g_modelwriter_save(path, image, size, error);
    free(image);
    return result;
}

static void cross_validate(learner *k, const lesson *l, model *m, FILE *report)
{
    static const char *const names[QUESTIONS] = {"head_of", "member_of", "reported_by"};
    guesses all[QUESTIONS];
    for (int q = 0; q < QUESTIONS; q++)
        all[q] = (guesses){.at = must(malloc(((size_t)l->len + 1) * sizeof(guess))), .facts = l->missed[q]};
    for (int fold = 0; fold < FOLDS; fold++) {
        learn(k, l, fold);
        guess_fold(k, l, fold, all);
    }
    for (int q = 0; q < QUESTIONS; q++) {
        qsort(all[q].at, (size_t)all[q].len, sizeof(guess), by_chance);
        m->cut[q] = find_cut(&all[q], report, names[q]);
        calibrate(&all[q], m->truth[q]);
        free(all[q].at);
    }
}

int main(int argc, char **argv)
{
    int first = argc > 2 && strcmp(argv[1], "-r") == 0 ? 3 : 1;
    if (argc <= first) {
        fputs("usage: text2gv-facts [-r FILE] MODEL TABLE...\n", stderr);
        return 2;
    }
    FILE *report = first == 3 ? fopen(argv[2], "w") : NULL;
    lesson l = {0};
    for (int i = first + 1; i < argc; i++) read_table(&l, argv[i]);
    learner *k = must(malloc(sizeof *k));
    model *m = must(calloc(1, sizeof *m));
    t2g_error error;
    cross_validate(k, &l, m, report);
    learn(k, &l, EVERY);
    round_weights(k, m);
    t2g_result result = write_model(argv[first], m, &error);
    if (result != T2G_OK) fprintf(stderr, "text2gv-facts: %s: %s\n", argv[first], error.message);
    if (report && fclose(report) != 0) result = T2G_IO;
    for (int e = 0; e < l.len; e++) free(l.at[e].rows);
    free(l.at);
    free(k);
    free(m);
    return result == T2G_OK ? 0 : 1;
}
