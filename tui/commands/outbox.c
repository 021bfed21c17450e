/* belronde outbox: what waits to leave and what left; sends it, and takes a person's word where nobody knows. */
#include "desk/outbox.h"
#include "base/clock.h"
#include "base/i18n.h"
#include "base/ini.h"
#include "commands/command.h"
#include "commands/output.h"
#include "desk/outcome.h"
#include "paper/letter_post.h"
#include <stdio.h>
#include <string.h>

typedef struct {
    Desk *desk;
    Format format;
    const char *output; /* NULL: standard output */
    const char *word;   /* behind the verb; NULL none */
    Day since;          /* of the list */
} Asked;

static JsonObject *outbox_object(gconstpointer data)
{
    const OutboxRow *row = data;
    JsonObject *object = json_object_new();
    json_object_set_int_member(object, "id", row->id);
    object_day(object, "day", row->made.day);
    object_minute(object, "time", row->made.minute);
    object_text(object, "document", row->document);
    object_text(object, "label", row->label);
    object_text(object, "customer", row->number);
    object_text(object, "name", row->name);
    object_text(object, "channel", row->channel);
    object_text(object, "recipient", row->recipient);
    object_text(object, "state", OUTBOX_STATE_SLUGS[row->state]);
    object_day(object, "sent_day", row->sent.day);
    object_minute(object, "sent_time", row->sent.minute);
    json_object_set_int_member(object, "leaves_in", row->leaves_in);
    json_object_set_int_member(object, "tries", row->tries);
    object_text(object, "trouble", row->trouble);
    object_text(object, "agent", row->agent);
    return object;
}

static int run_list(const Asked *asked, GError **error)
{
    static const Column columns[] = {
        {"id", N_("Id"), 5, COLUMN_NUMBER},      {"day", N_("Day"), 10, COLUMN_TEXT},
        {"time", N_("Time"), 5, COLUMN_TEXT},    {"label", N_("Document"), 24, COLUMN_TEXT},
        {"customer", N_("No."), 8, COLUMN_TEXT}, {"name", N_("Customer"), 28, COLUMN_TEXT},
        {"channel", N_("By"), 7, COLUMN_TEXT},   {"recipient", N_("To"), 28, COLUMN_TEXT},
        {"state", N_("State"), 9, COLUMN_TEXT},  {"sent_day", N_("Sent"), 10, COLUMN_TEXT},
        {"sent_time", "", 0, COLUMN_TEXT},       {"trouble", N_("Trouble"), 40, COLUMN_TEXT},
        {"document", "", 0, COLUMN_TEXT},        {"leaves_in", "", 0, COLUMN_NUMBER},
        {"tries", "", 0, COLUMN_NUMBER},         {"agent", "", 0, COLUMN_TEXT},
    };
    g_autoptr(GPtrArray) list = outbox_load_since(asked->desk, asked->since, error);
    if (list == NULL)
        return EXIT_REFUSED;
    g_autoptr(JsonArray) rows = row_objects(list, outbox_object);
    output_table(asked->format, columns, G_N_ELEMENTS(columns), rows);
    return EXIT_DONE;
}

/* --- Verbs ------------------------------------------------------------------------------------------------- */

static bool id_read(const Asked *asked, gint64 *id, GError **error)
{
    if (asked->word == NULL)
        return fail(error, BELRONDE_ERROR_INPUT, _("Say which document, by its number in “belronde outbox”."));
    return ini_integer(asked->word, 1, G_MAXINT64, id) ||
           fail(error, BELRONDE_ERROR_INPUT, _("“%s” is no number of a document."), asked->word);
}

static int run_send(const Asked *asked, GError **error)
{
    g_auto(CourierRound) round = {0};
    if (!letter_post_round(asked->desk, &round, error))
        return EXIT_REFUSED;
    g_autofree char *words = g_strdup_printf(_("sent: %d, refused: %d, not known: %d, without a way out: %d"),
                                             round.sent, round.refused, round.unsure, round.stay);
    output_text(words);
    if (round.trouble != NULL)
        output_text(round.trouble);
    return round.refused + round.unsure > 0 ? EXIT_WARNINGS : EXIT_DONE;
}

static int run_decide(const Asked *asked, bool left, GError **error)
{
    gint64 id = 0;
    return id_read(asked, &id, error) && outbox_decide(asked->desk, id, left, error) ? EXIT_DONE : EXIT_REFUSED;
}

static int run_left(const Asked *asked, GError **error)
{
    return run_decide(asked, true, error);
}

static int run_again(const Asked *asked, GError **error)
{
    return run_decide(asked, false, error);
}

