/* SPDX-License-Identifier: MIT */
#include "graph/picture.h"

#include "graph/attribute.h"
#include "graph/escape.h"
#include "graph/explain.h"
#include "graph/legend.h"
#include "graph/naming.h"
#include "graph/record.h"
#include "graph/style.h"

enum node_attribute { TYPE, NODE_LABEL, ALIASES, MENTIONS, CODE, NODE_TOOLTIP, NODE_ATTRIBUTES };

static const char *const node_names[NODE_ATTRIBUTES] = {"type", "label", "aliases", "mentions", "code", "tooltip"};

enum edge_attribute {
    RELATION, EDGE_LABEL, ROLE, STATUS, SINCE, UNTIL, KIND, COUNT, CONFIDENCE, EVIDENCE, SOURCE, BEGIN, END,
    EDGE_TOOLTIP, LABEL_TOOLTIP, RULE, PLACES, EDGE_ATTRIBUTES
};

static const char *const edge_names[EDGE_ATTRIBUTES] = {
    "relation", "label", "role", "status", "since", "until", "kind", "count", "confidence", "evidence", "source",
    "begin", "end", "edgetooltip", "labeltooltip", "rule", "places"};

typedef struct easel {
    Agraph_t *graph, *picture;
    Agsym_t *node[NODE_ATTRIBUTES], *edge[EDGE_ATTRIBUTES];
    bool explains;
    t2g_style_sheet sheet;
    t2g_arena arena;   /* the ids; picture copies all it gets */
    t2g_arena scratch; /* of one node or edge                 */
} easel;

/* Set an attribute to a string of the text. */
static bool set_text(easel *e, void *object, Agsym_t *symbol, t2g_slice text, t2g_escape_kind kind)
{
    char *escaped = t2g_escape(&e->scratch, text, kind);
    if (escaped) t2g_attribute_set(object, symbol, escaped);
    return escaped != NULL;
}

static void set_number(void *object, Agsym_t *symbol, uint64_t number)
{
    char digits[24];
    snprintf(digits, sizeof digits, "%llu", (unsigned long long)number);
    t2g_attribute_set(object, symbol, digits);
}

static t2g_composition compose(easel *e)
{
    return (t2g_composition){.arena = &e->scratch};
}

static bool set_composition(easel *e, void *object, Agsym_t *symbol, const t2g_composition *c, t2g_escape_kind kind)
{
    t2g_slice text = t2g_composed(c);
    return text.bytes && set_text(e, object, symbol, text, kind);
}

/* The other surface forms, with a bar between them. */
static t2g_composition aliases_of(easel *e, const t2g_node_record *node)
{
    t2g_composition c = compose(e);
    for (const t2g_form *form = node->forms; form; form = form->next) {
        if (t2g_slice_equal(form->text, node->name)) continue;
        if (c.size) t2g_compose_words(&c, "|");
        t2g_compose_item(&c, form->text);
    }
    return c;
}

static bool draw_node(easel *e, Agnode_t *drawn, const t2g_node_record *node)
{
    const char *type = t2g_entity_type_name(node->type);
    t2g_composition aliases = aliases_of(e, node), tooltip = compose(e);
    char times[40];
    snprintf(times, sizeof times, ", named %llu time%s", (unsigned long long)node->mentions,
             node->mentions == 1 ? "" : "s");
    t2g_compose(&tooltip, node->name);
    t2g_compose_words(&tooltip, ": ");
    t2g_compose_words(&tooltip, type);
    t2g_compose_words(&tooltip, times);
    t2g_attribute_set(drawn, e->node[TYPE], type);
    set_number(drawn, e->node[MENTIONS], node->mentions);
    t2g_style_node(&e->sheet, drawn, node->type);
    return set_text(e, drawn, e->node[NODE_LABEL], node->name, T2G_ESCAPE_LABEL) &&
           set_text(e, drawn, e->node[CODE], node->code, T2G_ESCAPE_DATA) &&
           set_composition(e, drawn, e->node[ALIASES], &aliases, T2G_ESCAPE_DATA) &&
           set_composition(e, drawn, e->node[NODE_TOOLTIP], &tooltip, T2G_ESCAPE_TOOLTIP);
}

