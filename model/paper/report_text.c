/* The report as it is printed: 80 or 132 columns, page headers, form feeds; and its lines for the screen. */
#include "base/i18n.h"
#include "base/text.h"
#include "paper/report.h"
#include <string.h>

enum { WIDE = 132, NARROW = 78, CELLS = 3, HEAD_LINES = 2, FOOT_LINES = 2 };

static void row_free(gpointer data)
{
    ReportRow *row = data;
    g_free(row->text);
    g_free(row);
}

static ReportRow *add_line(GPtrArray *rows, char *line)
{
    ReportRow *row = g_new0(ReportRow, 1);
    row->text = g_strchomp(line);
    g_ptr_array_add(rows, row);
    return row;
}

/* --- Counts --------------------------------------------------------------------------------------------- */

typedef struct {
    const char *label;
    char *value;
} Cell;

/* Values end under each other in both lines; on a narrow screen each has a line of its own. */
static void add_cells(GPtrArray *rows, Cell cells[2][CELLS], int columns)
{
    int labels[CELLS] = {0}, values[CELLS] = {0}, total = 1;
    for (size_t c = 0; c < CELLS; c++) {
        for (size_t r = 0; r < 2; r++) {
            labels[c] = MAX(labels[c], text_width(cells[r][c].label));
            values[c] = MAX(values[c], text_width(cells[r][c].value));
        }
        total += labels[c] + 2 + values[c] + (c + 1 < CELLS ? 4 : 0);
    }
    bool stacked = total > columns;
    for (size_t r = 0; r < 2; r++) {
        g_autoptr(GString) line = g_string_new(NULL);
        for (size_t c = 0; c < CELLS; c++) {
            g_autofree char *label = text_fit(cells[r][c].label, stacked ? columns - 14 : labels[c]);
            g_autofree char *value = text_fit(cells[r][c].value, -(stacked ? 11 : values[c]));
            g_string_append_printf(line, "%s%s  %s", stacked || c == 0 ? " " : "    ", label, value);
            if (stacked || c + 1 == CELLS) {
                add_line(rows, g_strdup(line->str));
                g_string_truncate(line, 0);
            }
        }
    }
}

static void add_counts(GPtrArray *rows, const Report *report, int columns)
{
    int share = report->calls > 0 ? (report->reached * 100 + report->calls / 2) / report->calls : 0;
    Cell cells[2][CELLS] = {
        {{_("Calls made"), g_strdup_printf("%d", report->calls)},
         {_("customers reached"), g_strdup_printf("%d (%d%%)", report->reached, share)},
         {_("talk time"), g_strdup_printf("%d:%02d:%02d", report->talk_seconds / 3600, report->talk_seconds / 60 % 60,
                                          report->talk_seconds % 60)}},
        {{_("Outcomes logged"), g_strdup_printf("%d", report->logged)},
         {_("follow-ups set"), g_strdup_printf("%d", report->follow_ups)},
         {_("without next step"), g_strdup_printf("%d", report->without_next)}},
    };
    add_cells(rows, cells, columns);
    for (size_t i = 0; i < 2 * CELLS; i++)
        g_free(cells[i / CELLS][i % CELLS].value);
}

/* --- Outcomes ------------------------------------------------------------------------------------------- */

static void add_outcomes(GPtrArray *rows, const Report *report, int columns)
{
    int labels = columns < NARROW ? 18 : 26;
    g_autofree char *head_label = text_fit(_("Outcome"), labels + 3), *head_calls = text_fit(_("calls"), -6);
    g_autofree char *head_amount = text_fit(_("amount"), -14);
    if (report->outcomes->len == 0) {
        add_line(rows, g_strdup_printf(" %s", _("No calls on this day.")));
        return;
    }
    g_autofree char *head_next = text_cut(_("next touchpoint"), columns - (labels + 3) - 6 - 14 - 4);
    add_line(rows, g_strdup_printf(" %s%s%s   %s", head_label, head_calls, head_amount, head_next));
    for (guint i = 0; i < report->outcomes->len; i++) {
        const ReportOutcome *row = g_ptr_array_index(report->outcomes, i);
        g_autofree char *letter = text_fit(row->letter, 1), *label = text_fit(row->label, labels);
        g_autofree char *money = money_text(row->amount), *amount = text_fit(row->amount != 0 ? money : "", -14);
        g_autofree char *next = text_cut(row->next, MAX(0, columns - labels - 28));
        add_line(rows, g_strdup_printf(" %s  %s%6d%s   %s", letter, label, row->calls, amount, next))->outcome = row;
    }
}

/* A sentence that is too long for the paper goes on in the next line. */
static void add_sentence(GPtrArray *rows, int columns, char *sentence)
{
    g_autofree char *whole = sentence;
    g_auto(GStrv) parts = text_wrap(g_strchug(whole), columns - 1);
    for (char **part = parts; *part != NULL; part++)
        add_line(rows, g_strdup_printf(" %s", *part));
}

static void add_promises(GPtrArray *rows, const Report *report, int columns)
{
    g_autofree char *kept = money_text(report->kept_amount), *broken = money_text(report->broken_amount);
    g_autofree char *received = money_text(report->received);
    add_sentence(rows, columns,
                 g_strdup_printf(_("Promises due today %3d   kept %3d  %s   not kept %3d  %s"), report->promises_due,
                                 report->promises_kept, kept, report->promises_broken, broken));
    add_sentence(rows, columns,
                 g_strdup_printf(_("Received today (bank)  %s   late callbacks %d"), received, report->late_callbacks));
    add_sentence(rows, columns, g_strdup_printf(_("Not reached, still due tomorrow  %d"), report->not_reached_due));
}

