/* The rhythm of contacts: fixed first steps, then gaps that a customer cannot get used to. */
#include "base/error.h"
#include "base/i18n.h"
#include "base/settings.h"
#include "rules/cadence.h"

#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

static Calendar *calendar;
static Cadence *cadence; /* calls only, as a house had it before letters came: tests/model/cadence_calls.ini */
static Cadence *whole;   /* the shipped one */
static Rates *rates;

static Cadence *shipped(void)
{
    g_autofree char *path = path_shipped("cadence.ini");
    g_autoptr(GError) error = NULL;
    Cadence *loaded = cadence_load(path, &error);
    g_assert_no_error(error);
    return loaded;
}

static Day on(const char *iso)
{
    Day day = DAY_NONE;
    g_assert_true(day_parse_iso(iso, &day));
    return day;
}

static CadenceCase peeters(void)
{
    return (CadenceCase){.number = "K1",
                         .country = "BE",
                         .kind = DEBTOR_BUSINESS,
                         .payment_class = 'A',
                         .issued = on("2026-02-02"),
                         .due = on("2026-03-04"),
                         .contact = DAY_NONE};
}

/* No letter has left here. */
static bool starts(const void *house, const char *document, NoticeKind *kind)
{
    (void)house, (void)document, (void)kind;
    return false;
}

static Day next_day(const CadenceCase *about, Day today, const char **why)
{
    const CadenceRules rules = {cadence, calendar, rates, starts, NULL};
    CadenceMark mark = cadence_next(&rules, about, today);
    *why = mark.step->reason;
    return mark.day;
}

/* A Belgian customer with one invoice of 2 February 2026 (a Monday), due on 4 March. */
static void check_next(const char *today, const char *last_contact, bool first_invoice, const char *reason,
                       const char *day)
{
    const char *why = NULL;
    CadenceCase about = peeters();
    about.contact = last_contact == NULL ? DAY_NONE : on(last_contact);
    about.first_invoice = first_invoice;
    Day next = next_day(&about, on(today), &why);
    g_autofree char *text = day_iso(next);
    g_assert_cmpstr(why, ==, reason);
    g_assert_cmpstr(text, ==, day);
}

static void test_first_steps(void)
{
    check_next("2026-02-02", NULL, true, "courtesy", "2026-02-06");
    check_next("2026-02-02", NULL, false, "day_15", "2026-02-17");
    check_next("2026-02-06", "2026-02-06", true, "day_15", "2026-02-17");
    check_next("2026-02-17", "2026-02-17", false, "day_30", "2026-03-05"); /* never before it is due */
}

static void test_missed_steps(void)
{
    check_next("2026-02-10", NULL, true, "courtesy", "2026-02-10");
    check_next("2026-02-20", NULL, true, "day_15", "2026-02-20");
    check_next("2026-04-20", NULL, false, "day_30", "2026-04-20");
    check_next("2026-04-20", "2026-02-10", false, "day_30", "2026-04-20");
}

static void test_quiet_days(void)
{
    check_next("2026-02-16", "2026-02-16", false, "day_15", "2026-02-18");
    check_next("2026-02-17", "2026-02-16", false, "day_15", "2026-02-18");
}

static void test_weekend_and_holiday(void)
{
    const char *why = NULL;
    Day issued = on("2026-03-21"); /* a Saturday, 16 days before Easter Monday */
    CadenceCase about = peeters();
    about.issued = issued;
    about.due = day_plus(issued, 30);
    Day next = next_day(&about, issued, &why);
    g_autofree char *text = day_iso(next); /* day 15 is Easter Sunday */
    g_assert_cmpstr(text, ==, "2026-04-07");
}

static void test_after_the_last_step(void)
{
    const char *why = NULL;
    Day last = on("2026-03-05");
    CadenceCase about = peeters();
    about.payment_class = 'C';
    about.contact = last;
    Day next = next_day(&about, last, &why);
    g_assert_cmpstr(why, ==, "reminder_call");
    g_assert_cmpint(day_minus(next, last), >=, 4);
    g_assert_cmpint(day_minus(next, last), <=, 10); /* 6 ± 2 and a weekend */
    Day overdue = on("2026-05-04");
    next = next_day(&about, overdue, &why);
    g_assert_cmpint(next.number, ==, overdue.number);
}

