/* examples.c - checks the invariants on every file that is given.
 *
 * usage: examples FILE ...
 *
 * Each file is walked in a process of its own, so that one broken invariant does not hide the
 * others.  Prints TAP.  Under plain gcc this also replays the fuzzer's corpus.
 *
 * SPDX-License-Identifier: MIT
 */
#include "invariants/walk.h"

#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

enum { LARGEST = 1 << 24 };

static void check_file(const t2g_model *model, const char *path)
{
    FILE *in = fopen(path, "rb");
    unsigned char *bytes = malloc(LARGEST);
    if (!in || !bytes) {
        perror(path);
        exit(1);
    }
    size_t size = fread(bytes, 1, LARGEST, in);
    fclose(in);
    unsigned char *exact = realloc(bytes, size ? size : 1); /* so that one byte too far is seen */
    if (!exact) exit(1);
    check_walk(model, exact, size);
    free(exact);
}

int main(int argc, char **argv)
{
    t2g_model *model;
    t2g_error error = {0};
    int failed = 0;
    if (t2g_model_load(NULL, &model, &error) != T2G_OK) {
        fprintf(stderr, "%s\n", error.message);
        return 1;
    }
    for (int i = 1; i < argc; i++) {
        int status = 0;
        fflush(NULL);
        pid_t child = fork();
        if (child == 0) {
            check_file(model, argv[i]);
            t2g_model_free(model); /* a child's leaks are looked for too */
            exit(0);
        }
        if (child < 0 || waitpid(child, &status, 0) < 0) return 2;
        failed += status != 0;
        printf("%s %d - the walk over %s\n", status ? "not ok" : "ok", i, argv[i]);
    }
    t2g_model_free(model);
    printf("1..%d\n", argc - 1);
    return failed != 0;
}
