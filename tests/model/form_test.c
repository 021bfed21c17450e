/* The questions of every outcome, on a customer built by hand: what is suggested, how typing in three languages is
 * understood, what is refused, and what logging would promise and plan.  Tue 24 Feb 2026, 14:07; no database. */
#include "base/clock.h"
#include "base/error.h"
#include "base/i18n.h"
#include "desk/form_parts.h"

#include <locale.h>
#include <string.h>

typedef struct {
    Desk desk;
    Card card;
    Form *form;
} Fixture;

static Day day_of(const char *iso)
{
    Day day = DAY_NONE;
    g_assert_true(day_parse_iso(iso, &day));
    return day;
}

/* --- Bakkerij Peeters ------------------------------------------------------------------------------------ */

static CardContact *contact_new(gint64 id, const char *name, const char *role, const char *email, const char *phone)
{
    CardContact *contact = g_new0(CardContact, 1);
    *contact = (CardContact){.id = id, .name = (char *)name, .role = (char *)role, .email = (char *)email};
    contact->deputy = contact->reach = contact->role_label = (char *)"";
    contact->reachable = true;
    contact->absent_until = DAY_NONE;
    contact->phones = g_ptr_array_new_with_free_func(g_free);
    CardPhone *number = g_new0(CardPhone, 1);
    *number = (CardPhone){.id = id, .raw = (char *)phone, .e164 = (char *)"", .pretty = (char *)phone};
    g_ptr_array_add(contact->phones, number);
    return contact;
}

static void contact_done(gpointer contact)
{
    g_ptr_array_unref(((CardContact *)contact)->phones);
    g_free(contact);
}

static void item_add(Card *card, gint64 id, const char *number, const char *due, Cents open, bool marked)
{
    CardItem *item = g_new0(CardItem, 1);
    *item = (CardItem){
        .id = id, .number = (char *)number, .kind = (char *)"invoice", .amount = open, .open = open, .marked = marked};
    item->reference = item->description = item->stage = (char *)"";
    item->due = item->asked_from = day_of(due);
    item->collect_day = item->discount_until = DAY_NONE;
    item->copy = (char *)"";
    item->issued = day_plus(item->due, -30);
    item->days_late = day_minus(clock_today(), item->due);
    g_strlcpy(item->currency, "EUR", sizeof item->currency);
    g_ptr_array_add(card->items, item);
}

static void card_build(Card *card)
{
    *card = (Card){.id = 7, .payment_class = 'B', .credit_limit = 750000, .terms_days = 30, .ask_contact_id = 1};
    card->number = (char *)"1001";
    card->name = (char *)"Bakkerij Peeters BV";
    card->kind = (char *)"business";
    card->language = (char *)"en";
    card->country = (char *)"BE";
    card->vat = card->address = card->city = card->reason = (char *)"";
    card->contacts = g_ptr_array_new_with_free_func(contact_done);
    g_ptr_array_add(card->contacts, contact_new(1, "An Wils", "accounts", "an@peeters.example", "+32 52 44 18 09"));
    g_ptr_array_add(card->contacts, contact_new(2, "Luc Peeters", "owner", "", "+32 52 44 18 07"));
    card->items = g_ptr_array_new_with_free_func(g_free);
    item_add(card, 11, "2025-1312", "2026-01-07", 185000, true);
    item_add(card, 12, "2025-1355", "2026-01-21", 149260, true);
    item_add(card, 13, "2026-0041", "2026-02-11", 151000, true);
    card->money = g_array_new(FALSE, TRUE, sizeof(MoneyLine));
    MoneyLine money = {
        .currency = "EUR", .open = 485260, .overdue = 485260, .ask = 485260, .invoices = 3, .overdue_invoices = 3};
    g_array_append_val(card->money, money);
    card->promises = g_ptr_array_new_with_free_func(g_free);
    card->touchpoints = g_ptr_array_new();
    card->timeline = g_ptr_array_new();
    card->promises_kept = 2;
    card->promises_broken = 1;
    card->bank_day = DAY_NONE;
}

static MoneyLine *money_of(Fixture *fixture)
{
    return &g_array_index(fixture->card.money, MoneyLine, 0);
}

static CardItem *item_of(Fixture *fixture, guint index)
{
    return g_ptr_array_index(fixture->card.items, index);
}

