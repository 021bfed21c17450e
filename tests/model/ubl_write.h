/* Writes invoices and credit notes for the tests; a part that is NULL is left out. */
#pragma once
#include <glib.h>
#include <string.h>

#define UBL_NS "urn:oasis:names:specification:ubl:schema:xsd:"

typedef struct {
    const char *root; /* NULL Invoice */
    const char *number, *issued, *due, *currency;
    const char *party;   /* XML inside AccountingCustomerParty/Party */
    const char *head;    /* XML before the parties: BillingReference … */
    const char *payment; /* XML after them: PayeeParty, PaymentMeans, PaymentTerms */
    const char *payable, *total, *prepaid;
} UblDraft;

#define UBL_NAME(name) "<cac:PartyName><cbc:Name>" name "</cbc:Name></cac:PartyName>"
#define UBL_VAT(number)                                                                                                \
    "<cac:PartyTaxScheme><cbc:CompanyID>" number                                                                       \
    "</cbc:CompanyID><cac:TaxScheme><cbc:ID>VAT</cbc:ID></cac:TaxScheme></cac:PartyTaxScheme>"
#define UBL_ENDPOINT(scheme, value) "<cbc:EndpointID schemeID='" scheme "'>" value "</cbc:EndpointID>"
#define UBL_FOR(number)                                                                                                \
    "<cac:BillingReference><cac:InvoiceDocumentReference><cbc:ID>" number                                              \
    "</cbc:ID></cac:InvoiceDocumentReference></cac:BillingReference>"

static inline void ubl_element(GString *xml, const char *name, const char *text)
{
    if (text != NULL)
        g_string_append_printf(xml, "<cbc:%s>%s</cbc:%s>", name, text, name);
}

static inline void ubl_amount(GString *xml, const char *name, const char *currency, const char *amount)
{
    if (amount != NULL)
        g_string_append_printf(xml, "<cbc:%s currencyID='%s'>%s</cbc:%s>", name, currency, amount, name);
}

/* Without the XML declaration, so that it can stand in an envelope. */
static inline char *ubl_inner(const UblDraft *draft)
{
    const char *root = draft->root != NULL ? draft->root : "Invoice";
    const char *currency = draft->currency != NULL ? draft->currency : "EUR";
    GString *xml = g_string_new(NULL);
    g_string_append_printf(xml,
                           "<%s xmlns='" UBL_NS "%s-2' xmlns:cac='" UBL_NS
                           "CommonAggregateComponents-2' xmlns:cbc='" UBL_NS "CommonBasicComponents-2'>",
                           root, root);
    ubl_element(xml, "ID", draft->number);
    ubl_element(xml, "IssueDate", draft->issued);
    ubl_element(xml, "DueDate", draft->due);
    ubl_element(xml, "DocumentCurrencyCode", draft->currency);
    g_string_append(xml, draft->head != NULL ? draft->head : "");
    g_string_append_printf(xml,
                           "<cac:AccountingCustomerParty><cac:Party>%s</cac:Party></cac:AccountingCustomerParty>%s",
                           draft->party != NULL ? draft->party : UBL_NAME("Bakkerij Peeters BV"),
                           draft->payment != NULL ? draft->payment : "");
    g_string_append(xml, "<cac:LegalMonetaryTotal>");
    ubl_amount(xml, "TaxInclusiveAmount", currency, draft->total);
    ubl_amount(xml, "PrepaidAmount", currency, draft->prepaid);
    ubl_amount(xml, "PayableAmount", currency, draft->payable);
    g_string_append_printf(xml, "</cac:LegalMonetaryTotal></%s>", root);
    return g_string_free(xml, FALSE);
}

static inline char *ubl_text_of(const UblDraft *draft)
{
    g_autofree char *inner = ubl_inner(draft);
    return g_strconcat("<?xml version='1.0' encoding='UTF-8'?>\n", inner, NULL);
}
