/* One run of booking: an import, a second try at matching, a person's yes.  Private to the ledger.
 *
 * A Booking gathers the customers it touches; work_finish brings their class and search line up to date, counts
 * what became of their promises and calls the follow-up, all inside the transaction. */
#pragma once
#include "base/fingerprint.h"
#include "ledger/booking.h"
#include "ledger/matching.h"
#include "ledger/terms.h"

/* Rows of a file per transaction, and after how many it looks whether a colleague waits for his turn. */
enum { BOOKING_ROWS = 2000, BOOKING_ROWS_LOOK = 50 };

typedef struct {
    gint64 id;
    int terms_days;
    const char *currency; /* interned */
    Fingerprint words;    /* of the record, to see whether the next line says the same */
} CustomerMet;

/* How the rows of a list go in: as a whole while nobody can be at work with the book, else by some thousand. */
typedef enum { LOAD_NOT_ASKED, LOAD_WHOLE, LOAD_ROWS } Load;

typedef struct {
    Ledger *ledger;
    Store *store;
    const BookingOptions *options; /* never NULL */
    ImportSummary *summary;        /* never NULL */
    LedgerTerms terms;
    Day today;
    gint64 import_id;           /* 0: no import under way */
    GHashTable *money, *master; /* customer ids as pointers: changed in this transaction */
    GHashTable *promises;       /* gint64 promise id → state and receipts before */
    GHashTable *customers;      /* number → CustomerMet: what the file said of him so far */
    GHashTable *mails;          /* address and domain → gint64 customer, 0 several; NULL: not needed yet */
    GString *last_number;       /* of all customers; NULL: not asked yet in this transaction */
    gint64 newest_event;        /* -1: not asked yet in this transaction */
    gint64 notes_wait;          /* -1: not asked yet in this transaction; 0: no credit note waits for its invoice */
    gint64 any_promise;         /* -1: not asked yet in this transaction; 0: nobody has promised anything */
    Load load;
    int rows;             /* in this transaction */
    gint64 first_receipt; /* the first line booked in this run, then what waits is looked at again; 0: none */
    bool own;             /* the transaction is ours to commit */
    bool kept;            /* some of this run is on disk */
} Booking;

void booking_start(Booking *booking, Ledger *ledger, const BookingOptions *options, ImportSummary *summary);
void booking_end(Booking *booking); /* frees; rolls back what is not committed */

ImportSummary *import_summary_new(void);
/* Slug of the profile that reads the file, or NULL; caller frees. */
char *booking_profile(const char *path, const ImportFormat *format, const ImportOptions *options);
ImportOptions booking_import_options(const Ledger *ledger, const LedgerTerms *terms, const BookingOptions *options);

/* --- The transaction (booking_work.c) --- */
bool work_begin(Booking *booking, GError **error);  /* joins the caller's; nothing when already begun */
bool work_finish(Booking *booking, GError **error); /* follow-up and commit */
void work_drop(Booking *booking);
/* Before the first change of a customer's money in the transaction: remembers how his promises stood. */
bool touch_money(Booking *booking, gint64 customer_id, GError **error);
void touch_master(Booking *booking, gint64 customer_id);
bool newest_event(Booking *booking, gint64 *id, GError **error);

/* --- The first lists of a book (load.c) --- */
/* Before a row: `plain` ones, of a list, may begin a load; what must be looked up, to know whose it is or what it
 * belongs to, ends it. */
bool load_goes_on(Booking *booking, const char *path, bool plain, GError **error);
bool load_end(Booking *booking, GError **error); /* before anything is looked up in what was loaded */
void load_room_return(Booking *booking);

/* --- Money against items (allocation.c) --- */
/* Of allocation a: it stands, it is no person's mistake that was taken back. */
#define ALLOCATION_STANDS                                                                                              \
    " NOT EXISTS (SELECT 1 FROM allocation v WHERE v.payment_id = a.payment_id"                                        \
    " AND (v.reverses = a.id OR v.id = a.reverses))"
/* Of allocation a: no return that stands has taken it back. */
#define ALLOCATION_KEPT                                                                                                \
    " NOT EXISTS (SELECT 1 FROM allocation r WHERE r.reverses = a.id"                                                  \
    " AND NOT EXISTS (SELECT 1 FROM allocation w WHERE w.reverses = r.id))"
/* How much of `amount`, booked by the bank on `day`, may be set against the item, and how much of that the
 * lists knew before.  amount > 0; for invoices and closed items. */
