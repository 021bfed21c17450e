/* What the settings say about booking and judging, read once.  Private to the ledger. */
#pragma once
#include "base/settings.h"
#include "ledger/import/import.h"
#include "rules/behaviour.h"

typedef struct {
    Cents match_tolerance;   /* a shortfall up to this is let go; see tolerance_in */
    const char *foreign;     /* "USD 10 GBP 5": the same for other currencies than the house's; borrowed */
    Cents promise_tolerance; /* the larger of the two counts */
    int promise_permille;
    BehaviourLimits limits;
    const char *country, *currency, *language; /* of the house; borrowed from the settings */
} LedgerTerms;

/* settings NULL: no tolerance, BEHAVIOUR_DEFAULT, a Belgian house in euro. */
LedgerTerms ledger_terms(const Settings *settings);

/* The shortfall that is let go in this currency, its own where the settings say one.  Settings of another form say
 * nothing. */
Cents tolerance_in(const LedgerTerms *terms, const char *currency);
