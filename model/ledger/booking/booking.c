/* One file from its first byte to its last transaction. */
#include "ledger/booking.h"

#include "base/clock.h"
#include "base/i18n.h"
#include "ledger/booking/file_work.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>

/* --- The row of the file itself ------------------------------------------------------------------------- */

static char *file_digest(const char *path, GError **error)
{
    FILE *file = fopen(path, "rbe");
    if (file == NULL) {
        fail(error, BELRONDE_ERROR_INPUT, _("%s cannot be read: %s."), path, g_strerror(errno));
        return NULL;
    }
    g_autoptr(GChecksum) digest = g_checksum_new(G_CHECKSUM_SHA256);
    guint8 block[65536];
    for (size_t length; (length = fread(block, 1, sizeof block, file)) > 0;)
        g_checksum_update(digest, block, (gssize)length);
    bool broken = ferror(file) != 0;
    fclose(file);
    if (broken) {
        fail(error, BELRONDE_ERROR_INPUT, _("%s cannot be read to its end."), path);
        return NULL;
    }
    return g_strdup(g_checksum_get_string(digest));
}

static bool import_find(Booking *booking, const char *digest, bool *complete, GError **error)
{
    g_autoptr(Query) query = store_query(booking->store, "SELECT id, complete FROM import WHERE sha256 = :sha256",
                                         BINDS(TEXT("sha256", digest)), error);
    *complete = false;
    if (query != NULL && query_next(query)) {
        booking->import_id = query_integer(query, "id");
        *complete = query_integer(query, "complete") != 0;
    }
    return query != NULL && query_finish(query, error);
}

static bool import_insert(Booking *booking, const char *digest, GError **error)
{
    Now now = clock_now();
    const ImportSummary *summary = booking->summary;
    if (booking->import_id != 0)
        return true;
    return store_insert(booking->store,
                        "INSERT INTO import (file, sha256, kind, profile, full_list, day, minute, utc, agent_id)"
                        " VALUES (:file, :sha256, :kind, :profile, :full, :day, :minute, :utc, :agent) RETURNING id",
                        BINDS(TEXT("file", summary->file), TEXT("sha256", digest), TEXT("kind", summary->kind),
                              TEXT("profile", summary->profile), INTEGER("full", booking->options->full),
                              DAY("day", now.day), INTEGER("minute", now.minute), INTEGER("utc", now.utc),
                              INTEGER("agent", booking->ledger->agent_id)),
                        &booking->import_id, error);
}

static bool problems_write(Booking *booking, GError **error)
{
    if (!store_run(booking->store, "DELETE FROM import_problem WHERE import_id = :id",
                   BINDS(INTEGER("id", booking->import_id)), error))
        return false;
    GPtrArray *problems = booking->summary->problems;
    for (guint i = 0; i < problems->len; i++) {
        const ImportProblem *problem = g_ptr_array_index(problems, i);
        if (!store_run(booking->store,
                       "INSERT INTO import_problem (import_id, position, line, reason, raw)"
                       " VALUES (:id, :position, :line, :reason, :raw)",
                       BINDS(INTEGER("id", booking->import_id), INTEGER("position", i + 1),
                             store_bind_optional("line", problem->line, problem->line > 0),
                             TEXT("reason", problem->reason), TEXT("raw", problem->raw)),
                       error))
            return false;
    }
    return true;
}

static bool import_update(Booking *booking, bool complete, GError **error)
{
    const ImportSummary *summary = booking->summary;
    return problems_write(booking, error) &&
           store_run(booking->store,
                     "UPDATE import SET lines = :lines, booked = :booked, known = :known, listed = :listed,"
                     " complete = :complete WHERE id = :id",
                     BINDS(INTEGER("id", booking->import_id), INTEGER("lines", summary->lines),
                           INTEGER("booked", summary->booked), INTEGER("known", summary->known),
                           INTEGER("listed", summary->listed), INTEGER("complete", complete)),
                     error);
}

/* --- From start to end ---------------------------------------------------------------------------------- */

char *booking_profile(const char *path, const ImportFormat *format, const ImportOptions *options)
{
    guint8 head[8192];
    if (strcmp(format->slug, "csv") != 0)
        return NULL;
    FILE *file = fopen(path, "rbe");
    if (file == NULL)
        return NULL;
    size_t length = fread(head, 1, sizeof head, file);
    fclose(file);
    return g_strdup(csv_profile_of(head, length, options));
}

ImportOptions booking_import_options(const Ledger *ledger, const LedgerTerms *terms, const BookingOptions *options)
{
    return (ImportOptions){.profiles = ledger->profiles,
                           .profile = options->profile,
                           .default_country = terms->country,
                           .default_currency = terms->currency,
                           .default_language = terms->language};
}

ImportOptions ledger_import_options(const Ledger *ledger, const BookingOptions *options)
{
    LedgerTerms terms = ledger_terms(ledger->settings);
    return booking_import_options(ledger, &terms, options);
}

