/* test_escape.c - strings of the text survive libcgraph, whatever they hold.
 *
 * SPDX-License-Identifier: MIT
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>
#include <cgraph.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "graph/escape.h"

static const char *escaped(t2g_arena *arena, const char *text, t2g_escape_kind kind)
{
    const char *got = t2g_escape(arena, t2g_slice_of(text), kind);
    assert_non_null(got);
    return got;
}

static int begin(void **state)
{
    static t2g_arena arena;
    t2g_arena_init(&arena);
    *state = &arena;
    return 0;
}

static int end(void **state)
{
    t2g_arena_free(*state);
    return 0;
}

static void data_doubles_backslashes_and_nothing_else(void **state)
{
    assert_string_equal(escaped(*state, "C:\\N \"x\" & <b> -> y\\", T2G_ESCAPE_DATA), "C:\\\\N \"x\" & <b> -> y\\\\");
}

static void ids_do_not_begin_with_a_percent_sign(void **state)
{
    assert_string_equal(escaped(*state, "%a%", T2G_ESCAPE_ID), "\xEF\xBC\x85" "a%");
    assert_string_equal(escaped(*state, "%a%", T2G_ESCAPE_DATA), "%a%");
}

static void ids_hold_nothing_that_looks_like_an_entity(void **state)
{
    assert_string_equal(escaped(*state, "AT&T &nbsp;&#160;&;", T2G_ESCAPE_ID),
                        "AT&T \xEF\xBC\x86nbsp;\xEF\xBC\x86#160;\xEF\xBC\x86;");
}

static void labels_escape_ampersands_too(void **state)
{
    assert_string_equal(escaped(*state, "AT&T \\G &lt;", T2G_ESCAPE_LABEL), "AT&amp;T \\\\G &amp;lt;");
}

static void tooltips_have_a_wide_backslash(void **state)
{
    assert_string_equal(escaped(*state, "a\\b & c", T2G_ESCAPE_TOOLTIP), "a\xEF\xBC\xBC" "b &amp; c");
}

static void white_space_becomes_one_space_and_none_at_the_ends(void **state)
{
    assert_string_equal(escaped(*state, " \n Bank\t of\r\n\r\nGhana \f", T2G_ESCAPE_DATA), "Bank of Ghana");
    assert_string_equal(escaped(*state, " \n ", T2G_ESCAPE_DATA), "");
}

static void controls_and_bad_bytes_become_the_replacement_character(void **state)
{
    assert_string_equal(escaped(*state, "a\x01" "b\xFF" "c\xE2\x82", T2G_ESCAPE_DATA),
                        "a\xEF\xBF\xBD" "b\xEF\xBF\xBD" "c\xEF\xBF\xBD");
}

static void squeezing_leaves_what_is_squeezed_where_it_is(void **state)
{
    t2g_slice tidy = t2g_slice_of("Bank of Ghana"), untidy = t2g_slice_of(" Bank\n of  Ghana ");
    assert_ptr_equal(t2g_squeeze(*state, tidy).bytes, tidy.bytes);
    assert_true(t2g_slice_equal(t2g_squeeze(*state, untidy), tidy));
}

/* What a reader of the attribute does: see DESIGN's table, "data". */
static void undouble(char *text)
{
    char *out = text;
    for (; *text; text++) {
        if (*text == '\\' && text[1] == '\\') text++;
        *out++ = *text;
    }
    *out = '\0';
}

static const char *const scraps[] = {
    "\"", "\\", "\\\\", "\\N", "\\G", "\\n", "\\\"", "&", "&amp;", "&lt;", "<b>", "</b>", "<", ">", "->", "--", ";", "{", "}",
    "[", "]", "=", ",", ":", "|", "%", "#", "/*", "//", "\n", "\t", "\r\n", "\x01", "\x1B", " ", "a", "Ada", "1", "-1.5",
    "node", "graph", "strict", "\xD7\xA9\xD7\x9C\xD7\x95\xD7\x9D", "\xE2\x80\xAE", "e\xCC\x81", "\xF0\x9F\x98\x80", "'",
    "label=\"x\"", "\\l", "\\", "\"];\n evil [type=person"};

