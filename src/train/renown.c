/* renown.c - text2gv-renown: raw articles in, a table of who serves which state out.
 *
 *     text2gv-renown -o MODEL < ARTICLES
 *
 * ARTICLES are texts, each under a line "# title".  The program itself reads them,
 * without the table that it is to make: each article in which it finds that a
 * person heads or belongs to a state counts once, twice where a rule saw it and
 * not the context alone.  Names seen less than that are left out; each counts by
 * its whole and by its last word (model/renown.h).
 *
 * SPDX-License-Identifier: MIT
 */
#include "text2gv.c"

#include "nlp/fact/claim.h"
#include "train/modelwriter.h"

enum { LEAST = 2, STATES_MOST = 8, SLOTS = 1 << 13, NAMES_MOST = SLOTS / 4 * 3 };

/* How often a name was found with each state. */
typedef struct tally {
    uint32_t key;
    uint16_t state[STATES_MOST];
    uint32_t times[STATES_MOST];
} tally;

typedef struct tallies {
    tally *at; /* [slots] key 0: empty                                                       */
    size_t slots, len;
} tallies;

static tally *tally_of(tallies *all, uint32_t key)
{
    size_t i = key & (all->slots - 1);
    while (all->at[i].key && all->at[i].key != key) i = (i + 1) & (all->slots - 1);
    if (!all->at[i].key && ++all->len == all->slots) {
        fputs("text2gv-renown: too many names\n", stderr);
        exit(1);
    }
    all->at[i].key = key;
    return &all->at[i];
}

static void count(tallies *all, uint32_t key, uint16_t state, uint32_t times)
{
    tally *t = tally_of(all, key);
    for (int s = 0; s < STATES_MOST; s++) {
        if (t->state[s] && t->state[s] != state) continue;
        t->state[s] = state;
        t->times[s] += times;
        return;
    }
}

static uint32_t weight_of(const t2g_facts *facts, const t2g_fact *fact)
{
    for (uint32_t p = fact->proof; p < fact->proof + fact->proofs; p++)
        if (facts->proofs[p].rule != T2G_RULE_CONTEXT && facts->proofs[p].rule != T2G_RULE_LEARNED) return 2;
    return 1;
}

static void count_document(tallies *all, const t2g_document *d)
{
    for (uint32_t i = 0; i < d->facts.len; i++) {
        const t2g_fact *fact = &d->facts.at[i];
        const t2g_entity *source = &d->entities.at[fact->source], *target = &d->entities.at[fact->target];
        uint16_t state = t2g_renown_state(target->code);
        if (fact->relation == T2G_REPORTED_BY || source->type != T2G_PERSON || !state) continue;
        uint32_t begin = source->name.size, times = weight_of(&d->facts, fact);
        while (begin > 0 && source->name.bytes[begin - 1] != ' ') begin--;
        count(all, t2g_renown_key(source->name), state, times);
        t2g_slice last = {source->name.bytes + begin, source->name.size - begin};
        if (begin > 0) count(all, t2g_renown_key(last), state, times);
    }
}

/* The two largest counts, and what they are among all: ties to the state seen first. */
static t2g_renown_entry entry_of(const tally *t)
{
    static const uint32_t steps[T2G_RENOWN_TIMES_MOST] = {1, 3, 6, 12, 30, 60, 120};
    uint32_t all = 0, best[2] = {0, 0};
    t2g_renown_entry entry = {0};
    for (int s = 0; s < STATES_MOST; s++) {
        all += t->times[s];
        if (t->times[s] > best[0]) {
            best[1] = best[0], entry.second = entry.first;
            best[0] = t->times[s], entry.first = t->state[s];
        } else if (t->times[s] > best[1]) best[1] = t->times[s], entry.second = t->state[s];
    }
    while (entry.times < T2G_RENOWN_TIMES_MOST && all >= steps[entry.times]) entry.times++;
    entry.is_sure = best[0] * 5 >= all * 4;
    return all < LEAST ? (t2g_renown_entry){0} : entry;
}

static t2g_result write_model(const tallies *all, const char *path, t2g_error *error)
{
    static uint32_t table[SLOTS][2];
    uint32_t names = 0;
    for (size_t i = 0; i < all->slots; i++) {
        t2g_renown_entry entry = entry_of(&all->at[i]);
        if (!entry.times) continue;
        if (++names > NAMES_MOST) return t2g_error_set(error, T2G_FORMAT, 0, "more than %d names", NAMES_MOST);
        uint32_t slot = all->at[i].key & (SLOTS - 1);
        while (table[slot][1]) slot = (slot + 1) & (SLOTS - 1);
        table[slot][0] = all->at[i].key;
        table[slot][1] = t2g_renown_pack(entry);
    }
    t2g_modelwriter writer = {.len = 0};
    size_t size;
    t2g_modelwriter_put(&writer, "renown.list", T2G_SECTION_U32, SLOTS, 2, table);
    unsigned char *image = t2g_modelwriter_image(&writer, &size);
    if (!image) return t2g_error_nomem(error);
    t2g_result result = t2g_modelwriter_save(path, image, size, error);
    free(image);
    fprintf(stderr, "%u names\n", names);
    return result;
}

/* Reads one article after the other. */
static t2g_result read_articles(tallies *all, const t2g_model *model, FILE *in, t2g_error *error)
{
    char *line = NULL, *article = NULL;
    size_t cap = 0, size = 0, room = 0;
    t2g_result result = T2G_OK;
    for (bool more = true; more && result == T2G_OK;) {
        ssize_t got = getline(&line, &cap, in);
        more = got > 0;
        if (size && (!more || (got > 1 && line[0] == '#' && line[1] == ' '))) {
            t2g_document *document;
            result = t2g_document_read(model, "-", 0, article, size, &document, error);
            if (result == T2G_OK) count_document(all, document);
            t2g_document_free(document);
            size = 0;
        }
        if (!more || result != T2G_OK) break;
        const char *text = line + (size == 0 && line[0] == '#' ? 2 : 0);
        size_t len = strlen(text);
        if (size + len > room) {
            room = 2 * (size + len);
            char *larger = realloc(article, room);
            if (!larger) result = t2g_error_nomem(error);
            else article = larger;
        }
        if (result == T2G_OK) memcpy(article + size, text, len);
        size += len;
    }
    free(line);
    free(article);
    return result;
}

int main(int argc, char **argv)
{
    t2g_model *model;
    t2g_error error;
    if (argc != 3 || strcmp(argv[1], "-o") != 0) {
        fputs("usage: text2gv-renown -o MODEL < ARTICLES\n", stderr);
        return 2;
    }
    tallies all = {.slots = 1 << 18};
    all.at = calloc(all.slots, sizeof *all.at);
    t2g_result result = all.at ? t2g_model_load(NULL, &model, &error) : t2g_error_nomem(&error);
    if (result == T2G_OK) {
        model->weights->renown = (t2g_renown){0};
        result = read_articles(&all, model, stdin, &error);
        if (result == T2G_OK) result = write_model(&all, argv[2], &error);
        t2g_model_free(model);
    }
    free(all.at);
    if (result == T2G_OK) return 0;
    fprintf(stderr, "text2gv-renown: %s\n", error.message);
    return 1;
}
