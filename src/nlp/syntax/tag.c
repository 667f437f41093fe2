/* tag.c - sentences are read in batches, as the matrix products want many rows.
 *
 * A batch is laid out with a gap before, between and behind its sentences, so
 * that no convolution looks across (the gap's row means "nothing here").  A
 * form is embedded once a document, however often it stands there.
 *
 * SPDX-License-Identifier: MIT
 */
#include "nlp/syntax/tag.h"

#include "nlp/syntax/transition.h"

enum { BATCH = 256 }; /* rows after which a batch is read: 3 layers of them stay in the second-level cache */

typedef struct reader {
    const t2g_network *network;
    const t2g_tokens *tokens;
    const t2g_sentences *sentences;
    t2g_tags *tags;
    uint8_t *embeddings; /* [tokens->forms.len][network->input], of the forms that are known */
    uint8_t *is_known;   /* [tokens->forms.len]                                          */
    uint8_t *inputs;     /* the batch: [rows][network->input]                            */
    uint8_t *vectors;    /* [rows][network->width]                                       */
    uint8_t *is_gap;     /* [rows]                                                       */
    int32_t *scores;     /* [rows][the wider head]                                       */
    void *scratch;
    uint32_t rows_most, rows;
} reader;

const char *t2g_pos_name(t2g_pos pos)
{
    static const char *const names[] = {
#define POS(name) #name,
#include "nlp/syntax/tagset.def"
    };
    return names[pos];
}

static const char *kind_name(uint32_t kind)
{
    static const char *const names[] = {
#define NAME_KIND(name) #name,
#include "nlp/syntax/tagset.def"
    };
    return names[kind];
}

t2g_network_wants t2g_tagset_wants(void)
{
    static const char all[] =
#define POS(name) #name " "
#include "nlp/syntax/tagset.def"
#define RELATION(name, text, universal) text " "
#include "nlp/syntax/tagset.def"
#define NAME_KIND(name) #name " "
#include "nlp/syntax/tagset.def"
        ;
    return (t2g_network_wants){.tags = T2G_POSES,
                               .names = T2G_NAME_LABELS,
                               .slots = T2G_SLOTS,
                               .actions = T2G_ACTIONS,
                               .label_rows = T2G_LABEL_ROWS,
                               .tagset = t2g_slice_hash(t2g_slice_of(all))};
}

static uint32_t longest_sentence(const t2g_sentences *sentences)
{
    uint32_t longest = 0;
    for (uint32_t s = 0; s < sentences->len; s++) {
        uint32_t len = sentences->at[s].end - sentences->at[s].begin;
        if (len > longest) longest = len;
    }
    return longest;
}

static bool reader_init(reader *r, t2g_arena *arena)
{
    const t2g_network *n = r->network;
    uint32_t longest = longest_sentence(r->sentences);
    r->rows_most = BATCH + longest + T2G_TILE + 2;
    uint32_t columns = n->tag.out > n->name.out ? n->tag.out : n->name.out;
    r->embeddings = t2g_arena_alloc(arena, r->tokens->forms.len, n->input);
    r->is_known = t2g_arena_zalloc(arena, r->tokens->forms.len, 1);
    r->inputs = t2g_arena_alloc(arena, r->rows_most, n->input);
    r->vectors = t2g_arena_alloc(arena, r->rows_most, n->width);
    r->is_gap = t2g_arena_alloc(arena, r->rows_most, 1);
    r->scores = t2g_arena_alloc(arena, r->rows_most, columns * sizeof *r->scores);
    r->scratch = t2g_arena_alloc(arena, 1, t2g_network_scratch(n, r->rows_most));
    if (!r->embeddings || !r->is_known || !r->inputs || !r->vectors || !r->is_gap || !r->scores ||
        !r->scratch)
        return false;
    memset(r->inputs, T2G_INPUT_ZERO, (size_t)r->rows_most * n->input);
    return true;
}

static const uint8_t *embedding_of(reader *r, uint32_t form)
{
    uint8_t *embedding = r->embeddings + (size_t)form * r->network->input;
    if (!r->is_known[form]) {
        t2g_network_embed(r->network, t2g_intern_string(&r->tokens->forms, form), embedding);
        r->is_known[form] = true;
    }
    return embedding;
}

static void put_gap(reader *r)
{
    memset(r->inputs + (size_t)r->rows * r->network->input, T2G_INPUT_ZERO, r->network->input);
    r->is_gap[r->rows++] = true;
}

static void put_sentence(reader *r, t2g_sentence sentence)
{
    for (uint32_t i = sentence.begin; i < sentence.end; i++) {
        memcpy(r->inputs + (size_t)r->rows * r->network->input, embedding_of(r, r->tokens->at[i].form),
               r->network->input);
        r->is_gap[r->rows++] = false;
    }
    put_gap(r);
}

static uint8_t best_of(const int32_t *scores, uint32_t len)
{
    uint32_t best = 0;
    for (uint32_t i = 1; i < len; i++)
        if (scores[i] > scores[best]) best = i;
    return (uint8_t)best;
}

