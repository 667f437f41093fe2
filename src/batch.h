/* batch.h - pieces of text in, analysed documents out in the same order, by several threads.
 *
 * The caller's thread submits pieces and takes documents back; between them a ring
 * of as many slots as keep all threads busy bounds the memory, whatever the
 * length of the input.  With one thread nothing runs beside the caller.  The
 * order of the documents, and so every byte of the output, is the same for any
 * number of threads.
 *
 * SPDX-License-Identifier: MIT
 */
#ifndef T2G_BATCH_H
#define T2G_BATCH_H

#include "input/plain.h"
#include "text2gv.h"

enum { T2G_BATCH_THREADS = 256 }; /* the most that make sense to ask for */

typedef struct t2g_batch t2g_batch;

/* What comes back: a document, or why there is none. */
typedef struct t2g_finding {
    const char *name;       /* of the source, as submitted                          */
    t2g_document *document; /* NULL when it failed; freed by the batch afterwards   */
    t2g_result result;
    t2g_error error;
} t2g_finding;

/* Called on the caller's thread, in the order of submission; anything but T2G_OK
 * makes the call it came from return so. */
typedef t2g_result t2g_batch_take(void *context, const t2g_finding *finding);

/* Start the threads.  T2G_NOMEM, also when no thread can be had. */
t2g_result t2g_batch_init(t2g_batch **batch, const t2g_model *model, unsigned threads, t2g_batch_take *take,
                          void *context, t2g_error *error);

/* Submit a piece, whose bytes the batch frees; name must live until it is taken. */
t2g_result t2g_batch_submit(t2g_batch *batch, const char *name, t2g_piece piece);

/* Take all that are still under way. */
t2g_result t2g_batch_finish(t2g_batch *batch);

/* Wait for the threads and let go of everything, taken or not. */
void t2g_batch_free(t2g_batch *batch);

#endif
