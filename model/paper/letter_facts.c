#include "paper/letter_facts_parts.h"

#include "base/clock.h"
#include "base/reference.h"
#include "base/text.h"
#include "ledger/account.h"

#include <string.h>

enum { TEXT_MOST = 140 /* of a credit transfer (EPC069-12) */ };

/* --- Who writes ------------------------------------------------------------------------------------------ */

static const char *setting(const Facts *facts, const char *section, const char *key)
{
    return settings_text(facts->desk->settings, section, key);
}

/* The address stands on one line in the settings, and on several in a letterhead. */
static void sender_fill(Facts *facts)
{
    LetterValues *values = facts->values;
    g_auto(GStrv) address = g_strsplit(setting(facts, "belronde", "address"), ",", -1);
    letter_values_sender(values, setting(facts, "belronde", "name"));
    for (char **line = address; *line != NULL; line++)
        letter_values_sender(values, g_strstrip(*line));
    letter_values_sender(values, setting(facts, "belronde", "phone"));
    letter_values_sender(values, setting(facts, "belronde", "email"));
    letter_values_sender(values, setting(facts, "letter", "company_number"));
}

static void house_fill(Facts *facts)
{
    static const struct {
        const char *name, *section, *key;
    } FROM[] = {
        {"company", "belronde", "name"},
        {"company_number", "letter", "company_number"},
        {"company_address", "belronde", "address"},
        {"company_phone", "belronde", "phone"},
        {"company_email", "belronde", "email"},
        {"place", "letter", "city"},
        {"help", "letter", "help"},
        {"handover_to", "letter", "handover_to"},
        {"reward", "letter", "reward"},
    };
    LetterValues *values = facts->values;
    for (size_t i = 0; i < G_N_ELEMENTS(FROM); i++)
        letter_values_text(values, FROM[i].name, setting(facts, FROM[i].section, FROM[i].key));
    letter_values_text(values, "agent", facts->order->agent);
    letter_values_day(values, "today", clock_today());
    g_strlcpy(values->house, setting(facts, "belronde", "country"), sizeof values->house);
    g_free(values->logo);
    values->logo = g_strdup(setting(facts, "letter", "logo"));
    sender_fill(facts);
}

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

static void customer_take(Facts *facts, Query *query)
{
    static const char *const SAME[] = {"street", "postcode", "city"};
    LetterValues *values = facts->values;
    facts->kind = DEBTOR_UNKNOWN;
    (void)debtor_kind_find(query_text(query, "kind"), &facts->kind);
    values->kind = kind_of(facts->kind);
    values->channel = channel_of(facts->order->channel);
    values->third_person = facts->template->third_person;
    g_strlcpy(values->country, query_text(query, "country"), sizeof values->country);
    g_strlcpy(values->currency, query_text(query, "currency"), sizeof values->currency);
    letter_values_text(values, "customer", query_text(query, "name"));
    letter_values_text(values, "customer_number", query_text(query, "number"));
    for (size_t i = 0; i < G_N_ELEMENTS(SAME); i++)
        letter_values_text(values, SAME[i], query_text(query, SAME[i]));
}

static bool customer_fill(Facts *facts, GError **error)
{
    g_autoptr(Query) query =
        store_query(facts->desk->store,
                    "SELECT number, name, kind, country, currency, street, postcode, city FROM customer WHERE id = :id",
                    BINDS(INTEGER("id", facts->order->customer_id)), error);
    if (query != NULL && query_next(query))
        customer_take(facts, query);
    return query != NULL && query_finish(query, error);
}

/* Who has that address; else who handles our invoices there. */
static bool person_fill(Facts *facts, GError **error)
{
    g_autofree char *name = NULL;
    if (!store_text(facts->desk->store,
                    "SELECT name FROM contact WHERE customer_id = :customer AND active = 1"
                    " ORDER BY CASE WHEN email = :address AND email <> '' THEN 0 ELSE 1 END, position, id LIMIT 1",
                    BINDS(INTEGER("customer", facts->order->customer_id), TEXT("address", facts->order->recipient)),
                    &name, error))
        return false;
    letter_values_text(facts->values, "person", name);
    return true;
}

