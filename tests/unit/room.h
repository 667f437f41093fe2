/* room.h - a text walked as far as a room, for the unit tests of the rooms.
 *
 * What the corridor (text2gv.c) does, with the layers in view and a lexicon of the test's
 * own.  Included behind cmocka.h.
 *
 * SPDX-License-Identifier: MIT
 */
#ifndef TESTS_UNIT_ROOM_H
#define TESTS_UNIT_ROOM_H

#include "model/weights.h"
#include "nlp/judge/facts.h"
#include "nlp/judge/judge.h"
#include "nlp/list/lexlists.h"
#include "nlp/mention/name.h"
#include "nlp/syntax/tag.h"
#include "text2gv.h"

/* The layers of the text that was read last, as far as it was walked. */
typedef struct room {
    t2g_arena arena;
    t2g_lexicon *lexicon; /* NULL: none */
    t2g_weights *weights; /* NULL before the first text that needs them */
    t2g_namer namer;
    const t2g_boundary *boundary; /* NULL: sentences end where the rules say */
    const t2g_same *same;         /* NULL: nothing said */
    t2g_text text;
    t2g_tokens tokens;
    t2g_sentences sentences;
    t2g_tags tags;
    t2g_trees trees;
    t2g_phrases phrases;
    t2g_names names;
    t2g_mentions mentions;
    t2g_entities entities;
    t2g_facts facts;
} room;

/* The lines of a list, without its file. */
typedef struct room_list {
    t2g_lex_list list;
    const char *lines;
} room_list;

/* Lists that know one country and a little more, for rooms that need some. */
static const room_list kalvonia[] = {
    {T2G_LEX_COUNTRY, "Kalvonia\tname\tKV\tKalvonia\nKalvonian\tdemonym\tKV\tKalvonia\nPort Kalvo\tcapital\tKV\tKalvonia\n"},
    {T2G_LEX_GIVEN, "Ann\tfemale\nTom\tmale\n"},
    {T2G_LEX_TITLE, "mr\thonorific\tmale\nmrs\thonorific\tfemale\nminister\tstate-member\n"},
    {T2G_LEX_ROLE, "minister\tminister\n"},
    {T2G_LEX_ORGWORD, "party\tsuffix\tparty\nministry of\tprefix\tministry\nagency\tsuffix\tagency\n"},
    {T2G_LEX_OUTLET, "Kalvonia Daily\tname\tKalvonia Daily\n"},
};

#define ROOM_LISTS(lists) (lists), sizeof(lists) / sizeof *(lists)

/* Open it with len lists; 0, or -1 as cmocka's setups say. */
static inline int room_open(room *r, const room_list *lists, size_t len)
{
    t2g_lexlists all;
    t2g_leximage_header *image;
    *r = (room){0};
    t2g_arena_init(&r->arena);
    if (len == 0) return 0;
    t2g_lexlists_init(&all, &r->arena);
    for (size_t i = 0; i < len; i++)
        if (t2g_lexlists_take(&all, lists[i].list, "list", t2g_slice_of(lists[i].lines), NULL)) return -1;
    return t2g_leximage_build(&all, &r->arena, &image, NULL) || t2g_lexicon_load(&r->lexicon, image, image->size, NULL) ? -1 : 0;
}

/* The same with the lists that are built in. */
static inline int room_open_built_in(room *r)
{
    return room_open(r, NULL, 0) || t2g_lexicon_load(&r->lexicon, NULL, 0, NULL) ? -1 : 0;
}

static inline void room_close(room *r)
{
    t2g_lexicon_free(r->lexicon);
    t2g_weights_free(r->weights);
    t2g_arena_free(&r->arena);
}

static inline void room_load_weights(room *r)
{
    if (r->weights) return;
    t2g_network_wants wants = t2g_tagset_wants();
    assert_int_equal(t2g_weights_load(&r->weights, NULL, &wants, T2G_JUDGE_QUESTIONS, NULL), T2G_OK);
    assert_int_equal(t2g_namer_open(&r->namer, &r->weights->names, true, NULL), T2G_OK);
}

