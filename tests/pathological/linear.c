/* linear.c - four times the input costs about four times the time, whatever the input.
 *
 * usage: linear [NAME]
 *
 * Each case is one pattern repeated to fill N bytes and 4 N bytes.  The clock is moody, so
 * only the ratio counts, the best of several rounds on either side: 4 when linear, 16 when
 * quadratic; over LIMIT in every round is a failure.  Each case runs in a process of its own,
 * so that a crash or an endless loop is one failure and not the end.  Prints TAP.
 *
 * SPDX-License-Identifier: MIT
 */
#include "text2gv.h"

#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#ifdef __SANITIZE_ADDRESS__
#define FIRST_N (1 << 13) /* everything takes ten times as long, and shows its growth as well */
#else
#define FIRST_N (1 << 16)
#endif

enum {
    N = FIRST_N,
    LARGEST_N = 1 << 20, /* for patterns that take next to no time */
    ROUNDS = 6,
    ENOUGH = 8000,       /* microseconds that can be measured      */
    PATIENCE = 600       /* seconds for a case: an endless loop    */
};
static const double LIMIT = 7.0;

/* In a pattern, `#` is a new word of letters each time (Baaa, Caaa ...), `@` one of 26. */
typedef struct pattern {
    const char *name, *repeated;
} pattern;

static const pattern patterns[] = {
    {"no space at all", "a"},
    {"no space, all capitals", "A"},
    {"no space, full stops", "a.b."},
    {"no space, hyphens", "a-b-"},
    {"no space, digits", "7"},
    {"no space, commas in numbers", "1,234,"},
    {"one web address", "www.a/b?"},
    {"open quotes", "\""},
    {"open quotes and words", "\"no "},
    {"open curly quotes", "\xE2\x80\x9C"},
    {"apostrophes", "'s"},
    {"open brackets", "("},
    {"open brackets of all kinds", "([{<"},
    {"full stops", "."},
    {"dashes", "\xE2\x80\x94"},
    {"backslashes", "\\"},
    {"at signs", "@"},
    {"white space", " "},
    {"empty lines", "\n"},
    {"CR LF", "\r\n"},
    {"form feeds", "\f"},
    {"NULs", "\0"},
    {"bytes that are no UTF-8", "\xFF"},
    {"beginnings of characters", "\xE2\x80"},
    {"combining marks", "\xCC\x81"},
    {"soft hyphens", "\xC2\xAD"},
    {"soft hyphens in words", "a\xC2\xAD"},
    {"no-break spaces", "Ole\xC2\xA0"},
    {"right-to-left marks", "\xE2\x80\xAE"},
    {"one name", "Volta "},
    {"one name, quoted", "\"Volta\" "},
    {"one full name", "Ole Dahl "},
    {"one full name, in sentences", "Ole Dahl left. "},
    {"new names", "# "},
    {"new full names", "# @ met. "},
    {"many of one family", "# Dahl met. Dahl left. "},
    {"many with one given name", "Ole # met. Ole left. "},
    {"new companies", "# Energy Inc. "},
    {"new acronyms", "Union for # (@U@U) "},
    {"initials", "O. D. "},
    {"titles", "president "},
    {"titles with capitals", "President "},
    {"former", "former "},
    {"head of head of", "head of "},
    {"Bank of the Bank of the", "Bank of the "},
    {"University of University of", "University of "},
    {"of the of the", "of the "},
    {"Mr. Mr.", "Mr. "},
    {"U.S. U.S.", "U.S. "},
    {"countries", "France "},
    {"demonyms", "French "},
    {"a sentence without end", "word "},
    {"a sentence of names without end", "Ole Dahl, Eva Rossi and # @, "},
    {"a sentence of members without end", "France, Malta, "},
    {"officials without end", "officials Ole Dahl, "},
    {"works as", "Ole Dahl works as "},
    {"asides", "Ole Dahl, a man, "},
    {"and the head of", "Ole Dahl and the head of Volta, "},
    {"commas", "a, "},
    {"and and", "and "},
    {"said", "said "},
    {"said Ole Dahl", "said Ole Dahl "},
    {"attributions", "France will pay, said Ole Dahl of Volta. "},
    {"quotes and he added", "\"Yes,\" he added. "},
    {"pronouns", "He said she knew it. "},
    {"who who", "Ole Dahl, who "},
    {"heads of one company", "# Dahl, head of Volta, left. "},
    {"heads of new companies", "# @, head of # Inc., left. "},
    {"members of one union", "#land is a member of the Nile Union. "},
    {"paragraphs of a word", "Ole\n\n"},
    {"lines of a word", "Ole\n"},
    {"bylines", "By Ole Dahl | The Post\n"},
    {"links", "Read more\n"},
    {"datelines", "OSLO (Reuters) - "},
};

