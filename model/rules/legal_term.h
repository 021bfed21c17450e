/* Days the law gives a debtor or takes from a creditor: terms of payment, the free period before a consumer may be
 * charged, the waiting of third-party collectors, limitation.  Figures come from rates.ini, holidays from calendar.ini.
 */
#pragma once
#include "base/calendar.h"
#include "rates.h"

/* How a notice went out.  A telephone call starts no period. */
typedef enum { SENT_BY_POST, SENT_ELECTRONICALLY, SENT_BY_PHONE } SentBy;
bool sent_by_find(const char *slug, SentBy *by); /* post, electronic, email, phone */

/* A period of the debtor; all days DAY_NONE where nothing was started. */
typedef struct {
    Day received;    /* where the law counts from the receipt, else DAY_NONE */
    Day first, last; /* both are still his */
    Day after;       /* the first day on which the creditor may charge or act */
} LegalPeriod;

/* Belgian consumers, CDE XIX.2: by post from the third working day after sending, else from the day after. */
LegalPeriod legal_free_period(const Rates *rates, const Calendar *calendar, SentBy by, Day sent);
/* Dutch consumers, 6:96(6) BW: fourteen days from the day after receipt, moved to a working day.  `received` DAY_NONE:
 * by post the second day with mail, else the day it was sent. */
LegalPeriod legal_letter14(const Rates *rates, const Calendar *calendar, SentBy by, Day sent, Day received);
/* Belgian third-party collectors, CDE XIX.9: after the formal notice; after a request for a plan that nobody decides,
 * interest stops from `after` on; the last day of all suspensions together. */
LegalPeriod legal_collector_wait(const Rates *rates, const Calendar *calendar, Day posted);
LegalPeriod legal_plan_undecided(const Rates *rates, const Calendar *calendar, Day requested);
Day legal_suspension_end(const Rates *rates, const LegalPeriod *wait);

/* Terms between businesses, counted from the receipt of the invoice; countries other than NL go by the Belgian
 * figures, which are those of Directive 2011/7/EU. */
Day legal_due(const Rates *rates, const char *country, Day received);
/* The last due day that may be agreed; large_to_sme: a large Dutch buyer of a small seller. */
Day legal_due_most(const Rates *rates, const char *country, bool large_to_sme, Day received);

/* ---- limitation ---- */

/* The last day of a claim that could be asked from `claimable` on. */
Day limitation_last(Day claimable, int years);

typedef enum {
    INTERRUPTED_BY_REMINDER,
    INTERRUPTED_BY_ACKNOWLEDGEMENT,
    INTERRUPTED_BY_LAWYER,
    INTERRUPTED_BY_SUMMONS
} Interruption;
bool interruption_find(const char *slug, Interruption *kind); /* reminder, acknowledgement, lawyer, summons */
/* The new last day after an interruption that arrived on `day`, never before the old one; `last` itself where it
 * does not interrupt (too late; a plain reminder in Belgium) and *interrupts false.  years: the claim's own term. */
Day limitation_interrupted(const Rates *rates, const char *country, Interruption kind, Day last, int years, Day day,
                           bool *interrupts);
