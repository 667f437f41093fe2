/* weights.h - everything learned, loaded once: the model inside the program, or a file.
 *
 * The built-in model is read where it lies, so loading it costs nothing; a file
 * is read into memory and checked to the last byte.  Immutable once loaded, and
 * shared by threads.
 *
 * SPDX-License-Identifier: MIT
 */
#ifndef T2G_MODEL_WEIGHTS_H
#define T2G_MODEL_WEIGHTS_H

#include "model/linear.h"
#include "model/network.h"
#include "model/renown.h"

typedef struct t2g_weights {
    char *bytes;         /* of a file; NULL when all is built in                          */
    t2g_modelfile file;  /* of the network                                                */
    t2g_modelfile names; /* of the names: nlp/mention/name.h opens it                             */
    t2g_modelfile judge; /* of the facts                                                  */
    t2g_modelfile ends;  /* of sentences: nlp/token/boundary.h opens it                           */
    t2g_modelfile known; /* of who serves which state                                     */
    t2g_network network;
    t2g_linear facts;
    t2g_renown renown;
    bool has_foreign_names; /* they are the file's, and every number in them must be checked */
} t2g_weights;

/* path NULL: the built-in models; a file takes the place of the one whose sections it has.
 * questions is how many the judge of facts answers.  T2G_NOMEM; T2G_IO; T2G_FORMAT when it is
 * no model, a damaged one, or one made for other rooms than wants tells of. */
t2g_result t2g_weights_load(t2g_weights **weights, const char *path, const t2g_network_wants *wants, uint32_t questions,
                            t2g_error *error);

void t2g_weights_free(t2g_weights *weights);

#endif
