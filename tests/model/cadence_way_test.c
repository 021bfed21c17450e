/* The way of a customer, calls and letters together: for whom which letter, in which order, after which term, and
 * never at the same distance twice running. */
#include "base/error.h"
#include "base/i18n.h"
#include "base/settings.h"
#include "rules/cadence.h"

#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

static Calendar *calendar;
static Cadence *cadence;
static Rates *rates;

static Day on(const char *iso)
{
    Day day = DAY_NONE;
    g_assert_true(day_parse_iso(iso, &day));
    return day;
}

/* The shipped letters, and one that the house wrote itself. */
static bool starts(const void *house, const char *document, NoticeKind *kind)
{
    (void)house;
    *kind = strcmp(document, "notice_14_days") == 0 ? NOTICE_LETTER14 : NOTICE_REMINDER;
    return *kind == NOTICE_LETTER14 || strcmp(document, "first_reminder_be") == 0 || strcmp(document, "our_own") == 0;
}

static CadenceRules rules(void)
{
    return (CadenceRules){cadence, calendar, rates, starts, NULL};
}

/* An invoice of 2 January 2026, due on 1 February (a Sunday); he was rung on 2 February. */
static CadenceCase owing(DebtorKind kind, const char *country, char payment_class)
{
    return (CadenceCase){.number = "K1",
                         .country = country,
                         .kind = kind,
                         .payment_class = payment_class,
                         .issued = on("2026-01-02"),
                         .due = on("2026-02-01"),
                         .contact = on("2026-02-02")};
}

/* The steps still to come, "step day step day". */
static char *way_words(const CadenceCase *about, const char *today, bool letters_only)
{
    const CadenceRules by = rules();
    g_autoptr(GArray) way = cadence_way(&by, about, on(today), 20);
    GString *words = g_string_new(NULL);
    for (guint i = 0; i < way->len; i++) {
        const CadenceMark *mark = &g_array_index(way, CadenceMark, i);
        if (!letters_only || mark->step->channel == CADENCE_LETTER)
            g_string_append_printf(words, "%s%s", words->len > 0 ? " " : "", mark->step->reason);
    }
    return g_string_free(words, FALSE);
}

static void test_whole_way(void)
{
    const CadenceCase about = owing(DEBTOR_BUSINESS, "BE", 'B');
    g_autofree char *words = way_words(&about, "2026-02-02", true);
    g_assert_cmpstr(words, ==, "friendly_letter demand_letter notice_letter");
    g_autofree char *all = way_words(&about, "2026-02-02", false);
    g_assert_cmpstr(all, ==,
                    "friendly_letter reminder_call demand_letter reminder_call notice_letter hand_over reminder_call");
}

/* Of the first contact of the way with that name. */
static char *why_words(const CadenceCase *about, const char *today, const char *reason, bool brief)
{
    const CadenceRules by = rules();
    g_autoptr(GArray) way = cadence_way(&by, about, on(today), 20);
    for (guint i = 0; i < way->len; i++) {
        const CadenceMark *mark = &g_array_index(way, CadenceMark, i);
        if (strcmp(mark->step->reason, reason) == 0)
            return cadence_mark_words(&by, about, mark, brief);
    }
    return g_strdup("does not come");
}

static void test_why(void)
{
    static const struct {
        const char *today, *reason, *why, *brief;
    } rows[] = {
        {"2026-02-02", "friendly_letter", "8 days after the due day", "8 d after due day"},
        {"2026-02-02", "demand_letter", "14 days after the last letter", "14 d after letter"},
        {"2026-02-02", "hand_over", "21 days after the last letter", "21 d after letter"},
        {"2026-02-02", "reminder_call", "about 9 days after the last contact", "about 9 d after contact"},
        {"2026-03-10", "friendly_letter", "its day has passed", "day passed"},
        {"2026-02-02", "courtesy", "does not come", "does not come"},
    };
    CadenceCase about = owing(DEBTOR_BUSINESS, "BE", 'B');
    for (size_t i = 0; i < G_N_ELEMENTS(rows); i++) {
        g_autofree char *why = why_words(&about, rows[i].today, rows[i].reason, false);
        g_autofree char *brief = why_words(&about, rows[i].today, rows[i].reason, true);
        g_assert_cmpstr(why, ==, rows[i].why);
        g_assert_cmpstr(brief, ==, rows[i].brief);
    }
    about.letter_wanted = true;
    g_autofree char *wanted = why_words(&about, "2026-02-05", "friendly_letter", false);
    g_assert_cmpstr(wanted, ==, "several calls in vain");
    about.contact = on("2026-02-08");
    about.letter_wanted = false;
    g_autofree char *quiet = why_words(&about, "2026-02-08", "friendly_letter", false);
    g_assert_cmpstr(quiet, ==, "not so soon after the last contact");
}

