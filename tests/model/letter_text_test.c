/* A letter as plain text: nothing is lost at any width, columns stand under each other, no column without use. */
#include "base/text.h"
#include "letter_specimen.h"
#include "paper/letter_table.h"
#include "paper/letter_text.h"

#include <locale.h>
#include <string.h>

static void test_mail_body(void)
{
    g_autoptr(Letter) letter = letter_specimen_named("nl");
    g_autofree char *text = letter_text(letter, 72, LETTER_TEXT_BODY | LETTER_TEXT_FOOT);
    g_assert_cmpstr(text, ==,
                    "Beste mevrouw Wils,\n"
                    "\n"
                    "Op 24 februari stond nog € 4.852,60 open. Misschien kruist deze brief uw\n"
                    "betaling; dan dank ik u en mag u dit vergeten.\n"
                    "\n"
                    "  Factuur    Datum       Vervaldag   Dagen te laat  Openstaand\n"
                    "  ------------------------------------------------------------\n"
                    "  2025-1312  08/12/2025  07/01/2026             48    1.850,00\n"
                    "  2025-1355  22/12/2025  21/01/2026             34    1.492,60\n"
                    "  2026-0041  12/01/2026  11/02/2026             13    1.510,00\n"
                    "  ------------------------------------------------------------\n"
                    "  Totaal                                            €\u00a04.852,60\n"
                    "\n"
                    "Betaalt u vandaag? Scan de code met uw bank-app, of schrijf het bedrag\n"
                    "over met de mededeling hieronder. Dan vindt onze boekhouding het meteen\n"
                    "terug.\n"
                    "\n"
                    "  Te betalen   €\u00a04.852,60\n"
                    "  Begunstigde  Vanden Berghe Groothandel BV\n"
                    "  Rekening     BE71 0961 2345 6769\n"
                    "  Mededeling   RF18 5390 0754 7034\n"
                    "\n"
                    "Is er iets niet in orde of lukt betalen niet in één keer, bel mij dan.\n"
                    "Samen vinden we een oplossing.\n"
                    "\n"
                    "Met vriendelijke groeten,\n"
                    "\n"
                    "An Mertens\n"
                    "Debiteurenbeheer\n"
                    "+32 15 00 00 00\n"
                    "\n"
                    "Bijlagen: kopie van de facturen 2025-1312, 2025-1355 en 2026-0041\n"
                    "\n"
                    "-- \n"
                    "Vanden Berghe Groothandel BV\n"
                    "Nijverheidskaai 114\n"
                    "2800 Mechelen\n"
                    "+32 15 00 00 00\n"
                    "debiteuren@vandenberghe.example\n"
                    "BE 0403.019.261\n");
}

static void test_head(void)
{
    g_autoptr(Letter) letter = letter_specimen_named("en");
    g_autofree char *text = letter_text(letter, 72, LETTER_TEXT_HEAD);
    g_assert_nonnull(strstr(text, "BE 0403.019.261\n\nO’Neill & Sons Trading Ltd\nAccounts Payable\n"));
    g_assert_nonnull(
        strstr(text, "IRELAND\n\nMechelen, 24 February 2026\n\nSubject: statement of your account\n\nDear"));
    g_assert_nonnull(strstr(text, "  Invoice      Date        Due on       Days late    Amount       Open\n"));
    g_assert_nonnull(strstr(text, "  CN-2026-007  20/01/2026  credit note              -350.75    -350.75\n"));
    g_assert_nonnull(strstr(text, "  Total                                                      €1,429.25\n"));
}

static void test_points(void)
{
    g_autoptr(Letter) letter = letter_specimen_named("fr");
    g_autofree char *text = letter_text(letter, 60, LETTER_TEXT_BODY);
    g_assert_nonnull(strstr(text,
                            "\n\n  - nous suspendons toute livraison jusqu’au paiement\n    complet, conformément à "
                            "l’article 7 de nos conditions\n    générales ;\n  - nous remettons"));
    g_assert_nonnull(strstr(text, "+++010/8068/17183+++\n"));
}

