/* error.h - how anything here fails: a result code and one message.
 *
 * News text never fails; files, memory and wrong data do.  Functions return a
 * t2g_result, T2G_OK or a negative code, and describe the failure in the
 * caller's t2g_error, which may be NULL.  Whoever found the fault writes the
 * message; everyone above passes the code up untouched.
 *
 * This file is pasted into the installed text2gv.h (see "install" in the
 * Makefile), so it includes nothing of ours.
 *
 * SPDX-License-Identifier: MIT
 */
#ifndef T2G_BASE_ERROR_H
#define T2G_BASE_ERROR_H

#include <stddef.h>

typedef enum t2g_result {
    T2G_OK = 0,
    T2G_NOMEM = -1,  /* no memory                                          */
    T2G_IO = -2,     /* a file cannot be opened, read or written           */
    T2G_FORMAT = -3, /* the data is not of the kind that was wanted        */
    T2G_RANGE = -4   /* larger than this program can hold                  */
} t2g_result;

typedef struct t2g_error {
    t2g_result code;
    size_t where;      /* byte offset or line of the fault, 0 when unknown */
    char message[256]; /* one line, no capital, no full stop; "" when OK   */
} t2g_error;

#endif

#ifndef T2G_BASE_ERROR_SET
#define T2G_BASE_ERROR_SET

/* Fill *error (NULL is allowed) from a printf format; returns code, so that
 * a failure is one line: return t2g_error_set(error, T2G_IO, 0, "..."). */
#if defined __GNUC__
__attribute__((format(printf, 4, 5)))
#endif
t2g_result t2g_error_set(t2g_error *error, t2g_result code, size_t where, const char *format, ...);

/* The same for T2G_NOMEM, whose message is always the same. */
t2g_result t2g_error_nomem(t2g_error *error);

#endif
