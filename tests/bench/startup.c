/* startup.c - what a program takes from start to finish, over many runs.
 *
 * usage: startup RUNS PROGRAM ARG ...
 *
 * Prints the median wall-clock time in milliseconds, the largest resident size of a run in
 * kilobytes, and the least CPU time of a run in seconds.  The program's standard output is
 * thrown away.
 *
 * SPDX-License-Identifier: MIT
 */
#define _DEFAULT_SOURCE
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

static double now(void)
{
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return (double)t.tv_sec * 1e3 + (double)t.tv_nsec * 1e-6;
}

static struct rusage used_by_children(void)
{
    struct rusage usage;
    getrusage(RUSAGE_CHILDREN, &usage);
    return usage;
}

static double cpu_seconds(void)
{
    struct rusage u = used_by_children();
    return (double)(u.ru_utime.tv_sec + u.ru_stime.tv_sec) + (double)(u.ru_utime.tv_usec + u.ru_stime.tv_usec) * 1e-6;
}

/* Wall-clock milliseconds of one run. */
static double run_once(char **argv)
{
    int status = 0;
    double begin = now();
    pid_t child = fork();
    if (child == 0) {
        dup2(open("/dev/null", O_WRONLY), 1);
        execvp(argv[0], argv);
        _exit(127);
    }
    if (child < 0 || waitpid(child, &status, 0) < 0 || status != 0) {
        fprintf(stderr, "startup: %s failed\n", argv[0]);
        exit(1);
    }
    return now() - begin;
}

static int ascending(const void *a, const void *b)
{
    double x = *(const double *)a, y = *(const double *)b;
    return (x > y) - (x < y);
}

int main(int argc, char **argv)
{
    int runs = argc > 2 ? atoi(argv[1]) : 0;
    if (runs < 1) return 2;
    double *times = calloc((size_t)runs, sizeof *times);
    if (!times) return 1;
    double least = 1e9;
    for (int i = 0; i < runs; i++) {
        double before = cpu_seconds();
        times[i] = run_once(argv + 2);
        double cpu = cpu_seconds() - before;
        if (cpu < least) least = cpu;
    }
    qsort(times, (size_t)runs, sizeof *times, ascending);
    printf("%.1f %ld %.4f\n", times[runs / 2], used_by_children().ru_maxrss, least);
    free(times);
    return 0;
}
