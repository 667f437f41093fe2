/* names.c - documents with names and what raw text teaches of words in, a model of names out.
 *
 * usage: text2gv-names -c CLUSTERS -h HABITS -n NAMES [-l LEXICON] [-p PASSES] [-r RUNS] [-m LEAST] [-d HIDDEN] -o MODEL
 *
 * CLUSTERS: word TAB three clusters; HABITS: word TAB times small TAB times with a capital inside a sentence;
 * NAMES: the folder that names_data.py makes.  Features seen once are left out, weights under LEAST are
 * dropped, the rest are whole sixty-fourths; HIDDEN is the share of features unseen at a step.  The model is measured as the program reads it.
 *
 * SPDX-License-Identifier: MIT
 */
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "nlp/mention/mention.h"
#include "nlp/mention/name.h"
#include "nlp/mention/namefeature.h"
#include "nlp/list/lexfolder.h"
#include "train/chain.h"
#include "train/modelwriter.h"
#include "train/namelesson.h"

enum {
    LABELS = 1 + T2G_MENTION_KINDS * T2G_PLACES,
    SCALE = 64, /* a weight of 1; the largest that is kept is 127 / 64                        */
    LEAST_SEEN = 2
};

typedef struct source {
    const char *file; /* in NAMES                                                              */
    bool every_sentence;
    float share;
    uint32_t dressed; /* one document of so many is also read in each other dress; 0: none     */
} source;

static const source sources[] = {{"ewt-train.conllu", false, 1, 12}, {"wikinews.conllu", false, 1, 12},
                                 {"crossner.conllu", true, 1, 12},   {"gum-train.conllu", false, 1, 12},
                                 {"redocred.conllu", false, 0.5f, 0}};
static const char *const exams[] = {"ewt-dev.conllu", "wikinews-heldout.conllu", "gold-dev.conllu"};

enum { SOURCES = sizeof sources / sizeof *sources, EXAMS = sizeof exams / sizeof *exams };

typedef struct settings {
    const char *clusters, *habits, *names, *lexicon, *model;
    long passes, runs;
    float least, hidden;
} settings;

/* Features to rows, by first sight. */
typedef struct dictionary {
    uint64_t *keys; /* [slots]                                                                 */
    uint32_t *rows; /* [slots] row + 1; 0: empty                                               */
    uint32_t *seen; /* [cap] by row                                                            */
    uint64_t *feature; /* [cap] by row                                                         */
    uint32_t len, cap;
    size_t slots;
} dictionary;

typedef struct school {
    settings set;
    t2g_arena arena;
    t2g_lexicon *lexicon;
    t2g_wordbook book;
    uint32_t *words; /* [book.slots][2]                                                         */
    t2g_namelessons lessons, exam[EXAMS];
    size_t source_end[SOURCES];
    dictionary features;
    t2g_sequence *sequences;
    size_t sequences_len;
} school;

static void *room(size_t count, size_t size)
{
    void *p = calloc(count ? count : 1, size);
    if (!p) {
        fprintf(stderr, "text2gv-names: out of memory\n");
        exit(1);
    }
    return p;
}

/* the words */

static uint32_t *word_slot(school *s, const char *word)
{
    uint64_t key = t2g_wordbook_key(t2g_slice_of(word));
    uint32_t mask = s->book.slots - 1, i = (uint32_t)key & mask;
    while (s->words[2 * i + 1] && s->words[2 * i] != (uint32_t)(key >> 32)) i = (i + 1) & mask;
    s->words[2 * i] = (uint32_t)(key >> 32);
    return &s->words[2 * i + 1];
}

/* From always small to always with a capital, by few or by many witnesses. */
static uint8_t habit_of(unsigned long small, unsigned long capital)
{
    static const double bounds[] = {0.02, 0.2, 0.5, 0.8, 0.97};
    double share = (double)capital / (double)(small + capital);
    uint8_t habit = 1;
    for (int i = 0; i < 5; i++) habit = (uint8_t)(habit + (share >= bounds[i]));
    return (uint8_t)(habit + (small + capital > 50 ? 6 : 0));
}

static bool read_words(school *s, const char *path, bool clusters)
{
    FILE *in = fopen(path, "r");
    char line[4096];
    while (in && fgets(line, sizeof line, in)) {
        char *tab = strchr(line, '\t');
        if (!tab) continue;
        *tab++ = 0;
        unsigned long n[3] = {0};
        if (sscanf(tab, "%lu %lu %lu", &n[0], &n[1], &n[2]) < 2 || (!clusters && n[0] + n[1] == 0)) continue;
        t2g_wordfacts facts = t2g_wordbook_find(&s->book, t2g_wordbook_key(t2g_slice_of(line)));
        for (int k = 0; clusters && k < T2G_GRAINS; k++) facts.cluster[k] = (uint16_t)(n[k] + 1);
        if (!clusters) facts.habit = habit_of(n[0], n[1]);
        *word_slot(s, line) = t2g_wordfacts_pack(facts);
    }
    if (!in) perror(path);
    else fclose(in);
    return in != NULL;
}

