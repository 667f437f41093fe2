/* SPDX-License-Identifier: MIT */
#include "nlp/token/web.h"

#include "base/utf8.h"

/* Endings that make words joined by full stops an address: top-level domains
 * that are met in news, and the endings of file names.  Two-letter domains that
 * are English words (in, it, is ...) are left out: "said.It" is a slip of the
 * keyboard more often than a site of Italy. */
static const char endings[] =
    " aero ai app asia au be biz br ca cat ch cn co com coop cz de dk edu es eu fi fm fr gov gr hk hu id ie il info int"
    " io ir jobs jp kr mil mobi museum mx name net ng nl nz org ph pk pl pro pt ro rs ru se sg th tr travel tv tw ua"
    " uk us vn za doc docx exe gif htm html jpeg jpg mp3 mp4 pdf php png ppt pptx txt xls xlsx zip ";

enum { ENDING_LONGEST = 6 };

static bool is_ending(t2g_slice label)
{
    char wanted[ENDING_LONGEST + 3];
    if (label.size < 2 || label.size > ENDING_LONGEST) return false;
    wanted[0] = ' ';
    for (uint32_t i = 0; i < label.size; i++) wanted[i + 1] = (char)(label.bytes[i] | 32);
    wanted[label.size + 1] = ' ';
    wanted[label.size + 2] = '\0';
    return strstr(endings, wanted) != NULL;
}

static bool is_host(unsigned char c)
{
    return t2g_is_alnum(c) || c == '-' || c == '_';
}

static bool is_in_path(unsigned char c)
{
    return t2g_is_alnum(c) || (c && strchr("-._~:/?#[]@!$&'()*+,;=%|", c));
}

/* The closing punctuation of the sentence is no part of an address, nor a
 * bracket that was not opened in it. */
static uint32_t without_closing(const char *s, uint32_t end)
{
    while (end > 0) {
        char c = s[end - 1];
        if (c == ')' && memchr(s, '(', end)) break;
        if (!strchr(".,;:!?'\"()[]*", c)) break;
        end--;
    }
    return end;
}

static uint32_t path_end(t2g_slice bytes, uint32_t at)
{
    while (at < bytes.size && is_in_path((unsigned char)bytes.bytes[at])) at++;
    return at;
}

static bool begins_with(t2g_slice bytes, const char *what)
{
    uint32_t size = (uint32_t)strlen(what);
    if (bytes.size < size) return false;
    for (uint32_t i = 0; i < size; i++)
        if ((bytes.bytes[i] | 32) != (what[i] | 32)) return false;
    return true;
}

/* http://, ftp://, mailto: */
static bool has_scheme(t2g_slice bytes)
{
    uint32_t i = 0;
    while (i < bytes.size && i < 12 && t2g_is_alpha((unsigned char)bytes.bytes[i])) i++;
    if (i < 2) return false;
    if (begins_with(bytes, "mailto:")) return bytes.size > 7;
    return i + 3 < bytes.size && memcmp(bytes.bytes + i, "://", 3) == 0;
}

/* In a name of the web the case is of one piece: "end.The" is none; but Example.Com is met. */
static bool is_one_case(t2g_slice label)
{
    bool upper = false, lower = false;
    for (uint32_t i = 0; i < label.size; i++) {
        upper |= t2g_is_upper((unsigned char)label.bytes[i]);
        lower |= t2g_is_lower((unsigned char)label.bytes[i]);
    }
    return !(upper && lower) || begins_with(label, "com");
}

/* comp.lang.c: three labels and all of it small letters. */
static bool is_dotted_name(t2g_slice bytes, uint32_t labels)
{
    for (uint32_t i = 0; i < bytes.size; i++)
        if (!t2g_is_lower((unsigned char)bytes.bytes[i]) && bytes.bytes[i] != '.' && bytes.bytes[i] != '-') return false;
    return labels >= 2 && bytes.size >= 3 * labels;
}

uint32_t t2g_web_find(t2g_slice bytes, uint32_t *tried)
{
    const char *s = bytes.bytes;
    if (has_scheme(bytes) || begins_with(bytes, "www.")) {
        *tried = path_end(bytes, 0);
        uint32_t end = without_closing(s, *tried);
        return end > 4 ? end : 0;
    }
    /* labels: runs of host characters joined by single stops */
    uint32_t at = 0, label = 0, labels = 0, local = 0;
    while (at < bytes.size) {
        unsigned char c = (unsigned char)s[at];
        if (is_host(c)) at++;
        else if (c == '.' && at > label && at + 1 < bytes.size && is_host((unsigned char)s[at + 1])) {
            labels++;
            label = ++at;
        } else if ((c == '@' || c == '%' || c == '+') && !local && at > 0 && at + 1 < bytes.size &&
                   t2g_is_alnum((unsigned char)s[at + 1])) {
            if (c == '@') local = at;
            labels = 0;
            label = ++at;
        } else if (c == '.' && at + 4 < bytes.size && !local && memcmp(s + at, "...@", 4) == 0) at += 3;
        else break;
    }
    *tried = at ? at : 1;
    while (at > label && (s[at - 1] == '-' || s[at - 1] == '_')) at--;
    if (local) return at > label ? at : 0;
    t2g_slice last = {s + label, at - label};
    if (labels == 0) return 0;
    if (!is_ending(last) || !is_one_case(last)) return is_dotted_name((t2g_slice){s, at}, labels) ? at : 0;
    if (at < bytes.size && (s[at] == '/' || s[at] == '?' || (s[at] == ':' && at + 1 < bytes.size && s[at + 1] == '/'))) {
        *tried = path_end(bytes, at);
        at = without_closing(s, *tried);
    }
    return at;
}
