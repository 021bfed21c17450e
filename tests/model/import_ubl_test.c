/* Invoices and credit notes in UBL: what each element means for an open item. */
#include "import_collect.h"
#include "ubl_write.h"

#include <locale.h>

static Collected *draft_read(UblDraft draft)
{
    draft.number = draft.number != NULL ? draft.number : "2026-100";
    draft.issued = draft.issued != NULL ? draft.issued : "2026-03-01";
    draft.payable = draft.payable != NULL ? draft.payable : "100.00";
    g_autofree char *text = ubl_text_of(&draft);
    Collected *got = collected_text(text, NULL);
    collected_log(got);
    g_assert_no_error(got->error);
    g_assert_cmpstr(got->kind, ==, "ubl");
    return got;
}

static const ItemRecord *item_of(const Collected *got)
{
    g_assert_cmpuint(got->problems->len, ==, 0);
    g_assert_cmpuint(got->items->len, ==, 1);
    return &g_array_index(got->items, ItemRecord, 0);
}

/* ---- money ---- */

static void test_money(void)
{
    static const struct {
        const char *root, *payable, *total, *prepaid, *kind;
        Cents amount, open;
    } rows[] = {
        {"Invoice", "121.00", "121.00", NULL, "invoice", 12100, 12100},
        {"Invoice", "21.00", "121.00", "100.00", "invoice", 12100, 2100},
        {"Invoice", "0.00", "121.00", "121.00", "invoice", 12100, 0},
        {"Invoice", "-242.00", "-242.00", NULL, "credit_note", -24200, -24200},
        {"Invoice", "-20.00", "100.00", "120.00", "credit_note", -2000, -2000},
        {"CreditNote", "60.50", "60.50", NULL, "credit_note", -6050, -6050},
        {"CreditNote", "-60.50", "-60.50", NULL, "invoice", 6050, 6050},
        {"Invoice", NULL, "121.00", "21.00", "invoice", 12100, 10000},
        {"Invoice", "7423.5", "8423.5", "1000", "invoice", 842350, 742350},
    };
    for (size_t i = 0; i < G_N_ELEMENTS(rows); i++) {
        UblDraft draft = {.root = rows[i].root,
                          .number = "N",
                          .issued = "2026-03-01",
                          .currency = "EUR",
                          .payable = rows[i].payable,
                          .total = rows[i].total,
                          .prepaid = rows[i].prepaid};
        g_autofree char *text = ubl_text_of(&draft);
        g_autoptr(Collected) got = collected_text(text, NULL);
        g_assert_no_error(got->error);
        g_assert_cmpstr(item_of(got)->kind, ==, rows[i].kind);
        g_assert_cmpint(item_of(got)->amount, ==, rows[i].amount);
        g_assert_cmpint(item_of(got)->open, ==, rows[i].open);
    }
}

static void test_amount_missing(void)
{
    g_autofree char *text = ubl_text_of(&(UblDraft){.number = "2026-7", .issued = "2026-03-01", .payable = "a lot"});
    g_autoptr(Collected) got = collected_text(text, NULL);
    g_assert_no_error(got->error);
    g_assert_cmpuint(got->items->len, ==, 0);
    g_assert_true(collected_listed(got, 2, "amount to be paid"));
    g_assert_cmpstr(g_array_index(got->problems, CollectedRemark, 0).raw, ==, "2026-7");
}

static void test_currency(void)
{
    g_autoptr(Collected) marked = draft_read((UblDraft){.currency = NULL});
    g_assert_cmpstr(item_of(marked)->currency, ==, "EUR");
    g_autoptr(Collected) stated = draft_read((UblDraft){.currency = "USD"});
    g_assert_cmpstr(item_of(stated)->currency, ==, "USD");
}

/* ---- when ---- */

#define MEANS(code, rest)                                                                                              \
    "<cac:PaymentMeans><cbc:PaymentMeansCode>" code "</cbc:PaymentMeansCode>" rest "</cac:PaymentMeans>"
#define MEANS_DAY(day) "<cbc:PaymentDueDate>" day "</cbc:PaymentDueDate>"
#define NOTE(text)     "<cac:PaymentTerms><cbc:Note>" text "</cbc:Note></cac:PaymentTerms>"

