/* file.h - a whole file in, and a file that is whole or not there out.
 *
 * What is written to a regular file, or to a name that is free, is written
 * beside it and takes its name only when complete, so that nobody ever sees
 * half of it and a failure leaves what was there before.  Anything else, such as
 * /dev/stdout or a pipe, is written directly.
 *
 * SPDX-License-Identifier: MIT
 */
#ifndef T2G_BASE_FILE_H
#define T2G_BASE_FILE_H

#include <stdio.h>

#include "base/error.h"

/* Read a whole file into memory: *bytes [*size] with a NUL behind it, the
 * caller's to free().  T2G_IO, T2G_NOMEM. */
t2g_result t2g_file_read(const char *path, char **bytes, size_t *size, t2g_error *error);

typedef struct t2g_newfile {
    FILE *stream; /* write here                                                 */
    char *path;   /* the name it is to have, symbolic links followed            */
    char *beside; /* the name it has until it is whole; NULL: written directly  */
} t2g_newfile;

/* Begin a file.  Its mode is the replaced file's, else what the umask says. */
t2g_result t2g_newfile_open(t2g_newfile *file, const char *path, t2g_error *error);

/* Write out what is buffered, close, and give it its name.  When any write
 * failed, now or earlier, nothing is left and the result is T2G_IO. */
t2g_result t2g_newfile_finish(t2g_newfile *file, t2g_error *error);

/* Leave nothing behind.  Does nothing after t2g_newfile_finish. */
void t2g_newfile_abandon(t2g_newfile *file);

#endif
