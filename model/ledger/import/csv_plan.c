/* Which profile, which delimiter, which header, which decimal mark: told from the first rows of the file. */
#include "ledger/import/csv_profile.h"

#include "base/money.h"
#include "base/text.h"
#include "ledger/import/csv_values.h"

#include <string.h>

enum { HEAD_ROWS = 60 /* titles above the header, and rows to see the decimal mark in */, LIST_CELLS = 3 };

static const char delimiters[] = {';', ',', '\t', '|'};

/* ---- one row as header ---- */

/* A cell of the header as a profile may call it. */
typedef struct {
    char *folded;              /* "bedrag"; "" for a cell without letters */
    char *numbered, *by_place; /* "bedrag#2", "#5" */
} HeaderCell;

static void header_cell_clear(gpointer data)
{
    HeaderCell *cell = data;
    g_free(cell->folded);
    g_free(cell->numbered);
    g_free(cell->by_place);
}

static GArray *header_cells(const CsvRow *row)
{
    GArray *cells = g_array_new(FALSE, TRUE, sizeof(HeaderCell));
    g_array_set_clear_func(cells, header_cell_clear);
    for (guint i = 0; i < row->cells->len; i++) {
        int same = 1;
        HeaderCell cell = {.folded = text_fold_bare(g_ptr_array_index(row->cells, i)),
                           .by_place = g_strdup_printf("#%u", i + 1)};
        for (guint before = 0; before < i; before++)
            same += strcmp(g_array_index(cells, HeaderCell, before).folded, cell.folded) == 0;
        cell.numbered = g_strdup_printf("%s#%d", cell.folded, same);
        g_array_append_val(cells, cell);
    }
    return cells;
}

static bool header_is(const CsvProfile *profile, int field, const HeaderCell *cell)
{
    const GPtrArray *names = profile->headers[field];
    for (guint i = 0; names != NULL && i < names->len; i++) {
        const char *name = g_ptr_array_index(names, i);
        if (strcmp(name, cell->by_place) == 0 ||
            (cell->folded[0] != '\0' && (strcmp(name, cell->folded) == 0 || strcmp(name, cell->numbered) == 0)))
            return true;
    }
    return false;
}

static void column_claim(const CsvProfile *profile, const HeaderCell *folded, int column, CsvMap *map)
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

static bool cells_map(const CsvProfile *profile, const GArray *cells, CsvMap *map)
{
    *map = (CsvMap){.missing = -1, .width = cells->len};
    for (int field = 0; field < CSV_FIELDS; field++)
        map->column[field] = -1;
    for (guint i = 0; i < cells->len; i++)
        column_claim(profile, &g_array_index(cells, HeaderCell, i), (int)i, map);
    for (int field = CSV_FIELDS - 1; field >= 0; field--)
        if ((profile->needs >> field & 1) != 0 && map->column[field] < 0)
            map->missing = field;
    return map->missing < 0;
}

bool csv_profile_map(const CsvProfile *profile, const CsvRow *row, CsvMap *map)
{
    g_autoptr(GArray) cells = header_cells(row);
    return cells_map(profile, cells, map);
}

/* ---- the decimal mark ---- */

static const CsvField amount_fields[] = {CSV_OPEN_AMOUNT,  CSV_AMOUNT,         CSV_DEBIT,       CSV_CREDIT,
                                         CSV_CREDIT_LIMIT, CSV_FOREIGN_AMOUNT, CSV_FOREIGN_OPEN};

char csv_mark_of(const char *amount)
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
        char mark = csv_mark_of(csv_row_cell(row, map->column[amount_fields[i]]));
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

/* One learned from such a list before, else the one that gives a meaning to more columns. */
static bool plan_better(const CsvPlan *plan, const CsvPlan *best)
{
    if (best->profile == NULL || plan->profile->preferred != best->profile->preferred)
        return best->profile == NULL || plan->profile->preferred;
    return plan->map.matched > best->map.matched;
}

/* The first rows of a file, taken apart at one delimiter. */
typedef struct {
    char delimiter;
    GPtrArray *rows;  /* CsvRow */
    GPtrArray *cells; /* of each row as a header: GArray of HeaderCell, NULL until a profile looks at it */
} Head;

static void cells_unref(gpointer cells)
{
    if (cells != NULL)
        g_array_unref(cells);
}

static Head head_read(const char *text, char delimiter)
{
    Head head = {delimiter, csv_head_rows(text, delimiter, HEAD_ROWS), g_ptr_array_new_with_free_func(cells_unref)};
    g_ptr_array_set_size(head.cells, (int)head.rows->len);
    return head;
}

static void head_clear(Head *head)
{
    g_ptr_array_unref(head->rows);
    g_ptr_array_unref(head->cells);
}

/* Folded once for all profiles. */
static const GArray *head_cells(const Head *head, guint at)
{
    if (g_ptr_array_index(head->cells, at) == NULL)
        head->cells->pdata[at] = header_cells(g_ptr_array_index(head->rows, at));
    return g_ptr_array_index(head->cells, at);
}

