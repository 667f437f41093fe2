/* SPDX-License-Identifier: MIT */
#include "model/modelfile.h"

#include <string.h>

static const char magic[] = "t2gmodel";

size_t t2g_section_element(t2g_section_type type)
{
    static const uint8_t size[T2G_SECTION_TYPES] = {
        [T2G_SECTION_U8] = 1, [T2G_SECTION_I8] = 1, [T2G_SECTION_I16] = 2, [T2G_SECTION_I32] = 4, [T2G_SECTION_U32] = 4};
    return type < T2G_SECTION_TYPES ? size[type] : 0;
}

/* FNV-1a by words of eight bytes in four lanes: a byte at a time would cost
 * more than everything else the program does at its start.  The high half is
 * folded in at each step, as FNV alone lets the top bits of a word fade. */
uint64_t t2g_model_checksum(const void *bytes, size_t size)
{
    enum { LANES = 4 };
    uint64_t lane[LANES] = {0xCBF29CE484222325u, 1, 2, 3}, sum = size;
    const unsigned char *at = bytes;
    for (size_t i = 0; i + 8 <= size; i += 8) {
        uint64_t word, *to = &lane[i / 8 % LANES];
        memcpy(&word, at + i, 8);
        *to = (*to ^ word) * 0x100000001B3u;
        *to ^= *to >> 32;
    }
    for (int i = 0; i < LANES; i++) sum = (sum ^ lane[i]) * 0x9E3779B97F4A7C15u;
    return sum ^ sum >> 29;
}

static bool is_little_endian(void)
{
    const uint16_t one = 1;
    unsigned char first;
    memcpy(&first, &one, 1);
    return first == 1;
}

static t2g_result broken(t2g_error *error, size_t where, const char *what)
{
    return t2g_error_set(error, T2G_FORMAT, where, "model: %s", what);
}

static t2g_result check_section(const t2g_section *s, size_t where, uint64_t begin, uint64_t size, t2g_error *error)
{
    uint64_t element = t2g_section_element((t2g_section_type)s->type);
    if (!memchr(s->name, 0, sizeof s->name)) return broken(error, where, "a section's name does not end");
    if (!element) return broken(error, where, "a section is of an unknown type");
    /* rows * cols * 4 fits: both have 32 bits and are bounded by the size first. */
    uint64_t room = s->offset > size ? 0 : size - s->offset;
    if (s->offset < begin || s->offset % T2G_MODEL_ALIGN || (s->cols && s->rows > room / element / s->cols))
        return broken(error, where, "a section lies outside the file");
    return T2G_OK;
}

t2g_result t2g_modelfile_open(t2g_modelfile *file, const void *image, size_t size, bool deep, t2g_error *error)
{
    t2g_model_header h;
    *file = (t2g_modelfile){.image = image};
    if (!is_little_endian()) return broken(error, 0, "this machine is big-endian, the file little-endian");
    if (size < sizeof h || memcmp(image, magic, sizeof h.magic) != 0)
        return broken(error, 0, "not a model of text2gv (\"t2gmodel\" is missing)");
    memcpy(&h, image, sizeof h);
    if (h.version != T2G_MODEL_VERSION)
        return t2g_error_set(error, T2G_FORMAT, 8, "model: version %u found, version %u wanted", h.version,
                             (unsigned)T2G_MODEL_VERSION);
    if (h.self != t2g_model_checksum(&h, offsetof(t2g_model_header, self)))
        return broken(error, 0, "the header is damaged (checksum)");
    if (h.size != size)
        return t2g_error_set(error, T2G_FORMAT, size, "model: %zu bytes found, %llu wanted", size,
                             (unsigned long long)h.size);
    uint64_t table = h.sections * sizeof(t2g_section);
    if (size % 8 || h.sections > T2G_SECTIONS_MOST || table > size - sizeof h)
        return broken(error, sizeof h, "the table of sections does not fit");
    file->table = (const t2g_section *)(const void *)(file->image + sizeof h);
    file->sections = h.sections;
    if (h.table != t2g_model_checksum(file->table, table))
        return broken(error, sizeof h, "the table of sections is damaged (checksum)");
    if (deep && h.body != t2g_model_checksum(file->image + sizeof h, size - sizeof h))
        return broken(error, sizeof h, "the data is damaged (checksum)");
    for (uint32_t i = 0; i < h.sections; i++) {
        t2g_result result = check_section(&file->table[i], sizeof h + i * sizeof(t2g_section), sizeof h + table, size,
                                          error);
        if (result != T2G_OK) return result;
    }
    return T2G_OK;
}

bool t2g_modelfile_has(const t2g_modelfile *file, const char *name)
{
    for (uint32_t i = 0; i < file->sections; i++)
        if (strcmp(file->table[i].name, name) == 0) return true;
    return false;
}

const void *t2g_modelfile_array(const t2g_modelfile *file, const char *name, t2g_section_type type, uint32_t *rows,
                                uint32_t *cols, t2g_error *error)
{
    for (uint32_t i = 0; i < file->sections; i++) {
        const t2g_section *s = &file->table[i];
        if (strcmp(s->name, name) != 0) continue;
        if (s->type != (uint32_t)type || (*rows && *rows != s->rows) || (*cols && *cols != s->cols)) {
            t2g_error_set(error, T2G_FORMAT, (size_t)s->offset, "model: %s is type %u, %u x %u; wanted %u, %u x %u",
                          name, s->type, s->rows, s->cols, (unsigned)type, *rows, *cols);
            return NULL;
        }
        *rows = s->rows;
        *cols = s->cols;
        return file->image + s->offset;
    }
    t2g_error_set(error, T2G_FORMAT, 0, "model: %s is missing", name);
    return NULL;
}
