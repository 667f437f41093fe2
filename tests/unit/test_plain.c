/* test_plain.c - files of any length come in pieces, and what is no text does not come in.
 *
 * SPDX-License-Identifier: MIT
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "input/plain.h"

static FILE *file_of(const void *bytes, size_t size)
{
    FILE *file = tmpfile();
    assert_non_null(file);
    assert_int_equal(fwrite(bytes, 1, size, file), size);
    rewind(file);
    return file;
}

/* What the first call says of some bytes. */
static t2g_result verdict(const void *bytes, size_t size, t2g_error *error)
{
    FILE *file = file_of(bytes, size);
    t2g_plain *plain;
    t2g_piece piece;
    bool more;
    assert_int_equal(t2g_plain_init(&plain, file, error), T2G_OK);
    t2g_result result = t2g_plain_next(plain, &piece, &more, error);
    if (result != T2G_OK) assert_null(piece.bytes);
    free(piece.bytes);
    t2g_plain_free(plain);
    fclose(file);
    return result;
}

/* Read all pieces, check that they are the source in order; how many there were. */
static int pieces_of(const unsigned char *bytes, size_t size, size_t mark)
{
    FILE *file = file_of(bytes, size);
    t2g_plain *plain;
    t2g_piece piece;
    bool more = true;
    int count = 0;
    uint64_t at = 0;
    assert_int_equal(t2g_plain_init(&plain, file, NULL), T2G_OK);
    for (;;) {
        assert_int_equal(t2g_plain_next(plain, &piece, &more, NULL), T2G_OK);
        if (!more) break;
        size_t repeated = count ? mark : 0;
        assert_in_range(piece.size, 1, T2G_PIECE_SIZE);
        assert_int_equal(piece.offset + repeated, at);
        assert_memory_equal(piece.bytes, bytes, repeated);
        assert_memory_equal(piece.bytes + repeated, bytes + at, piece.size - repeated);
        at = piece.offset + piece.size;
        count++;
        free(piece.bytes);
    }
    assert_int_equal(at, size);
    assert_null(piece.bytes);
    t2g_plain_free(plain);
    fclose(file);
    return count;
}

static unsigned char *repeated(const char *words, size_t size)
{
    unsigned char *bytes = malloc(size);
    size_t length = strlen(words);
    assert_non_null(bytes);
    for (size_t i = 0; i < size; i++) bytes[i] = (unsigned char)words[i % length];
    return bytes;
}

static void an_empty_file_has_no_piece(void **state)
{
    (void)state;
    assert_int_equal(pieces_of((const unsigned char *)"", 0, 0), 0);
}

static void a_short_file_is_one_piece(void **state)
{
    (void)state;
    assert_int_equal(pieces_of((const unsigned char *)"Ada.", 4, 0), 1);
}

static void a_file_of_just_a_piece_is_read_to_its_end(void **state)
{
    (void)state;
    for (size_t size = T2G_PIECE_SIZE - 1; size <= T2G_PIECE_SIZE + 1; size++) {
        unsigned char *bytes = repeated("Ada met Otto.\n\n", size);
        assert_in_range(pieces_of(bytes, size, 0), 1, 2);
        free(bytes);
    }
}

/* The first piece of a text longer than that ends behind these bytes. */
static void assert_first_ends(const char *words, const char *ending)
{
    size_t size = T2G_PIECE_SIZE + 1000, length = strlen(ending);
    unsigned char *bytes = repeated(words, size);
    FILE *file = file_of(bytes, size);
    t2g_plain *plain;
    t2g_piece piece;
    bool more;
    assert_int_equal(t2g_plain_init(&plain, file, NULL), T2G_OK);
    assert_int_equal(t2g_plain_next(plain, &piece, &more, NULL), T2G_OK);
    assert_memory_equal(piece.bytes + piece.size - length, ending, length);
    free(piece.bytes);
    t2g_plain_free(plain);
    fclose(file);
    assert_in_range(pieces_of(bytes, size, 0), 2, 3);
    free(bytes);
}

