/* What the banks write in a field :86:, each in its own way: references, returns, batches, the other side. */
#include "mt940_fields.h"

#include <locale.h>

/* ---- references ---- */

static void test_references(void)
{
    static const struct {
        const char *text, *reference;
    } rows[] = {
        {"/CNTP/NL1/X/N///REMI/STRD/CUR/5000056789012345/", "5000056789012345"},
        {"/CNTP/NL1/X/N///REMI/STRD/BBA/010806817183/", "010806817183"},
        {"/CNTP/NL1/X/N///REMI/STRD/ISO/RF18539007547034/", "RF18539007547034"},
        {"/CNTP/NL1/X/N///REMI/STRD/ISO/RF18 5390 0754 7034/", "RF18539007547034"},
        {"/CNTP/NL1/X/N///REMI/STRD/CUR/1234567812345678/", "1234567812345678"}, /* fails its check: kept */
        {"/ORDP//NAME/N/REMI//CDTRREFTP//CD/SCOR/ISSR/CUR/CDTRREF/5000056789012345/ISDT/2013-07-01",
         "5000056789012345"},
        {"/TRTP/SEPA/NAME/N/REMI/Issuer: CUR                  Ref: 5000056789012345/EREF/X", "5000056789012345"},
        {"NL86TEST0002445588 TESTNL2A Dienst kwartaal SCOR/CUR/5000056789012345", "5000056789012345"},
        {"SEPA ACCEPTGIROBETALING          IBAN: NL86TEST0002445588\nBIC: TESTNL2A                    NAAM: DIENST\n"
         "BETALINGSKENM.: 5000056789012345 ID DEBITEUR: 777777777",
         "5000056789012345"},
        {"/ORDP//NAME/N/REMI/kenmerk 5000056789012345", ""}, /* in words: for the matching to find */
    };
    for (size_t i = 0; i < G_N_ELEMENTS(rows); i++) {
        g_autofree char *fields = g_strdup_printf(":61:130701C1,00NTRFNONREF\n:86:%s\n", rows[i].text);
        g_autoptr(Collected) got = read_fields(fields);
        g_assert_cmpstr(line_at(got, 0)->reference, ==, rows[i].reference);
    }
    g_autoptr(Collected) own = read_fields(":61:130701C1,00NTRF5000056789012345//X1\n:61:130701C1,00NTRFORDER 12//X2\n"
                                           ":61:130701C1,00NTRFNONREF//X3\n");
    g_assert_cmpstr(line_at(own, 0)->reference, ==, "5000056789012345");
    g_assert_cmpstr(line_at(own, 1)->end_to_end, ==, "ORDER 12");
    g_assert_cmpstr(line_at(own, 2)->end_to_end, ==, "");
}

/* Banks stop at six lines: what is cut there stays cut. */
static void test_cut_remittance(void)
{
    g_autoptr(Collected) got =
        read_fields(":61:130701C1,00NTRFNONREF\n:86:/ORDP//NAME/N/REMI/betaling +++010/8068/171\n"
                    ":61:130701C1,00NTRFNONREF\n:86:/CNTP/NL1/X/N///REMI/STRD/BBA/0108068171\n");
    g_assert_cmpstr(line_at(got, 0)->reference, ==, "");
    g_assert_cmpstr(line_at(got, 0)->text, ==, "betaling +++010/8068/171");
    g_assert_cmpstr(line_at(got, 1)->reference, ==, "0108068171"); /* as it stands, nothing added */
}

static void test_returns_and_mandates(void)
{
    g_autoptr(Collected) got = read_fields(
        ":61:130701D1,00NTRFEREF//1\n"
        ":86:/EREF/SDD-1//MARF/MANDAAT-7//CSID/NL00ZZZ1//CNTP/NL55TEST0044444444/X/Jansen///RTRN/MS03//\n"
        ":61:130701D1,00NTRFEREF//2\n:86:/MARF/M-8/EREF/SDD-2/ORDP//NAME/Bakker/REMI/x/RTRN/AM04/ISDT/2013\n"
        ":61:130701D1,00N654NONREF//3\n:86:/TRTP/SEPA INCASSO/RTYP/AC01/NAME/De Vries/EREF/NOTPROVIDED\n"
        ":61:130701D1,00NTRFNONREF//4\n:86:109?00RUECKBELASTUNG?109310?20EREF+SDD-4MREF+M-9?21SVWZ+RETOUR\n"
        ":61:130701C1,00NTRFNONREF//5\n:86:166?00GUTSCHRIFT?20SVWZ+x\n");
    static const struct {
        const char *reason, *mandate, *end_to_end;
        bool reversal;
    } rows[] = {{"MS03", "MANDAAT-7", "SDD-1", false},
                {"AM04", "M-8", "SDD-2", false},
                {"AC01", "", "", false},
                {"", "M-9", "SDD-4", true},
                {"", "", "", false}};
    for (guint i = 0; i < G_N_ELEMENTS(rows); i++) {
        const LineRecord *line = line_at(got, i);
        g_assert_cmpstr(line->return_reason, ==, rows[i].reason);
        g_assert_cmpstr(line->mandate == NULL ? "" : line->mandate, ==, rows[i].mandate);
        g_assert_cmpstr(line->end_to_end, ==, rows[i].end_to_end);
        g_assert_true(line->reversal == rows[i].reversal);
    }
}

