/* Bank lines as a person sees them: what came in, what it was matched with and why, what needs an answer.
 *
 * Deciding is matching.h: match_confirm (the proposal), match_choose (another of receipt_choices), match_assign (a
 * customer and items of one's own choice), match_on_account, match_not_ours, match_revoke (undo). */
#pragma once
#include "ledger/matching.h"

typedef struct {
    gint64 payment_id, customer_id; /* customer 0: not known */
    Day day;
    Cents amount; /* of the whole line while it is decided by nobody, else what is left; signed */
    Cents whole;  /* of the whole line, signed */
    char currency[4];
    char *name, *account, *text; /* as the bank has them */
    char *statement;             /* "BE68… 2026-042": our account and the statement's number */
    char *state;                 /* payment_match.state: proposed, unmatched, matched, duplicate, on_account … */
    char *step;                  /* slug of the MatchStep; "" none */
    char *reason;                /* why this proposal, or why none */
    int score;
    bool by_person;         /* a person decided it */
    bool waiting;           /* needs an answer */
    bool went_back;         /* the bank has taken it back since */
    char *decided_by;       /* the colleague's name; "" the program or nobody */
    char *customer, *items; /* "10418 Bakkerij Peeters BV", "2025-1312 1850.00, …"; "" none */
} Receipt;

typedef enum {
    RECEIPTS_WAITING,  /* needs an answer: proposed, unmatched, duplicate, on account by the program */
    RECEIPTS_MATCHED,  /* booked against items, by the program or a person */
    RECEIPTS_ASIDE,    /* on account or not ours, by a person */
    RECEIPTS_RETURNED, /* went back */
    RECEIPTS_OUTGOING,
    RECEIPTS_ALL
} ReceiptsWhich;
extern const char *const RECEIPTS_WHICH_SLUGS[]; /* waiting, matched, aside, returned, outgoing, all */

typedef struct {
    ReceiptsWhich which;
    Day since;          /* booking day from which on; DAY_NONE: any */
    gint64 customer_id; /* 0: any */
    int limit;          /* rows at most; 0: no limit */
} ReceiptsFilter;

/* Newest first; GPtrArray of Receipt, free function set. */
GPtrArray *receipts_load(Ledger *ledger, const ReceiptsFilter *filter, GError **error);
/* receipts_load of what waits. */
GPtrArray *receipts_waiting(Ledger *ledger, GError **error);
/* How many wait, without reading them. */
int receipts_waiting_count(Ledger *ledger);
/* One receipt; MISSING: no such line.  Caller frees with receipt_free. */
Receipt *receipt_load(Ledger *ledger, gint64 payment_id, GError **error);
void receipt_free(gpointer receipt);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Receipt, receipt_free)
/* The open item a customer has under this number, as printed; 0 none. */
bool item_open_id(Store *store, gint64 customer_id, const char *number, gint64 *id, GError **error);
/* The answers that come into question, best first: each a customer with items (none: on account), a score and a
 * reason.  GPtrArray of Match, free function set; may be empty.  Reads only. */
GPtrArray *receipt_choices(Ledger *ledger, gint64 payment_id, GError **error);
