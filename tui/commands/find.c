#include "base/i18n.h"
#include "commands/command.h"
#include "commands/output.h"
#include "desk/search.h"
#include <stdio.h>

static const Column columns[] = {
    {"customer", N_("No."), 8, COLUMN_TEXT},
    {"name", N_("Customer"), 30, COLUMN_TEXT},
    {"city", N_("Place"), 16, COLUMN_TEXT},
    {"open", N_("Open"), 11, COLUMN_MONEY},
    {"days_late", N_("Days"), 4, COLUMN_NUMBER},
    {"matched", N_("Matched on"), 30, COLUMN_TEXT},
    {"currency", "", 0, COLUMN_TEXT},
    {"holds", N_("Held"), 40, COLUMN_TEXT},
};

static JsonObject *hit_object(gconstpointer data)
{
    const SearchHit *hit = data;
    JsonObject *object = json_object_new();
    object_text(object, "customer", hit->number);
    object_text(object, "name", hit->name);
    object_text(object, "city", hit->city);
    object_money(object, "open", hit->open);
    object_text(object, "currency", hit->currency);
    json_object_set_int_member(object, "days_late", hit->days_late);
    object_text(object, "matched", hit->matched);
    object_text(object, "holds", hit->holds);
    return object;
}

/* For people the last column stands only where somebody is held. */
static size_t columns_shown(const Search *search, Format format)
{
    bool held = format != FORMAT_TEXT;
    for (guint i = 0; i < search->hits->len; i++)
        held = held || *((const SearchHit *)g_ptr_array_index(search->hits, i))->holds != '\0';
    return G_N_ELEMENTS(columns) - (held ? 0 : 1);
}

int command_find_customers(Desk *desk, int argc, char **argv, GError **error)
{
    g_autofree char *format_name = NULL;
    gboolean closed = FALSE;
    int limit = 40;
    const GOptionEntry entries[] = {
        {"format", 0, 0, G_OPTION_ARG_STRING, &format_name, N_("text, csv or json"), "FORMAT"},
        {"closed", 0, 0, G_OPTION_ARG_NONE, &closed, N_("customers with nothing open too"), NULL},
        {"limit", 0, 0, G_OPTION_ARG_INT, &limit, N_("at most N"), "N"},
        G_OPTION_ENTRY_NULL,
    };
    Format format = FORMAT_TEXT;
    if (!command_options(command_find("find"), entries, &argc, &argv, error) ||
        !format_parse(format_name, &format, error))
        return EXIT_REFUSED;
    if (argc < 2) {
        fail(error, BELRONDE_ERROR_INPUT, _("find needs a word: part of a name, number, phone, invoice or amount."));
        return EXIT_REFUSED;
    }
    g_autofree char *words = g_strjoinv(" ", argv + 1);
    g_autoptr(Search) search = search_run(desk, words, closed, limit, error);
    if (search == NULL)
        return EXIT_REFUSED;
    g_autoptr(JsonArray) rows = row_objects(search->hits, hit_object);
    output_table(format, columns, columns_shown(search, format), rows);
    if (format == FORMAT_TEXT)
        printf(_("%d of %d\n"), search->found, search->total);
    return EXIT_DONE;
}
