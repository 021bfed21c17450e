/* Money: whole minor units with a currency.  No floating point, and amounts of different currencies
 * are never added. */
#pragma once
#include <glib.h>
#include <stdbool.h>

typedef gint64 Cents; /* minor units of the currency it stands beside; EUR: cents */

typedef struct {
    Cents minor;
    char currency[4]; /* ISO 4217, "EUR" */
} Money;

#define MONEY_LIMIT G_GINT64_CONSTANT(99999999999999) /* 999 999 999 999,99 */

/* How many decimals the currency has (EUR 2, JPY 0, KWD 3). */
int currency_decimals(const char *currency);

/* Reads what a person types at the desk (reference ux §8): 1234.56 1234,56 1.234,56 1,234.56 1 234,56
 * 1234 12,5 ,50, with an optional leading or trailing € or EUR.  Refuses letters, 1.2345, 12.34.56,
 * 1.23,456, negatives and anything above MONEY_LIMIT.  One sentence in error (INPUT). */
bool money_parse(const char *typed, Cents *cents, GError **error);

/* Reads an amount of a file: the decimal mark is known ('.' or ','; 0 = guess as money_parse does).
 * Accepts € and currency codes around it, blanks, group marks, a leading or TRAILING minus, parentheses
 * as negative and "2,02401E+5" as Excel writes it.  A group mark must part groups of three, so that a file
 * with the other decimal mark is refused and never read a hundredfold.  Refuses more than MONEY_LIMIT (what
 * Excel made of a long reference).  Up to 5 decimals, rounded half away from zero to
 * `decimals` minor digits. */
bool money_parse_file(const char *text, char decimal_mark, int decimals, Cents *cents, GError **error);

/* "4.852,60": the desk's way in every language of the interface.  Caller frees. */
char *money_text(Cents cents);
/* "€ 4.852,60", "USD 12,00"; in ASCII mode the caller transliterates.  Caller frees. */
char *money_text_currency(Cents cents, const char *currency);
/* For columns: euros stand bare, any other currency says its name. */
char *money_text_column(Cents cents, const char *currency);
/* In the language of a letter: "€ 4.852,60" (nl), "4 852,60 €" (fr), "€4,852.60" (en); its blanks hold lines
 * together (U+00A0).  amount_in: without the currency, for tables.  And a rate in basis points: "10,5%".  Caller
 * frees. */
char *money_in(const char *language, Cents cents, const char *currency);
char *amount_in(const char *language, Cents cents, const char *currency);
char *percent_in(const char *language, int basis_points);
/* "4852.60": for JSON and CSV.  Caller frees. */
char *money_plain(Cents cents);

/* Sum that refuses to overflow: returns false and leaves *sum alone. */
bool money_add(Cents *sum, Cents more);
/* amount × part ÷ whole, rounded half away from zero, computed in 128 bits.  whole > 0. */
Cents money_share(Cents amount, Cents part, Cents whole);
