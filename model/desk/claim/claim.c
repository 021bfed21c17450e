#include "desk/claim/parts.h"

#include "base/i18n.h"
#include <string.h>

enum { TEXTS = 1024 }; /* bytes at once: of most customers all */

/* --- Memory ------------------------------------------------------------------------------------------------ */

static void invoice_free(gpointer data)
{
    ClaimInvoice *invoice = data;
    g_array_unref(invoice->payments);
    g_array_unref(invoice->periods);
    g_array_unref(invoice->notices);
    g_free(invoice);
}

static ClaimInvoice *invoice_new(void)
{
    ClaimInvoice *invoice = g_new(ClaimInvoice, 1);
    invoice->payments = g_array_new(FALSE, TRUE, sizeof(ClaimPaid));
    invoice->periods = g_array_new(FALSE, TRUE, sizeof(InterestPeriod));
    invoice->notices = g_array_new(FALSE, TRUE, sizeof(Notice));
    return invoice;
}

ClaimInvoice *claim_invoice_add(Claim *claim)
{
    ClaimInvoice *invoice =
        claim->spare->len > 0 ? g_ptr_array_steal_index_fast(claim->spare, claim->spare->len - 1) : invoice_new();
    GArray *const kept[] = {invoice->payments, invoice->periods, invoice->notices};
    for (size_t i = 0; i < G_N_ELEMENTS(kept); i++)
        if (kept[i]->len > 0)
            g_array_set_size(kept[i], 0);
    memset(invoice, 0, sizeof *invoice);
    invoice->issued = invoice->due = invoice->late_from = DAY_NONE;
    invoice->payments = kept[0];
    invoice->periods = kept[1];
    invoice->notices = kept[2];
    g_ptr_array_add(claim->invoices, invoice);
    return invoice;
}

const char *claim_text_of(Claim *claim, Query *query, const char *column)
{
    const char *text = query_text(query, column);
    return *text != '\0' ? g_string_chunk_insert(claim->texts, text) : "";
}

Claim *claim_new(Day day)
{
    Claim *claim = g_new(Claim, 1);
    *claim = (Claim){.day = day,
                     .bank_day = DAY_NONE,
                     .invoices = g_ptr_array_new_with_free_func(invoice_free),
                     .notes = g_ptr_array_new_with_free_func(g_free),
                     .notices = g_ptr_array_new_with_free_func(g_free),
                     .totals = g_array_new(FALSE, TRUE, sizeof(ClaimTotal)),
                     .texts = g_string_chunk_new(TEXTS),
                     .spare = g_ptr_array_new_with_free_func(invoice_free)};
    return claim;
}

void claim_restart(Claim *claim, gint64 customer_id)
{
    while (claim->invoices->len > 0)
        g_ptr_array_add(claim->spare, g_ptr_array_steal_index_fast(claim->invoices, claim->invoices->len - 1));
    g_clear_pointer(&claim->promises, g_ptr_array_unref);
    g_ptr_array_set_size(claim->notes, 0);
    g_ptr_array_set_size(claim->notices, 0);
    g_array_set_size(claim->totals, 0);
    g_string_chunk_clear(claim->texts);
    *claim = (Claim){.customer_id = customer_id,
                     .day = claim->day,
                     .bank_day = claim->bank_day,
                     .invoices = claim->invoices,
                     .notes = claim->notes,
                     .notices = claim->notices,
                     .totals = claim->totals,
                     .texts = claim->texts,
                     .spare = claim->spare};
}

void claim_free(Claim *claim)
{
    if (claim == NULL)
        return;
    g_ptr_array_unref(claim->invoices);
    g_ptr_array_unref(claim->notes);
    g_ptr_array_unref(claim->notices);
    g_clear_pointer(&claim->promises, g_ptr_array_unref);
    g_ptr_array_unref(claim->spare);
    g_array_unref(claim->totals);
    g_string_chunk_free(claim->texts);
    g_free(claim);
}

/* --- One invoice ------------------------------------------------------------------------------------------- */

