/* SPDX-License-Identifier: MIT */
#include "nlp/item/relation.h"

const char *t2g_relation_name(t2g_relation relation)
{
    static const char *const names[] = {"head_of", "member_of", "reported_by"};
    return names[relation];
}

const char *t2g_status_name(t2g_status status)
{
    static const char *const names[] = {"current", "former", "acting", "elect"};
    return names[status];
}

const char *t2g_report_kind_name(t2g_report_kind kind)
{
    static const char *const names[] = {"report", "statement"};
    return names[kind];
}
