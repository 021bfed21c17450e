/* What a letter asks and announces follows from the books and the law: the same figures as the statement of claim, for
 * firms and consumers, Belgian and Dutch. */
#include "claim_book.h"

#include "base/i18n.h"
#include "desk/handover.h"
#include "paper/letter_post.h"
#include "paper/letter_table.h"
#include "paper/letter_text.h"
#include <locale.h>

static void start(ClaimBook *claims, gconstpointer data)
{
    static const char *const SETTINGS[][3] = {{"belronde", "name", "Vandenberghe Papier"},
                                              {"belronde", "iban", "BE71 0961 2345 6769"},
                                              {"letter", "company_number", "BE 0417.497.106"},
                                              {"letter", "product", "papier"}};
    (void)data;
    g_autoptr(GError) error = NULL;
    claim_book_start(claims);
    for (size_t i = 0; i < G_N_ELEMENTS(SETTINGS); i++)
        good(settings_set(claims->book.desk->settings, SETTINGS[i][0], SETTINGS[i][1], SETTINGS[i][2], &error), error);
}

static void end(ClaimBook *claims, gconstpointer data)
{
    (void)data;
    book_end(&claims->book);
}

/* As it would leave now, by post; NULL with the sentence why not. */
static Letter *letter_written(ClaimBook *claims, const char *document, const char *language, const char *items,
                              GError **error)
{
    g_autoptr(LetterTemplates) templates = letter_templates_load(error);
    g_assert_nonnull(templates);
    OutboxOrder order = {.id = G_MAXINT64,
                         .event_id = G_MAXINT64,
                         .customer_id = claims->customer,
                         .document = (char *)document,
                         .channel = (char *)"post",
                         .recipient = (char *)"",
                         .language = (char *)language,
                         .items = (char *)items,
                         .personal = (char *)"",
                         .agent = (char *)"an",
                         .day = clock_today()};
    return letter_of_order(claims->book.desk, templates, &order, NULL, error);
}

static Letter *letter_try(ClaimBook *claims, const char *document, const char *items, GError **error)
{
    return letter_written(claims, document, "en", items, error);
}

static Letter *letter_now(ClaimBook *claims, const char *document)
{
    g_autoptr(GError) error = NULL;
    Letter *letter = letter_try(claims, document, "", &error);
    g_assert_no_error(error);
    return letter;
}

static bool says(const Letter *letter, const char *words)
{
    for (guint i = 0; i < letter->blocks->len; i++) {
        g_autofree char *text = g_strdup(((const LetterBlock *)g_ptr_array_index(letter->blocks, i))->text);
        g_strdelimit(text, "\n", ' ');
        if (strstr(text, words) != NULL)
            return true;
    }
    return false;
}

static void assert_says(const Letter *letter, const char *words)
{
    if (says(letter, words))
        return;
    for (guint i = 0; i < letter->blocks->len; i++)
        g_test_message("%s", ((const LetterBlock *)g_ptr_array_index(letter->blocks, i))->text);
    g_error("“%s” is not in the letter", words);
}

static void assert_totals(const Letter *letter, Cents open, Cents interest, Cents costs)
{
    LetterTotals totals = letter_totals(letter);
    g_assert_cmpint(totals.open, ==, open);
    g_assert_cmpint(totals.interest, ==, interest);
    g_assert_cmpint(totals.costs, ==, costs);
}

/* A letter that asks charges asks what the statement of claim says, to the cent. */
static void assert_as_claimed_on(ClaimBook *claims, const Letter *letter, const char *day)
{
    g_autoptr(Claim) claim = claim_of(claims, day);
    g_assert_cmpint(letter_totals(letter).total, ==, total_at(claim, 0)->total);
    g_assert_cmpint(letter->payment.amount, ==, total_at(claim, 0)->total);
}

static void assert_as_claimed(ClaimBook *claims, const Letter *letter)
{
    assert_as_claimed_on(claims, letter, "2026-02-24");
}

static void assert_refused(ClaimBook *claims, const char *document, const char *items, const char *sentence)
{
    g_autoptr(GError) error = NULL;
    g_autoptr(Letter) letter = letter_try(claims, document, items, &error);
    g_assert_null(letter);
    g_assert_error(error, BELRONDE_ERROR, BELRONDE_ERROR_INPUT);
    if (strstr(error->message, sentence) == NULL)
        g_error("“%s” instead of “%s”", error->message, sentence);
}