bool item_payable(Store *store, gint64 item_id, Cents amount, Day day, Cents *part, Cents *ahead, GError **error);
typedef struct {
    gint64 payment_id, item_id, reverses; /* reverses 0: none */
    Cents amount, waived;
    const char *waived_for; /* as allocation.waived_for; NULL: nothing */
    Day day;
} AllocationFacts;
bool allocation_add(Booking *booking, const AllocationFacts *facts, GError **error);
/* A person's mistake taken back: an opposite row, as if the allocation had never been. */
bool allocation_revoke(Booking *booking, gint64 allocation_id, GError **error);
/* A newer list: the settled part of the item rises by `settled` (negative: falls) and its open amount is `open`. */
bool item_ledger_move(Booking *booking, gint64 item_id, Cents settled, Cents open, Day day, GError **error);
/* A credit note, of its invoice and of itself: like a list, but no bank line is part of it.  Positive lowers. */
bool item_credit_move(Booking *booking, gint64 item_id, Cents amount, gint64 credit_id, Day day, GError **error);
/* What lists took off since that day (sign -1: off a credit note) that neither bank lines nor credit notes explain. */
bool item_unexplained(Store *store, gint64 item_id, int sign, Day since, Cents *amount, GError **error);
/* The bookkeeping has no such item any more: nothing waits for a list to know it. */
bool item_absorb_all(Booking *booking, gint64 item_id, Day day, GError **error);
/* First seen with this much settled already. */
bool item_settled_before(Booking *booking, gint64 item_id, Cents settled, GError **error);
/* item.open from its parts; state and closed_day follow. */
bool item_refresh(Booking *booking, gint64 item_id, Day day, GError **error);

/* --- Records of a file --- */
bool customer_book(Booking *booking, const CustomerRecord *record, gint64 *id, bool *changed, GError **error);
/* After customer_book in the same run. */
const CustomerMet *customer_met(const Booking *booking, const char *number);
/* Of a customer made just now: the record as it is. */
bool contact_new(Booking *booking, gint64 customer_id, const char *country, const CustomerRecord *record, bool *changed,
                 GError **error);
bool contact_book(Booking *booking, gint64 customer_id, const char *country, const CustomerRecord *record,
                  bool *changed, GError **error);
/* --- Documents: what the invoice itself says (documents.c, identity.c, credits.c) --- */
/* The record as it is booked: the customer found back by what the invoice says of him. */
typedef struct {
    ItemRecord record;
    char *number; /* owned */
    bool ours;    /* false: an invoice to us, not of ours; it is listed */
} Document;
void document_clear(Document *document);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(Document, document_clear)
bool document_read(Booking *booking, const ItemRecord *record, Document *document, GError **error);
/* What only the invoice knows of its item: direct debit, discount, copy, the invoices a credit note is for. */
bool item_facts_book(Booking *booking, gint64 item_id, const ItemRecord *record, bool fresh, bool *changed,
                     GError **error);
/* record->number becomes that of the customer whom VAT number, endpoint, number or name mean; where there is none yet,
 * the best identification.  What is known of him already is taken out of the record: an invoice corrects nobody.
 * `number` owns the text; caller frees. */
bool customer_identify(Booking *booking, CustomerRecord *record, char **number, GError **error);
/* A number nobody has yet: *id of the customer an invoice had made before the list came, who gets it; else 0. */
bool customer_adopt(Booking *booking, const CustomerRecord *record, gint64 *id, GError **error);

/* Invoices a credit note names; each once. */
bool credits_add(Booking *booking, gint64 credit_id, const char *const *numbers, bool *changed, GError **error);
/* A new invoice: credit notes that wait for it lower it now. */
bool credits_meet(Booking *booking, gint64 invoice_id, GError **error);
/* Around a list's word on an item: what credit notes moved on it is taken back, then settled anew. */
bool credits_withdraw(Booking *booking, gint64 item_id, bool *any, GError **error);
bool credits_settle(Booking *booking, gint64 item_id, GError **error);

/* Whom the card means; *id 0: no customer, or several. */
bool card_customer(Booking *booking, const ContactRecord *record, gint64 *id, GError **error);
/* An address card: a contact of the customer it means; a problem where it means none or several. */
bool card_book(Booking *booking, const ContactRecord *record, bool *changed, GError **error);
/* seen: item ids of this file as pointers, for terms and for what a full list lacks. */
bool item_book(Booking *booking, const ItemRecord *record, GHashTable *seen, bool *changed, GError **error);
bool item_see(Booking *booking, const ItemRecord *record, GHashTable *seen, GError **error);
/* Settles quietly what a full list lacks and the bank had paid; the rest goes to summary->missing_items. */
bool items_missing(Booking *booking, GHashTable *seen, GError **error);

typedef struct StatementWork StatementWork;
StatementWork *statement_work_new(void);
void statement_work_free(StatementWork *work);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(StatementWork, statement_work_free)
bool statement_open(Booking *booking, StatementWork *work, const StatementRecord *record, GError **error);
bool statement_line(Booking *booking, StatementWork *work, const LineRecord *line, GError **error);
bool statement_close(Booking *booking, StatementWork *work, const StatementRecord *record, gint64 stated_lines,
                     GError **error);

/* --- Booking a match (matching_book.c) --- */
bool match_book(Booking *booking, gint64 payment_id, const LineRecord *line, const Match *match, GError **error);
bool match_again_book(Booking *booking, GError **error);
/* A file of another kind told of this receipt as well: what is not decided yet is looked at with all that is known. */
bool match_retold(Booking *booking, gint64 payment_id, GError **error);
/* As match_book; what lines of a later day paid on its invoices stands aside and is matched again after it: the order
 * of the files makes no difference. */
bool match_book_in_order(Booking *booking, gint64 payment_id, const LineRecord *line, const Match *match,
                         GError **error);
/* A line that is no money of its own: what it had paid is open again. */
bool match_put_aside(Booking *booking, gint64 payment_id, const char *reason, GError **error);
void booking_problem(Booking *booking, int line, const char *reason, const char *raw);
void booking_warn(Booking *booking, const char *sentence);