static void test_kinds(void)
{
    static const struct {
        DebtorKind kind;
        const char *country;
        bool clause;
        const char *letters;
    } rows[] = {
        {DEBTOR_PUBLIC, "BE", true, "friendly_letter demand_letter notice_letter"},
        {DEBTOR_CONSUMER, "BE", true, "free_letter demand_letter notice_letter"},
        {DEBTOR_UNKNOWN, "BE", true, "friendly_letter"},
        {DEBTOR_CONSUMER, "BE", false, "friendly_letter demand_letter notice_letter"},
        {DEBTOR_CONSUMER, "NL", false, "friendly_letter term_letter notice_letter"},
        {DEBTOR_UNKNOWN, "NL", false, "friendly_letter"},
        {DEBTOR_BUSINESS, "NL", false, "friendly_letter demand_letter notice_letter"},
        {DEBTOR_CONSUMER, "FR", true, "friendly_letter demand_letter notice_letter"},
    };
    for (size_t i = 0; i < G_N_ELEMENTS(rows); i++) {
        CadenceCase about = owing(rows[i].kind, rows[i].country, 'B');
        about.clause = rows[i].clause;
        g_autofree char *words = way_words(&about, "2026-02-02", true);
        g_assert_cmpstr(words, ==, rows[i].letters);
    }
}

static CadenceMark of_step(const CadenceCase *about, const char *step, const char *today)
{
    const CadenceRules by = rules();
    for (size_t i = 0; i < cadence_count(cadence); i++)
        if (strcmp(cadence_step(cadence, i)->reason, step) == 0)
            return cadence_judge(&by, about, on(today), i);
    g_assert_not_reached();
}

static void check_day(CadenceMark mark, const char *iso)
{
    g_autofree char *day = day_iso(mark.day);
    g_assert_cmpint(mark.verdict, ==, CADENCE_COMES);
    g_assert_cmpstr(day, ==, iso);
}

/* Good customers get more time, bad ones less. */
static void test_classes(void)
{
    static const struct {
        char payment_class;
        const char *day;
    } rows[] = {{'A', "2026-02-11"}, {'B', "2026-02-09"}, {'C', "2026-02-09"}}; /* C: the 7th is a Saturday */
    for (size_t i = 0; i < G_N_ELEMENTS(rows); i++) {
        const CadenceCase about = owing(DEBTOR_BUSINESS, "BE", rows[i].payment_class);
        check_day(of_step(&about, "friendly_letter", "2026-02-02"), rows[i].day);
    }
}

static CadenceCase with_letter(CadenceCase about, const CadenceLetter *letter)
{
    about.letters = letter;
    about.letter_count = 1;
    about.contact = letter->day;
    return about;
}

/* Sent on Monday 9 February by post: the third working day is the 12th, the fourteenth of the term the 25th. */
static void test_belgian_consumer(void)
{
    CadenceCase about = owing(DEBTOR_CONSUMER, "BE", 'C');
    about.clause = true;
    g_assert_cmpint(of_step(&about, "friendly_letter", "2026-02-09").why, ==, CADENCE_WHY_REPLACED);
    g_assert_cmpint(of_step(&about, "demand_letter", "2026-02-09").verdict, ==, CADENCE_WAITS);
    const CadenceLetter posted = {"first_reminder_be", on("2026-02-09"), SENT_BY_POST};
    about = with_letter(about, &posted);
    CadenceMark demand = of_step(&about, "demand_letter", "2026-02-10");
    check_day(demand, "2026-02-26");
    g_assert_cmpint(demand.why, ==, CADENCE_WHY_LEGAL_TERM);
    const CadenceLetter mailed = {"first_reminder_be", on("2026-02-09"), SENT_ELECTRONICALLY};
    about = with_letter(about, &mailed);
    check_day(of_step(&about, "demand_letter", "2026-02-10"), "2026-02-24");
}

