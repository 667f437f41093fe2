/* SPDX-License-Identifier: MIT */
#include "nlp/mention/namelist.h"

static t2g_namelist organisation_list(uint8_t key, t2g_namelist name, t2g_namelist acronym)
{
    if (key == T2G_KEY_AMBIGUOUS) return T2G_NAMELIST_UNCERTAIN;
    if (key == T2G_KEY_ADJECTIVE || key == T2G_KEY_MEMBERS) return T2G_NAMELIST_PARTISAN;
    return key == T2G_KEY_ACRONYM ? acronym : name;
}

static t2g_namelist word_list(uint8_t key)
{
    switch (key) {
    case T2G_KEY_EVENT: return T2G_NAMELIST_EVENT;
    case T2G_KEY_PRODUCT: return T2G_NAMELIST_PRODUCT;
    case T2G_KEY_LANGUAGE: return T2G_NAMELIST_LANGUAGE;
    case T2G_KEY_DATE: return T2G_NAMELIST_DATE;
    case T2G_KEY_SUFFIX: return T2G_NAMELIST_NO_NAME_LAST;
    default: return T2G_NAMELIST_NO_NAME;
    }
}

t2g_namelist t2g_namelist_of(const t2g_phrase *phrase)
{
    uint8_t key = phrase->key;
    switch ((t2g_lex_list)phrase->list) {
    case T2G_LEX_COUNTRY:
        if (key == T2G_KEY_CAPITAL) return T2G_NAMELIST_SEAT;
        return key == T2G_KEY_DEMONYM || key == T2G_KEY_PEOPLE ? T2G_NAMELIST_NATION : T2G_NAMELIST_COUNTRY;
    case T2G_LEX_BODY: return organisation_list(key, T2G_NAMELIST_BODY, T2G_NAMELIST_BODY_SHORT);
    case T2G_LEX_OUTLET: return organisation_list(key, T2G_NAMELIST_OUTLET, T2G_NAMELIST_OUTLET_SHORT);
    case T2G_LEX_PARTY: return organisation_list(key, T2G_NAMELIST_PARTY, T2G_NAMELIST_PARTISAN);
    case T2G_LEX_ORGANISATION: return organisation_list(key, T2G_NAMELIST_FIRM, T2G_NAMELIST_FIRM_SHORT);
    case T2G_LEX_ORGWORD:
        if (key == T2G_KEY_SUFFIX) return T2G_NAMELIST_ORG_LAST;
        return key == T2G_KEY_PREFIX ? T2G_NAMELIST_ORG_FIRST : T2G_NAMELIST_ORG_WORD;
    case T2G_LEX_PLACE: return key == T2G_KEY_CITY ? T2G_NAMELIST_PLACE : T2G_NAMELIST_REGION;
    case T2G_LEX_TITLE: return T2G_NAMELIST_TITLE;
    case T2G_LEX_ROLE: return T2G_NAMELIST_OFFICE;
    case T2G_LEX_STATUS: return T2G_NAMELIST_STATUS;
    case T2G_LEX_GIVEN: return T2G_NAMELIST_GIVEN;
    case T2G_LEX_SURNAME: return T2G_NAMELIST_SURNAME;
    case T2G_LEX_VERB: return key == T2G_KEY_SAY || key == T2G_KEY_REPORT ? T2G_NAMELIST_SAYS : T2G_NAMELIST_ACTS;
    case T2G_LEX_NOTNAME: return word_list(key);
    case T2G_LEX_COMMON: return T2G_NAMELIST_COMMON;
    default: return T2G_NAMELIST_NO;
    }
}