static char *data_file(const char *name)
{
    return g_build_filename(g_getenv("BELRONDE_DATA"), name, NULL);
}

static void fixture_start(Fixture *fixture, const char *language)
{
    g_autoptr(GError) error = NULL;
    g_autofree char *calendar = data_file("calendar.ini"), *cadence = data_file("cadence.ini"),
                    *playbook = data_file("playbook.ini");
    g_assert_true(clock_fix("2026-02-24T14:07", &error));
    fixture->desk = (Desk){.agent = (char *)"an", .language = (char *)language};
    fixture->desk.settings = settings_load("/nonexistent/belronde.ini", &error);
    g_assert_no_error(error);
    fixture->desk.calendar = calendar_load(calendar, &error);
    g_assert_no_error(error);
    fixture->desk.cadence = cadence_load(cadence, &error);
    g_assert_no_error(error);
    fixture->desk.playbook = playbook_load(playbook, NULL, language, &error);
    g_assert_no_error(error);
    card_build(&fixture->card);
    fixture->form = NULL;
}

static void fixture_end(Fixture *fixture)
{
    form_free(fixture->form);
    settings_free(fixture->desk.settings);
    calendar_free(fixture->desk.calendar);
    cadence_free(fixture->desk.cadence);
    playbook_free(fixture->desk.playbook);
    g_ptr_array_unref(fixture->card.contacts);
    g_ptr_array_unref(fixture->card.items);
    g_array_unref(fixture->card.money);
    g_ptr_array_unref(fixture->card.promises);
    g_ptr_array_unref(fixture->card.touchpoints);
    g_ptr_array_unref(fixture->card.timeline);
    clock_release();
}

static void ask(Fixture *fixture, const char *outcome, int times)
{
    form_free(fixture->form);
    fixture->form =
        form_new_times(&fixture->desk, &fixture->card, playbook_outcome(fixture->desk.playbook, outcome), times);
}

/* "amount=1000 | by=fr" */
static void type(Fixture *fixture, const char *typed)
{
    g_auto(GStrv) pairs = g_strsplit(typed, " | ", -1);
    for (char **pair = pairs; *pair != NULL && **pair != '\0'; pair++) {
        g_autoptr(GError) error = NULL;
        char *equals = strchr(*pair, '=');
        g_assert_nonnull(equals);
        *equals = '\0';
        g_assert_true(form_set_named(fixture->form, *pair, equals + 1, &error));
        g_assert_no_error(error);
    }
}

static const FormField *field_of(Fixture *fixture, const char *name)
{
    for (size_t i = 0; i < form_count(fixture->form); i++)
        if (strcmp(form_field(fixture->form, i)->field->name, name) == 0)
            return form_field(fixture->form, i);
    g_error("no field %s", name);
}

static size_t index_of(Fixture *fixture, const char *name)
{
    for (size_t i = 0; i < form_count(fixture->form); i++)
        if (strcmp(form_field(fixture->form, i)->field->name, name) == 0)
            return i;
    g_error("no field %s", name);
}

static void accepted(Fixture *fixture)
{
    g_autoptr(GError) error = NULL;
    size_t bad = 0;
    bool good = form_check(fixture->form, &bad, &error);
    g_assert_no_error(error);
    g_assert_true(good);
}

static void refused(Fixture *fixture, const char *field, const char *word)
{
    g_autoptr(GError) error = NULL;
    size_t bad = 99;
    g_assert_false(form_check(fixture->form, &bad, &error));
    g_assert_error(error, BELRONDE_ERROR, BELRONDE_ERROR_INPUT);
    if (strstr(error->message, word) == NULL)
        g_error("wanted “%s”: %s", word, error->message);
    g_assert_cmpstr(form_field(fixture->form, bad)->field->name, ==, field);
}

