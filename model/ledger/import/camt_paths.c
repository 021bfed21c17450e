/* Which path of the file fills which slot: the whole of what this program knows about the message.  The
 * several spellings of versions 02 to 14 stand beside each other: the first one found is taken. */
#include "ledger/import/camt_paths.h"

#define TEXT(path_, slot_)                                                                                             \
    {                                                                                                                  \
        .path = path_, .slot = slot_, .attribute_slot = XML_NO_SLOT                                                    \
    }
#define MONEY(path_, slot_, currency_)                                                                                 \
    {                                                                                                                  \
        .path = path_, .slot = slot_, .attribute_slot = currency_                                                      \
    }
#define JOINED(path_, slot_)                                                                                           \
    {                                                                                                                  \
        .path = path_, .slot = slot_, .attribute_slot = XML_NO_SLOT, .joined = true                                    \
    }
#define EXCHANGE(amount_)                                                                                              \
    TEXT(amount_ "/CcyXchg/XchgRate", DETAIL_RATE), TEXT(amount_ "/CcyXchg/SrcCcy", DETAIL_RATE_SOURCE),               \
        TEXT(amount_ "/CcyXchg/TrgtCcy", DETAIL_RATE_TARGET), TEXT(amount_ "/CcyXchg/UnitCcy", DETAIL_RATE_UNIT)

static const XmlPath statement_rows[] = {
    TEXT("Id", STATEMENT_ID),
    TEXT("ElctrncSeqNb", STATEMENT_SEQUENCE),
    TEXT("LglSeqNb", STATEMENT_LEGAL_SEQUENCE),
    TEXT("CpyDplctInd", STATEMENT_COPY),
    TEXT("CreDtTm", STATEMENT_CREATED),
    TEXT("FrToDt/ToDtTm", STATEMENT_UNTIL),
    TEXT("Acct/Id/IBAN", STATEMENT_IBAN),
    TEXT("Acct/Id/Othr/Id", STATEMENT_OTHER_ACCOUNT),
    TEXT("Acct/Ccy", STATEMENT_CURRENCY),
    TEXT("Acct/Ownr/Nm", STATEMENT_OWNER),
    TEXT("TxsSummry/TtlNtries/NbOfNtries", STATEMENT_COUNT),
    TEXT("TxsSummry/TtlCdtNtries/NbOfNtries", STATEMENT_CREDIT_COUNT),
    TEXT("TxsSummry/TtlCdtNtries/Sum", STATEMENT_CREDIT_SUM),
    TEXT("TxsSummry/TtlDbtNtries/NbOfNtries", STATEMENT_DEBIT_COUNT),
    TEXT("TxsSummry/TtlDbtNtries/Sum", STATEMENT_DEBIT_SUM),
};

static const XmlPath balance_rows[] = {
    TEXT("Tp/CdOrPrtry/Cd", BALANCE_CODE),
    TEXT("Tp/CdOrPrtry/Prtry", BALANCE_CODE),
    MONEY("Amt", BALANCE_AMOUNT, BALANCE_CURRENCY),
    TEXT("CdtDbtInd", BALANCE_SIGN),
    TEXT("Dt/Dt", BALANCE_DAY),
    TEXT("Dt/DtTm", BALANCE_DAY),
};

