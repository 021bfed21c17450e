/* Address cards in the books: whose contact it is, and that nothing typed at the desk is lost. */
#include "ledger_book.h"

#include <json-glib/json-glib.h>
#include <locale.h>

static ImportSummary *cards_import(House *house, const char *cards)
{
    g_autofree char *path = house_file(house, "vcf", cards);
    return house_import(house, path);
}

#define CARD(rest) "BEGIN:VCARD\r\nVERSION:3.0\r\n" rest "END:VCARD\r\n"

static void customers(House *house)
{
    house_list_quiet(house, "10418;Bakkerij Peeters BV;1;I;2026-01-01;2026-01-31;10.00;10.00;;EUR;\n"
                            "10500;Frituur 't Hoekje;2;I;2026-01-01;2026-01-31;10.00;10.00;;EUR;\n"
                            "10600;Slagerij Wouters;3;I;2026-01-01;2026-01-31;10.00;10.00;;EUR;\n"
                            "10700;Wouters NV Slagerij;4;I;2026-01-01;2026-01-31;10.00;10.00;;EUR;\n");
    house_run(house, "INSERT INTO contact (customer_id, position, name, email)"
                     " SELECT id, 1, 'An', 'an@hoekje.example' FROM customer WHERE number = '10500'");
    house_run(house, "INSERT INTO phone (contact_id, position, raw, e164) SELECT id, 1, '09 123 45 67', '+3291234567'"
                     " FROM contact WHERE name = 'An'");
}

/* The number of the customer whose contact has this name. */
static char *owner(House *house, const char *name)
{
    g_autofree char *sql = g_strdup_printf(
        "SELECT c.number FROM contact k JOIN customer c ON c.id = k.customer_id WHERE k.name = '%s'", name);
    return house_text(house, sql);
}

static void test_customer_found(House *house, gconstpointer data)
{
    (void)data;
    customers(house);
    static const struct {
        const char *card, *name, *customer;
    } rows[] = {
        {CARD("FN:A\r\nORG:Peeters Bakkerij\r\nEMAIL:a@x.example\r\n"), "A", "10418"},
        {CARD("FN:B\r\nX-CUSTOMER-NUMBER:10600\r\nTEL:1234\r\n"), "B", "10600"},
        {CARD("FN:C\r\nTEL:+32 9 123 45 67\r\n"), "C", "10500"},
        {CARD("FN:D\r\nORG:Hoekje Holding\r\nEMAIL:d@hoekje.example\r\n"), "D", "10500"},
        {CARD("FN:E\r\nORG:Slagerij Wouters\r\nEMAIL:e@wouters.example\r\n"), "E", ""}, /* two of that name */
        {CARD("FN:F\r\nEMAIL:f@gmail.com\r\n"), "F", ""},
    };
    house_run(house, "INSERT INTO contact (customer_id, position, name, email)"
                     " SELECT id, 1, 'Free', 'peeters@gmail.com' FROM customer WHERE number = '10418'");
    for (size_t i = 0; i < G_N_ELEMENTS(rows); i++) {
        g_autoptr(ImportSummary) summary = cards_import(house, rows[i].card);
        g_autofree char *number = owner(house, rows[i].name);
        g_assert_cmpstr(number, ==, rows[i].customer);
        g_assert_cmpint(summary->listed, ==, *rows[i].customer == '\0' ? 1 : 0);
    }
}

static void test_listed_by_name(House *house, gconstpointer data)
{
    (void)data;
    customers(house);
    g_autoptr(ImportSummary) summary = cards_import(house, CARD("FN:Zoë\r\nORG:Onbekend NV\r\nTEL:1\r\n"));
    const ImportProblem *problem = g_ptr_array_index(summary->problems, 0);
    g_assert_cmpstr(problem->reason, ==, "There is no customer called “Onbekend NV”.");
    g_assert_cmpint(house_number(house, "SELECT count(*) AS n FROM contact"), ==, 1);
}