static void test_due(void)
{
    static const struct {
        const char *due, *payment, *expected;
    } rows[] = {
        {"2026-03-31", NULL, "2026-03-31"},
        {NULL, MEANS("30", MEANS_DAY("2026-04-15")), "2026-04-15"},
        {"2026-03-31", MEANS("30", MEANS_DAY("2026-04-15")), "2026-03-31"},
        {NULL, "<cac:PaymentTerms><cbc:PaymentDueDate>2026-05-01</cbc:PaymentDueDate></cac:PaymentTerms>",
         "2026-05-01"},
        {NULL, NOTE("30 dagen netto"), "2026-03-31"},
        {NULL, NOTE("Paiement à 30 jours fin de mois"), "2026-03-31"},
        {NULL, NOTE("60 dagen einde maand"), "2026-04-30"},
        {NULL, NOTE("net 14"), "2026-03-15"},
        {NULL, NOTE("Bij laattijdige betaling 10% intrest na 8 dagen"), ""},
        {NULL, NOTE("thank you"), ""},
        {NULL, NULL, ""},
        {"2026-03-31+01:00", NULL, "2026-03-31"},
        {"31/03/2026", NULL, ""},
    };
    for (size_t i = 0; i < G_N_ELEMENTS(rows); i++) {
        g_autoptr(Collected) got = draft_read((UblDraft){.due = rows[i].due, .payment = rows[i].payment});
        assert_day(item_of(got)->due, rows[i].expected);
    }
}

static void test_discount(void)
{
    static const struct {
        const char *payment;
        Cents discount; /* of 200.00 issued on the first of March */
        const char *until, *due;
    } rows[] = {
        {NOTE("2% 10 days"), 400, "2026-03-11", ""},
        {NOTE("2% 10 days, net 30 days"), 400, "2026-03-11", "2026-03-31"},
        {NOTE("2/10 net 30"), 400, "2026-03-11", "2026-03-31"},
        {NOTE("2,5 % korting bij betaling binnen 8 dagen, anders 30 dagen netto"), 500, "2026-03-09", "2026-03-31"},
        {NOTE("Escompte de 3% à 8 jours"), 600, "2026-03-09", ""},
        {NOTE("Payment within 10 days, 2% discount"), 400, "2026-03-11", ""},
        {NOTE("30 days net, 2% discount within 10 days"), 400, "2026-03-11", "2026-03-31"},
        {NOTE("#SKONTO#TAGE=14#PROZENT=2.00#"), 400, "2026-03-15", ""},
        {NOTE("50% prepaid, 50% within one month"), 0, "", ""},
        {NOTE("10% voorschot binnen 5 dagen"), 0, "", ""},
        {NOTE("Penalty 10% after 30 days"), 0, "", ""},
        {"<cac:PaymentTerms><cbc:SettlementDiscountPercent>1.5</cbc:SettlementDiscountPercent><cac:SettlementPeriod>"
         "<cbc:EndDate>2026-03-10</cbc:EndDate></cac:SettlementPeriod></cac:PaymentTerms>",
         300, "2026-03-10", ""},
        {"<cac:PaymentTerms><cbc:SettlementDiscountAmount currencyID='EUR'>5.00</cbc:SettlementDiscountAmount>"
         "<cac:SettlementPeriod><cbc:DurationMeasure unitCode='DAY'>7</cbc:DurationMeasure></cac:SettlementPeriod>"
         "</cac:PaymentTerms>",
         500, "2026-03-08", ""},
    };
    for (size_t i = 0; i < G_N_ELEMENTS(rows); i++) {
        g_autoptr(Collected) got = draft_read((UblDraft){.payable = "200.00", .payment = rows[i].payment});
        g_test_message("%s", rows[i].payment);
        g_assert_cmpint(item_of(got)->discount, ==, rows[i].discount);
        assert_day(item_of(got)->discount_until, rows[i].until);
        assert_day(item_of(got)->due, rows[i].due);
    }
}

static void test_direct_debit(void)
{
    g_autoptr(Collected) sepa = draft_read((UblDraft){.due = "2026-03-31", .payment = MEANS("59", "")});
    assert_day(item_of(sepa)->collect_day, "2026-03-31");
    g_autoptr(Collected) later =
        draft_read((UblDraft){.due = "2026-03-31", .payment = MEANS("59", MEANS_DAY("2026-04-03"))});
    assert_day(item_of(later)->collect_day, "2026-04-03");
    g_autoptr(Collected) transfer = draft_read((UblDraft){.due = "2026-03-31", .payment = MEANS("58", "")});
    assert_day(item_of(transfer)->collect_day, "");
    g_autoptr(Collected) credit =
        draft_read((UblDraft){.root = "CreditNote", .due = NULL, .payment = MEANS("59", MEANS_DAY("2026-04-03"))});
    assert_day(item_of(credit)->collect_day, "");
}

