#include "paper/letter_words.h"

#include "rules/interest.h"

#include <string.h>

static const LetterWords rows[] = {
    {.language = "en",
     .subject = "Subject: ",
     .invoice = "Invoice",
     .issued = "Date",
     .due = "Due on",
     .days_late = "Days late",
     .amount = "Amount",
     .open = "Open",
     .interest = "Interest",
     .costs = "Costs",
     .together = "To pay",
     .total = "Total",
     .credit_note = "credit note",
     .from = "From",
     .until = "Up to and with",
     .days = "Days",
     .base = "On",
     .yearly = "A year",
     .part = "Instalment",
     .part_down = "Down payment",
     .part_due = "Due on",
     .part_amount = "Amount",
     .to_pay = "To pay",
     .payee = "Payee",
     .account = "Account",
     .bic = "BIC",
     .reference = "Reference",
     .scan = "Scan with your banking app",
     .page = "page %d of %d",
     .date = "%02d/%02d/%04d",
     .expected = "The rate is expected, not published yet.",
     .unconfirmed = "Rate not confirmed after %s.",
     .unknown = "No rate is known for the first days: nothing is asked for them."},
    {.language = "nl",
     .subject = "Betreft: ",
     .invoice = "Factuur",
     .issued = "Datum",
     .due = "Vervaldag",
     .days_late = "Dagen te laat",
     .amount = "Bedrag",
     .open = "Openstaand",
     .interest = "Interest",
     .costs = "Kosten",
     .together = "Te betalen",
     .total = "Totaal",
     .credit_note = "creditnota",
     .from = "Van",
     .until = "Tot en met",
     .days = "Dagen",
     .base = "Op",
     .yearly = "Per jaar",
     .part = "Termijn",
     .part_down = "Voorschot",
     .part_due = "Uiterlijk op",
     .part_amount = "Bedrag",
     .to_pay = "Te betalen",
     .payee = "Begunstigde",
     .account = "Rekening",
     .bic = "BIC",
     .reference = "Mededeling",
     .scan = "Scan met uw bank-app",
     .page = "pagina %d van %d",
     .date = "%02d/%02d/%04d",
     .expected = "De rentevoet wordt verwacht en is nog niet gepubliceerd.",
     .unconfirmed = "Rentevoet niet bevestigd na %s.",
     .unknown = "Voor de eerste dagen is geen rentevoet bekend: daarvoor vragen wij niets."},
    {.language = "fr",
     .subject = "Objet : ",
     .invoice = "Facture",
     .issued = "Date",
     .due = "Échéance",
     .days_late = "Jours de retard",
     .amount = "Montant",
     .open = "Solde ouvert",
     .interest = "Intérêts",
     .costs = "Frais",
     .together = "À payer",
     .total = "Total",
     .credit_note = "note de crédit",
     .from = "Du",
     .until = "Au",
     .days = "Jours",
     .base = "Sur",
     .yearly = "Par an",
     .part = "Versement",
     .part_down = "Acompte",
     .part_due = "Au plus tard le",
     .part_amount = "Montant",
     .to_pay = "À payer",
     .payee = "Bénéficiaire",
     .account = "Compte",
     .bic = "BIC",
     .reference = "Communication",
     .scan = "Scannez avec votre appli bancaire",
     .page = "page %d sur %d",
     .date = "%02d/%02d/%04d",
     .expected = "Le taux est prévu et n’est pas encore publié.",
     .unconfirmed = "Taux non confirmé après le %s.",
     .unknown = "Aucun taux n’est connu pour les premiers jours : rien n’est demandé pour eux."},
    {.language = "de",
     .subject = "Betreff: ",
     .invoice = "Rechnung",
     .issued = "Datum",
     .due = "Fällig am",
     .days_late = "Tage überfällig",
     .amount = "Betrag",
     .open = "Offen",
     .interest = "Zinsen",
     .costs = "Kosten",
     .together = "Zu zahlen",
     .total = "Summe",
     .credit_note = "Gutschrift",
     .from = "Vom",
     .until = "Bis",
     .days = "Tage",
     .base = "Auf",
     .yearly = "Im Jahr",
     .part = "Rate",
     .part_down = "Anzahlung",
     .part_due = "Fällig am",
     .part_amount = "Betrag",
     .to_pay = "Zu zahlen",
     .payee = "Empfänger",
     .account = "Konto",
     .bic = "BIC",
     .reference = "Verwendungszweck",
     .scan = "Mit Ihrer Banking-App scannen",
     .page = "Seite %d von %d",
     .date = "%02d.%02d.%04d",
     .expected = "Der Zinssatz wird erwartet und ist noch nicht veröffentlicht.",
     .unconfirmed = "Zinssatz nach dem %s nicht bestätigt.",
     .unknown = "Für die ersten Tage ist kein Zinssatz bekannt: dafür wird nichts verlangt."},
};

const LetterWords *letter_words(const char *language)
{
    for (size_t i = 0; language != NULL && i < G_N_ELEMENTS(rows); i++)
        if (g_ascii_strncasecmp(language, rows[i].language, 2) == 0)
            return &rows[i];
    return &rows[0];
}

const LetterWords *letter_words_row(size_t index)
{
    return index < G_N_ELEMENTS(rows) ? &rows[index] : NULL;
}

char *letter_day(const LetterWords *words, Day day)
{
    if (!day_known(day))
        return g_strdup("");
    Date date = day_date(day);
    return g_strdup_printf(words->date, date.day, date.month, date.year);
}

char *letter_marks_note(const LetterWords *words, unsigned marks, Day confirmed)
{
    GString *note = g_string_new(marks != 0 ? "*" : "");
    g_autofree char *day = letter_day(words, confirmed);
    if ((marks & INTEREST_PROJECTED) != 0)
        g_string_append_printf(note, " %s", words->expected);
    if ((marks & INTEREST_UNCONFIRMED) != 0) {
        g_string_append_c(note, ' ');
        g_string_append_printf(note, words->unconfirmed, day);
    }
    if ((marks & INTEREST_UNKNOWN) != 0)
        g_string_append_printf(note, " %s", words->unknown);
    return g_string_free(note, FALSE);
}
