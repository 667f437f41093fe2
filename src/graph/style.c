/* SPDX-License-Identifier: MIT */
#include "graph/style.h"

#include "graph/attribute.h"

/* Liberation Sans is measured like Arial; a browser that has neither takes its own. */
#define FONT "Liberation Sans,Arial,Helvetica,sans-serif"

typedef struct setting {
    int kind;
    const char *name, *value;
} setting;

static const setting common[] = {
    {AGRAPH, "fontname", FONT},
    {AGRAPH, "charset", "UTF-8"},
    {AGRAPH, "bgcolor", "white"},
    {AGRAPH, "outputorder", "edgesfirst"},
    {AGNODE, "style", "filled"},
    {AGNODE, "fontname", FONT},
    {AGNODE, "fontcolor", "#1A1A1A"},
    {AGNODE, "margin", "0.13,0.05"},
    {AGEDGE, "fontname", FONT},
    {AGEDGE, "fontsize", "11"},
    {AGEDGE, "arrowsize", "0.8"},
    /* The second word stands under the line, where the first stands over it. */
    {AGEDGE, "labelfontsize", "10"},
    {AGEDGE, "labeldistance", "2.8"},
    {AGEDGE, "labelangle", "-18"},
};

/* From left to right, lines and their words run in the reading direction. */
static const setting ranks[] = {
    {AGRAPH, "rankdir", "LR"},
    {AGRAPH, "ranksep", "0.45"},
    {AGRAPH, "nodesep", "0.2"},
};

/* Nodes without edges would stand in one long column: the parts are packed like a
 * page.  Where it packs, dot 2.42 forgets to keep a rank for the words on edges
 * (it asks the part, not the root, whether there are any); minlen does it. */
static const setting packed[] = {
    {AGRAPH, "pack", "12"},
    {AGRAPH, "packmode", "graph"},
    {AGRAPH, "ranksep", "0.25"},
    {AGEDGE, "minlen", "2"},
};

/* Hundreds of nodes in ranks are a hairball on a ribbon. */
static const setting map[] = {
    {AGRAPH, "layout", "sfdp"},
    {AGRAPH, "overlap", "prism"},
    {AGRAPH, "sep", "+26,10"}, /* points around a node: the words on short edges need them */
    {AGRAPH, "K", "1"},
    {AGRAPH, "splines", "line"},
};

static const struct {
    const char *shape, *fill, *outline;
} node_styles[] = {
    [T2G_PERSON] = {"ellipse", "#FFE9C2", "#B87800"},
    [T2G_ORGANISATION] = {"box", "#D3EAF8", "#2F7FB0"},
    [T2G_COUNTRY] = {"octagon", "#CFEDE0", "#007A58"},
};

static const struct {
    const char *label, *color, *width, *line, *arrow;
} edge_styles[] = {
    [T2G_HEAD_OF] = {"head of", "#00598C", "2.4", "solid", "normal"},
    [T2G_MEMBER_OF] = {"member of", "#00704F", "1.2", "solid", "normal"},
    [T2G_REPORTED_BY] = {"reported by", "#A84A00", "1.2", "dotted", "vee"},
};

/* What is over is grey and dashed; what holds for now, or not yet, ends in a hollow
 * arrow.  NULL: as the relation has it. */
static const struct {
    const char *word, *color, *line, *arrow;
} status_styles[] = {
    [T2G_STATUS_CURRENT] = {"", NULL, NULL, NULL},
    [T2G_STATUS_FORMER] = {"former", "#707070", "dashed", NULL},
    [T2G_STATUS_ACTING] = {"acting", NULL, NULL, "empty"},
    [T2G_STATUS_ELECT] = {"elect", NULL, "dashed", "empty"},
};

static void declare(Agraph_t *picture, const setting *settings, size_t len)
{
    for (size_t i = 0; i < len; i++)
        t2g_attribute_declare(picture, settings[i].kind, settings[i].name, settings[i].value);
}

t2g_style_sheet t2g_style_declare(Agraph_t *picture, size_t nodes)
{
    declare(picture, common, sizeof common / sizeof *common);
    if (nodes > T2G_STYLE_MAP) declare(picture, map, sizeof map / sizeof *map);
    else declare(picture, ranks, sizeof ranks / sizeof *ranks);
    return (t2g_style_sheet){
        .shape = t2g_attribute_declare(picture, AGNODE, "shape", "ellipse"),
        .fill = t2g_attribute_declare(picture, AGNODE, "fillcolor", "white"),
        .outline = t2g_attribute_declare(picture, AGNODE, "color", "black"),
        .font_size = t2g_attribute_declare(picture, AGNODE, "fontsize", "13"),
        .height = t2g_attribute_declare(picture, AGNODE, "height", "0.4"),
        .color = t2g_attribute_declare(picture, AGEDGE, "color", "black"),
        .font_color = t2g_attribute_declare(picture, AGEDGE, "fontcolor", "black"),
        .width = t2g_attribute_declare(picture, AGEDGE, "penwidth", "1"),
        .line = t2g_attribute_declare(picture, AGEDGE, "style", "solid"),
        .arrow = t2g_attribute_declare(picture, AGEDGE, "arrowhead", "normal"),
        .word = t2g_attribute_declare(picture, AGEDGE, "taillabel", ""),
        .weight = t2g_attribute_declare(picture, AGEDGE, "weight", "1"),
    };
}

void t2g_style_node(const t2g_style_sheet *sheet, Agnode_t *node, t2g_entity_type type)
{
    t2g_attribute_set(node, sheet->shape, node_styles[type].shape);
    t2g_attribute_set(node, sheet->fill, node_styles[type].fill);
    t2g_attribute_set(node, sheet->outline, node_styles[type].outline);
}

void t2g_style_alone(const t2g_style_sheet *sheet, Agnode_t *node)
{
    t2g_attribute_set(node, sheet->font_size, "10");
    t2g_attribute_set(node, sheet->height, "0.26");
}

void t2g_style_pack(Agraph_t *picture, size_t alone)
{
    bool in_ranks = !t2g_attribute_find(picture, "layout");
    if (in_ranks && alone > T2G_STYLE_COLUMN) declare(picture, packed, sizeof packed / sizeof *packed);
}

void t2g_style_edge(const t2g_style_sheet *sheet, Agedge_t *edge, t2g_relation relation, t2g_status status)
{
    const char *color = status_styles[status].color, *line = status_styles[status].line;
    const char *arrow = status_styles[status].arrow;
    if (!color) color = edge_styles[relation].color;
    t2g_attribute_set(edge, sheet->color, color);
    t2g_attribute_set(edge, sheet->font_color, color);
    t2g_attribute_set(edge, sheet->width, edge_styles[relation].width);
    t2g_attribute_set(edge, sheet->line, line ? line : edge_styles[relation].line);
    t2g_attribute_set(edge, sheet->arrow, arrow ? arrow : edge_styles[relation].arrow);
    t2g_attribute_set(edge, sheet->word, status_styles[status].word);
    /* Offices give the picture its order, reports follow. */
    t2g_attribute_set(edge, sheet->weight, relation == T2G_REPORTED_BY ? "1" : "3");
}

const char *t2g_style_label(t2g_relation relation)
{
    return edge_styles[relation].label;
}
