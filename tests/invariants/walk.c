/* walk.c - what must hold of every layer and of the DOT, whatever the text.
 *
 * The corridor is included, not linked, so that the layers inside a t2g_document can be seen;
 * the checks then follow the walk room by room.
 *
 * SPDX-License-Identifier: MIT
 */
#include "invariants/walk.h"

#include "text2gv.c"

#include "base/utf8.h"

#include <stdarg.h>

static const char OFFENDER[] = "invariant broken: ";

static void broken(const char *format, ...)
{
    va_list args;
    va_start(args, format);
    fputs(OFFENDER, stderr);
    vfprintf(stderr, format, args);
    fputc('\n', stderr);
    va_end(args);
    abort();
}

#define HOLDS(condition, ...) ((condition) ? (void)0 : broken(__VA_ARGS__))

/* -- the layers ------------------------------------------------------------------------------ */

static bool is_white(char c)
{
    return c == ' ' || c == '\n';
}

static void check_gap(const t2g_text *text, uint32_t begin, uint32_t end, const char *between)
{
    for (uint32_t i = begin; i < end; i++)
        HOLDS(is_white(text->bytes[i]), "byte %u of the text, 0x%02x, is lost between %s", i,
              (unsigned char)text->bytes[i], between);
}

static void check_text(const t2g_text *text, size_t source_size)
{
    uint32_t at = 0, code;
    bool valid = true;
    while (at < text->size) {
        at += t2g_utf8_decode((const unsigned char *)text->bytes + at, text->size - at, &code, &valid);
        HOLDS(valid, "the text is no UTF-8 at byte %u", at);
        HOLDS(code >= ' ' || code == '\n', "control character U+%04x in the text", code);
    }
    HOLDS(text->bytes[text->size] == '\0', "no NUL behind the text");
    for (uint32_t i = 1; i < text->map_len; i++)
        HOLDS(text->map[i - 1].text <= text->map[i].text && text->map[i - 1].source_end <= text->map[i].source,
              "the map to the source runs backwards at stretch %u", i);
    uint32_t end = 0, source_end = 0;
    for (uint32_t i = 0; i < text->blocks_len; i++) {
        const t2g_block *b = &text->blocks[i];
        t2g_span source = t2g_text_source(text, (t2g_span){b->begin, b->end});
        HOLDS(end <= b->begin && b->begin <= b->body && b->body <= b->end && b->end <= text->size && b->begin < b->end,
              "block %u is out of place", i);
        HOLDS(source_end <= source.begin && source.begin < source.end && source.end <= source_size,
              "block %u is out of place in the source: %u-%u", i, source.begin, source.end);
        check_gap(text, end, b->begin, "blocks");
        end = b->end;
        source_end = source.end;
    }
    check_gap(text, end, text->size, "the last block and the end");
}

static void check_tokens(const t2g_tokens *tokens, const t2g_text *text)
{
    uint32_t end = 0, source_end = 0, block = 0;
    for (uint32_t i = 0; i < tokens->len; i++) {
        const t2g_token *t = &tokens->at[i];
        HOLDS(end <= t->begin && t->begin < t->end, "token %u is out of place", i);
        HOLDS(block <= t->block && t->block < text->blocks_len, "token %u names no block", i);
        HOLDS(text->blocks[t->block].begin <= t->begin && t->end <= text->blocks[t->block].end,
              "token %u is outside its block", i);
        HOLDS(t2g_token_form(tokens, i).size > 0, "token %u has no form", i);
        t2g_span source = t2g_text_source(text, (t2g_span){t->begin, t->end});
        HOLDS(source_end <= source.begin && source.begin < source.end, "token %u is out of place in the source", i);
        check_gap(text, end, t->begin, "tokens");
        end = t->end;
        source_end = source.end;
        block = t->block;
    }
    check_gap(text, end, text->size, "the last token and the end");
}

