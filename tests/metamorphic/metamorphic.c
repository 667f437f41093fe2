/* metamorphic.c - what changes no fact changes no edge.
 *
 * usage: metamorphic [-v] FILE ...
 *
 * Nobody has to know what the right edges of a text are: another text that must have the
 * same ones will do (Chen, Cheung and Yiu 1998, "Metamorphic Testing: A New Approach for
 * Generating Next Test Cases").  Every file is changed in every way.  What rests on bytes
 * and order must change nothing.  Names and paragraphs are read by learned
 * weights, which tip over here and there: how many edges did so when this was measured,
 * with a little room, is the bound.  -v prints each that tips.
 *
 * SPDX-License-Identifier: MIT
 */
#include "metamorphic/change.h"

#include <stdlib.h>
#include <string.h>

enum { LARGEST = 1 << 20, NAMES = 64 };

static const char weather[] = "The weather was fine on Sunday.";
static const char stranger[] = "Marta Oyelaran opened a bakery in Lisbon last week.";
static const char article[] = "Bakery opens in Lisbon\n\nMarta Oyelaran, head of the Alfama Bakers Guild, opened a bakery in "
                              "Lisbon last week.\n\nThe guild will open another one in May, Oyelaran told the Lisbon Gazette.\n";

/* Countries for others of their kind, and what their people are called. */
static const renaming countries[] = {
    {"the United Kingdom", "France"}, {"The United Kingdom", "France"}, {"United Kingdom", "France"}, {"the UK", "France"},
    {"The UK", "France"}, {"UK", "French"}, {"Britain", "France"}, {"British", "French"}, {"France", "Spain"}, {"French", "Spanish"},
    {"Norwegian", "Danish"}, {"Norway", "Denmark"}, {"Swedish", "Finnish"}, {"Sweden", "Finland"}, {"Chilean", "Peruvian"},
    {"Chile", "Peru"}, {"Peru", "Chile"}, {"Peruvian", "Chilean"}, {"Germany", "Poland"}, {"German", "Polish"}, {"Turkey", "Greece"},
    {"Turkish", "Greek"}, {"Kenya", "Ghana"}, {"Kenyan", "Ghanaian"},
};

/* Names made up for the examples, for others as made up. */
static const renaming organisations[] = {
    {"Quorvex", "Tarnell"}, {"Norvik", "Halden"}, {"Helios", "Corvana"}, {"Penrose", "Ashdown"}, {"Northgate", "Southbridge"},
    {"Verdant", "Luminar"}, {"Harbour City", "Bishop Town"}, {"Volta", "Senda"}, {"Federated Motors", "Consolidated Mills"},
    {"Reuters", "Bloomberg"}, {"Boeing", "Siemens"}, {"Financial Times", "New York Times"},
};

static const renaming first_names[] = {
    {"Anna", "Emma"}, {"Ann", "Jane"}, {"Kari", "Liv"}, {"Mira", "Nora"}, {"Peter", "Frank"}, {"Joe", "Sam"}, {"Tom", "Jim"},
    {"Bill", "Fred"}, {"George", "Henry"}, {"Carlos", "Miguel"}, {"Mara", "Clara"}, {"Alice", "Helen"}, {"Ingrid", "Astrid"},
    {"Jon", "Lars"}, {"Ruth", "Judith"}, {"Ada", "Eva"}, {"Alexander", "Benjamin"}, {"Edward", "Richard"},
};

#define TABLE(table) (table), sizeof(table) / sizeof *(table)

/* A way to change a text. */
typedef enum way {
    CRLF, WRAP, UNWRAP, SPLIT, WEATHER_BEHIND, WEATHER_BEFORE, STRANGER_BEHIND, SECOND_ARTICLE, LAST_NAMES, FIRST_NAMES, ORGANISATIONS,
    COUNTRIES, WAYS
} way;

/* How many of a thousand edges may tip. */
static const struct {
    const char *what;
    size_t bound;
} ways[WAYS] = {
    [CRLF] = {"line ends of two bytes", 0},
    [WRAP] = {"lines of 60 bytes", 0},
    [UNWRAP] = {"a line a paragraph", 0},
    [SPLIT] = {"a paragraph a sentence", 45},
    [WEATHER_BEHIND] = {"a sentence about the weather behind", 10},
    [WEATHER_BEFORE] = {"a sentence about the weather before", 10},
    [STRANGER_BEHIND] = {"a sentence about a stranger behind", 10},
    [SECOND_ARTICLE] = {"another article beside", 0},
    [LAST_NAMES] = {"other last names", 15},
    [FIRST_NAMES] = {"other first names", 25},
    [ORGANISATIONS] = {"other organisations", 110},
    [COUNTRIES] = {"other countries", 30},
};

static bool loud;

static char *read_file(const char *path)
{
    FILE *in = fopen(path, "rb");
    char *text = need(LARGEST);
    size_t size = in ? fread(text, 1, LARGEST - 1, in) : 0;
    if (!in) perror(path);
    else fclose(in);
    text[size] = '\0';
    return text;
}

static edges edges_of_one(const t2g_model *model, const char *text)
{
    return edges_of(model, &text, 1);
}

/* What was found of a way: edges of the texts that it changes, and how many of them tip. */
typedef struct tally {
    size_t edges, tipped;
} tally;

