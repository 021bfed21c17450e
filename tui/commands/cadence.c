/* belronde cadence: the steps, the way of one customer, and what another file would change before it is taken. */
#include "base/clock.h"
#include "base/i18n.h"
#include "commands/command.h"
#include "commands/output.h"
#include "desk/way.h"
#include "paper/cadence_trial.h"

#include <stdio.h>
#include <string.h>
#include <unistd.h>

/* --- The steps ---------------------------------------------------------------------------------------------- */

static const Column step_columns[] = {
    {"step", N_("Step"), 16, COLUMN_TEXT},      {"label", N_("Name"), 30, COLUMN_TEXT},
    {"channel", N_("By"), 6, COLUMN_TEXT},      {"document", N_("Letter"), 18, COLUMN_TEXT},
    {"after_days_a", "A", 3, COLUMN_NUMBER},    {"after_days_b", "B", 3, COLUMN_NUMBER},
    {"after_days_c", "C", 3, COLUMN_NUMBER},    {"from", N_("days after"), 16, COLUMN_TEXT},
    {"class", N_("Class"), 5, COLUMN_TEXT},     {"kind", N_("Kind"), 10, COLUMN_TEXT},
    {"country", N_("Country"), 7, COLUMN_TEXT}, {"instead_of", N_("instead of"), 16, COLUMN_TEXT},
    {"with_clause", "", 0, COLUMN_TEXT},        {"after_legal_term", "", 0, COLUMN_TEXT},
};

static const char *from_words(const Cadence *cadence, const CadenceStep *step)
{
    if (step->repeats)
        return "";
    return step->from == CADENCE_FROM_INVOICE ? "invoice"
           : step->from == CADENCE_FROM_DUE   ? "due"
                                              : cadence_step(cadence, (size_t)step->after)->reason;
}

static char *classes_words(const CadenceStep *step)
{
    GString *words = g_string_new(NULL);
    for (int i = 0; i < 3; i++)
        if ((step->classes >> i & 1) != 0)
            g_string_append_c(words, "ABC"[i]);
    return g_string_free(words, FALSE);
}

static char *kinds_words(const CadenceStep *step)
{
    static const struct {
        DebtorKind kind;
        const char *slug;
    } KINDS[] = {{DEBTOR_BUSINESS, "business"}, {DEBTOR_CONSUMER, "consumer"}, {DEBTOR_PUBLIC, "public"}};
    GString *words = g_string_new(NULL);
    size_t count = 0;
    for (size_t i = 0; i < G_N_ELEMENTS(KINDS); i++)
        if ((step->kinds >> KINDS[i].kind & 1) != 0) {
            g_string_append_printf(words, "%s%s", count > 0 ? " " : "", KINDS[i].slug);
            count++;
        }
    if (count == G_N_ELEMENTS(KINDS))
        g_string_truncate(words, 0);
    return g_string_free(words, FALSE);
}

static JsonObject *step_object(const Cadence *cadence, const CadenceStep *step)
{
    static const char *const DAYS[] = {"after_days_a", "after_days_b", "after_days_c"};
    g_autofree char *classes = classes_words(step), *kinds = kinds_words(step);
    g_autofree char *countries = g_strjoinv(" ", (char **)step->countries);
    JsonObject *object = json_object_new();
    object_text(object, "step", step->reason);
    object_text(object, "label", step->label);
    object_text(object, "channel", step->channel == CADENCE_LETTER ? "letter" : "call");
    object_text(object, "document", step->document);
    for (size_t i = 0; i < G_N_ELEMENTS(DAYS); i++)
        if (step->repeats)
            json_object_set_null_member(object, DAYS[i]);
        else
            json_object_set_int_member(object, DAYS[i], step->after_days[i]);
    object_text(object, "from", from_words(cadence, step));
    object_text(object, "class", classes);
    object_text(object, "kind", kinds);
    object_text(object, "country", countries);
    object_text(object, "instead_of",
                step->instead_of >= 0 ? cadence_step(cadence, (size_t)step->instead_of)->reason : "");
    json_object_set_boolean_member(object, "with_clause", step->with_clause);
    json_object_set_boolean_member(object, "after_legal_term", step->after_legal_term);
    return object;
}

static int steps_print(const Desk *desk, Format format)
{
    g_autoptr(JsonArray) rows = json_array_new();
    for (size_t i = 0; i < cadence_count(desk->cadence); i++)
        json_array_add_object_element(rows, step_object(desk->cadence, cadence_step(desk->cadence, i)));
    output_table(format, step_columns, G_N_ELEMENTS(step_columns), rows);
    return EXIT_DONE;
}

/* --- The way of one customer -------------------------------------------------------------------------------- */

static const Column way_columns[] = {
    {"state", N_("State"), 8, COLUMN_TEXT}, {"day", N_("Day"), 10, COLUMN_TEXT},
    {"label", N_("Step"), 34, COLUMN_TEXT}, {"step", "", 0, COLUMN_TEXT},
    {"channel", N_("By"), 6, COLUMN_TEXT},  {"document", N_("Letter"), 18, COLUMN_TEXT},
    {"why", N_("Why"), 48, COLUMN_TEXT},
};

