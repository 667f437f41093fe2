/* utf8.h - one character at a time; ASCII classes without locale.
 *
 * SPDX-License-Identifier: MIT
 */
#ifndef T2G_BASE_UTF8_H
#define T2G_BASE_UTF8_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum { T2G_REPLACEMENT = 0xFFFD, T2G_UTF8_LONGEST = 4 };

/* Decode the character at bytes (size >= 1): its length in bytes, and its code
 * point in *code.  What is no valid UTF-8 (Unicode 15, table 3-7) gives
 * T2G_REPLACEMENT and the length of the longest invalid beginning, at least 1;
 * *valid tells which. */
uint32_t t2g_utf8_decode(const unsigned char *bytes, size_t size, uint32_t *code, bool *valid);

/* Write a code point; returns 1 to T2G_UTF8_LONGEST bytes. */
uint32_t t2g_utf8_encode(uint32_t code, char bytes[T2G_UTF8_LONGEST]);

/* Letters and marks; digits and numerals; either: by the general category of Unicode. */
bool t2g_is_letter(uint32_t code);
bool t2g_is_number(uint32_t code);
bool t2g_is_wordlike(uint32_t code);

static inline bool t2g_is_digit(uint32_t c) { return c - '0' < 10; }
static inline bool t2g_is_upper(uint32_t c) { return c - 'A' < 26; }
static inline bool t2g_is_lower(uint32_t c) { return c - 'a' < 26; }
static inline bool t2g_is_alpha(uint32_t c) { return (c | 32) - 'a' < 26; }
static inline bool t2g_is_alnum(uint32_t c) { return t2g_is_alpha(c) || t2g_is_digit(c); }

#endif