/* --- Customers ------------------------------------------------------------------------------------------ */

static char *line_amount(const Report *report, const ReportLine *line)
{
    if (line->amount == 0)
        return g_strdup("");
    return g_str_equal(line->currency, report->currency) ? money_text(line->amount)
                                                         : money_text_currency(line->amount, line->currency);
}

static char *customer_line(const Report *report, const ReportLine *line, int columns)
{
    bool wide = columns >= WIDE;
    int name_columns = wide ? 40 : columns < NARROW ? 18 : 26;
    g_autofree char *time = minute_text(line->when.minute), *name = text_fit(line->customer, name_columns);
    g_autofree char *letter = text_fit(line->letter, 1), *money = line_amount(report, line);
    g_autofree char *amount = text_fit(money, -MAX(12, text_width(money))), *agent = text_fit(line->agent, 8);
    g_autofree char *left =
        g_strdup_printf(" %s %s%s%s %s %s  ", time, wide ? agent : "", wide ? "  " : "", name, letter, amount);
    g_autofree char *text = text_cut(line->text, MAX(0, columns - text_width(left)));
    return g_strconcat(left, text, NULL);
}

static void add_customer_lines(GPtrArray *rows, const Report *report, const ReportLayout *layout)
{
    add_line(rows, g_strdup_printf(" %s", _("Per customer")));
    for (guint i = 0; i < report->lines->len; i++) {
        const ReportLine *line = g_ptr_array_index(report->lines, i);
        add_line(rows, customer_line(report, line, layout->columns))->line = line;
        if (!layout->notes || *line->note == '\0')
            continue;
        g_auto(GStrv) wrapped = text_wrap(line->note, layout->columns - 10);
        for (char **part = wrapped; *part != NULL; part++)
            add_line(rows, g_strdup_printf("         %s", *part));
    }
}

/* What a line printer cannot show may need more columns than it had. */
static void make_ascii(const GPtrArray *rows, int columns)
{
    for (guint i = 0; i < rows->len; i++) {
        ReportRow *row = g_ptr_array_index(rows, i);
        char *plain = text_ascii(row->text);
        if (strlen(plain) > (size_t)columns)
            plain[columns] = '\0';
        g_free(row->text);
        row->text = plain;
    }
}

GPtrArray *report_rows(const Report *report, const ReportLayout *layout)
{
    GPtrArray *rows = g_ptr_array_new_with_free_func(row_free);
    add_counts(rows, report, layout->columns);
    add_line(rows, g_strdup(""));
    add_outcomes(rows, report, layout->columns);
    add_line(rows, g_strdup(""));
    add_promises(rows, report, layout->columns);
    add_line(rows, g_strdup(""));
    if (report->lines->len > 0) {
        add_customer_lines(rows, report, layout);
        add_line(rows, g_strdup(""));
    }
    if (!layout->screen)
        add_sentence(rows, layout->columns,
                     g_strdup_printf(_("Record: %s   (entries and end of the chain of the record)"), report->head));
    if (layout->ascii)
        make_ascii(rows, layout->columns);
    return rows;
}

/* --- Pages ---------------------------------------------------------------------------------------------- */

static char *page_head(const Report *report, const ReportLayout *layout, guint page, guint pages)
{
    g_autofree char *day = day_long(report->day);
    g_autofree char *left = g_strdup_printf(_(" DAY REPORT  %s"), day);
    g_autofree char *who =
        report->agent != NULL ? g_strdup_printf(_("desk: %s"), report->agent) : g_strdup(_("the whole team"));
    g_autofree char *clean = text_clean(who);
    g_autofree char *right = g_strdup_printf(_("%s       page %u/%u"), clean, page, pages);
    int room = layout->columns - 2 - text_width(left);
    g_autofree char *fitted = text_fit(right, -MAX(room, 10));
    g_autofree char *head = g_strdup_printf("%s %s", left, fitted);
    return layout->ascii ? text_ascii(head) : g_steal_pointer(&head);
}

/* Form feeds stand between pages: after the last one the printer ejects by itself. */
char *report_text(const Report *report, const ReportLayout *layout)
{
    g_autoptr(GPtrArray) body = report_rows(report, layout);
    guint per_page = layout->page_lines > HEAD_LINES + FOOT_LINES
                         ? (guint)(layout->page_lines - HEAD_LINES - FOOT_LINES)
                         : MAX(body->len, 1);
    guint pages = MAX((body->len + per_page - 1) / per_page, 1);
    GString *text = g_string_new(NULL);
    for (guint page = 0; page < pages; page++) {
        g_autofree char *head = page_head(report, layout, page + 1, pages);
        g_string_append_printf(text, "%s%s\n\n", page > 0 ? "\f" : "", head);
        for (guint i = page * per_page; i < MIN((page + 1) * per_page, body->len); i++)
            g_string_append_printf(text, "%s\n", ((const ReportRow *)g_ptr_array_index(body, i))->text);
    }
    return g_string_free(text, FALSE);
}
