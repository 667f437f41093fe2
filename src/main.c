/* main.c - the program: reads the files, writes the graph, answers for it.
 *
 * Alone may print and exit.  Every input and output that fails is named on
 * standard error, the others are still done, and the exit status tells.
 *
 * SPDX-License-Identifier: MIT
 */
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/file.h"
#include "batch.h"
#include "options.h"

enum { EXIT_WRONG_USAGE = 2 };

/* One run of the program. */
typedef struct run {
    t2g_options options;
    t2g_model *model;
    t2g_graph *graph;
    t2g_batch *batch;
    t2g_newfile file; /* -o                                        */
    FILE *out;        /* the file's stream, or standard output     */
    const char *out_name;
    t2g_coverage coverage;
    size_t sources; /* read to their end                         */
    bool failed;    /* some input or output                      */
} run;

/* What a signal must not leave behind; the handler cannot be given it otherwise. */
static const char *volatile unfinished;

static void leave_nothing(int number)
{
    if (unfinished) unlink(unfinished);
    signal(number, SIG_DFL);
    raise(number);
}

static void heed_signals(void)
{
    static const int numbers[] = {SIGINT, SIGTERM, SIGHUP};
    /* A closed pipe and a limit on file size become errors of write. */
    signal(SIGPIPE, SIG_IGN);
    signal(SIGXFSZ, SIG_IGN);
    for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++)
        if (signal(numbers[i], leave_nothing) == SIG_IGN) signal(numbers[i], SIG_IGN); /* nohup */
}

/* Were a standard stream closed, the next file opened would take its place, and
 * messages or the graph would go into it. */
static void guard_standard_streams(void)
{
    for (int fd = 0; fd <= 2; fd++)
        if (fcntl(fd, F_GETFD) == -1) (void)!open("/dev/null", fd == 0 ? O_WRONLY : O_RDONLY);
}

static void complain(run *r, const char *about, const char *what)
{
    fprintf(stderr, "text2gv: %s: %s\n", about, what);
    r->failed = true;
}

static void add_coverage(t2g_coverage *sum, t2g_coverage more)
{
    sum->repaired += more.repaired;
    sum->tokens += more.tokens;
    sum->sentences += more.sentences;
    sum->cut += more.cut;
}

/* Print or merge one analysed document. */
static t2g_result take(void *context, const t2g_finding *finding)
{
    run *r = context;
    t2g_error error = finding->error;
    if (!finding->document) {
        complain(r, finding->name, error.message);
        return T2G_OK;
    }
    add_coverage(&r->coverage, t2g_document_coverage(finding->document));
    t2g_result result = r->graph ? t2g_graph_take(r->graph, finding->document, &error)
                                 : t2g_document_dump(finding->document, r->options.dump, r->out, &error);
    if (result != T2G_OK) complain(r, r->graph ? finding->name : r->out_name, error.message);
    return result;
}

/* Submit a source piece by piece.  False when there is no sense in going on. */
static bool read_pieces(run *r, const char *source, const char *name, FILE *in)
{
    t2g_error error = {0};
    t2g_plain *plain = NULL;
    t2g_piece piece;
    bool more = true, good = true;
    uint64_t size = 0;
    t2g_result result = t2g_plain_init(&plain, in, &error);
    while (result == T2G_OK && good && more) {
        result = t2g_plain_next(plain, &piece, &more, &error);
        if (result == T2G_OK && more) {
            size = piece.offset + piece.size;
            good = t2g_batch_submit(r->batch, source, piece) == T2G_OK;
        }
    }
    t2g_plain_free(plain);
    if (result != T2G_OK) {
        complain(r, name, error.message);
    } else {
        r->sources++;
        r->coverage.bytes += size;
    }
    return good;
}

static bool read_source(run *r, const char *source)
{
    if (strcmp(source, "-") == 0) return read_pieces(r, source, "standard input", stdin);
    FILE *in = fopen(source, "rb");
    if (!in) {
        char what[256];
        snprintf(what, sizeof what, "cannot be opened: %s", strerror(errno));
        complain(r, source, what);
        return true;
    }
    bool good = read_pieces(r, source, source, in);
    fclose(in);
    return good;
}

/* False when it broke off: no memory, or a dump that cannot be written. */
static bool read_sources(run *r)
{
    bool good = true;
    if (r->options.files_len == 0) good = read_source(r, "-");
    for (int i = 0; i < r->options.files_len && good; i++) good = read_source(r, r->options.files[i]);
    return good && t2g_batch_finish(r->batch) == T2G_OK;
}

static const char *plural(uint64_t number)
{
    return number == 1 ? "" : "s";
}

