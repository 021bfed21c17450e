/* Invoices and credit notes in the books: whose they are, what a credit note settles, and that no order of files
 * makes a difference. */
#include "ledger_book.h"
#include "ubl_write.h"

#include <locale.h>

static char *document_file(House *house, const UblDraft *draft)
{
    g_autofree char *text = ubl_text_of(draft);
    return house_file(house, "xml", text);
}

static ImportSummary *document_import(House *house, UblDraft draft)
{
    draft.issued = draft.issued != NULL ? draft.issued : "2026-02-10";
    draft.due = draft.due != NULL ? draft.due : "2026-03-12";
    draft.currency = "EUR";
    g_autofree char *path = document_file(house, &draft);
    return house_import(house, path);
}

static void document_quiet(House *house, UblDraft draft)
{
    import_summary_free(document_import(house, draft));
}

/* "number open state" of every item, a line each. */
static char *books(House *house)
{
    g_autoptr(GString) all = g_string_new(NULL);
    g_autoptr(GError) error = NULL;
    g_autoptr(Query) query = store_query(house->ledger.store,
                                         "SELECT c.number AS customer, i.number, i.open, i.state FROM item i"
                                         " JOIN customer c ON c.id = i.customer_id ORDER BY i.number, i.kind",
                                         NO_BINDS, &error);
    while (query != NULL && query_next(query))
        g_string_append_printf(all, "%s/%s %" G_GINT64_FORMAT " %s; ", query_text(query, "customer"),
                               query_text(query, "number"), query_integer(query, "open"), query_text(query, "state"));
    g_assert_true(query != NULL && query_finish(query, &error));
    return g_string_free(g_steal_pointer(&all), FALSE);
}

static void assert_books(House *house, const char *expected)
{
    g_autofree char *got = books(house);
    g_assert_cmpstr(got, ==, expected);
}

/* --- Whose it is ---------------------------------------------------------------------------------------- */

#define PEETERS_VAT "BE0123456749"

static void test_customer_found(House *house, gconstpointer data)
{
    (void)data;
    house_list_quiet(house, "10418;Bakkerij Peeters BV;2026-1;I;2026-01-01;2026-01-31;10.00;10.00;;EUR;\n"
                            "10500;Frituur 't Hoekje;2026-2;I;2026-01-01;2026-01-31;10.00;10.00;;EUR;\n");
    house_run(house, "UPDATE customer SET vat = '" PEETERS_VAT "' WHERE number = '10418'");
    house_run(house, "UPDATE customer SET endpoint = '0088:5412345000013' WHERE number = '10500'");
    static const struct {
        const char *number, *party, *customer;
    } rows[] = {
        {"A", UBL_NAME("De Bakker") UBL_VAT("BE 0123.456.749"), "10418"},
        {"B", UBL_ENDPOINT("0208", "0123456749") UBL_NAME("De Bakker"), "10418"},
        {"C", UBL_ENDPOINT("0088", "5412345000013") UBL_NAME("Iets anders"), "10500"},
        {"D", "<cac:PartyIdentification><cbc:ID>10500</cbc:ID></cac:PartyIdentification>" UBL_NAME("Hoekje"), "10500"},
        {"E", UBL_NAME("PEETERS Bakkerij N.V."), "10418"},
        {"F", UBL_NAME("Bakkerij Peeters") UBL_VAT("BE0999999130"), "BE0999999130"}, /* the same name, another firm */
        {"G", UBL_NAME("Nieuw BV"), "Nieuw BV"},
        {"H", UBL_NAME("Nieuw"), "Nieuw BV"},
    };
    for (size_t i = 0; i < G_N_ELEMENTS(rows); i++) {
        document_quiet(house, (UblDraft){.number = rows[i].number, .party = rows[i].party, .payable = "5.00"});
        g_autofree char *sql =
            g_strdup_printf("SELECT c.number FROM item i JOIN customer c ON c.id = i.customer_id WHERE i.number = '%s'",
                            rows[i].number);
        g_autofree char *customer = house_text(house, sql);
        g_assert_cmpstr(customer, ==, rows[i].customer);
    }
    g_assert_cmpint(house_number(house, "SELECT count(*) AS n FROM customer"), ==, 4);
}

