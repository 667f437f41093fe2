/* facts.c - text2gv-facts: learns which pairs of entities are facts.
 *
 *     text2gv-facts [-r REPORT] [-c TABLE] MODEL TABLE
 *
 * Two softmaxes over hashed clues (nlp/judge/judge.h), by stochastic gradient with AdaGrad
 * (Duchi et al. 2011), in a fixed order.  A pair is trained through the place that
 * scores best.  Clues of fewer than three pairs are left out: they were never worth
 * their room.  The weights of several runs, each in another order, are averaged.
 *
 * Five-fold cross-validation by articles tells how often a chance comes true: for each relation, and each support by
 * the rules, a line through the log-odds (Platt 1999, "Probabilistic Outputs for Support Vector Machines"), held near
 * the identity where there is little to see.  The same confidence is then asked of all: where F1 is best.
 * -c: the same articles in the same order, read as if they were new (facts_data.py -m), for cross-validation to answer.
 * -r writes what it found.
 *
 * SPDX-License-Identifier: MIT
 */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "nlp/judge/judge.h"
#include "train/modelwriter.h"

enum {
    FOLDS = 5,
    EVERY = FOLDS, /* a fold that no pair is in */
    ROUNDS = 3,    /* of cross-validation, each with other folds: cuts are less a matter of luck */
    PASSES = 8,
    RARE = 3,
    GROUPS_MOST = 12,
    RUNS = 4,
    RELATIONS = T2G_RELATIONS,
    QUESTIONS = T2G_JUDGE_QUESTIONS,
    OUTPUTS = T2G_LINEAR_OUTPUTS,
    ROWS = T2G_LINEAR_ROWS
};

static const double RATE = 0.04, DECAY = 0.003; /* by cross-validation; neither matters much */

/* A pair: its clues' rows in groups, the rules', its own, then one a place. */
typedef struct example {
    int answer[2]; /* 0 none, 1, 2; -1 not to be learned */
    int article;
    int support[RELATIONS];
    uint16_t *rows;
    int begin[GROUPS_MOST + 1], groups;
} example;

