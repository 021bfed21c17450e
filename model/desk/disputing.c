/* Disputes: a part of one invoice on hold, with an owner and a deadline. */
#include "desk/verb.h"

#include "base/clock.h"
#include "base/i18n.h"
#include <string.h>

enum { ANSWER_BANK_DAYS = 4 }; /* when no step of the playbook says until when (ux 17, P23) */

/* The day the step looks again is the day an answer is due. */
static Day dispute_deadline(const Logging *logging)
{
    for (guint i = 0; i < logging->steps->len; i++) {
        const PlannedStep *step = g_ptr_array_index(logging->steps, i);
        if (step->watches_dispute)
            return step->touchpoint.when.day;
    }
    return calendar_bank_days_after(logging->desk->calendar, clock_today(), ANSWER_BANK_DAYS);
}

static bool dispute_fits(Logging *logging, const CardItem *item, Cents amount, GError **error)
{
    gint64 free = 0;
    if (!store_value(logging->desk->store,
                     "SELECT i.open - (SELECT coalesce(sum(d.amount), 0) FROM dispute d WHERE d.item_id = i.id"
                     "   AND " DISPUTE_IS_LIVE("d") ") AS free"
                                                    " FROM item i WHERE i.id = :item AND i.state = 'open'",
                     BINDS(INTEGER("item", item->id)), 0, &free, error))
        return false;
    if (amount > 0 && amount <= free)
        return true;
    g_autofree char *most = money_text_currency(MAX(free, 0), item->currency);
    return fail(error, BELRONDE_ERROR_INPUT,
                _("At most %s of invoice %s can be disputed: the rest is paid or disputed already. Change the amount."),
                most, item->number);
}

static bool dispute_row(Logging *logging, const EffectRow *row, const CardItem *item, Cents amount, GError **error)
{
    const Form *form = logging->form;
    const char *owner = row->fields[DISPUTE_OWNER] != NULL ? form_value(form, row->fields[DISPUTE_OWNER]) : "";
    return store_insert(
        logging->desk->store,
        "INSERT INTO dispute (event_id, customer_id, item_id, amount, currency, reason, what, owner, deadline)"
        " VALUES (:event, :customer, :item, :amount, :currency, :reason, :what, :owner, :deadline) RETURNING id",
        BINDS(INTEGER("event", logging->event_id), INTEGER("customer", logging->card->id), INTEGER("item", item->id),
              INTEGER("amount", amount), TEXT("currency", item->currency),
              TEXT("reason", form_value(form, row->fields[DISPUTE_REASON])),
              TEXT("what", form_value(form, row->fields[DISPUTE_WHAT])), TEXT("owner", owner),
              DAY("deadline", dispute_deadline(logging))),
        &logging->dispute_id, error);
}

/* What is disputed will not be paid: a promise that no longer fits beside it falls. */
static bool promises_give_way(Logging *logging, gint64 item_id, GError **error)
{
    g_autoptr(GArray) items = items_free(logging, error);
    for (guint i = 0; items != NULL && i < items->len; i++) {
        const FreeItem *item = &g_array_index(items, FreeItem, i);
        if (item->item_id == item_id && item->free < 0)
            return promises_supersede_item(logging, item_id, error);
    }
    return items != NULL;
}

bool dispute_insert(Logging *logging, const EffectRow *row, GError **error)
{
    const CardItem *item = form_value_item(logging->form, row->fields[DISPUTE_INVOICE]);
    Cents amount = form_value_amount(logging->form, row->fields[DISPUTE_AMOUNT]);
    if (item == NULL)
        return fail(error, BELRONDE_ERROR_INPUT, _("Choose the invoice that is disputed."));
    return dispute_fits(logging, item, amount, error) && dispute_row(logging, row, item, amount, error) &&
           promises_give_way(logging, item->id, error);
}

/* --- Answering --------------------------------------------------------------------------------------------- */

typedef struct {
    gint64 id;
    Cents amount;
    bool accepted;
} LiveDispute;

static GArray *disputes_live(Logging *logging, const CardItem *item, GError **error)
{
    g_autoptr(GArray) live = g_array_new(FALSE, FALSE, sizeof(LiveDispute));
    g_autoptr(Query) query =
        store_query(logging->desk->store,
                    "SELECT d.id, d.amount, EXISTS (SELECT 1 FROM dispute_accepted y WHERE y.dispute_id = d.id"
                    "   AND " STANDS("y") ") AS accepted FROM dispute d WHERE d.item_id = :item"
                                          " AND " DISPUTE_IS_LIVE("d") " ORDER BY d.id",
                    BINDS(INTEGER("item", item != NULL ? item->id : 0)), error);
    while (query != NULL && query_next(query)) {
        const LiveDispute one = {query_integer(query, "id"), query_integer(query, "amount"),
                                 query_integer(query, "accepted") != 0};
        g_array_append_val(live, one);
    }
    if (query == NULL || !query_finish(query, error))
        return NULL;
    if (live->len == 0) {
        fail(error, BELRONDE_ERROR_INPUT, _("Nothing of this invoice is disputed: choose another one."));
        return NULL;
    }
    return g_steal_pointer(&live);
}