/* the features */

static uint32_t *feature_slot(dictionary *d, uint64_t key)
{
    size_t i = key & (d->slots - 1);
    while (d->rows[i] && d->keys[i] != key) i = (i + 1) & (d->slots - 1);
    d->keys[i] = key;
    return &d->rows[i];
}

static void grow(dictionary *d)
{
    dictionary old = *d;
    d->slots = old.slots ? old.slots * 2 : 1 << 20;
    d->cap = (uint32_t)(d->slots / 2);
    d->keys = room(d->slots, sizeof *d->keys);
    d->rows = room(d->slots, sizeof *d->rows);
    d->seen = room(d->cap, sizeof *d->seen);
    d->feature = room(d->cap, sizeof *d->feature);
    for (size_t i = 0; i < old.slots; i++)
        if (old.rows[i]) *feature_slot(d, old.keys[i]) = old.rows[i];
    if (old.len) {
        memcpy(d->seen, old.seen, old.len * sizeof *d->seen);
        memcpy(d->feature, old.feature, old.len * sizeof *d->feature);
    }
    free(old.keys);
    free(old.rows);
    free(old.seen);
    free(old.feature);
}

static uint32_t row_of(dictionary *d, uint64_t feature)
{
    if (d->len == d->cap) grow(d);
    uint32_t *row = feature_slot(d, feature);
    if (!*row) {
        d->feature[d->len] = feature;
        *row = ++d->len;
    }
    d->seen[*row - 1]++;
    return *row - 1;
}

static void see_lesson(school *s, const t2g_namelesson *lesson, float share)
{
    t2g_arena scratch;
    t2g_namesight sight;
    uint64_t features[T2G_NAME_FEATURES];
    t2g_arena_init(&scratch);
    if (!t2g_namesight_build(&sight, &scratch, &s->book, &lesson->tokens, &lesson->sentences, &lesson->phrases)) exit(1);
    for (uint32_t n = 0; n < lesson->sentences.len; n++) {
        t2g_sentence in = lesson->sentences.at[n];
        t2g_sequence *q = &s->sequences[s->sequences_len++];
        *q = (t2g_sequence){.len = in.end - in.begin, .may = lesson->may + in.begin, .share = share};
        q->features = room(q->len, sizeof *q->features);
        q->counts = room(q->len, sizeof *q->counts);
        for (uint32_t i = in.begin; i < in.end; i++) {
            uint32_t len = t2g_namefeatures(&sight, i, features);
            uint32_t *rows = q->features[i - in.begin] = room(len, sizeof *rows);
            for (uint32_t f = 0; f < len; f++) rows[f] = row_of(&s->features, features[f]);
            q->counts[i - in.begin] = (uint16_t)len;
        }
    }
    t2g_arena_free(&scratch);
}

/* Drop what was seen too rarely to teach anything, and number the rest anew. */
static void keep_frequent(school *s)
{
    dictionary *d = &s->features;
    uint32_t *new_row = room(d->len, sizeof *new_row), kept = 0;
    for (uint32_t r = 0; r < d->len; r++) {
        new_row[r] = d->seen[r] >= LEAST_SEEN ? kept : T2G_NONE;
        if (new_row[r] != T2G_NONE) d->feature[kept++] = d->feature[r];
    }
    for (size_t q = 0; q < s->sequences_len; q++)
        for (uint32_t t = 0; t < s->sequences[q].len; t++) {
            uint16_t len = 0;
            uint32_t *rows = s->sequences[q].features[t];
            for (uint16_t f = 0; f < s->sequences[q].counts[t]; f++)
                if (new_row[rows[f]] != T2G_NONE) rows[len++] = new_row[rows[f]];
            s->sequences[q].counts[t] = len;
        }
    fprintf(stderr, "%u features, %u of them seen more than once\n", d->len, kept);
    d->len = kept;
    free(new_row);
}

/* the model file */

static int rounded(float x)
{
    float nearest = x * SCALE + (x < 0 ? -0.5f : 0.5f);
    return nearest > 127 ? 127 : nearest < -127 ? -127 : (int)nearest;
}

static uint32_t write_row(const t2g_chain *c, uint32_t row, float least, uint8_t *to)
{
    uint32_t len = 0;
    for (uint32_t y = 0; y < c->labels; y++) {
        float w = c->weight[(size_t)row * c->stride + y];
        if (w > -least && w < least) continue;
        to[2 * len] = (uint8_t)y;
        to[2 * len++ + 1] = (uint8_t)(rounded(w) + T2G_CRF_ZERO);
    }
    return len;
}

