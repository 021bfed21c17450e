/* Gathers the file of a customer for who takes it over. */
#include "desk/handover.h"

#include "base/clock.h"
#include "base/i18n.h"
#include "base/text.h"
#include "desk/letter_way.h"
#include "desk/outbox.h"
#include "desk/verb.h"
#include "ledger/account.h"
#include <string.h>

const char *const HANDOVER_PART_SLUGS[] = {
    [PART_INVOICES] = "invoices", [PART_LETTERS] = "letters",   [PART_CALLS] = "calls",
    [PART_PROMISES] = "promises", [PART_DISPUTES] = "disputes", [PART_RECEIPTS] = "receipts"};

static void line_free(gpointer data)
{
    HandoverLine *line = data;
    char *const texts[] = {line->number, line->what, line->state, line->person, line->note, line->file};
    for (size_t i = 0; i < G_N_ELEMENTS(texts); i++)
        g_free(texts[i]);
    g_free(line);
}

void handover_free(Handover *handover)
{
    if (handover == NULL)
        return;
    claim_free(handover->claim);
    g_ptr_array_unref(handover->lines);
    g_clear_pointer(&handover->bars, g_ptr_array_unref);
    g_free(handover);
}

typedef struct {
    Desk *desk;
    gint64 customer_id;
    bool notes;
    Day since; /* the oldest invoice claimed: what was said of others is nobody's business now; DAY_NONE: everything */
    GPtrArray *lines;
} Gathering;

static bool is_about_it(const Gathering *gathering, Day day)
{
    return !day_known(gathering->since) || day_compare(day, gathering->since) >= 0;
}

static HandoverLine *line_add(Gathering *gathering, HandoverPart part, Day day)
{
    HandoverLine *line = g_new0(HandoverLine, 1);
    *line = (HandoverLine){.part = part, .day = day, .due = DAY_NONE, .minute = MINUTE_NONE, .file = g_strdup("")};
    g_ptr_array_add(gathering->lines, line);
    return line;
}

static void amount_set(HandoverLine *line, Cents amount, const char *currency)
{
    line->amount = amount;
    line->has_amount = true;
    g_strlcpy(line->currency, currency, sizeof line->currency);
}

static void second_set(HandoverLine *line, Cents amount)
{
    line->second = amount;
    line->has_second = true;
}

/* --- Invoices: as the claim has them -------------------------------------------------------------------------------
 */

static void invoices_add(Gathering *gathering, const Claim *claim)
{
    for (guint i = 0; i < claim->invoices->len; i++) {
        const ClaimInvoice *invoice = g_ptr_array_index(claim->invoices, i);
        HandoverLine *line = line_add(gathering, PART_INVOICES, invoice->issued);
        line->due = invoice->due;
        line->number = text_clean(invoice->number);
        line->what = text_clean(invoice->description);
        line->state = g_strdup(invoice->disputed > 0 ? _("disputed") : invoice->late ? _("late") : _("not due"));
        amount_set(line, invoice->amount, invoice->currency);
        second_set(line, invoice->open);
    }
}

/* --- Letters: what left, and how ------------------------------------------------------------------------------------
 */

static const char *channel_words(const char *channel)
{
    static const struct {
        const char *slug, *words;
    } channels[] = {
        {"email", N_("by e-mail")}, {"post", N_("by post")}, {"print", N_("printed")}, {"peppol", "Peppol"}};
    for (size_t i = 0; i < G_N_ELEMENTS(channels); i++)
        if (strcmp(channels[i].slug, channel) == 0)
            return _(channels[i].words);
    return channel;
}

