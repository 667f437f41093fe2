/* options.h - the command line in, what is to be done out.
 *
 * The conventions of Graphviz's converters (gml2gv): short options joined or
 * apart, -? for help.  Reads, but never prints: main does.
 *
 * SPDX-License-Identifier: MIT
 */
#ifndef T2G_OPTIONS_H
#define T2G_OPTIONS_H

#include "text2gv.h"

typedef struct t2g_options {
    const char *graph_name;
    const char *output;  /* NULL: standard output                         */
    const char *lexicon; /* a folder of lists, or NULL                    */
    const char *same;    /* a file of names to join or tell apart, or NULL */
    const char *weights; /* a model file, or NULL: the built-in one       */
    unsigned threads;    /* at least 1                                    */
    t2g_stage dump;      /* T2G_STAGES: no dump, the graph is written     */
    const char *why[2];  /* two names, or NULL: the graph is written      */
    t2g_style style;
    bool verbose;
    char **files; /* [files_len] of argv; none: standard input     */
    int files_len;
} t2g_options;

typedef enum t2g_command { T2G_RUN, T2G_SHOW_HELP, T2G_SHOW_VERSION, T2G_WRONG_USAGE } t2g_command;

/* What to do; for T2G_WRONG_USAGE the error's message says what was found and
 * what was wanted.  Reorders argv: options first. */
t2g_command t2g_options_read(t2g_options *options, int argc, char **argv, t2g_error *error);

/* The text of --help. */
const char *t2g_options_help(void);

#endif
