/* SPDX-License-Identifier: MIT */
#include "model/network.h"

#include <stdio.h>

#include "model/feature.h"

enum { SHIFT_LEAST = 1, SHIFT_MOST = 24 };

static bool shifts_are_legal(const uint8_t *shift, uint32_t len)
{
    for (uint32_t i = 0; i < len; i++)
        if (shift[i] < SHIFT_LEAST || shift[i] > SHIFT_MOST) return false;
    return true;
}

/* Are all weights -32..31?  Then the highest three bits of each are the same; eight weights are looked at together. */
static bool weights_are_narrow(const t2g_matrix *m)
{
    uint64_t eight, differing = 0;
    size_t size = (size_t)m->in * m->out;
    for (size_t i = 0; i < size; i += sizeof eight) {
        memcpy(&eight, m->weights + i, sizeof eight);
        differing |= (eight ^ eight << 1) | (eight ^ eight << 2);
    }
    return !(differing & 0x8080808080808080u);
}

/* NAME.w, NAME.b and, when the product feeds a stream, NAME.s; out 0: any. */
static bool open_matrix(t2g_matrix *m, const t2g_modelfile *file, const char *name, uint32_t in, uint32_t out,
                        bool shifted, t2g_error *error)
{
    char section[24];
    uint32_t one = 1;
    *m = (t2g_matrix){.in = in, .out = out};
    snprintf(section, sizeof section, "%s.w", name);
    m->weights = t2g_modelfile_array(file, section, T2G_SECTION_I8, &m->out, &m->in, error);
    if (!m->weights) return false;
    snprintf(section, sizeof section, "%s.b", name);
    m->bias = t2g_modelfile_array(file, section, T2G_SECTION_I32, &one, &m->out, error);
    if (!m->bias) return false;
    if (m->in % 4 || m->out % T2G_TILE || m->in == 0 || m->out == 0) {
        t2g_error_set(error, T2G_FORMAT, 0, "model: %s is %u x %u, no multiple of 4 x 16", name, m->in, m->out);
        return false;
    }
    if (!shifted) return true;
    snprintf(section, sizeof section, "%s.s", name);
    m->shift = t2g_modelfile_array(file, section, T2G_SECTION_U8, &one, &m->out, error);
    if (!m->shift) return false;
    if (m->in % 16 || !weights_are_narrow(m)) {
        t2g_error_set(error, T2G_FORMAT, 0, "model: %s has a weight that is not -32 to 31", name);
        return false;
    }
    if (shifts_are_legal(m->shift, m->out)) return true;
    t2g_error_set(error, T2G_FORMAT, 0, "model: %s has a shift that is not 1 to 24", section);
    return false;
}

static bool open_embedding(t2g_network *n, const t2g_modelfile *file, t2g_error *error)
{
    uint32_t one = 1, words = 0, rows = 0, buckets = T2G_FEATURE_BUCKETS;
    n->word_keys = t2g_modelfile_array(file, "word.keys", T2G_SECTION_U32, &one, &words, error);
    if (!n->word_keys) return false;
    rows = words + 1;
    n->words = words;
    n->word_rows = t2g_modelfile_array(file, "word.rows", T2G_SECTION_I8, &rows, &n->word_width, error);
    if (!n->word_rows) return false;
    n->part_rows = t2g_modelfile_array(file, "part.rows", T2G_SECTION_I8, &buckets, &n->part_width, error);
    n->input = n->word_width + n->part_width;
    return n->part_rows != NULL;
}

static bool open_encoder(t2g_network *n, const t2g_modelfile *file, t2g_error *error)
{
    uint32_t one = 1, steps = 0;
    n->steps = t2g_modelfile_array(file, "steps", T2G_SECTION_U8, &one, &steps, error);
    if (!n->steps) return false;
    if (steps < 2 || steps > T2G_LAYERS_MOST + 1 || !shifts_are_legal(n->steps, steps)) {
        t2g_error_set(error, T2G_FORMAT, 0, "model: %u activations, 2 to %u wanted", steps,
                      (unsigned)T2G_LAYERS_MOST + 1);
        return false;
    }
    n->layers = steps - 1;
    for (uint32_t l = 0; l < n->layers; l++) {
        char name[16];
        snprintf(name, sizeof name, "conv%u", l);
        if (!open_matrix(&n->conv[l], file, name, 3 * (l ? n->width : n->input), n->width, true, error)) return false;
        n->width = n->conv[l].out;
    }
    return true;
}

