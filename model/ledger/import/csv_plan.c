/* Which profile, which delimiter, which header, which decimal mark: told from the first rows of the file. */
#include "ledger/import/csv_profile.h"

#include "base/text.h"

#include <string.h>

enum { HEAD_ROWS = 60 /* titles above the header, and rows to see the decimal mark in */, LIST_CELLS = 3 };

static const char delimiters[] = {';', ',', '\t', '|'};

/* ---- one row as header ---- */

static bool header_is(const CsvProfile *profile, int field, const char *folded)
{
    const GPtrArray *names = profile->headers[field];
    for (guint i = 0; names != NULL && i < names->len; i++)
        if (strcmp(g_ptr_array_index(names, i), folded) == 0)
            return true;
    return false;
}

static void column_claim(const CsvProfile *profile, const char *folded, int column, CsvMap *map)
{
    int fields = profile->customers ? CSV_INVOICE_NUMBER : CSV_FIELDS;
    for (int field = 0; field < CSV_FIELDS; field++) {
        /* A list of customers may tell its rows apart by any column. */
        if (field >= fields && profile->rows[field] == NULL)
            continue;
        if (map->column[field] < 0 && header_is(profile, field, folded)) {
            map->column[field] = column;
            map->matched++;
            return;
        }
    }
}

bool csv_profile_map(const CsvProfile *profile, const CsvRow *row, CsvMap *map)
{
    *map = (CsvMap){.missing = -1, .width = row->cells->len};
    for (int field = 0; field < CSV_FIELDS; field++)
        map->column[field] = -1;
    for (guint i = 0; i < row->cells->len; i++) {
        g_autofree char *folded = text_fold_bare(g_ptr_array_index(row->cells, i));
        if (folded[0] != '\0')
            column_claim(profile, folded, (int)i, map);
    }
    for (int field = CSV_FIELDS - 1; field >= 0; field--)
        if ((profile->needs >> field & 1) != 0 && map->column[field] < 0)
            map->missing = field;
    return map->missing < 0;
}

/* ---- the decimal mark ---- */

static const CsvField amount_fields[] = {CSV_OPEN_AMOUNT,  CSV_AMOUNT,         CSV_DEBIT,       CSV_CREDIT,
                                         CSV_CREDIT_LIMIT, CSV_FOREIGN_AMOUNT, CSV_FOREIGN_OPEN};

/* '.' or ',' where one or two digits stand behind it, or where both marks occur; 0 when it could be either. */
static char mark_of(const char *amount)
{
    const char *last = NULL, *dot = strrchr(amount, '.'), *comma = strrchr(amount, ',');
    if (dot == NULL && comma == NULL)
        return 0;
    last = dot == NULL || (comma != NULL && comma > dot) ? comma : dot;
    size_t digits = strspn(last + 1, "0123456789");
    return (dot != NULL && comma != NULL) || digits == 1 || digits == 2 ? *last : 0;
}

static void marks_count(const CsvRow *row, const CsvMap *map, int *points, int *commas)
{
    for (size_t i = 0; i < G_N_ELEMENTS(amount_fields); i++) {
        char mark = mark_of(csv_row_cell(row, map->column[amount_fields[i]]));
        *points += mark == '.';
        *commas += mark == ',';
    }
}

static char decimal_find(const GPtrArray *rows, const CsvPlan *plan)
{
    int points = 0, commas = 0;
    for (guint i = 0; i < rows->len; i++) {
        const CsvRow *row = g_ptr_array_index(rows, i);
        if (row->line > plan->header_line)
            marks_count(row, &plan->map, &points, &commas);
    }
    if (points > 0 && commas > 0)
        return 0;
    return points > 0 ? '.' : commas > 0 ? ',' : 0;
}

/* ---- the whole head ---- */

static void row_destroy(gpointer row)
{
    csv_row_free(row);
}

