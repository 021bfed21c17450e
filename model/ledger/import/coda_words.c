/* The communication of a movement: free words, or one of the structures of the standard, told by three digits.
 * What it is made into stands in the books and tells lines apart, so it is the same in every language. */
#include "ledger/import/coda.h"

#include "base/reference.h"

#include <string.h>

enum { KIND = 3, OGM_DIGITS = 12, RF_MOST = 25 };

/* ---- pieces of a readable text ---- */

static void word_add(GString *text, const char *word)
{
    if (word[0] == '\0')
        return;
    if (text->len > 0)
        g_string_append_c(text, ' ');
    g_string_append(text, word);
}

typedef enum {
    PASS,   /* over it */
    WORD,   /* as it stands */
    NUMBER, /* as it stands unless zero */
    SCHEME,
    ISSUER,
    DAY6,
    HOUR,
    MONEY, /* the original amount: kept aside */
    CURRENCY,
    PERCENT, /* 4 + 8 digits */
    BASE,    /* an amount to be shown */
} Piece;

static const char *const schemes[] = {"", "Bancontact", "Maestro", "", "", "TINA"};
static const char *const issuers[] = {"", "Mastercard", "Visa", "American Express", "Diners Club"};

static void listed_add(GString *text, const char *const *names, size_t count, char digit)
{
    size_t at = (size_t)(digit - '0');
    if (g_ascii_isdigit(digit) && at < count)
        word_add(text, names[at]);
}

static void number_add(GString *text, const CodaPlaces *places, int from, int to)
{
    g_autofree char *word = coda_text(places, from, to);
    if (strspn(word, "0 ") < strlen(word))
        word_add(text, word);
}

static void day_add(GString *text, const CodaPlaces *places, int from)
{
    Day day = DAY_NONE;
    g_autofree char *word = coda_day(places, from, &day) ? day_iso(day) : g_strdup("");
    word_add(text, word);
}

static void hour_add(GString *text, const CodaPlaces *places, int from)
{
    gint64 hour = 0;
    if (!coda_number(places, from, from + 3, &hour) || hour == 0)
        return;
    g_autofree char *word = g_strdup_printf("%02d:%02d", (int)(hour / 100), (int)(hour % 100));
    word_add(text, word);
}

/* Thousandths or finer, without the zeros at the end. */
static void decimal_add(GString *text, gint64 value, int decimals, const char *sign)
{
    g_autoptr(GString) word = g_string_new(NULL);
    gint64 unit = 1;
    for (int i = 0; i < decimals; i++)
        unit *= 10;
    g_string_printf(word, "%" G_GINT64_FORMAT ".%0*" G_GINT64_FORMAT, value / unit, decimals, value % unit);
    while (word->str[word->len - 1] == '0')
        g_string_truncate(word, word->len - 1);
    if (word->str[word->len - 1] == '.')
        g_string_truncate(word, word->len - 1);
    g_string_append(word, sign);
    word_add(text, word->str);
}

/* ---- structures made of pieces ---- */

typedef struct {
    guint8 width, piece;
} Field;

static const struct {
    const char *kind;
    Field fields[15]; /* ended by width 0 */
} structures[] = {
    /* What a tax or a cost was computed of. */
    {"106", {{15, PASS}, {15, BASE}, {12, PERCENT}}},
    /* Closing: the period. */
    {"108", {{15, PASS}, {15, PASS}, {12, PASS}, {6, DAY6}, {6, DAY6}}},
    /* A shop's terminal, all payments of a day. */
    {"111",
     {{1, SCHEME},
      {6, NUMBER},
      {3, NUMBER},
      {6, NUMBER},
      {6, DAY6},
      {6, NUMBER},
      {6, DAY6},
      {1, PASS},
      {16, WORD},
      {10, WORD}}},
    /* A payment or withdrawal with a card. */
    {"113",
     {{16, NUMBER},
      {1, SCHEME},
      {6, NUMBER},
      {6, NUMBER},
      {6, DAY6},
      {4, HOUR},
      {1, PASS},
      {16, WORD},
      {10, WORD},
      {15, MONEY},
      {12, PASS},
      {3, CURRENCY}}},
    /* One payment at a shop's terminal. */
    {"114",
     {{1, SCHEME},
      {6, NUMBER},
      {3, NUMBER},
      {6, NUMBER},
      {6, DAY6},
      {4, HOUR},
      {1, PASS},
      {16, WORD},
      {10, WORD},
      {16, NUMBER}}},
    /* Cash paid in at a terminal. */
    {"115",
     {{16, NUMBER},
      {1, SCHEME},
      {6, NUMBER},
      {6, NUMBER},
      {6, DAY6},
      {4, HOUR},
      {6, PASS},
      {6, PASS},
      {15, PASS},
      {1, PASS},
      {16, WORD},
      {10, WORD},
      {12, NUMBER}}},
    /* The account of a credit card. */
    {"124", {{20, NUMBER}, {1, ISSUER}, {12, NUMBER}, {15, NUMBER}, {6, DAY6}}},
};

