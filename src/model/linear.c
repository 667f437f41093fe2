/* SPDX-License-Identifier: MIT */
#include "model/linear.h"

enum { ROW_SHIFT = 16 }; /* a hash's upper bits are the row */

static t2g_result check(const t2g_linear *linear, t2g_error *error)
{
    for (uint32_t i = 0; i < linear->questions * T2G_LINEAR_BINS; i++)
        if (linear->calibration[i] > 1000) return t2g_error_set(error, T2G_FORMAT, i, "model: facts.true is over 1000 per mille");
    if (linear->exps[0] != T2G_LINEAR_EXP_ONE) return t2g_error_set(error, T2G_FORMAT, 0, "model: facts.exp does not begin with 1");
    for (uint32_t i = 1; i < T2G_LINEAR_EXPS; i++)
        if (linear->exps[i] > linear->exps[i - 1]) return t2g_error_set(error, T2G_FORMAT, i, "model: facts.exp rises");
    return T2G_OK;
}

t2g_result t2g_linear_open(t2g_linear *linear, const t2g_modelfile *file, uint32_t questions, t2g_error *error)
{
    uint32_t rows = T2G_LINEAR_ROWS, outputs = T2G_LINEAR_OUTPUTS, one = 1, exps = T2G_LINEAR_EXPS, bins = T2G_LINEAR_BINS;
    *linear = (t2g_linear){.questions = questions};
    if (!(linear->weights = t2g_modelfile_array(file, "facts.w", T2G_SECTION_I16, &rows, &outputs, error))) return T2G_FORMAT;
    if (!(linear->exps = t2g_modelfile_array(file, "facts.exp", T2G_SECTION_U32, &one, &exps, error))) return T2G_FORMAT;
    if (!(linear->calibration = t2g_modelfile_array(file, "facts.true", T2G_SECTION_U32, &questions, &bins, error))) return T2G_FORMAT;
    if (!(linear->cut = t2g_modelfile_array(file, "facts.cut", T2G_SECTION_U32, &one, &questions, error))) return T2G_FORMAT;
    return check(linear, error);
}

void t2g_linear_add(const t2g_linear *linear, const uint32_t *features, uint32_t len, int32_t score[T2G_LINEAR_OUTPUTS])
{
    for (uint32_t i = 0; i < len; i++) {
        const int16_t *row = &linear->weights[(features[i] >> ROW_SHIFT) * T2G_LINEAR_OUTPUTS];
        for (int o = 0; o < T2G_LINEAR_OUTPUTS; o++) score[o] += row[o];
    }
}

static uint64_t exp_below(const t2g_linear *linear, int64_t below)
{
    return below < T2G_LINEAR_EXPS ? linear->exps[below] : 0;
}

void t2g_linear_softmax(const t2g_linear *linear, const int32_t score[2], uint32_t chance[2])
{
    int64_t best = 0;
    for (int o = 0; o < 2; o++)
        if (score[o] > best) best = score[o];
    uint64_t part[2] = {exp_below(linear, best - score[0]), exp_below(linear, best - score[1])};
    uint64_t all = part[0] + part[1] + exp_below(linear, best);
    for (int o = 0; o < 2; o++) chance[o] = (uint32_t)(1000 * part[o] / all);
}

bool t2g_linear_believes(const t2g_linear *linear, uint32_t question, uint32_t chance)
{
    return chance >= linear->cut[question];
}

uint32_t t2g_linear_calibrate(const t2g_linear *linear, uint32_t question, uint32_t chance)
{
    enum { STEP = 1000 / (T2G_LINEAR_BINS - 1) };
    const uint32_t *at = &linear->calibration[question * T2G_LINEAR_BINS];
    uint32_t bin = chance / STEP, rest = chance % STEP;
    if (bin >= T2G_LINEAR_BINS - 1) return at[T2G_LINEAR_BINS - 1];
    return (at[bin] * (STEP - rest) + at[bin + 1] * rest) / STEP;
}