static bool letters_add(Gathering *gathering, GError **error)
{
    g_autoptr(Query) query =
        store_query(gathering->desk->store,
                    "SELECT o.id, o.document, o.channel, o.recipient, o.sent_utc, c.name, k.street, k.postcode, k.city"
                    " FROM outbox o JOIN customer k ON k.id = o.customer_id"
                    " LEFT JOIN outbox_copy c ON c.outbox_id = o.id"
                    " WHERE o.customer_id = :customer AND o.state = 'sent' ORDER BY o.sent_utc, o.id",
                    BINDS(INTEGER("customer", gathering->customer_id)), error);
    while (query != NULL && query_next(query)) {
        Day left = clock_day_of(query_integer(query, "sent_utc"));
        if (!is_about_it(gathering, left))
            continue;
        HandoverLine *line = line_add(gathering, PART_LETTERS, left);
        line->id = query_integer(query, "id");
        line->what = g_strdup(document_label(query_text(query, "document")));
        line->state = g_strdup(channel_words(query_text(query, "channel")));
        g_autofree char *postal = letter_address_line(query);
        bool mail = strcmp(query_text(query, "channel"), "email") == 0;
        line->person = text_clean(mail ? query_text(query, "recipient") : postal);
        line->number = text_clean(query_text(query, "name")); /* of the bytes as they left; "" they were not kept */
    }
    return query != NULL && query_finish(query, error);
}

/* --- Calls
 * ------------------------------------------------------------------------------------------------------------ */

/* Events that are no call with an outcome: what they are in a word. */
static char *said_words(const Gathering *gathering, Query *query)
{
    const char *summary = query_text(query, "summary"), *slug = query_text(query, "outcome");
    const Outcome *outcome = *slug != '\0' ? playbook_outcome(gathering->desk->playbook, slug) : NULL;
    const char *label = outcome != NULL ? outcome->label : *slug != '\0' ? slug : _("call without outcome");
    g_autofree char *said = text_clean(summary);
    return *said != '\0' && strcmp(said, label) != 0 ? g_strdup_printf("%s: %s", label, said) : g_strdup(label);
}

static bool calls_add(Gathering *gathering, GError **error)
{
    g_autoptr(Query) query = store_query(
        gathering->desk->store,
        "SELECT e.day, e.minute, e.outcome, coalesce(nullif(a.full_name, ''), a.name) AS agent,"
        " (SELECT value FROM event_answer WHERE event_id = e.id AND field = 'summary') AS summary,"
        " (SELECT value FROM event_answer WHERE event_id = e.id AND field = 'note') AS note,"
        " (SELECT value FROM event_answer WHERE event_id = e.id AND field = 'spoken_to') AS spoken_to"
        " FROM event e JOIN agent a ON a.id = e.agent_id WHERE e.customer_id = :customer AND e.kind = 'call'"
        " AND NOT EXISTS (SELECT 1 FROM event u WHERE u.undoes = e.id) ORDER BY e.id",
        BINDS(INTEGER("customer", gathering->customer_id)), error);
    while (query != NULL && query_next(query)) {
        if (!is_about_it(gathering, query_day(query, "day")))
            continue;
        HandoverLine *line = line_add(gathering, PART_CALLS, query_day(query, "day"));
        line->minute = query_minute(query, "minute");
        line->what = said_words(gathering, query);
        line->state = text_clean(query_text(query, "spoken_to"));
        line->person = text_clean(query_text(query, "agent"));
        line->note = gathering->notes ? text_clean(query_text(query, "note")) : NULL;
    }
    return query != NULL && query_finish(query, error);
}

/* --- Promises and plans
 * ------------------------------------------------------------------------------------------------ */

static void promises_add(Gathering *gathering, const Claim *claim)
{
    for (guint i = 0; i < claim->promises->len; i++) {
        const Promise *promise = g_ptr_array_index(claim->promises, i);
        HandoverLine *line = line_add(gathering, PART_PROMISES, promise->made);
        line->due = promise->due;
        line->number = text_clean(promise->cheque_number);
        line->what = g_strdup(promise_kind_words(promise->kind));
        line->state = g_strdup(promise_state_words(promise->state));
        amount_set(line, promise->amount, promise->currency);
        second_set(line, promise->received);
    }
}

/* --- Disputes
 * ------------------------------------------------------------------------------------------------------------ */

