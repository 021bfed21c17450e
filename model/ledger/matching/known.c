/* Step 4: the customer is known by what people taught, what lists brought, or his number in the text. */
#include "base/i18n.h"
#include "base/reference.h"
#include "base/text.h"
#include "ledger/account.h"
#include "ledger/matching/learned.h"

#include <string.h>

enum { NUMBER_MIN = 3, NUMBER_SURE = 5, NUMBER_MAX = 20, SCORE_KNOWN = 50, SCORE_MORE = 5, WORDS_LOOKED_UP = 12 };

typedef struct {
    gint64 customer_id; /* 0: nothing points to anybody */
    int sources;
    bool disagree;
    GString *words; /* "Account BE71… is known, payer Claes is known" */
} Evidence;

static void evidence_clear(Evidence *evidence)
{
    g_string_free(evidence->words, TRUE);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(Evidence, evidence_clear)

/* Takes the sentence over. */
static void evidence_add(Evidence *evidence, gint64 customer_id, char *sentence)
{
    if (evidence->customer_id != 0 && evidence->customer_id != customer_id)
        evidence->disagree = true;
    if (evidence->customer_id == 0)
        evidence->customer_id = customer_id;
    evidence->sources++;
    g_string_append_printf(evidence->words, "%s%s", evidence->words->len > 0 ? ", " : "", sentence);
    g_free(sentence);
}

static bool customer_unique(Search *search, const char *sql, const char *value, gint64 *customer_id, int *count,
                            GError **error)
{
    *count = 0;
    g_autoptr(Query) query = store_query(search->store, sql, BINDS(TEXT("value", value)), error);
    while (query != NULL && query_next(query)) {
        *customer_id = query_integer(query, "customer_id");
        ++*count;
    }
    return query != NULL && query_finish(query, error);
}

static bool account_look_up(Search *search, Evidence *evidence, GError **error)
{
    gint64 customer_id = 0;
    int count = 0;
    g_autofree char *iban = iban_normal(search->line->account);
    const char *account = iban != NULL ? iban : search->line->account;
    if (*account == '\0')
        return true;
    if (!customer_unique(search,
                         "SELECT customer_id FROM customer_iban WHERE iban = :value AND forgotten IS NULL LIMIT 3",
                         account, &customer_id, &count, error))
        return false;
    if (count > 1)
        search_hint(search, _("Account %s is that of several customers."), account);
    if (count == 1)
        evidence_add(evidence, customer_id, g_strdup_printf(_("Account %s is known"), account));
    return true;
}

static bool payer_look_up(Search *search, Evidence *evidence, GError **error)
{
    gint64 customer_id = 0;
    int count = 0;
    g_autofree char *key = name_key(search->line->name);
    if (*key == '\0')
        return true;
    if (!customer_unique(search,
                         "SELECT customer_id FROM customer_word WHERE kind = 'payer' AND word = :value"
                         " AND forgotten IS NULL LIMIT 3",
                         key, &customer_id, &count, error))
        return false;
    if (count > 1)
        search_hint(search, _("%s pays for several customers."), search->line->name);
    if (count == 1)
        evidence_add(evidence, customer_id, g_strdup_printf(_("Payer %s is known"), search->line->name));
    return true;
}

static bool words_look_up(Search *search, Evidence *evidence, GError **error)
{
    g_autoptr(GPtrArray) words = remittance_words(search->line->text);
    for (guint i = 0; i < words->len && i < WORDS_LOOKED_UP; i++) {
        gint64 customer_id = 0;
        int count = 0;
        const char *word = g_ptr_array_index(words, i);
        if (!customer_unique(search,
                             "SELECT customer_id FROM customer_word WHERE kind = 'word' AND word = :value"
                             " AND forgotten IS NULL LIMIT 3",
                             word, &customer_id, &count, error))
            return false;
        if (count == 1)
            evidence_add(evidence, customer_id, g_strdup_printf(_("“%s” in the text is known"), word));
    }
    return true;
}

/* --- The customer's number ------------------------------------------------------------------------------ */

static bool says_customer(const char *word)
{
    static const char *const SAYS[] = {"klant", "client", "customer", "kunde",  "debit",   "debtor", "relatie",
                                       "lid",   "member", "membre",   "abonne", "dossier", NULL};
    g_autofree char *folded = text_fold_bare(word != NULL ? word : "");
    for (const char *const *one = SAYS; *one != NULL; one++)
        if (g_str_has_prefix(folded, *one))
            return true;
    return false;
}

/* A short number is a customer's only where the text says so. */
static bool may_be_number(const char *word, const char *before)
{
    size_t length = strlen(word), digits = 0;
    for (const char *at = word; *at != '\0'; at++)
        digits += (size_t)g_ascii_isdigit(*at);
    if (digits == 0 || length < NUMBER_MIN || length > NUMBER_MAX)
        return false;
    return length >= NUMBER_SURE || digits < length || says_customer(before);
}

static bool number_look_up(Search *search, Evidence *evidence, GError **error)
{
    g_auto(GStrv) words = g_strsplit_set(search->line->text, " ,;:+()", -1);
    const char *before = NULL;
    int looked_up = 0;
    for (char **word = words; *word != NULL && looked_up < WORDS_LOOKED_UP; word++) {
        gint64 customer_id = 0;
        if (**word == '\0')
            continue;
        g_autofree char *upper = g_ascii_strup(*word, -1);
        bool possible = may_be_number(upper, before);
        before = *word;
        if (!possible)
            continue;
        looked_up++;
        if (!store_value(search->store, "SELECT id FROM customer WHERE number IN (:word, :upper)",
                         BINDS(TEXT("word", *word), TEXT("upper", upper)), 0, &customer_id, error))
            return false;
        if (customer_id != 0)
            evidence_add(evidence, customer_id, g_strdup_printf(_("Customer number %s is in the text"), *word));
    }
    return true;
}

/* --- What it is worth ----------------------------------------------------------------------------------- */

static bool known_judge(Search *search, const Evidence *evidence, Match **found, GError **error)
{
    const char *words = evidence->words->str;
    gint64 customer_id = evidence->customer_id;
    int score = SCORE_KNOWN + SCORE_MORE * (MIN(evidence->sources, 3) - 1);
    if (!match_listed(search, MATCH_IBAN, customer_id, words, found, error) || *found != NULL)
        return *found != NULL;
    g_autoptr(GPtrArray) items = candidates_of_customer(search->store, customer_id, search->line->currency, error);
    if (items == NULL)
        return false;
    g_autoptr(GPtrArray) paid = NULL;
    Fit fit = amount_fits(search, items, &paid);
    *found = fit != FIT_NONE ? match_fit(search, MATCH_IBAN, score, customer_id, words, fit, paid)
                             : match_new(MATCH_IBAN, false, score - 10, customer_id,
                                         g_strdup_printf(_("%s, but the amount fits no invoice: on account."), words));
    return true;
}

bool step_known(Search *search, Match **found, GError **error)
{
    g_auto(Evidence) evidence = {.words = g_string_new(NULL)};
    if (!account_look_up(search, &evidence, error) || !payer_look_up(search, &evidence, error) ||
        !words_look_up(search, &evidence, error) || !number_look_up(search, &evidence, error))
        return false;
    if (evidence.disagree) {
        search_hint(search, _("%s, but not for the same customer."), evidence.words->str);
        return true;
    }
    return evidence.customer_id == 0 || known_judge(search, &evidence, found, error);
}
