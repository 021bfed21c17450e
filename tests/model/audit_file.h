/* An audit file of any size, made from nothing but numbers, with what is in it known beforehand: sales and purchases
 * of a year as a Dutch package writes them, four of five invoices paid. */
#pragma once
#include "base/error.h"
#include "base/money.h"

#include <glib/gstdio.h>
#include <inttypes.h>
#include <stdio.h>

typedef struct {
    int customers, items;
    Cents open;
} AuditTruth;

enum { AUDIT_INVOICE_BYTES = 3800, AUDIT_INVOICES_A_CUSTOMER = 40 };

typedef struct {
    FILE *file;
    int invoices, customers;
} AuditFile;

static inline Cents audit_amount(int invoice)
{
    return 12100 + (Cents)(invoice * 7919 % 90000) * 121 / 100;
}

static inline bool audit_paid(int invoice)
{
    return invoice % 5 != 0;
}

static inline int audit_customer(const AuditFile *audit, int invoice)
{
    return invoice * 31 % audit->customers + 1;
}

static inline void audit_party(const AuditFile *audit, int number, const char *type)
{
    fprintf(audit->file,
            "            <customerSupplier>\n                <custSupID>%s%d</custSupID>\n"
            "                <custSupName>Voorbeeldbedrijf nummer %d B.V.</custSupName>\n"
            "                <contact>A. Peeters</contact>\n                <telephone>010-%07d</telephone>\n"
            "                <eMail>boekhouding%d@voorbeeld.example</eMail>\n"
            "                <taxRegistrationCountry>NL</taxRegistrationCountry>\n"
            "                <custSupTp>%s</custSupTp>\n                <streetAddress>\n"
            "                    <streetname>Voorbeeldstraat %d</streetname>\n"
            "                    <city>Rommeldam</city>\n                    <postalCode>5555 AA</postalCode>\n"
            "                    <country>NL</country>\n                </streetAddress>\n"
            "            </customerSupplier>\n",
            type, number, number, number % 10000000, number, type, number % 400 + 1);
}

static inline void audit_line(const AuditFile *audit, int line, const char *account, int document, Cents amount,
                              const char *side, const char *party)
{
    g_autofree char *plain = money_plain(amount);
    fprintf(audit->file,
            "                    <trLine>\n                        <nr>%d</nr>\n"
            "                        <accID>%s</accID>\n                        <docRef>%d</docRef>\n"
            "                        <effDate>2026-%02d-%02d</effDate>\n"
            "                        <desc>Levering volgens bon %d, zie bijlage</desc>\n"
            "                        <amnt>%s</amnt>\n                        <amntTp>%s</amntTp>\n"
            "                        <custSupID>%s</custSupID>\n                    </trLine>\n",
            line, account, document, document % 12 + 1, document % 28 + 1, document, plain, side, party);
}

static inline void audit_transaction_start(const AuditFile *audit, int number)
{
    fprintf(audit->file,
            "                <transaction>\n                    <nr>%d</nr>\n"
            "                    <desc>Boeking %d</desc>\n                    <periodNumber>%d</periodNumber>\n"
            "                    <trDt>2026-%02d-%02d</trDt>\n",
            number, number, number % 12 + 1, number % 12 + 1, number % 28 + 1);
}

static inline void audit_transactions(const AuditFile *audit, int invoice)
{
    g_autofree char *party = g_strdup_printf("C%d", audit_customer(audit, invoice));
    Cents amount = audit_amount(invoice), net = money_share(amount, 100, 121);
    audit_transaction_start(audit, invoice);
    audit_line(audit, 1, "1300", invoice, amount, "D", party);
    audit_line(audit, 2, "8000", invoice, net, "C", party);
    audit_line(audit, 3, "1500", invoice, amount - net, "C", party);
    fputs("                </transaction>\n", audit->file);
    if (!audit_paid(invoice))
        return;
    audit_transaction_start(audit, invoice);
    audit_line(audit, 1, "1100", invoice, amount, "D", party);
    audit_line(audit, 2, "1300", invoice, amount, "C", party);
    fputs("                </transaction>\n", audit->file);
}

