/* Amounts as they are typed at the desk, found in files and shown again. */
#include "base/error.h"
#include "base/money.h"
#include <string.h>

typedef struct {
    const char *typed;
    Cents cents;
} Reading;

static void test_typed_amounts(void)
{
    static const Reading readings[] = {
        {"1234.56", 123456},
        {"1234,56", 123456},
        {"1.234,56", 123456},
        {"1,234.56", 123456},
        {"1 234,56", 123456},
        {"1234", 123400},
        {"12,5", 1250},
        {",50", 50},
        {".5", 50},
        {"1.234", 123400},
        {"1,234", 123400},
        {"1.234.567", 123456700},
        {"€ 12,50", 1250},
        {"12,50 €", 1250},
        {"EUR12,50", 1250},
        {"12.50 eur", 1250},
        {"  7 ", 700},
        {"0", 0},
        {"0,00", 0},
        {"1\u00a0234,56", 123456},
        {"1\u202f234,56", 123456},
        {"999.999.999.999,99", MONEY_LIMIT},
    };
    for (size_t i = 0; i < G_N_ELEMENTS(readings); i++) {
        g_autoptr(GError) error = NULL;
        Cents cents = -1;
        g_test_message("%s", readings[i].typed);
        g_assert_true(money_parse(readings[i].typed, &cents, &error));
        g_assert_no_error(error);
        g_assert_cmpint(cents, ==, readings[i].cents);
    }
}

static void test_refused_amounts(void)
{
    static const char *const refused[] = {
        "",
        " ",
        "abc",
        "12e3",
        "1.2345",
        "12.34.56",
        "1.23,456",
        "-5",
        "12,",
        ",",
        ".",
        "1,,2",
        "1 23",
        "12.345.6",
        "1.234.5678",
        "0.123",
        "1234.567",
        "€",
        "€€ 5",
        "5 USD",
        "1'234",
        "+5",
        "1.234,567",
        "1,234.567",
        "1000000000000",
        "99999999999999999999999999",
        "5-",
        "0x10",
        "٣",
        ("\xff"
         "5"),
        "1111111111111111111111111111111111111111111111111111111111111111111111111111111",
    };
    for (size_t i = 0; i < G_N_ELEMENTS(refused); i++) {
        g_autoptr(GError) error = NULL;
        Cents cents = 77;
        g_assert_false(money_parse(refused[i], &cents, &error));
        g_assert_error(error, BELRONDE_ERROR, BELRONDE_ERROR_INPUT);
        g_assert_true(g_utf8_validate(error->message, -1, NULL));
        g_assert_cmpint(cents, ==, 77);
    }
}

static const struct {
    const char *text;
    char mark;
    int decimals;
    Cents cents;
} file_readings[] = {
    {"1.234,56", ',', 2, 123456},
    {"1,234.56", '.', 2, 123456},
    {"1'234.56", '.', 2, 123456},
    {"-12.00", '.', 2, -1200},
    {"12,00-", ',', 2, -1200},
    {"(12,00)", ',', 2, -1200},
    {"-€ 12,00", ',', 2, -1200},
    {"€ -12,00", ',', 2, -1200},
    {"\u2212"
     "12,00",
     ',', 2, -1200},
    {"EUR 5", '.', 2, 500},
    {"5 USD", '.', 2, 500},
    {"$5.10", '.', 2, 510},
    {"+3,1", ',', 2, 310},
    {"0.005", '.', 2, 1},
    {"0.00499", '.', 2, 0},
    {"-0.005", '.', 2, -1},
    {"12.34567", '.', 3, 12346},
    {"1500", '.', 0, 1500},
    {"1500.5", '.', 0, 1501},
    {"2,02401E+5", ',', 2, 20240100},
    {"2,02401E+5", 0, 2, 20240100},
    {"1.5e3", '.', 2, 150000},
    {"2.5E-1", '.', 2, 25},
    {"1.234,56", 0, 2, 123456},
    {"-1 234,5", 0, 2, -123450},
    {"000123,45", ',', 2, 12345},
};

static void test_amounts_in_files(void)
{
    for (size_t i = 0; i < G_N_ELEMENTS(file_readings); i++) {
        Cents cents = 77;
        g_test_message("%s", file_readings[i].text);
        g_assert_true(
            money_parse_file(file_readings[i].text, file_readings[i].mark, file_readings[i].decimals, &cents, NULL));
        g_assert_cmpint(cents, ==, file_readings[i].cents);
    }
}

