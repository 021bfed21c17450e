/* What the customer brings into a form: promises, disputes, credits, people, country, language. */
#include "form_fixture.h"

#include <locale.h>

/* --- What is promised already ---------------------------------------------------------------------------------- */

static void promise_live(Fixture *fixture, Cents amount, guint item)
{
    Promise *promise = g_new0(Promise, 1);
    *promise = (Promise){.id = 1, .amount = amount, .state = PROMISE_OPEN, .due = day_of("2026-02-27")};
    g_strlcpy(promise->currency, "EUR", sizeof promise->currency);
    g_ptr_array_add(fixture->card.promises, promise);
    item_of(fixture, item)->promised = amount;
    money_of(fixture)->promised = amount;
    money_of(fixture)->ask -= amount;
}

static void test_promised_already(void)
{
    Fixture fixture;
    fixture_start(&fixture, "en");
    ask(&fixture, "P", 1);
    g_assert_false(field_of(&fixture, "replace")->visible);
    promise_live(&fixture, 185000, 0);
    ask(&fixture, "P", 1);
    g_assert_true(field_of(&fixture, "replace")->visible);
    g_assert_cmpstr(form_value(fixture.form, "amount"), ==, "3002.60");
    type(&fixture, "by=fr | amount=3002,61");
    refused(&fixture, "amount", "Replaces");
    type(&fixture, "replace=yes");
    accepted(&fixture);
    type(&fixture, "amount=4852,60");
    accepted(&fixture);
    type(&fixture, "amount=4852,61");
    refused(&fixture, "amount", "4.852,60");
    ask(&fixture, "S", 1); /* a plan takes the place of the promise: the whole sum is split */
    type(&fixture, "parts=2 | first=1/4");
    g_autofree char *promises = promises_text(&fixture);
    g_assert_true(g_str_has_prefix(promises, "instalment 2426.30 by 2026-04-01"));
    fixture_end(&fixture);
}

static void test_everything_promised(void)
{
    Fixture fixture;
    fixture_start(&fixture, "en");
    promise_live(&fixture, 185000, 0);
    money_of(&fixture)->promised = 485260;
    money_of(&fixture)->ask = 0;
    ask(&fixture, "P", 1);
    g_assert_cmpstr(form_value(fixture.form, "replace"), ==, "yes");
    g_assert_cmpstr(form_value(fixture.form, "amount"), ==, "4852.60");
    fixture_end(&fixture);
}

static void test_disputed_and_credit(void)
{
    Fixture fixture;
    fixture_start(&fixture, "en");
    item_of(&fixture, 1)->disputed = 29260;
    money_of(&fixture)->disputed = 29260;
    money_of(&fixture)->unallocated = 10000;
    money_of(&fixture)->ask = 485260 - 29260 - 10000;
    ask(&fixture, "P", 1);
    g_assert_cmpstr(form_value(fixture.form, "amount"), ==, "4460.00");
    item_of(&fixture, 0)->marked = false;
    item_of(&fixture, 2)->marked = false;
    ask(&fixture, "P", 1);
    g_assert_cmpstr(form_value(fixture.form, "amount"), ==, "1200.00");
    g_assert_cmpstr(field_of(&fixture, "amount")->echo, ==, "1 of 3 invoices");
    g_assert_cmpuint(form_items(fixture.form)->len, ==, 1);
    fixture_end(&fixture);
}

/* --- People ----------------------------------------------------------------------------------------------------- */

static void test_no_management(void)
{
    Fixture fixture;
    fixture_start(&fixture, "en");
    ((CardContact *)g_ptr_array_index(fixture.card.contacts, 1))->role = (char *)"purchase";
    ask(&fixture, "A", 3);
    g_assert_cmpstr(form_value(fixture.form, "next"), ==, "same");
    type(&fixture, "back=mo | next=higher");
    refused(&fixture, "next", "management");
    ask(&fixture, "ESC", 1);
    g_assert_cmpstr(form_value(fixture.form, "whom"), ==, "chief");
    fixture_end(&fixture);
}

static void test_no_email(void)
{
    Fixture fixture;
    fixture_start(&fixture, "en");
    ((CardContact *)g_ptr_array_index(fixture.card.contacts, 0))->email = (char *)"";
    ask(&fixture, "L", 1);
    g_assert_cmpstr(form_value(fixture.form, "by"), ==, "post");
    accepted(&fixture);
    ask(&fixture, "P", 1);
    g_assert_cmpstr(form_value(fixture.form, "confirm"), ==, "no");
    ask(&fixture, "H", 1);
    type(&fixture, "by=email");
    refused(&fixture, "by", "e-mail");
    fixture_end(&fixture);
}