static inline void audit_subledger_line(const AuditFile *audit, int invoice, const char *party, const char *side,
                                        const char *change)
{
    g_autofree char *plain = money_plain(audit_amount(invoice));
    fprintf(audit->file,
            "                    <sbLine>\n                        <nr>%d</nr>\n"
            "                        <jrnID>70</jrnID>\n                        <trNr>%d</trNr>\n"
            "                        <trLineNr>1:1</trLineNr>\n"
            "                        <desc>Levering volgens bon %d, zie bijlage</desc>\n"
            "                        <amnt>%s</amnt>\n                        <amntTp>%s</amntTp>\n"
            "                        <docRef>%d</docRef>\n                        <custSupID>%s</custSupID>\n"
            "                        <invRef>26%07d</invRef>\n                        <invPurSalTp>S</invPurSalTp>\n"
            "                        <invDt>2026-%02d-%02d</invDt>\n"
            "                        <invDueDt>2027-01-%02d</invDueDt>\n                        <mutTp>%s</mutTp>\n"
            "                    </sbLine>\n",
            invoice, invoice, invoice, plain, side, invoice, party, invoice, invoice % 12 + 1, invoice % 28 + 1,
            invoice % 28 + 1, change);
}

static inline void audit_subledger(const AuditFile *audit, const char *type, char prefix)
{
    fprintf(audit->file, "                <subledger>\n                    <sbType>%s</sbType>\n", type);
    for (int i = 1; i <= audit->invoices; i++) {
        g_autofree char *party = g_strdup_printf("%c%d", prefix, audit_customer(audit, i));
        if (prefix == 'S' && i % 4 != 0)
            continue;
        audit_subledger_line(audit, i, party, prefix == 'C' ? "D" : "C", "I");
        if (prefix == 'C' && audit_paid(i))
            audit_subledger_line(audit, i, party, "C", "P");
    }
    fputs("                </subledger>\n", audit->file);
}

static inline void audit_company(const AuditFile *audit)
{
    fputs("        <customersSuppliers>\n", audit->file);
    for (int i = 1; i <= audit->customers; i++) {
        audit_party(audit, i, "C");
        audit_party(audit, i, "S");
    }
    fputs("        </customersSuppliers>\n        <transactions>\n            <journal>\n"
          "                <jrnID>70</jrnID>\n",
          audit->file);
    for (int i = 1; i <= audit->invoices; i++)
        audit_transactions(audit, i);
    fputs("            </journal>\n            <subledgers>\n", audit->file);
    audit_subledger(audit, "CU", 'C');
    audit_subledger(audit, "SU", 'S');
    fputs("            </subledgers>\n        </transactions>\n", audit->file);
}

/* About `bytes` long. */
static inline bool audit_file_write(const char *path, gint64 bytes, AuditTruth *truth)
{
    AuditFile audit = {.file = g_fopen(path, "w"), .invoices = (int)MAX(bytes / AUDIT_INVOICE_BYTES, 10)};
    if (audit.file == NULL)
        return false;
    audit.customers = audit.invoices / AUDIT_INVOICES_A_CUSTOMER + 1;
    fputs("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<auditfile xmlns=\"http://www.auditfiles.nl/XAF/3.2\">\n"
          "    <header>\n        <fiscalYear>2026</fiscalYear>\n        <endDate>2026-12-31</endDate>\n"
          "        <curCode>EUR</curCode>\n    </header>\n    <company>\n",
          audit.file);
    audit_company(&audit);
    fputs("    </company>\n</auditfile>\n", audit.file);
    *truth = (AuditTruth){.customers = audit.customers};
    for (int i = 1; i <= audit.invoices; i++)
        if (!audit_paid(i)) {
            truth->items++;
            truth->open += audit_amount(i);
        }
    bool whole = ferror(audit.file) == 0;
    return fclose(audit.file) == 0 && whole;
}