/* ---- firms ---- */

/* 112 days on 1 000, 28 on the 772.22 that the payment left, 48 on 1 850. */
static void test_firm_is_asked_what_the_claim_says(ClaimBook *claims, gconstpointer data)
{
    (void)data;
    gint64 paid = invoice_add(claims, "a", "2025-10-07", 100000);
    invoice_add(claims, "b", "2026-01-07", 185000);
    invoice_add(claims, "early", "2026-03-30", 50000);
    money_came(claims, paid, "2026-01-27", 30000);
    g_autoptr(Letter) letter = letter_now(claims, "notice_b2b");
    g_assert_cmpuint(letter->items->len, ==, 2); /* what is not late is no part of it */
    assert_totals(letter, 70000 + 185000, 3222 + 622 + 2555, 8000);
    assert_as_claimed(claims, letter);
}

static const char *cell_of(const LetterTable *table, guint row, guint column)
{
    return ((char *const *)g_ptr_array_index(table->rows, row))[column];
}

/* Of the letter with its own grid: what the reader needs to reckon each row again. */
static void test_each_period_names_its_invoice_and_its_base(ClaimBook *claims, gconstpointer data)
{
    static const char *const ROWS[][7] = {
        {"a", "08/10/2025", "27/01/2026", "112", "1,000.00", "10.5%", "32.22"},
        {"a", "28/01/2026", "24/02/2026", "28", "772.22", "10.5%", "6.22"},
        {"b", "08/01/2026", "24/02/2026", "48", "1,850.00", "10.5%", "25.55"},
    };
    (void)data;
    gint64 paid = invoice_add(claims, "a", "2025-10-07", 100000);
    invoice_add(claims, "b", "2026-01-07", 185000);
    money_came(claims, paid, "2026-01-27", 30000);
    g_autoptr(Letter) letter = letter_now(claims, "notice_b2b");
    const LetterTable *table = NULL;
    for (guint i = 0; i < letter->blocks->len; i++) {
        const LetterBlock *block = g_ptr_array_index(letter->blocks, i);
        table = block->kind == LETTER_GRID ? block->table : table;
    }
    g_assert_nonnull(table);
    g_assert_cmpuint(table->rows->len, ==, G_N_ELEMENTS(ROWS));
    for (guint r = 0; r < table->rows->len; r++)
        for (guint c = 0; c < table->columns; c++)
            g_assert_cmpstr(cell_of(table, r, c), ==, ROWS[r][c]);
}

static void test_disputed_part_is_neither_asked_nor_charged(ClaimBook *claims, gconstpointer data)
{
    (void)data;
    gint64 part = invoice_add(claims, "a", "2026-01-07", 100000);
    gint64 whole = invoice_add(claims, "b", "2026-01-07", 60000);
    dispute_add(claims, part, 20000);
    gint64 dispute = dispute_add(claims, whole, 60000);
    g_autoptr(Letter) letter = letter_now(claims, "notice_b2b");
    g_assert_cmpuint(letter->items->len, ==, 1);
    assert_totals(letter, 80000, 1105, 4000);
    assert_as_claimed(claims, letter);
    g_autoptr(Letter) reminder = letter_now(claims, "reminder");
    assert_totals(reminder, 80000, 0, 0);
    g_assert_cmpint(reminder->payment.amount, ==, 80000);
    const LetterItem *row = &g_array_index(reminder->items, LetterItem, 0); /* both are shown: of 1 000 these 800 */
    g_assert_true(row->amount == 100000 && row->open == 80000);
    dispute_ended(claims, dispute);
    g_autoptr(Letter) after = letter_now(claims, "notice_b2b");
    g_assert_cmpuint(after->items->len, ==, 2);
    assert_as_claimed(claims, after);
}

/* Whoever disputes for want of the invoice gets it whole. */
static void test_copy_of_a_disputed_invoice(ClaimBook *claims, gconstpointer data)
{
    (void)data;
    g_autoptr(GError) error = NULL;
    gint64 item = invoice_add(claims, "a", "2026-01-07", 100000);
    dispute_add(claims, item, 100000);
    g_autofree char *path = g_build_filename(claims->book.folder, "a.pdf", NULL);
    g_assert_true(g_file_set_contents(path, "%PDF", 4, NULL));
    good(settings_set(claims->book.desk->settings, "letter", "copies", claims->book.folder, &error), error);
    g_autoptr(Letter) copy = letter_now(claims, "copy");
    assert_totals(copy, 100000, 0, 0);
    g_autoptr(Letter) nothing = letter_try(claims, "notice_b2b", "", &error);
    g_assert_null(nothing);
    g_assert_error(error, BELRONDE_ERROR, BELRONDE_ERROR_INPUT);
}

