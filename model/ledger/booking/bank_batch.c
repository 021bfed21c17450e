/* A statement may tell of a total only, a notification of its details: the money counts once, and by its details. */
#include "base/i18n.h"
#include "ledger/booking/bank_parts.h"

/* --- The details came first ----------------------------------------------------------------------------- */

/* Details of another kind that make up totals of this amount: the first of them, and how many totals they are. */
static bool details_find(Booking *booking, const StatementWork *work, const LineRecord *line, const char *place,
                         gint64 *first, gint64 *totals, GError **error)
{
    g_autoptr(Query) query = store_query(
        booking->store,
        "SELECT coalesce(min(p.id), 0) AS first, coalesce(sum(p.amount), 0) / :amount AS totals FROM payment p"
        " JOIN statement s ON s.id = p.statement_id WHERE p.batch = :place AND p.batch <> '' AND s.kind <> :kind",
        BINDS(INTEGER("amount", line->amount), TEXT("place", place), TEXT("kind", work->kind)), error);
    if (query != NULL && query_next(query)) {
        *first = query_integer(query, "first");
        *totals = query_integer(query, "totals");
    }
    return query != NULL && query_finish(query, error);
}

bool batch_known(Booking *booking, const StatementWork *work, const LineRecord *line, const char *place,
                 const char *fingerprint, bool *known, GError **error)
{
    gint64 first = 0, totals = 0, told = 0;
    *known = false;
    if (*line->account != '\0' || line->amount == 0)
        return true;
    if (!details_find(booking, work, line, place, &first, &totals, error) ||
        !store_value(booking->store,
                     "SELECT count(*) AS n FROM payment_told t JOIN statement s ON s.id = t.statement_id"
                     " WHERE t.payment_id = :payment AND s.kind = :kind",
                     BINDS(INTEGER("payment", first), TEXT("kind", work->kind)), 0, &told, error))
        return false;
    *known = told < totals;
    return !*known ||
           store_run(booking->store,
                     "INSERT INTO payment_told (fingerprint, payment_id, statement_id)"
                     " VALUES (:fingerprint, :payment, :statement)",
                     BINDS(TEXT("fingerprint", fingerprint), INTEGER("payment", first), INTEGER("statement", work->id)),
                     error);
}

/* --- The total came first ------------------------------------------------------------------------------- */

/* How many totals the details booked so far take the place of, and how many were put aside for them. */
static bool totals_count(Booking *booking, const StatementWork *work, const LineRecord *line, const char *batch,
                         gint64 *needed, gint64 *aside, GError **error)
{
    gint64 sum = 0, whole = ABS(line->batch_amount);
    if (!store_value(booking->store,
                     "SELECT sum(p.amount) AS sum FROM payment p JOIN statement s ON s.id = p.statement_id"
                     " WHERE p.batch = :batch AND p.batch <> '' AND s.kind = :kind",
                     BINDS(TEXT("batch", batch), TEXT("kind", work->kind)), 0, &sum, error) ||
        !store_value(booking->store,
                     "SELECT count(*) AS n FROM payment p JOIN payment_match m ON m.payment_id = p.id"
                     " WHERE p.place = :batch AND p.place <> '' AND m.state = 'not_ours' AND m.agent_id IS NULL",
                     BINDS(TEXT("batch", batch)), 0, aside, error))
        return false;
    *needed = (ABS(sum) + whole - 1) / whole;
    return true;
}

bool batch_replace(Booking *booking, const StatementWork *work, const LineRecord *line, const char *batch,
                   GError **error)
{
    gint64 needed = 0, aside = 0, total = 0;
    if (!totals_count(booking, work, line, batch, &needed, &aside, error))
        return false;
    if (aside >= needed)
        return true;
    if (!store_value(booking->store,
                     "SELECT p.id FROM payment p JOIN payment_match m ON m.payment_id = p.id JOIN statement s"
                     " ON s.id = p.statement_id WHERE p.place = :batch AND p.place <> '' AND p.account = ''"
                     " AND s.kind <> :kind AND m.state <> 'not_ours' AND m.agent_id IS NULL ORDER BY p.id LIMIT 1",
                     BINDS(TEXT("batch", batch), TEXT("kind", work->kind)), 0, &total, error))
        return false;
    return total == 0 ||
           match_put_aside(booking, total, _("Told one by one in another file: its parts are booked instead."), error);
}