static inline void room_find_phrases(room *r)
{
    assert_int_equal(t2g_phrases_build(&r->phrases, &r->arena, r->lexicon, &r->tokens, NULL), T2G_OK);
}

static inline void room_name(room *r)
{
    room_load_weights(r);
    room_find_phrases(r);
    assert_int_equal(t2g_names_build(&r->names, &r->arena, &r->namer, &r->tokens, &r->sentences, &r->phrases, NULL, NULL), T2G_OK);
    assert_int_equal(t2g_mentions_build(&r->mentions, &r->arena, r->lexicon, &r->text, &r->tokens, &r->sentences, &r->phrases,
                                        &r->names, NULL),
                     T2G_OK);
}

static inline void room_parse(room *r)
{
    room_load_weights(r);
    const t2g_network *network = &r->weights->network;
    assert_int_equal(t2g_tags_build(&r->tags, &r->arena, network, &r->tokens, &r->sentences, NULL), T2G_OK);
    assert_int_equal(t2g_trees_build(&r->trees, &r->arena, network, &r->sentences, &r->tags, NULL), T2G_OK);
}

/* Walk size bytes up to a stage.  Tags and trees are skipped on the way to mentions. */
static inline void room_walk(room *r, const void *bytes, size_t size, t2g_stage stage)
{
    assert_int_equal(t2g_text_build(&r->text, &r->arena, r->lexicon, bytes, size, NULL), T2G_OK);
    if (stage >= T2G_STAGE_TOKEN) assert_int_equal(t2g_tokens_build(&r->tokens, &r->arena, &r->text, NULL), T2G_OK);
    if (stage >= T2G_STAGE_SENTENCE)
        assert_int_equal(t2g_sentences_build(&r->sentences, &r->arena, &r->text, &r->tokens, r->boundary, NULL), T2G_OK);
    if (stage == T2G_STAGE_TAG || stage == T2G_STAGE_TREE || stage >= T2G_STAGE_ENTITY) room_parse(r);
    if (stage >= T2G_STAGE_MENTION) room_name(r);
    if (stage >= T2G_STAGE_ENTITY)
        assert_int_equal(t2g_entities_build(&r->entities, &r->arena, r->lexicon, r->same, &r->text, &r->tokens, &r->sentences,
                                            &r->trees, &r->phrases, &r->mentions, NULL),
                         T2G_OK);
    if (stage >= T2G_STAGE_FACT)
        assert_int_equal(t2g_facts_build(&r->facts, &r->arena, &r->weights->facts, &r->weights->renown, r->lexicon, &r->text,
                                         &r->tokens, &r->sentences, &r->tags, &r->trees, &r->phrases, &r->mentions, &r->entities, NULL),
                         T2G_OK);
}

/* The layers as the rooms of facts take them; nothing is known of who serves which state. */
static inline t2g_layers room_layers(const room *r)
{
    return (t2g_layers){.lexicon = r->lexicon, .text = &r->text, .tokens = &r->tokens, .sentences = &r->sentences, .tags = &r->tags,
                        .trees = &r->trees, .phrases = &r->phrases, .mentions = &r->mentions, .entities = &r->entities};
}

static inline void room_read(room *r, const char *words, t2g_stage stage)
{
    room_walk(r, words, strlen(words), stage);
}

/* The room of a test program, and its fixtures, opened with these lists. */
#define ROOM_FIXTURES(...)                    \
    static room here;                         \
    static int set_up(void **state)           \
    {                                         \
        (void)state;                          \
        return room_open(&here, __VA_ARGS__); \
    }                                         \
    static int tear_down(void **state)        \
    {                                         \
        (void)state;                          \
        room_close(&here);                    \
        return 0;                             \
    }

#endif