static void test_credit_lowers_what_is_asked(ClaimBook *claims, gconstpointer data)
{
    (void)data;
    invoice_add(claims, "a", "2026-01-07", 100000);
    invoice_add(claims, "note", "2026-02-01", -20000);
    g_autoptr(Letter) letter = letter_now(claims, "notice_b2b");
    g_assert_cmpuint(letter->items->len, ==, 2); /* the note stands in it */
    assert_totals(letter, 80000, 1105, 4000);
    assert_as_claimed(claims, letter);
}

static void test_dutch_firm_pays_costs_after_a_first_letter(ClaimBook *claims, gconstpointer data)
{
    (void)data;
    debtor_is(claims, "NL", "business");
    invoice_add(claims, "a", "2026-01-07", 50000);
    invoice_add(claims, "b", "2026-01-21", 50000);
    g_autoptr(Letter) first = letter_now(claims, "notice_b2b");
    g_assert_cmpint(letter_totals(first).costs, ==, 8000);
    letter_left(claims, "notice_b2b", "email", "2026-02-10", "");
    g_autoptr(Letter) then = letter_now(claims, "notice");
    g_assert_cmpint(letter_totals(then).costs, ==, 15000); /* the scale over both, the 40 of each in it */
    assert_as_claimed(claims, then);
}

/* ---- consumers ---- */

/* By post on Tuesday 24 February: the third working day is the 27th, the fourteen days end on 12 March. */
static void test_belgian_consumer_is_told_what_will_be_asked(ClaimBook *claims, gconstpointer data)
{
    (void)data;
    debtor_is(claims, "BE", "consumer");
    house_says(claims, "clause", "yes");
    gint64 item = invoice_add(claims, "a", "2026-01-07", 60000);
    invoice_add(claims, "early", "2026-03-30", 50000);
    g_autoptr(Letter) letter = letter_now(claims, "first_reminder_be");
    g_autoptr(Claim) claim = claim_of(claims, "2026-02-24");
    assert_totals(letter, 60000, 0, 0);
    g_assert_cmpint(letter->payment.amount, ==, 60000);
    assert_says(letter, "€70.00");
    assert_says(letter, "12 March 2026");
    assert_says(letter, "13 March 2026");
    assert_says(letter, "10.5%");
    g_assert_cmpint(total_at(claim, 0)->total, ==, 60000);
    dispute_add(claims, item, 45000);
    g_autoptr(Letter) rest = letter_now(claims, "first_reminder_be");
    assert_totals(rest, 15000, 0, 0);
    assert_says(rest, "€20.00"); /* of what is not disputed */
}

static void test_belgian_consumer_owes_nothing_before_the_period_is_over(ClaimBook *claims, gconstpointer data)
{
    (void)data;
    debtor_is(claims, "BE", "consumer");
    house_says(claims, "clause", "yes");
    invoice_add(claims, "a", "2026-01-07", 60000);
    letter_left(claims, "first_reminder_be", "post", "2026-02-12", "");
    assert_refused(claims, "notice", "", "The term that the law gives him is not over: from Tue 3 Mar.");
    letter_left(claims, "first_reminder_be", "post", "2026-02-02", "");
    g_autoptr(Letter) late = letter_now(claims, "notice");
    assert_totals(late, 60000, 104, 7000); /* six days of interest */
    assert_as_claimed(claims, late);
    house_says(claims, "clause", "no");
    g_autoptr(Letter) never = letter_now(claims, "notice");
    assert_totals(never, 60000, 0, 0);
}

static void test_dutch_consumer_is_told_the_exact_costs(ClaimBook *claims, gconstpointer data)
{
    (void)data;
    debtor_is(claims, "NL", "consumer");
    gint64 item = invoice_add(claims, "a", "2026-01-07", 50000);
    invoice_add(claims, "b", "2026-01-21", 50000);
    g_autoptr(Letter) letter = letter_now(claims, "notice_14_days");
    assert_totals(letter, 100000, 0, 0);
    assert_says(letter, "€150.00"); /* 15 % of both together */
    assert_says(letter, "€1,150.00");
    dispute_add(claims, item, 50000);
    g_autoptr(Letter) rest = letter_now(claims, "notice_14_days");
    assert_says(rest, "€75.00");
    g_assert_false(says(rest, "€150.00"));
}

