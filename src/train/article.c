/* SPDX-License-Identifier: MIT */
#include "train/article.h"

#include <stdlib.h>

#include "base/file.h"

t2g_result t2g_article_read(const t2g_model *model, const char *path, t2g_document **document, t2g_error *error)
{
    char *bytes = NULL;
    size_t size;
    *document = NULL;
    t2g_result result = t2g_file_read(path, &bytes, &size, error);
    if (result == T2G_OK) result = t2g_document_read(model, path, 0, bytes, size, document, error);
    free(bytes);
    return result;
}