enum { PATTERNS = sizeof patterns / sizeof *patterns };

static unsigned char *filled(const pattern *p, size_t size)
{
    unsigned char *bytes = malloc(size + 1);
    size_t length = strlen(p->repeated), at = 0;
    if (!bytes) exit(2);
    if (length == 0) length = 1; /* the NUL itself */
    for (uint32_t word = 0; at < size;) {
        for (size_t i = 0; i < length && at < size; i++) {
            char c = p->repeated[i];
            if (c != '#' && (c != '@' || length == 1)) {
                bytes[at++] = (unsigned char)c;
                continue;
            }
            uint32_t number = ++word;
            bytes[at++] = (unsigned char)('A' + number % 26);
            for (number /= 26; c == '#' && number && at < size; number /= 20)
                bytes[at++] = (unsigned char)("bcdfghklmnoprstuvaei"[number % 20]);
        }
    }
    return bytes;
}

static double cpu_time(void)
{
    struct rusage used;
    getrusage(RUSAGE_SELF, &used);
    return (double)(used.ru_utime.tv_sec + used.ru_stime.tv_sec) * 1e6 + (double)(used.ru_utime.tv_usec + used.ru_stime.tv_usec);
}

/* Microseconds of the walk from the bytes to the DOT. */
static double walk_time(const t2g_model *model, const unsigned char *bytes, size_t size)
{
    t2g_document *document;
    t2g_graph *graph;
    FILE *out = fopen("/dev/null", "wb");
    double begin = cpu_time();
    if (!out || t2g_document_read(model, "long", 0, bytes, size, &document, NULL) || t2g_graph_new("long", &graph, NULL) ||
        t2g_graph_take(graph, document, NULL) || t2g_graph_write(graph, NULL, out, NULL))
        exit(3);
    t2g_graph_free(graph);
    t2g_document_free(document);
    double end = cpu_time();
    fclose(out);
    return end - begin;
}

/* Exit status 0 when linear; says what was measured. */
static void measure(const t2g_model *model, const pattern *p)
{
    size_t n = N;
    unsigned char *bytes = filled(p, (size_t)LARGEST_N * 4);
    double small, large = 1e12;
    while ((small = walk_time(model, bytes, n)) < ENOUGH && n < LARGEST_N) n *= 2;
    for (int round = 0; round < ROUNDS && large >= LIMIT * small; round++) {
        double again = walk_time(model, bytes, n * 4);
        if (again < large) large = again;
        if (large < LIMIT * small) break;
        again = walk_time(model, bytes, n);
        if (again < small && small > ENOUGH) small = again;
    }
    printf("# %-36s %7.1f ns/byte  ratio %5.1f\n", p->name, large * 1000 / (double)(n * 4), large / small);
    fflush(stdout);
    free(bytes);
    exit(large < LIMIT * small || large < ENOUGH ? 0 : 1);
}

static bool passes(const t2g_model *model, const pattern *p)
{
    int status;
    fflush(NULL);
    pid_t child = fork();
    if (child == 0) {
        alarm(PATIENCE);
        measure(model, p);
    }
    if (child < 0 || waitpid(child, &status, 0) < 0) exit(2);
    if (WIFSIGNALED(status)) printf("# %s: ended by signal %d\n", p->name, WTERMSIG(status));
    return status == 0;
}

int main(int argc, char **argv)
{
    t2g_model *model;
    int count = 0, failed = 0;
    if (t2g_model_load(NULL, &model, NULL) != T2G_OK) return 2;
    for (int i = 0; i < PATTERNS; i++) {
        if (argc > 1 && strcmp(argv[1], patterns[i].name) != 0) continue;
        bool right = passes(model, &patterns[i]);
        printf("%s %d - %s\n", right ? "ok" : "not ok", ++count, patterns[i].name);
        failed += !right;
    }
    t2g_model_free(model);
    printf("1..%d\n", count);
    return failed != 0;
}
