/* How a decision is told to whoever looks the customer up: what holds, since when and why; no word about the person. */
#include "desk/holds.h"

#include "base/clock.h"
#include "base/i18n.h"
#include "base/text.h"

/* Day and month alone mean one of this year's. */
static char *day_said(Day day)
{
    int ago = ABS(day_minus(clock_today(), day));
    return ago < 300 ? day_short(day) : day_numeric(day);
}

static const struct {
    const char *now, *ahead, *list; /* %s: the day */
} PHRASES[] = {
    [HOLD_SUPPLY_STOP] = {N_("no delivery since %s"), N_("no delivery from %s"), N_("no delivery (customer list)")},
    [HOLD_PREPAY] = {N_("pays in advance since %s"), N_("pays in advance from %s"),
                     N_("pays in advance (customer list)")},
    [HOLD_HANDOVER] = {N_("handed over since %s"), N_("handed over from %s"), N_("handed over")},
};

static char *plain_words(HoldKind kind, const Hold *hold, bool ahead)
{
    if (hold->state == HOLD_BY_LIST)
        return g_strdup(_(PHRASES[kind].list));
    g_autofree char *day = day_said(hold->from);
    g_autofree char *why = text_clean(hold->reason_words), *detail = text_clean(hold->detail);
    g_autofree char *what = g_strdup_printf(_(ahead ? PHRASES[kind].ahead : PHRASES[kind].now), day);
    return g_strconcat(what, *why != '\0' ? ": " : "", why, *detail != '\0' ? ", " : "", detail, NULL);
}

static char *deadline_words(const Hold *hold)
{
    g_autofree char *day = day_said(hold->from), *why = text_clean(hold->reason_words);
    if (hold->state == HOLD_PASSED)
        return g_strdup_printf(_("the deadline of %s has passed; announced: %s"), day, why);
    return g_strdup_printf(_("to be paid by %s, else: %s"), day, why);
}

static char *limit_words(const Hold *hold, bool ahead, const char *currency)
{
    g_autofree char *amount = money_text_currency(hold->amount, currency), *why = text_clean(hold->reason_words);
    if (hold->state == HOLD_BY_LIST)
        return g_strdup_printf(_("credit limit %s"), amount);
    g_autofree char *day = day_said(hold->from);
    g_autofree char *what =
        g_strdup_printf(ahead ? _("credit limit %s from %s") : _("credit limit %s since %s"), amount, day);
    return g_strconcat(what, *why != '\0' ? ": " : "", why, NULL);
}

char *hold_words(HoldKind kind, const Hold *hold, bool ahead, const char *currency)
{
    if (hold->state == HOLD_NONE)
        return g_strdup("");
    if (kind == HOLD_DEADLINE)
        return deadline_words(hold);
    return kind == HOLD_CREDIT_LIMIT ? limit_words(hold, ahead, currency) : plain_words(kind, hold, ahead);
}

/* NULL: within the limit, none set, or of another currency. */
static char *over_words(const Holds *holds, const MoneyLine *money)
{
    Cents limit = holds_limit(holds);
    if (limit < 0 || money == NULL || money->open <= limit || !g_str_equal(money->currency, holds->currency))
        return NULL;
    g_autofree char *over = money_text_currency(money->open - limit, money->currency);
    g_autofree char *most = money_text_currency(limit, money->currency);
    return g_strdup_printf(_("%s over the credit limit of %s"), over, most);
}

static void add(GString *words, const char *more)
{
    if (more != NULL && *more != '\0')
        g_string_append_printf(words, "%s%s", words->len > 0 ? " · " : "", more);
}

char *holds_words(const Holds *holds, const MoneyLine *money)
{
    static const HoldKind order[] = {HOLD_HANDOVER, HOLD_DEADLINE, HOLD_SUPPLY_STOP, HOLD_PREPAY};
    GString *words = g_string_new(NULL);
    for (size_t i = 0; i < G_N_ELEMENTS(order); i++) {
        g_autofree char *now = hold_words(order[i], &holds->now[order[i]], false, holds->currency);
        g_autofree char *ahead = hold_words(order[i], &holds->ahead[order[i]], true, holds->currency);
        add(words, now);
        add(words, ahead);
    }
    g_autofree char *over = over_words(holds, money);
    g_autofree char *limit = hold_words(HOLD_CREDIT_LIMIT, &holds->ahead[HOLD_CREDIT_LIMIT], true, holds->currency);
    add(words, over);
    add(words, limit);
    return g_string_free(words, FALSE);
}

char *customer_holds_words(Desk *desk, gint64 customer_id)
{
    g_autoptr(GError) ignored = NULL;
    g_autoptr(Holds) holds = holds_load(desk, customer_id, &ignored);
    return holds != NULL ? holds_words(holds, NULL) : g_strdup("");
}
