/* SPDX-License-Identifier: MIT */
#include "graph/escape.h"

#include "base/utf8.h"

/* The longest a byte can become: "&amp;". */
enum { LONGEST = 5 };

static bool is_space(unsigned char byte)
{
    return byte == ' ' || (byte >= '\t' && byte <= '\r');
}

/* What stands for an ASCII character or a bad byte, or NULL where it stands for itself. */
static const char *escaped(uint32_t code, bool valid, t2g_escape_kind kind)
{
    if (!valid || code < ' ') return "\xEF\xBF\xBD"; /* U+FFFD */
    if (code == '\\') return kind == T2G_ESCAPE_TOOLTIP ? "\xEF\xBC\xBC" /* U+FF3C */ : "\\\\";
    if (code == '&' && (kind == T2G_ESCAPE_LABEL || kind == T2G_ESCAPE_TOOLTIP)) return "&amp;";
    return NULL;
}

static size_t put(char *out, const char *bytes, size_t size)
{
    memcpy(out, bytes, size);
    return size;
}

char *t2g_escape(t2g_arena *arena, t2g_slice text, t2g_escape_kind kind)
{
    const unsigned char *bytes = (const unsigned char *)text.bytes;
    char *out = t2g_arena_alloc(arena, (size_t)text.size + 1, LONGEST);
    size_t size = 0;
    if (!out) return NULL;
    for (uint32_t i = 0, length; i < text.size; i += length) {
        uint32_t code;
        bool valid;
        length = 1;
        if (is_space(bytes[i])) {
            if (size && out[size - 1] != ' ') out[size++] = ' ';
            continue;
        }
        length = t2g_utf8_decode(bytes + i, text.size - i, &code, &valid);
        const char *instead = escaped(code, valid, kind);
        if (size == 0 && code == '%' && kind == T2G_ESCAPE_ID) instead = "\xEF\xBC\x85"; /* U+FF05 */
        size += instead ? put(out + size, instead, strlen(instead)) : put(out + size, text.bytes + i, length);
    }
    if (size && out[size - 1] == ' ') size--;
    out[size] = '\0';
    return out;
}

static bool is_squeezed(t2g_slice text)
{
    for (uint32_t i = 0; i < text.size; i++) {
        unsigned char byte = (unsigned char)text.bytes[i];
        if (!is_space(byte)) continue;
        if (byte != ' ' || i == 0 || i + 1 == text.size || text.bytes[i - 1] == ' ') return false;
    }
    return true;
}

t2g_slice t2g_squeeze(t2g_arena *arena, t2g_slice text)
{
    if (text.size == 0) return (t2g_slice){"", 0};
    if (is_squeezed(text)) return text;
    char *out = t2g_arena_alloc(arena, text.size, 1);
    uint32_t size = 0;
    if (!out) return (t2g_slice){NULL, 0};
    for (uint32_t i = 0; i < text.size; i++) {
        if (!is_space((unsigned char)text.bytes[i])) out[size++] = text.bytes[i];
        else if (size && out[size - 1] != ' ') out[size++] = ' ';
    }
    if (size && out[size - 1] == ' ') size--;
    return (t2g_slice){out, size};
}