/* A customer with a long term is not asked for money before the due day, whatever was missed. */
static void test_long_term(void)
{
    const char *why = NULL;
    CadenceCase about = peeters();
    about.due = on("2026-05-03");
    about.contact = on("2026-03-12");
    Day next = next_day(&about, about.contact, &why);
    g_autofree char *text = day_iso(next);
    g_assert_cmpstr(why, ==, "day_30");
    g_assert_cmpstr(text, ==, "2026-05-04");
}

static void test_gap_range(void)
{
    static const struct {
        char payment_class;
        int from, to;
    } rows[] = {{'A', 9, 15}, {'B', 7, 11}, {'C', 4, 8}};
    for (size_t i = 0; i < G_N_ELEMENTS(rows); i++) {
        int seen = 0;
        for (int contact = 0; contact < 400; contact++) {
            int gap = cadence_gap(cadence, rows[i].payment_class, "10042", contact, 0);
            g_assert_cmpint(gap, >=, rows[i].from);
            g_assert_cmpint(gap, <=, rows[i].to);
            seen |= 1 << (gap - rows[i].from);
        }
        g_assert_cmpint(seen, ==, (1 << (rows[i].to - rows[i].from + 1)) - 1); /* every gap occurs */
    }
}

static void test_gap_never_twice(void)
{
    for (int customer = 0; customer < 2000; customer++) {
        g_autofree char *number = g_strdup_printf("K%05d", customer);
        int previous = 0;
        for (int contact = 0; contact < 20; contact++) {
            int gap = cadence_gap(cadence, "ABC"[customer % 3], number, contact, previous);
            g_assert_cmpint(gap, !=, previous);
            g_assert_cmpint(gap, ==, cadence_gap(cadence, "ABC"[customer % 3], number, contact, previous));
            previous = gap;
        }
    }
}

/* What the customer sees are days of the calendar, with weekends and holidays in between. */
static void test_calls_never_equally_spaced(void)
{
    for (int customer = 0; customer < 300; customer++) {
        g_autofree char *number = g_strdup_printf("K%05d", customer);
        Day issued = day_plus(on("2026-01-05"), customer % 60), due = day_plus(issued, 30);
        Day last = day_plus(due, 2);
        int previous = 0;
        for (int call = 0; call < 12; call++) {
            const char *why = NULL;
            CadenceCase about = peeters();
            about.number = number;
            about.payment_class = "ABC"[customer % 3];
            about.issued = issued;
            about.due = due;
            about.contact = last;
            about.previous_gap = previous;
            Day next = next_day(&about, last, &why);
            g_assert_true(calendar_is_business_day(calendar, "BE", next));
            g_assert_cmpint(day_minus(next, last), !=, previous);
            g_assert_cmpint(day_minus(next, last), >=, 2);
            g_assert_cmpint(day_minus(next, last), <=, 15 + 5);
            previous = day_minus(next, last);
            last = next;
        }
    }
}

static void test_customers_differ(void)
{
    int most = 0, counts[16] = {0};
    for (int customer = 0; customer < 700; customer++) {
        g_autofree char *number = g_strdup_printf("%d", 10000 + customer);
        int gap = cadence_gap(cadence, 'A', number, 0, 0);
        counts[gap]++;
        most = MAX(most, counts[gap]);
    }
    g_assert_cmpint(most, <, 150); /* seven gaps, so about 100 each */
}

static Moment at(const char *day, int hour, int minute)
{
    return (Moment){on(day), hour * 60 + minute};
}