static void test_country(void)
{
    Fixture fixture;
    fixture_start(&fixture, "en");
    fixture.card.country = (char *)"FR";
    ask(&fixture, "C", 1);
    type(&fixture, "number=1 | posted=yesterday");
    g_autofree char *steps = steps_text(&fixture);
    g_assert_cmpstr(steps, ==, "cheque 2026-03-05 #0"); /* seven bank days: French post and clearing */
    fixture.card.country = (char *)"NL";
    ask(&fixture, "C", 1);
    g_autofree char *lines = g_strjoinv("\n", (char **)form_consequences(fixture.form));
    g_assert_nonnull(strstr(lines, "2021"));
    ask(&fixture, "H", 1);
    g_autofree char *help = g_strjoinv("\n", (char **)form_consequences(fixture.form));
    g_assert_nonnull(strstr(help, "Geldfit"));
    g_assert_null(strstr(help, "CPAS"));
    fixture_end(&fixture);
}

/* --- Lines and titles ------------------------------------------------------------------------------------------ */

static void test_lines(void)
{
    Fixture fixture;
    fixture_start(&fixture, "en");
    ask(&fixture, "P", 1);
    g_assert_cmpstr(form_title(fixture.form), ==, "Promise to pay (kept 2, broken 1)");
    g_assert_null(strstr(form_consequences(fixture.form)[0], "Bank check")); /* no date yet, no line about it */
    type(&fixture, "by=fr");
    g_assert_cmpstr(form_consequences(fixture.form)[0], ==,
                    "Bank check Mon 02/03 09:30; if short: a call about exactly what is missing.");
    g_assert_cmpstr(form_script(fixture.form)[0], ==, "“So you pay 4.852,60 by 27/02. May I confirm that by mail?”");
    g_autofree char *summary = form_summary(fixture.form);
    g_assert_cmpstr(summary, ==, "4.852,60 by Fri 27 Feb");
    ask(&fixture, "B", 2);
    g_assert_cmpstr(form_title(fixture.form), ==, "“I will call you back” (2nd time)");
    ask(&fixture, "B", 7);
    g_assert_cmpstr(form_title(fixture.form), ==, "“I will call you back” (time 7)");
    g_assert_nonnull(strstr(form_script(fixture.form)[0], "settle it now"));
    ask(&fixture, "C", 1);
    type(&fixture, "number=4471902 | posted=yesterday");
    g_assert_cmpstr(form_consequences(fixture.form)[0], ==,
                    "Not in the bank by Mon 02/03 (+4 bank days): call, cheque 4471902 not seen.");
    ask(&fixture, "S", 1);
    type(&fixture, "parts=3 | first=1/3");
    g_assert_cmpstr(form_consequences(fixture.form)[0], ==,
                    "02/03 1.617,53   01/04 1.617,53   04/05 1.617,54   total 4.852,60");
    ask(&fixture, "I", 1);
    type(&fixture, "run=27/2");
    g_assert_cmpstr(form_consequences(fixture.form)[0], ==, "Check Tue 03/03 (Pay run +2 bank days).");
    fixture_end(&fixture);
}

static void test_customer_language(void)
{
    Fixture fixture;
    fixture_start(&fixture, "en");
    fixture.card.language = (char *)"nl";
    ask(&fixture, "P", 1);
    type(&fixture, "by=fr");
    g_assert_cmpstr(form_script(fixture.form)[0], ==,
                    "“U betaalt dus 4.852,60 tegen 27/02. Mag ik dat per mail bevestigen?”");
    g_assert_cmpstr(field_of(&fixture, "by")->field->label, ==, "By");
    fixture_end(&fixture);
}

int main(int argc, char **argv)
{
    setlocale(LC_ALL, "");
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/form/no more than what is open can be promised twice", test_promised_already);
    g_test_add_func("/form/when all is promised a new promise replaces the old", test_everything_promised);
    g_test_add_func("/form/disputes and credits lower what is suggested", test_disputed_and_credit);
    g_test_add_func("/form/going higher needs a management contact", test_no_management);
    g_test_add_func("/form/without e-mail a copy goes by post", test_no_email);
    g_test_add_func("/form/cheque days and help addresses follow the country", test_country);
    g_test_add_func("/form/titles, scripts and consequences are filled in", test_lines);
    g_test_add_func("/form/the script speaks the customer's language", test_customer_language);
    return g_test_run();
}