static bool disputes_end(Logging *logging, const GArray *live, const char *how, GError **error)
{
    for (guint i = 0; i < live->len; i++) {
        gint64 id = g_array_index(live, LiveDispute, i).id;
        g_array_append_val(logging->settled_disputes, id);
        if (!store_run(logging->desk->store,
                       "INSERT INTO dispute_end (dispute_id, event_id, how) VALUES (:dispute, :event, :how)",
                       BINDS(INTEGER("dispute", id), INTEGER("event", logging->event_id), TEXT("how", how)), error))
            return false;
    }
    return true;
}

static bool accepted_row(Logging *logging, const EffectRow *row, gint64 dispute_id, GError **error)
{
    const char *by = row->fields[DISPUTE_END_BY];
    Day expected = by != NULL ? form_value_day(logging->form, by) : DAY_NONE;
    if (!day_known(expected))
        expected = calendar_bank_days_after(logging->desk->calendar, clock_today(), ANSWER_BANK_DAYS);
    logging->dispute_id = dispute_id;
    return store_run(
        logging->desk->store,
        "INSERT INTO dispute_accepted (dispute_id, event_id, expected) VALUES (:dispute, :event, :expected)",
        BINDS(INTEGER("dispute", dispute_id), INTEGER("event", logging->event_id), DAY("expected", expected)), error);
}

/* It stays held until the credit note is there; who had to answer is done. */
static bool disputes_accept(Logging *logging, const EffectRow *row, const GArray *live, GError **error)
{
    for (guint i = 0; i < live->len; i++) {
        const LiveDispute *one = &g_array_index(live, LiveDispute, i);
        if (one->accepted)
            return fail(error, BELRONDE_ERROR_INPUT,
                        _("This was accepted already, the credit note is to come: credited, rejected or withdrawn?"));
        g_array_append_val(logging->settled_disputes, one->id);
        if (!accepted_row(logging, row, one->id, error))
            return false;
    }
    return true;
}

/* The part that is agreed to becomes a dispute of its own, held until it is credited; the rest is due again. */
static bool disputes_accept_part(Logging *logging, const EffectRow *row, const GArray *live, GError **error)
{
    const char *field = row->fields[DISPUTE_END_CREDIT];
    Cents credit = field != NULL ? form_value_amount(logging->form, field) : 0, sum = 0;
    gint64 fresh = 0;
    for (guint i = 0; i < live->len; i++)
        sum += g_array_index(live, LiveDispute, i).amount;
    if (credit <= 0 || credit >= sum)
        return fail(error, BELRONDE_ERROR_INPUT, _("Say which part is credited: less than what is disputed."));
    return disputes_end(logging, live, "rejected", error) &&
           store_insert(logging->desk->store,
                        "INSERT INTO dispute (event_id, customer_id, item_id, amount, currency, reason, what, owner,"
                        " deadline) SELECT :event, customer_id, item_id, :amount, currency, reason, what, owner, :today"
                        " FROM dispute WHERE id = :dispute RETURNING id",
                        BINDS(INTEGER("event", logging->event_id), INTEGER("amount", credit),
                              DAY("today", clock_today()), INTEGER("dispute", g_array_index(live, LiveDispute, 0).id)),
                        &fresh, error) &&
           accepted_row(logging, row, fresh, error);
}

/* What came off the invoice since somebody complained, and credit of his that is set against nothing yet. */
static bool credit_is_in(Logging *logging, const CardItem *item, const GArray *live, GError **error)
{
    gint64 in = 0;
    Cents sum = 0;
    for (guint i = 0; i < live->len; i++)
        sum += g_array_index(live, LiveDispute, i).amount;
    if (!store_value(logging->desk->store,
                     "SELECT coalesce((SELECT sum(h.amount) FROM item_change h WHERE h.item_id = :item AND h.first = 0"
                     "   AND h.after_event >= (SELECT d.event_id FROM dispute d WHERE d.id = :dispute)), 0)"
                     " - coalesce((SELECT sum(n.open) FROM item n WHERE n.customer_id = :customer"
                     "   AND n.kind = 'credit_note' AND n.state = 'open' AND n.currency = :currency), 0) AS credit",
                     BINDS(INTEGER("item", item->id), INTEGER("dispute", g_array_index(live, LiveDispute, 0).id),
                           INTEGER("customer", logging->card->id), TEXT("currency", item->currency)),
                     0, &in, error))
        return false;
    g_autofree char *missing = money_text_currency(sum, item->currency);
    return in >= sum || fail(error, BELRONDE_ERROR_INPUT,
                             _("No credit note of %s is in the books yet: answer “accepted”, and it ends by itself "
                               "when the note comes."),
                             missing);
}

bool dispute_settle(Logging *logging, const EffectRow *row, GError **error)
{
    const CardItem *item = form_value_item(logging->form, row->fields[DISPUTE_END_INVOICE]);
    const char *how = form_value(logging->form, row->fields[DISPUTE_END_HOW]);
    g_autoptr(GArray) live = disputes_live(logging, item, error);
    if (live == NULL)
        return false;
    if (strcmp(how, "accepted") == 0)
        return disputes_accept(logging, row, live, error);
    if (strcmp(how, "partly") == 0)
        return disputes_accept_part(logging, row, live, error);
    if (strcmp(how, "credited") == 0 && !credit_is_in(logging, item, live, error))
        return false;
    return disputes_end(logging, live, how, error);
}
