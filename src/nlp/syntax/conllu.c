/* SPDX-License-Identifier: MIT */
#include "nlp/syntax/conllu.h"

/* The tokens [begin, end) as the text has them. */
static void put(const t2g_text *text, const t2g_tokens *tokens, uint32_t begin, uint32_t end, FILE *out)
{
    t2g_text_print(text, (t2g_span){tokens->at[begin].begin, tokens->at[end - 1].end}, out);
}

static bool is_joined(const t2g_tokens *tokens, uint32_t i)
{
    return i < tokens->len && tokens->at[i].flags & T2G_TOKEN_JOINED;
}

/* Does the next token stand close behind token i? */
static bool has_no_space_after(const t2g_tokens *tokens, uint32_t i)
{
    return i + 1 < tokens->len && !(tokens->at[i + 1].flags & T2G_TOKEN_SPACE);
}

static void write_name(const t2g_mentions *mentions, uint32_t i, FILE *out)
{
    uint32_t m = mentions->of ? mentions->of[i] : T2G_NONE;
    while (m != T2G_NONE && mentions->at[m].outer != T2G_NONE) m = mentions->at[m].outer;
    if (m == T2G_NONE) fputs("NER=O", out);
    else fprintf(out, "NER=%c-%s", mentions->at[m].begin == i ? 'B' : 'I', t2g_mention_kind_name(mentions->at[m].kind));
}

/* The line "1-2 don't" over the words of a multiword token. */
static void write_range(const t2g_text *text, const t2g_tokens *tokens, uint32_t first, uint32_t i, FILE *out)
{
    uint32_t last = i;
    while (is_joined(tokens, last + 1)) last++;
    fprintf(out, "%u-%u\t", i - first + 1, last - first + 1);
    put(text, tokens, i, last + 1, out);
    fprintf(out, "\t_\t_\t_\t_\t_\t_\t_\t%s\n", has_no_space_after(tokens, last) ? "SpaceAfter=No" : "_");
}

static void write_word(const t2g_text *text, const t2g_tokens *tokens, const t2g_tags *tags, const t2g_trees *trees,
                       const t2g_mentions *mentions, uint32_t first, uint32_t i, FILE *out)
{
    uint32_t head = trees->head[i] == T2G_NONE ? 0 : trees->head[i] - first + 1;
    if (!is_joined(tokens, i) && is_joined(tokens, i + 1)) write_range(text, tokens, first, i, out);
    fprintf(out, "%u\t", i - first + 1);
    put(text, tokens, i, i + 1, out);
    fprintf(out, "\t_\t%s\t_\t_\t%u\t%s\t_\t", t2g_pos_name((t2g_pos)tags->pos[i]), head,
            t2g_deprel_name((t2g_deprel)trees->relation[i]));
    bool in_range = is_joined(tokens, i) || is_joined(tokens, i + 1);
    if (!in_range && has_no_space_after(tokens, i)) fputs("SpaceAfter=No|", out);
    write_name(mentions, i, out);
    fputc('\n', out);
}

void t2g_conllu_dump(const t2g_text *text, const t2g_tokens *tokens, const t2g_sentences *sentences,
                     const t2g_tags *tags, const t2g_trees *trees, const t2g_mentions *mentions, FILE *out)
{
    for (uint32_t s = 0; s < sentences->len; s++) {
        uint32_t begin = sentences->at[s].begin, end = sentences->at[s].end;
        if (tokens->at[begin].flags & T2G_TOKEN_BLOCK) fputs("# newpar\n", out);
        fprintf(out, "# sent_id = %u\n# text = ", s + 1);
        put(text, tokens, begin, end, out);
        fputc('\n', out);
        for (uint32_t i = begin; i < end; i++) write_word(text, tokens, tags, trees, mentions, begin, i, out);
        fputc('\n', out);
    }
}
