/* SPDX-License-Identifier: MIT */
#include "nlp/token/boundary.h"

t2g_result t2g_boundary_open(t2g_boundary *boundary, const t2g_modelfile *file, t2g_error *error)
{
    uint32_t one = 1, rows = T2G_BOUNDARY_ROWS, cuts = T2G_BOUNDARY_CUTS;
    boundary->weights = t2g_modelfile_array(file, "ends.w", T2G_SECTION_I8, &one, &rows, error);
    if (!boundary->weights) return T2G_FORMAT;
    boundary->cuts = t2g_modelfile_array(file, "ends.cut", T2G_SECTION_I32, &one, &cuts, error);
    return boundary->cuts ? T2G_OK : T2G_FORMAT;
}

/* walking */

static unsigned char first_byte(const t2g_boundary_walk *w, uint32_t i)
{
    return (unsigned char)w->text->bytes[w->tokens->at[i].begin];
}

static unsigned char last_byte(const t2g_boundary_walk *w, uint32_t i)
{
    return (unsigned char)w->text->bytes[w->tokens->at[i].end - 1];
}

static void enter_block(t2g_boundary_walk *w, uint32_t i)
{
    w->block_begin = w->begin = i;
    w->brackets = w->quotes = w->stops = 0;
    for (w->block_end = i; w->block_end < w->tokens->len; w->block_end++) {
        if (w->block_end > i && w->tokens->at[w->block_end].flags & T2G_TOKEN_BLOCK) break;
        w->stops += w->ruled[w->block_end];
    }
    /* Its own end counts too: every block has one. */
    unsigned char c = last_byte(w, w->block_end - 1);
    w->is_stopped = c == '.' || c == '!' || c == '?' || c == '"' || c == '\'' || c == ')';
}

void t2g_boundary_step(t2g_boundary_walk *walk, uint32_t i)
{
    if (i == 0 || walk->tokens->at[i].flags & T2G_TOKEN_BLOCK) enter_block(walk, i);
    if (walk->tokens->at[i].kind != T2G_TOKEN_PUNCT) return;
    unsigned char c = first_byte(walk, i);
    walk->brackets += c == '(' || c == '[';
    if (walk->brackets && (c == ')' || c == ']')) walk->brackets--;
    walk->quotes += c == '"' || c == 0xE2;
}

void t2g_boundary_end(t2g_boundary_walk *walk, uint32_t next)
{
    walk->begin = next;
    walk->brackets = walk->quotes = 0;
}

bool t2g_boundary_is_open(const t2g_boundary_walk *walk, uint32_t i)
{
    const t2g_token *a = &walk->tokens->at[i], *b = a + 1;
    if (walk->ruled[i]) return (b->flags & T2G_TOKEN_SPACE) != 0; /* "over.The": no treebank teaches that */
    if (b->flags & T2G_TOKEN_LINE) return true;
    /* Treebanks may cut behind a colon; in news it is the one who says and what is said that would come apart. */
    if (first_byte(walk, i) == ':' && a->end - a->begin == 1) return false;
    if (!(b->flags & T2G_TOKEN_SPACE)) return a->kind == T2G_TOKEN_PUNCT;
    if (a->kind != T2G_TOKEN_WORD || a->flags & T2G_TOKEN_STOPPED) return true;
    return b->kind != T2G_TOKEN_WORD || b->shape != T2G_SHAPE_LOWER;
}

/* clues */

enum { OUTSIDE = 0x51ED270B, AROUND = 3 };

/* How many of something, roughly. */
static uint32_t bucket(uint32_t n)
{
    static const uint8_t most[] = {0, 1, 2, 3, 4, 6, 9, 14, 24, 39};
    uint32_t b = 0;
    while (b < sizeof most && n > most[b]) b++;
    return b;
}

static uint32_t mixed(uint32_t a, uint32_t b)
{
    a = (a ^ b) * 0x9E3779B1u;
    return a ^ a >> 15;
}

/* How a token is written; of punctuation, which it is. */
static uint32_t class_of(const t2g_boundary_walk *w, uint32_t i)
{
    const t2g_token *t = &w->tokens->at[i];
    uint32_t size = t->end - t->begin, length = size > 3 ? 3 : size;
    uint32_t look = t->flags & (T2G_TOKEN_SPACE | T2G_TOKEN_STOPPED | T2G_TOKEN_JOINED | T2G_TOKEN_LINE);
    if (t->kind == T2G_TOKEN_PUNCT || t->kind == T2G_TOKEN_SYMBOL)
        return mixed(w->tokens->forms.hashes[t->fold], t->flags & T2G_TOKEN_SPACE);
    return 1 + (look << 8 | (uint32_t)t->kind << 5 | (uint32_t)t->shape << 2 | length);
}

