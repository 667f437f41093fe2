/* SPDX-License-Identifier: MIT */
#include "metamorphic/change.h"

#include <cgraph.h>
#include <stdlib.h>
#include <string.h>

#include "base/utf8.h"

/* Text that grows. */
typedef struct draft {
    char *bytes;
    size_t size, cap;
} draft;

static void put(draft *d, const char *bytes, size_t size)
{
    if (d->size + size + 1 > d->cap) {
        d->cap = 2 * (d->size + size + 1);
        char *grown = need(d->cap);
        if (d->size) memcpy(grown, d->bytes, d->size);
        free(d->bytes);
        d->bytes = grown;
    }
    memcpy(d->bytes + d->size, bytes, size);
    d->size += size;
    d->bytes[d->size] = '\0';
}

static bool is_letter(char c)
{
    return t2g_is_alnum((unsigned char)c) || (unsigned char)c >= 0x80;
}

static const renaming *renaming_at(const char *at, const renaming *names, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        size_t size = strlen(names[i].from);
        if (strncmp(at, names[i].from, size) == 0 && !is_letter(at[size])) return &names[i];
    }
    return NULL;
}

char *change_names(const char *text, const renaming *names, size_t count)
{
    draft d = {0};
    put(&d, "", 0);
    for (const char *at = text; *at;) {
        const renaming *name = at == text || !is_letter(at[-1]) ? renaming_at(at, names, count) : NULL;
        if (name) put(&d, name->to, strlen(name->to));
        else put(&d, at, 1);
        at += name ? strlen(name->from) : 1;
    }
    return d.bytes;
}

char *change_to_crlf(const char *text)
{
    draft d = {0};
    put(&d, "", 0);
    for (const char *at = text; *at; at++) {
        if (*at == '\n') put(&d, "\r", 1);
        put(&d, at, 1);
    }
    return d.bytes;
}

static bool has_two_feeds(const char *blanks, size_t size)
{
    const char *first = memchr(blanks, '\n', size);
    return first && memchr(first + 1, '\n', size - (size_t)(first + 1 - blanks));
}

/* Lines of a paragraph are joined first: where they ended is no matter. */
char *change_to_lines(const char *text, size_t width)
{
    draft d = {0};
    size_t line = 0;
    put(&d, "", 0);
    for (const char *at = text; *at;) {
        size_t blanks = strspn(at, " \n"), size = strcspn(at + blanks, " \n");
        bool paragraph = has_two_feeds(at, blanks);
        bool turn = paragraph || (line && line + size >= width);
        if (paragraph || d.size == 0 || at[blanks] == '\0') put(&d, at, blanks);
        else put(&d, turn ? "\n" : " ", 1);
        line = turn ? size : line + (line > 0) + size;
        put(&d, at + blanks, size);
        at += blanks + size;
    }
    return d.bytes;
}

static char *dump_of(const t2g_model *model, const char *text, t2g_stage stage)
{
    t2g_document *document;
    char *dump = NULL;
    size_t size;
    FILE *out = open_memstream(&dump, &size);
    if (!out || t2g_document_read(model, "text", 0, text, strlen(text), &document, NULL) != T2G_OK) exit(2);
    t2g_document_dump(document, stage, out, NULL);
    fclose(out);
    t2g_document_free(document);
    return dump;
}

char *change_to_short_paragraphs(const t2g_model *model, const char *given)
{
    char *unwrapped = change_to_lines(given, SIZE_MAX), *text = unwrapped;
    char *sentences = dump_of(model, text, T2G_STAGE_SENTENCE);
    size_t end = 0;
    draft d = {0};
    put(&d, "", 0);
    for (char *line = sentences; *line; line = strchr(line, '\n') + 1) {
        char *dash;
        size_t begin = strtoull(line, &dash, 10);
        put(&d, text + end, begin - end);
        if (begin > 0 && text[begin - 1] != '\n') put(&d, "\n\n", 2);
        end = strtoull(dash + 1, NULL, 10);
        put(&d, text + begin, end - begin);
    }
    put(&d, text + end, strlen(text + end));
    free(sentences);
    free(unwrapped);
    return d.bytes;
}

char *change_by_joining(const char *before, const char *after)
{
    draft d = {0};
    put(&d, before, strlen(before));
    put(&d, "\n\n", 2);
    put(&d, after, strlen(after));
    return d.bytes;
}

/* The last of several words, if it is plain: no hyphen, no accent. */
static const char *last_name(const char *name)
{
    const char *last = strrchr(name, ' ');
    if (!last++ || !t2g_is_upper((unsigned char)*last) || strlen(last) < 3) return NULL;
    for (const char *at = last; *at; at++)
        if (!t2g_is_alpha((unsigned char)*at)) return NULL;
    return last;
}

static bool is_taken(const char *name, const renaming *names, size_t len)
{
    for (size_t i = 0; i < len; i++)
        if (strcmp(names[i].from, name) == 0) return true;
    return false;
}

/* Lines of the dump begin with the type; indented ones are mentions. */
static bool is_borne_by_others(const char *entities, const char *name)
{
    bool person = false, found = false;
    for (const char *line = entities; *line && !found; line = strchr(line, '\n') + 1) {
        size_t size = strcspn(line, "\n");
        if (*line != ' ') person = strncmp(line, "person ", 7) == 0;
        for (const char *at = line; !person && at + strlen(name) <= line + size && !found; at++)
            found = strncmp(at, name, strlen(name)) == 0;
    }
    return found;
}

size_t change_last_names(const t2g_model *model, const char *text, renaming *names, size_t cap)
{
    static const char *const fresh[] = {"Hartwell", "Lindgren", "Moreno", "Castell", "Brunner", "Okafor", "Petrov", "Sandoval",
                                        "Whitcombe", "Novak", "Tanaka", "Fairbanks", "Delgado", "Ashworth", "Kowalski", "Rinaldi"};
    char *entities = dump_of(model, text, T2G_STAGE_ENTITY);
    size_t len = 0, next = 0;
    for (char *line = entities; *line && len < cap; line = strchr(line, '\n') + 1) {
        if (strncmp(line, "person ", 7) != 0) continue;
        size_t size = strcspn(line, "\n") - 7;
        char *name = need(size + 1);
        memcpy(name, line + 7, size);
        name[size] = '\0';
        const char *last = last_name(name);
        while (next < sizeof fresh / sizeof *fresh && strstr(text, fresh[next])) next++;
        if (last && next < sizeof fresh / sizeof *fresh && !is_taken(last, names, len) && !is_borne_by_others(entities, last))
            names[len++] = (renaming){strcpy(need(strlen(last) + 1), last), fresh[next++]};
        free(name);
    }
    free(entities);
    return len;
}
