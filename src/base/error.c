/* SPDX-License-Identifier: MIT */
#include "base/error.h"

#include <stdarg.h>
#include <stdio.h>

t2g_result t2g_error_set(t2g_error *error, t2g_result code, size_t where, const char *format, ...)
{
    if (error) {
        va_list args;
        error->code = code;
        error->where = where;
        va_start(args, format);
        vsnprintf(error->message, sizeof error->message, format, args);
        va_end(args);
    }
    return code;
}

t2g_result t2g_error_nomem(t2g_error *error)
{
    return t2g_error_set(error, T2G_NOMEM, 0, "out of memory");
}
