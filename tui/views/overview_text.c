/* The overview as text: figures only. */
#include "views/overview_inside.h"

#include "base/clock.h"
#include "base/i18n.h"
#include "base/text.h"
#include "views/table.h"

int percent_of(Cents part, Cents whole)
{
    return whole > 0 ? (int)money_share(100, part, whole) : 0;
}

char *kept_text(int percent)
{
    return percent < 0 ? g_strdup("-") : g_strdup_printf("%d%%", percent);
}

char *whole_text(Cents cents)
{
    return count_text((cents + 50) / 100);
}

char *overview_days_head(void)
{
    g_autofree char *day = text_fit(_("Day"), 10), *received = text_fit(_("received"), -13);
    g_autofree char *promised = text_fit(_("promised"), -13), *calls = text_fit(_("calls"), -8);
    g_autofree char *reached = text_fit(_("reached"), -9);
    return g_strdup_printf(" %s%s%s%s%s", day, received, promised, calls, reached);
}

char *overview_day_line(const Overview *overview, int day)
{
    g_autofree char *name = day_weekday_short(overview->day[day]), *fitted = text_fit(name, 10);
    g_autofree char *received = money_text(overview->received[day]), *promised = money_text(overview->promised[day]);
    g_autofree char *first = text_fit(received, -13), *second = text_fit(promised, -13);
    return g_strdup_printf(" %s%s%s%8d%9d", fitted, first, second, overview->calls[day], overview->reached[day]);
}

static void add_ageing(GString *text, const Overview *overview)
{
    g_autofree char *total = money_text(overview->total), *late = money_text(overview->late);
    g_string_append_printf(text, _(" Ageing   total %s   of which late %s\n"), total, late);
    for (int i = 0; i < AGE_BANDS; i++) {
        g_autofree char *name = text_fit(_(AGE_BAND_NAMES[i]), 12), *amount = money_text(overview->band[i]);
        g_autofree char *right = text_fit(amount, -16);
        g_string_append_printf(text, " %s%s%6d%%\n", name, right, percent_of(overview->band[i], overview->total));
    }
}

static void add_desks(GString *text, const Overview *overview)
{
    g_string_append_printf(text, "\n %s\n", _("Desks today: due, done, reached, promised, kept in 4 weeks"));
    for (guint i = 0; i < overview->desks->len; i++) {
        const OverviewDesk *row = g_ptr_array_index(overview->desks, i);
        g_autofree char *clean = text_clean(*row->agent != '\0' ? row->agent : _("nobody's"));
        g_autofree char *name = text_fit(clean, 12), *amount = money_text(row->promised);
        g_autofree char *right = text_fit(amount, -14), *kept = kept_text(row->kept_percent);
        g_string_append_printf(text, " %s%5d%5d%5d%s  %s\n", name, row->due, row->done, row->reached, right, kept);
    }
}

static void add_needs(GString *text, const Overview *overview)
{
    g_string_append_printf(text, "\n %s\n", _("Needs you"));
    for (guint i = 0; i < overview->needs->len; i++) {
        const OverviewNeed *row = g_ptr_array_index(overview->needs, i);
        g_autofree char *clean = text_clean(row->name), *name = text_fit(clean, 26), *amount = money_text(row->amount);
        g_autofree char *right = text_fit(amount, -13);
        g_string_append_printf(text, " %s%s  %s\n", name, right, row->text);
    }
}

static void add_reasons(GString *text, const Overview *overview)
{
    g_string_append_printf(text, "\n %s\n", _("What was said in 4 weeks, by amount"));
    for (guint i = 0; i < overview->reasons->len; i++) {
        const OverviewReason *row = g_ptr_array_index(overview->reasons, i);
        g_autofree char *name = text_fit(row->label, 24), *amount = money_text(row->amount);
        g_autofree char *right = text_fit(amount, -14);
        g_string_append_printf(text, " %s%5d%s\n", name, row->calls, right);
    }
}

char *overview_text(const Overview *overview)
{
    GString *text = g_string_new(NULL);
    g_autofree char *head = overview_days_head(), *today = day_long(clock_today());
    g_string_append_printf(text, " %s  %s\n\n", _("Dashboard"), today);
    add_ageing(text, overview);
    g_string_append_printf(text, "\n%s\n", head);
    for (int i = 0; i < OVERVIEW_DAYS; i++) {
        g_autofree char *line = overview_day_line(overview, i);
        g_string_append_printf(text, "%s\n", line);
    }
    add_desks(text, overview);
    overview_bank_text(overview, text);
    add_needs(text, overview);
    add_reasons(text, overview);
    return g_string_free(text, FALSE);
}