static AllotOrder order_of(const char *first)
{
    AllotOrder order = ALLOT_COSTS_FIRST;
    if (strcmp(first, "interest") == 0)
        (void)allot_order_find("interest,costs,principal", &order);
    else if (strcmp(first, "principal") == 0)
        (void)allot_order_find("principal,costs,interest", &order);
    return order;
}

/* What the house says. */
typedef struct {
    const Rates *rates;
    const Calendar *calendar;
    bool clause, small, third_party; /* a clause in its contracts, a small firm, collects for others */
    AllotOrder order;
} ClaimHouse;

static ClaimHouse house_of(const Desk *desk)
{
    const Settings *settings = desk->settings;
    return (ClaimHouse){.rates = desk->rates,
                        .calendar = desk->calendar,
                        .clause = settings_boolean(settings, "charges", "clause"),
                        .small = settings_boolean(settings, "charges", "sme"),
                        .third_party = settings_boolean(settings, "charges", "third_party"),
                        .order = order_of(settings_text(settings, "charges", "first"))};
}

Cents claim_asked(const ClaimInvoice *invoice)
{
    return invoice->open - invoice->disputed - invoice->planned - invoice->on_account - invoice->by_notes;
}

/* What bears something: also what was paid of it since. */
static Cents bearing(const ClaimInvoice *invoice)
{
    return claim_asked(invoice) + invoice->paid;
}

static bool is_held(const Claim *claim, const ClaimInvoice *invoice)
{
    return claim->mediation || (invoice->disputed > 0 && claim_asked(invoice) <= 0);
}

static ChargeCase case_of(const Claim *claim, const ClaimInvoice *invoice, const ClaimHouse *house)
{
    return (ChargeCase){.country = claim->country,
                        .kind = claim->kind,
                        .clause = house->clause,
                        .creditor_sme = house->small,
                        .third_party = house->third_party,
                        .held = is_held(claim, invoice),
                        .agreed = RATE_AGREED_NONE,
                        .due = day_plus(invoice->late_from, -1),
                        .notices = (const Notice *)(const void *)invoice->notices->data,
                        .notice_count = invoice->notices->len};
}

static bool is_before(const ClaimPaid *paid, Day day)
{
    return !day_known(day) || day_compare(paid->day, day) < 0;
}

/* What bears something and was not paid before that day. */
static Cents unpaid_on(const ClaimInvoice *invoice, Day day)
{
    Cents unpaid = bearing(invoice);
    for (guint i = 0; i < invoice->payments->len; i++) {
        const ClaimPaid *paid = &g_array_index(invoice->payments, ClaimPaid, i);
        unpaid -= is_before(paid, day) ? paid->amount : 0;
    }
    return MAX(unpaid, 0);
}

/* The law names its sums in the money of its country; nobody may reckon them over into another. */
static void other_money_judge(const ClaimInvoice *invoice, ChargeAnswer *answers)
{
    const char *series = answers[CHARGE_INTEREST].series;
    const char *money = series != NULL && g_str_has_prefix(series, "uk_") ? "GBP" : "EUR";
    for (Charge charge = CHARGE_FIXED_SUM; charge < CHARGE_COUNT && strcmp(invoice->currency, money) != 0; charge++)
        answers[charge] = (ChargeAnswer){.from = DAY_NONE,
                                         .bears_from = DAY_NONE,
                                         .reason = "other_money",
                                         .words = N_("the law has no sum in this currency")};
}

static void invoice_judge(const Claim *claim, ClaimInvoice *invoice, const ClaimHouse *house)
{
    ChargeCase about = case_of(claim, invoice, house);
    ChargeAnswer *answers = invoice->answers;
    charges_judge(&about, house->rates, house->calendar, claim->day, answers);
    other_money_judge(invoice, answers);
    if (answers[CHARGE_INTEREST].allowed)
        (void)charge_interest_rule(&about, house->rates, &answers[CHARGE_INTEREST], &invoice->rule);
    if (answers[CHARGE_FIXED_SUM].allowed)
        invoice->charges[CHARGE_FIXED_SUM] = charge_fixed_sum(house->rates, answers[CHARGE_INTEREST].series,
                                                              unpaid_on(invoice, answers[CHARGE_FIXED_SUM].from));
}

