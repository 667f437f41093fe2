/* SPDX-License-Identifier: MIT */
#include "model/weights.h"

#include <stdlib.h>

#include "base/file.h"

/* data/network.model, facts.model, names.model, sentence.model and renown.model, put into the program by weights_image.S. */
extern const unsigned char t2g_weights_image[];
extern const unsigned char t2g_weights_image_end[];
extern const unsigned char t2g_facts_image[];
extern const unsigned char t2g_facts_image_end[];
extern const unsigned char t2g_names_image[];
extern const unsigned char t2g_names_image_end[];
extern const unsigned char t2g_ends_image[];
extern const unsigned char t2g_ends_image_end[];
extern const unsigned char t2g_renown_image[];
extern const unsigned char t2g_renown_image_end[];

static t2g_result open_image(t2g_modelfile *file, const unsigned char *image, const unsigned char *end, t2g_error *error)
{
    return t2g_modelfile_open(file, image, (size_t)(end - image), false, error);
}

/* A file in the place of the model that it is. */
static t2g_result open_file(t2g_weights *weights, const char *path, t2g_error *error)
{
    t2g_modelfile file;
    size_t size;
    t2g_result result = t2g_file_read(path, &weights->bytes, &size, error);
    if (result == T2G_OK) result = t2g_modelfile_open(&file, weights->bytes, size, true, error);
    if (result != T2G_OK) return result;
    weights->has_foreign_names = t2g_modelfile_has(&file, "crf.table");
    bool facts = t2g_modelfile_has(&file, "facts.w");
    bool ends = t2g_modelfile_has(&file, "ends.w"), renown = t2g_modelfile_has(&file, "renown.list");
    *(weights->has_foreign_names ? &weights->names : facts ? &weights->judge : ends ? &weights->ends :
      renown ? &weights->known : &weights->file) = file;
    return T2G_OK;
}

t2g_result t2g_weights_load(t2g_weights **weights, const char *path, const t2g_network_wants *wants, uint32_t questions,
                            t2g_error *error)
{
    t2g_weights *w = *weights = calloc(1, sizeof *w);
    if (!w) return t2g_error_nomem(error);
    t2g_result result = open_image(&w->file, t2g_weights_image, t2g_weights_image_end, error);
    if (result == T2G_OK) result = open_image(&w->names, t2g_names_image, t2g_names_image_end, error);
    if (result == T2G_OK) result = open_image(&w->judge, t2g_facts_image, t2g_facts_image_end, error);
    if (result == T2G_OK) result = open_image(&w->ends, t2g_ends_image, t2g_ends_image_end, error);
    if (result == T2G_OK) result = open_image(&w->known, t2g_renown_image, t2g_renown_image_end, error);
    if (result == T2G_OK && path) result = open_file(w, path, error);
    if (result == T2G_OK) result = t2g_network_open(&w->network, &w->file, wants, error);
    if (result == T2G_OK) result = t2g_linear_open(&w->facts, &w->judge, questions, error);
    if (result == T2G_OK) result = t2g_renown_open(&w->renown, &w->known, error);
    if (result != T2G_OK) {
        t2g_weights_free(w);
        *weights = NULL;
    }
    return result;
}

void t2g_weights_free(t2g_weights *weights)
{
    if (!weights) return;
    free(weights->bytes);
    free(weights);
}