/* What the list says of a customer stays; what it does not say is filled. */
static void test_customer_corrects_nobody(House *house, gconstpointer data)
{
    (void)data;
    house_list_quiet(house, "10418;Bakkerij Peeters BV;2026-1;I;2026-01-01;2026-01-31;10.00;10.00;;EUR;\n");
    house_run(house, "UPDATE customer SET vat = '" PEETERS_VAT "' WHERE number = '10418'");
    document_quiet(
        house, (UblDraft){.number = "A",
                          .party = UBL_ENDPOINT("0208", "0123456749") UBL_NAME("Peeters Jan") UBL_VAT(
                              PEETERS_VAT) "<cac:Contact><cbc:ElectronicMail>jan@peeters.example</cbc:ElectronicMail>"
                                           "</cac:Contact>",
                          .payable = "5.00"});
    g_autofree char *name = house_text(house, "SELECT name FROM customer");
    g_autofree char *endpoint = house_text(house, "SELECT endpoint FROM customer");
    g_autofree char *mail = house_text(house, "SELECT email FROM contact");
    g_assert_cmpstr(name, ==, "Bakkerij Peeters BV");
    g_assert_cmpstr(endpoint, ==, "0208:0123456749");
    g_assert_cmpstr(mail, ==, "jan@peeters.example");
}

static void test_customer_list_later(House *house, gconstpointer data)
{
    (void)data;
    document_quiet(
        house, (UblDraft){.number = "2026-1", .party = UBL_NAME("Peeters") UBL_VAT(PEETERS_VAT), .payable = "10.00"});
    document_quiet(house, (UblDraft){.number = "2026-2", .party = UBL_NAME("Frituur Hoekje"), .payable = "20.00"});
    assert_books(house, PEETERS_VAT "/2026-1 1000 open; Frituur Hoekje/2026-2 2000 open; ");
    house_list_quiet(house, "10500;Frituur Hoekje BV;2026-2;I;2026-02-10;2026-03-12;20.00;20.00;;EUR;\n"
                            "10600;Slagerij Frituur Hoekje;2026-3;I;2026-02-10;2026-03-12;30.00;30.00;;EUR;\n");
    g_autofree char *path = house_file(house, "csv",
                                       "customer_number;customer_name;vat;invoice_number;item_kind;invoice_date;"
                                       "due_date;amount;open_amount\n10418;Bakkerij Peeters BV;BE0123.456.749;2026-1;I;"
                                       "2026-02-10;2026-03-12;10.00;10.00\n");
    import_summary_free(house_import(house, path));
    assert_books(house, "10418/2026-1 1000 open; 10500/2026-2 2000 open; 10600/2026-3 3000 open; ");
    g_assert_cmpint(house_number(house, "SELECT count(*) AS n FROM customer WHERE number_made = 1"), ==, 0);
    document_quiet(
        house, (UblDraft){.number = "2026-4", .party = UBL_NAME("Peeters") UBL_VAT(PEETERS_VAT), .payable = "1.00"});
    g_assert_cmpint(house_number(house, "SELECT count(*) AS n FROM customer"), ==, 3);
}

