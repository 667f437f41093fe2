/* homelands.c - text2gv-homelands: prints every office of an article that leaves its state open, for homeland.py.
 *
 *     text2gv-homelands FILE
 *
 *     T TAB name TAB head TAB other             a trait, and what it weighs now, in hundredths of a nat
 *     O TAB row TAB holder TAB state TAB traits TAB state TAB traits ...
 *
 * Row: 0 for heads of state or government, 1 for all others.  Each state that the text names is a candidate, with as many
 * numbers as there are traits (nlp/fact/homeland.c).  Which state is the right one is for homeland.py to say.
 *
 * SPDX-License-Identifier: MIT
 */
#include <stdio.h>
#include <stdlib.h>

#include "train/article.h"

/* The rules ask for a state through t2g_homeland_find.  The one below stands in for the program's: so it hears all that
 * they ask, and sees the traits, which are no other file's business. */
#define t2g_homeland_find find_state
#include "nlp/fact/homeland.c"
#undef t2g_homeland_find

uint32_t t2g_homeland_find(const t2g_homelands *h, const t2g_office_group *group, const t2g_office *office, uint32_t holder,
                           int32_t *lead);

static void print_name(const t2g_homelands *h, uint32_t entity)
{
    t2g_slice name = h->layers->entities->at[entity].name;
    putchar('\t');
    for (uint32_t i = 0; i < name.size; i++) putchar((unsigned char)name.bytes[i] < ' ' ? ' ' : name.bytes[i]);
}

uint32_t t2g_homeland_find(const t2g_homelands *h, const t2g_office_group *group, const t2g_office *office, uint32_t holder,
                           int32_t *lead)
{
    traits t;
    uint32_t found = find_state(h, group, office, holder, lead);
    if (h->states == 0) return found;
    describe(h, group, office, holder, &t);
    printf("O\t%d", office->key != T2G_KEY_STATE_HEAD);
    print_name(h, holder);
    for (uint32_t s = 0; s < h->states; s++) {
        print_name(h, h->state[s]);
        for (int i = 0; i < TRAIT_COUNT; i++) printf("%c%d", i ? ' ' : '\t', t.at[s][i]);
    }
    putchar('\n');
    return found;
}

static void print_traits(void)
{
    static const char *const names[] = {
#define TRAIT(name, head, other) #name,
        TRAITS(TRAIT)
#undef TRAIT
    };
    for (int i = 0; i < TRAIT_COUNT; i++) printf("T\t%s\t%d\t%d\n", names[i], weights[0][i], weights[1][i]);
}

/* To read the document is to ask for every office that it leaves open. */
static t2g_result read(const t2g_model *model, const char *path, t2g_error *error)
{
    t2g_document *document;
    t2g_result result = t2g_article_read(model, path, &document, error);
    t2g_document_free(document);
    return result;
}

int main(int argc, char **argv)
{
    t2g_model *model = NULL;
    t2g_error error;
    if (argc != 2) {
        fputs("usage: text2gv-homelands FILE\n", stderr);
        return 2;
    }
    t2g_result result = t2g_model_load(NULL, &model, &error);
    if (result == T2G_OK) print_traits();
    if (result == T2G_OK) result = read(model, argv[1], &error);
    if (result != T2G_OK) fprintf(stderr, "text2gv-homelands: %s: %s\n", argv[1], error.message);
    t2g_model_free(model);
    return result == T2G_OK ? 0 : 1;
}
