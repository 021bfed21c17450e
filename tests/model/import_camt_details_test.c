/* What a bank statement says beside the amount: other currencies, charges, cheques, mandates, kinds of movement,
 * why money came back, and how the statement is numbered. */
#include "camt_text.h"

#include <locale.h>

#define ONE(amount, sign, detail) ACCOUNT ENTRY(amount, sign, DATED DETAILS(DETAIL(detail)))
#define MONEY(element, currency, amount, rest)                                                                         \
    "<AmtDtls><" element "><Amt Ccy='" currency "'>" amount "</Amt>" rest "</" element "></AmtDtls>"
#define RATE(source, target, unit, rate)                                                                               \
    "<CcyXchg><SrcCcy>" source "</SrcCcy><TrgtCcy>" target "</TrgtCcy>" unit "<XchgRate>" rate "</XchgRate></CcyXchg>"

/* ---- other currencies ---- */

static void test_original_amount(void)
{
    static const struct {
        const char *statement;
        Cents original;
        const char *currency;
    } rows[] = {
        {ONE("920", "CRDT", MONEY("InstdAmt", "USD", "1000", "")), 100000, "USD"},
        {ONE("920", "CRDT", MONEY("TxAmt", "USD", "1000", "")), 100000, "USD"},
        {ONE("920", "CRDT", MONEY("CntrValAmt", "JPY", "1000", "")), 1000, "JPY"},
        {ONE("920", "CRDT", "<Amt Ccy='USD'>1000</Amt>"), 100000, "USD"},
        {ONE("920", "CRDT", MONEY("InstdAmt", "EUR", "920", "") MONEY("TxAmt", "USD", "1000", "")), 100000, "USD"},
        {ONE("920", "CRDT", MONEY("InstdAmt", "EUR", "920", "")), 0, ""},
        {ONE("920", "CRDT", MONEY("InstdAmt", "USD", "0", "")), 0, ""},
        /* of the entry, where it has no details or they say nothing */
        {ACCOUNT ENTRY("920", "CRDT", DATED MONEY("InstdAmt", "GBP", "800", "")), 80000, "GBP"},
        {ACCOUNT ENTRY("920", "CRDT", DATED MONEY("CntrValAmt", "GBP", "800", "") DETAILS(DETAIL("<Refs/>"))), 80000,
         "GBP"},
    };
    for (size_t i = 0; i < G_N_ELEMENTS(rows); i++) {
        g_autoptr(Collected) got = statement_read(rows[i].statement);
        g_assert_cmpint(line_at(got, 0)->amount, ==, 92000);
        g_assert_cmpint(line_at(got, 0)->original_amount, ==, rows[i].original);
        g_assert_cmpstr(line_at(got, 0)->original_currency, ==, rows[i].currency);
    }
}

#define PART(currency, amount, exchange) DETAIL(MONEY("InstdAmt", currency, amount, exchange))

static void test_batch_in_another_currency(void)
{
    static const struct {
        const char *total, *details;
        Cents first, second; /* 0: not split */
    } rows[] = {
        {"276.00",
         PART("USD", "100", RATE("USD", "EUR", "", "0.92")) PART("USD", "200", RATE("USD", "EUR", "", "0.92")), 9200,
         18400},
        {"276.00",
         PART("USD", "100", RATE("USD", "EUR", "<UnitCcy>USD</UnitCcy>", "0.92"))
             PART("USD", "200", RATE("EUR", "USD", "<UnitCcy>USD</UnitCcy>", "0.92")),
         9200, 18400},
        {"240.00",
         PART("USD", "100", RATE("EUR", "USD", "<UnitCcy>EUR</UnitCcy>", "1.25"))
             PART("USD", "200", RATE("USD", "EUR", "<UnitCcy>EUR</UnitCcy>", "1.25")),
         8000, 16000},
        {"6.17", PART("USD", "3.33", RATE("USD", "EUR", "", "0.9254")) PART("EUR", "3.09", ""), 308, 309},
        /* a cent off, no rate, a rate between others, a rate that is none */
        {"276.01",
         PART("USD", "100", RATE("USD", "EUR", "", "0.92")) PART("USD", "200", RATE("USD", "EUR", "", "0.92")), 0, 0},
        {"276.00", PART("USD", "100", "") PART("USD", "200", ""), 0, 0},
        {"276.00",
         PART("USD", "100", RATE("GBP", "EUR", "", "0.92")) PART("USD", "200", RATE("USD", "EUR", "", "0.92")), 0, 0},
        {"276.00", PART("USD", "100", RATE("USD", "EUR", "", "0")) PART("USD", "200", RATE("USD", "EUR", "", "x")), 0,
         0},
        {"276.00",
         PART("USD", "9999999999999", RATE("USD", "EUR", "", "99999999.9999999999"))
             PART("USD", "200", RATE("USD", "EUR", "", "123456789")),
         0, 0},
    };
    for (size_t i = 0; i < G_N_ELEMENTS(rows); i++) {
        g_autofree char *text =
            g_strdup_printf(ACCOUNT ENTRY("%s", "CRDT", DATED DETAILS("%s")), rows[i].total, rows[i].details);
        g_autoptr(Collected) got = statement_read(text);
        if (rows[i].first == 0) {
            g_assert_cmpuint(line_count(got), ==, 1);
            g_assert_true(collected_warned(got, "needs splitting"));
            continue;
        }
        g_assert_cmpuint(line_count(got), ==, 2);
        g_assert_cmpint(line_at(got, 0)->amount, ==, rows[i].first);
        g_assert_cmpint(line_at(got, 1)->amount, ==, rows[i].second);
        g_assert_cmpstr(line_at(got, 0)->original_currency, ==, "USD");
    }
}

