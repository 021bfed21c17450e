/* Bank statements: each line once, whatever the file it comes in is called. */
#include "base/i18n.h"
#include "ledger/booking/parts.h"

#include <string.h>

struct StatementWork {
    gint64 id;        /* of the statement under way */
    bool complete;    /* was booked whole before: nothing of it is written again */
    bool foreign_sum; /* a line in another currency than the balances: they cannot be compared */
    bool dated;       /* the file states its first day */
    char *account;
    Day first, last;
    GHashTable *seen;          /* account and identification of the file's statements */
    GHashTable *ordinals;      /* line without ordinal → how many so far */
    StatementSummary *summary; /* borrowed: of the statement under way */
};

StatementWork *statement_work_new(void)
{
    StatementWork *work = g_new0(StatementWork, 1);
    work->seen = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    work->ordinals = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    return work;
}

void statement_work_free(StatementWork *work)
{
    if (work == NULL)
        return;
    g_hash_table_unref(work->seen);
    g_hash_table_unref(work->ordinals);
    g_free(work->account);
    g_free(work);
}

/* --- The statement -------------------------------------------------------------------------------------- */

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
        " AND currency = :currency AND coalesce(opening, -1) = coalesce(:opening, -1)"
        " AND coalesce(first_day, 0) = coalesce(:first, first_day, 0) ORDER BY id LIMIT 1",
        BINDS(TEXT("account", record->account), TEXT("number", record->id), TEXT("currency", record->currency),
              balance("opening", record->has_opening, record->opening), DAY("first", record->opening_day)),
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
    return store_insert(booking->store,
                        "INSERT INTO statement (import_id, account, number, currency, opening, first_day)"
                        " VALUES (:import, :account, :number, :currency, :opening, :first) RETURNING id",
                        BINDS(INTEGER("import", booking->import_id), TEXT("account", record->account),
                              TEXT("number", record->id), TEXT("currency", record->currency),
                              balance("opening", record->has_opening, record->opening),
                              DAY("first", record->opening_day)),
                        &work->id, error);
}

/* Equal lines are numbered within the statements of a file; a statement that comes twice in it starts anew. */
static void ordinals_start(StatementWork *work, const StatementRecord *record)
{
    g_autofree char *key = g_strjoin("\n", record->account, record->id, NULL);
    if (*record->id == '\0' || g_hash_table_add(work->seen, g_steal_pointer(&key)))
        return;
    g_hash_table_remove_all(work->ordinals);
}

bool statement_open(Booking *booking, StatementWork *work, const StatementRecord *record, GError **error)
{
    StatementSummary *summary = g_new0(StatementSummary, 1);
    *summary = (StatementSummary){.account = g_strdup(record->account),
                                  .number = g_strdup(record->id),
                                  .currency = g_strdup(statement_currency(record))};
    g_ptr_array_add(booking->summary->statements, summary);
    work->summary = summary;
    work->first = record->opening_day;
    work->dated = day_known(work->first);
    work->last = DAY_NONE;
    work->foreign_sum = false;
    g_free(work->account);
    work->account = g_strdup(record->account);
    ordinals_start(work, record);
    work->id = 0;
    return record->interim || (statement_find(booking, work, record, error) &&
                               (work->id != 0 || statement_insert(booking, work, record, error)));
}

/* --- Its lines ------------------------------------------------------------------------------------------ */

/* What tells this line from others of its day and amount: the bank's own reference, else all it says. */
static char *line_mark(const LineRecord *line)
{
    if (*line->bank_reference != '\0')
        return g_strconcat("b:", line->bank_reference, NULL);
    g_autofree char *all =
        g_strjoin("\n", line->end_to_end, line->reference, line->text, line->name, line->account, NULL);
    g_autofree char *digest = g_compute_checksum_for_string(G_CHECKSUM_SHA256, all, -1);
    return g_strdup_printf("t:%.24s", digest);
}

static char *line_fingerprint(StatementWork *work, const LineRecord *line)
{
    g_autofree char *mark = line_mark(line);
    g_autofree char *day = day_iso(line->day);
    char *key =
        g_strdup_printf("%s|%s|%" G_GINT64_FORMAT "|%s|%s", work->account, day, line->amount, line->currency, mark);
    int ordinal = GPOINTER_TO_INT(g_hash_table_lookup(work->ordinals, key)) + 1;
    char *fingerprint = g_strdup_printf("%s|%d", key, ordinal);
    g_hash_table_insert(work->ordinals, key, GINT_TO_POINTER(ordinal));
    return fingerprint;
}

static bool payment_insert(Booking *booking, const StatementWork *work, const LineRecord *line, const char *fingerprint,
                           gint64 *id, GError **error)
{
    bool exchanged = line->original_amount != 0;
    return store_insert(
        booking->store,
        "INSERT INTO payment (statement_id, fingerprint, day, value_day, amount, currency, name, account, reference,"
        " text, bank_reference, cheque_number, original_amount, original_currency, reversal, return_reason, "
        "imported_day)"
        " VALUES (:statement, :fingerprint, :day, :value, :amount, :currency, :name, :account, :reference, :text,"
        " :bank, :cheque, :original, :original_currency, :reversal, :reason, :imported) RETURNING id",
        BINDS(INTEGER("statement", work->id), TEXT("fingerprint", fingerprint), DAY("day", line->day),
              DAY("value", day_known(line->value_day) ? line->value_day : line->day), INTEGER("amount", line->amount),
              TEXT("currency", line->currency), TEXT("name", line->name), TEXT("account", line->account),
              TEXT("reference", line->reference), TEXT("text", line->text), TEXT("bank", line->bank_reference),
              TEXT("cheque", line->cheque_number), store_bind_optional("original", line->original_amount, exchanged),
              TEXT("original_currency", line->original_currency), INTEGER("reversal", line->reversal),
              TEXT("reason", line->return_reason), DAY("imported", booking->today)),
        id, error);
}

