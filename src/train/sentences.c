/* sentences.c - treebanks in, the model of where sentences end out.
 *
 * usage: text2gv-sentences [-p PASSES] -o MODEL CORPORA
 *
 * CORPORA is the folder that data/README.md describes: the raw text of
 * ud/{ewt,gum}-train.conllu is put together from its `# text` lines, cut by the
 * program's own rooms, and each boundary between two words of a block is a
 * lesson: a logistic regression (AdaGrad: Duchi, Hazan & Singer 2011) over the
 * clues of nlp/token/boundary.h.  One pass walks with the right ends, the next
 * with its own, as the program must.  Clues are dropped at random, so that none
 * is trusted alone.  After each pass: F1 of sentences on the development sets.
 *
 * SPDX-License-Identifier: MIT
 */
#include <math.h>
#include <stdlib.h>
#include <unistd.h>

#include "base/file.h"
#include "nlp/token/sentence.h"
#include "train/modelwriter.h"
#include "train/tensor.h"

enum { ROWS = T2G_BOUNDARY_ROWS, LESSONS = 2, COURSES = 4, SEED = 1 };

static const char *const names[COURSES] = {"ewt-train", "gum-train", "ewt-dev", "gum-dev"};

/* Measured on the development sets. */
static const float rate = 0.05f, decay = 2e-6f, dropped = 0.5f, forgotten = 0.4f;

/* In units of T2G_BOUNDARY_NAT.  Under even odds, as two sentences in one cost a tree more than one in
 * two; but where a block has its stops, an end without one mostly breaks a name. */
static const int32_t cuts[T2G_BOUNDARY_CUTS] = {-8, 4, -32};

/* A corpus as the program sees it, and where its sentences end. */
typedef struct course {
    t2g_arena arena;
    t2g_text text;
    t2g_tokens tokens;
    uint8_t *ruled, *gold; /* [tokens.len] an end behind the token: by the rules, in the treebank */
    uint32_t gold_len;     /* sentences of the treebank                                           */
    uint8_t *found;        /* [tokens.len] the last answer                                        */
} course;

typedef struct pupil {
    float *weight, *square, *sum; /* [ROWS]; sum: of all weights so far, for the average          */
    double steps;
    int8_t *whole;                /* [ROWS] the average, as the model has it                      */
    t2g_random random;
} pupil;

/* reading */

/* The text of the `# text` lines: a space behind each, an empty line before a paragraph. */
static t2g_result read_course(course *c, const char *folder, const char *name, t2g_error *error)
{
    static const char text_key[] = "# text = ";
    char path[4096], *bytes;
    size_t size, len = 0;
    snprintf(path, sizeof path, "%s/ud/%s.conllu", folder, name);
    t2g_arena_init(&c->arena);
    t2g_error cause;
    t2g_result result = t2g_file_read(path, &bytes, &size, &cause);
    if (result != T2G_OK) return t2g_error_set(error, result, 0, "%s: %s", path, cause.message);
    char *raw = t2g_floats(size + 1, 1);
    uint8_t *is_end = t2g_floats(size + 1, 1); /* of the raw text: a sentence ends before this byte */
    for (size_t at = 0; at < size;) {
        const char *line = bytes + at, *stop = memchr(line, '\n', size - at);
        size_t width = stop ? (size_t)(stop - line) : size - at;
        if (width > 7 && (!memcmp(line, "# newdoc", 8) || !memcmp(line, "# newpar", 8)) && len) {
            raw[len++] = '\n';
            raw[len++] = '\n';
        } else if (width > sizeof text_key - 1 && !memcmp(line, text_key, sizeof text_key - 1)) {
            memcpy(raw + len, line + sizeof text_key - 1, width - (sizeof text_key - 1));
            len += width - (sizeof text_key - 1);
            is_end[len] = 1;
            raw[len++] = ' ';
            c->gold_len++;
        }
        at += width + 1;
    }
    free(bytes);
    result = t2g_text_build(&c->text, &c->arena, NULL, (const unsigned char *)raw, len, error);
    if (result == T2G_OK) result = t2g_tokens_build(&c->tokens, &c->arena, &c->text, error);
    free(raw);
    if (result != T2G_OK) return result;
    c->ruled = t2g_floats(c->tokens.len, 1);
    c->gold = t2g_floats(c->tokens.len, 1);
    c->found = t2g_floats(c->tokens.len, 1);
    t2g_sentences_rule(&c->text, &c->tokens, c->ruled);
    for (uint32_t i = 0; i < c->tokens.len; i++)
        c->gold[i] = is_end[t2g_text_source(&c->text, (t2g_span){c->tokens.at[i].begin, c->tokens.at[i].end}).end];
    free(is_end);
    fprintf(stderr, "%s: %u words, %u sentences\n", path, c->tokens.len, c->gold_len);
    return T2G_OK;
}

/* learning */

static void learn_boundary(pupil *p, const uint32_t *clues, uint32_t len, bool right)
{
    uint32_t kept[T2G_BOUNDARY_CLUES], kept_len = 0;
    double sum = 0;
    for (uint32_t k = 0; k < len; k++)
        if (t2g_random_unit(&p->random) >= dropped) kept[kept_len++] = clues[k];
    for (uint32_t k = 0; k < kept_len; k++) sum += p->weight[kept[k]];
    float slope = (float)(1 / (1 + exp(-sum / (1 - dropped)))) - (float)right;
    for (uint32_t k = 0; k < kept_len; k++) {
        uint32_t row = kept[k];
        float g = slope + decay * p->weight[row];
        p->square[row] += g * g;
        p->weight[row] -= rate * g / sqrtf(p->square[row] + 1e-6f);
    }
}

