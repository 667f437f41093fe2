/* SPDX-License-Identifier: MIT */
#include "batch.h"

#include <pthread.h>
#include <stdlib.h>

enum { SLOTS_PER_THREAD = 2 }; /* one worked on, one done or waiting */

typedef struct slot {
    t2g_piece piece;
    t2g_finding finding;
    bool done;
} slot;

/* The ring: slots [taken, begun) are with the threads or done, [begun, submitted)
 * wait.  The three only grow; a place is their remainder by slots_len. */
struct t2g_batch {
    const t2g_model *model;
    t2g_batch_take *take;
    void *context;
    slot *slots; /* [slots_len] */
    size_t slots_len;
    size_t taken, begun, submitted;
    pthread_t *threads; /* [threads_len] none when the caller works alone */
    unsigned threads_len;
    bool over; /* no more will be submitted                */
    pthread_mutex_t lock; /* of all above from slots on     */
    pthread_cond_t work, done;
};

static slot *slot_at(t2g_batch *batch, size_t place)
{
    return &batch->slots[place % batch->slots_len];
}

static void analyse(const t2g_model *model, slot *s)
{
    s->finding.result = t2g_document_read(model, s->finding.name, s->piece.offset, s->piece.bytes, s->piece.size,
                                          &s->finding.document, &s->finding.error);
    free(s->piece.bytes);
    s->piece.bytes = NULL;
}

static void *work(void *argument)
{
    t2g_batch *batch = argument;
    pthread_mutex_lock(&batch->lock);
    for (;;) {
        while (batch->begun == batch->submitted && !batch->over) pthread_cond_wait(&batch->work, &batch->lock);
        if (batch->over) break;
        slot *s = slot_at(batch, batch->begun++);
        pthread_mutex_unlock(&batch->lock);
        analyse(batch->model, s);
        pthread_mutex_lock(&batch->lock);
        s->done = true;
        pthread_cond_signal(&batch->done);
    }
    pthread_mutex_unlock(&batch->lock);
    return NULL;
}

static bool start_threads(t2g_batch *batch, unsigned threads)
{
    batch->threads = calloc(threads, sizeof *batch->threads);
    if (!batch->threads) return false;
    while (batch->threads_len < threads) {
        if (pthread_create(&batch->threads[batch->threads_len], NULL, work, batch) != 0) break;
        batch->threads_len++;
    }
    return batch->threads_len > 0; /* fewer than asked for do as well */
}

t2g_result t2g_batch_init(t2g_batch **batch, const t2g_model *model, unsigned threads, t2g_batch_take *take,
                          void *context, t2g_error *error)
{
    t2g_batch *b = *batch = calloc(1, sizeof *b);
    if (!b) return t2g_error_nomem(error);
    b->model = model;
    b->take = take;
    b->context = context;
    pthread_mutex_init(&b->lock, NULL);
    pthread_cond_init(&b->work, NULL);
    pthread_cond_init(&b->done, NULL);
    b->slots_len = threads > 1 ? (size_t)threads * SLOTS_PER_THREAD : 1;
    b->slots = calloc(b->slots_len, sizeof *b->slots);
    if (b->slots && (threads <= 1 || start_threads(b, threads))) return T2G_OK;
    t2g_batch_free(b);
    *batch = NULL;
    return t2g_error_nomem(error);
}

/* Give the oldest document to the caller, waiting for it if need be. */
static t2g_result take_oldest(t2g_batch *batch)
{
    slot *s = slot_at(batch, batch->taken);
    if (batch->threads_len) {
        pthread_mutex_lock(&batch->lock);
        while (!s->done) pthread_cond_wait(&batch->done, &batch->lock);
        pthread_mutex_unlock(&batch->lock);
    } else {
        analyse(batch->model, s);
    }
    t2g_result result = batch->take(batch->context, &s->finding);
    t2g_document_free(s->finding.document);
    *s = (slot){0};
    batch->taken++;
    return result;
}

t2g_result t2g_batch_submit(t2g_batch *batch, const char *name, t2g_piece piece)
{
    t2g_result result = T2G_OK;
    if (batch->submitted - batch->taken == batch->slots_len) result = take_oldest(batch);
    if (result != T2G_OK) {
        free(piece.bytes);
        return result;
    }
    pthread_mutex_lock(&batch->lock);
    *slot_at(batch, batch->submitted++) = (slot){.piece = piece, .finding.name = name};
    pthread_cond_signal(&batch->work);
    pthread_mutex_unlock(&batch->lock);
    return T2G_OK;
}

t2g_result t2g_batch_finish(t2g_batch *batch)
{
    t2g_result result = T2G_OK;
    while (result == T2G_OK && batch->taken < batch->submitted) result = take_oldest(batch);
    return result;
}

void t2g_batch_free(t2g_batch *batch)
{
    if (!batch) return;
    pthread_mutex_lock(&batch->lock);
    batch->over = true;
    pthread_cond_broadcast(&batch->work);
    pthread_mutex_unlock(&batch->lock);
    for (unsigned i = 0; i < batch->threads_len; i++) pthread_join(batch->threads[i], NULL);
    for (; batch->taken < batch->submitted; batch->taken++) {
        free(slot_at(batch, batch->taken)->piece.bytes);
        t2g_document_free(slot_at(batch, batch->taken)->finding.document);
    }
    pthread_cond_destroy(&batch->done);
    pthread_cond_destroy(&batch->work);
    pthread_mutex_destroy(&batch->lock);
    free(batch->threads);
    free(batch->slots);
    free(batch);
}