/* "promise 2026-03-02 09:30 #0; …": reason, when, whose task, which promise is watched. */
static char *steps_text(Fixture *fixture)
{
    g_autoptr(GError) error = NULL;
    g_autoptr(GPtrArray) steps = steps_plan(&fixture->desk, fixture->form, &error);
    g_autoptr(GString) text = g_string_new(NULL);
    g_assert_no_error(error);
    for (guint i = 0; i < steps->len; i++) {
        const PlannedStep *step = g_ptr_array_index(steps, i);
        const Touchpoint *touchpoint = &step->touchpoint;
        g_autofree char *day = day_iso(touchpoint->when.day), *minute = minute_text(touchpoint->when.minute);
        g_string_append_printf(text, "%s%s %s%s%s", i > 0 ? "; " : "", touchpoint->reason, day,
                               minute[0] != '\0' ? " " : "", minute);
        g_string_append(text, touchpoint->timed ? " rings" : "");
        if (step->task)
            g_string_append_printf(text, " task of %s", touchpoint->owner);
        if (touchpoint->contact_id != 0)
            g_string_append_printf(text, " for %d", (int)touchpoint->contact_id);
        if (step->promise_index >= 0)
            g_string_append_printf(text, " #%d", step->promise_index);
        g_string_append(text, step->watches_dispute ? " dispute" : "");
    }
    return g_string_free(g_steal_pointer(&text), FALSE);
}

/* "promise 4852.60 by 2026-02-27, broken 2026-03-02; …" */
static char *promises_text(Fixture *fixture)
{
    g_autoptr(GError) error = NULL;
    g_autoptr(GArray) promises = promises_plan(&fixture->desk, fixture->form, &error);
    g_autoptr(GString) text = g_string_new(NULL);
    g_assert_no_error(error);
    for (guint i = 0; i < promises->len; i++) {
        const PlannedPromise *promise = &g_array_index(promises, PlannedPromise, i);
        g_autofree char *amount = money_plain(promise->amount), *due = day_iso(promise->due),
                        *deadline = day_iso(promise->deadline);
        g_string_append_printf(text, "%s%s %s by %s, broken %s", i > 0 ? "; " : "", promise->kind, amount, due,
                               deadline);
    }
    return g_string_free(g_steal_pointer(&text), FALSE);
}

static char *values_text(Fixture *fixture)
{
    GString *text = g_string_new(NULL);
    for (size_t i = 0; i < form_count(fixture->form); i++) {
        const char *name = form_field(fixture->form, i)->field->name, *value = form_value(fixture->form, name);
        if (value[0] != '\0')
            g_string_append_printf(text, "%s%s=%s", text->len > 0 ? " " : "", name, value);
    }
    return g_string_free(text, FALSE);
}

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
     "parts=3 first=2026-03-02 every=month down=0.00 letter=yes",
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
     "deadline=2026-03-04 consequence=notice by=email to=an@peeters.example",
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
        {"P", "by=fr | amount=4852,61", "amount", "4.852,60"},
        {"P", "by=fr | amount=0", "amount", "above zero"},
        {"P", "by=fr | amount=12e3", "amount", "12e3"},
        {"P", "by=fr | amount=1.23,456", "amount", "1.23,456"},
        {"P", "by=fr | how=X", "how", "T transfer"},
        {"B", "when=25:00", "when", "25:00"},
        {"C", "number=1 | amount=10 | posted=", "posted", "needs an answer"},
        {"D", "invoice=9999", "invoice", "9999"},
        {"D", "invoice=1355 | reason=P | disputed=1492,61 | what=x", "disputed", "1.492,60"},
        {"S", "parts=37 | first=1/3", "parts", "1 to 36"},
        {"S", "parts=three | first=1/3", "parts", "1 to 36"},
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

/* --- Keys ------------------------------------------------------------------------------------------------------- */

/* The letter and one Enter per stop: the control keys of the table of outcomes. */
static void test_key_counts(void)
{
    static const struct {
        const char *outcome, *answers;
        int keys;
    } cases[] = {
        {"N", "", 2},
        {"B", "when=tomorrow 14:30", 2},
        {"C", "number=4471902 | posted=yesterday", 4},
        {"P", "by=fr", 3},
        {"I", "run=27/2", 2},
        {"A", "back=mo", 2},
        {"L", "", 2},
        {"D", "reason=P | what=discount", 5},
        {"S", "parts=3 | first=1/3", 3},
        {"R", "reason=M | next=C | deadline=3/3", 4},
        {"W", "", 2},
        {"O", "paid_on=yesterday", 2},
        {"G", "", 2},
        {"H", "", 2},
    };
    Fixture fixture;
    fixture_start(&fixture, "en");
    for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
        ask(&fixture, cases[i].outcome, 1);
        int keys = 1; /* the letter */
        g_auto(GStrv) answers = g_strsplit(cases[i].answers, " | ", -1);
        for (size_t at = form_first(fixture.form); at != SIZE_MAX; at = form_next_open(fixture.form, at), keys++) {
            g_autofree char *prefix = g_strdup_printf("%s=", form_field(fixture.form, at)->field->name);
            for (char **answer = answers; *answer != NULL; answer++)
                if (g_str_has_prefix(*answer, prefix))
                    form_set(fixture.form, at, *answer + strlen(prefix));
        }
        g_assert_cmpint(keys, ==, cases[i].keys);
        accepted(&fixture);
    }
    fixture_end(&fixture);
}

