/* SPDX-License-Identifier: MIT */
#include "output/dot.h"

#include <errno.h>
#include <string.h>

t2g_result t2g_dot_write(Agraph_t *graph, FILE *out, t2g_error *error)
{
    if (agwrite(graph, out) == 0 && fflush(out) == 0 && !ferror(out)) return T2G_OK;
    return t2g_error_set(error, T2G_IO, 0, "cannot be written: %s", strerror(errno));
}