/* Six columns do not fit beside each other: each stands behind its head instead. */
static void test_narrow(void)
{
    g_autoptr(Letter) letter = letter_specimen_named("fr");
    g_autofree char *text = letter_text(letter, 50, LETTER_TEXT_BODY);
    g_assert_nonnull(strstr(text, "F-2025-0902\n"
                                  "  Date             03/11/2025\n"
                                  "  Échéance         03/12/2025\n"
                                  "  Jours de retard          83\n"
                                  "  Montant              899,30\n"
                                  "  Solde ouvert         499,30\n"
                                  "  Intérêts              11,92\n"
                                  "  Frais                 40,00\n"
                                  "  À payer              551,22\n"
                                  "Total\n"
                                  "  Solde ouvert     1\u00a0744,30\u00a0€\n"));
}

/* On a page of a mail they stand on two lines, the sums below each other. */
static void test_two_lines(void)
{
    g_autoptr(Letter) letter = letter_specimen_named("fr");
    g_autofree char *text = letter_text(letter, 78, LETTER_TEXT_BODY);
    g_assert_nonnull(strstr(text,
                            "  Facture      Date        Échéance    Jours de retard\n"
                            "                Montant  Solde ouvert  Intérêts    Frais     À payer\n"
                            "  ------------------------------------------------------------------\n"
                            "  F-2025-0871  01/10/2025  31/10/2025              116\n"
                            "               1\u00a0245,00      1\u00a0245,00     41,54    40,00    1\u00a0326,54\n"
                            "  F-2025-0902  03/11/2025  03/12/2025               83\n"
                            "                 899,30        499,30     11,92    40,00      551,22\n"));
}

static void test_columns_where_needed(void)
{
    g_autoptr(Letter) letter = letter_specimen_named("de");
    g_autoptr(LetterTable) one = letter_table(letter, LETTER_ITEMS);
    g_assert_cmpuint(one->columns, ==, 5);
    g_assert_false(one->total);
    g_assert_cmpuint(one->rows->len, ==, 1);
    g_assert_cmpstr(((char **)one->rows->pdata[0])[4], ==, "999,00\u00a0€");
    g_assert_null(letter_table(letter, LETTER_PARTS));
    LetterItem *item = &g_array_index(letter->items, LetterItem, 0);
    item->issued = DAY_NONE;
    item->days_late = 0;
    item->costs = 4000;
    g_autoptr(LetterTable) other = letter_table(letter, LETTER_ITEMS);
    const char *const heads[] = {"Rechnung", "Fällig am", "Offen", "Kosten", "Zu zahlen"};
    g_assert_cmpuint(other->columns, ==, G_N_ELEMENTS(heads));
    for (guint i = 0; i < other->columns; i++)
        g_assert_cmpstr(other->column[i].head, ==, heads[i]);
    letter->payment.amount = 0;
    g_assert_null(letter_table(letter, LETTER_PAY));
}

static void test_sums(void)
{
    for (size_t i = 0; letter_specimen(i) != NULL; i++) {
        g_autoptr(Letter) letter = letter_specimen(i)->make();
        g_autoptr(LetterTable) table = letter_table(letter, LETTER_ITEMS);
        if (table == NULL || !table->total)
            continue;
        LetterTotals totals = letter_totals(letter);
        char **last = table->rows->pdata[table->rows->len - 1];
        g_autofree char *total = money_in(letter->language, totals.total, letter->currency);
        g_assert_cmpstr(last[table->columns - 1], ==, total);
        g_assert_cmpuint(table->rows->len, ==, letter->items->len + 1);
    }
    g_autoptr(Letter) plan = letter_specimen_named("plan");
    g_autoptr(LetterTable) parts = letter_table(plan, LETTER_PARTS);
    g_assert_cmpstr(((char **)parts->rows->pdata[4])[2], ==, "€2,400.11");
}

