/* belronde plan: payment plans and how far each is; the supervisor's answer, and the end of one. */
#include "commands/plan.h"
#include "base/i18n.h"
#include "commands/command.h"
#include "commands/log.h"
#include "commands/output.h"
#include "desk/claim.h"
#include "desk/plan.h"
#include <string.h>

typedef struct {
    Desk *desk;
    Format format;
    bool ended;
    const char *why; /* NULL: not said */
} Asked;

static const Column PLAN_COLUMNS[] = {
    {"customer", N_("No."), 8, COLUMN_TEXT},  {"name", N_("Customer"), 26, COLUMN_TEXT},
    {"made", N_("Made"), 10, COLUMN_TEXT},    {"label", N_("State"), 12, COLUMN_TEXT},
    {"kept", N_("Kept"), 4, COLUMN_NUMBER},   {"parts", N_("Parts"), 5, COLUMN_NUMBER},
    {"next", N_("Next"), 10, COLUMN_TEXT},    {"next_amount", N_("Amount"), 11, COLUMN_MONEY},
    {"total", N_("Total"), 11, COLUMN_MONEY}, {"received", N_("Received"), 11, COLUMN_MONEY},
    {"agent", N_("Who"), 8, COLUMN_TEXT},     {"state", "", 0, COLUMN_TEXT},
    {"currency", "", 0, COLUMN_TEXT},         {"missed", "", 0, COLUMN_NUMBER},
    {"charges", "", 0, COLUMN_MONEY},
};

static JsonObject *plan_object(gconstpointer data)
{
    const Plan *plan = data;
    JsonObject *object = json_object_new();
    object_text(object, "customer", plan->number);
    object_text(object, "name", plan->name);
    object_day(object, "made", plan->made);
    object_text(object, "agent", plan->agent);
    object_text(object, "state", PLAN_STATE_SLUGS[plan->state]);
    object_text(object, "label", plan_state_label(plan->state));
    object_text(object, "every", plan->every);
    json_object_set_int_member(object, "parts", plan->parts);
    json_object_set_int_member(object, "kept", plan->kept);
    json_object_set_int_member(object, "missed", plan->missed);
    object_money(object, "total", plan->total);
    object_money(object, "interest", plan->interest);
    object_money(object, "costs", plan->costs);
    object_money(object, "charges", plan->interest + plan->costs);
    object_money(object, "received", plan->received);
    object_day(object, "next", plan->next_day);
    object_money(object, "next_amount", plan->next_amount);
    object_text(object, "currency", plan->currency);
    json_object_set_boolean_member(object, "falls_due", plan->falls_due);
    object_text(object, "answered_by", plan->answered_by);
    object_day(object, "answered", plan->answered);
    return object;
}

JsonArray *plan_objects(const GPtrArray *plans)
{
    return row_objects(plans, plan_object);
}

/* --- All of them -------------------------------------------------------------------------------------------- */

static bool list_print(const Asked *asked, GError **error)
{
    g_autoptr(GPtrArray) plans = plans_load(asked->desk, asked->ended, error);
    if (plans == NULL)
        return false;
    g_autoptr(JsonArray) rows = plan_objects(plans);
    output_table(asked->format, PLAN_COLUMNS, G_N_ELEMENTS(PLAN_COLUMNS), rows);
    return true;
}

/* --- Of one customer ------------------------------------------------------------------------------------------ */

/* A down payment comes before the first part. */
static JsonArray *part_objects(const Plan *plan, const GPtrArray *promises)
{
    JsonArray *rows = json_array_new();
    int number = plan->has_down ? 0 : 1;
    for (guint i = 0; i < promises->len; i++) {
        const Promise *part = g_ptr_array_index(promises, i);
        if (part->plan_id != plan->id)
            continue;
        JsonObject *object = json_object_new();
        g_autofree char *label = number == 0 ? g_strdup(_("down payment")) : g_strdup_printf("%d", number);
        json_object_set_int_member(object, "part", number++);
        object_text(object, "label", label);
        object_day(object, "due", part->due);
        object_money(object, "amount", part->amount);
        object_money(object, "received", part->received);
        object_text(object, "currency", part->currency);
        object_text(object, "state", PROMISE_STATE_SLUGS[part->state]);
        object_text(object, "became", promise_state_words(part->state));
        json_array_add_object_element(rows, object);
    }
    return rows;
}

static const Column PART_COLUMNS[] = {
    {"label", N_("Part"), 12, COLUMN_TEXT},     {"due", N_("Due"), 10, COLUMN_TEXT},
    {"amount", N_("Amount"), 12, COLUMN_MONEY}, {"received", N_("Received"), 12, COLUMN_MONEY},
    {"became", N_("State"), 16, COLUMN_TEXT},   {"state", "", 0, COLUMN_TEXT},
    {"currency", "", 0, COLUMN_TEXT},           {"part", "", 0, COLUMN_NUMBER},
};

