/* belronde receipts: the twin of the receipts screen.  Words in text, slugs in CSV and JSON. */
#include "base/i18n.h"
#include "base/text.h"
#include "base/when.h"
#include "commands/command.h"
#include "commands/output.h"
#include "desk/decision.h"
#include "desk/receipt_card.h"
#include <stdio.h>
#include <string.h>

typedef struct {
    Desk *desk;
    Ledger ledger;
    Format format;
    ReceiptsFilter filter;
    int count; /* words after the verb */
    char **words;
    int booked; /* decisions made: a refusal after them is no refusal of all */
} Asked;

/* --- What is typed ------------------------------------------------------------------------------------------- */

static bool payment_read(const char *word, gint64 *payment_id, GError **error)
{
    return ini_integer(word, 1, G_MAXINT64, payment_id) ||
           fail(error, BELRONDE_ERROR_INPUT, _("“%s” is no receipt number."), word);
}

static bool which_read(const char *word, ReceiptsWhich *which, GError **error)
{
    for (int i = 0; word != NULL && i <= RECEIPTS_ALL; i++)
        if (strcmp(word, RECEIPTS_WHICH_SLUGS[i]) == 0) {
            *which = (ReceiptsWhich)i;
            return true;
        }
    return word == NULL || fail(error, BELRONDE_ERROR_INPUT,
                                _("“%s” is no kind of receipts: take waiting, matched, aside, returned, outgoing or "
                                  "all."),
                                word);
}

static bool since_read(const char *word, Day *since, GError **error)
{
    return word == NULL || day_parse_iso(word, since) ||
           fail(error, BELRONDE_ERROR_INPUT, _("“%s” is no day: write it as 2026-02-24."), word);
}

/* --- Lists ----------------------------------------------------------------------------------------------------- */

static JsonObject *receipt_object(const Receipt *receipt, Format format)
{
    bool words = format == FORMAT_TEXT;
    JsonObject *object = json_object_new();
    json_object_set_int_member(object, "id", receipt->payment_id);
    object_day(object, "day", receipt->day);
    object_money(object, "amount", receipt->amount);
    object_money(object, "whole", receipt->whole);
    object_text(object, "currency", receipt->currency);
    object_text(object, "name", receipt->name);
    object_text(object, "account", receipt->account);
    object_text(object, "text", receipt->text);
    object_text(object, "statement", receipt->statement);
    object_text(object, "state", words ? receipt_state_label(receipt) : receipt->state);
    object_text(object, "step", words ? receipt_step_label(receipt->step) : receipt->step);
    json_object_set_int_member(object, "score", receipt->score);
    object_text(object, "reason", receipt->reason);
    object_text(object, "customer", receipt->customer);
    object_text(object, "items", receipt->items);
    json_object_set_boolean_member(object, "waiting", receipt->waiting);
    object_text(object, "decided_by", receipt->decided_by);
    return object;
}

static bool run_list(Asked *asked, GError **error)
{
    static const Column columns[] = {
        {"id", N_("Id"), 6, COLUMN_NUMBER},
        {"day", N_("Day"), 10, COLUMN_TEXT},
        {"whole", N_("Amount"), 12, COLUMN_MONEY},
        {"name", N_("From"), 24, COLUMN_TEXT},
        {"state", N_("State"), 11, COLUMN_TEXT},
        {"customer", N_("Customer"), 24, COLUMN_TEXT},
        {"items", N_("Items"), 24, COLUMN_TEXT},
        {"reason", N_("Why"), 50, COLUMN_TEXT},
        {"text", "", 0, COLUMN_TEXT},
        {"account", "", 0, COLUMN_TEXT},
        {"currency", "", 0, COLUMN_TEXT},
        {"score", "", 0, COLUMN_NUMBER},
        {"step", "", 0, COLUMN_TEXT},
        {"amount", "", 0, COLUMN_MONEY},
        {"statement", "", 0, COLUMN_TEXT},
        {"waiting", "", 0, COLUMN_TEXT},
        {"decided_by", "", 0, COLUMN_TEXT},
    };
    g_autoptr(GPtrArray) list = receipts_load(&asked->ledger, &asked->filter, error);
    if (list == NULL)
        return false;
    g_autoptr(JsonArray) rows = json_array_new();
    for (guint i = 0; i < list->len; i++)
        json_array_add_object_element(rows, receipt_object(g_ptr_array_index(list, i), asked->format));
    output_table(asked->format, columns, G_N_ELEMENTS(columns), rows);
    return true;
}

