/* foreign.h - bytes of a well-known format that is no plain text, told by how they begin.
 *
 * Markup is text, but read as it is its scripts and menus would be news.
 *
 * SPDX-License-Identifier: MIT
 */
#ifndef T2G_INPUT_FOREIGN_H
#define T2G_INPUT_FOREIGN_H

#include "base/error.h"

/* T2G_OK, or T2G_FORMAT with a message that names the format and what makes plain text of it. */
t2g_result t2g_foreign_refuse(const unsigned char *bytes, size_t size, t2g_error *error);

#endif
