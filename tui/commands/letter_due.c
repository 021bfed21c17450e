/* belronde letter --due: the letters due today; --send puts them into the outbox, all of them or those of the customers
 * that are named. */
#include "commands/letter_due.h"

#include "base/i18n.h"
#include "base/text.h"
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

static bool has_id(const GArray *ids, gint64 id)
{
    for (guint i = 0; i < ids->len; i++)
        if (g_array_index(ids, gint64, i) == id)
            return true;
    return false;
}

static GArray *customers_named(Desk *desk, char *const *named, GError **error)
{
    g_autoptr(GArray) ids = g_array_new(FALSE, FALSE, sizeof(gint64));
    for (char *const *one = named; *one != NULL; one++) {
        gint64 id = 0;
        if (!desk_customer(desk, *one, &id, error))
            return NULL;
        g_array_append_val(ids, id);
    }
    return g_steal_pointer(&ids);
}

/* Nobody named: all whose letter may leave, but for kind words, which are a person's. */
static void customers_due(const GPtrArray *due, GArray *ids)
{
    for (guint i = 0; i < due->len; i++) {
        const Reminder *reminder = g_ptr_array_index(due, i);
        if (reminder->block == NULL && !reminder->proposal)
            g_array_append_val(ids, reminder->customer_id);
    }
}

static void others_drop(GPtrArray *due, const GArray *ids)
{
    for (guint i = due->len; i-- > 0;)
        if (!has_id(ids, ((const Reminder *)g_ptr_array_index(due, i))->customer_id))
            g_ptr_array_remove_index(due, i);
}

/* Of those nobody named: whose letter was due and stays here.  How many. */
static int held_print(const GPtrArray *due, const GArray *ids)
{
    int held = 0;
    for (guint i = 0; i < due->len; i++) {
        const Reminder *reminder = g_ptr_array_index(due, i);
        if (reminder->block == NULL || has_id(ids, reminder->customer_id))
            continue;
        g_autofree char *words = g_strdup_printf("%s: %s", reminder->name, reminder->block);
        g_autofree char *clean = text_clean(words);
        printf(_("not sent: %s\n"), clean);
        held++;
    }
    return held;
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

static int due_send(Desk *desk, LetterTemplates *templates, const GPtrArray *due, GArray *ids, GError **error)
{
    g_auto(RemindersSent) sent = {0};
    bool named = ids->len > 0;
    if (!named)
        customers_due(due, ids);
    if (!reminders_send(desk, ids, letter_due_check, templates, &sent, error))
        return EXIT_REFUSED;
    sent_print(desk, &sent);
    int held = sent.held + (named ? 0 : held_print(due, ids));
    return held > 0 ? EXIT_WARNINGS : EXIT_DONE;
}

int letters_due_run(Desk *desk, Format format, bool everybody, bool send, char *const *named, GError **error)
{
    const ReminderOptions options = {.everybody = everybody};
    g_autoptr(LetterTemplates) templates = letter_templates_load(error);
    g_autoptr(GPtrArray) due = templates != NULL ? reminders_due(desk, &options, error) : NULL;
    g_autoptr(GArray) ids = due != NULL ? customers_named(desk, named, error) : NULL;
    if (ids == NULL)
        return EXIT_REFUSED;
    letter_due_judge(desk, templates, due);
    if (send)
        return due_send(desk, templates, due, ids, error);
    if (ids->len > 0)
        others_drop(due, ids);
    g_autoptr(JsonArray) rows = row_objects(due, reminder_object);
    output_table(format, columns, G_N_ELEMENTS(columns), rows);
    if (format == FORMAT_TEXT && due->len == 0)
        puts(_("No letter is due today."));
    return EXIT_DONE;
}