/* The better an invoice knows him the better his number, whichever came first. */
static void test_customer_known_better(House *house, gconstpointer data)
{
    (void)data;
    static const char *const PARTIES[] = {UBL_NAME("Bakkerij Peeters"),
                                          UBL_ENDPOINT("0088", "541") UBL_NAME("Peeters Bakkerij"),
                                          UBL_ENDPOINT("0088", "541") UBL_NAME("B. Peeters") UBL_VAT(PEETERS_VAT)};
    static const char *const NUMBERS[] = {"Bakkerij Peeters", "0088:541", PEETERS_VAT};
    for (size_t i = 0; i < G_N_ELEMENTS(PARTIES); i++) {
        g_autofree char *number = g_strdup_printf("N%zu", i);
        document_quiet(house, (UblDraft){.number = number, .party = PARTIES[i], .payable = "1.00"});
        g_autofree char *customer = house_text(house, "SELECT number FROM customer");
        g_assert_cmpstr(customer, ==, NUMBERS[i]);
    }
    document_quiet(house, (UblDraft){.number = "N9", .party = PARTIES[0], .payable = "1.00"});
    g_assert_cmpint(house_number(house, "SELECT count(*) AS n FROM customer WHERE number = '" PEETERS_VAT "'"), ==, 1);
    g_assert_cmpint(house_number(house, "SELECT count(*) AS n FROM customer"), ==, 1);
}

static void test_invoice_to_us(House *house, gconstpointer data)
{
    (void)data;
    g_autofree char *config = g_build_filename(house->folder, "own.ini", NULL);
    g_assert_true(g_file_set_contents(config, "[belronde]\nname = Onze Zaak NV\n", -1, NULL));
    g_autoptr(GError) error = NULL;
    settings_free(house->settings);
    house->settings = settings_load(config, &error);
    g_assert_no_error(error);
    house->ledger.settings = house->settings;
    g_autoptr(ImportSummary) summary =
        document_import(house, (UblDraft){.number = "X", .party = UBL_NAME("Onze Zaak"), .payable = "5.00"});
    g_assert_cmpint(summary->listed, ==, 1);
    g_assert_cmpint(house_number(house, "SELECT count(*) AS n FROM item"), ==, 0);
    g_assert_cmpint(house_number(house, "SELECT count(*) AS n FROM customer"), ==, 0);
}

/* --- Facts of the document ------------------------------------------------------------------------------ */

static void test_facts_stored(House *house, gconstpointer data)
{
    (void)data;
    document_quiet(house, (UblDraft){.number = "A",
                                     .payable = "200.00",
                                     .payment = "<cac:PaymentMeans><cbc:PaymentMeansCode>59</cbc:PaymentMeansCode>"
                                                "</cac:PaymentMeans><cac:PaymentTerms><cbc:Note>2% 10 days</cbc:Note>"
                                                "</cac:PaymentTerms>"});
    g_assert_cmpint(house_number(house, "SELECT discount FROM item"), ==, 400);
    g_assert_cmpint(house_number(house, "SELECT discount_until - issued AS n FROM item"), ==, 10);
    g_assert_cmpint(house_number(house, "SELECT collect_day - due AS n FROM item"), ==, 0);
    house_list_quiet(house, "77;Bakkerij Peeters BV;A;I;2026-02-10;2026-03-12;200.00;200.00;;EUR;\n");
    g_assert_cmpint(house_number(house, "SELECT discount FROM item"), ==, 400);
}

/* The list came first: the invoice fills in what the list had not. */
static void test_facts_of_known_item(House *house, gconstpointer data)
{
    (void)data;
    house_list_quiet(house, "77;Bakkerij Peeters BV;A;I;2026-02-10;2026-03-12;200.00;150.00;;EUR;\n");
    g_autoptr(ImportSummary) summary =
        document_import(house, (UblDraft){.number = "A",
                                          .payable = "200.00",
                                          .payment = "<cac:PaymentMeans><cbc:PaymentMeansCode>59</cbc:PaymentMeansCode>"
                                                     "<cbc:PaymentID>010676609538</cbc:PaymentID></cac:PaymentMeans>"});
    g_assert_cmpint(summary->new_items, ==, 0);
    g_assert_cmpint(summary->changed_items, >=, 1);
    g_assert_cmpint(house_number(house, "SELECT collect_day - due AS n FROM item"), ==, 0);
    g_autofree char *reference = house_text(house, "SELECT reference FROM item");
    g_assert_cmpstr(reference, ==, "010676609538");
    assert_books(house, "77/A 15000 open; ");
}

