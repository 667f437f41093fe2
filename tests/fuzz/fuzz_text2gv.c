/* fuzz_text2gv.c - any bytes in, every invariant of the walk asserted, DOT read back.
 *
 * Built by clang with libFuzzer (make fuzz).  tests/invariants/examples replays the corpus
 * without it in make check.
 *
 * SPDX-License-Identifier: MIT
 */
#include "invariants/walk.h"

#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static t2g_model *model; /* loaded once, never freed: reachable, so no leak */
    if (!model && t2g_model_load(NULL, &model, NULL) != T2G_OK) abort();
    check_walk(model, data, size);
    return 0;
}