static void report(const run *r)
{
    size_t nodes = 0, edges = 0;
    const t2g_coverage *c = &r->coverage;
    if (r->graph) t2g_graph_count(r->graph, &nodes, &edges);
    if (r->graph) fprintf(stderr, "%s: %zu nodes %zu edges\n", r->options.graph_name, nodes, edges);
    fprintf(stderr, "text2gv: read %zu source%s, %llu bytes, %llu repaired, %llu sentence%s, %llu cut, %zu node%s, %zu edge%s\n",
            r->sources, plural(r->sources), (unsigned long long)c->bytes, (unsigned long long)c->repaired,
            (unsigned long long)c->sentences, plural(c->sentences), (unsigned long long)c->cut, nodes, plural(nodes), edges,
            plural(edges));
}

/* What was needed to start, or false and a message. */
static bool prepare(run *r)
{
    t2g_error error = {0};
    const t2g_options *o = &r->options;
    r->out = stdout;
    r->out_name = o->output ? o->output : "standard output";
    if (t2g_model_load(o->lexicon, &r->model, &error) != T2G_OK) {
        complain(r, o->lexicon ? "--lexicon" : "built-in lists", error.message);
        return false;
    }
    if (o->weights && t2g_model_load_weights(r->model, o->weights, &error) != T2G_OK) {
        complain(r, o->weights, error.message);
        return false;
    }
    if (o->same && t2g_model_load_same(r->model, o->same, &error) != T2G_OK) {
        complain(r, o->same, error.message);
        return false;
    }
    if ((o->dump == T2G_STAGES && t2g_graph_new(o->graph_name, &r->graph, &error) != T2G_OK) ||
        t2g_batch_init(&r->batch, r->model, o->threads, take, r, &error) != T2G_OK) {
        complain(r, "start", error.message);
        return false;
    }
    if (r->graph && o->why[0]) t2g_graph_listen(r->graph);
    if (o->output) {
        if (t2g_newfile_open(&r->file, o->output, &error) != T2G_OK) {
            complain(r, r->out_name, error.message);
            return false;
        }
        r->out = r->file.stream;
        unfinished = r->file.beside;
    }
    return true;
}

static t2g_result write_graph(run *r, t2g_error *error)
{
    const t2g_options *o = &r->options;
    if (!r->graph) return T2G_OK; /* dumped already */
    if (!o->why[0]) return t2g_graph_write(r->graph, &o->style, r->out, error);
    return t2g_graph_why(r->graph, o->why[0], o->why[1], &o->style, r->out, error);
}

/* Write what is to be written, and make sure that it was. */
static void write_output(run *r)
{
    t2g_error error = {0};
    t2g_result result = write_graph(r, &error);
    if (result == T2G_OK && r->options.output) {
        result = t2g_newfile_finish(&r->file, &error);
        unfinished = NULL;
    } else if (result == T2G_OK && (fflush(stdout) != 0 || ferror(stdout) || fclose(stdout) != 0)) {
        result = t2g_error_set(&error, T2G_IO, 0, "cannot be written: %s", strerror(errno));
    }
    if (result != T2G_OK) complain(r, result == T2G_FORMAT ? "--why" : r->out_name, error.message);
}

static void clean_up(run *r)
{
    t2g_batch_free(r->batch);
    t2g_newfile_abandon(&r->file);
    unfinished = NULL;
    t2g_graph_free(r->graph);
    t2g_model_free(r->model);
}

static int print(const char *text)
{
    if (fputs(text, stdout) != EOF && fclose(stdout) == 0) return EXIT_SUCCESS;
    fprintf(stderr, "text2gv: standard output: cannot be written: %s\n", strerror(errno));
    return EXIT_FAILURE;
}

int main(int argc, char **argv)
{
    run r = {0};
    t2g_error error = {0};
    guard_standard_streams();
    heed_signals();
    switch (t2g_options_read(&r.options, argc, argv, &error)) {
    case T2G_SHOW_HELP: return print(t2g_options_help());
    case T2G_SHOW_VERSION: return print("text2gv " T2G_VERSION "\n");
    case T2G_WRONG_USAGE: fprintf(stderr, "text2gv: %s\n", error.message); return EXIT_WRONG_USAGE;
    case T2G_RUN: break;
    }
    if (prepare(&r)) {
        bool good = read_sources(&r) && r.sources > 0;
        if (good) write_output(&r);
        if (good && r.options.verbose) report(&r);
    }
    clean_up(&r);
    return r.failed ? EXIT_FAILURE : EXIT_SUCCESS;
}