/* What the 14-day letter said is what the letter after it asks. */
static void test_dutch_consumer_is_asked_what_was_announced(ClaimBook *claims, gconstpointer data)
{
    (void)data;
    debtor_is(claims, "NL", "consumer");
    invoice_add(claims, "a", "2026-01-07", 50000);
    invoice_add(claims, "b", "2026-01-21", 50000);
    letter_left(claims, "notice_14_days", "email", "2026-02-12", "");
    assert_refused(claims, "notice", "", "The term that the law gives him is not over");
    letter_left(claims, "notice_14_days", "email", "2026-02-02", "");
    g_autoptr(Letter) late = letter_now(claims, "notice");
    g_assert_cmpint(letter_totals(late).costs, ==, 15000);
    assert_as_claimed(claims, late);
}

/* 65 + 5 % of what is above 500, once over 520: not 55 for one and 20 for the other. */
static void test_one_belgian_reminder_one_indemnity(ClaimBook *claims, gconstpointer data)
{
    (void)data;
    debtor_is(claims, "BE", "consumer");
    house_says(claims, "clause", "yes");
    invoice_add(claims, "a", "2026-01-02", 40000);
    invoice_add(claims, "b", "2026-01-05", 12000);
    letter_left(claims, "first_reminder_be", "post", "2026-01-12", "");
    g_autoptr(Letter) letter = letter_now(claims, "notice");
    g_assert_cmpint(letter_totals(letter).costs, ==, 6600);
    assert_as_claimed(claims, letter);
}

static void test_whom_nobody_knows_is_asked_nothing_on_top(ClaimBook *claims, gconstpointer data)
{
    (void)data;
    debtor_is(claims, "BE", "unknown");
    house_says(claims, "clause", "yes");
    invoice_add(claims, "a", "2026-01-07", 60000);
    letter_left(claims, "first_reminder_be", "post", "2026-01-12", "");
    g_autoptr(Letter) letter = letter_now(claims, "notice");
    assert_totals(letter, 60000, 0, 0);
}

/* ---- the way to the lawyer ---- */

/* What belronde handover says against it the letters that announce it say too. */
static void assert_barred(ClaimBook *claims, const char *sentence)
{
    g_autoptr(GError) error = NULL;
    g_autoptr(GPtrArray) bars = handover_bars(claims->book.desk, claims->customer, &error);
    g_assert_no_error(error);
    g_autofree char *words = handover_bars_words(bars);
    g_assert_nonnull(strstr(words, sentence));
    assert_refused(claims, "notice", "", sentence);
    assert_refused(claims, "handover", "", sentence);
}

static void test_no_way_to_the_lawyer_before_the_letter_and_its_term(ClaimBook *claims, gconstpointer data)
{
    static const char *const KINDS[] = {"consumer", "unknown"};
    (void)data;
    house_says(claims, "clause", "yes");
    gint64 item = invoice_add(claims, "a", "2026-01-07", 60000);
    invoice_add(claims, "b", "2026-01-07", 60000);
    for (size_t i = 0; i < G_N_ELEMENTS(KINDS); i++) {
        debtor_is(claims, "BE", KINDS[i]);
        assert_barred(claims, "The first reminder with its fourteen days has not left for a, b.");
        debtor_is(claims, "NL", KINDS[i]);
        assert_barred(claims, "The fourteen days' letter has not left for a, b: without it a consumer owes no costs.");
    }
    assert_barred(claims, "Nobody said whether he is a firm or a consumer: a firm needs none.");
    debtor_is(claims, "BE", "consumer");
    g_autofree char *reminded = g_strdup_printf("%" G_GINT64_FORMAT, item);
    letter_left(claims, "first_reminder_be", "post", "2026-02-02", reminded);
    assert_barred(claims, "has not left for b.");
    g_autoptr(GError) error = NULL;
    g_autoptr(Letter) of_one = letter_try(claims, "notice", reminded, &error); /* its term is over */
    g_assert_no_error(error);
    g_assert_cmpuint(of_one->items->len, ==, 1);
    debtor_is(claims, "BE", "business");
    g_autoptr(Letter) firm = letter_now(claims, "handover");
    g_assert_cmpuint(firm->items->len, ==, 2);
}

