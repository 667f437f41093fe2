/* SPDX-License-Identifier: MIT */
#include "graph/graph.h"

#include <stdlib.h>

struct t2g_graph {
    Agraph_t *cgraph;
};

t2g_result t2g_graph_init(t2g_graph **graph, const char *name, t2g_error *error)
{
    *graph = calloc(1, sizeof **graph);
    if (!*graph) return t2g_error_nomem(error);
    (*graph)->cgraph = agopen((char *)name, Agdirected, NULL);
    agattr((*graph)->cgraph, AGNODE, "type", "");
    return T2G_OK;
}

t2g_result t2g_graph_add(t2g_graph *graph, const char *source, uint64_t offset, const t2g_text *text,
                         const t2g_tokens *tokens, const t2g_sentences *sentences, const t2g_mentions *mentions,
                         const t2g_entities *entities, const t2g_facts *facts, t2g_error *error)
{
    (void)source, (void)offset, (void)text, (void)tokens, (void)sentences, (void)mentions, (void)facts;
    for (uint32_t e = 0; e < entities->len; e++) {
        char name[256];
        snprintf(name, sizeof name, "%.*s", (int)entities->at[e].name.size, entities->at[e].name.bytes);
        Agnode_t *node = agnode(graph->cgraph, name, 1);
        if (!node) return t2g_error_nomem(error);
        agset(node, "type", (char *)t2g_entity_type_name(entities->at[e].type));
    }
    return T2G_OK;
}

t2g_result t2g_graph_finish(t2g_graph *graph, uint16_t min_confidence, t2g_error *error)
{
    (void)graph, (void)min_confidence, (void)error;
    return T2G_OK;
}

Agraph_t *t2g_graph_cgraph(t2g_graph *graph)
{
    return graph->cgraph;
}

void t2g_graph_free(t2g_graph *graph)
{
    if (!graph) return;
    agclose(graph->cgraph);
    free(graph);
}
