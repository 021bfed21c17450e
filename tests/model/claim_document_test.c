/* The statement of claim put out: what stands on paper is what the claim says, whatever the customer is called. */
#include "claim_book.h"

#include "base/i18n.h"
#include "other_program.h"
#include "paper/claim_document.h"
#include <json-glib/json-glib.h>
#include <locale.h>

static const char *const DAYS[] = {"2025-10-07", "2026-01-07"};

static void start(ClaimBook *claims, gconstpointer data)
{
    (void)data;
    g_autoptr(GError) error = NULL;
    claim_book_start(claims);
    good(settings_set(claims->book.desk->settings, "belronde", "name", "Vandenberghe Papier", &error), error);
    good(settings_set(claims->book.desk->settings, "belronde", "iban", "BE71 0961 2345 6769", &error), error);
}

static void end(ClaimBook *claims, gconstpointer data)
{
    (void)data;
    book_end(&claims->book);
}

/* An invoice paid in part as promised, one disputed in part, and a letter that counts. */
static Claim *rich_claim(ClaimBook *claims)
{
    gint64 first = invoice_add(claims, "2025-1312", DAYS[0], 100000);
    gint64 second = invoice_add(claims, "2025-1355", DAYS[1], 185000);
    (void)promise_made(claims, first, "2026-01-20", "2026-01-27", 30000);
    money_came(claims, first, "2026-01-27", 30000);
    (void)promise_made(claims, first, "2026-02-03", "2026-02-10", 70000);
    (void)promise_made(claims, second, "2026-02-20", "2026-03-20", 100000);
    dispute_add(claims, second, 15000);
    letter_left(claims, "notice_b2b", "post", "2026-02-10", "");
    return claim_of(claims, "2026-02-24");
}

static char *paper_text(ClaimBook *claims, const Claim *claim, const char *language)
{
    g_autoptr(GError) error = NULL;
    const ClaimStyle style = {.language = language};
    g_autoptr(GBytes) pdf = claim_pdf(claims->book.desk, claim, &style, &error);
    g_assert_no_error(error);
    char *folder = scratch_new();
    g_autofree char *path = scratch_file(folder, "claim.pdf", pdf);
    char *text = program_output((const char *const[]){"pdftotext", "-layout", path, "-", NULL});
    scratch_end(folder);
    return text;
}

/* With whatever blanks lie between the words. */
static void assert_says(const char *text, const char *words)
{
    g_autofree char *pattern = g_regex_escape_string(words, -1);
    g_autoptr(GString) loose = g_string_new(pattern);
    g_string_replace(loose, " ", "[\\s\u00a0]+", 0);
    if (!g_regex_match_simple(loose->str, text, 0, 0))
        g_error("“%s” is not in: %s", words, text);
}

static void test_paper_says_what_the_claim_says(ClaimBook *claims, gconstpointer data)
{
    (void)data;
    if (!program_there("pdftotext"))
        return;
    g_autoptr(Claim) claim = rich_claim(claims);
    const ClaimTotal *total = total_at(claim, 0);
    g_autofree char *text = paper_text(claims, claim, "en"), *sum = money_in("en", total->total, "EUR");
    g_autofree char *line = g_strdup_printf("Total %s", sum), *pay = g_strdup_printf("To pay %s", sum);
    static const char *const WORDS[] = {
        "statement of claim as of 24 February 2026",
        "2025-1312 01/09/2025 07/10/2025 140 1,000.00",
        "2025-1312 1,000.00 300.00 0.00 700.00",   /* paid and asked */
        "2025-1355 1,850.00 0.00 150.00 1,700.00", /* disputed */
        "27/01/2026 2025-1312 300.00 40.00 32.22 227.78",
        "2025-1355 08/01/2026 24/02/2026 48 1,700.00 10.5%",
        "Disputed, not asked -150.00",
        "Where the rates come from",
        "10/02/2026 demand with interest by post",
        "BE71 0961 2345 6769",
        "10482 2025-1312 2025-1355",
    };
    for (size_t i = 0; i < G_N_ELEMENTS(WORDS); i++)
        assert_says(text, WORDS[i]);
    assert_says(text, line);
    assert_says(text, pay);
    g_assert_null(strstr(text, "Not asked yet")); /* the desk's own affair */
    g_autofree char *dutch = paper_text(claims, claim, NULL);
    assert_says(dutch, "schuldvordering op 24 februari 2026");
    assert_says(dutch, "Betwist, niet gevraagd");
    g_assert_cmpstr(i18n_language(), ==, "en"); /* the desk goes on in its own language */
}

