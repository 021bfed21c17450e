#include "ledger/terms.h"

#include <string.h>

LedgerTerms ledger_terms(const Settings *settings)
{
    LedgerTerms terms = {
        .limits = BEHAVIOUR_DEFAULT, .foreign = "", .country = "BE", .currency = "EUR", .language = "nl"};
    if (settings == NULL)
        return terms;
    terms.match_tolerance = settings_number(settings, "match", "tolerance_cents");
    terms.foreign = settings_text(settings, "match", "tolerance_foreign");
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

Cents tolerance_in(const LedgerTerms *terms, const char *currency)
{
    g_auto(GStrv) words = g_strsplit_set(terms->foreign, " ,;", -1);
    for (char **word = words; word[0] != NULL && word[1] != NULL; word++) {
        gint64 cents;
        if (g_ascii_strcasecmp(word[0], currency) == 0 &&
            g_ascii_string_to_signed(word[1], 10, 0, 100000, &cents, NULL))
            return cents;
    }
    return terms->match_tolerance;
}
