/* index.html: the file as a lawyer reads it, from the parties to the last call, with a link to every document. */
#include "paper/handover/parts.h"

#include "base/i18n.h"
#include "base/text.h"
#include <string.h>

static const char style[] =
    "<style>body{font:11pt/1.45 sans-serif;max-width:60em;margin:2em auto;padding:0 1em;color:#111}"
    "h1{font-size:1.5em}h2{font-size:1.15em;margin-top:2em;border-bottom:1px solid #888}"
    "table{border-collapse:collapse;width:100%}th,td{text-align:left;vertical-align:top;padding:.2em .8em .2em 0;"
    "border-bottom:1px solid #ddd}td.n,th.n{text-align:right;white-space:nowrap}td.d{white-space:nowrap}"
    "@media print{body{margin:0}a{color:inherit;text-decoration:none}}</style>\n";

static void put(GString *html, const char *tag, const char *text)
{
    g_autofree char *clean = text_clean(text), *safe = g_markup_escape_text(clean, -1);
    g_string_append_printf(html, "<%s>%s</%.*s>\n", tag, safe, (int)strcspn(tag, " "), tag);
}

/* --- Who and how much --------------------------------------------------------------------------------------------- */

static void fact(GString *html, const char *label, const char *text)
{
    g_autofree char *clean = text_clean(text);
    if (*clean == '\0')
        return;
    g_autofree char *safe = g_markup_escape_text(clean, -1), *name = g_markup_escape_text(label, -1);
    g_string_append_printf(html, "<tr><th>%s</th><td>%s</td></tr>\n", name, safe);
}

static const char *kind_words(DebtorKind kind)
{
    static const char *const words[] = {[DEBTOR_UNKNOWN] = N_("not known whether a firm or a consumer"),
                                        [DEBTOR_CONSUMER] = N_("consumer"),
                                        [DEBTOR_BUSINESS] = N_("firm"),
                                        [DEBTOR_PUBLIC] = N_("public body")};
    return _(words[kind]);
}

static void parties_put(GString *html, const Desk *desk, const Claim *claim, const char *whom)
{
    const Settings *settings = desk->settings;
    g_autofree char *day = day_long(claim->day);
    g_autofree char *place =
        g_strdup_printf("%s, %s %s, %s", claim->street, claim->postcode, claim->city, claim->country);
    put(html, "h2", _("Parties"));
    g_string_append(html, "<table>\n");
    fact(html, _("Creditor"), settings_text(settings, "belronde", "name"));
    fact(html, _("Address"), settings_text(settings, "belronde", "address"));
    fact(html, _("Company number"), settings_text(settings, "letter", "company_number"));
    fact(html, _("Account"), settings_text(settings, "belronde", "iban"));
    fact(html, _("Debtor"), claim->name);
    fact(html, _("Address"), place);
    fact(html, _("Kind"), kind_words(claim->kind));
    fact(html, _("VAT number"), claim->vat);
    fact(html, _("Our customer number"), claim->number);
    fact(html, _("Handed to"), whom);
    fact(html, _("Day of this file"), day);
    g_string_append(html, "</table>\n");
}

static void totals_put(GString *html, const Claim *claim)
{
    put(html, "h2", _("What is claimed"));
    g_string_append(html, "<table>\n");
    for (guint i = 0; i < claim->totals->len; i++) {
        const ClaimTotal *total = &g_array_index(claim->totals, ClaimTotal, i);
        g_autofree char *open = money_text_currency(total->open, total->currency);
        g_autofree char *interest = money_text_currency(total->charges[CHARGE_INTEREST], total->currency);
        g_autofree char *costs =
            money_text_currency(total->charges[CHARGE_FIXED_SUM] + total->charges[CHARGE_COSTS], total->currency);
        g_autofree char *sum = money_text_currency(total->total, total->currency);
        g_autofree char *rate = money_text_currency(total->day_rate, total->currency);
        fact(html, _("Open on late invoices"), open);
        fact(html, _("Interest"), interest);
        fact(html, _("Costs"), costs);
        fact(html, _("Claimed today"), sum);
        fact(html, _("Interest of each further day"), rate);
    }
    g_string_append(html, "</table>\n<p><a href=\"claim.pdf\">claim.pdf</a></p>\n");
}

static void bars_put(GString *html, const GPtrArray *bars)
{
    if (bars->len == 0)
        return;
    put(html, "h2", _("What stood in the way on that day"));
    g_string_append(html, "<ul>\n");
    for (guint i = 0; i < bars->len; i++)
        put(html, "li", ((const HandoverBar *)g_ptr_array_index(bars, i))->words);
    g_string_append(html, "</ul>\n");
}

/* --- The parts ------------------------------------------------------------------------------------------------------
 */