static const XmlPath entry_rows[] = {
    TEXT("NtryRef", ENTRY_REFERENCE),
    MONEY("Amt", ENTRY_AMOUNT, ENTRY_CURRENCY),
    TEXT("CdtDbtInd", ENTRY_SIGN),
    TEXT("Sts", ENTRY_STATUS),
    TEXT("Sts/Cd", ENTRY_STATUS),
    TEXT("Sts/Prtry", ENTRY_STATUS_OWN),
    TEXT("RvslInd", ENTRY_REVERSAL),
    TEXT("BookgDt/Dt", ENTRY_DAY),
    TEXT("BookgDt/DtTm", ENTRY_DAY),
    TEXT("ValDt/Dt", ENTRY_VALUE_DAY),
    TEXT("ValDt/DtTm", ENTRY_VALUE_DAY),
    TEXT("AcctSvcrRef", ENTRY_BANK_REFERENCE),
    TEXT("AddtlNtryInf", ENTRY_TEXT),
    TEXT("NtryDtls/Btch/NbOfTxs", ENTRY_BATCH_COUNT),
    TEXT("NtryDtls/Btch/PmtInfId", ENTRY_BATCH_ID),
    TEXT("BkTxCd/Domn/Cd", ENTRY_DOMAIN),
    TEXT("BkTxCd/Domn/Fmly/Cd", ENTRY_FAMILY),
    TEXT("BkTxCd/Domn/Fmly/SubFmlyCd", ENTRY_SUBFAMILY),
    TEXT("BkTxCd/Prtry/Cd", ENTRY_CODE_OWN),
    MONEY("AmtDtls/InstdAmt/Amt", ENTRY_INSTRUCTED_AMOUNT, ENTRY_INSTRUCTED_CURRENCY),
    MONEY("AmtDtls/TxAmt/Amt", ENTRY_TRANSACTION_AMOUNT, ENTRY_TRANSACTION_CURRENCY),
    MONEY("AmtDtls/CntrValAmt/Amt", ENTRY_COUNTER_AMOUNT, ENTRY_COUNTER_CURRENCY),
    MONEY("Chrgs/TtlChrgsAndTaxAmt", ENTRY_CHARGES_TOTAL, ENTRY_CHARGES_CURRENCY),
};

/* A party may be a person (Nm, from 07 Pty/Nm) or a bank (Agt); where the file names nobody, the name on the
 * account or the party behind it serves. */
static const XmlPath detail_rows[] = {
    MONEY("Amt", DETAIL_AMOUNT, DETAIL_CURRENCY),
    TEXT("CdtDbtInd", DETAIL_SIGN),
    MONEY("AmtDtls/TxAmt/Amt", DETAIL_TRANSACTION_AMOUNT, DETAIL_TRANSACTION_CURRENCY),
    MONEY("AmtDtls/InstdAmt/Amt", DETAIL_INSTRUCTED_AMOUNT, DETAIL_INSTRUCTED_CURRENCY),
    MONEY("AmtDtls/CntrValAmt/Amt", DETAIL_COUNTER_AMOUNT, DETAIL_COUNTER_CURRENCY),
    EXCHANGE("AmtDtls/InstdAmt"),
    EXCHANGE("AmtDtls/TxAmt"),
    EXCHANGE("AmtDtls/CntrValAmt"),
    MONEY("Chrgs/TtlChrgsAndTaxAmt", DETAIL_CHARGES_TOTAL, DETAIL_CHARGES_CURRENCY),
    TEXT("RltdPties/Dbtr/Nm", DETAIL_DEBTOR),
    TEXT("RltdPties/Dbtr/Pty/Nm", DETAIL_DEBTOR),
    TEXT("RltdPties/Dbtr/Agt/FinInstnId/Nm", DETAIL_DEBTOR),
    TEXT("RltdPties/Dbtr/Agt/FinInstnId/BICFI", DETAIL_DEBTOR),
    TEXT("RltdPties/DbtrAcct/Nm", DETAIL_DEBTOR),
    TEXT("RltdPties/UltmtDbtr/Nm", DETAIL_DEBTOR),
    TEXT("RltdPties/UltmtDbtr/Pty/Nm", DETAIL_DEBTOR),
    TEXT("RltdPties/DbtrAcct/Id/IBAN", DETAIL_DEBTOR_ACCOUNT),
    TEXT("RltdPties/DbtrAcct/Id/Othr/Id", DETAIL_DEBTOR_ACCOUNT),
    TEXT("RltdPties/Cdtr/Nm", DETAIL_CREDITOR),
    TEXT("RltdPties/Cdtr/Pty/Nm", DETAIL_CREDITOR),
    TEXT("RltdPties/Cdtr/Agt/FinInstnId/Nm", DETAIL_CREDITOR),
    TEXT("RltdPties/Cdtr/Agt/FinInstnId/BICFI", DETAIL_CREDITOR),
    TEXT("RltdPties/CdtrAcct/Nm", DETAIL_CREDITOR),
    TEXT("RltdPties/UltmtCdtr/Nm", DETAIL_CREDITOR),
    TEXT("RltdPties/UltmtCdtr/Pty/Nm", DETAIL_CREDITOR),
    TEXT("RltdPties/CdtrAcct/Id/IBAN", DETAIL_CREDITOR_ACCOUNT),
    TEXT("RltdPties/CdtrAcct/Id/Othr/Id", DETAIL_CREDITOR_ACCOUNT),
    TEXT("Refs/EndToEndId", DETAIL_END_TO_END),
    TEXT("Refs/ChqNb", DETAIL_CHEQUE),
    TEXT("Refs/AcctSvcrRef", DETAIL_BANK_REFERENCE),
    TEXT("Refs/TxId", DETAIL_TRANSACTION_ID),
    TEXT("Refs/UETR", DETAIL_TRANSACTION_ID),
    JOINED("RmtInf/Ustrd", DETAIL_TEXT),
    TEXT("AddtlTxInf", DETAIL_EXTRA),
    TEXT("Refs/MndtId", DETAIL_MANDATE),
    TEXT("BkTxCd/Domn/Cd", DETAIL_DOMAIN),
    TEXT("BkTxCd/Domn/Fmly/Cd", DETAIL_FAMILY),
    TEXT("BkTxCd/Domn/Fmly/SubFmlyCd", DETAIL_SUBFAMILY),
    TEXT("BkTxCd/Prtry/Cd", DETAIL_CODE_OWN),
    TEXT("RtrInf/Rsn/Cd", DETAIL_RETURN),
    TEXT("RtrInf/Rsn/Prtry", DETAIL_RETURN_OWN),
    JOINED("RtrInf/AddtlInf", DETAIL_RETURN_TEXT),
};

