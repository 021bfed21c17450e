/* Bank statements for tests, put together from a few lines of XML. */
#pragma once
#include "import_collect.h"

#define NAMESPACE "urn:iso:std:iso:20022:tech:xsd:camt.053.001."
#define ACCOUNT   "<Acct><Id><IBAN>BE96 9990 0000 0101</IBAN></Id><Ccy>EUR</Ccy><Ownr><Nm>Zaak BV</Nm></Ownr></Acct>"
#define BALANCE(code, amount)                                                                                          \
    "<Bal><Tp><CdOrPrtry><Cd>" code "</Cd></CdOrPrtry></Tp><Amt Ccy='EUR'>" amount                                     \
    "</Amt><CdtDbtInd>CRDT</CdtDbtInd><Dt><Dt>2026-03-01</Dt></Dt></Bal>"
#define DATED                     "<BookgDt><Dt>2026-03-02</Dt></BookgDt><ValDt><Dt>2026-03-03</Dt></ValDt>"
#define ENTRY(amount, sign, rest) "<Ntry><Amt Ccy='EUR'>" amount "</Amt><CdtDbtInd>" sign "</CdtDbtInd>" rest "</Ntry>"
#define DETAILS(rest)             "<NtryDtls>" rest "</NtryDtls>"
#define DETAIL(rest)              "<TxDtls>" rest "</TxDtls>"
#define PARTY(role, name, iban)                                                                                        \
    "<" role "><Pty><Nm>" name "</Nm></Pty></" role "><" role "Acct><Id><IBAN>" iban "</IBAN></Id></" role "Acct>"

static inline char *document(const char *version, const char *statement)
{
    return g_strconcat(
        "<?xml version='1.0' encoding='UTF-8'?><Document xmlns='" NAMESPACE, version,
        "'><BkToCstmrStmt><GrpHdr><CreDtTm>2026-03-09T06:00:00+01:00</CreDtTm></GrpHdr><Stmt><Id>S1</Id>", statement,
        "</Stmt></BkToCstmrStmt></Document>", NULL);
}

static inline Collected *statement_read(const char *statement)
{
    g_autofree char *text = document("08", statement);
    Collected *got = collected_text(text, NULL);
    collected_log(got);
    g_assert_no_error(got->error);
    g_assert_cmpuint(got->statements->len, ==, 1);
    return got;
}

static inline guint line_count(const Collected *got)
{
    return g_array_index(got->statements, CollectedStatement, 0).lines->len;
}

static inline const StatementRecord *statement_of(const Collected *got)
{
    return &g_array_index(got->statements, CollectedStatement, 0).end;
}
