/* modelfile.h - the container of everything learned: named arrays, read where they lie.
 *
 *     header   64 bytes: "t2gmodel", version, number of sections, size of the
 *              file, checksum of what follows the header, checksum of the header
 *     table    one t2g_section each: name, element type, rows, columns, offset
 *     arrays   each at a multiple of 64 bytes
 *
 * All numbers are little-endian.  The file is position-independent: it can be
 * embedded with .incbin or mapped, and loading neither copies nor converts it.
 * A section holds rows * columns elements of one of the types below.
 *
 * SPDX-License-Identifier: MIT
 */
#ifndef T2G_MODEL_MODELFILE_H
#define T2G_MODEL_MODELFILE_H

#include <stdbool.h>
#include <stdint.h>

#include "base/error.h"

enum { T2G_MODEL_VERSION = 1, T2G_MODEL_ALIGN = 64, T2G_SECTION_NAME = 12, T2G_SECTIONS_MOST = 256 };

typedef enum t2g_section_type {
    T2G_SECTION_U8 = 1,
    T2G_SECTION_I8,
    T2G_SECTION_I16,
    T2G_SECTION_I32,
    T2G_SECTION_U32,
    T2G_SECTION_TYPES
} t2g_section_type;

typedef struct t2g_model_header {
    char magic[8];     /* "t2gmodel"                                                      */
    uint32_t version;  /* T2G_MODEL_VERSION                                               */
    uint32_t sections; /* at most T2G_SECTIONS_MOST                                       */
    uint64_t size;     /* of the whole file, a multiple of T2G_MODEL_ALIGN                */
    uint64_t body;     /* t2g_model_checksum of everything behind the header              */
    uint64_t table;    /* of the table of sections                                        */
    uint64_t spare[2]; /* 0                                                               */
    uint64_t self;     /* of the 56 bytes before this one                                 */
} t2g_model_header;

typedef struct t2g_section {
    char name[T2G_SECTION_NAME]; /* padded with NUL                                       */
    uint32_t type;               /* t2g_section_type                                      */
    uint32_t rows, cols;
    uint64_t offset; /* from the beginning of the file                                    */
} t2g_section;

typedef struct t2g_modelfile {
    const unsigned char *image; /* the caller's, aligned to 8 bytes                       */
    const t2g_section *table;   /* [sections]                                             */
    uint32_t sections;
} t2g_modelfile;

/* Check an image of size bytes and take it; it must outlive the file.  The
 * header, the table and the bounds of every array are always checked; the
 * checksum of all bytes when deep is true: that costs a read of the whole, which
 * the image inside the program does not need.  T2G_FORMAT says what is wrong. */
t2g_result t2g_modelfile_open(t2g_modelfile *file, const void *image, size_t size, bool deep, t2g_error *error);

/* The array of that name, which must have the given type and shape (a count of
 * 0 allows any and is set); NULL and *error when it is missing or different. */
const void *t2g_modelfile_array(const t2g_modelfile *file, const char *name, t2g_section_type type, uint32_t *rows,
                                uint32_t *cols, t2g_error *error);

bool t2g_modelfile_has(const t2g_modelfile *file, const char *name);

/* size must be a multiple of 8. */
uint64_t t2g_model_checksum(const void *bytes, size_t size);

size_t t2g_section_element(t2g_section_type type); /* bytes of one element */

#endif
