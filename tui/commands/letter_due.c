/* belronde letter --due: the letters due today; --send puts them into the outbox, all of them or those of the customers
 * that are named. */
#include "commands/letter_due.h"

#include "base/i18n.h"
#include "commands/command.h"
#include "paper/letter_due.h"

#include <stdio.h>
#include <string.h>

static const Column columns[] = {
    {"customer", N_("Customer"), 8, COLUMN_TEXT},
    {"name", N_("Name"), 24, COLUMN_TEXT},
    {"class", N_("Class"), 5, COLUMN_TEXT},
    {"step", "", 0, COLUMN_TEXT},
    {"step_label", N_("Letter"), 24, COLUMN_TEXT},
    {"document", "", 0, COLUMN_TEXT},
    {"channel", N_("By"), 5, COLUMN_TEXT},
    {"recipient", N_("To"), 26, COLUMN_TEXT},
    {"language", "", 0, COLUMN_TEXT},
    {"invoices", "", 0, COLUMN_NUMBER},
    {"days_late", N_("Days"), 4, COLUMN_NUMBER},
    {"amount", N_("Amount"), 11, COLUMN_MONEY},
    {"currency", N_("Cur."), 4, COLUMN_TEXT},
    {"since", "", 0, COLUMN_TEXT},
    {"why", N_("Why"), 36, COLUMN_TEXT},
    {"block", N_("In the way"), 60, COLUMN_TEXT},
};

static JsonObject *reminder_object(gconstpointer data)
{
    const Reminder *reminder = data;
    const char class[] = {reminder->payment_class, '\0'};
    JsonObject *object = json_object_new();
    object_text(object, "customer", reminder->number);
    object_text(object, "name", reminder->name);
    object_text(object, "class", class);
    object_text(object, "step", reminder->step);
    object_text(object, "step_label", reminder->step_label);
    object_text(object, "document", reminder->document);
    object_text(object, "channel", reminder->channel);
    object_text(object, "recipient", reminder->recipient);
    object_text(object, "language", reminder->language);
    json_object_set_int_member(object, "invoices", reminder->invoices);
    json_object_set_int_member(object, "days_late", reminder->days_late);
    object_money(object, "amount", reminder->amount);
    object_text(object, "currency", reminder->currency);
    object_day(object, "since", reminder->since);
    object_text(object, "why", reminder->why);
    object_text(object, "block", reminder->block);
    return object;
}

/* Customers named on the command line; none: all whose letter may leave, but for kind words, which are a person's. */
static GArray *customers_named(Desk *desk, char *const *named, const GPtrArray *due, GError **error)
{
    g_autoptr(GArray) ids = g_array_new(FALSE, FALSE, sizeof(gint64));
    for (char *const *one = named; *one != NULL; one++) {
        gint64 id = 0;
        if (!desk_customer(desk, *one, &id, error))
            return NULL;
        g_array_append_val(ids, id);
    }
    for (guint i = 0; i < due->len && *named == NULL; i++) {
        const Reminder *reminder = g_ptr_array_index(due, i);
        if (reminder->block == NULL && !reminder->proposal)
            g_array_append_val(ids, reminder->customer_id);
    }
    return g_steal_pointer(&ids);
}

static void sent_print(Desk *desk, const RemindersSent *sent)
{
    int delay = (int)settings_number(desk->settings, "outbox", "delay_seconds");
    printf(NP_("%d letter is in the outbox and leaves in %d s.\n", "%d letters are in the outbox and leave in %d s.\n",
               sent->sent),
           sent->sent, delay);
    for (guint i = 0; i < sent->sentences->len; i++)
        printf(_("not sent: %s\n"), (const char *)g_ptr_array_index(sent->sentences, i));
}

static int due_send(Desk *desk, LetterTemplates *templates, const GPtrArray *due, char *const *named, GError **error)
{
    g_auto(RemindersSent) sent = {0};
    g_autoptr(GArray) ids = customers_named(desk, named, due, error);
    if (ids == NULL || !reminders_send(desk, ids, letter_due_check, templates, &sent, error))
        return EXIT_REFUSED;
    sent_print(desk, &sent);
    return sent.held > 0 ? EXIT_WARNINGS : EXIT_DONE;
}

int letters_due_run(Desk *desk, Format format, bool everybody, bool send, char *const *named, GError **error)
{
    const ReminderOptions options = {.everybody = everybody};
    g_autoptr(LetterTemplates) templates = letter_templates_load(error);
    g_autoptr(GPtrArray) due = templates != NULL ? reminders_due(desk, &options, error) : NULL;
    if (due == NULL)
        return EXIT_REFUSED;
    letter_due_judge(desk, templates, due);
    if (send)
        return due_send(desk, templates, due, named, error);
    g_autoptr(JsonArray) rows = row_objects(due, reminder_object);
    output_table(format, columns, G_N_ELEMENTS(columns), rows);
    if (format == FORMAT_TEXT && due->len == 0)
        puts(_("No letter is due today."));
    return EXIT_DONE;
}