/* A letter of the house that says in its header what it starts counts like the shipped one. */
static void test_own_letter_starts_the_term(void)
{
    CadenceCase about = owing(DEBTOR_CONSUMER, "BE", 'B');
    about.clause = true;
    const CadenceLetter letters[] = {{"our_own", on("2026-02-05"), SENT_BY_POST},
                                     {"demand", on("2026-02-27"), SENT_BY_POST}};
    about.letters = letters;
    about.letter_count = G_N_ELEMENTS(letters);
    about.contact = on("2026-02-27");
    g_assert_cmpint(of_step(&about, "notice_letter", "2026-05-20").verdict, ==, CADENCE_COMES);
}

/* An ordinary reminder starts no term: nothing firmer comes before the free one has gone. */
static void test_wrong_letter_starts_no_term(void)
{
    CadenceCase about = owing(DEBTOR_CONSUMER, "BE", 'B');
    about.clause = true;
    const CadenceLetter friendly = {"reminder", on("2026-02-09"), SENT_ELECTRONICALLY};
    about = with_letter(about, &friendly);
    check_day(of_step(&about, "free_letter", "2026-02-11"), "2026-02-11");
    CadenceMark demand = of_step(&about, "demand_letter", "2026-03-20");
    g_assert_cmpint(demand.verdict, ==, CADENCE_WAITS);
    const CadenceLetter demanded = {"demand", on("2026-02-20"), SENT_ELECTRONICALLY};
    about = with_letter(about, &demanded);
    CadenceMark notice = of_step(&about, "notice_letter", "2026-05-20");
    g_assert_cmpint(notice.verdict, ==, CADENCE_WAITS);
    g_assert_cmpint(notice.why, ==, CADENCE_WHY_LEGAL_LETTER);
}

/* A consumer's letter announces costs that nobody would ever ask of him: first somebody says what he is. */
static void test_kind_unknown(void)
{
    static const char *const COUNTRIES[] = {"BE", "NL"};
    for (size_t i = 0; i < G_N_ELEMENTS(COUNTRIES); i++) {
        CadenceCase about = owing(DEBTOR_UNKNOWN, COUNTRIES[i], 'B');
        about.clause = true;
        g_assert_cmpint(of_step(&about, "friendly_letter", "2026-02-09").verdict, ==, CADENCE_COMES);
        g_assert_cmpint(of_step(&about, "free_letter", "2026-02-09").why, ==, CADENCE_WHY_KIND);
        g_assert_cmpint(of_step(&about, "term_letter", "2026-02-09").why, ==, CADENCE_WHY_KIND);
        const CadenceLetter friendly = {"reminder", on("2026-02-09"), SENT_ELECTRONICALLY};
        about = with_letter(about, &friendly);
        CadenceMark demand = of_step(&about, "demand_letter", "2026-03-20");
        g_assert_cmpint(demand.verdict, ==, CADENCE_WAITS);
        g_assert_cmpint(demand.why, ==, CADENCE_WHY_KIND_UNKNOWN);
    }
}

static void test_dutch_consumer(void)
{
    CadenceCase about = owing(DEBTOR_CONSUMER, "NL", 'C');
    const CadenceLetter letters[] = {{"reminder", on("2026-02-09"), SENT_ELECTRONICALLY},
                                     {"notice_14_days", on("2026-02-25"), SENT_BY_POST}};
    about.letters = letters;
    about.letter_count = 1;
    about.contact = on("2026-02-09");
    g_assert_cmpint(of_step(&about, "demand_letter", "2026-02-25").why, ==, CADENCE_WHY_REPLACED);
    check_day(of_step(&about, "term_letter", "2026-02-10"), "2026-02-23");
    about.letter_count = 2;
    about.contact = on("2026-02-25");
    const CadenceRules by = rules();
    LegalPeriod term = legal_letter14(rates, calendar, SENT_BY_POST, on("2026-02-25"), DAY_NONE);
    CadenceMark notice = of_step(&about, "notice_letter", "2026-02-26");
    g_assert_cmpint(notice.verdict, ==, CADENCE_COMES);
    g_assert_cmpint(day_compare(notice.day, term.after), >=, 0);
    CadenceMark next = cadence_letter(&by, &about, on("2026-02-26"));
    g_assert_cmpstr(next.step->reason, ==, "notice_letter");
}

