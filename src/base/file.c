/* The calls beneath are POSIX: realpath, open and fdopen.
 *
 * SPDX-License-Identifier: MIT
 */
#define _XOPEN_SOURCE 700 /* realpath */
#include "base/file.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum { FIRST_CAP = 1 << 16, NAMES_TRIED = 100 };

/* All of a stream; *bytes is to be freed in any case. */
static t2g_result read_stream(FILE *in, char **bytes, size_t *size, t2g_error *error)
{
    size_t cap = 0;
    for (;;) {
        if (*size + 1 >= cap) {
            cap = cap ? cap * 2 : FIRST_CAP;
            char *grown = realloc(*bytes, cap);
            if (!grown) return t2g_error_nomem(error);
            *bytes = grown;
        }
        size_t got = fread(*bytes + *size, 1, cap - 1 - *size, in);
        *size += got;
        (*bytes)[*size] = '\0';
        if (ferror(in)) return t2g_error_set(error, T2G_IO, *size, "cannot be read: %s", strerror(errno));
        if (got == 0) return T2G_OK;
    }
}

t2g_result t2g_file_read(const char *path, char **bytes, size_t *size, t2g_error *error)
{
    *bytes = NULL;
    *size = 0;
    FILE *in = fopen(path, "rb");
    if (!in) return t2g_error_set(error, T2G_IO, 0, "cannot be opened: %s", strerror(errno));
    t2g_result result = read_stream(in, bytes, size, error);
    fclose(in);
    if (result != T2G_OK) {
        free(*bytes);
        *bytes = NULL;
        *size = 0;
    }
    return result;
}

/* A new file next to path, under a name nobody has: "PATH.PID-N". */
static int create_beside(t2g_newfile *file, mode_t mode)
{
    size_t size = strlen(file->path) + 40;
    file->beside = malloc(size);
    if (!file->beside) return -1;
    for (int n = 0; n < NAMES_TRIED; n++) {
        snprintf(file->beside, size, "%s.%ld-%d", file->path, (long)getpid(), n);
        int fd = open(file->beside, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, mode);
        if (fd >= 0 || errno != EEXIST) return fd;
    }
    return -1;
}

/* Beside a regular file, which keeps its mode. */
static int create_for(t2g_newfile *file, const char *path, mode_t mode)
{
    /* The link stays, what it leads to is replaced; a file that may not be
     * written is not replaced either. */
    file->path = realpath(path, NULL);
    if (!file->path || access(file->path, W_OK) != 0) return -1;
    int fd = create_beside(file, 0600);
    if (fd >= 0 && fchmod(fd, mode & 0777) != 0) {
        close(fd);
        remove(file->beside);
        return -1;
    }
    return fd;
}

static int open_stream(t2g_newfile *file, const char *path)
{
    struct stat old;
    /* Asked of the path as it is: /dev/stdout leads to a pipe that has no name. */
    if (stat(path, &old) == 0) {
        if (S_ISREG(old.st_mode)) return create_for(file, path, old.st_mode);
        return open(path, O_WRONLY | O_CLOEXEC);
    }
    if (errno != ENOENT) return -1;
    /* A link that leads nowhere: make what it wants. */
    if (lstat(path, &old) == 0) return open(path, O_WRONLY | O_CREAT | O_CLOEXEC, 0666);
    file->path = strdup(path);
    return file->path ? create_beside(file, 0666) : -1;
}

t2g_result t2g_newfile_open(t2g_newfile *file, const char *path, t2g_error *error)
{
    *file = (t2g_newfile){0};
    int fd = open_stream(file, path);
    if (fd >= 0) file->stream = fdopen(fd, "wb");
    if (file->stream) return T2G_OK;
    t2g_result result = t2g_error_set(error, T2G_IO, 0, "cannot be written: %s", strerror(errno));
    if (fd >= 0) {
        close(fd);
    } else {
        free(file->beside);
        file->beside = NULL; /* not ours: nothing to remove */
    }
    t2g_newfile_abandon(file);
    return result;
}

t2g_result t2g_newfile_finish(t2g_newfile *file, t2g_error *error)
{
    errno = 0;
    int failed = fflush(file->stream) != 0 || ferror(file->stream);
    int why = errno;
    failed = fclose(file->stream) != 0 || failed;
    file->stream = NULL;
    if (!why) why = errno;
    if (!failed && file->beside && rename(file->beside, file->path) != 0) {
        failed = 1;
        why = errno;
    }
    t2g_result result = T2G_OK;
    if (failed) {
        result = t2g_error_set(error, T2G_IO, 0, "cannot be written: %s", why ? strerror(why) : "an earlier write failed");
    } else {
        free(file->beside); /* the name is gone: nothing to remove */
        file->beside = NULL;
    }
    t2g_newfile_abandon(file);
    return result;
}

void t2g_newfile_abandon(t2g_newfile *file)
{
    if (file->stream) fclose(file->stream);
    if (file->beside) remove(file->beside);
    free(file->beside);
    free(file->path);
    *file = (t2g_newfile){0};
}
