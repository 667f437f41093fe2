/* test_crf.c - what holds for src/model/crf.c and src/model/wordbook.c, one behaviour a test.
 *
 * SPDX-License-Identifier: MIT
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "model/crf.h"
#include "model/wordbook.h"

enum { LABELS = 1 + 2 * T2G_PLACES, SECTIONS = 4 };

/* One kind of sections after another, each a multiple of T2G_MODEL_ALIGN long. */
typedef struct tiny {
    t2g_model_header header;
    t2g_section table[SECTIONS];
    uint32_t slots[4][2];
    uint8_t rows[4][2];
    int32_t follow[LABELS][LABELS];
    uint32_t words[4][2];
} tiny;

static const uint64_t feature = (uint64_t)7 << 32 | 1, other = (uint64_t)8 << 32 | 1;

/* An image as a file has it: header, table, arrays; 8-byte aligned. */
static uint64_t bytes[1024];
static size_t size;

static void put(t2g_section *s, const char *name, t2g_section_type type, uint32_t rows, uint32_t cols, const void *array)
{
    *s = (t2g_section){.type = type, .rows = rows, .cols = cols, .offset = size};
    memcpy(s->name, name, strlen(name));
    size_t len = (size_t)rows * cols * t2g_section_element(type);
    memcpy((char *)bytes + size, array, len);
    size += (len + T2G_MODEL_ALIGN - 1) / T2G_MODEL_ALIGN * T2G_MODEL_ALIGN;
}

/* Feature 7 says label UNIT of kind 0 with 5, feature 8 BEGIN of kind 1 with 3. */
static tiny tiny_model(void)
{
    tiny t = {.slots = {{0, 0}, {7, 0u << T2G_CRF_ROW_BITS | 1}, {8, 1u << T2G_CRF_ROW_BITS | 1}, {0, 0}}};
    t.rows[0][0] = t2g_bilou_label(0, T2G_UNIT);
    t.rows[0][1] = T2G_CRF_ZERO + 5;
    t.rows[1][0] = t2g_bilou_label(1, T2G_BEGIN);
    t.rows[1][1] = T2G_CRF_ZERO + 3;
    t.words[1][0] = 9;
    t.words[1][1] = t2g_wordfacts_pack((t2g_wordfacts){{64, 256, 1024}, 12});
    return t;
}

static t2g_result open_tiny(tiny *t, t2g_modelfile *file, t2g_crf *crf, t2g_error *error)
{
    memset(bytes, 0, sizeof bytes);
    size = (sizeof t->header + sizeof t->table + T2G_MODEL_ALIGN - 1) / T2G_MODEL_ALIGN * T2G_MODEL_ALIGN;
    put(&t->table[0], "crf.table", T2G_SECTION_U32, 4, 2, t->slots);
    put(&t->table[1], "crf.rows", T2G_SECTION_U8, 4, 2, t->rows);
    put(&t->table[2], "crf.follow", T2G_SECTION_I32, LABELS, LABELS, t->follow);
    put(&t->table[3], "words.table", T2G_SECTION_U32, 4, 2, t->words);
    t->header = (t2g_model_header){.magic = "t2gmodel", .version = T2G_MODEL_VERSION, .sections = SECTIONS, .size = size};
    memcpy((char *)bytes + sizeof t->header, t->table, sizeof t->table);
    t->header.table = t2g_model_checksum(t->table, sizeof t->table);
    t->header.body = t2g_model_checksum((char *)bytes + sizeof t->header, size - sizeof t->header);
    t->header.self = t2g_model_checksum(&t->header, offsetof(t2g_model_header, self));
    memcpy(bytes, &t->header, sizeof t->header);
    assert_int_equal(t2g_modelfile_open(file, bytes, size, true, error), T2G_OK);
    return t2g_crf_open(crf, file, true, error);
}

static void a_feature_adds_its_row_and_an_unknown_one_nothing(void **state)
{
    (void)state;
    tiny t = tiny_model();
    t2g_modelfile file;
    t2g_crf crf;
    int32_t scores[T2G_CRF_LABELS_MOST] = {0};
    const uint64_t seen[] = {feature, other, feature, (uint64_t)99 << 32 | 2};
    assert_int_equal(open_tiny(&t, &file, &crf, NULL), T2G_OK);
    t2g_crf_score(&crf, seen, 4, scores);
    assert_int_equal(scores[t2g_bilou_label(0, T2G_UNIT)], 10);
    assert_int_equal(scores[t2g_bilou_label(1, T2G_BEGIN)], 3);
    assert_int_equal(scores[T2G_OUTSIDE], 0);
}