/* Who says something neither was nor will be: reports have no status. */
static t2g_status status_of(const t2g_edge_record *edge)
{
    return edge->relation == T2G_REPORTED_BY ? T2G_STATUS_CURRENT : edge->status;
}

/* What a browser shows over the line: "former head of (director): the sentence (the source)". */
static t2g_composition tooltip_of(easel *e, const t2g_edge_record *edge)
{
    t2g_composition c = compose(e);
    if (status_of(edge) != T2G_STATUS_CURRENT) {
        t2g_compose_words(&c, t2g_status_name(status_of(edge)));
        t2g_compose_words(&c, " ");
    }
    t2g_compose_words(&c, t2g_style_label(edge->relation));
    if (edge->role.size) {
        t2g_compose_words(&c, " (");
        t2g_compose(&c, edge->role);
        t2g_compose_words(&c, ")");
    }
    t2g_compose_words(&c, ": ");
    t2g_compose(&c, edge->evidence);
    t2g_compose_words(&c, " (");
    t2g_compose(&c, edge->source);
    t2g_compose_words(&c, ")");
    return c;
}

/* The attributes that a relation alone has. */
static void draw_kind(easel *e, Agedge_t *drawn, const t2g_edge_record *edge)
{
    if (edge->relation == T2G_REPORTED_BY) {
        t2g_attribute_set(drawn, e->edge[KIND], t2g_report_kind_name(edge->kind));
        return;
    }
    t2g_attribute_set(drawn, e->edge[STATUS], t2g_status_name(edge->status));
    t2g_attribute_set(drawn, e->edge[SINCE], edge->since);
    t2g_attribute_set(drawn, e->edge[UNTIL], edge->until);
}

/* What made the edge; the tooltip goes on with it. */
static bool draw_reasons(easel *e, Agedge_t *drawn, const t2g_edge_record *edge, t2g_composition *tooltip)
{
    t2g_composition places = compose(e);
    if (!e->explains) return true;
    t2g_attribute_set(drawn, e->edge[RULE], t2g_explain_rule(edge));
    return t2g_explain_in_words(tooltip, edge) && t2g_explain_places(&places, edge) &&
           set_composition(e, drawn, e->edge[PLACES], &places, T2G_ESCAPE_DATA);
}

static bool draw_edge(easel *e, Agedge_t *drawn, const t2g_edge_record *edge)
{
    char confidence[8];
    unsigned c = t2g_hundredths(edge->confidence);
    snprintf(confidence, sizeof confidence, "%u.%02u", c / 100 % 10, c % 100);
    t2g_composition tooltip = tooltip_of(e, edge);
    t2g_attribute_set(drawn, e->edge[RELATION], t2g_relation_name(edge->relation));
    t2g_attribute_set(drawn, e->edge[EDGE_LABEL], t2g_style_label(edge->relation));
    t2g_attribute_set(drawn, e->edge[CONFIDENCE], confidence);
    set_number(drawn, e->edge[COUNT], edge->count);
    set_number(drawn, e->edge[BEGIN], edge->begin);
    set_number(drawn, e->edge[END], edge->end);
    draw_kind(e, drawn, edge);
    t2g_style_edge(&e->sheet, drawn, edge->relation, status_of(edge));
    return set_text(e, drawn, e->edge[ROLE], edge->role, T2G_ESCAPE_DATA) &&
           set_text(e, drawn, e->edge[EVIDENCE], edge->evidence, T2G_ESCAPE_DATA) &&
           set_text(e, drawn, e->edge[SOURCE], edge->source, T2G_ESCAPE_DATA) && draw_reasons(e, drawn, edge, &tooltip) &&
           set_composition(e, drawn, e->edge[EDGE_TOOLTIP], &tooltip, T2G_ESCAPE_TOOLTIP) &&
           set_composition(e, drawn, e->edge[LABEL_TOOLTIP], &tooltip, T2G_ESCAPE_TOOLTIP);
}

