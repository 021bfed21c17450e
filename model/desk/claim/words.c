#include "desk/claim_words.h"

#include "base/i18n.h"
#include "base/text.h"
#include <string.h>

enum { LABEL = 12, AMOUNT = 11, WORDS_LEAST = 30, INDENT = 2 };

typedef struct {
    GPtrArray *lines;
    int columns;
    bool wrap;
} Writing;

static void words_wrap(const Writing *writing, int indent, const char *words, const char *lead)
{
    g_auto(GStrv) wrapped = text_wrap(words, writing->columns - indent);
    for (char **part = wrapped; *part != NULL; part++)
        g_ptr_array_add(writing->lines, part == wrapped && *lead != '\0' ? g_strconcat(lead, *part, NULL)
                                                                         : g_strdup_printf("%*s%s", indent, "", *part));
}

static void line_take(const Writing *writing, char *line)
{
    g_strchomp(line);
    g_ptr_array_add(writing->lines, line);
}

/* Label and amount once, the words beside them, in a narrow place below them: as many lines as they need, or cut. */
static void line_add(const Writing *writing, const char *label, const char *amount, const char *words)
{
    int left = LABEL + 1 + AMOUNT + 2, room = writing->columns - left;
    g_autofree char *label_cell = text_fit(label, LABEL), *amount_cell = text_fit(amount, -AMOUNT);
    g_autofree char *lead = g_strdup_printf("%s %s  ", label_cell, amount_cell);
    if (!writing->wrap || text_width(words) <= room) {
        g_autofree char *cut = text_cut(words, MAX(room, 0));
        line_take(writing, g_strconcat(lead, cut, NULL));
    } else if (room >= WORDS_LEAST) {
        words_wrap(writing, left, words, lead);
    } else {
        line_take(writing, g_strdup(lead));
        words_wrap(writing, INDENT, words, "");
    }
}

static void money_add_line(const Writing *writing, const char *label, Cents cents, const char *words)
{
    g_autofree char *amount = money_text(cents);
    line_add(writing, label, amount, words);
}

/* "from Thu 26/02: why". */
static char *waits_words(const ChargeAnswer *answer)
{
    g_autofree char *from = day_known(answer->from) ? day_weekday_short(answer->from) : NULL;
    g_autofree char *lead = from != NULL ? g_strdup_printf(_("from %s: "), from) : g_strdup("");
    return g_strconcat(lead, _(answer->words), NULL);
}

static const char *asked_because(const Claim *claim, const char *currency, Charge charge)
{
    for (guint i = 0; i < claim->invoices->len; i++) {
        const ClaimInvoice *invoice = g_ptr_array_index(claim->invoices, i);
        if (strcmp(invoice->currency, currency) == 0 && invoice->charges[charge] != 0)
            return _(invoice->answers[charge].words);
    }
    return "";
}

static void charge_write(const Writing *writing, const Claim *claim, const ClaimTotal *total, Charge charge)
{
    const ChargeAnswer *answer = claim_waits(claim, total->currency, charge);
    const char *label = charge_label(charge);
    if (total->charges[charge] != 0) {
        money_add_line(writing, label, total->charges[charge], asked_because(claim, total->currency, charge));
        label = _("and more");
        if (answer == NULL || !day_known(answer->from))
            return;
    }
    if (answer == NULL)
        return;
    g_autofree char *words = waits_words(answer);
    line_add(writing, label, _("not yet"), words);
}

static void held_write(const Writing *writing, const ClaimTotal *total)
{
    if (total->disputed != 0)
        money_add_line(writing, _("disputed"), total->disputed, _("is not asked, and nothing is added to it"));
    if (total->planned != 0)
        money_add_line(writing, _("in a plan"), total->planned, _("is not asked while the plan is kept"));
}

static void sum_write(const Writing *writing, const ClaimTotal *total)
{
    Cents sum = 0;
    for (int i = 0; i < CHARGE_COUNT; i++)
        sum += total->charges[i];
    if (sum == 0)
        return;
    g_autofree char *daily = money_text(total->day_rate);
    g_autofree char *words = g_strdup_printf(_("today; %s more each day"), daily);
    money_add_line(writing, _("on top"), sum, total->day_rate != 0 ? words : _("today"));
}

static void total_write(const Writing *writing, const Claim *claim, const Rates *rates, const ClaimTotal *total)
{
    if (total->invoices == 0)
        return;
    if (strcmp(total->currency, claim->currency) != 0 || claim->totals->len > 1)
        line_add(writing, total->currency, "", "");
    sum_write(writing, total);
    for (int i = 0; i < CHARGE_COUNT; i++)
        charge_write(writing, claim, total, (Charge)i);
    held_write(writing, total);
    g_autofree char *marks = interest_marks_words(rates, total->marks);
    if (*marks != '\0')
        line_add(writing, _("rates"), "", marks);
}

GPtrArray *claim_lines(const Claim *claim, const Rates *rates, int columns, bool wrap)
{
    Writing writing = {g_ptr_array_new_with_free_func(g_free), columns, wrap};
    for (guint i = 0; i < claim->totals->len; i++)
        total_write(&writing, claim, rates, &g_array_index(claim->totals, ClaimTotal, i));
    if (writing.lines->len == 0)
        g_ptr_array_add(writing.lines, g_strdup(_("nothing is late: nothing may be asked on top")));
    return writing.lines;
}
