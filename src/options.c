/* SPDX-License-Identifier: MIT */
#include "options.h"

#include <getopt.h>
#include <stdlib.h>
#include <string.h>

#include "batch.h"

enum { HELP = 256, DUMP, LEGEND, MIN_CONFIDENCE, LEXICON, MODEL, SAME, EXPLAIN, WHY };

static const struct option long_options[] = {
    {"help", no_argument, NULL, HELP},
    {"dump", required_argument, NULL, DUMP},
    {"legend", no_argument, NULL, LEGEND},
    {"explain", no_argument, NULL, EXPLAIN},
    {"why", required_argument, NULL, WHY},
    {"min-confidence", required_argument, NULL, MIN_CONFIDENCE},
    {"lexicon", required_argument, NULL, LEXICON},
    {"model", required_argument, NULL, MODEL},
    {"same", required_argument, NULL, SAME},
    {NULL, 0, NULL, 0},
};

static const char help[] =
    "usage: text2gv [option ...] [file ...]\n"
    "\n"
    "Reads English news text and writes a Graphviz graph: people, organisations and\n"
    "countries, who heads what, who belongs to what, and who says so.  Several files\n"
    "make one graph; without a file, or for -, standard input is read.\n"
    "\n"
    "  -g NAME             name of the graph (text2gv)\n"
    "  -o FILE             write to FILE, which is whole or not there\n"
    "  -T FORMAT           format of the output: dot\n"
    "  -j N                analyse with N threads (1)\n"
    "  -v                  count nodes, edges and what was read on standard error\n"
    "  -V                  print the version\n"
    "  -?, --help          print this\n"
    "  --legend            draw what shapes, colours and lines mean\n"
    "  --explain           say beside every edge which rule made it, and all places that say it\n"
    "  --why A B           print why there is an edge between A and B, or none, not the graph\n"
    "  --min-confidence=P  leave out edges of a confidence below P, 0 to 1\n"
    "  --same=FILE         which names are one's, and which are not\n"
    "  --lexicon=DIR       lists that replace or add to the built-in ones\n"
    "  --model=FILE        learned weights in place of the built-in ones\n"
    "  --dump=STAGE        print a stage of the analysis instead of a graph: text, token,\n"
    "                      sentence, tag, tree, mention, entity, fact or conllu\n"
    "\n"
    "Exit status: 0 when all was read and written, 1 when something was not, 2 for\n"
    "wrong usage.\n";

const char *t2g_options_help(void)
{
    return help;
}

static bool read_threads(const char *word, unsigned *threads)
{
    char *end;
    unsigned long number = strtoul(word, &end, 10);
    *threads = (unsigned)number;
    return word[0] >= '0' && word[0] <= '9' && !*end && number >= 1 && number <= T2G_BATCH_THREADS;
}

static bool read_probability(const char *word, double *p)
{
    char *end;
    *p = strtod(word, &end); /* the locale is never set: a full stop */
    return *word && !*end && *p >= 0 && *p <= 1;
}

static t2g_command wrong(t2g_error *error, const char *option, const char *found, const char *wanted)
{
    t2g_error_set(error, T2G_FORMAT, 0, "%s: found '%s', wanted %s", option, found, wanted);
    return T2G_WRONG_USAGE;
}

static t2g_command read_dump(t2g_options *options, t2g_error *error)
{
    char stages[128] = "one of";
    options->dump = t2g_stage_find(optarg);
    if (options->dump != T2G_STAGES) return T2G_RUN;
    for (t2g_stage s = 0; s < T2G_STAGES; s++) {
        size_t size = strlen(stages);
        snprintf(stages + size, sizeof stages - size, "%s %s", s ? "," : "", t2g_stage_name(s));
    }
    return wrong(error, "--dump", optarg, stages);
}

