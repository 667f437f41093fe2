/* relation.h - the relations that a fact may state, and what is said of them.
 *
 * What each means is defined in README.md, "What the graph says".
 *
 * SPDX-License-Identifier: MIT
 */
#ifndef T2G_NLP_RELATION_H
#define T2G_NLP_RELATION_H

typedef enum t2g_relation { T2G_HEAD_OF, T2G_MEMBER_OF, T2G_REPORTED_BY, T2G_RELATIONS } t2g_relation;

typedef enum t2g_status { T2G_STATUS_CURRENT, T2G_STATUS_FORMER, T2G_STATUS_ACTING, T2G_STATUS_ELECT } t2g_status;

typedef enum t2g_report_kind { T2G_REPORT, T2G_STATEMENT } t2g_report_kind;

const char *t2g_relation_name(t2g_relation relation); /* "head_of", ...  */
const char *t2g_status_name(t2g_status status);       /* "current", ...  */
const char *t2g_report_kind_name(t2g_report_kind kind);

#endif