/* --- Credit notes: any order ---------------------------------------------------------------------------- */

typedef enum { STEP_END, STEP_DOCUMENT, STEP_LIST, STEP_BANK } StepKind;

typedef struct {
    StepKind kind;
    UblDraft draft;
    const char *list;
    BankLine line;
} Step;

static void step_run(House *house, const Step *step, int round)
{
    if (step->kind == STEP_DOCUMENT) {
        /* Another copy of the same document: other bytes. */
        g_autofree char *head =
            g_strdup_printf("%s<!-- %d -->", step->draft.head != NULL ? step->draft.head : "", round);
        UblDraft draft = step->draft;
        draft.head = head;
        document_quiet(house, draft);
    } else if (step->kind == STEP_LIST) {
        house_list_quiet(house, step->list);
    } else {
        g_autofree char *id = g_strdup_printf("S%d", (int)(step->line.amount[0]));
        import_summary_free(house_bank(house, id, &step->line, 1));
    }
}

/* Every order of the steps gives the same books, and all of it once more (shown for one of them) changes nothing. */
static void orders_try(const Step *steps, int *order, int count, int fixed, const char *expected)
{
    if (fixed < count) {
        for (int i = fixed; i < count; i++) {
            int swap = order[fixed];
            order[fixed] = order[i];
            order[i] = swap;
            orders_try(steps, order, count, fixed + 1, expected);
            order[i] = order[fixed];
            order[fixed] = swap;
        }
        return;
    }
    House house;
    house_start(&house, NULL);
    for (int round = 0; round < (order[0] == 0 ? 2 : 1); round++) {
        for (int i = 0; i < count; i++)
            step_run(&house, &steps[order[i]], round);
        g_autofree char *got = books(&house);
        g_test_message("order %d %d %d %d round %d: %s", order[0], order[1], order[2], count > 3 ? order[3] : -1, round,
                       got);
        g_assert_cmpstr(got, ==, expected);
        assert_books_true(&house);
    }
    house_end(&house, NULL);
}

#define INVOICE(id, money)                                                                                             \
    {                                                                                                                  \
        .kind = STEP_DOCUMENT, .draft = {.number = id, .payable = money }                                              \
    }
#define CREDIT(id, of, money)                                                                                          \
    {                                                                                                                  \
        .kind = STEP_DOCUMENT, .draft = {                                                                              \
            .root = "CreditNote",                                                                                      \
            .number = id,                                                                                              \
            .head = of,                                                                                                \
            .payable = money,                                                                                          \
            .issued = "2026-02-15"                                                                                     \
        }                                                                                                              \
    }
#define LIST(rows)                                                                                                     \
    {                                                                                                                  \
        .kind = STEP_LIST, .list = rows                                                                                \
    }
#define ROW(id, kind, amount, open)                                                                                    \
    "77;Bakkerij Peeters BV;" id ";" kind ";2026-02-10;2026-03-12;" amount ";" open ";;EUR;\n"

