/* SPDX-License-Identifier: MIT */
#include "model/crf.h"

#include <string.h>

enum { LENGTH_MASK = (1 << T2G_CRF_ROW_BITS) - 1, AHEAD = 16, /* features looked for before they are needed */
       BLOCK = 64 };

static bool may_begin(uint8_t y)
{
    return y == T2G_OUTSIDE || t2g_bilou_place(y) == T2G_BEGIN || t2g_bilou_place(y) == T2G_UNIT;
}

static bool may_end(uint8_t y)
{
    return y == T2G_OUTSIDE || t2g_bilou_place(y) >= T2G_LAST;
}

bool t2g_crf_may_follow(uint8_t x, uint8_t y)
{
    if (may_end(x)) return may_begin(y);
    return !may_begin(y) && t2g_bilou_kind(x) == t2g_bilou_kind(y);
}

static t2g_result broken(t2g_error *error, const char *what)
{
    return t2g_error_set(error, T2G_FORMAT, 0, "model: %s", what);
}

/* Every row lies inside, every label is one, and a search comes to an end. */
static t2g_result check_rows(const t2g_crf *crf, t2g_error *error)
{
    bool has_empty = false;
    for (uint32_t i = 0; i < crf->slots; i++) {
        uint32_t where = crf->table[2 * i + 1], len = where & LENGTH_MASK, begin = where >> T2G_CRF_ROW_BITS;
        has_empty = has_empty || len == 0;
        if (len && (begin > crf->weights || len > crf->weights - begin))
            return broken(error, "a row of crf.table lies outside crf.rows");
    }
    if (!has_empty) return broken(error, "crf.table is full");
    for (uint32_t i = 0; i < crf->weights; i++)
        if (crf->rows[2 * i] >= crf->labels) return broken(error, "crf.rows has an unknown label");
    return T2G_OK;
}

t2g_result t2g_crf_open(t2g_crf *crf, const t2g_modelfile *file, bool deep, t2g_error *error)
{
    uint32_t pair = 2;
    *crf = (t2g_crf){0};
    crf->table = t2g_modelfile_array(file, "crf.table", T2G_SECTION_U32, &crf->slots, &pair, error);
    if (!crf->table) return T2G_FORMAT;
    crf->rows = t2g_modelfile_array(file, "crf.rows", T2G_SECTION_U8, &crf->weights, &pair, error);
    if (!crf->rows) return T2G_FORMAT;
    uint32_t cols = 0;
    crf->follow = t2g_modelfile_array(file, "crf.follow", T2G_SECTION_I32, &crf->labels, &cols, error);
    if (!crf->follow) return T2G_FORMAT;
    if (cols != crf->labels || crf->labels > T2G_CRF_LABELS_MOST || crf->labels % T2G_PLACES != 1)
        return broken(error, "crf.follow is not of BILOU labels");
    if (crf->slots == 0 || crf->slots & (crf->slots - 1)) return broken(error, "crf.table has no power of two slots");
    return deep ? check_rows(crf, error) : T2G_OK;
}

static uint32_t slot_of(const t2g_crf *crf, uint64_t feature)
{
    return (uint32_t)feature & (crf->slots - 1);
}

static void fetch(const void *bytes)
{
#if defined(__GNUC__)
    __builtin_prefetch(bytes);
#else
    (void)bytes;
#endif
}

static void look_ahead(const t2g_crf *crf, uint64_t feature)
{
    fetch(&crf->table[2 * (size_t)slot_of(crf, feature)]);
}

/* Begin and length of a feature's row as the table has them; 0 when it has none. */
static uint32_t row_of(const t2g_crf *crf, uint64_t feature)
{
    uint32_t key = (uint32_t)(feature >> 32), i = slot_of(crf, feature);
    for (;; i = (i + 1) & (crf->slots - 1)) {
        const uint32_t *entry = &crf->table[2 * (size_t)i];
        if (!(entry[1] & LENGTH_MASK)) return 0;
        if (entry[0] == key) return entry[1];
    }
}

