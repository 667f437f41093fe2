/* clues.c - text2gv-clues: prints every pair of entities of an article with its clues, for the trainer of facts.
 *
 *     text2gv-clues [-m NAMES] FILE
 *
 *     E TAB type TAB name TAB name ...          an entity and all it is called, by number
 *     P TAB source TAB target TAB support TAB clues ; clues ; clues ...
 *
 * Support has a digit a relation: what the rules say of it (t2g_support).  The first group of clues is the rules', the second the pair's, the others those
 * of its places (nlp/judge/clue.h).  Which pairs are facts is for facts_data.py to say.  -m:
 * another model of names than the one inside.
 *
 * SPDX-License-Identifier: MIT
 */
#include "text2gv.c"

#include "nlp/judge/judge.h"
#include "train/article.h"

static void print_name(t2g_slice name)
{
    putchar('\t');
    for (uint32_t i = 0; i < name.size; i++) putchar((unsigned char)name.bytes[i] < ' ' ? ' ' : name.bytes[i]);
}

static void print_entities(const t2g_document *d)
{
    for (uint32_t e = 0; e < d->entities.len; e++) {
        printf("E\t%s", t2g_entity_type_name(d->entities.at[e].type));
        print_name(d->entities.at[e].name);
        for (uint32_t m = 0; m < d->mentions.len; m++) {
            t2g_span span = {d->mentions.at[m].begin, d->mentions.at[m].end};
            if (d->entities.of_mention[m] == e) print_name(t2g_tokens_bytes(&d->tokens, &d->text, span));
        }
        putchar('\n');
    }
}

static void print_clues(const t2g_clues *clues)
{
    for (uint32_t i = 0; i < clues->len; i++) printf("%u ", clues->at[i]);
}

static void print_pair(const t2g_clue_finder *finder, const t2g_pairs *pairs, const t2g_pair *pair)
{
    t2g_clues clues;
    printf("P\t%u\t%u\t", pair->source, pair->target);
    for (t2g_relation r = 0; r < T2G_RELATIONS; r++)
        putchar('0' + (int)t2g_judge_support(&finder->ground->claims, pairs, pair, r));
    putchar('\t');
    t2g_clues_of_rules(finder, pairs, pair, &clues);
    print_clues(&clues);
    printf("; ");
    t2g_clues_of_pair(finder, pairs, pair, &clues);
    print_clues(&clues);
    uint32_t seen = 0;
    for (uint32_t p = pair->places.begin; p < pair->places.end && seen < T2G_PAIR_PLACES; p++) {
        if (pairs->places[p].a == T2G_NONE) continue;
        seen++;
        printf("; ");
        t2g_clues_of_place(finder, &pairs->places[p], &clues);
        print_clues(&clues);
    }
    putchar('\n');
}

static bool print(const t2g_model *model, const t2g_document *d)
{
    const t2g_layers layers = {model->lexicon, &d->text, &d->tokens, &d->sentences, &d->tags, &d->trees, &d->phrases, &d->mentions, &d->entities,
                               &model->weights->renown};
    t2g_arena arena;
    t2g_ground ground;
    t2g_pairs pairs;
    t2g_clue_finder finder;
    t2g_arena_init(&arena);
    bool found = t2g_ground_build(&ground, &arena, &layers) && t2g_pairs_build(&pairs, &arena, &ground) && t2g_clue_finder_init(&finder, &arena, &ground);
    if (found) print_entities(d);
    for (uint32_t p = 0; found && p < pairs.len; p++) print_pair(&finder, &pairs, &pairs.at[p]);
    t2g_arena_free(&arena);
    return found;
}

static t2g_result read(const t2g_model *model, const char *path, t2g_error *error)
{
    t2g_document *document;
    t2g_result result = t2g_article_read(model, path, &document, error);
    if (result == T2G_OK && !print(model, document)) result = t2g_error_nomem(error);
    t2g_document_free(document);
    return result;
}

int main(int argc, char **argv)
{
    t2g_model *model = NULL;
    t2g_error error;
    bool other = argc == 4 && strcmp(argv[1], "-m") == 0;
    if (argc != 2 && !other) {
        fputs("usage: text2gv-clues [-m NAMES] FILE\n", stderr);
        return 2;
    }
    const char *path = argv[argc - 1];
    t2g_result result = t2g_model_load(NULL, &model, &error);
    if (result == T2G_OK && other) result = t2g_model_load_weights(model, argv[2], &error);
    if (result == T2G_OK) result = read(model, path, &error);
    if (result != T2G_OK) fprintf(stderr, "text2gv-clues: %s: %s\n", path, error.message);
    t2g_model_free(model);
    return result == T2G_OK ? 0 : 1;
}