/* ---- what the bank kept ---- */

#define CHARGE(amount, rest) "<Amt Ccy='EUR'>" amount "</Amt>" rest
#define OLD(content)         "<Chrgs>" content "</Chrgs>"
#define RECORD(content)      "<Rcrd>" content "</Rcrd>"
#define TOTAL(amount)        "<TtlChrgsAndTaxAmt Ccy='EUR'>" amount "</TtlChrgsAndTaxAmt>"

static void test_charges(void)
{
    static const struct {
        const char *statement;
        Cents kept;
    } rows[] = {
        {ONE("95", "CRDT", ""), 0},
        {ONE("95", "CRDT", OLD(CHARGE("3", "")) OLD(CHARGE("2", "<CdtDbtInd>DBIT</CdtDbtInd>"))), 500},
        {ONE("95", "CRDT", OLD(TOTAL("5") RECORD(CHARGE("3", "")) RECORD(CHARGE("2", "")))), 500},
        {ONE("95", "CRDT", OLD(TOTAL("5"))), 500},
        {ONE("95", "CRDT", OLD(RECORD(CHARGE("6", "")) RECORD(CHARGE("1", "<CdtDbtInd>CRDT</CdtDbtInd>")))), 500},
        {ACCOUNT ENTRY("95", "CRDT", DATED OLD(RECORD(CHARGE("5", "")))), 500},
        {ACCOUNT ENTRY("95", "CRDT", DATED OLD(TOTAL("5")) DETAILS(DETAIL("<Refs/>"))), 500},
        {ONE("95", "CRDT", MONEY("InstdAmt", "EUR", "100", "")), 500}, /* before charges, by definition */
        /* charged beside the amount, in another currency, given back, of money that went out */
        {ONE("95", "CRDT", OLD(RECORD(CHARGE("5", "<ChrgInclInd>false</ChrgInclInd>")))), 0},
        {ONE("95", "CRDT", OLD(RECORD("<Amt Ccy='USD'>5</Amt>"))), 0},
        {ONE("95", "CRDT", OLD(RECORD(CHARGE("5", "<CdtDbtInd>CRDT</CdtDbtInd>")))), 0},
        {ONE("95", "DBIT", OLD(RECORD(CHARGE("5", "")))), 0},
        {ONE("95", "CRDT", MONEY("InstdAmt", "EUR", "90", "")), 0},
        {ONE("95", "CRDT", OLD(RECORD("<Amt Ccy='EUR'>much</Amt>"))), 0},
    };
    for (size_t i = 0; i < G_N_ELEMENTS(rows); i++) {
        g_autoptr(Collected) got = statement_read(rows[i].statement);
        g_assert_cmpint(ABS(line_at(got, 0)->amount), ==, 9500);
        g_assert_cmpint(line_at(got, 0)->charges, ==, rows[i].kept);
    }
}

/* Each part of a batch has its own; what was kept of the whole is nobody's. */
static void test_charges_of_a_batch(void)
{
    g_autoptr(Collected) got = statement_read(ACCOUNT ENTRY(
        "30", "CRDT",
        DATED OLD(TOTAL("7"))
            DETAILS(DETAIL("<Amt Ccy='EUR'>10</Amt>" OLD(CHARGE("1", ""))) DETAIL("<Amt Ccy='EUR'>20</Amt>"))));
    g_assert_cmpuint(line_count(got), ==, 2);
    g_assert_cmpint(line_at(got, 0)->charges, ==, 100);
    g_assert_cmpint(line_at(got, 1)->charges, ==, 0);
}