static void a_span_is_whole_or_not_there(void **state)
{
    (void)state;
    tiny t = tiny_model();
    t2g_modelfile file;
    t2g_crf crf;
    int32_t scores[2 * T2G_CRF_LABELS_MOST] = {0};
    uint8_t back[2 * T2G_CRF_LABELS_MOST], labels[2];
    assert_int_equal(open_tiny(&t, &file, &crf, NULL), T2G_OK);
    scores[t2g_bilou_label(1, T2G_BEGIN)] = 9; /* alone: nothing ends it */
    t2g_crf_decode(&crf, scores, 1, back, labels);
    assert_int_equal(labels[0], T2G_OUTSIDE);
    t2g_crf_decode(&crf, scores, 2, back, labels);
    assert_int_equal(labels[0], t2g_bilou_label(1, T2G_BEGIN));
    assert_int_equal(labels[1], t2g_bilou_label(1, T2G_LAST));
}

static void what_follows_what_counts(void **state)
{
    (void)state;
    tiny t = tiny_model();
    t2g_modelfile file;
    t2g_crf crf;
    int32_t scores[T2G_CRF_LABELS_MOST] = {0};
    uint8_t back[T2G_CRF_LABELS_MOST], labels[1], unit = t2g_bilou_label(0, T2G_UNIT);
    t.follow[T2G_OUTSIDE][unit] = -4;
    assert_int_equal(open_tiny(&t, &file, &crf, NULL), T2G_OK);
    scores[unit] = 4; /* a tie goes to the lowest label */
    t2g_crf_decode(&crf, scores, 1, back, labels);
    assert_int_equal(labels[0], T2G_OUTSIDE);
    scores[unit] = 5;
    t2g_crf_decode(&crf, scores, 1, back, labels);
    assert_int_equal(labels[0], unit);
}

static void a_row_outside_is_refused(void **state)
{
    (void)state;
    tiny t = tiny_model();
    t2g_modelfile file;
    t2g_crf crf;
    t2g_error error;
    t.slots[1][1] = 3u << T2G_CRF_ROW_BITS | 2;
    assert_int_equal(open_tiny(&t, &file, &crf, &error), T2G_FORMAT);
    assert_non_null(strstr(error.message, "outside"));
}

static void an_unknown_label_is_refused(void **state)
{
    (void)state;
    tiny t = tiny_model();
    t2g_modelfile file;
    t2g_crf crf;
    t2g_error error;
    t.rows[2][0] = LABELS;
    assert_int_equal(open_tiny(&t, &file, &crf, &error), T2G_FORMAT);
    assert_non_null(strstr(error.message, "label"));
}

static void a_table_without_an_empty_slot_is_refused(void **state)
{
    (void)state;
    tiny t = tiny_model();
    t2g_modelfile file;
    t2g_crf crf;
    t2g_error error;
    for (int i = 0; i < 4; i++) t.slots[i][1] = 1;
    assert_int_equal(open_tiny(&t, &file, &crf, &error), T2G_FORMAT);
    assert_non_null(strstr(error.message, "full"));
}

static void words_keep_their_facts(void **state)
{
    (void)state;
    tiny t = tiny_model();
    t2g_modelfile file;
    t2g_crf crf;
    t2g_wordbook book;
    assert_int_equal(open_tiny(&t, &file, &crf, NULL), T2G_OK);
    assert_int_equal(t2g_wordbook_open(&book, &file, true, NULL), T2G_OK);
    t2g_wordfacts facts = t2g_wordbook_find(&book, (uint64_t)9 << 32 | 1);
    assert_int_equal(facts.cluster[0], 64);
    assert_int_equal(facts.cluster[1], 256);
    assert_int_equal(facts.cluster[2], 1024);
    assert_int_equal(facts.habit, 12);
    assert_int_equal(t2g_wordbook_find(&book, (uint64_t)10 << 32 | 1).habit, 0);
}

static void a_full_book_is_refused(void **state)
{
    (void)state;
    tiny t = tiny_model();
    t2g_modelfile file;
    t2g_crf crf;
    t2g_wordbook book;
    for (int i = 0; i < 4; i++) t.words[i][1] = 1;
    assert_int_equal(open_tiny(&t, &file, &crf, NULL), T2G_OK);
    assert_int_equal(t2g_wordbook_open(&book, &file, true, NULL), T2G_FORMAT);
}

static void digits_are_one_to_a_wordbook(void **state)
{
    (void)state;
    assert_true(t2g_wordbook_key(t2g_slice_of("1984")) == t2g_wordbook_key(t2g_slice_of("2026")));
    assert_true(t2g_wordbook_key(t2g_slice_of("year")) != t2g_wordbook_key(t2g_slice_of("years")));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_feature_adds_its_row_and_an_unknown_one_nothing),
        cmocka_unit_test(a_span_is_whole_or_not_there),
        cmocka_unit_test(what_follows_what_counts),
        cmocka_unit_test(a_row_outside_is_refused),
        cmocka_unit_test(an_unknown_label_is_refused),
        cmocka_unit_test(a_table_without_an_empty_slot_is_refused),
        cmocka_unit_test(words_keep_their_facts),
        cmocka_unit_test(a_full_book_is_refused),
        cmocka_unit_test(digits_are_one_to_a_wordbook),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
