/* Lists nobody has seen before: what is guessed from their first rows, what a person says, and that the profile
 * which follows reads the list by itself the next time. */
#include "base/settings.h"
#include "import_collect.h"
#include "ledger/import/csv_learn.h"

#include <glib/gstdio.h>

typedef struct {
    char *folder, *path, *own;
    Ini *profiles;
    ImportOptions options;
    CsvLearn *learn;
} Desk;

static void desk_start(Desk *desk, gconstpointer data)
{
    g_autoptr(GError) error = NULL;
    g_autofree char *shipped = path_shipped("import.ini");
    (void)data;
    *desk = (Desk){.folder = g_dir_make_tmp("belronde-learn-XXXXXX", NULL)};
    desk->path = g_build_filename(desk->folder, "list.csv", NULL);
    desk->own = g_build_filename(desk->folder, "config", "import.ini", NULL);
    desk->profiles = ini_load(shipped, &error);
    g_assert_no_error(error);
    desk->options = (ImportOptions){.profiles = desk->profiles, .default_country = "BE", .default_currency = "EUR"};
}

static void desk_end(Desk *desk, gconstpointer data)
{
    (void)data;
    csv_learn_free(desk->learn);
    ini_free(desk->profiles);
    (void)g_remove(desk->path);
    (void)g_remove(desk->own);
    g_autofree char *config = g_path_get_dirname(desk->own);
    (void)g_rmdir(config);
    g_rmdir(desk->folder);
    g_free(desk->folder);
    g_free(desk->path);
    g_free(desk->own);
}

static CsvLearn *learn_bytes(Desk *desk, const char *bytes, gssize length)
{
    g_autoptr(GError) error = NULL;
    g_assert_true(g_file_set_contents(desk->path, bytes, length, NULL));
    desk->learn = csv_learn_open(desk->path, &desk->options, &error);
    g_assert_no_error(error);
    return desk->learn;
}

static CsvLearn *learn_text(Desk *desk, const char *text)
{
    return learn_bytes(desk, text, -1);
}

static CsvField field_of(const CsvLearn *learn, guint column)
{
    return ((const LearnColumn *)g_ptr_array_index(learn->columns, column))->field;
}

#define assert_fields(learn, ...)                                                                                      \
    do {                                                                                                               \
        static const CsvField wanted[] = {__VA_ARGS__};                                                                \
        g_assert_cmpuint((learn)->columns->len, ==, G_N_ELEMENTS(wanted));                                             \
        for (guint i = 0; i < G_N_ELEMENTS(wanted); i++)                                                               \
            g_assert_cmpstr(csv_field_label(field_of(learn, i)), ==, csv_field_label(wanted[i]));                      \
    } while (0)

static const LearnRow *row_of(const GPtrArray *rows, guint i)
{
    g_assert_cmpuint(i, <, rows->len);
    return g_ptr_array_index(rows, i);
}

/* Saves the profile and imports the file as if nobody had ever been asked; the reader must find it by itself. */
static Collected *learned(Desk *desk, const char *label)
{
    g_autoptr(GError) error = NULL;
    g_autofree char *slug = NULL;
    g_assert_true(learn_save(desk->learn, label, desk->own, &slug, &error));
    g_assert_no_error(error);
    Ini *own = ini_load(desk->own, &error);
    g_assert_no_error(error);
    ini_lay(own, desk->profiles);
    ini_free(desk->profiles);
    desk->profiles = own;
    desk->options.profiles = own;
    desk->learn->profiles = own;
    g_autofree char *head = NULL;
    gsize length = 0;
    g_assert_true(g_file_get_contents(desk->path, &head, &length, NULL));
    g_assert_cmpstr(csv_profile_of((const guint8 *)head, length, &desk->options), ==, slug);
    Collected *collected = collected_new();
    g_assert_true(import_recognise(desk->path, &desk->options, &error)
                      ->read(desk->path, &desk->options, &collected->sink, &error));
    g_assert_no_error(error);
    collected_log(collected);
    return collected;
}

static const ItemRecord *item(const Collected *collected, guint i)
{
    g_assert_cmpuint(i, <, collected->items->len);
    return &g_array_index(collected->items, ItemRecord, i);
}

static Day day(const char *iso)
{
    Day day = DAY_NONE;
    g_assert_true(day_parse_iso(iso, &day));
    return day;
}

/* --- What is told from the words --- */