#define JAN                                                                                                            \
    "FN:Jan Peeters\r\nORG:Bakkerij Peeters\r\nTITLE:Zaakvoerder\r\nTEL;WORK:09 222 33 44\r\nTEL;CELL:0477 11 22 "     \
    "33\r\n"                                                                                                           \
    "EMAIL:jan@peeters.example\r\nLANG:fr\r\n"

static void test_once(House *house, gconstpointer data)
{
    (void)data;
    customers(house);
    g_autoptr(ImportSummary) first = cards_import(house, CARD(JAN));
    g_assert_cmpint(first->booked, ==, 1);
    g_assert_cmpint(first->changed_customers, ==, 1);
    g_autofree char *role = house_text(house, "SELECT role || ' ' || language FROM contact WHERE name = 'Jan Peeters'");
    g_assert_cmpstr(role, ==, "management fr");
    g_assert_cmpint(house_number(house, "SELECT count(*) AS n FROM phone p JOIN contact k ON k.id = p.contact_id"
                                        " WHERE k.name = 'Jan Peeters' AND p.e164 IN ('+3292223344', '+32477112233')"),
                    ==, 2);
    g_autoptr(ImportSummary) again = cards_import(house, CARD(JAN "REV:2\r\n"));
    g_assert_cmpint(again->booked, ==, 0);
    g_assert_cmpint(again->known, ==, 1);
    g_assert_cmpint(house_number(house, "SELECT count(*) AS n FROM contact"), ==, 2);
    g_assert_cmpint(house_number(house, "SELECT count(*) AS n FROM phone"), ==, 3);
    g_assert_cmpint(house_number(house, "SELECT count(*) AS n FROM search_text WHERE text LIKE '%%jan peeters%%'"), ==,
                    1);
}

static void test_edited_stays(House *house, gconstpointer data)
{
    (void)data;
    customers(house);
    import_summary_free(cards_import(house, CARD(JAN)));
    house_run(house, "UPDATE contact SET email = 'typed@desk.example', edited = 1 WHERE name = 'Jan Peeters'");
    import_summary_free(cards_import(house, CARD(JAN "TITLE:Boekhouder\r\nREV:3\r\n")));
    g_autofree char *kept = house_text(house, "SELECT email || ' ' || role FROM contact WHERE name = 'Jan Peeters'");
    g_assert_cmpstr(kept, ==, "typed@desk.example management");
}

static void test_preview(House *house, gconstpointer data)
{
    (void)data;
    customers(house);
    g_autofree char *path = house_file(house, "vcf", CARD(JAN) CARD("FN:Niemand\r\nTEL:1\r\n"));
    g_autoptr(GError) error = NULL;
    g_autofree char *json = import_preview_json(&house->ledger, path, &house->options, &error);
    g_assert_no_error(error);
    g_autoptr(JsonParser) parser = json_parser_new();
    g_assert_true(json_parser_load_from_data(parser, json, -1, NULL));
    JsonArray *contacts = json_object_get_array_member(json_node_get_object(json_parser_get_root(parser)), "contacts");
    g_assert_cmpuint(json_array_get_length(contacts), ==, 2);
    JsonObject *jan = json_array_get_object_element(contacts, 0);
    g_assert_cmpstr(json_object_get_string_member(jan, "customer"), ==, "10418");
    g_assert_cmpstr(json_object_get_string_member(jan, "phone"), ==, "09 222 33 44");
    g_assert_true(json_object_get_null_member(json_array_get_object_element(contacts, 1), "customer"));
    g_assert_cmpint(house_number(house, "SELECT count(*) AS n FROM contact"), ==, 1);
}

int main(int argc, char **argv)
{
    setlocale(LC_ALL, "");
    g_test_init(&argc, &argv, NULL);
#define ADD(path, test) g_test_add("/cards/" path, House, NULL, house_start, test, house_end)
    ADD("the customer is found by number, firm, telephone or mail domain", test_customer_found);
    ADD("who belongs to nobody is listed by name", test_listed_by_name);
    ADD("the same card twice is one contact", test_once);
    ADD("a contact edited at the desk stays as it is", test_edited_stays);
    ADD("a preview shows the contacts and writes nothing", test_preview);
    return g_test_run();
}