static const struct {
    const char *title, *empty; /* msgids */
    const char *second, *person, *state;
} PART_WORDS[] = {
    [PART_INVOICES] = {N_("Invoices"), N_("There is no open invoice."), N_("Open"), NULL, N_("State")},
    [PART_LETTERS] = {N_("Letters"), N_("No letter has left."), NULL, N_("To"), N_("How")},
    [PART_CALLS] = {N_("Calls"), N_("Nobody has rung him."), NULL, N_("By"), N_("Spoken to")},
    [PART_PROMISES] = {N_("Promises and payment plans"), N_("Nothing was promised."), N_("Received"), NULL,
                       N_("State")},
    [PART_DISPUTES] = {N_("Disputes"), N_("Nothing was disputed."), NULL, NULL, N_("State")},
    [PART_RECEIPTS] = {N_("Payments on these invoices"), N_("Nothing was paid on these invoices."), NULL, NULL, NULL},
};

static const char *heading(HandoverPart part, const HandoverColumn *column)
{
    const char *own = NULL;
    if (column->kind == CELL_SECOND)
        own = PART_WORDS[part].second;
    else if (strcmp(column->name, "person") == 0)
        own = PART_WORDS[part].person;
    else if (strcmp(column->name, "state") == 0)
        own = PART_WORDS[part].state;
    return _(own != NULL ? own : column->title);
}

static bool is_number(const HandoverColumn *column)
{
    return column->kind == CELL_AMOUNT || column->kind == CELL_SECOND;
}

static char *shown(const HandoverLine *line, const HandoverColumn *column)
{
    if (column->kind == CELL_AMOUNT && line->has_amount)
        return money_text(line->amount);
    if (column->kind == CELL_SECOND && line->has_second)
        return money_text(line->second);
    return handover_cell(line, column);
}

static void cell_put(GString *html, const HandoverLine *line, const HandoverColumn *column)
{
    g_autofree char *plain = shown(line, column), *safe = g_markup_escape_text(plain, -1);
    const char *class = is_number(column) ? " class=\"n\"" : column->kind != CELL_TEXT ? " class=\"d\"" : "";
    if (strcmp(column->name, "file") == 0 && *plain != '\0') {
        g_autofree char *link = g_uri_escape_string(plain, "/", FALSE);
        g_string_append_printf(html, "<td%s><a href=\"%s\">%s</a></td>", class, link, safe);
        return;
    }
    g_string_append_printf(html, "<td%s>%s</td>", class, safe);
}

static void part_put(GString *html, const Handover *handover, HandoverPart part)
{
    bool used[16] = {false}, any = false;
    g_assert(HANDOVER_COLUMN_COUNT <= G_N_ELEMENTS(used));
    put(html, "h2", _(PART_WORDS[part].title));
    for (size_t c = 0; c < HANDOVER_COLUMN_COUNT; c++) {
        /* The name of the kept bytes is in the link already. */
        bool told = part == PART_LETTERS && strcmp(HANDOVER_COLUMNS[c].name, "number") == 0;
        used[c] = !told && handover_part_has(handover, part, &HANDOVER_COLUMNS[c]);
        any = any || used[c];
    }
    if (!any) {
        put(html, "p", _(PART_WORDS[part].empty));
        return;
    }
    g_string_append(html, "<table>\n<tr>");
    for (size_t c = 0; c < HANDOVER_COLUMN_COUNT; c++)
        if (used[c])
            put(html, is_number(&HANDOVER_COLUMNS[c]) ? "th class=\"n\"" : "th", heading(part, &HANDOVER_COLUMNS[c]));
    g_string_append(html, "</tr>\n");
    for (guint i = 0; i < handover->lines->len; i++) {
        const HandoverLine *line = g_ptr_array_index(handover->lines, i);
        if (line->part != part)
            continue;
        g_string_append(html, "<tr>");
        for (size_t c = 0; c < HANDOVER_COLUMN_COUNT; c++)
            if (used[c])
                cell_put(html, line, &HANDOVER_COLUMNS[c]);
        g_string_append(html, "</tr>\n");
    }
    g_string_append(html, "</table>\n");
}

char *handover_html(const Desk *desk, const Handover *handover, const char *whom)
{
    const Claim *claim = handover->claim;
    g_autofree char *name = text_clean(claim->name), *safe = g_markup_escape_text(name, -1);
    GString *html = g_string_new(NULL);
    g_string_append_printf(
        html,
        "<!DOCTYPE html>\n<html lang=\"%s\">\n<head><meta charset=\"utf-8\"><title>%s</title>\n%s</head>\n"
        "<body>\n",
        desk->language, safe, style);
    put(html, "h1", name);
    parties_put(html, desk, claim, whom);
    totals_put(html, claim);
    bars_put(html, handover->bars);
    for (int part = 0; part < PARTS; part++)
        part_put(html, handover, (HandoverPart)part);
    put(html, "p", _("The same in dossier.csv and dossier.json, for programs."));
    g_string_append(html, "</body>\n</html>\n");
    return g_string_free(html, FALSE);
}
