/* The lines of a statement: each once, whatever the file it comes in is called, and whatever kind of file it is. */
#include "base/i18n.h"
#include "base/reference.h"
#include "ledger/account.h"
#include "ledger/booking/bank_parts.h"

#include <string.h>

/* --- What tells a line from others ---------------------------------------------------------------------- */

/* The bank's own reference, else all the line says. */
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

/* An account is written as IBAN in one file and without bank and check digits in another: their ends agree. */
static char *place_of(const StatementWork *work, const LineRecord *line, Cents amount)
{
    enum { ACCOUNT_END = 9 };
    size_t length = strlen(work->account);
    return g_strdup_printf("%s|%d|%" G_GINT64_FORMAT "|%s",
                           work->account + (length > ACCOUNT_END ? length - ACCOUNT_END : 0), line->day.number, amount,
                           line->currency);
}

static char *line_place(const StatementWork *work, const LineRecord *line)
{
    return place_of(work, line, line->amount);
}

/* Of the total it is a detail of; "" of none. */
static char *line_batch(const StatementWork *work, const LineRecord *line)
{
    bool detail = line->batch_amount != 0 && line->batch_amount != line->amount;
    return detail ? place_of(work, line, line->batch_amount) : g_strdup("");
}

static bool line_find(Booking *booking, const char *fingerprint, gint64 *payment_id, GError **error)
{
    return store_value(booking->store,
                       "SELECT coalesce((SELECT id FROM payment WHERE fingerprint = :fingerprint),"
                       " (SELECT payment_id FROM payment_told WHERE fingerprint = :fingerprint)) AS id",
                       BINDS(TEXT("fingerprint", fingerprint)), 0, payment_id, error);
}

/* --- The same money out of a file of another kind ------------------------------------------------------- */

typedef struct {
    gint64 payment_id;
    const char *kind; /* interned */
    char *account, *name, *bank_reference;
} Counterpart;

static void counterpart_free(gpointer data)
{
    Counterpart *one = data;
    g_free(one->account);
    g_free(one->name);
    g_free(one->bank_reference);
    g_free(one);
}

void counterparts_free(gpointer counterparts)
{
    g_ptr_array_unref(counterparts);
}

/* Receipts of that place that only other kinds of files have told of. */
static GPtrArray *counterparts_read(Booking *booking, const StatementWork *work, const char *place, GError **error)
{
    g_autoptr(GPtrArray) found = g_ptr_array_new_with_free_func(counterpart_free);
    g_autoptr(Query) query = store_query(
        booking->store,
        "SELECT p.id, p.account, p.name, p.bank_reference, s.kind FROM payment p JOIN statement s"
        " ON s.id = p.statement_id WHERE p.place = :place AND s.kind <> :kind AND NOT EXISTS (SELECT 1"
        "   FROM payment_told t JOIN statement o ON o.id = t.statement_id WHERE t.payment_id = p.id AND o.kind = :kind)"
        " ORDER BY p.id",
        BINDS(TEXT("place", place), TEXT("kind", work->kind)), error);
    while (query != NULL && query_next(query)) {
        Counterpart *one = g_new0(Counterpart, 1);
        *one = (Counterpart){.payment_id = query_integer(query, "id"),
                             .kind = g_intern_string(query_text(query, "kind")),
                             .account = iban_normal(query_text(query, "account")),
                             .name = name_key(query_text(query, "name")),
                             .bank_reference = query_dup(query, "bank_reference")};
        g_ptr_array_add(found, one);
    }
    return query != NULL && query_finish(query, error) ? g_steal_pointer(&found) : NULL;
}

static GPtrArray *counterparts_of(Booking *booking, StatementWork *work, const char *place, GError **error)
{
    g_autofree char *key = g_strconcat(work->kind, "|", place, NULL);
    GPtrArray *found = g_hash_table_lookup(work->places, key);
    if (found != NULL)
        return found;
    found = counterparts_read(booking, work, place, error);
    if (found == NULL)
        return NULL;
    if (g_hash_table_size(work->places) >= PLACES_KEPT)
        g_hash_table_remove_all(work->places);
    g_hash_table_insert(work->places, g_steal_pointer(&key), found);
    return found;
}

/* Two payers are two payments; so are two references of one bank in files of one family. */
static bool contradicts(const StatementWork *work, const Counterpart *one, const char *account, const LineRecord *line)
{
    bool camt = g_str_has_prefix(work->kind, "camt.") && g_str_has_prefix(one->kind, "camt.");
    if (account != NULL && one->account != NULL && iban_valid(account) && iban_valid(one->account) &&
        strcmp(account, one->account) != 0)
        return true;
    return camt && *line->bank_reference != '\0' && *one->bank_reference != '\0' &&
           strcmp(line->bank_reference, one->bank_reference) != 0;
}

static int likeness(const Counterpart *one, const char *account, const char *name, const LineRecord *line)
{
    return (*line->bank_reference != '\0' && strcmp(line->bank_reference, one->bank_reference) == 0 ? 4 : 0) +
           (account != NULL && g_strcmp0(account, one->account) == 0 ? 2 : 0) +
           (*name != '\0' && strcmp(name, one->name) == 0 ? 1 : 0);
}