/* ---- references ---- */

#define PAYMENT(id) MEANS("30", "<cbc:PaymentID>" id "</cbc:PaymentID>")

static void test_reference(void)
{
    static const struct {
        const char *payment, *expected;
    } rows[] = {
        {PAYMENT("+++010/6766/09538+++"), "010676609538"},
        {PAYMENT("010676609538"), "010676609538"},
        {PAYMENT("RF18 5390 0754 7034"), "RF18539007547034"},
        {PAYMENT("5000 0567 8901 2345"), "5000056789012345"},
        {PAYMENT("Deb. 10202 / Fact. 12115118"), ""},
        {PAYMENT("2026-100") PAYMENT("010676609538"), "010676609538"},
        {PAYMENT("010676609539"), ""},
        {MEANS("30", "<cbc:InstructionNote>+++010/6766/09538+++</cbc:InstructionNote>"), "010676609538"},
        {NULL, ""},
    };
    for (size_t i = 0; i < G_N_ELEMENTS(rows); i++) {
        g_autoptr(Collected) got = draft_read((UblDraft){.payment = rows[i].payment});
        g_assert_cmpstr(item_of(got)->reference, ==, rows[i].expected);
    }
}

static void test_applies_to(void)
{
    g_autoptr(Collected) got = draft_read(
        (UblDraft){.root = "CreditNote", .head = UBL_FOR("2026-001") UBL_FOR("2026-002") UBL_FOR("2026-001")});
    const char *const *numbers = item_of(got)->applies_to;
    g_assert_nonnull(numbers);
    g_assert_cmpuint(g_strv_length((char **)numbers), ==, 2);
    g_assert_cmpstr(numbers[0], ==, "2026-001");
    g_assert_cmpstr(numbers[1], ==, "2026-002");
    g_autoptr(Collected) corrected = draft_read((UblDraft){.head = UBL_FOR("2026-001")});
    g_assert_null(item_of(corrected)->applies_to);
}

/* ---- the customer ---- */

#define LEGAL(name, scheme, number)                                                                                    \
    "<cac:PartyLegalEntity><cbc:RegistrationName>" name "</cbc:RegistrationName><cbc:CompanyID schemeID='" scheme      \
    "'>" number "</cbc:CompanyID></cac:PartyLegalEntity>"

static void test_customer(void)
{
    g_autoptr(Collected) got = draft_read((UblDraft){
        .party = UBL_ENDPOINT("0208", "0123456749") UBL_NAME(
            "De Bakker") "<cac:PostalAddress>"
                         "<cbc:StreetName>Kerkstraat</cbc:StreetName><cbc:BuildingNumber>12</cbc:BuildingNumber>"
                         "<cbc:CityName>Gent</cbc:CityName><cbc:PostalZone>9000</cbc:PostalZone><cac:Country>"
                         "<cbc:IdentificationCode>be</cbc:IdentificationCode></cac:Country></cac:PostalAddress>"
                         "<cac:PartyTaxScheme><cbc:CompanyID>999/999/99</cbc:CompanyID><cac:TaxScheme><cbc:ID>FC</"
                         "cbc:ID>"
                         "</cac:TaxScheme></cac:PartyTaxScheme>" UBL_VAT("BE 0123.456.749")
                             LEGAL("Bakkerij  Peeters\n BV", "0208",
                                   "0123456749") "<cac:Contact><cbc:Name>n/a</cbc:Name><cbc:Telephone>09 123 45 "
                                                 "67</cbc:Telephone>"
                                                 "<cbc:ElectronicMail>boek@peeters.example</cbc:ElectronicMail></"
                                                 "cac:Contact>"});
    const CustomerRecord *customer = &item_of(got)->customer;
    g_assert_cmpstr(customer->number, ==, "");
    g_assert_cmpstr(customer->name, ==, "Bakkerij Peeters BV");
    g_assert_cmpstr(customer->vat, ==, "BE 0123.456.749");
    g_assert_cmpstr(customer->endpoint, ==, "0208:0123456749");
    g_assert_cmpstr(customer->street, ==, "Kerkstraat 12");
    g_assert_cmpstr(customer->postcode, ==, "9000");
    g_assert_cmpstr(customer->city, ==, "Gent");
    g_assert_cmpstr(customer->country, ==, "BE");
    g_assert_cmpstr(customer->contact, ==, "");
    g_assert_cmpstr(customer->phone, ==, "09 123 45 67");
    g_assert_cmpstr(customer->email, ==, "boek@peeters.example");
}

