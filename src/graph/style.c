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
    {AGNODE, "fontsize", "13"},
    {AGNODE, "fontcolor", "#1A1A1A"},
    {AGNODE, "height", "0.42"},
    {AGNODE, "margin", "0.14,0.06"},
    {AGNODE, "penwidth", "1.2"},
    {AGEDGE, "fontname", FONT},
    {AGEDGE, "fontsize", "10"},
    {AGEDGE, "labelfontsize", "9"},
    {AGEDGE, "arrowsize", "0.8"},
};

/* From left to right lines and their words run along the reading direction; what
 * hangs together is laid out together, and the parts are packed like a page. */
static const setting ranks[] = {
    {AGRAPH, "rankdir", "LR"},
    {AGRAPH, "ranksep", "0.7"},
    {AGRAPH, "nodesep", "0.22"},
    {AGRAPH, "pack", "14"},
    {AGRAPH, "packmode", "graph"},
};

/* Hundreds of nodes in ranks are a hairball on a ribbon. */
static const setting map[] = {
    {AGRAPH, "layout", "sfdp"},
    {AGRAPH, "overlap", "prism"},
    {AGRAPH, "overlap_scaling", "-4"},
    {AGRAPH, "K", "0.9"},
    {AGRAPH, "repulsiveforce", "1.4"},
    {AGRAPH, "splines", "line"},
};

static const struct {
    const char *shape, *fill, *line;
} node_styles[] = {
    [T2G_PERSON] = {"ellipse", "#FFE9C2", "#B87800"},
    [T2G_ORGANISATION] = {"box", "#D3EAF8", "#2F7FB0"},
    [T2G_COUNTRY] = {"hexagon", "#CFEDE0", "#007A58"},
};

static const struct {
    const char *label, *color, *width, *dash, *head;
} edge_styles[] = {
    [T2G_HEAD_OF] = {"head of", "#00598C", "2.4", "solid", "normal"},
    [T2G_MEMBER_OF] = {"member of", "#00704F", "1.3", "solid", "normal"},
    [T2G_REPORTED_BY] = {"reported by", "#A84A00", "1.1", "dotted", "vee"},
};

/* What is over is grey and dashed; what is for now, or not yet, has a hollow head. */
static const struct {
    const char *word, *dash, *head, *color;
} status_styles[] = {
    [T2G_STATUS_CURRENT] = {"", NULL, NULL, NULL},
    [T2G_STATUS_FORMER] = {"former", "dashed", NULL, "#707070"},
    [T2G_STATUS_ACTING] = {"acting", NULL, "empty", NULL},
    [T2G_STATUS_ELECT] = {"elect", "dashed", "empty", NULL},
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
        .line = t2g_attribute_declare(picture, AGNODE, "color", "black"),
        .color = t2g_attribute_declare(picture, AGEDGE, "color", "black"),
        .font = t2g_attribute_declare(picture, AGEDGE, "fontcolor", "black"),
        .width = t2g_attribute_declare(picture, AGEDGE, "penwidth", "1"),
        .dash = t2g_attribute_declare(picture, AGEDGE, "style", "solid"),
        .head = t2g_attribute_declare(picture, AGEDGE, "arrowhead", "normal"),
        .word = t2g_attribute_declare(picture, AGEDGE, "taillabel", ""),
        .weight = t2g_attribute_declare(picture, AGEDGE, "weight", "1"),
    };
}

void t2g_style_node(const t2g_style_sheet *sheet, Agnode_t *node, t2g_entity_type type)
{
    t2g_attribute_set(node, sheet->shape, node_styles[type].shape);
    t2g_attribute_set(node, sheet->fill, node_styles[type].fill);
    t2g_attribute_set(node, sheet->line, node_styles[type].line);
}

void t2g_style_edge(const t2g_style_sheet *sheet, Agedge_t *edge, t2g_relation relation, t2g_status status,
                    t2g_report_kind kind)
{
    const char *color = edge_styles[relation].color, *dash = edge_styles[relation].dash;
    const char *head = edge_styles[relation].head;
    if (relation == T2G_REPORTED_BY) {
        if (kind == T2G_STATEMENT) head = "open";
    } else {
        if (status_styles[status].color) color = status_styles[status].color;
        if (status_styles[status].dash) dash = status_styles[status].dash;
        if (status_styles[status].head) head = status_styles[status].head;
        t2g_attribute_set(edge, sheet->word, status_styles[status].word);
        t2g_attribute_set(edge, sheet->weight, "3");
    }
    t2g_attribute_set(edge, sheet->color, color);
    t2g_attribute_set(edge, sheet->font, color);
    t2g_attribute_set(edge, sheet->width, edge_styles[relation].width);
    t2g_attribute_set(edge, sheet->dash, dash);
    t2g_attribute_set(edge, sheet->head, head);
}

const char *t2g_style_label(t2g_relation relation)
{
    return edge_styles[relation].label;
}