static bool profile_try(const CsvProfile *profile, const Head *head, CsvPlan *best)
{
    for (guint i = 0; i < head->rows->len; i++) {
        const CsvRow *row = g_ptr_array_index(head->rows, i);
        CsvPlan plan = {.profile = profile, .delimiter = head->delimiter, .header_line = row->line};
        if (!cells_map(profile, head_cells(head, i), &plan.map))
            continue;
        if (!plan_better(&plan, best))
            return false;
        plan.decimal = profile->decimal != 0 ? profile->decimal : decimal_find(head->rows, &plan);
        *best = plan;
        return true;
    }
    return false;
}

/* --- a list without headers: its width, and days and amounts where they should be --- */

static const CsvField day_fields[] = {CSV_DUE_DATE, CSV_INVOICE_DATE, CSV_PAID_DATE};

static bool row_suits(const CsvPlan *plan, const CsvRow *row)
{
    if ((int)row->cells->len != plan->profile->width)
        return false;
    Day day;
    Cents cents;
    for (size_t i = 0; i < G_N_ELEMENTS(day_fields); i++)
        if (!csv_day(csv_row_cell(row, plan->map.column[day_fields[i]]), plan->profile->days, &day))
            return false;
    for (size_t i = 0; i < G_N_ELEMENTS(amount_fields); i++) {
        const char *cell = csv_row_cell(row, plan->map.column[amount_fields[i]]);
        if (cell[0] != '\0' && !money_parse_file(cell, 0, 2, &cents, NULL))
            return false;
    }
    return true;
}

static bool headless_try(const CsvProfile *profile, const Head *head, CsvPlan *best)
{
    CsvPlan plan = {.profile = profile, .delimiter = head->delimiter};
    const GPtrArray *rows = head->rows;
    guint suiting = 0;
    if (best->profile != NULL || rows->len == 0)
        return false;
    g_autoptr(CsvRow) places = csv_row_new();
    for (int i = 0; i < profile->width; i++)
        g_ptr_array_add(places->cells, g_strdup(""));
    if (!csv_profile_map(profile, places, &plan.map))
        return false;
    for (guint i = 0; i < rows->len; i++)
        suiting += row_suits(&plan, g_ptr_array_index(rows, i));
    if (suiting * 4 < rows->len * 3)
        return false;
    plan.decimal = profile->decimal != 0 ? profile->decimal : decimal_find(rows, &plan);
    *best = plan;
    return true;
}

/* The row with the most cells that are not empty: what a person would call the header. */
static void header_likeliest(const GPtrArray *rows, guint *widest, char **found)
{
    for (guint i = 0; i < rows->len; i++) {
        const CsvRow *row = g_ptr_array_index(rows, i);
        guint filled = 0;
        for (guint cell = 0; cell < row->cells->len; cell++)
            filled += csv_row_cell(row, (int)cell)[0] != '\0';
        if (filled <= *widest || filled < 2)
            continue;
        *widest = filled;
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
    bool usual = memchr(delimiters, delimiter, sizeof delimiters) != NULL;
    return (wanted == NULL || strcmp(profile->slug, wanted) == 0) &&
           ((profile->delimiter == 0 && usual) || profile->delimiter == delimiter);
}

/* The usual ones, and those that some profile names. */
static char *delimiters_of(const GPtrArray *profiles)
{
    GString *signs = g_string_new_len(delimiters, sizeof delimiters);
    for (guint i = 0; i < profiles->len; i++) {
        char sign = ((const CsvProfile *)g_ptr_array_index(profiles, i))->delimiter;
        if (sign != 0 && strchr(signs->str, sign) == NULL)
            g_string_append_c(signs, sign);
    }
    return g_string_free(signs, FALSE);
}

static void profiles_try(const GPtrArray *profiles, const char *wanted, const Head *head, bool headless, CsvPlan *best)
{
    for (guint at = 0; at < profiles->len; at++) {
        const CsvProfile *profile = g_ptr_array_index(profiles, at);
        if (profile->headless == headless && delimiter_suits(profile, wanted, head->delimiter))
            (void)(headless ? headless_try : profile_try)(profile, head, best);
    }
}

bool csv_plan_find(const GPtrArray *profiles, const char *wanted, const char *text, CsvPlan *plan, char **found)
{
    CsvPlan best = {0};
    guint widest = 0;
    g_autofree char *likeliest = NULL, *signs = delimiters_of(profiles);
    for (int headless = 0; headless <= 1 && best.profile == NULL; headless++)
        for (const char *sign = signs; *sign != '\0'; sign++) {
            Head head = head_read(text, *sign);
            header_likeliest(head.rows, &widest, &likeliest);
            profiles_try(profiles, wanted, &head, headless == 1, &best);
            head_clear(&head);
        }
    if (found != NULL)
        *found = g_steal_pointer(&likeliest);
    if (best.profile == NULL)
        return false;
    *plan = best;
    return true;
}
