/* What stands in the way of a hand-over today (docs/rules.md; CDE XIX.2, 6:96 BW). */
#include "desk/handover.h"

#include "base/clock.h"
#include "base/error.h"
#include "base/i18n.h"
#include "ledger/account.h"
#include <string.h>

static void bar_free(gpointer data)
{
    HandoverBar *bar = data;
    g_free(bar->words);
    g_free(bar);
}

static void bar_add(GPtrArray *bars, Day from, char *words)
{
    HandoverBar *bar = g_new(HandoverBar, 1);
    *bar = (HandoverBar){words, from};
    g_ptr_array_add(bars, bar);
}

/* --- Consumers ---------------------------------------------------------------------------------------------------- */

/* Who is not known as a firm is protected as a consumer. */
static bool is_consumer(const Claim *claim)
{
    return claim->kind == DEBTOR_CONSUMER || claim->kind == DEBTOR_UNKNOWN;
}

/* The day after the term that the law gives for this invoice; DAY_NONE: no letter that starts it has left. */
static Day term_over(const Desk *desk, const Claim *claim, const ClaimInvoice *invoice)
{
    bool dutch = strcmp(claim->country, "NL") == 0;
    Day over = DAY_NONE;
    for (guint i = 0; i < invoice->notices->len; i++) {
        const Notice *notice = &g_array_index(invoice->notices, Notice, i);
        bool starts = notice->kind == (dutch ? NOTICE_LETTER14 : NOTICE_REMINDER) && !notice->flawed &&
                      day_compare(notice->sent, invoice->due) > 0;
        if (!starts)
            continue;
        LegalPeriod period =
            dutch ? legal_letter14(desk->rates, desk->calendar, notice->by, notice->sent, notice->received)
                  : legal_free_period(desk->rates, desk->calendar, notice->by, notice->sent);
        if (!day_known(over) || day_compare(period.after, over) < 0)
            over = period.after;
    }
    return over;
}

static void letter_missing(GPtrArray *bars, const Claim *claim, const char *numbers)
{
    bool dutch = strcmp(claim->country, "NL") == 0;
    g_autoptr(GString) words = g_string_new(NULL);
    g_string_printf(words,
                    dutch ? _("The fourteen days' letter has not left for %s: without it a consumer owes no costs.")
                          : _("The first reminder with its fourteen days has not left for %s."),
                    numbers);
    if (claim->kind == DEBTOR_UNKNOWN)
        g_string_append_printf(words, " %s", _("Nobody said whether he is a firm or a consumer: a firm needs none."));
    bar_add(bars, DAY_NONE, g_string_free(g_steal_pointer(&words), FALSE));
}

/* Without a clause no cost is ever asked of a Belgian consumer: then there is no letter and no term to wait for. */
static bool has_term(const Desk *desk, const Claim *claim)
{
    return strcmp(claim->country, "NL") == 0 ||
           (strcmp(claim->country, "BE") == 0 && settings_boolean(desk->settings, "charges", "clause"));
}

/* One sentence for all invoices without the letter, one for those whose term still runs. */
static void consumer_judge(const Desk *desk, const Claim *claim, GPtrArray *bars)
{
    g_autoptr(GString) missing = g_string_new(NULL);
    Day latest = DAY_NONE;
    bool term = is_consumer(claim) && has_term(desk, claim);
    for (guint i = 0; term && i < claim->invoices->len; i++) {
        const ClaimInvoice *invoice = g_ptr_array_index(claim->invoices, i);
        if (!invoice->late || claim_asked(invoice) <= 0)
            continue;
        Day over = term_over(desk, claim, invoice);
        if (!day_known(over))
            g_string_append_printf(missing, "%s%s", missing->len > 0 ? ", " : "", invoice->number);
        else if (day_compare(over, clock_today()) > 0 && (!day_known(latest) || day_compare(over, latest) > 0))
            latest = over;
    }
    if (missing->len > 0)
        letter_missing(bars, claim, missing->str);
    if (!day_known(latest))
        return;
    g_autofree char *day = day_words(latest);
    bar_add(bars, latest, g_strdup_printf(_("The term that the law gives him is not over: from %s."), day));
}

/* --- Agreements and courts ------------------------------------------------------------------------------------------
 */

