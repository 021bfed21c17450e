#include "paper/letter/facts_parts.h"

#include "base/clock.h"
#include "desk/letter_memory.h"
#include "paper/house.h"
#include "rules/behaviour.h"

#include <string.h>

/* --- To whom --------------------------------------------------------------------------------------------- */

static LetterKind kind_of(DebtorKind kind)
{
    static const LetterKind KINDS[] = {[DEBTOR_UNKNOWN] = LETTER_KIND_UNKNOWN,
                                       [DEBTOR_CONSUMER] = LETTER_KIND_CONSUMER,
                                       [DEBTOR_BUSINESS] = LETTER_KIND_BUSINESS,
                                       [DEBTOR_PUBLIC] = LETTER_KIND_PUBLIC};
    return KINDS[kind];
}

static LetterChannel channel_of(const char *channel)
{
    if (strcmp(channel, "post") == 0)
        return LETTER_CHANNEL_POST;
    return strcmp(channel, "print") == 0 ? LETTER_CHANNEL_PRINT : LETTER_CHANNEL_EMAIL;
}

static void customer_fill(Facts *facts)
{
    const Claim *claim = facts->claim;
    LetterValues *values = facts->values;
    values->kind = kind_of(claim->kind);
    values->channel = channel_of(facts->order->channel);
    values->third_person = facts->template->third_person;
    g_strlcpy(values->country, claim->country, sizeof values->country);
    g_strlcpy(values->currency, facts->currency, sizeof values->currency);
    letter_values_text(values, "customer", claim->name);
    letter_values_text(values, "customer_number", claim->number);
    letter_values_text(values, "street", claim->street);
    letter_values_text(values, "postcode", claim->postcode);
    letter_values_text(values, "city", claim->city);
}

/* Who has that address; else who handles our invoices there. */
static bool person_fill(Facts *facts, GError **error)
{
    g_autofree char *name = NULL;
    if (!letter_reader(facts->desk, facts->order->customer_id, facts->order->recipient, &name, error))
        return false;
    if (!facts->template->third_person) /* who reads it then nobody knows */
        letter_values_text(facts->values, "person", name);
    return true;
}

static bool wordings_fill(Facts *facts, GError **error)
{
    GPtrArray *said = outbox_wordings(facts->desk, facts->order->customer_id, facts->order->id, error);
    if (said == NULL)
        return false;
    g_ptr_array_unref(facts->values->said);
    facts->values->said = said;
    return true;
}

/* --- His invoices ---------------------------------------------------------------------------------------- */

/* A copy is of the invoice as it is, disputed or not. */
static bool is_copy(const Facts *facts)
{
    return g_str_has_prefix(facts->order->document, "copy");
}

Cents facts_open(const Facts *facts, const ClaimInvoice *invoice)
{
    Cents open = invoice->open - invoice->on_account;
    if (is_copy(facts))
        return invoice->open;
    if (facts->claim->notes->len == 0) /* else they stand in the letter themselves */
        open -= invoice->by_notes;
    if (facts->template->charges == LETTER_CHARGES_ASKED)
        open -= invoice->planned;
    return open - invoice->disputed;
}

/* Charges may stay when all else was paid. */
static bool is_listed(const Facts *facts, const ClaimInvoice *invoice)
{
    if (facts->template->late_only && !invoice->late)
        return false;
    return facts_open(facts, invoice) > 0 || (facts->template->charges == LETTER_CHARGES_ASKED && invoice->total > 0);
}

/* A statement shows all and asks what is late: the bank is told of that alone. */
static bool is_paid_now(const Facts *facts, const ClaimInvoice *invoice)
{
    const GPtrArray *pays = facts->template->pays;
    return invoice->late || pays->len == 0 || pays->pdata[0] != letter_placeholder("late");
}