/* The wording he had last of this letter never comes again, and how many letters he had picks the next one. */
static bool wording_fill(Facts *facts, GError **error)
{
    const OutboxOrder *order = facts->order;
    gint64 before = 0, last = -1;
    const Bind binds[] = {INTEGER("customer", order->customer_id), INTEGER("id", order->id),
                          TEXT("document", order->document)};
    if (!store_value(facts->desk->store,
                     "SELECT count(*) AS before FROM outbox WHERE customer_id = :customer AND id < :id"
                     " AND wording IS NOT NULL",
                     binds, 2, 0, &before, error) ||
        !store_value(facts->desk->store,
                     "SELECT wording FROM outbox WHERE customer_id = :customer AND id < :id AND document = :document"
                     " AND wording IS NOT NULL ORDER BY id DESC LIMIT 1",
                     binds, 3, -1, &last, error))
        return false;
    facts->values->letters_before = (int)before;
    facts->values->last_variant = (int)last;
    return true;
}

/* --- His invoices ---------------------------------------------------------------------------------------- */

static void item_take(Facts *facts, Query *query, GString *references, GString *numbers)
{
    Day due = query_day(query, "due");
    const FactItem fact = {query_integer(query, "id"), due, query_integer(query, "open"),
                           query_integer(query, "disputed") != 0};
    LetterItem item = {.number = (char *)query_text(query, "number"),
                       .issued = query_day(query, "issued"),
                       .due = due,
                       .amount = query_integer(query, "amount"),
                       .open = fact.open,
                       .days_late = MAX(0, day_minus(clock_today(), due))};
    letter_values_item(facts->values, &item);
    g_array_append_val(facts->items, fact);
    g_string_append_printf(numbers, " %s", item.number);
    g_string_append_printf(references, "%s%s", references->len > 0 ? "|" : "", query_text(query, "reference"));
    if (letter_values_get(facts->values, "product") == NULL)
        letter_values_text(facts->values, "product", query_text(query, "description"));
}

/* One invoice has its own reference; of several the bank is told their numbers, which matching reads (formats §9). */
static void payment_fill(Facts *facts, const char *references, const char *numbers)
{
    bool single = facts->items->len == 1 && *references != '\0';
    g_autofree char *number = g_strdup(letter_values_get(facts->values, "customer_number"));
    g_autofree char *all = g_strconcat(number != NULL ? number : "", numbers, NULL);
    g_autofree char *text = text_clean_most(all, TEXT_MOST);
    LetterPayment payment = {.name = (char *)setting(facts, "belronde", "name"),
                             .iban = (char *)setting(facts, "belronde", "iban"),
                             .bic = (char *)setting(facts, "belronde", "bic"),
                             .reference = single ? (char *)references : (char *)"",
                             .text = single ? (char *)"" : text};
    g_strlcpy(payment.currency, facts->values->currency, sizeof payment.currency);
    letter_values_payment(facts->values, &payment);
}

/* The invoices the outcome was about, else all; what was paid meanwhile is asked no more. */
static bool items_fill(Facts *facts, GError **error)
{
    g_autoptr(GString) references = g_string_new(NULL);
    g_autoptr(GString) numbers = g_string_new(NULL);
    g_autofree char *among = g_strdup_printf(" %s ", facts->order->items);
    g_autoptr(Query) query =
        store_query(facts->desk->store,
                    "SELECT i.id, i.number, i.issued," ITEM_ASKED_FROM " AS due, i.amount, i.open, i.reference,"
                    " i.description, EXISTS (SELECT 1 FROM dispute d WHERE d.item_id = i.id"
                    "   AND NOT EXISTS (SELECT 1 FROM event u WHERE u.undoes = d.event_id)"
                    "   AND NOT EXISTS (SELECT 1 FROM dispute_end e WHERE e.dispute_id = d.id"
                    "     AND NOT EXISTS (SELECT 1 FROM event u WHERE u.undoes = e.event_id))) AS disputed"
                    " FROM item i WHERE i.customer_id = :customer AND i.state = 'open'"
                    " AND i.currency = :currency"
                    " AND (:among = '  ' OR :among LIKE '% ' || CAST(i.id AS TEXT) || ' %') ORDER BY i.due, i.id",
                    BINDS(INTEGER("customer", facts->order->customer_id), TEXT("currency", facts->values->currency),
                          TEXT("among", among)),
                    error);
    while (query != NULL && query_next(query))
        item_take(facts, query, references, numbers);
    if (query == NULL || !query_finish(query, error))
        return false;
    if (letter_values_get(facts->values, "product") == NULL)
        letter_values_text(facts->values, "product", setting(facts, "letter", "product"));
    payment_fill(facts, references->str, numbers->str);
    return true;
}