static void check_sentences(const t2g_sentences *sentences, const t2g_tokens *tokens)
{
    uint32_t end = 0;
    for (uint32_t i = 0; i < sentences->len; i++) {
        const t2g_sentence *s = &sentences->at[i];
        HOLDS(s->begin == end && s->begin < s->end && s->end <= tokens->len, "sentence %u is out of place", i);
        HOLDS(s->end - s->begin <= T2G_SENTENCE_LONGEST, "sentence %u is too long", i);
        for (uint32_t t = s->begin; t < s->end; t++) {
            HOLDS(sentences->of[t] == i, "token %u is not told of sentence %u", t, i);
            HOLDS(tokens->at[t].block == s->block, "sentence %u crosses blocks", i);
        }
        end = s->end;
    }
    HOLDS(end == tokens->len, "tokens without a sentence from %u", end);
}

static void check_phrases(const t2g_phrases *phrases, const t2g_tokens *tokens)
{
    uint32_t at = 0;
    for (uint32_t i = 0; i < tokens->len; i++) {
        HOLDS(phrases->first[i] == at, "the phrases of token %u begin at the wrong place", i);
        for (; at < phrases->len && phrases->at[at].begin == i; at++)
            HOLDS(phrases->at[at].end > i && phrases->at[at].end <= tokens->len, "phrase %u has no end", at);
    }
    HOLDS(at == phrases->len && phrases->first[tokens->len] == at, "phrases behind the last token");
}

static void check_mentions(const t2g_mentions *mentions, const t2g_tokens *tokens, const t2g_sentences *sentences)
{
    for (uint32_t i = 0; i < mentions->len; i++) {
        const t2g_mention *m = &mentions->at[i], *before = i ? m - 1 : NULL;
        HOLDS(m->begin < m->end && m->end <= tokens->len && m->begin <= m->head && m->head < m->end,
              "mention %u is out of place", i);
        HOLDS(m->kind < T2G_MENTION_KINDS, "mention %u is of no kind", i);
        HOLDS(sentences->of[m->begin] == sentences->of[m->end - 1], "mention %u crosses sentences", i);
        HOLDS(!before || before->begin < m->begin || (before->begin == m->begin && before->end > m->end),
              "mention %u is out of order", i);
        if (m->outer != T2G_NONE) {
            HOLDS(m->outer < i, "mention %u has no outer mention", i);
            const t2g_mention *outer = &mentions->at[m->outer];
            HOLDS(outer->begin <= m->begin && m->end <= outer->end, "mention %u is outside its outer mention", i);
        } else HOLDS(!before || before->end <= m->begin || before->outer != T2G_NONE, "mention %u overlaps", i);
    }
    for (uint32_t t = 0; t < tokens->len; t++) {
        uint32_t m = mentions->of[t];
        HOLDS(m == T2G_NONE || (m < mentions->len && mentions->at[m].begin <= t && t < mentions->at[m].end),
              "token %u is told of the wrong mention", t);
    }
}

static void check_entities(const t2g_entities *entities, const t2g_mentions *mentions, const t2g_tokens *tokens)
{
    for (uint32_t i = 0; i < mentions->len; i++)
        HOLDS(entities->of_mention[i] == T2G_NONE || entities->of_mention[i] < entities->len,
              "mention %u is of no entity", i);
    uint32_t first = 0;
    for (uint32_t i = 0; i < entities->len; i++) {
        const t2g_entity *e = &entities->at[i];
        uint32_t count = 0;
        for (uint32_t m = 0; m < mentions->len; m++) count += entities->of_mention[m] == i;
        HOLDS(e->type <= T2G_COUNTRY && e->name.size > 0, "entity %u has no type or name", i);
        HOLDS(e->first < mentions->len && entities->of_mention[e->first] == i, "entity %u has no first mention", i);
        HOLDS(e->mentions == count, "entity %u has %u mentions and counts %u", i, count, e->mentions);
        HOLDS(first <= e->first, "entity %u is out of order", i);
        HOLDS(e->type == T2G_COUNTRY || e->code.size == 0, "entity %u is no country and has a code", i);
        first = e->first;
    }
    uint32_t end = 0;
    for (uint32_t i = 0; i < entities->references_len; i++) {
        const t2g_reference *r = &entities->references[i];
        HOLDS(end <= r->begin && r->begin < r->end && r->end <= tokens->len, "reference %u is out of place", i);
        HOLDS(r->entity < entities->len && r->through < mentions->len, "reference %u leads nowhere", i);
        HOLDS(entities->of_mention[r->through] == r->entity, "reference %u goes through another's mention", i);
        end = r->end;
    }
}

