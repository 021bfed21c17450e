/* Fields of MT940 in a statement, for reading. */
#pragma once
#include "import_collect.h"

/* One statement around fields :61: and :86:, which need not tie. */
static inline char *statement_with(const char *fields)
{
    return g_strdup_printf(":20:940S130701\n:25:NL96TEST0000000101EUR\n:28C:12\n:60F:C130630EUR1000,00\n%s"
                           ":62F:C130731EUR1000,00\n",
                           fields);
}

static inline Collected *read_fields(const char *fields)
{
    g_autofree char *text = statement_with(fields);
    Collected *got = collected_text(text, NULL);
    g_assert_no_error(got->error);
    g_assert_cmpstr(got->kind, ==, "mt940");
    return got;
}
