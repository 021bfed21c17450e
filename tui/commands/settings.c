#include "base/i18n.h"
#include "commands/command.h"
#include "commands/output.h"
#include <string.h>

static const Column columns[] = {
    {"section", N_("Section"), 10, COLUMN_TEXT},
    {"key", N_("Setting"), 20, COLUMN_TEXT},
    {"value", N_("Value"), 30, COLUMN_TEXT},
    {"help", N_("Meaning"), 50, COLUMN_TEXT},
};

static JsonArray *setting_rows(const Settings *settings, const char *wanted)
{
    JsonArray *rows = json_array_new();
    size_t count = 0;
    const SettingRow *table = settings_rows(&count);
    for (size_t i = 0; i < count; i++) {
        g_autofree char *name = g_strdup_printf("%s.%s", table[i].section, table[i].key);
        if (wanted != NULL && !g_str_equal(wanted, name))
            continue;
        JsonObject *object = json_object_new();
        object_text(object, "section", table[i].section);
        object_text(object, "key", table[i].key);
        object_text(object, "value", settings_text(settings, table[i].section, table[i].key));
        object_text(object, "help", _(table[i].help));
        json_array_add_object_element(rows, object);
    }
    return rows;
}

int command_settings(Desk *desk, int argc, char **argv, GError **error)
{
    g_autofree char *format_name = NULL;
    const GOptionEntry entries[] = {
        {"format", 0, 0, G_OPTION_ARG_STRING, &format_name, N_("text, csv or json"), "FORMAT"},
        G_OPTION_ENTRY_NULL,
    };
    Format format = FORMAT_TEXT;
    if (!command_options(command_find("settings"), entries, &argc, &argv, error) ||
        !format_parse(format_name, &format, error))
        return EXIT_REFUSED;
    g_autoptr(JsonArray) rows = setting_rows(desk->settings, argc > 1 ? argv[1] : NULL);
    if (json_array_get_length(rows) == 0) {
        fail(error, BELRONDE_ERROR_INPUT, _("There is no setting “%s”: write SECTION.KEY, see belronde settings."),
             argv[1]);
        return EXIT_REFUSED;
    }
    if (argc > 2) {
        g_auto(GStrv) name = g_strsplit(argv[1], ".", 2);
        return settings_set(desk->settings, name[0], name[1], argv[2], error) ? EXIT_DONE : EXIT_REFUSED;
    }
    output_table(format, columns, G_N_ELEMENTS(columns), rows);
    return EXIT_DONE;
}