static bool blocked_judge(Desk *desk, gint64 customer_id, GPtrArray *bars, GError **error)
{
    static const struct {
        const char *slug, *words;
    } blocks[] = {
        {"insolvency", N_("Insolvency: the claim goes to the trustee, not to somebody who collects.")},
        {"mediation", N_("Debt mediation is under way: nothing may be undertaken until it has ended.")},
    };
    g_autofree char *slug = NULL;
    if (!store_text(desk->store, "SELECT not_callable FROM customer WHERE id = :id", BINDS(INTEGER("id", customer_id)),
                    &slug, error))
        return false;
    for (size_t i = 0; i < G_N_ELEMENTS(blocks); i++)
        if (g_strcmp0(slug, blocks[i].slug) == 0)
            bar_add(bars, DAY_NONE, g_strdup(_(blocks[i].words)));
    return true;
}

static bool promises_judge(Desk *desk, gint64 customer_id, GPtrArray *bars, GError **error)
{
    Day last = DAY_NONE;
    g_autoptr(GPtrArray) promises = desk_promises(desk, customer_id, error);
    for (guint i = 0; promises != NULL && i < promises->len; i++) {
        const Promise *promise = g_ptr_array_index(promises, i);
        if (promise_state_is_live(promise->state) && (!day_known(last) || day_compare(promise->deadline, last) > 0))
            last = promise->deadline;
    }
    if (promises == NULL || !day_known(last))
        return promises != NULL;
    g_autofree char *day = day_words(last);
    bar_add(bars, last, g_strdup_printf(_("What he promised may still be paid: we agreed to wait until %s."), day));
    return true;
}

static void amounts_judge(const Claim *claim, GPtrArray *bars)
{
    Cents asked = 0, disputed = 0;
    const char *currency = claim->currency;
    for (guint i = 0; i < claim->totals->len; i++) {
        const ClaimTotal *total = &g_array_index(claim->totals, ClaimTotal, i);
        asked = MAX(asked, total->total);
        if (total->disputed > 0 && disputed == 0) {
            disputed = total->disputed;
            currency = total->currency;
        }
    }
    g_autofree char *part = money_text_currency(disputed, currency);
    if (disputed > 0)
        bar_add(bars, DAY_NONE, g_strdup_printf(_("%s is disputed and not settled yet."), part));
    if (asked <= 0)
        bar_add(bars, DAY_NONE, g_strdup(_("Nothing that is late may be asked for.")));
}

static bool law_judge(Desk *desk, const Claim *claim, GPtrArray *bars, GError **error)
{
    if (!blocked_judge(desk, claim->customer_id, bars, error))
        return false;
    consumer_judge(desk, claim, bars);
    return true;
}

static bool bars_fill(Desk *desk, const Claim *claim, GPtrArray *bars, GError **error)
{
    if (!law_judge(desk, claim, bars, error))
        return false;
    amounts_judge(claim, bars);
    return promises_judge(desk, claim->customer_id, bars, error);
}

static Claim *claim_today(Desk *desk, gint64 customer_id, GError **error)
{
    const ClaimQuestion question = {.customer_id = customer_id, .day = clock_today()};
    return claim_load(desk, &question, error);
}

GPtrArray *handover_bars(Desk *desk, gint64 customer_id, GError **error)
{
    g_autoptr(GPtrArray) bars = g_ptr_array_new_with_free_func(bar_free);
    g_autoptr(Claim) claim = claim_today(desk, customer_id, error);
    return claim != NULL && bars_fill(desk, claim, bars, error) ? g_steal_pointer(&bars) : NULL;
}

bool handover_announceable(Desk *desk, const Claim *claim, GError **error)
{
    g_autoptr(GPtrArray) bars = g_ptr_array_new_with_free_func(bar_free);
    if (!law_judge(desk, claim, bars, error))
        return false;
    g_autofree char *words = handover_bars_words(bars);
    return *words == '\0' || fail(error, BELRONDE_ERROR_INPUT, "%s", words);
}

bool handover_announceable_to(Desk *desk, gint64 customer_id, GError **error)
{
    g_autoptr(Claim) claim = claim_today(desk, customer_id, error);
    return claim != NULL && handover_announceable(desk, claim, error);
}

char *handover_bars_words(const GPtrArray *bars)
{
    GString *words = g_string_new(NULL);
    for (guint i = 0; i < bars->len; i++)
        g_string_append_printf(words, "%s%s", i > 0 ? " " : "",
                               ((const HandoverBar *)g_ptr_array_index(bars, i))->words);
    return g_string_free(words, FALSE);
}