static void test_customer_number(void)
{
    static const struct {
        const char *party, *expected;
    } rows[] = {
        {"<cac:PartyIdentification><cbc:ID>10202</cbc:ID></cac:PartyIdentification>" UBL_NAME("A"), "10202"},
        {"<cac:PartyIdentification><cbc:ID schemeID='0088'>10202</cbc:ID></cac:PartyIdentification>" UBL_NAME("A"), ""},
        {"<cac:PartyIdentification><cbc:ID>0123456749</cbc:ID></cac:PartyIdentification>" UBL_NAME("A")
             UBL_VAT("BE0123456749"),
         ""},
    };
    for (size_t i = 0; i < G_N_ELEMENTS(rows); i++) {
        g_autoptr(Collected) got = draft_read((UblDraft){.party = rows[i].party});
        g_assert_cmpstr(item_of(got)->customer.number, ==, rows[i].expected);
    }
}

static void test_no_customer(void)
{
    g_autoptr(Collected) got = draft_read((UblDraft){.party = "<cac:PostalAddress/>"});
    g_assert_cmpuint(got->items->len, ==, 0);
    g_assert_true(collected_listed(got, 2, "names no customer"));
}

/* ---- what makes people ask back ---- */

#define SUPPLIER                                                                                                       \
    "<cac:AccountingSupplierParty><cac:Party><cac:PartyLegalEntity><cbc:RegistrationName>Onze Zaak NV"                 \
    "</cbc:RegistrationName></cac:PartyLegalEntity></cac:Party></cac:AccountingSupplierParty>"
#define PAYEE(name) "<cac:PayeeParty><cac:PartyName><cbc:Name>" name "</cbc:Name></cac:PartyName></cac:PayeeParty>"

static void test_factoring(void)
{
    g_autoptr(Collected) sold = draft_read((UblDraft){.head = SUPPLIER, .payment = PAYEE("Factor Finance SA")});
    g_assert_true(collected_warned(sold, "2026-100 is to be paid to Factor Finance SA"));
    g_autoptr(Collected) own = draft_read((UblDraft){.head = SUPPLIER, .payment = PAYEE("ONZE ZAAK")});
    g_assert_cmpuint(own->warnings->len, ==, 0);
    g_autoptr(Collected) note =
        draft_read((UblDraft){.head = "<cbc:Note>Payment to X with subrogation of our rights.</cbc:Note>"});
    g_assert_true(collected_warned(note, "Payment to X with subrogation"));
}

/* ---- envelopes, dialects, size ---- */

static void test_envelope(void)
{
    g_autofree char *inner = ubl_inner(&(UblDraft){.number = "W-1", .issued = "2026-03-01", .payable = "5.00"});
    g_autofree char *text = g_strconcat(
        "<?xml version='1.0'?><sh:StandardBusinessDocument xmlns:sh='http://www.unece.org/cefact/namespaces/"
        "StandardBusinessDocumentHeader'><sh:StandardBusinessDocumentHeader><sh:HeaderVersion>1.0</sh:HeaderVersion>"
        "<sh:DocumentIdentification><sh:Standard>" UBL_NS "Invoice-2</sh:Standard><sh:Type>Invoice</sh:Type>"
        "</sh:DocumentIdentification></sh:StandardBusinessDocumentHeader>",
        inner, "</sh:StandardBusinessDocument>", NULL);
    g_autoptr(Collected) got = collected_text(text, NULL);
    collected_log(got);
    g_assert_no_error(got->error);
    g_assert_cmpstr(item_of(got)->number, ==, "W-1");
    g_assert_cmpint(item_of(got)->open, ==, 500);
}

static void test_empty_envelope(void)
{
    g_autofree char *inner = ubl_inner(&(UblDraft){.number = "W-2", .issued = "2026-03-01", .payable = "5.00"});
    g_autofree char *text = g_strconcat("<StandardBusinessDocument xmlns='x'><StandardBusinessDocumentHeader/>", inner,
                                        "</StandardBusinessDocument>", NULL);
    g_autoptr(Collected) got = collected_text(text, NULL);
    g_assert_no_error(got->error);
    g_assert_cmpstr(item_of(got)->number, ==, "W-2");
}