static void dotted_dutch_headers_are_known_under_their_words(Desk *desk, gconstpointer data)
{
    (void)data;
    const CsvLearn *learn =
        learn_text(desk, "Deb.nr.;Naam debiteur;Fact.nr.;Fact.datum;Verv.dat.;Openst. bedrag;Tel.\n"
                         "10418;Bakkerij Peeters BV;2026-1;1-1-2026;31-1-2026;1.210,50;052 44 18 09\n");
    g_assert_cmpint(learn->delimiter, ==, ';');
    g_assert_cmpuint(learn->header, ==, 1);
    g_assert_cmpint(learn->decimal, ==, ',');
    assert_fields(learn, CSV_CUSTOMER_NUMBER, CSV_CUSTOMER_NAME, CSV_INVOICE_NUMBER, CSV_INVOICE_DATE, CSV_DUE_DATE,
                  CSV_OPEN_AMOUNT, CSV_PHONE);
    g_autofree char *missing = learn_missing(learn);
    g_assert_null(missing);
}

static void a_header_on_row_three_is_found_below_the_titles(Desk *desk, gconstpointer data)
{
    (void)data;
    const CsvLearn *learn = learn_text(desk, "Openstaande posten;;;\nper 24/02/2026;;;\n"
                                             "Klant;Stuk;Vervalt op;Saldo nu\nPeeters;F1;31/01/2026;100,00\n"
                                             "Aerts;F2;28/02/2026;50,25\n");
    g_assert_cmpuint(learn->header, ==, 3);
    g_assert_cmpint(learn->days, ==, CSV_DAYS_DMY);
    assert_fields(learn, CSV_CUSTOMER_NAME, CSV_INVOICE_NUMBER, CSV_DUE_DATE, CSV_OPEN_AMOUNT);
    g_autoptr(GPtrArray) rows = learn_preview(learn);
    g_assert_cmpuint(rows->len, ==, 2);
    g_assert_cmpint(row_of(rows, 0)->line, ==, 4);
    g_assert_cmpstr(row_of(rows, 1)->amount, ==, "50,25 EUR");
    Collected *collected = learned(desk, "Boekhouder Jansens");
    g_assert_cmpuint(collected->items->len, ==, 2);
    g_assert_cmpint(item(collected, 1)->open, ==, 5025);
    g_assert_cmpint(item(collected, 1)->due.number, ==, day("2026-02-28").number);
    collected_free(collected);
}

static void a_list_of_customers_is_told_from_one_of_items(Desk *desk, gconstpointer data)
{
    (void)data;
    CsvLearn *learn = learn_text(desk, "Code;Firma;Mailadres;Gemeente\nK1;Peeters BV;an@peeters.example;Gent\n"
                                       "K2;Aerts NV;info@aerts.example;Aalst\n");
    learn_choose(learn, LEARN_LIST, 1);
    learn_map(learn, 0, CSV_CUSTOMER_NUMBER);
    learn_map(learn, 1, CSV_CUSTOMER_NAME);
    assert_fields(learn, CSV_CUSTOMER_NUMBER, CSV_CUSTOMER_NAME, CSV_EMAIL, CSV_CITY);
    Collected *collected = learned(desk, "Onze klanten");
    g_assert_cmpuint(collected->customers->len, ==, 2);
    g_assert_cmpstr(g_array_index(collected->customers, CustomerRecord, 1).city, ==, "Aalst");
    collected_free(collected);
}

/* --- Odd files --- */

static void odd_delimiters_are_found_and_kept(Desk *desk, gconstpointer data)
{
    static const char *const signs[] = {";", ",", "\t", "|", "^", "~", ":"};
    (void)data;
    for (size_t i = 0; i < G_N_ELEMENTS(signs); i++) {
        g_autofree char *pattern =
            g_strdup("Wie@Stuk@Vervalt@Nog open\nPeeters@F1@31-01-2026@100.00\nAerts@F2@28-02-2026@50.25\n");
        g_auto(GStrv) cells = g_strsplit(pattern, "@", -1);
        g_autofree char *text = g_strjoinv(signs[i], cells);
        CsvLearn *learn = learn_text(desk, text);
        g_assert_cmpint(learn->delimiter, ==, signs[i][0]);
        learn_map(learn, 0, CSV_CUSTOMER_NAME);
        learn_map(learn, 1, CSV_INVOICE_NUMBER);
        learn_map(learn, 2, CSV_DUE_DATE);
        learn_map(learn, 3, CSV_OPEN_AMOUNT);
        g_autofree char *label = g_strdup_printf("Lijst %d", (int)i);
        Collected *collected = learned(desk, label);
        g_assert_cmpuint(collected->items->len, ==, 2);
        g_assert_cmpint(item(collected, 0)->open, ==, 10000);
        collected_free(collected);
        g_clear_pointer(&desk->learn, csv_learn_free);
    }
}