static void pieces_end_at_the_best_place(void **state)
{
    (void)state;
    assert_first_ends("Ada met Otto.\nHe left.\n\nShe stayed.\n", "\n\n");
    assert_first_ends("Ada met Otto.\r\nHe left.\r\n\r\nShe stayed.\r\n", "\n\r\n");
    assert_first_ends("Ada met Otto.\nHe left.\n", ".\n");
    assert_first_ends("Ada met Otto and ", " ");
    assert_first_ends("x", "x");
}

static void characters_are_not_cut(void **state)
{
    (void)state;
    assert_first_ends("\xF0\x9F\x98\x80", "\x80");
    assert_first_ends("xx\xF0\x9F\x98\x80", "\x80xx"); /* a piece's size would cut the sign in two */
}

static void every_piece_of_utf16_bears_the_mark(void **state)
{
    (void)state;
    size_t size = 2 * T2G_PIECE_SIZE + 2;
    unsigned char *bytes = repeated("A", size);
    static const char unit[] = {'A', 0, 'd', 0, 'a', 0, ' ', 0, '\n', 0};
    for (size_t i = 2; i < size; i++) bytes[i] = (unsigned char)unit[(i - 2) % sizeof unit];
    bytes[0] = 0xFF, bytes[1] = 0xFE;
    assert_in_range(pieces_of(bytes, size, 2), 3, 4);
    for (size_t i = 2; i + 1 < size; i += 2) {
        unsigned char low = bytes[i];
        bytes[i] = bytes[i + 1];
        bytes[i + 1] = low;
    }
    bytes[0] = 0xFE, bytes[1] = 0xFF;
    assert_in_range(pieces_of(bytes, size, 2), 3, 4);
    free(bytes);
}

static void a_nul_is_refused_and_named(void **state)
{
    (void)state;
    t2g_error error = {0};
    assert_int_equal(verdict("Ada\0", 4, &error), T2G_FORMAT);
    assert_int_equal(error.where, 3);
    assert_non_null(strstr(error.message, "NUL"));
}

static void a_nul_behind_64_kb_is_the_text_rooms_affair(void **state)
{
    (void)state;
    unsigned char *bytes = repeated("Ada met Otto.\n", 70000);
    bytes[69000] = 0;
    assert_int_equal(verdict(bytes, 70000, NULL), T2G_OK);
    bytes[65535] = 0;
    assert_int_equal(verdict(bytes, 70000, NULL), T2G_FORMAT);
    free(bytes);
}

static void more_than_a_tenth_of_noise_is_refused(void **state)
{
    (void)state;
    t2g_error error = {0};
    assert_int_equal(verdict("nine byte\xFF", 10, &error), T2G_OK);
    assert_int_equal(verdict("8 bytes.\xFF", 9, &error), T2G_FORMAT);
    assert_int_equal(verdict("8 bytes.\x1B", 9, &error), T2G_FORMAT);
    assert_int_equal(verdict("tabs\t\t\t\r\n\f", 10, &error), T2G_OK);
}

static void utf32_and_pictures_are_refused(void **state)
{
    (void)state;
    assert_int_equal(verdict("\xFF\xFE\0\0A\0\0\0", 8, NULL), T2G_FORMAT);
    assert_int_equal(verdict("\x89PNG\r\n\x1A\n\0\0\0\rIHDR", 16, NULL), T2G_FORMAT);
}

static void bytes_that_look_like_a_mark_never_begin_a_piece(void **state)
{
    (void)state;
    assert_first_ends("Ada met Otto and then\n\xFF\xFE", " "); /* not behind the line feed */
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(an_empty_file_has_no_piece),
        cmocka_unit_test(a_short_file_is_one_piece),
        cmocka_unit_test(a_file_of_just_a_piece_is_read_to_its_end),
        cmocka_unit_test(pieces_end_at_the_best_place),
        cmocka_unit_test(characters_are_not_cut),
        cmocka_unit_test(every_piece_of_utf16_bears_the_mark),
        cmocka_unit_test(a_nul_is_refused_and_named),
        cmocka_unit_test(a_nul_behind_64_kb_is_the_text_rooms_affair),
        cmocka_unit_test(more_than_a_tenth_of_noise_is_refused),
        cmocka_unit_test(utf32_and_pictures_are_refused),
        cmocka_unit_test(bytes_that_look_like_a_mark_never_begin_a_piece),
    };
    return cmocka_run_group_tests_name("plain", tests, NULL, NULL);
}