GPtrArray *csv_head_rows(const char *text, char delimiter, guint most)
{
    GPtrArray *list = g_ptr_array_new_with_free_func(row_destroy);
    g_autoptr(CsvRows) rows = csv_rows_of_text(text, delimiter);
    while (list->len < most) {
        CsvRow *row = csv_row_new();
        if (csv_rows_next(rows, row, NULL) != CSV_ROW) {
            csv_row_free(row);
            break;
        }
        g_ptr_array_add(list, row);
    }
    return list;
}

/* How many rows have as many cells as most do. */
static guint rows_alike(const GPtrArray *rows, guint least, guint *width)
{
    guint best = 0;
    for (guint i = 0; i < rows->len; i++) {
        guint cells = ((const CsvRow *)g_ptr_array_index(rows, i))->cells->len, alike = 0;
        for (guint other = i; cells >= least && other < rows->len; other++)
            alike += ((const CsvRow *)g_ptr_array_index(rows, other))->cells->len == cells;
        if (alike > best || (alike == best && cells > *width)) {
            best = alike;
            *width = cells;
        }
    }
    return best;
}

char csv_delimiter_guess(const char *text)
{
    guint best_alike = 1, best_width = 0;
    char best = 0;
    for (size_t i = 0; i < G_N_ELEMENTS(delimiters); i++) {
        g_autoptr(GPtrArray) rows = csv_head_rows(text, delimiters[i], HEAD_ROWS);
        guint width = 0, alike = rows_alike(rows, LIST_CELLS, &width);
        if (alike * 2 < rows->len || alike * width <= best_alike * best_width || alike < 2)
            continue;
        best = delimiters[i];
        best_alike = alike;
        best_width = width;
    }
    return best;
}

static bool profile_try(const CsvProfile *profile, const GPtrArray *rows, char delimiter, CsvPlan *best)
{
    for (guint i = 0; i < rows->len; i++) {
        const CsvRow *row = g_ptr_array_index(rows, i);
        CsvPlan plan = {.profile = profile, .delimiter = delimiter, .header_line = row->line};
        if (!csv_profile_map(profile, row, &plan.map))
            continue;
        if (best->profile != NULL && plan.map.matched <= best->map.matched)
            return false;
        plan.decimal = profile->decimal != 0 ? profile->decimal : decimal_find(rows, &plan);
        *best = plan;
        return true;
    }
    return false;
}

/* The row with the most cells of letters: what a person would call the header. */
static void header_likeliest(const GPtrArray *rows, guint *widest, char **found)
{
    for (guint i = 0; i < rows->len; i++) {
        const CsvRow *row = g_ptr_array_index(rows, i);
        if (row->cells->len <= *widest || row->cells->len < 2)
            continue;
        *widest = row->cells->len;
        GString *names = g_string_new(NULL);
        for (guint cell = 0; cell < row->cells->len && names->len < 200; cell++)
            g_string_append_printf(names, "%s%s", cell > 0 ? ", " : "", csv_row_cell(row, (int)cell));
        g_free(*found);
        *found = text_clean(names->str);
        g_string_free(names, TRUE);
    }
}

static bool delimiter_suits(const CsvProfile *profile, const char *wanted, char delimiter)
{
    return (wanted == NULL || strcmp(profile->slug, wanted) == 0) &&
           (profile->delimiter == 0 || profile->delimiter == delimiter);
}

bool csv_plan_find(const GPtrArray *profiles, const char *wanted, const char *text, CsvPlan *plan, char **found)
{
    CsvPlan best = {0};
    guint widest = 0;
    g_autofree char *likeliest = NULL;
    for (size_t i = 0; i < G_N_ELEMENTS(delimiters); i++) {
        g_autoptr(GPtrArray) rows = csv_head_rows(text, delimiters[i], HEAD_ROWS);
        header_likeliest(rows, &widest, &likeliest);
        for (guint at = 0; at < profiles->len; at++) {
            const CsvProfile *profile = g_ptr_array_index(profiles, at);
            if (delimiter_suits(profile, wanted, delimiters[i]))
                profile_try(profile, rows, delimiters[i], &best);
        }
    }
    if (found != NULL)
        *found = g_steal_pointer(&likeliest);
    if (best.profile == NULL)
        return false;
    *plan = best;
    return true;
}