static int run_now(const Asked *asked, GError **error)
{
    gint64 id = 0;
    return id_read(asked, &id, error) && outbox_hurry(asked->desk, id, error) ? EXIT_DONE : EXIT_REFUSED;
}

static int run_copy(const Asked *asked, GError **error)
{
    gint64 id = 0;
    g_auto(OutboxCopy) copy = {0};
    if (!id_read(asked, &id, error) || !outbox_copy_read(asked->desk, id, &copy, error))
        return EXIT_REFUSED;
    return output_bytes(asked->output, copy.bytes, error) ? EXIT_DONE : EXIT_REFUSED;
}

/* One document, or all that wait: with the outcomes they belong to. */
static int run_recall(const Asked *asked, GError **error)
{
    gint64 id = 0;
    bool all = g_strcmp0(asked->word, "all") == 0;
    if (!all && !id_read(asked, &id, error))
        return EXIT_REFUSED;
    g_autoptr(GPtrArray) rows = outbox_load(asked->desk, error);
    g_autoptr(GArray) events = g_array_new(FALSE, FALSE, sizeof(gint64));
    g_autofree char *op = store_operation_id(), *said = NULL;
    for (guint i = 0; rows != NULL && i < rows->len; i++) {
        const OutboxRow *row = g_ptr_array_index(rows, i);
        if (all ? outbox_is_recallable(row) : row->id == id)
            g_array_append_val(events, row->event_id);
    }
    if (rows == NULL || !outcomes_recall(asked->desk, events, op, &said, error))
        return EXIT_REFUSED;
    output_text(said);
    return EXIT_DONE;
}

static const struct {
    const char *verb;
    int (*run)(const Asked *asked, GError **error);
    bool lists, of_one, writes; /* takes --since and --format; a number; --output */
} VERBS[] = {
    {"list", run_list, true, false, false},     {"send", run_send, false, false, false},
    {"left", run_left, false, true, false},     {"again", run_again, false, true, false},
    {"now", run_now, false, true, false},       {"copy", run_copy, false, true, true},
    {"recall", run_recall, false, true, false},
};

static bool here_only(const char *name, bool given, bool fits, GError **error)
{
    return !given || fits ||
           fail(error, BELRONDE_ERROR_INPUT, _("“%s” cannot be used here: see belronde outbox --help."), name);
}

static int verb_run(guint index, Asked *asked, char **words, const char *format, const char *since, GError **error)
{
    const bool of_one = VERBS[index].of_one, lists = VERBS[index].lists;
    const char *first = words[0], *more = first != NULL ? words[1] : NULL;
    asked->word = first;
    if (!here_only(more != NULL ? more : first, first != NULL, of_one && more == NULL, error) ||
        !here_only("--format", format != NULL, lists, error) || !here_only("--since", since != NULL, lists, error) ||
        !here_only("--output", asked->output != NULL, VERBS[index].writes, error))
        return EXIT_REFUSED;
    return VERBS[index].run(asked, error);
}

int command_outbox(Desk *desk, int argc, char **argv, GError **error)
{
    g_autofree char *format = NULL, *output = NULL, *since = NULL;
    const GOptionEntry entries[] = {
        {"format", 0, 0, G_OPTION_ARG_STRING, &format, N_("text, csv or json"), "FORMAT"},
        {"since", 0, 0, G_OPTION_ARG_STRING, &since,
         N_("also what was made or sent from this day on, else from today on"), "DAY"},
        {"output", 0, 0, G_OPTION_ARG_FILENAME, &output, N_("where a copy is written"), "FILE"},
        G_OPTION_ENTRY_NULL,
    };
    Asked asked = {.desk = desk, .format = FORMAT_TEXT, .since = clock_today()};
    if (!command_options(command_find("outbox"), entries, &argc, &argv, error) ||
        !format_parse(format, &asked.format, error))
        return EXIT_REFUSED;
    if (since != NULL && !day_parse_iso(since, &asked.since)) {
        fail(error, BELRONDE_ERROR_INPUT, _("“%s” is no day: write it as 2026-02-24."), since);
        return EXIT_REFUSED;
    }
    char *none[] = {NULL};
    const char *verb = argc > 1 ? argv[1] : "list";
    asked.output = output;
    for (guint i = 0; i < G_N_ELEMENTS(VERBS); i++)
        if (strcmp(VERBS[i].verb, verb) == 0)
            return verb_run(i, &asked, argc > 1 ? argv + 2 : none, format, since, error);
    fail(error, BELRONDE_ERROR_INPUT,
         _("“%s” is nothing the outbox can do: take list, send, left, again, now, copy or recall."), verb);
    return EXIT_REFUSED;
}