static bool run_show(Asked *asked, GError **error)
{
    gint64 payment_id = 0;
    if (!payment_read(asked->words[0], &payment_id, error))
        return false;
    g_autoptr(ReceiptCard) card = receipt_card_load(asked->desk, payment_id, error);
    if (card == NULL)
        return false;
    g_autofree char *text = receipt_card_text(asked->desk, card);
    output_text(text);
    return true;
}

static JsonObject *choice_object(Desk *desk, const Match *choice, guint number)
{
    g_autofree char *words = choice_words(desk, choice, 0);
    JsonObject *object = json_object_new();
    json_object_set_int_member(object, "number", number);
    json_object_set_int_member(object, "score", choice->score);
    object_text(object, "choice", words);
    object_text(object, "step", MATCH_STEP_SLUGS[choice->step]);
    object_text(object, "reason", choice->reason);
    return object;
}

static GPtrArray *choices_of(Asked *asked, gint64 *payment_id, GError **error)
{
    if (!payment_read(asked->words[0], payment_id, error))
        return NULL;
    return receipt_choices(&asked->ledger, *payment_id, error);
}

static bool run_choices(Asked *asked, GError **error)
{
    static const Column columns[] = {
        {"number", N_("No."), 4, COLUMN_NUMBER},
        {"score", N_("Score"), 6, COLUMN_NUMBER},
        {"choice", N_("Choice"), 60, COLUMN_TEXT},
        {"reason", N_("Why"), 60, COLUMN_TEXT},
        {"step", "", 0, COLUMN_TEXT},
    };
    gint64 payment_id = 0;
    g_autoptr(GPtrArray) choices = choices_of(asked, &payment_id, error);
    if (choices == NULL)
        return false;
    g_autoptr(JsonArray) rows = json_array_new();
    for (guint i = 0; i < choices->len; i++)
        json_array_add_object_element(rows, choice_object(asked->desk, g_ptr_array_index(choices, i), i + 1));
    output_table(asked->format, columns, G_N_ELEMENTS(columns), rows);
    return true;
}

/* --- Deciding ---------------------------------------------------------------------------------------------------- */

static bool decide(Asked *asked, const Decision *decision, GError **error)
{
    g_autofree char *said = NULL;
    if (!decision_make(asked->desk, decision, &said, error))
        return false;
    output_text(said);
    asked->booked++;
    return true;
}

/* One after the other: what was booked before a refusal stays. */
static bool run_each(Asked *asked, DecisionKind kind, GError **error)
{
    for (int i = 0; i < asked->count; i++) {
        Decision decision = {.kind = kind};
        if (!payment_read(asked->words[i], &decision.payment_id, error) || !decide(asked, &decision, error))
            return false;
    }
    return true;
}

static bool run_accept(Asked *asked, GError **error)
{
    return run_each(asked, DECISION_ACCEPT, error);
}

static bool run_not_ours(Asked *asked, GError **error)
{
    return run_each(asked, DECISION_NOT_OURS, error);
}

static bool run_choose(Asked *asked, GError **error)
{
    Decision decision = {.kind = DECISION_CHOOSE};
    gint64 number = 0;
    g_autoptr(GPtrArray) choices = choices_of(asked, &decision.payment_id, error);
    if (choices == NULL)
        return false;
    if (!ini_integer(asked->words[1], 1, choices->len, &number))
        return fail(error, BELRONDE_ERROR_INPUT, _("There is no choice “%s”: belronde receipts choices %s lists them."),
                    asked->words[1], asked->words[0]);
    decision.choice = g_ptr_array_index(choices, (guint)number - 1);
    return decide(asked, &decision, error);
}

