/* train.c - treebanks and names in, a model file out.
 *
 * usage: text2gv-train -v VOCABULARY -n NAMES [-e ENCODER] [-w WEIGHTS] [-s WEIGHTS] [-p PASSES] -o MODEL CORPORA
 *
 * CORPORA is the folder that data/README.md describes; NAMES holds what names_data.py makes of it; ENCODER is
 * what text2gv-cloze learned from raw text.  -s keeps the weights in floating point, -w begins from such (-p 0
 * only quantises them).
 *
 * All heads are learned at once over one encoder; each batch mixes sentences of
 * all sources, and a head learns from those that have its answer.  The rate
 * falls in a straight line to nothing, which did as well as averaging weights.
 * The model is written beside the old one and takes its name when complete.
 *
 * SPDX-License-Identifier: MIT
 */
#include <errno.h>
#include <stdlib.h>
#include <time.h>
#include <unistd.h>

#include "base/file.h"
#include "train/exam.h"
#include "train/quantise.h"

/* Each measured on the development sets; data/README.md has the table. */
static const float peak_rate = 2e-3f, last_rate = 1e-5f, explore = 0.9f;
static const float clothes_share[T2G_CLOTHES] = {[T2G_LOWERED] = 0.04f, [T2G_CAPITALS] = 0.024f, [T2G_HEADLINE] = 0.04f};
static const t2g_dropout dropout = {.active = 0.3f, .input = 0.2f, .word = 0.05f};

enum { BATCH_WORDS = 1000, WARM_UP = 100, SEED = 1 };

typedef struct settings {
    const char *vocabulary, *names, *encoder, *weights, *save, *model, *corpora;
    long passes;
} settings;

/* A source of sentences; a share under 1 is drawn anew each pass. */
typedef struct source {
    const char *file; /* in NAMES                                                       */
    float share;
} source;

static const source name_sources[] = {{"wikinews.conllu", 1}, {"crossner.conllu", 1}, {"redocred.conllu", 0.5f}};
static const char *const treebanks[] = {"ewt", "gum"};
static const char *const exams[] = {"gold-dev.conllu", "wikinews-heldout.conllu"};

enum {
    NAME_SOURCES = sizeof name_sources / sizeof *name_sources,
    TREEBANKS = sizeof treebanks / sizeof *treebanks,
    EXAMS = sizeof exams / sizeof *exams
};

typedef struct school {
    settings set;
    t2g_vocabulary vocabulary;
    t2g_corpus lessons;
    size_t source_end[1 + NAME_SOURCES]; /* of lessons: the treebanks, then each source of names */
    t2g_corpus treebank_exam[TREEBANKS], exam[EXAMS];
    t2g_learner learner;
    float *tag_scores, *name_scores;
} school;

/* reading */

/* Say which file it was: whoever read it does not know its name. */
static t2g_result name_file(t2g_result result, const char *path, t2g_error *error)
{
    t2g_error cause = *error;
    return result == T2G_OK ? T2G_OK : t2g_error_set(error, result, cause.where, "%s: %s", path, cause.message);
}

static t2g_result read_file(t2g_corpus *corpus, const school *s, const char *folder, const char *name, t2g_error *error)
{
    char path[4096];
    snprintf(path, sizeof path, "%s/%s", folder, name);
    t2g_result result = t2g_corpus_read(corpus, &s->vocabulary, path, error);
    if (result == T2G_OK) fprintf(stderr, "%s: %zu sentences, %zu words so far\n", path, corpus->len, corpus->words);
    return name_file(result, path, error);
}

/* A treebank's trees from CORPORA/ud, its names from NAMES. */
static t2g_result read_treebanks(school *s, const char *part, t2g_corpus *const *into, t2g_error *error)
{
    t2g_corpus names = {0};
    char name[64];
    t2g_result result = T2G_OK;
    for (int i = 0; i < TREEBANKS && result == T2G_OK; i++) {
        snprintf(name, sizeof name, "ud/%s-%s.conllu", treebanks[i], part);
        result = read_file(into[i], s, s->set.corpora, name, error);
        snprintf(name, sizeof name, "%s-%s.conllu", treebanks[i], part);
        if (result == T2G_OK) result = read_file(&names, s, s->set.names, name, error);
        bool is_last = i + 1 == TREEBANKS || into[i + 1] != into[i];
        if (result == T2G_OK && is_last) {
            result = t2g_corpus_names(into[i], &names, error);
            names = (t2g_corpus){0};
        }
    }
    return result;
}