static void western_letters_are_read_and_another_charset_can_be_chosen(Desk *desk, gconstpointer data)
{
    (void)data;
    CsvLearn *learn =
        learn_text(desk, "Client;Pi\350ce;\311ch\351ance;Solde\nCr\350che Zonnebloem;F1;31/01/2026;12,50\n");
    g_assert_cmpstr(learn->charset, ==, "WINDOWS-1252");
    assert_fields(learn, CSV_CUSTOMER_NAME, CSV_INVOICE_NUMBER, CSV_DUE_DATE, CSV_OPEN_AMOUNT);
    guint chosen = 0;
    g_auto(GStrv) charsets = learn_values(learn, LEARN_CHARSET, &chosen);
    g_assert_cmpstr(charsets[chosen], ==, "WINDOWS-1252");
    for (guint i = 0; charsets[i] != NULL; i++)
        if (strcmp(charsets[i], "CP850") == 0)
            learn_choose(learn, LEARN_CHARSET, i);
    g_autoptr(GPtrArray) other = learn_preview(learn);
    g_assert_cmpuint(other->len, ==, 1);
    g_assert_null(strstr(row_of(other, 0)->name, "Crèche"));
    learn_choose(learn, LEARN_CHARSET, chosen);
    Collected *collected = learned(desk, "Compta");
    g_assert_cmpstr(item(collected, 0)->customer.name, ==, "Crèche Zonnebloem");
    collected_free(collected);
}

static void of_two_amount_columns_one_is_the_invoice_and_one_is_open(Desk *desk, gconstpointer data)
{
    (void)data;
    const CsvLearn *learn = learn_text(desk, "Klant;Factuur;Vervaldag;Bedrag incl;Nog te betalen\n"
                                             "Peeters;F1;31-01-2026;200,00;75,00\nAerts;F2;28-02-2026;50,00;50,00\n");
    g_assert_cmpint(field_of(learn, 3), ==, CSV_AMOUNT);
    learn_map(desk->learn, 4, CSV_OPEN_AMOUNT);
    Collected *collected = learned(desk, "Twee bedragen");
    g_assert_cmpint(item(collected, 0)->amount, ==, 20000);
    g_assert_cmpint(item(collected, 0)->open, ==, 7500);
    collected_free(collected);
}

static void debit_less_credit_is_what_is_open_where_no_column_says_so(Desk *desk, gconstpointer data)
{
    (void)data;
    const CsvLearn *learn = learn_text(desk, "Klantnaam;Stuknr;Vervaldatum;Debet;Credit\n"
                                             "Peeters;F1;31-01-2026;200,00;\nPeeters;C1;31-01-2026;;75,00\n");
    assert_fields(learn, CSV_CUSTOMER_NAME, CSV_INVOICE_NUMBER, CSV_DUE_DATE, CSV_DEBIT, CSV_CREDIT);
    Collected *collected = learned(desk, "Debet en credit");
    g_assert_cmpint(item(collected, 0)->open, ==, 20000);
    g_assert_cmpint(item(collected, 1)->open, ==, -7500);
    g_assert_cmpstr(item(collected, 1)->kind, ==, "credit_note");
    collected_free(collected);
}

static void two_columns_of_one_name_keep_their_place(Desk *desk, gconstpointer data)
{
    (void)data;
    CsvLearn *learn = learn_text(desk, "Naam;Nr;Datum;Datum;Bedrag;Bedrag\n"
                                       "Peeters;F1;01-01-2026;31-01-2026;200,00;75,00\n");
    learn_map(learn, 0, CSV_CUSTOMER_NAME);
    learn_map(learn, 1, CSV_INVOICE_NUMBER);
    learn_map(learn, 2, CSV_INVOICE_DATE);
    learn_map(learn, 3, CSV_DUE_DATE);
    learn_map(learn, 4, CSV_OPEN_AMOUNT);
    learn_map(learn, 5, CSV_AMOUNT);
    learn_map(learn, 4, CSV_AMOUNT); /* a field goes where it was put last */
    g_assert_cmpint(field_of(learn, 5), ==, CSV_FIELDS);
    learn_map(learn, 5, CSV_OPEN_AMOUNT);
    Collected *collected = learned(desk, "Dubbel");
    g_assert_cmpint(item(collected, 0)->due.number, ==, day("2026-01-31").number);
    g_assert_cmpint(item(collected, 0)->amount, ==, 20000);
    g_assert_cmpint(item(collected, 0)->open, ==, 7500);
    collected_free(collected);
}