static void test_many_invoices_go_over_pages(ClaimBook *claims, gconstpointer data)
{
    (void)data;
    if (!program_there("pdftotext"))
        return;
    for (int i = 0; i < 70; i++) {
        g_autofree char *number = g_strdup_printf("2026-%04d", i);
        invoice_add(claims, number, DAYS[1], 10000 + i);
    }
    g_autoptr(Claim) claim = claim_of(claims, "2026-02-24");
    g_autofree char *text = paper_text(claims, claim, "en");
    for (int i = 0; i < 70; i++) {
        g_autofree char *row = g_strdup_printf("2026-%04d 01/09/2025 07/01/2026 48 10%d.%02d", i, i / 100, i % 100);
        assert_says(text, row);
    }
    assert_says(text, "page 2 of");
    g_assert_true(g_regex_match_simple("page [5-9] of [5-9]", text, 0, 0));
}

/* Kept, not kept and still expected, beside what came in; not what was said before these invoices were there, nor what
 * was taken back. */
static void test_promises_stand_in_it(ClaimBook *claims, gconstpointer data)
{
    (void)data;
    g_autoptr(Claim) before = rich_claim(claims);
    gint64 first = invoice_at(before, 0)->id;
    (void)promise_made(claims, first, "2025-06-01", "2025-06-10", 11100);
    gint64 slip = promise_made(claims, first, "2026-02-21", "2026-02-27", 22200);
    book_insert(&claims->book,
                "INSERT INTO event (id, op, kind, undoes, customer_id, agent_id, day, minute, utc, content, hash)"
                " SELECT max(id) + 1, 'undo', 'undo', :slip, :customer, :agent, 0, 0, 0, '', '' FROM event"
                " RETURNING id",
                BINDS(INTEGER("slip", slip), INTEGER("customer", claims->customer),
                      INTEGER("agent", claims->book.desk->agent_id)));
    g_autoptr(Claim) claim = claim_of(claims, "2026-02-24");
    const ClaimStyle style = {.language = "en"};
    g_autofree char *text = claim_text(claims->book.desk, claim, &style, 78);
    assert_says(text, "Promises and payment plans");
    assert_says(text, "20/01/2026 promise 27/01/2026 300.00 300.00 kept");
    assert_says(text, "03/02/2026 promise 10/02/2026 700.00 0.00 not kept");
    assert_says(text, "20/02/2026 promise 20/03/2026 1,000.00 0.00 still expected");
    g_assert_null(strstr(text, "111.00"));
    g_assert_null(strstr(text, "222.00"));
    g_autofree char *csv = claim_csv(claims->book.desk, claim), *json = claim_json(claims->book.desk, claim);
    g_assert_nonnull(strstr(csv, "promise,EUR,,promise,2026-02-03,2026-02-10,,,,700.00,,,,700.00,broken,"));
    g_assert_nonnull(strstr(json, "\"state\" : \"broken\""));
}

static void test_promises_after_the_day_do_not(ClaimBook *claims, gconstpointer data)
{
    (void)data;
    g_autoptr(Claim) claim = NULL, today = rich_claim(claims);
    claim = claim_of(claims, "2026-02-12");
    g_assert_cmpuint(today->promises->len, ==, 3);
    g_assert_cmpuint(claim->promises->len, ==, 2);
}

static void test_text_stays_within_the_screen(ClaimBook *claims, gconstpointer data)
{
    (void)data;
    static const char *const LANGUAGES[] = {"en", "nl", "fr", "de"};
    g_autoptr(Claim) claim = rich_claim(claims);
    for (size_t l = 0; l < G_N_ELEMENTS(LANGUAGES); l++) {
        const ClaimStyle style = {.language = LANGUAGES[l], .inside = true};
        g_autofree char *text = claim_text(claims->book.desk, claim, &style, 78);
        g_auto(GStrv) lines = g_strsplit(text, "\n", -1);
        for (char **line = lines; *line != NULL; line++)
            g_assert_cmpint(g_utf8_strlen(*line, -1), <=, 78);
    }
}