static void plan_say(const Plan *plan)
{
    g_autofree char *made = day_words(plan->made), *words = plan_words(plan), *answered = day_words(plan->answered);
    g_autofree char *charges = money_text_currency(plan->interest + plan->costs, plan->currency);
    g_autofree char *head =
        g_strdup_printf(_("%s, %s: %s (%s)"), made, plan->agent, words, plan_state_label(plan->state));
    output_text(head);
    if (day_known(plan->answered)) {
        g_autofree char *line = g_strdup_printf(_("  decided by %s on %s"), plan->answered_by, answered);
        output_text(line);
    }
    if (plan->interest + plan->costs > 0) {
        g_autofree char *line = g_strdup_printf(_("  of it interest and costs up to then: %s"), charges);
        output_text(line);
    }
    if (plan->falls_due)
        output_text(_("  with a part missed the rest falls due, as agreed"));
}

static void plans_say(const Asked *asked, const GPtrArray *plans, const GPtrArray *promises)
{
    for (guint i = 0; i < plans->len; i++) {
        const Plan *plan = g_ptr_array_index(plans, i);
        g_autoptr(JsonArray) parts = part_objects(plan, promises);
        if (asked->format == FORMAT_TEXT)
            plan_say(plan);
        output_table(asked->format, PART_COLUMNS, G_N_ELEMENTS(PART_COLUMNS), parts);
    }
    if (plans->len == 0 && asked->format == FORMAT_TEXT)
        output_text(_("No payment plan was made with this customer."));
}

static void plans_tell(const GPtrArray *plans, const GPtrArray *promises)
{
    JsonArray *all = json_array_new();
    g_autoptr(JsonObject) object = json_object_new();
    for (guint i = 0; i < plans->len; i++) {
        JsonObject *plan = plan_object(g_ptr_array_index(plans, i));
        json_object_set_array_member(plan, "instalments", part_objects(g_ptr_array_index(plans, i), promises));
        json_array_add_object_element(all, plan);
    }
    json_object_set_array_member(object, "plans", all);
    output_object(object);
}

static bool customer_print(const Asked *asked, gint64 customer_id, GError **error)
{
    g_autoptr(GPtrArray) promises = desk_promises(asked->desk, customer_id, error);
    g_autoptr(GPtrArray) plans = promises != NULL ? plans_of(asked->desk, customer_id, promises, error) : NULL;
    if (plans == NULL)
        return false;
    if (asked->format == FORMAT_JSON)
        plans_tell(plans, promises);
    else
        plans_say(asked, plans, promises);
    return true;
}

/* --- Deciding ------------------------------------------------------------------------------------------------ */

static const struct {
    const char *word, *outcome, *how;
} VERBS[] = {
    {"approve", "plan_answer", "how=approved"},
    {"refuse", "plan_answer", "how=refused"},
    {"cancel", "plan_end", "how=cancelled"},
    {"call-in", "plan_end", "how=called_in"},
};

static bool verb_run_named(const Asked *asked, gint64 customer_id, const char *word, GError **error)
{
    for (size_t i = 0; i < G_N_ELEMENTS(VERBS); i++) {
        if (strcmp(VERBS[i].word, word) != 0)
            continue;
        if (asked->why == NULL && strcmp(VERBS[i].outcome, "plan_end") == 0)
            return fail(error, BELRONDE_ERROR_INPUT, _("Say what happened, for the history: --why \"TEXT\"."));
        g_autofree char *why = g_strdup_printf("why=%s", asked->why != NULL ? asked->why : "");
        const char *const pairs[] = {VERBS[i].how, why, NULL};
        return log_pairs(asked->desk, customer_id, VERBS[i].outcome, pairs, error);
    }
    return fail(error, BELRONDE_ERROR_INPUT, _("“%s” is none of approve, refuse, cancel and call-in."), word);
}

int command_plan(Desk *desk, int argc, char **argv, GError **error)
{
    g_autofree char *format_name = NULL, *why = NULL;
    gboolean ended = FALSE;
    const GOptionEntry entries[] = {
        {"format", 0, 0, G_OPTION_ARG_STRING, &format_name, N_("text, csv or json"), "FORMAT"},
        {"all", 0, 0, G_OPTION_ARG_NONE, &ended, N_("also those that are over"), NULL},
        {"why", 0, 0, G_OPTION_ARG_STRING, &why, N_("for the history"), "TEXT"},
        G_OPTION_ENTRY_NULL,
    };
    Asked asked = {.desk = desk};
    gint64 customer_id = 0;
    if (!command_options(command_find("plan"), entries, &argc, &argv, error) ||
        !format_parse(format_name, &asked.format, error))
        return EXIT_REFUSED;
    asked.ended = ended;
    asked.why = why;
    if (argc < 2)
        return list_print(&asked, error) ? EXIT_DONE : EXIT_REFUSED;
    if (!desk_customer(desk, argv[1], &customer_id, error))
        return EXIT_REFUSED;
    bool good =
        argc > 2 ? verb_run_named(&asked, customer_id, argv[2], error) : customer_print(&asked, customer_id, error);
    return good ? EXIT_DONE : EXIT_REFUSED;
}