/* ---- kinds of movement ---- */

#define CODE(domain, family, sub)                                                                                      \
    "<BkTxCd><Domn><Cd>" domain "</Cd><Fmly><Cd>" family "</Cd><SubFmlyCd>" sub "</SubFmlyCd></Fmly></Domn></BkTxCd>"
#define OWN_CODE(code) "<BkTxCd><Prtry><Cd>" code "</Cd><Issr>BANK</Issr></Prtry></BkTxCd>"
#define CHEQUE(number) "<Refs><ChqNb>" number "</ChqNb></Refs>"

static void test_codes(void)
{
    static const struct {
        const char *statement, *code;
    } rows[] = {
        {ACCOUNT ENTRY("1", "CRDT", DATED CODE("PMNT", "RCDT", "ESCT")), "PMNT/RCDT/ESCT"},
        {ACCOUNT ENTRY("1", "CRDT", DATED CODE("PMNT", "NTAV", "NTAV") DETAILS(DETAIL(CODE("PMNT", "RDDT", "UPDD")))),
         "PMNT/RDDT/UPDD"},
        {ACCOUNT ENTRY("1", "CRDT", DATED CODE("PMNT", "RCDT", "ESCT") DETAILS(DETAIL(OWN_CODE("541")))),
         "PMNT/RCDT/ESCT"},
        {ACCOUNT ENTRY("1", "CRDT", DATED OWN_CODE("N541")), "N541"},
        {ACCOUNT ENTRY("1", "CRDT", DATED), ""},
    };
    for (size_t i = 0; i < G_N_ELEMENTS(rows); i++) {
        g_autoptr(Collected) got = statement_read(rows[i].statement);
        g_assert_cmpstr(line_at(got, 0)->code, ==, rows[i].code);
    }
}

static void test_cheques(void)
{
    static const struct {
        const char *statement, *number;
        bool cheque;
    } rows[] = {
        {ONE("1", "CRDT", CHEQUE("0012345")), "0012345", true},
        {ONE("1", "CRDT", CODE("PMNT", "RCHQ", "URCQ")), "", true},
        {ACCOUNT ENTRY("1", "CRDT", DATED CODE("PMNT", "RCHQ", "CCHQ")), "", true},
        {ONE("1", "DBIT", CODE("PMNT", "RCHQ", "UPCQ") CHEQUE("0012345")), "0012345", true}, /* not covered */
        {ACCOUNT ENTRY("1", "DBIT", "<RvslInd>true</RvslInd>" DATED DETAILS(DETAIL(CHEQUE("0012345")))), "0012345",
         true},
        {ONE("1", "DBIT", CHEQUE("77")), "77", false}, /* one that we wrote */
        {ONE("1", "DBIT", CODE("PMNT", "ICHQ", "CCHQ")), "", false},
        {ONE("1", "CRDT", CHEQUE("NOTPROVIDED")), "", true},
        {ONE("1", "CRDT", ""), "", false},
    };
    for (size_t i = 0; i < G_N_ELEMENTS(rows); i++) {
        g_autoptr(Collected) got = statement_read(rows[i].statement);
        g_assert_cmpstr(line_at(got, 0)->cheque_number, ==, rows[i].number);
        g_assert_true(line_at(got, 0)->cheque == rows[i].cheque);
    }
}

static void test_mandate(void)
{
    g_autoptr(Collected) got = statement_read(ONE("1", "CRDT", "<Refs><MndtId>M-2026/7 </MndtId></Refs>"));
    g_assert_cmpstr(line_at(got, 0)->mandate, ==, "M-2026/7");
    g_autoptr(Collected) none = statement_read(ONE("1", "CRDT", "<Refs><MndtId>NOTPROVIDED</MndtId></Refs>"));
    g_assert_cmpstr(line_at(none, 0)->mandate, ==, "");
}

/* ---- why it came back ---- */

#define RETURNED(rest) ONE("1", "DBIT", "<RtrInf>" rest "</RtrInf>")