static void test_keys(void)
{
    Fixture fixture;
    fixture_start(&fixture, "en");
    ask(&fixture, "P", 1);
    g_assert_cmpuint(form_first(fixture.form), ==, index_of(&fixture, "amount"));
    g_assert_cmpuint(form_next_open(fixture.form, form_first(fixture.form)), ==, index_of(&fixture, "by"));
    type(&fixture, "by=fr");
    form_step(fixture.form, index_of(&fixture, "by"), 1);
    g_assert_cmpstr(form_value(fixture.form, "by"), ==, "2026-03-02"); /* over the weekend */
    form_step(fixture.form, index_of(&fixture, "by"), -1);
    g_assert_cmpstr(form_value(fixture.form, "by"), ==, "2026-02-27");
    g_assert_true(form_choose_letter(fixture.form, index_of(&fixture, "how"), "q"));
    g_assert_cmpstr(form_value(fixture.form, "how"), ==, "qr");
    g_assert_false(form_choose_letter(fixture.form, index_of(&fixture, "how"), "z"));
    g_assert_false(form_choose_letter(fixture.form, index_of(&fixture, "amount"), "q"));
    form_step(fixture.form, index_of(&fixture, "how"), 1);
    g_assert_cmpstr(form_value(fixture.form, "how"), ==, "direct_debit");
    form_step(fixture.form, index_of(&fixture, "how"), 1);
    g_assert_cmpstr(form_value(fixture.form, "how"), ==, "transfer");
    form_toggle(fixture.form, index_of(&fixture, "confirm"), 0);
    g_assert_cmpstr(form_value(fixture.form, "confirm"), ==, "no");
    ask(&fixture, "B", 1);
    form_step(fixture.form, index_of(&fixture, "with"), 1);
    g_assert_cmpstr(form_value(fixture.form, "with"), ==, "Luc Peeters");
    form_step(fixture.form, index_of(&fixture, "when"), 1);
    g_assert_cmpstr(form_value(fixture.form, "when"), ==, "2026-02-25 10:00");
    ask(&fixture, "C", 1);
    form_step(fixture.form, index_of(&fixture, "posted"), 1); /* a posting day in the future is none */
    g_assert_cmpstr(form_value(fixture.form, "posted"), ==, "");
    form_step(fixture.form, index_of(&fixture, "posted"), -2);
    g_assert_cmpstr(form_value(fixture.form, "posted"), ==, "2026-02-22");
    ask(&fixture, "L", 1);
    form_toggle(fixture.form, index_of(&fixture, "invoices"), 1);
    g_assert_cmpstr(form_value(fixture.form, "invoices"), ==, "2025-1312,2026-0041");
    g_assert_cmpuint(form_items(fixture.form)->len, ==, 2);
    form_toggle(fixture.form, index_of(&fixture, "invoices"), 1);
    g_assert_cmpstr(form_value(fixture.form, "invoices"), ==, "2025-1312,2025-1355,2026-0041");
    fixture_end(&fixture);
}

