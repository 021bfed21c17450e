/* Booking what came in: customers, open items, bank lines, matching, and what follows from it (promises
 * judged, paid customers out of today's queue, reversals back in). */
#pragma once
#include "base/calendar.h"
#include "base/settings.h"
#include "ledger/import/import.h"
#include "store/store.h"

/* What booking needs besides the database; all borrowed. */
typedef struct {
    Store *store;
    const Settings *settings;
    const Calendar *calendar;
    const Ini *profiles;
    gint64 agent_id;
} Ledger;

typedef struct {
    int line; /* 0: the file as a whole */
    char *reason, *raw;
} ImportProblem;

typedef struct {
    char *account, *number, *currency;
    Cents opening, closing, sum;
    bool has_opening, has_closing;
    bool comparable, balanced; /* comparable: both balances and every line are in one currency */
    int lines;
    gint64 stated_lines;                 /* -1 the file states none */
    Cents credits, debits;               /* counted, both positive */
    Cents stated_credits, stated_debits; /* -1 the file states none */
    bool duplicate;                      /* the bank marks it as a copy */
    bool follows;                        /* the statement before closed with this opening */
    char *gap; /* sentence when the closing of the statement before is not this opening; NULL none */
} StatementSummary;
/* What the file states of its sums is what it holds; also when it states nothing. */
bool statement_counted(const StatementSummary *statement);

typedef struct {
    char *file, *kind, *profile;
    bool already_known;               /* the same bytes were imported before: nothing was done */
    int lines, booked, known, listed; /* lines = booked + known + listed */
    int new_customers, changed_customers, new_items, changed_items, closed_items;
    int matched[8]; /* by MatchStep */
    int proposed, unmatched, duplicates, reversals, outgoing, on_account;
    int customers_out_of_queue;         /* counted by the follow-up */
    int promises_kept, promises_partly; /* by this file */
    GPtrArray *statements;              /* StatementSummary */
    GPtrArray *problems;                /* ImportProblem */
    GPtrArray *warnings;                /* char * */
    GArray *missing_items;              /* gint64 item ids absent from a full list: ask, then items_mark_gone */
} ImportSummary;
void import_summary_free(ImportSummary *summary);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(ImportSummary, import_summary_free)

typedef struct {
    const char *profile; /* NULL: detect */
    bool full;           /* a full open-items list */
    void (*progress)(gint64 bytes, gint64 total, void *data);
    void *progress_data;
    const bool *stop; /* becomes true at Ctrl-C: a clean, resumable state */
    /* Called inside each transaction before it commits, with the customers whose money changed (gint64 ids,
     * each once): the desk closes and plans touchpoints there, so that a paid customer is out of the queue
     * and nobody falls off the list.  The ledger itself knows nothing of touchpoints.  NULL: no desk. */
    bool (*follow_up)(const GArray *customer_ids, ImportSummary *summary, void *data, GError **error);
    /* Called inside match_confirm's transaction: the desk writes the event `confirmed` with this operation id. */
    bool (*confirmed)(gint64 payment_id, gint64 customer_id, const char *op, void *data, GError **error);
    void *follow_up_data; /* of both */
} BookingOptions;

/* What a reader is told: profiles, and the house's defaults for what a file leaves out.  Borrowed. */
ImportOptions ledger_import_options(const Ledger *ledger, const BookingOptions *options);

/* Imports one file.  False only when nothing at all was done (INPUT, STORE).  Idempotent: the same bytes are known,
 * a bank line is told by account, day, amount, currency and the bank's reference (else all its words) and a number
 * among equal lines, an unchanged list row writes nothing.  In transactions of some thousand rows with a pause for
 * colleagues; what was cut off (^C, a fault after the first of them) goes on with the same file.
 *
 * The list and the bank speak of the same money, and either may come first.  A bank line lowers an item at once; what
 * a newer list takes off is first set against bank lines it had not known (allocation_absorbed), the rest is kept
 * as what the list alone knows (item_change); a bank line booked on or before the day of that list and fitting it is
 * then set against that rest and moves nothing.  A full list asked for again with the same file answers again which
 * items it lacks, as long as no newer file of its kind is in. */
bool import_file(Ledger *ledger, const char *path, const BookingOptions *options, ImportSummary **summary,
                 GError **error);
/* Items absent from a full list: marked gone from the ledger on the answer yes; history stays. */
bool items_mark_gone(Ledger *ledger, const GArray *item_ids, Day day, const BookingOptions *options, GError **error);

/* A line for each of the first `most` of them: number, customer, what is open; how many more there are.  Caller frees.
 */
char *items_words(Ledger *ledger, const GArray *item_ids, guint most, GError **error);

/* What import_file would book, without booking: the JSON of one file (kind, warnings, statements with lines
 * and matches, items) as the shape.  `ledger` gives the book to match against.  Caller frees. */
char *import_preview_json(Ledger *ledger, const char *path, const BookingOptions *options, GError **error);