static t2g_result read_all(school *s, t2g_error *error)
{
    t2g_corpus *lessons[TREEBANKS] = {&s->lessons, &s->lessons};
    t2g_corpus *exam[TREEBANKS] = {&s->treebank_exam[0], &s->treebank_exam[1]};
    t2g_result result = t2g_vocabulary_read(&s->vocabulary, s->set.vocabulary, error);
    result = name_file(result, s->set.vocabulary, error);
    if (result == T2G_OK) result = read_treebanks(s, "train", lessons, error);
    s->source_end[0] = s->lessons.len;
    for (int i = 0; i < NAME_SOURCES && result == T2G_OK; i++) {
        result = read_file(&s->lessons, s, s->set.names, name_sources[i].file, error);
        s->source_end[i + 1] = s->lessons.len;
    }
    if (result == T2G_OK) result = read_treebanks(s, "dev", exam, error);
    for (int i = 0; i < EXAMS && result == T2G_OK; i++)
        result = read_file(&s->exam[i], s, s->set.names, exams[i], error);
    return result;
}

static t2g_result read_weights(const char *path, t2g_parameter *const *which, size_t len, t2g_error *error)
{
    FILE *in = fopen(path, "rb");
    if (!in) return t2g_error_set(error, T2G_IO, 0, "%s: %s", path, strerror(errno));
    bool read = t2g_parameters_read(which, len, in);
    fclose(in);
    return read ? T2G_OK : t2g_error_set(error, T2G_FORMAT, 0, "%s: weights of other shapes", path);
}

/* writing */

static t2g_result write_model(school *s, const t2g_image *image, t2g_error *error)
{
    t2g_newfile file;
    t2g_result result = t2g_newfile_open(&file, s->set.model, error);
    if (result != T2G_OK) return result;
    fwrite(image->bytes, 1, image->size, file.stream);
    return t2g_newfile_finish(&file, error);
}

static t2g_result write_weights(school *s, t2g_error *error)
{
    t2g_newfile file;
    t2g_result result = t2g_newfile_open(&file, s->set.save, error);
    if (result != T2G_OK) return result;
    t2g_parameters_write(s->learner.all, sizeof s->learner.all / sizeof *s->learner.all, file.stream);
    return t2g_newfile_finish(&file, error);
}

/* learning */

static double seconds(void)
{
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return (double)t.tv_sec + 1e-9 * (double)t.tv_nsec;
}

static t2g_clothes draw_clothes(t2g_random *random)
{
    float at = t2g_random_unit(random);
    for (int c = T2G_LOWERED; c < T2G_CLOTHES; c++) {
        if (at < clothes_share[c]) return (t2g_clothes)c;
        at -= clothes_share[c];
    }
    return T2G_PLAIN;
}

typedef struct losses {
    double tag, name, tree, words;
} losses;