static bool is_last_of_block(const course *c, uint32_t i)
{
    return i + 1 == c->tokens.len || c->tokens.at[i + 1].flags & T2G_TOKEN_BLOCK;
}

static int32_t sum_of(const int8_t *whole, const uint32_t *clues, uint32_t len)
{
    int32_t sum = 0;
    for (uint32_t k = 0; k < len; k++) sum += whole[clues[k]];
    return sum;
}

/* One walk over a course: learning, or (pupil NULL) answering with the given model. */
static void walk_course(course *c, pupil *p, const t2g_boundary *model, bool own_ends)
{
    t2g_boundary_walk walk = {.text = &c->text, .tokens = &c->tokens, .ruled = c->ruled};
    uint32_t clues[T2G_BOUNDARY_CLUES];
    for (uint32_t i = 0; i < c->tokens.len; i++) {
        t2g_boundary_step(&walk, i);
        bool end = c->ruled[i];
        if (!is_last_of_block(c, i) && t2g_boundary_is_open(&walk, i)) {
            uint32_t len = t2g_boundary_look(&walk, i, clues);
            end = sum_of(model->weights, clues, len) > model->cuts[t2g_boundary_cut(&walk, i)];
            if (p) learn_boundary(p, clues, len, c->gold[i]);
        }
        c->found[i] = end;
        if (own_ends ? end : c->gold[i]) t2g_boundary_end(&walk, i + 1);
    }
}

/* The average of the weights after each pass, the older ones less. */
static void average(pupil *p)
{
    const double keep = 1 - forgotten;
    p->steps = p->steps * keep + 1;
    for (uint32_t r = 0; r < ROWS; r++) {
        p->sum[r] = (float)keep * p->sum[r] + p->weight[r];
        float w = floorf(p->sum[r] / (float)p->steps * T2G_BOUNDARY_NAT + 0.5f);
        p->whole[r] = (int8_t)(w < -127 ? -127 : w > 127 ? 127 : w);
    }
}

/* F1 of whole sentences: both ends right, none between. */
static void print_marks(const course *c, const char *name)
{
    uint32_t right = 0, found = 0, last_found = 0, last_gold = 0;
    for (uint32_t i = 0; i < c->tokens.len; i++) {
        right += c->found[i] && c->gold[i] && last_found == last_gold;
        found += c->found[i];
        if (c->found[i]) last_found = i + 1;
        if (c->gold[i]) last_gold = i + 1;
    }
    fprintf(stderr, "  %s P %.2f R %.2f F1 %.2f", name, 100.0 * right / found, 100.0 * right / c->gold_len,
            200.0 * right / (found + c->gold_len));
}

static void learn(course *courses, pupil *p, long passes)
{
    t2g_boundary model = {.weights = p->whole, .cuts = cuts};
    for (int i = LESSONS; i < COURSES; i++) {
        memcpy(courses[i].found, courses[i].ruled, courses[i].tokens.len);
        print_marks(&courses[i], names[i]);
    }
    fprintf(stderr, "  (rules)\n");
    for (long pass = 0; pass < passes; pass++) {
        for (int i = 0; i < LESSONS; i++) walk_course(&courses[i], p, &model, pass % 2);
        average(p);
        fprintf(stderr, "pass %ld of %ld", pass + 1, passes);
        for (int i = LESSONS; i < COURSES; i++) {
            walk_course(&courses[i], NULL, &model, true);
            print_marks(&courses[i], names[i]);
        }
        fputc('\n', stderr);
    }
}

static t2g_result write_model(const pupil *p, const char *path, t2g_error *error)
{
    t2g_modelwriter writer = {.len = 0};
    size_t size;
    t2g_modelwriter_put(&writer, "ends.w", T2G_SECTION_I8, 1, ROWS, p->whole);
    t2g_modelwriter_put(&writer, "ends.cut", T2G_SECTION_I32, 1, T2G_BOUNDARY_CUTS, cuts);
    unsigned char *image = t2g_modelwriter_image(&writer, &size);
    if (!image) return t2g_error_nomem(error);
    return t2g_modelwriter_save(path, image, size, error);
}

int main(int argc, char **argv)
{
    course *courses = t2g_floats(COURSES, sizeof *courses);
    pupil p = {.random = {SEED * 0x9E3779B97F4A7C15u}};
    const char *out = NULL;
    long passes = 12;
    int option;
    while ((option = getopt(argc, argv, "p:o:")) != -1) switch (option) {
        case 'p': passes = strtol(optarg, NULL, 10); break;
        case 'o': out = optarg; break;
        default: optind = argc + 1; break;
        }
    if (optind + 1 != argc || !out) {
        fprintf(stderr, "usage: text2gv-sentences [-p PASSES] -o MODEL CORPORA\n");
        return 2;
    }
    p.weight = t2g_floats(ROWS, sizeof *p.weight);
    p.square = t2g_floats(ROWS, sizeof *p.square);
    p.sum = t2g_floats(ROWS, sizeof *p.sum);
    p.whole = t2g_floats(ROWS, sizeof *p.whole);
    t2g_error error = {0};
    t2g_result result = T2G_OK;
    for (int i = 0; i < COURSES && result == T2G_OK; i++) result = read_course(&courses[i], argv[optind], names[i], &error);
    if (result == T2G_OK) {
        learn(courses, &p, passes);
        result = write_model(&p, out, &error);
    }
    if (result == T2G_OK) return 0;
    fprintf(stderr, "text2gv-sentences: %s\n", error.message);
    return 1;
}
