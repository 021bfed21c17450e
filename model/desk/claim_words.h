/* What may be asked of a customer on top of his invoices, in a few lines for whoever is on the telephone with him. */
#pragma once
#include "desk/claim.h"

/* char * of at most `columns`, interface language, one line for each thing or as many as its words want: per currency
 * each charge with its sum, or from which day it may be asked and why; what is disputed or in a plan; marks of rates
 * nobody confirmed.  Never empty. */
GPtrArray *claim_lines(const Claim *claim, const Rates *rates, int columns, bool wrap);
