/* One verb, one transaction. */
#include "desk/verb.h"

#include "base/i18n.h"
#include "base/text.h"

static bool verb_inside(Desk *desk, const char *op, VerbBody body, void *data, gint64 *event_id, GError **error)
{
    gint64 known = 0;
    if (!event_find_op(desk, op, &known, error))
        return false;
    if (known == 0 && !body(desk, data, &known, error))
        return false;
    *event_id = known;
    return true;
}

/* The disk may have failed after the outcome was written: only the operation id can tell.  While it cannot be asked
 * the end stays unknown, and the same id is tried again later. */
static bool verb_look_up(Desk *desk, const char *op, gint64 *event_id, GError *reason, GError **error)
{
    gint64 known = 0;
    store_rollback(desk->store);
    if (!event_find_op(desk, op, &known, NULL)) {
        g_propagate_error(error, reason);
        return false;
    }
    if (known == 0)
        fail(error, BELRONDE_ERROR_STORE, _("%s  Nothing was saved; log it again."), reason->message);
    else
        *event_id = known;
    g_error_free(reason);
    return known != 0;
}

bool verb_run(Desk *desk, const char *op, VerbBody body, void *data, gint64 *event_id, GError **error)
{
    gint64 made = 0;
    GError *reason = NULL;
    if (!store_begin(desk->store, error))
        return false;
    if (!verb_inside(desk, op, body, data, &made, error)) {
        store_rollback(desk->store);
        return false;
    }
    if (store_commit(desk->store, &reason)) {
        *event_id = made;
        return true;
    }
    if (g_error_matches(reason, BELRONDE_ERROR, BELRONDE_ERROR_UNKNOWN))
        return verb_look_up(desk, op, event_id, reason, error);
    store_rollback(desk->store);
    g_propagate_error(error, reason);
    return false;
}

char *verb_customer_name(Desk *desk, gint64 customer_id)
{
    g_autofree char *name = NULL;
    store_text(desk->store, "SELECT name FROM customer WHERE id = :id", BINDS(INTEGER("id", customer_id)), &name, NULL);
    return text_clean(name);
}

bool ids_contain(const GArray *ids, gint64 id)
{
    for (guint i = 0; i < ids->len; i++)
        if (g_array_index(ids, gint64, i) == id)
            return true;
    return false;
}
