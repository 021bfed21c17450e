/* The questions of every outcome: what is suggested, how typing in three languages is understood, what is refused. */
#include "form_fixture.h"

#include <locale.h>

/* --- Fourteen outcomes, typed in three languages ------------------------------------------------------------ */

static const struct {
    const char *letter;
    int times;
    const char *typed[3]; /* en, nl, fr */
    const char *values, *promises, *steps;
} rows[] = {
    {"B",
     1,
     {"when=tomorrow 14:30", "when=morgen 14u30", "when=demain 14h30"},
     "when=2026-02-25 14:30 with=An Wils",
     "",
     "callback 2026-02-25 14:30 rings for 1"},
    {"C",
     1,
     {"number=4471902 | posted=yesterday", "number=4471902 | posted=gisteren", "number=4471902 | posted=hier"},
     "number=4471902 amount=4852.60 posted=2026-02-23 qr=yes",
     "cheque 4852.60 by 2026-03-02, broken 2026-03-02",
     "cheque 2026-03-02 #0"},
    {"P",
     1,
     {"by=fr", "by=vr | how=O", "by=ve | how=V"},
     "amount=4852.60 by=2026-02-27 how=transfer confirm=yes",
     "promise 4852.60 by 2026-02-27, broken 2026-03-02",
     "promise 2026-03-02 09:30 #0"},
    {"I",
     1,
     {"run=27/2 | missing=A | approver=Luc", "run=27/2 | missing=G | approver=Luc",
      "run=27/2 | missing=approbation | approver=Luc"},
     "run=2026-02-27 missing=approval approver=Luc Peeters",
     "",
     "approval 2026-02-25 for 2; in_system 2026-03-03"},
    {"A",
     1,
     {"back=mo | spoke_to=Kim", "back=ma | spoke_to=Kim", "back=lu | spoke_to=Kim"},
     "asked_for=An Wils back=2026-03-02 spoke_to=Kim next=same",
     "",
     "away 2026-03-02 09:20 for 1"},
    {"A",
     2,
     {"back=mo", "back=ma", "back=lu"},
     "asked_for=An Wils back=2026-03-02 next=higher",
     "",
     "away 2026-03-02 09:20 for 2"},
    {"L",
     1,
     {"", "", ""},
     "invoices=2025-1312,2025-1355,2026-0041 to=an@peeters.example by=email qr=yes",
     "",
     "resend 2026-02-26"},
    {"O",
     1,
     {"paid_on=yesterday", "paid_on=gisteren", "paid_on=hier"},
     "paid_on=2026-02-23 amount=4852.60",
     "paid 4852.60 by 2026-02-26, broken 2026-02-26",
     "paid_check 2026-02-26 #0"},
    {"D",
     1,
     {"invoice=1355 | reason=P | disputed=292,60 | what=3% discount | owner=tom | rest_by=fr",
      "invoice=1355 | reason=prijs | disputed=292.60 | what=3% discount | owner=tom | rest_by=vr",
      "invoice=1355 | reason=prix | disputed=292,60 | what=3% discount | owner=tom | rest_by=ve"},
     "invoice=2025-1355 reason=price disputed=292.60 what=3% discount owner=tom rest_by=2026-02-27",
     "promise 4560.00 by 2026-02-27, broken 2026-03-02",
     "dispute 2026-03-02 dispute; promise 2026-03-02 09:30 #0"},
    {"S",
     1,
     {"parts=3 | first=1/3", "parts=3 | first=1/3 | every=maand", "parts=3 | first=1/3 | every=mois"},
     "parts=3 first=2026-03-02 every=month down=0.00 falls_due=yes letter=yes",
     "instalment 1617.53 by 2026-03-02, broken 2026-03-03; instalment 1617.53 by 2026-04-01, broken 2026-04-02; "
     "instalment 1617.54 by 2026-05-04, broken 2026-05-05",
     "plan 2026-03-03 09:30 #0; plan 2026-04-02 09:30 #1; plan 2026-05-05 09:30 #2"},
    {"R",
     1,
     {"reason=M | next=C | deadline=3/3", "reason=G | next=C | deadline=3/3", "reason=F | next=C | deadline=3/3"},
     "reason=money next=chief deadline=2026-03-03",
     "",
     "chief 2026-02-25; notice 2026-03-03"},
    {"W", 1, {"", "", ""}, "number=+3252441809 source=not_found", "", "find_no 2026-02-24 16:00"},
    {"W",
     1,
     {"new=052 44 18 11", "new=052 44 18 11", "new=052 44 18 11"},
     "number=+3252441809 new=+3252441811 source=website",
     "",
     "call 2026-02-24"},
    {"G", 1, {"", "", ""}, "", "", ""},
    {"H", 1, {"", "", ""}, "addresses=yes by=email again=2026-03-03", "", "arrange 2026-03-03"},
    {"PART",
     1,
     {"amount=2000 | by=fr | rest_by=1/4", "amount=2000 | by=vr | rest_by=1/4", "amount=2000 | by=ve | rest_by=1/4"},
     "amount=2000.00 by=2026-02-27 rest_by=2026-04-01 how=transfer confirm=yes",
     "promise 2000.00 by 2026-02-27, broken 2026-03-02; promise 2852.60 by 2026-04-01, broken 2026-04-02",
     "promise 2026-03-02 09:30 #0; promise 2026-04-02 09:30 #1"},
    {"DEM",
     1,
     {"consequence=N", "consequence=I", "consequence=M"},
     "deadline=2026-03-04 consequence=notice_sent by=email to=an@peeters.example",
     "",
     "deadline 2026-03-05"},
    {"ESC", 1, {"", "", ""}, "whom=management", "", "call 2026-02-25 for 2"},
    {"GK", 1, {"with=Kim", "with=Kim", "with=Kim"}, "with=Kim", "", "message 2026-02-25"},
    {"INS",
     1,
     {"opened=yesterday | administrator=Mr Bos", "opened=gisteren | administrator=Mr Bos",
      "opened=hier | administrator=Mr Bos"},
     "opened=2026-02-23 administrator=Mr Bos claim_by=2026-03-10",
     "",
     "claim 2026-03-10"},
    {"AGY", 1, {"whom=B | file=77", "whom=D | file=77", "whom=H | file=77"}, "whom=bailiff file=77", "", ""},
};

