/* The same movements of one account written as files of four kinds: CAMT.053, CAMT.054, CODA and MT940. */
#pragma once
#include "ledger_book.h"

typedef struct {
    const char *day; /* "2026-02-16" */
    Cents amount;    /* signed */
    const char *name, *iban, *text;
    const char *bank;   /* the bank's own reference; CAMT only */
    const char *reason; /* it came back: ISO code */
    const char *cheque; /* its number */
} Movement;

typedef struct {
    const char *account; /* IBAN */
    const char *number;  /* of the statement */
    int sequence;
    Cents opening;
    const Movement *movements;
    size_t count;
} StatementFile;

static inline const char *said(const char *text)
{
    return text != NULL ? text : "";
}

static inline Cents movements_closing(const StatementFile *file)
{
    Cents sum = file->opening;
    for (size_t i = 0; i < file->count; i++)
        sum += file->movements[i].amount;
    return sum;
}

static inline char *amount_with(Cents amount, char mark)
{
    return g_strdup_printf("%" G_GINT64_FORMAT "%c%02d", ABS(amount) / 100, mark, (int)(ABS(amount) % 100));
}

/* --- CAMT ------------------------------------------------------------------------------------------------- */

static inline void camt_balance(GString *xml, const char *code, Cents amount, const char *day)
{
    g_autofree char *plain = amount_with(amount, '.');
    g_string_append_printf(xml,
                           "<Bal><Tp><CdOrPrtry><Cd>%s</Cd></CdOrPrtry></Tp><Amt Ccy=\"EUR\">%s</Amt>"
                           "<CdtDbtInd>%s</CdtDbtInd><Dt><Dt>%s</Dt></Dt></Bal>",
                           code, plain, amount < 0 ? "DBIT" : "CRDT", day);
}

static inline void camt_entry(GString *xml, const Movement *one)
{
    bool debit = one->amount < 0;
    const char *side = debit ? "Cdtr" : "Dbtr";
    g_autofree char *plain = amount_with(one->amount, '.');
    g_string_append_printf(xml,
                           "<Ntry><Amt Ccy=\"EUR\">%s</Amt><CdtDbtInd>%s</CdtDbtInd><Sts>BOOK</Sts><BookgDt><Dt>%s</Dt>"
                           "</BookgDt><ValDt><Dt>%s</Dt></ValDt>",
                           plain, debit ? "DBIT" : "CRDT", one->day, one->day);
    if (one->bank != NULL)
        g_string_append_printf(xml, "<AcctSvcrRef>%s</AcctSvcrRef>", one->bank);
    g_string_append(xml, "<NtryDtls><TxDtls>");
    if (one->cheque != NULL)
        g_string_append_printf(xml, "<Refs><ChqNb>%s</ChqNb></Refs>", one->cheque);
    g_string_append_printf(xml, "<RltdPties><%s><Nm>%s</Nm></%s>", side, said(one->name), side);
    if (one->iban != NULL)
        g_string_append_printf(xml, "<%sAcct><Id><IBAN>%s</IBAN></Id></%sAcct>", side, one->iban, side);
    g_string_append_printf(xml, "</RltdPties><RmtInf><Ustrd>%s</Ustrd></RmtInf>", said(one->text));
    if (one->reason != NULL)
        g_string_append_printf(xml, "<RtrInf><Rsn><Cd>%s</Cd></Rsn></RtrInf>", one->reason);
    g_string_append(xml, "</TxDtls></NtryDtls></Ntry>");
}

static inline char *camt_file(House *house, const StatementFile *file, bool notification)
{
    const char *message = notification ? "BkToCstmrDbtCdtNtfctn" : "BkToCstmrStmt";
    const char *part = notification ? "Ntfctn" : "Stmt";
    g_autoptr(GString) xml = g_string_new("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    g_string_append_printf(xml,
                           "<Document xmlns=\"urn:iso:std:iso:20022:tech:xsd:camt.05%d.001.02\"><%s><%s><Id>%s</Id>"
                           "<ElctrncSeqNb>%d</ElctrncSeqNb><Acct><Id><IBAN>%s</IBAN></Id><Ccy>EUR</Ccy></Acct>",
                           notification ? 4 : 3, message, part, file->number, file->sequence, file->account);
    if (!notification) {
        camt_balance(xml, "OPBD", file->opening, file->movements[0].day);
        camt_balance(xml, "CLBD", movements_closing(file), file->movements[file->count - 1].day);
    }
    for (size_t i = 0; i < file->count; i++)
        camt_entry(xml, &file->movements[i]);
    g_string_append_printf(xml, "</%s></%s></Document>\n", part, message);
    return house_file(house, "xml", xml->str);
}

/* --- CODA ------------------------------------------------------------------------------------------------- */

typedef char CodaRecord[129];

static inline void coda_put(CodaRecord record, int from, const char *text)
{
    for (int i = 0; text[i] != '\0' && from + i <= 128; i++)
        record[from - 1 + i] = text[i];
}

static inline void coda_start(CodaRecord record, const char *kind)
{
    memset(record, ' ', 128);
    record[128] = '\0';
    coda_put(record, 1, kind);
}

static inline void coda_amount(CodaRecord record, int sign, Cents amount)
{
    g_autofree char *digits = g_strdup_printf("%015" G_GINT64_FORMAT, ABS(amount) * 10);
    coda_put(record, sign, amount < 0 ? "1" : "0");
    coda_put(record, sign + 1, digits);
}