static void field_read(const CodaPlaces *places, Field field, int from, GString *text, CodaWords *words)
{
    int to = from + field.width - 1;
    gint64 value = 0;
    g_autofree char *word = NULL;
    switch ((Piece)field.piece) {
    case PASS: return;
    case WORD: word_add(text, word = coda_text(places, from, to)); return;
    case NUMBER: number_add(text, places, from, to); return;
    case SCHEME: listed_add(text, schemes, G_N_ELEMENTS(schemes), coda_at(places, from)); return;
    case ISSUER: listed_add(text, issuers, G_N_ELEMENTS(issuers), coda_at(places, from)); return;
    case DAY6: day_add(text, places, from); return;
    case HOUR: hour_add(text, places, from); return;
    case MONEY: coda_number(places, from, to, &words->original_amount); return;
    case CURRENCY: coda_currency(places, from, words->original_currency); return;
    case PERCENT:
        if (coda_number(places, from, to, &value) && value != 0)
            decimal_add(text, value, 8, "%");
        return;
    case BASE:
        if (coda_number(places, from, to, &value) && value != 0)
            decimal_add(text, value, 3, "");
        return;
    }
}

static bool fields_read(const CodaPlaces *places, const char *kind, CodaWords *words)
{
    for (size_t i = 0; i < G_N_ELEMENTS(structures); i++) {
        if (strcmp(structures[i].kind, kind) != 0)
            continue;
        g_autoptr(GString) text = g_string_new(NULL);
        int from = KIND + 1;
        for (const Field *field = structures[i].fields; field->width != 0; from += field->width, field++)
            field_read(places, *field, from, text, words);
        words->text = g_strdup(text->str);
        return true;
    }
    return false;
}

/* ---- references ---- */

/* Twelve digits; where the check does not hold they are kept as they stand. */
static void ogm_read(const CodaPlaces *places, CodaWords *words)
{
    words->reference = coda_text(places, KIND + 1, KIND + OGM_DIGITS);
    words->reference_fails = words->reference[0] != '\0' && !ogm_valid(words->reference);
    words->text = coda_text(places, KIND + OGM_DIGITS + 1, places->length);
}

static void rf_read(const CodaPlaces *places, CodaWords *words)
{
    g_autofree char *written = coda_text(places, KIND + 1, KIND + RF_MOST);
    char *normal = reference_normal(written, NULL);
    words->reference_fails = normal == NULL && written[0] != '\0';
    words->reference = normal != NULL ? normal : g_steal_pointer(&written);
    words->text = coda_text(places, KIND + RF_MOST + 1, places->length);
}

/* ---- others with a meaning of their own ---- */

/* Of a cheque, or of a card.  Zeros before it are not printed on the paper. */
static void number_read(const CodaPlaces *places, CodaWords *words)
{
    g_autofree char *number = coda_text(places, KIND + 1, KIND + 12);
    words->cheque_number = g_strdup(number + strspn(number, "0 "));
    words->text = coda_text(places, KIND + 1, places->length);
}