/* e-FFF: UBL 2.0 with a type of its own, no currency of the document, the contact beside the party, prefixes on all. */
static void test_e_fff(void)
{
    g_autoptr(Collected) got = collected_text(
        "<?xml version='1.0' encoding='UTF-8'?>\n<ubl:Invoice xmlns:ubl='" UBL_NS "Invoice-2' xmlns:a='" UBL_NS
        "CommonAggregateComponents-2' xmlns:b='" UBL_NS "CommonBasicComponents-2'><b:UBLVersionID>2.0</b:UBLVersionID>"
        "<b:CustomizationID>1.0</b:CustomizationID><b:ProfileID>E-FFF.BE BILLING 3.0</b:ProfileID><b:ID>FA/26/12</b:ID>"
        "<b:IssueDate>2026-02-01</b:IssueDate><b:InvoiceTypeCode>Facture</b:InvoiceTypeCode>"
        "<a:AdditionalDocumentReference><b:ID>FA2612</b:ID><b:DocumentType>CommercialInvoice</b:DocumentType>"
        "<a:Attachment><b:EmbeddedDocumentBinaryObject mimeCode='application/pdf' filename='C:\\out\\FA2612.pdf'>QUJD"
        "</b:EmbeddedDocumentBinaryObject></a:Attachment></a:AdditionalDocumentReference>"
        "<a:AccountingCustomerParty><b:SupplierAssignedAccountID>C0042</b:SupplierAssignedAccountID><a:Party>"
        "<a:PartyName><b:Name>Boulangerie Crèche SRL</b:Name></a:PartyName></a:Party><a:AccountingContact>"
        "<b:Name>Mme Dubois</b:Name><b:Telephone>02/555.01.02</b:Telephone></a:AccountingContact>"
        "</a:AccountingCustomerParty><a:PaymentMeans><b:PaymentMeansCode>31</b:PaymentMeansCode><b:PaymentDueDate>"
        "2026-03-03</b:PaymentDueDate><b:PaymentID>010676609538</b:PaymentID></a:PaymentMeans><a:LegalMonetaryTotal>"
        "<b:PayableAmount currencyID='EUR'>12.10</b:PayableAmount></a:LegalMonetaryTotal></ubl:Invoice>",
        NULL);
    collected_log(got);
    g_assert_no_error(got->error);
    const ItemRecord *item = item_of(got);
    g_assert_cmpstr(item->number, ==, "FA/26/12");
    g_assert_cmpstr(item->currency, ==, "EUR");
    g_assert_cmpstr(item->customer.number, ==, "C0042");
    g_assert_cmpstr(item->customer.name, ==, "Boulangerie Crèche SRL");
    g_assert_cmpstr(item->customer.contact, ==, "Mme Dubois");
    g_assert_cmpstr(item->reference, ==, "010676609538");
    g_assert_cmpstr(item->copy, ==, "FA2612.pdf");
    assert_day(item->due, "2026-03-03");
}

static void test_several_documents(void)
{
    g_autofree char *one = ubl_inner(&(UblDraft){.number = "A", .issued = "2026-03-01", .payable = "1.00"});
    g_autofree char *other =
        ubl_inner(&(UblDraft){.root = "CreditNote", .number = "B", .issued = "2026-03-01", .payable = "2.00"});
    g_autofree char *text = g_strconcat("<batch xmlns:x='" UBL_NS "Invoice-2'>", one, other, "</batch>", NULL);
    g_autoptr(Collected) got = collected_text(text, NULL);
    g_assert_no_error(got->error);
    g_assert_cmpuint(got->items->len, ==, 2);
    g_assert_cmpstr(g_array_index(got->items, ItemRecord, 0).number, ==, "A");
    g_assert_cmpint(g_array_index(got->items, ItemRecord, 1).open, ==, -200);
}

static void test_big_attachment(void)
{
    /* More than the library would keep; in lines, with what could be cut in two where the cut falls. */
    g_autoptr(GString) lines = g_string_new("&amp;<!-- > - \" -->");
    while (lines->len < 24 * 1024 * 1024)
        g_string_append(lines, "QUJDREVGR0hJSktMTU5PUFFSU1RVVldYWVo&amp;é&lt;&#65;\n");
    g_autofree char *head = g_strconcat(
        "<cac:AdditionalDocumentReference><cbc:ID>x</cbc:ID><cac:Attachment><cbc:EmbeddedDocumentBinaryObject"
        " mimeCode='application/pdf' filename='invoice.pdf'>",
        lines->str, "</cbc:EmbeddedDocumentBinaryObject></cac:Attachment></cac:AdditionalDocumentReference>", NULL);
    g_autoptr(Collected) got = draft_read((UblDraft){.head = head});
    g_assert_cmpstr(item_of(got)->copy, ==, "invoice.pdf");
}

