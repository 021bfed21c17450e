#include "ledger/terms.h"

LedgerTerms ledger_terms(const Settings *settings)
{
    LedgerTerms terms = {.limits = BEHAVIOUR_DEFAULT, .country = "BE", .currency = "EUR", .language = "nl"};
    if (settings == NULL)
        return terms;
    terms.match_tolerance = settings_number(settings, "match", "tolerance_cents");
    terms.promise_tolerance = settings_number(settings, "promise", "tolerance_cents");
    terms.promise_permille = (int)settings_number(settings, "promise", "tolerance_permille");
    terms.limits = (BehaviourLimits){.a_days = (int)settings_number(settings, "class", "a_days"),
                                     .b_days = (int)settings_number(settings, "class", "b_days"),
                                     .a_broken = (int)settings_number(settings, "class", "a_broken"),
                                     .b_broken = (int)settings_number(settings, "class", "b_broken"),
                                     .drift_days = (int)settings_number(settings, "class", "drift_days")};
    terms.country = settings_text(settings, "import", "country");
    terms.currency = settings_text(settings, "import", "currency");
    terms.language = settings_text(settings, "import", "language");
    return terms;
}