/* Is the entity named in the sentence, or reached from it by a reference? */
static bool stands_in(uint32_t entity, t2g_sentence s, const t2g_entities *entities, const t2g_mentions *mentions)
{
    for (uint32_t i = 0; i < mentions->len && mentions->at[i].begin < s.end; i++)
        if (entities->of_mention[i] == entity && mentions->at[i].begin >= s.begin) return true;
    for (uint32_t i = 0; i < entities->references_len && entities->references[i].begin < s.end; i++)
        if (entities->references[i].entity == entity && entities->references[i].begin >= s.begin) return true;
    return false;
}

/* Rules by which a sentence may leave one end unsaid, and where that end is named instead. */
typedef enum elsewhere { NOWHERE, BEFORE, ANYWHERE } elsewhere;

static elsewhere where_named(const char *rule, uint8_t target)
{
    /* "The report said NATO was not": of a publisher named before.  "Never again.": in the
     * quotes of somebody named before. */
    if (strcmp(rule, "said") == 0 || strcmp(rule, "reported") == 0 || strcmp(rule, "continued") == 0) return BEFORE;
    /* "Agency chief Tolle": of the agency named before. */
    if (strcmp(rule, "owner") == 0) return BEFORE;
    /* "President Ortiz", in a text on Chile; a minister, in a text that names the ministry. */
    if (strcmp(rule, "context") == 0 || strcmp(rule, "guess") == 0 || strcmp(rule, "ministry") == 0) return ANYWHERE;
    /* "Sen. Ash (R-Fla.)", in a text that names the Republicans; "the Ortiz government", in one on Chile. */
    if (strcmp(rule, "party") == 0 || strcmp(rule, "regime") == 0) return ANYWHERE;
    if (strcmp(rule, "succession") == 0) return BEFORE; /* "his predecessor Tolle": in the office just told of */
    if (strcmp(rule, "learned") == 0 && target == T2G_COUNTRY) return ANYWHERE;
    return NOWHERE;
}

/* Both ends stand in the sentence; one of them may stand elsewhere where the rule allows it. */
static void check_proof(const t2g_document *d, const t2g_fact *f, t2g_proof proof, uint32_t fact)
{
    t2g_sentence s = d->sentences.at[proof.sentence];
    bool source = stands_in(f->source, s, &d->entities, &d->mentions);
    bool target = stands_in(f->target, s, &d->entities, &d->mentions);
    const char *rule = t2g_fact_rule_name(proof.rule);
    elsewhere where = where_named(rule, d->entities.at[f->target].type);
    HOLDS(source || target, "fact %u, %s: neither end is in its proof, sentence %u", fact, rule, proof.sentence);
    if (source && target) return;
    HOLDS(where != NOWHERE, "fact %u, %s: its %s is not in its proof, sentence %u", fact, rule, source ? "target" : "source",
          proof.sentence);
    uint32_t missing = source ? f->target : f->source;
    HOLDS(where == ANYWHERE || d->mentions.at[d->entities.at[missing].first].begin < s.begin,
          "fact %u, %s: the end that sentence %u leaves out was not named before", fact, rule, proof.sentence);
}

