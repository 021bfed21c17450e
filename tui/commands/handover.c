/* belronde handover CUSTOMER: the folder for lawyer, bailiff or agency, and the hand-over on record. */
#include "desk/handover.h"
#include "base/i18n.h"
#include "commands/command.h"
#include "commands/output.h"
#include "desk/holds.h"
#include "desk/outcome.h"
#include "paper/handover_folder.h"
#include <string.h>

typedef struct {
    char *to, *name, *file, *output;
    gboolean anyway, replace, notes, folder_only;
} Options;

static void options_clear(Options *options)
{
    char *const texts[] = {options->to, options->name, options->file, options->output};
    for (size_t i = 0; i < G_N_ELEMENTS(texts); i++)
        g_free(texts[i]);
}

/* --to lawyer, bailiff, agency; anything else is the name of who gets it. */
static void whom_settle(Options *options)
{
    static const char *const kinds[] = {"lawyer", "bailiff", "agency", NULL};
    if (options->to == NULL || g_strv_contains(kinds, options->to))
        return;
    g_free(options->name);
    options->name = g_steal_pointer(&options->to);
}

/* What the law and our own word have against it is said before anything is made. */
static bool bars_say(Desk *desk, gint64 customer_id, bool anyway, GError **error)
{
    g_autoptr(GPtrArray) bars = handover_bars(desk, customer_id, error);
    if (bars == NULL)
        return false;
    g_autofree char *words = handover_bars_words(bars);
    if (*words == '\0')
        return true;
    if (!anyway)
        return fail(error, BELRONDE_ERROR_INPUT, _("%s  Say --anyway to hand it over all the same."), words);
    output_text(words);
    return true;
}

/* "lawyer Lemmens", as the playbook calls him. */
static char *whom_words(const Desk *desk, const Options *options)
{
    const char *slug = options->to != NULL ? options->to : "lawyer", *label = slug;
    const Outcome *outcome = playbook_outcome(desk->playbook, "agency");
    const Field *field = outcome != NULL ? outcome_field(outcome, "whom") : NULL;
    for (size_t i = 0; field != NULL && i < field->choice_count; i++)
        if (strcmp(field->choices[i].slug, slug) == 0)
            label = field->choices[i].label;
    return options->name != NULL ? g_strdup_printf("%s %s", label, options->name) : g_strdup(label);
}

/* --- On record ------------------------------------------------------------------------------------------------------
 */

static bool field_set(Form *form, const char *field, const char *value, GError **error)
{
    return value == NULL || form_set_named(form, field, value, error);
}

static bool hand_over(Desk *desk, gint64 customer_id, const Options *options, GError **error)
{
    g_autoptr(Card) card = card_load(desk, customer_id, error);
    g_autoptr(Form) form =
        card != NULL ? form_new(desk, card, playbook_outcome(desk->playbook, "agency"), error) : NULL;
    if (form == NULL || !field_set(form, "whom", options->to != NULL ? options->to : "lawyer", error) ||
        !field_set(form, "name", options->name, error) || !field_set(form, "file", options->file, error) ||
        !field_set(form, "anyway", options->anyway ? "yes" : NULL, error))
        return false;
    g_autofree char *op = store_operation_id();
    const OutcomeCall call = {.op = op, .note = ""};
    OutcomeDone done = {0};
    if (!outcome_log(desk, form, &call, &done, error))
        return false;
    output_text(done.toast);
    outcome_done_clear(&done);
    return true;
}

static bool is_handed_over(Desk *desk, gint64 customer_id, bool *over, GError **error)
{
    g_autoptr(Holds) holds = holds_load(desk, customer_id, error);
    if (holds != NULL)
        *over = holds_are(holds, HOLD_HANDOVER);
    return holds != NULL;
}

/* The folder first: what is on record as handed over is there. */
static bool run(Desk *desk, const char *customer, const Options *options, int *missing, GError **error)
{
    gint64 customer_id = 0;
    bool over = false;
    g_autofree char *path = NULL, *whom = whom_words(desk, options);
    const HandoverOrder order = {
        .folder = options->output, .whom = whom, .replace = options->replace, .notes = options->notes};
    if (!desk_customer(desk, customer, &customer_id, error) || !is_handed_over(desk, customer_id, &over, error) ||
        (!over && !bars_say(desk, customer_id, options->anyway || options->folder_only, error)) ||
        !handover_write(desk, customer_id, &order, &path, missing, error))
        return false;
    g_autofree char *where = g_strdup_printf(_("The file is in %s."), path);
    output_text(where);
    if (*missing > 0) {
        g_autofree char *words = g_strdup_printf(NP_("%d invoice has no copy in the folder of copies.",
                                                     "%d invoices have no copy in the folder of copies.", *missing),
                                                 *missing);
        output_text(words);
    }
    return over || options->folder_only || hand_over(desk, customer_id, options, error);
}

int command_handover(Desk *desk, int argc, char **argv, GError **error)
{
    Options options = {0};
    const GOptionEntry entries[] = {
        {"to", 0, 0, G_OPTION_ARG_STRING, &options.to, N_("lawyer, bailiff, agency, or who gets it by name"), "WHOM"},
        {"name", 0, 0, G_OPTION_ARG_STRING, &options.name, N_("his name"), "NAME"},
        {"file", 0, 0, G_OPTION_ARG_STRING, &options.file, N_("number of the file; else the customer's"), "NUMBER"},
        {"output", 0, 0, G_OPTION_ARG_FILENAME, &options.output, N_("folder in which the customer's is made"),
         "FOLDER"},
        {"notes", 0, 0, G_OPTION_ARG_NONE, &options.notes, N_("with the free notes of calls"), NULL},
        {"replace", 0, 0, G_OPTION_ARG_NONE, &options.replace, N_("make a folder of today anew"), NULL},
        {"folder-only", 0, 0, G_OPTION_ARG_NONE, &options.folder_only, N_("nothing goes on record"), NULL},
        {"anyway", 0, 0, G_OPTION_ARG_NONE, &options.anyway, N_("whatever stands in the way"), NULL},
        G_OPTION_ENTRY_NULL,
    };
    int status = EXIT_REFUSED, missing = 0;
    if (command_options(command_find("handover"), entries, &argc, &argv, error)) {
        whom_settle(&options);
        if (argc != 2)
            fail(error, BELRONDE_ERROR_INPUT, _("Say which customer is handed over."));
        else if (run(desk, argv[1], &options, &missing, error))
            status = missing > 0 ? EXIT_WARNINGS : EXIT_DONE;
    }
    options_clear(&options);
    return status;
}