static inline void coda_day(CodaRecord record, int from, const char *iso)
{
    const char date[] = {iso[8], iso[9], iso[5], iso[6], iso[2], iso[3], '\0'};
    coda_put(record, from, date);
}

static inline void coda_end(GString *file, CodaRecord record)
{
    g_string_append_len(file, record, 128);
    g_string_append(file, "\r\n");
}

static inline void coda_movement(GString *coda, const Movement *one, int number)
{
    CodaRecord record;
    g_autofree char *sequence = g_strdup_printf("%04d0000", number);
    coda_start(record, "21");
    coda_put(record, 3, sequence);
    coda_amount(record, 32, one->amount);
    coda_day(record, 48, one->day);
    g_autofree char *first = one->cheque != NULL
                                 ? g_strdup_printf("103%012" G_GINT64_FORMAT, g_ascii_strtoll(one->cheque, NULL, 10))
                                 : g_strndup(said(one->text), 53);
    coda_put(record, 54, one->cheque == NULL ? "00150000" : one->amount < 0 ? "00338000" : "00352000");
    coda_put(record, 62, one->cheque != NULL ? "1" : "0");
    coda_put(record, 63, first);
    coda_day(record, 116, one->day);
    coda_put(record, 122, "0420");
    coda_put(record, 126, "1 0");
    coda_end(coda, record);
    coda_start(record, "22");
    coda_put(record, 3, sequence);
    if (one->reason != NULL) {
        coda_put(record, 113, "2");
        coda_put(record, 114, one->reason);
    }
    coda_put(record, 126, "1 0");
    coda_end(coda, record);
    coda_start(record, "23");
    coda_put(record, 3, sequence);
    coda_put(record, 11, said(one->iban));
    coda_put(record, 45, "EUR");
    coda_put(record, 48, said(one->name));
    coda_put(record, 126, "0 0");
    coda_end(coda, record);
}

static inline char *coda_file(House *house, const StatementFile *file)
{
    CodaRecord record;
    Cents credits = 0, debits = 0;
    const char *last = file->movements[file->count - 1].day;
    g_autoptr(GString) coda = g_string_new(NULL);
    g_autofree char *sequence = g_strdup_printf("%03d", file->sequence);
    coda_start(record, "00000");
    coda_day(record, 6, last);
    coda_put(record, 12, "99905");
    coda_put(record, 84, "00000");
    coda_put(record, 128, "2");
    coda_end(coda, record);
    coda_start(record, "12");
    coda_put(record, 3, sequence);
    coda_put(record, 6, file->account);
    coda_put(record, 40, "EUR");
    coda_amount(record, 43, file->opening);
    coda_day(record, 59, file->movements[0].day);
    coda_put(record, 126, sequence);
    coda_end(coda, record);
    for (size_t i = 0; i < file->count; i++) {
        coda_movement(coda, &file->movements[i], (int)i + 1);
        *(file->movements[i].amount < 0 ? &debits : &credits) += ABS(file->movements[i].amount);
    }
    coda_start(record, "8");
    coda_put(record, 2, sequence);
    coda_put(record, 5, file->account);
    coda_put(record, 39, "EUR");
    coda_amount(record, 42, movements_closing(file));
    coda_day(record, 58, last);
    coda_put(record, 128, "0");
    coda_end(coda, record);
    g_autofree char *totals = g_strdup_printf("%06zu%015" G_GINT64_FORMAT "%015" G_GINT64_FORMAT, 2 + 3 * file->count,
                                              debits * 10, credits * 10);
    coda_start(record, "9");
    coda_put(record, 17, totals);
    coda_put(record, 128, "2");
    coda_end(coda, record);
    return house_file(house, "cod", coda->str);
}

/* --- MT940 ------------------------------------------------------------------------------------------------ */

static inline char *mt940_day(const char *iso)
{
    return g_strdup_printf("%.2s%.2s%.2s", iso + 2, iso + 5, iso + 8);
}

static inline void mt940_balance(GString *mt940, const char *tag, Cents amount, const char *day)
{
    g_autofree char *comma = amount_with(amount, ','), *date = mt940_day(day);
    g_string_append_printf(mt940, ":%s:%c%sEUR%s\r\n", tag, amount < 0 ? 'D' : 'C', date, comma);
}

static inline char *mt940_file(House *house, const StatementFile *file)
{
    const char *last = file->movements[file->count - 1].day;
    g_autoptr(GString) mt940 =
        g_string_new("{1:F01INGBNL2ABXXX0000000000}{2:I940INGBNL2AXXXN}{4:\r\n:20:P000000001\r\n");
    g_string_append_printf(mt940, ":25:%sEUR\r\n:28C:%05d\r\n", file->account, file->sequence);
    mt940_balance(mt940, "60F", file->opening, file->movements[0].day);
    for (size_t i = 0; i < file->count; i++) {
        const Movement *one = &file->movements[i];
        g_autofree char *comma = amount_with(one->amount, ','), *date = mt940_day(one->day);
        g_string_append_printf(mt940, ":61:%s%.4s%c%sNTRFNONREF\r\n/TRCD/00100/\r\n:86:", date, date + 2,
                               one->amount < 0 ? 'D' : 'C', comma);
        if (one->reason != NULL)
            g_string_append_printf(mt940, "/RTRN/%s/", one->reason);
        g_string_append_printf(mt940, "/CNTP/%s//%s///REMI/USTD//%s/\r\n", said(one->iban), said(one->name),
                               said(one->text));
    }
    mt940_balance(mt940, "62F", movements_closing(file), last);
    g_string_append(mt940, "-}\r\n");
    return house_file(house, "sta", mt940->str);
}
