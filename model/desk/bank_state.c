#include "desk/bank_state.h"

#include "base/clock.h"
#include "base/i18n.h"
#include "base/reference.h"
#include "base/text.h"
#include "ledger/account.h"

void bank_state_free(BankState *state)
{
    if (state == NULL)
        return;
    g_ptr_array_unref(state->accounts);
    g_free(state->warning);
    g_free(state);
}

/* Of the accounts that are stale the one that lags most, else the newest day of all. */
static void judge(BankState *state, Store *store)
{
    Day newest = DAY_NONE, oldest = DAY_NONE;
    for (guint i = 0; i < state->accounts->len; i++) {
        const BankAccount *account = g_ptr_array_index(state->accounts, i);
        if (!day_known(newest) || day_compare(account->last_day, newest) > 0)
            newest = account->last_day;
        if (account->stale && (!day_known(oldest) || day_compare(account->last_day, oldest) < 0))
            oldest = account->last_day;
    }
    state->stale = day_known(oldest);
    state->day = state->stale ? oldest : newest;
    if (!day_known(state->day)) /* notifications only, or nothing for a year */
        state->day = bank_day(store);
}

const BankState *desk_bank(Desk *desk, GError **error)
{
    gint64 version = store_version(desk->store);
    Day today = clock_today();
    if (desk->bank != NULL && desk->bank->version == version && day_compare(desk->bank->asked, today) == 0)
        return desk->bank;
    GPtrArray *accounts = bank_accounts(desk->store, desk->settings, desk->calendar, today, error);
    if (accounts == NULL)
        return NULL;
    bank_state_free(desk->bank);
    desk->bank = g_new0(BankState, 1);
    *desk->bank =
        (BankState){.accounts = accounts, .warning = bank_warning(accounts), .version = version, .asked = today};
    judge(desk->bank, desk->store);
    return desk->bank;
}

/* --- Words ---------------------------------------------------------------------------------------------------- */

char *bank_account_number(const BankAccount *account)
{
    return iban_valid(account->account) ? iban_pretty(account->account) : text_clean(account->account);
}

char *bank_account_words(const BankAccount *account)
{
    g_autofree char *number = bank_account_number(account), *day = day_numeric(account->last_day);
    g_autofree char *closing = money_text(account->closing), *statement = text_clean(account->number);
    if (!account->has_closing)
        return g_strdup_printf(_("%s %s: in up to %s, statement %s"), number, account->currency, day, statement);
    return g_strdup_printf(_("%s %s: in up to %s, statement %s, closing %s"), number, account->currency, day, statement,
                           closing);
}

static void word_add(GString *words, char *more)
{
    g_string_append_printf(words, "%s%s", words->len > 0 ? ", " : "", more);
    g_free(more);
}

char *bank_trouble_words(const BankAccount *account)
{
    GString *words = g_string_new(NULL);
    int gaps = (int)account->gaps->len;
    if (account->stale)
        word_add(words, g_strdup_printf(NP_("%d bank day missing", "%d bank days missing", account->business_days),
                                        account->business_days));
    if (gaps > 0)
        word_add(words, g_strdup_printf(NP_("%d gap", "%d gaps", gaps), gaps));
    if (account->untied > 0)
        word_add(words, g_strdup_printf(NP_("%d does not tie", "%d do not tie", account->untied), account->untied));
    return g_string_free(words, FALSE);
}