/* Rows lie anywhere in a table of megabytes: all of a block are found and fetched before the first is read. */
static void score_block(const t2g_crf *crf, const uint64_t *features, uint32_t len, int32_t *scores)
{
    uint32_t where[BLOCK], found = 0;
    for (uint32_t f = 0; f < len; f++) {
        if (f + AHEAD < len) look_ahead(crf, features[f + AHEAD]);
        uint32_t row = row_of(crf, features[f]);
        where[found] = row;
        found += (row & LENGTH_MASK) != 0;
        fetch(&crf->rows[2 * (size_t)(row >> T2G_CRF_ROW_BITS)]);
    }
    for (uint32_t f = 0; f < found; f++) {
        const uint8_t *row = &crf->rows[2 * (size_t)(where[f] >> T2G_CRF_ROW_BITS)];
        for (uint32_t i = 0; i < (where[f] & LENGTH_MASK); i++) scores[row[2 * i]] += row[2 * i + 1] - T2G_CRF_ZERO;
    }
}

void t2g_crf_score(const t2g_crf *crf, const uint64_t *features, uint32_t len, int32_t *scores)
{
    for (uint32_t f = 0; f < len && f < AHEAD; f++) look_ahead(crf, features[f]);
    for (uint32_t begin = 0; begin < len; begin += BLOCK)
        score_block(crf, features + begin, len - begin < BLOCK ? len - begin : BLOCK, scores);
}

/* best[t][y] = scores[t][y] + max over x before y of best[t-1][x] + follow[x][y]; back[t][y] is that x. */
void t2g_crf_decode(const t2g_crf *crf, const int32_t *scores, uint32_t len, uint8_t *back, uint8_t *labels)
{
    const uint32_t Y = crf->labels;
    const int64_t never = INT64_MIN / 4;
    uint8_t ends[T2G_CRF_LABELS_MOST], ends_len = 0;
    int64_t before[T2G_CRF_LABELS_MOST], best[T2G_CRF_LABELS_MOST];
    if (len == 0) return;
    for (uint32_t y = 0; y < Y; y++) {
        if (may_end((uint8_t)y)) ends[ends_len++] = (uint8_t)y;
        before[y] = never;
    }
    before[T2G_OUTSIDE] = 0;
    for (uint32_t t = 0; t < len; t++, scores += T2G_CRF_LABELS_MOST, back += T2G_CRF_LABELS_MOST) {
        for (uint32_t y = 0; y < Y; y++) {
            uint8_t open[] = {t2g_bilou_label(t2g_bilou_kind((uint8_t)y), T2G_BEGIN),
                              t2g_bilou_label(t2g_bilou_kind((uint8_t)y), T2G_INSIDE)};
            bool begins = may_begin((uint8_t)y);
            const uint8_t *from = begins ? ends : open;
            uint32_t from_len = begins ? ends_len : 2;
            best[y] = INT64_MIN;
            for (uint32_t k = 0; k < from_len; k++) {
                int64_t sum = before[from[k]] + crf->follow[from[k] * Y + y];
                if (sum <= best[y]) continue;
                best[y] = sum;
                back[y] = from[k];
            }
            best[y] += scores[y];
        }
        memcpy(before, best, Y * sizeof *best);
    }
    uint8_t y = T2G_OUTSIDE;
    int64_t most = INT64_MIN;
    for (uint32_t k = 0; k < ends_len; k++) {
        int64_t sum = before[ends[k]] + crf->follow[ends[k] * Y + T2G_OUTSIDE];
        if (sum <= most) continue;
        most = sum;
        y = ends[k];
    }
    for (uint32_t t = len; t-- > 0;) {
        back -= T2G_CRF_LABELS_MOST;
        labels[t] = y;
        y = back[y];
    }
}