/* Whoever sends a firmer letter by hand does not go back to a friendly one. */
static void test_letters_by_hand_count(void)
{
    CadenceCase about = owing(DEBTOR_BUSINESS, "BE", 'B');
    const CadenceLetter friday = {"reminder_friday", on("2026-02-06"), SENT_ELECTRONICALLY};
    CadenceCase reminded = with_letter(about, &friday);
    g_assert_cmpint(of_step(&reminded, "friendly_letter", "2026-02-10").verdict, ==, CADENCE_DONE);
    check_day(of_step(&reminded, "demand_letter", "2026-02-10"), "2026-02-20"); /* 14 days after it */
    const CadenceLetter demand = {"demand", on("2026-02-06"), SENT_ELECTRONICALLY};
    CadenceCase pressed = with_letter(about, &demand);
    g_assert_cmpint(of_step(&pressed, "friendly_letter", "2026-02-10").why, ==, CADENCE_WHY_FIRMER);
    check_day(of_step(&pressed, "notice_letter", "2026-02-10"), "2026-02-20");
    const CadenceLetter copy = {"copy", on("2026-02-06"), SENT_ELECTRONICALLY};
    CadenceCase asked = with_letter(about, &copy);
    g_assert_cmpint(of_step(&asked, "friendly_letter", "2026-02-10").verdict, ==, CADENCE_COMES);
}

/* A missed call comes before a letter; a letter nobody waited for still has its own day. */
static void test_missed_call_first(void)
{
    CadenceCase about = owing(DEBTOR_BUSINESS, "BE", 'B');
    about.contact = DAY_NONE;
    const CadenceRules by = rules();
    g_assert_cmpstr(cadence_next(&by, &about, on("2026-03-02")).step->reason, ==, "day_30");
    CadenceMark letter = cadence_letter(&by, &about, on("2026-03-02"));
    g_assert_cmpstr(letter.step->reason, ==, "friendly_letter");
    check_day(letter, "2026-03-02");
}

static void test_wanted_at_once(void)
{
    CadenceCase about = owing(DEBTOR_BUSINESS, "BE", 'A');
    about.contact = on("2026-02-03");
    check_day(of_step(&about, "friendly_letter", "2026-02-05"), "2026-02-11");
    about.letter_wanted = true;
    check_day(of_step(&about, "friendly_letter", "2026-02-05"), "2026-02-05");
}

/* Never the same interval twice running, whoever it is and however long it takes; the same data give the same days. */
static void test_never_the_same_interval(void)
{
    static const DebtorKind kinds[] = {DEBTOR_BUSINESS, DEBTOR_CONSUMER, DEBTOR_UNKNOWN, DEBTOR_PUBLIC};
    const CadenceRules by = rules();
    for (int customer = 0; customer < 240; customer++) {
        g_autofree char *number = g_strdup_printf("K%05d", customer);
        CadenceCase about = owing(kinds[customer % 4], customer % 2 == 0 ? "BE" : "NL", "ABC"[customer % 3]);
        about.number = number;
        about.clause = customer % 5 == 0;
        about.due = day_plus(about.due, customer % 17);
        about.issued = day_plus(about.due, -30);
        about.contact = DAY_NONE;
        g_autoptr(GArray) way = cadence_way(&by, &about, about.issued, 16);
        g_autoptr(GArray) again = cadence_way(&by, &about, about.issued, 16);
        int previous = 0;
        for (guint i = 0; i < way->len; i++) {
            const CadenceMark *mark = &g_array_index(way, CadenceMark, i);
            g_assert_cmpint(mark->day.number, ==, g_array_index(again, CadenceMark, i).day.number);
            g_assert_true(calendar_is_business_day(calendar, about.country, mark->day));
            if (i == 0)
                continue;
            int gap = day_minus(mark->day, g_array_index(way, CadenceMark, i - 1).day);
            g_assert_cmpint(gap, >=, 2);
            g_assert_cmpint(gap, !=, previous);
            previous = gap;
        }
    }
}

#define REST                                                                                                           \
    "[step.again]\nrepeats = yes\nlabel_en = again\n"                                                                  \
    "[gap.a]\ndays = 9\njitter = 2\n[gap.b]\ndays = 9\njitter = 2\n[gap.c]\ndays = 9\njitter = 2\n"                    \
    "[calls]\nquiet_days = 2\nretry_margin_minutes = 10\nretry_step_minutes = 5\n"
