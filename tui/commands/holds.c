/* belronde holds: who gets no delivery, pays in advance, has a limit or a last day to pay; for the order desk. */
#include "base/clock.h"
#include "base/i18n.h"
#include "base/when.h"
#include "commands/command.h"
#include "commands/output.h"
#include "paper/holds_export.h"
#include <string.h>

static bool day_read(Desk *desk, const char *typed, Day *day, GError **error)
{
    Now now = clock_now();
    Moment moment = {DAY_NONE, MINUTE_NONE};
    const WhenRules rules = {.calendar = desk->calendar,
                             .country = settings_text(desk->settings, "belronde", "country"),
                             .now = {now.day, now.minute},
                             .direction = WHEN_PAST,
                             .default_minute = MINUTE_NONE,
                             .languages = desk->language};
    *day = DAY_NONE;
    if (typed != NULL && !day_parse_iso(typed, day) && !when_parse(typed, &rules, &moment, NULL, error))
        return false;
    if (typed != NULL && !day_known(*day))
        *day = moment.day;
    return true;
}

static JsonObject *row_object(gconstpointer data)
{
    size_t count = 0;
    const HoldsColumn *columns = holds_columns(&count);
    JsonObject *object = json_object_new();
    for (size_t i = 0; i < count; i++) {
        g_autofree char *cell = columns[i].cell(data);
        if (strcmp(cell, "yes") == 0 || strcmp(cell, "no") == 0)
            json_object_set_boolean_member(object, columns[i].name, *cell == 'y');
        else if (*cell == '\0')
            json_object_set_null_member(object, columns[i].name);
        else
            json_object_set_string_member(object, columns[i].name, cell);
    }
    return object;
}

static bool table_print(Desk *desk, Format format, Day since, GError **error)
{
    size_t count = 0;
    const HoldsColumn *known = holds_columns(&count);
    g_autofree Column *columns = g_new0(Column, count);
    for (size_t i = 0; i < count; i++)
        columns[i] = (Column){known[i].name, known[i].title, known[i].width,
                              strcmp(known[i].name, "credit_limit") == 0 ? COLUMN_MONEY : COLUMN_TEXT};
    g_autoptr(GPtrArray) list = holds_list(desk, since, error);
    if (list == NULL)
        return false;
    g_autoptr(JsonArray) rows = row_objects(list, row_object);
    output_table(format, columns, count, rows);
    return true;
}

static bool csv_print(Desk *desk, Day since, const char *path, GError **error)
{
    g_autofree char *csv = holds_csv(desk, since, error);
    g_autoptr(GBytes) bytes = csv != NULL ? g_bytes_new(csv, strlen(csv)) : NULL;
    return bytes != NULL && output_bytes(path, bytes, error);
}

int command_holds(Desk *desk, int argc, char **argv, GError **error)
{
    g_autofree char *format_name = NULL, *since_name = NULL, *output = NULL;
    const GOptionEntry entries[] = {
        {"format", 0, 0, G_OPTION_ARG_STRING, &format_name, N_("text, csv or json"), "FORMAT"},
        {"since", 0, 0, G_OPTION_ARG_STRING, &since_name, N_("only what changed on that day or later"), "DAY"},
        {"output", 0, 0, G_OPTION_ARG_FILENAME, &output, N_("write it as CSV"), "FILE"},
        G_OPTION_ENTRY_NULL,
    };
    Format format = FORMAT_TEXT;
    Day since = DAY_NONE;
    if (!command_options(command_find("holds"), entries, &argc, &argv, error) ||
        !format_parse(format_name, &format, error) || !day_read(desk, since_name, &since, error))
        return EXIT_REFUSED;
    bool csv = output != NULL || format == FORMAT_CSV;
    return (csv ? csv_print(desk, since, output, error) : table_print(desk, format, since, error)) ? EXIT_DONE
                                                                                                   : EXIT_REFUSED;
}
