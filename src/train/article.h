/* article.h - an article as the whole program reads it, for the trainers that learn from what it found.
 *
 * SPDX-License-Identifier: MIT
 */
#ifndef T2G_TRAIN_ARTICLE_H
#define T2G_TRAIN_ARTICLE_H

#include "text2gv.h"

/* Read a file as one document, to be freed by t2g_document_free; *document is NULL after an error. */
t2g_result t2g_article_read(const t2g_model *model, const char *path, t2g_document **document, t2g_error *error);

#endif
