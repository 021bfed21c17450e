/* belronde disputes: what customers contest, who answers by when. */
#include "base/i18n.h"
#include "commands/command.h"
#include "commands/output.h"
#include "desk/dispute.h"

static JsonObject *dispute_object(gconstpointer data)
{
    const Dispute *row = data;
    JsonObject *object = json_object_new();
    object_text(object, "customer", row->number);
    object_text(object, "name", row->name);
    object_text(object, "invoice", row->invoice);
    object_text(object, "state", DISPUTE_STATE_SLUGS[row->state]);
    object_text(object, "label", dispute_state_label(row->state));
    object_money(object, "amount", row->amount);
    object_text(object, "currency", row->currency);
    object_text(object, "reason", row->reason);
    object_text(object, "reason_label", row->reason_label);
    object_text(object, "what", row->what);
    object_text(object, "owner", row->owner);
    object_day(object, "deadline", row->deadline);
    object_day(object, "made", row->made);
    json_object_set_int_member(object, "age", row->age);
    object_text(object, "agent", row->agent);
    return object;
}

int command_disputes(Desk *desk, int argc, char **argv, GError **error)
{
    static const Column columns[] = {
        {"deadline", N_("Answer by"), 10, COLUMN_TEXT},
        {"label", N_("State"), 14, COLUMN_TEXT},
        {"customer", N_("No."), 8, COLUMN_TEXT},
        {"name", N_("Customer"), 24, COLUMN_TEXT},
        {"invoice", N_("Invoice"), 12, COLUMN_TEXT},
        {"amount", N_("Amount"), 11, COLUMN_MONEY},
        {"age", N_("Days"), 4, COLUMN_NUMBER},
        {"owner", N_("Owner"), 10, COLUMN_TEXT},
        {"reason_label", N_("Reason"), 12, COLUMN_TEXT},
        {"what", N_("What"), 30, COLUMN_TEXT},
        {"state", "", 0, COLUMN_TEXT},
        {"reason", "", 0, COLUMN_TEXT},
        {"currency", "", 0, COLUMN_TEXT},
        {"made", "", 0, COLUMN_TEXT},
        {"agent", "", 0, COLUMN_TEXT},
    };
    g_autofree char *format_name = NULL;
    gboolean ended = FALSE;
    const GOptionEntry entries[] = {
        {"format", 0, 0, G_OPTION_ARG_STRING, &format_name, N_("text, csv or json"), "FORMAT"},
        {"all", 0, 0, G_OPTION_ARG_NONE, &ended, N_("also those that are over"), NULL},
        G_OPTION_ENTRY_NULL,
    };
    Format format = FORMAT_TEXT;
    gint64 customer_id = 0;
    if (!command_options(command_find("disputes"), entries, &argc, &argv, error) ||
        !format_parse(format_name, &format, error) || (argc > 1 && !desk_customer(desk, argv[1], &customer_id, error)))
        return EXIT_REFUSED;
    g_autoptr(GPtrArray) list = disputes_load(desk, customer_id, ended, error);
    if (list == NULL)
        return EXIT_REFUSED;
    g_autoptr(JsonArray) rows = row_objects(list, dispute_object);
    output_table(format, columns, G_N_ELEMENTS(columns), rows);
    return EXIT_DONE;
}