static const struct {
    const char *name, *expected;
    Step steps[5];
} ORDERS[] = {
    {"a credit note lowers its invoice",
     "Bakkerij Peeters BV/C1 0 closed; Bakkerij Peeters BV/I1 7000 open; ",
     {INVOICE("I1", "100.00"), CREDIT("C1", UBL_FOR("I1"), "30.00")}},
    {"never below zero, the rest stays credit",
     "Bakkerij Peeters BV/C1 -2000 open; Bakkerij Peeters BV/I1 0 closed; ",
     {INVOICE("I1", "100.00"), CREDIT("C1", UBL_FOR("I1"), "120.00")}},
    {"several invoices in the order named",
     "Bakkerij Peeters BV/C1 0 closed; Bakkerij Peeters BV/I1 0 closed; Bakkerij Peeters BV/I2 4000 open; ",
     {INVOICE("I1", "50.00"), INVOICE("I2", "60.00"), CREDIT("C1", UBL_FOR("I-1") UBL_FOR("I2"), "70.00")}},
    {"two credit notes for one invoice, the older first",
     "Bakkerij Peeters BV/C1 0 closed; Bakkerij Peeters BV/C2 -2000 open; Bakkerij Peeters BV/I1 0 closed; ",
     {INVOICE("I1", "100.00"), CREDIT("C1", UBL_FOR("I1"), "60.00"), CREDIT("C2", UBL_FOR("I1"), "60.00")}},
    {"without a reference it stays credit",
     "Bakkerij Peeters BV/C1 -3000 open; Bakkerij Peeters BV/I1 10000 open; ",
     {INVOICE("I1", "100.00"), CREDIT("C1", NULL, "30.00")}},
    {"the list knows the credit already",
     "77/C1 0 closed; 77/I1 7000 open; ",
     {INVOICE("I1", "100.00"), CREDIT("C1", UBL_FOR("I1"), "30.00"), LIST(ROW("I1", "I", "100.00", "70.00"))}},
    {"the list does not know the credit yet",
     "77/C1 0 closed; 77/I1 7000 open; ",
     {INVOICE("I1", "100.00"), CREDIT("C1", UBL_FOR("I1"), "30.00"), LIST(ROW("I1", "I", "100.00", "100.00"))}},
    {"the list has both open and does not set them against each other",
     "77/C1 -3000 open; 77/I1 10000 open; ",
     {INVOICE("I1", "100.00"), CREDIT("C1", UBL_FOR("I1"), "30.00"),
      LIST(ROW("I1", "I", "100.00", "100.00") ROW("C1", "C", "-30.00", "-30.00"))}},
    {"the list knows the credit and a payment",
     "77/C1 0 closed; 77/I1 2000 open; ",
     {INVOICE("I1", "100.00"), CREDIT("C1", UBL_FOR("I1"), "30.00"), LIST(ROW("I1", "I", "100.00", "20.00"))}},
    {"a part payment beside the credit",
     "Bakkerij Peeters BV/C1 0 closed; Bakkerij Peeters BV/I2026 4000 open; ",
     {INVOICE("I2026", "100.00"),
      CREDIT("C1", UBL_FOR("I2026"), "30.00"),
      {.kind = STEP_BANK, .line = {.day = "2026-02-20", .amount = "30.00", .text = "010676609538"}}}},
};

static void test_orders(gconstpointer data)
{
    size_t at = GPOINTER_TO_SIZE(data);
    Step steps[5];
    int order[] = {0, 1, 2, 3, 4}, count = 0;
    memcpy(steps, ORDERS[at].steps, sizeof steps);
    for (; count < 5 && steps[count].kind != STEP_END; count++)
        if (steps[count].kind == STEP_DOCUMENT && steps[count].draft.root == NULL)
            steps[count].draft.payment = "<cac:PaymentMeans><cbc:PaymentMeansCode>30</cbc:PaymentMeansCode>"
                                         "<cbc:PaymentID>010676609538</cbc:PaymentID></cac:PaymentMeans>";
    orders_try(steps, order, count, 0, ORDERS[at].expected);
}

/* --- Credit notes and lists day after day --------------------------------------------------------------- */

static void test_later_list_wins(House *house, gconstpointer data)
{
    (void)data;
    document_quiet(house, (UblDraft){.number = "I1", .payable = "100.00"});
    document_quiet(house, (UblDraft){.root = "CreditNote", .number = "C1", .head = UBL_FOR("I1"), .payable = "30.00"});
    house_clock("2026-02-25T09:00");
    house_list_quiet(house, ROW("I1", "I", "100.00", "100.00"));
    assert_books(house, "77/C1 -3000 open; 77/I1 10000 open; ");
    house_clock("2026-02-26T09:00");
    house_list_quiet(house, ROW("I1", "I", "100.00", "70.00"));
    assert_books(house, "77/C1 0 closed; 77/I1 7000 open; ");
    house_clock("2026-02-27T09:00");
    house_list_quiet(house, ROW("I1", "I", "100.00", "0.00"));
    assert_books(house, "77/C1 0 closed; 77/I1 0 closed; ");
}