static void declare_attributes(easel *e, const char *generator)
{
    t2g_attribute_declare(e->picture, AGRAPH, "generator", generator);
    for (int i = 0; i < NODE_ATTRIBUTES; i++)
        e->node[i] = t2g_attribute_declare(e->picture, AGNODE, node_names[i], i == NODE_LABEL ? "\\N" : "");
    for (int i = 0; i < (e->explains ? EDGE_ATTRIBUTES : RULE); i++)
        e->edge[i] = t2g_attribute_declare(e->picture, AGEDGE, edge_names[i], "");
    e->sheet = t2g_style_declare(e->picture, (size_t)agnnodes(e->graph));
}

/* The node of the picture that stands for each node of the graph, by its number. */
static bool draw_nodes(easel *e, char **ids, Agnode_t ***drawn)
{
    size_t place = 0, numbers = 0;
    Agnode_t *last = aglstnode(e->graph);
    if (last) numbers = (size_t)t2g_node_record_of(last)->number + 1;
    *drawn = T2G_ARRAY(&e->arena, Agnode_t *, numbers + 1);
    if (!*drawn) return false;
    for (Agnode_t *n = agfstnode(e->graph); n; n = agnxtnode(e->graph, n)) {
        const t2g_node_record *node = t2g_node_record_of(n);
        t2g_arena_mark mark = t2g_arena_save(&e->scratch);
        Agnode_t *made = agnode(e->picture, ids[place++], 1);
        if (!made || !draw_node(e, made, node)) return false;
        (*drawn)[node->number] = made;
        t2g_arena_rewind(&e->scratch, mark);
    }
    return true;
}

static bool draw_edges(easel *e, Agnode_t **drawn, uint16_t min_confidence)
{
    for (Agnode_t *n = agfstnode(e->graph); n; n = agnxtnode(e->graph, n)) {
        for (Agedge_t *out = agfstout(e->graph, n); out; out = agnxtout(e->graph, out)) {
            const t2g_edge_record *edge = t2g_edge_record_of(out);
            if (!t2g_edge_stands(edge, min_confidence)) continue;
            t2g_arena_mark mark = t2g_arena_save(&e->scratch);
            Agedge_t *made = agedge(e->picture, drawn[t2g_node_record_of(n)->number],
                                    drawn[t2g_node_record_of(aghead(out))->number],
                                    (char *)t2g_relation_name(edge->relation), 1);
            if (!made || !draw_edge(e, made, edge)) return false;
            t2g_arena_rewind(&e->scratch, mark);
        }
    }
    return true;
}

static void show_lonely_ones_small(easel *e)
{
    size_t alone = 0;
    for (Agnode_t *n = agfstnode(e->picture); n; n = agnxtnode(e->picture, n)) {
        if (agfstedge(e->picture, n)) continue;
        t2g_style_alone(&e->sheet, n);
        alone++;
    }
    t2g_style_pack(e->picture, alone);
}

t2g_result t2g_picture_build(t2g_picture *picture, Agraph_t *graph, const t2g_picture_options *options,
                             t2g_error *error)
{
    easel e = {.graph = graph, .picture = agopen(agnameof(graph), Agdirected, NULL), .explains = options->explain};
    Agnode_t **drawn;
    *picture = (t2g_picture){0};
    if (!e.picture) return t2g_error_nomem(error);
    t2g_arena_init(&e.arena);
    t2g_arena_init(&e.scratch);
    declare_attributes(&e, options->generator);
    char **ids = t2g_naming_build(&e.arena, graph);
    bool good = ids && draw_nodes(&e, ids, &drawn) && draw_edges(&e, drawn, options->min_confidence);
    if (good) *picture = (t2g_picture){e.picture, (size_t)agnnodes(e.picture), (size_t)agnedges(e.picture)};
    else agclose(e.picture);
    if (good) show_lonely_ones_small(&e);
    if (good && options->legend) t2g_legend_draw(e.picture, &e.sheet);
    t2g_arena_free(&e.scratch);
    t2g_arena_free(&e.arena);
    return good ? T2G_OK : t2g_error_nomem(error);
}
