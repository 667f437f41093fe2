/* modelwriter.h - named arrays in, a model file (model/modelfile.h) out.
 *
 * SPDX-License-Identifier: MIT
 */
#ifndef T2G_TRAIN_MODELWRITER_H
#define T2G_TRAIN_MODELWRITER_H

#include <stddef.h>

#include "model/modelfile.h"

enum { T2G_WRITER_SECTIONS = 16 };

typedef struct t2g_modelwriter {
    t2g_section table[T2G_WRITER_SECTIONS];
    const void *arrays[T2G_WRITER_SECTIONS]; /* the caller's, until the image is made      */
    uint32_t len;
} t2g_modelwriter;

void t2g_modelwriter_put(t2g_modelwriter *writer, const char *name, t2g_section_type type, uint32_t rows,
                         uint32_t cols, const void *array);

/* The whole file in memory, to be freed; NULL when memory is out. */
unsigned char *t2g_modelwriter_image(t2g_modelwriter *writer, size_t *size);

/* Write bytes beside the path and rename.  T2G_IO. */
t2g_result t2g_modelwriter_save(const char *path, const void *bytes, size_t size, t2g_error *error);

#endif