/* Every word of the letter is in its text, in order, whatever the width; no line is wider or ends in a blank. */
static void assert_whole(const Letter *letter, const char *text, int columns)
{
    g_auto(GStrv) lines = g_strsplit(text, "\n", -1);
    for (char **line = lines; *line != NULL; line++) {
        if (strcmp(*line, "-- ") == 0)
            continue;
        g_assert_cmpint(text_width(*line), <=, columns);
        g_assert_false(g_str_has_suffix(*line, " "));
    }
    g_autofree char *joined = g_strjoinv(" ", lines);
    const char *at = joined;
    for (guint i = 0; i < letter->blocks->len; i++) {
        const LetterBlock *block = g_ptr_array_index(letter->blocks, i);
        g_auto(GStrv) words = g_strsplit_set(block->text, " \n", -1);
        for (char **word = words; *word != NULL; word++) {
            if (text_width(*word) > columns - 4) /* was broken */
                continue;
            at = strstr(at, *word);
            g_assert_nonnull(at);
        }
    }
    for (guint i = 0; i < letter->items->len; i++) {
        const LetterItem *item = &g_array_index(letter->items, LetterItem, i);
        g_autofree char *open = amount_in(letter->language, item->open, letter->currency);
        g_assert_nonnull(strstr(joined, item->number));
        g_assert_nonnull(strstr(joined, open));
    }
}

static void test_any_width(void)
{
    for (size_t i = 0; letter_specimen(i) != NULL; i++)
        for (int columns = 50; columns <= 132; columns += 3) {
            g_autoptr(Letter) letter = letter_specimen(i)->make();
            g_autofree char *text = letter_text(letter, columns, LETTER_TEXT_HEAD | LETTER_TEXT_FOOT);
            assert_whole(letter, text, columns);
        }
}

/* Nothing but a sentence: no empty tables, no signs of what is missing. */
static void test_bare(void)
{
    g_autoptr(Letter) letter = letter_specimen_named("bare");
    g_autofree char *text = letter_text(letter, 72, LETTER_TEXT_HEAD | LETTER_TEXT_FOOT);
    g_assert_cmpstr(text, ==, "Dank u wel.\n");
}

/* A word that a language lacks would be a hole in a letter. */
static void test_words_complete(void)
{
    for (size_t i = 0; letter_words_row(i) != NULL; i++) {
        const char *const *fields = (const char *const *)(gconstpointer)letter_words_row(i);
        for (size_t f = 0; f < sizeof(LetterWords) / sizeof(char *); f++)
            g_assert_true(fields[f] != NULL && fields[f][0] != '\0');
        g_assert_true(letter_words(letter_words_row(i)->language) == letter_words_row(i));
    }
    g_assert_cmpstr(letter_words("nl_BE")->invoice, ==, "Factuur");
    g_assert_cmpstr(letter_words("sv")->language, ==, "en");
}

int main(int argc, char **argv)
{
    setlocale(LC_ALL, "C.UTF-8");
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/letter text/the body of a mail", test_mail_body);
    g_test_add_func("/letter text/a credit note is deducted, a part payment shows", test_head);
    g_test_add_func("/letter text/points hang under their dash", test_points);
    g_test_add_func("/letter text/a table a little too wide folds its sums below", test_two_lines);
    g_test_add_func("/letter text/a table too wide becomes lines behind their heads", test_narrow);
    g_test_add_func("/letter text/columns stand only where they say something", test_columns_where_needed);
    g_test_add_func("/letter text/the last row is the sum", test_sums);
    g_test_add_func("/letter text/nothing is lost and nothing sticks out at any width", test_any_width);
    g_test_add_func("/letter text/a bare letter is bare", test_bare);
    g_test_add_func("/letter text/every language has all words", test_words_complete);
    return g_test_run();
}