/* Count what differs between the edges that are expected and those there are, what was added left out. */
static void compare(tally *t, way w, const edges *expected, const edges *all)
{
    static const char *const strangers[] = {"Oyelaran", "Lisbon", "Alfama"};
    edges known = edges_without(all, strangers, 3);
    t->edges += expected->len;
    t->tipped += edges_differ(expected, &known, ways[w].what, loud);
    edges_free(&known);
}

static void read_changed(const t2g_model *model, tally *t, way w, const edges *expected, const char *text, const char *changed)
{
    if (strcmp(text, changed) == 0) return;
    edges all = edges_of_one(model, changed);
    compare(t, w, expected, &all);
    edges_free(&all);
}

/* The same for names: what is expected has them too. */
static void rename_all(const t2g_model *model, tally *t, way w, const edges *before, const char *text, const renaming *names,
                       size_t count)
{
    edges expected = {need(before->len * sizeof *expected.at), before->len};
    char *changed = change_names(text, names, count);
    for (size_t i = 0; i < before->len; i++) expected.at[i] = change_names(before->at[i], names, count);
    qsort(expected.at, expected.len, sizeof *expected.at, edges_by_line);
    read_changed(model, t, w, &expected, text, changed);
    edges_free(&expected);
    free(changed);
}

static void rename_last(const t2g_model *model, tally *t, const edges *before, const char *text)
{
    renaming names[NAMES];
    size_t count = change_last_names(model, text, names, NAMES);
    rename_all(model, t, LAST_NAMES, before, text, names, count);
    for (size_t i = 0; i < count; i++) free((char *)names[i].from);
}

static void put_beside(const t2g_model *model, tally *t, const edges *before, const char *text)
{
    edges all = edges_of(model, (const char *const[]){text, article}, 2);
    compare(t, SECOND_ARTICLE, before, &all);
    edges_free(&all);
}

static char *change(const t2g_model *model, way w, const char *text)
{
    switch (w) {
    case CRLF: return change_to_crlf(text);
    /* The first of two lines may be a title: only more paragraphs tell that lines are wrapped. */
    case WRAP: return change_to_lines(text, strstr(text, "\n\n") ? 60 : SIZE_MAX);
    case UNWRAP: return change_to_lines(text, SIZE_MAX);
    case SPLIT: return change_to_short_paragraphs(model, text);
    case WEATHER_BEHIND: return change_by_joining(text, weather);
    case WEATHER_BEFORE: return change_by_joining(weather, text);
    default: return change_by_joining(text, stranger);
    }
}

/* Change a text in a way, and count the edges that tip. */
static void try_way(const t2g_model *model, tally *t, way w, const edges *before, const char *text)
{
    switch (w) {
    case SECOND_ARTICLE: put_beside(model, t, before, text); return;
    case LAST_NAMES: rename_last(model, t, before, text); return;
    case FIRST_NAMES: rename_all(model, t, w, before, text, TABLE(first_names)); return;
    case ORGANISATIONS: rename_all(model, t, w, before, text, TABLE(organisations)); return;
    case COUNTRIES: rename_all(model, t, w, before, text, TABLE(countries)); return;
    default: break;
    }
    char *changed = change(model, w, text);
    read_changed(model, t, w, before, text, changed);
    free(changed);
}

static void judge(int number, const char *what, tally t, size_t bound)
{
    bool good = t.edges > 0 && t.tipped * 1000 <= bound * t.edges;
    printf("%s %d - %s: %zu of %zu edges tip, %zu may\n", good ? "ok" : "not ok", number, what, t.tipped, t.edges, bound * t.edges / 1000);
}

/* All texts in one graph, forwards and backwards. */
static tally turn_round(const t2g_model *model, char **texts, size_t count)
{
    const char **forwards = need(count * sizeof *forwards), **backwards = need(count * sizeof *backwards);
    for (size_t i = 0; i < count; i++) forwards[i] = backwards[count - 1 - i] = texts[i];
    edges a = edges_of(model, forwards, count), b = edges_of(model, backwards, count);
    edges_fold(&a); /* a node is called as it was first, "ABC radio" or "ABC Radio" */
    edges_fold(&b);
    tally t = {a.len, edges_differ(&a, &b, "files in another order", loud)};
    edges_free(&a);
    edges_free(&b);
    free(forwards);
    free(backwards);
    return t;
}

int main(int argc, char **argv)
{
    t2g_model *model;
    size_t count = 0;
    tally tallies[WAYS] = {{0, 0}};
    loud = argc > 1 && strcmp(argv[1], "-v") == 0;
    if (t2g_model_load(NULL, &model, NULL) != T2G_OK) return 2;
    char **texts = need((size_t)argc * sizeof *texts);
    for (int i = 1 + loud; i < argc; i++) {
        char *text = texts[count++] = read_file(argv[i]);
        edges before = edges_of_one(model, text);
        for (way w = 0; w < WAYS; w++) try_way(model, &tallies[w], w, &before, text);
        edges_free(&before);
    }
    for (way w = 0; w < WAYS; w++) judge((int)w + 1, ways[w].what, tallies[w], ways[w].bound);
    judge(WAYS + 1, "files in another order", turn_round(model, texts, count), 0);
    printf("1..%d\n", WAYS + 1);
    for (size_t i = 0; i < count; i++) free(texts[i]);
    free(texts);
    t2g_model_free(model);
    return 0;
}
