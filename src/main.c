/* main.c - the command line. SPDX-License-Identifier: MIT */
#include <stdlib.h>

#include "text2gv.h"

int main(int argc, char **argv)
{
    t2g_error error = {0};
    t2g_model *model = NULL;
    t2g_graph *graph = NULL;
    if (t2g_model_load(NULL, &model, &error) || t2g_graph_new("text2gv", &graph, &error)) return 1;
    static char bytes[1 << 20];
    t2g_stage dump = T2G_STAGES;
    for (int i = 1; i < argc; i++) {
        if (argv[i][0] == '-') {
            dump = t2g_stage_find(argv[i] + 7);
            continue;
        }
        FILE *in = fopen(argv[i], "rb");
        if (!in) return 1;
        size_t size = fread(bytes, 1, sizeof bytes, in);
        fclose(in);
        t2g_document *document;
        if (t2g_document_read(model, argv[i], 0, bytes, size, &document, &error)) return 1;
        if (dump != T2G_STAGES) t2g_document_dump(document, dump, stdout, &error);
        else t2g_graph_take(graph, document, &error);
        t2g_document_free(document);
    }
    if (dump == T2G_STAGES) t2g_graph_write(graph, NULL, stdout, &error);
    t2g_graph_free(graph);
    t2g_model_free(model);
    return 0;
}