static void a_line_break_within_quotes_is_no_row(Desk *desk, gconstpointer data)
{
    (void)data;
    const CsvLearn *learn =
        learn_text(desk, "Klant;Factuur;Vervaldatum;Openstaand;Omschrijving\n"
                         "Peeters;F1;31-01-2026;100,00;\"brood;\nen taart\"\nAerts;F2;28-02-2026;50,00;x\n");
    g_autoptr(GPtrArray) rows = learn_preview(learn);
    g_assert_cmpuint(learn->rows->len, ==, 3);
    g_assert_cmpuint(rows->len, ==, 2);
    g_assert_cmpint(row_of(rows, 1)->line, ==, 4);
}

static void a_list_without_headers_is_known_again_by_its_shape(Desk *desk, gconstpointer data)
{
    (void)data;
    CsvLearn *learn = learn_text(desk, "10418;Bakkerij Peeters BV;20260001;01-01-2026;31-01-2026;1.210,50\n"
                                       "10420;Aerts Bouw NV;20260002;05-01-2026;04-02-2026;99,00\n");
    g_assert_cmpuint(learn->header, ==, 0);
    assert_fields(learn, CSV_INVOICE_NUMBER, CSV_CUSTOMER_NAME, CSV_FIELDS, CSV_INVOICE_DATE, CSV_DUE_DATE,
                  CSV_OPEN_AMOUNT);
    learn_map(learn, 2, CSV_INVOICE_NUMBER);
    learn_map(learn, 0, CSV_CUSTOMER_NUMBER);
    Collected *collected = learned(desk, "Zonder kop");
    g_assert_cmpuint(collected->items->len, ==, 2);
    g_assert_cmpstr(item(collected, 0)->customer.number, ==, "10418");
    g_assert_cmpint(item(collected, 0)->open, ==, 121050);
    collected_free(collected);
    g_autofree char *slug = g_strdup(csv_profile_of((const guint8 *)"a;b;c;d;e;f\n1;2;3;4;5;6\n", 24, &desk->options));
    g_assert_null(slug); /* the same width, and no days where they should be */
}

/* --- What a person sees and says --- */

static void what_cannot_be_read_is_shown_in_its_row(Desk *desk, gconstpointer data)
{
    (void)data;
    const CsvLearn *learn = learn_text(desk, "Klant;Factuur;Vervaldatum;Openstaand\nPeeters;F1;31-02-2026;100,00\n"
                                             "Aerts;F2;28-02-2026;veel\nGoed;F3;28-02-2026;1,00\n");
    g_autoptr(GPtrArray) rows = learn_preview(learn);
    g_assert_cmpuint(rows->len, ==, 3);
    g_assert_true(row_of(rows, 0)->lost && row_of(rows, 1)->lost && !row_of(rows, 2)->lost);
    g_assert_nonnull(strstr(row_of(rows, 0)->fault, "due date"));
    g_assert_nonnull(strstr(row_of(rows, 1)->fault, "amount"));
    g_assert_cmpint(row_of(rows, 1)->line, ==, 3);
}

static void what_is_still_needed_is_said_and_nothing_is_saved_before(Desk *desk, gconstpointer data)
{
    (void)data;
    g_autoptr(GError) error = NULL;
    g_autofree char *slug = NULL;
    CsvLearn *learn = learn_text(desk, "Wie;Wat;Wanneer\nPeeters;F1;misschien\n");
    g_autofree char *missing = learn_missing(learn);
    g_assert_nonnull(strstr(missing, "open amount"));
    g_assert_false(learn_save(learn, "Half", desk->own, &slug, &error));
    g_assert_error(error, BELRONDE_ERROR, BELRONDE_ERROR_INPUT);
    g_assert_false(g_file_test(desk->own, G_FILE_TEST_EXISTS));
}

