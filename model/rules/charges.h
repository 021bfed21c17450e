/* What may be added to a late invoice under Belgian, Dutch and other law, from which day, and how much.
 *
 * charges_judge is the one door: a screen or letter shows no interest, fixed sum or cost that it does not allow.  Where
 * the law leaves a question open the answer is the cautious one (docs/rules.md). */
#pragma once
#include "interest.h"
#include "legal_term.h"

/* As in the database; whom nobody knows is asked for nothing. */
typedef enum { DEBTOR_UNKNOWN, DEBTOR_CONSUMER, DEBTOR_BUSINESS, DEBTOR_PUBLIC } DebtorKind;
bool debtor_kind_find(const char *slug, DebtorKind *kind); /* unknown, consumer, business, public */

typedef enum {
    NOTICE_REMINDER,  /* a reminder; to a Belgian consumer with all that CDE XIX.2 par. 3 asks for */
    NOTICE_LETTER14,  /* the Dutch 14-day letter */
    NOTICE_FORMAL,    /* ingebrekestelling, mise en demeure */
    NOTICE_COLLECTOR, /* the formal notice of a third-party collector, CDE XIX.9 */
} NoticeKind;
bool notice_kind_find(const char *slug, NoticeKind *kind); /* reminder, letter14, formal, collector */

typedef struct {
    NoticeKind kind;
    SentBy by;
    Day sent;
    Day received; /* as proven; DAY_NONE: not known */
    bool flawed;  /* a wrong period or amount stood in it: it counts for nothing */
} Notice;

typedef struct {
    const char *country; /* of the debtor, "BE"; NULL or "": not known */
    DebtorKind kind;
    bool clause;           /* the contract has a clause on interest or indemnity */
    bool creditor_sme;     /* the creditor is a small firm by the company code art. 1:24 */
    bool third_party;      /* we collect for somebody else */
    bool held;             /* a dispute or a debt mediation runs */
    int agreed;            /* points a year by contract; RATE_AGREED_NONE: none */
    Day due;               /* the last day to pay; DAY_NONE: not known */
    const Notice *notices; /* in any order */
    size_t notice_count;
} ChargeCase;

typedef enum {
    CHARGE_INTEREST,
    CHARGE_FIXED_SUM, /* per late invoice between businesses */
    CHARGE_COSTS,     /* Dutch collection costs, Belgian consumer indemnity */
    CHARGE_COUNT
} Charge;
const char *charge_slug(Charge charge);  /* interest, fixed_sum, costs */
const char *charge_label(Charge charge); /* interface language */

typedef struct {
    bool allowed;
    Day from;           /* the first day on which it may be asked; DAY_NONE: something must be done first */
    Day bears_from;     /* interest: the first day that counts; else DAY_NONE */
    const char *series; /* interest: by whose rates; else NULL */
    const char *reason; /* slug */
    const char *words;  /* why: a msgid, shown through _(); static */
} ChargeAnswer;

/* One answer for each charge, as of `today`. */
void charges_judge(const ChargeCase *about, const Rates *rates, const Calendar *calendar, Day today,
                   ChargeAnswer answers[CHARGE_COUNT]);

/* How interest is reckoned in this case; false where there is none. */
bool charge_interest_rule(const ChargeCase *about, const Rates *rates, const ChargeAnswer *answer, InterestRule *rule);

typedef struct {
    Cents of[CHARGE_COUNT]; /* 0 where it is not allowed.  Dutch costs between businesses: beyond the fixed sum */
    Cents total;            /* what is open and all charges */
    unsigned marks;         /* InterestMark */
} Charges;

/* One invoice of which `open` is not paid, as of `on`; no payments in between (allotment.h) and no other invoice in the
 * same letter (charge_costs).  `periods` as for interest_between. */
Charges charges_reckon(const ChargeCase *about, const Rates *rates, const Calendar *calendar, Cents open, Day on,
                       GArray *periods);

/* The costs where they are allowed.  Dutch claims in one letter: what is open of all, and all their fixed sums, at
 * once; the Belgian indemnity of what one reminder was about likewise. */
Cents charge_costs(const ChargeCase *about, const Rates *rates, Cents open, Cents fixed_sum, Day on);

/* ---- single figures, whether they may be asked or not ---- */

/* Per late invoice: EUR 40, in the United Kingdom by its amount.  series: be_b2b, nl_b2b, uk_b2b. */
Cents charge_fixed_sum(const Rates *rates, const char *series, Cents principal);
/* Dutch scale.  Several claims in one letter: their sum; a part paid inside the term: what is left. */
Cents charge_collection_costs(const Rates *rates, Day on, Cents principal);
/* VAT on them: only where the creditor collects through a taxed outside service, cannot deduct it and says so. */
Cents charge_costs_vat(const Rates *rates, Day on, Cents costs);
/* The highest indemnity of a Belgian consumer for this balance. */
Cents charge_indemnity_most(const Rates *rates, Day on, Cents balance);
/* The n-th reminder of a calendar year under a regular Belgian consumer contract: nothing, or at most so much. */
Cents charge_reminder_cost(const Rates *rates, Day on, int nth, Cents postage);

typedef struct {
    Day day;
    Cents principal, costs;
} CostLetter;

/* The limit on recurring Dutch terms since 2024-10-01, switched off unless asked for: a secondary source only.  Letters
 * in order of days; fills `costs`. */
void charge_cumulated_costs(const Rates *rates, CostLetter *letters, size_t count);
