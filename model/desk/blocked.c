#include "desk/blocked.h"

#include "base/i18n.h"

char *blocked_words(const char *slug, bool restricted)
{
    static const struct {
        const char *slug, *sentence;
    } reasons[] = {
        {"insolvency", N_("Insolvency: file the claim, do not call.")},
        {"agency", N_("Handed over: the agency or lawyer does the talking.")},
        {"mediation", N_("Debt mediation is under way: do not call.")},
    };
    for (size_t i = 0; i < G_N_ELEMENTS(reasons); i++)
        if (g_str_equal(slug, reasons[i].slug))
            return g_strdup(_(reasons[i].sentence));
    if (*slug != '\0')
        return g_strdup_printf(_("Not to be called: %s."), slug);
    return restricted ? g_strdup(_("Restricted at the customer's request: do not call.")) : NULL;
}

bool blocked_check(Desk *desk, gint64 customer_id, GError **error)
{
    g_autoptr(Query) query =
        store_query(desk->store, "SELECT coalesce(not_callable, '') AS slug, restricted FROM customer WHERE id = :id",
                    BINDS(INTEGER("id", customer_id)), error);
    g_autofree char *words = NULL;
    if (query != NULL && query_next(query))
        words = blocked_words(query_text(query, "slug"), query_integer(query, "restricted") != 0);
    if (query == NULL || !query_finish(query, error))
        return false;
    return words == NULL || fail(error, BELRONDE_ERROR_INPUT, "%s", words);
}
