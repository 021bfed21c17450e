/* Which customer a person means by a few words. */
#include "desk/search.h"

#include "base/i18n.h"

static bool found_by(Desk *desk, const char *sql, const char *words, gint64 *customer_id, GError **error)
{
    return store_value(desk->store, sql, BINDS(TEXT("words", words)), 0, customer_id, error);
}

/* Two customers of one name are no answer: the search then shows both. */
static const char *const EXACT[] = {
    "SELECT id FROM customer WHERE number = :words",
    "SELECT CASE WHEN count(*) = 1 THEN min(id) END AS id FROM customer WHERE name = :words",
};

bool desk_customer(Desk *desk, const char *words, gint64 *customer_id, GError **error)
{
    gint64 found = 0;
    for (size_t i = 0; i < G_N_ELEMENTS(EXACT) && found == 0; i++)
        if (!found_by(desk, EXACT[i], words, &found, error))
            return false;
    if (found == 0) {
        g_autoptr(Search) search = search_run(desk, words, true, 2, error);
        if (search == NULL)
            return false;
        if (search->found == 0)
            return fail(error, BELRONDE_ERROR_MISSING, _("No customer is found by “%s”."), words);
        if (search->found > 1)
            return fail(error, BELRONDE_ERROR_MISSING,
                        _("%d customers are found by “%s”: give the number, or more of the name."), search->found,
                        words);
        found = ((SearchHit *)g_ptr_array_index(search->hits, 0))->customer_id;
    }
    *customer_id = found;
    return true;
}