static void see_naming(const int32_t *scores, uint32_t unit, int8_t *naming)
{
    int64_t best = scores[best_of(scores, T2G_NAME_LABELS)], most = 4 * (int64_t)unit;
    for (uint32_t y = 0; y < T2G_NAME_LABELS; y++) {
        int64_t behind = best - scores[y];
        naming[y] = (int8_t)(behind >= most ? -128 : -(behind * 32 / unit));
    }
}

/* Read the batch that holds the sentences [begin, end). */
static void read_batch(reader *r, uint32_t begin, uint32_t end)
{
    const t2g_network *n = r->network;
    t2g_tags *tags = r->tags;
    /* The batch's first row is a gap, which the encoder wants before its first row, not as one. */
    const uint8_t *is_gap = r->is_gap + 1;
    uint32_t len = r->rows - 1, first = r->sentences->at[begin].begin;
    t2g_network_encode(n, r->inputs + n->input, is_gap, len, r->scratch, r->vectors);
    n->kernel->score(&n->tag, r->vectors, n->width, len, r->scores);
    for (uint32_t row = 0, i = first; row < len; row++) {
        if (is_gap[row]) continue;
        memcpy(tags->vector + (size_t)i * n->width, r->vectors + (size_t)row * n->width, n->width);
        tags->pos[i++] = best_of(r->scores + (size_t)row * n->tag.out, T2G_POSES);
    }
    n->kernel->score(&n->name, r->vectors, n->width, len, r->scores);
    const int32_t *scores = r->scores;
    for (uint32_t s = begin; s < end; s++) {
        t2g_sentence at = r->sentences->at[s];
        for (uint32_t i = at.begin; i < at.end; i++, scores += n->name.out)
            see_naming(scores, n->name_unit, tags->naming + (size_t)i * T2G_NAME_LABELS);
        scores += n->name.out; /* the gap */
    }
}

t2g_result t2g_tags_build(t2g_tags *tags, t2g_arena *arena, const t2g_network *network, const t2g_tokens *tokens,
                          const t2g_sentences *sentences, t2g_error *error)
{
    *tags = (t2g_tags){.pos = t2g_arena_alloc(arena, tokens->len, 1),
                       .naming = t2g_arena_alloc(arena, tokens->len, T2G_NAME_LABELS),
                       .vector = t2g_arena_alloc(arena, (size_t)tokens->len + T2G_TILE, network->width),
                       .width = network->width};
    if (!tags->pos || !tags->naming || !tags->vector) return t2g_error_nomem(error);
    t2g_arena_mark mark = t2g_arena_save(arena);
    reader r = {.network = network, .tokens = tokens, .sentences = sentences, .tags = tags};
    if (!reader_init(&r, arena)) return t2g_error_nomem(error);
    memset(tags->vector + (size_t)tokens->len * network->width, 0, (size_t)T2G_TILE * network->width);
    for (uint32_t begin = 0, end = 0; begin < sentences->len; begin = end) {
        r.rows = 0;
        put_gap(&r);
        while (end < sentences->len && r.rows < BATCH) put_sentence(&r, sentences->at[end++]);
        read_batch(&r, begin, end);
    }
    t2g_arena_rewind(arena, mark);
    return T2G_OK;
}

void t2g_tags_names(const t2g_tags *tags, t2g_sentence sentence, uint8_t *labels)
{
    int32_t scores[T2G_SENTENCE_LONGEST * T2G_NAME_LABELS];
    uint8_t back[T2G_SENTENCE_LONGEST * T2G_BILOU_MOST];
    uint32_t len = sentence.end - sentence.begin;
    const int8_t *naming = tags->naming + (size_t)sentence.begin * T2G_NAME_LABELS;
    for (size_t i = 0; i < (size_t)len * T2G_NAME_LABELS; i++) scores[i] = naming[i];
    t2g_viterbi_spans(scores, T2G_NAME_LABELS, len, T2G_NAME_KINDS, back, labels);
}

static void put_name(uint8_t label, FILE *out)
{
    if (label == T2G_OUTSIDE) fputc('O', out);
    else fprintf(out, "%c-%s", "BILU"[t2g_bilou_place(label)], kind_name(t2g_bilou_kind(label)));
}

void t2g_tags_dump(const t2g_tags *tags, const t2g_text *text, const t2g_tokens *tokens,
                   const t2g_sentences *sentences, FILE *out)
{
    uint8_t names[T2G_SENTENCE_LONGEST];
    for (uint32_t s = 0; s < sentences->len; s++) {
        t2g_tags_names(tags, sentences->at[s], names);
        for (uint32_t i = sentences->at[s].begin; i < sentences->at[s].end; i++) {
            t2g_span span = t2g_text_source(text, (t2g_span){tokens->at[i].begin, tokens->at[i].end});
            t2g_slice form = t2g_token_form(tokens, i);
            unsigned long long origin = text->origin;
            fprintf(out, "%llu %llu %s ", origin + span.begin, origin + span.end, t2g_pos_name((t2g_pos)tags->pos[i]));
            put_name(names[i - sentences->at[s].begin], out);
            fprintf(out, " %.*s\n", (int)form.size, form.bytes);
        }
        fputc('\n', out);
    }
}