static void test_amounts_refused_in_files(void)
{
    static const struct {
        const char *text;
        char mark;
    } refused[] = {
        {"1.23", ','}, /* a decimal mark of the other kind must never become a hundredfold amount */
        {"1,23", '.'},        {"--5", '.'},      {"(-5)", '.'}, {"-5-", '.'},  {"", '.'},
        {"EUR", '.'},         {"1.234567", '.'}, {"n/a", '.'},  {"1E99", '.'}, {"1E", '.'},
        {"2,02401E+12", ','}, {"12..5", '.'},    {"E5", '.'},
    };
    for (size_t i = 0; i < G_N_ELEMENTS(refused); i++) {
        g_autoptr(GError) error = NULL;
        Cents cents = 77;
        g_test_message("%s", refused[i].text);
        g_assert_false(money_parse_file(refused[i].text, refused[i].mark, 2, &cents, &error));
        g_assert_error(error, BELRONDE_ERROR, BELRONDE_ERROR_INPUT);
        g_assert_cmpint(cents, ==, 77);
    }
}

static void test_shown_amounts(void)
{
    static const struct {
        Cents cents;
        const char *text, *plain;
    } shown[] = {
        {0, "0,00", "0.00"},
        {5, "0,05", "0.05"},
        {485260, "4.852,60", "4852.60"},
        {-123456, "-1.234,56", "-1234.56"},
        {100000, "1.000,00", "1000.00"},
        {-7, "-0,07", "-0.07"},
        {G_MININT64, "-92.233.720.368.547.758,08", "-92233720368547758.08"},
    };
    for (size_t i = 0; i < G_N_ELEMENTS(shown); i++) {
        g_autofree char *text = money_text(shown[i].cents);
        g_autofree char *plain = money_plain(shown[i].cents);
        g_assert_cmpstr(text, ==, shown[i].text);
        g_assert_cmpstr(plain, ==, shown[i].plain);
    }
}

static void test_currencies_keep_their_decimals(void)
{
    static const struct {
        Cents minor;
        const char *currency, *text;
    } shown[] = {{485260, "EUR", "€ 4.852,60"}, {1200, "USD", "USD 12,00"}, {1200, "JPY", "JPY 1.200"},
                 {1200, "KWD", "KWD 1,200"},    {1200, "XPF", "XPF 1.200"}, {1200, "", "€ 12,00"}};
    for (size_t i = 0; i < G_N_ELEMENTS(shown); i++) {
        g_autofree char *text = money_text_currency(shown[i].minor, shown[i].currency);
        g_assert_cmpstr(text, ==, shown[i].text);
    }
    g_assert_cmpint(currency_decimals("GBP"), ==, 2);
    g_assert_cmpint(currency_decimals("BIF"), ==, 0);
    g_assert_cmpint(currency_decimals("IF "), ==, 2);
    g_assert_cmpint(currency_decimals(NULL), ==, 2);
}

static void test_letters_write_amounts_as_their_reader_does(void)
{
    static const struct {
        const char *language;
        Cents minor;
        const char *currency, *text;
    } shown[] = {
        {"nl", 485260, "EUR", "€\u00a04.852,60"},
        {"fr", 485260, "EUR", "4\u00a0852,60\u00a0€"},
        {"en", 485260, "EUR", "€4,852.60"},
        {"nl", 123456700, "EUR", "€\u00a01.234.567,00"},
        {"fr", 5, "EUR", "0,05\u00a0€"},
        {"en", -1200, "EUR", "€-12.00"},
        {"nl", 1200, "USD", "USD\u00a012,00"},
        {"fr", 1200, "USD", "12,00\u00a0USD"},
        {"en", 1200, "JPY", "JPY\u00a01,200"},
        {"fr", MONEY_LIMIT, "", "999\u00a0999\u00a0999\u00a0999,99\u00a0€"},
        {"pt", 100, "EUR", "€1.00"},
    };
    for (size_t i = 0; i < G_N_ELEMENTS(shown); i++) {
        g_autofree char *text = money_in(shown[i].language, shown[i].minor, shown[i].currency);
        g_assert_cmpstr(text, ==, shown[i].text);
    }
    static const struct {
        const char *language;
        int rate;
        const char *text;
    } rates[] = {
        {"nl", 1050, "10,5%"}, {"fr", 1015, "10,15\u00a0%"}, {"en", 800, "8%"}, {"nl", 0, "0%"}, {"en", 1000, "10%"}};
    for (size_t i = 0; i < G_N_ELEMENTS(rates); i++) {
        g_autofree char *text = percent_in(rates[i].language, rates[i].rate);
        g_assert_cmpstr(text, ==, rates[i].text);
    }
}