static void test_batches(void)
{
    g_autoptr(Collected) paid = read_fields(
        ":61:130701D10,00N029NONREF\n:86:VERZAMELBETALING         BATCH-ID:     012345 TOTAAL 198\nPOSTEN\n");
    g_assert_false(collected_warned(paid, "needs splitting"));
    g_assert_cmpuint(statement_at(paid, 0)->lines->len, ==, 1);
    g_autoptr(Collected) received = read_fields(
        ":61:130701C10,00N029NONREF\n:86:VERZAMELBETALING         BATCH-ID:     012345 TOTAAL 198\nPOSTEN\n");
    g_assert_true(collected_warned(received, "€ 10,00 needs splitting"));
    g_assert_cmpint(line_at(received, 0)->amount, ==, 1000);
    g_autoptr(Collected) counted =
        read_fields(":61:130701C30,00N654NONREF\n:86:/TRTP/SEPA INCASSO/PREF/BATCH-7/NRTX/3/PIND/BRUTO\n"
                    ":61:130701C31,00N654NONREF\n:86:/TRTP/SEPA INCASSO/PREF/BATCH-8/NRTX/1\n");
    g_assert_true(collected_warned(counted, "€ 30,00 needs splitting"));
    g_assert_false(collected_warned(counted, "€ 31,00"));
    g_assert_cmpstr(line_at(counted, 0)->end_to_end, ==, "BATCH-7");
}

static void test_cheques_charges_currencies(void)
{
    g_autoptr(Collected) got =
        read_fields(":61:130701C1,00NCHK1234567//1\n:61:130701C1,00NMSCNONREF//2\n:86:INCASSO CHEQUE NR. 7654321\n"
                    ":61:130701C1,00NTRFNONREF//3\n:86:cheque ontvangen\n"
                    ":61:130701C90,00NTRFNONREF//4\n/OCMT/USD110,00//CHGS/EUR2,50/\n:86:/CNTP/1/X/N///REMI/USTD//x/\n");
    g_assert_true(line_at(got, 0)->cheque);
    g_assert_cmpstr(line_at(got, 0)->cheque_number, ==, "1234567");
    g_assert_true(line_at(got, 1)->cheque);
    g_assert_cmpstr(line_at(got, 1)->cheque_number, ==, "7654321");
    g_assert_false(line_at(got, 2)->cheque);
    g_assert_cmpint(line_at(got, 3)->charges, ==, 250);
    g_assert_cmpint(line_at(got, 3)->original_amount, ==, 11000);
    g_assert_cmpstr(line_at(got, 3)->original_currency, ==, "USD");
    g_assert_cmpint(line_at(got, 3)->amount, ==, 9000);
}

/* ---- banks without a sample ---- */

