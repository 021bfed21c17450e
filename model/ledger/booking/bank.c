/* Bank statements: what stands around their lines, and whether it all ties. */
#include "ledger/bank.h"
#include "base/i18n.h"
#include "ledger/booking/bank_parts.h"

#include <string.h>

StatementWork *statement_work_new(void)
{
    StatementWork *work = g_new0(StatementWork, 1);
    work->seen = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    work->ordinals = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    work->places = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, counterparts_free);
    return work;
}

void statement_work_free(StatementWork *work)
{
    if (work == NULL)
        return;
    g_hash_table_unref(work->seen);
    g_hash_table_unref(work->ordinals);
    g_hash_table_unref(work->places);
    g_free(work->account);
    g_free(work);
}

/* --- Its beginning -------------------------------------------------------------------------------------- */

static const char *statement_currency(const StatementRecord *record)
{
    if (record->opening_currency != NULL && *record->opening_currency != '\0')
        return record->opening_currency;
    return record->currency;
}

static Bind balance(const char *name, bool stated, Cents cents)
{
    return store_bind_optional(name, cents, stated);
}

/* The same statement out of another file is the same statement. */
static bool statement_find(Booking *booking, StatementWork *work, const StatementRecord *record, GError **error)
{
    g_autoptr(Query) query = store_query(
        booking->store,
        "SELECT id, last_day FROM statement WHERE account = :account AND number = :number AND number <> ''"
        " AND currency = :currency AND kind IN (:kind, '') AND coalesce(opening, -1) = coalesce(:opening, -1)"
        " AND coalesce(first_day, 0) = coalesce(:first, first_day, 0) ORDER BY id LIMIT 1",
        BINDS(TEXT("account", record->account), TEXT("number", record->id), TEXT("currency", record->currency),
              TEXT("kind", work->kind), balance("opening", record->has_opening, record->opening),
              DAY("first", record->opening_day)),
        error);
    work->id = 0;
    work->complete = false;
    if (query != NULL && query_next(query)) {
        work->id = query_integer(query, "id");
        work->complete = !query_is_null(query, "last_day");
    }
    return query != NULL && query_finish(query, error);
}

static bool statement_insert(Booking *booking, StatementWork *work, const StatementRecord *record, GError **error)
{
    return store_insert(
        booking->store,
        "INSERT INTO statement (import_id, account, number, currency, kind, opening, first_day, sequence, duplicate)"
        " VALUES (:import, :account, :number, :currency, :kind, :opening, :first, :sequence, :duplicate) RETURNING id",
        BINDS(INTEGER("import", booking->import_id), TEXT("account", record->account), TEXT("number", record->id),
              TEXT("currency", record->currency), TEXT("kind", work->kind),
              balance("opening", record->has_opening, record->opening), DAY("first", record->opening_day),
              ID("sequence", record->sequence), INTEGER("duplicate", record->duplicate)),
        &work->id, error);
}

/* Only where files of different kinds tell of the accounts can one tell what another has told. */
static bool others_find(Booking *booking, StatementWork *work, GError **error)
{
    gint64 other = 0;
    if (!store_value(booking->store, "SELECT id FROM statement WHERE kind <> :kind LIMIT 1",
                     BINDS(TEXT("kind", work->kind)), 0, &other, error))
        return false;
    work->others = other != 0;
    return true;
}

/* Equal lines are numbered within the statements of a file; a statement that comes twice in it starts anew. */
static void ordinals_start(StatementWork *work, const StatementRecord *record)
{
    g_autofree char *key = g_strjoin("\n", record->account, record->id, NULL);
    if (*record->id == '\0' || g_hash_table_add(work->seen, g_steal_pointer(&key)))
        return;
    g_hash_table_remove_all(work->ordinals);
}

static StatementSummary *summary_add(Booking *booking, const StatementRecord *record)
{
    StatementSummary *summary = g_new0(StatementSummary, 1);
    *summary = (StatementSummary){.account = g_strdup(record->account),
                                  .number = g_strdup(record->id),
                                  .currency = g_strdup(statement_currency(record)),
                                  .stated_lines = -1,
                                  .stated_credits = -1,
                                  .stated_debits = -1};
    g_ptr_array_add(booking->summary->statements, summary);
    return summary;
}