static bool items_find(Asked *asked, gint64 customer_id, GArray *ids, GError **error)
{
    for (int i = 2; i < asked->count; i++) {
        gint64 id = 0;
        if (!item_open_id(asked->desk->store, customer_id, asked->words[i], &id, error))
            return false;
        if (id == 0)
            return fail(error, BELRONDE_ERROR_MISSING, _("Invoice “%s” is not open for this customer."),
                        asked->words[i]);
        g_array_append_val(ids, id);
    }
    return true;
}

static bool run_assign(Asked *asked, GError **error)
{
    g_autoptr(GArray) ids = g_array_new(FALSE, FALSE, sizeof(gint64));
    Decision decision = {.kind = DECISION_ASSIGN, .item_ids = ids};
    return payment_read(asked->words[0], &decision.payment_id, error) &&
           desk_customer(asked->desk, asked->words[1], &decision.customer_id, error) &&
           items_find(asked, decision.customer_id, ids, error) && decide(asked, &decision, error);
}

static bool run_account(Asked *asked, GError **error)
{
    Decision decision = {.kind = DECISION_ACCOUNT};
    return payment_read(asked->words[0], &decision.payment_id, error) &&
           (asked->count < 2 || desk_customer(asked->desk, asked->words[1], &decision.customer_id, error)) &&
           decide(asked, &decision, error);
}

static bool run_undo(Asked *asked, GError **error)
{
    gint64 payment_id = 0;
    g_autofree char *said = NULL;
    if (!payment_read(asked->words[0], &payment_id, error) || !decision_undo(asked->desk, payment_id, &said, error))
        return false;
    output_text(said);
    return true;
}

/* --- What was learned ------------------------------------------------------------------------------------------ */

static JsonObject *learned_object(const Learned *learned, Format format)
{
    bool words = format == FORMAT_TEXT;
    JsonObject *object = json_object_new();
    object_text(object, "kind", words ? learned_kind_label(learned->kind) : LEARNED_KIND_SLUGS[learned->kind]);
    object_text(object, "value", learned->value);
    object_text(object, "customer", learned->customer);
    object_text(object, "source", words ? learned_source_label(learned->source) : learned->source);
    object_day(object, "since", learned->day);
    json_object_set_int_member(object, "uses", learned->uses);
    json_object_set_int_member(object, "receipt", learned->payment_id);
    return object;
}

static bool run_learned(Asked *asked, GError **error)
{
    static const Column columns[] = {
        {"kind", N_("Kind"), 8, COLUMN_TEXT},
        {"value", N_("Means"), 28, COLUMN_TEXT},
        {"customer", N_("Customer"), 28, COLUMN_TEXT},
        {"source", N_("Where from"), 16, COLUMN_TEXT},
        {"since", N_("Since"), 10, COLUMN_TEXT},
        {"uses", N_("Used"), 5, COLUMN_NUMBER},
        {"receipt", "", 0, COLUMN_NUMBER},
    };
    gint64 customer_id = 0;
    if (asked->count > 0 && !desk_customer(asked->desk, asked->words[0], &customer_id, error))
        return false;
    g_autoptr(GPtrArray) list = learned_load(&asked->ledger, customer_id, error);
    if (list == NULL)
        return false;
    g_autoptr(JsonArray) rows = json_array_new();
    for (guint i = 0; i < list->len; i++)
        json_array_add_object_element(rows, learned_object(g_ptr_array_index(list, i), asked->format));
    output_table(asked->format, columns, G_N_ELEMENTS(columns), rows);
    return true;
}