static void learn_batch(school *s, const t2g_example *const *batch, uint32_t len, float rate, uint64_t step,
                        float exploring, losses *sum)
{
    t2g_learner *l = &s->learner;
    const t2g_example *trees[T2G_BATCH_MOST];
    uint32_t first[T2G_BATCH_MOST], tree_rows[T2G_BATCH_MOST], trees_len = 0, words = 0;
    t2g_learner_begin(l);
    for (uint32_t i = 0; i < len; i++) {
        first[i] = t2g_learner_put(l, batch[i]->word[draw_clothes(&l->random)], batch[i]->len, dropout.word);
        words += batch[i]->len;
        if (!batch[i]->has_tree) continue;
        trees[trees_len] = batch[i];
        tree_rows[trees_len++] = first[i];
    }
    const float weight = 100.0f / (float)words; /* keeps gradients far from Adam's smallest numbers */
    t2g_learner_encode(l, &dropout);
    memset(l->vectors_gradient, 0, (size_t)l->rows * T2G_WIDTH * sizeof(float));
    t2g_learner_head(l, &l->tag, &l->tag_bias, s->tag_scores);
    t2g_learner_head(l, &l->name, &l->name_bias, s->name_scores);
    for (uint32_t i = 0, row = 0; i <= len; i++) {
        for (; row < (i < len ? first[i] : l->rows); row++) { /* the gap before */
            memset(s->tag_scores + (size_t)row * T2G_TAG_COLUMNS, 0, T2G_TAG_COLUMNS * sizeof(float));
            memset(s->name_scores + (size_t)row * T2G_NAME_COLUMNS, 0, T2G_NAME_COLUMNS * sizeof(float));
        }
        for (uint32_t w = 0; i < len && w < batch[i]->len; w++, row++) {
            float *tag = s->tag_scores + (size_t)row * T2G_TAG_COLUMNS;
            float *name = s->name_scores + (size_t)row * T2G_NAME_COLUMNS;
            if (batch[i]->has_tree)
                sum->tag += t2g_softmax_loss(tag, T2G_POSES, T2G_TAG_COLUMNS, (uint64_t)1 << batch[i]->pos[w], weight);
            else memset(tag, 0, T2G_TAG_COLUMNS * sizeof(float));
            if (batch[i]->has_names)
                sum->name += t2g_softmax_loss(name, T2G_NAME_LABELS, T2G_NAME_COLUMNS, batch[i]->names[w], weight);
            else memset(name, 0, T2G_NAME_COLUMNS * sizeof(float));
        }
    }
    t2g_learner_head_back(l, &l->tag, &l->tag_bias, s->tag_scores);
    t2g_learner_head_back(l, &l->name, &l->name_bias, s->name_scores);
    if (trees_len) sum->tree += t2g_learner_parse(l, trees, tree_rows, trees_len, weight, exploring);
    t2g_learner_encode_back(l, &dropout);
    t2g_adam(l->all, sizeof l->all / sizeof *l->all, rate, step);
    sum->words += words;
}

static float share_of(const school *s, size_t lesson)
{
    if (lesson < s->source_end[0]) return 1;
    int i = 0;
    while (lesson >= s->source_end[i + 1]) i++;
    return name_sources[i].share;
}

static void shuffle(t2g_random *random, uint32_t *order, size_t len)
{
    for (size_t i = len; i > 1; i--) {
        size_t k = t2g_random_next(random) % i;
        uint32_t kept = order[i - 1];
        order[i - 1] = order[k];
        order[k] = kept;
    }
}

static t2g_result examine(school *s, t2g_image *image, t2g_error *error)
{
    t2g_modelfile file;
    t2g_network network;
    t2g_marks marks;
    t2g_network_wants wants = t2g_tagset_wants();
    *image = t2g_quantise(&s->learner, &s->vocabulary);
    t2g_result result = t2g_modelfile_open(&file, image->bytes, image->size, true, error);
    if (result == T2G_OK) result = t2g_network_open(&network, &file, &wants, error);
    for (int i = 0; i < TREEBANKS + EXAMS && result == T2G_OK; i++) {
        const t2g_corpus *corpus = i < TREEBANKS ? &s->treebank_exam[i] : &s->exam[i - TREEBANKS];
        double begin = seconds();
        result = t2g_exam(&marks, &network, corpus, error);
        if (result != T2G_OK) break;
        t2g_marks_print(&marks, i < TREEBANKS ? treebanks[i] : exams[i - TREEBANKS], stderr);
        if (i == 0) fprintf(stderr, "  %.0f words/s\n", (double)corpus->words / (seconds() - begin));
    }
    return result;
}

