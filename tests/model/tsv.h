/* Walks a table of the shared samples: header line first, then one row per line, tab-separated. */
#pragma once
#include <glib.h>
#include <stdbool.h>

/* The rows without the header, each a NULL-terminated array of cells; the test is skipped visibly and NULL
 * comes back where the samples are not at hand.  g_ptr_array_unref. */
static inline GPtrArray *tsv_rows(const char *relative, const char *first_column)
{
    const char *shared = g_getenv("BELRONDE_SHARED");
    g_autofree char *path = g_build_filename(shared == NULL ? "../shared" : shared, relative, NULL);
    g_autofree char *text = NULL;
    if (!g_file_get_contents(path, &text, NULL, NULL)) {
        g_autofree char *why = g_strdup_printf("%s is not there", path);
        g_test_skip(why);
        return NULL;
    }
    g_auto(GStrv) lines = g_strsplit(text, "\n", -1);
    g_assert_true(g_str_has_prefix(lines[0], first_column));
    GPtrArray *rows = g_ptr_array_new_with_free_func((GDestroyNotify)g_strfreev);
    for (int i = 1; lines[i] != NULL; i++) {
        if (lines[i][0] != '\0')
            g_ptr_array_add(rows, g_strsplit(lines[i], "\t", -1));
    }
    return rows;
}