static uint32_t word_of(const t2g_boundary_walk *w, uint32_t i)
{
    const t2g_token *t = &w->tokens->at[i];
    return t->kind == T2G_TOKEN_NUMBER ? 7 + (t->end - t->begin) : w->tokens->forms.hashes[t->fold];
}

static uint32_t ending_of(const t2g_boundary_walk *w, uint32_t i)
{
    t2g_slice fold = t2g_token_fold(w->tokens, i);
    uint32_t cut = fold.size > 3 ? fold.size - 3 : 0;
    return t2g_slice_hash((t2g_slice){fold.bytes + cut, fold.size - cut});
}

uint32_t t2g_boundary_look(const t2g_boundary_walk *walk, uint32_t i, uint32_t rows[T2G_BOUNDARY_CLUES])
{
    uint32_t class[2 * AROUND], word[2 * AROUND], len = 0, kind = 0;
    /* c(0), f(0): the token before the boundary; c(1), f(1): the one behind. */
    for (uint32_t k = 0; k < 2 * AROUND; k++) {
        uint32_t at = i + k + 1 - AROUND; /* below 0 it wraps to what no block has */
        bool inside = at >= walk->block_begin && at < walk->block_end;
        class[k] = inside ? class_of(walk, at) : OUTSIDE;
        word[k] = inside ? word_of(walk, at) : OUTSIDE;
    }
    const uint32_t *c = class + AROUND - 1, *f = word + AROUND - 1;
    uint32_t rule = walk->ruled[i], length = bucket(i + 1 - walk->begin), rest = bucket(walk->block_end - i - 1);
    uint32_t both = mixed(c[0], c[1]), open = (walk->brackets ? 2 : 0) + walk->quotes % 2;
    uint32_t size = walk->block_end - walk->block_begin, stopping = walk->stops * 16 / size;
    uint32_t opening = class_of(walk, walk->begin), first = word_of(walk, walk->begin);
    uint32_t ends_soon = 0;
    for (uint32_t k = 1; k < AROUND && i + k < walk->block_end; k++) ends_soon = ends_soon * 2 + walk->ruled[i + k];
#define CLUE(a, b) rows[len++] = mixed(mixed((a), ++kind * 0x85EBCA6Bu), (b)) >> (32 - T2G_BOUNDARY_ROW_BITS)
    CLUE(rule, 0);
    CLUE(c[0], rule);
    CLUE(c[1], rule);
    CLUE(both, rule);
    CLUE(both, c[-1]);
    CLUE(both, c[2]);
    CLUE(mixed(c[1], c[2]), c[3]);
    CLUE(mixed(c[-2], c[-1]), c[0]);
    CLUE(f[0], 0);
    CLUE(f[1], 0);
    CLUE(f[0], f[1]);
    CLUE(f[0], c[1]);
    CLUE(c[0], f[1]);
    CLUE(f[-1], both);
    CLUE(f[2], both);
    CLUE(f[1], f[2]);
    CLUE(f[-1], f[0]);
    CLUE(f[2], c[1]);
    CLUE(f[-1], c[0]);
    CLUE(f[3], c[1]);
    CLUE(f[1], rule);
    CLUE(f[0], rule);
    CLUE(ending_of(walk, i), c[1]);
    CLUE(ending_of(walk, i + 1), c[0]);
    CLUE(length, rule);
    CLUE(length, both);
    CLUE(rest, rule);
    CLUE(rest, both);
    CLUE(mixed(rest, length), rule);
    CLUE(mixed(open, c[0]), c[1]);
    CLUE(open, rule);
    CLUE(stopping, mixed(bucket(size), rule));
    CLUE(stopping, both);
    CLUE(mixed(opening, length), both);
    CLUE(first, both);
    CLUE(first, mixed(length, c[1]));
    CLUE(ends_soon, both);
    CLUE(class_of(walk, walk->block_begin), both);
    CLUE(class_of(walk, walk->block_end - 1), both);
    CLUE(class_of(walk, walk->block_end - 1), rule);
#undef CLUE
    return len;
}

uint32_t t2g_boundary_cut(const t2g_boundary_walk *walk, uint32_t i)
{
    return walk->ruled[i] ? 2 : walk->is_stopped;
}

bool t2g_boundary_ends(const t2g_boundary *boundary, const t2g_boundary_walk *walk, uint32_t i)
{
    uint32_t rows[T2G_BOUNDARY_CLUES], len = t2g_boundary_look(walk, i, rows);
    int32_t sum = 0;
    for (uint32_t k = 0; k < len; k++) sum += boundary->weights[rows[k]];
    return sum > boundary->cuts[t2g_boundary_cut(walk, i)];
}