static bool open_heads(t2g_network *n, const t2g_modelfile *file, const t2g_network_wants *wants, t2g_error *error)
{
    if (!open_matrix(&n->tag, file, "tag", n->width, 0, false, error) ||
        !open_matrix(&n->name, file, "name", n->width, 0, false, error) ||
        !open_matrix(&n->slots, file, "slots", n->width, 0, true, error))
        return false;
    uint32_t one = 1;
    const uint32_t *unit = t2g_modelfile_array(file, "name.unit", T2G_SECTION_U32, &one, &one, error);
    if (!unit) return false;
    n->name_unit = *unit ? *unit : 1;
    n->hidden = n->slots.out / wants->slots;
    uint32_t slots = wants->slots, rows = wants->label_rows, hidden = n->hidden;
    n->missing = t2g_modelfile_array(file, "missing", T2G_SECTION_I16, &slots, &hidden, error);
    n->labels = n->missing ? t2g_modelfile_array(file, "labels", T2G_SECTION_I16, &rows, &hidden, error) : NULL;
    n->label_rows = rows;
    if (!n->labels || !open_matrix(&n->actions, file, "actions", hidden, 0, false, error)) return false;
    if (n->slots.out == slots * hidden && hidden % T2G_TILE == 0 && n->tag.out >= wants->tags &&
        n->name.out >= wants->names && n->actions.out >= wants->actions)
        return true;
    t2g_error_set(error, T2G_FORMAT, 0, "model: the heads do not fit this program's tags and labels");
    return false;
}

t2g_result t2g_network_open(t2g_network *network, const t2g_modelfile *file, const t2g_network_wants *wants,
                            t2g_error *error)
{
    uint32_t one = 1;
    *network = (t2g_network){.kernel = t2g_kernel_at(0)};
    const uint32_t *tagset = t2g_modelfile_array(file, "tagset", T2G_SECTION_U32, &one, &one, error);
    if (!tagset) return T2G_FORMAT;
    if (*tagset != wants->tagset)
        return t2g_error_set(error, T2G_FORMAT, 0, "model: made for another set of tags and labels");
    if (!open_embedding(network, file, error) || !open_encoder(network, file, error) ||
        !open_heads(network, file, wants, error))
        return T2G_FORMAT;
    return T2G_OK;
}

/* The row of a word, or the last row, which stands for all unknown ones. */
static uint32_t find_word(const t2g_network *n, uint32_t key)
{
    uint32_t low = 0, high = n->words;
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        if (n->word_keys[middle] < key) low = middle + 1;
        else high = middle;
    }
    return low < n->words && n->word_keys[low] == key ? low : n->words;
}

void t2g_network_embed(const t2g_network *network, t2g_slice form, uint8_t *embedding)
{
    t2g_features f = t2g_features_of(form);
    const int8_t *word = network->word_rows + (size_t)find_word(network, f.word) * network->word_width;
    for (uint32_t i = 0; i < network->word_width; i++) embedding[i] = (uint8_t)(word[i] + T2G_INPUT_ZERO) & 127;
    embedding += network->word_width;
    for (uint32_t i = 0; i < network->part_width; i++) {
        int32_t sum = T2G_INPUT_ZERO;
        for (uint32_t k = 0; k < T2G_FEATURE_PARTS; k++)
            sum += network->part_rows[(size_t)f.part[k] * network->part_width + i];
        sum = sum > T2G_ACTIVE_MOST ? T2G_ACTIVE_MOST : sum;
        embedding[i] = (uint8_t)(sum < 0 ? 0 : sum);
    }
}

size_t t2g_network_scratch(const t2g_network *network, uint32_t len)
{
    size_t rows = (size_t)len + 2 * T2G_TILE + 2;
    return rows * network->width * (sizeof(int16_t) + 1);
}

/* The stream lies first in the scratch, then the activations with a row before the first. */
void t2g_network_encode(const t2g_network *network, const uint8_t *inputs, const uint8_t *is_gap, uint32_t len,
                        void *scratch, uint8_t *vectors)
{
    size_t width = network->width, rows = (size_t)len + 2 * T2G_TILE + 2;
    int16_t *stream = scratch;
    uint8_t *active = (uint8_t *)(stream + rows * width);
    memset(scratch, 0, t2g_network_scratch(network, len));
    for (uint32_t l = 0; l < network->layers; l++) {
        size_t stride = l ? width : network->input;
        const uint8_t *before = l ? active : inputs - stride;
        network->kernel->add(&network->conv[l], before, stride, len, T2G_STREAM_LIMIT, stream);
        bool last = l + 1 == network->layers;
        uint8_t *to = last ? vectors : active + width;
        network->kernel->activate(stream, len * width, network->steps[l], to);
        for (uint32_t i = 0; i < len; i++)
            if (is_gap[i]) memset(to + i * width, 0, width);
    }
}
