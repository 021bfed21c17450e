/* Steps 5 and 6: who paid is guessed, what for is a proposal at best. */
#include "base/i18n.h"
#include "ledger/account.h"
#include "ledger/matching/parts.h"

/* --- Step 5: the name ----------------------------------------------------------------------------------- */

/* One customer of that name: *found stays NULL when the amount does not fit him. */
static bool name_try(Search *search, gint64 customer_id, Match **found, GError **error)
{
    g_autoptr(GPtrArray) paid = NULL;
    g_autofree char *who = customer_words(search->store, customer_id);
    g_autofree char *evidence = g_strdup_printf(_("The name is that of %s"), who);
    if (!match_listed(search, MATCH_NAME, customer_id, evidence, found, error) || *found != NULL)
        return *found != NULL;
    g_autoptr(GPtrArray) items = candidates_of_customer(search->store, customer_id, search->line->currency, error);
    if (items == NULL)
        return false;
    Fit fit = amount_fits(search, items, &paid);
    if (fit != FIT_NONE)
        *found = match_fit(search, MATCH_NAME, 30, customer_id, evidence, fit, paid);
    return true;
}

/* Names are not unique: the amount must fit with exactly one of them. */
static bool names_try(Search *search, const GArray *customers, Match **found, GError **error)
{
    for (guint i = 0; i < customers->len; i++) {
        g_autoptr(Match) one = NULL;
        if (!name_try(search, g_array_index(customers, gint64, i), &one, error)) {
            g_clear_pointer(found, match_free);
            return false;
        }
        if (one != NULL && *found != NULL) {
            g_clear_pointer(found, match_free);
            return true;
        }
        if (one != NULL)
            *found = g_steal_pointer(&one);
    }
    return true;
}

bool step_name(Search *search, Match **found, GError **error)
{
    g_autoptr(GArray) customers = g_array_new(FALSE, FALSE, sizeof(gint64));
    g_autofree char *key = name_key(search->line->name);
    if (*key == '\0')
        return true;
    g_autoptr(Query) query = store_query(
        search->store,
        "SELECT customer_id FROM search_text WHERE name_key = :key AND name_key <> '' ORDER BY customer_id LIMIT 20",
        BINDS(TEXT("key", key)), error);
    while (query != NULL && query_next(query)) {
        gint64 customer_id = query_integer(query, "customer_id");
        g_array_append_val(customers, customer_id);
    }
    if (query == NULL || !query_finish(query, error) || !names_try(search, customers, found, error))
        return false;
    if (*found == NULL && customers->len > 0) {
        g_autofree char *who = customer_words(search->store, g_array_index(customers, gint64, 0));
        search_hint(search, _("The name is that of %s, but the amount fits no invoice for certain."), who);
    }
    return true;
}

/* --- Step 6: the amount --------------------------------------------------------------------------------- */

bool step_amount(Search *search, Match **found, GError **error)
{
    g_autoptr(GPtrArray) items =
        candidates_by_amount(search->store, search->line->amount, search->line->currency, error);
    if (items == NULL || items->len != 1)
        return items != NULL;
    const Candidate *item = g_ptr_array_index(items, 0);
    g_autofree char *who = customer_words(search->store, item->customer_id);
    search_hint(search, _("Only invoice %s of %s has this amount."), item->number, who);
    *found = match_new(MATCH_AMOUNT, false, 20, 0, g_strdup(search->hints->str));
    return true;
}
