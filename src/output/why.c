/* SPDX-License-Identifier: MIT */
#include "output/why.h"

#include <errno.h>

static void put(t2g_slice text, FILE *out)
{
    fputc('\t', out);
    for (uint32_t i = 0; i < text.size; i++) {
        unsigned char c = (unsigned char)text.bytes[i];
        if (c < ' ' || c == 0x7F) fputs("\xEF\xBF\xBD", out); /* a file may be called so */
        else fputc(c, out);
    }
}

static void put_words(const char *words, FILE *out)
{
    put(t2g_slice_of(words), out);
}

static void put_confidence(uint16_t confidence, FILE *out)
{
    unsigned hundredths = t2g_hundredths(confidence);
    fprintf(out, "\t%u.%02u", hundredths / 100, hundredths % 100);
}

static void put_ends(const t2g_answer_line *line, FILE *out)
{
    put_words(line->tail, out);
    put_words(t2g_relation_name(line->relation), out);
    put_words(line->head, out);
}

static void put_status(uint8_t relation, uint8_t status, uint8_t kind, FILE *out)
{
    put_words(relation == T2G_REPORTED_BY ? t2g_report_kind_name(kind) : t2g_status_name(status), out);
}

static void put_where(const t2g_saying *saying, FILE *out)
{
    put(saying->source, out);
    fprintf(out, "\t%llu\t%llu", (unsigned long long)saying->begin, (unsigned long long)saying->end);
}

static void write_edge(const t2g_answer_line *line, FILE *out)
{
    const t2g_edge_record *edge = line->edge;
    fputs("edge", out);
    put_ends(line, out);
    put_confidence(edge->confidence, out);
    put_status(edge->relation, edge->status, edge->kind, out);
    put(edge->role, out);
    put_words(edge->since, out);
    put_words(edge->until, out);
}

static void write_place(const t2g_answer_line *line, FILE *out)
{
    const t2g_saying *saying = line->saying;
    fputs("place", out);
    put_where(saying, out);
    put_confidence(saying->confidence, out);
    put_status(line->relation, saying->status, saying->kind, out);
    put(saying->role, out);
    put_words(t2g_fact_rule_name(saying->rule), out);
    put(saying->sentence, out);
}

static void write_doubt(const t2g_answer_line *line, FILE *out)
{
    fputs("doubt", out);
    put_ends(line, out);
    put_confidence(line->saying->confidence, out);
    put_where(line->saying, out);
    put_words(t2g_fact_rule_name(line->saying->rule), out);
    put(line->saying->sentence, out);
}

static void write_none(const t2g_answer_line *line, FILE *out)
{
    fputs("none", out);
    put_words(line->tail, out);
    put_words(line->head, out);
}

static void write_both(const t2g_answer_line *line, FILE *out)
{
    fputs("both", out);
    put_where(line->saying, out);
    put(line->saying->sentence, out);
}

t2g_result t2g_why_write(const t2g_answer *answer, FILE *out, t2g_error *error)
{
    for (size_t i = 0; i < answer->len; i++) {
        const t2g_answer_line *line = &answer->at[i];
        switch (line->kind) {
        case T2G_ANSWER_EDGE: write_edge(line, out); break;
        case T2G_ANSWER_PLACE: write_place(line, out); break;
        case T2G_ANSWER_NONE: write_none(line, out); break;
        case T2G_ANSWER_DOUBT: write_doubt(line, out); break;
        case T2G_ANSWER_BOTH: write_both(line, out); break;
        }
        fputc('\n', out);
    }
    if (fflush(out) == 0 && !ferror(out)) return T2G_OK;
    return t2g_error_set(error, T2G_IO, 0, "cannot be written: %s", strerror(errno));
}
