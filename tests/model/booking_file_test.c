/* What becomes of a file that breaks off, is broken, reports before its time or leaves a gap; and what a preview shows
 * of it. */
#include "booking_lists.h"

#include <json-glib/json-glib.h>

/* A statement of one line, to be changed. */
static char *statement_text(House *house, const char *id, const BankLine *line)
{
    char *text = NULL;
    g_autofree char *path = house_statement(house, id, line, 1);
    g_assert_true(g_file_get_contents(path, &text, NULL, NULL));
    return text;
}

/* --- Cut off -------------------------------------------------------------------------------------------- */

static void a_stopped_import_goes_on_with_the_same_file(House *house, gconstpointer data)
{
    (void)data;
    bool stop = false;
    g_autoptr(GString) rows = g_string_new(LIST_HEADER);
    for (int i = 0; i < 2500; i++)
        g_string_append_printf(rows, "K%d;Klant %d;N-%05d;invoice;2026-01-10;2026-02-09;10,00;10,00;;EUR;\n", i % 50,
                               i % 50, i);
    g_autofree char *path = house_file(house, "csv", rows->str);
    stop = true;
    house->options.stop = &stop;
    g_autoptr(ImportSummary) first = house_import(house, path);
    g_assert_cmpint(first->booked, ==, 1);
    g_assert_cmpint(first->warnings->len, ==, 1);
    g_assert_cmpint(house_number(house, "SELECT complete FROM import"), ==, 0);
    stop = false;
    g_autoptr(ImportSummary) second = house_import(house, path);
    g_assert_false(second->already_known);
    g_assert_cmpint(second->known, ==, 1);
    g_assert_cmpint(second->booked, ==, 2499);
    g_assert_cmpint(house_number(house, "SELECT complete FROM import"), ==, 1);
    g_assert_cmpint(house_number(house, "SELECT count(*) FROM item"), ==, 2500);
    g_assert_cmpint(house->follow_ups, ==, 3);
}

static void a_broken_file_is_refused_whole(House *house, gconstpointer data)
{
    (void)data;
    g_autoptr(GError) error = NULL;
    ImportSummary *summary = NULL;
    const BankLine line = {.day = "2026-02-20", .amount = "1000.00", .reference = OGM};
    g_autofree char *whole = house_statement(house, "S1", &line, 1);
    g_autofree char *text = NULL;
    g_assert_true(g_file_get_contents(whole, &text, NULL, NULL));
    *strstr(text, "</Stmt>") = '\0';
    g_autofree char *cut = house_file(house, "xml", text);
    g_autofree char *before = dump(house);
    g_assert_false(import_file(&house->ledger, cut, &house->options, &summary, &error));
    g_assert_error(error, BELRONDE_ERROR, BELRONDE_ERROR_INPUT);
    g_assert_null(summary);
    assert_unchanged(house, before);
    import_summary_free(house_import(house, whole));
    g_assert_cmpint(house_number(house, "SELECT count(*) FROM payment"), ==, 1);
}

static void lines_that_cannot_be_used_are_listed_and_kept(House *house, gconstpointer data)
{
    (void)data;
    g_autofree char *rows = g_strconcat(ONE, PEETERS "2025-1399;invoice;2026-01-10;2026-02-09;veel;veel;;EUR;\n", NULL);
    g_autoptr(ImportSummary) summary = house_list(house, rows);
    g_assert_cmpint(summary->listed, ==, 1);
    g_assert_cmpint(summary->booked, ==, 1);
    g_assert_cmpint(house_number(house, "SELECT line FROM import_problem"), ==, 3);
}

static void what_the_bank_has_not_booked_is_listed_only(House *house, gconstpointer data)
{
    (void)data;
    house_list_quiet(house, ONE);
    const BankLine line = {.day = "2026-02-20", .amount = "1850.00", .reference = OGM};
    g_autofree char *text = statement_text(house, "S1", &line);
    memcpy(strstr(text, ">BOOK<"), ">PDNG<", 6);
    g_autofree char *pending = house_file(house, "xml", text);
    g_autoptr(ImportSummary) summary = house_import(house, pending);
    g_assert_cmpint(summary->listed, ==, 1);
    g_assert_cmpint(house_number(house, "SELECT count(*) FROM payment"), ==, 0);
    assert_item(house, "2025-1312", 185000, "open");
}

/* --- Preview -------------------------------------------------------------------------------------------- */

static char *replaced(const char *text, const char *old, const char *new)
{
    g_auto(GStrv) parts = g_strsplit(text, old, -1);
    return g_strjoinv(new, parts);
}

static void an_interim_report_is_shown_and_books_nothing(House *house, gconstpointer data)
{
    (void)data;
    house_list_quiet(house, ONE);
    const BankLine line = {.day = "2026-02-20", .amount = "1850.00", .reference = OGM};
    g_autofree char *text = statement_text(house, "S1", &line);
    g_autofree char *named = replaced(text, "camt.053", "camt.052");
    g_autofree char *rooted = replaced(named, "BkToCstmrStmt>", "BkToCstmrAcctRpt>");
    g_autofree char *report = replaced(rooted, "Stmt>", "Rpt>");
    g_autofree char *interim = house_file(house, "xml", report);
    g_autoptr(ImportSummary) summary = house_import(house, interim);
    g_assert_cmpstr(summary->kind, ==, "camt.052");
    g_assert_cmpint(summary->listed, ==, 1);
    g_assert_cmpint(house_number(house, "SELECT count(*) FROM statement"), ==, 0);
    assert_item(house, "2025-1312", 185000, "open");
}

