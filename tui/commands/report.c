#include "paper/report.h"
#include "base/clock.h"
#include "base/i18n.h"
#include "base/when.h"
#include "commands/command.h"
#include "commands/output.h"
#include "print.h"
#include <stdio.h>

typedef struct {
    char *format, *day, *agent;
    gboolean team, notes, print, ascii;
    int columns;
} ReportOptions;

static char *report_render(const Report *report, Format format, const ReportOptions *options)
{
    ReportLayout layout = {.columns = options->columns,
                           .page_lines = options->print ? 66 : 0,
                           .notes = options->notes,
                           .ascii = options->ascii || !i18n_terminal_utf8()};
    switch (format) {
    case FORMAT_CSV: return report_csv(report, options->notes);
    case FORMAT_JSON: return report_json(report, options->notes);
    case FORMAT_TEXT: break;
    }
    return report_text(report, &layout);
}

static bool report_day(Desk *desk, const char *typed, Day *day, GError **error)
{
    if (typed == NULL || day_parse_iso(typed, day))
        return true;
    Now now = clock_now();
    WhenRules rules = {.now = {now.day, now.minute},
                       .direction = WHEN_PAST,
                       .default_minute = MINUTE_NONE,
                       .languages = desk->language};
    Moment moment;
    if (!when_parse(typed, &rules, &moment, NULL, error))
        return false;
    *day = moment.day;
    return true;
}

int command_report(Desk *desk, int argc, char **argv, GError **error)
{
    ReportOptions options = {.columns = 80};
    const GOptionEntry entries[] = {
        {"format", 0, 0, G_OPTION_ARG_STRING, &options.format, N_("text, csv or json"), "FORMAT"},
        {"day", 0, 0, G_OPTION_ARG_STRING, &options.day, N_("another day: 2026-02-24, yesterday"), "DAY"},
        {"agent", 0, 0, G_OPTION_ARG_STRING, &options.agent, N_("a colleague's"), "NAME"},
        {"team", 0, 0, G_OPTION_ARG_NONE, &options.team, N_("everybody together"), NULL},
        {"columns", 0, 0, G_OPTION_ARG_INT, &options.columns, N_("80 or 132"), "N"},
        {"notes", 0, 0, G_OPTION_ARG_NONE, &options.notes, N_("with the free-text notes"), NULL},
        {"ascii", 0, 0, G_OPTION_ARG_NONE, &options.ascii, N_("plain ASCII"), NULL},
        {"print", 0, 0, G_OPTION_ARG_NONE, &options.print, N_("to the print command of the settings"), NULL},
        G_OPTION_ENTRY_NULL,
    };
    Format format = FORMAT_TEXT;
    Day day = clock_today();
    g_autofree char *text = NULL;
    g_autoptr(Report) report = NULL;
    bool done = command_options(command_find("report"), entries, &argc, &argv, error) &&
                format_parse(options.format, &format, error) && report_day(desk, options.day, &day, error);
    if (done && options.columns != 80 && options.columns != 132)
        done = fail(error, BELRONDE_ERROR_INPUT, _("--columns takes 80 or 132."));
    if (done)
        report = report_load(desk, day,
                             options.team            ? NULL
                             : options.agent != NULL ? options.agent
                                                     : desk->agent,
                             error);
    if (report != NULL) {
        text = report_render(report, format, &options);
        done = !options.print || print_text(desk->settings, text, error);
        if (done && !options.print)
            output_text(text);
    }
    g_free(options.format);
    g_free(options.day);
    g_free(options.agent);
    return done && report != NULL ? EXIT_DONE : EXIT_REFUSED;
}