/* Which types may stand at the ends of a relation (README.md, "What the graph says"). */
static bool may_join(uint8_t relation, uint8_t source, uint8_t target)
{
    switch (relation) {
    case T2G_HEAD_OF: return source == T2G_PERSON && target != T2G_PERSON;
    case T2G_MEMBER_OF: return target == T2G_ORGANISATION || (target == T2G_COUNTRY && source != T2G_COUNTRY);
    default: return true;
    }
}

static void check_facts(const t2g_document *d)
{
    const t2g_facts *facts = &d->facts;
    for (uint32_t i = 0; i < facts->len; i++) {
        const t2g_fact *f = &facts->at[i];
        HOLDS(f->source < d->entities.len && f->target < d->entities.len && f->source != f->target,
              "fact %u has no two ends", i);
        HOLDS(f->relation < T2G_RELATIONS && f->status <= T2G_STATUS_ELECT && f->kind <= T2G_STATEMENT,
              "fact %u has no relation, status or kind", i);
        HOLDS(may_join(f->relation, d->entities.at[f->source].type, d->entities.at[f->target].type),
              "fact %u: %s cannot join %s to %s", i, t2g_relation_name(f->relation),
              t2g_entity_type_name(d->entities.at[f->source].type), t2g_entity_type_name(d->entities.at[f->target].type));
        HOLDS(f->role.begin <= f->role.end && f->role.end <= d->tokens.len, "the role of fact %u is out of place", i);
        HOLDS(f->confidence <= 1000, "fact %u is too sure", i);
        HOLDS(f->proofs > 0 && f->proof + f->proofs <= facts->proofs_len, "fact %u has no proof", i);
        for (uint32_t p = f->proof; p < f->proof + f->proofs; p++) {
            HOLDS(facts->proofs[p].sentence < d->sentences.len, "proof %u has no sentence", p);
            check_proof(d, f, facts->proofs[p], i);
        }
        for (uint32_t j = 0; j < i; j++)
            HOLDS(facts->at[j].source != f->source || facts->at[j].target != f->target ||
                      facts->at[j].relation != f->relation, "fact %u stands there twice", i);
    }
}

/* -- the graph ------------------------------------------------------------------------------- */

typedef struct string {
    char *at;
    size_t size;
} string;

static void need(bool granted)
{
    HOLDS(granted, "the test has no memory");
}

static string new_string(size_t size)
{
    string b = {malloc(size + 1), 0};
    need(b.at != NULL);
    return b;
}

/* Runs of white space are one space, none at the ends; letters of ASCII small, curly apostrophes
 * straight when folded.  NUL-terminated. */
static string normalised(const char *at, size_t size, bool folded)
{
    string out = new_string(size);
    for (size_t i = 0; i < size; i++) {
        if (is_white(at[i])) {
            if (out.size && out.at[out.size - 1] != ' ') out.at[out.size++] = ' ';
        } else if (folded && size - i > 2 && memcmp(at + i, "\xE2\x80\x99", 3) == 0) {
            out.at[out.size++] = '\'';
            i += 2;
        } else {
            out.at[out.size++] = folded && t2g_is_upper((unsigned char)at[i]) ? (char)(at[i] | 32) : at[i];
        }
    }
    if (out.size && out.at[out.size - 1] == ' ') out.size--;
    out.at[out.size] = '\0';
    return out;
}

/* A value of the DOT as the text wrote it: backslashes single again, &amp; an ampersand. */
static string unescaped(const char *value, bool label)
{
    string out = new_string(strlen(value));
    for (; *value; value++) {
        out.at[out.size++] = *value;
        if (*value == '\\') HOLDS(*++value == '\\', "a single backslash in an attribute");
        else if (label && *value == '&') {
            HOLDS(strncmp(value, "&amp;", 5) == 0, "a bare ampersand in a label");
            value += 4;
        }
    }
    out.at[out.size] = '\0';
    return out;
}

static const char *attribute(void *object, const char *name)
{
    const char *value = agget(object, (char *)name);
    return value ? value : "";
}

static bool contains(string text, const char *at, size_t size)
{
    string name = normalised(at, size, true);
    bool found = name.size > 0 && strstr(text.at, name.at) != NULL;
    free(name.at);
    return found;
}

