#include "desk/card/parts.h"

#include "base/clock.h"
#include "base/i18n.h"

static void item_free(gpointer data)
{
    CardItem *item = data;
    g_free(item->number);
    g_free(item->kind);
    g_free(item->reference);
    g_free(item->description);
    g_free(item->copy);
    g_free(item->stage);
    g_free(item);
}

static CardItem *card_item_read(Query *query, Day today)
{
    CardItem *item = g_new0(CardItem, 1);
    item->id = query_integer(query, "id");
    item->number = query_dup(query, "number");
    item->kind = query_dup(query, "kind");
    item->reference = query_dup(query, "reference");
    item->description = query_dup(query, "description");
    item->issued = query_day(query, "issued");
    item->due = query_day(query, "due");
    item->asked_from = query_day(query, "asked_from");
    item->collect_day = query_day(query, "still_collected");
    item->discount = query_integer(query, "discount");
    item->discount_until = query_day(query, "discount_until");
    item->copy = query_dup(query, "copy");
    item->days_late = day_minus(today, item->asked_from);
    item->amount = query_integer(query, "amount");
    item->open = query_integer(query, "open");
    item->disputed = MIN(query_integer(query, "disputed"), MAX(item->open, 0));
    g_strlcpy(item->currency, query_text(query, "currency"), sizeof item->currency);
    item->marked = item->open > 0 && item->days_late > 0;
    return item;
}

static bool items_read(Desk *desk, Card *card, GError **error)
{
    g_autoptr(Query) query = store_query(desk->store,
                                         "SELECT i.*," ITEM_ASKED_FROM " AS asked_from," ITEM_COLLECT_DAY
                                         " AS still_collected," ITEM_DISPUTED " AS disputed"
                                         "  FROM item i WHERE i.customer_id = :customer AND i.state = 'open'"
                                         " ORDER BY i.open < 0, i.due, i.number",
                                         BINDS(INTEGER("customer", card->id)), error);
    while (query != NULL && query_next(query))
        g_ptr_array_add(card->items, card_item_read(query, clock_today()));
    return query != NULL && query_finish(query, error);
}

/* Live promises, spread over the items they name. */
static bool promises_spread(Desk *desk, Card *card, GError **error)
{
    for (guint p = 0; p < card->promises->len; p++) {
        const Promise *promise = g_ptr_array_index(card->promises, p);
        if (!promise_state_is_live(promise->state))
            continue;
        g_autoptr(Query) query =
            store_query(desk->store, "SELECT item_id, amount FROM promise_item WHERE promise_id = :promise",
                        BINDS(INTEGER("promise", promise->id)), error);
        while (query != NULL && query_next(query)) {
            for (guint i = 0; i < card->items->len; i++) {
                CardItem *item = g_ptr_array_index(card->items, i);
                if (item->id != query_integer(query, "item_id"))
                    continue;
                item->promised = MIN(item->promised + query_integer(query, "amount"), MAX(item->open, 0));
                if (item->stage == NULL) {
                    g_autofree char *due = day_short(promise->due);
                    item->stage = g_strdup_printf(_("promised %s"), due);
                }
            }
        }
        if (query == NULL || !query_finish(query, error))
            return false;
    }
    return true;
}

static bool stages_name(Desk *desk, Card *card, GError **error)
{
    for (guint i = 0; i < card->items->len; i++) {
        CardItem *item = g_ptr_array_index(card->items, i);
        if (item->disputed > 0) {
            g_free(item->stage);
            g_autofree char *part = money_text(item->disputed);
            item->stage =
                item->disputed < item->open ? g_strdup_printf(_("%s disputed"), part) : g_strdup(_("disputed"));
        }
        if (item->stage == NULL && day_known(item->collect_day) && day_compare(item->collect_day, clock_today()) >= 0) {
            g_autofree char *collect = day_short(item->collect_day);
            item->stage = g_strdup_printf(_("direct debit %s"), collect);
        }
        if (item->stage != NULL)
            continue;
        gint64 day = 0;
        g_autofree char *pattern = g_strdup_printf("%% %" G_GINT64_FORMAT " %%", item->id);
        if (!store_value(desk->store,
                         "SELECT max(e.day) FROM outbox o JOIN event e ON e.id = o.event_id"
                         " WHERE o.customer_id = :customer AND o.state <> 'recalled' AND o.document LIKE 'copy%'"
                         "   AND ' ' || o.items || ' ' LIKE :item",
                         BINDS(INTEGER("customer", card->id), TEXT("item", pattern)), 0, &day, error))
            return false;
        g_autofree char *sent = day > 0 ? day_short(day_from_number(day)) : NULL;
        item->stage = sent != NULL ? g_strdup_printf(_("copy %s"), sent) : g_strdup("-");
    }
    return true;
}

bool card_items_load(Desk *desk, Card *card, GError **error)
{
    card->items = g_ptr_array_new_with_free_func(item_free);
    return items_read(desk, card, error) && promises_spread(desk, card, error) && stages_name(desk, card, error);
}
