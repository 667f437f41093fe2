/* SPDX-License-Identifier: MIT */
#include "graph/escape.h"

#include "base/utf8.h"

/* The longest a byte can become: "&amp;". */
enum { LONGEST = 5 };

static bool is_space(unsigned char byte)
{
    return byte == ' ' || (byte >= '\t' && byte <= '\r');
}

/* "&", letters or "#" and digits, ";": what dot takes for an entity of XML. */
static bool begins_entity(t2g_slice text, uint32_t at)
{
    do at++;
    while (at < text.size && (t2g_is_alnum((unsigned char)text.bytes[at]) || text.bytes[at] == '#'));
    return at < text.size && text.bytes[at] == ';';
}

/* What stands for the character at a place, or NULL where it stands for itself. */
static const char *escaped(t2g_slice text, uint32_t at, t2g_escape_kind kind)
{
    unsigned char c = (unsigned char)text.bytes[at];
    if (c < ' ') return "\xEF\xBF\xBD"; /* U+FFFD */
    if (c == '\\') return kind == T2G_ESCAPE_TOOLTIP ? "\xEF\xBC\xBC" /* U+FF3C */ : "\\\\";
    if (kind == T2G_ESCAPE_DATA) return NULL;
    if (kind != T2G_ESCAPE_ID) return c == '&' ? "&amp;" : NULL;
    if (c == '%' && at == 0) return "\xEF\xBC\x85";                      /* U+FF05 */
    if (c == '&' && begins_entity(text, at)) return "\xEF\xBC\x86"; /* U+FF06 */
    return NULL;
}

static size_t put(char *out, const char *bytes, size_t size)
{
    memcpy(out, bytes, size);
    return size;
}

char *t2g_escape(t2g_arena *arena, t2g_slice text, t2g_escape_kind kind)
{
    char *out = t2g_arena_alloc(arena, (size_t)text.size + 1, LONGEST);
    size_t size = 0;
    if (!out) return NULL;
    while (text.size && is_space((unsigned char)text.bytes[0])) text.bytes++, text.size--;
    for (uint32_t i = 0, length; i < text.size; i += length) {
        uint32_t code;
        bool valid;
        length = t2g_utf8_decode((const unsigned char *)text.bytes + i, text.size - i, &code, &valid);
        if (is_space((unsigned char)text.bytes[i])) {
            if (out[size - 1] != ' ') out[size++] = ' ';
            continue;
        }
        const char *instead = valid ? escaped(text, i, kind) : "\xEF\xBF\xBD";
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