/* Version 02 repeats Chrgs itself, later ones hold a record for each. */
static const XmlPath charge_rows[] = {
    MONEY("Amt", CHARGE_AMOUNT, CHARGE_CURRENCY),
    TEXT("CdtDbtInd", CHARGE_SIGN),
    TEXT("ChrgInclInd", CHARGE_INCLUDED),
};

/* CdtrRef: as drafts of version 02 had it, still written by some. */
static const XmlPath structured_rows[] = {
    TEXT("CdtrRefInf/Ref", STRUCTURED_REFERENCE),
    TEXT("CdtrRefInf/CdtrRef", STRUCTURED_REFERENCE),
    JOINED("RfrdDocInf/Nb", STRUCTURED_DOCUMENT),
    JOINED("AddtlRmtInf", STRUCTURED_EXTRA),
};

#define ENTRY  "Ntry"
#define DETAIL ENTRY "/NtryDtls/TxDtls"

/* Where each scope begins below the statement. */
static const XmlScope scopes[] = {
    {CAMT_SCOPE_STATEMENT, "", statement_rows, G_N_ELEMENTS(statement_rows)},
    {CAMT_SCOPE_BALANCE, "Bal", balance_rows, G_N_ELEMENTS(balance_rows)},
    {CAMT_SCOPE_ENTRY, ENTRY, entry_rows, G_N_ELEMENTS(entry_rows)},
    {CAMT_SCOPE_ENTRY_CHARGE, ENTRY "/Chrgs", charge_rows, G_N_ELEMENTS(charge_rows)},
    {CAMT_SCOPE_ENTRY_CHARGE, ENTRY "/Chrgs/Rcrd", charge_rows, G_N_ELEMENTS(charge_rows)},
    {CAMT_SCOPE_DETAIL, DETAIL, detail_rows, G_N_ELEMENTS(detail_rows)},
    {CAMT_SCOPE_DETAIL_CHARGE, DETAIL "/Chrgs", charge_rows, G_N_ELEMENTS(charge_rows)},
    {CAMT_SCOPE_DETAIL_CHARGE, DETAIL "/Chrgs/Rcrd", charge_rows, G_N_ELEMENTS(charge_rows)},
    {CAMT_SCOPE_STRUCTURED, DETAIL "/RmtInf/Strd", structured_rows, G_N_ELEMENTS(structured_rows)},
};

const XmlNode *camt_paths_root(void)
{
    static gsize root;
    if (g_once_init_enter(&root))
        g_once_init_leave(&root, GPOINTER_TO_SIZE(xml_paths_tree(scopes, G_N_ELEMENTS(scopes))));
    return GSIZE_TO_POINTER(root);
}
