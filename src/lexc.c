/* lexc.c - the lexicon compiler: the lists of a folder in, one image out.
 *
 * Run by the Makefile; what it writes is embedded in the library.  Unlike a
 * reader's own folder (--lexicon), this one must be whole: every list there.
 *
 * SPDX-License-Identifier: MIT
 */
#include <stdio.h>
#include <stdlib.h>

#include "base/file.h"
#include "nlp/list/lexlists.h"

/* The rooms that split the phrases ask for the built-in lists; here are none yet. */
extern const t2g_leximage_header t2g_lexicon_image;
const t2g_leximage_header t2g_lexicon_image = {.size = 0};

static t2g_result take_lists(t2g_lexlists *lists, const char *folder, t2g_error *error)
{
    for (uint32_t list = 0; list < T2G_LEX_LISTS; list++) {
        bool found;
        t2g_result result = t2g_lexlists_read(lists, (t2g_lex_list)list, folder, ".tsv", &found, error);
        if (result != T2G_OK) return result;
        if (!found)
            return t2g_error_set(error, T2G_IO, 0, "%s/%s.tsv is not there", folder, t2g_lex_list_name((t2g_lex_list)list));
    }
    return T2G_OK;
}

static t2g_result write_image(const char *path, const t2g_leximage_header *image, t2g_error *error)
{
    t2g_newfile file;
    t2g_result result = t2g_newfile_open(&file, path, error);
    if (result != T2G_OK) return result;
    fwrite(image, 1, image->size, file.stream); /* finish tells whether it was written */
    return t2g_newfile_finish(&file, error);
}

int main(int argc, char **argv)
{
    if (argc != 3) {
        fputs("usage: lexc FOLDER IMAGE\n", stderr);
        return 2;
    }
    t2g_error error = {.message = ""};
    t2g_arena arena;
    t2g_lexlists lists;
    t2g_leximage_header *image;
    t2g_arena_init(&arena);
    t2g_lexlists_init(&lists, &arena);
    t2g_result result = take_lists(&lists, argv[1], &error);
    if (result == T2G_OK) result = t2g_leximage_build(&lists, &arena, &image, &error);
    if (result == T2G_OK) result = write_image(argv[2], image, &error);
    if (result != T2G_OK) fprintf(stderr, "lexc: %s\n", error.message);
    t2g_arena_free(&arena);
    return result == T2G_OK ? EXIT_SUCCESS : EXIT_FAILURE;
}