/* What follows from the whole file: missing items of a full list, older receipts that now find their invoice. */
static bool consequences(FileWork *work, GError **error)
{
    Booking *booking = &work->booking;
    ImportSummary *summary = booking->summary;
    if (!load_end(booking, error))
        return false;
    if (booking->options->full && g_hash_table_size(work->seen) > 0 && !items_missing(booking, work->seen, error))
        return false;
    if (summary->missing_items->len > 0 && summary->listed > 0)
        booking_warn(booking, _("Lines that could not be used may hold items that now seem missing."));
    bool news = summary->new_items + summary->changed_items > 0 || booking->first_receipt != 0;
    return !news || match_again_book(booking, error);
}

static bool file_finish(FileWork *work, bool complete, GError **error)
{
    return load_end(&work->booking, error) && import_update(&work->booking, complete, error) &&
           work_finish(&work->booking, error);
}

/* The reader stopped in the middle of a transaction: by ^C what is there is good; after a fault only what had been
 * committed stays, and the same file goes on where it was. */
static bool file_break(FileWork *work, GError **reason, GError **error)
{
    Booking *booking = &work->booking;
    bool good = work->stopped;
    if (good)
        booking_warn(booking, _("Stopped: what is booked stays, the same file goes on where it was."));
    else
        work_drop(booking);
    if (!good && !booking->kept) {
        g_propagate_error(error, g_steal_pointer(reason));
        return false;
    }
    if (!good) {
        booking_problem(booking, 0, (*reason)->message, "");
        if (!work_begin(booking, error))
            return false;
    }
    g_clear_error(reason);
    return file_finish(work, false, error);
}

static bool file_read(FileWork *work, const ImportFormat *format, const char *path, const ImportOptions *import,
                      const char *digest, GError **error)
{
    const ImportSink sink = file_sink(work);
    g_autoptr(GError) reason = NULL;
    if (!work_begin(&work->booking, error))
        return false;
    if (import_insert(&work->booking, digest, &reason) && format->read(path, import, &sink, &reason) &&
        consequences(work, &reason) && file_finish(work, true, &reason))
        return true;
    return file_break(work, &reason, error);
}

/* --- The same full list again, for the question that was not answered the first time -------------------- */

static bool sink_item_seen(const ItemRecord *item, void *data, GError **error)
{
    FileWork *work = data;
    return item_see(&work->booking, item, work->seen, error);
}

static bool ignore_customer(const CustomerRecord *customer, void *data, GError **error)
{
    (void)customer, (void)data, (void)error;
    return true;
}

static void ignore_sentence(int line, const char *sentence, void *data)
{
    (void)line, (void)sentence, (void)data;
}

static void ignore_problem(int line, const char *reason, const char *raw, void *data)
{
    (void)line, (void)reason, (void)raw, (void)data;
}

/* Only while no newer file of its kind is in: an old list knows nothing of what came after it. */
static bool missing_again(FileWork *work, const ImportFormat *format, const char *path, const ImportOptions *import,
                          GError **error)
{
    Booking *booking = &work->booking;
    gint64 newer;
    const ImportSink sink = {.data = work,
                             .customer = ignore_customer,
                             .item = sink_item_seen,
                             .problem = ignore_problem,
                             .warning = ignore_sentence};
    if (!store_value(booking->store, "SELECT count(*) AS n FROM import WHERE id > :id AND kind = :kind",
                     BINDS(INTEGER("id", booking->import_id), TEXT("kind", format->slug)), 0, &newer, error))
        return false;
    if (newer > 0 || strcmp(format->slug, "csv") != 0)
        return true;
    return work_begin(booking, error) && format->read(path, import, &sink, error) &&
           (g_hash_table_size(work->seen) == 0 || items_missing(booking, work->seen, error)) &&
           work_finish(booking, error);
}

static bool file_import(FileWork *work, const char *path, GError **error)
{
    Booking *booking = &work->booking;
    ImportOptions import = booking_import_options(booking->ledger, &booking->terms, booking->options);
    g_autofree char *digest = file_digest(path, error);
    bool complete = false;
    if (digest == NULL || !import_find(booking, digest, &complete, error))
        return false;
    const ImportFormat *format = import_recognise(path, &import, error);
    if (format == NULL)
        return false;
    booking->summary->file = g_path_get_basename(path);
    booking->summary->kind = g_strdup(format->slug);
    booking->summary->profile = booking_profile(path, format, &import);
    booking->summary->already_known = complete;
    if (complete)
        return !booking->options->full || missing_again(work, format, path, &import, error);
    return file_read(work, format, path, &import, digest, error);
}

bool import_file(Ledger *ledger, const char *path, const BookingOptions *options, ImportSummary **summary,
                 GError **error)
{
    g_autoptr(ImportSummary) found = import_summary_new();
    FileWork work = {.statements = statement_work_new(), .seen = g_hash_table_new(NULL, NULL), .path = path};
    booking_start(&work.booking, ledger, options, found);
    bool done = file_import(&work, path, error);
    booking_end(&work.booking);
    statement_work_free(work.statements);
    g_hash_table_unref(work.seen);
    if (done && summary != NULL)
        *summary = g_steal_pointer(&found);
    return done;
}