#define LETTER "[step.x]\nchannel = letter\ndocument = reminder\nafter_days = 8\nfrom = due\nlabel_en = x\n"

static void check_refused(const char *text, const char *word)
{
    char *path = NULL;
    int fd = g_file_open_tmp("belronde-cadence-XXXXXX", &path, NULL);
    g_assert_cmpint(fd, >=, 0);
    close(fd);
    g_autofree char *whole = g_strconcat(text, REST, NULL);
    g_assert_true(g_file_set_contents(path, whole, -1, NULL));
    g_autoptr(GError) error = NULL;
    g_autoptr(Cadence) loaded = cadence_load(path, &error);
    g_assert_true((loaded != NULL) == (word == NULL));
    if (word == NULL)
        g_assert_no_error(error);
    else {
        g_assert_error(error, BELRONDE_ERROR, BELRONDE_ERROR_INPUT);
        g_test_message("%s", error->message);
        g_assert_nonnull(strstr(error->message, word));
    }
    g_unlink(path);
    g_free(path);
}

static void test_mistakes(void)
{
    check_refused(LETTER, NULL);
    check_refused("[step.x]\nchannel = fax\nafter_days = 8\nfrom = due\nlabel_en = x\n", ":2: channel must be");
    check_refused("[step.x]\nchannel = letter\nafter_days = 8\nfrom = due\nlabel_en = x\n", ":1: a letter needs");
    check_refused("[step.x]\ndocument = a\nafter_days = 8\nfrom = due\nlabel_en = x\n", ":1: only a letter");
    check_refused(LETTER "class = d\n", ":7: class must be");
    check_refused(LETTER "kind = unknown\n", ":7: kind must be");
    check_refused(LETTER "country = belgium\n", ":7: country must be");
    check_refused(LETTER "instead_of = y\n", ":7: instead_of must be");
    check_refused(LETTER "[step.y]\nchannel = letter\ndocument = demand\nafter_days = 3\nfrom = z\nlabel_en = y\n",
                  ":11: from must be");
    check_refused(LETTER "after_days_d = 3\n", ":7: there is no key after_days_d");
    check_refused("[step.x]\nafter_days_a = 8\nfrom = due\nlabel_en = x\n", ":1: a step needs after_days");
    check_refused("[step.x]\nafter_days_a = 8\nafter_days_b = 8\nafter_days_c = 8\nfrom = due\nlabel_en = x\n", NULL);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    i18n_start("en");
    g_autofree char *days = path_shipped("calendar.ini");
    g_autofree char *path = path_shipped("cadence.ini");
    g_autoptr(GError) error = NULL;
    calendar = calendar_load(days, &error);
    g_assert_no_error(error);
    rates = rates_open(false, &error);
    g_assert_no_error(error);
    cadence = cadence_load(path, &error);
    g_assert_no_error(error);
    g_test_add_func("/way/letter, call, demand, call, notice, hand-over", test_whole_way);
    g_test_add_func("/way/every contact says why it comes on its day", test_why);
    g_test_add_func("/way/consumers get the letters the law asks for, firms and others do not", test_kinds);
    g_test_add_func("/way/good customers are given more days", test_classes);
    g_test_add_func("/way/a Belgian consumer has the whole term of the free reminder", test_belgian_consumer);
    g_test_add_func("/way/a reminder without the legal contents starts no term", test_wrong_letter_starts_no_term);
    g_test_add_func("/way/a letter of the house's own starts the term as the shipped one",
                    test_own_letter_starts_the_term);
    g_test_add_func("/way/a Dutch consumer has the whole term of the 14-day letter", test_dutch_consumer);
    g_test_add_func("/way/of whom nobody said what he is gets no letter of consumers", test_kind_unknown);
    g_test_add_func("/way/letters sent by hand count, copies do not", test_letters_by_hand_count);
    g_test_add_func("/way/a call that was missed comes before a letter", test_missed_call_first);
    g_test_add_func("/way/after calls in vain the letter comes at once", test_wanted_at_once);
    g_test_add_func("/way/no two contacts in a row are equally far apart", test_never_the_same_interval);
    g_test_add_func("/way/mistakes about letters are named with their line", test_mistakes);
    int status = g_test_run();
    cadence_free(cadence);
    rates_free(rates);
    calendar_free(calendar);
    return status;
}