static void test_cells_are_safe(ClaimBook *claims, gconstpointer data)
{
    (void)data;
    invoice_add(claims, "=HYPERLINK(\"x\")", DAYS[1], 10000);
    invoice_add(claims, "a,\"b\"\n2", DAYS[1], 10000);
    g_autoptr(Claim) claim = claim_of(claims, "2026-02-24");
    g_autofree char *csv = claim_csv(claims->book.desk, claim);
    g_assert_nonnull(strstr(csv, ",\"'=HYPERLINK(\"\"x\"\")\","));
    g_assert_nonnull(strstr(csv, ",\"a,\"\"b\"\" 2\","));
    g_auto(GStrv) lines = g_strsplit(csv, "\n", -1);
    for (char **line = lines; **line != '\0'; line++) { /* none has more or fewer cells than the head */
        int commas = 0;
        bool quoted = false;
        for (const char *c = *line; *c != '\0'; c++) {
            quoted = *c == '"' ? !quoted : quoted;
            commas += *c == ',' && !quoted;
        }
        g_assert_cmpint(commas, ==, 15);
    }
}

static void test_json_holds_it_all(ClaimBook *claims, gconstpointer data)
{
    (void)data;
    g_autoptr(GError) error = NULL;
    g_autoptr(Claim) claim = rich_claim(claims);
    g_autofree char *text = claim_json(claims->book.desk, claim), *sum = money_plain(total_at(claim, 0)->total);
    g_autoptr(JsonParser) parser = json_parser_new();
    g_assert_true(json_parser_load_from_data(parser, text, -1, &error));
    JsonObject *root = json_node_get_object(json_parser_get_root(parser));
    JsonArray *invoices = json_object_get_array_member(root, "invoices");
    JsonObject *first = json_array_get_object_element(invoices, 0);
    JsonObject *payment = json_array_get_object_element(json_object_get_array_member(first, "payments"), 0);
    JsonObject *total = json_array_get_object_element(json_object_get_array_member(root, "totals"), 0);
    g_assert_cmpuint(json_array_get_length(invoices), ==, 2);
    g_assert_cmpstr(json_object_get_string_member(json_object_get_object_member(payment, "went_to"), "costs"), ==,
                    "40.00");
    g_assert_cmpstr(json_object_get_string_member(total, "total"), ==, sum);
    g_assert_cmpuint(json_array_get_length(json_object_get_array_member(root, "letters")), ==, 1);
}

/* Wherever a figure of such rates stands, in the row, the sum and below. */
static void test_unsure_rates_are_marked_on_paper(ClaimBook *claims, gconstpointer data)
{
    (void)data;
    invoice_add(claims, "2025-1312", DAYS[1], 100000);
    g_autoptr(Claim) claim = claim_of(claims, "2029-02-24");
    const ClaimStyle style = {.language = "en"};
    g_autofree char *text = claim_text(claims->book.desk, claim, &style, 78);
    assert_says(text, "10.5%*");
    assert_says(text, "Interest *");
    assert_says(text, "Total *");
    assert_says(text, "* Rate not confirmed after");
    g_autofree char *csv = claim_csv(claims->book.desk, claim), *json = claim_json(claims->book.desk, claim);
    g_assert_nonnull(strstr(csv, ",unconfirmed,"));
    g_assert_nonnull(strstr(json, "\"unconfirmed\""));
}

static void test_nothing_open(ClaimBook *claims, gconstpointer data)
{
    (void)data;
    g_autoptr(Claim) claim = claim_of(claims, "2026-02-24");
    const ClaimStyle style = {.language = "en"};
    g_autofree char *text = claim_text(claims->book.desk, claim, &style, 78);
    assert_says(text, "Nothing is open.");
    g_assert_null(strstr(text, "To pay"));
}

int main(int argc, char **argv)
{
    i18n_start("en");
    g_test_init(&argc, &argv, NULL);
#define ADD(name, test) g_test_add("/claim document/" name, ClaimBook, NULL, start, test, end)
    ADD("paper says what the claim says", test_paper_says_what_the_claim_says);
    ADD("many invoices go over pages", test_many_invoices_go_over_pages);
    ADD("what was promised stands in it, with what came of it", test_promises_stand_in_it);
    ADD("what was promised after its day does not", test_promises_after_the_day_do_not);
    ADD("text stays within the screen", test_text_stays_within_the_screen);
    ADD("cells are safe to open", test_cells_are_safe);
    ADD("data hold it all", test_json_holds_it_all);
    ADD("rates nobody confirmed are marked on paper", test_unsure_rates_are_marked_on_paper);
    ADD("nothing is open", test_nothing_open);
    return g_test_run();
}