static void item_take(Facts *facts, const ClaimInvoice *invoice, GString *references, GString *numbers)
{
    Day due = day_plus(invoice->late_from, -1);
    LetterItem item = {.number = (char *)invoice->number,
                       .issued = invoice->issued,
                       .due = due,
                       .amount = invoice->amount,
                       .open = facts_open(facts, invoice),
                       .days_late = MAX(0, day_minus(clock_today(), due))};
    letter_values_item(facts->values, &item);
    g_ptr_array_add(facts->invoices, (gpointer)invoice);
    if (is_paid_now(facts, invoice))
        g_string_append_printf(numbers, "%s%s", numbers->len > 0 ? " " : "", invoice->number);
    g_string_append_printf(references, "%s%s", references->len > 0 ? "|" : "", invoice->reference);
    if (letter_values_get(facts->values, "product") == NULL)
        letter_values_text(facts->values, "product", invoice->description);
}

static void note_take(Facts *facts, const ClaimNote *note, GString *numbers)
{
    LetterItem item = {.number = (char *)note->number,
                       .issued = note->issued,
                       .due = DAY_NONE,
                       .amount = note->open,
                       .open = note->open};
    letter_values_item(facts->values, &item);
    g_string_append_printf(numbers, "%s%s", numbers->len > 0 ? " " : "", note->number);
}

void facts_payment(Facts *facts, const char *reference, const char *numbers)
{
    LetterPayment payment = {0};
    house_payment(facts->desk->settings, reference, facts->claim->number, numbers, &payment);
    g_strlcpy(payment.currency, facts->values->currency, sizeof payment.currency);
    letter_values_payment(facts->values, &payment);
    letter_payment_clear(&payment);
}

/* The invoices the outcome was about, else all; what was paid meanwhile is asked no more. */
static void items_fill(Facts *facts)
{
    g_autoptr(GString) references = g_string_new(NULL);
    g_autoptr(GString) numbers = g_string_new(NULL);
    for (guint i = 0; i < facts->claim->invoices->len; i++) {
        const ClaimInvoice *invoice = g_ptr_array_index(facts->claim->invoices, i);
        if (is_listed(facts, invoice))
            item_take(facts, invoice, references, numbers);
    }
    for (guint i = 0; i < facts->claim->notes->len; i++)
        note_take(facts, g_ptr_array_index(facts->claim->notes, i), numbers);
    if (letter_values_get(facts->values, "product") == NULL)
        facts_of_house_text(facts, "product", "letter", "product");
    bool single = facts->invoices->len == 1 && facts->claim->notes->len == 0;
    facts_payment(facts, single ? references->str : "", numbers->str);
}

/* --- What was said and agreed ---------------------------------------------------------------------------- */

/* Two promises of one outcome are a part and the rest. */
static void promise_take(LetterValues *values, const Promise *promise, bool first)
{
    if (!first) {
        letter_values_day(values, "rest_on", promise->due);
        return;
    }
    bool live = promise_state_is_live(promise->state); /* what came in of it is not asked again */
    letter_values_number(values, "promised", promise->amount - (live ? promise->received : 0));
    letter_values_day(values, "promised_on", promise->due);
}

static bool is_promised(const Facts *facts, const Promise *promise, gint64 event_id)
{
    return promise->plan_id == 0 && promise->event_id == event_id && strcmp(promise->currency, facts->currency) == 0;
}

/* The newest outcome of which a promise is still expected; 0: none. */
static gint64 promised_last(const Facts *facts, const GPtrArray *promises)
{
    gint64 last = 0;
    for (guint i = 0; i < promises->len; i++) {
        const Promise *promise = g_ptr_array_index(promises, i);
        if (promise_state_is_live(promise->state) && is_promised(facts, promise, promise->event_id))
            last = MAX(last, promise->event_id);
    }
    return last;
}