static bool run_forget(Asked *asked, GError **error)
{
    gint64 customer_id = 0;
    int kind = 0;
    while (kind < LEARNED_KINDS && strcmp(LEARNED_KIND_SLUGS[kind], asked->words[0]) != 0)
        kind++;
    if (kind == LEARNED_KINDS)
        return fail(error, BELRONDE_ERROR_INPUT, _("“%s” is nothing that is learned: take iban, payer or word."),
                    asked->words[0]);
    if (!desk_customer(asked->desk, asked->words[2], &customer_id, error) ||
        !learned_forget(&asked->ledger, (LearnedKind)kind, asked->words[1], customer_id, error))
        return false;
    g_autofree char *value = text_clean(asked->words[1]);
    g_autofree char *said = g_strdup_printf(_("Forgotten: %s.  What was booked with it stays."), value);
    output_text(said);
    return true;
}

/* --- The command ----------------------------------------------------------------------------------------------- */

static const struct {
    const char *name;
    int least, most; /* words it takes */
    const char *usage;
    bool (*run)(Asked *asked, GError **error);
} verbs[] = {
    {"list", 0, 0, "", run_list},
    {"show", 1, 1, "ID", run_show},
    {"accept", 1, G_MAXINT, "ID...", run_accept},
    {"choices", 1, 1, "ID", run_choices},
    {"choose", 2, 2, "ID N", run_choose},
    {"assign", 2, G_MAXINT, "ID CUSTOMER [INVOICE...]", run_assign},
    {"account", 1, 2, "ID [CUSTOMER]", run_account},
    {"not-ours", 1, G_MAXINT, "ID...", run_not_ours},
    {"undo", 1, 1, "ID", run_undo},
    {"learned", 0, 1, "[CUSTOMER]", run_learned},
    {"forget", 3, 3, "KIND VALUE CUSTOMER", run_forget},
};

static bool run_verb(Asked *asked, const char *name, GError **error)
{
    for (size_t i = 0; i < G_N_ELEMENTS(verbs); i++) {
        if (strcmp(verbs[i].name, name) != 0)
            continue;
        if (asked->count < verbs[i].least || asked->count > verbs[i].most)
            return fail(error, BELRONDE_ERROR_INPUT, _("Write: belronde receipts %s %s"), name, verbs[i].usage);
        return verbs[i].run(asked, error);
    }
    g_autoptr(GString) names = g_string_new(NULL);
    for (size_t i = 0; i < G_N_ELEMENTS(verbs); i++)
        g_string_append_printf(names, "%s%s", i > 0 ? ", " : "", verbs[i].name);
    return fail(error, BELRONDE_ERROR_INPUT, _("“%s” is nothing to do with receipts; there are: %s."), name,
                names->str);
}

int command_receipts(Desk *desk, int argc, char **argv, GError **error)
{
    g_autofree char *format_name = NULL, *which = NULL, *since = NULL, *customer = NULL;
    const GOptionEntry entries[] = {
        {"format", 0, 0, G_OPTION_ARG_STRING, &format_name, N_("text, csv or json"), "FORMAT"},
        {"which", 0, 0, G_OPTION_ARG_STRING, &which, N_("waiting, matched, aside, returned, outgoing or all"), "WHICH"},
        {"since", 0, 0, G_OPTION_ARG_STRING, &since, N_("booked on this day or later"), "DAY"},
        {"customer", 0, 0, G_OPTION_ARG_STRING, &customer, N_("number or name"), "CUSTOMER"},
        G_OPTION_ENTRY_NULL,
    };
    Asked asked = {.desk = desk, .filter = {.which = RECEIPTS_WAITING, .since = DAY_NONE}};
    if (!command_options(command_find("receipts"), entries, &argc, &argv, error) ||
        !format_parse(format_name, &asked.format, error) || !which_read(which, &asked.filter.which, error) ||
        !since_read(since, &asked.filter.since, error) ||
        (customer != NULL && !desk_customer(desk, customer, &asked.filter.customer_id, error)))
        return EXIT_REFUSED;
    asked.ledger = desk_ledger(desk);
    asked.count = MAX(argc - 2, 0);
    asked.words = argv + MIN(argc, 2);
    if (run_verb(&asked, argc > 1 ? argv[1] : "list", error))
        return EXIT_DONE;
    return asked.booked > 0 ? EXIT_WARNINGS : EXIT_REFUSED;
}
