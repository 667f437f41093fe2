/* SPDX-License-Identifier: MIT */
#include "graph/legend.h"

#include "graph/attribute.h"

/* The box has a row for each status, and two of the rows go on: person, what the
 * person heads, and what that belongs to or is reported by. */
enum { ROWS = 4, COLUMNS = 3 };

typedef struct sample {
    const char *id, *label; /* NULL: no node here */
    t2g_entity_type type;
    t2g_relation relation;  /* of the edge to the node before it in the row */
    t2g_status status;
} sample;

static const sample samples[ROWS][COLUMNS] = {
    {{"legend  person 1", "person", T2G_PERSON, 0, 0},
     {"legend  organisation 1", "organisation", T2G_ORGANISATION, T2G_HEAD_OF, T2G_STATUS_CURRENT},
     {"legend  country", "country", T2G_COUNTRY, T2G_MEMBER_OF, T2G_STATUS_CURRENT}},
    {{"legend  person 2", "person", T2G_PERSON, 0, 0},
     {"legend  organisation 2", "organisation", T2G_ORGANISATION, T2G_HEAD_OF, T2G_STATUS_FORMER},
     {"legend  source", "who says so", T2G_ORGANISATION, T2G_REPORTED_BY, T2G_STATUS_CURRENT}},
    {{"legend  person 3", "person", T2G_PERSON, 0, 0},
     {"legend  organisation 3", "organisation", T2G_ORGANISATION, T2G_HEAD_OF, T2G_STATUS_ACTING},
     {NULL, NULL, 0, 0, 0}},
    {{"legend  person 4", "person", T2G_PERSON, 0, 0},
     {"legend  organisation 4", "organisation", T2G_ORGANISATION, T2G_HEAD_OF, T2G_STATUS_ELECT},
     {NULL, NULL, 0, 0, 0}},
};

/* Attributes of the box; on the root they are declared empty, so nothing else gets them. */
static const struct {
    const char *name, *value;
} box[] = {
    {"label", "Legend"}, {"labeljust", "l"}, {"fontsize", "11"},
    {"style", "rounded"}, {"color", "#A0A0A0"}, {"margin", "12"},
};

static Agnode_t *draw_node(Agraph_t *legend, const t2g_style_sheet *sheet, const sample *s)
{
    Agnode_t *node = agnode(legend, (char *)s->id, 1);
    t2g_attribute_set(node, t2g_attribute_find(node, "label"), s->label);
    t2g_style_node(sheet, node, s->type);
    t2g_style_alone(sheet, node);
    return node;
}

static void draw_edge(Agraph_t *legend, const t2g_style_sheet *sheet, Agnode_t *tail, Agnode_t *head, const sample *s)
{
    Agedge_t *edge = agedge(legend, tail, head, NULL, 1);
    t2g_attribute_set(edge, t2g_attribute_find(edge, "label"), t2g_style_label(s->relation));
    t2g_style_edge(sheet, edge, s->relation, s->status);
}

void t2g_legend_draw(Agraph_t *picture, const t2g_style_sheet *sheet)
{
    Agraph_t *legend = agsubg(picture, (char *)"cluster_legend", 1);
    for (size_t i = 0; i < sizeof box / sizeof *box; i++)
        t2g_attribute_set(legend, t2g_attribute_declare(picture, AGRAPH, box[i].name, ""), box[i].value);
    for (int row = 0; row < ROWS; row++) {
        Agnode_t *before = NULL;
        for (int column = 0; column < COLUMNS && samples[row][column].id; column++) {
            Agnode_t *node = draw_node(legend, sheet, &samples[row][column]);
            if (before) draw_edge(legend, sheet, before, node, &samples[row][column]);
            before = node;
        }
    }
}
