/* dot.h - a finished graph in, DOT on a stream.
 *
 * libcgraph's own writer; it breaks long strings near column 128 with a
 * backslash and a line feed, which its reader takes out again.
 *
 * SPDX-License-Identifier: MIT
 */
#ifndef T2G_OUTPUT_DOT_H
#define T2G_OUTPUT_DOT_H

#include <cgraph.h>
#include <stdio.h>

#include "base/error.h"

/* Write and flush.  T2G_IO when the stream takes not all of it. */
t2g_result t2g_dot_write(Agraph_t *graph, FILE *out, t2g_error *error);

#endif
