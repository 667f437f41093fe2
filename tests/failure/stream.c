/* stream.c - streams that fail in the middle and reads that come in crumbs.
 *
 * Streams of our own (fopencookie) stand in for the disk: one gives a few bytes at a time, one
 * breaks after n bytes, one is full after n bytes.
 *
 * SPDX-License-Identifier: MIT
 */
#define _GNU_SOURCE
#include "input/plain.h"
#include "text2gv.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

typedef struct tape {
    const char *bytes; /* [size] to be read                                      */
    size_t size, at;
    size_t crumb;      /* at most so many bytes a call                           */
    size_t limit;      /* reading or writing beyond it fails                     */
} tape;

static ssize_t read_tape(void *cookie, char *into, size_t size)
{
    tape *t = cookie;
    size_t left = t->size - t->at;
    if (t->at >= t->limit) {
        errno = EIO;
        return -1;
    }
    if (size > t->crumb) size = t->crumb;
    if (size > left) size = left;
    memcpy(into, t->bytes + t->at, size);
    t->at += size;
    return (ssize_t)size;
}

static ssize_t write_tape(void *cookie, const char *from, size_t size)
{
    tape *t = cookie;
    (void)from;
    if (t->at + size > t->limit) {
        errno = ENOSPC;
        return 0;
    }
    t->at += size;
    return (ssize_t)size;
}

static FILE *open_tape(tape *t, const char *mode)
{
    FILE *stream = fopencookie(t, mode, (cookie_io_functions_t){.read = read_tape, .write = write_tape});
    if (!stream) exit(2);
    setvbuf(stream, NULL, _IONBF, 0);
    return stream;
}

/* Read the tape to its end or failure; its pieces one after the other into *all. */
static t2g_result read_pieces(tape *t, char *all, size_t *size, t2g_error *error)
{
    t2g_plain *plain = NULL;
    t2g_piece piece = {0};
    bool more = true;
    FILE *in = open_tape(t, "rb");
    t2g_result result = t2g_plain_init(&plain, in, error);
    *size = 0;
    while (result == T2G_OK && more) {
        result = t2g_plain_next(plain, &piece, &more, error);
        if (result != T2G_OK || !more) break;
        memcpy(all + *size, piece.bytes, piece.size);
        *size += piece.size;
        free(piece.bytes);
        piece.bytes = NULL;
    }
    free(piece.bytes);
    t2g_plain_free(plain);
    fclose(in);
    return result;
}

static void fill(char *bytes, size_t size)
{
    static const char line[] = "Anna Berg, head of the Harbour Union, told the Evening Post that Malta agreed.\n";
    for (size_t i = 0; i < size; i++) bytes[i] = line[i % (sizeof line - 1)];
}

static bool gives_all_in_crumbs(const char *text, size_t size, size_t crumb)
{
    tape t = {.bytes = text, .size = size, .crumb = crumb, .limit = SIZE_MAX};
    char *all = malloc(size + 1);
    size_t got;
    bool right = all && read_pieces(&t, all, &got, NULL) == T2G_OK && got == size && memcmp(all, text, size) == 0;
    free(all);
    return right;
}

static bool reports_broken_reads(const char *text, size_t size, size_t limit)
{
    tape t = {.bytes = text, .size = size, .crumb = 4096, .limit = limit};
    t2g_error error = {0};
    char *all = malloc(size + 1);
    size_t got;
    bool right = all && read_pieces(&t, all, &got, &error) == T2G_IO && error.code == T2G_IO && error.message[0];
    free(all);
    return right;
}

/* Write the graph of the text to a tape that is full after limit bytes; the bytes written in *size. */
static t2g_result write_graph(const t2g_model *model, const char *text, size_t length, size_t limit, size_t *size,
                              t2g_error *error)
{
    tape t = {.limit = limit};
    t2g_document *document = NULL;
    t2g_graph *graph = NULL;
    FILE *out = open_tape(&t, "wb");
    if (t2g_document_read(model, "news", 0, text, length, &document, error) || t2g_graph_new("news", &graph, error) ||
        t2g_graph_take(graph, document, error))
        exit(2);
    t2g_result result = t2g_graph_write(graph, NULL, out, error);
    *size = t.at;
    t2g_graph_free(graph);
    t2g_document_free(document);
    fclose(out);
    return result;
}

static bool reports_full_disks(const t2g_model *model, const char *text, size_t length)
{
    size_t whole, size;
    if (write_graph(model, text, length, SIZE_MAX, &whole, NULL) != T2G_OK) return false;
    for (size_t limit = 0; limit < whole; limit += 1 + whole / 100) {
        t2g_error error = {0};
        if (write_graph(model, text, length, limit, &size, &error) != T2G_IO || !error.message[0]) {
            printf("# full after %zu of %zu bytes: \"%s\"\n", limit, whole, error.message);
            return false;
        }
    }
    return true;
}

static int count, failed;

static void say(bool right, const char *what)
{
    printf("%s %d - %s\n", right ? "ok" : "not ok", ++count, what);
    failed += !right;
}

int main(void)
{
    enum { LONG = T2G_PIECE_SIZE * 2 + 12345 };
    char *text = malloc(LONG);
    t2g_model *model;
    if (!text || t2g_model_load(NULL, &model, NULL)) return 2;
    fill(text, LONG);
    say(gives_all_in_crumbs(text, 1000, 1), "a stream that gives a byte at a time loses nothing");
    say(gives_all_in_crumbs(text, LONG, 777), "a long stream that gives crumbs loses nothing");
    say(gives_all_in_crumbs(text, T2G_PIECE_SIZE, 4096), "a stream as long as a piece loses nothing");
    say(gives_all_in_crumbs(text, 0, 1), "an empty stream is no failure");
    say(reports_broken_reads(text, LONG, 0), "a stream that breaks at once is reported");
    say(reports_broken_reads(text, LONG, 5000), "a stream that breaks in the first piece is reported");
    say(reports_broken_reads(text, LONG, T2G_PIECE_SIZE + 5000), "a stream that breaks in the second piece is reported");
    say(reports_full_disks(model, text, 1000), "a disk that is full after any byte is reported");
    printf("1..%d\n", count);
    t2g_model_free(model);
    free(text);
    return failed != 0;
}
