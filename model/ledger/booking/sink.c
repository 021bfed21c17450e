/* What a reader finds goes straight into the books, and every so many rows colleagues have their turn. */
#include "ledger/booking/file_work.h"

#include "base/error.h"
#include "base/i18n.h"

enum { COLLEAGUES_TURN_US = 200 }; /* pause between transactions: the lock is fair only to those who find it free */

/* Sooner when a colleague waits: rows that find nothing to do are many in a moment, those that move money are few. */
static bool turn_is_over(Booking *booking)
{
    if (booking->load == LOAD_WHOLE)
        return false;
    booking->rows++;
    return booking->rows >= BOOKING_ROWS ||
           (booking->rows % BOOKING_ROWS_LOOK == 0 && store_is_awaited(booking->store));
}

/* A row is done; every so many the transaction ends, and with it the turn of this desk. */
static bool row_done(FileWork *work, GError **error)
{
    Booking *booking = &work->booking;
    const bool *stop = booking->options->stop;
    if (stop != NULL && *stop) {
        work->stopped = true;
        return fail(error, BELRONDE_ERROR_INPUT, _("Stopped."));
    }
    if (!turn_is_over(booking))
        return true;
    if (!work_finish(booking, error))
        return false;
    g_usleep(COLLEAGUES_TURN_US);
    return work_begin(booking, error);
}

static void row_count(Booking *booking, bool changed)
{
    booking->summary->lines++;
    if (changed)
        booking->summary->booked++;
    else
        booking->summary->known++;
}

static bool sink_customer(const CustomerRecord *customer, void *data, GError **error)
{
    FileWork *work = data;
    gint64 id;
    bool changed = false;
    if (!load_goes_on(&work->booking, work->path, !customer->by_document, error) ||
        !customer_book(&work->booking, customer, &id, &changed, error))
        return false;
    row_count(&work->booking, changed);
    return row_done(work, error);
}

static bool sink_item(const ItemRecord *item, void *data, GError **error)
{
    FileWork *work = data;
    bool changed = false;
    int listed = work->booking.summary->listed;
    bool plain = !item->document && item->applies_to == NULL && *item->customer.number != '\0';
    if (!load_goes_on(&work->booking, work->path, plain, error) ||
        !item_book(&work->booking, item, work->seen, &changed, error))
        return false;
    if (listed == work->booking.summary->listed)
        row_count(&work->booking, changed);
    return row_done(work, error);
}

static bool sink_contact(const ContactRecord *contact, void *data, GError **error)
{
    FileWork *work = data;
    bool changed = false;
    int listed = work->booking.summary->listed;
    if (!load_end(&work->booking, error) || !card_book(&work->booking, contact, &changed, error))
        return false;
    if (listed == work->booking.summary->listed)
        row_count(&work->booking, changed);
    return row_done(work, error);
}

static bool sink_statement(const StatementRecord *statement, void *data, GError **error)
{
    FileWork *work = data;
    return load_end(&work->booking, error) && statement_open(&work->booking, work->statements, statement, error);
}

static bool sink_line(const LineRecord *line, void *data, GError **error)
{
    FileWork *work = data;
    return statement_line(&work->booking, work->statements, line, error) && row_done(work, error);
}

static bool sink_statement_end(const StatementRecord *statement, gint64 stated, void *data, GError **error)
{
    FileWork *work = data;
    return statement_close(&work->booking, work->statements, statement, stated, error);
}

static void sink_problem(int line, const char *reason, const char *raw, void *data)
{
    booking_problem(&((FileWork *)data)->booking, line, reason, raw);
}

static void sink_warning(int line, const char *sentence, void *data)
{
    FileWork *work = data;
    g_autofree char *placed = line > 0 ? g_strdup_printf(_("line %d: %s"), line, sentence) : g_strdup(sentence);
    booking_warn(&work->booking, placed);
}

static void sink_progress(gint64 bytes, gint64 total, void *data)
{
    const BookingOptions *options = ((FileWork *)data)->booking.options;
    if (options->progress != NULL)
        options->progress(bytes, total, options->progress_data);
}

ImportSink file_sink(FileWork *work)
{
    return (ImportSink){.data = work,
                        .customer = sink_customer,
                        .item = sink_item,
                        .contact = sink_contact,
                        .statement_begin = sink_statement,
                        .line = sink_line,
                        .statement_end = sink_statement_end,
                        .problem = sink_problem,
                        .warning = sink_warning,
                        .progress = sink_progress};
}
