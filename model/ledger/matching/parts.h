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
} Search;
void search_begin(Search *search, Ledger *ledger, const LineRecord *line); /* both borrowed while it lives */
void search_clear(Search *search);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(Search, search_clear)

/* A step: *found stays NULL when it has no unique answer. */
typedef bool (*MatchStepFunction)(Search *search, Match **found, GError **error);

bool step_reference(Search *search, Match **found, GError **error);
bool step_invoice_number(Search *search, Match **found, GError **error);
bool step_cheque(Search *search, Match **found, GError **error);
bool step_iban(Search *search, Match **found, GError **error);
bool step_name(Search *search, Match **found, GError **error);
bool step_amount(Search *search, Match **found, GError **error);
bool step_return(Search *search, Match **found, GError **error);   /* negative lines */
bool step_returned(Search *search, Match **found, GError **error); /* our own payment that came back */

/* reason is taken over. */
Match *match_new(MatchStep step, bool closes, int score, gint64 customer_id, char *reason);
void match_part(Match *match, gint64 item_id, Cents amount, Cents waived);
/* Sets the line's amount against the items, oldest due first, each at most its open amount. */
void match_fill(Match *match, const GPtrArray *items, Cents amount);
void search_hint(Search *search, const char *format, ...) G_GNUC_PRINTF(2, 3);

/* "2025-1312, 2025-1340"; caller frees. */
char *candidate_numbers(const GPtrArray *items);
Cents candidates_sum(const GPtrArray *items);
/* The items (borrowed) of the unique subset, or NULL; a single exact one first. */
GPtrArray *candidates_subset(const GPtrArray *items, Cents amount);
/* The customer is known, and lists have taken off exactly this amount since: that was this money.  It closes nothing
 * that is open, it only stops counting as credit. */
bool match_listed(Search *search, MatchStep step, gint64 customer_id, const char *evidence, Match **found,
                  GError **error);
/* Receipts of this amount that a negative line may take back, added to `choices` (GPtrArray of Match). */
bool return_choices(Search *search, GPtrArray *choices, GError **error);
bool is_exchanged(const LineRecord *line);
/* "C0042 Bakkerij Peeters"; caller frees. */
char *customer_words(Store *store, gint64 customer_id);
