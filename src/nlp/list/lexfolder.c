/* SPDX-License-Identifier: MIT */
#include "nlp/list/lexfolder.h"

#include <dirent.h>
#include <errno.h>

#include "nlp/list/lexlists.h"

static bool is_list_file(t2g_slice name)
{
    for (uint32_t list = 0; list < T2G_LEX_LISTS; list++) {
        t2g_slice stem = t2g_slice_of(t2g_lex_list_name((t2g_lex_list)list));
        if (name.size <= stem.size || memcmp(name.bytes, stem.bytes, stem.size) != 0) continue;
        t2g_slice ending = {name.bytes + stem.size, name.size - stem.size};
        if (t2g_slice_is(ending, ".tsv") || t2g_slice_is(ending, ".add.tsv")) return true;
    }
    return false;
}

/* A list whose name is mistyped would be passed over in silence. */
static t2g_result check_names(const char *folder, t2g_error *error)
{
    DIR *files = opendir(folder);
    if (!files) return t2g_error_set(error, T2G_IO, 0, "%s: cannot be opened: %s", folder, strerror(errno));
    t2g_result result = T2G_OK;
    for (struct dirent *file; result == T2G_OK && (file = readdir(files));) {
        t2g_slice name = t2g_slice_of(file->d_name);
        bool is_tsv = name.size > 4 && memcmp(name.bytes + name.size - 4, ".tsv", 4) == 0 && name.bytes[0] != '.';
        if (is_tsv && !is_list_file(name))
            result = t2g_error_set(error, T2G_FORMAT, 0, "%s/%s: no list has this name, wanted one such as "
                                   "countries.tsv or countries.add.tsv", folder, file->d_name);
    }
    closedir(files);
    return result;
}

static t2g_result take_lists(t2g_lexlists *lists, const char *folder, const t2g_lexicon *built_in, t2g_error *error)
{
    for (uint32_t i = 0; i < T2G_LEX_LISTS; i++) {
        t2g_lex_list list = (t2g_lex_list)i;
        bool found;
        t2g_result result = t2g_lexlists_read(lists, list, folder, ".tsv", &found, error);
        if (result == T2G_OK && !found) result = t2g_lexlists_copy(lists, list, built_in, error);
        if (result == T2G_OK) result = t2g_lexlists_read(lists, list, folder, ".add.tsv", &found, error);
        if (result != T2G_OK) return result;
    }
    return T2G_OK;
}

t2g_result t2g_lexicon_read(t2g_lexicon **lexicon, const char *folder, t2g_error *error)
{
    t2g_arena scratch;
    t2g_lexlists lists;
    t2g_leximage_header *image;
    t2g_arena_init(&scratch);
    t2g_lexlists_init(&lists, &scratch);
    t2g_result result = t2g_lexicon_load(lexicon, NULL, 0, error);
    if (result == T2G_OK) result = check_names(folder, error);
    if (result == T2G_OK) result = take_lists(&lists, folder, *lexicon, error);
    if (result == T2G_OK) result = t2g_leximage_build(&lists, &(*lexicon)->arena, &image, error);
    if (result == T2G_OK) t2g_leximage_take(*lexicon, image);
    t2g_arena_free(&scratch);
    if (result != T2G_OK) {
        t2g_lexicon_free(*lexicon);
        *lexicon = NULL;
    }
    return result;
}