static void test_retry(void)
{
    Moment afternoon = cadence_retry(cadence, calendar, "house", "BE", "K1", 0, MINUTE_NONE, at("2026-02-24", 10, 0));
    g_autofree char *wednesday = day_iso(afternoon.day);
    g_assert_cmpstr(wednesday, ==, "2026-02-25");
    g_assert_cmpint(afternoon.minute, >=, 13 * 60 + 40);
    g_assert_cmpint(afternoon.minute, <=, 17 * 60 + 50);
    g_assert_cmpint(afternoon.minute % 5, ==, 0);
    Moment morning = cadence_retry(cadence, calendar, "house", "BE", "K1", 1, MINUTE_NONE, at("2026-02-27", 14, 0));
    g_autofree char *monday = day_iso(morning.day);
    g_assert_cmpstr(monday, ==, "2026-03-02");
    g_assert_cmpint(morning.minute, >=, 9 * 60 + 10);
    g_assert_cmpint(morning.minute, <=, 11 * 60 + 50);
}

static void test_retry_varied(void)
{
    for (int customer = 0; customer < 500; customer++) {
        g_autofree char *number = g_strdup_printf("K%05d", customer);
        int previous = MINUTE_NONE;
        for (int attempt = 0; attempt < 10; attempt++) {
            Moment now = at("2026-02-24", 10, 0);
            Moment retry = cadence_retry(cadence, calendar, "house", "BE", number, attempt, previous, now);
            g_assert_cmpint(retry.minute, !=, previous);
            g_assert_true(calendar_contact_hours(calendar, "house", "BE", retry).allowed);
            Moment again = cadence_retry(cadence, calendar, "house", "BE", number, attempt, previous, now);
            g_assert_cmpint(again.minute, ==, retry.minute);
            previous = retry.minute;
        }
    }
}

static void test_steps(void)
{
    g_assert_cmpuint(cadence_count(cadence), ==, 4);
    g_assert_cmpstr(cadence_step(cadence, 0)->reason, ==, "courtesy");
    g_assert_true(cadence_step(cadence, 3)->repeats);
    g_assert_cmpint(cadence_find(cadence, "day_30")->after_days[0], ==, 30);
    g_assert_null(cadence_find(cadence, "day_99"));
    static const char *const languages[] = {"en", "nl", "fr"}, *const labels[] = {"courtesy call", "servicegesprek",
                                                                                  "appel de courtoisie"};
    for (size_t i = 0; i < G_N_ELEMENTS(languages); i++) {
        i18n_set_language(languages[i]);
        g_autoptr(Cadence) translated = shipped();
        g_assert_cmpstr(cadence_find(translated, "courtesy")->label, ==, labels[i]);
    }
    i18n_set_language("en");
}

/* A label that carried a number of the call would show the customer how far he is. */
static void test_labels_are_never_counted(void)
{
    for (size_t i = 0; i < cadence_count(whole); i++) {
        const CadenceStep *step = cadence_step(whole, i);
        g_assert_cmpstr(step->label, !=, "");
        if (step->repeats)
            g_assert_null(strpbrk(step->label, "0123456789"));
    }
}

#define GAPS  "[gap.a]\ndays = 9\njitter = 2\n[gap.b]\ndays = 9\njitter = 2\n[gap.c]\ndays = 9\njitter = 2\n"
#define CALLS "[calls]\nquiet_days = 2\nretry_margin_minutes = 10\nretry_step_minutes = 5\n"
#define AGAIN "[step.again]\nrepeats = yes\nlabel_en = again\n"

static void check_refused(const char *text, const char *word)
{
    char *path = NULL;
    int fd = g_file_open_tmp("belronde-cadence-XXXXXX", &path, NULL);
    g_assert_cmpint(fd, >=, 0);
    close(fd);
    g_assert_true(g_file_set_contents(path, text, -1, NULL));
    g_autoptr(GError) error = NULL;
    g_autoptr(Cadence) loaded = cadence_load(path, &error);
    if (word == NULL) {
        g_assert_no_error(error);
        g_assert_nonnull(loaded);
    } else {
        g_assert_null(loaded);
        g_assert_error(error, BELRONDE_ERROR, BELRONDE_ERROR_INPUT);
        g_test_message("%s", error->message);
        g_assert_true(g_str_has_prefix(error->message, path));
        g_assert_nonnull(strstr(error->message, word));
    }
    g_unlink(path);
    g_free(path);
}

