/* The report as it is printed: 80 or 132 columns, page headers, form feeds. */
#include "base/i18n.h"
#include "base/text.h"
#include "paper/report.h"

static char *percent_of(int part, int whole)
{
    return g_strdup_printf("%d%%", whole > 0 ? (part * 100 + whole / 2) / whole : 0);
}

static void add_line(GPtrArray *lines, char *line)
{
    g_ptr_array_add(lines, g_strchomp(line));
}

static void add_counts(GPtrArray *lines, const Report *report)
{
    g_autofree char *share = percent_of(report->reached, report->calls);
    add_line(lines,
             g_strdup_printf(_(" Calls made       %4d     customers reached  %4d (%s)     talk time  %2d:%02d:%02d"),
                             report->calls, report->reached, share, report->talk_seconds / 3600,
                             report->talk_seconds / 60 % 60, report->talk_seconds % 60));
    add_line(lines,
             g_strdup_printf(_(" Outcomes logged  %4d     follow-ups set     %4d           without next step %d"),
                             report->logged, report->follow_ups, report->without_next));
}

static void add_outcomes(GPtrArray *lines, const Report *report, int columns)
{
    g_autofree char *head_label = text_fit(_("Outcome"), 29), *head_calls = text_fit(_("calls"), -6);
    g_autofree char *head_amount = text_fit(_("amount"), -14);
    add_line(lines, g_strdup_printf(" %s%s%s   %s", head_label, head_calls, head_amount, _("next touchpoint")));
    for (guint i = 0; i < report->outcomes->len; i++) {
        const ReportOutcome *row = g_ptr_array_index(report->outcomes, i);
        g_autofree char *letter = text_fit(row->letter, 1), *label = text_fit(row->label, 26);
        g_autofree char *money = money_text(row->amount), *amount = text_fit(row->amount != 0 ? money : "", -14);
        g_autofree char *next = text_cut(row->next, columns - 54);
        add_line(lines, g_strdup_printf(" %s  %s%6d%s   %s", letter, label, row->calls, amount, next));
    }
}

static void add_promises(GPtrArray *lines, const Report *report)
{
    g_autofree char *kept = money_text(report->kept_amount), *broken = money_text(report->broken_amount);
    g_autofree char *received = money_text(report->received);
    add_line(lines,
             g_strdup_printf(_(" Promises due today %3d   kept %3d  %s   not kept %3d  %s"), report->promises_due,
                             report->promises_kept, kept, report->promises_broken, broken));
    add_line(lines,
             g_strdup_printf(_(" Received today (bank)  %s   late callbacks %d"), received, report->late_callbacks));
    add_line(lines, g_strdup_printf(_(" Not reached, still due tomorrow  %d"), report->not_reached_due));
}

static void add_customer_lines(GPtrArray *lines, const Report *report, const ReportLayout *layout)
{
    bool wide = layout->columns >= 132;
    int name_columns = wide ? 40 : 26;
    add_line(lines, g_strdup_printf(" %s", _("Per customer")));
    for (guint i = 0; i < report->lines->len; i++) {
        const ReportLine *line = g_ptr_array_index(report->lines, i);
        g_autofree char *time = minute_text(line->when.minute), *name = text_fit(line->customer, name_columns);
        g_autofree char *letter = text_fit(line->letter, 1), *money = money_text(line->amount);
        g_autofree char *amount = text_fit(line->amount != 0 ? money : "", -12), *agent = text_fit(line->agent, 8);
        int left = layout->columns - (wide ? 16 : 6) - name_columns - 1 - 3 - 13 - 2;
        g_autofree char *text = text_cut(line->text, left);
        add_line(lines, g_strdup_printf(" %s %s%s%s %s %s  %s", time, wide ? agent : "", wide ? "  " : "", name, letter,
                                        amount, text));
        if (!layout->notes || *line->note == '\0')
            continue;
        g_auto(GStrv) wrapped = text_wrap(line->note, layout->columns - 10);
        for (char **part = wrapped; *part != NULL; part++)
            add_line(lines, g_strdup_printf("         %s", *part));
    }
}

static void add_signature(GPtrArray *lines, const Report *report)
{
    add_line(lines, g_strdup(""));
    add_line(lines, g_strdup_printf(_(" Record: %s   (entries and end of the chain of the record)"), report->head));
}

static char *page_head(const Report *report, const ReportLayout *layout, guint page, guint pages)
{
    g_autofree char *day = day_long(report->day);
    g_autofree char *left = g_strdup_printf(_(" DAY REPORT  %s"), day);
    g_autofree char *who =
        report->agent != NULL ? g_strdup_printf(_("desk: %s"), report->agent) : g_strdup(_("the whole team"));
    g_autofree char *right = g_strdup_printf(_("%s       page %u/%u"), who, page, pages);
    int room = layout->columns - 2 - text_width(left);
    g_autofree char *fitted = text_fit(right, -MAX(room, text_width(right)));
    return g_strdup_printf("%s %s", left, fitted);
}

static GPtrArray *body_of(const Report *report, const ReportLayout *layout)
{
    GPtrArray *lines = g_ptr_array_new_with_free_func(g_free);
    add_counts(lines, report);
    add_line(lines, g_strdup(""));
    add_outcomes(lines, report, layout->columns);
    add_line(lines, g_strdup(""));
    add_promises(lines, report);
    add_line(lines, g_strdup(""));
    add_customer_lines(lines, report, layout);
    add_signature(lines, report);
    return lines;
}

char *report_text(const Report *report, const ReportLayout *layout)
{
    enum { HEAD_LINES = 2 };
    g_autoptr(GPtrArray) body = body_of(report, layout);
    guint per_page =
        layout->page_lines > HEAD_LINES + 4 ? (guint)(layout->page_lines - HEAD_LINES - 2) : MAX(body->len, 1);
    guint pages = MAX((body->len + per_page - 1) / per_page, 1);
    g_autoptr(GString) text = g_string_new(NULL);
    for (guint page = 0; page < pages; page++) {
        g_autofree char *head = page_head(report, layout, page + 1, pages);
        g_string_append_printf(text, "%s%s\n\n", page > 0 ? "\f" : "", head);
        for (guint i = page * per_page; i < MIN((page + 1) * per_page, body->len); i++)
            g_string_append_printf(text, "%s\n", (const char *)g_ptr_array_index(body, i));
    }
    if (layout->page_lines > 0)
        g_string_append_c(text, '\f');
    return layout->ascii ? text_ascii(text->str) : g_strdup(text->str);
}
