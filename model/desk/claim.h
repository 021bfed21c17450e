/* What a customer may be asked for on a day, invoice by invoice, with every charge the law allows and what each payment
 * went to.  Letters, the statement of claim and the customer's screen ask here, so that they cannot say two things.
 *
 * Never in a sum: what is disputed, and what a plan puts off.  Nothing is added to either.  What credit notes, lists
 * and tolerances took off an invoice never bore anything; only money of the bank counts as a payment, from its booking
 * day on, and money that went back never came.  Credit that is set against nothing yet goes off what fell due first. */
#pragma once
#include "desk/desk.h"
#include "ledger/account.h"
#include "rules/allotment.h"
#include "rules/charges.h"

typedef struct {
    gint64 payment_id;
    Day day;
    Cents amount;     /* of it, for this invoice */
    ClaimParts parts; /* what it went to */
} ClaimPaid;

/* A letter that left and starts a period of the law. */
typedef struct {
    gint64 outbox_id;
    const char *document;
    Notice notice;
    const char *items; /* " 3 4 ": the ids of the invoices it was about; "  " all */
} ClaimNotice;

typedef struct {
    gint64 id;
    const char *number, *reference, *description;
    char currency[4];
    Day issued, due;
    Day late_from;              /* the first day that is late; after a direct debit's day where one was to come */
    bool late;                  /* on the day of the claim */
    Cents amount;               /* as invoiced */
    Cents credited;             /* what credit notes, lists and tolerances took off it */
    Cents paid;                 /* by the bank, up to the day of the claim */
    Cents open;                 /* amount − credited − paid: as in the books */
    Cents disputed, planned;    /* of open: not asked */
    Cents on_account, by_notes; /* of open: set against receipts and credit notes that name no invoice */
    ChargeAnswer answers[CHARGE_COUNT]; /* as of the day */
    InterestRule rule;                  /* rule.series NULL: no interest */
    Cents charges[CHARGE_COUNT];        /* all that came up, paid or not; Dutch costs stand at the first invoice */
    ClaimParts left;                    /* of what is asked, after the payments */
    Cents total;                        /* sum of left */
    Cents day_rate;                     /* interest of the day after */
    unsigned marks;                     /* InterestMark */
    GArray *payments;                   /* ClaimPaid, by day */
    GArray *periods;                    /* InterestPeriod */
    GArray *notices;                    /* Notice */
} ClaimInvoice;

typedef struct {
    gint64 id;
    const char *number;
    char currency[4];
    Day issued;
    Cents open; /* below zero */
} ClaimNote;

/* All late invoices of one currency. */
typedef struct {
    char currency[4];
    Cents open, disputed, planned, credit; /* credit: set off against them */
    Cents charges[CHARGE_COUNT];
    ClaimParts left;
    Cents total; /* open − disputed − planned − credit + charges */
    Cents day_rate;
    unsigned marks;
    int invoices;
    int early; /* invoices that are not late, and what is open of them: in no other field */
    Cents early_open;
} ClaimTotal;

typedef struct {
    gint64 customer_id;
    const char *number, *name, *language, *street, *postcode, *city, *vat;
    char country[3], currency[4];
    DebtorKind kind;
    bool mediation; /* nothing is added while it runs */
    Day day;
    Day bank_day;        /* payments are known up to it; DAY_NONE: no bank file is in */
    GPtrArray *invoices; /* ClaimInvoice: by currency (the customer's own first), oldest due first */
    GPtrArray *notes;    /* ClaimNote: credit notes that are open */
    GPtrArray *notices;  /* ClaimNotice, by day */
    GArray *totals;      /* ClaimTotal, in the same order */
    GPtrArray *promises; /* Promise, in the order they were made, as they stand today; NULL: not asked for */
    /* inside */
    GStringChunk *texts; /* all of them */
    GPtrArray *spare;    /* ClaimInvoice: of the customer before */
} Claim;

typedef struct {
    gint64 customer_id;
    Day day;              /* of the claim: later payments and letters count for nothing */
    const char *items;    /* ids, blank between; NULL or "": all */
    const char *currency; /* NULL: all */
    bool promises;        /* also what was promised */
    bool replans;         /* plans on these invoices end that day: nothing of them is put off */
} ClaimQuestion;

/* All that is open, and what was paid after a letter that counts had gone out while charges stay.  MISSING: no such
 * customer. */
Claim *claim_load(Desk *desk, const ClaimQuestion *question, GError **error);
void claim_free(Claim *claim);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Claim, claim_free)

/* The day of the oldest invoice in it: what was said before was about others; DAY_NONE: there is none. */
Day claim_since(const Claim *claim);
const char *promise_kind_words(const char *kind);    /* "part of a plan"; interface language, as below */
const char *promise_state_words(PromiseState state); /* what became of it, for the record: "not kept" */

/* What may be asked of the invoice itself: open, less what is disputed, planned or set off. */
Cents claim_asked(const ClaimInvoice *invoice);

/* The first charge of the kind that is not allowed yet: the answer with the earliest day, one without a day last; NULL
 * where all that can ever be asked may be asked. */
const ChargeAnswer *claim_waits(const Claim *claim, const char *currency, Charge charge);

/* Every customer of whom something is open, one after the other, rising by id, of one moment of the books; a handful of
 * statements for a thousand of them.  `take` borrows the claim and must not write; false ends the walk. */
typedef bool (*ClaimTake)(const Claim *claim, void *data, GError **error);
bool claims_each(Desk *desk, Day day, ClaimTake take, void *data, GError **error);