static int promises_take(Facts *facts, const GPtrArray *promises, gint64 event_id)
{
    int taken = 0;
    for (guint i = 0; i < promises->len; i++)
        if (is_promised(facts, g_ptr_array_index(promises, i), event_id))
            promise_take(facts->values, g_ptr_array_index(promises, i), taken++ == 0);
    return taken;
}

/* Of the outcome that sends this letter; a letter written by hand is about what is still expected. */
static bool promises_fill(Facts *facts, GError **error)
{
    g_autoptr(GPtrArray) promises = desk_promises(facts->desk, facts->order->customer_id, error);
    if (promises == NULL)
        return false;
    if (promises_take(facts, promises, facts->order->event_id) == 0)
        (void)promises_take(facts, promises, promised_last(facts, promises));
    return true;
}

/* The talk before the newest money: where both are close, it was the talk that did it. */
static bool quick_fill(Facts *facts, GError **error)
{
    Day talk = DAY_NONE;
    if (!talk_last(facts->desk, facts->order->customer_id, G_MAXINT64, facts->paid_on, &talk, error))
        return false;
    if (behaviour_is_quick(talk, facts->paid_on))
        letter_values_day(facts->values, "quick_after", talk);
    return true;
}

static bool money_in_fill(Facts *facts, GError **error)
{
    Cents paid = 0;
    if (!payment_last(facts->desk, facts->order->customer_id, facts->values->currency, &paid, &facts->paid_on, error))
        return false;
    if (!day_known(facts->paid_on))
        return true;
    letter_values_number(facts->values, "paid", paid);
    letter_values_day(facts->values, "paid_on", facts->paid_on);
    return quick_fill(facts, error);
}

/* The last talk before the one that sends this letter. */
static bool call_fill(Facts *facts, GError **error)
{
    const OutboxOrder *order = facts->order;
    Day talk = DAY_NONE, paid = facts->paid_on;
    if (!talk_last(facts->desk, order->customer_id, order->event_id, clock_today(), &talk, error))
        return false;
    letter_values_day(facts->values, "last_call", talk);
    if (day_known(talk) && (!day_known(paid) || day_compare(paid, talk) < 0))
        letter_values_day(facts->values, "unpaid_since", talk);
    return true;
}

static bool said_fill(Facts *facts, GError **error)
{
    letter_values_personal(facts->values, facts->order->personal);
    return promises_fill(facts, error) && money_in_fill(facts, error) && call_fill(facts, error);
}

/* --- All of it --------------------------------------------------------------------------------------------- */

static Claim *claim_of(Desk *desk, const OutboxOrder *order, char currency[4], GError **error)
{
    if (!outbox_currency(desk, order, currency, error))
        return NULL;
    const ClaimQuestion question = {
        .customer_id = order->customer_id, .day = clock_today(), .items = order->items, .currency = currency};
    return claim_load(desk, &question, error);
}

LetterValues *letter_facts(Desk *desk, const OutboxOrder *order, const LetterTemplate *template, GError **error)
{
    g_autoptr(LetterValues) values = letter_values_new();
    g_autoptr(GPtrArray) invoices = g_ptr_array_new();
    char currency[4];
    g_autoptr(Claim) claim = claim_of(desk, order, currency, error);
    Facts facts = {.desk = desk,
                   .order = order,
                   .template = template,
                   .values = values,
                   .claim = claim,
                   .currency = currency,
                   .invoices = invoices,
                   .paid_on = DAY_NONE};
    if (claim == NULL)
        return NULL;
    if (!facts_may_leave(&facts, error))
        return NULL;
    customer_fill(&facts);
    if (letter_is_of_plan(template) && !facts_of_plan(&facts, error))
        return NULL;
    if (!letter_is_of_plan(template))
        items_fill(&facts);
    if (!facts_of_house(&facts, error) || !person_fill(&facts, error) || !wordings_fill(&facts, error) ||
        !said_fill(&facts, error))
        return NULL;
    facts_of_law(&facts);
    return g_steal_pointer(&values);
}