bool statement_open(Booking *booking, StatementWork *work, const StatementRecord *record, GError **error)
{
    const char *kind = g_intern_string(record->kind != NULL ? record->kind : booking->summary->kind);
    if (kind != work->kind) /* what was looked up for one kind may have come in with another */
        g_hash_table_remove_all(work->places);
    work->kind = kind;
    work->summary = summary_add(booking, record);
    work->first = record->opening_day;
    work->dated = day_known(work->first);
    work->last = DAY_NONE;
    work->foreign_sum = false;
    g_free(work->account);
    work->account = g_strdup(record->account);
    ordinals_start(work, record);
    work->id = 0;
    return record->interim || (others_find(booking, work, error) && statement_find(booking, work, record, error) &&
                               (work->id != 0 || statement_insert(booking, work, record, error)));
}

/* --- Its end -------------------------------------------------------------------------------------------- */

static void balances_compare(StatementWork *work, const StatementRecord *record)
{
    StatementSummary *summary = work->summary;
    summary->has_opening = record->has_opening;
    summary->has_closing = record->has_closing;
    summary->opening = record->has_opening ? record->opening : 0;
    summary->closing = record->has_closing ? record->closing : 0;
    bool comparable = record->has_opening && record->has_closing && !work->foreign_sum &&
                      g_strcmp0(record->opening_currency, record->closing_currency) == 0;
    Cents reached = summary->opening;
    summary->balanced = comparable && money_add(&reached, summary->sum) && reached == summary->closing;
    summary->comparable = comparable;
}

/* The reader has counted the lines in the bank's own way and warned; the sums are compared here. */
static void counts_compare(StatementWork *work, const StatementRecord *record, gint64 stated_lines)
{
    StatementSummary *summary = work->summary;
    summary->stated_lines = stated_lines;
    summary->stated_credits = record->stated_credits;
    summary->stated_debits = record->stated_debits;
    summary->duplicate = record->duplicate;
}

bool statement_counted(const StatementSummary *summary)
{
    return (summary->stated_credits < 0 || summary->stated_credits == summary->credits) &&
           (summary->stated_debits < 0 || summary->stated_debits == summary->debits);
}

static bool statement_update(Booking *booking, const StatementWork *work, const StatementRecord *record, GError **error)
{
    const StatementSummary *summary = work->summary;
    bool states = summary->stated_credits >= 0 || summary->stated_debits >= 0;
    return store_run(
        booking->store,
        "UPDATE statement SET opening = :opening, closing = :closing, first_day = :first, last_day = :last,"
        " balanced = :balanced, counted = :counted, sequence = :sequence WHERE id = :id",
        BINDS(INTEGER("id", work->id), balance("opening", record->has_opening, record->opening),
              balance("closing", record->has_closing, record->closing), DAY("first", work->first),
              DAY("last", day_known(work->last) ? work->last : work->first),
              store_bind_optional("balanced", summary->balanced, summary->comparable),
              store_bind_optional("counted", statement_counted(summary), states), ID("sequence", record->sequence)),
        error);
}

static bool gap_find(Booking *booking, StatementWork *work, const StatementRecord *record, GError **error)
{
    g_autoptr(GError) reason = NULL;
    work->summary->gap =
        bank_gap(booking->store, record->account, record->currency, work->id, &work->summary->follows, &reason);
    if (reason == NULL)
        return true;
    g_propagate_error(error, g_steal_pointer(&reason));
    return false;
}

bool statement_close(Booking *booking, StatementWork *work, const StatementRecord *record, gint64 stated_lines,
                     GError **error)
{
    balances_compare(work, record);
    counts_compare(work, record, stated_lines);
    if (day_known(record->closing_day))
        work->last = record->closing_day;
    if (work->id == 0)
        return true;
    return (work->complete || statement_update(booking, work, record, error)) && gap_find(booking, work, record, error);
}