/* --- What was said and agreed ---------------------------------------------------------------------------- */

/* Two promises of one outcome are a part and the rest; a plan has its down payment and its parts. */
static void promise_take(LetterValues *values, Query *query, int *promises)
{
    Day due = query_day(query, "due");
    Cents amount = query_integer(query, "amount");
    if (strcmp(query_text(query, "kind"), "instalment") == 0)
        letter_values_part(values, (LetterPart){due, amount});
    else if (!query_is_null(query, "plan_id"))
        letter_values_number(values, "down", amount);
    else if (++*promises > 1)
        letter_values_day(values, "rest_on", due);
    else {
        letter_values_number(values, "promised", amount);
        letter_values_day(values, "promised_on", due);
    }
}

static bool promises_fill(Facts *facts, GError **error)
{
    int promises = 0;
    g_autoptr(Query) query =
        store_query(facts->desk->store,
                    "SELECT kind, plan_id, due, amount FROM promise WHERE event_id = :event ORDER BY due, position",
                    BINDS(INTEGER("event", facts->order->event_id)), error);
    while (query != NULL && query_next(query))
        promise_take(facts->values, query, &promises);
    return query != NULL && query_finish(query, error);
}

static bool money_in_fill(Facts *facts, GError **error)
{
    g_autoptr(Query) query = store_query(
        facts->desk->store,
        "SELECT p.amount, p.day FROM payment_match m JOIN payment p ON p.id = m.payment_id"
        " WHERE m.customer_id = :customer AND m.state = 'matched' AND p.amount > 0"
        " AND p.currency = :currency ORDER BY p.day DESC, p.id DESC LIMIT 1",
        BINDS(INTEGER("customer", facts->order->customer_id), TEXT("currency", facts->values->currency)), error);
    if (query != NULL && query_next(query)) {
        letter_values_number(facts->values, "paid", query_integer(query, "amount"));
        letter_values_day(facts->values, "paid_on", query_day(query, "day"));
    }
    return query != NULL && query_finish(query, error);
}

/* The last talk before the one that sends this letter. */
static bool call_fill(Facts *facts, GError **error)
{
    gint64 day = 0;
    if (!store_value(facts->desk->store,
                     "SELECT max(e.day) AS day FROM event e WHERE e.customer_id = :customer AND e.kind = 'call'"
                     " AND e.contact_id IS NOT NULL AND e.id < :event"
                     " AND NOT EXISTS (SELECT 1 FROM event u WHERE u.undoes = e.id)",
                     BINDS(INTEGER("customer", facts->order->customer_id), INTEGER("event", facts->order->event_id)),
                     DAY_NONE.number, &day, error))
        return false;
    letter_values_day(facts->values, "last_call", day_from_number(day));
    return true;
}

static bool said_fill(Facts *facts, GError **error)
{
    letter_values_personal(facts->values, facts->order->personal);
    return promises_fill(facts, error) && money_in_fill(facts, error) && call_fill(facts, error);
}

/* --- All of it --------------------------------------------------------------------------------------------- */

LetterValues *letter_facts(Desk *desk, const OutboxOrder *order, const LetterTemplate *template, GError **error)
{
    g_autoptr(LetterValues) values = letter_values_new();
    g_autoptr(GArray) items = g_array_new(FALSE, FALSE, sizeof(FactItem));
    Facts facts = {.desk = desk, .order = order, .template = template, .values = values, .items = items};
    house_fill(&facts);
    if (!customer_fill(&facts, error) || !person_fill(&facts, error) || !wording_fill(&facts, error) ||
        !items_fill(&facts, error) || !said_fill(&facts, error) || !facts_of_law(&facts, error))
        return NULL;
    return g_steal_pointer(&values);
}
