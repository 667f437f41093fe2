/* words.c - text in, its words out, one a line, an empty line after each sentence.
 *
 * usage: text2gv-words [-b] < TEXT
 *
 * The program's own rooms cut the text, so that trainers see the words that the
 * program will.  -b adds where a word stands: FORM TAB begin TAB end, in bytes of
 * the input.  A line that begins with "# " is an article's title or code and is
 * read as a paragraph of its own.
 *
 * SPDX-License-Identifier: MIT
 */
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "nlp/token/sentence.h"

enum { PIECE = 1 << 20 };

/* All of standard input; NULL when memory is out. */
static char *read_all(size_t *size)
{
    size_t cap = PIECE, len = 0;
    char *bytes = malloc(cap);
    while (bytes && !feof(stdin) && !ferror(stdin)) {
        if (cap - len < PIECE) {
            char *grown = realloc(bytes, cap *= 2);
            if (!grown) free(bytes);
            bytes = grown;
            if (!bytes) break;
        }
        len += fread(bytes + len, 1, cap - len, stdin);
    }
    *size = len;
    return bytes;
}

static void print_words(const t2g_text *text, const t2g_tokens *tokens, const t2g_sentences *sentences, size_t base,
                        bool places)
{
    for (uint32_t s = 0; s < sentences->len; s++) {
        for (uint32_t i = sentences->at[s].begin; i < sentences->at[s].end; i++) {
            t2g_slice form = t2g_token_form(tokens, i);
            fwrite(form.bytes, 1, form.size, stdout);
            if (places) {
                t2g_span at = t2g_text_source(text, (t2g_span){tokens->at[i].begin, tokens->at[i].end});
                printf("\t%zu\t%zu", base + at.begin, base + at.end);
            }
            putchar('\n');
        }
        putchar('\n');
    }
}

static t2g_result cut(const char *bytes, size_t size, size_t base, bool places, t2g_error *error)
{
    t2g_arena arena;
    t2g_text text;
    t2g_tokens tokens;
    t2g_sentences sentences;
    t2g_arena_init(&arena);
    t2g_result result = t2g_text_build(&text, &arena, NULL, (const unsigned char *)bytes, size, error);
    if (result == T2G_OK) result = t2g_tokens_build(&tokens, &arena, &text, error);
    if (result == T2G_OK) result = t2g_sentences_build(&sentences, &arena, &text, &tokens, NULL, error);
    if (result == T2G_OK) print_words(&text, &tokens, &sentences, base, places);
    t2g_arena_free(&arena);
    return result;
}

/* A piece ends before a title, or where the text ends: pieces keep the memory small. */
static size_t piece_end(const char *bytes, size_t begin, size_t size)
{
    size_t at = begin + PIECE;
    while (at < size && !(bytes[at] == '#' && bytes[at - 1] == '\n')) at++;
    return at < size ? at : size;
}

int main(int argc, char **argv)
{
    bool places = argc == 2 && strcmp(argv[1], "-b") == 0;
    t2g_error error = {0};
    size_t size;
    if (argc != 1 + places) {
        fprintf(stderr, "usage: text2gv-words [-b] < TEXT\n");
        return 2;
    }
    char *bytes = read_all(&size);
    t2g_result result = bytes ? T2G_OK : t2g_error_nomem(&error);
    for (size_t begin = 0, end; begin < size && result == T2G_OK; begin = end) {
        end = piece_end(bytes, begin, size);
        result = cut(bytes + begin, end - begin, begin, places, &error);
    }
    if (result != T2G_OK) fprintf(stderr, "text2gv-words: %s\n", error.message);
    free(bytes);
    return result != T2G_OK || fflush(stdout) != 0;
}
