/* Invoices and credit notes themselves, beside the lists that speak of them. */
#include "base/i18n.h"
#include "ledger/account.h"
#include "ledger/booking/parts.h"

#include <string.h>

void document_clear(Document *document)
{
    g_free(document->number);
}

/* Our own name as the customer: somebody else's invoice to us. */
static bool is_to_us(const Booking *booking, const char *name)
{
    const char *own =
        booking->ledger->settings != NULL ? settings_text(booking->ledger->settings, "belronde", "name") : "";
    g_autofree char *key = name_key(name), *own_key = name_key(own);
    return *own_key != '\0' && strcmp(key, own_key) == 0;
}

bool document_read(Booking *booking, const ItemRecord *record, Document *document, GError **error)
{
    document->record = *record;
    document->ours = !is_to_us(booking, record->customer.name);
    if (document->ours)
        return customer_identify(booking, &document->record.customer, &document->number, error);
    booking_problem(booking, record->line, _("This is an invoice to us: only what we ask of others is read."),
                    record->number);
    return true;
}

/* --- What only the invoice knows ------------------------------------------------------------------------ */

static bool says_more(const ItemRecord *record)
{
    return day_known(record->collect_day) || record->discount != 0 || (record->copy != NULL && *record->copy != '\0');
}

/* A list that states them corrects; an invoice fills what is missing. */
static const char *const FACTS_SQL[] = {
    [false] = "UPDATE item SET collect_day = coalesce(:collect, collect_day),"
              " discount = CASE WHEN :discount = 0 THEN discount ELSE :discount END,"
              " discount_until = CASE WHEN :discount = 0 THEN discount_until ELSE :until END,"
              " copy = CASE WHEN :copy = '' THEN copy ELSE :copy END WHERE id = :id"
              " AND (collect_day IS NOT coalesce(:collect, collect_day) OR (:discount <> 0 AND discount <> :discount)"
              "   OR (:discount <> 0 AND discount_until IS NOT :until) OR (:copy <> '' AND copy <> :copy))",
    [true] = "UPDATE item SET collect_day = coalesce(collect_day, :collect),"
             " discount = CASE WHEN discount = 0 THEN :discount ELSE discount END,"
             " discount_until = CASE WHEN discount = 0 THEN :until ELSE discount_until END,"
             " copy = CASE WHEN copy = '' THEN :copy ELSE copy END WHERE id = :id"
             " AND (collect_day IS NOT coalesce(collect_day, :collect) OR (discount = 0 AND :discount <> 0)"
             "   OR (copy = '' AND :copy <> ''))",
};

static bool facts_fill(Booking *booking, gint64 item_id, const ItemRecord *record, bool *changed, GError **error)
{
    if (!says_more(record))
        return true;
    gint64 customer_id;
    const char *copy = record->copy != NULL ? record->copy : "";
    if (!store_value(booking->store, "SELECT customer_id FROM item WHERE id = :id", BINDS(INTEGER("id", item_id)), 0,
                     &customer_id, error) ||
        !touch_money(booking, customer_id, error) ||
        !store_run(booking->store, FACTS_SQL[record->document],
                   BINDS(INTEGER("id", item_id), DAY("collect", record->collect_day),
                         INTEGER("discount", record->discount), DAY("until", record->discount_until),
                         TEXT("copy", copy)),
                   error))
        return false;
    *changed |= store_changed_rows(booking->store) > 0;
    return true;
}

bool item_facts_book(Booking *booking, gint64 item_id, const ItemRecord *record, bool fresh, bool *changed,
                     GError **error)
{
    bool added = false;
    if (!facts_fill(booking, item_id, record, &added, error))
        return false;
    if (record->applies_to != NULL && strcmp(record->kind, "credit_note") == 0 &&
        !credits_add(booking, item_id, record->applies_to, &added, error))
        return false;
    /* A load brings nothing that waits for its invoice. */
    if (fresh && booking->load != LOAD_WHOLE && strcmp(record->kind, "invoice") == 0 &&
        !credits_meet(booking, item_id, error))
        return false;
    booking->summary->changed_items += added && !fresh;
    *changed |= added;
    return true;
}
