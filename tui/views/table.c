#include "views/table.h"

#include "base/clock.h"
#include "base/i18n.h"
#include "base/money.h"
#include "base/text.h"
#include <string.h>

static int shown_width(const TableColumn *column, int total)
{
    return column->from <= total ? column->width : 0;
}

void table_layout(Table *table, const TableColumn *columns, size_t count, int signs, int total)
{
    int used = signs, fillers = 0;
    *table = (Table){.columns = columns, .count = MIN(count, TABLE_COLUMNS)};
    for (size_t i = 0; i < table->count; i++) {
        table->width[i] = shown_width(&columns[i], total);
        used += table->width[i] > 0 ? table->width[i] + 1 : 0;
        fillers += table->width[i] > 0 && columns[i].fills;
    }
    int spare = MAX(0, total - used);
    int left = signs;
    for (size_t i = 0; i < table->count; i++) {
        if (table->width[i] > 0 && columns[i].fills) {
            int share = spare / fillers--;
            table->width[i] += share;
            spare -= share;
        }
        table->left[i] = left;
        left += table->width[i] > 0 ? table->width[i] + 1 : 0;
    }
}

void table_cell(const Table *table, const Canvas *canvas, int row, size_t column, Role role, const char *text)
{
    int width = table->width[column];
    if (width == 0 || text == NULL)
        return;
    if (table->columns[column].right)
        paint_right(canvas, row, table->left[column], width, role, text);
    else
        paint_fit(canvas, row, table->left[column], width, role, text);
}

void table_head(const Table *table, const Canvas *canvas, int row)
{
    for (size_t i = 0; i < table->count; i++)
        if (*table->columns[i].label != '\0')
            table_cell(table, canvas, row, i, ROLE_NORMAL, i18n_word(table->columns[i].label));
}

void table_selected(const Canvas *canvas, int row)
{
    paint_text(canvas, row, 0, ROLE_SELECTED, ">");
    paint_role(canvas, row, 0, canvas->columns, ROLE_SELECTED);
    canvas_cursor(canvas, row, 0);
}

char *count_text(gint64 count)
{
    char *text = money_text(count * 100);
    char *comma = strrchr(text, ',');
    if (comma != NULL)
        *comma = '\0';
    return text;
}

void table_text_line(const Table *table, GString *out, const char *const *cells)
{
    g_autoptr(GString) line = g_string_new("  ");
    for (size_t i = 0; i < table->count; i++) {
        if (table->width[i] == 0)
            continue;
        g_autofree char *cell =
            text_fit(cells[i] != NULL ? cells[i] : "", table->columns[i].right ? -table->width[i] : table->width[i]);
        g_string_append_printf(line, "%s ", cell);
    }
    g_string_append_printf(out, "%s\n", g_strchomp(line->str));
}

void table_text_head(const Table *table, GString *out, const char *title)
{
    const char *labels[TABLE_COLUMNS];
    g_autofree char *day = day_long(clock_today());
    for (size_t i = 0; i < table->count; i++)
        labels[i] = *table->columns[i].label != '\0' ? i18n_word(table->columns[i].label) : "";
    g_string_append_printf(out, "  %s  %s\n\n", title, day);
    table_text_line(table, out, labels);
}
