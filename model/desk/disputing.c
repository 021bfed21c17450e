/* Disputes: a part of one invoice on hold, with an owner and a deadline. */
#include "desk/verb.h"

#include "base/clock.h"
#include "base/i18n.h"

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

bool dispute_settle(Logging *logging, const EffectRow *row, GError **error)
{
    const CardItem *item = form_value_item(logging->form, row->fields[DISPUTE_END_INVOICE]);
    g_autoptr(Query) query = store_query(logging->desk->store,
                                         "SELECT d.id FROM dispute d WHERE d.item_id = :item"
                                         " AND " DISPUTE_IS_LIVE("d") " ORDER BY d.id",
                                         BINDS(INTEGER("item", item != NULL ? item->id : 0)), error);
    while (query != NULL && query_next(query)) {
        gint64 id = query_integer(query, "id");
        g_array_append_val(logging->settled_disputes, id);
    }
    if (query == NULL || !query_finish(query, error))
        return false;
    if (logging->settled_disputes->len == 0)
        return fail(error, BELRONDE_ERROR_INPUT, _("Nothing of this invoice is disputed: choose another one."));
    for (guint i = 0; i < logging->settled_disputes->len; i++)
        if (!store_run(logging->desk->store,
                       "INSERT INTO dispute_end (dispute_id, event_id, how) VALUES (:dispute, :event, :how)",
                       BINDS(INTEGER("dispute", g_array_index(logging->settled_disputes, gint64, i)),
                             INTEGER("event", logging->event_id),
                             TEXT("how", form_value(logging->form, row->fields[DISPUTE_END_HOW]))),
                       error))
            return false;
    return true;
}