static void test_others_named(void)
{
    static const struct {
        const char *text, *part;
    } rows[] = {
        {"<rsm:CrossIndustryInvoice xmlns:rsm='urn:un:unece:uncefact:data:standard:CrossIndustryInvoice:100'/>",
         "(CII)"},
        {"<Order xmlns='" UBL_NS "Order-2'/>", "an order"},
        {"<OrderResponse xmlns='" UBL_NS "OrderResponse-2'/>", "answer to an order"},
        {"<Reminder xmlns='" UBL_NS "Reminder-2'/>", "reminder"},
        {"<DebitNote xmlns='" UBL_NS "DebitNote-2'/>", "debit note"},
        {"<SelfBilledInvoice xmlns='" UBL_NS "SelfBilledInvoice-2'/>", "self-billed"},
        {"<SelfBilledCreditNote xmlns='" UBL_NS "SelfBilledCreditNote-2'/>", "self-billed credit note"},
        {"<ApplicationResponse xmlns='" UBL_NS "ApplicationResponse-2'/>", "answer about a document"},
        {"<DespatchAdvice xmlns='" UBL_NS "DespatchAdvice-2'/>", "despatch advice"},
        {"<Tender xmlns='" UBL_NS "Tender-2'/>", "UBL document of a kind"},
        {"<StandardBusinessDocument xmlns='x'><StandardBusinessDocumentHeader><Type>Invoice</Type>"
         "</StandardBusinessDocumentHeader><Order xmlns='" UBL_NS "Order-2'/></StandardBusinessDocument>",
         "an order"},
    };
    for (size_t i = 0; i < G_N_ELEMENTS(rows); i++) {
        g_autoptr(Collected) got = collected_text(rows[i].text, NULL);
        g_assert_nonnull(got->error);
        g_test_message("%s", got->error->message);
        g_assert_nonnull(strstr(got->error->message, rows[i].part));
    }
}

static void test_truncated(void)
{
    g_autofree char *text = ubl_text_of(&(UblDraft){.root = "CreditNote",
                                                    .number = "2026-7",
                                                    .issued = "2026-03-01",
                                                    .head = UBL_FOR("2026-1"),
                                                    .payable = "3.00"});
    for (size_t length = 0; length < strlen(text); length++) {
        g_autoptr(Collected) got = collected_bytes(text, length, NULL);
        g_assert_nonnull(got->error);
        g_assert_cmpuint(got->items->len, ==, 0);
        g_assert_cmpint(*got->error->message, !=, '\0');
    }
}

int main(int argc, char **argv)
{
    setlocale(LC_ALL, "");
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/ubl/what is to be paid is open, negative invoices are credit notes", test_money);
    g_test_add_func("/ubl/a document without an amount is listed", test_amount_missing);
    g_test_add_func("/ubl/the currency is the document's, else the one its amounts are marked with", test_currency);
    g_test_add_func("/ubl/the due day stands in four places, or follows from the terms", test_due);
    g_test_add_func("/ubl/a discount for paying early is read from the terms as people write them", test_discount);
    g_test_add_func("/ubl/a direct debit takes it on its day", test_direct_debit);
    g_test_add_func("/ubl/a payment reference counts when its check digits hold", test_reference);
    g_test_add_func("/ubl/a credit note names its invoices, each once", test_applies_to);
    g_test_add_func("/ubl/the customer is known by VAT number, endpoint, address and contact", test_customer);
    g_test_add_func("/ubl/a party number without scheme is our number of the customer", test_customer_number);
    g_test_add_func("/ubl/a document that names no customer is listed", test_no_customer);
    g_test_add_func("/ubl/a sold invoice warns and names who is to be paid", test_factoring);
    g_test_add_func("/ubl/an envelope of an access point is opened", test_envelope);
    g_test_add_func("/ubl/an envelope with an empty header is opened as well", test_empty_envelope);
    g_test_add_func("/ubl/e-FFF of UBL 2.0 is read", test_e_fff);
    g_test_add_func("/ubl/several documents in one file are read one by one", test_several_documents);
    g_test_add_func("/ubl/a PDF of megabytes is passed over, its name kept", test_big_attachment);
    g_test_add_func("/ubl/other documents are refused by name", test_others_named);
    g_test_add_func("/ubl/cut off at any byte it is a sentence", test_truncated);
    return g_test_run();
}
