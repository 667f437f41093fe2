/* SPDX-License-Identifier: MIT */
#include "input/foreign.h"

#include <string.h>

#include "base/utf8.h"

static const struct {
    const char *begin, *what, *how;
} formats[] = {
    {"%PDF-", "a PDF document", "pdftotext"},
    {"{\\rtf", "an RTF document", "unrtf --text or pandoc -t plain"},
    {"<!doctype html", "an HTML page", "pandoc -t plain or lynx -dump"},
    {"<html", "an HTML page", "pandoc -t plain or lynx -dump"},
    {"<?xml", "an XML document", "pandoc -t plain or xmllint --xpath"},
    {"PK\003\004", "a ZIP archive, as office documents are", "pandoc -t plain"},
    {"\xD0\xCF\x11\xE0", "a document of an old office program", "antiword or catdoc"},
    {"\x1F\x8B", "gzip data", "gzip -dc"},
};

/* Does it begin so, in small letters or capitals? */
static bool begins_with(const unsigned char *bytes, size_t size, const char *begin)
{
    size_t i = 0;
    for (; begin[i] && i < size; i++) {
        unsigned char c = bytes[i], small = t2g_is_upper(c) ? (unsigned char)(c | 32) : c;
        if (c != (unsigned char)begin[i] && small != (unsigned char)begin[i]) return false;
    }
    return !begin[i];
}

t2g_result t2g_foreign_refuse(const unsigned char *bytes, size_t size, t2g_error *error)
{
    static const unsigned char mark[] = {0xEF, 0xBB, 0xBF};
    size_t at = size >= 3 && memcmp(bytes, mark, 3) == 0 ? 3 : 0;
    while (at < size && (bytes[at] == ' ' || (bytes[at] >= '\t' && bytes[at] <= '\r'))) at++;
    for (size_t i = 0; i < sizeof formats / sizeof *formats; i++)
        if (begins_with(bytes + at, size - at, formats[i].begin))
            return t2g_error_set(error, T2G_FORMAT, 0, "is %s, wanted plain text (%s makes it)", formats[i].what,
                                 formats[i].how);
    return T2G_OK;
}
