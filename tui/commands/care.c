/* check and backup: the database stays sound. */
#include "base/clock.h"
#include "base/i18n.h"
#include "commands/command.h"
#include "commands/output.h"
#include "desk/check.h"
#include "paper/letter_due.h"
#include <stdio.h>

static const Column columns[] = {
    {"kind", N_("Kind"), 6, COLUMN_TEXT},
    {"area", N_("Area"), 14, COLUMN_TEXT},
    {"sentence", N_("Finding"), 400, COLUMN_TEXT},
};

static JsonArray *finding_rows(const GPtrArray *findings, int *faults)
{
    JsonArray *rows = json_array_new();
    for (guint i = 0; i < findings->len; i++) {
        const Finding *finding = g_ptr_array_index(findings, i);
        JsonObject *object = json_object_new();
        object_text(object, "kind", finding->fault ? "fault" : "remark");
        object_text(object, "area", finding->area);
        object_text(object, "sentence", finding->sentence);
        json_array_add_object_element(rows, object);
        *faults += finding->fault;
    }
    return rows;
}

static void faults_add(GPtrArray *findings, const char *area, const GPtrArray *sentences)
{
    for (guint i = 0; i < sentences->len; i++) {
        Finding *finding = g_new(Finding, 1);
        *finding = (Finding){true, g_strdup(area), g_strdup(g_ptr_array_index(sentences, i))};
        g_ptr_array_add(findings, finding);
    }
}

/* The letters are no room of the desk's: they are asked beside it. */
static void letters_check(const Desk *desk, GPtrArray *findings)
{
    g_autoptr(GError) reason = NULL;
    g_autoptr(GPtrArray) faults = letter_templates_faults(&reason);
    g_autoptr(LetterTemplates) templates = faults != NULL ? letter_templates_load(&reason) : NULL;
    if (templates == NULL) {
        g_autoptr(GPtrArray) only = g_ptr_array_new();
        g_ptr_array_add(only, reason->message);
        faults_add(findings, "letters", only);
        return;
    }
    g_autoptr(GPtrArray) steps = letter_steps_faults(desk->cadence, templates);
    faults_add(findings, "letters", faults);
    faults_add(findings, "cadence", steps);
}

/* Each series with its last figure, so that a bookkeeper sees in January and July what is to be looked up. */
static void rate_rows(const Desk *desk, JsonArray *rows)
{
    bool stale = day_compare(clock_today(), rates_confirmed_until(desk->rates)) > 0;
    g_autofree char *until = day_iso(rates_confirmed_until(desk->rates));
    for (size_t i = 0; i < rates_count(desk->rates); i++) {
        const RateSeries *series = rates_at(desk->rates, i);
        const RateRow *row = &series->rows[series->count - 1];
        g_autofree char *since = day_iso(row->from), *percent = money_text(row->points);
        g_autofree char *sentence = g_strdup_printf(stale ? _("%s %% since %s, %s; not confirmed after %s")
                                                          : _("%s %% since %s, %s; confirmed until %s"),
                                                    percent, since, rate_status_words(row->source.status), until);
        JsonObject *object = json_object_new();
        object_text(object, "kind", stale ? "stale" : "rate");
        object_text(object, "area", series->name);
        object_text(object, "sentence", sentence);
        json_array_add_object_element(rows, object);
    }
}

int command_check(Desk *desk, int argc, char **argv, GError **error)
{
    g_autofree char *format_name = NULL;
    gboolean repair = FALSE;
    const GOptionEntry entries[] = {
        {"format", 0, 0, G_OPTION_ARG_STRING, &format_name, N_("text, csv or json"), "FORMAT"},
        {"repair", 0, 0, G_OPTION_ARG_NONE, &repair, N_("rebuild what is derived"), NULL},
        G_OPTION_ENTRY_NULL,
    };
    Format format = FORMAT_TEXT;
    if (!command_options(command_find("check"), entries, &argc, &argv, error) ||
        !format_parse(format_name, &format, error))
        return EXIT_REFUSED;
    g_autoptr(GPtrArray) findings = check_run(desk, repair, error);
    if (findings == NULL)
        return EXIT_REFUSED;
    letters_check(desk, findings);
    int faults = 0;
    g_autoptr(JsonArray) rows = finding_rows(findings, &faults);
    rate_rows(desk, rows);
    output_table(format, columns, G_N_ELEMENTS(columns), rows);
    if (format == FORMAT_TEXT)
        puts(faults == 0 ? _("Everything checked is sound.") : _("Faults were found: see above."));
    return faults == 0 ? EXIT_DONE : EXIT_WARNINGS;
}

int command_backup(Desk *desk, int argc, char **argv, GError **error)
{
    if (!command_options(command_find("backup"), NULL, &argc, &argv, error))
        return EXIT_REFUSED;
    if (argc != 2) {
        fail(error, BELRONDE_ERROR_INPUT, _("backup needs the name of the new file: belronde backup FILE"));
        return EXIT_REFUSED;
    }
    if (!store_backup(desk->store, argv[1], error))
        return EXIT_REFUSED;
    printf(_("Backup made and verified: %s\n"), argv[1]);
    return EXIT_DONE;
}