/* The most alike of them; each is met once by each kind of file. */
static bool counterpart_take(Booking *booking, StatementWork *work, const LineRecord *line, const char *place,
                             gint64 *payment_id, GError **error)
{
    GPtrArray *found = counterparts_of(booking, work, place, error);
    g_autofree char *account = iban_normal(line->account), *name = name_key(line->name);
    guint best = 0;
    int most = -1;
    *payment_id = 0;
    for (guint i = 0; found != NULL && i < found->len; i++) {
        const Counterpart *one = g_ptr_array_index(found, i);
        int like = contradicts(work, one, account, line) ? -1 : likeness(one, account, name, line);
        if (like > most) {
            most = like;
            best = i;
        }
    }
    if (most < 0)
        return found != NULL;
    *payment_id = ((const Counterpart *)g_ptr_array_index(found, best))->payment_id;
    g_ptr_array_remove_index(found, best);
    return true;
}

/* What may be said but needs not be. */
static const char *said(const char *text)
{
    return text != NULL ? text : "";
}

static bool told_insert(Booking *booking, const StatementWork *work, const LineRecord *line, const char *fingerprint,
                        gint64 payment_id, GError **error)
{
    return store_run(booking->store,
                     "INSERT INTO payment_told (fingerprint, payment_id, statement_id, name, account, reference, text,"
                     " end_to_end, mandate, cheque_number, return_reason, code, charges, cheque, reversal)"
                     " VALUES (:fingerprint, :payment, :statement, :name, :account, :reference, :text, :end_to_end,"
                     " :mandate, :cheque_number, :reason, :code, :charges, :cheque, :reversal)",
                     BINDS(TEXT("fingerprint", fingerprint), INTEGER("payment", payment_id),
                           INTEGER("statement", work->id), TEXT("name", line->name), TEXT("account", line->account),
                           TEXT("reference", line->reference), TEXT("text", line->text),
                           TEXT("end_to_end", line->end_to_end), TEXT("mandate", said(line->mandate)),
                           TEXT("cheque_number", line->cheque_number), TEXT("reason", line->return_reason),
                           TEXT("code", said(line->code)), INTEGER("charges", line->charges),
                           INTEGER("cheque", line->cheque), INTEGER("reversal", line->reversal)),
                     error) &&
           match_retold(booking, payment_id, error);
}

/* --- Booking it ----------------------------------------------------------------------------------------- */

static bool payment_insert(Booking *booking, const StatementWork *work, const LineRecord *line, const char *fingerprint,
                           const char *place, const char *batch, gint64 *id, GError **error)
{
    bool exchanged = line->original_amount != 0;
    return store_insert(
        booking->store,
        "INSERT INTO payment (statement_id, fingerprint, place, batch, day, value_day, amount, currency, name, account,"
        " reference, text, bank_reference, end_to_end, mandate, cheque_number, cheque, charges, code, original_amount,"
        " original_currency, reversal, return_reason, imported_day)"
        " VALUES (:statement, :fingerprint, :place, :batch, :day, :value, :amount, :currency, :name, :account, "
        ":reference,"
        " :text, :bank, :end_to_end, :mandate, :cheque_number, :cheque, :charges, :code, :original,"
        " :original_currency, :reversal, :reason, :imported) RETURNING id",
        BINDS(INTEGER("statement", work->id), TEXT("fingerprint", fingerprint), TEXT("place", place),
              TEXT("batch", batch), DAY("day", line->day),
              DAY("value", day_known(line->value_day) ? line->value_day : line->day), INTEGER("amount", line->amount),
              TEXT("currency", line->currency), TEXT("name", line->name), TEXT("account", line->account),
              TEXT("reference", line->reference), TEXT("text", line->text), TEXT("bank", line->bank_reference),
              TEXT("end_to_end", line->end_to_end), TEXT("mandate", said(line->mandate)),
              TEXT("cheque_number", line->cheque_number), INTEGER("cheque", line->cheque),
              INTEGER("charges", line->charges), TEXT("code", said(line->code)),
              store_bind_optional("original", line->original_amount, exchanged),
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

/* What the bank states of its sums counts every line it sends. */
static void line_count(StatementWork *work, const LineRecord *line)
{
    money_add(line->amount < 0 ? &work->summary->debits : &work->summary->credits, ABS(line->amount));
}

/* Whether a file of another kind told of it already: *known. */
static bool line_told(Booking *booking, StatementWork *work, const LineRecord *line, const char *fingerprint,
                      const char *place, bool *known, GError **error)
{
    gint64 id = 0;
    *known = false;
    if (!work->others)
        return true;
    if (!counterpart_take(booking, work, line, place, &id, error))
        return false;
    *known = id != 0;
    if (*known)
        return told_insert(booking, work, line, fingerprint, id, error);
    return line->batch_amount != 0 || batch_known(booking, work, line, place, fingerprint, known, error);
}

static bool line_book(Booking *booking, StatementWork *work, const LineRecord *line, const char *fingerprint,
                      GError **error)
{
    gint64 id = 0;
    bool known;
    g_autofree char *place = line_place(work, line), *batch = line_batch(work, line);
    if (!line_told(booking, work, line, fingerprint, place, &known, error))
        return false;
    ++*(known ? &booking->summary->known : &booking->summary->booked);
    if (known)
        return true;
    if (!payment_insert(booking, work, line, fingerprint, place, batch, &id, error))
        return false;
    if (booking->first_receipt == 0)
        booking->first_receipt = id;
    if (work->others && *batch != '\0' && !batch_replace(booking, work, line, batch, error))
        return false;
    g_autoptr(Match) match = match_line(booking->ledger, line, error);
    return match != NULL && match_book_in_order(booking, id, line, match, error);
}

bool statement_line(Booking *booking, StatementWork *work, const LineRecord *line, GError **error)
{
    gint64 known = 0;
    line_count(work, line);
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
    if (!line_find(booking, fingerprint, &known, error))
        return false;
    booking->summary->lines++;
    if (known == 0)
        return line_book(booking, work, line, fingerprint, error);
    booking->summary->known++;
    return true;
}
