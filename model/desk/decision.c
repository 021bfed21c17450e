/* Books what a person says about a receipt, and tells what it did: the money, the promises, today's queue. */
#include "desk/decision.h"

#include "base/clock.h"
#include "base/i18n.h"
#include "base/text.h"
#include "desk/touchpoint.h"
#include "desk/verb.h"
#include "ledger/account.h"
#include <string.h>

/* --- What may change for a customer ---------------------------------------------------------------------- */

/* Where he stands; of nobody (customer 0) nothing is known and nothing changes. */
typedef struct {
    gint64 customer_id;
    bool in_queue;
    GPtrArray *promises; /* Promise; NULL of nobody */
} Standing;

static void standing_clear(Standing *standing)
{
    g_clear_pointer(&standing->promises, g_ptr_array_unref);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(Standing, standing_clear)

static bool is_due_here(const Touchpoint *touchpoint)
{
    return *touchpoint->owner == '\0' && day_compare(touchpoint->when.day, clock_today()) <= 0;
}

static bool standing_read(Desk *desk, gint64 customer_id, Standing *standing, GError **error)
{
    standing->customer_id = customer_id;
    if (customer_id == 0)
        return true;
    g_autoptr(GPtrArray) touchpoints = touchpoints_of(desk, customer_id, error);
    for (guint i = 0; touchpoints != NULL && i < touchpoints->len; i++)
        standing->in_queue |= is_due_here(g_ptr_array_index(touchpoints, i));
    if (touchpoints != NULL)
        standing->promises = desk_promises(desk, customer_id, error);
    return standing->promises != NULL;
}

static PromiseState state_before(const Standing *before, gint64 promise_id)
{
    for (guint i = 0; before->promises != NULL && i < before->promises->len; i++) {
        const Promise *promise = g_ptr_array_index(before->promises, i);
        if (promise->id == promise_id)
            return promise->state;
    }
    return PROMISE_OPEN;
}

/* --- What followed, in words ------------------------------------------------------------------------------ */

static const char *const PROMISE_NEWS[] = {
    [PROMISE_KEPT] = N_("promise of %s kept"),
    [PROMISE_KEPT_LATE] = N_("promise of %s kept late"),
    [PROMISE_PARTLY] = N_("promise of %s partly kept"),
    [PROMISE_BROKEN] = N_("promise of %s broken"),
};

static void say_promises(GString *said, const Standing *before, const Standing *after)
{
    for (guint i = 0; after->promises != NULL && i < after->promises->len; i++) {
        const Promise *promise = g_ptr_array_index(after->promises, i);
        const char *news = promise->state < G_N_ELEMENTS(PROMISE_NEWS) ? PROMISE_NEWS[promise->state] : NULL;
        if (news == NULL || promise->state == state_before(before, promise->id))
            continue;
        g_autofree char *day = day_short(promise->due);
        g_string_append(said, "; ");
        g_string_append_printf(said, _(news), day);
    }
}

static void say_followed(GString *said, const Standing *before, const Standing *after)
{
    say_promises(said, before, after);
    if (before->in_queue != after->in_queue)
        g_string_append_printf(said, "; %s", after->in_queue ? _("back in today's queue") : _("out of today's queue"));
}

/* What stands booked of the receipt: the numbers of its items (at most two, else how many), and the sum. */
static bool booked_words(Desk *desk, const Receipt *receipt, char **words, Cents *sum, GError **error)
{
    int count = 0;
    g_autoptr(GString) numbers = g_string_new(NULL);
    g_autoptr(Query) query =
        store_query(desk->store,
                    "SELECT i.number, a.amount FROM allocation a JOIN item i ON i.id = a.item_id"
                    " WHERE a.payment_id = :payment AND a.reverses IS NULL"
                    " AND NOT EXISTS (SELECT 1 FROM allocation r WHERE r.reverses = a.id) ORDER BY a.id",
                    BINDS(INTEGER("payment", receipt->payment_id)), error);
    while (query != NULL && query_next(query)) {
        *sum += query_integer(query, "amount");
        g_string_append_printf(numbers, "%s%s", count++ > 0 ? ", " : "", query_text(query, "number"));
    }
    if (query == NULL || !query_finish(query, error))
        return false;
    *words = count > 2 ? g_strdup_printf(NP_("%d invoice", "%d invoices", count), count) : g_strdup(numbers->str);
    return true;
}

/* The account of this receipt means the customer from now on. */
static bool say_learned(Desk *desk, const Receipt *receipt, GString *said, GError **error)
{
    Ledger ledger = desk_ledger(desk);
    g_autoptr(GPtrArray) learned =
        receipt->customer_id != 0 ? learned_load(&ledger, receipt->customer_id, error) : g_ptr_array_new();
    for (guint i = 0; learned != NULL && i < learned->len; i++) {
        const Learned *row = g_ptr_array_index(learned, i);
        if (row->payment_id == receipt->payment_id && row->kind == LEARNED_IBAN) {
            g_string_append_printf(said, "; %s", _("account remembered"));
            break;
        }
    }
    return learned != NULL;
}

static bool say_booked(Desk *desk, const Receipt *receipt, GString *said, GError **error)
{
    Cents sum = 0;
    g_autofree char *items = NULL;
    if (!booked_words(desk, receipt, &items, &sum, error))
        return false;
    g_autofree char *money = money_text_currency(sum, receipt->currency);
    g_autofree char *left = money_text_currency(receipt->whole - sum, receipt->currency);
    if (*items == '\0') {
        g_string_append_printf(said, _("On account: %s for %s"), left, receipt->customer);
        return true;
    }
    g_string_append_printf(said, receipt->whole < 0 ? _("Taken back from %s: %s") : _("Booked on %s: %s"), items,
                           money);
    if (receipt->whole - sum > 0)
        g_string_append_printf(said, _("; %s stays on account"), left);
    return true;
}

static bool say(Desk *desk, const Decision *decision, const Standing *before, char **said, GError **error)
{
    g_auto(Standing) after = {0};
    g_autoptr(GString) words = g_string_new(NULL);
    Ledger ledger = desk_ledger(desk);
    Receipt *receipt = receipt_load(&ledger, decision->payment_id, error);
    bool good = receipt != NULL && standing_read(desk, before->customer_id, &after, error);
    if (good && decision->kind == DECISION_NOT_OURS) {
        g_autofree char *money = money_text_currency(receipt->whole, receipt->currency);
        g_string_append_printf(words, _("Not ours: %s asks nothing any more"), money);
    } else if (good) {
        good = say_booked(desk, receipt, words, error);
    }
    if (good)
        say_followed(words, before, &after);
    good = good && say_learned(desk, receipt, words, error);
    g_clear_pointer(&receipt, receipt_free);
    if (!good)
        return false;
    g_string_append_c(words, '.');
    *said = text_clean(words->str);
    return true;
}

/* --- Deciding ---------------------------------------------------------------------------------------------- */

/* Matching would only say that nothing waits. */
static bool may_accept(const Decision *decision, const Receipt *receipt, GError **error)
{
    bool nobody = decision->kind == DECISION_ACCEPT && receipt->waiting && receipt->customer_id == 0;
    return !nobody || fail(error, BELRONDE_ERROR_INPUT,
                           _("Nothing is proposed for this receipt: say whose it is, or that it is not ours."));
}

/* Credit notes make room for more, wherever they were named. */
static GArray *credits_first(Desk *desk, const GArray *item_ids, GError **error)
{
    g_autoptr(GArray) sorted = g_array_new(FALSE, FALSE, sizeof(gint64));
    guint credits = 0;
    for (guint i = 0; item_ids != NULL && i < item_ids->len; i++) {
        gint64 id = g_array_index(item_ids, gint64, i), open = 0;
        if (!store_value(desk->store, "SELECT open FROM item WHERE id = :id", BINDS(INTEGER("id", id)), 0, &open,
                         error))
            return NULL;
        g_array_insert_val(sorted, open < 0 ? credits++ : sorted->len, id);
    }
    return g_steal_pointer(&sorted);
}

static bool book(Desk *desk, const Decision *decision, GError **error)
{
    Ledger ledger = desk_ledger(desk);
    BookingOptions options = desk_booking(desk);
    g_autoptr(GArray) items = credits_first(desk, decision->item_ids, error);
    gint64 payment = decision->payment_id, customer = decision->customer_id;
    g_autofree char *op = store_operation_id();
    if (items == NULL)
        return false;
    switch (decision->kind) {
    case DECISION_ACCEPT: return match_confirm(&ledger, payment, op, &options, error);
    case DECISION_CHOOSE: return match_choose(&ledger, payment, decision->choice, op, &options, error);
    case DECISION_ASSIGN: return match_assign(&ledger, payment, customer, items, op, &options, error);
    case DECISION_ACCOUNT: return match_on_account(&ledger, payment, customer, op, &options, error);
    case DECISION_NOT_OURS: return match_not_ours(&ledger, payment, op, &options, error);
    }
    return false;
}

/* Whose standing the decision may change. */
static gint64 customer_of(const Decision *decision, const Receipt *receipt)
{
    if (decision->kind == DECISION_CHOOSE)
        return decision->choice->customer_id;
    bool said = decision->kind == DECISION_ASSIGN || decision->kind == DECISION_ACCOUNT;
    return said && decision->customer_id != 0 ? decision->customer_id : receipt->customer_id;
}

bool decision_make(Desk *desk, const Decision *decision, char **said, GError **error)
{
    Ledger ledger = desk_ledger(desk);
    g_auto(Standing) before = {0};
    Receipt *receipt = receipt_load(&ledger, decision->payment_id, error);
    bool good = receipt != NULL && may_accept(decision, receipt, error) &&
                standing_read(desk, customer_of(decision, receipt), &before, error) && book(desk, decision, error);
    g_clear_pointer(&receipt, receipt_free);
    return good && say(desk, decision, &before, said, error);
}