/* --- Costs ------------------------------------------------------------------------------------------------- */

static bool bears_costs(const ClaimInvoice *invoice)
{
    const ChargeAnswer *answer = &invoice->answers[CHARGE_COSTS];
    return answer->allowed && unpaid_on(invoice, answer->from) > 0;
}

/* The scale is applied once: in the Netherlands to all that is claimed (6:96(7) BW), in Belgium to the balance of what
 * one reminder was about, so what bears costs from the same day on. */
static bool reckoned_together(const Claim *claim, const ClaimInvoice *one, const ClaimInvoice *other)
{
    bool dutch = g_ascii_strcasecmp(claim->country, "NL") == 0;
    return strcmp(one->currency, other->currency) == 0 &&
           (dutch || day_compare(one->answers[CHARGE_COSTS].from, other->answers[CHARGE_COSTS].from) == 0);
}

static bool leads_costs(const Claim *claim, guint index)
{
    const ClaimInvoice *invoice = g_ptr_array_index(claim->invoices, index);
    if (!bears_costs(invoice))
        return false;
    for (guint i = 0; i < index; i++) {
        const ClaimInvoice *before = g_ptr_array_index(claim->invoices, i);
        if (bears_costs(before) && reckoned_together(claim, before, invoice))
            return false;
    }
    return true;
}

/* They stand beside the first invoice that bears any.  What came in before they were owed lowers them. */
static void costs_judge(Claim *claim, const ClaimHouse *house)
{
    for (guint i = 0; i < claim->invoices->len; i++) {
        if (!leads_costs(claim, i))
            continue;
        ClaimInvoice *first = g_ptr_array_index(claim->invoices, i);
        Cents open = 0, fixed = 0;
        for (guint j = i; j < claim->invoices->len; j++) {
            const ClaimInvoice *invoice = g_ptr_array_index(claim->invoices, j);
            if (!bears_costs(invoice) || !reckoned_together(claim, first, invoice))
                continue;
            open += unpaid_on(invoice, invoice->answers[CHARGE_COSTS].from);
            fixed += invoice->charges[CHARGE_FIXED_SUM];
        }
        ChargeCase about = case_of(claim, first, house);
        Day from = first->answers[CHARGE_COSTS].from;
        first->charges[CHARGE_COSTS] = charge_costs(&about, house->rates, open, fixed, from);
    }
}

/* --- What each payment went to -------------------------------------------------------------------------------- */

/* Before anything may be charged a payment pays the invoice, and what it paid bears nothing. */
static Day first_charge(const ClaimInvoice *invoice)
{
    Day first = DAY_NONE;
    for (int i = 0; i < CHARGE_COUNT; i++) {
        const ChargeAnswer *answer = &invoice->answers[i];
        if (answer->allowed && (!day_known(first) || day_compare(answer->from, first) < 0))
            first = answer->from;
    }
    return first;
}

static ClaimTerms terms_of(const ClaimInvoice *invoice, const ClaimHouse *house, Cents principal)
{
    const ChargeAnswer *answers = invoice->answers;
    return (ClaimTerms){
        .rates = house->rates,
        .rule = invoice->rule,
        .principal = principal,
        .bears_from = invoice->rule.series != NULL ? answers[CHARGE_INTEREST].bears_from : DAY_NONE,
        .costs = {{invoice->charges[CHARGE_FIXED_SUM], answers[CHARGE_FIXED_SUM].from},
                  {invoice->charges[CHARGE_COSTS], answers[CHARGE_COSTS].from}},
        .order = house->order,
    };
}

