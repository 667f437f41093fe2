/* run_spec.c - runs the examples of tests/spec/ROOM.md through the program's front door.
 *
 * usage: run_spec [-g] [-x DIR] PROGRAM FILE.md ...
 *
 *   -g      write what the program says as the expectation (make golden)
 *   -x DIR  run nothing; write each example's input to DIR/ROOM-LINE.txt
 *
 * An example is a fence of four or more backticks:
 *
 *     ````example STAGE [escaped] [option ...]
 *     input, any number of lines
 *     .
 *     what `text2gv --dump=STAGE option ...` prints for that input on its standard input
 *     ````
 *
 * STAGE `dot` is the whole walk: no --dump.  `escaped` decodes \xHH, \n, \r, \t and
 * \\ in the input and drops its last line feed, for bytes that a text file cannot
 * show.  Prints TAP; what differs stands in comment lines.
 *
 * SPDX-License-Identifier: MIT
 */
#include <errno.h>
#include <fcntl.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

enum { ARGUMENTS = 16, NAME = 200 };

typedef struct bytes {
    char *at; /* [size] and a NUL */
    size_t size, cap;
} bytes;

typedef struct example {
    int line;                /* of its fence, from 1                           */
    const char *input_begin, *input_end;
    const char *want_begin, *want_end;
    bool escaped;
    char words[NAME];        /* the info string, cut at its spaces             */
    char *options[ARGUMENTS]; /* for the program: --dump=STAGE and what follows */
    char dump[NAME];
} example;

typedef struct run {
    const char *program;
    const char *extract; /* folder for inputs, or NULL */
    bool golden;
    int count, failed;
} run;

static void die(const char *what)
{
    fprintf(stderr, "run_spec: %s: %s\n", what, strerror(errno));
    exit(2);
}

static void append(bytes *b, const char *more, size_t size)
{
    if (b->size + size + 1 > b->cap) {
        b->cap = (b->size + size + 1) * 2;
        b->at = realloc(b->at, b->cap);
        if (!b->at) die("out of memory");
    }
    if (size) memcpy(b->at + b->size, more, size);
    b->size += size;
    b->at[b->size] = '\0';
}

static bytes read_all(FILE *in)
{
    bytes all = {0};
    char buffer[1 << 16];
    size_t got;
    append(&all, "", 0);
    while ((got = fread(buffer, 1, sizeof buffer, in)) > 0) append(&all, buffer, got);
    return all;
}

static int hex(char c)
{
    const char *digits = "0123456789abcdef", *found = c ? strchr(digits, c | 32) : NULL;
    return found ? (int)(found - digits) : -1;
}

static bytes decode(const char *at, const char *end)
{
    bytes out = {0};
    if (end > at && end[-1] == '\n') end--;
    for (; at < end; at++) {
        char c = *at;
        if (c == '\\' && at + 1 < end) {
            at++;
            c = *at == 'n' ? '\n' : *at == 'r' ? '\r' : *at == 't' ? '\t' : *at;
            if (*at == 'x' && end - at > 2 && hex(at[1]) >= 0 && hex(at[2]) >= 0) {
                c = (char)(hex(at[1]) * 16 + hex(at[2]));
                at += 2;
            }
        }
        append(&out, &c, 1);
    }
    append(&out, "", 0);
    return out;
}

static bytes input_of(const example *e)
{
    bytes input = {0};
    if (e->escaped) return decode(e->input_begin, e->input_end);
    append(&input, e->input_begin, (size_t)(e->input_end - e->input_begin));
    return input;
}

static const char *line_after(const char *at)
{
    const char *end = strchr(at, '\n');
    return end ? end + 1 : at + strlen(at);
}

static void read_info(example *e, const char *at, const char *end)
{
    int count = 0;
    snprintf(e->words, sizeof e->words, "%.*s", (int)(end - at), at);
    memset(e->options, 0, sizeof e->options);
    e->escaped = false;
    char *save = NULL, *stage = strtok_r(e->words, " \n", &save), *word;
    if (stage && strcmp(stage, "dot") != 0) {
        snprintf(e->dump, sizeof e->dump, "--dump=%s", stage);
        e->options[count++] = e->dump;
    }
    while ((word = strtok_r(NULL, " \n", &save)) && count < ARGUMENTS - 1) {
        if (strcmp(word, "escaped") == 0) e->escaped = true;
        else e->options[count++] = word;
    }
}

/* Find the next example at or after *at and move *at and *line behind it. */
static bool next_example(example *e, const char **at, int *line)
{
    while (**at) {
        const char *begin = *at, *body = line_after(begin);
        size_t ticks = strspn(begin, "`");
        *at = body;
        ++*line;
        if (ticks < 4 || strncmp(begin + ticks, "example ", 8) != 0) continue;
        e->line = *line;
        read_info(e, begin + ticks + 8, body);
        e->input_begin = body;
        e->input_end = e->want_begin = NULL;
        for (const char *l = body; *l; l = line_after(l)) {
            ++*line;
            if (!e->input_end && strncmp(l, ".\n", 2) == 0) {
                e->input_end = l;
                e->want_begin = l + 2;
            } else if (strspn(l, "`") == ticks && (l[ticks] == '\n' || !l[ticks])) {
                e->want_end = l;
                *at = line_after(l);
                if (e->input_end) return true;
                break;
            }
        }
        fprintf(stderr, "run_spec: the example at line %d has no full stop on a line or no end\n", e->line);
        exit(2);
    }
    return false;
}

