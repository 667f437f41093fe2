/* SPDX-License-Identifier: MIT */
#include "output/dot.h"

t2g_result t2g_dot_write(Agraph_t *graph, FILE *out, t2g_error *error)
{
    if (agwrite(graph, out) != 0 || ferror(out)) return t2g_error_set(error, T2G_IO, 0, "cannot write the graph");
    return T2G_OK;
}