static t2g_result learn(school *s, t2g_image *image, t2g_error *error)
{
    t2g_random *random = &s->learner.random;
    size_t len = s->lessons.len;
    uint32_t *order = t2g_floats(len, sizeof *order);
    double all_words = 0, begin = seconds(), done = 0;
    for (size_t i = 0; i < len; i++) {
        order[i] = (uint32_t)i;
        all_words += share_of(s, i) * s->lessons.at[i].len * (double)s->set.passes;
    }
    uint64_t step = 0;
    t2g_result result = T2G_OK;
    for (long pass = 0; pass < s->set.passes && result == T2G_OK; pass++) {
        losses sum = {0};
        shuffle(random, order, len);
        for (size_t i = 0; i < len;) {
            const t2g_example *batch[T2G_BATCH_MOST];
            uint32_t batch_len = 0, words = 0;
            for (; i < len && words < BATCH_WORDS && batch_len < T2G_BATCH_MOST; i++) {
                float share = share_of(s, order[i]);
                if (share < 1 && t2g_random_unit(random) >= share) continue;
                batch[batch_len] = &s->lessons.at[order[i]];
                words += batch[batch_len++]->len;
            }
            if (!batch_len) break;
            float at = (float)(done / all_words), warm = step < WARM_UP ? (float)(step + 1) / WARM_UP : 1;
            float rate = warm * (peak_rate * (at < 1 ? 1 - at : 0) + last_rate);
            learn_batch(s, batch, batch_len, rate, ++step, pass ? explore : 0, &sum);
            done += words;
            if (step % 100 == 0)
                fprintf(stderr, "\rpass %ld of %ld, %.0f %%, loss of tags %.3f trees %.3f names %.3f, %.0f s left   ",
                        pass + 1, s->set.passes, 100 * done / all_words, sum.tag / sum.words, sum.tree / sum.words,
                        sum.name / sum.words, (seconds() - begin) * (all_words / done - 1));
        }
        fputc('\n', stderr);
        free(image->bytes);
        result = examine(s, image, error);
    }
    free(order);
    return result;
}

static t2g_result run(school *s, t2g_error *error)
{
    t2g_learner *l = &s->learner;
    t2g_image image = {0};
    t2g_result result = read_all(s, error);
    if (result != T2G_OK) return result;
    t2g_learner_init(l, s->vocabulary.rows_len, SEED);
    s->tag_scores = t2g_floats((size_t)T2G_ROWS_MOST * T2G_TAG_COLUMNS, sizeof(float));
    s->name_scores = t2g_floats((size_t)T2G_ROWS_MOST * T2G_NAME_COLUMNS, sizeof(float));
    if (s->set.encoder)
        result = read_weights(s->set.encoder, l->encoder, sizeof l->encoder / sizeof *l->encoder, error);
    if (result == T2G_OK && s->set.weights)
        result = read_weights(s->set.weights, l->all, sizeof l->all / sizeof *l->all, error);
    if (result == T2G_OK) result = s->set.passes ? learn(s, &image, error) : examine(s, &image, error);
    if (result == T2G_OK) result = write_model(s, &image, error);
    if (result == T2G_OK && s->set.save) result = write_weights(s, error);
    if (result == T2G_OK) fprintf(stderr, "%s: %zu bytes\n", s->set.model, image.size);
    free(image.bytes);
    return result;
}

int main(int argc, char **argv)
{
    school *s = t2g_floats(1, sizeof *s);
    t2g_error error = {0};
    int option;
    s->set.passes = 20;
    while ((option = getopt(argc, argv, "v:n:e:w:s:p:o:")) != -1) switch (option) {
        case 'v': s->set.vocabulary = optarg; break;
        case 'n': s->set.names = optarg; break;
        case 'e': s->set.encoder = optarg; break;
        case 'w': s->set.weights = optarg; break;
        case 's': s->set.save = optarg; break;
        case 'p': s->set.passes = strtol(optarg, NULL, 10); break;
        case 'o': s->set.model = optarg; break;
        default: optind = argc + 1; break;
        }
    if (optind + 1 != argc || !s->set.vocabulary || !s->set.names || !s->set.model) {
        fprintf(stderr, "usage: text2gv-train -v VOCABULARY -n NAMES [-e ENCODER] [-w WEIGHTS] [-s WEIGHTS] "
                        "[-p PASSES] -o MODEL CORPORA\n");
        return 2;
    }
    s->set.corpora = argv[optind];
    if (run(s, &error) == T2G_OK) return 0;
    fprintf(stderr, "text2gv-train: %s\n", error.message);
    return 1;
}
