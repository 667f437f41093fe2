/* SPDX-License-Identifier: MIT */
#include "train/modelwriter.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static size_t size_of(const t2g_section *s)
{
    return (size_t)s->rows * s->cols * t2g_section_element((t2g_section_type)s->type);
}

static size_t aligned(size_t offset)
{
    return (offset + T2G_MODEL_ALIGN - 1) / T2G_MODEL_ALIGN * T2G_MODEL_ALIGN;
}

void t2g_modelwriter_put(t2g_modelwriter *writer, const char *name, t2g_section_type type, uint32_t rows,
                         uint32_t cols, const void *array)
{
    t2g_section *s = &writer->table[writer->len];
    *s = (t2g_section){.type = type, .rows = rows, .cols = cols};
    memcpy(s->name, name, strlen(name)); /* all are shorter than T2G_SECTION_NAME */
    writer->arrays[writer->len++] = array;
}

unsigned char *t2g_modelwriter_image(t2g_modelwriter *writer, size_t *size)
{
    size_t table = writer->len * sizeof *writer->table, end = aligned(sizeof(t2g_model_header) + table);
    for (uint32_t i = 0; i < writer->len; i++) {
        writer->table[i].offset = end;
        end = aligned(end + size_of(&writer->table[i]));
    }
    unsigned char *image = calloc(end, 1);
    if (!image) return NULL;
    t2g_model_header header = {.magic = "t2gmodel", .version = T2G_MODEL_VERSION, .sections = writer->len, .size = end};
    memcpy(image + sizeof header, writer->table, table);
    for (uint32_t i = 0; i < writer->len; i++)
        memcpy(image + writer->table[i].offset, writer->arrays[i], size_of(&writer->table[i]));
    header.table = t2g_model_checksum(writer->table, table);
    header.body = t2g_model_checksum(image + sizeof header, end - sizeof header);
    header.self = t2g_model_checksum(&header, offsetof(t2g_model_header, self));
    memcpy(image, &header, sizeof header);
    *size = end;
    return image;
}

t2g_result t2g_modelwriter_save(const char *path, const void *bytes, size_t size, t2g_error *error)
{
    char beside[4096];
    snprintf(beside, sizeof beside, "%s.new", path);
    FILE *out = fopen(beside, "wb");
    bool ok = out && fwrite(bytes, 1, size, out) == size;
    if (out && fclose(out) != 0) ok = false;
    if (ok && rename(beside, path) == 0) return T2G_OK;
    return t2g_error_set(error, T2G_IO, 0, "%s: %s", path, strerror(errno));
}