static void check_node(Agnode_t *node, string text)
{
    const char *type = attribute(node, "type");
    bool country = strcmp(type, "country") == 0;
    HOLDS(country || strcmp(type, "person") == 0 || strcmp(type, "organisation") == 0, "node of type \"%s\"", type);
    HOLDS(atoi(attribute(node, "mentions")) > 0, "node %s is never mentioned", agnameof(node));
    string label = unescaped(attribute(node, "label"), true), aliases = unescaped(attribute(node, "aliases"), false);
    bool named = contains(text, label.at, label.size);
    for (char *at = aliases.at, *end; *at; at = *end ? end + 1 : end) {
        end = at + strcspn(at, "|");
        bool found = contains(text, at, (size_t)(end - at)) || memchr(at, 0xA6, (size_t)(end - at));
        HOLDS(found, "alias \"%.*s\" is not in the text", (int)(end - at), at);
        named |= country && found;
    }
    HOLDS(named, "node \"%s\" is not named in the text", label.at);
    free(label.at);
    free(aliases.at);
}

static t2g_document *read_document(const t2g_model *model, const unsigned char *bytes, size_t size)
{
    t2g_document *document;
    t2g_error error = {0};
    HOLDS(t2g_document_read(model, "check", 0, bytes, size, &document, &error) == T2G_OK, "%s", error.message);
    return document;
}

/* A mark at the beginning would make other text of the bytes that follow. */
static bool begins_with_mark(const unsigned char *bytes, size_t size)
{
    return size >= 2 && ((bytes[0] == 0xFE && bytes[1] == 0xFF) || (bytes[0] == 0xFF && bytes[1] == 0xFE));
}

/* The evidence is the source's bytes [begin, end), repaired and with single spaces. */
static void check_evidence(Agedge_t *edge, const t2g_model *model, const unsigned char *source, size_t size)
{
    unsigned long long begin = strtoull(attribute(edge, "begin"), NULL, 10), end = strtoull(attribute(edge, "end"), NULL, 10);
    HOLDS(begin < end && end <= size, "evidence outside the source: %llu-%llu", begin, end);
    string evidence = unescaped(attribute(edge, "evidence"), false);
    HOLDS(evidence.size > 0, "an edge without evidence");
    if (!begins_with_mark(source, size) && !begins_with_mark(source + begin, end - begin)) {
        t2g_document *alone = read_document(model, source + begin, end - begin);
        string want = normalised(alone->text.bytes, alone->text.size, false);
        HOLDS(strcmp(want.at, evidence.at) == 0, "the evidence is not what the source says:\n  %s\n  %s", evidence.at,
              want.at);
        free(want.at);
        t2g_document_free(alone);
    }
    free(evidence.at);
}

static bool one_of(const char *value, const char *const *of)
{
    while (*of && strcmp(value, *of) != 0) of++;
    return *of;
}

static void check_edge(Agedge_t *edge, const t2g_model *model, const unsigned char *source, size_t size)
{
    static const char *const statuses[] = {"current", "former", "acting", "elect", NULL};
    static const char *const kinds[] = {"report", "statement", NULL};
    const char *relation = attribute(edge, "relation");
    if (strcmp(relation, "reported_by") == 0)
        HOLDS(one_of(attribute(edge, "kind"), kinds), "reported_by of kind \"%s\"", attribute(edge, "kind"));
    else {
        HOLDS(strcmp(relation, "head_of") == 0 || strcmp(relation, "member_of") == 0, "relation \"%s\"", relation);
        HOLDS(one_of(attribute(edge, "status"), statuses), "status \"%s\"", attribute(edge, "status"));
    }
    double confidence = atof(attribute(edge, "confidence"));
    HOLDS(confidence >= 0 && confidence <= 1 && *attribute(edge, "confidence"), "confidence \"%s\"",
          attribute(edge, "confidence"));
    HOLDS(atoi(attribute(edge, "count")) > 0, "an edge that nothing says");
    HOLDS(strcmp(attribute(edge, "source"), "check") == 0, "source \"%s\"", attribute(edge, "source"));
    check_evidence(edge, model, source, size);
}

