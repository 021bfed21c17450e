/* Cash application: which open items a bank line pays, how sure, and why (reference formats §9). */
#pragma once
#include "ledger/booking.h"

typedef enum {
    MATCH_NONE,
    MATCH_REFERENCE,
    MATCH_CLOSED_REFERENCE,
    MATCH_INVOICE_NUMBER,
    MATCH_IBAN,
    MATCH_NAME,
    MATCH_AMOUNT,
    MATCH_PERSON
} MatchStep;
extern const char *const MATCH_STEP_SLUGS[]; /* as in payment_match.step */

typedef struct {
    gint64 item_id;
    Cents amount;
    Cents waived;           /* a rest let go with it */
    const char *waived_for; /* why, as in allocation.waived_for: tolerance, discount, charges; "" nothing; static */
} MatchPart;

typedef struct {
    MatchStep step;
    bool closes;        /* evidence strong enough to book by itself */
    int score;          /* 0-100 */
    gint64 customer_id; /* 0: not known */
    char *reason;       /* a sentence: "OGM +++…+++ found in the text, invoice 2025-1312" */
    GArray *parts;      /* MatchPart; may be empty (customer known, on account) */
    gint64 original_id; /* the payment that a negative line takes back; 0: none */
    GArray *paid_ids; /* gint64; closed_reference: the items that a receipt of a later day may have paid in its place */
    bool listed;      /* the bookkeeping has booked this money already: nothing open is closed by it */
} Match;
void match_free(Match *match);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Match, match_free)

/* The seven steps, in this order; each ends the search only when its answer is unique.
 *   reference        a valid reference found in the line is that of an open item.  Closes by itself, also with
 *                    another amount: less is a part payment, more stays unallocated credit.  Several references
 *                    close together when the amount settles all of them; of several customers they close nothing,
 *                    and neither does anything else in the line
 *   closed_reference the same on an item that is paid already: a duplicate, all of it credit
 *   invoice_number   full invoice numbers of one customer; closes by itself when the amount settles them
 *   iban             the account, the payer's name, a word of the remittance or the customer's number is known for
 *                    one customer: proposed with one item or a unique subset of at most six (credit notes
 *                    negative), else on account
 *   name             the name and an amount that fits: proposed
 *   amount           the only open item of that amount: a hint in `reason`, nothing else
 * The amount settles items when it is their sum; when the rest is within match.tolerance_cents (let go, proposed for
 * write-off); when it is the discount agreed for paying until that day; when the bank kept it as its charges.  A
 * discount taken too late is a part payment, and the reason says so.
 * A promised cheque closes by its number and amount.
 * Where lists have taken exactly this amount off the customer's items since, and nothing here explains it, the
 * bookkeeping has booked this money already: iban and name then settle it there.  Nothing open is closed by that.
 * Foreign currency never closes by itself: a line in another currency than the item has no parts at all, one that
 * was exchanged on the way is proposed. */
/* Only reads.  A negative line is looked at as well: a return gives the parts it takes back, negative. */
Match *match_line(Ledger *ledger, const LineRecord *line, GError **error);
/* Books a person's yes to the stored proposal of a payment (without items: to the customer, on account), and
 * remembers the IBAN.  Nothing is done when `op` is on record already.  STALE: the proposal has gone or an item of
 * it moved meanwhile.  Joins the caller's transaction, else makes its own; options (NULL: none) as for import_file. */
bool match_confirm(Ledger *ledger, gint64 payment_id, const char *op, const BookingOptions *options, GError **error);
/* Takes a person's yes back: its allocations are reversed, an IBAN learned by it alone is forgotten, and the line
 * waits for an answer again: nothing books it by itself any more.  MISSING: no such receipt, or it went back meanwhile.
 * Transactions as match_confirm. */
bool match_revoke(Ledger *ledger, gint64 payment_id, const BookingOptions *options, GError **error);
/* A person says whose money it is, and which of his open items it pays, in the order given (none: on account).  What
 * is left stays credit; a rest within the tolerance is let go; the IBAN is remembered.  op, STALE, transactions and
 * options as match_confirm; INPUT when the amount does not reach to the last item. */
bool match_assign(Ledger *ledger, gint64 payment_id, gint64 customer_id, const GArray *item_ids, const char *op,
                  const BookingOptions *options, GError **error);
/* Tries again whatever is not decided yet, in order of its day; import_file does so by itself after every list and
 * statement.  Transactions
 * as match_confirm.  An IBAN is learned here and at import only from a reference with exactly its amount. */
bool match_again(Ledger *ledger, const BookingOptions *options, ImportSummary *summary, GError **error);

/* Books one of receipt_choices as match_assign does with its customer and items. */
bool match_choose(Ledger *ledger, gint64 payment_id, const Match *choice, const char *op, const BookingOptions *options,
                  GError **error);
/* A person says: the money is this customer's, but settles nothing now.  As match_assign without items; INPUT when no
 * customer is given and none is proposed (customer_id 0: the proposed one). */
bool match_on_account(Ledger *ledger, gint64 payment_id, gint64 customer_id, const char *op,
                      const BookingOptions *options, GError **error);
/* A person says: this line is no customer's money (a tax refund, a transfer between own accounts).  The line is
 * nobody's from then on and asks nothing; match_revoke takes it back.  op and transactions as match_confirm. */
bool match_not_ours(Ledger *ledger, gint64 payment_id, const char *op, const BookingOptions *options, GError **error);