/* The characters that an id alone writes otherwise. */
static void undo_widening(char *id)
{
    char *out = id;
    for (char *at = id; *at; at++) {
        bool percent = at == id && strncmp(at, "\xEF\xBC\x85", 3) == 0;
        bool ampersand = strncmp(at, "\xEF\xBC\x86", 3) == 0;
        *out++ = percent ? '%' : ampersand ? '&' : *at;
        if (percent || ampersand) at += 2;
    }
    *out = '\0';
}

static uint32_t next_random(uint32_t *seed)
{
    *seed = *seed * 1664525u + 1013904223u;
    return *seed >> 8;
}

static void random_text(uint32_t *seed, char *text, size_t cap)
{
    size_t size = 0;
    for (uint32_t parts = next_random(seed) % 60 + 1; parts > 0; parts--) {
        const char *scrap = scraps[next_random(seed) % (sizeof scraps / sizeof *scraps)];
        if (size + strlen(scrap) + 1 > cap) break;
        memcpy(text + size, scrap, strlen(scrap));
        size += strlen(scrap);
    }
    text[size] = '\0';
}

/* What must come back: white space squeezed, controls replaced. */
static char *normalised(t2g_arena *arena, const char *text)
{
    t2g_slice squeezed = t2g_squeeze(arena, t2g_slice_of(text));
    char *out = t2g_arena_alloc(arena, (size_t)squeezed.size * 3 + 1, 1), *at = out;
    for (uint32_t i = 0; i < squeezed.size; i++) {
        if ((unsigned char)squeezed.bytes[i] < ' ') at += sprintf(at, "\xEF\xBF\xBD");
        else *at++ = squeezed.bytes[i];
    }
    *at = '\0';
    return out;
}

/* Written by libcgraph and read again, many times over: the value and the name are the text. */
static void random_text_survives_writing_and_reading(void **state)
{
    uint32_t seed = 2026;
    for (int round = 0; round < 3000; round++) {
        char text[512];
        t2g_arena_mark mark = t2g_arena_save(*state);
        random_text(&seed, text, sizeof text);
        char *id = (char *)escaped(*state, text, T2G_ESCAPE_ID), *want = normalised(*state, text);
        char *data = (char *)escaped(*state, text, T2G_ESCAPE_DATA);

        Agraph_t *graph = agopen((char *)"g", Agdirected, NULL);
        Agsym_t *symbol = agattr(graph, AGNODE, (char *)"evidence", (char *)"");
        agxset(agnode(graph, id, 1), symbol, data);
        FILE *file = tmpfile();
        assert_non_null(file);
        agwrite(graph, file);
        agclose(graph);
        rewind(file);
        Agraph_t *again = agread(file, NULL);
        assert_non_null(again);
        fclose(file);

        assert_int_equal(agnnodes(again), 1);
        Agnode_t *node = agfstnode(again);
        char *name = t2g_arena_copy(*state, agnameof(node), strlen(agnameof(node)));
        char *value = agget(node, (char *)"evidence");
        value = t2g_arena_copy(*state, value ? value : "", value ? strlen(value) : 0);
        undouble(name);
        undouble(value);
        assert_string_equal(value, want);
        undo_widening(name);
        assert_string_equal(name, want);
        agclose(again);
        t2g_arena_rewind(*state, mark);
    }
}

enum { NODES = 400 };