/* Then there is no reminder of the law, no term and no cost: neither door may wait for one. */
static void test_without_a_clause_there_is_no_term_to_wait_for(ClaimBook *claims, gconstpointer data)
{
    (void)data;
    g_autoptr(GError) error = NULL;
    debtor_is(claims, "BE", "consumer");
    invoice_add(claims, "a", "2026-01-07", 60000);
    g_autoptr(GPtrArray) bars = handover_bars(claims->book.desk, claims->customer, &error);
    g_assert_no_error(error);
    g_assert_cmpuint(bars->len, ==, 0);
    g_autoptr(Letter) letter = letter_now(claims, "handover");
    assert_totals(letter, 60000, 0, 0);
}

static void test_mediation_keeps_the_lawyer_out_of_letters(ClaimBook *claims, gconstpointer data)
{
    (void)data;
    invoice_add(claims, "a", "2026-01-07", 60000);
    book_run(&claims->book, "UPDATE customer SET not_callable = 'mediation' WHERE id = :id",
             BINDS(INTEGER("id", claims->customer)));
    assert_barred(claims, "Debt mediation is under way");
}

/* ---- rates that nobody confirmed ---- */

static void day_is(ClaimBook *claims, const char *now)
{
    (void)claims;
    g_autoptr(GError) error = NULL;
    good(clock_fix(now, &error), error);
}

/* The shipped rates with a line of the house over them. */
static void rates_say(ClaimBook *claims, const char *lines)
{
    g_autoptr(GError) error = NULL;
    Desk *desk = claims->book.desk;
    g_autofree char *shipped = g_build_filename(g_getenv("BELRONDE_DATA"), "rates.ini", NULL);
    g_autofree char *own = g_build_filename(claims->book.folder, "rates.ini", NULL);
    g_assert_true(g_file_set_contents(own, lines, -1, NULL));
    Rates *rates = rates_load((const char *const[]){shipped, own, NULL}, &error);
    g_assert_no_error(error);
    rates_free(desk->rates);
    desk->rates = rates;
}

static void assert_text(const Letter *letter, const char *words)
{
    g_autofree char *text = letter_text(letter, 78, LETTER_TEXT_BODY), *line = g_strdelimit(g_strdup(text), "\n", ' ');
    if (strstr(line, words) == NULL)
        g_error("“%s” is not in:\n%s", words, text);
}

static const struct {
    const char *language, *rate, *unconfirmed, *expected;
} notes[] = {{"en", "10.5%*", "* Rate not confirmed after 19/06/2027.", "* The rate is expected, not published yet."},
             {"nl", "10,5%*", "* Rentevoet niet bevestigd na 19/06/2027.",
              "* De rentevoet wordt verwacht en is nog niet gepubliceerd."},
             {"fr", "10,5\u00a0%*", "* Taux non confirmé après le 19/06/2027.",
              "* Le taux est prévu et n’est pas encore publié."},
             {"de", "10,5\u00a0%*", "* Zinssatz nach dem 19.06.2027 nicht bestätigt.",
              "* Der Zinssatz wird erwartet und ist noch nicht veröffentlicht."}};

static void test_a_stale_rate_has_its_star_in_every_language(ClaimBook *claims, gconstpointer data)
{
    (void)data;
    invoice_add(claims, "a", "2026-07-07", 100000);
    invoice_add(claims, "b", "2027-06-01", 100000);
    day_is(claims, "2027-09-01T10:00");
    for (size_t i = 0; i < G_N_ELEMENTS(notes); i++) {
        g_autoptr(GError) error = NULL;
        g_autoptr(Letter) letter = letter_written(claims, "notice_b2b", notes[i].language, "", &error);
        g_assert_no_error(error);
        g_assert_cmpuint(letter->marks, ==, INTEREST_UNCONFIRMED);
        assert_text(letter, notes[i].rate);
        assert_text(letter, notes[i].unconfirmed);
        assert_as_claimed_on(claims, letter, "2027-09-01");
    }
}