static int complain(char *message)
{
    broken("libcgraph says: %s", message);
    return 0;
}

static void check_dot(const t2g_document *d, const char *dot, const t2g_model *model, const unsigned char *source,
                      size_t size, size_t nodes, size_t edges)
{
    agseterrf(complain);
    agseterr(AGWARN);
    Agraph_t *graph = agmemread(dot);
    HOLDS(graph, "the DOT cannot be read back");
    string text = normalised(d->text.bytes, d->text.size, true);
    for (Agnode_t *n = agfstnode(graph); n; n = agnxtnode(graph, n)) {
        check_node(n, text);
        for (Agedge_t *e = agfstout(graph, n); e; e = agnxtout(graph, e)) check_edge(e, model, source, size);
    }
    HOLDS((size_t)agnnodes(graph) == nodes && (size_t)agnedges(graph) == edges, "%d nodes and %d edges, %zu and %zu counted",
          agnnodes(graph), agnedges(graph), nodes, edges);
    HOLDS(nodes <= d->entities.len && edges <= d->facts.len, "%u entities are %zu nodes, %u facts %zu edges",
          d->entities.len, nodes, d->facts.len, edges);
    free(text.at);
    agclose(graph);
}

static char *dot_of(const t2g_document *document, size_t *nodes, size_t *edges)
{
    t2g_graph *graph;
    t2g_error error = {0};
    char *dot = NULL;
    size_t size;
    FILE *out = open_memstream(&dot, &size);
    need(out != NULL);
    HOLDS(t2g_graph_new("check", &graph, &error) == T2G_OK, "%s", error.message);
    HOLDS(t2g_graph_take(graph, document, &error) == T2G_OK, "%s", error.message);
    HOLDS(t2g_graph_write(graph, NULL, out, &error) == T2G_OK, "%s", error.message);
    t2g_graph_count(graph, nodes, edges);
    t2g_graph_free(graph);
    fclose(out);
    return dot;
}

/* -- the reasons ----------------------------------------------------------------------------- */

/* Every place is "check:BEGIN-END RULE P", inside the source; one of them is the edge's own. */
static void check_places(Agedge_t *edge, size_t size)
{
    string places = unescaped(attribute(edge, "places"), false);
    int count = 0;
    bool own = false;
    for (char *at = places.at, *end; *at; at = *end ? end + 1 : end, count++) {
        unsigned long long from = 0, to = 0;
        char rule[32] = "";
        double p = -1;
        end = at + strcspn(at, "|");
        int read = sscanf(at, "check:%llu-%llu %31s %lf", &from, &to, rule, &p);
        HOLDS(read == 4 && from < to && to <= size && p >= 0 && p <= 1, "place \"%s\"", at);
        own |= from == strtoull(attribute(edge, "begin"), NULL, 10) && strcmp(rule, attribute(edge, "rule")) == 0;
    }
    HOLDS(own, "the edge's own place is not among its places");
    HOLDS(count == atoi(attribute(edge, "count")), "%d places, %s counted", count, attribute(edge, "count"));
    free(places.at);
}

/* Lines of --why: each has its fields, and what has an edge begins with one. */
static void check_answer(const char *answer, bool joined)
{
    static const struct {
        const char *word;
        int tabs;
    } lines[] = {{"edge\t", 8}, {"place\t", 8}, {"none\t", 2}, {"doubt\t", 9}, {"both\t", 4}};
    HOLDS(strncmp(answer, joined ? "edge\t" : "none\t", 5) == 0, "the answer begins \"%.20s\"", answer);
    for (const char *at = answer, *end; *at; at = end + 1) {
        size_t kind = 0;
        int tabs = 0;
        end = strchr(at, '\n');
        HOLDS(end, "an answer without an end");
        while (kind < 5 && strncmp(at, lines[kind].word, strlen(lines[kind].word)) != 0) kind++;
        for (const char *c = at; c < end; c++) tabs += *c == '\t';
        HOLDS(kind < 5 && tabs == lines[kind].tabs, "the line \"%.*s\"", (int)(end - at), at);
    }
}