/* The rows of the account stand beside the payments it was given; the last one is the statement. */
static void allotments_take(ClaimInvoice *invoice, guint early, const GArray *rows)
{
    for (guint i = 0; i + 1 < rows->len; i++) {
        ClaimPaid *paid = &g_array_index(invoice->payments, ClaimPaid, early + i);
        const ClaimRow *row = &g_array_index(rows, ClaimRow, i);
        paid->parts = row->allotment.paid;
        invoice->charges[CHARGE_INTEREST] += paid->parts.part[PART_INTEREST];
    }
}

/* Through the payments from `early` on.  Most invoices have none: a book of a million takes no list for them. */
static ClaimBalance balance_of(ClaimInvoice *invoice, const ClaimTerms *terms, guint early, Day on)
{
    if (early == invoice->payments->len)
        return claim_balance(terms, NULL, 0, on, NULL, invoice->periods);
    g_autoptr(GArray) payments = g_array_new(FALSE, TRUE, sizeof(ClaimPayment));
    g_autoptr(GArray) rows = g_array_new(FALSE, TRUE, sizeof(ClaimRow));
    for (guint i = early; i < invoice->payments->len; i++) {
        const ClaimPaid *paid = &g_array_index(invoice->payments, ClaimPaid, i);
        ClaimPayment one = {paid->day, paid->amount};
        g_array_append_val(payments, one);
    }
    ClaimBalance balance = claim_balance(terms, (const ClaimPayment *)(const void *)payments->data, payments->len, on,
                                         rows, invoice->periods);
    allotments_take(invoice, early, rows);
    return balance;
}

static void invoice_account(ClaimInvoice *invoice, const Claim *claim, const ClaimHouse *house)
{
    Day first = first_charge(invoice);
    guint early = 0, count = invoice->payments->len;
    Cents principal = bearing(invoice);
    for (; early < count; early++) {
        ClaimPaid *paid = &g_array_index(invoice->payments, ClaimPaid, early);
        if (!is_before(paid, first))
            break;
        paid->parts.part[PART_PRINCIPAL] = paid->amount;
        principal -= paid->amount;
    }
    if (!day_known(first) ||
        (principal == 0 && early == count)) { /* nothing is added: half of most books is not late */
        invoice->left.part[PART_PRINCIPAL] = invoice->total = principal;
        return;
    }
    ClaimTerms terms = terms_of(invoice, house, principal);
    ClaimBalance balance = balance_of(invoice, &terms, early, claim->day);
    invoice->left = balance.left;
    invoice->marks = balance.marks;
    invoice->day_rate = balance.day_rate;
    invoice->charges[CHARGE_INTEREST] += balance.left.part[PART_INTEREST];
    for (int i = 0; i < PART_COUNT; i++)
        invoice->total += balance.left.part[i];
}

/* --- The whole claim -------------------------------------------------------------------------------------------- */

/* What was paid asks for nothing more, unless a letter that counts had gone out before the money came. */
static bool is_claimed(const ClaimInvoice *invoice)
{
    if (invoice->open > 0)
        return true;
    const ClaimPaid *last =
        invoice->payments->len > 0 ? &g_array_index(invoice->payments, ClaimPaid, invoice->payments->len - 1) : NULL;
    for (guint i = 0; last != NULL && invoice->total > 0 && i < invoice->notices->len; i++)
        if (day_compare(g_array_index(invoice->notices, Notice, i).sent, last->day) < 0)
            return true;
    return false;
}

static ClaimTotal *total_of(GArray *totals, const char *currency)
{
    for (guint i = 0; i < totals->len; i++)
        if (strcmp(g_array_index(totals, ClaimTotal, i).currency, currency) == 0)
            return &g_array_index(totals, ClaimTotal, i);
    ClaimTotal total = {0};
    g_strlcpy(total.currency, currency, sizeof total.currency);
    g_array_append_val(totals, total);
    return &g_array_index(totals, ClaimTotal, totals->len - 1);
}

