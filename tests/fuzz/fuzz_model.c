/* fuzz_model.c - a model file that is damaged and sealed again: refused, or safe to use.
 *
 * The first byte names one of the files in data/; every four that follow are a place and
 * what stands there instead.  The checksums are made anew, so that it is the readers of the
 * arrays that must see what is wrong.  Weights may say anything: the walk must end all the same, and
 * say it in order.
 *
 * SPDX-License-Identifier: MIT
 */
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "model/modelfile.h"
#include "text2gv.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static const char news[] = "Chile signs with Norvik Bank\n\nIngrid Dahl, head of Norvik Bank, told the Financial Times on Monday that "
                           "Chile will pay. \"We trust Chile,\" said Jon Aske, a former member of the Green Party.\n";

enum { FILES = 3, LARGEST = 1 << 25 };

typedef struct file {
    unsigned char *bytes;
    size_t size;
} file;

static file read_file(const char *path)
{
    FILE *in = fopen(path, "rb");
    file f = {malloc(LARGEST), 0};
    if (!in || !f.bytes) abort();
    f.size = fread(f.bytes, 1, LARGEST, in);
    fclose(in);
    return f;
}

static void seal(file f)
{
    t2g_model_header header;
    memcpy(&header, f.bytes, sizeof header);
    header.body = t2g_model_checksum(f.bytes + sizeof header, f.size - sizeof header);
    header.self = t2g_model_checksum(&header, sizeof header - sizeof header.self);
    memcpy(f.bytes, &header, sizeof header);
}

static void write_file(const char *path, file f)
{
    FILE *out = fopen(path, "wb");
    if (!out || fwrite(f.bytes, 1, f.size, out) != f.size || fclose(out) != 0) abort();
}

/* Where four bytes point to: anywhere, or, every other time, into the header and the table, where most can go wrong. */
static size_t place_of(file f, const uint8_t *four)
{
    size_t at = (size_t)four[0] << 16 | (size_t)four[1] << 8 | four[2];
    return (four[0] & 1 ? at >> 1 & 0x3FF : at) % f.size;
}

/* Put what the bytes say in its places; what stood there goes into old. */
static void damage(file f, const uint8_t *data, size_t count, uint8_t *old)
{
    for (size_t i = 0; i < count; i++) {
        size_t at = place_of(f, data + 4 * i);
        old[i] = f.bytes[at];
        f.bytes[at] = data[4 * i + 3];
    }
}

static void mend(file f, const uint8_t *data, size_t count, const uint8_t *old)
{
    while (count-- > 0) f.bytes[place_of(f, data + 4 * count)] = old[count];
}

/* Not check_walk, which does all twice: loading a model is slow enough. */
static void walk(const t2g_model *model)
{
    t2g_document *document;
    char *dump = NULL;
    size_t size;
    FILE *out = open_memstream(&dump, &size);
    if (!out || t2g_document_read(model, "news", 0, news, sizeof news - 1, &document, NULL) != T2G_OK) abort();
    t2g_document_dump(document, T2G_STAGE_FACT, out, NULL);
    t2g_document_dump(document, T2G_STAGE_CONLLU, out, NULL);
    fclose(out);
    free(dump);
    t2g_document_free(document);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static const char *const paths[FILES] = {"data/facts.model", "data/names.model", "data/network.model"};
    static file files[FILES];
    static char place[] = "/tmp/fuzz_model.XXXXXX";
    static t2g_model *model;
    uint8_t old[256];
    if (!model && (t2g_model_load(NULL, &model, NULL) != T2G_OK || close(mkstemp(place)) != 0)) abort();
    if (size < 5) return 0;
    file *f = &files[data[0] % FILES];
    if (!f->bytes) *f = read_file(paths[data[0] % FILES]);
    size_t count = (size - 1) / 4 < sizeof old ? (size - 1) / 4 : sizeof old;
    t2g_error error = {0};
    damage(*f, data + 1, count, old);
    seal(*f);
    write_file(place, *f);
    if (t2g_model_load_weights(model, place, &error) == T2G_OK) walk(model);
    else if (!error.message[0]) abort();
    mend(*f, data + 1, count, old);
    return 0;
}
