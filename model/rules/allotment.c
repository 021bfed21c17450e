#include "allotment.h"

#include <string.h>

const AllotOrder ALLOT_COSTS_FIRST = {{PART_COSTS, PART_INTEREST, PART_PRINCIPAL}};

static bool part_find(const char *word, ClaimPart *part)
{
    static const char *const words[PART_COUNT] = {
        [PART_COSTS] = "costs", [PART_INTEREST] = "interest", [PART_PRINCIPAL] = "principal"};
    for (int i = 0; i < PART_COUNT; i++)
        if (strcmp(words[i], word) == 0) {
            *part = (ClaimPart)i;
            return true;
        }
    return false;
}

bool allot_order_find(const char *words, AllotOrder *order)
{
    g_auto(GStrv) list = g_strsplit_set(words, ",>", -1);
    AllotOrder read = ALLOT_COSTS_FIRST;
    bool seen[PART_COUNT] = {false};
    if (g_strv_length(list) != PART_COUNT)
        return false;
    for (int i = 0; i < PART_COUNT; i++) {
        if (!part_find(g_strstrip(list[i]), &read.at[i]) || seen[read.at[i]])
            return false;
        seen[read.at[i]] = true;
    }
    *order = read;
    return true;
}

Allotment allotment_split(const ClaimParts *owed, Cents payment, const AllotOrder *order)
{
    Allotment allotment = {.left = *owed, .over = MAX(payment, 0)};
    for (int i = 0; i < PART_COUNT; i++) {
        ClaimPart part = order->at[i];
        Cents taken = MIN(allotment.over, MAX(owed->part[part], 0));
        allotment.paid.part[part] = taken;
        allotment.left.part[part] -= taken;
        allotment.over -= taken;
    }
    return allotment;
}

/* ---- the account of one claim ---- */

typedef struct {
    const ClaimTerms *terms;
    Accrual accrual;
    Cents costs[CLAIM_COSTS]; /* not paid yet */
    Cents over;
    GArray *rows, *periods;
} Account;

static bool cost_is_owed(const ClaimCost *cost, Day on)
{
    return !day_known(cost->from) || day_compare(cost->from, on) <= 0;
}

static Cents costs_owed(const Account *account, Day on)
{
    Cents owed = 0;
    for (int i = 0; i < CLAIM_COSTS; i++)
        owed += cost_is_owed(&account->terms->costs[i], on) ? account->costs[i] : 0;
    return owed;
}

static void costs_pay(Account *account, Day on, Cents amount)
{
    for (int i = 0; i < CLAIM_COSTS && amount > 0; i++) {
        Cents part = cost_is_owed(&account->terms->costs[i], on) ? MIN(amount, account->costs[i]) : 0;
        account->costs[i] -= part;
        amount -= part;
    }
}

/* An event: what has run until its day becomes whole cents, and the payment goes where it belongs. */
static void account_event(Account *account, Day day, Cents payment)
{
    accrual_to(&account->accrual, day, account->periods);
    ClaimParts owed = {.part = {[PART_COSTS] = costs_owed(account, day),
                                [PART_INTEREST] = accrual_settle(&account->accrual),
                                [PART_PRINCIPAL] = account->accrual.principal}};
    ClaimRow row = {.day = day, .payment = payment};
    row.allotment = allotment_split(&owed, payment, &account->terms->order);
    costs_pay(account, day, row.allotment.paid.part[PART_COSTS]);
    accrual_pay_interest(&account->accrual, row.allotment.paid.part[PART_INTEREST]);
    account->accrual.principal -= row.allotment.paid.part[PART_PRINCIPAL];
    account->over += row.allotment.over;
    row.capitalised = account->accrual.capitalised;
    if (account->rows != NULL)
        g_array_append_val(account->rows, row);
}

/* What one more day would add. */
static Cents day_rate(Account *account, Day on)
{
    Accrual tomorrow = account->accrual;
    if (day_compare(tomorrow.next, on) <= 0)
        return 0;
    Cents before = accrual_interest(&tomorrow);
    accrual_to(&tomorrow, day_plus(on, 1), NULL);
    return accrual_interest(&tomorrow) - before;
}

ClaimBalance claim_balance(const ClaimTerms *terms, const ClaimPayment *payments, size_t count, Day on, GArray *rows,
                           GArray *periods)
{
    Account account = {.terms = terms,
                       .accrual = accrual_start(terms->rates, &terms->rule, terms->principal, terms->bears_from),
                       .rows = rows,
                       .periods = periods};
    for (int i = 0; i < CLAIM_COSTS; i++)
        account.costs[i] = terms->costs[i].amount;
    for (size_t i = 0; i < count && day_compare(payments[i].day, on) <= 0; i++)
        account_event(&account, payments[i].day, payments[i].amount);
    account_event(&account, on, 0);
    return (ClaimBalance){.left = {.part = {[PART_COSTS] = costs_owed(&account, on),
                                            [PART_INTEREST] = accrual_interest(&account.accrual),
                                            [PART_PRINCIPAL] = account.accrual.principal}},
                          .over = account.over,
                          .day_rate = day_rate(&account, on),
                          .marks = account.accrual.marks};
}