static void test_values(void)
{
    static const struct {
        const char *outcome, *field, *values;
    } cases[] = {
        {"P", "how", "transfer / QR/link / direct debit"},
        {"B", "with", "An Wils / Luc Peeters"},
        {"L", "to", "an@peeters.example"},
        {"D", "invoice", "2025-1312 / 2025-1355 / 2026-0041"},
        {"P", "amount", "4.852,60 / 1.850,00 / 1.492,60 / 1.510,00"},
        {"W", "new", "+32 52 44 18 09 / +32 52 44 18 07"},
        {"D", "what", ""},
    };
    Fixture fixture;
    fixture_start(&fixture, "en");
    for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
        ask(&fixture, cases[i].outcome, 1);
        g_auto(GStrv) values = form_values(fixture.form, index_of(&fixture, cases[i].field));
        g_autofree char *joined = g_strjoinv(" / ", values);
        g_assert_cmpstr(joined, ==, cases[i].values);
        for (char **value = values; *value != NULL; value++) { /* what is offered is accepted */
            form_set(fixture.form, index_of(&fixture, cases[i].field), *value);
            g_assert_null(field_of(&fixture, cases[i].field)->problem);
        }
    }
    ask(&fixture, "P", 1);
    g_auto(GStrv) days = form_values(fixture.form, index_of(&fixture, "by"));
    g_assert_cmpstr(days[0], ==, "25/02");
    g_assert_cmpstr(days[3], ==, "02/03");
    fixture_end(&fixture);
}

static void test_hostile_text(void)
{
    Fixture fixture;
    fixture_start(&fixture, "en");
    ask(&fixture, "D", 1);
    type(&fixture, "what=\x1b[31mred\x07 {customer} %s");
    const char *what = form_value(fixture.form, "what");
    g_assert_null(strchr(what, '\x1b'));
    g_assert_null(strchr(what, '\x07'));
    g_assert_nonnull(strstr(what, "{customer} %s"));
    fixture_end(&fixture);
}

/* Whatever is typed, in whatever field: a value, or a sentence, never both, and never a crash. */
static void test_random_typing(void)
{
    static const char *const pieces[] = {"1",    "27/2", "fr", "€",    "é", "-",   ",", "99999999999999999999",
                                         "\x1b", "yes",  "@",  "{by}", " ", "+3w", "A"};
    Fixture fixture;
    fixture_start(&fixture, "nl");
    g_autoptr(GRand) rand = g_rand_new_with_seed(2026);
    size_t count = 0;
    const Outcome *const *outcomes = playbook_outcomes(fixture.desk.playbook, &count);
    for (int round = 0; round < 400; round++) {
        ask(&fixture, outcomes[g_rand_int_range(rand, 0, (int)count)]->slug, g_rand_int_range(rand, 1, 6));
        for (int i = 0; i < 3; i++) {
            g_autofree char *typed = g_strconcat(pieces[g_rand_int_range(rand, 0, (int)G_N_ELEMENTS(pieces))],
                                                 pieces[g_rand_int_range(rand, 0, (int)G_N_ELEMENTS(pieces))], NULL);
            size_t index = (size_t)g_rand_int_range(rand, 0, (int)form_count(fixture.form));
            form_set(fixture.form, index, typed);
            form_step(fixture.form, (size_t)g_rand_int_range(rand, 0, (int)form_count(fixture.form)),
                      g_rand_int_range(rand, -2, 3));
            const FormField *field = form_field(fixture.form, index);
            g_assert_true(field->problem == NULL || form_value(fixture.form, field->field->name)[0] == '\0');
        }
    }
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
    g_test_add_func("/form/no more than what is open can be promised twice", test_promised_already);
    g_test_add_func("/form/when all is promised a new promise replaces the old", test_everything_promised);
    g_test_add_func("/form/disputes and credits lower what is suggested", test_disputed_and_credit);
    g_test_add_func("/form/going higher needs a management contact", test_no_management);
    g_test_add_func("/form/without e-mail a copy goes by post", test_no_email);
    g_test_add_func("/form/cheque days and help addresses follow the country", test_country);
    g_test_add_func("/form/titles, scripts and consequences are filled in", test_lines);
    g_test_add_func("/form/the script speaks the customer's language", test_customer_language);
    g_test_add_func("/form/an outcome costs two to five keys", test_key_counts);
    g_test_add_func("/form/letters, boxes and PgUp set the same values", test_keys);
    g_test_add_func("/form/F4 offers what may be typed", test_values);
    g_test_add_func("/form/hostile text is cleaned and never filled in", test_hostile_text);
    g_test_add_func("/form/random typing gives a value or a sentence", test_random_typing);
    return g_test_run();
}