/* Balances go before the first entry. */
static char *with_balances(const char *text, const char *const days[4])
{
    g_autofree char *balances = g_strdup_printf(
        "<Bal><Tp><CdOrPrtry><Cd>OPBD</Cd></CdOrPrtry></Tp><Amt Ccy=\"EUR\">%s</Amt>"
        "<CdtDbtInd>CRDT</CdtDbtInd><Dt><Dt>%s</Dt></Dt></Bal><Bal><Tp><CdOrPrtry><Cd>CLBD</Cd>"
        "</CdOrPrtry></Tp><Amt Ccy=\"EUR\">%s</Amt><CdtDbtInd>CRDT</CdtDbtInd><Dt><Dt>%s</Dt></Dt></Bal>"
        "<Ntry>",
        days[0], days[1], days[2], days[3]);
    return replaced(text, "<Ntry>", balances);
}

static void a_statement_that_does_not_follow_on_shows_the_gap(House *house, gconstpointer data)
{
    (void)data;
    static const char *const DAYS[3][4] = {{"100.00", "2026-02-19", "110.00", "2026-02-20"},
                                           {"110.00", "2026-02-20", "120.00", "2026-02-21"},
                                           {"150.00", "2026-02-22", "160.00", "2026-02-23"}};
    for (int i = 0; i < 3; i++) {
        const BankLine line = {.day = DAYS[i][3], .amount = "10.00"};
        g_autofree char *text = statement_text(house, DAYS[i][3], &line);
        g_autofree char *whole = with_balances(text, DAYS[i]);
        g_autofree char *file = house_file(house, "xml", whole);
        g_autoptr(ImportSummary) summary = house_import(house, file);
        const StatementSummary *statement = g_ptr_array_index(summary->statements, 0);
        g_assert_true(statement->balanced);
        g_assert_cmpint(statement->gap != NULL, ==, i == 2);
    }
    g_assert_cmpint(bank_day(house->ledger.store).number, ==, 20507);
}

static void a_preview_shows_what_would_be_matched_and_writes_nothing(House *house, gconstpointer data)
{
    (void)data;
    g_autoptr(GError) error = NULL;
    house_list_quiet(house, ONE);
    const BankLine line = {.day = "2026-02-20", .amount = "1850.00", .name = "Peeters", .reference = OGM};
    g_autofree char *path = house_statement(house, "S1", &line, 1);
    g_autofree char *before = dump(house);
    g_autofree char *json = import_preview_json(&house->ledger, path, &house->options, &error);
    g_assert_no_error(error);
    g_autoptr(JsonNode) root = json_from_string(json, &error);
    JsonObject *file = json_node_get_object(root);
    g_assert_cmpstr(json_object_get_string_member(file, "kind"), ==, "camt.053");
    JsonObject *statement = json_array_get_object_element(json_object_get_array_member(file, "statements"), 0);
    g_assert_true(json_object_get_null_member(statement, "balanced"));
    JsonObject *shown = json_array_get_object_element(json_object_get_array_member(statement, "lines"), 0);
    g_assert_cmpstr(json_object_get_string_member(shown, "amount"), ==, "1850.00");
    g_assert_cmpstr(json_object_get_string_member(shown, "day"), ==, "2026-02-20");
    JsonObject *match = json_object_get_object_member(shown, "match");
    g_assert_true(json_object_get_boolean_member(match, "closes"));
    g_assert_cmpstr(json_object_get_string_member(match, "customer"), ==, "C1");
    JsonObject *item = json_array_get_object_element(json_object_get_array_member(match, "items"), 0);
    g_assert_cmpstr(json_object_get_string_member(item, "number"), ==, "2025-1312");
    assert_unchanged(house, before);
}

static void a_preview_of_a_list_names_items_with_plain_amounts_and_iso_days(House *house, gconstpointer data)
{
    (void)data;
    g_autoptr(GError) error = NULL;
    g_autofree char *content = g_strconcat(LIST_HEADER, ONE, NULL);
    g_autofree char *path = house_file(house, "csv", content);
    g_autofree char *json = import_preview_json(&house->ledger, path, &house->options, &error);
    g_assert_no_error(error);
    g_autoptr(JsonNode) root = json_from_string(json, &error);
    JsonObject *file = json_node_get_object(root);
    g_assert_cmpstr(json_object_get_string_member(file, "profile"), ==, "belronde");
    JsonObject *item = json_array_get_object_element(json_object_get_array_member(file, "items"), 0);
    g_assert_cmpstr(json_object_get_string_member(item, "open"), ==, "1850.00");
    g_assert_cmpstr(json_object_get_string_member(item, "due"), ==, "2026-02-09");
    g_assert_cmpint(house_number(house, "SELECT count(*) FROM item"), ==, 0);
}

#define TEST(name) g_test_add("/booking/" #name, House, NULL, house_start, name, house_end)

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    TEST(a_stopped_import_goes_on_with_the_same_file);
    TEST(a_broken_file_is_refused_whole);
    TEST(lines_that_cannot_be_used_are_listed_and_kept);
    TEST(what_the_bank_has_not_booked_is_listed_only);
    TEST(an_interim_report_is_shown_and_books_nothing);
    TEST(a_statement_that_does_not_follow_on_shows_the_gap);
    TEST(a_preview_shows_what_would_be_matched_and_writes_nothing);
    TEST(a_preview_of_a_list_names_items_with_plain_amounts_and_iso_days);
    return g_test_run();
}