static unsigned char *make_image(school *s, const t2g_chain *c, size_t *size)
{
    t2g_modelwriter writer = {.len = 0};
    uint8_t one[2 * LABELS], *rows = room((size_t)c->features * LABELS, 2);
    uint32_t weights = 0, kept = 0, slots = 1;
    int32_t follow[LABELS * LABELS];
    for (uint32_t r = 0; r < c->features; r++) kept += write_row(c, r, s->set.least, one) > 0;
    while (slots < kept + kept / 4 + 2) slots *= 2;
    uint32_t *table = room(slots, 2 * sizeof *table);
    for (uint32_t r = 0; r < c->features; r++) {
        uint32_t len = write_row(c, r, s->set.least, &rows[2 * (size_t)weights]);
        uint64_t feature = s->features.feature[r];
        uint32_t i = (uint32_t)feature & (slots - 1);
        if (!len) continue;
        while (table[2 * i + 1]) i = (i + 1) & (slots - 1);
        table[2 * i] = (uint32_t)(feature >> 32);
        table[2 * i + 1] = weights << T2G_CRF_ROW_BITS | len;
        weights += len;
    }
    for (uint32_t i = 0; i < LABELS * LABELS; i++)
        follow[i] = (int32_t)(c->follow[i] * SCALE + (c->follow[i] < 0 ? -0.5f : 0.5f));
    t2g_modelwriter_put(&writer, "crf.table", T2G_SECTION_U32, slots, 2, table);
    t2g_modelwriter_put(&writer, "crf.rows", T2G_SECTION_U8, weights, 2, rows);
    t2g_modelwriter_put(&writer, "crf.follow", T2G_SECTION_I32, LABELS, LABELS, follow);
    t2g_modelwriter_put(&writer, "words.table", T2G_SECTION_U32, s->book.slots, 2, s->words);
    unsigned char *image = t2g_modelwriter_image(&writer, size);
    fprintf(stderr, "%u weights of %u features, %u slots; %zu bytes\n", weights, kept, slots, *size);
    free(rows);
    free(table);
    return image;
}

/* the exam */

typedef struct count {
    double right, proposed, wanted;
} count;

/* A proposed name that touches what the corpus leaves open is neither right nor wrong. */
static void compare(const t2g_namelesson *lesson, const t2g_names *names, count counts[T2G_MENTION_KINDS])
{
    for (uint32_t n = 0; n < names->len; n++) {
        const t2g_name *m = &names->at[n];
        bool open = false, right = true;
        for (uint32_t i = m->begin; i < m->end; i++) {
            t2g_bilou place = m->end == m->begin + 1 ? T2G_UNIT : i == m->begin ? T2G_BEGIN : i + 1 == m->end ? T2G_LAST : T2G_INSIDE;
            uint64_t may = lesson->may[i], label = (uint64_t)1 << t2g_bilou_label(m->kind, place);
            if (!(may & label)) right = false;
            if (may & (may - 1)) open = true;
        }
        if (right && open) continue;
        counts[m->kind].proposed++;
        counts[m->kind].right += right;
    }
    for (uint32_t i = 0; i < lesson->tokens.len; i++)
        for (uint32_t k = 0; k < T2G_MENTION_KINDS; k++) {
            uint64_t first = (uint64_t)1 << t2g_bilou_label(k, T2G_BEGIN) | (uint64_t)1 << t2g_bilou_label(k, T2G_UNIT);
            counts[k].wanted += (lesson->may[i] & first) && !(lesson->may[i] & (lesson->may[i] - 1));
        }
}

static void examine(school *s, const unsigned char *image, size_t size)
{
    t2g_modelfile file;
    t2g_namer namer;
    t2g_error error;
    if (t2g_modelfile_open(&file, image, size, true, &error) || t2g_namer_open(&namer, &file, true, &error)) {
        fprintf(stderr, "text2gv-names: %s\n", error.message);
        exit(1);
    }
    for (int e = 0; e < EXAMS; e++) {
        count counts[T2G_MENTION_KINDS] = {{0}}, all = {0};
        for (size_t d = 0; d < s->exam[e].len; d++) {
            const t2g_namelesson *lesson = &s->exam[e].at[d];
            t2g_arena scratch;
            t2g_names names;
            t2g_arena_init(&scratch);
            if (t2g_names_build(&names, &scratch, &namer, &lesson->tokens, &lesson->sentences, &lesson->phrases, NULL, &error)) exit(1);
            compare(lesson, &names, counts);
            t2g_arena_free(&scratch);
        }
        printf("%-24s", exams[e]);
        for (uint32_t k = T2G_PER; k <= T2G_NAT; k++) {
            count *c = &counts[k];
            printf(" %s %4.1f/%4.1f=%4.1f", t2g_mention_kind_name((t2g_mention_kind)k), 100 * c->right / (c->proposed + 1e-9),
                   100 * c->right / (c->wanted + 1e-9), 200 * c->right / (c->proposed + c->wanted + 1e-9));
            all.right += c->right;
            all.proposed += c->proposed;
            all.wanted += c->wanted;
        }
        printf(" | %.2f\n", 200 * all.right / (all.proposed + all.wanted + 1e-9));
        fflush(stdout);
    }
}

