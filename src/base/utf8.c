/* SPDX-License-Identifier: MIT */
#include "base/utf8.h"

#include <utf8proc.h>

static bool is_tail(unsigned char byte)
{
    return (byte & 0xC0) == 0x80;
}

uint32_t t2g_utf8_decode(const unsigned char *bytes, size_t size, uint32_t *code, bool *valid)
{
    unsigned char first = bytes[0];
    *valid = true;
    if (first < 0x80) {
        *code = first;
        return 1;
    }
    *valid = false;
    *code = T2G_REPLACEMENT;
    if (first < 0xC2 || first > 0xF4) return 1;
    uint32_t length = first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4;
    uint32_t value = first & (0xFFu >> (length + 1));
    /* The second byte is bounded further: no overlong forms, no surrogates,
     * nothing over U+10FFFF. */
    unsigned char low = first == 0xE0 ? 0xA0 : first == 0xF0 ? 0x90 : 0x80;
    unsigned char high = first == 0xED ? 0x9F : first == 0xF4 ? 0x8F : 0xBF;
    for (uint32_t i = 1; i < length; i++) {
        if (i >= size || !is_tail(bytes[i])) return i;
        if (i == 1 && (bytes[1] < low || bytes[1] > high)) return 1;
        value = value << 6 | (bytes[i] & 0x3Fu);
    }
    *valid = true;
    *code = value;
    return length;
}

uint32_t t2g_utf8_encode(uint32_t code, char bytes[T2G_UTF8_LONGEST])
{
    if (code < 0x80) {
        bytes[0] = (char)code;
        return 1;
    }
    if (code < 0x800) {
        bytes[0] = (char)(0xC0 | code >> 6);
        bytes[1] = (char)(0x80 | (code & 0x3F));
        return 2;
    }
    if (code < 0x10000) {
        bytes[0] = (char)(0xE0 | code >> 12);
        bytes[1] = (char)(0x80 | (code >> 6 & 0x3F));
        bytes[2] = (char)(0x80 | (code & 0x3F));
        return 3;
    }
    bytes[0] = (char)(0xF0 | code >> 18);
    bytes[1] = (char)(0x80 | (code >> 12 & 0x3F));
    bytes[2] = (char)(0x80 | (code >> 6 & 0x3F));
    bytes[3] = (char)(0x80 | (code & 0x3F));
    return 4;
}

bool t2g_is_letter(uint32_t code)
{
    if (code < 0x80) return t2g_is_alpha(code);
    switch (utf8proc_category((utf8proc_int32_t)code)) {
    case UTF8PROC_CATEGORY_LU: case UTF8PROC_CATEGORY_LL: case UTF8PROC_CATEGORY_LT: case UTF8PROC_CATEGORY_LM:
    case UTF8PROC_CATEGORY_LO: case UTF8PROC_CATEGORY_MN: case UTF8PROC_CATEGORY_MC: case UTF8PROC_CATEGORY_ME:
        return true;
    default: return false;
    }
}

bool t2g_is_number(uint32_t code)
{
    if (code < 0x80) return t2g_is_digit(code);
    utf8proc_category_t category = utf8proc_category((utf8proc_int32_t)code);
    return category == UTF8PROC_CATEGORY_ND || category == UTF8PROC_CATEGORY_NL || category == UTF8PROC_CATEGORY_NO;
}

bool t2g_is_wordlike(uint32_t code)
{
    return code < 0x80 ? t2g_is_alnum(code) : t2g_is_letter(code) || t2g_is_number(code);
}