static void check_why(t2g_graph *graph, Agnode_t *a, Agnode_t *b, bool joined)
{
    char *answer = NULL;
    size_t size;
    t2g_error error = {0};
    FILE *out = open_memstream(&answer, &size);
    string left = unescaped(agnameof(a), false), right = unescaped(agnameof(b), false);
    need(out != NULL);
    t2g_result result = t2g_graph_why(graph, left.at, right.at, NULL, out, &error);
    fclose(out);
    HOLDS(result == T2G_OK || (result == T2G_FORMAT && error.message[0]), "%s", error.message);
    if (result == T2G_OK) check_answer(answer, joined);
    free(answer);
    free(left.at);
    free(right.at);
}

static void check_reasons(const t2g_document *document, size_t size)
{
    enum { ASKED = 8 }; /* pairs; each costs a look at all nodes */
    const t2g_style style = {.explain = true};
    t2g_graph *graph;
    char *dot = NULL;
    size_t dot_size;
    FILE *out = open_memstream(&dot, &dot_size);
    need(out != NULL);
    HOLDS(t2g_graph_new("check", &graph, NULL) == T2G_OK, "no graph");
    t2g_graph_listen(graph);
    HOLDS(t2g_graph_take(graph, document, NULL) == T2G_OK && t2g_graph_write(graph, &style, out, NULL) == T2G_OK, "no DOT");
    fclose(out);
    Agraph_t *read = agmemread(dot);
    HOLDS(read, "the DOT with reasons cannot be read back");
    int asked = 0;
    for (Agnode_t *n = agfstnode(read); n; n = agnxtnode(read, n)) {
        for (Agedge_t *e = agfstout(read, n); e; e = agnxtout(read, e)) {
            check_places(e, size);
            if (asked++ < ASKED) check_why(graph, n, aghead(e), true);
        }
        Agnode_t *next = agnxtnode(read, n);
        if (next && asked < ASKED && !agedge(read, n, next, NULL, 0) && !agedge(read, next, n, NULL, 0)) check_why(graph, next, n, false);
    }
    agclose(read);
    t2g_graph_free(graph);
    free(dot);
}

static void check_dumps(const t2g_document *document)
{
    for (t2g_stage stage = 0; stage < T2G_STAGES; stage++) {
        char *dump = NULL;
        size_t size;
        FILE *out = open_memstream(&dump, &size);
        need(out != NULL);
        HOLDS(t2g_document_dump(document, stage, out, NULL) == T2G_OK, "the dump of %s failed", t2g_stage_name(stage));
        fclose(out);
        free(dump);
    }
}

void check_walk(const t2g_model *model, const unsigned char *bytes, size_t size)
{
    size_t nodes, edges;
    t2g_document *d = read_document(model, bytes, size), *again = read_document(model, bytes, size);
    check_text(&d->text, size);
    check_tokens(&d->tokens, &d->text);
    check_sentences(&d->sentences, &d->tokens);
    check_phrases(&d->phrases, &d->tokens);
    check_mentions(&d->mentions, &d->tokens, &d->sentences);
    check_entities(&d->entities, &d->mentions, &d->tokens);
    check_facts(d);
    check_dumps(d);
    char *dot = dot_of(d, &nodes, &edges);
    check_dot(d, dot, model, bytes, size, nodes, edges);
    check_reasons(d, size);
    char *dot_again = dot_of(again, &nodes, &edges);
    HOLDS(strcmp(dot, dot_again) == 0, "two walks over the same text differ");
    free(dot);
    free(dot_again);
    t2g_document_free(d);
    t2g_document_free(again);
}