static FILE *temporary(void)
{
    FILE *file = tmpfile();
    if (!file) die("temporary file");
    return file;
}

/* Run the program on the input; its output, and its wait status in *status. */
static bytes run_program(const run *r, const example *e, bytes input, int *status)
{
    FILE *in = temporary(), *out = temporary();
    char *argv[ARGUMENTS + 2] = {(char *)r->program};
    memcpy(argv + 1, e->options, sizeof e->options);
    fwrite(input.at, 1, input.size, in);
    rewind(in);
    fflush(NULL);
    pid_t child = fork();
    if (child < 0) die("fork");
    if (child == 0) {
        dup2(fileno(in), 0);
        dup2(fileno(out), 1);
        execv(r->program, argv);
        die(r->program);
    }
    if (waitpid(child, status, 0) < 0) die("wait");
    rewind(out);
    bytes got = read_all(out);
    fclose(in);
    fclose(out);
    return got;
}

static void print_comment(const char *what, const char *at, size_t size)
{
    printf("# %s\n", what);
    for (const char *end = at + size; at < end;) {
        const char *stop = memchr(at, '\n', (size_t)(end - at));
        if (!stop) stop = end;
        printf("#   |%.*s\n", (int)(stop - at), at);
        at = stop + 1;
    }
}

static void extract(const run *r, const char *room, const example *e)
{
    char path[4 * NAME];
    bytes input = input_of(e);
    snprintf(path, sizeof path, "%s/%s-%d.txt", r->extract, room, e->line);
    FILE *out = fopen(path, "wb");
    if (!out || fwrite(input.at, 1, input.size, out) != input.size || fclose(out) != 0) die(path);
    free(input.at);
}

static bytes check(run *r, const char *path, const example *e)
{
    int status;
    bytes input = input_of(e), got = run_program(r, e, input, &status);
    size_t want_size = (size_t)(e->want_end - e->want_begin);
    bool right = status == 0 && got.size == want_size && memcmp(got.at, e->want_begin, want_size) == 0;
    r->count++;
    if (!r->golden) printf("%s %d - %s:%d\n", right ? "ok" : "not ok", r->count, path, e->line);
    if (!right && !r->golden) {
        r->failed++;
        print_comment("input", input.at, input.size);
        print_comment("wanted", e->want_begin, want_size);
        print_comment("got", got.at, got.size);
    }
    if (status != 0) printf("# %s:%d: the program ended with wait status %d\n", path, e->line, status);
    free(input.at);
    return got;
}

static void rewrite(const char *path, bytes text)
{
    char beside[4 * NAME];
    snprintf(beside, sizeof beside, "%s.new", path);
    FILE *out = fopen(beside, "wb");
    if (!out || fwrite(text.at, 1, text.size, out) != text.size || fclose(out) != 0) die(beside);
    if (rename(beside, path) != 0) die(path);
}

/* The file's name without folder and ending: the room. */
static void name_room(const char *path, char room[NAME])
{
    const char *slash = strrchr(path, '/');
    snprintf(room, NAME, "%s", slash ? slash + 1 : path);
    char *dot = strrchr(room, '.');
    if (dot) *dot = '\0';
}

static void run_file(run *r, const char *path)
{
    FILE *in = fopen(path, "rb");
    if (!in) die(path);
    bytes text = read_all(in), renewed = {0};
    fclose(in);
    const char *at = text.at, *copied = text.at;
    int line = 0;
    example e;
    char room[NAME];
    name_room(path, room);
    while (next_example(&e, &at, &line)) {
        if (r->extract) {
            extract(r, room, &e);
            continue;
        }
        bytes got = check(r, path, &e);
        append(&renewed, copied, (size_t)(e.want_begin - copied));
        append(&renewed, got.at, got.size);
        if (got.size && got.at[got.size - 1] != '\n') append(&renewed, "\n", 1);
        copied = e.want_end;
        free(got.at);
    }
    append(&renewed, copied, strlen(copied));
    if (r->golden && strcmp(renewed.at, text.at) != 0) {
        rewrite(path, renewed);
        printf("%s: rewritten, read the difference\n", path);
    }
    free(renewed.at);
    free(text.at);
}

int main(int argc, char **argv)
{
    run r = {0};
    int option;
    while ((option = getopt(argc, argv, "gx:")) != -1) {
        if (option == 'g') r.golden = true;
        else if (option == 'x') r.extract = optarg;
        else return 2;
    }
    if (argc - optind < 1) {
        fprintf(stderr, "usage: run_spec [-g] [-x DIR] PROGRAM FILE.md ...\n");
        return 2;
    }
    r.program = argv[optind];
    for (int i = optind + 1; i < argc; i++) run_file(&r, argv[i]);
    if (!r.golden && !r.extract) printf("1..%d\n", r.count);
    return r.failed ? 1 : 0;
}
