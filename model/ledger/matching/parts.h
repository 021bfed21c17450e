/* One bank line on its way through the steps.  Private to the ledger. */
#pragma once
#include "ledger/matching.h"
#include "ledger/matching/candidate.h"
#include "ledger/terms.h"

typedef struct {
    Ledger *ledger;
    Store *store;
    const LineRecord *line;
    LedgerTerms terms;
    GPtrArray *references; /* char *: valid ones found in the line, the structured one first */
    GString *hints;        /* what was seen and was not enough */
    gint64 named_id;       /* the customer whose paid invoices it names; 0: none */
    bool disagrees;        /* its references are those of several customers: nothing closes by itself */
} Search;
void search_begin(Search *search, Ledger *ledger, const LineRecord *line); /* both borrowed while it lives */
void search_clear(Search *search);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(Search, search_clear)

enum { RETURN_DAYS = 400 }; /* unauthorised direct debits come back within 13 months */

/* A step: *found stays NULL when it has no unique answer. */
typedef bool (*MatchStepFunction)(Search *search, Match **found, GError **error);

bool step_reference(Search *search, Match **found, GError **error);
bool step_invoice_number(Search *search, Match **found, GError **error);
bool step_cheque(Search *search, Match **found, GError **error);
bool step_known(Search *search, Match **found, GError **error);
bool step_name(Search *search, Match **found, GError **error);
bool step_named(Search *search, Match **found, GError **error); /* nothing open fits: whose invoices it names */
bool step_amount(Search *search, Match **found, GError **error);
bool step_return(Search *search, Match **found, GError **error);   /* negative lines */
bool step_returned(Search *search, Match **found, GError **error); /* our own payment that came back */

/* reason is taken over. */
Match *match_new(MatchStep step, bool closes, int score, gint64 customer_id, char *reason);
void match_part(Match *match, gint64 item_id, Cents amount);
void match_part_waived(Match *match, gint64 item_id, Cents amount, Cents waived, const char *waived_for);
/* Sets the line's amount against the items, oldest due first, each at most its open amount. */
void match_fill(Match *match, const GPtrArray *items, Cents amount);
/* How an amount settles items (settle.c). */
typedef enum {
    SETTLE_PART,          /* less than that */
    SETTLE_LATE_DISCOUNT, /* less by the discount, taken too late */
    SETTLE_EXACT,
    SETTLE_OVER,
    SETTLE_TOLERANCE,
    SETTLE_DISCOUNT,
    SETTLE_CHARGES
} Settle;
typedef struct {
    Settle how;
    Cents rest; /* what stays open or is let go; over: what is too much */
} Settled;
bool settle_closes(Settle how); /* nothing of them stays open */
/* Adds the parts to the match: all items in full where they are settled, else the oldest first. */
Settled match_settle(Search *search, Match *match, const GPtrArray *items);
/* What follows from it, " 0,03 short, proposed for write-off."; "" when exact.  Caller frees. */
char *settlement_words(const Search *search, const GPtrArray *items, Settled settlement);
/* Why a rest of this one item may be let go with a part payment of it: tolerance, discount, charges; "" not at all. */
const char *rest_forgiven(const LedgerTerms *terms, const LineRecord *line, const Candidate *item, Cents rest);

/* Items that the text names by number; borrowed from `owner`.  NULL: error.  (number.c) */
GPtrArray *numbers_mentioned(Search *search, GPtrArray *owner, GError **error);
/* The open items of one customer that the text names by number, in the line's currency; borrowed from `owner`.
 * NULL: error.  (number.c) */
GPtrArray *numbers_named(Search *search, gint64 customer_id, GPtrArray *owner, GError **error);
/* What receipts that come after this line paid on the item, set there by the program.  (displace.c) */
bool item_paid_later(Search *search, gint64 item_id, Cents *paid, GError **error);
bool is_mentioned(const GPtrArray *items, gint64 id);
/* The customer's credit notes, `without` left out, that make up exactly this (negative) amount: *taken, or NULL. */
bool credits_find(Search *search, gint64 customer_id, const GPtrArray *without, Cents amount, GPtrArray *owner,
                  GPtrArray **taken, GError **error);

void search_hint(Search *search, const char *format, ...) G_GNUC_PRINTF(2, 3);

/* "2025-1312, 2025-1340"; caller frees. */
char *candidate_numbers(const GPtrArray *items);
Cents candidates_sum(const GPtrArray *items);
/* The items (borrowed) of the unique subset, or NULL; a single exact one first. */
GPtrArray *candidates_subset(const GPtrArray *items, Cents amount);
/* What the line's amount may mean among a customer's items (fit.c): *paid holds the items of the proposal, the one
 * item, the unique subset, the oldest of several equal ones; NULL with FIT_NONE. */
typedef enum { FIT_NONE, FIT_SEVERAL, FIT_FORGIVEN, FIT_SUBSET, FIT_ITEM } Fit;
Fit amount_fits(const Search *search, const GPtrArray *items, GPtrArray **paid);
Match *match_fit(Search *search, MatchStep step, int score, gint64 customer_id, const char *evidence, Fit fit,
                 const GPtrArray *paid);
/* The customer is known, and lists have taken off exactly this amount since: that was this money.  It closes nothing
 * that is open, it only stops counting as credit. */
bool match_listed(Search *search, MatchStep step, gint64 customer_id, const char *evidence, Match **found,
                  GError **error);
/* Receipts of this amount that a negative line may take back, added to `choices` (GPtrArray of Match). */
bool return_choices(Search *search, GPtrArray *choices, GError **error);
/* Whether the other receipt is more likely the one that this line takes back than the one it has taken. */
bool return_prefers(Search *search, gint64 taken_id, gint64 other_id, bool *prefers, GError **error);
bool is_exchanged(const LineRecord *line);
/* "C0042 Bakkerij Peeters"; caller frees. */
char *customer_words(Store *store, gint64 customer_id);