static void test_outcomes(void)
{
    static const char *const languages[] = {"en", "nl", "fr"};
    for (int language = 0; language < 3; language++) {
        Fixture fixture;
        fixture_start(&fixture, languages[language]);
        for (size_t i = 0; i < G_N_ELEMENTS(rows); i++) {
            ask(&fixture, rows[i].letter, rows[i].times);
            type(&fixture, rows[i].typed[language]);
            accepted(&fixture);
            g_autofree char *values = values_text(&fixture), *promises = promises_text(&fixture),
                            *steps = steps_text(&fixture);
            g_assert_cmpstr(values, ==, rows[i].values);
            g_assert_cmpstr(promises, ==, rows[i].promises);
            g_assert_cmpstr(steps, ==, rows[i].steps);
            g_assert_cmpuint(form_next_open(fixture.form, SIZE_MAX), ==, SIZE_MAX);
        }
        fixture_end(&fixture);
    }
}

/* --- No answer ------------------------------------------------------------------------------------------------ */

static void test_no_answer(void)
{
    Fixture fixture;
    fixture_start(&fixture, "en");
    ask(&fixture, "N", 1);
    accepted(&fixture);
    Moment retry = form_value_moment(fixture.form, "retry");
    g_assert_cmpint(retry.day.number, ==, day_of("2026-02-25").number);
    g_assert_cmpint(retry.minute, <, 12 * 60); /* the afternoon failed: the morning is tried */
    g_assert_true(form_field(fixture.form, 1)->suggested);
    type(&fixture, "how=B");
    g_assert_cmpint(form_value_day(fixture.form, "retry").number, ==, clock_today().number);
    g_assert_cmpint(form_value_moment(fixture.form, "retry").minute, ==, 14 * 60 + 27);
    ask(&fixture, "N", 4);
    g_autofree char *steps = steps_text(&fixture);
    g_assert_true(g_str_has_prefix(steps, "letter 2026-02-24; no_answer 2026-02-25"));
    g_assert_nonnull(strstr(form_script(fixture.form)[0], "further voicemail"));
    fixture_end(&fixture);
}

/* --- Echoes --------------------------------------------------------------------------------------------------- */

static void test_echoes(void)
{
    static const struct {
        const char *outcome, *typed, *field, *echo;
    } cases[] = {
        {"P", "", "amount", "all 3 invoices"},
        {"P", "amount=4.852,60", "amount", "all 3 invoices"},
        {"P", "amount=1000", "amount", "1.000,00; rest 3.852,60 stays due"},
        {"P", "by=fr", "by", "Fri 27 Feb"},
        {"C", "posted=yesterday", "posted", "Mon 23 Feb"},
        {"D", "invoice=1355 | disputed=292,60", "disputed", "rest 4.560,00 stays due"},
        {"D", "invoice=1355", "invoice", "2025-1355  1.492,60"},
        {"B", "when=tomorrow 14:30", "when", "Wed 25 Feb 14:30  free"},
        {"S", "first=1/3", "first", "Mon 2 Mar (1/3 is Sun)"},
        {"L", "", "invoices", "all 3 invoices  4.852,60"},
        {"L", "invoices=1312, 0041", "invoices", "2 of 3 invoices  3.360,00"},
        {"W", "new=052 44 18 11", "new", "+32 52 44 18 11"},
        {"A", "next=H", "next", "Luc Peeters"},
        {"C", "", "qr", "an@peeters.example"},
        {"B", "with=luc", "with", "Luc Peeters"},
        {"B", "with=Mieke", "with", "not among the contacts"},
    };
    Fixture fixture;
    fixture_start(&fixture, "en");
    for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
        ask(&fixture, cases[i].outcome, 1);
        type(&fixture, cases[i].typed);
        g_assert_null(field_of(&fixture, cases[i].field)->problem);
        g_assert_cmpstr(field_of(&fixture, cases[i].field)->echo, ==, cases[i].echo);
    }
    fixture_end(&fixture);
}

