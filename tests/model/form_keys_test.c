/* A form under the fingers: how many keys an outcome costs, letters, boxes and steps, hostile and random typing. */
#include "form_fixture.h"

#include <locale.h>

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
    g_test_add_func("/form/an outcome costs two to five keys", test_key_counts);
    g_test_add_func("/form/letters, boxes and PgUp set the same values", test_keys);
    g_test_add_func("/form/F4 offers what may be typed", test_values);
    g_test_add_func("/form/hostile text is cleaned and never filled in", test_hostile_text);
    g_test_add_func("/form/random typing gives a value or a sentence", test_random_typing);
    return g_test_run();
}
