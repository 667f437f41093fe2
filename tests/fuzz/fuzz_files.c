/* fuzz_files.c - what a user may hand in beside the text: a file of --same, a list of --lexicon.
 *
 * The first byte tells which; whatever is taken is then used on a text.
 *
 * SPDX-License-Identifier: MIT
 */
#include <stdio.h>
#include <stdlib.h>

#include "nlp/entity/same.h"
#include "nlp/list/lexlists.h"
#include "nlp/list/phrase.h"

static const char news[] = "Ann Brandt, head of Norvik Bank, told the Kalvonia Daily that Kalvonia's U.S. office will close.\n";

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void insist(bool holds, const char *what)
{
    if (holds) return;
    fprintf(stderr, "invariant broken: %s\n", what);
    abort();
}

static void try_same(const char *bytes, size_t size)
{
    t2g_same same;
    t2g_error error = {0};
    t2g_result result = t2g_same_parse(&same, bytes, size, &error);
    insist((result == T2G_OK) == !error.message[0], "a file is refused without a word, or taken with one");
    for (uint32_t a = 0; result == T2G_OK && a < same.keys.len; a++) {
        uint32_t group = t2g_same_group(&same, a);
        insist(group == T2G_NONE || t2g_same_group(&same, group) == group, "a group has no first name");
        insist(t2g_same_find(&same, same.name[a]) == a, "a name is not found by itself");
        for (uint32_t b = 0; b < same.keys.len && b < 64; b++)
            insist(t2g_same_apart(&same, a, b) == t2g_same_apart(&same, b, a), "apart from one side alone");
    }
    t2g_same_free(&same);
}

static void use(const t2g_lexicon *lexicon, t2g_arena *arena)
{
    t2g_text text;
    t2g_tokens tokens;
    t2g_phrases phrases;
    insist(t2g_text_build(&text, arena, lexicon, (const unsigned char *)news, sizeof news - 1, NULL) == T2G_OK, "no text");
    insist(t2g_tokens_build(&tokens, arena, &text, NULL) == T2G_OK, "no tokens");
    insist(t2g_phrases_build(&phrases, arena, lexicon, &tokens, NULL) == T2G_OK, "no phrases");
    for (uint32_t p = 0; p < phrases.len; p++)
        insist(phrases.at[p].begin < phrases.at[p].end && phrases.at[p].end <= tokens.len, "a phrase outside the text");
}

static void try_list(t2g_lex_list list, const char *bytes, size_t size)
{
    t2g_arena arena;
    t2g_lexlists lists;
    t2g_leximage_header *image;
    t2g_lexicon *lexicon;
    t2g_error error = {0};
    t2g_arena_init(&arena);
    t2g_lexlists_init(&lists, &arena);
    t2g_result result = t2g_lexlists_take(&lists, list, "list", (t2g_slice){bytes, (uint32_t)size}, &error);
    if (result == T2G_OK) result = t2g_leximage_build(&lists, &arena, &image, &error);
    insist((result == T2G_OK) == !error.message[0], "a list is refused without a word, or taken with one");
    if (result == T2G_OK) {
        insist(t2g_lexicon_load(&lexicon, image, image->size, &error) == T2G_OK, "an image that was just made is refused");
        use(lexicon, &arena);
        t2g_lexicon_free(lexicon);
    }
    t2g_arena_free(&arena);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    if (size == 0) return 0;
    char *exact = malloc(size); /* so that one byte too far is seen */
    if (!exact) return 0;
    memcpy(exact, data + 1, size - 1);
    if (data[0] & 1) try_list((t2g_lex_list)((data[0] >> 1) % T2G_LEX_LISTS), exact, size - 1);
    else try_same(exact, size - 1);
    free(exact);
    return 0;
}