static const char *end_words(const char *how)
{
    static const struct {
        const char *slug, *words;
    } ends[] = {{"", N_("not answered yet")},
                {"accepted", N_("accepted, the credit note is to come")},
                {"credited", N_("credited")},
                {"rejected", N_("not accepted")},
                {"withdrawn", N_("withdrawn")}};
    for (size_t i = 0; i < G_N_ELEMENTS(ends); i++)
        if (strcmp(ends[i].slug, how) == 0)
            return _(ends[i].words);
    return how;
}

static bool disputes_add(Gathering *gathering, GError **error)
{
    g_autoptr(Query) query = store_query(
        gathering->desk->store,
        "SELECT e.day, i.number, d.amount, d.currency, d.what,"
        " CASE WHEN EXISTS (SELECT 1 FROM dispute_accepted y WHERE y.dispute_id = d.id"
        "   AND NOT EXISTS (SELECT 1 FROM event u WHERE u.undoes = y.event_id)) THEN 1 ELSE 0 END AS accepted,"
        " (SELECT x.how FROM dispute_end x WHERE x.dispute_id = d.id AND " STANDS(
            "x") "   ORDER BY x.event_id DESC LIMIT 1) AS how"
                 " FROM dispute d JOIN item i ON i.id = d.item_id JOIN event e ON e.id = d.event_id"
                 " WHERE d.customer_id = :customer AND " STANDS("d") " ORDER BY d.id",
        BINDS(INTEGER("customer", gathering->customer_id)), error);
    while (query != NULL && query_next(query)) {
        if (!is_about_it(gathering, query_day(query, "day")))
            continue;
        HandoverLine *line = line_add(gathering, PART_DISPUTES, query_day(query, "day"));
        line->number = text_clean(query_text(query, "number"));
        line->what = text_clean(query_text(query, "what"));
        const char *how = query_text(query, "how");
        bool accepted = *how == '\0' && query_integer(query, "accepted") != 0;
        line->state = g_strdup(end_words(accepted ? "accepted" : how));
        amount_set(line, query_integer(query, "amount"), query_text(query, "currency"));
    }
    return query != NULL && query_finish(query, error);
}

/* --- What was paid on what is claimed
 * --------------------------------------------------------------------------------- */

static void receipts_add(Gathering *gathering, const Claim *claim)
{
    for (guint i = 0; i < claim->invoices->len; i++) {
        const ClaimInvoice *invoice = g_ptr_array_index(claim->invoices, i);
        for (guint j = 0; j < invoice->payments->len; j++) {
            const ClaimPaid *paid = &g_array_index(invoice->payments, ClaimPaid, j);
            HandoverLine *line = line_add(gathering, PART_RECEIPTS, paid->day);
            line->number = text_clean(invoice->number);
            amount_set(line, paid->amount, invoice->currency);
        }
    }
}

/* --- All of it
 * -------------------------------------------------------------------------------------------------------- */

const EffectRow *outcome_handover(const Outcome *outcome)
{
    for (size_t i = 0; i < outcome->effect_count; i++)
        if (outcome->effects[i].verb == EFFECT_HOLD && strcmp(outcome->effects[i].word, "handover") == 0)
            return &outcome->effects[i];
    return NULL;
}

Handover *handover_load(Desk *desk, gint64 customer_id, bool notes, GError **error)
{
    const ClaimQuestion question = {.customer_id = customer_id, .day = clock_today(), .promises = true};
    g_autoptr(Handover) handover = g_new0(Handover, 1);
    handover->lines = g_ptr_array_new_with_free_func(line_free);
    handover->claim = claim_load(desk, &question, error);
    if (handover->claim == NULL)
        return NULL;
    Gathering gathering = {desk, customer_id, notes, claim_since(handover->claim), handover->lines};
    invoices_add(&gathering, handover->claim);
    receipts_add(&gathering, handover->claim);
    promises_add(&gathering, handover->claim);
    handover->bars = handover_bars(desk, customer_id, error);
    if (handover->bars == NULL || !letters_add(&gathering, error) || !calls_add(&gathering, error) ||
        !disputes_add(&gathering, error))
        return NULL;
    return g_steal_pointer(&handover);
}