static void test_note_after_list(House *house, gconstpointer data)
{
    (void)data;
    house_list_quiet(house, ROW("I1", "I", "100.00", "100.00"));
    house_clock("2026-02-25T09:00");
    document_quiet(house, (UblDraft){.root = "CreditNote", .number = "C1", .head = UBL_FOR("I1"), .payable = "30.00"});
    assert_books(house, "77/C1 0 closed; 77/I1 7000 open; ");
    g_autoptr(ImportSummary) again = house_list(house, ROW("I1", "I", "100.00", "70.00"));
    g_assert_cmpint(again->changed_items, ==, 0);
    assert_books(house, "77/C1 0 closed; 77/I1 7000 open; ");
}

/* A full list asks what became of items it lacks: not of an invoice that is newer than all it knows. */
static void test_newer_than_the_list(House *house, gconstpointer data)
{
    (void)data;
    house->options.full = true;
    document_quiet(house, (UblDraft){.number = "NEW", .issued = "2026-02-23", .payable = "50.00"});
    g_autoptr(ImportSummary) first = house_list(house, ROW("I1", "I", "100.00", "100.00"));
    g_assert_cmpuint(first->missing_items->len, ==, 0);
    g_autoptr(ImportSummary) second =
        house_list(house, ROW("I1", "I", "100.00",
                              "100.00") "77;Bakkerij Peeters BV;I2;I;2026-02-24;2026-03-24;5.00;5.00;;EUR;\n");
    g_assert_cmpuint(second->missing_items->len, ==, 1);
    assert_item(house, "NEW", 5000, "open");
}

/* The customer's screen and promises: what a credit note took off counts like what a list took off. */
static void test_follow_up_told(House *house, gconstpointer data)
{
    (void)data;
    document_quiet(house, (UblDraft){.number = "I1", .payable = "100.00"});
    int before = house->follow_ups;
    g_autoptr(ImportSummary) summary = document_import(
        house, (UblDraft){.root = "CreditNote", .number = "C1", .head = UBL_FOR("I1"), .payable = "100.00"});
    g_assert_cmpint(house->follow_ups, ==, before + 1);
    g_assert_cmpint(summary->new_items, ==, 1);
    g_assert_cmpint(summary->changed_items, ==, 2);
    g_assert_cmpint(summary->closed_items, ==, 2);
}

int main(int argc, char **argv)
{
    setlocale(LC_ALL, "");
    g_test_init(&argc, &argv, NULL);
#define ADD(path, test) g_test_add("/documents/" path, House, NULL, house_start, test, house_end)
    ADD("the customer is found by VAT number, endpoint, our number, name", test_customer_found);
    ADD("an invoice corrects nobody and fills what is missing", test_customer_corrects_nobody);
    ADD("a list that comes later brings the customer's number", test_customer_list_later);
    ADD("another invoice knows him better", test_customer_known_better);
    ADD("an invoice to us is listed", test_invoice_to_us);
    ADD("direct debit and discount stand with the item", test_facts_stored);
    ADD("an invoice fills in what the list had not", test_facts_of_known_item);
    ADD("a later list that says otherwise wins", test_later_list_wins);
    ADD("a note after the list lowers what the list had", test_note_after_list);
    ADD("who is credited is followed up", test_follow_up_told);
    ADD("a list made before the invoice does not miss it", test_newer_than_the_list);
    for (size_t i = 0; i < G_N_ELEMENTS(ORDERS); i++) {
        g_autofree char *path = g_strconcat("/documents/any order/", ORDERS[i].name, NULL);
        g_test_add_data_func(path, GSIZE_TO_POINTER(i), test_orders);
    }
    return g_test_run();
}