static Cents random_cents(void)
{
    guint64 raw = ((guint64)(guint32)g_test_rand_int() << 32) | (guint32)g_test_rand_int();
    return (Cents)((raw >> g_test_rand_int_range(0, 50)) % (guint64)(MONEY_LIMIT + 1));
}

static void test_what_is_shown_can_be_typed_again(void)
{
    for (int i = 0; i < 20000; i++) {
        Cents cents = random_cents(), typed = -1, filed = 1;
        g_autofree char *text = money_text(cents);
        g_autofree char *euro = money_text_currency(cents, "EUR");
        g_autofree char *plain = money_plain(-cents);
        g_assert_true(money_parse(text, &typed, NULL));
        g_assert_cmpint(typed, ==, cents);
        g_assert_true(money_parse(euro, &typed, NULL));
        g_assert_cmpint(typed, ==, cents);
        g_assert_true(money_parse_file(plain, '.', 2, &filed, NULL));
        g_assert_cmpint(filed, ==, -cents);
    }
}

static void test_random_typing_is_never_negative(void)
{
    static const char letters[] = "0123456789.,, 5Ee-+R";
    int read = 0;
    for (int i = 0; i < 20000; i++) {
        char typed[12] = "";
        for (int k = 0, n = g_test_rand_int_range(0, 11); k < n; k++)
            typed[k] = letters[g_test_rand_int_range(0, (int)sizeof letters - 1)];
        Cents cents = -1, again = -1;
        if (!money_parse(typed, &cents, NULL))
            continue;
        g_autofree char *shown = money_text(cents);
        read++;
        g_assert_cmpint(cents, >=, 0);
        g_assert_true(money_parse(shown, &again, NULL));
        g_assert_cmpint(again, ==, cents);
    }
    g_assert_cmpint(read, >, 100);
}

static void test_sums_refuse_to_overflow(void)
{
    Cents sum = G_MAXINT64 - 1;
    g_assert_true(money_add(&sum, 1));
    g_assert_false(money_add(&sum, 1));
    g_assert_cmpint(sum, ==, G_MAXINT64);
}

static void test_shares_round_half_away_from_zero(void)
{
    static const struct {
        Cents amount, part, whole, share;
    } shares[] = {
        {100, 1, 3, 33},
        {200, 1, 3, 67},
        {5, 1, 2, 3},
        {-5, 1, 2, -3},
        {1, 1, 3, 0},
        {-100, 2, 3, -67},
        {0, 5, 7, 0},
        {MONEY_LIMIT, 999999999999, 1000000000000, 99999999999899},
        {G_MAXINT64, G_MAXINT64, 1, G_MAXINT64},
        {G_MAXINT64, -G_MAXINT64, 1, G_MININT64},
    };
    for (size_t i = 0; i < G_N_ELEMENTS(shares); i++)
        g_assert_cmpint(money_share(shares[i].amount, shares[i].part, shares[i].whole), ==, shares[i].share);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/money/letters write amounts as their reader does",
                    test_letters_write_amounts_as_their_reader_does);
    g_test_add_func("/money/every way of typing an amount is understood", test_typed_amounts);
    g_test_add_func("/money/what could mean two amounts is refused", test_refused_amounts);
    g_test_add_func("/money/amounts of files with signs, groups and codes", test_amounts_in_files);
    g_test_add_func("/money/a file amount with the wrong mark is refused", test_amounts_refused_in_files);
    g_test_add_func("/money/amounts are shown with points and a comma", test_shown_amounts);
    g_test_add_func("/money/yen have no cents and dinars have three", test_currencies_keep_their_decimals);
    g_test_add_func("/money/what is shown can be typed again", test_what_is_shown_can_be_typed_again);
    g_test_add_func("/money/random typing never gives a negative amount", test_random_typing_is_never_negative);
    g_test_add_func("/money/a sum refuses to overflow", test_sums_refuse_to_overflow);
    g_test_add_func("/money/shares round half away from zero", test_shares_round_half_away_from_zero);
    return g_test_run();
}