static void test_mistakes(void)
{
    check_refused(AGAIN GAPS CALLS, NULL);
    check_refused(GAPS CALLS, "repeats = yes");
    check_refused(AGAIN "[step.more]\nrepeats = yes\nlabel_en = more\n" GAPS CALLS, "repeats = yes");
    check_refused(AGAIN "after_days = 3\n" GAPS CALLS, ":1: a step that repeats");
    check_refused(AGAIN "[step.x]\nfrom = due\nlabel_en = x\n" GAPS CALLS, ":4: a step needs after_days");
    check_refused(AGAIN "[step.x]\nafter_days = 3\nfrom = today\nlabel_en = x\n" GAPS CALLS, ":6: from must be");
    check_refused(AGAIN "[step.x]\nafter_days = soon\nfrom = due\nlabel_en = x\n" GAPS CALLS, ":5: after_days must be");
    check_refused(AGAIN "[step.x]\nafter_days = 3\nfrom = due\n" GAPS CALLS, ":4: a step needs label_en");
    check_refused(AGAIN "colour = red\n" GAPS CALLS, ":4: there is no key colour");
    check_refused(AGAIN "label_de = wieder\n" GAPS CALLS, ":4: there is no key label_de");
    check_refused(AGAIN "not_before_due = maybe\n" GAPS CALLS, ":4: not_before_due must be yes or no");
    check_refused(AGAIN CALLS, "[gap.a] is missing");
    check_refused(AGAIN GAPS, "[calls] is missing");
    check_refused(AGAIN "[gap.a]\ndays = 3\njitter = 3\n" CALLS, ":6: the jitter must be less");
    check_refused(AGAIN "[gap.a]\ndays = 9\njitter = 0\n" CALLS, "from 1 to 60");
    check_refused(AGAIN GAPS CALLS "[holiday]\n", "no such section");
    check_refused("[step.]\n" AGAIN GAPS CALLS, ":1: there is no such section");
    check_refused(AGAIN GAPS CALLS "[calls]\n", "second time");
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    i18n_start("en");
    g_autofree char *path = path_shipped("calendar.ini");
    g_autoptr(GError) error = NULL;
    calendar = calendar_load(path, &error);
    g_assert_no_error(error);
    rates = rates_open(false, &error);
    g_assert_no_error(error);
    g_autofree char *calls = g_build_filename(g_getenv("BELRONDE_TESTS"), "model", "cadence_calls.ini", NULL);
    cadence = cadence_load(calls, &error);
    g_assert_no_error(error);
    whole = shipped();
    g_test_add_func("/cadence/a new customer gets a courtesy call, then day 15, then day 30", test_first_steps);
    g_test_add_func("/cadence/of several missed steps only the last is made up for", test_missed_steps);
    g_test_add_func("/cadence/nobody is called again within the quiet days", test_quiet_days);
    g_test_add_func("/cadence/weekends and holidays roll to the next business day", test_weekend_and_holiday);
    g_test_add_func("/cadence/after the last step the gap follows the payment class", test_after_the_last_step);
    g_test_add_func("/cadence/a long payment term is respected", test_long_term);
    g_test_add_func("/cadence/every gap of the class occurs and no other", test_gap_range);
    g_test_add_func("/cadence/no customer has the same gap twice running", test_gap_never_twice);
    g_test_add_func("/cadence/no two calls in a row are equally spaced in the calendar",
                    test_calls_never_equally_spaced);
    g_test_add_func("/cadence/customers do not share one rhythm", test_customers_differ);
    g_test_add_func("/cadence/after no answer the other half of the next business day is tried", test_retry);
    g_test_add_func("/cadence/a retry never comes at the same minute and always in contact hours", test_retry_varied);
    g_test_add_func("/cadence/steps are found by name and speak three languages", test_steps);
    g_test_add_func("/cadence/no label counts the calls", test_labels_are_never_counted);
    g_test_add_func("/cadence/mistakes in the file are named with their line", test_mistakes);
    int status = g_test_run();
    cadence_free(cadence);
    cadence_free(whole);
    rates_free(rates);
    calendar_free(calendar);
    return status;
}
