/* How an amount settles items: exactly, with a rest that is let go, or not at all. */
#include "base/i18n.h"
#include "ledger/matching/parts.h"

#include <string.h>

/* What a bank keeps of a transfer from abroad when it does not say how much: not more than this, and not more than
 * one twentieth. */
enum { CHARGES_MOST = 5000, CHARGES_SHARE = 20 };

bool settle_closes(Settle how)
{
    return how >= SETTLE_EXACT;
}

/* --- Why a rest is let go ------------------------------------------------------------------------------- */

/* A payer has paid in time when his bank or ours dates it in time. */
static bool is_in_time(const LineRecord *line, Day until)
{
    return day_known(until) && (day_compare(line->day, until) <= 0 ||
                                (day_known(line->value_day) && day_compare(line->value_day, until) <= 0));
}

static bool is_close(Cents one, Cents other, Cents tolerance)
{
    return ABS(one - other) <= tolerance;
}

/* CODA family 41, ISO PMNT/RCDT/XBCT: from abroad. */
static bool is_from_abroad(const LineRecord *line)
{
    const char *code = line->code != NULL ? line->code : "";
    bool coda = strlen(code) == 8 && strspn(code, "0123456789") == 8 && strncmp(code + 1, "41", 2) == 0;
    return coda || strstr(code, "XBCT") != NULL;
}

static bool is_charges(const LedgerTerms *terms, const LineRecord *line, Cents whole, Cents rest)
{
    if (line->charges > 0)
        return is_close(rest, line->charges, tolerance_in(terms, line->currency));
    return is_from_abroad(line) && rest <= CHARGES_MOST && rest <= whole / CHARGES_SHARE;
}

const char *rest_forgiven(const LedgerTerms *terms, const LineRecord *line, const Candidate *item, Cents rest)
{
    if (rest <= 0 || item->open <= 0)
        return "";
    Cents tolerance = tolerance_in(terms, line->currency);
    if (rest <= tolerance)
        return "tolerance";
    if (item->discount > 0 && is_close(rest, item->discount, tolerance) && is_in_time(line, item->discount_until))
        return "discount";
    return is_charges(terms, line, item->open, rest) ? "charges" : "";
}

/* --- Discounts of several items ------------------------------------------------------------------------- */

static bool has_discount(const LineRecord *line, const Candidate *item, bool in_time)
{
    return item->discount > 0 && item->open == item->amount && (!in_time || is_in_time(line, item->discount_until));
}

/* Whose discounts make up the rest: all of them, or the one choice that does; chosen[i] says which. */
static bool discounts_choose(const Search *search, const GPtrArray *items, Cents rest, bool in_time, bool *chosen)
{
    Cents sum = 0, tolerance = tolerance_in(&search->terms, search->line->currency);
    g_autofree Cents *discounts = g_new0(Cents, items->len + 1);
    g_autofree guint *of = g_new0(guint, items->len + 1);
    g_autofree bool *some = g_new0(bool, items->len + 1);
    guint count = 0;
    for (guint i = 0; i < items->len; i++) {
        const Candidate *item = g_ptr_array_index(items, i);
        if (!has_discount(search->line, item, in_time))
            continue;
        discounts[count] = item->discount;
        of[count++] = i;
        sum += item->discount;
    }
    if (count == 0)
        return false;
    bool all = is_close(rest, sum, tolerance);
    if (!all && !subset_unique(discounts, count, rest, some))
        return false;
    for (guint i = 0; i < count; i++)
        chosen[of[i]] = all || some[i];
    return true;
}

/* A cent beside the discount goes with it. */
static void parts_discounted(Match *match, const GPtrArray *items, const bool *chosen, Cents rest, const char *why)
{
    guint last = 0;
    for (guint i = 0; i < items->len; i++)
        last = chosen[i] ? i : last;
    for (guint i = 0; i < items->len; i++) {
        const Candidate *item = g_ptr_array_index(items, i);
        Cents off = i == last ? rest : chosen[i] ? MIN(item->discount, rest) : 0;
        rest -= off;
        match_part_waived(match, item->id, item->open - off, *why != '\0' ? off : 0, off != 0 ? why : "");
    }
}