/* What was instructed in another currency: two amounts, the rate, the currency, an OGM if there was one. */
static void exchange_read(const CodaPlaces *places, CodaWords *words)
{
    g_autofree char *ogm = coda_text(places, KIND + 46, KIND + 57);
    coda_number(places, KIND + 16, KIND + 30, &words->original_amount);
    coda_currency(places, KIND + 43, words->original_currency);
    words->reference = g_strdup(ogm_valid(ogm) ? ogm : "");
    words->text = g_strdup(ogm_valid(ogm) ? "" : ogm);
}

/* Direct debits of before SEPA: number of the order, day, message, whether it was paid. */
static void old_debit_read(const CodaPlaces *places, CodaWords *words)
{
    words->mandate = coda_text(places, KIND + 1, KIND + 12);
    words->text = coda_text(places, KIND + 19, KIND + 48);
    words->returned = strchr("0 ", coda_at(places, KIND + 49)) == NULL;
}

/* Why a direct debit was not paid, where the bank gives no ISO reason; the kinds 1 (a technical problem) and 4 (the
 * debtor's account) have several. */
static const struct {
    char paid;
    const char *reason;
} refusals[] = {{'2', "MS03"}, {'3', "MS02"}};

/* SEPA direct debit: day 6, kind 1, scheme 1, paid 1, creditor 35, mandate 35, message 62, return 1, reason 4. */
static void debit_read(const CodaPlaces *places, CodaWords *words)
{
    char paid = coda_at(places, KIND + 9), type = coda_at(places, KIND + 142);
    words->mandate = coda_text(places, KIND + 45, KIND + 79);
    words->text = coda_text(places, KIND + 80, KIND + 141);
    words->returned = (type >= '1' && type <= '5') || (paid >= '1' && paid <= '4');
    if (!words->returned)
        return;
    g_autofree char *reason = coda_text(places, KIND + 143, KIND + 146);
    for (size_t i = 0; i < G_N_ELEMENTS(refusals); i++)
        if (reason[0] == '\0' && refusals[i].paid == paid) {
            g_strlcpy(words->return_reason, refusals[i].reason, sizeof words->return_reason);
            return;
        }
    if (coda_is_reason(reason))
        g_strlcpy(words->return_reason, reason, sizeof words->return_reason);
}

static const struct {
    const char *kind;
    void (*read)(const CodaPlaces *places, CodaWords *words);
} readers[] = {
    {"100", rf_read},       {"101", ogm_read},       {"102", ogm_read},   {"103", number_read},
    {"105", exchange_read}, {"107", old_debit_read}, {"127", debit_read},
};

static bool reader_read(const CodaPlaces *places, const char *kind, CodaWords *words)
{
    for (size_t i = 0; i < G_N_ELEMENTS(readers); i++)
        if (strcmp(readers[i].kind, kind) == 0) {
            readers[i].read(places, words);
            return true;
        }
    return false;
}

/* ---- the door ---- */

/* The digit that says so is sometimes wrong: 101 and a valid OGM are no free words. */
static bool is_ogm(const CodaPlaces *places, const char *kind)
{
    if (strcmp(kind, "101") != 0 && strcmp(kind, "102") != 0)
        return false;
    g_autofree char *digits = coda_text(places, KIND + 1, KIND + OGM_DIGITS);
    return ogm_valid(digits) && coda_at(places, KIND + OGM_DIGITS + 1) == ' ';
}

void coda_words_read(const CodaMovement *movement, CodaWords *words)
{
    CodaPlaces places;
    char kind[KIND + 1] = "";
    *words = (CodaWords){0};
    coda_places(&places, movement->communication->str, movement->communication->len);
    for (int i = 0; i < KIND; i++)
        kind[i] = coda_at(&places, 1 + i);
    bool known = (movement->structured || is_ogm(&places, kind)) &&
                 (reader_read(&places, kind, words) || fields_read(&places, kind, words));
    if (!known)
        words->text = coda_clean(movement->communication->str);
    char **texts[] = {&words->reference, &words->text, &words->cheque_number, &words->mandate};
    for (size_t i = 0; i < G_N_ELEMENTS(texts); i++)
        if (*texts[i] == NULL)
            *texts[i] = g_strdup("");
}

void coda_words_clear(CodaWords *words)
{
    g_free(words->reference);
    g_free(words->text);
    g_free(words->cheque_number);
    g_free(words->mandate);
}