typedef struct lesson {
    example *at;
    int len, cap;
    int missed[RELATIONS]; /* facts that no pair stands for */
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
    e->article = l->articles;
    for (int t = 0; t < 2; t++) e->answer[t] = (int)strtol(at, &at, 10);
    for (at++; len < RELATIONS; len++) e->support[len] = *at++ - '0';
    len = 0;
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

/* Every round mixes the articles anew. */
static int fold_of(const example *e, int round)
{
    uint32_t mixed = (uint32_t)(e->article + 1) * 2654435761u + (uint32_t)round * 40503u;
    return round == 0 ? e->article % FOLDS : (int)((mixed ^ mixed >> 15) % FOLDS);
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

/* Learn from every fold but one: one run. */
static void learn_once(learner *k, const lesson *l, int round, int without, uint64_t state)
{
    int *order = must(malloc(((size_t)l->len + 1) * sizeof *order)), len = 0;
    memset(k, 0, sizeof *k);
    for (int i = 0; i < ROWS; i++)
        for (int o = 0; o < OUTPUTS; o++) k->slope[i][o] = 0.1f;
    for (int e = 0; e < l->len; e++) {
        if (fold_of(&l->at[e], round) == without || (l->at[e].answer[0] < 0 && l->at[e].answer[1] < 0)) continue;
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

static void learn(learner *k, const lesson *l, int round, int without)
{
    float(*sum)[OUTPUTS] = must(calloc(ROWS, sizeof *sum));
    for (uint64_t run = 0; run < RUNS; run++) {
        learn_once(k, l, round, without, 88172645463325252u + run * 0x9E3779B97F4A7C15u);
        for (int i = 0; i < ROWS; i++)
            for (int o = 0; o < OUTPUTS; o++) sum[i][o] += k->weight[i][o] / RUNS;
    }
    memcpy(k->weight, sum, sizeof k->weight);
    free(sum);
}

/* cross-validation */

typedef struct guess {
    double chance, confidence;
    int question;
    bool right;
} guess;

typedef struct guesses {
    guess *at; /* [len] of one relation                                                    */
    int len, facts;
} guesses;

static int by_confidence(const void *left, const void *right)
{
    const guess *a = left, *b = right;
    int order = (a->confidence < b->confidence) - (a->confidence > b->confidence);
    return order ? order : a->right - b->right; /* ties: the worst is assumed */
}

static void put_guess(guesses *all, const example *x, int relation, double chance, bool right)
{
    guesses *g = &all[relation];
    g->at[g->len++] = (guess){chance, chance, relation * T2G_SUPPORTS + x->support[relation], right};
}

/* The program's answers: of "heads" and "belongs" only the better has a chance. */
static void guess_fold(const learner *k, const lesson *l, int round, int fold, guesses all[RELATIONS])
{
    for (int e = 0; e < l->len; e++) {
        double scores[2], chance[2];
        int place[2];
        const example *x = &l->at[e];
        if (fold_of(x, round) != fold) continue;
        for (int pair = 0; pair < 2; pair++) {
            if (x->answer[pair] < 0) continue;
            score(k, x, pair, scores, place);
            softmax(scores, chance);
            int better = chance[1] > chance[0];
            if (pair) put_guess(all, x, T2G_REPORTED_BY, chance[0] + chance[1], x->answer[1] > 0);
            else put_guess(all, x, better, chance[better], x->answer[0] == better + 1);
            if (x->answer[pair] > 0) all[pair ? T2G_REPORTED_BY : x->answer[0] - 1].facts++;
        }
    }
}

/* The log-odds of a confidence are slope times those of the chance, plus shift. */
typedef struct line {
    double slope, shift;
} line;

static double log_odds(double chance)
{
    const double least = 0.002;
    double p = fmin(fmax(chance, least), 1 - least);
    return log(p / (1 - p));
}

static double confidence_of(line platt, double chance)
{
    return 1 / (1 + exp(-platt.slope * log_odds(chance) - platt.shift));
}

/* By Newton's method.  Chances under SEEN are no's that would bend the line. */
static line calibrate(const guesses *g, int question)
{
    enum { STEPS = 20 };
    const double seen = 0.03, doubt = 6 * ROUNDS; /* the identity weighs as much as so many guesses */
    line platt = {1, 0};
    for (int step = 0; step < STEPS; step++) {
        double a = doubt * (platt.slope - 1), b = doubt * platt.shift / 4, aa = doubt, ab = 0, bb = doubt / 4;
        for (int i = 0; i < g->len; i++) {
            if (g->at[i].question != question || g->at[i].chance < seen) continue;
            double x = log_odds(g->at[i].chance), p = confidence_of(platt, g->at[i].chance), w = p * (1 - p), d = p - g->at[i].right;
            a += d * x, b += d, aa += w * x * x, ab += w * x, bb += w;
        }
        double det = aa * bb - ab * ab;
        platt.slope -= (a * bb - b * ab) / det;
        platt.shift -= (b * aa - a * ab) / det;
    }
    platt.slope = fmax(platt.slope, 0.1);
    return platt;
}

/* Confidences at which F1 is nearly as good as the best.  The curve is flat, so the middle of its top is less a matter of
 * luck than the top.  What a rule claims is given the benefit of the doubt, as short or odd texts have few clues. */
typedef struct cuts {
    double middle, lenient;
} cuts;

static cuts find_cuts(const guesses *g, FILE *report, const char *name)
{
    const double flat = 0.002, generous = 0.01;
    cuts found = {0.5, 0.5};
    double best = 0, first = 0, last = 0;
    int at = 0, right_at = 0;
    for (int i = 0, right = 0; i < g->len; i++) {
        right += g->at[i].right;
        double f = 2.0 * right / (i + 1 + g->facts);
        if (f > best) best = f, at = i + 1, right_at = right;
    }
    for (int i = 0, right = 0; i < g->len; i++) {
        right += g->at[i].right;
        double f = 2.0 * right / (i + 1 + g->facts), confidence = g->at[i].confidence;
        if (f >= best - generous) found.lenient = confidence;
        if (f >= best - flat) last = confidence;
        if (f >= best - flat && first <= 0) first = confidence;
    }
    found.middle = (first + last) / 2;
    if (report && at)
        fprintf(report, "%-12s F1 %.1f  P %.1f  R %.1f  from %.3f\n", name, 100 * best, 100.0 * right_at / at, 100.0 * right_at / g->facts,
                found.middle);
    return found;
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

/* What the program reads: the line at the points of the calibration, and the chance at which it reaches the cut. */
static void put_line(model *m, int question, line platt, double cut)
{
    for (int b = 0; b < T2G_LINEAR_BINS; b++)
        m->truth[question][b] = (uint32_t)lrint(1000 * confidence_of(platt, b / (T2G_LINEAR_BINS - 1.0)));
    while (m->cut[question] < 1000 && confidence_of(platt, m->cut[question] / 1000.0) < cut) m->cut[question]++;
}

static void cross_validate(learner *k, const lesson *l, const lesson *exam, model *m, FILE *report)
{
    static const char *const names[RELATIONS] = {"head_of", "member_of", "reported_by"};
    guesses all[RELATIONS];
    line platt[T2G_SUPPORTS];
    for (int r = 0; r < RELATIONS; r++)
        all[r] = (guesses){.at = must(malloc((ROUNDS * (size_t)exam->len + 1) * sizeof(guess))), .facts = ROUNDS * exam->missed[r]};
    for (int i = 0; i < ROUNDS * FOLDS; i++) {
        learn(k, l, i / FOLDS, i % FOLDS);
        guess_fold(k, exam, i / FOLDS, i % FOLDS, all);
    }
    for (int r = 0; r < RELATIONS; r++) {
        guesses *g = &all[r];
        for (int s = 0; s < T2G_SUPPORTS; s++) platt[s] = calibrate(g, r * T2G_SUPPORTS + s);
        for (int i = 0; i < g->len; i++) g->at[i].confidence = confidence_of(platt[g->at[i].question % T2G_SUPPORTS], g->at[i].chance);
        qsort(g->at, (size_t)g->len, sizeof(guess), by_confidence);
        cuts cut = find_cuts(g, report, names[r]);
        for (int s = 0; s < T2G_SUPPORTS; s++) {
            put_line(m, r * T2G_SUPPORTS + s, platt[s], s == T2G_CLAIMED ? cut.lenient : cut.middle);
            if (report) fprintf(report, "  support %d: slope %.2f, shift %.2f, cut at %u\n", s, platt[s].slope, platt[s].shift, m->cut[r * T2G_SUPPORTS + s]);
        }
        free(g->at);
    }
}

static int usage(void)
{
    fputs("usage: text2gv-facts [-r REPORT] [-c TABLE] MODEL TABLE\n", stderr);
    return 2;
}

int main(int argc, char **argv)
{
    FILE *report = NULL;
    lesson l = {0}, exam = {0};
    const char *seen_new = NULL;
    int option;
    while ((option = getopt(argc, argv, "r:c:")) != -1) switch (option) {
        case 'r': report = fopen(optarg, "w"); break;
        case 'c': seen_new = optarg; break;
        default: return usage();
        }
    if (optind + 2 != argc) return usage();
    read_table(&l, argv[optind + 1]);
    if (seen_new) read_table(&exam, seen_new);
    learner *k = must(malloc(sizeof *k));
    model *m = must(calloc(1, sizeof *m));
    t2g_error error;
    cross_validate(k, &l, seen_new ? &exam : &l, m, report);
    learn(k, &l, 0, EVERY);
    round_weights(k, m);
    t2g_result result = write_model(argv[optind], m, &error);
    if (result != T2G_OK) fprintf(stderr, "text2gv-facts: %s: %s\n", argv[optind], error.message);
    if (report && fclose(report) != 0) result = T2G_IO;
    return result == T2G_OK ? 0 : 1;
}
