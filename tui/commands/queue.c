#include "desk/queue.h"

#include "base/i18n.h"
#include "commands/command.h"
#include "commands/output.h"

static const Column columns[] = {
    {"due", N_("Day"), 10, COLUMN_TEXT},
    {"time", N_("Time"), 5, COLUMN_TEXT},
    {"why", N_("Why"), 9, COLUMN_TEXT},
    {"customer", N_("No."), 8, COLUMN_TEXT},
    {"name", N_("Customer"), 28, COLUMN_TEXT},
    {"class", N_("Cl"), 2, COLUMN_TEXT},
    {"days_late", N_("Days"), 4, COLUMN_NUMBER},
    {"collectable", N_("Ask"), 11, COLUMN_MONEY},
    {"score", N_("Points"), 6, COLUMN_NUMBER},
    {"phone", N_("Phone"), 16, COLUMN_TEXT},
    {"last_outcome", N_("Last"), 24, COLUMN_TEXT},
    {"reason", "", 0, COLUMN_TEXT},
    {"state", "", 0, COLUMN_TEXT},
    {"detail", "", 0, COLUMN_TEXT},
    {"open", "", 0, COLUMN_MONEY},
    {"promised", "", 0, COLUMN_MONEY},
    {"disputed", "", 0, COLUMN_MONEY},
    {"unallocated", "", 0, COLUMN_MONEY},
    {"direct_debit", "", 0, COLUMN_MONEY},
    {"currency", "", 0, COLUMN_TEXT},
    {"contact", "", 0, COLUMN_TEXT},
    {"colleague", "", 0, COLUMN_TEXT},
    {"holds", "", 0, COLUMN_TEXT},
};

static const char *const states[] = {"pinned", "call", "skipped", "done"};

static JsonObject *terms_object(const Priority *priority)
{
    static const char *const letters[TERM_COUNT] = {"K", "A", "D", "P", "R", "U", "B", "N", "X"};
    JsonObject *terms = json_object_new();
    for (int i = 0; i < TERM_COUNT; i++)
        json_object_set_int_member(terms, letters[i], priority->gated ? 0 : priority->terms[i]);
    return terms;
}

static void put_money(JsonObject *object, const QueueRow *row)
{
    object_money(object, "collectable", row->money.ask);
    object_money(object, "open", row->money.open);
    object_money(object, "promised", row->money.promised);
    object_money(object, "disputed", row->money.disputed);
    object_money(object, "unallocated", row->money.unallocated);
    object_money(object, "direct_debit", row->money.collecting);
    object_text(object, "currency", row->money.currency);
    json_object_set_boolean_member(object, "other_currency", row->other_currency);
}

static JsonObject *row_object(gconstpointer data)
{
    const QueueRow *row = data;
    JsonObject *object = json_object_new();
    char class[] = {row->payment_class, '\0'};
    object_text(object, "customer", row->number);
    object_text(object, "name", row->name);
    object_text(object, "class", class);
    object_text(object, "phone", row->phone);
    object_text(object, "contact", row->contact);
    object_text(object, "reason", row->reason);
    object_text(object, "why", row->reason_label);
    object_text(object, "detail", row->detail);
    object_text(object, "state", states[row->state]);
    object_day(object, "due", row->when.day);
    object_minute(object, "time", row->when.minute);
    json_object_set_boolean_member(object, "late", row->late);
    if (row->priority.gated)
        json_object_set_null_member(object, "score");
    else
        json_object_set_int_member(object, "score", row->priority.score);
    json_object_set_int_member(object, "percent", row->priority.gated ? 0 : row->priority.percent);
    json_object_set_object_member(object, "terms", terms_object(&row->priority));
    put_money(object, row);
    json_object_set_int_member(object, "invoices", row->invoices);
    json_object_set_int_member(object, "days_late", row->days_late);
    object_text(object, "last_outcome", row->last_outcome);
    object_text(object, "colleague", row->colleague);
    object_text(object, "owner", row->owner);
    object_text(object, "holds", row->holds);
    return object;
}

int command_queue(Desk *desk, int argc, char **argv, GError **error)
{
    g_autofree char *format_name = NULL, *agent = NULL;
    gboolean everybody = FALSE, done = FALSE;
    const GOptionEntry entries[] = {
        {"format", 0, 0, G_OPTION_ARG_STRING, &format_name, N_("text, csv or json"), "FORMAT"},
        {"agent", 0, 0, G_OPTION_ARG_STRING, &agent, N_("a colleague's list"), "NAME"},
        {"all", 0, 0, G_OPTION_ARG_NONE, &everybody, N_("everybody's"), NULL},
        {"done", 0, 0, G_OPTION_ARG_NONE, &done, N_("today's finished rows too"), NULL},
        G_OPTION_ENTRY_NULL,
    };
    Format format = FORMAT_TEXT;
    if (!command_options(command_find("queue"), entries, &argc, &argv, error) ||
        !format_parse(format_name, &format, error))
        return EXIT_REFUSED;
    g_autofree char *words = argc > 1 ? g_strjoinv(" ", argv + 1) : NULL;
    QueueOptions options = {.agent = agent, .everybody = everybody, .with_done = done, .words = words};
    g_autoptr(Queue) queue = queue_load(desk, &options, error);
    if (queue == NULL)
        return EXIT_REFUSED;
    g_autoptr(JsonArray) rows = row_objects(queue->rows, row_object);
    output_table(format, columns, G_N_ELEMENTS(columns), rows);
    return EXIT_DONE;
}
