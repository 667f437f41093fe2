/* SPDX-License-Identifier: MIT */
#include "nlp/entity/same.h"

#include "base/utf8.h"

/* A line of the file while it is being read. */
typedef struct reading {
    t2g_same *same;
    uint32_t line; /* from 1 */
    t2g_error *error;
} reading;

static t2g_result fault(const reading *r, const char *found, t2g_slice name, const char *wanted)
{
    return t2g_error_set(r->error, T2G_FORMAT, r->line, "line %u: %s '%.*s', wanted %s", r->line, found,
                         (int)(name.size < 80 ? name.size : 80), name.bytes, wanted);
}

static bool is_blank(char c)
{
    return c == ' ' || c == '\t' || c == '\r';
}

static t2g_slice trim(t2g_slice s)
{
    while (s.size && is_blank(s.bytes[0])) s.bytes++, s.size--;
    while (s.size && is_blank(s.bytes[s.size - 1])) s.size--;
    return s;
}

/* Take what stands before the next separator off *rest; false when nothing is left. */
static bool cut_off(t2g_slice *rest, char separator, t2g_slice *part)
{
    if (!rest->bytes) return false;
    const char *at = rest->size ? memchr(rest->bytes, separator, rest->size) : NULL;
    *part = *rest;
    if (at) part->size = (uint32_t)(at - rest->bytes);
    *rest = at ? (t2g_slice){at + 1, rest->size - part->size - 1} : (t2g_slice){NULL, 0};
    return true;
}

static bool is_utf8(t2g_slice s)
{
    bool valid = true;
    for (uint32_t i = 0, code; valid && i < s.size;)
        i += t2g_utf8_decode((const unsigned char *)s.bytes + i, s.size - i, &code, &valid);
    return valid;
}

static t2g_slice key_of(t2g_namekey *key, t2g_slice name)
{
    *key = t2g_namekey_of_string(T2G_KEYKIND_FULL, name);
    return (t2g_slice){key->bytes, key->size};
}

static bool has_room_for_name(t2g_same *s)
{
    if (s->keys.len < s->cap) return true;
    uint32_t cap = s->cap ? s->cap * 2 : 64;
    t2g_slice *name = t2g_arena_grow(&s->arena, s->name, s->cap, cap, sizeof *name);
    uint32_t *parent = t2g_arena_grow(&s->arena, s->parent, s->cap, cap, sizeof *parent);
    bool *joined = t2g_arena_grow(&s->arena, s->joined, s->cap, cap, sizeof *joined);
    bool *own = t2g_arena_grow(&s->arena, s->own, s->cap, cap, sizeof *own);
    uint32_t *apart = t2g_arena_grow(&s->arena, s->apart, s->cap, cap, sizeof *apart);
    if (!name || !parent || !joined || !own || !apart) return false;
    s->name = name, s->parent = parent, s->joined = joined, s->own = own, s->apart = apart, s->cap = cap;
    return true;
}

/* The id of a name, a new one at first sight; T2G_NONE when memory is out. */
static uint32_t add_name(t2g_same *s, t2g_slice name)
{
    t2g_namekey key;
    uint32_t known = s->keys.len;
    if (!has_room_for_name(s)) return T2G_NONE;
    uint32_t id = t2g_intern_copy(&s->keys, key_of(&key, name));
    if (id == T2G_NONE || id < known) return id;
    char *copy = t2g_arena_copy(&s->arena, name.bytes, name.size);
    if (!copy) return T2G_NONE;
    s->name[id] = (t2g_slice){copy, name.size};
    s->parent[id] = id;
    s->joined[id] = s->own[id] = false;
    s->apart[id] = T2G_NONE;
    return id;
}

/* Put two groups together under the name that the file has first.  Paths are halved on the way. */
static void join(t2g_same *s, uint32_t a, uint32_t b)
{
    while (s->parent[a] != a) a = s->parent[a] = s->parent[s->parent[a]];
    while (s->parent[b] != b) b = s->parent[b] = s->parent[s->parent[b]];
    if (a < b) s->parent[b] = a;
    else s->parent[a] = b;
}

static t2g_slice pair_of(const uint32_t pair[2])
{
    return (t2g_slice){(const char *)pair, 2 * sizeof *pair};
}

static bool seat(t2g_same *s, uint32_t name, uint32_t line)
{
    uint32_t pair[2] = {line, name};
    if (s->seats_len == s->seats_cap) {
        uint32_t cap = s->seats_cap ? s->seats_cap * 2 : 64;
        struct t2g_seat *seats = t2g_arena_grow(&s->arena, s->seats, s->seats_cap, cap, sizeof *seats);
        if (!seats) return false;
        s->seats = seats;
        s->seats_cap = cap;
    }
    s->seats[s->seats_len] = (struct t2g_seat){line, s->apart[name]};
    s->apart[name] = s->seats_len++;
    return t2g_intern_copy(&s->members, pair_of(pair)) != T2G_NONE;
}