static void total_add(ClaimTotal *total, const ClaimInvoice *invoice)
{
    if (!invoice->late) {
        total->early++;
        total->early_open += invoice->open;
        return;
    }
    total->invoices++;
    total->open += invoice->open;
    total->disputed += invoice->disputed;
    total->planned += invoice->planned;
    total->credit += invoice->on_account + invoice->by_notes;
    for (int i = 0; i < CHARGE_COUNT; i++)
        total->charges[i] += invoice->charges[i];
    for (int i = 0; i < PART_COUNT; i++)
        total->left.part[i] += invoice->left.part[i];
    total->total += invoice->total;
    total->day_rate += invoice->day_rate;
    total->marks |= invoice->marks;
}

/* Fills charges, answers, left … of the gathered invoices and the totals. */
static void claim_judge(Claim *claim, const ClaimHouse *house)
{
    for (guint i = 0; i < claim->invoices->len; i++)
        invoice_judge(claim, g_ptr_array_index(claim->invoices, i), house);
    costs_judge(claim, house);
    for (guint i = 0; i < claim->invoices->len; i++)
        invoice_account(g_ptr_array_index(claim->invoices, i), claim, house);
    for (guint i = claim->invoices->len; i-- > 0;)
        if (!is_claimed(g_ptr_array_index(claim->invoices, i)))
            g_ptr_array_remove_index(claim->invoices, i);
    for (guint i = 0; i < claim->invoices->len; i++) {
        const ClaimInvoice *invoice = g_ptr_array_index(claim->invoices, i);
        total_add(total_of(claim->totals, invoice->currency), invoice);
    }
}

static gint invoice_compare(gconstpointer a, gconstpointer b, gpointer own)
{
    const ClaimInvoice *one = *(const ClaimInvoice *const *)a, *other = *(const ClaimInvoice *const *)b;
    bool mine = strcmp(one->currency, own) == 0, its = strcmp(other->currency, own) == 0;
    int order = mine != its ? (mine ? -1 : 1) : strcmp(one->currency, other->currency);
    if (order == 0)
        order = day_compare(one->late_from, other->late_from);
    return order != 0 ? order : (one->id > other->id) - (one->id < other->id);
}

void claim_sort(Claim *claim)
{
    g_ptr_array_sort_with_data(claim->invoices, invoice_compare, claim->currency);
}

Claim *claim_load(Desk *desk, const ClaimQuestion *question, GError **error)
{
    g_autoptr(Claim) claim = claim_new(question->day);
    ClaimHouse house = house_of(desk);
    if (!claim_gather(desk, question, claim, error))
        return NULL;
    claim_judge(claim, &house);
    if (question->promises && !claim_promises(desk, claim, error))
        return NULL;
    return g_steal_pointer(&claim);
}

typedef struct {
    ClaimHouse house;
    ClaimTake take;
    void *data;
} Judging;

static bool judged_take(Claim *claim, void *data, GError **error)
{
    const Judging *judging = data;
    claim_judge(claim, &judging->house);
    return judging->take(claim, judging->data, error);
}

bool claims_each(Desk *desk, Day day, ClaimTake take, void *data, GError **error)
{
    Judging judging = {house_of(desk), take, data};
    if (!store_snapshot_begin(desk->store, error))
        return false;
    const ClaimEach each = {day, judged_take, &judging};
    bool good = claims_gather(desk, &each, error);
    store_snapshot_end(desk->store);
    return good;
}

/* --- What is not allowed yet -------------------------------------------------------------------------------------- */

const ChargeAnswer *claim_waits(const Claim *claim, const char *currency, Charge charge)
{
    const ChargeAnswer *first = NULL;
    for (guint i = 0; i < claim->invoices->len; i++) {
        const ClaimInvoice *invoice = g_ptr_array_index(claim->invoices, i);
        const ChargeAnswer *answer = &invoice->answers[charge];
        if (strcmp(invoice->currency, currency) != 0 || answer->allowed || !invoice->late)
            continue;
        bool sooner = first == NULL || (day_known(answer->from) &&
                                        (!day_known(first->from) || day_compare(answer->from, first->from) < 0));
        first = sooner ? answer : first;
    }
    return first;
}