static void the_house_file_keeps_what_is_in_it_and_a_name_is_replaced_whole(Desk *desk, gconstpointer data)
{
    (void)data;
    g_autofree char *folder = g_path_get_dirname(desk->own), *text = NULL;
    g_assert_cmpint(g_mkdir_with_parents(folder, 0700), ==, 0);
    g_assert_true(
        g_file_set_contents(desk->own, "; ours\n[csv.mine]\nlike = belronde\nlabel = \"Mine\" ; kept\n", -1, NULL));
    learn_text(desk, "Klant;Factuur;Vervaldatum;Openstaand;Tel\nPeeters;F1;31-01-2026;100,00;052\n");
    for (int i = 0; i < 2; i++) {
        Collected *collected = learned(desk, "Maart: lijst");
        collected_free(collected);
        learn_map(desk->learn, 4, CSV_FIELDS);
    }
    g_assert_true(g_file_get_contents(desk->own, &text, NULL, NULL));
    g_assert_true(
        g_str_has_prefix(text, "; ours\n[csv.mine]\nlike = belronde\nlabel = \"Mine\" ; kept\n\n[csv.maart-lijst]\n"));
    g_assert_null(strstr(text, "phone"));
    g_assert_null(strstr(strstr(text, "[csv.maart-lijst]") + 1, "[csv.maart-lijst]"));
}

static void a_shipped_profile_is_not_overwritten_by_its_name(Desk *desk, gconstpointer data)
{
    (void)data;
    learn_text(desk, "Klant;Factuur;Vervaldatum;Openstaand\nPeeters;F1;31-01-2026;100,00\n");
    static const char *const names[] = {"Dutch", "---", "", "exact"};
    for (size_t i = 0; i < G_N_ELEMENTS(names); i++) {
        g_autoptr(GError) error = NULL;
        g_assert_false(learn_name_check(desk->learn, names[i], desk->own, &error));
        g_assert_error(error, BELRONDE_ERROR, BELRONDE_ERROR_INPUT);
    }
    g_autofree char *slug = learn_slug("  Klanten: \"Crèche\" & maart.csv ");
    g_assert_cmpstr(slug, ==, "klanten-creche-maart-csv");
}

static void headers_that_mean_something_in_an_ini_file_are_harmless(Desk *desk, gconstpointer data)
{
    (void)data;
    CsvLearn *learn = learn_text(desk, "\"Klant \"\"A\"\"|B\",Lettrage #2,[csv.x] = y; z,\"Open\\\"\n"
                                       "Peeters,F1,31-01-2026,100.00\n");
    learn_map(learn, 0, CSV_CUSTOMER_NAME);
    learn_map(learn, 1, CSV_INVOICE_NUMBER);
    learn_map(learn, 2, CSV_DUE_DATE);
    learn_map(learn, 3, CSV_OPEN_AMOUNT);
    Collected *collected = learned(desk, "[vreemd] \"naam\"");
    g_assert_cmpuint(collected->items->len, ==, 1);
    g_assert_cmpint(item(collected, 0)->open, ==, 10000);
    collected_free(collected);
}

static void a_picture_is_no_list(Desk *desk, gconstpointer data)
{
    static const char *const texts[] = {"", "hello\n", "\x89PNG\r\n\x1a\n\x01\x02\x03\x04\x05\x06\x07\x08\x0e\x0f\x10"};
    (void)data;
    for (size_t i = 0; i < G_N_ELEMENTS(texts); i++) {
        g_autoptr(GError) error = NULL;
        g_assert_true(g_file_set_contents(desk->path, texts[i], -1, NULL));
        g_assert_null(csv_learn_open(desk->path, &desk->options, &error));
        g_assert_error(error, BELRONDE_ERROR, BELRONDE_ERROR_INPUT);
    }
}

/* --- Which rows count --- */

static void use(Desk *desk, guint column, const char *text, int times)
{
    g_autoptr(GError) error = NULL;
    for (int i = 0; i < times; i++)
        g_assert_true(learn_use_next(desk->learn, column, text, &error));
    g_assert_no_error(error);
}