/* In sentences, in the table and its sum; what was settled before bears none. */
static void test_an_expected_rate_has_its_star_wherever_it_counts(ClaimBook *claims, gconstpointer data)
{
    (void)data;
    invoice_add(claims, "a", "2026-07-07", 100000);
    invoice_add(claims, "b", "2026-07-07", 100000);
    rates_say(claims, "[be_b2b]\n2027-01-01 = 11.00 | projected | ECB 2.65\n");
    day_is(claims, "2027-02-01T10:00");
    for (size_t i = 0; i < G_N_ELEMENTS(notes); i++) {
        g_autoptr(GError) error = NULL;
        g_autoptr(Letter) letter = letter_written(claims, "notice_b2b", notes[i].language, "", &error);
        g_assert_no_error(error);
        assert_text(letter, notes[i].expected);
    }
    g_autoptr(Letter) letter = letter_now(claims, "notice_b2b");
    assert_text(letter, "€121.12* of interest");
    assert_text(letter, "11%*");
    assert_text(letter, "60.56*");
    assert_text(letter, "€0.60*");
    g_autofree char *text = letter_text(letter, 78, LETTER_TEXT_BODY);
    g_assert_null(strstr(text, "10.5%*"));
    g_autoptr(Letter) handover = letter_now(claims, "handover"); /* its table alone names interest */
    assert_text(handover, "60.56*");
    assert_text(handover, notes[0].expected);
}

/* The interest a consumer will be asked later rests on a rate as well. */
static void test_an_announced_rate_has_its_star(ClaimBook *claims, gconstpointer data)
{
    (void)data;
    debtor_is(claims, "BE", "consumer");
    house_says(claims, "clause", "yes");
    invoice_add(claims, "a", "2027-08-01", 60000);
    day_is(claims, "2027-09-01T10:00");
    g_autoptr(Letter) letter = letter_now(claims, "first_reminder_be");
    assert_text(letter, "10.5%*");
    assert_text(letter, notes[0].unconfirmed);
    g_autoptr(Letter) friendly = letter_now(claims, "reminder");
    g_assert_cmpuint(friendly->marks, ==, 0);
    g_assert_false(says(friendly, "*"));
}

int main(int argc, char **argv)
{
    g_autofree char *nowhere = g_dir_make_tmp("belronde-none-XXXXXX", NULL);
    i18n_start("en");
    g_setenv("BELRONDE_ETC", nowhere, TRUE);
    g_test_init(&argc, &argv, NULL);
#define ADD(name, test) g_test_add("/letter charges/" name, ClaimBook, NULL, start, test, end)
    ADD("a firm is asked what the claim says", test_firm_is_asked_what_the_claim_says);
    ADD("each period names its invoice and its base", test_each_period_names_its_invoice_and_its_base);
    ADD("a disputed part is neither asked nor charged", test_disputed_part_is_neither_asked_nor_charged);
    ADD("a copy of a disputed invoice is whole, a demand is not written", test_copy_of_a_disputed_invoice);
    ADD("credit lowers what is asked", test_credit_lowers_what_is_asked);
    ADD("a Dutch firm pays costs after a first letter", test_dutch_firm_pays_costs_after_a_first_letter);
    ADD("a Belgian consumer is told what will be asked", test_belgian_consumer_is_told_what_will_be_asked);
    ADD("a Belgian consumer owes nothing before the free period is over",
        test_belgian_consumer_owes_nothing_before_the_period_is_over);
    ADD("a Dutch consumer is told the exact costs", test_dutch_consumer_is_told_the_exact_costs);
    ADD("a Dutch consumer is asked what was announced", test_dutch_consumer_is_asked_what_was_announced);
    ADD("invoices of one Belgian reminder bear one indemnity together", test_one_belgian_reminder_one_indemnity);
    ADD("whom nobody knows is asked nothing on top", test_whom_nobody_knows_is_asked_nothing_on_top);
    ADD("no way to the lawyer before the letter and its term",
        test_no_way_to_the_lawyer_before_the_letter_and_its_term);
    ADD("without a clause there is no term to wait for", test_without_a_clause_there_is_no_term_to_wait_for);
    ADD("mediation keeps the lawyer out of letters", test_mediation_keeps_the_lawyer_out_of_letters);
    ADD("a stale rate has its star in every language", test_a_stale_rate_has_its_star_in_every_language);
    ADD("an expected rate has its star wherever it counts", test_an_expected_rate_has_its_star_wherever_it_counts);
    ADD("an announced rate has its star", test_an_announced_rate_has_its_star);
    int status = g_test_run();
    g_rmdir(nowhere);
    return status;
}
