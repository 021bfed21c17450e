/* The statement of claim as a letter without a template: text and paper come from the same one. */
#include "paper/claim/parts.h"

#include "base/i18n.h"
#include "base/text.h"
#include "paper/house.h"
#include "paper/letter_pdf.h"
#include "paper/letter_speech.h"
#include "paper/letter_text.h"
#include <string.h>

/* A sentence with its place filled; takes the words. */
static void say(const Statement *statement, const char *pattern, char *words)
{
    g_autofree char *owned = words;
    g_autofree char *sentence = g_strdup_printf(pattern, owned);
    letter_block_add(statement->letter, LETTER_PARAGRAPH, sentence);
}

/* ---- who ---- */

static void put(char **place, char *text)
{
    g_free(*place);
    *place = text;
}

static void recipient_line(const Statement *statement, const char *line)
{
    char *clean = text_clean(line);
    g_strstrip(clean);
    if (*clean != '\0')
        g_ptr_array_add(statement->letter->recipient, clean);
    else
        g_free(clean);
}

static void head_write(const Statement *statement)
{
    const Claim *claim = statement->claim;
    const Settings *settings = statement->desk->settings;
    Letter *letter = statement->letter;
    g_autofree char *place = g_strdup_printf("%s %s", claim->postcode, claim->city);
    g_autofree char *day = day_in(statement->language, claim->day);
    const char *city = settings_text(settings, "letter", "city");
    g_ptr_array_unref(letter->sender);
    letter->sender = house_sender(settings, true);
    recipient_line(statement, claim->name);
    recipient_line(statement, claim->street);
    recipient_line(statement, place);
    if (strcmp(claim->country, settings_text(settings, "belronde", "country")) != 0)
        recipient_line(statement, letter_country(statement->language, claim->country));
    put(&letter->logo, g_strdup(settings_text(settings, "letter", "logo")));
    put(&letter->place_and_day, *city != '\0' ? g_strdup_printf("%s, %s", city, day) : g_strdup(day));
    put(&letter->subject, g_strdup_printf(_("statement of claim as of %s"), day));
}

static void party_write(const Statement *statement)
{
    const Claim *claim = statement->claim;
    g_autoptr(GString) text = g_string_new(NULL);
    g_autofree char *number = text_clean(claim->number), *vat = text_clean(claim->vat);
    g_string_append_printf(text, _("Customer number %s"), number);
    if (*vat != '\0')
        g_string_append_printf(text, ", %s", vat);
    if (day_known(claim->bank_day)) {
        g_autofree char *known = letter_day(letter_words(statement->language), claim->bank_day);
        g_string_append(text, ". ");
        g_string_append_printf(text, _("Payments are known up to %s."), known);
    }
    letter_block_add(statement->letter, LETTER_PARAGRAPH, text->str);
}

/* ---- one currency ---- */

static void marks_write(const Statement *statement)
{
    g_autofree char *note = letter_marks_note(letter_words(statement->language), statement->total->marks,
                                              rates_confirmed_until(statement->desk->rates));
    if (*note != '\0')
        letter_block_add(statement->letter, LETTER_PARAGRAPH, note);
}

static void early_write(const Statement *statement)
{
    const ClaimTotal *total = statement->total;
    if (total->early == 0)
        return;
    g_autofree char *open = money_in(statement->language, total->early_open, total->currency);
    g_autofree char *sentence =
        g_strdup_printf(NP_("%d invoice is not late yet and no part of this: %s.",
                            "%d invoices are not late yet and no part of this: %s.", total->early),
                        total->early, open);
    letter_block_add(statement->letter, LETTER_PARAGRAPH, sentence);
}

static void day_rate_write(const Statement *statement)
{
    const ClaimTotal *total = statement->total;
    if (total->day_rate > 0)
        say(statement, _("Each day after that adds %s of interest until it is paid."),
            money_in(statement->language, total->day_rate, total->currency));
}

/* What a payment went to leaves other parts than the books have. */
static void parts_write(const Statement *statement)
{
    const ClaimTotal *total = statement->total;
    Cents extra = total->total - total->left.part[PART_PRINCIPAL];
    Cents asked = total->open - total->disputed - total->planned - total->credit;
    if (extra == 0 || total->left.part[PART_PRINCIPAL] == asked)
        return;
    g_autofree char *costs = money_in(statement->language, total->left.part[PART_COSTS], total->currency);
    g_autofree char *interest = money_in(statement->language, total->left.part[PART_INTEREST], total->currency);
    g_autofree char *principal = money_in(statement->language, total->left.part[PART_PRINCIPAL], total->currency);
    g_autofree char *sentence = g_strdup_printf(
        _("After the payments this is %s of costs, %s of interest and %s of invoices."), costs, interest, principal);
    letter_block_add(statement->letter, LETTER_PARAGRAPH, sentence);
}

static void ground_add(GString *points, Charge charge, const char *words)
{
    g_autofree char *point = g_strdup_printf("%s: %s", charge_label(charge), words);
    if (strstr(points->str, point) == NULL)
        g_string_append_printf(points, "%s%s", points->len > 0 ? "\n" : "", point);
}