static JsonObject *way_object(gconstpointer data)
{
    const WayRow *row = data;
    JsonObject *object = json_object_new();
    object_text(object, "state", WAY_STATE_SLUGS[row->state]);
    object_day(object, "day", row->day);
    object_text(object, "label", row->label);
    object_text(object, "step", row->step);
    object_text(object, "channel", row->letter ? "letter" : "call");
    object_text(object, "document", row->document);
    object_text(object, "why", row->why);
    return object;
}

static int way_print(Desk *desk, const char *customer, Format format, GError **error)
{
    gint64 id = 0;
    g_autoptr(Card) card = desk_customer(desk, customer, &id, error) ? card_load(desk, id, error) : NULL;
    if (card == NULL)
        return EXIT_REFUSED;
    g_autofree char *text = way_text(card->way);
    g_autoptr(JsonArray) rows = row_objects(card->way->rows, way_object);
    if (format == FORMAT_TEXT)
        output_text(*text != '\0' ? text : _("Nothing is open: nothing comes."));
    else
        output_table(format, way_columns, G_N_ELEMENTS(way_columns), rows);
    return EXIT_DONE;
}

/* --- Another file --------------------------------------------------------------------------------------------- */

static const Column change_columns[] = {
    {"customer", N_("Customer"), 8, COLUMN_TEXT},
    {"name", N_("Name"), 24, COLUMN_TEXT},
    {"was", N_("Today"), 12, COLUMN_TEXT},
    {"was_step", N_("Now"), 24, COLUMN_TEXT},
    {"was_day", "", 0, COLUMN_TEXT},
    {"becomes", N_("Would be"), 12, COLUMN_TEXT},
    {"becomes_step", N_("Then"), 24, COLUMN_TEXT},
    {"becomes_day", N_("On"), 10, COLUMN_TEXT},
};

static JsonArray *change_rows(const GPtrArray *changes, Format format)
{
    JsonArray *rows = json_array_new();
    for (guint i = 0; i < changes->len; i++) {
        const CadenceChange *change = g_ptr_array_index(changes, i);
        bool text = format == FORMAT_TEXT;
        JsonObject *object = json_object_new();
        object_text(object, "customer", change->number);
        object_text(object, "name", change->name);
        object_text(object, "was", text ? cadence_place_words(change->was) : CADENCE_PLACE_SLUGS[change->was]);
        object_text(object, "was_step", change->was_label);
        object_day(object, "was_day", change->was_day);
        object_text(object, "becomes",
                    text ? cadence_place_words(change->becomes) : CADENCE_PLACE_SLUGS[change->becomes]);
        object_text(object, "becomes_step", change->becomes_label);
        object_day(object, "becomes_day", change->becomes_day);
        json_array_add_object_element(rows, object);
    }
    return rows;
}

static bool answered_yes(const CadenceTrial *trial)
{
    char answer[16] = "";
    g_autofree char *words = cadence_trial_words(trial);
    printf(_("%s\nTake it? [y/N] "), words);
    fflush(stdout);
    if (!isatty(STDIN_FILENO) || fgets(answer, sizeof answer, stdin) == NULL) {
        puts("");
        return false;
    }
    return answer[0] != '\0' && strchr(_("yY"), answer[0]) != NULL;
}

static int file_run(Desk *desk, const char *file, bool take, bool yes, Format format, GError **error)
{
    g_autoptr(CadenceTrial) trial = cadence_trial(desk, file, error);
    if (trial == NULL)
        return EXIT_REFUSED;
    g_autoptr(JsonArray) rows = change_rows(trial->changes, format);
    output_table(format, change_columns, G_N_ELEMENTS(change_columns), rows);
    g_autofree char *counts = cadence_counts_words(trial->changes);
    if (format == FORMAT_TEXT)
        puts(counts);
    if (!take)
        return EXIT_DONE;
    if (!yes && !answered_yes(trial)) {
        puts(_("Nothing was changed; take it with --yes."));
        return EXIT_WARNINGS;
    }
    if (!cadence_trial_take(desk, trial, error))
        return EXIT_REFUSED;
    printf(_("Taken: %s; what held before: %s\n"), trial->place, trial->kept);
    return EXIT_DONE;
}

int command_cadence(Desk *desk, int argc, char **argv, GError **error)
{
    g_autofree char *format_name = NULL, *tried = NULL, *taken = NULL;
    gboolean yes = FALSE;
    const GOptionEntry entries[] = {
        {"format", 0, 0, G_OPTION_ARG_STRING, &format_name, N_("text, csv or json"), "FORMAT"},
        {"try", 0, 0, G_OPTION_ARG_FILENAME, &tried, N_("what this file would change today; nothing is written"),
         "FILE"},
        {"take", 0, 0, G_OPTION_ARG_FILENAME, &taken, N_("the same, and take it after a question"), "FILE"},
        {"yes", 0, 0, G_OPTION_ARG_NONE, &yes, N_("answer yes to that question"), NULL},
        G_OPTION_ENTRY_NULL,
    };
    Format format = FORMAT_TEXT;
    if (!command_options(command_find("cadence"), entries, &argc, &argv, error) ||
        !format_parse(format_name, &format, error))
        return EXIT_REFUSED;
    if (tried != NULL || taken != NULL)
        return file_run(desk, taken != NULL ? taken : tried, taken != NULL, yes, format, error);
    g_autofree char *words = argc > 1 ? g_strjoinv(" ", argv + 1) : NULL;
    return words != NULL ? way_print(desk, words, format, error) : steps_print(desk, format);
}