static const struct {
    const char *bank, *fields, *account, *name, *text, *end_to_end;
} banks[] = {
    {"SNS and ASN: the account in the reference, the name on the next line",
     ":61:1307010701C65,00NOVBNL47TEST0999999999\nhr g j paulissen\n:86:NL47TEST0999999999 hr g j paulissen\n\n"
     "Betaling sieraden\n",
     "NL47TEST0999999999", "hr g j paulissen", "hr g j paulissen Betaling sieraden", ""},
    {"Knab, older",
     ":61:1307010701C65,00NTRFNONREF//K1\n:86:FACTUUR 2025-17\nREK: NL47TEST0999999999/NAAM: JANSEN VOF\n",
     "NL47TEST0999999999", "JANSEN VOF", "FACTUUR 2025-17", ""},
    {"Bunq: account, BIC, name and words in one line",
     ":61:1307010701C65,00NTRFNONREF\n:86:NL47TEST0999999999 TESTNL2A J JANSEN\nfactuur 2025-17\n",
     "NL47TEST0999999999", "J JANSEN", "J JANSEN factuur 2025-17", ""},
    {"KBC and the like: an IBAN in the text",
     ":61:1307010701C65,00NTRFNONREF\n:86:OVERSCHRIJVING VAN BE68 5390 0754 7034 BAKKERIJ JANSEN factuur 17\n",
     "BE68539007547034", "", "OVERSCHRIJVING VAN BE68 5390 0754 7034 BAKKERIJ JANSEN factuur 17", ""},
    {"two accounts in a text leave the question open",
     ":61:1307010701C65,00NTRFNONREF\n:86:van BE68539007547034 naar BE71096123456769 factuur 17\n", "", "",
     "van BE68539007547034 naar BE71096123456769 factuur 17", ""},
    {"Germany, SEPA",
     ":61:1307010701C65,00N062NONREF\n:86:166?00SEPA-UEBERWEISUNG?109310?20EREF+E-77?21SVWZ+Rechnung 2025-17 vo\n"
     "?22m 1. Juli?30TESTDEFF?31DE89370400440532013000?32Baeckerei Mueller und Soehn\n?33e GmbH\n",
     "DE89370400440532013000", "Baeckerei Mueller und Soehne GmbH", "Rechnung 2025-17 vom 1. Juli", "E-77"},
    {"Germany, before SEPA",
     ":61:1307010701C65,00N051NONREF\n:86:051?00GUTSCHRIFT?109310?20RECHNUNG 2025-17?3070150000?3120385\n"
     "?32MUELLER GMBH\n",
     "70150000/20385", "MUELLER GMBH", "RECHNUNG 2025-17", ""},
    {"Triodos, older: our own account is repeated",
     ":61:1307010701C65,00NET NONREF\n:86:000>100555555555\n>20JANSEN VOF FACTUUR 2025-17>21 VAN JULI\n"
     ">31NL96TEST0000000101\n",
     "0555555555", "", "JANSEN VOF FACTUUR 2025-17 VAN JULI", ""},
    {"ABN AMRO, columns: a word goes on in the next one",
     ":61:1307010701C65,00N654NONREF\n:86:SEPA OVERBOEKING                 IBAN: NL47TEST0999999999\n"
     "BIC: TESTNL2A                    NAAM: JANSEN VOF\n"
     "OMSCHRIJVING: FACTUUR 2025-17 EN  FACTUUR 2025-18 VAN JULI 2013 E\n"
     "N MEER                           KENMERK: E-77\n",
     "NL47TEST0999999999", "JANSEN VOF", "FACTUUR 2025-17 EN FACTUUR 2025-18 VAN JULI 2013 EN MEER", "E-77"},
    {"ABN AMRO, domestic", ":61:1307010701C65,00N422NONREF\n:86:54.49.42.108 JANSEN VOF\n", "544942108", "JANSEN VOF",
     "54.49.42.108 JANSEN VOF", ""},
    {"Rabobank, older: account and name in the reference",
     ":61:130701C000000000065,00N0620266050522      Jansen VOF\n:86:factuur 2025-17\n", "0266050522", "Jansen VOF",
     "factuur 2025-17", ""},
    {"ING, older", ":61:130701C65,00NGT EREF\n:86:NL47TEST0999999999 TESTNL2A J AAP / FOO B.V. NOTPROVIDED parkeren\n",
     "NL47TEST0999999999", "J AAP / FOO B.V.", "parkeren", ""},
    {"ten digits at the start are anybody's number", ":61:130701C65,00NTRFNONREF\n:86:2025001234 graag\n", "", "",
     "2025001234 graag", ""},
    {"letters and digits at the start may be an invoice number",
     ":61:130701C65,00NTRFNONREF\nFA2025001234567\n:86:FA20250012345678 betaald\n", "", "",
     "FA20250012345678 betaald FA2025001234567", ""},
    {"van Lanschot",
     ":61:130701C65,00NXXX0130045721\n"
     ":86:/TRTP/SEPA Overboeking/IBAN/NL47TEST0999999999/BIC/TESTNL2A/NAME/JANSEN VOF/REMI/2025-17\n",
     "NL47TEST0999999999", "JANSEN VOF", "2025-17", ""},
};

static void test_banks(void)
{
    for (size_t i = 0; i < G_N_ELEMENTS(banks); i++) {
        g_test_message("%s", banks[i].bank);
        g_autoptr(Collected) got = read_fields(banks[i].fields);
        const LineRecord *line = line_at(got, 0);
        g_assert_cmpint(line->amount, ==, 6500);
        g_assert_cmpstr(line->account, ==, banks[i].account);
        g_assert_cmpstr(line->name, ==, banks[i].name);
        g_assert_cmpstr(line->text, ==, banks[i].text);
        g_assert_cmpstr(line->end_to_end, ==, banks[i].end_to_end);
    }
}

int main(int argc, char **argv)
{
    setlocale(LC_ALL, "");
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/mt940/structured references wherever a bank puts them", test_references);
    g_test_add_func("/mt940/a remittance that was cut off is never completed", test_cut_remittance);
    g_test_add_func("/mt940/returns with their reason, mandates", test_returns_and_mandates);
    g_test_add_func("/mt940/one sum for many payments is said where money came in", test_batches);
    g_test_add_func("/mt940/cheques, charges and other currencies", test_cheques_charges_currencies);
    g_test_add_func("/mt940/every bank's way of naming the other side", test_banks);
    return g_test_run();
}