static t2g_result read_all(school *s, t2g_error *error)
{
    char path[4096];
    t2g_result result = T2G_OK;
    for (int i = 0; i < SOURCES && !result; i++) {
        snprintf(path, sizeof path, "%s/%s", s->set.names, sources[i].file);
        for (int dress = 0; dress < T2G_DRESSES && !result; dress++)
            if (dress == T2G_DRESS_PLAIN || sources[i].dressed)
                result = t2g_namelessons_read(&s->lessons, &s->arena, s->lexicon, path, sources[i].every_sentence,
                                              (t2g_dress)dress, dress == T2G_DRESS_PLAIN ? 1 : sources[i].dressed, error);
        s->source_end[i] = s->lessons.len;
        if (!result) fprintf(stderr, "%s: %zu documents so far\n", path, s->lessons.len);
    }
    for (int e = 0; e < EXAMS && !result; e++) {
        snprintf(path, sizeof path, "%s/%s", s->set.names, exams[e]);
        result = t2g_namelessons_read(&s->exam[e], &s->arena, s->lexicon, path, false, T2G_DRESS_PLAIN, 1, error);
    }
    return result;
}

static t2g_result train(school *s, t2g_error *error)
{
    t2g_result result = s->set.lexicon ? t2g_lexicon_read(&s->lexicon, s->set.lexicon, error)
                                       : t2g_lexicon_load(&s->lexicon, NULL, 0, error);
    if (result == T2G_OK) result = read_all(s, error);
    if (result != T2G_OK) return result;
    size_t sentences = 0, d = 0;
    for (size_t i = 0; i < s->lessons.len; i++) sentences += s->lessons.at[i].sentences.len;
    s->sequences = room(sentences, sizeof *s->sequences);
    for (int i = 0; i < SOURCES; i++)
        for (; d < s->source_end[i]; d++) see_lesson(s, &s->lessons.at[d], sources[i].share);
    keep_frequent(s);
    t2g_chain chain;
    t2g_chain_settings how = {.passes = (uint32_t)s->set.passes, .runs = (uint32_t)s->set.runs, .seed = 1,
                              .rate = 0.1f, .decay = 1e-7f, .hidden = s->set.hidden};
    if (!t2g_chain_init(&chain, LABELS, s->features.len) || !t2g_chain_learn(&chain, s->sequences, s->sequences_len, &how))
        return t2g_error_nomem(error);
    size_t size;
    unsigned char *image = make_image(s, &chain, &size);
    if (!image) return t2g_error_nomem(error);
    examine(s, image, size);
    result = t2g_modelwriter_save(s->set.model, image, size, error);
    free(image);
    t2g_chain_free(&chain);
    return result;
}

int main(int argc, char **argv)
{
    school s = {.set = {.passes = 8, .runs = 4, .least = 0.1f, .hidden = 0.4f}};
    t2g_error error = {0};
    int option;
    while ((option = getopt(argc, argv, "c:h:n:l:p:r:m:o:d:")) != -1) switch (option) {
        case 'c': s.set.clusters = optarg; break;
        case 'h': s.set.habits = optarg; break;
        case 'n': s.set.names = optarg; break;
        case 'l': s.set.lexicon = optarg; break;
        case 'p': s.set.passes = atol(optarg); break;
        case 'r': s.set.runs = atol(optarg); break;
        case 'm': s.set.least = (float)atof(optarg); break;
        case 'd': s.set.hidden = (float)atof(optarg); break;
        case 'o': s.set.model = optarg; break;
        default: return 2;
        }
    if (!s.set.clusters || !s.set.habits || !s.set.names || !s.set.model || s.set.passes < 1 || s.set.runs < 1) {
        fprintf(stderr, "usage: text2gv-names -c CLUSTERS -h HABITS -n NAMES [-l LEXICON] [-p PASSES] [-r RUNS] [-m LEAST] [-d HIDDEN] -o MODEL\n");
        return 2;
    }
    t2g_arena_init(&s.arena);
    s.book.slots = 1 << 17;
    s.book.table = s.words = room(s.book.slots, 2 * sizeof *s.words);
    if (!read_words(&s, s.set.clusters, true) || !read_words(&s, s.set.habits, false)) return 1;
    if (train(&s, &error) == T2G_OK) return 0;
    fprintf(stderr, "text2gv-names: %s\n", error.message);
    return 1;
}