/* The only option with two values: getopt has read the first, and takes up behind the second. */
static t2g_command read_why(t2g_options *options, int argc, char **argv, t2g_error *error)
{
    if (optind >= argc) {
        t2g_error_set(error, T2G_FORMAT, 0, "--why wants two names, found '%.80s' alone", optarg);
        return T2G_WRONG_USAGE;
    }
    options->why[0] = optarg;
    options->why[1] = argv[optind++];
    return T2G_RUN;
}

/* getopt says '?' for the option -? and for what is none, and of a long option
 * that is none it says nothing at all: only its place tells. */
static t2g_command read_question_mark(int place, char **argv, t2g_error *error)
{
    if (optind != place && strncmp(argv[optind - 1], "--", 2) == 0) {
        const char *why = optopt ? "takes no value" : "is no option, or the begin of several";
        t2g_error_set(error, T2G_FORMAT, 0, "%s %s (--help lists them)", argv[optind - 1], why);
        return T2G_WRONG_USAGE;
    }
    if (optopt == 0 || optopt == '?') return T2G_SHOW_HELP;
    t2g_error_set(error, T2G_FORMAT, 0, "-%c is no option (--help lists them)", optopt);
    return T2G_WRONG_USAGE;
}

static t2g_command read_missing(int place, char **argv, t2g_error *error)
{
    if (optopt >= HELP) t2g_error_set(error, T2G_FORMAT, 0, "%s wants a value", argv[optind != place ? optind - 1 : place]);
    else t2g_error_set(error, T2G_FORMAT, 0, "-%c wants a value", optopt);
    return T2G_WRONG_USAGE;
}

/* Read one option, the one that getopt found at a place of argv. */
static t2g_command read_option(t2g_options *options, int option, int place, int argc, char **argv, t2g_error *error)
{
    switch (option) {
    case 'g': options->graph_name = optarg; return T2G_RUN;
    case 'o': options->output = optarg; return T2G_RUN;
    case 'v': options->verbose = true; return T2G_RUN;
    case 'V': return T2G_SHOW_VERSION;
    case 'T': return strcmp(optarg, "dot") == 0 ? T2G_RUN : wrong(error, "-T", optarg, "dot");
    case 'j':
        return read_threads(optarg, &options->threads) ? T2G_RUN : wrong(error, "-j", optarg, "a number from 1 to 256");
    case HELP: return T2G_SHOW_HELP;
    case DUMP: return read_dump(options, error);
    case LEGEND: options->style.legend = true; return T2G_RUN;
    case EXPLAIN: options->style.explain = true; return T2G_RUN;
    case WHY: return read_why(options, argc, argv, error);
    case LEXICON: options->lexicon = optarg; return T2G_RUN;
    case MODEL: options->weights = optarg; return T2G_RUN;
    case SAME: options->same = optarg; return T2G_RUN;
    case MIN_CONFIDENCE:
        return read_probability(optarg, &options->style.min_confidence)
                   ? T2G_RUN
                   : wrong(error, "--min-confidence", optarg, "a number from 0 to 1");
    case ':': return read_missing(place, argv, error);
    default: return read_question_mark(place, argv, error);
    }
}

t2g_command t2g_options_read(t2g_options *options, int argc, char **argv, t2g_error *error)
{
    *options = (t2g_options){.graph_name = "text2gv", .threads = 1, .dump = T2G_STAGES};
    for (;;) {
        int place = optind;
        optopt = 0;
        int option = getopt_long(argc, argv, ":?vVT:g:o:j:", long_options, NULL);
        if (option == -1) break;
        t2g_command command = read_option(options, option, place, argc, argv, error);
        if (command != T2G_RUN) return command;
    }
    if (options->why[0] && options->dump != T2G_STAGES) {
        t2g_error_set(error, T2G_FORMAT, 0, "--why and --dump: found both, wanted one of them");
        return T2G_WRONG_USAGE;
    }
    options->files = argv + optind;
    options->files_len = argc - optind;
    return T2G_RUN;
}