/* --- The whole ------------------------------------------------------------------------------------------ */

/* The rest goes off the largest item. */
static void parts_short(Match *match, const GPtrArray *items, Cents rest, const char *why)
{
    guint largest = 0;
    for (guint i = 1; i < items->len; i++)
        if (((const Candidate *)g_ptr_array_index(items, i))->open >
            ((const Candidate *)g_ptr_array_index(items, largest))->open)
            largest = i;
    for (guint i = 0; i < items->len; i++) {
        const Candidate *item = g_ptr_array_index(items, i);
        Cents off = i == largest ? rest : 0;
        match_part_waived(match, item->id, item->open - off, off, off != 0 ? why : "");
    }
}

Settled match_settle(Search *search, Match *match, const GPtrArray *items)
{
    const LineRecord *line = search->line;
    Cents sum = candidates_sum(items), rest = sum - line->amount;
    g_autofree bool *chosen = g_new0(bool, items->len + 1);
    if (sum == G_MININT64 || sum <= 0) {
        match_fill(match, items, line->amount);
        return (Settled){SETTLE_PART, 0};
    }
    if (rest <= 0 || rest <= tolerance_in(&search->terms, line->currency)) {
        parts_short(match, items, MAX(rest, 0), "tolerance");
        return rest == 0  ? (Settled){SETTLE_EXACT, 0}
               : rest < 0 ? (Settled){SETTLE_OVER, -rest}
                          : (Settled){SETTLE_TOLERANCE, rest};
    }
    if (discounts_choose(search, items, rest, true, chosen)) {
        parts_discounted(match, items, chosen, rest, "discount");
        return (Settled){SETTLE_DISCOUNT, rest};
    }
    if (is_charges(&search->terms, line, sum, rest)) {
        parts_short(match, items, rest, "charges");
        return (Settled){SETTLE_CHARGES, rest};
    }
    if (discounts_choose(search, items, rest, false, chosen)) {
        parts_discounted(match, items, chosen, rest, "");
        return (Settled){SETTLE_LATE_DISCOUNT, rest};
    }
    match_fill(match, items, line->amount);
    return (Settled){SETTLE_PART, rest};
}

static Day discount_day(const GPtrArray *items)
{
    Day until = DAY_NONE;
    for (guint i = 0; i < items->len; i++) {
        const Candidate *item = g_ptr_array_index(items, i);
        if (item->discount > 0 && (!day_known(until) || day_compare(item->discount_until, until) < 0))
            until = item->discount_until;
    }
    return until;
}

char *settlement_words(const Search *search, const GPtrArray *items, Settled settlement)
{
    g_autofree char *rest = money_text(settlement.rest);
    g_autofree char *until = day_numeric(discount_day(items)), *paid = day_numeric(search->line->day);
    switch (settlement.how) {
    case SETTLE_EXACT: return g_strdup("");
    case SETTLE_OVER: return g_strdup_printf(_(" %s more than was open stays on account."), rest);
    case SETTLE_TOLERANCE: return g_strdup_printf(_(" %s short, proposed for write-off."), rest);
    case SETTLE_DISCOUNT: return g_strdup_printf(_(" %s discount, agreed until %s."), rest, until);
    case SETTLE_CHARGES: return g_strdup_printf(_(" %s short: kept by the bank as its charges."), rest);
    case SETTLE_LATE_DISCOUNT:
        return g_strdup_printf(_(" %s discount was taken on %s, agreed until %s: it stays open."), rest, paid, until);
    case SETTLE_PART: break;
    }
    return g_strdup_printf(_(" %s stays open."), rest);
}
