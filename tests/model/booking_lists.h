/* A list of one invoice and its bank line, and a picture of the whole book. */
#pragma once
#include "ledger_book.h"

#define PEETERS "C1;Bakkerij Peeters BV;"
#define AERTS   "C2;Aerts Bouw NV;"
#define OGM     "202513120023"

static const char ONE[] = PEETERS "2025-1312;invoice;2026-01-10;2026-02-09;1850,00;1850,00;202513120023;EUR;\n";

/* Every row of every table, as text. */
static inline char *dump(House *house)
{
    static const char *const TABLES[] = {
        "import",
        "import_problem",
        "customer",
        "contact",
        "phone",
        "customer_iban",
        "search_text",
        "item",
        "item_change",
        "statement",
        "payment",
        "payment_match",
        "payment_proposal",
        "allocation",
        "allocation_absorbed",
        "event",
        "promise",
        "touchpoint",
    };
    GString *text = g_string_new(NULL);
    for (size_t t = 0; t < G_N_ELEMENTS(TABLES); t++) {
        g_autofree char *columns_sql =
            g_strdup_printf("SELECT name FROM pragma_table_info('%s') ORDER BY cid", TABLES[t]);
        g_autoptr(GPtrArray) columns = g_ptr_array_new_with_free_func(g_free);
        g_autoptr(Query) names = store_query(house->ledger.store, columns_sql, NO_BINDS, NULL);
        while (query_next(names))
            g_ptr_array_add(columns, query_dup(names, "name"));
        query_finish(names, NULL);
        g_autofree char *sql = g_strdup_printf("SELECT * FROM %s ORDER BY 1, 2", TABLES[t]);
        g_autoptr(Query) rows = store_query(house->ledger.store, sql, NO_BINDS, NULL);
        while (query_next(rows)) {
            g_string_append(text, TABLES[t]);
            for (guint c = 0; c < columns->len; c++)
                g_string_append_printf(text, "|%s", query_text(rows, g_ptr_array_index(columns, c)));
            g_string_append_c(text, '\n');
        }
        query_finish(rows, NULL);
    }
    return g_string_free(text, FALSE);
}

static inline void assert_unchanged(House *house, const char *before)
{
    g_autofree char *after = dump(house);
    g_assert_cmpstr(after, ==, before);
}