/* Why what is asked may be asked. */
static void grounds_write(const Statement *statement)
{
    g_autoptr(GString) points = g_string_new(NULL);
    for (int c = 0; c < CHARGE_COUNT; c++)
        for (guint i = 0; i < statement->claim->invoices->len; i++) {
            const ClaimInvoice *invoice = g_ptr_array_index(statement->claim->invoices, i);
            if (claim_counts(invoice, statement->total->currency) && invoice->charges[c] != 0)
                ground_add(points, (Charge)c, _(invoice->answers[c].words));
        }
    if (points->len == 0)
        return;
    letter_block_add(statement->letter, LETTER_HEADING, _("Why it may be asked"));
    letter_block_add(statement->letter, LETTER_POINTS, points->str);
}

/* What the desk must know and the customer need not read. */
static void waiting_write(const Statement *statement)
{
    g_autoptr(GString) points = g_string_new(NULL);
    for (int i = 0; i < CHARGE_COUNT; i++) {
        const ChargeAnswer *answer = claim_waits(statement->claim, statement->total->currency, (Charge)i);
        if (answer == NULL)
            continue;
        g_autofree char *from = letter_day(letter_words(statement->language), answer->from);
        g_string_append_printf(points, "%s%s: ", points->len > 0 ? "\n" : "", charge_label((Charge)i));
        if (*from != '\0')
            g_string_append_printf(points, _("from %s: "), from);
        g_string_append(points, _(answer->words));
    }
    if (points->len == 0)
        return;
    letter_block_add(statement->letter, LETTER_HEADING, _("Not asked yet"));
    letter_block_add(statement->letter, LETTER_POINTS, points->str);
}

static void total_write(Statement *statement, const ClaimTotal *total, bool inside)
{
    statement->total = total;
    if (statement->claim->totals->len > 1)
        say(statement, _("Amounts in %s"), g_strdup(total->currency));
    claim_invoices_add(statement);
    claim_asked_add(statement);
    claim_interest_add(statement);
    claim_costs_add(statement);
    claim_payments_add(statement);
    claim_summary_add(statement);
    parts_write(statement);
    day_rate_write(statement);
    marks_write(statement);
    early_write(statement);
    grounds_write(statement);
    if (inside)
        waiting_write(statement);
    claim_rates_add(statement);
}

/* ---- how to pay ---- */

/* In the first currency: nobody pays two with one transfer. */
static void payment_write(const Statement *statement)
{
    const ClaimTotal *total = &g_array_index(statement->claim->totals, ClaimTotal, 0);
    LetterPayment *payment = &statement->letter->payment;
    g_autoptr(GString) numbers = g_string_new(NULL);
    const char *reference = "";
    int count = 0;
    for (guint i = 0; i < statement->claim->invoices->len; i++) {
        const ClaimInvoice *invoice = g_ptr_array_index(statement->claim->invoices, i);
        if (!claim_counts(invoice, total->currency) || invoice->total <= 0)
            continue;
        reference = count++ == 0 ? invoice->reference : "";
        g_string_append_printf(numbers, "%s%s", numbers->len > 0 ? " " : "", invoice->number);
    }
    house_payment(statement->desk->settings, reference, statement->claim->number, numbers->str, payment);
    g_strlcpy(payment->currency, total->currency, sizeof payment->currency);
    payment->amount = *payment->iban != '\0' ? MAX(total->total, 0) : 0;
    if (payment->amount > 0)
        letter_block_add(statement->letter, LETTER_PAY, "");
}

/* ---- all of it ---- */

static const char *language_of(const Claim *claim, const ClaimStyle *style)
{
    static const char *const SPOKEN[] = {"en", "nl", "fr"};
    const char *wanted = style->language != NULL ? style->language : claim->language;
    for (size_t i = 0; i < G_N_ELEMENTS(SPOKEN); i++)
        if (strncmp(wanted, SPOKEN[i], 2) == 0)
            return SPOKEN[i];
    return SPOKEN[0];
}

static void statement_write(Statement *statement, bool inside)
{
    const Claim *claim = statement->claim;
    head_write(statement);
    party_write(statement);
    for (guint i = 0; i < claim->totals->len; i++)
        total_write(statement, &g_array_index(claim->totals, ClaimTotal, i), inside);
    if (claim->totals->len == 0)
        letter_block_add(statement->letter, LETTER_PARAGRAPH, _("Nothing is open."));
    claim_letters_add(statement);
    claim_promises_add(statement);
    if (claim->totals->len > 0)
        payment_write(statement);
}

/* Its words come from the catalogue of the interface, in the language of the document. */
static Letter *letter_of(const Desk *desk, const Claim *claim, const ClaimStyle *style)
{
    static const ClaimTotal NOTHING = {.currency = "EUR"};
    g_autofree char *spoken = g_strdup(i18n_language());
    Statement statement = {
        .desk = desk, .claim = claim, .language = language_of(claim, style), .total = &NOTHING, .letter = letter_new()};
    put(&statement.letter->slug, g_strdup("claim"));
    put(&statement.letter->language, g_strdup(statement.language));
    i18n_set_language(statement.language);
    statement_write(&statement, style->inside);
    i18n_set_language(spoken);
    return statement.letter;
}

GBytes *claim_pdf(const Desk *desk, const Claim *claim, const ClaimStyle *style, GError **error)
{
    g_autoptr(Letter) letter = letter_of(desk, claim, style);
    const LetterPaper paper = letter_paper(desk->settings, claim->day);
    return letter_pdf(letter, &paper, error);
}

char *claim_text(const Desk *desk, const Claim *claim, const ClaimStyle *style, int columns)
{
    g_autoptr(Letter) letter = letter_of(desk, claim, style);
    return letter_text(letter, columns, LETTER_TEXT_HEAD);
}