/* The next name of a line.  *more is false behind the last. */
static t2g_result next_name(const reading *r, t2g_slice *rest, uint32_t *id, bool *more)
{
    t2g_slice name;
    *more = cut_off(rest, '\t', &name);
    if (!*more) return T2G_OK;
    name = trim(name);
    t2g_namekey key;
    if (key_of(&key, name).size < 2) return fault(r, "found", name, "a name with letters");
    *id = add_name(r->same, name);
    return *id == T2G_NONE ? t2g_error_nomem(r->error) : T2G_OK;
}

static t2g_result read_same(const reading *r, t2g_slice rest)
{
    t2g_same *s = r->same;
    uint32_t first = T2G_NONE, id, count = 0;
    t2g_result result;
    for (bool more; (result = next_name(r, &rest, &id, &more)) == T2G_OK && more; count++) {
        if (first == T2G_NONE) first = id;
        s->joined[id] = true;
        join(s, first, id);
    }
    if (result == T2G_OK && count < 2) return fault(r, "found one name", s->name[first], "two or more, a tab between them");
    return result;
}

static t2g_result read_apart(const reading *r, t2g_slice rest)
{
    t2g_same *s = r->same;
    uint32_t first = T2G_NONE, id, count = 0;
    t2g_result result;
    for (bool more; (result = next_name(r, &rest, &id, &more)) == T2G_OK && more; count++) {
        if (first == T2G_NONE) first = id;
        else if (id == first) return fault(r, "found twice", s->name[id], "names that are not spelt alike");
        if (!seat(s, id, r->line)) return t2g_error_nomem(r->error);
    }
    if (result == T2G_OK && count == 1) s->own[first] = true;
    return result;
}

static t2g_result read_line(const reading *r, t2g_slice line)
{
    t2g_slice rest = trim(line), keyword;
    if (!rest.size || rest.bytes[0] == '#') return T2G_OK;
    if (!is_utf8(rest)) return fault(r, "found what is no UTF-8,", (t2g_slice){"", 0}, "UTF-8");
    cut_off(&rest, '\t', &keyword);
    bool same = t2g_slice_is(trim(keyword), "same");
    if (!same && !t2g_slice_is(trim(keyword), "apart")) return fault(r, "found", keyword, "same or apart, a tab, and names");
    if (!rest.bytes) return fault(r, "found no tab behind", keyword, "a tab and names");
    return same ? read_same(r, rest) : read_apart(r, rest);
}

/* From here on each name knows its group at once: those before it do already. */
static void flatten(t2g_same *s)
{
    for (uint32_t id = 0; id < s->keys.len; id++) s->parent[id] = s->parent[s->parent[id]];
}

/* What one line joins, no other may part.  The members are in the order of their lines. */
static t2g_result check_apart(reading *r)
{
    t2g_same *s = r->same;
    uint32_t *last = t2g_arena_zalloc(&s->arena, (size_t)s->keys.len + 1, sizeof *last); /* line, by group */
    if (!last) return t2g_error_nomem(r->error);
    for (uint32_t m = 0; m < s->members.len; m++) {
        uint32_t pair[2];
        memcpy(pair, t2g_intern_string(&s->members, m).bytes, sizeof pair);
        uint32_t group = s->parent[pair[1]];
        r->line = pair[0];
        if (last[group] == r->line)
            return fault(r, "found", s->name[pair[1]], "a name that no line makes the same as another of this one");
        last[group] = r->line;
    }
    return T2G_OK;
}

t2g_result t2g_same_parse(t2g_same *same, const char *bytes, size_t size, t2g_error *error)
{
    *same = (t2g_same){0};
    t2g_arena_init(&same->arena);
    if (size > INT32_MAX) return t2g_error_set(error, T2G_RANGE, 0, "larger than 2 GiB");
    if (!t2g_intern_init(&same->keys, &same->arena) || !t2g_intern_init(&same->members, &same->arena))
        return t2g_error_nomem(error);
    t2g_slice rest = {bytes, (uint32_t)size}, line;
    if (size >= 3 && memcmp(bytes, "\xEF\xBB\xBF", 3) == 0) rest = (t2g_slice){bytes + 3, (uint32_t)size - 3};
    reading r = {.same = same, .error = error};
    t2g_result result = T2G_OK;
    while (result == T2G_OK && cut_off(&rest, '\n', &line)) {
        r.line++;
        result = read_line(&r, line);
    }
    if (result != T2G_OK) return result;
    flatten(same);
    return check_apart(&r);
}

void t2g_same_free(t2g_same *same)
{
    t2g_arena_free(&same->arena);
}

uint32_t t2g_same_find(const t2g_same *same, t2g_slice name)
{
    t2g_namekey key;
    return t2g_intern_find(&same->keys, key_of(&key, name));
}

uint32_t t2g_same_group(const t2g_same *same, uint32_t name)
{
    return same->joined[name] ? same->parent[name] : T2G_NONE;
}

bool t2g_same_apart(const t2g_same *same, uint32_t name, uint32_t other)
{
    if (name == other) return false;
    for (uint32_t i = same->apart[name]; i != T2G_NONE; i = same->seats[i].next) {
        uint32_t pair[2] = {same->seats[i].line, other};
        if (t2g_intern_find(&same->members, pair_of(pair)) != T2G_NONE) return true;
    }
    return false;
}
