/* agenda, overview: the twins of screens 3 and 6. */
#include "base/i18n.h"
#include "commands/command.h"
#include "commands/output.h"
#include "desk/agenda.h"
#include "desk/bank_state.h"
#include "desk/overview.h"

static JsonObject *agenda_object(gconstpointer data)
{
    const AgendaRow *row = data;
    JsonObject *object = json_object_new();
    object_day(object, "day", row->when.day);
    object_minute(object, "time", row->when.minute);
    object_text(object, "why", row->reason_label);
    object_text(object, "customer", row->number);
    object_text(object, "name", row->name);
    object_money(object, "collectable", row->ask);
    object_text(object, "currency", row->currency);
    object_text(object, "detail", row->detail);
    object_text(object, "owner", row->owner);
    return object;
}

int command_agenda(Desk *desk, int argc, char **argv, GError **error)
{
    static const Column columns[] = {
        {"day", N_("Day"), 10, COLUMN_TEXT},       {"time", N_("Time"), 5, COLUMN_TEXT},
        {"why", N_("Why"), 9, COLUMN_TEXT},        {"customer", N_("No."), 8, COLUMN_TEXT},
        {"name", N_("Customer"), 30, COLUMN_TEXT}, {"collectable", N_("Ask"), 11, COLUMN_MONEY},
        {"owner", N_("Who"), 12, COLUMN_TEXT},     {"detail", N_("Detail"), 30, COLUMN_TEXT},
        {"currency", "", 0, COLUMN_TEXT},
    };
    g_autofree char *format_name = NULL;
    int days = 14;
    const GOptionEntry entries[] = {
        {"format", 0, 0, G_OPTION_ARG_STRING, &format_name, N_("text, csv or json"), "FORMAT"},
        {"days", 0, 0, G_OPTION_ARG_INT, &days, N_("how far ahead"), "N"},
        G_OPTION_ENTRY_NULL,
    };
    Format format = FORMAT_TEXT;
    if (!command_options(command_find("agenda"), entries, &argc, &argv, error) ||
        !format_parse(format_name, &format, error))
        return EXIT_REFUSED;
    g_autoptr(GPtrArray) list = agenda_load(desk, days, error);
    if (list == NULL)
        return EXIT_REFUSED;
    g_autoptr(JsonArray) rows = row_objects(list, agenda_object);
    output_table(format, columns, G_N_ELEMENTS(columns), rows);
    return EXIT_DONE;
}

static JsonObject *bank_object(gconstpointer data)
{
    const BankAccount *account = data;
    JsonObject *object = json_object_new();
    g_autofree char *trouble = bank_trouble_words(account);
    JsonArray *gaps = json_array_new();
    object_text(object, "account", account->account);
    object_text(object, "currency", account->currency);
    object_day(object, "up_to", account->last_day);
    object_text(object, "statement", account->number);
    if (account->has_closing)
        object_money(object, "closing", account->closing);
    else
        json_object_set_null_member(object, "closing");
    json_object_set_int_member(object, "bank_days", account->business_days);
    json_object_set_boolean_member(object, "stale", account->stale);
    json_object_set_int_member(object, "statements", account->statements);
    json_object_set_int_member(object, "untied", account->untied);
    object_text(object, "trouble", trouble);
    for (guint i = 0; i < account->gaps->len; i++)
        json_array_add_string_element(gaps, g_ptr_array_index(account->gaps, i));
    json_object_set_array_member(object, "gaps", gaps);
    return object;
}

/* words: for people; other programs get the bands as they are called in every language. */
static JsonArray *band_objects(const Overview *overview, bool words)
{
    JsonArray *bands = json_array_new();
    for (int i = 0; i < AGE_BANDS; i++) {
        JsonObject *band = json_object_new();
        object_text(band, "days", words ? _(AGE_BAND_NAMES[i]) : AGE_BAND_NAMES[i]);
        object_money(band, "amount", overview->band[i]);
        json_array_add_object_element(bands, band);
    }
    return bands;
}

