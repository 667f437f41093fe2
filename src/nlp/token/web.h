/* web.h - addresses of the web and of e-mail, found where they begin.
 *
 * SPDX-License-Identifier: MIT
 */
#ifndef T2G_NLP_WEB_H
#define T2G_NLP_WEB_H

#include "base/slice.h"

/* How many bytes at the beginning of a slice without white space are an address
 * (https://example.org/a, www.example.org, example.co.uk/a, jane@example.org,
 * report.pdf), without the punctuation that closes it; 0 when none begins here.
 * *tried says how far was looked.  O(tried). */
uint32_t t2g_web_find(t2g_slice bytes, uint32_t *tried);

#endif