static void test_return_reasons(void)
{
    static const struct {
        const char *statement, *reason, *text;
    } rows[] = {
        {RETURNED("<Rsn><Cd>AC04</Cd></Rsn>"), "AC04", ""},
        {RETURNED("<Rsn><Cd>MD06</Cd></Rsn><AddtlInf>Refund asked by</AddtlInf><AddtlInf>the debtor</AddtlInf>"),
         "MD06", "Refund asked by the debtor"},
        {RETURNED("<Rsn><Prtry>914</Prtry></Rsn>"), "914", ""},
        {RETURNED("<Rsn><Prtry>X</Prtry></Rsn><AddtlInf>/RTRN/AM04/ no money</AddtlInf>"), "AM04",
         "/RTRN/AM04/ no money"},
        {RETURNED("<AddtlInf>Rekening opgeheven</AddtlInf>"), "Rekening opgeheven", "Rekening opgeheven"},
        {RETURNED("<AddtlInf>MS03 reason not given</AddtlInf>"), "MS03", "MS03 reason not given"},
        {RETURNED("<AddtlInf>XMS03 BE0412 AAA12</AddtlInf>"), "XMS03 BE0412 AAA12", "XMS03 BE0412 AAA12"},
        {RETURNED(""), "", ""},
    };
    for (size_t i = 0; i < G_N_ELEMENTS(rows); i++) {
        g_autoptr(Collected) got = statement_read(rows[i].statement);
        g_assert_cmpstr(line_at(got, 0)->return_reason, ==, rows[i].reason);
        g_assert_cmpstr(line_at(got, 0)->text, ==, rows[i].text);
    }
}

/* ---- the statement itself ---- */

static void test_numbering(void)
{
    static const struct {
        const char *statement;
        int sequence;
        bool duplicate;
    } rows[] = {
        {ACCOUNT, 0, false},
        {"<ElctrncSeqNb>42</ElctrncSeqNb><LglSeqNb>7</LglSeqNb>" ACCOUNT, 42, false},
        {"<LglSeqNb>7</LglSeqNb>" ACCOUNT, 7, false},
        {"<ElctrncSeqNb>0</ElctrncSeqNb><LglSeqNb>7</LglSeqNb>" ACCOUNT, 7, false},
        {"<ElctrncSeqNb>123456789012345678</ElctrncSeqNb>" ACCOUNT, 0, false},
        {"<CpyDplctInd>DUPL</CpyDplctInd>" ACCOUNT, 0, true},
        {"<CpyDplctInd>CODU</CpyDplctInd>" ACCOUNT, 0, true},
        {"<CpyDplctInd>COPY</CpyDplctInd>" ACCOUNT, 0, false},
    };
    for (size_t i = 0; i < G_N_ELEMENTS(rows); i++) {
        g_autoptr(Collected) got = statement_read(rows[i].statement);
        g_assert_cmpint(statement_of(got)->sequence, ==, rows[i].sequence);
        g_assert_true(statement_of(got)->duplicate == rows[i].duplicate);
    }
}

static void test_stated_totals(void)
{
    g_autoptr(Collected) none = statement_read(ACCOUNT ENTRY("2", "CRDT", DATED));
    g_assert_cmpint(statement_of(none)->stated_credits, ==, -1);
    g_assert_cmpint(statement_of(none)->stated_debits, ==, -1);
    g_autoptr(Collected) got = statement_read(
        ACCOUNT
        "<TxsSummry><TtlCdtNtries><NbOfNtries>1</NbOfNtries><Sum>2.00</Sum></TtlCdtNtries>"
        "<TtlDbtNtries><NbOfNtries>2</NbOfNtries><Sum>3.50</Sum></TtlDbtNtries></TxsSummry>" ENTRY("2", "CRDT", DATED)
            ENTRY("3", "DBIT", DATED) ENTRY("0.5", "DBIT", DATED));
    g_assert_cmpint(statement_of(got)->stated_credits, ==, 200);
    g_assert_cmpint(statement_of(got)->stated_debits, ==, 350);
    g_assert_cmpint(g_array_index(got->statements, CollectedStatement, 0).stated_lines, ==, 3);
    g_assert_cmpuint(got->warnings->len, ==, 0);
}

int main(int argc, char **argv)
{
    setlocale(LC_ALL, "");
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/statements/what was paid in another currency stands beside what was booked",
                    test_original_amount);
    g_test_add_func("/statements/a batch in another currency is split at the bank's rate",
                    test_batch_in_another_currency);
    g_test_add_func("/statements/what the bank kept of a receipt is known", test_charges);
    g_test_add_func("/statements/charges of a batch belong to its parts", test_charges_of_a_batch);
    g_test_add_func("/statements/the kind of movement is kept as the bank says it", test_codes);
    g_test_add_func("/statements/a cheque is told from one that we wrote", test_cheques);
    g_test_add_func("/statements/a direct debit names its mandate", test_mandate);
    g_test_add_func("/statements/a return says why, in a code or in words", test_return_reasons);
    g_test_add_func("/statements/the bank's number and its mark of a copy", test_numbering);
    g_test_add_func("/statements/the bank's totals are handed on", test_stated_totals);
    return g_test_run();
}