static void line_list(Booking *booking, const LineRecord *line, const char *reason)
{
    g_autofree char *amount = money_text_currency(line->amount, line->currency);
    g_autofree char *raw = g_strjoin(" ", amount, line->name, line->text, NULL);
    booking_problem(booking, line->line, reason, raw);
}

static void line_sum(StatementWork *work, const LineRecord *line)
{
    StatementSummary *summary = work->summary;
    summary->lines++;
    if (*summary->currency == '\0') {
        g_free(summary->currency);
        summary->currency = g_strdup(line->currency);
    }
    if (strcmp(summary->currency, line->currency) != 0 || !money_add(&summary->sum, line->amount))
        work->foreign_sum = true;
    if (!work->dated && (!day_known(work->first) || day_compare(line->day, work->first) < 0))
        work->first = line->day;
    if (!day_known(work->last) || day_compare(line->day, work->last) > 0)
        work->last = line->day;
}

bool statement_line(Booking *booking, StatementWork *work, const LineRecord *line, GError **error)
{
    gint64 known = 0, id = 0;
    if (work->id == 0 || !line->booked) {
        line_list(booking, line,
                  work->id == 0 ? _("Interim report: shown, not booked.") : _("The bank has not booked it yet."));
        return true;
    }
    if (!day_known(line->day)) {
        line_list(booking, line, _("This line has no booking day."));
        return true;
    }
    line_sum(work, line);
    g_autofree char *fingerprint = line_fingerprint(work, line);
    if (!store_value(booking->store, "SELECT id FROM payment WHERE fingerprint = :fingerprint",
                     BINDS(TEXT("fingerprint", fingerprint)), 0, &known, error))
        return false;
    booking->summary->lines++;
    if (known != 0) {
        booking->summary->known++;
        return true;
    }
    booking->summary->booked++;
    if (!payment_insert(booking, work, line, fingerprint, &id, error))
        return false;
    g_autoptr(Match) match = match_line(booking->ledger, line, error);
    return match != NULL && match_book(booking, id, line, match, error);
}

/* --- Its end -------------------------------------------------------------------------------------------- */

/* The nearest statement before this one on the account, unless some statement of that day leads on to this. */
static bool gap_find(Booking *booking, StatementWork *work, const StatementRecord *record, GError **error)
{
    if (!record->has_opening || !day_known(work->first))
        return true;
    g_autoptr(Query) query =
        store_query(booking->store,
                    "SELECT s.number, s.closing FROM statement s WHERE s.account = :account AND s.id <> :id"
                    " AND s.currency = :currency AND s.closing IS NOT NULL AND s.last_day = (SELECT max(b.last_day) "
                    "FROM statement b"
                    "   WHERE b.account = :account AND b.id <> :id AND b.currency = :currency AND b.last_day <= :first)"
                    " ORDER BY CASE WHEN s.closing = :opening THEN 0 ELSE 1 END, s.id DESC LIMIT 1",
                    BINDS(TEXT("account", record->account), INTEGER("id", work->id), TEXT("currency", record->currency),
                          DAY("first", work->first), INTEGER("opening", record->opening)),
                    error);
    if (query != NULL && query_next(query) && query_integer(query, "closing") != record->opening) {
        g_autofree char *closing = money_text(query_integer(query, "closing")), *opening = money_text(record->opening);
        work->summary->gap = g_strdup_printf(
            _("Statement %s before it closed with %s, this one opens with %s: one in between is missing."),
            query_text(query, "number"), closing, opening);
    }
    return query != NULL && query_finish(query, error);
}

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
    if (!comparable)
        work->foreign_sum = true;
}

bool statement_close(Booking *booking, StatementWork *work, const StatementRecord *record, gint64 stated_lines,
                     GError **error)
{
    (void)stated_lines; /* the reader has counted and warned */
    balances_compare(work, record);
    if (day_known(record->closing_day))
        work->last = record->closing_day;
    if (work->id == 0 || work->complete)
        return true;
    StatementSummary *summary = work->summary;
    return gap_find(booking, work, record, error) &&
           store_run(
               booking->store,
               "UPDATE statement SET opening = :opening, closing = :closing, first_day = :first, last_day = :last,"
               " balanced = :balanced WHERE id = :id",
               BINDS(INTEGER("id", work->id), balance("opening", record->has_opening, record->opening),
                     balance("closing", record->has_closing, record->closing), DAY("first", work->first),
                     DAY("last", day_known(work->last) ? work->last : work->first),
                     store_bind_optional("balanced", summary->balanced, !work->foreign_sum)),
               error);
}