static void rows_of_drafts_are_left_out_by_a_column_that_holds_nothing_else(Desk *desk, gconstpointer data)
{
    (void)data;
    CsvLearn *learn = learn_text(desk, "Klant;Factuur;Vervaldatum;Openstaand;Toestand\n"
                                       "Peeters;F1;31-01-2026;100,00;Geboekt\n"
                                       "Peeters;F2;31-01-2026;200,00;Concept\n"
                                       "Peeters;F3;31-01-2026;300,00;Voor|stel \"#1\"!\n"
                                       "Peeters;F4;31-01-2026;400,00;Concept B\n");
    g_autoptr(GPtrArray) values = learn_column_values(learn, 4);
    g_assert_cmpuint(values->len, ==, 4);
    use(desk, 4, "Concept", 1);
    use(desk, 4, ((const LearnValue *)g_ptr_array_index(values, 2))->text, 1);
    g_autofree char *out = learn_left_out(g_ptr_array_index(learn->columns, 4));
    g_assert_true(g_str_has_prefix(out, "Concept, Voor|stel"));
    g_autoptr(GPtrArray) preview = learn_preview(learn);
    g_assert_cmpuint(preview->len, ==, 2);
    Collected *collected = learned(desk, "Toestanden");
    g_assert_cmpuint(collected->items->len, ==, 2);
    g_assert_cmpint(item(collected, 0)->open, ==, 10000);
    g_assert_cmpint(item(collected, 1)->open, ==, 40000); /* "Concept B" is no "Concept" */
    collected_free(collected);
}

static void said_once_more_a_value_is_read_again(Desk *desk, gconstpointer data)
{
    (void)data;
    CsvLearn *learn =
        learn_text(desk, "Klant;Factuur;Vervaldatum;Openstaand;X\nPeeters;F1;31-01-2026;100,00;Concept\n");
    use(desk, 4, "Concept", 2);
    g_autofree char *out = learn_left_out(g_ptr_array_index(learn->columns, 4));
    g_assert_cmpstr(out, ==, "");
    g_autoptr(GPtrArray) preview = learn_preview(learn);
    g_assert_cmpuint(preview->len, ==, 1);
}

static void a_word_can_be_said_to_mean_a_payment(Desk *desk, gconstpointer data)
{
    (void)data;
    learn_text(desk, "Klant;Factuur;Soort;Vervaldatum;Openstaand\n"
                     "Peeters;F1;Verkoop;31-01-2026;100,00\n"
                     "Peeters;B1;Binnengekomen geld;31-01-2026;40,00\n");
    learn_map(desk->learn, 2, CSV_ITEM_KIND);
    use(desk, 2, "Binnengekomen geld", 4); /* left out, invoice, credit note, payment */
    Collected *collected = learned(desk, "Soorten");
    g_assert_cmpuint(collected->items->len, ==, 2);
    g_assert_cmpstr(item(collected, 1)->kind, ==, "payment");
    g_assert_cmpint(item(collected, 1)->open, ==, -4000);
    collected_free(collected);
}

static void what_was_said_of_rows_survives_another_charset(Desk *desk, gconstpointer data)
{
    (void)data;
    CsvLearn *learn =
        learn_text(desk, "Klant;Factuur;Vervaldatum;Openstaand;X\nPeeters;F1;31-01-2026;100,00;Concept\n");
    use(desk, 4, "Concept", 1);
    learn_choose(learn, LEARN_CHARSET, 1);
    g_autofree char *out = learn_left_out(g_ptr_array_index(learn->columns, 4));
    g_assert_cmpstr(out, ==, "Concept");
}

#define TEST(name) g_test_add("/learn/" #name, Desk, NULL, desk_start, name, desk_end)

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    TEST(dotted_dutch_headers_are_known_under_their_words);
    TEST(a_header_on_row_three_is_found_below_the_titles);
    TEST(a_list_of_customers_is_told_from_one_of_items);
    TEST(odd_delimiters_are_found_and_kept);
    TEST(western_letters_are_read_and_another_charset_can_be_chosen);
    TEST(of_two_amount_columns_one_is_the_invoice_and_one_is_open);
    TEST(debit_less_credit_is_what_is_open_where_no_column_says_so);
    TEST(two_columns_of_one_name_keep_their_place);
    TEST(a_line_break_within_quotes_is_no_row);
    TEST(a_list_without_headers_is_known_again_by_its_shape);
    TEST(what_cannot_be_read_is_shown_in_its_row);
    TEST(what_is_still_needed_is_said_and_nothing_is_saved_before);
    TEST(the_house_file_keeps_what_is_in_it_and_a_name_is_replaced_whole);
    TEST(a_shipped_profile_is_not_overwritten_by_its_name);
    TEST(headers_that_mean_something_in_an_ini_file_are_harmless);
    TEST(a_picture_is_no_list);
    TEST(rows_of_drafts_are_left_out_by_a_column_that_holds_nothing_else);
    TEST(said_once_more_a_value_is_read_again);
    TEST(a_word_can_be_said_to_mean_a_payment);
    TEST(what_was_said_of_rows_survives_another_charset);
    return g_test_run();
}
