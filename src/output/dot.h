/* dot.h - a finished graph in, DOT on a stream.
 *
 * SPDX-License-Identifier: MIT
 */
#ifndef T2G_OUTPUT_DOT_H
#define T2G_OUTPUT_DOT_H

#include <cgraph.h>
#include <stdio.h>

#include "base/error.h"

t2g_result t2g_dot_write(Agraph_t *graph, FILE *out, t2g_error *error);

#endif