static void test_contact_hours(void)
{
    Fixture fixture;
    fixture_start(&fixture, "en");
    ask(&fixture, "B", 1);
    type(&fixture, "when=tomorrow 22:00");
    const FormField *when = field_of(&fixture, "when");
    g_assert_null(when->problem); /* a warning, never a question */
    g_assert_nonnull(strstr(when->echo, "  ! "));
    accepted(&fixture);
    g_autofree char *steps = steps_text(&fixture);
    g_assert_cmpstr(steps, ==, "callback 2026-02-25 22:00 rings for 1");
    fixture_end(&fixture);
}

/* --- Refusals ------------------------------------------------------------------------------------------------- */

static void test_refusals(void)
{
    static const struct {
        const char *outcome, *typed, *field, *word;
    } cases[] = {
        {"P", "", "by", "needs an answer"},
        {"P", "by=32/1", "by", "32/1"},
        {"P", "by=foo", "by", "foo"},
        {"P", "by=27/2/2062", "by", "more than a year away"},
        {"P", "by=fr | amount=4852,61", "amount", "4.852,60"},
        {"P", "by=fr | amount=0", "amount", "above zero"},
        {"P", "by=fr | amount=12e3", "amount", "12e3"},
        {"P", "by=fr | amount=1.23,456", "amount", "1.23,456"},
        {"P", "by=fr | how=X", "how", "T transfer"},
        {"B", "when=25:00", "when", "25:00"},
        {"C", "number=1 | amount=10 | posted=", "posted", "needs an answer"},
        {"D", "invoice=9999", "invoice", "9999"},
        {"D", "invoice=1355 | reason=P | disputed=1492,61 | what=x", "disputed", "1.492,60"},
        {"S", "parts=37 | first=1/3", "parts", "at most 36"},
        {"S", "parts=3 | first=1/3/2099", "first", "more than a year away"},
        {"S", "parts=99999,00 | first=1/3", "parts", "more than the 4.852,60"},
        {"S", "parts=three | first=1/3", "parts", "at most 36"},
        {"S", "parts=3 | first=1/3 | down=5000", "down", "4.852,60"},
        {"L", "to= | by=email", "to", "e-mail address"},
        {"L", "to=an@peeters@example", "to", "one e-mail"},
        {"W", "new=12", "new", "6 to 15"},
        {"L", "qr=perhaps", "qr", "yes or no"},
        {"R", "reason=M | next=C", "deadline", "needs an answer"},
    };
    Fixture fixture;
    fixture_start(&fixture, "en");
    for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
        ask(&fixture, cases[i].outcome, 1);
        type(&fixture, cases[i].typed);
        refused(&fixture, cases[i].field, cases[i].word);
    }
    item_of(&fixture, 2)->number = (char *)"2026-1355";
    ask(&fixture, "D", 1);
    type(&fixture, "invoice=1355");
    refused(&fixture, "invoice", "Several open invoices");
    fixture_end(&fixture);
}

static void test_unknown_field(void)
{
    Fixture fixture;
    g_autoptr(GError) error = NULL;
    fixture_start(&fixture, "en");
    ask(&fixture, "P", 1);
    g_assert_false(form_set_named(fixture.form, "colour", "red", &error));
    g_assert_error(error, BELRONDE_ERROR, BELRONDE_ERROR_INPUT);
    g_assert_nonnull(strstr(error->message, "amount"));
    g_assert_true(form_set_named(fixture.form, "BY", "fr", NULL));
    fixture_end(&fixture);
}

int main(int argc, char **argv)
{
    setlocale(LC_ALL, "");
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/form/every outcome understands English, Dutch and French typing", test_outcomes);
    g_test_add_func("/form/no answer takes the other half of the day, busy twenty minutes", test_no_answer);
    g_test_add_func("/form/what was understood is echoed", test_echoes);
    g_test_add_func("/form/an hour outside contact hours warns and is accepted", test_contact_hours);
    g_test_add_func("/form/a bad value is refused with a sentence and keeps the cursor", test_refusals);
    g_test_add_func("/form/an unknown field is named with the known ones", test_unknown_field);
    return g_test_run();
}