static JsonArray *day_objects(const Overview *overview)
{
    JsonArray *days = json_array_new();
    for (int i = 0; i < OVERVIEW_DAYS; i++) {
        JsonObject *day = json_object_new();
        object_day(day, "day", overview->day[i]);
        object_money(day, "received", overview->received[i]);
        object_money(day, "promised", overview->promised[i]);
        json_object_set_int_member(day, "calls", overview->calls[i]);
        json_object_set_int_member(day, "reached", overview->reached[i]);
        json_array_add_object_element(days, day);
    }
    return days;
}

static JsonObject *desk_object(gconstpointer data)
{
    const OverviewDesk *row = data;
    JsonObject *object = json_object_new();
    object_text(object, "agent", row->agent);
    json_object_set_int_member(object, "due", row->due);
    json_object_set_int_member(object, "done", row->done);
    json_object_set_int_member(object, "reached", row->reached);
    object_money(object, "promised", row->promised);
    return object;
}

static JsonObject *need_object(gconstpointer data)
{
    const OverviewNeed *row = data;
    JsonObject *object = json_object_new();
    object_text(object, "customer", row->number);
    object_text(object, "name", row->name);
    object_text(object, "why", row->text);
    object_money(object, "amount", row->amount);
    return object;
}

static JsonObject *overview_object(const Overview *overview, bool words)
{
    JsonObject *object = json_object_new();
    object_text(object, "currency", overview->currency);
    json_object_set_array_member(object, "bank", row_objects(overview->bank, bank_object));
    json_object_set_array_member(object, "ageing", band_objects(overview, words));
    json_object_set_array_member(object, "days", day_objects(overview));
    json_object_set_array_member(object, "desks", row_objects(overview->desks, desk_object));
    json_object_set_array_member(object, "needs", row_objects(overview->needs, need_object));
    return object;
}

int command_overview(Desk *desk, int argc, char **argv, GError **error)
{
    static const Column ageing[] = {{"days", N_("Days"), 10, COLUMN_TEXT}, {"amount", N_("Amount"), 14, COLUMN_MONEY}};
    static const Column desks[] = {
        {"agent", N_("Desk"), 12, COLUMN_TEXT},         {"due", N_("due"), 5, COLUMN_NUMBER},
        {"done", N_("done"), 5, COLUMN_NUMBER},         {"reached", N_("reached"), 8, COLUMN_NUMBER},
        {"promised", N_("promised"), 12, COLUMN_MONEY},
    };
    static const Column needs[] = {
        {"customer", N_("No."), 8, COLUMN_TEXT},
        {"name", N_("Customer"), 28, COLUMN_TEXT},
        {"why", N_("Needs you"), 40, COLUMN_TEXT},
        {"amount", N_("Amount"), 12, COLUMN_MONEY},
    };
    static const Column bank[] = {
        {"account", N_("Bank"), 24, COLUMN_TEXT},     {"currency", N_("Currency"), 8, COLUMN_TEXT},
        {"up_to", N_("Up to"), 10, COLUMN_TEXT},      {"statement", N_("Statement"), 12, COLUMN_TEXT},
        {"closing", N_("Closing"), 14, COLUMN_MONEY}, {"trouble", N_("What is wrong"), 40, COLUMN_TEXT},
    };
    g_autofree char *format_name = NULL;
    const GOptionEntry entries[] = {
        {"format", 0, 0, G_OPTION_ARG_STRING, &format_name, N_("text, csv or json"), "FORMAT"},
        G_OPTION_ENTRY_NULL,
    };
    Format format = FORMAT_TEXT;
    if (!command_options(command_find("overview"), entries, &argc, &argv, error) ||
        !format_parse(format_name, &format, error))
        return EXIT_REFUSED;
    g_autoptr(Overview) overview = overview_load(desk, error);
    if (overview == NULL)
        return EXIT_REFUSED;
    g_autoptr(JsonObject) object = overview_object(overview, format == FORMAT_TEXT);
    if (format == FORMAT_JSON) {
        output_object(object);
        return EXIT_DONE;
    }
    output_table(format, ageing, G_N_ELEMENTS(ageing), json_object_get_array_member(object, "ageing"));
    output_table(format, bank, G_N_ELEMENTS(bank), json_object_get_array_member(object, "bank"));
    output_table(format, desks, G_N_ELEMENTS(desks), json_object_get_array_member(object, "desks"));
    output_table(format, needs, G_N_ELEMENTS(needs), json_object_get_array_member(object, "needs"));
    return EXIT_DONE;
}