/* A graph of random nodes; what their names and values must come back as in want. */
static void write_random_graph(t2g_arena *arena, const char *path, char **names, char **values)
{
    uint32_t seed = 7;
    Agraph_t *graph = agopen((char *)"g", Agdirected, NULL);
    Agsym_t *evidence = agattr(graph, AGNODE, (char *)"evidence", (char *)"");
    Agsym_t *label = agattr(graph, AGNODE, (char *)"label", (char *)"\\N");
    Agsym_t *tooltip = agattr(graph, AGNODE, (char *)"tooltip", (char *)"");
    for (int i = 0; i < NODES; i++) {
        char text[512];
        int number = snprintf(text, sizeof text, "%d ", i); /* no two ids alike */
        random_text(&seed, text + number, sizeof text - (size_t)number);
        Agnode_t *node = agnode(graph, (char *)escaped(arena, text, T2G_ESCAPE_ID), 1);
        agxset(node, evidence, (char *)escaped(arena, text + number, T2G_ESCAPE_DATA));
        agxset(node, label, (char *)escaped(arena, text + number, T2G_ESCAPE_LABEL));
        agxset(node, tooltip, (char *)escaped(arena, text + number, T2G_ESCAPE_TOOLTIP));
        names[i] = normalised(arena, text);
        values[i] = normalised(arena, text + number);
    }
    FILE *file = fopen(path, "wb");
    assert_non_null(file);
    agwrite(graph, file);
    fclose(file);
    agclose(graph);
}

static char *field(char **at, char end)
{
    char *begin = *at, *stop = strchr(begin, end);
    assert_non_null(stop);
    *stop = '\0';
    *at = stop + 1;
    undouble(begin);
    return begin;
}

/* Names and values as gvpr sees them behind a filter, in the order of the graph. */
static void assert_comes_back_through(const char *filter, const char *path, char **names, char **values)
{
    static char bytes[NODES * 4096];
    char command[512];
    snprintf(command, sizeof command, "%s %s | gvpr 'N { printf(\"%%s\x1F%%s\x1E\", $.name, $.evidence); }'", filter, path);
    FILE *pipe = popen(command, "r");
    assert_non_null(pipe);
    size_t size = fread(bytes, 1, sizeof bytes - 1, pipe);
    assert_int_equal(pclose(pipe), 0);
    bytes[size] = '\0';
    char *at = bytes;
    for (int i = 0; i < NODES; i++) {
        char *name = field(&at, '\x1F');
        undo_widening(name);
        assert_string_equal(name, names[i]);
        assert_string_equal(field(&at, '\x1E'), values[i]);
    }
}

static void random_text_survives_the_tools_of_graphviz(void **state)
{
    char path[] = "/tmp/test_escape.XXXXXX", *names[NODES], *values[NODES];
    if (system("command -v gvpr nop dot >/dev/null") != 0) skip();
    int fd = mkstemp(path);
    assert_true(fd >= 0);
    write_random_graph(*state, path, names, values);
    assert_comes_back_through("cat", path, names, values);
    assert_comes_back_through("nop", path, names, values);
    assert_comes_back_through("gvpr -c 'N { color = \"red\" }'", path, names, values);
    assert_comes_back_through("dot -Tdot", path, names, values);
    assert_comes_back_through("nop", path, names, values);
    unlink(path);
    close(fd);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(data_doubles_backslashes_and_nothing_else, begin, end),
        cmocka_unit_test_setup_teardown(ids_do_not_begin_with_a_percent_sign, begin, end),
        cmocka_unit_test_setup_teardown(ids_hold_nothing_that_looks_like_an_entity, begin, end),
        cmocka_unit_test_setup_teardown(labels_escape_ampersands_too, begin, end),
        cmocka_unit_test_setup_teardown(tooltips_have_a_wide_backslash, begin, end),
        cmocka_unit_test_setup_teardown(white_space_becomes_one_space_and_none_at_the_ends, begin, end),
        cmocka_unit_test_setup_teardown(controls_and_bad_bytes_become_the_replacement_character, begin, end),
        cmocka_unit_test_setup_teardown(squeezing_leaves_what_is_squeezed_where_it_is, begin, end),
        cmocka_unit_test_setup_teardown(random_text_survives_writing_and_reading, begin, end),
        cmocka_unit_test_setup_teardown(random_text_survives_the_tools_of_graphviz, begin, end),
    };
    return cmocka_run_group_tests_name("escape", tests, NULL, NULL);
}
