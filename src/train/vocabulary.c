/* vocabulary.c - words in, the frequent ones out: those that get a vector of their own.
 *
 * usage: text2gv-vocabulary LEN [WEIGHT] FILE [[WEIGHT] FILE ...]
 *
 * A file holds a word a line (text2gv-words) or CoNLL-U; each occurrence counts
 * WEIGHT times.  Spellings that differ in case, digits or curly apostrophes
 * alone are one word.  Prints `form count`, most frequent first.
 *
 * SPDX-License-Identifier: MIT
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/utf8.h"
#include "model/feature.h"
#include "train/tensor.h"

enum { SLOTS = 1 << 22 }; /* distinct spellings: raw text of 20 million words has 300 thousand */

typedef struct entry {
    char *form; /* as first seen; NULL: free */
    uint32_t key;
    uint64_t count;
} entry;

static void count_word(entry *table, const char *form, size_t size, uint64_t weight)
{
    uint32_t key = t2g_feature_word((t2g_slice){form, (uint32_t)size}), at = key % SLOTS;
    while (table[at].form && table[at].key != key) at = (at + 1) % SLOTS;
    if (!table[at].form) {
        table[at] = (entry){.form = strndup(form, size), .key = key};
        if (!table[at].form) exit(1);
    }
    table[at].count += weight;
}

/* The word of a line: the second column of CoNLL-U, else the first. */
static void count_line(entry *table, const char *line, size_t size, uint64_t weight)
{
    const char *tab = memchr(line, '\t', size);
    size_t first = tab ? (size_t)(tab - line) : size;
    if (size == 0 || line[0] == '#' || strchr(line, ' ')) return;
    if (!tab || !t2g_is_digit((unsigned char)line[0]) || !memchr(tab + 1, '\t', size - first - 1)) {
        count_word(table, line, first, weight);
        return;
    }
    if (memchr(line, '-', first) || memchr(line, '.', first)) return;
    const char *form = tab + 1, *end = memchr(form, '\t', size - first - 1);
    count_word(table, form, (size_t)(end - form), weight);
}

static int count_file(entry *table, const char *path, uint64_t weight)
{
    FILE *in = fopen(path, "r");
    char *line = NULL;
    size_t cap = 0;
    ssize_t size;
    if (!in) {
        perror(path);
        return 1;
    }
    while ((size = getline(&line, &cap, in)) > 0) {
        if (line[size - 1] == '\n') line[--size] = '\0';
        count_line(table, line, (size_t)size, weight);
    }
    free(line);
    fclose(in);
    return 0;
}

static int by_count(const void *a, const void *b)
{
    const entry *x = a, *y = b;
    if (x->count != y->count) return x->count < y->count ? 1 : -1;
    return (x->key > y->key) - (x->key < y->key);
}

int main(int argc, char **argv)
{
    if (argc < 3) {
        fprintf(stderr, "usage: text2gv-vocabulary LEN [WEIGHT] FILE [[WEIGHT] FILE ...]\n");
        return 2;
    }
    entry *table = t2g_floats(SLOTS, sizeof *table);
    uint64_t weight = 1;
    for (int i = 2; i < argc; i++) {
        char *end;
        unsigned long number = strtoul(argv[i], &end, 10);
        if (*end == '\0') weight = number;
        else if (count_file(table, argv[i], weight)) return 1;
    }
    qsort(table, SLOTS, sizeof *table, by_count);
    long len = strtol(argv[1], NULL, 10);
    for (long i = 0; i < len && i < SLOTS && table[i].form; i++)
        printf("%s %llu\n", table[i].form, (unsigned long long)table[i].count);
    return fflush(stdout) != 0;
}
